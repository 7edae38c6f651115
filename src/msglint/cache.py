"""Plain data that takes long to make, kept in the cache folder.

A file holds no code and no copy. It is named after the hash of all that went into it, carries the hash of its
content, and is replaced in one step; whatever is wrong with one, the data is made anew.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from msglint import __version__

FORMAT = b"msglint data 1\n"
VERSIONS = f"{__version__}\n{sys.version}\n{marshal.version}\n".encode()
DIGEST = 32
KEPT = 8
"""Files of one kind that are kept: other choices of packs, other versions."""


def cache_folder() -> Path:
    """Return the folder for files that can be made again: MSGLINT_CACHE_DIR, or the user's cache folder."""
    chosen = os.environ.get("MSGLINT_CACHE_DIR")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("msglint", appauthor=False)


def key_of(parts: list[bytes]) -> bytes:
    """Return the key of data made from these parts by this version of msglint and of Python."""
    digest = hashlib.blake2b(VERSIONS, digest_size=DIGEST)
    for part in parts:
        digest.update(b"%d\n" % len(part))
        digest.update(part)
    return digest.digest()


def states(files: Iterable[str]) -> bytes:
    """Return what tells whether files, by their paths, have changed: sizes and times."""
    known = ((path, Path(path).stat()) for path in sorted(files))
    return repr([(path, state.st_size, state.st_mtime_ns) for path, state in known]).encode()


def holds(kind: str, key: bytes) -> bool:
    """Return whether there is a file for a key, good or bad."""
    return _path(kind, key).is_file()


def load(kind: str, key: bytes) -> Any:
    """Return the data of a key, or None if there is none or its file is not what it should be."""
    try:
        content = _path(kind, key).read_bytes()
    except OSError:
        return None
    head = len(FORMAT) + DIGEST
    payload = memoryview(content)[head + DIGEST :]
    if content[:head] != FORMAT + key or content[head : head + DIGEST] != _digest(payload):
        return None
    try:
        return marshal.loads(payload)
    except (EOFError, ValueError, TypeError):
        return None


def store(kind: str, key: bytes, data: Any) -> None:
    """Keep data (numbers, texts, and collections of them) under a key; an unwritable folder is no error."""
    payload = marshal.dumps(data)
    with suppress(OSError):
        replace(_path(kind, key), FORMAT + key + _digest(payload) + payload)
        _tidy(kind)


def replace(path: Path, content: bytes) -> None:
    """Write a file in one step, so that nobody ever reads half of it. Raises OSError."""
    import tempfile  # Needed only where something is new, and much code.

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem[:8]}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _path(kind: str, key: bytes) -> Path:
    return cache_folder() / f"{kind}-{key.hex()}.data"


def _digest(payload: bytes | memoryview) -> bytes:
    return hashlib.blake2b(payload, digest_size=DIGEST).digest()


def _tidy(kind: str) -> None:
    files = sorted(cache_folder().glob(f"{kind}-*.data"), key=lambda path: path.stat().st_mtime)
    for path in files[:-KEPT]:
        path.unlink(missing_ok=True)
