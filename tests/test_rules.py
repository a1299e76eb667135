"""Every rule of every table: its examples match, its counter-examples do not."""

from __future__ import annotations

import contextlib
import importlib
import pkgutil

import pytest

import factx
from factx.document.context_rules import CONTEXT_RULES, ContextRule
from factx.document.tagger import tag_words
from factx.rules import REGISTRY, Rule

for module in pkgutil.walk_packages(factx.__path__, "factx."):
    if not module.name.startswith(("factx.spark", "factx.ray", "factx.__main__")):
        with contextlib.suppress(factx.MissingExtra):
            importlib.import_module(module.name)

RULES = [(table, rule) for name, table in sorted(REGISTRY.items()) for rule in table.rules]
IDS = [f"{table.name}: {rule.name}" for table, rule in RULES]


def plain(example: str) -> str:
    return example.replace("[", "").replace("]", "")


def hits(table: object, rule: Rule, text: str) -> list[str]:
    return [match[0] for found, match in table.find(text) if found is rule]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("table", "rule"), RULES, ids=IDS)
def test_rule_has_examples_and_they_match(table: object, rule: Rule) -> None:
    assert rule.examples, "a rule needs an example"
    for example in rule.examples:
        found = hits(table, rule, plain(example))
        assert found, f"{rule.name} does not match {example!r}"
        if "[" in example:
            assert example[example.index("[") + 1 : example.index("]")] in found


@pytest.mark.parametrize(("table", "rule"), RULES, ids=IDS)
def test_counter_examples_do_not_match(table: object, rule: Rule) -> None:
    assert rule.counter_examples, "a rule needs a counter-example"
    for example in rule.counter_examples:
        assert not hits(table, rule, example), f"{rule.name} matches {example!r}"


@pytest.mark.parametrize("rule", CONTEXT_RULES, ids=[rule.name for rule in CONTEXT_RULES])
def test_context_rule(rule: ContextRule) -> None:
    words, tags = (side.split() for side in rule.example.split(" -> "))
    assert tag_words(words, [word.lower() for word in words]) == tags
