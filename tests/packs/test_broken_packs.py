"""Broken packs: what is reported, and where."""

# ruff: noqa: E501  (a row of a table is one line)

from pathlib import Path

import pytest

from tests.packs.files import FACTS, pack, problems, read, rule

PHRASES = "phrases: bad word"


def test_the_sample_is_sound(tmp_path: Path) -> None:
    ruleset = read(tmp_path, {"own.yaml": pack(rule(PHRASES))})
    assert [item.id for item in ruleset.rules] == ["own/one"]


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        # keys
        (("phrases: x", "mesage: x"), "11:5: unknown key “mesage”: did you mean “message”?"),
        (("phrases: x", "message: DROP"), "4:5: the key “message” is missing: what is wrong; {name} stands for what a lexicon or slot found"),
        (("phrases: x", "id: Bad Id"), "4:9: expected lower-case words joined by hyphens, such as “review-incentive”, found “Bad Id”"),
        (("phrases: x", "category: claim"), "5:15: unknown category “claim”: did you mean “claims”?"),
        (("phrases: x", "severity: Error"), "6:15: unknown severity “Error”: did you mean “error”?"),
        (("phrases: x", "gap: twelve"), "11:10: expected a whole number of at least 0, found “twelve”"),
        # one check
        ((), "4:5: the rule has no check: expected one of phrases, regex, link, contact, limit, nothing_but, at_most, reads_like, report, forbid, require, print_size"),
        (("phrases: x", "regex: y"), "11:12: a second check beside “phrases”: make two rules of it"),
        # origin
        (("phrases: x", "source: DROP"), "4:5: the key “facts” or “source” is missing: say where the policy was read"),
        (("phrases: x", "facts: F-BLOK"), "11:12: unknown fact “F-BLOK”: did you mean “F-BLOCK”?"),
        (("phrases: x", "facts: [F-BLOCK, amz]"), "11:22: expected the id of a fact, such as AMZ-MSG-13, found “amz”"),
        (("phrases: x", "source: {title: t, url: example.com}"), "7:29: expected an address that begins with https:// or http://, found “example.com”"),
        # examples
        (("phrases: x", "examples: DROP"), "4:5: the key “examples” is missing: copy that proves the rule"),
        (("phrases: x", "examples: {flag: [a, b], pass: [a, b, c]}"), "9:22: expected at least 3 in this list, found 2"),
        (("phrases: x", "examples: {flag: [a, b, c]}"), "9:15: the key “pass” is missing: copy that the rule must let pass"),
        (("phrases: x", "examples: {flag: [a, {txt: b}, c], pass: [a, b, c]}"), "9:27: unknown key “txt”: did you mean “text”?"),
        (("phrases: x", "examples: {flag: [a, b, c], pass: [a, b, {text: c, severity: error}]}"), "9:56: unknown key “severity”: expected one of context, elements, format, letters, subject, text"),
        (("phrases: x", "examples: {context: {product: {is_toi: true}}, flag: [a, b, c], pass: [a, b, c]}"), "9:36: unknown attribute “is_toi”: did you mean “is_toy”?"),
        (("phrases: x", "examples: {context: {market: XX}, flag: [a, b, c], pass: [a, b, c]}"), "9:34: unknown market “XX”: expected one of"),
        # phrases
        (("phrases: []",), "10:14: expected at least 1 in this list, found 0"),
        (("phrases: ''",), "10:14: expected a phrase, or {all: [...]} of several, found “”"),
        (("phrases: true",), "10:14: expected a phrase, or {all: [...]} of several, found true without quotes"),
        (("phrases: [a, ... b]",), "10:18: “... b” begins or ends with a gap: put words on both sides of “ ... ”"),
        (("phrases: '(a|b ... c)'",), "10:14: “b ... c” holds a gap: an alternative cannot, write two phrases"),
        (("phrases: re*",), "10:14: stem “re*” is too short or not Latin: write at least 4 Latin letters"),
        (("phrases: (|a)(|b)",), "10:14: “(|a)(|b)” may match nothing at all: make one part of it obligatory"),
        (("phrases: [{al: [a, b]}]",), "10:16: unknown key “al”: did you mean “all”?"),
        (("phrases: [{all: [a]}]",), "10:21: expected at least 2 in this list, found 1"),
        (("phrases: [{all: [a, b], within: 2 sentence}]",), None),
        (("phrases: [{all: [a, b], within: two sentences}]",), "10:37: expected a unit: clause, sentence, block, paragraph, segment, document, or several, such as “2 sentences”, found “two sentences”"),
        (("phrases: $nothing",), "10:14: unknown lexicon “$nothing”: none is known"),
        (("phrases: <mony>",), "10:14: unknown type “<mony>”: did you mean “money”?"),
        (("phrases: '(a|<mony>)'",), "10:14: unknown type “<mony>”: did you mean “money”?"),
        (("phrases: x", "not_inside: $none"), "11:17: unknown lexicon “$none”: none is known"),
        (("phrases: x", "unless: {within: clause}"), "11:13: expected “before”, “after” or both"),
        # regular expressions
        (("regex: 'a('",), "10:12: bad regular expression: missing ) at position 2"),
        (("regex: a*",), "10:12: the regular expression matches the empty text: make one part obligatory"),
        ((r"regex: \bfree\b",), r"10:12: “\b” knows no edge beside Han characters: write (?<![\p{Latin}\p{N}_]) or (?![\p{Latin}\p{N}_])"),
        ((r"regex: free\w+",), r"10:12: “\w” takes Han characters for letters of a word: write [\p{Latin}\p{N}_]"),
        ((r"regex: free\\w+",), None),
        (("regex: {pattern: free, need: free}",), "10:28: unknown key “need”: did you mean “needs”?"),
        # links and contacts
        (("link: {kind: shrt}",), "10:18: unknown kind of link “shrt”: did you mean “short”?"),
        (("link: {host: 'https://x.com'}",), "10:18: expected a domain such as “amazon.com”, or a lexicon of domains such as “$amazon_hosts”, found “https://x.com”"),
        (("link: {host: $hosts}",), "10:18: unknown lexicon “$hosts”: none is known"),
        (("contact: {kind: [email, fax]}",), "10:29: unknown kind of contact “fax”: expected one of email, messenger, phone, social"),
        # limits
        (("limit: {measure: characters}",), "10:12: expected “max”, “min” or both"),
        (("limit: {measure: charcters, max: 9}",), "10:22: unknown measure “charcters”: did you mean “characters”?"),
        (("limit: {measure: characters, max: many}",), "10:39: unknown table “many”: none is known"),
        (("at_most: {count: -1, phrases: x}",), "10:22: expected a whole number of at least 0, found “-1”"),
        (("at_most: {count: 1, phrases: x, earlier: opted_out}",), "10:46: “opted_out” is no count: expected an attribute that holds a whole number"),
        (("report: false",), "10:13: expected true: the context alone is the error"),
        # duties
        (("require: {statement: none-such}",), "10:26: unknown statement “none-such”: none is known"),
        (("require: {statement: x, match: exact}",), "10:36: unknown match “exact”: expected one of elements, equivalent, verbatim"),
        (("require: {statement: x, languages: English}",), "10:40: unknown language “English”: expected one of market, text"),
        # fixes
        (("phrases: x", "fix: delet"), "11:10: unknown fix “delet”: did you mean “delete”?"),
        (("phrases: x", "fix: https"), "11:10: “https” mends links: the rule needs a “link” check"),
        (("limit: {measure: words, max: 1}", "fix: blank_lines"), "11:10: “blank_lines” needs “limit: {measure: consecutive_line_breaks}”"),
        (("phrases: x", "fix: {replace: {x: y}}"), None),
        # zones and units
        (("phrases: x", "not_in: signatur"), "11:13: unknown zone or role “signatur”: expected one of"),
        (("phrases: x", "near: line"), "11:11: expected a unit: clause, sentence, block, paragraph, segment, document, or several, such as “2 sentences”, found “line”"),
        # cases
        (("phrases: x", "cases: [{severity: error}]"), "11:13: the case fits always: expected “near”, “when”, “link” or “contact”"),
        (("phrases: x", "cases: [{near: y}]"), "11:13: expected either “pass: true” or a severity, code, message or suggestion"),
        (("phrases: x", "cases: [{near: y, pass: true, code: z}]"), "11:13: expected either “pass: true” or a severity, code, message or suggestion"),
        (("phrases: x", "cases: [{near: y, pas: true}]"), "11:23: unknown key “pas”: did you mean “pass”?"),
        (("phrases: x", "unknown: skip"), "11:14: unknown value “skip”: expected one of flag, pass"),
        # conditions
        (("phrases: x", "when: {markt: US}"), "11:12: unknown attribute “markt”: did you mean “market”?"),
        (("phrases: x", "when: {market: [US, UX]}"), "11:25: unknown market “UX”: expected one of"),
        (("phrases: x", "when: {market: []}"), "11:20: “market”: expected at least one value in this list"),
        (("phrases: x", "when: {is_toy: yes}"), "11:20: “is_toy”: expected true or false, found “yes”"),
        (("phrases: x", "when: {age_min_months: 3+}"), "11:28: “age_min_months”: expected a whole number, found “3+”"),
        (("phrases: x", "when: {age_min_months: {min: 36, under: 72}}"), "11:38: unknown key “under”: expected one of above, below, max, min"),
        (("phrases: x", "when: {age_min_months: {min: 72, below: 36}}"), "11:28: nothing lies in this range: its lower bound is above its upper bound"),
        (("phrases: x", "when: {age_min_months: {min: 36, above: 36}}"), "11:28: expected one lower bound, one upper bound, or both"),
        (("phrases: x", "when: {age_min_months: {min: 36, max: 36}}"), None),
        (("phrases: x", "when: {as_of: {since: 2024-02-30}}"), "11:27: expected a date, such as 2027-10-01, found “2024-02-30”"),
        (("phrases: x", "when: {as_of: {min: 2024-02-28}}"), "11:20: unknown key “min”: expected one of since, until"),
        (("phrases: x", "when: {platform: {min: 1}}"), "11:22: “platform” has no order: expected one of its values or a list of them"),
        (("phrases: x", "when: {}"), "11:11: expected a condition, such as {market: US, is_toy: true}, or the name of one, found a mapping"),
        (("phrases: x", "when: us_toys"), "11:11: unknown condition “us_toys”: none is known"),
        (("phrases: x", "when: {any: {market: US}}"), "11:17: expected a list of: a condition, such as {market: US, is_toy: true}, or the name of one, found a mapping"),
        (("phrases: x", "when: {contains: {statment: y}}"), "11:23: unknown key “statment”: did you mean “statement”?"),
        (("phrases: x", "when: {contains: {statement: y}}"), "11:34: unknown statement “y”: none is known"),
    ],
)  # fmt: skip
def test_a_broken_rule(tmp_path: Path, lines: tuple[str, ...], problem: str | None) -> None:
    files = {"own.yaml": pack(rule(*lines)), "facts.yaml": FACTS}
    if problem is None:
        read(tmp_path, files)
        return
    (found,) = problems(tmp_path, files)
    assert found.startswith(f"own.yaml:{problem}")
    assert problem.endswith("expected one of") or found == f"own.yaml:{problem}"


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        ("lexicons: {a: [$b], b: [$a]}", "3:12: the lexicons go round in a circle: $a → $b → $a"),
        ("lexicons: {a: [x $a y]}", "3:12: the lexicons go round in a circle: $a → $a"),
        ("lexicons: {a.en: [$a.zh], a.zh: [x]}", None),
        ("lexicons: {A: [x]}", "3:12: expected the name of a lexicon, such as “review” or “review.en”, found “A”"),
        ("lexicons: {a: {entires: [x]}}", "3:16: unknown key “entires”: did you mean “entries”?"),
        ("lexicons: {a: {not_inside: [x]}}", "3:15: the key “entries” is missing: its words and phrases"),
        ("lexicons: {review: [x], b: [$reviw]}", "3:29: unknown lexicon “$reviw”: did you mean “review”?"),
        ("lexicons: {review.en: [x], b: [$review.zh]}", "3:32: the lexicon “$review” has no “zh”: expected one of en"),
        ("conditions: {a: b, b: {not: c}, c: {all: [a]}}", "3:17: the conditions go round in a circle: b → c → a → b"),
        ("conditions: {a: {market: US}, b: aa}", "3:34: unknown condition “aa”: did you mean “a”?"),
        ("conditions: {a: {markt: US}}", "3:18: unknown attribute “markt”: did you mean “market”?"),
        ("zones: {a: {until: end}}", "3:12: expected one of “starts”, “prefix” and “reads_like”"),
        ("zones: {a: {starts: x, throughout: true}}", "3:36: “throughout” belongs to “reads_like”"),
        ("zones: {a: {prefix: x, quoted: true}}", "3:32: “quoted” belongs to “reads_like”"),
        ("zones: {a: {starts: x, max_lines: 0}}", "3:35: expected a whole number of at least 1, found “0”"),
        ("statements: {a: {together: block}}", "3:17: expected either “parts” or, for several permitted forms, “forms”"),
        ("statements: {a: {parts: [{id: x}]}}", "3:26: the key “any” is missing: accepted wordings by language"),
        ("statements: {a: {parts: [{id: x, any: {en: y}}, {id: x, any: {en: z}}]}}", "3:25: the part “x” stands twice"),
        ("statements: {a: {parts: [{id: x, any: {english: y}}]}}", "3:40: expected a language code, such as “en” or “zh”, found “english”"),
        ("statements: {a: {parts: [{id: x, any: {en: $y}}]}}", "3:44: unknown lexicon “$y”: none is known"),
        ("tables: {a: {by: operatn, else: 1}}", "3:18: unknown attribute “operatn”: did you mean “operation”?"),
        ("tables: {a: {by: operation, sendInvoce: 1, else: 1}}", "3:29: “operation” cannot be “sendInvoce”: did you mean “sendInvoice”?"),
        ("tables: {a: {by: format, html: 1}}", "3:13: the table leaves a hole: it says nothing for “text”; add the key “else”"),
        ("tables: {a: {by: format, html: 1, text: 2}}", None),
        ("tables: {a: {by: is_toy, true: 1}}", "3:13: the table leaves a hole: it says nothing for “false”; add the key “else”"),
        ("tables: {a: {by: is_toy, true: 1, false: 2}}", None),
        ("tables: {a: {by: state, RI: 1}}", "3:13: the table leaves a hole: it says nothing for other values; add the key “else”"),
        ("tables: {a: {by: market, GB: 1, UK: 2, else: 3}}", "3:13: the table says two things for “GB”"),
        ("tables: {a: {by: height_in, ranges: [{below: 2, value: 1}, {min: 2, value: 2}]}}", None),
        ("tables: {a: {by: height_in, ranges: [{max: 2, value: 1}, {above: 2, value: 2}]}}", None),
        ("tables: {a: {by: height_in, ranges: [{below: 2, value: 1}, {above: 2, value: 2}]}}", "3:60: the table leaves a hole beside this range: let ranges touch, and the outer ones be open"),
        ("tables: {a: {by: height_in, ranges: [{min: 2, value: 2}, {max: 2, value: 1}]}}", "3:38: this range overlaps another: each value may lie in one only"),
        ("tables: {a: {by: height_in, ranges: [{min: 0, value: 1}]}}", "3:38: the table leaves a hole beside this range: let ranges touch, and the outer ones be open"),
        ("tables: {a: {by: age_min_months, ranges: [{max: 35, value: 1}, {min: 36, value: 2}]}}", None),
        ("tables: {a: {by: age_min_months, ranges: [{max: 35, value: 1}, {min: 37, value: 2}]}}", "3:64: the table leaves a hole beside this range: let ranges touch, and the outer ones be open"),
        ("tables: {a: {by: as_of, ranges: [{until: 2027-12-31, value: 1}, {since: 2028-01-01, value: 2}]}}", None),
        ("tables: {a: {by: platform, ranges: [{min: 1, value: 1}]}}", "3:36: “platform” has no order: write its values as keys"),
        ("tables: {a: {by: height_in, ranges: [{value: 1}], else: 2}}", "3:13: expected nothing beside “by” and “ranges”"),
        ("tables: {a: b, b: a}", "3:13: the tables go round in a circle: b → a → b"),
        ("applies: {channel: [mesage]}", "3:21: “channel” cannot be “mesage”: did you mean “message”?"),
        ("optional: yes", "3:11: expected true or false, found “yes”"),
    ],
)  # fmt: skip
def test_broken_shared_pieces(tmp_path: Path, head: str, problem: str | None) -> None:
    files = {"own.yaml": pack(rule(PHRASES), head=f"{head}\n")}
    if problem is None:
        read(tmp_path, files)
    else:
        assert problems(tmp_path, files) == [f"own.yaml:{problem}"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "1:1: this is no rule file: expected a mapping that begins with “pack”, “lexicons” or “facts”"),
        ("- a\n", "1:1: this is no rule file: expected a mapping that begins with “pack”, “lexicons” or “facts”"),
        ("title: x\npack: own\n", "1:1: a rule file cannot begin with “title”: write “pack” first"),
        ("lexicon: {}\n", "1:1: a rule file cannot begin with “lexicon”: did you mean “lexicons”?"),
        ("pack: other\ntitle: x\nrules:\n" + rule(PHRASES), "1:7: the pack's name must be that of its file: expected “own”"),
        ("pack: own\ntitle: x\nrules: []\n", "3:8: expected at least 1 in this list, found 0"),
        (pack(rule(PHRASES), rule(PHRASES)), "11:9: the rule “own/one” stands twice"),
        ("facts:\n  - {id: A-1, title: t, statement: s, level: label, confidence: stated, sources: []}\n", "2:65: labels have the grades A, B, C, and only labels have them"),
        ("facts:\n  - {id: A-1, title: t, statement: s, level: warn, confidence: stated, sources: [X]}\nsources: {Y: {title: y}}\n", "2:5: unknown source “X”: expected one of Y"),
        ("not_checkable: {A-1: {en: x, fr: y}}\n", "1:30: unknown language “fr”: expected one of en, zh"),
    ],
)  # fmt: skip
def test_broken_files(tmp_path: Path, text: str, problem: str) -> None:
    assert problems(tmp_path, {"own.yaml": text}) == [f"own.yaml:{problem}"]


