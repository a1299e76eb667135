"""Numbers: from digits and words to exact decimals.

>>> decimal_of("1,234.50"), decimal_of("12,34,567"), decimal_of("1 000 000")
(Decimal('1234.50'), Decimal('1234567'), Decimal('1000000'))
>>> words_value(["two", "hundred", "and", "five", "thousand"])
(Decimal('205000'), 5)
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from functools import cache

from factx import lexicon

__all__ = ["MAX_DIGITS", "Magnitude", "decimal_of", "magnitudes", "number_words", "plain", "words_value"]

MAX_DIGITS = 30
"""A numeral with more digits is no amount."""

SEPARATORS = str.maketrans("", "", ",'’ \u00a0\u2009\u202f\n")
ZERO = Decimal(0)
ONE = Decimal(1)

Magnitude = tuple[Decimal, str]
"""Factor, and kind: word, abbreviation, letter or money (see magnitudes.tsv)."""


@cache
def magnitudes() -> dict[str, Magnitude]:
    """Lower-case form -> (factor, kind).

    >>> magnitudes()["bn"]
    (Decimal('1000000000'), 'abbreviation')
    """
    return {row[0]: (Decimal(row[1]), row[2]) for row in lexicon.rows("magnitudes.tsv")}


@cache
def number_words() -> dict[str, tuple[Decimal, str]]:
    """Lower-case word -> (value, class) (see number_words.tsv).

    >>> number_words()["forty"]
    (Decimal('40'), 'ten')
    """
    return {row[0]: (Decimal(row[1]), row[2]) for row in lexicon.rows("number_words.tsv")}


def decimal_of(digits: str, decimal_comma: bool = False) -> Decimal | None:
    """The value of a numeral written in digits, with its group separators; None when it is too long.

    `decimal_comma`: the comma is the decimal mark ("2,5").

    >>> decimal_of("2,5", decimal_comma=True)
    Decimal('2.5')
    >>> decimal_of("9" * 5000) is None
    True
    """
    if len(digits) > 2 * MAX_DIGITS:
        return None
    if decimal_comma:
        digits = digits.replace(".", "").replace(",", ".")
    digits = digits.translate(SEPARATORS)
    if len(digits) > MAX_DIGITS + 1:
        return None
    try:
        return Decimal(digits)
    except InvalidOperation:  # "0..5" and the like
        return None


def plain(value: Decimal) -> Decimal:
    """`value` without an exponent or trailing zeros behind the point, which is how records carry it.

    >>> plain(Decimal("1.20E+9")), plain(Decimal("3.50"))
    (Decimal('1200000000'), Decimal('3.5'))
    """
    if value == value.to_integral_value():
        return value.quantize(ONE) if abs(value.adjusted()) < MAX_DIGITS - 3 else value
    return value.normalize()


def words_value(words: Sequence[str]) -> tuple[Decimal, int] | None:
    """The value of the longest number that the lower-case `words` begin with, and how many of them it takes.

    None when they begin with no number. "and" may stand inside ("two hundred and five").

    >>> words_value(["one", "two"])
    (Decimal('1'), 1)
    >>> words_value(["twenty", "five", "percent"])
    (Decimal('25'), 2)
    """
    known = number_words()
    total = group = ZERO
    largest = Decimal("Infinity")  # scales must fall: "two million three thousand"
    last = ""
    used = 0
    for index, word in enumerate(words):
        if word == "and":
            if last not in ("scale", "hundred"):
                break
            continue
        entry = known.get(word)
        if entry is None:
            break
        value, kind = entry
        if kind == "unit":
            if last in ("unit", "teen", "zero", "dozen"):
                break
            group += value
        elif kind in ("teen", "ten"):
            if last in ("unit", "teen", "ten", "zero", "dozen"):
                break
            group += value
        elif kind == "zero":
            if used:
                break
        elif kind == "dozen":
            if last in ("dozen", "zero"):
                break
            group = (group or ONE) * value
        elif kind == "scale":
            if last == "zero":
                break
            if value == 100:
                if group >= 100 or last == "dozen":
                    break
                group = (group or ONE) * value
                kind = "hundred"
            else:
                if value >= largest and group == 0:
                    if total == 0:
                        break
                    total *= value  # "a thousand billion", "two lakh crore"
                elif value >= largest:
                    break
                else:
                    total += (group or ONE) * value
                group = ZERO
                largest = value
        else:
            break
        last = kind
        used = index + 1
    if not used:
        return None
    return total + group, used
