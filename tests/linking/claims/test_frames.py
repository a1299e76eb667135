"""Every frame of the table: its example is read by it, with the quantity that it names; its counter-example is not."""

from __future__ import annotations

import pytest
from scenes import scene_of

from factx.linking.claims.frames import FRAMES, Frame, FrameRule
from factx.linking.claims.reading import read_frames
from factx.linking.claims.scene import Scene


def frame_of(marked: str) -> tuple[Scene, Frame]:
    """The frame of the amount in brackets."""
    scene, index = scene_of(marked)
    return scene, read_frames(scene)[index]


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
