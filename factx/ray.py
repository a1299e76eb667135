"""Ray: `extract(ds)` gives a dataset of facts, a row an article.

    facts = factx.ray.extract(ray.data.read_parquet("s3://bucket/crawl"), text="body", id="url")
    facts.write_parquet("s3://bucket/facts")

The nodes need factx and pyarrow in the Python that Ray runs there.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from factx.corpus.columns import Columns
from factx.errors import MissingExtra

if TYPE_CHECKING:
    import argparse

    from factx.corpus.batch import Summary
    from factx.extractor import Extractor

__all__ = ["extract"]


def extract(
    ds: Any,
    text: str = "text",
    *,
    id: str | None = None,  # noqa: A002 the column's name
    published: str | None = None,
    title: str | None = None,
    byline: str | None = None,
    source: str | None = None,
    extractor: Extractor | None = None,
    with_text: bool = False,
    batch_size: int = 256,
) -> Any:
    """A lazy dataset with the columns of `factx.arrow.SCHEMA`, one row for each row of `ds`.

    The columns are those of `factx.arrow.extract_batch`; `batch_size` is the number of rows of one call.
    A column that is not there is a `factx.InputError` when the dataset is run, inside Ray's own error.
    """
    options: dict[str, Any] = {
        "text": text, "id": id, "published": published, "title": title, "byline": byline, "source": source,
        "extractor": extractor, "with_text": with_text,
    }  # fmt: skip

    def rows(table: Any) -> Any:
        from factx.arrow import extract_batch

        return extract_batch(table, **options)

    return ds.map_batches(rows, batch_format="pyarrow", batch_size=batch_size, zero_copy_batch=True)


def run(args: argparse.Namespace, columns: Columns, extractor: Extractor) -> Summary:
    """`factx batch --engine ray`: reads what Ray reads, writes Parquet where Ray writes; Ray is shut down."""
    import time

    from factx.corpus.cluster import inputs_by_kind, make_room

    ray = _start(args)
    try:
        started = time.perf_counter()
        make_room(args.output, overwrite=args.overwrite)
        cores = int(ray.cluster_resources().get("CPU", 1))
        facts = None
        for kind, names in inputs_by_kind(args.inputs, args.input_format, args.output).items():
            dataset, theirs = _read(ray, kind, names, columns)
            if kind == "parquet":  # where it costs no reading
                theirs.found(dataset.schema().names, where="the input")
            if len(names) < 2 * cores:  # a file is a block, and a block is one core's
                dataset = dataset.repartition(4 * cores)
            part = extract(
                dataset,
                theirs.text,
                id=theirs.id,
                published=theirs.published,
                extractor=extractor,
                with_text=args.with_text,
            )
            facts = part if facts is None else facts.union(part)
        assert facts is not None
        facts.write_parquet(args.output)
        return _summary(args.output, time.perf_counter() - started)
    finally:
        ray.shutdown()


def _start(args: argparse.Namespace) -> Any:
    import logging

    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        import ray
        import ray.data
    except ImportError:
        raise MissingExtra("--engine ray needs Ray: pip install 'factx[ray]'") from None
    if args.address:
        ray.init(address=args.address, log_to_driver=False)
    else:
        ray.init(
            num_cpus=args.workers or None, include_dashboard=False, log_to_driver=False, logging_level="ERROR",
            _node_ip_address="127.0.0.1",
        )  # fmt: skip
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    ray.data.DataContext.get_current().enable_progress_bars = False
    return ray


def _read(ray: Any, kind: str, names: list[str], columns: Columns) -> tuple[Any, Columns]:
    """The inputs of a kind, and what their columns are called."""
    if kind == "files":
        return ray.data.read_binary_files(names, include_paths=True), Columns(text="bytes", id="path")
    if kind == "parquet":
        return ray.data.read_parquet(names), columns
    fields = [columns.text, *(getattr(columns, field) or field for field in FIELDS)]
    if kind == "jsonl":
        # Read as lines: Ray's own reader makes a number of the id "007" and a time of a day.
        return ray.data.read_text(names).map_batches(_Parsed(columns.text, fields), batch_format="pyarrow"), columns
    from pyarrow import csv, string

    types = csv.ConvertOptions(column_types=dict.fromkeys(fields, string()), strings_can_be_null=True)
    options = csv.ParseOptions(delimiter="\t" if kind == "tsv" else ",", newlines_in_values=True)
    return ray.data.read_csv(names, parse_options=options, convert_options=types), columns


FIELDS = ("id", "published", "title", "byline", "source")


class _Parsed:
    """Lines of JSON become columns of strings; a line that is none has no text."""

    def __init__(self, text: str, fields: list[str]) -> None:
        self.text, self.fields = text, fields

    def __call__(self, lines: Any) -> Any:
        import json

        import pyarrow as pa

        from factx.corpus.item import as_text

        columns: dict[str, list[str | None]] = {field: [] for field in dict.fromkeys(self.fields)}
        for line in lines.column("text").to_pylist():
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                row = None
            row = row if isinstance(row, dict) else {}
            for field, values in columns.items():
                value = row.get(field)
                values.append(as_text(value) if field != self.text or isinstance(value, str) else None)
        return pa.table(columns, schema=pa.schema([(field, pa.string()) for field in columns]))


def _summary(output: str, seconds: float) -> Summary:
    import pyarrow.compute as pc
    import pyarrow.dataset

    from factx.corpus.batch import Summary
    from factx.options import KINDS

    summary = Summary(seconds=seconds)
    names = ["id", "chars", "error_kind", "error", *KINDS]
    for batch in pyarrow.dataset.dataset(output, format="parquet").to_batches(columns=names, batch_size=1000):
        summary.articles += batch.num_rows
        summary.chars += pc.sum(batch.column("chars")).as_py() or 0
        for kind in KINDS:
            summary.records[kind] += pc.sum(pc.list_value_length(batch.column(kind))).as_py() or 0
        failed = batch.select(["id", "error_kind", "error"]).filter(pc.is_valid(batch.column("error")))
        for row in failed.to_pylist():
            summary.errors[row["error_kind"]] += 1
            if len(summary.first_errors) < 20:
                summary.first_errors.append(f"{row['id']}: {row['error']}")
    return summary
