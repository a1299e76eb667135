"""Every attribution rule finds its example, with the marked source and words, and not its counter-example."""

from __future__ import annotations

import re

import pytest

from factx.article import Article
from factx.document import Document
from factx.linking.attribution import attribute
from factx.linking.attribution.rules import RULES, AttributionRule, confidence
from factx.mentions.names import find_names
from factx.mentions.quotations import find_quotations
from factx.mentions.types import Attribution


def run(text: str) -> list[Attribution]:
    document = Document(Article(text=text))
    return attribute(document, find_quotations(document), find_names(document))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_finds_its_example(rule: AttributionRule) -> None:
    text = re.sub(r"[\[\]{}]", "", rule.example)
    found = [a for a in run(text) if a.rule == rule.name]
    assert found, f"found {[a.rule for a in run(text)]}"
    source = re.search(r"\[(.+?)\]", rule.example)
    assert source is not None
    assert found[0].source is not None
    assert text[slice(*found[0].source)] == source[1]
    words = [text[a:b].strip(",.?") for a, b in found[0].spans]
    assert words == [w.strip(",.?") for w in re.findall(r"\{(.+?)\}", rule.example)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_does_not_find_its_counter_example(rule: AttributionRule) -> None:
    assert rule.name not in [a.rule for a in run(rule.counter_example)]


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_confidence_is_lower_without_a_source_and_for_vague_verbs() -> None:
    assert confidence("cue clause", "say", "name") > confidence("cue clause", "suggest", "name")
    assert confidence("cue: quote", "say", "none") <= 0.4
