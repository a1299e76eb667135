"""Numerals: every place where a number is written, in digits or words, with its value and its magnitude.

>>> [str(plain(n.low)) for n in find_numerals("1.2 million, half a billion, two-thirds, minus 3")]
['1200000', '500000000', '0.666666666667', '-3']
>>> [(int(n.low), int(n.high), n.kind) for n in find_numerals("tens of thousands of")]
[(10000, 100000, 'vague')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import regex

from factx.values.numbers import MAX_DIGITS, decimal_of, magnitudes, number_words, plain, words_value

__all__ = ["Numeral", "find_numerals"]

WORDS = number_words()
FORMS = sorted(form for word in WORDS for form in (word, word.capitalize(), word.upper()))
VULGAR = {
    "½": "0.5", "⅓": "1/3", "⅔": "2/3", "¼": "0.25", "¾": "0.75", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8", "⅙": "1/6",
    "⅚": "5/6", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875",
}  # fmt: skip

# Two scans, each by one simple pattern, are faster than one by both.
DIGIT = re.compile(r"[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")


def _word_pattern() -> re.Pattern[str]:
    """One alternation by first letters: the number words as they are written, "Two", "TWO"."""
    by_letter: dict[str, list[str]] = {}
    for form in FORMS:
        by_letter.setdefault(form[0], []).append(form[1:])
    forms = "|".join(f"{first}(?:{'|'.join(sorted(rest, reverse=True))})" for first, rest in sorted(by_letter.items()))
    return re.compile(rf"\b(?:{forms})\b")


NUMBER_WORD = _word_pattern()

# Groups: "s" by spaces that do not break (or two groups by plain spaces), "c" by commas, "i" Indian, "t" a comma parted by a tokeniser.
DIGITS = regex.compile(
    r"""
    (?: (?P<s> [0-9]{1,3} (?: [\u00a0\u2009\u202f'’] [0-9]{3} )++ (?![0-9]) (?: [.,] [0-9]{1,9}+ )?+ )
      | (?P<p> [0-9]{1,3} (?: \ [0-9]{3} ){2,8}+ (?![0-9]) )
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
DECIMAL_COMMA = regex.compile(r"[0-9]{1,3}(?:\.[0-9]{3})*+,[0-9]{1,2}(?![0-9,])")
DOTTED = regex.compile(r"[0-9]++(?:\.[0-9]++){2,}+")
FRACTION = regex.compile(r"([0-9]{1,3})\s?[/⁄∕]\s?([0-9]{1,4})(?![0-9/⁄.,]*[0-9])")
POWER = regex.compile(r"\s?[×x*]\s?10(?:\^|\*\*)?([-−–]?[0-9]{1,2})(?![0-9])|[eE]([-+−]?[0-9]{1,2})(?![0-9A-Za-z])")
MIXED = regex.compile(r"[ \u00a0\u2009-]?([0-9])\s?[/⁄]\s?([0-9]{1,2})(?![0-9/])|[ \u00a0\u2009]?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
MAGNITUDE = regex.compile(r"([ \u00a0\u2009\u202f]|\s?[-‐‑]|\n)?+([A-Za-z]{1,11}+)(?![A-Za-z0-9])")
AND_PART = regex.compile(r" and (?:a|one)[ -](half|quarter|third)\b")
RUN = regex.compile(r"\b\L<forms>\b(?:(?:[-‐‑]|[ \u00a0\n]{1,2}+(?:and[ \n]{1,2}+)?+)\L<forms>\b){0,24}+", forms=FORMS)
WORD = regex.compile(r"[A-Za-z]+")
ARTICLE = regex.compile(r"(?:^|(?<=[^\w'’.-]))(?:[Aa]n?|[Oo]ne)[ -]\Z")
PART_OF_SCALE = regex.compile(
    r"(?i:half|quarter|third)(?:\s+of)?(?:\s+an?)?[\s-]\s?(hundred|thousand|million|billion|trillion|dozen|crore|lakh)\b"
)
PARTS_OF_SCALE = regex.compile(
    r"(?i:quarters|thirds)(?:\s+of\s+an?)?[\s-](hundred|thousand|million|billion|trillion)\b"
)
HALF_SCALE = regex.compile(r" and a half[ -](hundred|thousand|million|billion|trillion|crore|lakh)\b| and a half\b")
VAGUE_MORE = regex.compile(r" of ((?:hundreds|thousands|millions|billions|trillions|crores|lakhs))\b")
POINT = regex.compile(r" point((?: (?:zero|oh|one|two|three|four|five|six|seven|eight|nine))+)\b")
SIGN_WORD = regex.compile(r"(?<![\w-])(?:[Mm]inus|[Nn]egative)[\s-]\Z")
JOINED = regex.compile(r"(?<!\w)(?:to|or|and|sub|[Mm]inus|plus|nearly|about|over)[-‐‑]\Z")
CODE = regex.compile(r"[A-Za-z][0-9]{1,6}\Z")
GLUED = regex.compile(r"[A-Za-z.$]{1,6}\Z")
TOKEN_REST = regex.compile(r"[\w.,:/%&=?#@-]*+")

BLOCK = 4096
DENSE = 240  # numerals in a block: one in every 17 characters, over a page and a half
NUMERIC = re.compile(r"[0-9]+|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
ADDRESS_MARKS = frozenset("/=&?%#_-.")
PLACES = 12  # a third is 0.333333333333
DIGIT_OF = {
    w: str(i) for i, w in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])
} | {"oh": "0"}


class Numeral:
    """A number as written: `start`, `end` with its magnitude; `low`, `high` (equal unless it is vague, "dozens").

    `core_end`: end of the digits; `base`: the value without the magnitude. `kind`: digits, words, part (a fraction), vague or fold. `scaled`: it has a magnitude.
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


def find_numerals(text: str) -> Iterator[Numeral]:
    """All numerals from left to right; what is part of a word ("A320", "5G", "3rd", "10.0.0.1") is passed over."""
    search = DIGIT.search
    found = [match.span() for match in NUMBER_WORD.finditer(text)]
    words = iter(found)
    dense = _dense_blocks(text, found)
    position = 0
    digit = search(text)
    word = next(words, None)
    while digit is not None or word is not None:
        if word is not None and (digit is None or word[0] < digit.start()):
            start, end = word
            word = next(words, None)
            if start < position:
                continue
            if dense and dense[start // BLOCK]:
                position = (start // BLOCK + 1) * BLOCK
                continue
            numeral = _words(text, start, position)
        else:
            assert digit is not None
            start, end = digit.span()
            if dense and dense[start // BLOCK]:
                position = (start // BLOCK + 1) * BLOCK
                digit = search(text, position)
                continue
            numeral = None if _in_address(text, start) else _digits(text, start, position)
            if numeral is None:
                rest = TOKEN_REST.match(text, start)
                end = max(end, rest.end() if rest is not None else end)
        if numeral is not None:
            end = max(end, numeral.end)
            yield numeral
        position = end
        if digit is not None and digit.start() < position:
            digit = search(text, position)


def _dense_blocks(text: str, words: list[tuple[int, int]]) -> list[bool]:
    """Which blocks of the text are tables of numbers (empty: none); they make no claims that a sentence could be read for.

    It also bounds the work on a text that is nothing but numerals.
    """
    counts = [0] * (len(text) // BLOCK + 1)
    for match in NUMERIC.finditer(text):
        counts[match.start() // BLOCK] += 1
    for start, _ in words:
        counts[start // BLOCK] += 1
    return [count > DENSE for count in counts] if max(counts) > DENSE else []


def _in_address(text: str, start: int) -> bool:
    """Is the digit part of a web or mail address?"""
    if text[start - 1 : start] not in ADDRESS_MARKS or not start:
        return False
    low = max(0, start - 200)
    head = text[max(low, text.rfind(" ", low, start), text.rfind("\n", low, start)) : start]
    return "://" in head or "www." in head or "@" in head


def _digits(text: str, start: int, floor: int) -> Numeral | None:
    before = text[start - 1] if start else " "
    glued = False
    first = start
    if before == "." and (start < 2 or text[start - 2] in " \n(\t$£€¥-–"):
        first = start - 1
    elif before in ".@#_\\/&=?+~" or before.isalpha() or before in "-‐‑–−":
        if before.isalpha() or before == ".":
            glued = GLUED.search(text, max(floor, start - 6), start) is not None
            if not glued:
                return None
        elif before in "-‐‑":
            outer = text[start - 2] if start > 1 else " "
            if outer in ".@_/":
                return None
            if outer.isalpha() and JOINED.search(text, max(floor, start - 8), start) is None:
                return None  # A-320, Covid-19
            if outer.isdigit() and CODE.search(text, max(floor, start - 10), start - 1) is not None:
                return None  # B2-173
        elif before not in "–−/~+&=":
            return None
    vulgar = VULGAR.get(text[start])
    if vulgar is not None:
        numeral = Numeral(start, start + 1, _quotient(vulgar), _quotient(vulgar), "part")
        return _magnitude(text, numeral)
    if DOTTED.match(text, start):
        return None
    fraction = FRACTION.match(text, start)
    if fraction is not None and first == start:
        return _fraction(fraction)
    match = DIGITS.match(text, start)
    if match is None:
        return None
    end = match.end()
    comma = DECIMAL_COMMA.match(text, start) if text[end : end + 1] == "," or match["d"] else None
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
    numeral.grouped = match["d"] is None or "." in match[0] or first != start or comma is not None
    numeral.glued = glued
    power = POWER.match(text, end)
    if power is not None and (numeral.grouped or power[1]):
        exponent = int((power[1] or power[2]).replace("−", "-").replace("–", "-"))
        numeral.scale(Decimal(10) ** exponent)
        numeral.end = numeral.core_end = power.end()
    else:
        mixed = MIXED.match(text, end)
        if mixed is not None and not numeral.grouped:
            part = _quotient(VULGAR[mixed[3]]) if mixed[3] else _ratio(mixed[1], mixed[2])
            if part is not None and part < 1:
                numeral.low += part
                numeral.high += part
                numeral.end = numeral.core_end = mixed.end()
    if _magnitude(text, numeral) is None:
        return None
    return _sign(text, numeral)


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


def _magnitude(text: str, numeral: Numeral) -> Numeral | None:
    """Take the magnitude words behind a numeral; None where letters are glued to it that make it something else."""
    known = magnitudes()
    for _ in range(3):
        match = MAGNITUDE.match(text, numeral.end)
        if match is None:
            after = text[numeral.end : numeral.end + 1]
            if (
                not numeral.scaled
                and after.isalpha()
                and after.isascii()
                and text[numeral.end : numeral.end + 3].isalnum()
            ):
                tail = TOKEN_REST.match(text, numeral.end)
                if tail is not None and any(c.isdigit() for c in tail[0][:12]) and not _is_unit_like(tail[0]):
                    return None  # 3GPP2
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
        part = AND_PART.match(text, numeral.end)
        if part is not None and numeral.low == numeral.high and numeral.low:
            factor = Decimal(10) ** numeral.low.adjusted()
            for step in (12, 9, 6, 3):
                if numeral.low >= Decimal(10) ** step:
                    factor = Decimal(10) ** step
                    break
            numeral.low += factor / WORDS[part[1]][0]
            numeral.high = numeral.low
            numeral.end = part.end()
    return numeral


def _is_unit_like(tail: str) -> bool:
    """Does a tail such as "m2" or "km2" end in a power, so that the token is a measure?"""
    return (tail.rstrip(".,:;")[-1:] in "23" and tail[:2].isalpha() and len(tail.rstrip(".,:;")) <= 4) or tail[:2] in (
        "m2",
        "m3",
    )


def _sign(text: str, numeral: Numeral) -> Numeral:
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
        _sign_word(text, numeral)
    return numeral


def _sign_word(text: str, numeral: Numeral) -> None:
    if text[numeral.start - 2 : numeral.start - 1] in ("s", "e"):
        word = SIGN_WORD.search(text, max(0, numeral.start - 10), numeral.start)
        if word is not None:
            numeral.low, numeral.high = -numeral.high, -numeral.low
            numeral.start = word.start()
            numeral.negative = True


def _words(text: str, start: int, floor: int) -> Numeral | None:
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
    end = matches[used - 1].end()
    numeral = Numeral(begin if kind in ("scale", "dozen") else start, end, value, value, "words")
    numeral.scaled = any(WORDS[w][1] in ("scale", "dozen") for w in words[:used] if w != "and")
    following = words[used] if used < len(words) else ""
    if following and WORDS.get(following, (0, ""))[1] in ("part", "parts"):
        return _parts(text, numeral, matches[used], following)
    if first == "one" and used == 1 and following == "half":
        return None
    half = HALF_SCALE.match(text, end) if value < 1000 or numeral.scaled else None
    if half is not None:
        if half[1]:
            numeral.low = numeral.high = (value + Decimal("0.5")) * WORDS[half[1]][0]
            numeral.scaled = True
        elif numeral.scaled:
            return _sign_words(text, _magnitude(text, numeral))
        else:
            numeral.low = numeral.high = value + Decimal("0.5")
        numeral.end = half.end()
        return numeral
    point = POINT.match(text, end)
    if point is not None:
        digits = "".join(DIGIT_OF[w] for w in point[1].split()[:15])
        numeral.low = numeral.high = value + Decimal("0." + digits)
        numeral.end = point.end()
        scale = _magnitude(text, numeral)
        return scale
    if numeral.scaled:
        return _sign_words(text, _magnitude(text, numeral))
    return _sign_words(text, numeral)


def _sign_words(text: str, numeral: Numeral | None) -> Numeral | None:
    if numeral is not None:
        _sign_word(text, numeral)
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
