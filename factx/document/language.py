"""The language of a text, by the commonest words of some languages; enough to tell English from the rest.

>>> language("The company said on Monday that it would close two of its plants in the north of the country.")
'en'
>>> language("Die Firma teilte am Montag mit, dass sie zwei ihrer Werke im Norden des Landes und eines im Westen schließen wird.")
'de'
>>> language("Q3: +5%")
'en'
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from factx import lexicon

__all__ = ["UNKNOWN", "language"]

UNKNOWN = "und"
"""ISO 639 code of a language that cannot be told."""
SAMPLE = 20_000
"""Characters that are looked at."""
WORD = re.compile(r"[^\W\d_]+")
OTHER_LETTER = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
"""A letter of another alphabet than the Latin."""
FEWEST_WORDS = 12
FEWEST_FOUND = 4
SHARE = 0.15
"""Share of a text's words that are those of its language, in running text of any of them."""
FEWEST_LETTERS = 20


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """Word -> the languages that it is common in."""
    found: dict[str, tuple[str, ...]] = {}
    for word, code in lexicon.rows("function_words.tsv"):
        found[word] = (*found.get(word, ()), code)
    return found


def language(text: str) -> str:
    """ISO 639-1 code of the text's language, "und" for one in another script; English where little is there to tell by."""
    sample = text[:SAMPLE]
    if not sample.isascii() and _is_in_other_script(sample):
        return UNKNOWN
    words = WORD.findall(sample.lower())
    if len(words) < FEWEST_WORDS:
        return "en"
    known = _languages()
    counts = Counter(words)
    found: Counter[str] = Counter()
    for word in counts.keys() & known.keys():
        for code in known[word]:
            found[code] += counts[word]
    best, count = max(found.items(), key=lambda pair: (pair[1], pair[0] == "en", pair[0]), default=("en", 0))
    foreign = count >= max(FEWEST_FOUND, SHARE * len(words)) and count > 2 * found["en"]
    return best if foreign else "en"


def _is_in_other_script(sample: str) -> bool:
    """Are most letters none of the Latin alphabet?"""
    others = len(OTHER_LETTER.findall(sample))
    if others <= FEWEST_LETTERS:
        return False
    return 2 * others > sum(map(str.isalpha, sample))
