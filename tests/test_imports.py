"""Imports go one way, down the flow: no module reaches itself again, read from the source and not from a run.

Three sorts of imports are judged apart. Those that run when a module is loaded may make no circle; nor may they with those
for the type checker alone, for a circle of types is one of thoughts as well. Those inside functions may look up where a
method of a record hands over to what reads records (`WHEN_CALLED`), and nowhere else.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import factx

ROOT = Path(factx.__file__).parent

WHEN_CALLED = {
    ("factx.article", "factx.readers"): "Article.from_path and from_html",
    ("factx.comparison.model", "factx.output"): "Comparison.to_html and its like",
    ("factx.extractor", "factx.corpus"): "Extractor.extract_many",
    ("factx.facts", "factx.consistency"): "Facts.consistency",
    ("factx.facts", "factx.output"): "Facts.to_html and its like",
}
"""Importer, and the module or package that it may import inside a function although that looks up: why."""

ONE_READER = "factx.linking.claims.roles"
"""Its modules are one class in parts, each of which names the class in its types: to go with the next grammar."""

Graph = dict[str, dict[str, set[str]]]
"""Module -> sort of import ("load", "types", "call") -> modules."""


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        parts = [ROOT.name, *path.relative_to(ROOT).with_suffix("").parts]
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(tree: ast.AST, sort: str = "load") -> Iterator[tuple[str, ast.Import | ast.ImportFrom]]:
    """The import statements of a module, with their sort."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield sort, node
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from imports(node, "call")
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            for statement in node.body:
                yield from imports(ast.Module([statement], []), "types")
        else:
            yield from imports(node, sort)


def graph(paths: dict[str, Path]) -> Graph:
    """Who imports whom. A name taken from a package is the module of that name, where there is one."""
    found: Graph = {}
    for module, path in paths.items():
        edges = found[module] = {"load": set(), "types": set(), "call": set()}
        for sort, node in imports(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            else:
                assert not node.level, f"{module}: write imports from the package's name on"
                names = [f"{node.module}.{alias.name}" for alias in node.names]
                names = [name if name in paths else str(node.module) for name in names]
            edges[sort] |= {name for name in names if name in paths and name != module}
    return found


def circles(edges: dict[str, set[str]]) -> list[list[str]]:
    """A shortest way from each module back to itself, one for each set of modules that reach each other."""
    found: dict[frozenset[str], list[str]] = {}
    for start in sorted(edges):
        ways = [[start]]
        seen = {start}
        while ways:
            way = ways.pop(0)
            if start in edges[way[-1]]:
                found.setdefault(frozenset(way), [*way, start])
                break
            for target in sorted(edges[way[-1]] - seen):
                seen.add(target)
                ways.append([*way, target])
    return list(found.values())


def joined(found: Graph, sorts: Iterable[str]) -> dict[str, set[str]]:
    return {module: set().union(*(edges[sort] for sort in sorts)) for module, edges in found.items()}


def test_no_circle_when_modules_are_loaded() -> None:
    assert circles(joined(graph(modules()), ["load"])) == []


def test_no_circle_of_types() -> None:
    paths = modules()
    del paths["factx"]  # names everything for type checkers, and loads what is asked for
    found = circles(joined(graph(paths), ["load", "types"]))
    assert [way for way in found if not all(module.startswith(f"{ONE_READER}.") for module in way)] == []


def test_functions_import_upwards_only_where_a_record_hands_over() -> None:
    found = graph(modules())
    for module, target in WHEN_CALLED:
        found[module]["call"] = {
            name for name in found[module]["call"] if name != target and not name.startswith(f"{target}.")
        }
    assert circles(joined(found, ["load", "call"])) == []


def test_every_leave_is_used() -> None:
    found = graph(modules())
    for module, target in WHEN_CALLED:
        assert any(f"{name}.".startswith(f"{target}.") for name in found[module]["call"]), (module, target)


def test_a_circle_is_found(tmp_path: Path) -> None:
    """The test itself: a circle over three modules, one of its imports inside a function."""
    (tmp_path / "a.py").write_text("import b\n")
    (tmp_path / "b.py").write_text("def f():\n    from c import d\n")
    (tmp_path / "c.py").write_text("if TYPE_CHECKING:\n    import a\n")
    found = graph({name: tmp_path / f"{name}.py" for name in "abc"})
    assert circles(joined(found, ["load", "call"])) == []
    assert circles(joined(found, ["load", "types", "call"])) == [["a", "b", "c", "a"]]
