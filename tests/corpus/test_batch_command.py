"""`factx batch` as a process: what comes out, what it says, and that kill -9 loses and doubles nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from process import ROOT

pytest.importorskip("pebble")
posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
BATCH = [sys.executable, "-m", "factx", "batch"]
WRAP = """
import factx.extractor, poison
factx.extractor.Extractor.extract = lambda self, *a, _e=factx.extractor.Extractor.extract, **k: (
    poison.PoisonExtractor.extract(self, *a, **k) if getattr(a[0], 'text', 'x').isupper() else _e(self, *a, **k)
)
"""


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def batch(*arguments: Any, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*BATCH, *map(str, arguments)],
        capture_output=True,
        text=True,
        env=environment(**more),
        timeout=200,
        check=False,
    )


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def written(out: Path) -> int:
    """Bytes of an output, a file or a folder, that are there by now."""
    files = [out] if out.is_file() else list(out.glob("part-*.parquet"))
    return sum(file.stat().st_size for file in files)


def corpus(path: Path, count: int) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            text = "\n\n".join(
                f"“We sold {number + k} km of cable for ${number} million,” said Ann Lee of Bolt." for k in range(30)
            )
            file.write(json.dumps({"id": f"a{number}", "text": text, "published": "2024-05-03"}) + "\n")
    return path


def test_json_lines_and_parquet_hold_the_same(tmp_path: Path) -> None:
    fa = pytest.importorskip("factx.arrow")
    pq = pytest.importorskip("pyarrow.parquet")
    source = corpus(tmp_path / "in.jsonl", 25)
    done = batch(source, "-o", tmp_path / "out.jsonl", "--workers", 2)
    assert done.returncode == 0
    assert done.stdout == ""
    assert "factx: 25 articles in " in done.stderr
    assert "characters/s; records: 25 speakers, 750 quotes, 750 amounts of money, 750 numbers" in done.stderr
    assert [row["id"] for row in rows(tmp_path / "out.jsonl")] == [f"a{n}" for n in range(25)]
    assert batch(source, "-o", tmp_path / "out", "--workers", 0, "--part-rows", 10).returncode == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [f"part-0000{n}.parquet" for n in range(3)]
    table = pq.read_table(tmp_path / "out")
    with (tmp_path / "out.jsonl").open("rb") as file:
        assert fa.rows_to_table(list(file)).equals(table.combine_chunks())
    assert batch(source, "-o", tmp_path / "flat", "--flat", "-q").stderr == ""
    assert pq.read_table(tmp_path / "flat" / "money").num_rows == 750


def test_the_examples_as_a_folder_are_what_extract_gives(tmp_path: Path) -> None:
    folder = ROOT / "examples" / "statements"
    done = batch(folder, "-o", tmp_path / "out.jsonl", "--workers", 0)
    assert done.returncode == 0, done.stderr
    extra = {"key", "run", "id", "sha256", "chars", "error_kind", "error"}
    mine = [{key: value for key, value in row.items() if key not in extra} for row in rows(tmp_path / "out.jsonl")]
    theirs = subprocess.run(
        [sys.executable, "-m", "factx", "extract", str(folder)],
        capture_output=True,
        env=environment(),
        check=True,
        timeout=200,
    )
    assert mine == [json.loads(line) for line in theirs.stdout.decode().splitlines()]
    assert len(mine) >= 6


@posix
def test_bad_articles_are_rows_and_the_exit_code_says_so(tmp_path: Path) -> None:
    texts = ["Bolt paid $3 million."] * 40
    for number, text in {5: "RAISE", 12: "HANG", 20: "KILL", 30: "EXIT"}.items():
        texts[number] = text
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts)))
    (tmp_path / "sitecustomize.py").write_text(WRAP)
    paths = os.pathsep.join([str(tmp_path), str(ROOT), str(ROOT / "tests" / "support")])
    # No healthy article takes eight seconds, on however busy a machine.
    done = batch(source, "-o", tmp_path / "out.jsonl", "--workers", 2, "--timeout", 8, PYTHONPATH=paths)
    assert done.returncode == 1
    assert "4 articles failed (1 fault, 2 killed, 1 timeout)" in done.stderr
    out = rows(tmp_path / "out.jsonl")
    assert [row["id"] for row in out] == [str(n) for n in range(40)]
    assert {row["id"]: row["error_kind"] for row in out if row["error"]} == {
        "5": "fault", "12": "timeout", "20": "killed", "30": "killed",
    }  # fmt: skip
    assert all(len(row["money"]) == 1 for row in out if not row["error"])
    assert "Traceback" not in done.stderr


@posix
@pytest.mark.parametrize(
    ("name", "options"), [("out.jsonl", []), pytest.param("out", ["--part-rows", "4"], marks=pytest.mark.slow)]
)
def test_killed_and_resumed_is_as_never_killed(tmp_path: Path, name: str, options: list[str]) -> None:
    if name == "out":
        pytest.importorskip("pyarrow")
    source = corpus(tmp_path / "in.jsonl", 40)
    whole, out = tmp_path / f"whole-{name}", tmp_path / name
    assert batch(source, "-o", whole, "--workers", 1, *options).returncode == 0
    killed = 0
    for share in (0.01, 0.4):
        process = subprocess.Popen(
            [*BATCH, str(source), "-o", str(out), "--workers", "1", "--resume", "-q", *options], env=environment()
        )
        while process.poll() is None and written(out) <= share * written(whole):
            time.sleep(0.005)
        process.kill()
        killed += process.wait() == -signal.SIGKILL
    assert killed
    assert batch(source, "-o", out, "--workers", 1, "--resume", *options).returncode == 0
    if out.is_file():
        assert out.read_bytes() == whole.read_bytes()
    else:
        files = [{p.name: p.read_bytes() for p in folder.iterdir()} for folder in (whole, out)]
        assert files[0] == files[1]
        assert len(files[0]) == 10
    again = batch(source, "-o", out, "--workers", 1, "--resume", *options)
    assert "40 articles were done before" in again.stderr


@posix
@pytest.mark.usefixtures("interruptible")
def test_control_c_ends_the_run_and_keeps_what_is_done(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 3000)
    out = tmp_path / "out.jsonl"
    process = subprocess.Popen(
        [*BATCH, str(source), "-o", str(out), "--workers", "2"], env=environment(), stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (out.exists() and out.stat().st_size):
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in said
    found = rows(out)
    assert 0 < len(found) < 3000
    assert [row["id"] for row in found] == [f"a{n}" for n in range(len(found))]


def test_standard_input(tmp_path: Path) -> None:
    done = subprocess.run(
        [*BATCH, "-", "-o", str(tmp_path / "out.jsonl"), "--workers", "0", "-q"],
        input='{"text": "Bolt paid $3 million."}\n{"text": 3}\n', capture_output=True, text=True, env=environment(), timeout=100,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert [(row["id"], row["error_kind"]) for row in rows(tmp_path / "out.jsonl")] == [
        ("stdin:1", None),
        ("stdin:2", "input"),
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["in.jsonl", "-o", "there.jsonl"], 2, "there.jsonl: is there already: go on with it by --resume"),
        (["in.jsonl", "-o", "x.jsonl", "--resume", "--overwrite"], 2, "choose one"),
        (
            ["in.jsonl", "-o", "x.jsonl", "--text-column", "body"],
            2,
            "no column 'body' for the text; its columns: id, text",
        ),
        (["missing/", "-o", "x.jsonl"], 1, "missing/: no such file or folder"),
        (["in.jsonl", "-o", "in.jsonl", "--overwrite"], 1, "nothing to read but the output itself"),
        (["in.jsonl", "-o", "x.jsonl", "--flat"], 1, "--flat makes Parquet tables"),
        (["in.jsonl", "-o", "x.jsonl", "--workers", "-1"], 2, "'-1' is not a whole number"),
        (["in.jsonl", "-o", "x.jsonl", "--timeout", "0"], 2, "'0' is not a number of seconds"),
        (["in.jsonl", "-o", "x.jsonl", "--only", "verbs"], 2, "unknown kind 'verbs'"),
        (["in.jsonl", "-o", "x.jsonl", "--fiscal-year-end", "Juni"], 2, "fiscal_year_end must be"),
        (["in.jsonl", "-o", "x", "--engine", "spark", "--resume"], 2, "--resume is for --engine local"),
        (["in.jsonl", "-o", "x.jsonl", "--engine", "ray"], 2, "write folders of Parquet"),
        (["in.jsonl", "-o", "x", "--master", "local[2]"], 2, "--master is for --engine spark"),
        (["in.jsonl"], 2, "-o"),
        (["in.jsonl", "-o", "x.csv"], 2, "x.csv: batch writes a .jsonl file, or a folder of Parquet"),
        (["in.jsonl", "-o", "x.json"], 2, "factx extract writes .json"),
        (["in.jsonl", "-o", "x.docx"], 2, "(with a slash at its end)"),
        (["in.jsonl", "-o", "x.jsonl", "--worker", "x", "--overwrit"], 2, "'x' is not a whole number"),
    ],
)
def test_wrong_usage_is_said_in_a_line(
    arguments: list[str],
    code: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from factx.cli import main

    monkeypatch.chdir(tmp_path)
    Path("in.jsonl").write_text('{"id": "a", "text": "No."}\n')
    Path("there.jsonl").write_text("something\n")
    assert main(["batch", *arguments]) == code
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""
    assert Path("there.jsonl").read_text() == "something\n"
    assert Path("in.jsonl").read_text() == '{"id": "a", "text": "No."}\n'


def test_an_interrupted_batch_says_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from factx.cli import main
    from factx.corpus.work import RowMaker

    monkeypatch.chdir(tmp_path)
    Path("in.jsonl").write_text("".join(f'{{"id": "a{n}", "text": "No."}}\n' for n in range(5)))
    real = RowMaker.row

    def tired(self: RowMaker, item: Any) -> Any:
        if item.id == "a3":
            raise KeyboardInterrupt
        return real(self, item)

    monkeypatch.setattr(RowMaker, "row", tired)
    assert main(["batch", "in.jsonl", "-o", "x.jsonl", "--workers", "0", "-q"]) == 130
    said = capsys.readouterr().err
    assert "interrupted: x.jsonl has 3 articles, the last of them a2; the same command with --resume goes on" in said
    monkeypatch.setattr(RowMaker, "row", real)
    assert main(["batch", "in.jsonl", "-o", "x.jsonl", "--workers", "0", "-q", "--resume"]) == 0
    assert len(Path("x.jsonl").read_text().splitlines()) == 5
