"""The labelled set: one JSON object a line, in the shape msglint reads itself, with `expect` and `form`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PARTS = ("dev", "held-out")
FORMS = ("plain", "oblique", "disguised", "look-alike")
CONTEXT = ("channel", "platform", "market", "lang", "subject", "product", "message")
KEYS = {"id", "text", "expect", "form", "format", *CONTEXT}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with its context and its label.

    `expect` holds one entry for each violation that must be found; an entry names the categories of which
    any will do, the usual one first. An innocent text expects nothing.
    """

    id: str
    part: str
    form: str
    text: str
    expect: tuple[tuple[str, ...], ...] = ()
    context: Mapping[str, Any] = field(default_factory=dict)
    format: str | None = None
    """Suffix of the file that the text is the content of, such as `html`; None: plain text."""

    @property
    def lang(self) -> str:
        """Language of the text; copy judged by attributes of a product counts as `labels`."""
        return "labels" if "product" in self.context else self.context["lang"]


def read(parts: tuple[str, ...] = PARTS, root: Path = HERE) -> list[Labelled]:
    """Return the records of the named parts, in the order of their files.

    Raises ValueError with file and line for a record that is not one.
    """
    return [
        record for part in parts for path in sorted((root / part).glob("*.jsonl")) for record in _file(path)
    ]


def _file(path: Path) -> Iterator[Labelled]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            yield parse(json.loads(line), path.parent.name)
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{path}:{number}: {error}") from error


def parse(fields: Mapping[str, Any], part: str) -> Labelled:
    """Return the record that the fields of a line make up; raises KeyError or ValueError."""
    if unknown := set(fields) - KEYS:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    if fields["form"] not in FORMS:
        raise ValueError(f"form {fields['form']!r} is none of {', '.join(FORMS)}")
    expect = tuple(tuple(entry.split("|")) for entry in fields["expect"])
    context = {name: fields[name] for name in CONTEXT if name in fields}
    return Labelled(fields["id"], part, fields["form"], fields["text"], expect, context, fields.get("format"))
