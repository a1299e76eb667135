"""`Facts`: everything found in one article, and the ways from one record to another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic import model_validator

from factx.article import Article
from factx.records import (
    Act,
    Claim,
    DateMention,
    Inconsistency,
    MonetaryClaim,
    NumericClaim,
    Quote,
    Record,
    Speaker,
    Table,
)

if TYPE_CHECKING:
    import pandas
    import pyarrow

__all__ = ["SCHEMA_VERSION", "Facts"]

SCHEMA_VERSION = "1"
"""Version of the JSON form; it changes when a field is renamed, removed or changes its meaning."""

ROW = frozenset({"key", "run", "id", "sha256", "chars", "error_kind", "error"})
"""What a row of `factx batch` has in front of the fields of `Facts`."""

AnyRecord = Speaker | Quote | MonetaryClaim | NumericClaim | DateMention | Table | Act


class Facts(Record):
    """The records of one article, each list in text order, and the article itself.

    `language`: ISO 639-1 code of the article's language ("und": none that is known); one that is not English has no records.
    `issuer_id`: id of the speaker whose statement the article is, if it is one. `warnings`: what a reader should know.

    >>> from factx import extract
    >>> facts = extract("“We won,” said Ann Lee, head of sales at Bolt.", published="2024-05-03")
    >>> [(facts.speaker(quote).name, quote.text) for quote in facts.quotes]
    [('Ann Lee', 'We won')]
    """

    schema_version: str = SCHEMA_VERSION
    article: Article
    language: str = "en"
    issuer_id: str | None = None
    speakers: tuple[Speaker, ...] = ()
    quotes: tuple[Quote, ...] = ()
    money: tuple[MonetaryClaim, ...] = ()
    numbers: tuple[NumericClaim, ...] = ()
    dates: tuple[DateMention, ...] = ()
    tables: tuple[Table, ...] = ()
    acts: tuple[Act, ...] = ()
    warnings: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _has_its_text(cls, value: Any) -> Any:
        """JSON is written without the text unless it is asked for, and the records' offsets refer to it.

        A row of `factx batch` is read, too, without what it says of the run.
        """
        if not isinstance(value, dict):
            return value
        if value.get("error"):
            raise ValueError(f"this row is no facts: {value['error']}")
        article = value.get("article")
        if isinstance(article, dict) and article.get("text") is None:
            raise ValueError("the article's text is not in this JSON: write it with --with-text, or to_json(text=True)")
        return {name: part for name, part in value.items() if name not in ROW} if "key" in value else value

    @property
    def issuer(self) -> Speaker | None:
        """The organisation whose own statement the article is, if it is one."""
        record = self.get(self.issuer_id) if self.issuer_id else None
        return record if isinstance(record, Speaker) else None

    def records(self) -> Iterator[AnyRecord]:
        """All records: speakers, quotes, money, numbers, dates, tables, acts."""
        for kind in (self.speakers, self.quotes, self.money, self.numbers, self.dates, self.tables, self.acts):
            yield from kind

    def get(self, record_id: str) -> AnyRecord | None:
        """The record with this id, or None."""
        return self._by_id.get(record_id)

    @cached_property
    def _by_id(self) -> dict[str, AnyRecord]:
        return {record.id: record for record in self.records()}

    def speaker(self, record: Quote | Claim | Act) -> Speaker | None:
        """Who said the quote, or who vouches for the claim or act."""
        found = self.get(record.speaker_id) if record.speaker_id else None
        return found if isinstance(found, Speaker) else None

    def quote(self, record: Claim | Quote | Act) -> Quote | None:
        """The quote that holds the claim or act, or that the quote is nested in."""
        wanted = record.inside if isinstance(record, Quote) else record.quote_id
        found = self.get(wanted) if wanted else None
        return found if isinstance(found, Quote) else None

    def table(self, claim: Claim) -> Table | None:
        """The table that the claim is a figure of."""
        found = self.get(claim.cell.table_id) if claim.cell else None
        return found if isinstance(found, Table) else None

    def by(self, speaker: Speaker | str) -> list[Quote | MonetaryClaim | NumericClaim | Act]:
        """A speaker's quotes, the claims that it vouches for and the acts that it does or tells; `speaker` is a record, an id, a name or an alias.

        Raises `LookupError` for a name that no speaker has; it says which names are close.
        """
        wanted = {speaker.id} if isinstance(speaker, Speaker) else {
            s.id for s in self.speakers if speaker == s.id or speaker == s.name or speaker in s.aliases
        }  # fmt: skip
        if not wanted:
            raise LookupError(self._unknown(str(speaker)))
        said = [r for kind in (self.quotes, self.money, self.numbers) for r in kind if r.speaker_id in wanted]
        return [*said, *(act for act in self.acts if wanted & {act.actor_id, act.speaker_id})]

    def _unknown(self, name: str) -> str:
        from difflib import get_close_matches

        names = {alias.lower(): alias for s in self.speakers for alias in (*s.aliases, s.name)}
        close = [names[found] for found in get_close_matches(name.lower(), list(names), 3, 0.5)]
        known = ", ".join(s.name for s in self.speakers[:5]) or "nobody"
        hint = f"did you mean {' or '.join(map(repr, close))}?" if close else f"the speakers are {known}"
        return f"no speaker is called {name!r}: {hint}"

    def consistency(self) -> list[Inconsistency]:
        """Pairs of claims on the same thing that differ, each with a reason; empty when there is none."""
        from factx.consistency import inconsistencies

        return inconsistencies(self)

    def to_rows(self) -> list[dict[str, Any]]:
        """One flat dict a record, all kinds with the same keys (see `docs/records.md`)."""
        from factx.output.rows import to_rows

        return to_rows(self)

    def to_pandas(self) -> pandas.DataFrame:
        """`to_rows` as a data frame. Needs the extra `pandas`."""
        from factx.output.rows import to_pandas

        return to_pandas(self)

    def to_arrow(self) -> pyarrow.Table:
        """`to_rows` as an Arrow table with a fixed schema. Needs the extra `arrow`."""
        from factx.output.rows import to_arrow

        return to_arrow(self)

    def to_jsonld(self) -> dict[str, Any]:
        """The article, its quotations and its claims in the words of schema.org."""
        from factx.output.jsonld import to_jsonld

        return to_jsonld(self)

    def to_web_annotations(self) -> dict[str, Any]:
        """Every record as a W3C Web Annotation of the article, found by place and by words."""
        from factx.output.web_annotations import to_web_annotations

        return to_web_annotations(self)

    def to_label_studio(self) -> dict[str, Any]:
        """A task of Label Studio with the records as predictions; `factx.output.label_studio` reads corrected ones."""
        from factx.output.label_studio import to_label_studio

        return to_label_studio(self)

    def to_brat(self) -> tuple[str, str]:
        """The `.txt` and the `.ann` file of brat's standoff format."""
        from factx.output.brat import to_brat

        return to_brat(self)

    def __repr__(self) -> str:
        from factx.brief import facts

        return facts(self)

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """What a notebook shows: the page, in a frame."""
        from factx.output.notebook import frame

        return frame(self.to_html())

    def to_html(self) -> str:
        """A self-contained page: the article with every record marked, and the records beside it."""
        from factx.output.page import to_html

        return to_html(self)
