"""The `link` check: links as people write them, judged by registered domain, path, scheme and kind."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from msglint.checks.match import Match
from msglint.matching.spans import Span

if TYPE_CHECKING:
    from msglint.finders.links import Link
    from msglint.matching.document import DocumentReading
    from msglint.packs.model import LinkCheck, LinkTest


def find(check: LinkCheck, document: DocumentReading) -> Iterator[Match]:
    """Yield the links that pass the check's test."""
    for reading in document.readings:
        for link in reading.links:
            if fits(link, check.test):
                span = Span(link.start, link.end)
                arguments = {"link": reading.excerpt(*span[:2]), "host": link.host, "domain": link.domain}
                yield Match(reading, span, (span,), link=link, arguments=arguments)


def fits(link: Link, test: LinkTest) -> bool:
    """Whether a link passes every given part of a test."""
    return (
        (not test.hosts or any(_is_host(link.host, host) for host in test.hosts))
        and (not test.paths or any(fnmatchcase(link.path or "/", path) for path in test.paths))
        and (not test.schemes or link.scheme in test.schemes)
        and (not test.kinds or not link.kinds.isdisjoint(test.kinds))
    )


def _is_host(host: str, wanted: str) -> bool:
    return host == wanted or host.endswith("." + wanted)
