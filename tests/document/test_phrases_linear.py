"""Noun phrases take linear time on runs of one class: a table of numbers, a list of adjectives."""

from __future__ import annotations

import time

import pytest

from factx.document.phrases import NOUN_PHRASE


def seconds(codes: str) -> float:
    started = time.process_time()
    for _ in NOUN_PHRASE.finditer(codes):
        pass
    return time.process_time() - started


@pytest.mark.parametrize("pump", ["#", "J", "G", "N&", "E,J", "R#", "J&J", "&P", "N'", "D#"])
def test_twice_the_run_takes_about_twice_the_time(pump: str) -> None:
    half, whole = (pump * (size // len(pump)) for size in (10_000, 20_000))
    assert seconds(whole) < 0.05 or min(seconds(whole) / seconds(half) for _ in range(4)) <= 2.6
