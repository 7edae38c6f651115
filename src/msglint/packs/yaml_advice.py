"""What the words of the YAML parser mean for an author."""

from __future__ import annotations

from msglint.messages import Message

ADVICE = (
    ("mapping values are not allowed", "“: ” stands where no key can stand; put the whole text in quotes"),
    (
        "cannot start any token",
        "a text cannot begin with this sign; put it in quotes, and indent with spaces",
    ),
    ("found unexpected end of stream", "the quote that opens here is never closed"),
    ("expected ',' or", "a list or mapping in brackets lacks a comma or its closing bracket"),
    ("could not find expected ':'", "a key lacks its “:”"),
    ("expected <block end>", "the indentation does not fit the lines above, or a quote ends too early"),
    ("expected key", "the indentation does not fit the lines above, or a quote ends too early"),
    ("expected '-' indicator", "a list goes on without “- ”, or the indentation does not fit"),
    ("expected node content", "a value is missing here, or begins with a sign; put it in quotes"),
    ("found a tab character", "a tab stands in the indentation; use spaces"),
    ("expected alphabetic or numeric character", "“&” or “*” begins a text; put it in quotes"),
    ("undefined alias", "“*” begins a text; put it in quotes"),
    ("unknown escape character", "“\\” begins an unknown escape; double it, or use single quotes"),
    ("exceeded maximum nesting depth", "lists and mappings are nested far too deep; write it flatter"),
    ("directive", "a line begins with “%”; put the text in quotes"),
)
"""Pieces of the parser's messages, and what to tell an author."""


def explain(words: str) -> str:
    """Return what to tell an author about a message of the parser."""
    advice = next((advice for part, advice in ADVICE if part in words), words)
    return Message("this is not valid YAML: {}", advice)
