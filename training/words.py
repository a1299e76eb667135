"""When two short answers say the same: the measures of the annotated statements."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["same_times", "same_words", "tokens"]

STOP = frozenset("the a an of in on for to its their his her and at by from with per as".split())
POSSESSIVE = re.compile(r"['’]s?(?!\w)")


def tokens(text: str) -> list[str]:
    """Words in lower case without the small ones.

    >>> tokens("The company's revenue")
    ['company', 'revenue']
    """
    return [word for word in re.findall(r"\w+", POSSESSIVE.sub("", text.casefold())) if word not in STOP]


def same_words(a: str, b: str, groups: Iterable[set[str]] = ()) -> bool:
    """Do two answers share half of their words? `groups`: names of one speaker each; "-" equals only itself.

    >>> same_words("Bolt Group", "the Bolt Group plc"), same_words("-", "Bolt"), same_words("BA", "British Airways", [{"ba", "british airways"}])
    (True, False, True)
    """
    if "-" in (a, b):
        return a == b
    left, right = tokens(a), tokens(b)
    common = sum(min(left.count(word), right.count(word)) for word in set(left))
    alike = 2 * common / (len(left) + len(right)) if common else float(not left and not right)
    return alike >= 0.5 or any(a.lower() in group and b.lower() in group for group in groups)


def same_times(a: str, b: str) -> bool:
    """Are two periods the same, is one within the other, or are they of the same years?

    >>> same_times("2024-Q3", "2024"), same_times("2024/2029", "FY2024/FY2029"), same_times("-", "2024")
    (True, True, False)
    """
    if a == b or "-" in (a, b):
        return a == b
    years = [set(re.findall(r"(?<!\d)\d{4}(?!\d)", value)) for value in (a, b)]
    return a.startswith(b) or b.startswith(a) or (years[0] == years[1] and bool(years[0]))
