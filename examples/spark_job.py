"""Judges the messages of a Parquet table on a Spark cluster and writes one row for each violation.

    spark-submit examples/spark_job.py messages.parquet violations.parquet

Every executor needs `pip install 'msglint[lake]' 'pandas<3'`. The table has a column `text`, best also `id`,
and any of `channel`, `platform`, `market`, `lang`. Spark hands each Python worker Arrow batches; the engine
is made once in each worker, and judges as `msglint check` does.
"""

from __future__ import annotations

import sys
from functools import partial

from pyspark.sql import DataFrame, SparkSession

from msglint.lake import SCHEMA, scan_batches


def violations(messages: DataFrame) -> DataFrame:
    """Return one row for each violation of the messages; `row` counts within a batch, so go by `id`."""
    from pyspark.sql.pandas.types import from_arrow_schema

    scan = partial(scan_batches, context={"channel": "message", "platform": "amazon"})
    return messages.mapInArrow(scan, from_arrow_schema(SCHEMA))


def main(source: str, target: str) -> None:
    """Judge the table at `source` and write the violations to `target`."""
    spark = SparkSession.builder.appName("msglint").getOrCreate()
    violations(spark.read.parquet(source)).write.mode("overwrite").parquet(target)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
