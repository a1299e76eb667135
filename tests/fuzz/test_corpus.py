"""Everything that once broke factx, tried again; and a short run of the fuzzer itself."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).resolve().parent


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz", HERE / "fuzz.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


fuzz = load()


@pytest.mark.parametrize("path", sorted((HERE / "corpus").glob("*.txt")), ids=lambda path: path.stem)
def test_kept_input(path: Path) -> None:
    fuzz.TARGETS[path.name.partition("-")[0]][0](fuzz.read(path))


def test_a_short_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fuzz, "CORPUS", tmp_path)
    monkeypatch.setattr(fuzz, "LIMIT", fuzz.inf)  # the clock is for `make fuzz`
    assert fuzz.run(fuzz.inf, seed=1, most=100) == 0, [path.read_bytes() for path in tmp_path.iterdir()]


def test_a_fault_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(text: str) -> None:
        raise AssertionError("as planned")

    monkeypatch.setattr(fuzz, "CORPUS", tmp_path)
    monkeypatch.setattr(fuzz, "TARGETS", {"text": (broken, 1)})
    assert fuzz.run(fuzz.inf, seed=1, most=100) == 1
    assert len(list(tmp_path.iterdir())) == 1
    assert "as planned" in capsys.readouterr().err
