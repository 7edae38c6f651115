"""Judgements that were made before, kept in the cache folder.

A judgement hangs on the document, the rules and the code, and on nothing else; its key is the hash of all
three. It quotes the copy, and so a file is sealed with its key, which only who holds the copy can make: the
folder gives away no text. Whatever is wrong with a file, the documents are judged anew.
"""

from __future__ import annotations

import hashlib
import marshal
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from msglint.cache import cache_folder, key_of, replace, states
from msglint.document import Document, Place
from msglint.judgement import Judgement
from msglint.shipped import files_in
from msglint.violation import Change, Fix, Severity, Template, Violation

FORMAT = b"msglint result 1\n"
DIGEST = 32
FOLDER = "results"
LARGEST = 1_000_000
"""Bytes of a file that is kept."""

SHARD_KEEPS = 500_000
"""Bytes that each of the 256 folders is cut back to, the least used files first: 128 MB in all."""

NAMES = tuple(field.name for field in fields(Violation))


def rules_key(rules: bytes, settings: Iterable[object]) -> bytes:
    """Return the key of what judges: the rules by their own key, the settings, the code and its libraries."""
    return key_of([rules, repr(list(settings)).encode(), _code()])


def key_of_documents(rules: bytes, documents: Sequence[Document]) -> bytes:
    """Return the key of what is to be judged by the rules of a key; the documents are detached."""
    return key_of(
        [rules, *(repr(_parts(document)).encode("utf-8", "surrogatepass") for document in documents)]
    )


def load(key: bytes) -> list[Judgement] | None:
    """Return the judgements that were kept under a key, None if there are none that can be read."""
    path = _path(key)
    try:
        content = path.read_bytes()
        os.utime(path)
    except OSError:
        return None
    head = len(FORMAT)
    payload = _sealed(content[head + DIGEST :], key)
    if content[: head + DIGEST] != FORMAT + _digest(payload, key):
        return None
    try:
        return [_judgement(item) for item in marshal.loads(payload)]
    except (EOFError, ValueError, TypeError, IndexError, KeyError):
        return None


def store(key: bytes, judgements: Iterable[Judgement]) -> None:
    """Keep the judgements of detached documents under a key; an unwritable folder is no error."""
    payload = marshal.dumps([_plain(judgement) for judgement in judgements])
    if len(payload) > LARGEST:
        return
    path = _path(key)
    with suppress(OSError):
        replace(path, FORMAT + _digest(payload, key) + _sealed(payload, key))
        if path.stem.endswith("0"):  # Now and then is enough, and every time would cost more than storing.
            _prune(path.parent)


def _parts(document: Document) -> tuple[object, ...]:
    """Return all that a judgement can hang on, in a form whose text is the same in every process."""
    return (
        document.segments,
        document.context,
        document.complete,
        document.elements,
        sorted(document.gives),
        document.unread,
    )


def _path(key: bytes) -> Path:
    name = hashlib.blake2b(key, digest_size=20, person=b"name").hexdigest()
    return cache_folder() / FOLDER / name[:2] / f"{name[2:]}.data"


def _sealed(data: bytes, key: bytes) -> bytes:
    """Return data that only the key makes readable, and readable data again; a key seals one content only."""
    size = len(data)
    mask = hashlib.shake_256(b"seal" + key).digest(size)
    return (int.from_bytes(data, "little") ^ int.from_bytes(mask, "little")).to_bytes(size, "little")


def _digest(payload: bytes, key: bytes) -> bytes:
    return hashlib.blake2b(payload, digest_size=DIGEST, key=key).digest()


def _prune(folder: Path) -> None:
    """Take the least used files out of a folder until it is small enough."""
    with os.scandir(folder) as entries:
        states = [(entry.stat().st_mtime, entry.stat().st_size, entry.path) for entry in entries]
    total = sum(size for _, size, _ in states)
    for _, size, path in sorted(states):
        if total <= SHARD_KEEPS:
            return
        Path(path).unlink(missing_ok=True)
        total -= size


@cache
def _code() -> bytes:
    """Return what tells two states of the code apart: when packages were installed, and our own files.

    In an installation the former tells all; a working copy changes without it.
    """
    import click

    package, installed = Path(__file__).parent, Path(str(click.__file__)).parent.parent
    files = files_in(package, ".py") if package.parent != installed else ()
    return states(files) + repr(installed.stat().st_mtime_ns).encode()


def _plain(judgement: Judgement) -> tuple[Any, ...]:
    return tuple(_plain_violation(violation) for violation in judgement.violations)


def _plain_violation(violation: Violation) -> tuple[Any, ...]:
    return tuple(_plain_value(getattr(violation, name)) for name in NAMES)


def _plain_value(value: Any) -> Any:
    match value:
        case Place():
            return ("place", value.line, value.column, value.end_column)
        case Template():
            return ("template", *(str(text) for pair in value.texts.items() for text in pair))
        case Severity():
            return ("severity", int(value))
        case Fix():
            return ("fix", value.is_safe, *((*change[:3], str(change.text)) for change in value.changes))
        case tuple():
            return ("tuple", *map(_plain_value, value))
        case str() | int() | float() | None:
            return str(value) if isinstance(value, str) else value
        case _:
            return ("mapping", *(str(text) for pair in value.items() for text in pair))


def _judgement(plain: tuple[Any, ...]) -> Judgement:
    return Judgement(tuple(Violation(*map(_value, item)) for item in plain))


def _value(plain: Any) -> Any:
    if not isinstance(plain, tuple):
        return plain
    kind, *rest = plain
    match kind:
        case "place":
            return Place("", rest[0], rest[1], end_column=rest[2])
        case "template":
            return Template(dict(zip(rest[::2], rest[1::2], strict=True)))
        case "severity":
            return Severity(rest[0])
        case "fix":
            return Fix(tuple(Change(*change) for change in rest[1:]), rest[0])
        case "tuple":
            return tuple(map(_value, rest))
        case _:
            return dict(zip(rest[::2], rest[1::2], strict=True))
