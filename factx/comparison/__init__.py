"""Two `Facts` side by side: is it said, is it so, what changed. Reads the records and the texts alone; links nothing anew."""

from factx.comparison.flow import compare
from factx.comparison.model import Comparison, Edit, Finding

__all__ = ["Comparison", "Edit", "Finding", "compare"]
