"""Every rule for acts: its example is read by it, with its cue and what it is about; its counter-example is no act of it."""

from __future__ import annotations

import pytest

from factx.article import Article
from factx.document import Document
from factx.linking.acts import about_of, read_act
from factx.linking.acts.apologies import APOLOGIES
from factx.linking.acts.found import ActRule, Found
from factx.linking.acts.guidance import GUIDANCE, WARNED
from factx.linking.claims.moments import Moments
from factx.linking.claims.scene import Scene
from factx.linking.timeline import timeline
from factx.options import Options
from factx.syntax import Syntax

RULES = [("apology", APOLOGIES, rule) for rule in APOLOGIES] + [
    ("guidance", GUIDANCE, rule) for rule in (*GUIDANCE, *WARNED)
]
IDS = [rule.name for _, _, rule in RULES]


def scene_of(text: str) -> Scene:
    document = Document(Article(text=text))
    times = timeline(document, Options())
    syntax = Syntax(document, [(m.start, m.end) for m in times.mentions])
    sentence = document.sentences[0]
    return Scene(
        document, syntax.of(sentence), sentence, [], [], Moments(text, times).between(sentence.start, sentence.end)
    )


def read(scene: Scene, kind: str, rules: tuple[ActRule, ...]) -> list[tuple[ActRule, Found]]:
    return [found for node in range(len(scene.tree)) if (found := read_act(scene, node, kind, rules)) is not None]


@pytest.mark.parametrize(("kind", "rules", "rule"), RULES, ids=IDS)
def test_example_is_read_by_its_rule(kind: str, rules: tuple[ActRule, ...], rule: ActRule) -> None:
    marked, _, about = rule.example.partition(" -> ")
    scene = scene_of(marked.replace("[", "").replace("]", ""))
    found = read(scene, kind, rules)
    assert [one.name for one, _ in found] == [rule.name]
    act = found[0][1]
    nodes = about_of(scene, act)
    start, end = scene.tree.span(nodes)
    assert scene.document.text[start:end] == about
    assert scene.tree.start[act.cue] == marked.index("[")


@pytest.mark.parametrize(("kind", "rules", "rule"), RULES, ids=IDS)
def test_counter_example_is_not(kind: str, rules: tuple[ActRule, ...], rule: ActRule) -> None:
    assert rule.name not in [one.name for one, _ in read(scene_of(rule.counter), kind, rules)]


def test_names_of_rules_are_their_own() -> None:
    assert len(set(IDS)) == len(IDS)
