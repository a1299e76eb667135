"""Spark and Ray, for real, on this machine: the rows are those of one process. Skipped where they are not installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from process import ROOT

pa = pytest.importorskip("pyarrow")

import pyarrow.csv  # noqa: E402
import pyarrow.parquet as pq  # noqa: E402

import factx.arrow as fa  # noqa: E402

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.filterwarnings("ignore"),  # of the engines, not ours
]

ARTICLES = [
    {
        "id": f"{n:03}",
        "text": f"“We sold {n} km of cable for ${n} million last year,” said Ann Lee of Bolt.",
        "published": "2024-05-03",
    }
    for n in range(60)
]


@pytest.fixture
def spark() -> Any:
    """A local session."""
    pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("no Java")
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = str(ROOT)
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = (
        builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture
def ray() -> Any:
    """A local Ray."""
    module = pytest.importorskip("ray")
    pytest.importorskip("ray.data")
    module.init(
        num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR", _node_ip_address="127.0.0.1",
        runtime_env={"env_vars": {"PYTHONPATH": str(ROOT)}},
    )  # fmt: skip
    yield module
    module.shutdown()


def expected(articles: list[dict[str, Any]], **options: Any) -> Any:
    return fa.extract_batch(pa.Table.from_pylist(articles), **options).sort_by("id")


def as_rows(path: Path) -> Any:
    return pq.read_table(path, partitioning=None).select(fa.SCHEMA.names).cast(fa.SCHEMA).sort_by("id").combine_chunks()


def test_spark_data_frames(spark: Any, tmp_path: Path) -> None:
    from factx.errors import InputError
    from factx.spark import extract

    articles = [*ARTICLES, {"id": "bad", "text": None, "published": "2024-05-03"}]
    frame = spark.createDataFrame(articles).repartition(3)
    facts = extract(frame, text="text", published="published")
    facts.write.parquet(str(tmp_path / "out"))
    assert as_rows(tmp_path / "out").equals(expected(articles))
    assert facts.selectExpr("explode(money) AS m").where("m.period.value = '2023'").count() == 60
    with pytest.raises(InputError, match="the data frame has no column 'body'"):
        extract(frame, text="body")


def test_ray_datasets(ray: Any, tmp_path: Path) -> None:
    from factx.ray import extract

    articles = [*ARTICLES, {"id": "bad", "text": None, "published": "2024-05-03"}]
    dataset = ray.data.from_arrow(pa.Table.from_pylist(articles)).repartition(3)
    extract(dataset, text="text", batch_size=7).write_parquet(str(tmp_path / "out"))
    assert as_rows(tmp_path / "out").equals(expected(articles))


@pytest.mark.parametrize("engine", ["spark", "ray"])
def test_engines_of_the_command(engine: str, tmp_path: Path) -> None:
    pytest.importorskip("pyspark" if engine == "spark" else "ray")
    if engine == "spark" and shutil.which("java") is None:
        pytest.skip("no Java")
    (tmp_path / "in.jsonl").write_text(
        "".join(json.dumps(article) + "\n" for article in ARTICLES[:20]) + '{"id": "bad"}\n'
    )
    pyarrow.csv.write_csv(pa.Table.from_pylist(ARTICLES[20:40]), tmp_path / "in.csv")
    pq.write_table(pa.Table.from_pylist(ARTICLES[40:]), tmp_path / "in.parquet")
    inputs = [str(tmp_path / f"in.{kind}") for kind in ("jsonl", "csv", "parquet")]
    command = [
        sys.executable,
        "-m",
        "factx",
        "batch",
        *inputs,
        "-o",
        str(tmp_path / "out"),
        "--engine",
        engine,
        "--workers",
        "2",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=500, check=False)
    assert done.returncode == 1, done.stderr
    assert "factx: 61 articles in " in done.stderr
    assert "1 articles failed (1 input)" in done.stderr
    assert "factx: bad: column 'text' is empty" in done.stderr
    assert as_rows(tmp_path / "out").equals(expected([*ARTICLES, {"id": "bad", "text": None}]))
    again = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=500, check=False)
    assert again.returncode == 2
    assert "is there already" in again.stderr