def test_all_problems_of_all_files_at_once(tmp_path: Path) -> None:
    broken = rule("phrases: [re*, ok, ... b]", "gap: x", "when: {markt: US, is_toy: yes}", name="two")
    files = {
        "own.yaml": pack(rule("mesage: x"), broken, head="lexicons: {A: x}\n"),
        "words.yaml": "lexicons:\n  a: [x\n",
        "more.yaml": "lexicons: {a: 're*'}\n",
    }
    places = [found.split(": ")[0] for found in problems(tmp_path, files)]
    assert places == [
        "more.yaml:1:15",
        "own.yaml:3:12",
        "own.yaml:11:5",
        "own.yaml:18:15",
        "own.yaml:18:24",
        "own.yaml:19:10",
        "own.yaml:20:12",
        "own.yaml:20:31",
        "words.yaml:2:6",
    ]


def test_names_stand_once(tmp_path: Path) -> None:
    shared = (
        "lexicons: {a.en: [x]}\nzones: {z: {prefix: '>'}}\nconditions: {c: {market: US}}\n"
        "tables: {t: 5}\nstatements: {s: {parts: [{id: p, any: {en: w}}]}}\n"
    )
    assert problems(tmp_path, {"a.yaml": shared, "b.yaml": shared}) == [
        "b.yaml:3:14: the condition “c” stands twice: first in a.yaml:3",
        "b.yaml:4:10: the table “t” stands twice: first in a.yaml:4",
    ]
    shared = "\n".join(line for line in shared.split("\n") if not line.startswith(("conditions", "tables")))
    assert problems(tmp_path, {"a.yaml": shared, "b.yaml": shared}) == [
        "b.yaml:1:12: the lexicon “$a.en” stands twice: first in a.yaml:1",
        "b.yaml:2:9: the zone “z” stands twice: first in a.yaml:2",
        "b.yaml:3:14: the statement “s” stands twice: first in a.yaml:3",
    ]
    same = pack(rule(PHRASES))
    assert problems(tmp_path, {"x/own.yaml": same, "y/own.yaml": same}) == [
        "y/own.yaml:1:7: the pack “own” stands twice: first in x/own.yaml:1",
    ]
    assert problems(tmp_path, {"a.yaml": FACTS, "b.yaml": FACTS})[0] == (
        "b.yaml:2:10: the fact “F-BLOCK” stands twice: first in a.yaml:2"
    )


