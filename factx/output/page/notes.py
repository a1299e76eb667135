"""What a reader should look at twice: contradictions, what was assumed or left open, and what was odd about the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.output.doubts import MOST, doubts, words_of
from factx.output.page.markup import esc, short

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.output.page.keys import Keys

__all__ = ["notes_html", "warnings_html"]


def notes_html(facts: Facts, keys: Keys) -> str:
    """Each doubt with its reason and links to what it is about; a sentence where there is none."""
    items = []
    for doubt in doubts(facts):
        known = [one for one in doubt.records if keys.of(one)]
        links = ", ".join(
            f'<a class="jump" href="#at-{keys.of(one)}"><bdi>{esc(short(words_of(facts, one), 60))}</bdi></a>'
            for one in known[:MOST]
        )
        more = f" and {len(known) - MOST} more" if len(known) > MOST else ""
        reason = esc(doubt.reason[:1].upper() + doubt.reason[1:])
        items.append(f"<li><bdi>{reason}</bdi>{': ' if links else ''}{links}{more}</li>")
    if not items:
        return (
            '<p class="none">Nothing: no two claims in this article were found to contradict each other, '
            "and nothing was assumed.</p>"
        )
    return f'<ul class="notes">{"".join(items)}</ul>'


def warnings_html(facts: Facts) -> str:
    """The warnings of the extraction, above the article."""
    items = "".join(f"<li><bdi>{esc(warning)}</bdi></li>" for warning in facts.warnings)
    return f'<ul class="warnings">{items}</ul>' if items else ""
