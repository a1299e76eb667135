"""Tables of figures: from grids in the text to claims with their cells.

`find_grids` says where tables stand (readers know it, or the text draws them); `read_tables` says what they mean.
"""

from factx.tables.find import Found, find_grids
from factx.tables.read import TableFacts, read_tables

__all__ = ["Found", "TableFacts", "find_grids", "read_tables"]
