"""What makes a violation not count: comments in the copy, entries of the configuration, the baseline."""
