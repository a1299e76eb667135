"""The words of a text in order, with an index from word to places: where does a phrase stand, and where something like it?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factx.comparison.words import Word, content, is_number, stem, words

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["BREAK", "Stream"]

BREAK = "\0"
"""Stands between stretches that do not go on into each other."""
PLACES = 64
"""Places of a word that are looked at, at most: a word with more of them leads nowhere in particular."""
VOTERS = 16
"""Words of a phrase, the rarest, that are asked where something like it stands."""
BUCKET = 12
"""Places that far apart are the same place when words vote for where a phrase begins."""
WINDOWS = 3


class Stream:
    """The words of a text; behind them, once more and in one piece, those of the quotes that an attribution cuts in two.

    So a quote is found whole in either way of setting it. Every look-up takes a number of steps that depends on the length of
    what is looked for, not on that of the text.
    """

    def __init__(self, facts: Facts) -> None:
        text = facts.article.text
        self.items: list[Word] = words(text)
        self.own = len(self.items)
        for quote in facts.quotes:
            if len(quote.spans) > 1:
                self.items.append(Word(BREAK, -1, -1))
                for span in quote.spans:
                    self.items.extend(words(text, span.start, span.end))
        self.forms = [word.form for word in self.items]
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        for index, form in enumerate(self.forms):
            self.places[stem(form)].append(index)

    def exact(self, forms: Sequence[str], limit: int = PLACES) -> list[int]:
        """The places (indexes into `items`) where these words stand in this order."""
        found: list[int] = []
        if not forms:
            return found
        lists = [(len(self.places.get(stem(form), ())), offset) for offset, form in enumerate(forms)]
        count, offset = min(lists)
        if not count:
            return found
        goal = list(forms)
        for place in self.places[stem(forms[offset])][: 8 * limit]:
            start = place - offset
            if start >= 0 and self.forms[start : start + len(goal)] == goal:
                found.append(start)
                if len(found) == limit:
                    break
        return found

    def windows(self, forms: Sequence[str]) -> list[tuple[int, int]]:
        """Stretches (start, end) in which most of the rarer words stand in about this order, the best first."""
        asked = sorted(
            (len(self.places[stem(form)]), offset, stem(form))
            for offset, form in enumerate(forms)
            if (content(form) or is_number(form)) and stem(form) in self.places
        )
        votes: Counter[int] = Counter()
        for count, offset, key in asked[:VOTERS]:
            if count > PLACES:
                break
            seen = {(place - offset) // BUCKET for place in self.places[key]}
            for bucket in seen | {bucket + 1 for bucket in seen}:
                votes[bucket] += 1
        out: list[tuple[int, int]] = []
        taken: list[int] = []
        for bucket, count in sorted(votes.items(), key=lambda item: (-item[1], item[0])):
            if len(out) == WINDOWS or count < 2:
                break
            if any(abs(bucket - other) <= 1 for other in taken):
                continue
            taken.append(bucket)
            start = max(0, (bucket - 1) * BUCKET - len(forms) // 4 - 4)
            out.append(self._whole(start, (bucket + 1) * BUCKET + len(forms) + len(forms) // 4 + 12))
        return out

    def _whole(self, start: int, end: int) -> tuple[int, int]:
        """The stretch without what lies beyond a break, where it begins or ends near one."""
        end = min(end, len(self.forms))
        if end <= self.own:
            return start, end
        middle = (start + end) // 2
        while BREAK in self.forms[start:middle]:
            start = self.forms.index(BREAK, start, middle) + 1
        if BREAK in self.forms[middle:end]:
            end = self.forms.index(BREAK, middle, end)
        return start, end

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of the words `start` to `end`, which lie in one stretch."""
        return self.items[start].start, self.items[end - 1].end
