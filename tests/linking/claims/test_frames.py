"""Every frame of the table: its example is read by it, with the quantity that it names; its counter-example is not."""

from __future__ import annotations

import pytest

from factx.article import Article
from factx.document import Document
from factx.linking.claims.frames import FRAMES, Frame, FrameRule
from factx.linking.claims.moments import Moments
from factx.linking.claims.reading import read_frames
from factx.linking.claims.scene import Scene
from factx.linking.timeline import timeline
from factx.mentions.amounts import find_amounts
from factx.options import Options
from factx.syntax import Syntax


def frame_of(marked: str) -> tuple[Scene, Frame]:
    """The frame of the amount in brackets."""
    scene, index = scene_of(marked)
    return scene, read_frames(scene)[index]


def scene_of(marked: str) -> tuple[Scene, int]:
    """The scene of a sentence, and the amount in brackets."""
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    document = Document(Article(text=text))
    times = timeline(document, Options())
    amounts = find_amounts(document, times.mentions, Options(), [])
    index = next(i for i, a in enumerate(amounts) if a.start <= start < a.end)
    syntax = Syntax(document, [(m.start, m.end) for m in times.mentions])
    sentence = document.sentence_at(start)
    assert sentence is not None
    moments = Moments(text, times).between(sentence.start, sentence.end)
    return Scene(document, syntax.of(sentence), sentence, range(len(amounts)), amounts, moments), index


@pytest.mark.parametrize("rule", FRAMES, ids=[rule.name for rule in FRAMES])
def test_example_is_read_by_its_frame(rule: FrameRule) -> None:
    text, _, quantity = rule.example.partition(" -> ")
    scene, frame = frame_of(text)
    assert frame.name == rule.name
    assert (scene.tree.text(frame.quantity) or "") == quantity


@pytest.mark.parametrize("rule", FRAMES, ids=[rule.name for rule in FRAMES])
def test_counter_example_is_read_by_another(rule: FrameRule) -> None:
    _, frame = frame_of(rule.counter)
    assert frame.name != rule.name
