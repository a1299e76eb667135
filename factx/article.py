"""What users give: an `Article`.

>>> Article(text="ZTE today said no.", published="2012-10-09").published
datetime.date(2012, 10, 9)
"""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from factx.grid import Grid

__all__ = ["Article"]

SURROGATE = re.compile("[\ud800-\udfff]")


class Article(BaseModel):
    """A text to extract from, and what is known of it.

    `text`: the article as a reader sees it; all offsets refer to it. Lone surrogates, which no encoding can
    carry, are replaced one for one by U+FFFD (in the other fields too); nothing else is changed.
    `title`, `byline`: as metadata give them (they need not stand in the text).
    `published`: the day that relative dates are counted from: a `date`, `datetime` or ISO 8601 string.
    `source`: a file name or address, for your own use.
    `tables`: the layout of its tables where the reader of a file knows it, in text order; tables that `text` draws itself
    (by pipes, or aligned with spaces) need not be given.
    `warnings`: what the reader of a file has to say of it; they come back in `Facts.warnings`, and are not written out here.

    Raises `pydantic.ValidationError` for a `published` that is not a date.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    title: str | None = None
    published: date | None = None
    byline: str | None = None
    source: str | None = None
    tables: tuple[Grid, ...] = Field(default=(), repr=False)
    warnings: tuple[str, ...] = Field(default=(), repr=False, exclude=True)

    @field_validator("text", "title", "byline", "source", mode="before")
    @classmethod
    def _clean(cls, value: Any) -> Any:
        if isinstance(value, str) and SURROGATE.search(value):
            return SURROGATE.sub("\ufffd", value)
        return value

    @field_validator("published", mode="before")
    @classmethod
    def _date(cls, value: Any) -> Any:
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, str):
            value = value.strip()
            if not value:
                return None
            if re.match(r"\d{4}-\d\d-\d\d[T ]", value):
                return value[:10]
        return value

    def altered(self, **changes: Any) -> Article:
        """A copy with other fields, checked as new ones are.

        >>> Article(text="No.").altered(published="2024-05-03").published
        datetime.date(2024, 5, 3)
        """
        return Article.model_validate({**dict(self), **changes})

    @classmethod
    def from_path(
        cls,
        path: str | Path,
        *,
        published: date | str | None = None,
        published_from: Literal["path", "mtime", "none"] | None = None,
    ) -> Article:
        """Read a .txt, .md, .html, .pdf, .docx or .eml file.

        `published` overrides the date that the file itself gives. So does `published_from`: "path" takes the day that its
        name or folders tell (2024/05/07, 2024-05-07, 20240507, 7-may-2024), if they do; "mtime" the day in UTC on which it
        was last written; "none" takes none, so that relative dates count from the text's own dateline.

        Raises `factx.InputError` for what cannot be read as text, `factx.MissingExtra` where a reader is not installed,
        `ValueError` for an unknown `published_from`.
        """
        from factx.readers import read_path

        return read_path(Path(path), published=published, published_from=published_from)

    @classmethod
    def from_html(cls, html: str | bytes, *, source: str | None = None, published: date | str | None = None) -> Article:
        """The main text of a web page, with its title, byline and date. Needs the extra `html`."""
        from factx.readers import read_html

        return read_html(html, source=source, published=published)
