"""Patterns work on every Python. That none backtracks super-linearly is the gate's to say: `benchmarks/growth.py`."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import factx


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
