"""The HTML page: one self-contained file, readable by a person who has never heard of factx.

The article stands on one side with every record marked in place; the records stand on the other: who said what, the claims,
a timeline, what is worth a second look. Styles and scripts are the files beside this one; the Content-Security-Policy
admits them by their hashes and nothing else, and the scripts only ever move the focus, toggle classes, sort rows and fill
the card at a mark with text.

>>> from factx import Article, Facts
>>> page = to_html(Facts(article=Article(text="<script>alert(1)</script>")))
>>> page.count("<script>"), "&lt;script&gt;alert(1)&lt;/script&gt;" in page
(1, True)
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from factx import __version__
from factx.output import wording
from factx.output.page.acts import acts_html, acts_link
from factx.output.page.article import article_html
from factx.output.page.assets import template
from factx.output.page.claims import claims_html
from factx.output.page.figures import figures_html
from factx.output.page.filters import filters_html, summary
from factx.output.page.keys import Keys
from factx.output.page.markup import esc
from factx.output.page.notes import notes_html, warnings_html
from factx.output.page.speakers import speakers_html
from factx.output.page.timeline import timeline_html

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["to_html"]

STYLES = ("page.css", "tools.css")
SCRIPTS = ("page.js", "card.js", "tools.js")


def to_html(facts: Facts, only: Set[str] = frozenset()) -> str:
    """The page of an article's facts; the article's text is in it whole, character for character (a NUL shows as ␀).

    `only`: the record kinds that were looked for (all where it is empty): of the others it does not say that there are none.
    """
    keys = Keys(facts)
    heading = wording.heading(facts.article) or "Article"
    parts = {
        "title": esc(f"{heading} – who says what"),
        "heading": esc(heading),
        "about": _about(facts),
        "summary": summary(facts, only),
        "warnings": warnings_html(facts),
        "figures": figures_html(facts, keys),
        "filters": filters_html(facts, keys),
        "article": article_html(facts, keys),
        "speakers": asked(speakers_html(facts, keys), facts.speakers or facts.quotes, only, "speakers", "quotes"),
        "claims": asked(claims_html(facts, keys), facts.money or facts.numbers, only, "money", "numbers"),
        "acts": acts_html(facts, keys),
        "acts_link": acts_link(facts),
        "timeline": asked(timeline_html(facts, keys), facts.dates, only, "dates"),
        "notes": notes_html(facts, keys),
        "version": esc(__version__),
    }
    return template(__package__, "page.html", STYLES, SCRIPTS).substitute(parts)


def asked(section: str, records: Sequence[object], only: Set[str], *kinds: str) -> str:
    """The section; where it has no records, for they were not looked for, a sentence that says so."""
    return section if records or not only or not only.isdisjoint(kinds) else '<p class="none">Not looked for.</p>'


def _about(facts: Facts) -> str:
    article, issuer = facts.article, facts.issuer
    parts = [
        f"Published <time>{wording.day(article.published)}</time>" if article.published else "",
        f"Statement of <bdi>{esc(issuer.name)}</bdi>" if issuer else "",
        f"<bdi>{esc(article.byline)}</bdi>" if article.byline else "",
        f"<bdi>{esc(article.source)}</bdi>" if article.source else "",
    ]
    return '<span aria-hidden="true"> · </span>'.join(filter(None, parts))
