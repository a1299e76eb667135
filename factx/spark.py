"""Spark: `extract(df)` gives a data frame of facts, a row an article.

    facts = factx.spark.extract(spark.read.parquet("s3a://bucket/crawl"), text="body", id="url")
    facts.selectExpr("id", "explode(money) AS m").where("m.metric = 'revenue'")

The executors need factx and pyarrow in the Python that Spark runs there (`PYSPARK_PYTHON`).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from factx.corpus.columns import Columns
from factx.errors import FactxError, MissingExtra

if TYPE_CHECKING:
    import argparse

    from factx.corpus.batch import Summary
    from factx.extractor import Extractor

__all__ = ["extract"]


def extract(
    df: Any,
    text: str = "text",
    *,
    id: str | None = None,  # noqa: A002 the column's name
    published: str | None = None,
    title: str | None = None,
    byline: str | None = None,
    source: str | None = None,
    extractor: Extractor | None = None,
    with_text: bool = False,
) -> Any:
    """A lazy data frame with the columns of `factx.arrow.SCHEMA`, one row for each row of `df`.

    The columns are those of `factx.arrow.extract_batch`: a column of strings, or of bytes that are files (as
    `spark.read.format("binaryFile")` gives them). It runs in `mapInArrow`, so no data pass through pandas.

    Raises `factx.InputError` for a column that `df` has not, `factx.MissingExtra` without pyarrow.
    """
    from factx.arrow import spark_ddl

    columns = Columns(text, id, published, title, byline, source)
    wanted = list(dict.fromkeys(columns.found(df.columns, where="the data frame").values()))
    options = {
        "text": text, "id": id, "published": published, "title": title, "byline": byline, "source": source,
        "extractor": extractor, "with_text": with_text,
    }  # fmt: skip

    def rows(batches: Iterable[Any]) -> Iterator[Any]:
        from factx.arrow import extract_batches

        return extract_batches(batches, **options)

    return df.select(*[f"`{name}`" for name in wanted]).mapInArrow(rows, spark_ddl())


def run(args: argparse.Namespace, columns: Columns, extractor: Extractor) -> Summary:
    """`factx batch --engine spark`: reads what Spark reads, writes Parquet where Spark writes; the session is stopped."""
    import time

    from factx.corpus.cluster import inputs_by_kind, output_exists

    spark = _session(args)
    try:
        started = time.perf_counter()
        out = None
        for kind, names in inputs_by_kind(args.inputs, args.input_format, args.output).items():
            frame, theirs = _read(spark, kind, names, columns)
            cores = spark.sparkContext.defaultParallelism
            if frame.rdd.getNumPartitions() < cores:  # one file, one row group: everything would run on one core
                frame = frame.repartition(2 * cores)
            facts = extract(
                frame,
                theirs.text,
                id=theirs.id,
                published=theirs.published,
                extractor=extractor,
                with_text=args.with_text,
            )
            out = facts if out is None else out.unionByName(facts)
        assert out is not None
        writer = out.write.mode("overwrite" if args.overwrite else "errorifexists").option("compression", "zstd")
        writer.parquet(args.output)
        return _summary(spark.read.parquet(args.output), time.perf_counter() - started)
    except Exception as error:
        if "PATH_ALREADY_EXISTS" in str(error):
            raise output_exists(args.output) from None
        raise _first_line(error) from None
    finally:
        spark.stop()


def _session(args: argparse.Namespace) -> Any:
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise MissingExtra("--engine spark needs PySpark: pip install 'factx[spark]'") from None
    builder = SparkSession.builder.appName("factx")
    # Under spark-submit, which sets the gateway, the master and all else is what that was told.
    master = args.master or ("" if "PYSPARK_GATEWAY_PORT" in os.environ else f"local[{args.workers or '*'}]")
    if master:
        builder = builder.master(master)
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
    builder = builder.config("spark.ui.showConsoleProgress", str(sys.stderr.isatty() and not args.quiet).lower())
    if master.startswith("local"):
        # Else Spark takes the first python3 of the PATH, which may be another.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = builder.config("spark.ui.enabled", "false").config("spark.driver.host", "127.0.0.1")
        builder = builder.config("spark.driver.bindAddress", "127.0.0.1")
    if args.packages:
        builder = builder.config("spark.jars.packages", args.packages)
    try:
        spark = builder.getOrCreate()
    except Exception as error:
        raise FactxError(f"Spark does not start (it needs Java 17 or newer): {_first_line(error)}") from None
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def _read(spark: Any, kind: str, names: list[str], columns: Columns) -> tuple[Any, Columns]:
    """The inputs of a kind, and what their columns are called."""
    if kind == "files":
        frame = spark.read.format("binaryFile").load(names).selectExpr("path AS id", "content AS text")
        return frame, Columns()
    if kind == "parquet":
        return spark.read.parquet(*names), columns
    if kind == "jsonl":
        # With the schema given, Spark does not read everything once to find it out.
        fields = dict.fromkeys(
            [columns.text, *(getattr(columns, f) or f for f in ("id", "published", "title", "byline", "source"))]
        )
        return spark.read.schema(", ".join(f"`{field}` STRING" for field in fields)).json(names), columns
    reader = spark.read.option("header", True).option("multiLine", True).option("escape", '"')
    return reader.option("sep", "\t" if kind == "tsv" else ",").csv(names), columns


def _summary(facts: Any, seconds: float) -> Summary:
    from pyspark.sql import functions as f

    from factx.corpus.batch import Summary
    from factx.options import KINDS

    summary = Summary(seconds=seconds)
    sums = [f.sum(f.size(kind)).alias(kind) for kind in KINDS]
    row = facts.agg(f.count("*").alias("articles"), f.sum("chars").alias("chars"), *sums).first()
    summary.articles, summary.chars = row["articles"], row["chars"] or 0
    summary.records.update({kind: row[kind] or 0 for kind in KINDS})
    errors = facts.where("error IS NOT NULL")
    summary.errors.update({r["error_kind"]: r["count"] for r in errors.groupBy("error_kind").count().collect()})
    summary.first_errors = [f"{r['id']}: {r['error']}" for r in errors.select("id", "error").limit(20).collect()]
    return summary


def _first_line(error: Exception) -> FactxError:
    if isinstance(error, FactxError):
        return error
    said = [line.strip() for line in str(error).splitlines() if line.strip()] or [type(error).__name__]
    ours = [line.partition(": ")[2] for line in said if line.startswith("factx.errors.")]
    return FactxError((ours or said)[0])
