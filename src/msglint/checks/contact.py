"""The `contact` check: e-mail addresses, phone numbers, messenger and social accounts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msglint.checks.match import Match
from msglint.matching.spans import Span

if TYPE_CHECKING:
    from msglint.finders.contacts import Contact
    from msglint.matching.document import DocumentReading
    from msglint.packs.model import ContactCheck, ContactTest


def find(check: ContactCheck, document: DocumentReading) -> Iterator[Match]:
    """Yield the contacts that pass the check's test."""
    for reading in document.readings:
        for contact in reading.contacts:
            if fits(contact, check.test):
                span = Span(contact.start, contact.end)
                arguments = {"contact": reading.excerpt(*span[:2])}
                yield Match(reading, span, (span,), contact=contact, arguments=arguments)


def fits(contact: Contact, test: ContactTest) -> bool:
    """Whether a contact is of one of the kinds that a test names."""
    return not test.kinds or contact.kind in test.kinds
