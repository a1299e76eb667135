"""What is there after a kill: torn lines, half parts, parts of a kind alone; and what another run has written."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx.corpus.item import Item
from factx.corpus.sinks import OutputExists, open_sink
from factx.corpus.work import RowMaker
from factx.errors import FactxError, MissingExtra
from factx.extractor import Extractor

MAKER = RowMaker(Extractor())
ITEMS = [Item(id=str(n), text=f"“We paid ${n} million,” said Ann Lee of Bolt.") for n in range(1, 8)]
ROWS = [MAKER.row(item).line for item in ITEMS]
KEYS = [bytes.fromhex(MAKER.key(item)) for item in ITEMS]


def sink(path: Path, resume: bool = True, overwrite: bool = False, flat: bool = False):  # type: ignore[no-untyped-def]
    return open_sink(path, resume=resume, overwrite=overwrite, flat=flat, part_rows=2)


def write(path: Path, rows: list[bytes], flat: bool = False) -> None:
    out = sink(path, flat=flat)
    out.done(MAKER.run)
    for row in rows:
        out.add(row)
    out.close()


@pytest.mark.parametrize("cut", [1, 2, 30, 200])
def test_a_torn_line_is_done_again(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "out.jsonl"
    write(path, ROWS[:3])
    path.write_bytes(path.read_bytes()[:-cut])
    out = sink(path)
    assert list(out.done(MAKER.run)) == KEYS[:2]
    for row in ROWS[2:]:
        out.add(row)
    out.close()
    assert path.read_bytes() == b"".join(ROWS)


def test_rows_are_counted(tmp_path: Path) -> None:
    write(tmp_path / "out.jsonl", [ROWS[0], ROWS[1], ROWS[0]])
    out = sink(tmp_path / "out.jsonl")
    assert out.done(MAKER.run) == {KEYS[0]: 2, KEYS[1]: 1}
    out.close()


@pytest.mark.parametrize("name", ["out.jsonl", "out"])
def test_what_is_there_is_not_replaced_without_being_asked(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, ROWS)
    with pytest.raises(OutputExists, match=r"--resume.*--overwrite"):
        sink(tmp_path / name, resume=False)
    out = sink(tmp_path / name, resume=False, overwrite=True)
    assert not out.done(MAKER.run)
    out.close()


@pytest.mark.parametrize("name", ["out.jsonl", "out"])
def test_another_run_is_not_gone_on_with(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, ROWS)
    out = sink(tmp_path / name)
    with pytest.raises(FactxError, match="other options"):
        out.done(RowMaker(Extractor(only={"money"})).run)
    out.release()


@pytest.mark.parametrize("name", ["out.jsonl", "out"])
def test_two_runs_cannot_write_one_output(tmp_path: Path, name: str) -> None:
    pytest.importorskip("fcntl")
    out = sink(tmp_path / name)
    with pytest.raises(FactxError, match="another run is writing it"):
        sink(tmp_path / name)
    out.release()


def test_somebody_elses_files_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text('{"my": "data"}\n')
    out = sink(path)
    with pytest.raises(FactxError, match="was not written by factx batch"):
        out.done(MAKER.run)
    out.release()
    assert path.read_text() == '{"my": "data"}\n'


def test_names_and_kinds_of_output_must_agree(tmp_path: Path) -> None:
    with pytest.raises(FactxError, match="--flat makes Parquet tables"):
        sink(tmp_path / "out.jsonl", flat=True)
    (tmp_path / "folder.jsonl").mkdir()
    with pytest.raises(FactxError, match="is a folder"):
        sink(tmp_path / "folder.jsonl")
    pytest.importorskip("pyarrow")
    (tmp_path / "plain").write_text("mine")
    with pytest.raises(FactxError, match="is a file"):
        sink(tmp_path / "plain")
    assert (tmp_path / "plain").read_text() == "mine"


def test_parquet_without_pyarrow_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingExtra, match=r"pip install 'factx\[arrow\]'"):
        sink(tmp_path / "out")


def parts(path: Path) -> dict[str, bytes]:
    return {p.relative_to(path).as_posix(): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("flat", [False, True])
def test_parts_after_a_kill_are_those_of_a_whole_run(tmp_path: Path, flat: bool) -> None:
    pytest.importorskip("pyarrow")
    write(tmp_path / "whole", ROWS, flat)
    whole = parts(tmp_path / "whole")
    assert len(whole) == (4 * 8 if flat else 4)
    assert all(name.endswith(".parquet") for name in whole)

    path = tmp_path / "out"
    killed = sink(path, flat=flat)
    killed.done(MAKER.run)
    for row in ROWS[:5]:  # two parts, and a row that is held back
        killed.add(row)
    killed.lock.close()
    # What a kill while the third part is being written can leave:
    (path / "speakers").mkdir(exist_ok=True) if flat else None
    (path / ("speakers" if flat else "") / "part-00002.parquet.tmp").write_bytes(b"half")
    if flat:
        (path / "quotes" / "part-00002.parquet").write_bytes(whole["quotes/part-00002.parquet"])
    again = sink(path, flat=flat)
    assert list(again.done(MAKER.run)) == KEYS[:4]
    for row in ROWS[4:]:
        again.add(row)
    again.close()
    assert parts(path) == whole


def test_flat_and_nested_do_not_mix(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    write(tmp_path / "out", ROWS, flat=True)
    out = sink(tmp_path / "out", flat=False)
    with pytest.raises(FactxError, match="was written with --flat"):
        out.done(MAKER.run)
    out.release()


def test_a_run_over_nothing_leaves_an_empty_dataset(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    write(tmp_path / "out", [])
    from factx.arrow import SCHEMA

    table = pq.read_table(tmp_path / "out")
    assert table.num_rows == 0
    assert table.schema.equals(SCHEMA)
