"""A comparison as JSON and CSV; to read on a terminal, and as Markdown.

>>> from factx import compare
>>> print(to_table(compare("Bolt paid £3m.", "Bolt paid £3 billion.")), end="")
Bolt paid £3 billion.
against: Bolt paid £3m.
<BLANKLINE>
1 thing of the report compared: 1 not as the source has it.
<BLANKLINE>
NOT AS THE SOURCE HAS IT
  scaled wrong: £3 billion
    the digits are those of the source’s “£3m”, the scale is not: billion for
    million (0.94)
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from factx.output import wording
from factx.output.comparison.groups import grouped, place_words, record_words, summary
from factx.output.comparison.rows import COLUMNS, to_rows
from factx.output.csv_files import cell
from factx.output.grid import clean, wrap
from factx.output.markdown import escape

if TYPE_CHECKING:
    from factx.comparison import Comparison, Finding

__all__ = ["print_table", "to_csv", "to_json", "to_jsonl", "to_markdown", "to_table"]

WITHOUT_TEXTS: Any = {"source": {"article": {"text": True}}, "report": {"article": {"text": True}}}
STYLES = {"wrong": "bold red", "open": "bold yellow", "right": "bold green"}
BRIEF = ("right",)
"""Groups of which a line is enough."""


def to_json(comparison: Comparison, *, text: bool = False, indent: int | None = None) -> str:
    """The `Comparison` as JSON, with the facts of both sides; their texts are left out unless `text`."""
    return comparison.model_dump_json(indent=indent, exclude=None if text else WITHOUT_TEXTS)


def to_jsonl(comparison: Comparison) -> str:
    """One JSON object a finding, on a line each."""
    return "".join(finding.model_dump_json() + "\n" for finding in comparison.findings)


def to_csv(comparison: Comparison, *, raw: bool = False) -> str:
    """The rows as CSV; text that a spreadsheet would run as a formula gets an apostrophe in front, unless `raw`."""
    out = io.StringIO()
    writer = csv.writer(out)
    names = [column.name for column in COLUMNS]
    writer.writerow(names)
    for row in to_rows(comparison):
        writer.writerow([cell(row[name], raw) for name in names])
    return out.getvalue()


def to_table(comparison: Comparison, *, width: int = 80) -> str:
    """Plain text to read: what is wrong first, in full, what is right last, in a line each."""
    return "".join(f"{line}\n" for line, _ in _lines(comparison, width))


def print_table(comparison: Comparison) -> bool:
    """Print to a terminal with colours; False where rich is not installed."""
    try:
        from rich.console import Console
        from rich.text import Text
    except ImportError:
        return False
    console = Console(highlight=False, soft_wrap=True)
    for line, style in _lines(comparison, max(40, min(console.width, 100))):
        console.print(Text(line, style=style))
    return True


def _lines(comparison: Comparison, width: int) -> Iterator[tuple[str, str]]:
    report, source = (
        clean(wording.heading(facts.article)) or "(no text)" for facts in (comparison.report, comparison.source)
    )
    for line in wrap(report, width):
        yield line, "bold"
    for line in wrap(source, width, "against: ", "  "):
        yield line, "dim"
    yield "", ""
    for line in wrap(summary(comparison), width):
        yield line, ""
    for group, findings in grouped(comparison):
        yield "", ""
        yield group.heading.upper(), STYLES[group.name]
        for finding in findings:
            yield from ((line, "") for line in _finding(comparison, finding, width, group.name in BRIEF))
    if comparison.left_out:
        yield "", ""
        yield "NOT TAKEN UP", "bold cyan"
        for record_id in comparison.left_out:
            for line in wrap(clean(record_words(comparison, record_id)), width, "  ", "    "):
                yield line, ""


def _finding(comparison: Comparison, finding: Finding, width: int, brief: bool) -> list[str]:
    here, there = place_words(comparison, finding, 100 if brief else 300)
    first = wrap(f"{finding.status}: {clean(here or there)}", width, "  ", "    ")
    if brief:
        return first
    return [*first, *wrap(f"{clean(finding.reason)} ({finding.confidence:.2f})", width, "    ", "    ")]


def to_markdown(comparison: Comparison) -> str:
    """A report in CommonMark with pipe tables."""
    return "\n".join(_markdown(comparison)) + "\n"


def _markdown(comparison: Comparison) -> Iterator[str]:
    report, source = (
        escape(wording.heading(facts.article)) or "(no text)" for facts in (comparison.report, comparison.source)
    )
    yield f"# {report}"
    yield f"\nagainst: {source}"
    yield f"\n{summary(comparison)}"
    for group, findings in grouped(comparison):
        yield f"\n## {group.heading}\n"
        yield "| Status | Report | Source | Why | Confidence |"
        yield "| --- | --- | --- | --- | --- |"
        for finding in findings:
            here, there = place_words(comparison, finding, 300)
            cells = (finding.status, here, there, finding.reason)
            yield f"| {' | '.join(escape(text) for text in cells)} | {finding.confidence:.2f} |"
    if comparison.left_out:
        yield "\n## Not taken up\n"
        yield from (f"- {escape(record_words(comparison, record_id, 300))}" for record_id in comparison.left_out)