def test_hosts_are_plain_domains(tmp_path: Path) -> None:
    head = "lexicons: {shops: [a.com, $more], more: [b.com, 'x (y|z)', <url>]}\n"
    files = {"own.yaml": pack(rule("link: {host: [$shops, c.com]}"), head=head)}
    assert problems(tmp_path, files) == [
        "own.yaml:3:49: expected a plain domain, as links are compared with it, found “x (y|z)”",
        "own.yaml:3:60: expected a plain domain, as links are compared with it, found “<url>”",
    ]


def test_shipped_packs_speak_both_languages(tmp_path: Path) -> None:
    facts = "facts: F-BLOCK"
    both = "message: {en: a, zh: b}"
    english = "suggest: {en: a}"
    cases = "cases: [{near: y, message: {zh: b}}]"
    files = {
        "own.yaml": pack(rule(PHRASES, facts, both, english, cases)).replace(
            "title: Own", "title: {en: a, zh: b}"
        ),
        "facts.yaml": FACTS,
    }
    assert problems(tmp_path, files, shipped=True) == [
        "own.yaml:12:14: expected a text in each of en, zh: zh is missing",
        "own.yaml:13:32: expected a text in each of en, zh: en is missing",
    ]
    read(tmp_path, files)


def test_shipped_packs_cite_facts(tmp_path: Path) -> None:
    text = pack(rule(PHRASES, "message: {en: a, zh: b}")).replace("title: Own", "title: {en: a, zh: b}")
    assert problems(tmp_path, {"own.yaml": text}, shipped=True) == [
        "own.yaml:4:5: the key “facts” is missing: say where the policy was read"
    ]
