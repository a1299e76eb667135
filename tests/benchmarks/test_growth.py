"""Growth: strings that almost match, and a measure that one disturbed run does not sway."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import growth
import pytest
from growth import attacks, grows

from factx.rules import Rule


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[float], list[float]], float | None]:
    """Judge works that take these seconds, one after the other; the last lasts."""

    def judged(half: list[float], whole: list[float]) -> float | None:
        def taken(times: list[float]) -> Iterator[float]:
            yield from times
            while True:
                yield times[-1]

        runs = {"half": taken(half), "whole": taken(whole)}
        monkeypatch.setattr(growth, "seconds", lambda work: next(runs[work()]))
        return grows(lambda: "half", lambda: "whole")

    return judged


def test_linear_and_quadratic(clock: Callable[[list[float], list[float]], float | None]) -> None:
    assert clock([1.0], [2.0]) is None
    assert clock([1.0], [4.0]) == 4.0


def test_what_takes_no_time_says_nothing(clock: Callable[[list[float], list[float]], float | None]) -> None:
    assert clock([0.0001], [0.009]) is None


def test_disturbed_runs_are_outvoted(clock: Callable[[list[float], list[float]], float | None]) -> None:
    assert clock([1.0], [9.0, 9.0, 2.0, 9.0, 2.0, 2.0, 2.0, 9.0]) is None
    assert clock([1.0], [9.0, 9.0, 9.0, 2.0, 9.0, 9.0, 2.0, 2.0]) == 9.0


def test_attacks_are_made_from_the_examples() -> None:
    rule = Rule(name="x", pattern="x", examples=("sold [5 km] of it",), counter_examples=("y",))
    strings = [head + pump * 3 + tail for head, pump, tail in attacks(rule)]
    assert "9" * 3 + "!" in strings
    assert "sold 5 km of it" * 3 + "\x00" in strings
    assert "sold 555\x00 km of it" in strings
    assert "sold 5 kmkmkm\x00 of it" in strings
