"""A pattern that compiles late does what a compiled one does."""

import re

import regex

from msglint.text.patterns import lazy_pattern, lazy_regex


def test_late_patterns_are_patterns() -> None:
    late, now = lazy_pattern("a(b+)", re.IGNORECASE), re.compile("a(b+)", re.IGNORECASE)
    for _ in range(2):
        assert [match.span(1) for match in late.finditer("xabbAB")] == [(2, 4), (5, 6)]
        assert late.sub("-", "xabb") == now.sub("-", "xabb") == "x-"
    assert lazy_regex(r"\p{Han}+", regex.VERBOSE).fullmatch("好评")
