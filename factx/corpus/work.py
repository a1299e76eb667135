"""What is done to one article of a batch: the same under every engine, in this process or in another.

>>> from factx.extractor import Extractor
>>> row = RowMaker(Extractor()).row(Item(id="a", text="Bolt paid $3 million."))
>>> row.counts["money"], row.error_kind
(1, None)
>>> row.line[:7], row.line[-1:]
(b'{"key":', b'\\n')
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from pydantic import ValidationError

from factx import __version__
from factx.article import Article
from factx.corpus.item import ErrorKind, ExtractionError, Item, as_text, to_article
from factx.errors import FactxError, InputTooLarge
from factx.extractor import Extractor
from factx.facts import SCHEMA_VERSION, Facts
from factx.options import KINDS, Options
from factx.output.json_lines import to_json

__all__ = ["Row", "RowMaker", "extract_item", "run_of"]


def extract_item(extractor: Extractor, item: Item) -> Facts | ExtractionError:
    """The facts of an item, or why there are none; raises nothing that an article can be the reason of."""
    kind: ErrorKind
    if item.problem is not None:
        kind, message = "input", item.problem
    else:
        try:
            return extractor.extract(to_article(item))
        except InputTooLarge as error:
            kind, message = "too-large", str(error)
        except ValidationError as error:
            first = error.errors()[0]
            kind, message = "input", f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
        except FactxError as error:
            kind, message = "input", str(error)
        except Exception as error:
            kind, message = "fault", f"{type(error).__name__}: {error}"
    return ExtractionError(id=item.id, kind=kind, message=as_text(message) or kind)


def run_of(options: Options, *, with_text: bool = False) -> str:
    """Twelve hexadecimal digits that stand for the version and the options of a run: equal digits, equal rows."""
    lexicon = options.lexicon
    settings = {
        "version": __version__, "schema": SCHEMA_VERSION, "with_text": with_text, "only": sorted(options.only),
        "max_chars": options.max_chars, "fiscal_year_end": options.fiscal_year_end, "date_order": options.date_order,
        "parse_compound_units": options.parse_compound_units, "min_confidence": options.min_confidence, "people": sorted(lexicon.people),
        "organizations": sorted(lexicon.organizations), "speech_verbs": dict(lexicon.speech_verbs), "metrics": dict(lexicon.metrics),
    }  # fmt: skip
    return hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Row:
    """One article's line of output, and what a summary needs to know of it. `chars`: length of its text."""

    line: bytes
    chars: int
    counts: dict[str, int]
    error_kind: str | None = None
    error: str | None = None


class RowMaker:
    """Makes rows: JSON objects, one a line, with the columns of `factx.arrow.SCHEMA`.

    A row begins with `key` (of the article and the run), `run`, `id`, `sha256` (of the text in UTF-8, or of the file),
    `chars`, `error_kind` and `error`; the rest is what `factx extract --format json` writes.
    """

    def __init__(self, extractor: Extractor, *, with_text: bool = False) -> None:
        self.extractor = extractor
        self.with_text = with_text
        self.run = run_of(extractor.options, with_text=with_text)

    def __call__(self, item: Item) -> Row:
        """As `row`: a maker is what a pool is given."""
        return self.row(item)

    def row(self, item: Item) -> Row:
        """The row of an item."""
        outcome = extract_item(self.extractor, item)
        if isinstance(outcome, ExtractionError):
            return self.failed(item, outcome.kind, outcome.message)
        counts = {kind: len(getattr(outcome, kind)) for kind in KINDS}
        chars = len(outcome.article.text)
        return Row(
            self._line(item, chars, None, None, to_json(outcome, text=self.with_text, layout=False)), chars, counts
        )

    def failed(self, item: Item, kind: str, message: str) -> Row:
        """The row of an item that failed: no records, and the reason."""
        empty = Facts(article=Article(text="", title=item.title, byline=item.byline, source=item.source))
        return Row(self._line(item, 0, kind, message, to_json(empty, layout=False)), 0, {}, kind, message)

    def _line(self, item: Item, chars: int, kind: str | None, message: str | None, facts: str) -> bytes:
        digest = text_digest(item)
        head = {
            "key": key_of(item, self.run, digest), "run": self.run, "id": item.id, "sha256": digest, "chars": chars,
            "error_kind": kind, "error": message,
        }  # fmt: skip
        begun = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
        return f"{begun[:-1]},{facts[1:]}\n".encode()

    def key(self, item: Item) -> str:
        """The key that the item's row has."""
        return key_of(item, self.run, text_digest(item))


def text_digest(item: Item) -> str:
    """SHA-256 of the text or file."""
    data = item.data if item.data is not None else (item.text or "").encode("utf-8", "replace")
    return hashlib.sha256(data).hexdigest()


def key_of(item: Item, run: str, digest: str) -> str:
    """32 hexadecimal digits of all that a row depends on."""
    parts: tuple[str | None, ...] = (
        run,
        item.id,
        digest,
        item.title,
        item.published,
        item.byline,
        item.source,
        item.problem,
    )
    parts += ("undated",) * item.undated
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]
