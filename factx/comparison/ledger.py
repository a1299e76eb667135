"""The figures of the source, found by value and by the words around them; no look-up goes through all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from factx.comparison.topic import Topic, Topics
from factx.comparison.values import base, family, significand, units
from factx.records import MonetaryClaim

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.records import Claim

__all__ = ["Ledger"]

MOST = 40
"""Figures of one value or neighbourhood that are looked at, at most."""
COMMON = 60
"""A word with more figures around it says nothing about one of them."""
ASKED = 16
CANDIDATES = 12


class Ledger:
    """An index over the claims of a text."""

    def __init__(self, facts: Facts) -> None:
        topics = Topics(facts)
        self.topics: list[Topic] = [topics.of(claim) for claim in (*facts.money, *facts.numbers)]
        self.values: defaultdict[tuple[bool, Decimal, Decimal], list[int]] = defaultdict(list)
        self.ends: defaultdict[tuple[str, Decimal], list[int]] = defaultdict(list)
        self.digits: defaultdict[tuple[str, tuple[int, ...]], list[int]] = defaultdict(list)
        self.words: defaultdict[str, list[int]] = defaultdict(list)
        self.metrics: defaultdict[str, list[int]] = defaultdict(list)
        rows: defaultdict[str, list[tuple[Decimal, int]]] = defaultdict(list)
        for index, topic in enumerate(self.topics):
            low, high = base(topic.claim)
            self.values[(isinstance(topic.claim, MonetaryClaim), low, high)].append(index)
            if low != high:
                for end in (low, high):
                    self.ends[(family(topic.claim), end)].append(index)
            self.digits[(family(topic.claim), significand(low))].append(index)
            rows[family(topic.claim)].append((low, index))
            for word in topic.bag | topic.what:
                self.words[word].append(index)
            if topic.claim.metric is not None:
                self.metrics[topic.claim.metric].append(index)
        self.rows = {name: sorted(row) for name, row in rows.items()}

    def equal(self, claim: Claim) -> list[Topic]:
        """Those of the same value, in whatever currency or unit."""
        return self._those(self.values.get((isinstance(claim, MonetaryClaim), *base(claim)), []))

    def ranges(self, claim: Claim) -> list[Topic]:
        """Ranges of the same family that begin or end with the claim's value."""
        return self._those(self.ends.get((family(claim), base(claim)[0]), []))

    def slips(self, claim: Claim) -> list[Topic]:
        """Those with the same digits, of the same family."""
        return self._those(self.digits.get((family(claim), significand(base(claim)[0])), []))

    def around(self, claim: Claim) -> list[Topic]:
        """Those of the same family whose value is less than one unit of the claim's last digit away."""
        low, unit = base(claim)[0], units(claim)[1]
        out: list[int] = []
        for name in {family(claim), *(("number", "percent") if family(claim) in ("number", "percent") else ())}:
            row = self.rows.get(name, [])
            first, last = bisect_left(row, (low - unit, -1)), bisect_right(row, (low + unit, len(self.topics)))
            out.extend(index for _, index in row[first:last][:MOST])
        return self._those(out)

    def about(self, topic: Topic) -> list[Topic]:
        """Those with the most telling words in common."""
        votes: Counter[int] = Counter()
        asked = sorted(
            (len(self.words[word]), word) for word in topic.near | topic.what | topic.bag if word in self.words
        )
        for count, word in asked[:ASKED]:
            if count > COMMON:
                break
            for index in self.words[word]:
                votes[index] += 3 if word in topic.near or word in topic.what else 1
        metric = topic.claim.metric
        if metric is not None and len(self.metrics.get(metric, ())) <= COMMON:
            for index in self.metrics.get(metric, ()):
                votes[index] += 3
        best = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
        return self._those([index for index, _ in best[:CANDIDATES]])

    def _those(self, indexes: list[int]) -> list[Topic]:
        return [self.topics[index] for index in indexes[:MOST]]
