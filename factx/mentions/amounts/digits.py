"""Numerals in digits: groups, decimals, fractions, powers."""

from __future__ import annotations

from decimal import Decimal

import regex

from factx.mentions.amounts.numeral import PLACES, Numeral, take_magnitude, take_sign
from factx.patterns import later
from factx.values.numbers import MAX_DIGITS, decimal_of

__all__ = ["read_digits"]

VULGAR = {
    "½": "0.5", "⅓": "1/3", "⅔": "2/3", "¼": "0.25", "¾": "0.75", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8", "⅙": "1/6",
    "⅚": "5/6", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875",
}  # fmt: skip
FRACTIONS = "".join(VULGAR)
"""The characters that are a fraction each."""


# Groups: "s" by spaces that do not break (or two groups by plain spaces), "c" by commas, "i" Indian, "t" a comma parted by a tokeniser.
DIGITS = later(
    r"""
    (?: (?P<s> [0-9]{1,3} (?: [\u00a0\u2009\u202f'’] [0-9]{3} )++ (?![0-9]) (?: [.,] [0-9]{1,9}+ )?+ )
      | (?P<p> [0-9]{1,3} (?: \ [0-9]{3} ){2,8}+ (?![0-9]) )
      | (?P<one> [1-9][0-9]{0,2} \ [0-9]{3} (?![0-9]|[.,:/'’-][0-9]|\ [0-9]) (?= \ ?(?:€|zł|Kč) | \ [a-z]{1,20}\b | \ [A-Z]{3}\b | [ ,.;)]*(?:\n|$) | [.,;)] ) )
      | (?P<c> [0-9]{1,3} (?: , [0-9]{3} )++ (?![0-9]) (?: \. [0-9]++ )?+ )
      | (?P<i> [0-9]{1,2} (?: , [0-9]{2} (?=,) )++ , [0-9]{3} (?![0-9]) (?: \. [0-9]++ )?+ )
      | (?P<t> [0-9]{1,3} (?: ,\ 0[0-9]{2} )++ (?![0-9,]) )
      | (?P<k> [0-9]{1,3} (?: \ ,\ [0-9]{3} )++ (?![0-9]) )
      | (?P<f> [0-9]{1,3}\ \.\ [0-9]{1,4} (?= \ (?: % | percent | per\ cent | million | billion | trillion | cents? | points? ) ) )
      | (?P<d> [0-9]++ (?: \. [0-9]++ )?+ )
    )
    """,
    regex.VERBOSE,
)


PLAIN = later(r"(?P<d>[0-9]++(?:\.[0-9]++)?+)")


DECIMAL_COMMA = later(r"[0-9]{1,3}(?:\.[0-9]{3})*+,[0-9]{1,2}(?![0-9,])")


# "1.234.567,89 EUR", "10.000 €": groups by dots, where a currency behind says that it is continental.
CONTINENTAL = later(
    r"[0-9]{1,3}(?:\.[0-9]{3}){1,6}+(?:,[0-9]{1,2})?+(?![0-9])(?=[ \u00a0\u202f]?(?:€|EUR\b|Euro\b|kr\b|zł|Kč|CHF\b))"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){1,6}+,[0-9]{2}(?![0-9])"
)
GROUPED_BY_DOTS = later(
    r"(?<=[€$£R]|[€$£] |\b[A-Z]{3} |\bkr )[0-9]{1,3}(?:\.[0-9]{3}){2,6}+(?:,[0-9]{1,2})?+(?![0-9.,]*[0-9])"
)
# `regex` looks ahead for a character that a pattern must have, however far it is: the end of the search must be near.
REACH = 96
DOTTED = later(r"[0-9]++(?:\.[0-9]++){2,}+")


FRACTION = later(r"([0-9]{1,3})\s?[/⁄∕]\s?([0-9]{1,4})(?![0-9/⁄.,]*[0-9])(?:(?:th|rd|nd)s?\b(?= of\b))?+")


