"""A function asks at most 25 questions. Those that ask more are listed here with their number, and the list only shrinks.

Counted are places where a function can go two ways: `if` (as a statement, in an expression, in a comprehension), loops,
`except`, cases, and each further operand of `and` and `or`; functions inside are counted for themselves. Ruff's
`too-many-branches`, which counts statements alone, has the same limit.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import factx

LIMIT = 25
BRANCHES = (ast.If, ast.For, ast.While, ast.ExceptHandler, ast.IfExp, ast.match_case)
ROOT = Path(factx.__file__).parent

LISTED = {}
"""Module and function -> its number of branches. Take an entry out, or lower it, when the function has become simpler."""


def branches(function: ast.AST) -> int:
    """The questions that a function asks.

    >>> branches(ast.parse("if a and b or c: d = [e for e in f if e]"))
    5
    """
    count = 0
    for node in ast.iter_child_nodes(function):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        count += isinstance(node, BRANCHES) + branches(node)
        if isinstance(node, ast.BoolOp):
            count += len(node.values) - 1
        elif isinstance(node, ast.comprehension):
            count += 1 + len(node.ifs)
    return count


def functions() -> Iterator[tuple[str, int]]:
    """Every function of the package with its number of branches."""
    for path in sorted(ROOT.rglob("*.py")):
        module = ".".join([ROOT.name, *path.relative_to(ROOT).with_suffix("").parts])
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{module}: {node.name}", branches(node)


def test_functions_have_few_branches() -> None:
    found: dict[str, int] = {}
    for name, count in functions():
        if count > LIMIT:
            found[name] = max(count, found.get(name, 0))
    grown = {name: count for name, count in found.items() if count > LISTED.get(name, LIMIT)}
    assert not grown, f"split these along the questions that they ask: {grown}"
    shrunk = {name: found.get(name) for name, count in LISTED.items() if found.get(name, 0) < count}
    assert not shrunk, f"lower these in the list, or take them out: {shrunk}"
