"""Hosts written without a scheme: `www.brand.cn`, `brand-example.com/manual`, `例子.中国`.

The search goes from dot to dot. Around each, the run of letters that a host may have is cut down to a host
with a known ending; then the ending and the neighbours decide whether the author meant one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.finders.host_words import (
    FAMOUS,
    HAN_LINK_WORD,
    NO_HOST,
    SENTENCE_ENDS,
    follows_link_word,
)
from msglint.finders.hosts import MAX_HOST, known_part, suffix_of
from msglint.finders.suffixes import CONTINUED, HAN_OTHER, HAN_PLAIN, NUMBERED, Proof, proof_of
from msglint.text.patterns import lazy_pattern, lazy_regex

DOT = lazy_pattern(r"\.(?=[^\W\d_])")
MAX_HAN_LABEL = 8
MAX_HAN_RUN = 40
CONTINUES = lazy_regex(r"(?:[,;]?\ ['\"(]?|[.,;'])[\p{Latin}\p{N}]|:(?!/|[0-9]{2})")
NEXT_WORD = lazy_regex(r" (\p{Latin}+)")
MODEL_NUMBER = lazy_regex(r"[-_]+[\p{Latin}\p{N}]")
"""What goes on behind an ending shows it to be none: `abc.de-200`."""

PATH = lazy_regex(r"/[\p{Latin}\p{N}_\ue000]")


def bare_hosts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of hosts in text[start:end], a stretch that holds no e-mail address or other link."""
    done = start
    for dot in DOT.finditer(text, start, end):
        if dot.start() < done:
            continue
        first, last = run_around(text, dot.start(), done, end)
        span = _han_host(text, first, dot.start(), done, end) or _plain_host(text, first, last)
        done = max(last, span[1]) if span else last
        if span:
            yield span


def run_around(text: str, offset: int, low: int, high: int) -> tuple[int, int]:
    """Return the run of letters of alphabets, digits, dots, `-` and `_` around an offset, within low:high."""
    first = last = offset
    while first > low and _in_host(text[first - 1]):
        first -= 1
    while last < high and _in_host(text[last]):
        last += 1
    return first, last


def han_suffix_end(text: str, offset: int, endings: tuple[str, ...] = HAN_PLAIN + HAN_OTHER) -> int:
    """Return where the Han ending that begins at `offset` ends; `offset` itself if there is none."""
    return next((offset + len(ending) for ending in endings if text.startswith(ending, offset)), offset)


def is_ideographic(char: str) -> bool:
    """Whether `char` is a letter of a script without blanks between words (Han, kana) or Hangul."""
    return char >= "\u3040" and char.isalpha()


def _in_host(char: str) -> bool:
    return char in ".-_" or (char < "\u0530" and char.isalnum())


def _plain_host(text: str, first: int, last: int) -> tuple[int, int] | None:
    run = text[first:last].rstrip(".-_")
    www = re.search(r"(?:^|[._-])(?=www\.)", run)
    skipped = www.end() if www else len(run) - len(run.lstrip(".-_"))
    run = run[skipped:]
    if len(run) > MAX_HOST or text[first - 1 : first] == "@" or text[last : last + 1] == "@":
        return None
    known = known_part(run)
    if known is None or "_" in known[1]:
        return None
    start = first + skipped
    end = start + len(known[0])
    if MODEL_NUMBER.match(text, end):
        return None
    meant = known[0].startswith("www.") or _is_meant(text, start, end, known[1])
    return (start, end) if meant else None


def _is_meant(text: str, start: int, end: int, domain: str) -> bool:
    """Whether the ending of a known host, or what stands around it, shows that a host was meant."""
    name, suffix = domain.partition(".")[0], suffix_of(domain)
    if domain in NO_HOST or (name.isdigit() and suffix not in NUMBERED):
        return False
    proof = proof_of(suffix)
    if proof is Proof.HOST:
        return not _begins_sentence(text, end, suffix)
    if proof is Proof.NEVER:
        return False
    if PATH.match(text, end) or follows_link_word(text, start):
        return True
    return proof is Proof.WORD and (name in FAMOUS or _stands_apart(text, start, end, name))


def _begins_sentence(text: str, end: int, suffix: str) -> bool:
    """Whether the word behind a plain ending shows the ending to be a word itself: `good.net weight`."""
    following = NEXT_WORD.match(text, end)
    return following is not None and following[1] in CONTINUED.get(suffix, ())


def _stands_apart(text: str, start: int, end: int, name: str) -> bool:
    """Whether no sentence ends before, and none begins with, an ending that is also a word."""
    short = any(len(label) < 2 for label in text[start:end].split("."))
    return not short and name not in SENTENCE_ENDS and not CONTINUES.match(text, end)


def _han_host(text: str, first: int, dot: int, low: int, high: int) -> tuple[int, int] | None:
    """Return the span of a host with a Han label or ending, if Han stands on one side of the dot."""
    if is_ideographic(text[dot + 1]):
        start = first if first < dot else _han_label_start(text, dot, low)
        end = han_suffix_end(text, dot + 1, HAN_PLAIN)
        apart = end >= high or not is_ideographic(text[end]) or follows_link_word(text, start)
        return (start, end) if start < dot and dot + 1 < end <= high and apart else None
    if dot == low or not is_ideographic(text[dot - 1]):
        return None
    start = _han_label_start(text, dot, low)
    known = known_part(text[start : run_around(text, dot, dot, high)[1]].rstrip(".-_")[: MAX_HOST + 1])
    if start == dot or known is None or proof_of(suffix_of(known[1])) is not Proof.HOST:
        return None
    end = start + len(known[0])
    return None if _begins_sentence(text, end, suffix_of(known[1])) else (start, end)


def _han_label_start(text: str, dot: int, low: int) -> int:
    """Return where the Han label before a dot begins: behind a link word, else where the Han run does.

    Without a link word a long run is a sentence, not a name: `dot` is returned.
    """
    start = dot
    while start > max(low, dot - MAX_HAN_RUN) and is_ideographic(text[start - 1]):
        start -= 1
    words = [match.end() for match in HAN_LINK_WORD.finditer(text, start, dot)]
    if words and words[-1] < dot:
        return words[-1]
    return start if dot - start <= MAX_HAN_LABEL else dot
