"""The page of a comparison: both texts side by side, each finding marked in both and explained beside them.

It is one self-contained file in the style of the article's page, whose style sheet it takes over and adds to. All of it reads
without script: the marks lead to their findings' links and those to both texts. Style and script are admitted by their hashes.

>>> from factx import compare
>>> page = to_html(compare("Bolt paid £3m to <b>Lee</b>.", "Bolt paid £3 billion."))
>>> page.count("<script>"), "&lt;b&gt;Lee&lt;/b&gt;" in page, 'id="at-s-f1"' in page
(1, True, True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx import __version__
from factx.output import wording
from factx.output.comparison.groups import summary
from factx.output.comparison.page.bar import bar_html
from factx.output.comparison.page.items import findings_html, left_out_html
from factx.output.comparison.page.texts import report_html, source_html
from factx.output.page.assets import template
from factx.output.page.markup import esc

if TYPE_CHECKING:
    from factx.comparison import Comparison
    from factx.facts import Facts

__all__ = ["to_html"]

NAMES = {"report": ("Is it said, is it so", "The source", "The report"), "changes": ("What changed", "Before", "Now")}


def to_html(comparison: Comparison) -> str:
    """The page; both texts are in it whole, character for character (a NUL shows as ␀)."""
    eyebrow, source, report = NAMES[comparison.mode]
    heading = wording.heading(comparison.report.article) or "Report"
    parts = {
        "title": esc(f"{heading} – compared"),
        "eyebrow": eyebrow,
        "heading": esc(heading),
        "about": _about(comparison),
        "summary": esc(summary(comparison)),
        "bar": bar_html(comparison),
        "source_name": source,
        "report_name": report,
        "source": source_html(comparison),
        "report": report_html(comparison),
        "findings": findings_html(comparison),
        "left_out": left_out_html(comparison),
        "version": esc(__version__),
    }
    return template(__package__, "compare.html", ("../page.css", "compare.css"), ("compare.js",)).substitute(parts)


def _about(comparison: Comparison) -> str:
    """What is held against what."""
    return f"against <bdi>{esc(wording.heading(comparison.source.article) or 'the source')}</bdi>" + "".join(
        f'<span aria-hidden="true"> · </span><bdi>{esc(name)}</bdi>'
        for name in (_name(comparison.source), _name(comparison.report))
        if name
    )


def _name(facts: Facts) -> str:
    return facts.article.source or ""
