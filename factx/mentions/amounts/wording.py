"""Numerals in words: "two hundred and five", "half a million", "two-thirds", "tens of thousands"."""

from __future__ import annotations

from decimal import Decimal

import regex

from factx.mentions.amounts.numeral import PLACES, Numeral, take_magnitude, take_sign_word
from factx.patterns import later
from factx.values.numbers import number_words, plain, words_value

__all__ = ["FORMS", "WORDS", "read_words"]

WORDS = number_words()


FORMS = sorted(form for word in WORDS for form in (word, word.capitalize(), word.upper()))


RUN = later(r"\b\L<forms>\b(?:(?:[-‐‑]|[ \u00a0\n]{1,2}+(?:and[ \n]{1,2}+)?+)\L<forms>\b){0,24}+", forms=FORMS)


WORD = later(r"[A-Za-z]+")


ARTICLE = later(r"(?:^|(?<=[^\w'’.-]))(?:[Aa]n?|[Oo]ne)[ -]\Z")


PART_OF_SCALE = later(
    r"(?i:half|quarter|third)(?:[\s-]+of)?(?:[\s-]+an?)?[\s-]\s?(hundred|thousand|million|billion|trillion|dozen|crore|lakh)\b"
)


PARTS_OF_SCALE = later(r"(?i:quarters|thirds)(?:\s+of\s+an?)?[\s-](hundred|thousand|million|billion|trillion)\b")


AND_PART = later(
    r"[ -]and[ -](?:(?:an?|one)[ -](?P<part>half|quarter|third|fifth|eighth|tenth)|(?P<parts>two[ -]thirds|three[ -]quarters))\b"
    r"(?:[ -](?P<scale>hundred|thousand|million|billion|trillion|crore|lakh)\b)?"
)
"""What follows a whole number: "two and a quarter", "one-and-a-half million"."""
PARTS = {"two thirds": Decimal(2) / 3, "three quarters": Decimal("0.75")}
REST = later(
    r",[ ](?=(?:\L<forms>|an?)[ -](?:hundred\b|\L<forms>[ -]hundred\b))|,[ ]and[ ](?=\L<forms>\b)", forms=FORMS
)
"""Between thousands and hundreds: "two thousand, one hundred and three"."""


VAGUE_MORE = later(r" of ((?:hundreds|thousands|millions|billions|trillions|crores|lakhs))\b")


POINT = later(r" point((?: (?:zero|oh|one|two|three|four|five|six|seven|eight|nine))+)\b")


DIGIT_OF = {
    w: str(i) for i, w in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])
} | {"oh": "0"}


def read_words(text: str, start: int, floor: int) -> Numeral | None:
    """A number in words that begins at the number word at `start`."""
    run = RUN.match(text, start)
    if run is None:
        return None
    matches = list(WORD.finditer(text, start, min(run.end(), start + 240)))
    words = [m[0].lower() for m in matches]
    first = words[0]
    kind = WORDS[first][1]
    article = ARTICLE.search(text, max(floor, start - 5), start)
    begin = article.start() if article is not None else start
    if kind == "fold":
        value = WORDS[first][0]
        numeral = Numeral(start, matches[0].end(), value, value, "fold")
        numeral.scaled = True
        return numeral
    if kind == "vague":
        return _vague(text, start, matches[0].end(), WORDS[first][0])
    if kind == "part":
        return _part(text, start, begin, matches[0].end(), first, article is not None)
    if kind == "parts":
        return None
    read = words_value(words)
    if read is None:
        return None
    value, used = read
    if kind in ("scale", "dozen"):
        start = begin
    end = matches[used - 1].end()
    rest = REST.match(text, end) if value >= 1000 and WORDS[words[used - 1]][1] == "scale" else None
    if rest is not None:
        lower = read_words(text, rest.end(), rest.end())
        if lower is not None and lower.kind == "words" and lower.low < WORDS[words[used - 1]][0]:
            out = Numeral(start, lower.end, value + lower.low, value + lower.low, "words")
            out.scaled = True
            return _sign_words(text, out)
    numeral = Numeral(start, end, value, value, "words")
    numeral.scaled = any(WORDS[w][1] in ("scale", "dozen") for w in words[:used] if w != "and")
    following = words[used] if used < len(words) else ""
    if following and WORDS.get(following, (0, ""))[1] in ("part", "parts"):
        return _parts(text, numeral, matches[used], following)
    if first == "one" and used == 1 and following == "half":
        return None
    return _with_part(text, numeral)


def _with_part(text: str, numeral: Numeral) -> Numeral | None:
    """A numeral in words with what goes on behind it: "and a half", "and three quarters million", "point five", a magnitude."""
    value, end = numeral.low, numeral.end
    part = AND_PART.match(text, end) if value < 1000 or numeral.scaled else None
    if part is not None and (part["scale"] or not numeral.scaled):
        many = part["parts"]
        extra = PARTS[many.replace("-", " ")] if many else Decimal(1) / WORDS[part["part"]][0]
        numeral.low = numeral.high = round(value + extra, PLACES)
        if part["scale"]:
            numeral.low = numeral.high = plain(round(numeral.low * WORDS[part["scale"]][0], PLACES))
            numeral.scaled = True
        numeral.end = part.end()
        return numeral
    point = POINT.match(text, end) if part is None else None
    if point is not None:
        digits = "".join(DIGIT_OF[w] for w in point[1].split()[:15])
        numeral.low = numeral.high = value + Decimal("0." + digits)
        numeral.end = point.end()
        return take_magnitude(text, numeral)
    return _sign_words(text, take_magnitude(text, numeral) if numeral.scaled else numeral)


def _sign_words(text: str, numeral: Numeral | None) -> Numeral | None:
    if numeral is not None:
        take_sign_word(text, numeral)
    return numeral


def _part(text: str, start: int, begin: int, end: int, word: str, article: bool) -> Numeral | None:
    """ "half", "a third", "a quarter of", "half a million"."""
    value = Decimal(1) / WORDS[word][0]
    scale = PART_OF_SCALE.match(text, start)
    if scale is not None and (word == "half" or article or word == "quarter"):
        value = plain(round(value * WORDS[scale[1].lower()][0], PLACES))
        numeral = Numeral(begin if article else start, scale.end(), value, value, "words")
        numeral.scaled = True
        return numeral
    if word != "half" and not article:
        return None
    value = round(value, PLACES)
    return Numeral(begin if article else start, end, value, value, "part")


def _parts(text: str, numeral: Numeral, match: regex.Match[str], word: str) -> Numeral | None:
    """ "two-thirds", "three quarters of a billion", "one-third"."""
    many = WORDS[word][1] == "parts"
    if (numeral.low == 1) == many or not 1 <= numeral.low < WORDS[word][0]:
        return None if numeral.low == 1 else numeral
    value = round(numeral.low / WORDS[word][0], PLACES)
    out = Numeral(numeral.start, match.end(), value, value, "part")
    scale = PARTS_OF_SCALE.match(text, match.start()) if many else None
    if scale is not None:
        out.scale(WORDS[scale[1].lower()][0])
        out.end = scale.end()
        out.kind = "words"
    return out


def _vague(text: str, start: int, end: int, value: Decimal) -> Numeral | None:
    """ "hundreds", "tens of millions": from once to ten times."""
    more = VAGUE_MORE.match(text, end)
    if more is not None:
        value *= WORDS[more[1]][0]
        end = more.end()
    numeral = Numeral(start, end, value, value * 10, "vague")
    numeral.scaled = True
    return numeral
