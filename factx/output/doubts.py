"""What is worth a second look, in plain words: for the page, the terminal and the report.

>>> from factx import extract
>>> [doubt.reason for doubt in doubts(extract("Bolt's sales rose to $5 million last year."))]
['the currency of 1 amount is assumed: “$” alone is read as USD', 'no date of publication is known: give it with --published']
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.output import wording
from factx.output.totals import all_claims
from factx.records import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factx.facts import Facts
    from factx.records import DateMention

__all__ = ["Doubt", "doubts", "in_words", "words_of"]

MOST = 6
"""Records that a doubt names."""
LONGEST = 60
"""Characters of the words of each."""

FLAGS = {
    "weekday-mismatch": "the day of the week does not fit the date",
    "impossible-date": "there is no such day",
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """`reason`: what is doubtful; `records`: ids of those that it is about."""

    reason: str
    records: tuple[str, ...]


def doubts(facts: Facts) -> list[Doubt]:
    """Contradictions, odd dates, assumed currencies, dates without a value, unknown speakers, what the rules were unsure of."""
    found = [Doubt(note.reason, (note.first, note.second)) for note in facts.consistency()]
    for mention in facts.dates:
        found.extend(Doubt(FLAGS.get(flag, flag), (mention.id,)) for flag in mention.flags)
    found.extend(_currencies(facts))
    found.extend(_unresolved(facts))
    nameless = tuple(quote.id for quote in facts.quotes if quote.speaker_id is None and quote.inside is None)
    if nameless:
        found.append(Doubt("the text does not tell who says it", nameless))
    records = [*facts.quotes, *all_claims(facts), *facts.dates, *facts.acts]
    unsure = tuple(one.id for one in sorted(records, key=lambda r: r.confidence) if one.confidence < wording.UNSURE)
    if unsure:
        found.append(Doubt(f"confidence is below {wording.UNSURE}", unsure))
    return found


def _currencies(facts: Facts) -> Iterator[Doubt]:
    """One line for each currency that was assumed, however often."""
    assumed: dict[str, list[str]] = {}
    signs: dict[str, str] = {}
    for claim in facts.money:
        if claim.currency_evidence == "default":
            assumed.setdefault(claim.currency, []).append(claim.id)
            sign = "".join(c for c in claim.span.text if not (c.isalnum() or c.isspace() or c in ".,-–"))
            signs.setdefault(claim.currency, sign[:3])
    for currency, ids in assumed.items():
        amounts = f"{len(ids)} amount is" if len(ids) == 1 else f"{len(ids)} amounts is"
        how = f"“{signs[currency]}” alone is read as {currency}" if signs[currency] else f"read as {currency}"
        yield Doubt(f"the currency of {amounts} assumed: {how}", tuple(ids))


def _unresolved(facts: Facts) -> Iterator[Doubt]:
    """Dates that have no value, and why."""
    open_ = [mention for mention in facts.dates if mention.value is None]
    if open_ and facts.article.published is None:
        yield Doubt("no date of publication is known: give it with --published", _ids(open_))
    elif open_:
        yield Doubt("the text does not tell which day or period is meant", _ids(open_))


def _ids(mentions: list[DateMention]) -> tuple[str, ...]:
    return tuple(mention.id for mention in mentions)


def in_words(facts: Facts, doubt: Doubt) -> str:
    """A doubt on one line: its reason, and the words of what it is about."""
    named = [f"{_short(words_of(facts, one))} [{one}]" for one in doubt.records[:MOST]]
    more = f" and {len(doubt.records) - MOST} more" if len(doubt.records) > MOST else ""
    return f"{doubt.reason}: {', '.join(named)}{more}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1].rstrip()}…"


def words_of(facts: Facts, record_id: str) -> str:
    """The words of a record, for a list of doubts."""
    record = facts.get(record_id)
    if record is None:
        return record_id
    if isinstance(record, Quote):
        return record.text
    span = getattr(record, "span", None)
    return span.text if span is not None else record.id
