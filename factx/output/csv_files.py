r"""CSV: all kinds in one table, or one table a kind; safe to open in a spreadsheet.

>>> safe("=1+1"), safe("-5"), safe("ordinary")
("'=1+1", "'-5", 'ordinary')
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from factx.output.rows import COLUMNS, columns_of, to_rows

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["cell", "safe", "to_csv"]

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula when it comes first (OWASP), full-width forms included."""


OURS = frozenset({"comparator"})
"""Columns whose few values are ours ("=" is no formula)."""


def to_csv(
    facts: Iterable[Facts],
    *,
    kind: str | None = None,
    kinds: Collection[str] = (),
    raw: bool = False,
    header: bool = True,
) -> str:
    """The records as CSV (RFC 4180, comma, CRLF).

    `kind`: only records of this kind ("quote", "money" …), with the columns that it fills; `kinds`: only
    of these (one of them is as `kind`). `raw`: leave text that a
    spreadsheet would run as a formula as it is; by default it gets an apostrophe in front.
    """
    if len(kinds) == 1:
        (kind,) = kinds
    names = columns_of(kind) if kind else [column.name for column in COLUMNS]
    out = io.StringIO()
    writer = csv.writer(out)
    if header:
        writer.writerow(names)
    for one in facts:
        for row in to_rows(one):
            if row["kind"] == kind or (kind is None and (not kinds or row["kind"] in kinds)):
                writer.writerow([cell(row[name], raw or name in OURS) for name in names])
    return out.getvalue()


def cell(value: Any, raw: bool) -> str:
    """A value as a cell of CSV; `raw`: without an apostrophe before what looks like a formula."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")  # a number of ours, negative ones included, is no formula
    if isinstance(value, date):
        return value.isoformat()
    text = str(value).replace("\x00", "\ufffd")  # no CSV reader takes a NUL
    return text if raw or not isinstance(value, str) else safe(text)


def safe(text: str) -> str:
    """Text with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.lstrip(" \u00a0\ufeff").startswith(FORMULA) else text
