"""Judges one table with Spark in local mode and with `msglint check`, and compares the rows."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow as pa
from benchmarks.messages import messages
from examples.spark_job import violations
from pyarrow import parquet
from pyspark.sql import SparkSession

COUNT = 150
Row = tuple[Any, ...]


def by_check(source: Path) -> Counter[Row]:
    """Return id, rule and place of what `msglint check` reports."""
    command = ["check", "--format", "jsonl", "--channel", "message", "--platform", "amazon", "--jobs", "2"]
    run = subprocess.run(
        [sys.executable, "-m", "msglint", *command, str(source)], capture_output=True, check=False
    )
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    names = [line["id"] for line in lines if line["type"] == "document"]
    return Counter(
        (names[item["document"]], item["rule"], item["offset"], item["end_offset"], item["excerpt"])
        for item in lines
        if item["type"] == "violation"
    )


def by_spark(source: Path) -> Counter[Row]:
    """Return the same of what the example's job reports."""
    spark = SparkSession.builder.master("local[2]").appName("msglint").getOrCreate()
    found = violations(spark.read.parquet(str(source)).repartition(4)).collect()
    spark.stop()
    return Counter((row["id"], row["rule"], row["start"], row["end"], row["excerpt"]) for row in found)


def main(folder: Path) -> None:
    """Compare, and say how much there was to compare."""
    source = folder / "messages.parquet"
    records = [
        {"id": str(n), "text": item.text, "market": "US"} for n, item in enumerate(messages(COUNT, 300))
    ]
    parquet.write_table(pa.Table.from_pylist(records), source)
    expected, found = by_check(source), by_spark(source)
    assert expected == found, f"only in check: {expected - found}; only in Spark: {found - expected}"
    assert len(expected) > COUNT / 10
    print(f"{expected.total()} violations of {COUNT} messages are the same in Spark and in check")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
