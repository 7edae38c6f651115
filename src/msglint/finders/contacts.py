"""Contacts in a text: e-mail addresses, phone numbers, messenger and social accounts."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.finders.emails import find_emails
from msglint.finders.handles import find_handles
from msglint.finders.phones import find_phones
from msglint.frozen import Frozen


class Contact(Frozen):
    """A way to reach someone; offsets are code points of the folded text.

    `kind` is `email`, `phone`, `messenger` or `social`; `value` is the address, number or name without what
    stands around it; `service` names the messenger or network (`wechat`, `whatsapp`, ...) if one is named.
    """

    start: int
    end: int
    kind: str
    value: str
    service: str | None = None


def find_contacts(text: str, markets: tuple[str, ...] = ()) -> list[Contact]:
    """Return the contacts in folded text, in order and disjoint.

    A phone number that is a messenger's account is part of the account. `markets` are ISO codes whose phone
    numbers count; none means the common ones.
    """
    kept: list[Contact] = []
    for contact in sorted(_all(text, markets), key=lambda contact: (contact.start, -contact.end)):
        if not kept or contact.start >= kept[-1].end:
            kept.append(contact)
    return kept


def _all(text: str, markets: tuple[str, ...]) -> Iterator[Contact]:
    for handle in find_handles(text):
        yield Contact(handle.start, handle.end, handle.kind, handle.value, handle.service)
    for email in find_emails(text):
        yield Contact(email.start, email.end, "email", email.text)
    for phone in find_phones(text, markets):
        yield Contact(phone.start, phone.end, "phone", phone.value)
