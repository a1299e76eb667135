"""What the source has and the report does not take up: listed, not judged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factx.comparison.acts import same_act
from factx.comparison.values import base, family

if TYPE_CHECKING:
    from factx.comparison.model import Finding
    from factx.facts import Facts
    from factx.records import Act, Span

__all__ = ["left_out"]

PASSED_OVER = ("boilerplate", "footer", "byline")
"""Sections that a report is not expected to take up."""


def left_out(source: Facts, findings: list[Finding]) -> list[str]:
    """Ids of quotes, figures and acts of the source that no finding refers to, in text order.

    A figure or an act that the source gives twice is taken up when one of the two is.
    """
    met = {finding.source_id for finding in findings}
    claims = (*source.money, *source.numbers)
    values = {(family(claim), base(claim)) for claim in claims if claim.id in met}
    rest = [
        (claim.span.start, claim.id)
        for claim in claims
        if claim.id not in met and claim.section not in PASSED_OVER and (family(claim), base(claim)) not in values
    ]
    rest += [(act.span.start, act.id) for act in _acts(source, met)]
    taken_up = _Stretches(span for finding in findings if finding.kind == "quote" for span in finding.source)
    said = {quote.text.strip(" ,.").casefold() for quote in source.quotes if quote.id in met}
    rest += [
        (quote.spans[0].start, quote.id)
        for quote in source.quotes
        if quote.spans and quote.id not in met and quote.section not in PASSED_OVER and quote.inside is None
        and quote.text.strip(" ,.").casefold() not in said and not any(map(taken_up.touches, quote.spans))
    ]  # fmt: skip
    return [record_id for _, record_id in sorted(rest)]


def _acts(source: Facts, met: set[str | None]) -> Iterator[Act]:
    """The acts that nothing refers to, and that no act says which something refers to."""
    done = [act for act in source.acts if act.id in met]
    for act in source.acts:
        if act.id not in met and act.section not in PASSED_OVER and not any(same_act(act, one) for one in done):
            yield act


class _Stretches:
    """Spans joined where they overlap, to be asked whether another one touches them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted((span.start, span.end) for span in spans):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def touches(self, span: Span) -> bool:
        """Does a stretch share characters with the span?"""
        at = bisect_left(self.ends, span.start + 1)
        return at < len(self.starts) and self.starts[at] < span.end
