"""Arrow batches and Parquet files are judged as JSONL is; what cannot be judged is a row, never silence."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from msglint import MsglintError
from msglint.cli import main
from msglint.config.limits import Limits
from msglint.document import Document
from msglint.sources import Failure, ReadSettings, read
from msglint.sources.formats import EXTRAS

if not EXTRAS["parquet"].is_installed:
    pytest.skip("needs the extra “lake”; the run tests/extras/lake has it", allow_module_level=True)

import pyarrow as pa
from pyarrow import parquet

from msglint.lake import SCHEMA, scan_batch, scan_batches

RECORDS: list[dict[str, Any]] = [
    {
        "id": "a",
        "text": "Leave a five star review and get a $10 gift card!",
        "channel": "message",
        "market": "US",
    },
    {"id": "b", "text": "Your parcel arrives on Monday.", "channel": "message", "market": "US"},
    {"id": "c", "text": "五星好评返现10元！加微信 brand_care88", "channel": "insert", "market": "US"},
    {"id": "d", "text": None, "channel": "message", "market": "DE"},
    {"id": "e", "text": "w e c h a t us: brand_care88", "channel": None, "market": None},
]


def table(records: list[dict[str, Any]] = RECORDS) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist(records)


def checked(*arguments: str) -> list[dict[str, Any]]:
    result = CliRunner().invoke(main, ["check", "--format", "jsonl", "--platform", "amazon", *arguments])
    return [json.loads(line) for line in result.stdout.splitlines()]


def told(lines: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """Return who, which rule, where, what of the violations in a JSONL report."""
    names = [line["id"] for line in lines if line["type"] == "document"]
    return [
        (names[item["document"]], item["rule"], item["offset"], item["end_offset"], item["message"])
        for item in lines
        if item["type"] == "violation"
    ]


def rows(batch: pa.RecordBatch) -> list[tuple[Any, ...]]:
    return [
        tuple(row[name] for name in ("id", "rule", "start", "end", "message")) for row in batch.to_pylist()
    ]


def test_a_batch_gives_the_violations_that_check_gives(tmp_path: Path) -> None:
    parquet.write_table(pa.Table.from_batches([table()]), tmp_path / "messages.parquet")
    (tmp_path / "messages.jsonl").write_text("\n".join(map(json.dumps, RECORDS)))
    found = scan_batch(table(), context={"platform": "amazon"})
    assert found.schema == SCHEMA
    assert rows(found) == told(checked(str(tmp_path / "messages.parquet")))
    assert rows(found) == told(checked(str(tmp_path / "messages.jsonl")))
    assert {row["id"] for row in found.to_pylist() if row["severity"] == "error"} >= {"a", "c"}


def test_a_place_names_row_and_column(tmp_path: Path) -> None:
    many = [{"Nachricht": "Hello"}] * 1500 + [{"Nachricht": RECORDS[0]["text"]}]
    parquet.write_table(pa.Table.from_pylist(many), tmp_path / "many.parquet")
    (tmp_path / "msglint.yaml").write_text(
        "files:\n  - {paths: '*.parquet', channel: message, market: US, columns: {nachricht: text}}\n"
    )
    lines = checked(str(tmp_path), "--jobs", "2")
    (place, *_) = [
        item["place"] for item in lines if item["type"] == "violation" and item["severity"] == "error"
    ]
    assert (place["record"], place["key"]) == (1501, "Nachricht")
    assert sum(line["type"] == "document" for line in lines) == 1501


def test_columns_go_by_other_names_and_rows_by_their_number() -> None:
    batch = pa.RecordBatch.from_pylist([{"x": "Hello"}, {"x": RECORDS[0]["text"]}])
    given = {"channel": "message", "market": "US"}
    found = scan_batch(batch, packs=["amazon-reviews"], columns={"x": "text"}, context=given, lang="zh")
    (row, *_) = [row for row in found.to_pylist() if row["severity"] == "error"]
    assert (row["row"], row["id"], row["column"]) == (1, None, "x")
    assert row["excerpt"] in RECORDS[0]["text"]
    assert not row["message"].isascii()


def test_what_cannot_be_judged_is_a_row() -> None:
    batch = pa.RecordBatch.from_pylist([{"text": "Hello", "market": "Atlantis"}])
    (row, *_) = [row for row in scan_batch(batch).to_pylist() if row["category"] == "error"]
    assert (row["rule"], row["severity"], row["column"]) == ("msglint/bad-context", "error", "market")


def test_a_batch_without_text_is_an_error() -> None:
    with pytest.raises(MsglintError, match="no column “text”"):
        scan_batch(pa.RecordBatch.from_pylist([{"words": "Hello"}]))


def test_batches_come_one_by_one() -> None:
    found = list(scan_batches([table(RECORDS[:2]), table(RECORDS[2:])], context={"platform": "amazon"}))
    assert [row for batch in found for row in rows(batch)] == rows(
        scan_batch(table(), context={"platform": "amazon"})
    )


def test_a_table_without_text_is_told(tmp_path: Path) -> None:
    parquet.write_table(pa.Table.from_pylist([{"price": 3}]), tmp_path / "prices.parquet")
    (error,) = [line for line in checked(str(tmp_path / "prices.parquet")) if line["type"] == "error"]
    assert "columns:" in error["message"]


def written(texts: list[str], rows_of_a_group: int) -> bytes:
    sink = io.BytesIO()
    parquet.write_table(pa.table({"text": texts}), sink, row_group_size=rows_of_a_group)
    return sink.getvalue()


ONE_MEGABYTE = ReadSettings(limits=Limits(unpacked_mb=1, ratio=20))


def test_a_table_may_be_longer_than_what_is_held_of_it_at_once() -> None:
    texts = [hashlib.sha512(str(number).encode()).hexdigest() * 4 for number in range(4_000)]
    found = list(read(written(texts, rows_of_a_group=500), "long.parquet", ONE_MEGABYTE))
    assert [item.segments[0].text for item in found if isinstance(item, Document)] == texts


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["x" * 2_000] * 1_000, "it unpacks to more than 1 MB"),
        (["x" * 500] * 10_000, "it unpacks to more than 20 times its size"),
    ],
)
def test_a_table_out_of_proportion_is_refused(texts: list[str], told: str) -> None:
    *_, last = read(written(texts, rows_of_a_group=1_000), "bomb.parquet", ONE_MEGABYTE)
    assert isinstance(last, Failure)
    assert str(last.message).startswith(told)


READ_AND_TELL = """
import sys
from msglint.sources import read
from msglint.workers import start_method
assert list(read(open(sys.argv[1], "rb").read(), "messages.parquet"))
print(start_method())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="worker processes are forked under Linux alone")
def test_workers_can_still_be_forked_once_a_table_is_read(tmp_path: Path) -> None:
    parquet.write_table(pa.Table.from_batches([table()]), tmp_path / "messages.parquet")
    command = [sys.executable, "-c", READ_AND_TELL, str(tmp_path / "messages.parquet")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "fork\n"


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_file_is_a_failure_and_no_crash(data: st.DataObject) -> None:
    sink = pa.BufferOutputStream()
    parquet.write_table(pa.Table.from_batches([table()]), sink)
    whole = sink.getvalue().to_pybytes()
    at = data.draw(st.integers(4, len(whole) - 1))
    damaged = whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 8)) :]
    found = list(read(damaged, "messages.parquet"))
    assert found
    assert all(item.message for item in found if isinstance(item, Failure))
