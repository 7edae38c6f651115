"""What a single file may cost."""

from __future__ import annotations

from msglint.frozen import Frozen


class Limits(Frozen):
    """Bounds for one file; beyond one of them the file is an error.

    `file_mb`: its size; `unpacked_mb`: what all files inside it come to, or one piece of a table;
    `ratio`: how many times its packed size a member may have, or a table that is longer than `unpacked_mb`;
    `depth`: how many files may lie inside one another, the outermost included; `pages` of a document;
    `megapixels` of a picture; `seconds` that judging one document takes.
    """

    file_mb: int = 32
    unpacked_mb: int = 64
    ratio: int = 100
    depth: int = 3
    pages: int = 500
    megapixels: int = 50
    seconds: int = 60
