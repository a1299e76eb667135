"""Running Python apart from the test process: in another environment, locale or time zone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

__all__ = ["ROOT", "STATEMENTS", "python"]

ROOT = Path(__file__).resolve().parent.parent.parent
STATEMENTS = sorted((ROOT / "examples" / "statements").glob("*.txt"))


def python(*arguments: str, stdin: str = "", **environment: str) -> str:
    """What a Python process prints; raises with its standard error when it fails. Runs in the checkout."""
    done = subprocess.run(
        [sys.executable, *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT), **environment},
        timeout=240,
        check=False,
    )
    if done.returncode:
        raise AssertionError(f"exit {done.returncode}: {done.stderr[-4000:]}")
    return done.stdout
