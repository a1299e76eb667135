"""What all tests share: the gold data where it is at hand, the examples, and Hypothesis's settings."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from gold import default_folder
from hypothesis import HealthCheck, settings
from process import STATEMENTS

# The same examples on every run, so that a red test is red for everybody; `make fuzz` looks for new ones.
settings.register_profile(
    "fixed",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests marked `bench` are skipped where the gold data is not beside the checkout."""
    if default_folder() is None:
        for item in items:
            if item.get_closest_marker("bench"):
                item.add_marker(pytest.mark.skip(reason="no gold folder beside the checkout"))


@pytest.fixture(scope="session")
def gold() -> Path:
    """The gold folder; use it in tests marked `bench`."""
    folder = default_folder()
    assert folder is not None
    return folder


@pytest.fixture
def interruptible() -> Iterator[None]:
    """What is started can be interrupted, also where the tests run as a background job and ignore SIGINT themselves."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(params=STATEMENTS, ids=lambda path: path.stem)
def statement(request: pytest.FixtureRequest) -> str:
    """The text of each example statement in turn."""
    return Path(request.param).read_text(encoding="utf-8")
