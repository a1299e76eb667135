"""What an amount was before: each row's example is read as such, its counter-example is not."""

from __future__ import annotations

import pytest
from scenes import scene_of

from factx.linking.claims.earlier import EARLIER, Earlier, previous_of


@pytest.mark.parametrize("row", EARLIER, ids=[row.name for row in EARLIER])
def test_example_is_of_before(row: Earlier) -> None:
    scene, ref = scene_of(row.example)
    assert previous_of(scene, ref) == row.tells


@pytest.mark.parametrize("row", EARLIER, ids=[row.name for row in EARLIER])
def test_counter_example_is_not(row: Earlier) -> None:
    scene, ref = scene_of(row.counter)
    assert previous_of(scene, ref) is None


def test_guidance_that_still_stands_is_not_of_before() -> None:
    scene, ref = scene_of("Bolt expects sales at the upper end of the previously announced range of [$5m to $6m].")
    assert previous_of(scene, ref) is None
