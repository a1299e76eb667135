"""One table over many articles: a row a record, with what tells the article on each row.

>>> from factx import extract
>>> rows = list(to_rows([extract("Bolt paid €3 million."), extract("Its sales were £5 million.")]))
>>> [(row["article_id"], row["words"], row["currency"]) for row in rows if row["kind"] == "money"]
[('0', '€3 million', 'EUR'), ('1', '£5 million', 'GBP')]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from factx.corpus.item import ExtractionError
from factx.facts import Facts
from factx.output import rows as one
from factx.output.rows import ALL, Column

if TYPE_CHECKING:
    import pandas
    import pyarrow

__all__ = ["COLUMNS", "to_arrow", "to_pandas", "to_rows"]

ARTICLE = (
    Column("article_id", "string", ALL, "the article's `source`, else its place among the results, from 0"),
    Column("issuer", "string", ALL, "name of the organisation whose statement the article is"),
    Column("issuer_ticker", "string", ALL, "symbol of its shares"),
    Column("published", "date", ALL, "the article's day"),
    Column("title", "string", ALL, "the article's title, where it is known"),
)
COLUMNS = ARTICLE + tuple(column for column in one.COLUMNS if column.name != "source")
"""The schema, the same whatever the articles hold; columns are only ever added at the end."""


def to_rows(results: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """The rows of `Facts`, one article after the other; an `ExtractionError` has none, but counts.

    Raises `TypeError` for anything else.
    """
    for number, facts in enumerate([results] if isinstance(results, Facts) else results):
        if not isinstance(facts, Facts):
            if not isinstance(facts, ExtractionError):
                raise TypeError(f"a table is made of Facts, as extract_many gives them, not of {type(facts).__name__}")
            continue
        article, issuer = facts.article, facts.issuer
        head = {
            "article_id": article.source or str(number),
            "issuer": issuer.name if issuer else None,
            "issuer_ticker": issuer.ticker if issuer else None,
            "published": article.published,
            "title": article.title,
        }
        for row in one.to_rows(facts):
            yield head | {name: value for name, value in row.items() if name != "source"}


def to_pandas(results: Iterable[Any]) -> pandas.DataFrame:
    """All records of many articles (or of one) as one data frame; `results` as `factx.extract_many` gives them.

    Days are datetime64, amounts `Decimal`. Raises `factx.MissingExtra` where pandas is not installed.

    >>> import factx
    >>> frame = factx.to_pandas(factx.extract_many(["Bolt paid €3 million.", "Its sales were £5 million."]))
    >>> frame[frame.kind == "money"].currency.tolist()
    ['EUR', 'GBP']
    """
    return one.pandas_of(list(to_rows(results)), COLUMNS)


def to_arrow(results: Iterable[Any]) -> pyarrow.Table:
    """As `to_pandas`, as an Arrow table; amounts are decimal128(38, 9), as in `Facts.to_arrow`.

    Raises `factx.MissingExtra` where pyarrow is not installed.
    """
    return one.arrow_of(list(to_rows(results)), COLUMNS)
