"""The files of rules: the shape of each kind, and its JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msglint.errors import MsglintError
from msglint.messages import Message
from msglint.packs.nearest import hint, quoted
from msglint.packs.schema.facts import FACTS, REASONS
from msglint.packs.schema.packs import PACK
from msglint.packs.schema.shared import SHARED, SHARED_FIELDS
from msglint.packs.schema.spellings import SPELLINGS
from msglint.packs.shapes import JsonSchema, Shape, document_schema

KINDS: Mapping[str, Shape[Any]] = {"pack": PACK, "lexicons": SHARED, "facts": FACTS, "spellings": SPELLINGS}
"""Kinds of file that authors write."""

FIRST_KEYS: Mapping[str, Shape[Any]] = {
    "pack": PACK,
    "facts": FACTS,
    "not_checkable": REASONS,
    "spellings": SPELLINGS,
    **dict.fromkeys(SHARED_FIELDS, SHARED),
}
"""The shape of a file by its first key."""


def schema(kind: str) -> JsonSchema:
    """Return the JSON Schema (draft 2020-12) of `pack`, `lexicons`, `facts` or `spellings` files.

    `lexicons` files may hold statements, zones, conditions and tables too. Raises MsglintError for another
    kind.
    """
    if kind not in KINDS:
        raise MsglintError(Message("unknown kind of file {}: {}", quoted(kind), hint(kind, KINDS)))
    return document_schema(KINDS[kind], f"msglint {kind}")