POWER = later(r"\s?[×x*]\s?10(?:\^|\*\*)?([-−–]?[0-9]{1,2})(?![0-9])|[eE]([-+−]?[0-9]{1,2})(?![0-9A-Za-z])")


MIXED = later(r"[ \u00a0\u2009-]?([0-9])\s?[/⁄]\s?([0-9]{1,2})(?![0-9/])|[ \u00a0\u2009]?([" + FRACTIONS + r"])")


JOINED = later(r"(?<!\w)(?:to|or|and|sub|[Mm]inus|plus|nearly|about|over)[-‐‑]\Z")


CODE = later(r"[A-Za-z][0-9]{1,6}\Z")


RANGE_FROM = later(
    r"[0-9][ \u00a0]?(?:[mb]illion|trillion|thousand|crore|lakh|mn|bn|tn|[mbkpc]|per ?cent|cents?|pence)[-‐‑]\Z"
)
"""The first end of a range, with its magnitude or unit: "€900m-1.1bn"."""


CIRCA = later(r"(?<!\w)ca?\.\Z")


GLUED = later(r"[^\W\d_.][^\W\d_.$]{0,5}\.?\Z|[A-Za-z.$]{1,6}\Z")


def read_digits(text: str, start: int, floor: int) -> Numeral | None:
    """The numeral whose digits begin at `start`; None for a code, a version or another thing that is no number."""
    before = text[start - 1] if start else " "
    if before in "%％‰":
        return None  # a footnote's mark: "up 2.6%1"
    first = start
    glued = False
    if before == "." and CIRCA.search(text, max(floor, start - 4), start) is None:  # but "c.200"
        if start < 2 or text[start - 2] in " \n(\t$£€¥-–":
            first = start - 1
        else:
            glued = True
    elif before in "-‐‑":
        if _goes_with_word(text, start, floor):
            return None
    elif before in "@#_\\?":
        return None
    else:
        glued = before.isalpha()
    if glued and GLUED.search(text, max(floor, start - 6), start) is None:
        return None
    vulgar = VULGAR.get(text[start])
    if vulgar is not None:
        return take_magnitude(text, Numeral(start, start + 1, _quotient(vulgar), _quotient(vulgar), "part"))
    continental = (CONTINENTAL.match(text, start) or GROUPED_BY_DOTS.match(text, start)) if first == start else None
    if continental is not None:
        value = decimal_of(continental[0], decimal_comma=True)
        if value is None:
            return None
        numeral = Numeral(start, continental.end(), value, value, "digits")
        numeral.grouped, numeral.glued = True, glued
        return take_sign(text, numeral)
    if DOTTED.match(text, start, start + REACH):
        return None
    fraction = FRACTION.match(text, start)
    if fraction is not None and first == start:
        return None if glued else _fraction(fraction)
    plain = _plain_digits(text, start, first)
    if plain is None:
        return None
    plain.glued = glued
    _take_power_or_part(text, plain)
    return None if take_magnitude(text, plain) is None else take_sign(text, plain)


def _goes_with_word(text: str, start: int, floor: int) -> bool:
    """Does the hyphen before the digits make them part of a word or code: "A-320", "Covid-19", "B2-173"?"""
    outer = text[start - 2] if start > 1 else " "
    if outer in ".@_/":
        return True
    if outer.isdigit():
        return CODE.search(text, max(0, start - 10), start - 1) is not None
    return (
        outer.isalpha()
        and JOINED.search(text, max(floor, start - 8), start) is None
        and RANGE_FROM.search(text, max(0, start - 14), start) is None
    )


def _plain_digits(text: str, start: int, first: int) -> Numeral | None:
    """Digits, with their groups and decimals; `first`: where the number begins, a point before the digits included."""
    match = DIGITS.match(text, start)
    if match is None:
        return None
    if match["one"] is not None and not _is_group(text, start, match.end()):
        match = PLAIN.match(text, start)
        assert match is not None
    end = match.end()
    comma = None
    if text[end : end + 1] == "," or match.lastgroup == "d":
        comma = DECIMAL_COMMA.match(text, start, start + REACH)
    if comma is not None and comma.end() > end and _comma_is_decimal(text, start, comma.end()):
        value = decimal_of(comma[0], decimal_comma=True)
        end = comma.end()
    elif end - start > 2 * MAX_DIGITS:
        return None
    else:
        value = decimal_of(text[first:end] if first == start else "0" + text[first:end])
    if value is None:
        return None
    numeral = Numeral(first, end, value, value, "digits")
    numeral.grouped = match.lastgroup != "d" or "." in match[0] or first != start or comma is not None
    return numeral


