"""Fingerprints: the same violation has the same one in every run, wherever its line has moved to."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from msglint.document import Document
    from msglint.violation import Violation


class Fingerprints:
    """Gives out fingerprints within one run, in the order of the input.

    A fingerprint is the SHA-256 of rule, path, record id, folded sentence (empty for a duty) and how many
    times these were seen before in the document if it has an id, else in its file; it keeps no text of the
    copy. So no more than what one file holds without ids is remembered, in a run of any length.
    """

    def __init__(self) -> None:
        self._path = ""
        self._in_file: Counter[bytes] = Counter()

    def of(self, document: Document, violations: Sequence[Violation], path: str) -> list[str]:
        """Return the fingerprints of a document's violations, in hexadecimal.

        `path` is the document's, with forward slashes, counted from the folder of the configuration.
        """
        record = document.id or ""
        if path != self._path:
            self._path, self._in_file = path, Counter()
        seen = Counter[bytes]() if record else self._in_file
        return [_digest(seen, violation.rule, path, record, violation.sentence) for violation in violations]


def _digest(seen: Counter[bytes], *parts: str) -> str:
    key = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass"))
    number = seen[key.digest()]
    seen[key.digest()] += 1
    key.update(b"\0%d" % number)
    return key.hexdigest()
