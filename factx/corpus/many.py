"""`extract_many`: articles in, `Facts` out, in order, one article's failure being a record and not an exception."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterable, Iterator, Mapping
from typing import Any, get_args

from factx.article import Article
from factx.corpus.item import ExtractionError, Item, OnError, as_item
from factx.corpus.pool import Lost, run_ordered
from factx.corpus.work import extract_item
from factx.errors import FactxError, InputError, InputTooLarge
from factx.extractor import Extractor
from factx.facts import Facts

__all__ = ["extract_many"]


def extract_many(
    articles: Iterable[str | Article | Mapping[str, Any]],
    *,
    workers: int = 0,
    timeout: float | None = 60,
    extractor: Extractor | None = None,
    on_error: OnError = "return",
) -> Iterator[Facts | ExtractionError]:
    """The `Facts` of each article, in the order of the articles, or an `ExtractionError` that says why there are none.

    `articles`: any iterable of texts, `Article`s and dicts (`text`, and perhaps `id`, `title`, `published`, `byline`,
    `source`; the id becomes the source where there is none); it is read as it is needed, so it may be endless.
    `workers`: processes; 0 works in this one. `timeout`: seconds for one article, after which its worker is killed and
    replaced (not with `workers=0`, where nobody could). `extractor`: how to extract. `on_error`: "return" gives the
    `ExtractionError` in the article's place, "skip" leaves it out, "raise" raises a `factx.FactxError` that names the article.

    Memory is bounded: 64 articles a worker, or 16 million characters, are in flight at most.
    Raises `factx.MissingExtra` for workers without pebble, and what the iterable raises, after all before it is given.

    >>> from factx import extract_many
    >>> articles = ["Bolt paid €3 million.", {"id": "a7", "text": None}]
    >>> [getattr(result, "kind", None) or len(result.money) for result in extract_many(articles)]
    [1, 'input']
    """
    if isinstance(articles, str | bytes | Article | Mapping):
        raise TypeError("extract_many takes an iterable of articles: for one, use extract")
    extractor = extractor or Extractor()
    if on_error not in get_args(OnError):
        raise ValueError(f"on_error must be 'return', 'raise' or 'skip', not {on_error!r}")
    function = _Local(extractor) if workers == 0 else _Remote(extractor)
    items = (as_item(article, position) for position, article in enumerate(articles))
    return _outcomes(run_ordered(items, function, workers=workers, timeout=timeout), on_error)


def _outcomes(results: Generator[tuple[Item, Any], None, None], on_error: OnError) -> Iterator[Facts | ExtractionError]:
    with contextlib.closing(results):  # whoever stops in the middle stops the workers
        for item, result in results:
            outcome = _outcome(item, result)
            if isinstance(outcome, ExtractionError) and on_error != "return":
                if on_error == "raise":
                    raise _ERRORS.get(outcome.kind, FactxError)(f"{outcome.id}: {outcome.message}")
                continue
            yield outcome


_ERRORS = {"input": InputError, "too-large": InputTooLarge}
"""Kind of an error row -> the exception that it is, where it has one of its own."""


class _Local:
    """In this process: the facts as they are."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor

    def __call__(self, item: Item) -> Any:
        return extract_item(self.extractor, item)


class _Remote(_Local):
    """In a worker: the facts as JSON, which is a tenth of the cost of pickled models."""

    def __call__(self, item: Item) -> Any:
        outcome = extract_item(self.extractor, item)
        return outcome.model_dump_json() if isinstance(outcome, Facts) else (outcome.kind, outcome.message)


def _outcome(item: Item, result: Any) -> Facts | ExtractionError:
    if isinstance(result, Lost):
        return ExtractionError(id=item.id, kind=result.kind, message=result.message)
    if isinstance(result, tuple):
        return ExtractionError(id=item.id, kind=result[0], message=result[1])
    return Facts.model_validate_json(result) if isinstance(result, str) else result
