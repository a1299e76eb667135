"""Texts made to hurt: a megabyte of what each finder looks for, or of what it has to step over.

`tests/test_hostile.py` counts the work that they take, `growth.py` the seconds.
"""

from __future__ import annotations

__all__ = ["HOSTILE", "MEGABYTE", "PIECES"]

MEGABYTE = 1_000_000

HOSTILE: dict[str, str] = {
    "opening marks": "“We " * 10_000,
    "opening marks, one paragraph each": "“We won\n\n" * 110_000,
    "straight marks": '"' * 100_000,
    "straight marks and words": '"a ' * 330_000,
    "single marks": "‘a " * 330_000,
    "apostrophes": "'n " * 330_000,
    "nested marks": "“‘" * 200_000,
    "guillemets": "«a " * 330_000,
    "digits": "9" * MEGABYTE,
    "digits in groups": "1," * 500_000,
    "dots in numbers": "1.1" * 330_000,
    "opening brackets": "(" * 100_000,
    "closing brackets": ")" * 100_000,
    "initials": "A. " * 330_000,
    "capitals": "Aa " * 330_000,
    "capitals and initials": "Aa B. " * 165_000,
    "cues": "said " * 200_000,
    "cues and names": "Ann said " * 110_000,
    "sources of sources": "Ann Lee said that " * 55_000,
    "according to": "according to " * 77_000,
    "currency signs": "$" * MEGABYTE,
    "amounts": "$1 " * 330_000,
    "ranges": "$1 to " * 165_000,
    "comparators": "more than " * 100_000,
    "percents": "5% " * 330_000,
    "months": "January " * 110_000,
    "days": "9 October 2012 " * 66_000,
    "days and dashes": "2012-" * 200_000,
    "weekdays": "Monday, " * 125_000,
    "last": "last " * 200_000,
    "numbers in words": "one hundred " * 80_000,
    "and": "one and " * 125_000,
    "of": "one of the " * 90_000,
    "honorifics": "Mr. " * 200_000,
    "roles": "chief executive officer of " * 37_000,
    "of the": "of the " * 140_000,
    "commas": ", " * 500_000,
    "dashes": "—" * MEGABYTE,
    "hyphens": "a-" * 500_000,
    "spaces": " " * MEGABYTE,
    "newlines": "\n" * MEGABYTE,
    "carriage returns": "\r\n" * 500_000,
    "blank lines": "x\n\n" * 330_000,
    "one word": "a" * MEGABYTE,
    "dots": "." * MEGABYTE,
    "ellipses": "... " * 250_000,
    "combining marks": "\u0301" * MEGABYTE,
    "joiners": "x\u200d" * 500_000,
    "bidi": "\u202e5" * 500_000,
    "NULs": "\x00" * MEGABYTE,
    "surrogates": "\ud800" * MEGABYTE,
    "fractions": "½" * MEGABYTE,
    "addresses": "http://a.b/" * 90_000,
    "mail addresses": "a@" * 500_000,
    "hashes": "#" * MEGABYTE,
    "about": "About Bolt\n" * 90_000,
    "headlines": "Bolt Says So\n\n" * 70_000,
    "one quote": "“" + "we went there. " * 66_000 + "”, said Ann Lee.",
    "up and down": "up 5% to $3 from $2 " * 50_000,
}  # fmt: skip

PIECES: dict[str, tuple[str, ...]] = {
    "amounts": (
        "9", "1,", "1 ", "$", "$1 ", "5% ", "one ", "twenty-", "hundred and ", "1-", "1.", "1/", "(1)", "A1", "1A",
        "million ", "half a ", "from 1 to ", "between 1 and ", "hundreds of ", "1 per ", "5 of the ", "tel 5 ",
        "Section 5 ", "minus 5 ", "½ ", "more than ", "word " * 40 + "$5 million to ", "3% less than the the ",
        "growth of of of 3% ", "number of 1 was 2 ",
    ),
    "names": (
        "Bank of ", "Chief ", "Inc., ", "Women's ", "Aa ", "J. ", "Acme Corp (AC) (", "John Says The Hello\n\n",
    ),
    "attribution": (
        "“a ", "a” ", '"a ', "“He said it was\n\n", "said ", "he said, ", "he said that ", "and said ",
        "“a b c d,” he said ", "a, ", "company ", "of the company ", "released ", "JO RAY: no.\n\n",
        "He said:\n\n", "( ", "Ray's claim that ", "who said, ",
    ),
    "claims": (
        "$5m, or ", "rose 5% to $3m from $2m (", "a $5m b of c in d ", "500 people and ", "($5m; £3m) ",
        "up 5%, down 3%, ", "(" * 20 + "$5 ",
    ),
    "markdown": (
        "*a", "**a", "_a ", "[", "![", "`", "<a", "> ", "[a](", "~~a", "\\", "<!--", "|", "|-", "--|", "# a  ",
        "#", "-", " ", "1. ", "\\n>",
    ),
}  # fmt: skip
"""What one finder or reader has trouble with, to be repeated."""
