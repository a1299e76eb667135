"""The pipeline on one page: article -> document -> mentions -> links -> facts.

>>> facts = extract("Bolt said on Monday that it sold 3 km of cable for $5 million.", published="2024-05-07")
>>> [(m.span.text, m.low, m.currency) for m in facts.money], [d.value for d in facts.dates]
([('$5 million', Decimal('5000000'), 'USD')], ['2024-05-06'])
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING, Any

from factx.article import Article
from factx.assembly import Linked, assemble
from factx.confidence import kept
from factx.document import Document
from factx.document.language import UNKNOWN, language
from factx.errors import InputTooLarge
from factx.facts import Facts
from factx.lexicon.user import Lexicon
from factx.linking.acts import has_trigger, link_acts
from factx.linking.attribution import attribute
from factx.linking.claims import link_claims
from factx.linking.speakers import View, resolve_speakers
from factx.linking.speakers.voices import voiced
from factx.linking.timeline import timeline
from factx.linking.types import SpeakerTable
from factx.mentions.amounts import find_amounts
from factx.mentions.names import find_names
from factx.mentions.quotations import find_quotations
from factx.mentions.types import Attribution, SpanTuple
from factx.options import Options
from factx.syntax import Syntax
from factx.tables import Found, TableFacts, find_grids, read_tables
from factx.tables.merge import merged

if TYPE_CHECKING:
    from factx.corpus.item import ExtractionError, OnError

__all__ = ["Extractor", "extract"]


class Extractor:
    """A configured extractor; make it once, use it for many articles, from any number of threads.

    `only`: record kinds to look for, or one ("speakers", "quotes", "money", "numbers", "dates", "tables", "acts"; default all).
    Claims asked for without quotes, speakers or acts have no speaker; "tables" gives tables and the claims in their cells; "acts"
    gives the speakers, too, who do them.
    `lexicon`: your own words. The other options are those of `factx.options.Options`.

    Raises `ValueError` for an unknown kind or an option that is not of its form.
    """

    def __init__(
        self,
        *,
        only: str | Iterable[str] | None = None,
        lexicon: Lexicon | None = None,
        max_chars: int = 5_000_000,
        fiscal_year_end: str | None = None,
        date_order: str | None = None,
        parse_compound_units: bool = False,
        min_confidence: float = 0.0,
    ) -> None:
        self.options = Options(
            only=frozenset([only] if isinstance(only, str) else only or ()),
            max_chars=max_chars,
            fiscal_year_end=fiscal_year_end,
            date_order=date_order,
            parse_compound_units=parse_compound_units,
            min_confidence=min_confidence,
            lexicon=lexicon or Lexicon(),
        )

    def extract(self, article: str | Article, *, published: date | str | None = None) -> Facts:
        """All records of one article.

        `published` overrides the article's own date. Raises `factx.InputTooLarge` over `max_chars` characters and
        `TypeError` for what is neither text nor `Article`.
        """
        article = as_article(article, published)
        options = self.options
        if len(article.text) > options.max_chars:
            raise InputTooLarge(
                f"the article has {len(article.text):,} characters, the limit is {options.max_chars:,}: raise it with max_chars"
            )
        # Tables of figures are read by themselves: what looks for running text does not look inside them.
        found = find_grids(article)
        document = Document(article, options.lexicon, found.spans)
        if (tongue := language(document.text)) != "en":
            told = "a language that is not known" if tongue == UNKNOWN else f"another language ({tongue})"
            warnings = (f"the text is in {told}: only English is read", *article.warnings)
            return Facts(article=article.model_copy(update={"warnings": ()}), language=tongue, warnings=warnings)
        facts = assemble(document, options, self._linked(document, found))
        return kept(facts, options.min_confidence) if options.min_confidence else facts

    def _linked(self, document: Document, found: Found) -> Linked:
        """The mentions of a document, and what joins them."""
        options = self.options
        # Amounts, quotes and periods all need to know where the dates are.
        times = timeline(document, options)
        acts = options.wants("acts") and has_trigger(document.text)
        speaks = acts or options.wants("quotes", "speakers")
        names = find_names(document) if speaks else []
        # "per month" is part of its amount, and no time that the parser holds as one.
        syntax = Syntax(document, [(m.start, m.end) for m in times.mentions if m.rule != "per unit"], names)
        attributions: list[Attribution] = []
        speakers = SpeakerTable()
        if speaks:
            view = View(document, names)
            attributions = voiced(view, attribute(document, find_quotations(document), names, syntax))
            speakers = resolve_speakers(view, attributions)
        unread: list[SpanTuple] = []
        amounts = (
            find_amounts(document, times.mentions, options, unread) if acts or options.wants("money", "numbers") else []
        )
        claims = link_claims(document, syntax, amounts, times, attributions, speakers, names)
        # Guidance with a figure is a claim; the acts are what is left.
        done = link_acts(document, syntax, amounts, claims, times, attributions, speakers, names) if acts else []
        tables = TableFacts()
        if options.wants("tables"):
            tables = read_tables(document, found, amounts, times, speakers, options)
            amounts, claims = merged(document, amounts, claims, tables)
        return Linked(times, attributions, speakers, amounts, claims, tables, unread, done)

    def extract_many(
        self,
        articles: Iterable[str | Article | Mapping[str, Any]],
        *,
        workers: int = 0,
        timeout: float | None = 60,
        on_error: OnError = "return",
    ) -> Iterator[Facts | ExtractionError]:
        """As `factx.extract_many`, with this extractor."""
        from factx.corpus import extract_many

        return extract_many(articles, workers=workers, timeout=timeout, extractor=self, on_error=on_error)


def as_article(article: str | Article, published: date | str | None = None) -> Article:
    """The `Article` of a text or article, with `published` in place of its own date where it is given."""
    if isinstance(article, str):
        return Article(text=article, published=published)
    if not isinstance(article, Article):
        hint = ": Article.from_path reads a file" if isinstance(article, PathLike) else ""
        raise TypeError(f"extract takes a str or an Article, not {type(article).__name__}{hint}")
    if published is None:
        return article
    return article.altered(published=published)


def extract(
    article: str | Article,
    *,
    published: date | str | None = None,
    only: str | Iterable[str] | None = None,
    min_confidence: float = 0.0,
) -> Facts:
    """All records of one article, with the default options: `Extractor().extract(article, published=published)`.

    `article`: text or `Article`. `published`: the day that relative dates are counted from (`date` or ISO string); when
    it is not given it is read from the dateline or byline, and when there is none either, relative dates have no value.

    `only`, `min_confidence`: as of `Extractor`, which is made once where there are many articles.

    Raises `factx.InputTooLarge` for an article over five million characters, `ValueError` for an unknown kind.

    >>> [claim.span.text for claim in extract("Bolt sold 300 vans for $5 million.", only="money").money]
    ['$5 million']
    """
    if only is not None or min_confidence:
        return Extractor(only=only, min_confidence=min_confidence).extract(article, published=published)
    return _DEFAULT.extract(article, published=published)


_DEFAULT = Extractor()
