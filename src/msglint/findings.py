"""From findings to violations: one for each thing that is wrong, in however many rules and contexts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from msglint.checks.registry import gives_way
from msglint.frozen import Frozen
from msglint.packs.model import AllOf, AnyOf, Case, Condition, Not, OneOf, Rule
from msglint.reserved import NOT_JUDGED, finding
from msglint.violation import Severity, Violation

if TYPE_CHECKING:
    from msglint.checks.match import Match
    from msglint.document import Document, Element
    from msglint.matching.spans import Span
    from msglint.packs.conditions import Scenario, Verdict

CELL = 64
"""Code points of the cells by which overlapping violations are looked up."""

CONTEXT = 300
"""Code points on either side of a violation's start that count as its sentence."""


class Finding(Frozen):
    """A match that no exception silenced, in one scenario."""

    rule: Rule
    match: Match
    case: Case | None
    severity: Severity
    scenario: Scenario
    verdict: Verdict


def violations(
    found: Iterable[Finding], scenarios: Sequence[Scenario], document: Document
) -> list[Violation]:
    """Return a document's violations in the order of the text: one a place and category, severest first."""
    single = _across_scenarios(
        [(_violation(finding, document), finding.scenario) for finding in _without_guesses(list(found))],
        scenarios,
    )
    ranked = sorted(single, key=lambda item: (-item.severity, item.rule, len(item.disguise)))
    kept: list[Violation] = []
    places: dict[tuple[str, int, int], set[int]] = {}
    for violation in ranked:
        cells = [(violation.category, violation.segment, cell) for cell in _cells(violation)]
        near = sorted({index for cell in cells for index in places.get(cell, ())})
        index = next((index for index in near if _same_thing(kept[index], violation)), None)
        if index is None:
            index = len(kept)
            kept.append(violation)
        else:
            kept[index] = _joined(kept[index], violation)
        for cell in cells:
            places.setdefault(cell, set()).add(index)
    return sorted(kept, key=_reading_order)


