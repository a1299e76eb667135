"""Patterns work on every Python. That none backtracks super-linearly is the gate's to say: `benchmarks/growth.py`."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import factx
from factx.patterns import Later


def test_patterns_of_the_standard_library_are_those_of_python_3_10() -> None:
    """`re` has possessive quantifiers and atomic groups since 3.11 only; `regex` has them everywhere."""
    found = []
    for path in sorted(Path(factx.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
            ):
                literals = [
                    leaf.value
                    for leaf in ast.walk(node)
                    if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
                ]
                if node.func.value.id == "re" and any(
                    re.search(r"(?<!\\)[*+?}]\+|\(\?>", literal) for literal in literals
                ):
                    found.append(f"{path.name}:{node.lineno}")
    assert found == []


def waiting(value: Any) -> Iterator[Later]:
    """The patterns in a module's value that wait for their first use."""
    if isinstance(value, Later):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from waiting(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from waiting(part)


def test_patterns_that_wait_can_be_compiled() -> None:
    found = 0
    for module in pkgutil.walk_packages(factx.__path__, "factx."):
        if module.name.startswith(("factx.mentions", "factx.tables", "factx.linking", "factx.document")):
            for value in vars(importlib.import_module(module.name)).values():
                for pattern in waiting(value):
                    assert pattern.pattern
                    found += 1
    assert found > 100


def test_the_pipeline_loads_without_compiling() -> None:
    """Half of a cold start went into patterns that the article never needs: they wait (`factx.patterns.later`)."""
    script = (
        "import regex, sys\n"
        "made, compile = [], regex.compile\n"
        "def counted(*args, **lists):\n"
        "    made.append(sys._getframe(1).f_globals['__name__'])\n"
        "    return compile(*args, **lists)\n"
        "regex.compile = counted\n"
        "import factx.extractor\n"
        "print(*sorted(name for name in made if name.startswith(('factx.mentions', 'factx.tables', 'factx.document'))))\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []
