"""Patterns that wait: compiled when they are first asked, as most articles need a quarter of them.

>>> DAY = later(r"(?i:mon|tues)day\\b")
>>> DAY.match("Monday").end(), DAY.search("on Sunday") is None
(6, True)
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

import regex

if TYPE_CHECKING:
    Pattern = regex.Pattern[str]

__all__ = ["Later", "later"]

METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


class Later:
    """Stands in for a pattern. Its first use compiles it and takes over the methods, so that later uses cost nothing."""

    def __init__(self, source: str, flags: int, lists: dict[str, Any]) -> None:
        self._source, self._flags, self._lists = source, flags, lists

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = regex.compile(self._source, self._flags, **self._lists)
        self.__dict__.update({method: getattr(compiled, method) for method in METHODS})
        return getattr(compiled, name)


def later(source: str, flags: int = 0, **lists: Iterable[str]) -> Pattern:
    r"""As `regex.compile`, but compiled when it is first used. `lists`: the named lists of the pattern (`\L<name>`).

    What is wrong with a pattern is found at its first use; `tests/test_patterns.py` uses each once.
    """
    return cast("Pattern", Later(source, flags, dict(lists)))
