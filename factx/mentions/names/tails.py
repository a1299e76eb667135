"""Names at the end of a longer run of capitals: "Metropolitan Opera Leading Tenor | Jo Ray", "Director of Athletics | J Ray".

What stands before a person's name is a word for people (WordNet tells), the field of an office, or words that the text has not
elsewhere before that name; before another name, the words of a heading that runs into the sentence.

>>> from factx.document.tokens import Tokens
>>> from factx.mentions.names.candidates import candidates
>>> from factx.mentions.names.shapes import shapes
>>> tokens = Tokens("So said Opera Conductor Jo Ray and the Commissioner for Transport Ann Lee.")
>>> letters = shapes(tokens.text)
>>> found = list(candidates(tokens.text, letters, frozenset([0])))
>>> cut_before_names(found, tokens.text, tokens.lower, letters)
>>> [(" ".join(tokens.text[c.first:c.last]), c.title) for c in found]
[('Jo Ray', 'Conductor'), ('Ann Lee', None)]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from itertools import pairwise

from factx import lexicon
from factx.mentions.names.candidates import Candidate

__all__ = ["cut_before_names"]

TAIL = re.compile(
    r"(?<![P&'.])(?:[GY](?:I\.?){0,2}(?:[GSCK]I?\.?)?[pP]{0,2}[SCK]|G(?:I\.?)?G|(?:I\.?){1,2}[SCGK]|[CS](?:I\.?)?[SCK]|G)(?:,?J\.?)?\Z"
)
"""Letters of a person's name at the end of a run, the longest first."""
SURE = re.compile(r"G(?:I\.?){0,2}(?:[GSCK]I?\.?)?[pP]{0,2}[SCK](?:,?J\.?)?|GG")
"""Of these, those that are no two unknown words."""
BEFORE = re.compile(r"[A-Z.&a]*[WKMQRBDCA]")
"""What may stand before it; no legal form, no joint."""
OFFICE = re.compile(r"[rR](?:[of]t?|,)\Z")
"""Letters behind which the field of an office may stand: "Director of", "Secretary of the", "Vice President,"."""
FIELDS = frozenset("akgtd")
"""Classes of nouns that fields of offices are of: acts, knowledge, groups, attributes, states."""
LEGAL = "O"
WHOLE = frozenset(["GS", "GC", "GK", "GG", "CC", "CS", "SC", "SS", "LL", "GI.S", "GI.C", "GI.K"])
"""Letters of names of which nothing can be taken: most of them."""
AGAIN = 2
"""Mentions without the words before it that make a name."""


def cut_before_names(found: Sequence[Candidate], forms: Sequence[str], lower: Sequence[str], letters: str) -> None:
    """Take from the candidates, in place, what stands before the name at their end."""
    runs: Counter[tuple[str, ...]] = Counter()
    for c in found:
        size = c.last - c.first
        if size < 2 or (LEGAL in c.shape and not c.opens):
            continue
        if not runs:
            runs.update(tuple(forms[c.first : c.last]) for c in found)
        if (c.opens or c.title) and runs[tuple(forms[c.first : c.last])] == 1:
            end = _known_to(c, forms, lower, letters, runs)
            if end:
                c.last, c.kind, c.rule, c.shape = end, None, "", letters[c.first : end]
                continue
            at = _known_from(c, forms, letters, runs) if c.opens else 0
            if at:
                c.first, c.opens, c.kind, c.rule, c.shape = at, False, None, "", letters[at : c.last]
                continue
        if c.honorific or LEGAL in c.shape or c.shape in WHOLE:
            continue
        tail = TAIL.search(letters, c.first + 1, c.last)
        if tail is None or BEFORE.fullmatch(letters, c.first, tail.start()) is None:
            continue
        at = tail.start()
        title = _title(c, at, letters, lower, forms, runs)
        if title is None:
            continue
        c.title, c.first, c.opens, c.kind, c.rule = title or c.title, at, False, None, ""
        c.shape = letters[at : c.last]


def _known_from(c: Candidate, forms: Sequence[str], letters: str, runs: Mapping[tuple[str, ...], int]) -> int:
    """Where a name that the text has again and again begins behind a heading of common words; 0 where none does."""
    for at in range(c.first + 1, c.last):
        if letters[at - 1] not in "WBDMQKR&a":
            return 0
        if letters[at] in "CSA" and runs.get(tuple(forms[at : c.last]), 0) >= AGAIN:
            return at if sum(pair == (forms[at - 1], forms[at]) for pair in pairwise(forms)) == 1 else 0
    return 0


def _known_to(
    c: Candidate, forms: Sequence[str], lower: Sequence[str], letters: str, runs: Mapping[tuple[str, ...], int]
) -> int:
    """Where a known name ends before the verb of a heading: "[Acme] Finds 98% of Schools Changed"; 0 where none does."""
    end = c.last - 1
    if letters[end] not in "WK":
        return 0
    tag, other = lexicon.tags().get(lower[end], ""), lexicon.other_classes().get(lower[end], "")
    verb = tag == "VBZ" or (tag == "NNS" and "V" in other)
    return end if verb and runs.get(tuple(forms[c.first : end]), 0) >= AGAIN else 0


def _title(
    c: Candidate, at: int, letters: str, lower: Sequence[str], forms: Sequence[str], runs: Container[tuple[str, ...]]
) -> str | None:
    """The title before the name at token `at`, "" where words that are none stand there; None where the run is one name.

    Words that are no title are known by the name without them, or by being written without a capital elsewhere.
    """
    sure = SURE.fullmatch(letters, at, c.last) is not None
    word = lower[at - 1]
    alone = tuple(forms[at : c.last]) in runs
    known = lexicon.noun_classes().get(word, "-")
    called = at == c.first + 1 == c.last - 1 and letters[at] == "G" and lower[at] not in lexicon.tags()  # "Chef Eric"
    if known[0] == "p" and letters[at - 1] in ("WRK" if sure else "WR") and (sure or alone or called):
        return forms[at - 1]
    office = OFFICE.search(letters, max(0, c.first - 3), c.first)
    if office is not None:
        field = sure or (not FIELDS.isdisjoint(known) and c.last - at > 1)
        inner = "WMQKBD&a" if office[0].endswith(",") else "WMQKBDA&a"
        return "" if field and all(letters[k] in inner for k in range(c.first, at)) else None
    return "" if sure and (alone or word in forms) else None
