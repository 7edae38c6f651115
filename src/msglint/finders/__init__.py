"""Finders: links, contacts and typed things (`<money>`, `<phone>`, ...) in folded text.

A finder gets a folded text and the markets that matter, and yields spans (code points, end exclusive) that
are in order and disjoint. Each type has its own module, imported when first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import cast

Finder = Callable[[str, tuple[str, ...]], Iterable[tuple[int, int]]]

MODULES = {
    "age": "age",
    "date": "dates",
    "email": "emails",
    "handle": "handles",
    "money": "money",
    "number": "number",
    "order_id": "order_id",
    "percent": "percent",
    "phone": "phones",
    "postal_address": "postal_address",
    "qr": "qr",
    "temperature": "temperature",
    "url": "links",
}
"""The module of each type; it has a function `find`."""


class LazyFinders(Mapping[str, Finder]):
    """The finders by type name; looking one up imports its module."""

    def __getitem__(self, name: str) -> Finder:
        module = import_module(f"{__name__}.{MODULES[name]}")
        return cast(Finder, module.find)

    def __iter__(self) -> Iterator[str]:
        return iter(MODULES)

    def __len__(self) -> int:
        return len(MODULES)


TYPES: Mapping[str, Finder] = LazyFinders()
