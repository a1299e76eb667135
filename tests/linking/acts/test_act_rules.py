"""Every rule for acts, and every refusal: its example is read by it, its counter-example is not."""

from __future__ import annotations

import pytest

from factx.article import Article
from factx.document import Document
from factx.linking.acts import read_act
from factx.linking.acts.rules import ActRule, Found
from factx.linking.acts.refusals import REFUSALS, Refusal
from factx.linking.acts.rules import RULES
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


def read(scene: Scene) -> list[tuple[ActRule, Found]]:
    return [found for node in range(len(scene.tree)) if (found := read_act(scene, node)) is not None]


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_example_is_read_by_its_rule(rule: ActRule) -> None:
    marked, _, about = rule.example.partition(" -> ")
    scene = scene_of(marked.replace("[", "").replace("]", ""))
    found = read(scene)
    assert [one.name for one, _ in found] == [rule.name]
    act = found[0][1]
    start, end = scene.tree.span(act.about)
    assert scene.document.text[start:end] == about
    assert scene.tree.start[act.cue] == marked.index("[")


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_counter_example_is_not(rule: ActRule) -> None:
    assert rule.name not in [one.name for one, _ in read(scene_of(rule.counter))]


def test_names_of_rules_are_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("refusal", REFUSALS, ids=[refusal.name for refusal in REFUSALS])
def test_refusal_refuses_its_example_alone(refusal: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(scene_of(refusal.example)) == []
    assert len(read(scene_of(refusal.counter))) == 1
    others = tuple(other for other in REFUSALS if other is not refusal)
    monkeypatch.setattr("factx.linking.acts.refusals.REFUSALS", others)
    assert len(read(scene_of(refusal.example))) == 1  # what the tie finds is refused by this one and no other
