"""Names with small words or commas inside, which a text shows to be names: "World of Tarns (WOT)", "Me First Tarns".

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
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from factx import lexicon
from factx.mentions.names.candidates import Candidate

__all__ = ["joined"]

PHRASE = re.compile(r"(?<![A-Z&'])[WKCSG]{1,2}[of][CWKSG]{1,3}[BDQ]?(?![A-Z&])")
"""Letters of a phrase that may be a name."""
INITIALS = re.compile(r"\(t?q?Aq?\)")
""" "(WOT)", "(the “WOT”)"."""
SMALL = frozenset(["of", "for"])
BRACKETED = re.compile(r"\((?:tq?|q)?[AGSKLC](?=q?\))")
INNER = frozenset(",aoft&n")
"""Letters of what stands inside a name and gives no initial."""
FAR = 16
SHORT = 3
"""Initials that stand for every word; where there are more, a word may be left out for two of them."""
ARTICLES = frozenset(["I", "A", "An", "The"])
PLACES = "LY"
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
    places += _behind_small(found, forms, letters, starts)
    names = _repeated(found, places, forms, letters, starts) if places else []
    names += _spelled_out(found, forms, letters, starts)
    names += _owned(found, forms, letters)
    if not names:
        return found
    cut = {k for a, b in names for k in range(a, b)}
    kept = [c for c in found if c.first not in cut]
    kept += (Candidate(a, b, letters[a:b], opens=a in starts) for a, b in names)
    return sorted(kept, key=lambda c: c.first)


def _repeated(
    found: Sequence[Candidate],
    places: Sequence[tuple[int, int]],
    forms: Sequence[str],
    letters: str,
    starts: Container[int],
) -> list[tuple[int, int]]:
    """Of the phrases those that are names: written so inside of two sentences, or with their initials in brackets."""
    seen: Counter[str] = Counter()
    for first, last in places:
        behind = INITIALS.match(letters, last)
        short = next((form for form in forms[last : behind.end()] if form.isupper()), "") if behind else ""
        called = short.lower() in (
            "".join(w[0] for w in forms[first:last] if small or w not in SMALL).lower() for small in (0, 1)
        )
        seen[" ".join(forms[first:last])] += TWICE if called else first not in starts
    seen.update(key for c in found if not c.opens and (key := " ".join(forms[c.first : c.last])) in seen)
    return [(a, b) for a, b in places if seen[" ".join(forms[a:b])] >= TWICE]


def _behind_small(
    found: Sequence[Candidate], forms: Sequence[str], letters: str, starts: Container[int]
) -> Iterator[tuple[int, int]]:
    """Phrases that may be names and begin with a small word that has a capital inside of a sentence: "at [Me First Tarns]"."""
    closed = lexicon.words("closed_class.tsv")
    for c in found:
        small = c.first - 1
        if letters[small : c.first] != "F" or c.title is not None or forms[small] in ARTICLES:
            continue
        if forms[small].lower() in closed and (
            small in starts or small - 1 in starts or letters[small - 1] in "xotfna,"
        ):
            yield small, c.last


def _spelled_out(
    found: Sequence[Candidate], forms: Sequence[str], letters: str, starts: Container[int]
) -> Iterator[tuple[int, int]]:
    """Names over commas and small words whose initials follow in brackets and are used again: "Fair Culture, World Good (FCWG)"."""
    uses: Counter[str] = Counter()
    for match in BRACKETED.finditer(letters):
        short, last = forms[match.end() - 1], match.start()
        uses = uses or Counter(forms)
        if not (short.isalpha() and short.isupper()) or uses[short] < TWICE:
            continue
        left, k, skipped, most = len(short), last, 0, len(short) // 2 if len(short) > SHORT else 0
        while left and k > max(0, last - FAR) and k not in starts and skipped <= most:
            k -= 1
            if forms[k][0] == short[left - 1]:
                left -= 1
            elif letters[k] not in INNER:
                skipped += 1 if forms[k][0].isupper() else FAR
        cut = INNER.intersection(letters[k:last]) and not any(c.first <= k and last <= c.last for c in found)
        if not left and cut and skipped <= most:
            yield k, last


def _owned(found: Sequence[Candidate], forms: Sequence[str], letters: str) -> Iterator[tuple[int, int]]:
    """Names with a genitive inside, whose first word the text has as a genitive, or as somebody's surname, only: "Tarn's Kitchen"."""
    pairs = [
        (a, b)
        for a, b in pairwise(found)
        if a.last - a.first == 1
        and a.last + 1 == b.first
        and letters[a.last] == "'"
        and letters[a.first] not in PLACES
        and a.title is None
    ]
    if pairs:
        free = {forms[c.first] for c in found if c.last - c.first == 1 and letters[c.last : c.last + 1] != "'"}
        free |= {form for c in found for form in forms[c.first : c.last - 1] if c.last - c.first > 1}
        seen = Counter((forms[a.first], forms[b.first]) for a, b in pairs)
        most: dict[str, int] = {}
        for (one, _), times in seen.items():
            most[one] = max(times, most.get(one, 0))
        end = 0
        for a, b in pairs:
            often = seen[forms[a.first], forms[b.first]]
            if a.first >= end and TWICE <= often == most[forms[a.first]] and forms[a.first] not in free:
                yield a.first, b.last
                end = b.last
