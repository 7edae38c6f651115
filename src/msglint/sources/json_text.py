"""JSON values with the places they stand at: validated by the standard library, located by a linear scan."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, NoReturn

from msglint.messages import Message
from msglint.sources.derive import Edit

BLANKS = re.compile(r"[ \t\r\n]*")

SIGN = re.compile(r"[ \t\r\n]*(?:[:,][ \t\r\n]*)?")
"""What stands between a key and its value, or between a value and the next key."""

TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],]')
"""What tells where a string of valid JSON belongs."""

ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)
"""An escape; a pair of surrogates is one."""

SURROGATE = re.compile("[\ud800-\udfff]")


class JsonError(ValueError):
    """Text that is no JSON: what is wrong, and at which offset."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


class Located(NamedTuple):
    """A value, the key it has in its object, and its raw span in the text."""

    key: str
    value: Any
    start: int
    end: int


def skip_blanks(text: str, at: int) -> int:
    """Return the offset of the first character from `at` on that is not blank."""
    return _skip(BLANKS, text, at)


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def value_at(text: str, at: int) -> tuple[Any, int]:
    """Return the value that begins at `at`, and where it ends. Raises JsonError."""
    try:
        return DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        reason = error.msg.removesuffix(" at").removesuffix(" starting").lower()
        raise JsonError(Message("this is not valid JSON: {}", reason), error.pos) from None
    except RecursionError:
        raise JsonError("this JSON is nested too deeply", at) from None
    except ValueError as error:
        raise JsonError(Message("this JSON cannot be read: {}", error.args[0]), at) from None


def members(text: str, at: int) -> list[Located]:
    """Return the members of the valid JSON object that begins at `at`; of several with one key, the last."""
    found: dict[str, Located] = {}
    at = skip_blanks(text, at + 1)
    while text[at] != "}":
        key, end = DECODER.raw_decode(text, at)
        start = _skip(SIGN, text, end)
        value, end = DECODER.raw_decode(text, start)
        found[key] = Located(key, value, start, end)
        at = _skip(SIGN, text, end)
    return list(found.values())


def strings(text: str, start: int, end: int) -> Iterator[Located]:
    """Yield the string values in the valid JSON text[start:end]; the key is their path, `items[0].name`."""
    path: list[str | int] = []
    for match in TOKEN.finditer(text, start, end):
        token = match[0]
        if token in ("{", "["):
            path.append("" if token == "{" else 0)
        elif token in ("}", "]"):
            path.pop()
        elif token == ",":
            path[-1] = path[-1] + 1 if isinstance(path[-1], int) else path[-1]
        elif text.startswith(":", skip_blanks(text, match.end()), end):
            path[-1] = sound(json.loads(token))
        else:
            yield Located(written(path), json.loads(token), *match.span())


def escapes(text: str, start: int, end: int) -> Iterator[Edit]:
    """Yield what the escapes within the raw string text[start:end] read as."""
    if text.find("\\", start, end) >= 0:
        for match in ESCAPE.finditer(text, start, end):
            yield Edit(*match.span(), _meant(match[0]))


@lru_cache(maxsize=8192)
def _meant(escape: str) -> str:
    return sound(json.loads(f'"{escape}"'))


def sound(text: str) -> str:
    """Return a text in which U+FFFD stands for halves of surrogate pairs, which are no characters."""
    return text if text.isascii() else SURROGATE.sub("\ufffd", text)


def written(path: Sequence[str | int]) -> str:
    """Return a path of keys and positions as people write it: `items[0].name`."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(Message("{} is no JSON value", constant))


DECODER = json.JSONDecoder(parse_constant=_refuse)
