"""Is a number that counts something, or stands alone, a claim? By learned points: "[One] client said", "[6] Steps to Success",
"[500] Car" and "[8102] Running Brook" claim nothing.

`not_claims` has what is certain by the shape of a text (telephones, sections, versions); here many weak signs are weighed. The
points are of `training/counts.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from factx import lexicon
from factx.document import Document
from factx.document.tokens import Tokens
from factx.mentions.types import AmountMention

__all__ = ["CUT", "POINT", "claimed", "features", "is_asked", "weigh"]

POINT = 32
"""Points of one unit of log-odds."""
CUT = 0
"""Points at or below which a number is left out: at even odds."""
MAGNIFIED = re.compile(r"\d{1,9} (?:hundred|thousand|dozen)\b")
"""Digits and a word that multiplies them, which no name and no address has: "2 hundred"."""
NEAR = 80
"""Characters between numbers that may be told together."""
LARGE = 10**6
SMALL = 10
FEW, MANY = 6, 10
"""Digits of numerals that are told apart."""
LONGEST = 15
TITLED = 4
"""Words behind a numeral whose capitals are counted."""
BOTH = 2
"""Words on each side that are looked at."""


def claimed(document: Document, found: Sequence[AmountMention]) -> list[AmountMention]:
    """Those of the amounts found that are claims, in their order.

    >>> import factx
    >>> text = "One client told us that they get all of it in one place. The firm has two offices and one plant."
    >>> [n.span.text for n in factx.extract(text).numbers]
    ['two', 'one']
    """
    points = lexicon.points("count_points.tsv")
    text = document.text
    return [
        m
        for m in found
        if not is_asked(m) or MAGNIFIED.match(text, m.start) or weigh(features(document, m, found), points) > CUT
    ]


def is_asked(mention: AmountMention) -> bool:
    """Is it a number that counts things, or stands alone; no money, share or measure, and nothing rough, large or
    between two ends, which names nothing?"""
    plain = mention.comparator == "=" and mention.low == mention.high and mention.low < LARGE
    whole = mention.low == mention.low.to_integral_value()
    if mention.unit is not None and not whole and (mention.low < SMALL or mention.unit_name == "point"):
        return False  # "0.5 WAR", "12,184.6 points": no things are counted in tenths
    return plain and mention.currency is None and mention.dimension == "count"


def weigh(found: Iterable[str], points: Mapping[str, int]) -> int:
    """The points of features: above nothing for a claim."""
    return sum(points.get(feature, 0) for feature in found)


def features(document: Document, mention: AmountMention, found: Sequence[AmountMention]) -> list[str]:
    """What speaks for or against a claim: the numeral, what it counts, the words around it, other numbers beside it."""
    tokens, text = document.tokens, document.text
    first = tokens.at(mention.start)
    last = max(first, tokens.at(mention.end - 1))
    numeral = _numeral(text[mention.start : mention.end])
    words = [("#", "#") if not 0 <= i < len(tokens) else (tokens.lower[i], _look(tokens.text[i], tokens.tag[i]))
             for i in (*range(first - BOTH, first), *range(last + 1, last + 1 + BOTH))]  # fmt: skip
    unit = "-"
    if mention.unit_start is not None and mention.unit_end is not None:
        head = tokens.at(mention.unit_end - 1)
        place = (
            "before"
            if mention.unit_start < mention.start
            else "next"
            if mention.unit_start <= mention.end + 1
            else "on"
        )
        unit = f"{_look(tokens.text[head], tokens.tag[head])} {place}"
    beside = _beside(mention, found)
    before, behind = text[mention.start - 1 : mention.start], text[mention.end : mention.end + 1]
    (_, left2), (word_before, left), (word_behind, right), (_, right2) = words
    out = [
        "any",
        f"n {numeral}",
        f"u {unit}|{numeral}",
        f"l {word_before}",
        f"r {word_behind}",
        f"l {left}|{numeral}",
        f"r {right}|{numeral}",
        f"lr {left}|{right}",
        f"ll {left2} {left}",
        f"rr {right} {right2}|{numeral}",
        f"l {word_before}|{numeral}",
        f"r {word_behind}|{numeral}",
        f"b {beside}|{numeral}",
        f"c {mention.comparator}|{numeral}",
        f"g {_mark(before)}{_mark(behind)}",
        f"s {mention.shared} {mention.per is not None} {mention.direction}",
        f"h {_heading(document, mention)}|{numeral}",
        f"t {_titled(tokens, last + 1)}|{numeral}",
        f"t {_titled(tokens, last + 1)}|{left}",
        f"a {_again(text, mention)}|{numeral}",
    ]
    if mention.unit_start is not None and mention.unit_end is not None:
        out += [
            f"w {tokens.lower[tokens.at(mention.unit_end - 1)]}",
            f"w {tokens.lower[tokens.at(mention.unit_end - 1)]}|{numeral}",
        ]
    return out


def _numeral(written: str) -> str:
    """The shape of a numeral: "one", small words, other words, digits by their number, with marks."""
    low = written.lower()
    if not low[:1].isdigit():
        kind = low if low in ("one", "two", "zero", "nil") else "words" if low.isalpha() else "many words"
        return f"{kind} {'X' if written.isupper() else 'Xx' if written[:1].isupper() else 'x'}"
    digits = sum(c.isdigit() for c in written)
    digits = digits if digits < FEW else FEW if digits < MANY else MANY
    marks = "".join(sorted({c if not c.isalpha() else "m" for c in written if not c.isdigit() and not c.isspace()}))
    return f"{digits}{marks}"


def _mark(char: str) -> str:
    """A character beside the numeral: "x" for a letter or digit, "_" for white space."""
    return "x" if char.isalnum() else "_" if char.isspace() else char


def _look(form: str, tag: str) -> str:
    """Tag and capitals of a word; the mark itself."""
    if not form[:1].isalnum():
        return form
    return f"{tag}{'X' if form.isupper() and len(form) > 1 else 'x' if form[:1].islower() else 'Xx'}"


def _titled(tokens: Tokens, first: int) -> int:
    """How many of the words behind a numeral are written with capitals: "[6] Steps to Transform Your Mindset"."""
    return sum(form[:1].isupper() for form in tokens.text[first : first + TITLED])


def _again(text: str, mention: AmountMention) -> bool:
    """Does the numeral stand in the text more than once, with the same word behind it, as a name does ("[500] Car")?"""
    end = text.find(" ", mention.end + 1)
    return mention.end < end <= mention.end + LONGEST and text.count(text[mention.start : end]) > 1


def _beside(mention: AmountMention, found: Sequence[AmountMention]) -> str:
    """Does another count, or another amount, stand near: told together ("two hotels and one plant")?"""
    low = bisect_left(found, mention.start - NEAR, key=lambda m: m.start)
    high = bisect_right(found, mention.end + NEAR, key=lambda m: m.start)
    near = [m for m in found[low:high] if m is not mention]
    return "count" if any(is_asked(m) for m in near) else "amount" if near else "-"


def _heading(document: Document, mention: AmountMention) -> str:
    """Where its sentence stands: does the number begin it, and does the sentence end as one does?"""
    sentence = document.sentence_at(mention.start)
    if sentence is None:
        return "-"
    whole = document.text[sentence.start : sentence.end].rstrip()[-1:] in (".", "!", "?", "”", '"')
    return f"{'begins' if mention.phrase_start - sentence.start <= 2 else 'inside'} {'whole' if whole else 'open'}"
