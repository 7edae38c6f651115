"""Putting the parts of a statement together: exact places first, then known errors, then tolerant search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msglint.statements.align import Alignment, align, most_coverage
from msglint.statements.alike import traces
from msglint.statements.diff import is_same
from msglint.statements.extent import Free, extent, negations_before, window
from msglint.statements.lexed import kept_terms
from msglint.statements.outcome import BEGUN, MEANING, VERBATIM, WORDING, Found, Setting
from msglint.statements.protected import change
from msglint.statements.search import first_after, last_before
from msglint.statements.tokens import BLANK
from msglint.statements.words import Range

if TYPE_CHECKING:
    from msglint.statements.candidates import Candidates, Place

MAX_ANCHORS = 200
"""Places of the rarest part around which a complete statement is looked for."""

MAX_ALIGNED = 4
"""Readings of a part that are tried by alignment."""


def complete_groups(bodies: Sequence[Candidates]) -> Iterator[list[Found]]:
    """Yield, around each place of the rarest part, the nearest places of all parts; none if one has none."""
    rarest = min(range(len(bodies)), key=lambda index: len(bodies[index].exact))
    if all(body.exact for body in bodies):
        for anchor in bodies[rarest].exact[:MAX_ANCHORS]:
            yield _around(bodies, [body.exact for body in bodies], rarest, anchor)


def group_in(bodies: Sequence[Candidates], span: Range, blocked: set[int], setting: Setting) -> list[Found]:
    """Return what a stretch holds of the parts, altered ones too."""
    exact = [[place for place in body.exact if _inside(place[0], span)] for body in bodies]
    present = [index for index, found in enumerate(exact) if found]
    found: list[Found] = []
    if present:
        rarest = min(present, key=lambda index: len(exact[index]))
        found = _around(bodies, exact, rarest, exact[rarest][0])
    taken = blocked.union(*(range(*item.span) for item in found))
    for search in (_wrong, _altered):
        known = {item.part.id for item in found}
        for body in bodies:
            other = None if body.part.id in known else search(body, span, taken, setting)
            if other:
                found.append(other)
                taken.update(range(*other.span))
    return found


def with_negations(
    found: Sequence[Found], bodies: Sequence[Candidates], blocked: set[int], setting: Setting
) -> list[Found]:
    """Return the parts, those with a negation directly in front marked as altered in meaning.

    A negation that a wording of the part has too alters nothing (“do not swallow”, “not rechargeable”).
    """
    exact = {body.part.id: {place for place, _ in body.exact} for body in bodies}
    taken = blocked.union(*(range(*item.span) for item in found))
    checked = []
    for item in found:
        more = negations_before(setting.words, item.span.first, lambda number: number not in taken)
        span = Range(item.span.first - more, item.span.last)
        if more and item.code is None and span not in exact[item.part.id]:
            item = Found(item.part, span, item.wording, MEANING)
        checked.append(item)
    return checked


def _around(
    bodies: Sequence[Candidates], exact: Sequence[Sequence[Place]], rarest: int, anchor: Place
) -> list[Found]:
    """Return the nearest places before the anchor for the parts before it, behind it for the others.

    Places of neighbouring parts may overlap, such as a blank that ends where the next part begins.
    """
    start = anchor[0].first
    chosen: dict[int, Place] = {rarest: anchor}
    edge = start
    for index in reversed(range(rarest)):
        place = last_before(exact[index], edge) or first_after(exact[index], start)
        if place:
            chosen[index] = place
            edge = min(edge, place[0].first)
    edge = start
    for index in range(rarest + 1, len(bodies)):
        place = first_after(exact[index], edge) or last_before(exact[index], start)
        if place:
            chosen[index] = place
            edge = max(edge, place[0].first)
    return [Found(bodies[index].part, *chosen[index]) for index in sorted(chosen)]


def _inside(span: Range, outer: Range) -> bool:
    return outer.first <= span.first and span.last <= outer.last


def _wrong(body: Candidates, span: Range, taken: set[int], _: Setting) -> Found | None:
    for place, wording, code in body.wrong:
        if _inside(place, span) and taken.isdisjoint(range(*place)):
            right = body.wordings[0] if body.wordings else wording
            return Found(body.part, place, right, code, is_known_error=True)
    return None


def _altered(body: Candidates, span: Range, taken: set[int], setting: Setting) -> Found | None:
    free: Free = lambda number: number not in taken  # noqa: E731  # a name for a short closure
    tokens = [setting.words.tokens[number] for number in range(*span) if free(number)]
    if not body.known.is_begun(traces(tokens)):
        return None
    telling = body.known.telling(tokens)
    likely = body.known.outlines.likeliest(set(tokens), MAX_ALIGNED)
    begun = [wording for wording in likely if most_coverage(wording, telling) >= BEGUN]
    searched = window(setting.words, span, free) if begun else None
    alignments = [found for wording in begun if searched and (found := align(wording, searched))]
    best = max(alignments, key=lambda found: found.coverage, default=None)
    return _judged(body, best, setting, free) if best and best.coverage >= BEGUN else None


def _judged(body: Candidates, best: Alignment, setting: Setting, free: Free) -> Found:
    span = extent(setting.words, best.pairs, len(best.wording.words), free)
    tokens = setting.words.tokens[span.first : span.last]
    if is_same(best.wording, tokens) or tokens == [word for word in best.wording.words if word != BLANK]:
        return Found(body.part, span, best.wording)
    code = change(best.wording.words, tokens, kept_terms(body.part))
    if code is None and (setting.match == VERBATIM or not body.foreign.isdisjoint(tokens)):
        code = WORDING
    return Found(body.part, span, best.wording, code)
