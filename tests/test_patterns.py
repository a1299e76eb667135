"""No pattern backtracks super-linearly: each rule of each table, alone, on strings made to hurt it.

The strings are made from the rule's own examples, which lead into its every corner: pieces repeated, the whole
repeated, the end cut off or replaced, so that a match almost succeeds again and again.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import factx
from factx.rules import REGISTRY, Rule, RuleTable

for module in pkgutil.walk_packages(factx.__path__, "factx."):
    if not module.name.endswith("__main__"):
        with contextlib.suppress(factx.MissingExtra):
            importlib.import_module(module.name)

RULES = [(table, rule) for _, table in sorted(REGISTRY.items()) for rule in table.rules]
LENGTH = 2_000
"""Characters of the shorter string; the longer has twice as many."""
SHORT = 0.01
"""Seconds under which the longer string's time says nothing."""


def attacks(rule: Rule) -> Iterator[tuple[str, str, str]]:
    """(head, pump, tail): the string is the head, the pump as often as needed, and the tail."""
    yield "", "9", "!"
    yield "", "a ", "!"
    yield "", "Aa ", "!"
    yield "", "1,", "x"
    yield "", "of the ", "!"
    seen = set()
    for example in rule.examples[:3]:
        text = example.replace("[", "").replace("]", "")
        yield "", text, "\x00"
        yield "", text + " ", "\x00"
        pieces = re.findall(r"\w+|\s+|[^\w\s]", text)
        for index, piece in enumerate(pieces[:12]):
            pump = piece if not piece.isspace() else piece * 2
            if pump not in seen:
                seen.add(pump)
                head, tail = "".join(pieces[:index]), "".join(pieces[index + 1 :])
                yield head, pump, "\x00" + tail
                yield head, pump + " ", tail[:-1] + "\x00"


def scan(table: RuleTable, rule: Rule, text: str) -> float:
    """Seconds of processor to try the rule wherever the table would; a table without a trigger is asked at one place."""
    started = time.process_time()
    match, search, position = rule.compiled.match, table.trigger.search, 0
    if not table.trigger_source:
        match(text)
        return time.process_time() - started
    while (hit := search(text, position)) is not None:
        found = match(text, hit.start())
        position = max(hit.end(), hit.start() + 1, found.end() if found else 0)
    return time.process_time() - started


def ratio(table: RuleTable, rule: Rule, half: str, whole: str) -> float:
    """How much longer the whole takes, by the best of up to five runs each: what else the machine does only adds."""
    short = long = float("inf")
    for _ in range(5):
        short, long = min(short, scan(table, rule, half)), min(long, scan(table, rule, whole))
        if long <= 2.4 * short:
            break
    return long / short


@pytest.mark.parametrize(("table", "rule"), RULES, ids=[f"{table.name}: {rule.name}" for table, rule in RULES])
def test_twice_the_string_takes_at_most_2_6_times_as_long(table: RuleTable, rule: Rule) -> None:
    for head, pump, tail in attacks(rule):
        count = LENGTH // len(pump) + 1
        half, whole = head + pump * count + tail, head + pump * count * 2 + tail
        if scan(table, rule, whole) < SHORT:
            continue
        grown = ratio(table, rule, half, whole)
        assert grown <= 2.6, f"{grown:.1f} on {head!r} + {pump!r} * {count} + {tail!r}"


@pytest.mark.parametrize("table", [table for _, table in sorted(REGISTRY.items())], ids=lambda table: table.name)
def test_triggers_are_linear_too(table: RuleTable) -> None:
    for pump in ("9", "a", "a ", "Aa ", "1,", " ", "\n", "“", "$", ".", "-"):
        half, whole = pump * (100_000 // len(pump)), pump * (200_000 // len(pump))

        def scanned(text: str) -> float:
            started = time.process_time()
            for _ in table.trigger.finditer(text):
                pass
            return time.process_time() - started

        if scanned(whole) < 0.1:
            continue
        assert min(scanned(whole) / scanned(half) for _ in range(4)) <= 2.6, f"trigger on {pump!r}"


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
