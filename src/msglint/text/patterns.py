"""Patterns that are compiled when a text first needs them: most texts need few of the many there are."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, AnyStr, cast

if TYPE_CHECKING:
    import regex


class _Lazy:
    """Stands for a pattern; whatever is asked of it is asked of the pattern, and remembered."""

    def __init__(self, compiled: Callable[[Any, int], object], source: str | bytes, flags: int) -> None:
        self._compiled = compiled
        self._made = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = getattr(self._compiled(*self._made), name)
        self.__dict__[name] = value
        return value


def lazy_pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what behaves as `re.compile(source, flags)` and compiles when it is first used."""
    return cast("re.Pattern[AnyStr]", _Lazy(re.compile, source, flags))


def lazy_regex(source: str, flags: int = 0) -> regex.Pattern[str]:
    """Return what behaves as `regex.compile(source, flags)` and compiles when it is first used."""
    return cast("regex.Pattern[str]", _Lazy(_compiled, source, flags))


def _compiled(source: str, flags: int) -> regex.Pattern[str]:
    import regex  # Much code, which many a command needs not.

    return regex.compile(source, flags)
