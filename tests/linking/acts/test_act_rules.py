"""Every rule for acts, and every refusal: its example is read by it, its counter-example is not."""

from __future__ import annotations

import pytest

from factx.article import Article
from factx.document import Document
from factx.linking.acts import read_act
from factx.linking.acts.refusals import REFUSALS, Refusal
from factx.linking.acts.rules import RULES, ActRule, Found
from factx.linking.claims.moments import Moments
from factx.linking.claims.scene import Scene
from factx.linking.timeline import timeline
from factx.options import Options
from factx.syntax import Syntax


def scene_of(text: str) -> Scene:
    document = Document(Article(text=text))
    times = timeline(document, Options())
    syntax = Syntax(document, [(m.start, m.end) for m in times.mentions])
    sentence = document.sentences[0]
    moments = Moments(text, times).between(sentence.start, sentence.end)
    return Scene(document, syntax.of(sentence), sentence, [], [], moments)


def read(scene: Scene) -> list[Found]:
    return [found for node in range(len(scene.tree)) for found in read_act(scene, node)]


EXAMPLES = [(rule, text) for rule in RULES for text in rule.examples.split(" | ")]
COUNTERS = [(rule, text) for rule in RULES for text in rule.counters.split(" | ")]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[text for _, text in EXAMPLES])
def test_example_is_read_by_its_rule(rule: ActRule, example: str) -> None:
    marked, _, about = example.partition(" -> ")
    scene = scene_of(marked.replace("[", "").replace("]", ""))
    found = read(scene)
    assert [one.rule.name for one in found] == [rule.name]
    start, end = scene.tree.span(found[0].about)
    assert scene.document.text[start:end] == about
    assert scene.tree.start[found[0].cue] == marked.index("[")


@pytest.mark.parametrize(("rule", "counter"), COUNTERS, ids=[text for _, text in COUNTERS])
def test_counter_example_is_not(rule: ActRule, counter: str) -> None:
    assert rule.name not in [one.rule.name for one in read(scene_of(counter))]


def test_names_of_rules_are_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("refusal", REFUSALS, ids=[refusal.name for refusal in REFUSALS])
def test_refusal_refuses_its_example_alone(refusal: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(scene_of(refusal.example)) == []
    assert len(read(scene_of(refusal.counter))) == 1
    others = tuple(other for other in REFUSALS if other is not refusal)
    monkeypatch.setattr("factx.linking.acts.refusals.REFUSALS", others)
    assert len(read(scene_of(refusal.example))) == 1  # what the tie finds is refused by this one and no other
