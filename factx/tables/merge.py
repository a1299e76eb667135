"""The claims of tables take their places among those of the running text, and the two are joined where they tell one fact.

A claim of a table has offsets of the article as given, one of the running text those of its reading.
"""

from __future__ import annotations

from collections.abc import Sequence

from factx.document import Document
from factx.linking.types import ChangeLink, ClaimLink
from factx.mentions.types import AmountMention
from factx.tables.read import TableFacts
from factx.tables.restated import restatements

__all__ = ["merged"]


def merged(
    document: Document, amounts: Sequence[AmountMention], links: Sequence[ClaimLink], tables: TableFacts
) -> tuple[list[AmountMention], list[ClaimLink]]:
    """All amounts and links in text order; indices from one claim to another are those of the whole."""
    if not tables.amounts:
        return list(amounts), list(links)
    restated = restatements(amounts, links, tables.amounts, tables.links)
    pairs = [*zip(amounts, links, strict=True), *zip(tables.amounts, tables.links, strict=True)]
    starts = [document.original(amount.start, amount.end)[0] for amount in amounts] + [
        amount.start for amount in tables.amounts
    ]
    order = sorted(range(len(pairs)), key=lambda k: (starts[k], k))
    place = {old: new for new, old in enumerate(order)}
    base = len(amounts)
    seen: set[int] = set()
    for number, (_, link) in enumerate(pairs):
        shift = base if number >= base else 0
        if link.change is not None and id(link.change) not in seen:
            seen.add(id(link.change))
            _move(link.change, place, shift)
        if link.converts is not None:
            link.converts = place[link.converts + shift]
        if number in restated:
            link.restates = place[restated[number] + base]
    return [pairs[k][0] for k in order], [pairs[k][1] for k in order]


def _move(change: ChangeLink, place: dict[int, int], shift: int) -> None:
    change.by, change.from_, change.to = (
        None if index is None else place[index + shift] for index in (change.by, change.from_, change.to)
    )
