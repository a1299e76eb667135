"""What the source has and the report does not take up: listed, not judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.comparison.values import base, family

if TYPE_CHECKING:
    from factx.comparison.model import Finding
    from factx.facts import Facts

__all__ = ["left_out"]

PASSED_OVER = ("boilerplate", "footer", "byline")
"""Sections that a report is not expected to take up."""


def left_out(source: Facts, findings: list[Finding]) -> list[str]:
    """Ids of quotes and figures of the source that no finding refers to, in text order.

    A figure that the source gives twice is taken up when one of the two is.
    """
    met = {finding.source_id for finding in findings}
    claims = (*source.money, *source.numbers)
    values = {(family(claim), base(claim)) for claim in claims if claim.id in met}
    rest = [
        (claim.span.start, claim.id)
        for claim in claims
        if claim.id not in met and claim.section not in PASSED_OVER and (family(claim), base(claim)) not in values
    ]
    said = {quote.text.strip(" ,.").casefold() for quote in source.quotes if quote.id in met}
    rest += [
        (quote.spans[0].start, quote.id)
        for quote in source.quotes
        if quote.spans and quote.id not in met and quote.section not in PASSED_OVER and quote.inside is None
        and quote.text.strip(" ,.").casefold() not in said
    ]  # fmt: skip
    return [record_id for _, record_id in sorted(rest)]
