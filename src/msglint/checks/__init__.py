"""One module a check. A check yields matches; exceptions and cases are applied to all of them alike."""
