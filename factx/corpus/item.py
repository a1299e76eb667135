"""What a batch takes: an `Item`, whatever it was given as; and what it gives for an article that failed.

>>> as_item({"id": "a7", "text": "No.", "published": "2024-05-03"}, 0).published
'2024-05-03'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from factx.article import Article
from factx.grid import Grid
from factx.records import Record

__all__ = ["ErrorKind", "ExtractionError", "Item", "OnError", "as_item", "to_article"]

ErrorKind = Literal["input", "too-large", "timeout", "killed", "fault"]

OnError = Literal["return", "raise", "skip"]
"""What becomes of an article that fails."""


class ExtractionError(Record):
    """An article of a batch that gave no `Facts`.

    `id`: the article's (its `id`, else its source, else its position, counted from 0). `kind`: input (it cannot be read
    as an article), too-large (over `max_chars`), timeout, killed (its worker process died), fault (an error of factx:
    please report it). `message`: what happened.
    """

    id: str
    kind: ErrorKind
    message: str


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a batch, in plain strings and bytes, which travel to worker processes cheaply.

    `text`, or `data`: the content of a file named `id`, to be read by its ending. `problem`: why there is neither.
    `share`: how much of the input it stands for, in bytes of the input. `tables`: the layout of the text's tables.
    `undated`: the day that the file itself gives is not taken. `warnings`: those of an `Article`.
    """

    id: str
    text: str | None = None
    data: bytes | None = None
    title: str | None = None
    published: str | None = None
    byline: str | None = None
    source: str | None = None
    problem: str | None = None
    share: float = 0.0
    tables: tuple[Grid, ...] = ()
    undated: bool = False
    warnings: tuple[str, ...] = ()

    def __len__(self) -> int:
        """Its size: characters of the text, or bytes of the file."""
        return len(self.text or self.data or "")


def as_item(value: Any, position: int) -> Item:
    """The item of a str, an `Article` or a dict (`text`, and perhaps `id`, `title`, `published`, `byline`, `source`).

    Other keys are left alone. What is none of these becomes an item with a `problem`: nothing is raised.
    """
    if isinstance(value, str):
        return Item(id=str(position), text=str(value))
    if isinstance(value, Article):
        return Item(
            id=value.source or str(position), text=value.text, title=value.title, byline=value.byline, source=value.source,
            published=value.published.isoformat() if value.published else None, tables=value.tables, warnings=value.warnings,
        )  # fmt: skip
    if not isinstance(value, Mapping):
        return Item(id=str(position), problem=f"an article is a str, an Article or a dict, not {type(value).__name__}")
    given = value.get("id")
    source = as_text(value.get("source"))
    name = as_text(given) if given is not None else source or str(position)
    text = value.get("text")
    if not isinstance(text, str):
        missing = "has no text" if text is None else f"has a text that is no str but {type(text).__name__}"
        return Item(id=name or "", problem=f"the article {missing}")
    return Item(
        id=name or "", text=str(text), title=as_text(value.get("title")), published=as_day(value.get("published")),
        byline=as_text(value.get("byline")), source=source if source is not None else as_text(given),
    )  # fmt: skip


def as_text(value: Any) -> str | None:
    """The value as text that every encoding can carry; None for None and for a number that is not one (NaN)."""
    if value is None or value != value:
        return None
    return str(value).encode("utf-8", "replace").decode("utf-8")


def as_day(value: Any) -> str | None:
    """A date, datetime or string as the string that `Article` takes; None for nothing."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value == value else None
    if isinstance(value, date):
        return value.isoformat()
    return (as_text(value) or "").strip() or None


def to_article(item: Item) -> Article:
    """The item's article; raises `factx.InputError` and `pydantic.ValidationError`."""
    if item.data is not None:
        from factx.readers import read_bytes

        article = read_bytes(item.data, name=item.id, published=item.published)
        if item.undated and item.published is None:
            article = article.altered(published=None)
        changes = {"title": item.title, "byline": item.byline, "source": item.source}
        changes = {name: value for name, value in changes.items() if value is not None}
        return article.altered(**changes) if changes else article
    return Article(
        text=item.text or "", title=item.title, published=item.published, byline=item.byline, source=item.source,
        tables=item.tables, warnings=item.warnings,
    )  # fmt: skip
