"""A table of figures as a data frame: labels, heads, and values in full units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.errors import MissingExtra

if TYPE_CHECKING:
    import pandas

    from factx.records import Table

__all__ = ["to_pandas"]


def to_pandas(table: Table) -> pandas.DataFrame:
    """See `factx.Table.to_pandas`."""
    try:
        import pandas
    except ImportError:
        raise MissingExtra("to_pandas needs pandas: pip install 'factx[pandas]'") from None
    index = pandas.Index([row.label for row in table.rows], name="row")
    return pandas.DataFrame([row.values for row in table.rows], index=index, columns=table.columns, dtype="object")
