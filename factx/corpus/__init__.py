"""Many articles: in worker processes on this machine, as Arrow batches, under Spark and Ray; with resume."""

from __future__ import annotations

from factx.corpus.item import ExtractionError
from factx.corpus.many import extract_many

__all__ = ["ExtractionError", "extract_many"]
