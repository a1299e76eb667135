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
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, pairwise

from factx.document.seams import SEAM, cut_seams
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


BLOCK = 200_000
GAP = re.compile(r"\s")


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Pieces that end at white space, which no token crosses: the lists of a scan are as long as its piece."""
    begin = 0
    while begin < len(text):
        gap = GAP.search(text, begin + BLOCK)
        stop = len(text) if gap is None else gap.start()
        yield begin, stop
        begin = stop


class Tokens:
    """The tokens of a text as parallel lists.

    `start`, `end`: offsets; `text`, `lower`: the forms; `tag`: Penn tags; `codes`: one letter a token
    (see `factx.document.tagger.CODES`), so that a syntactic rule can be a regular expression over `codes`.
    """

    def __init__(self, text: str) -> None:
        once: dict[str, str] = {}  # a form is kept once, however often it stands in the text
        self.text: list[str] = []
        self.start, self.end = array("i"), array("i")
        for begin, stop in _blocks(text):
            pieces = TOKEN.split(
                text if stop - begin == len(text) else text[begin:stop]
            )  # gap, token, gap, …, token, gap
            forms = pieces[1::2]
            self.text += map(once.setdefault, forms, forms)
            offsets = array("i", accumulate(map(len, pieces), initial=begin))
            self.start.extend(offsets[1:-1:2])
            self.end.extend(offsets[2::2])
        if SEAM.search(text) is not None:
            self._cut_seams()

    def _cut_seams(self) -> None:
        """Cut tokens that are words glued together."""
        cuts = cut_seams(self.text)
        done, text, start, end = 0, [], array("i"), array("i")
        for i, where in cuts.items():
            text += self.text[done:i]
            start.extend(self.start[done:i])
            end.extend(self.end[done:i])
            for a, b in pairwise([0, *where, len(self.text[i])]):
                text.append(self.text[i][a:b])
                start.append(self.start[i] + a)
                end.append(self.start[i] + b)
            done = i + 1
        if done:
            self.text = text + self.text[done:]
            start.extend(self.start[done:])
            end.extend(self.end[done:])
            self.start, self.end = start, end

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
        first = bisect_left(self.start, start)
        return range(first, max(first, bisect_right(self.end, end, lo=first)))
