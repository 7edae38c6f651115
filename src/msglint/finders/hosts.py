"""Hosts and the domains they are registered under, by the public suffix list that ships with the library."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from msglint.finders.suffixes import NO_REGISTRY_LEVEL, RESERVED

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

MAX_HOST = 253
MAX_LABEL = 63


@cache
def _suffix_list() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_unknown=False, only_icann=True)


@lru_cache(maxsize=4096)
def registered_domain(host: str) -> str | None:
    """Return the domain that someone registered (`a.brand.co.uk` -> `brand.co.uk`).

    None if no known public suffix ends the host, or nothing stands before it. Suffixes that companies offer
    to their customers (`myshopify.com`) count as plain domains; the host tells the customer.
    """
    labels = host.split(".")
    if len(labels) < 2 or not all(map(_is_label, labels)):
        return None
    if labels[-1] in RESERVED or labels[-1] in NO_REGISTRY_LEVEL:
        return ".".join(labels[-2:])
    domain = _suffix_list().privatesuffix(host)
    return domain if isinstance(domain, str) else None


def known_part(host: str) -> tuple[str, str] | None:
    """Return the longest beginning of `host` that has a registered domain, and that domain.

    What follows was glued on: the next sentence (`brand.com.please`) or a dash (`brand.com-the`).
    """
    while "." in host:
        rest, _, last = host.rpartition(".")
        for candidate in (host, f"{rest}.{last.partition('-')[0]}"):
            if domain := registered_domain(candidate):
                return candidate, domain
        host = rest
    return None


def suffix_of(domain: str) -> str:
    """Return what follows the first label of a registered domain: its public suffix."""
    return domain.partition(".")[2]


def _is_label(label: str) -> bool:
    return 0 < len(label) <= MAX_LABEL and label[0] != "-" and label[-1] != "-"
