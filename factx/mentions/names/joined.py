"""Names of common words with "of" or "for" inside, which a text shows to be names: "World of Tarns (WOT)".

"Head of Bolt" looks the same; so the phrase must be written with capitals again inside a sentence, or its initials follow in
brackets. What was cut at the small word is one candidate then, wherever the text has it.

>>> from factx.document.tokens import Tokens
>>> from factx.mentions.names.candidates import candidates
>>> from factx.mentions.names.shapes import shapes
>>> tokens = Tokens("World of Tarns (WOT) is a game. We like World of Tarns.")
>>> found = joined(list(candidates(tokens.text, shapes(tokens.text), frozenset([0]))), tokens.text, shapes(tokens.text), frozenset([0]))
>>> [" ".join(tokens.text[c.first:c.last]) for c in found]
['World of Tarns', 'WOT', 'World of Tarns']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence

from factx.mentions.names.candidates import Candidate

__all__ = ["joined"]

PHRASE = re.compile(r"(?<![A-Z&'])[WKCSG]{1,2}[of][CWKSG]{1,3}[BDQ]?(?![A-Z&])")
"""Letters of a phrase that may be a name."""
INITIALS = re.compile(r"\(t?q?Aq?\)")
""" "(WOT)", "(the “WOT”)"."""
SMALL = frozenset(["of", "for"])
TWICE = 2
"""Mentions inside of sentences that make a name."""


def joined(
    found: list[Candidate],
    forms: Sequence[str],
    letters: str,
    starts: Container[int],
    inside: Sequence[int] | None = None,
) -> list[Candidate]:
    """The candidates in text order, with those in one for which such a name was cut.

    `starts`: tokens that begin a sentence; `inside`: whether a token stands in a line where all words have capitals.
    """
    places = [m.span() for m in PHRASE.finditer(letters) if inside is None or not inside[m.start()]]
    if not places:
        return found
    seen: Counter[str] = Counter()
    for first, last in places:
        behind = INITIALS.match(letters, last)
        short = next((form for form in forms[last : behind.end()] if form.isupper()), "") if behind else ""
        called = short.lower() in (
            "".join(w[0] for w in forms[first:last] if small or w not in SMALL).lower() for small in (0, 1)
        )
        seen[" ".join(forms[first:last])] += TWICE if called else first not in starts
    names = [(a, b) for a, b in places if seen[" ".join(forms[a:b])] >= TWICE]
    kept = [c for c in found if not any(a <= c.first < b for a, b in names)]
    kept += (Candidate(a, b, letters[a:b], opens=a in starts) for a, b in names)
    return sorted(kept, key=lambda c: c.first)