def _take_power_or_part(text: str, numeral: Numeral) -> None:
    """ "3 × 10^6", "1.2e9", "5 1/2", "3½"."""
    power = POWER.match(text, numeral.end)
    if power is not None and (numeral.grouped or power[1]):
        exponent = int((power[1] or power[2]).replace("−", "-").replace("–", "-"))
        numeral.scale(Decimal(10) ** exponent)
        numeral.end = numeral.core_end = power.end()
        return
    mixed = MIXED.match(text, numeral.end)
    if mixed is not None and not numeral.grouped:
        part = _quotient(VULGAR[mixed[3]]) if mixed[3] else _ratio(mixed[1], mixed[2])
        if part is not None and part < 1:
            numeral.low += part
            numeral.high += part
            numeral.end = numeral.core_end = mixed.end()


CURRENCY_BEFORE = later(r"(?:[$£€¥₹₩₽₺]|\b(?:[A-Z]{3}|kr\.?|Rs\.?|R|Fr\.?|Ft|zł))[ \u00a0]?\Z")
NOT_COUNTING = later(
    r"(?:[A-Z][\w.’'-]*|[0-9]|\b(?:no|nos|page|pages|line|lines|room|section|sections|number|part|step|item|items|chapter|day|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|model|type|bus|flight|route))\.? \Z"
)
"""What stands before two numerals that are two: "On May 12 400 people", "Boeing 737 800"."""
THING_NEXT = later(
    r" (?:[a-z]+ ){0,2}?(?:[a-z]{2,}s|people|staff|t|kg|km|m|ha|men|women|children|households|euros?|dollars?|pounds?|francs?|kronor|kroner|"
    r"kronur|crowns?|forints?|zloty|rand|yen|yuan|rupees|roubles|rubles|million|billion|[A-Z]{3}|euro|per|a|sq|square|cubic)\b"
)


def _is_group(text: str, start: int, end: int) -> bool:
    """Are two numerals with one plain space between one number ("12 400 people", "SEK 14 000")?"""
    if CURRENCY_BEFORE.search(text, max(0, start - 6), start) is not None:
        return True
    if text.startswith((" €", "€", " zł", " Kč"), end):
        return True
    return NOT_COUNTING.search(text, max(0, start - 24), start) is None and THING_NEXT.match(text, end) is not None


def _comma_is_decimal(text: str, start: int, end: int) -> bool:
    """Is the comma of "2,5" a decimal mark? Where a continental magnitude, a % or a currency stands beside it."""
    after = text[end : end + 8].lstrip(" \u00a0\u2009\u202f")
    low = after.lower()
    if low.startswith(("mrd", "mio", "mia", "%", "€", "million", "billion", "prozent", "eur")):
        return True
    return text[max(0, start - 5) : start].rstrip(" \u00a0\u2009\u202f").endswith(("€", "EUR"))


def _quotient(text: str) -> Decimal:
    above, slash, below = text.partition("/")
    return round(Decimal(above) / Decimal(below), PLACES) if slash else Decimal(above)


def _ratio(above: str, below: str) -> Decimal | None:
    divisor = Decimal(below)
    return Decimal(above) / divisor if divisor else None


def _fraction(match: regex.Match[str]) -> Numeral | None:
    """ "1/4" is a fraction; "24/7", "9/11" and "20/30" are none."""
    above, below = int(match[1]), int(match[2])
    if not 0 < above < below or below not in (2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 128, 1000):
        return None
    value = round(Decimal(above) / Decimal(below), PLACES)
    return Numeral(match.start(), match.end(), value, value, "part")
