"""The gate: what fell is named, what rose is not; floors are raised by --update and lowered by --force alone."""

from __future__ import annotations

import json
from pathlib import Path

import gate
import pytest
import quality
import report
import speed


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, float]:
    """Figures that the gate believes to have measured; change them in the test."""
    figures = {"statements: overall": 0.6, gate.GUARDED[0]: 40.0}
    monkeypatch.setattr(gate, "BASELINE", tmp_path / "baseline.json")
    monkeypatch.setattr(gate, "ROOT", tmp_path)
    monkeypatch.setattr(report, "ACCURACY", tmp_path / "accuracy.md")
    report.ACCURACY.write_text("<!-- figures -->\n<!-- /figures -->\n", encoding="utf-8")
    monkeypatch.setattr(quality, "measure", lambda folder: {k: v for k, v in figures.items() if ":" in k})
    monkeypatch.setattr(speed, "measure", lambda folder, quick: {k: v for k, v in figures.items() if ":" not in k})
    monkeypatch.setattr(speed, "passes", lambda folder, quick: {k: v for k, v in figures.items() if "word pass" in k})
    monkeypatch.setattr(gate, "PAUSE", 0)
    assert gate.main([str(tmp_path), "--update"]) == 0
    return figures


@pytest.mark.parametrize(("value", "code"), [(0.7, 0), (0.6, 0), (0.5996, 0), (0.599, 1), (0.0, 1)])
def test_accuracy_may_not_fall(measured: dict[str, float], tmp_path: Path, value: float, code: int) -> None:
    measured["statements: overall"] = value
    assert gate.main([str(tmp_path)]) == code


@pytest.mark.parametrize(("value", "code"), [(20.0, 0), (59.0, 0), (61.0, 1)])
def test_speed_may_not_fall_beyond_the_margin(
    measured: dict[str, float], tmp_path: Path, value: float, code: int
) -> None:
    measured[gate.GUARDED[0]] = value
    assert gate.main([str(tmp_path)]) == code


def test_what_a_busy_machine_made_slow_is_measured_again(
    measured: dict[str, float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured[gate.GUARDED[0]] = 61.0
    quiet = iter([60.5, 45.0])
    monkeypatch.setattr(speed, "passes", lambda folder, quick: {gate.GUARDED[0]: next(quiet)})
    assert gate.main([str(tmp_path)]) == 0
    assert next(quiet, None) is None


def test_a_figure_that_is_gone_is_a_fault(
    measured: dict[str, float], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del measured["statements: overall"]
    assert gate.main([str(tmp_path)]) == 1
    assert "not measured any more" in capsys.readouterr().out


def test_without_gold_accuracy_is_skipped_and_that_is_said(
    measured: dict[str, float], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    measured["statements: overall"] = 0.0
    assert gate.main([str(tmp_path / "absent")]) == 0
    assert "NOT checked" in capsys.readouterr().out


def test_update_never_lowers_without_force(measured: dict[str, float], tmp_path: Path) -> None:
    def floor() -> float:
        return float(json.loads(gate.BASELINE.read_text(encoding="utf-8"))["accuracy"]["statements: overall"])

    for value, options, expected in ((0.7, [], 0.7), (0.5, [], 0.7), (0.5, ["--force"], 0.5)):
        measured["statements: overall"] = value
        assert gate.main([str(tmp_path), "--update", *options]) == 0
        assert floor() == expected


@pytest.mark.parametrize("options", [["--force"], ["--below", "0.5"]])
def test_options_of_update_alone_are_wrong_usage(measured: dict[str, float], options: list[str]) -> None:
    with pytest.raises(SystemExit):
        gate.main(options)


def test_floors_below_the_figures_and_the_figures_in_the_table(measured: dict[str, float], tmp_path: Path) -> None:
    assert gate.main([str(tmp_path), "--update", "--force", "--below", "0.5"]) == 0
    assert json.loads(gate.BASELINE.read_text(encoding="utf-8"))["accuracy"] == {"statements: overall": 0.595}
    assert "| statements: overall | 60.0 |" in report.ACCURACY.read_text(encoding="utf-8")


def test_update_writes_the_table(measured: dict[str, float], tmp_path: Path) -> None:
    assert "| statements: overall | 60.0 |" in report.ACCURACY.read_text(encoding="utf-8")
