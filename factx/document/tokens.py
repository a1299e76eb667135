"""Words and punctuation of a text, with offsets: parallel lists, made by one scan.

>>> tokens = Tokens("ZTE’s $1.2bn deal, it's said.")
>>> tokens.text
['ZTE', '’s', '$', '1.2bn', 'deal', ',', 'it', "'s", 'said', '.']
>>> tokens.start[3], tokens.end[3]
(7, 12)
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate

from factx.document.tagger import CODES, tag_words

__all__ = ["Tokens"]

# Clitics ('s, 'll, …) are tokens of their own; "don't", "o'clock", "AT&T", "Amazon.com" and "e-mail" stay whole.
TOKEN = re.compile(
    r"""
  ( [A-Za-z][a-z]*(?=[ ,])                            # most words, the fast way
  | (?:[A-Za-z]\.){2,}(?!\w)                          # U.S.  a.m.
  | [^\W\d_][^\W_]*(?:[-‐‑&'’.](?!(?:s|S|ll|d|m|ve|re)\b)[^\W_]+)*
  | \d+(?:[.,:/]\d+)*(?:[^\W\d_]+)?(?:[-‐‑][^\W_]+)*  # 1,200  1.2bn  10:30  24/7  13-week
  | ['’](?:s|S|ll|d|m|ve|re)\b
  | \.{2,} | -{2,} | '' | ``
  | [^\s\ufeff\u200b\u2060]                             # marks; no-width spaces are none
  )
    """,
    re.VERBOSE,
)


class Tokens:
    """The tokens of a text as parallel lists.

    `start`, `end`: offsets; `text`, `lower`: the forms; `tag`: Penn tags; `codes`: one letter a token
    (see `factx.document.tagger.CODES`), so that a syntactic rule can be a regular expression over `codes`.
    """

    def __init__(self, text: str) -> None:
        pieces = TOKEN.split(text)  # gap, token, gap, token, …, gap
        forms = pieces[1::2]
        once: dict[str, str] = {}  # a form is kept once, however often it stands in the text
        self.text = list(map(once.setdefault, forms, forms))
        offsets = array("q", accumulate(map(len, pieces)))
        self.start = offsets[:-1:2]
        self.end = offsets[1::2]

    def __len__(self) -> int:
        return len(self.start)

    @cached_property
    def lower(self) -> list[str]:
        """The forms in lower case."""
        low = {form: form.lower() for form in set(self.text)}
        return list(map(low.__getitem__, self.text))

    @cached_property
    def tag(self) -> list[str]:
        """Penn Treebank tags, the most likely one of each token in its context."""
        return tag_words(self.text, self.lower)

    @cached_property
    def codes(self) -> str:
        """The tags as a string of one letter a token."""
        return "".join(map(CODES.__getitem__, self.tag))

    def at(self, offset: int) -> int:
        """Index of the token that holds `offset`, else of the next one (`len(self)` behind the last)."""
        return bisect_right(self.end, offset)

    def first_from(self, offset: int) -> int:
        """Index of the first token that starts at or behind `offset`."""
        return bisect_left(self.start, offset)

    def inside(self, start: int, end: int) -> range:
        """Indices of the tokens that lie wholly in `[start, end)`."""
        return range(bisect_left(self.start, start), max(bisect_left(self.start, start), bisect_right(self.end, end)))
