"""The findings beside the texts: status, words of both sides, why; those that matter first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factx.output.comparison.groups import grouped, kind_of, place_words, record_words
from factx.output.page.markup import esc, short

if TYPE_CHECKING:
    from factx.comparison import Comparison, Edit, Finding

__all__ = ["findings_html", "left_out_html"]

KINDS = {"quote": "Quote", "money": "Money", "number": "Number", "date": "Date", "speaker": "Speaker", "act": "Act"}


def findings_html(comparison: Comparison) -> str:
    """A section for each group; a sentence where there is nothing."""
    out = []
    for group, findings in grouped(comparison):
        items = "".join(_item(comparison, finding, group.name) for finding in findings)
        out.append(
            f'<section class="g-{group.name}"><h2>{group.heading}</h2><ul class="findings">{items}</ul></section>'
        )
    return "".join(out) or '<p class="none">Nothing was found that could be compared.</p>'


def _item(comparison: Comparison, finding: Finding, group: str) -> str:
    here, there = place_words(comparison, finding, 220)
    words = f'<p class="said"><bdi>{esc(here or there)}</bdi></p>'
    if finding.report and finding.source and (group != "right" and here != there):
        words += f'<p class="said there"><span class="unseen">in the source: </span><bdi>{esc(there)}</bdi></p>'
    links = []
    if finding.report:
        links.append(f'<a class="jump" href="#at-r-{finding.id}">in the report</a>')
    if finding.source:
        links.append(f'<a class="jump" href="#at-s-{finding.id}">in the source</a>')
    return (
        f'<li id="{finding.id}" data-finding="{finding.id}" class="k-{finding.kind} f-{group}">'
        f'<p class="what"><span class="badge b-{group}">{finding.status}</span> <span class="kind">{KINDS[finding.kind]}</span></p>'
        f"{words}{_edits(finding.edits)}"
        f'<p class="why"><bdi>{esc(finding.reason)}</bdi> <span class="sure">(confidence {finding.confidence:.2f})</span></p>'
        f'<p class="links">{" · ".join(links)}</p></li>'
    )


def _edits(edits: Sequence[Edit], most: int = 12) -> str:
    """Where the words part: what went, struck out, and what came."""
    if not edits:
        return ""
    rows = []
    for edit in edits[:most]:
        old = f"<del><bdi>{esc(short(edit.source.text, 120))}</bdi></del>" if edit.source is not None else ""
        new = f"<ins><bdi>{esc(short(edit.report.text, 120))}</bdi></ins>" if edit.report is not None else ""
        rows.append(f"<li>{edit.op}: {old} {new}</li>")
    if len(edits) > most:
        rows.append(f"<li>and {len(edits) - most} more</li>")
    return f'<ul class="edits">{"".join(rows)}</ul>'


def left_out_html(comparison: Comparison) -> str:
    """What the report does not take up, listed."""
    if not comparison.left_out:
        return ""
    items = []
    for number, record_id in enumerate(comparison.left_out, 1):
        kind = kind_of(comparison.source.get(record_id))
        items.append(
            f'<li id="l{number}" data-finding="l{number}" class="k-{kind} f-left"><p class="said">'
            f'<a class="jump" href="#at-s-l{number}"><bdi>{esc(record_words(comparison, record_id, 200))}</bdi></a></p></li>'
        )
    return f'<section class="g-left"><h2>Not taken up</h2><ul class="findings">{"".join(items)}</ul></section>'
