"""A numeral as read, and what digits and words have in common: magnitude and sign."""

from __future__ import annotations

from decimal import Decimal

from factx.patterns import later
from factx.values.numbers import magnitudes, number_words

__all__ = ["PLACES", "TOKEN_REST", "Numeral", "take_magnitude", "take_sign", "take_sign_word"]

MAGNITUDE = later(
    r"([ \u00a0\u2009\u202f]|\s?[-‐‑]|\n|\+ ?(?=(?:[mM]|[bB]|[tT]r)illion\b|[tT]housand\b))?+([A-Za-z]{1,11}+)(?![A-Za-z0-9])"
)
"""A magnitude and what may stand before it: "1.5 million", "1.5-million", "1.5+ million"."""


AND_PART = later(r" and (?:a|one)[ -](half|quarter|third)\b")


SIGN_WORD = later(r"(?<![\w-])(?:[Mm]inus|[Nn]egative)[\s-]\Z")


TOKEN_REST = later(r"[\w.,:/%&=?#@-]*+")


PLACES = 12  # a third is 0.333333333333


class Numeral:
    """A number as written: `start`, `end` with its magnitude; `low`, `high` (equal unless it is vague, "dozens").

    `core_end`: end of the digits; `base`: the value without the magnitude.
    `kind`: digits, words, part (a fraction), vague or fold. `scaled`: it has a magnitude.
    `grouped`: it has group separators or a decimal point. `letter`: a letter behind it that may be a magnitude or a unit
    ("m", "b"), with its factor, start and end. `glued`: letters right before it ("USD10"). `negative`: it has a sign.
    """

    __slots__ = (
        "base", "core_end", "end", "glued", "grouped", "high", "kind", "letter", "letter_end", "low", "negative", "scaled", "start",
    )  # fmt: skip

    def __init__(self, start: int, end: int, low: Decimal, high: Decimal, kind: str) -> None:
        self.start = start
        self.end = self.core_end = end
        self.low = low
        self.high = high
        self.base = low
        self.kind = kind
        self.scaled = False
        self.grouped = False
        self.letter: Decimal | None = None
        self.letter_end = end
        self.glued = False
        self.negative = False

    def scale(self, factor: Decimal) -> None:
        """Multiply both ends."""
        self.low *= factor
        self.high *= factor
        self.scaled = True


def take_magnitude(text: str, numeral: Numeral) -> Numeral | None:
    """Take the magnitude words behind a numeral; None where letters are glued to it that make it something else."""
    known = magnitudes()
    for _ in range(3):
        match = MAGNITUDE.match(text, numeral.end)
        if match is None:
            if not numeral.scaled and _is_part_of_code(text, numeral.end):
                return None
            break
        word = match[2]
        entry = known.get(word.lower())
        if entry is None:
            break
        factor, kind = entry
        gap = match[1] or ""
        if kind == "word" and (word[0].islower() or word.isupper() or word.istitle()):
            if gap.strip() and text[match.end() : match.end() + 1].isalpha():
                break
            numeral.scale(factor)
            numeral.end = match.end()
        elif kind == "abbreviation":
            if gap.strip():
                break
            numeral.scale(factor)
            numeral.end = match.end() + (
                text[match.end() : match.end() + 1] == "."
                and text[match.end() + 1 : match.end() + 2].isspace()
                and word.lower() in ("mio", "mrd")
            )
        else:
            if not gap.strip():
                numeral.letter = factor
                numeral.letter_end = match.end()
            break
    if numeral.scaled:
        _take_part(text, numeral)
    return numeral


def _is_part_of_code(text: str, end: int) -> bool:
    """Do the letters behind a number make one token with more digits: "3GPP2"?"""
    after = text[end : end + 1]
    if not (after.isalpha() and after.isascii() and text[end : end + 3].isalnum()):
        return False
    tail = TOKEN_REST.match(text, end, end + 80)
    return tail is not None and any(c.isdigit() for c in tail[0][:12]) and not _is_unit_like(tail[0])


def _take_part(text: str, numeral: Numeral) -> None:
    """ "2 million and a half": half of the magnitude that the number reaches."""
    part = AND_PART.match(text, numeral.end)
    if part is None or numeral.low != numeral.high or not numeral.low:
        return
    reached = (step for step in (12, 9, 6, 3) if numeral.low >= Decimal(10) ** step)
    factor = Decimal(10) ** next(reached, numeral.low.adjusted())
    numeral.low += factor / number_words()[part[1]][0]
    numeral.high = numeral.low
    numeral.end = part.end()


def _is_unit_like(tail: str) -> bool:
    """Does a tail such as "m2" or "km2" end in a power, so that the token is a measure?"""
    return (tail.rstrip(".,:;")[-1:] in "23" and tail[:2].isalpha() and len(tail.rstrip(".,:;")) <= 4) or tail[:2] in (
        "m2",
        "m3",
    )


def take_sign(text: str, numeral: Numeral) -> Numeral:
    """A minus before the number, as a mark or word."""
    start = numeral.start
    before = text[start - 1 : start]
    if before and before in "-−–" and not text[start - 2 : start - 1].isalpha():
        outer = text[start - 2 : start - 1]
        if not outer or outer in " \n\t(:~<>=≤≥$£€¥":
            tail = text[max(0, start - 4) : start - 1].rstrip()
            if before != "–" or not tail[-1:].isdigit():
                numeral.low, numeral.high = -numeral.high, -numeral.low
                numeral.start = start - 1
                numeral.negative = True
    else:
        take_sign_word(text, numeral)
    return numeral


def take_sign_word(text: str, numeral: Numeral) -> None:
    if text[numeral.start - 2 : numeral.start - 1] in ("s", "e"):
        word = SIGN_WORD.search(text, max(0, numeral.start - 10), numeral.start)
        if word is not None:
            numeral.low, numeral.high = -numeral.high, -numeral.low
            numeral.start = word.start()
            numeral.negative = True
