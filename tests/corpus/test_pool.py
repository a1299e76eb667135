"""What pebble itself does not survive: a broken pool, a worker that dies while it hands its result back."""

from __future__ import annotations

import os
import signal
import struct
import sys
import time
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from factx.corpus import pool
from factx.corpus.pool import Lost, run_ordered
from factx.errors import FactxError

pytest.importorskip("pebble")


def _half(self: Any, buffer: bytes) -> None:
    os.write(self.fileno(), struct.pack("!i", 1000) + b"a tenth of it")
    os.kill(os.getpid(), signal.SIGKILL)


class Torn:
    """Dies while its result goes through the pipe: the reader is left with half a message."""

    def __init__(self, folder: Path, always: bool) -> None:
        self.mark, self.always = folder / "died", always

    def __call__(self, item: str) -> Any:
        if item == "tear" and (self.always or not self.mark.exists()):
            self.mark.touch()
            Connection._send_bytes = _half  # type: ignore[attr-defined]
        return item.upper()


class Alarmed:
    def __call__(self, item: str) -> str:
        return str(os.getpid())


class NoStart:
    def __getstate__(self) -> dict[str, Any]:
        return {"mark": 1}

    def __setstate__(self, state: dict[str, Any]) -> None:
        os._exit(9)

    def __call__(self, item: str) -> str:
        return item


def test_workers_that_cannot_start_are_an_error_and_not_a_hang() -> None:
    with pytest.raises(FactxError, match="cannot be started"):
        list(run_ordered(["a", "b"], NoStart(), workers=1, timeout=5))


def test_an_idle_worker_that_is_killed_is_replaced() -> None:
    items = ["first", *[f"item {n}" for n in range(10)]]
    results = run_ordered(items, Alarmed(), workers=1, timeout=20)
    _, worker = next(results)
    assert isinstance(worker, str)
    time.sleep(0.5)  # it has done all that is in flight, and waits
    os.kill(int(worker), signal.SIGKILL)
    rest = list(results)
    assert len(rest) == 10
    assert not any(isinstance(result, Lost) for _, result in rest)


@pytest.mark.parametrize("always", [False, True])
def test_a_worker_that_dies_in_the_middle_of_its_answer(
    always: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "GRACE", 0.5)
    items = ["a", "b", "tear", "c", "d"]
    results = dict(run_ordered(items, Torn(tmp_path, always), workers=1, timeout=2))
    lost = results.pop("tear")
    if always:
        assert isinstance(lost, Lost)
        assert lost.kind in ("killed", "timeout")
    else:
        assert lost == "TEAR" or isinstance(lost, Lost)
    assert results == {"a": "A", "b": "B", "c": "C", "d": "D"}


def test_a_worker_that_starts_when_the_run_has_ended_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    from factx.corpus.preload import late

    def _serve_one(error: Exception) -> None:  # as in multiprocessing.forkserver
        raise error

    for error in (FileNotFoundError("no such lock"), EOFError(), ValueError("a fault")):
        try:
            _serve_one(error)
        except Exception:
            late(*sys.exc_info())  # type: ignore[arg-type]
    told = capsys.readouterr().err
    assert "ValueError: a fault" in told
    assert "lock" not in told
    assert "EOFError" not in told


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_what_workers_are_forked_from_is_deaf_to_ctrl_c() -> None:
    assert dict(run_ordered(["a"], str, workers=1)) == {"a": "a"}
    status = Path(f"/proc/{forkserver._forkserver._forkserver_pid}/status").read_text()  # type: ignore[attr-defined]
    blocked = int(status.split("SigBlk:")[1].split()[0], 16)
    assert blocked & (1 << (signal.SIGINT - 1))
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
