"""The command as a process: start-up, help, signals, pipes, terminals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

import factx
from factx.cli import main
from factx.cli.parser import COMMANDS

FACTX = [sys.executable, "-m", "factx"]
TEXT = "“We sold 3 km of cable for $5 million on May 3, 2024,” said Ann Lee, head of sales at Bolt.\n"
posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals and terminals")


def test_help_imports_neither_models_nor_patterns() -> None:
    code = (
        "import sys; from factx.cli import main; code = main(['--help']); "
        "heavy = [m for m in ('pydantic', 'regex', 'rich', 'dateparser', 'quantulum3', 'asyncio', 'email') if m in sys.modules]; "
        "print(code, heavy, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "0 []"
    assert "extract" in done.stdout
    assert "schema" in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert "usage: factx" in capsys.readouterr().out


def test_version_and_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"factx {factx.__version__}\n"
    assert main([]) == 2
    assert main(["nonsense"]) == 2


def test_schema_is_json_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    model = json.loads(capsys.readouterr().out)
    assert model["$schema"].endswith("2020-12/schema")
    assert {"Quote", "MonetaryClaim", "NumericClaim", "DateMention", "Speaker", "Span"} <= set(model["$defs"])


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    env = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for name in ("jsonl", "table"):
        done = subprocess.run(
            [*FACTX, "extract", "a.txt", "-f", name, "--with-text"],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            check=True,
        )
        assert "“We sold" in done.stdout.decode("utf-8")
        assert done.stderr == b""


@posix
def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text(TEXT * 200, encoding="utf-8")
    process = subprocess.Popen([*FACTX, "extract", "."], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(60) == 0
    process.stderr.close()


@posix
@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_is_130_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*FACTX, "extract", "-", "-o", "out.json"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 30
    while not list(tmp_path.glob(".out.json.*")) and time.monotonic() < deadline:  # it waits for its input
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_terminal_gets_a_table_and_colours_unless_told(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    def on_terminal(**extra: str) -> str:
        leader, follower = pty.openpty()
        env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", **extra}
        if "NO_COLOR" not in extra:
            env.pop("NO_COLOR", None)
        process = subprocess.Popen(
            [*FACTX, "extract", "a.txt"], cwd=tmp_path, stdout=follower, stderr=follower, env=env
        )
        os.close(follower)
        out = bytearray()
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:
                break
            if not piece:
                break
            out += piece
        os.close(leader)
        assert process.wait(60) == 0
        return out.decode("utf-8")

    pytest.importorskip("rich")
    plain = on_terminal(NO_COLOR="1")
    assert "DATES" in plain
    assert "\x1b[3" not in plain
    assert "\x1b[" in on_terminal()


@posix
def test_progress_is_on_stderr_and_only_on_a_terminal(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    leader, follower = pty.openpty()
    done = subprocess.run(
        [*FACTX, "extract", "a.txt", "b.txt"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=follower, check=True
    )
    os.close(follower)
    shown = os.read(leader, 65536).decode()
    os.close(leader)
    assert "1/2 b.txt" in shown
    assert len(done.stdout.splitlines()) == 2


def test_a_shell_may_ask_what_comes_next() -> None:
    pytest.importorskip("argcomplete")
    environment = {
        **os.environ, "_ARGCOMPLETE": "1", "COMP_LINE": "factx extract --min", "COMP_POINT": "19",
        "_ARGCOMPLETE_STDOUT_FILENAME": os.devnull, "_ARGCOMPLETE_IFS": "\013",
    }  # fmt: skip
    with tempfile.NamedTemporaryFile("r") as answers:
        environment["_ARGCOMPLETE_STDOUT_FILENAME"] = answers.name
        done = subprocess.run([sys.executable, "-m", "factx"], env=environment, timeout=60, check=False)
        assert done.returncode == 0
        assert answers.read().strip() == "--min-confidence"


@posix
def test_an_interrupt_that_falls_into_a_del_is_not_lost() -> None:
    code = """
import os, signal, sys, time
import factx.cli.schema as command
from factx.cli import main

class Late:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.01)

def run(args):
    late = Late()
    del late
    time.sleep(20)
    return 0

signal.signal(signal.SIGINT, signal.default_int_handler)
command.run = run
sys.exit(main(["schema"]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
