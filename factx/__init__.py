"""factx: an article becomes typed, linked records: speakers, quotes, monetary claims, numeric claims and dates.

Everything public is here and is imported when it is first used.

>>> import factx
>>> facts = factx.extract("Bolt will pay €3.4 million.")
>>> facts.money[0].currency, facts.money[0].modality
('EUR', 'forecast')
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # as `typing` has it, without its import, which `factx --help` would wait for
if TYPE_CHECKING:
    from typing import Any

    from factx.article import Article
    from factx.comparison import Comparison, Edit, Finding, compare
    from factx.corpus import ExtractionError, extract_many
    from factx.errors import FactxError, InputError, InputNotFound, InputTooLarge, MissingExtra
    from factx.extractor import Extractor, extract
    from factx.facts import Facts
    from factx.grid import Grid, GridCell
    from factx.lexicon.user import Lexicon
    from factx.output.many import to_arrow, to_pandas
    from factx.records import (
        Act,
        Cell,
        Change,
        DateMention,
        MonetaryClaim,
        NumericClaim,
        Period,
        Quote,
        Span,
        Speaker,
        Table,
        TableRow,
    )  # fmt: skip

__version__ = "0.1.0"

_HOME = {
    "Act": "records",
    "Article": "article",
    "Cell": "records",
    "Change": "records",
    "Comparison": "comparison",
    "DateMention": "records",
    "Edit": "comparison",
    "ExtractionError": "corpus",
    "Extractor": "extractor",
    "Facts": "facts",
    "FactxError": "errors",
    "Grid": "grid",
    "GridCell": "grid",
    "Finding": "comparison",
    "InputError": "errors",
    "InputNotFound": "errors",
    "InputTooLarge": "errors",
    "Lexicon": "lexicon.user",
    "MissingExtra": "errors",
    "MonetaryClaim": "records",
    "NumericClaim": "records",
    "Period": "records",
    "Quote": "records",
    "Span": "records",
    "Speaker": "records",
    "Table": "records",
    "TableRow": "records",
    "compare": "comparison",
    "extract": "extractor",
    "extract_many": "corpus",
    "to_arrow": "output.many",
    "to_pandas": "output.many",
}

__all__ = [
    "Act",
    "Article",
    "Cell",
    "Change",
    "Comparison",
    "DateMention",
    "Edit",
    "ExtractionError",
    "Extractor",
    "Facts",
    "FactxError",
    "Finding",
    "Grid",
    "GridCell",
    "InputError",
    "InputNotFound",
    "InputTooLarge",
    "Lexicon",
    "MissingExtra",
    "MonetaryClaim",
    "NumericClaim",
    "Period",
    "Quote",
    "Span",
    "Speaker",
    "Table",
    "TableRow",
    "__version__",
    "compare",
    "extract",
    "extract_many",
    "to_arrow",
    "to_pandas",
]


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'factx' has no attribute {name!r}")
    value = getattr(import_module(f"factx.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