def _without_guesses(found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings but those that guess what others name."""
    named = {
        item.rule.category
        for item in found
        if item.severity >= Severity.WARNING and not gives_way(item.rule.check)
    }
    for item in found:
        if not gives_way(item.rule.check) or item.rule.category not in named:
            yield item


def _cells(violation: Violation) -> range:
    """Return the cells of the text that a violation touches: only those that share one can overlap."""
    if violation.start is None or violation.end is None:
        return range(0)
    return range(violation.start // CELL, violation.end // CELL + 1)


def _violation(finding: Finding, document: Document) -> Violation:
    from msglint.fixes.offer import offered  # Knows formats and checks, and most texts violate nothing.

    rule, match, case = finding.rule, finding.match, finding.case
    reading, span = match.reading, match.span
    origin = reading.segment.origin
    start, end = reading.original(span.start, span.end) if span else (0, 0)
    excerpt = reading.segment.text[start:end]
    window = reading.window(rule.near, span.start, span.end) if span else (0, 0)
    low, high = _around(window, span) if span else window
    market = finding.scenario.values.get("market")
    found = Violation(
        rule=rule.id,
        category=match.category or rule.category,
        severity=finding.severity,
        message=(case and case.message) or match.message or rule.message,
        suggestion=(case and case.suggest) or match.suggest or rule.suggest,
        code=(case and case.code) or match.code or rule.code,
        arguments={**match.arguments, "match": excerpt},
        place=origin.place(start, end),
        segment=reading.index,
        start=start if span else None,
        end=end if span else None,
        excerpt=excerpt,
        folded=reading.plainly(span) if span else "",
        sentence=reading.text[low:high].strip(),
        disguise=reading.means(span) if span else (),
        assumed=_assumptions(finding),
        related=tuple(
            other.segment.origin.place(*other.original(s.start, s.end)) for other, s in match.related
        ),
        markets=(str(market),) if market else (),
        facts=rule.facts,
        extends=rule.extends,
        fix=offered(rule, match, finding.scenario, document),
    )
    return found if match.element is None else _about(document.elements[match.element], match.element, found)


def _about(element: Element, index: int, found: Violation) -> Violation:
    """Return a violation that is about an element rather than a stretch of text."""
    name = element.text
    return replace(
        found,
        element=index,
        place=element.origin.place(0, len(name)),
        excerpt=name,
        sentence=name,
        arguments={**found.arguments, "match": name},
    )


def _around(window: tuple[int, int], span: Span) -> tuple[int, int]:
    """Return the window, cut around the span so that a text without sentence ends fills no memory."""
    return max(window[0], span.start - CONTEXT), min(window[1], span.start + CONTEXT)


def _assumptions(finding: Finding) -> tuple[str, ...]:
    unknown = (f"{name}={_wanted(finding.rule.when, name)}" for name in finding.verdict.unknown)
    return tuple(sorted({*finding.verdict.assumed, *unknown}))


def _wanted(condition: Condition, attribute: str) -> str:
    """Return the value of an attribute under which a condition holds, for people; `?` if it is a range."""
    match condition:
        case OneOf(name, values) if name == attribute:
            return str(values[0]).lower() if isinstance(values[0], bool) else str(values[0])
        case AllOf(parts) | AnyOf(parts):
            return next((value for part in parts if (value := _wanted(part, attribute)) != "?"), "?")
        case Not(part):
            wanted = _wanted(part, attribute)
            return {"true": "false", "false": "true"}.get(wanted, f"not {wanted}")
        case _:
            return "?"


def _across_scenarios(
    found: list[tuple[Violation, Scenario]], scenarios: Sequence[Scenario]
) -> Iterator[Violation]:
    """Merge what several scenarios found alike; a channel that makes no difference is no assumption."""
    channels = {scenario.values.get("channel") for scenario in scenarios}
    keyed = sorted(enumerate(found), key=lambda item: (*_key(item[1][0]), item[0]))
    for _, group in groupby(keyed, key=lambda item: _key(item[1][0])):
        members = [pair for _, pair in group]
        everywhere = {scenario.values.get("channel") for _, scenario in members} == channels
        assumed = {text for violation, _ in members for text in violation.assumed}
        if everywhere and len(channels) > 1:
            assumed = {text for text in assumed if not text.startswith("channel=")}
        markets = dict.fromkeys(market for violation, _ in members for market in violation.markets)
        yield replace(members[0][0], assumed=tuple(sorted(assumed)), markets=tuple(markets))


def _key(violation: Violation) -> tuple[object, ...]:
    span = (-1, -1) if violation.start is None else (violation.start, violation.end)
    arguments = tuple(sorted(violation.arguments.items()))
    place = (violation.segment, -1 if violation.element is None else violation.element)
    return violation.rule, place, span, violation.code or "", violation.severity, arguments


def _same_thing(first: Violation, second: Violation) -> bool:
    """Whether two violations are of one category and overlap in the text.

    Those of one rule with other codes or for other markets stay apart.
    """
    if first.category != second.category or first.segment != second.segment:
        return False
    if first.rule == second.rule and (first.code, first.markets) != (second.code, second.markets):
        return False
    if first.start is None or second.start is None or first.end is None or second.end is None:
        return False
    return first.start < second.end and second.start < first.end


def _joined(kept: Violation, other: Violation) -> Violation:
    """Return the violation that stands for two of one thing, of which `kept` weighs more."""
    if other.rule == kept.rule:
        return replace(other, also=kept.also) if _tells_more(other, kept) else kept
    return replace(kept, also=tuple(sorted({*kept.also, other.rule})))


def _tells_more(other: Violation, kept: Violation) -> bool:
    """Whether a violation goes on into disguised words, and the kept one of the same rule does not."""
    is_disguised = bool(other.disguise) and other.severity == kept.severity
    return is_disguised and _extent(other) > _extent(kept)


def _extent(violation: Violation) -> tuple[int, int]:
    return len(violation.disguise), len(violation.excerpt)


def _reading_order(violation: Violation) -> tuple[object, ...]:
    start = -1 if violation.start is None else violation.start
    element = -1 if violation.element is None else violation.element
    return violation.segment, start, element, -violation.severity, violation.rule, violation.code or ""


def not_judged(
    document: Document, questions: Sequence[frozenset[str]], overrides: Mapping[str, Severity | None]
) -> Iterator[Violation]:
    """Yield the one violation that counts the duties which could not be judged, if there are any."""
    if not questions:
        return
    deciding = Counter(name for names in questions for name in names)
    if not document.complete:
        deciding["complete"] += 1
    names = sorted(deciding, key=lambda name: (-deciding[name], name))
    arguments = {"count": str(len(questions)), "attributes": ", ".join(names[:5])}
    place = document.segments[0].origin.place(0, 0)
    yield from finding(NOT_JUDGED, place, arguments, overrides)
