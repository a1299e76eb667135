"""The timeline: the days that the article names, drawn as SVG; lengths of time and repeated times as a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from factx.output import wording
from factx.output.page.markup import esc, short
from factx.output.page.scale import Scale

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.output.page.keys import Keys
    from factx.records import DateMention

__all__ = ["timeline_html"]

ROW, TOP = 34, 26
"""Height of a row and of the scale above the rows, in pixels."""


@dataclass(slots=True)
class Row:
    """An interval and the mentions of it."""

    start: date
    end: date
    mentions: list[DateMention] = field(default_factory=list)


def timeline_html(facts: Facts, keys: Keys) -> str:
    """The drawing and the list; a sentence where there are no dates."""
    if not facts.dates:
        return '<p class="none">No dates or times are mentioned in this article.</p>'
    rows = _rows(facts.dates)
    out = _drawing(rows, facts.article.published, keys) if rows else ""
    rest = [mention for mention in facts.dates if mention.start is None or mention.end is None]
    return out + (_list(rest, bool(rows), keys) if rest else "")


def _rows(mentions: Iterable[DateMention]) -> list[Row]:
    rows: dict[tuple[date, date], Row] = {}
    for mention in mentions:
        if mention.start is not None and mention.end is not None:
            first, last = sorted((mention.start, mention.end))
            rows.setdefault((first, last), Row(first, last)).mentions.append(mention)
    return [rows[key] for key in sorted(rows)]


def _drawing(rows: list[Row], published: date | None, keys: Keys) -> str:
    days = [day.toordinal() for row in rows for day in (row.start, row.end)]
    if published is not None:
        days.append(published.toordinal())
    scale_of_days = Scale(days)
    x = scale_of_days.percent
    height = TOP + ROW * len(rows) + 8
    out = []
    for number, (tick, label) in enumerate(sorted(scale_of_days.ticks())):
        at = x(tick)
        look = "tick odd" if number % 2 else "tick"  # a phone has room for every second one
        anchor = "start" if at < 8 else "end" if at > 92 else "middle"
        out.append(f'<line class="grid" x1="{at:.2f}%" x2="{at:.2f}%" y1="{TOP - 8}" y2="{height}"/>')
        out.append(f'<text class="{look}" x="{at:.2f}%" y="12" text-anchor="{anchor}">{label}</text>')
    if published is not None:
        at = x(published.toordinal())
        out.append(f'<line class="published" x1="{at:.2f}%" x2="{at:.2f}%" y1="{TOP - 8}" y2="{height}"/>')
    # The scale repeats what the rows say in words.
    scale = f'<g aria-hidden="true">{"".join(out)}</g>'
    drawn = "".join(_drawn(row, TOP + ROW * number, x, keys) for number, row in enumerate(rows))
    dashed = "The dashed line is the day of publication. " if published is not None else ""
    shortened = "Long gaps are drawn shorter." if scale_of_days.last - scale_of_days.first > 3 * 366 else ""
    key = f'<p class="key">{dashed}{shortened}</p>' if dashed or shortened else ""
    return (
        f'<svg class="timeline" width="100%" height="{height}" role="group" aria-label="Timeline, earliest first">'
        f"{scale}{drawn}</svg>{key}"
    )


def _drawn(row: Row, top: int, x: Callable[[int], float], keys: Keys) -> str:
    left, right = x(row.start.toordinal()), x(row.end.toordinal())
    width = right - left
    bar = f'y="{top + 19}" height="8" rx="4"'
    shape = (
        f'<rect class="stretch" x="{left:.2f}%" width="{width:.2f}%" {bar}/>'
        if width >= 1.5
        else f'<circle class="stretch" cx="{(left + right) / 2:.2f}%" cy="{top + 23}" r="5"/>'
    )
    if left < 35:
        at, anchor = max(left, 0.5), "start"
    elif right > 65:
        at, anchor = min(right, 99.5), "end"
    else:
        at, anchor = (left + right) / 2, "middle"
    names = " ".join(keys.of(mention.id) for mention in row.mentions)
    first = names.split(" ")[0]
    meaning = wording.days(row.start, row.end)
    words = list(dict.fromkeys(short(mention.span.text, 24) for mention in row.mentions))
    written = [word for word in words if word.lower() != meaning.lower() and not wording.same_day(word, meaning)]
    note = f'<tspan class="written" dx="6">“{esc(written[0])}”</tspan>' if written else ""
    times = f'<tspan class="written" dx="6">×{len(row.mentions)}</tspan>' if len(row.mentions) > 1 else ""
    return (
        f'<a href="#at-{first}" id="{first}" class="jump moment" data-record="{names}" data-kind="date" '
        f'data-section="{row.mentions[0].section}">'
        f'<rect class="hit" x="0" width="100%" y="{top}" height="{ROW}"/>'
        f'<text x="{at:.2f}%" y="{top + 14}" text-anchor="{anchor}">{esc(meaning)}{note}{times}</text>{shape}</a>'
    )


def _list(mentions: list[DateMention], drawn: bool, keys: Keys) -> str:
    groups: dict[tuple[str, str], list[DateMention]] = {}
    for mention in mentions:
        groups.setdefault((" ".join(mention.span.text.split()), wording.when(mention)), []).append(mention)
    items = []
    for (text, meaning), same in groups.items():
        names = " ".join(keys.of(mention.id) for mention in same)
        first = names.split(" ")[0]
        means = f" – {esc(meaning)}" if meaning and meaning.lower() != text.lower() else ""
        times = f" ×{len(same)}" if len(same) > 1 else ""
        items.append(
            f'<li id="{first}" data-record="{names}" data-kind="date" data-section="{same[0].section}">'
            f'<a class="jump" href="#at-{first}"><bdi>{esc(text)}</bdi></a>{means}{times}</li>'
        )
    title = "Lengths of time, repeated and open times" if drawn else "Times"
    return f'<h3 class="small">{title}</h3><ul class="times">{"".join(items)}</ul>'
