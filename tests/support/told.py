"""What a case wanted and what it got, field by field."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

__all__ = ["assert_records", "differences"]

Row = dict[str, Any]


def differences(wanted: Sequence[Row], got: Sequence[Row], key: str = "text") -> list[str]:
    """A line for each field that is not as wanted, each record that is missing, and each that nobody wanted.

    Records are paired in order by their `key`; of a pair, the fields are compared that the wanted one gives.
    """
    told: list[str] = []
    names = [[str(row[key]) for row in side] for side in (wanted, got)]
    for kind, i, j, k, m in SequenceMatcher(None, *names, autojunk=False).get_opcodes():
        if kind == "equal":
            for want, have in zip(wanted[i:j], got[k:m], strict=True):
                told += [
                    f"{want[key]!r}: {field}: wanted {value!r}, got {have.get(field)!r}"
                    for field, value in want.items()
                    if have.get(field) != value
                ]
        else:
            told += [f"wanted {row[key]!r}, got no such record" for row in wanted[i:j]]
            told += [f"got {row[key]!r}, which is not wanted: {row}" for row in got[k:m]]
    return told


def assert_records(text: str, wanted: Sequence[Row], got: Sequence[Row], key: str = "text") -> None:
    """Fails with the text and all that is not as wanted."""
    told = differences(wanted, got, key)
    assert not told, "\n".join([text, *(f"  {line}" for line in told)])
