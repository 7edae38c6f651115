"""Links and e-mail addresses that are paraphrased: `name at mail dot com`, `hxxps://`, `lampcare点com`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from msglint.disguise.plain import Change, Plain, Rewrite
from msglint.finders.host_words import SHORTENERS, follows_link_word
from msglint.finders.hosts import registered_domain, suffix_of
from msglint.finders.suffixes import Proof, proof_of
from msglint.finders.wordlist import words
from msglint.text.patterns import lazy_pattern, lazy_regex

MEANS = ("paraphrase",)
DOT = r"""(?:
    \ ?[(\[{<]\ ?(?:dot|\.|点|punkt|punto|point)\ ?[)\]}>]\ ?
  | \ (?:dot|punkt|d0t)\  | \ ?[(\[{<]?[点。•·∙]\ ? | ,(?!\ )
  | \ \.(?:\ |(?=(?:com|cn|org|shop|store|top|vip)\b))
)"""
"""A dot in disguise."""

ANY_DOT = rf"(?:\.|{DOT})"
AT = r"(?:\ ?[(\[{<]\ ?(?:at|@|a)\ ?[)\]}>]\ ?|\ at\ |\ ?(?:艾特|圈a?|@)\ ?|(?<=[a-z0-9])[#*](?=[a-z0-9]))"
LABEL = r"[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?"
SIGNS = (
    "dot", "d0t", "punkt", "punto", "(at)", "[at]", "{at}", "<at>", "( at", "[ at", "(@", "[@", " @", "@ ",
    "(a)", " . ", "(.)", "[.]", "•", "·", "∙", "艾特", "圈", "hxx", "h**", "h__", "http", "ht tp", "h t t p",
    ",com", ",net", ",cn", ",org", "#gmail", "#qq", "#163", "#1",
)  # fmt: skip
"""Signs of which one must stand in a text that holds any of it; beside them stand Chinese dots."""

DOT_BEFORE_LETTER = lazy_pattern(r"[点。] ?[)\]}>]? ?[a-z]| [.][a-z]")

EMAIL = lazy_regex(
    rf"(?<![a-z0-9._-])([a-z0-9][a-z0-9._+-]{{1,40}}+)({AT})({LABEL}(?:{ANY_DOT}{LABEL}){{1,3}})(?![a-z0-9])",
    regex.VERBOSE,
)
HOST = lazy_regex(
    rf"(?<![a-z0-9.@-])({LABEL}(?:{ANY_DOT}{LABEL}){{1,4}}+)(?![a-z0-9])(\ ?/\ ?)?", regex.VERBOSE
)
SCHEME = lazy_regex(
    r"(?<![a-z])h(?:tt|xx|\*\*|__|t\ ?t)ps?(?:\ ?[:;]\ ?[/\\]\ ?[/\\]\ ?|[/\\]{2})(?=[a-z0-9])"
)
SPACED_JOINT = lazy_regex(rf"(\ ?{ANY_DOT}\ ?|\ ?/\ ?)(?=[a-z0-9])", regex.VERBOSE)
DISGUISED_JOINT = lazy_regex(rf"{ANY_DOT}(?=[a-z0-9])", regex.VERBOSE)
MAX_JOINTS = 6
SPELLED_LABEL = "(?:[a-z0-9](?: [a-z0-9-])+|[a-z0-9-]{2,})"
NO_LETTER_BEFORE = r"(?<!(?<![a-z0-9])[a-z0-9] )(?<![a-z0-9.@-])"
SPELLED_HOST = lazy_pattern(
    rf"{NO_LETTER_BEFORE}{SPELLED_LABEL}(?: ?[.。] ?{SPELLED_LABEL}){{1,3}}(?! ?[a-z0-9])"
)
"""A host of which a label is spelled out."""

SPELLED_OUT = lazy_pattern("(?<![a-z0-9])[a-z0-9] [a-z0-9-]")
"""Letters apart; a blank beside the dot alone parts two sentences: `from Washington. Mr Bush`."""

SPELLED_DOT = lazy_pattern("[a-z0-9] ?[.。] ?[a-z0-9] [a-z]|[a-z0-9] [a-z0-9] ?[.。] ?[a-z]")
MIN_HOST = 6
LABELS = lazy_pattern("[a-z0-9-]+")
DOTS = lazy_regex(DOT, regex.VERBOSE)
DOT_INSIDE = lazy_regex(rf"(?<=[a-z0-9]){DOT}(?=[a-z0-9])", regex.VERBOSE)
NO_NAME = words(
    """
    a about all any arrive available be buy care check contact down email find fixed for found here in is
    it look lamp live mail me meet message now of on online only or order out reach see shop shown sold stop
    store support team that the them this times to up us visit we write you
    """
)
"""Words before ` at ` that are no mailbox."""

PROVIDERS = words(
    "126 163 aol foxmail gmail gmx hotmail icloud live outlook proton protonmail qq sina web yahoo yandex"
)


def addresses(plain: Plain) -> Iterator[Rewrite]:
    """Yield the paraphrased addresses and links."""
    text = plain.text
    if not any(sign in text for sign in SIGNS) and not DOT_BEFORE_LETTER.search(text):
        return
    yield from _emails(text)
    yield from _schemes(text)
    yield from _hosts(text)


def spelled_hosts(plain: Plain) -> Iterator[Rewrite]:
    """Yield the hosts that are spelled out: `b i t . l y`."""
    text = plain.text
    for match in SPELLED_HOST.finditer(text) if SPELLED_DOT.search(text) else ():
        host = match[0].replace(" ", "").replace("。", ".")
        domain = registered_domain(host) if " " in match[0] else None
        proof = proof_of(suffix_of(domain)) if domain else Proof.NEVER
        spelled = SPELLED_OUT.search(match[0]) is not None
        if domain in SHORTENERS or (spelled and proof is Proof.HOST and len(host) > MIN_HOST):
            changes = [Change(match.start(), match.end(), host)]
            yield Rewrite(match.start(), match.end(), tuple(changes), ("separator",))


def _emails(text: str) -> Iterator[Rewrite]:
    for match in EMAIL.finditer(text, overlapped=True):
        name, at, host = match.groups()
        plain_at, dots = at == "@", list(DOTS.finditer(host))
        if plain_at and not dots:
            continue
        domain = registered_domain(DOTS.sub(".", host))
        if domain is None or proof_of(suffix_of(domain)) is not Proof.HOST:
            continue
        provider = domain.partition(".")[0] in PROVIDERS
        if at == " at " and (name in NO_NAME or not dots):
            continue
        if at in ("#", "*") and not provider:
            continue
        changes = _dots(match.start(3), host)
        if not plain_at:
            changes = [Change(*match.span(2), "@"), *changes]
        yield Rewrite(match.start(), match.end(), tuple(changes), MEANS)


def _dots(start: int, host: str) -> list[Change]:
    return [Change(start + dot.start(), start + dot.end(), ".") for dot in DOTS.finditer(host)]


def _hosts(text: str) -> Iterator[Rewrite]:
    for match in HOST.finditer(text) if DOT_INSIDE.search(text) else ():
        host = match[1]
        changes = _dots(match.start(), host)
        written = DOTS.sub(".", host)
        domain = registered_domain(written) if changes else None
        if domain is None or not _is_meant(text, match, domain, written):
            continue
        if match[2] and match[2] != "/":
            changes.append(Change(*match.span(2), "/"))
        yield Rewrite(match.start(), match.end(1), tuple(changes), MEANS)


def _is_meant(text: str, match: regex.Match[str], domain: str, written: str) -> bool:
    name = domain.partition(".")[0]
    proof = proof_of(suffix_of(domain))
    if domain in SHORTENERS or written.startswith("www."):
        return True
    if name.isdigit() or len(name) < 3 or proof in (Proof.NEVER, Proof.NEEDS_MORE):
        return False
    led = follows_link_word(text, match.start()) or text[
        max(0, match.start() - 3) : match.start()
    ].rstrip().endswith((":", "@"))
    if any(dot[0] in (",", ", ", "·", "•") for dot in DOTS.finditer(match[1])):
        return proof is Proof.HOST and (led or domain.endswith((".com", ".net", ".cn")))
    return proof is Proof.HOST or led or match[2] is not None


def _schemes(text: str) -> Iterator[Rewrite]:
    for match in SCHEME.finditer(text):
        scheme = "https://" if "s" in match[0] else "http://"
        end = match.end()
        changes = [] if match[0] == scheme else [Change(match.start(), end, scheme)]
        joints = SPACED_JOINT if changes else DISGUISED_JOINT
        for _ in range(MAX_JOINTS):
            label = LABELS.match(text, end)
            if label is None:
                break
            end = label.end()
            joint = joints.match(text, end)
            if joint is None:
                break
            sign = "/" if "/" in joint[0] else "."
            if joint[0] != sign:
                changes.append(Change(*joint.span(), sign))
            end = joint.end()
        if changes:
            yield Rewrite(match.start(), end, tuple(changes), MEANS)
