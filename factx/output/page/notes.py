"""What a reader should look at twice: claims that do not agree with each other, and what was odd about the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.output import wording
from factx.output.page.markup import esc, short
from factx.output.totals import all_claims

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.output.page.keys import Keys

__all__ = ["notes_html", "warnings_html"]


def notes_html(facts: Facts, keys: Keys) -> str:
    """Pairs of claims that differ, each with its reason and links to both; a sentence where there is none."""
    words = {claim.id: wording.amount(claim) for claim in all_claims(facts)}
    items = []
    for note in facts.consistency():
        links = " and ".join(
            f'<a href="#{keys.of(one)}"><bdi>{esc(short(words.get(one, one), 60))}</bdi></a>'
            for one in (note.first, note.second)
            if keys.of(one)
        )
        items.append(f"<li>{links}: <bdi>{esc(note.reason)}</bdi></li>")
    for mention in facts.dates:
        items.extend(
            f'<li><a class="jump" href="#at-{keys.of(mention.id)}"><bdi>{esc(short(mention.span.text, 60))}</bdi></a>: '
            f"<bdi>{esc(FLAGS.get(flag, flag))}</bdi></li>"
            for flag in mention.flags
        )
    if not items:
        return '<p class="none">No two claims in this article were found to contradict each other.</p>'
    return f'<ul class="notes">{"".join(items)}</ul>'


FLAGS = {
    "weekday-mismatch": "the day of the week does not fit the date",
    "impossible-date": "there is no such day",
}


def warnings_html(facts: Facts) -> str:
    """The warnings of the extraction, above the article."""
    items = "".join(f"<li><bdi>{esc(warning)}</bdi></li>" for warning in facts.warnings)
    return f'<ul class="warnings">{items}</ul>' if items else ""
