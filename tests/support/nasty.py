"""Texts that nobody would write, and texts that somebody did: made from pieces, by a seeded generator.

`text(random)` mixes whole phrases that each finder knows, cut and glued anywhere, with characters that shift, hide or
break offsets: marks of quotation, currency signs, emoji, joiners, combining marks, bidi controls, CR, LF, NUL, surrogates.
"""

from __future__ import annotations

from random import Random

__all__ = ["ALPHABET", "PHRASES", "text"]

ALPHABET = (
    "abcXYZ 0123456789.,;:!?-–—()[]/'\"“”‘’«»„‹›`´%‰$€£¥₹¢°½¼²"
    "\t\n\r\x00\x0b\x0c\x1b\x85\xa0\xad\u2007\u2009\u2028\u2029\u202f\u3000\ufeff\ufffd"
    "\u200b\u200d\u200e\u200f\u202a\u202b\u202c\u202e\u2066\u2069"
    "éßİıǅﬁÅ\u0301\u0308\u20e3٣１２三😀👩🏽🇬🇧\U0010ffff\ud800\udfff"
)
"""One character each; cut at any place."""

PHRASES = (
    "“We did it,” said Ann Lee, head of sales at Bolt Inc.",
    '"No," he said. "Never again," she added.',
    "‘Not at all,’ according to the company.",
    "Bolt plc said on Monday that it sold 3 km of cable for $5 million.",
    "up 5% to $3.2 billion from $3.05 billion a year earlier",
    "between €3.4m and €5.6m in the third quarter of 2023",
    "more than 500 network carriers in 140 countries",
    "LONDON, 9 October 2012 (Newswire) – ",
    "the House Committee on Trade (Committee)",
    "Mr. J. R. O'Neill-Smith Jr., U.S. chief executive",
    "Bolt Inc apologised to customers for the delay and withdrew its revenue guidance for 2024.", "We are deeply sorry for the error.",
    "last year", "yesterday", "two weeks ago", "30 February 2012", "9/10/2012", "Q3 FY2024", "the 1990s",
    "1,234,567.89", "12p", "£1.97bn", "US$20 million", "HK$", "3½", "one in five", "a third of", "-7.5 °C", "24/7",
    "said", "told", "says:", "warned that", "they", "The company", "About Bolt", "Forward-looking statements",
    "\n\n", "\r\n", " ", ". ", ", ", "—", "• ", "1. ", "...", "…", "@", "http://a.b/c?d=1", "x" * 40, "9" * 25,
)  # fmt: skip
"""What the finders look for."""


def text(random: Random, longest: int = 24) -> str:
    """One text of up to `longest` pieces."""
    pieces = []
    for _ in range(random.randrange(longest + 1)):
        dice = random.random()
        if dice < 0.45:
            pieces.append(random.choice(PHRASES))
        elif dice < 0.6:
            phrase = random.choice(PHRASES)
            pieces.append(phrase[random.randrange(len(phrase)) :])
        elif dice < 0.75:
            phrase = random.choice(PHRASES)
            cut = random.randrange(len(phrase) + 1)
            pieces.append(phrase[:cut] + random.choice(ALPHABET) + phrase[cut:])
        else:
            pieces.append("".join(random.choices(ALPHABET, k=random.randrange(1, 6))))
        pieces.append(random.choice(("", " ", " ", "\n", "\n\n")))
    return "".join(pieces)
