"""All tables of an article become claims, and records of themselves; what is not understood becomes a warning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from factx.document import Document
from factx.linking.types import ClaimLink, SpeakerTable, Timeline
from factx.mentions.types import AmountMention, SpanTuple
from factx.options import Options
from factx.tables.claims import Made, claims_of
from factx.tables.context import adopt_terms, context_of
from factx.tables.find import Found
from factx.tables.reading import Reading

__all__ = ["TableDraft", "TableFacts", "read_tables"]

MOST_WARNINGS = 10
"""Tables that the warnings name one by one."""


@dataclass(slots=True)
class TableDraft:
    """A table on its way to a record: offsets, and rows of (label, cells, values)."""

    span: SpanTuple
    caption: SpanTuple | None
    scale: int
    currency: str | None
    columns: list[str]
    rows: list[tuple[str, list[SpanTuple | None], list[Decimal | None]]]
    confidence: float


@dataclass(slots=True)
class TableFacts:
    """What the tables of an article say: amounts and links in text order, the tables, and warnings.

    In the links, indices of amounts count from the first amount of the tables.
    """

    amounts: list[AmountMention] = field(default_factory=list)
    links: list[ClaimLink] = field(default_factory=list)
    tables: list[TableDraft] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def read_tables(
    document: Document,
    found: Found,
    amounts: Sequence[AmountMention],
    times: Timeline,
    speakers: SpeakerTable,
    options: Options,
) -> TableFacts:
    """The claims of all tables. `amounts`: those of the running text, which tell the currency where a table does not."""
    out = TableFacts()
    if not found.readings and not found.cut:
        return out
    issuer = (speakers.clusters[speakers.issuer].name, speakers.issuer) if speakers.issuer is not None else None
    context = context_of(document.text, amounts, times, found.readings, issuer, options.fiscal_year_end)
    text = document.article.text
    adopt_terms(text, found.readings, context)
    scaled = any(reading.terms.scale for reading in found.readings)
    problems: list[str] = []
    for grid in found.cut:
        problems.append(f"of the table from character {grid.start} to {grid.end} not all was read: {grid.cut}")
    for reading in found.readings:
        where = f"the table from character {reading.grid.start} to {reading.grid.end}"
        if reading.problem is not None:
            problems.append(f"no figures were read in {where}: {reading.problem}")
            continue
        made = claims_of(reading, len(out.tables), context)
        if not made:
            continue
        if scaled and not reading.scaled and sum(_is_plain_money(item) for item in made) > 3:
            problems.append(f"{where} states no scale: its sums of money are taken as printed")
        _add(out, reading, made)
    out.warnings = problems[:MOST_WARNINGS]
    if len(problems) > MOST_WARNINGS:
        out.warnings.append(f"and {len(problems) - MOST_WARNINGS} more remarks on tables")
    return out


def _is_plain_money(item: Made) -> bool:
    return item.amount.currency is not None and item.amount.per is None and abs(item.amount.low) < 10**6


def _add(out: TableFacts, reading: Reading, made: list[Made]) -> None:
    base = len(out.amounts)
    for item in made:
        change = item.link.change
        if change is not None:
            change.by, change.from_, change.to = (
                None if k is None else k + base for k in (change.by, change.from_, change.to)
            )
        out.amounts.append(item.amount)
        out.links.append(item.link)
    out.tables.append(_draft(reading, made))


def _draft(reading: Reading, made: list[Made]) -> TableDraft:
    at: dict[tuple[int, int], tuple[SpanTuple, Decimal]] = {}
    for item in made:
        span = item.amount.start, item.amount.end
        if item.upper is not None:
            place, high = item.upper
            at[place] = high, item.amount.high
            value = next(
                label.row.values[item.place[1]] for label in reading.labels if label.row.number == item.place[0]
            )
            span = value.start, value.end
        at[item.place] = span, item.amount.low
    rows: list[tuple[str, list[SpanTuple | None], list[Decimal | None]]] = []
    for label in reading.labels:
        items = [at.get((label.row.number, k)) for k in range(len(reading.layout.columns))]
        rows.append((label.full, [item and item[0] for item in items], [item and item[1] for item in items]))
    currencies = {item.amount.currency for item in made if item.amount.currency is not None}
    captions = reading.captions
    scales = {column.terms.scale for block in reading.blocks for column in block.columns if column.terms.scale}
    return TableDraft(
        (reading.grid.start, reading.grid.end), (captions[0][0], captions[-1][1]) if captions else None,
        reading.terms.scale or (next(iter(scales)) if len(scales) == 1 else 1), currencies.pop() if len(currencies) == 1 else None,
        [column.text for column in reading.blocks[0].columns], rows, min(item.link.confidence for item in made),
    )  # fmt: skip
