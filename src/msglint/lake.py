"""Messages in a data lake: Arrow record batches in, one row for each violation out.

Needs the extra `lake` (`pip install 'msglint[lake]'`). The engine is made once in each process that scans, so
that a function of this module may run wherever Arrow batches are: in Spark's `mapInArrow`, in Ray's
`map_batches`, or over a Parquet file that is read batch by batch. See `examples/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from msglint.config.resolve import context_layer
from msglint.errors import MsglintError
from msglint.linter import Linter
from msglint.sources.model import BinaryFile, Failure, ReadSettings
from msglint.sources.rows import meant, message

if TYPE_CHECKING:
    from msglint.document import Document
    from msglint.violation import Violation

TEXTS = pa.list_(pa.string())

SCHEMA = pa.schema(
    [
        pa.field("row", pa.int64(), nullable=False),
        pa.field("id", pa.string()),
        pa.field("column", pa.string()),
        pa.field("rule", pa.string(), nullable=False),
        pa.field("category", pa.string(), nullable=False),
        pa.field("severity", pa.string(), nullable=False),
        pa.field("code", pa.string()),
        pa.field("message", pa.string(), nullable=False),
        pa.field("suggestion", pa.string()),
        pa.field("start", pa.int64()),
        pa.field("end", pa.int64()),
        pa.field("excerpt", pa.string()),
        pa.field("markets", TEXTS),
        pa.field("assumed", TEXTS),
        pa.field("facts", TEXTS),
    ]
)
"""What a row says: the message (its number in the batch, from 0, and its id), the column, the rule and why.

`start` and `end` are code points in the column's text, null where a duty is unmet. What could not be judged
has the rule `msglint/CODE`, the category `error` and the severity `error`.
"""


def scan_batch(
    batch: pa.RecordBatch,
    *,
    packs: Sequence[str] | None = None,
    columns: Mapping[str, str] | None = None,
    context: Mapping[str, Any] | None = None,
    lang: str = "en",
) -> pa.RecordBatch:
    """Return the violations of the messages in a batch, in their order, as rows of `SCHEMA`.

    The batch has a column `text`, and may have `id`, `subject`, `channel`, `platform`, `market`, `lang` and
    attributes (`product.is_toy`), under these names, their Chinese ones, or those that `columns` gives (by
    name, in lower case). `context` holds for rows that say nothing themselves; `packs` are as in
    `Linter.from_packs`; `lang` is that of messages. Raises MsglintError without a column of texts, or for a
    context or packs that do not exist.
    """
    below = (context_layer(context or {}, "arguments"),)
    file = BinaryFile(b"", "<batch>", ReadSettings(below=below, columns=columns or {}))
    known = meant(file, batch.schema.names)
    if "text" not in (column.meaning for column in known):
        raise MsglintError("the batch has no column “text”: name it with `columns`")
    linter = _linter(None if packs is None else tuple(packs))
    values = [batch.column(column.position).to_pylist() for column in known]
    rows = (
        row
        for number, given in enumerate(zip(*values, strict=True))
        for found in message(file, number + 1, known, given)
        for row in _rows(linter, number, found, lang)
    )
    return pa.RecordBatch.from_pylist(list(rows), schema=SCHEMA)


def scan_batches(batches: Iterable[pa.RecordBatch], **how: Any) -> Iterator[pa.RecordBatch]:
    """Yield what `scan_batch` returns for each batch; the form that Spark's `mapInArrow` takes."""
    for batch in batches:
        yield scan_batch(batch, **how)


@lru_cache(maxsize=4)
def _linter(packs: tuple[str, ...] | None) -> Linter:
    from msglint.config.limits import Limits
    from msglint.ready import ready

    known = ready(packs)
    return Linter(known.ruleset, compiled=known.compiled, seconds=Limits().seconds)


def _rows(linter: Linter, number: int, found: Document | Failure, lang: str) -> Iterator[dict[str, Any]]:
    if isinstance(found, Failure):
        key = found.place.key if found.place else None
        yield _error(number, None, key, found.code, found.message)
        return
    judgement = linter.judge(found)
    yield from (_row(number, found, violation, lang) for violation in judgement.violations)
    for rule in judgement.timeouts:
        yield _error(number, found.id, None, "timeout", f"{rule} did not finish in time")
    if judgement.is_cut:
        yield _error(number, found.id, None, "timeout", "the message took too long: not all rules were asked")


def _row(number: int, document: Document, violation: Violation, lang: str) -> dict[str, Any]:
    suggestion = violation.suggestion
    return {
        "row": number,
        "id": document.id,
        "column": violation.place.key,
        "rule": violation.rule,
        "category": violation.category,
        "severity": str(violation.severity),
        "code": violation.code,
        "message": violation.message.render(lang, violation.arguments),
        "suggestion": suggestion and suggestion.render(lang, violation.arguments),
        "start": violation.start,
        "end": violation.end,
        "excerpt": violation.excerpt,
        "markets": list(violation.markets),
        "assumed": list(violation.assumed),
        "facts": list(violation.facts),
    }


def _error(number: int, name: str | None, key: str | None, code: str, message: str) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(SCHEMA.names)
    row |= {"row": number, "id": name, "column": key, "rule": f"msglint/{code}", "category": "error"}
    return row | {"severity": "error", "message": message}
