"""One segment, read once: folded, scanned, and asked by every rule."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from itertools import starmap
from operator import or_
from typing import TYPE_CHECKING

from msglint import budget
from msglint.disguise.means import means_of_folding
from msglint.finders import TYPES
from msglint.finders.contacts import Contact, find_contacts
from msglint.finders.links import Link, find_links
from msglint.matching.distance import Distances
from msglint.matching.edges import stands_alone
from msglint.matching.nodes import Node, Terms
from msglint.matching.spans import Covers, Named, Span, ordered
from msglint.matching.waking import Hit, Sentences, sentence_bits
from msglint.packs.kinds import LANGUAGES
from msglint.packs.model import SENTENCE, Rule, Unit
from msglint.text.fold import View, fold
from msglint.text.language import detect
from msglint.text.placeholders import Placeholder, find_placeholders, is_order_id
from msglint.text.units import unit_starts

if TYPE_CHECKING:
    from msglint.disguise.plain import Mark, Plain
    from msglint.document import Place, Segment
    from msglint.impression.features import Role
    from msglint.impression.model import Impression
    from msglint.matching.program import Program
    from msglint.matching.vocabulary import Hits
    from msglint.packs.phrases import Phrase

LOST_BLANK = re.compile(r"[^\WA-Z\d_]\.(?!Com$|Cn$)[A-Z]\w*$")
"""Two sentences or a product name where folded text seems to hold a host: `works.It`, 装.NET."""


class SegmentReading:
    """What is known about a segment's text; everything is found when first asked for, then remembered.

    Offsets are code points of the view (the folded text) unless a name says `original`.
    """

    def __init__(
        self,
        segment: Segment,
        index: int,
        program: Program,
        placeholders: Sequence[str],
        markets: tuple[str, ...],
        plain: Plain | None = None,
    ) -> None:
        self.segment = segment
        self.index = index
        self._program = program
        self._markets = markets
        self._patterns = placeholders
        self._plain = plain
        self._raw: dict[Node, list[Span]] = {}
        self._checked: dict[Node, list[Span]] = {}
        self._alone: dict[tuple[int, int], bool] = {}
        self._covers: dict[str, Covers] = {}
        self.zones: dict[tuple[str, ...], Covers] = {}
        self.stretches: dict[str, list[Span]] = {}
        self._typed: dict[str, list[Span]] = {}
        self._weighed: dict[tuple[int, int], Impression] = {}
        self._starts: dict[str, list[int]] = {}

    @cached_property
    def placeholders(self) -> list[Placeholder]:
        """The placeholders, in original offsets."""
        return find_placeholders(self.segment.text, self._patterns)

    @cached_property
    def _opaque(self) -> list[tuple[int, int]]:
        return [(item.start, item.end) for item in self.placeholders]

    @cached_property
    def view(self) -> View:
        """The folded text with its map; of a deciphered reading, the plain text with its map."""
        if self._plain is not None:
            return View(self._plain.text, self._plain.offsets)
        return fold(self.segment.text, self._opaque)

    @cached_property
    def impressions(self) -> list[tuple[Span, Impression]]:
        """What each passage of the segment reads like; one of a language that was not judged, nothing."""
        from msglint.impression.passages import passages

        if detect(self.segment.text) not in LANGUAGES:
            return []
        found = passages(self.starts("sentence"), len(self.text))
        return [(passage, self.impression(passage)) for passage in starmap(Span, found)]

    def impression(self, stretch: Span) -> Impression:
        """Return what a stretch reads like."""
        from msglint.impression.model import impression, weights  # Many texts are judged without.

        place = stretch.start, stretch.end
        if place not in self._weighed:
            self._weighed[place] = impression(self.text, *place, self._telling, weights())
        return self._weighed[place]

    @cached_property
    def _telling(self) -> list[Role]:
        return self.roles(self._program.telling)

    def sentences(self, stretch: Span) -> Iterator[Span]:
        """Yield the sentences of a stretch that begins and ends with one."""
        starts = self.starts("sentence")
        inside = starts[bisect_right(starts, stretch.start) : bisect_left(starts, stretch.end)]
        yield from map(Span, [stretch.start, *inside], [*inside, stretch.end])

    def roles(self, nodes: Mapping[int, str]) -> list[Role]:
        """Return where nodes were found that have a name, in order."""
        from msglint.impression.features import Role

        return sorted(
            Role(span.start, span.end, nodes[number])
            for number in nodes.keys() & self.awake.keys()
            for span in self.checked(self.node(number))
        )

    @cached_property
    def deciphered(self) -> SegmentReading | None:
        """The same segment with its disguised words written plainly; None if it holds none."""
        plain = None if self._plain is not None else self._program.decipherer.decipher(self.view)
        if plain is None:
            return None
        return SegmentReading(self.segment, self.index, self._program, self._patterns, self._markets, plain)

    @cached_property
    def _marks(self) -> Covers:
        return Covers(Span(mark.start, mark.end) for mark in self.marks)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The stretches that were disguised, in order."""
        return self._plain.marks if self._plain else ()

    @cached_property
    def _longest_mark(self) -> int:
        return max((mark.end - mark.start for mark in self.marks), default=0)

    def is_deciphered(self, span: Span) -> bool:
        """Whether a span overlaps a stretch that was disguised."""
        return self._marks.overlap(span.start, span.end)

    def means(self, span: Span) -> tuple[str, ...]:
        """Return the means by which a span was disguised, in the order of their names.

        A rule may know a word as it was written, such as `反现`: marks of the deciphered reading tell that it
        is a disguise.
        """
        plain, start, end = self._deciphered(span)
        found = plain._means_of_marks(start, end)
        found |= self._program.decipherer.named.means(self.text[span.start : span.end])
        found.update(means_of_folding(self.excerpt(span.start, span.end)))
        start, end = self.original(span.start, span.end)
        tests = {
            "hidden": self.segment.hidden,
            "markup": any(low < end and start < high for low, high in self.segment.masked),
        }
        return tuple(sorted(found.union(name for name, holds in tests.items() if holds)))

    def plainly(self, span: Span) -> str:
        """Return what stands in a span, folded and with disguised words written plainly."""
        plain, start, end = self._deciphered(span)
        return plain.text[start:end]

    def _deciphered(self, span: Span) -> tuple[SegmentReading, int, int]:
        """Return the reading in which disguised words are plain, with the span there."""
        plain = self.deciphered
        if plain is None:
            return self, span.start, span.end
        start, end = self.original(span.start, span.end)
        return plain, plain.view.offsets.derived(start), plain.view.offsets.derived(max(end - 1, start)) + 1

    def _means_of_marks(self, start: int, end: int) -> set[str]:
        first = bisect_left(self.marks, (start - self._longest_mark,))
        near = self.marks[first : bisect_left(self.marks, (end,))]
        return {name for mark in near if mark.end > start for name in mark.means}

    @property
    def text(self) -> str:
        """The folded text."""
        return self.view.text

    @cached_property
    def hits(self) -> Hits:
        """Where the literals of the program stand."""
        return self._program.vocabulary.scan(self.view.text)

    @cached_property
    def numbers(self) -> set[int]:
        """The numbers of the literals that occur."""
        return set(self.hits)

    @cached_property
    def _sentence_bits(self) -> list[Sentences]:
        return sentence_bits(self.starts("sentence"), len(self.text))

    @cached_property
    def hit(self) -> Hit:
        """The sentences that each literal and each type touches."""
        types = {name: found for name in self._program.waking.types if (found := self.typed(name))}
        return Hit(
            {number: self._touched(spans) for number, spans in self.hits.items()},
            {name: self._touched(spans) for name, spans in types.items()},
        )

    def _touched(self, spans: Iterable[Span]) -> Sentences:
        bits = self._sentence_bits
        return reduce(or_, [bits[span.start] | bits[span.end - 1] for span in spans])

    @cached_property
    def awake(self) -> dict[int, Sentences]:
        """The numbers of the nodes that could find anything, each with the sentences that it could touch."""
        return self._program.waking.awake(self.hit)

    def may_find(self, node: int | None, offset: int) -> bool:
        """Whether a node, by its number, could find anything in the sentence that holds an offset."""
        return node is None or bool(self.awake.get(node, 0) & self._sentence_bits[offset])

    def find(self, phrase: Phrase, rule: Rule | None = None) -> list[Span]:
        """Return where a phrase is found, in order; of a rule, or (None) of what all packs share."""
        return self.checked(self._program.node(phrase, rule))

    def find_any(self, rule: Rule) -> list[Span]:
        """Return where one of the phrases of a `phrases` rule is found, in order."""
        return self.checked(self._program.any_of(rule))

    def covers(self, rule: Rule) -> Covers:
        """Return the stretches of the rule's longer innocent phrases."""
        if rule.id not in self._covers:
            found = (span for phrase in rule.not_inside for span in self.find(phrase, rule))
            self._covers[rule.id] = Covers(found)
        return self._covers[rule.id]

    def node(self, number: int) -> Node:
        """Return a node by its number."""
        return self._program.numbered(number)

    def raw(self, node: Node) -> list[Span]:
        """Return the node's spans, edges unchecked."""
        found = self._raw.get(node)
        if found is None:
            budget.check()
            found = self._raw[node] = node.raw(self) if self._could_find(node) else []
        return found

    def checked(self, node: Node) -> list[Span]:
        """Return the node's spans that stand alone."""
        found = self._checked.get(node)
        if found is None:
            budget.check()
            found = self._checked[node] = node.checked(self) if self._could_find(node) else []
        return found

    def stands_alone(self, start: int, end: int) -> bool:
        """Whether start:end is no piece of a longer word."""
        known = self._alone.get((start, end))
        if known is None:
            known = self._alone[start, end] = stands_alone(self.text, start, end)
        return known

    def _could_find(self, node: Node) -> bool:
        return node.number in self.awake or isinstance(node, Terms)

    def typed(self, name: str) -> list[Span]:
        """Return what the finder of a type found; `order_id` counts placeholders for it."""
        if name not in self._typed:
            found = self._found(name)
            named = [
                (self.view.offsets.derived(item.start), self.view.offsets.derived(item.end))
                for item in self.placeholders
                if name == "placeholder" or (name == "order_id" and is_order_id(item.name))
            ]
            self._typed[name] = ordered(Span(s, e, (Named(name, s, e),)) for s, e in [*found, *named])
        return self._typed[name]

    def _found(self, name: str) -> Iterable[tuple[int, int]]:
        if name == "placeholder":
            return ()
        if name == "url":
            return [(link.start, link.end) for link in self.links]
        return TYPES[name](self.text, self._markets)

    @cached_property
    def links(self) -> list[Link]:
        """The links in the text; a bare one whose last dot is followed by a capital is a lost blank."""
        return [link for link in find_links(self.text) if not self._is_lost_blank(link)]

    def _is_lost_blank(self, link: Link) -> bool:
        bare = link.scheme is None and not link.path
        return bare and LOST_BLANK.search(self.excerpt(link.start, link.end)) is not None

    @cached_property
    def contacts(self) -> list[Contact]:
        """The e-mail addresses, phone numbers and accounts in the text."""
        return find_contacts(self.text, self._markets)

    @cached_property
    def _distances(self) -> Distances:
        return Distances(self.text)

    def within_gap(self, first_end: int, second_start: int, gap: int) -> bool:
        """Whether at most `gap` words, and no sentence end, lie between two offsets."""
        near = self._distances.words(first_end, second_start) <= gap
        return near and self.share(SENTENCE, first_end - 1, second_start)

    def starts(self, kind: str) -> list[int]:
        """Return where the units of a kind begin."""
        if kind not in self._starts:
            originals = unit_starts(self.segment.text, kind, self._opaque)
            derived = dict.fromkeys(map(self.view.offsets.derived, originals))
            # Nothing ends inside a word that was spelled out.
            self._starts[kind] = [start for start in derived if not self._is_inside_mark(start)] or [0]
        return self._starts[kind]

    def _is_inside_mark(self, offset: int) -> bool:
        return bool(self.marks) and self._marks.hold(offset - 1, offset + 1)

    def unit_index(self, kind: str, offset: int) -> int:
        """Return the number, from 0, of the unit that holds an offset."""
        return max(bisect_right(self.starts(kind), offset) - 1, 0)

    def share(self, unit: Unit, first: int, second: int) -> bool:
        """Whether two offsets lie within one `unit` (of several sentences: within as many in a row)."""
        distance = self.unit_index(unit.kind, second) - self.unit_index(unit.kind, first)
        return abs(distance) < unit.count

    def window(self, unit: Unit, start: int, end: int) -> tuple[int, int]:
        """Return the stretch that shares `unit` with start:end."""
        starts = self.starts(unit.kind)
        first = self.unit_index(unit.kind, start) - unit.count + 1
        last = self.unit_index(unit.kind, max(end - 1, start)) + unit.count
        return starts[max(first, 0)], starts[last] if last < len(starts) else len(self.text)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the segment's own text that start:end was folded from."""
        return self.view.offsets.span(start, end)

    def place(self, start: int, end: int) -> Place:
        """Return the place of start:end in the file."""
        return self.segment.origin.place(*self.original(start, end))

    def excerpt(self, start: int, end: int) -> str:
        """Return the author's text of start:end."""
        first, last = self.original(start, end)
        return self.segment.text[first:last]
