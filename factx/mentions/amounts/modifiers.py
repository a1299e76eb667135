"""Verb forms between a number and its noun that modify the noun: "30,000 curated courses", "400 live events".

>>> from factx.document.tokens import Tokens
>>> def read(text):
...     tokens = Tokens(text)
...     return is_modifier(tokens, 4, 5)
>>> read("The store has about 30 curated courses."), read("They said that over 500 received notices.")
(True, False)
"""

from __future__ import annotations

from factx.document.tokens import Tokens

__all__ = ["is_modifier"]

REACH = 24
"""Tokens that are looked at on either side for the clause's own verb."""
BORDERS = frozenset('.:"()')
VERBS = frozenset("VBEGM")
COMPARES = frozenset("IJRTD")


def is_modifier(tokens: Tokens, number: int, first: int) -> bool:
    """Is the verb form at `first`, behind the number at `number`, a modifier of the noun behind it?

    It is where the clause has a verb before the number, whose object the number's noun is. A number that begins its
    clause may be its subject ("12 closed stores"), and so may one behind "that".
    """
    codes = tokens.codes
    if codes[first] not in "VB" or first + 1 >= len(tokens) or codes[first + 1] not in "JNP":
        return False
    if codes[first] == "B" and tokens.lower[first] not in BASES:
        return False
    index = number - 1
    while (
        index >= 0 and codes[index] in COMPARES and tokens.lower[index] not in ("that", "because", "if", "when", "as")
    ):
        index -= 1  # "more than", "up to", "the"
    if (
        index < 0
        or codes[index] in BORDERS
        or codes[index] in ",&"
        or tokens.lower[index] in ("that", "because", "if", "when")
    ):
        return False
    low = max(-1, number - REACH)
    while index > low and codes[index] not in BORDERS:
        if codes[index] in VERBS:
            return True
        index -= 1
    return False


BASES = frozenset(
    ("live", "lead", "direct", "select", "present", "open", "elite", "express", "complete", "secure", "back")
)
"""Verbs that are adjectives as well."""
