"""The attributions of one unit: each of its cues takes the words that it reports, by the first frame that fits.

`FRAMES` is a table over the tree: of each frame its name, the forms of the cue, what the verb must take as the words that
it reports (the frames of `speech_verbs.tsv`), and how the words are found. In an example `[…]` marks the source and `{…}`
the words; the tests walk the table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factx.linking.attribution.candidates import Thread
from factx.linking.attribution.choosing import choose_all
from factx.linking.attribution.direct import quote_after, quote_before
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.indirect import according_first, clause_after, clause_around, clause_before
from factx.linking.attribution.relations import Report
from factx.linking.attribution.reports import reports_of
from factx.linking.attribution.uncued import record
from factx.linking.attribution.unit import Unit

__all__ = ["FRAMES", "Frame", "attribute_unit"]

LATER = 12
"""Cues behind a cue that its words may end before."""
Finder = Callable[[Workspace, Unit, Report, int, Sequence[Report]], "int | None"]


@dataclass(frozen=True)
class Frame:
    """`forms` of the cue; `takes`: one of these its verb must take, where it is a verb; `find` adds the draft and gives its end.

    `quotation`: it needs a quotation, so that it is tried inside of other quotations as well.
    """

    name: str
    forms: frozenset[str]
    takes: frozenset[str]
    quotation: bool
    find: Finder
    example: str
    counter_example: str


def frame(name: str, forms: str, takes: str, quotation: bool, find: Finder, example: str, counter: str) -> Frame:
    """A row of the table."""
    return Frame(name, frozenset(forms.split()), frozenset(takes.split()), quotation, find, example, counter)


FRAMES = (
    frame("quotation before", "finite according", "quote clause", True, quote_before,
          "“{We won the case again},” [Jo Ray], head of Bolt, said on Monday.",
          "The “best in class” award went to Bolt, the jury said yes."),
    frame("words around", "finite according", "clause", False, clause_around,
          "{The offer}, [Jo Ray] said, {was too low}.", "The offer, which Jo Ray made, was too low."),
    frame("quotation behind", "finite gerund base passive", "", True, quote_after,
          "[Jo Ray] told reporters in Paris: “{We won the case again}.”", "Jo Ray told reporters that it was over."),
    frame("according to, clause", "according", "", False, according_first,
          "According to [the filing], {Bolt owes its banks $5 million}.", "They were paid according to their age."),
    frame("clause behind", "finite gerund base passive noun", "", False, clause_after,
          "[Jo Ray] warned investors that {sales would fall this year}.", "If Jo Ray says that sales fell, the shares will drop."),
    frame("clause before", "finite according", "clause that", False, clause_before,
          "{Sales will fall this year}, [Jo Ray] said.", "When sales fell, Jo Ray said nothing."),
)  # fmt: skip


def attribute_unit(
    work: Workspace, unit: Unit, quotations_only: bool = False, thread: Thread | None = None
) -> list[Report]:
    """Add the drafts of one unit; its reports. A cue inside words that another cue reports is passed over."""
    reports = reports_of(work.sources, unit)
    chosen = choose_all(work, unit, reports, thread or Thread())
    floor = 0
    for position, report in enumerate(reports):
        if report.source is None or report.node < floor:
            continue
        later = reports[position + 1 : position + 1 + LATER]
        narrated = not quotations_only and work.is_narrator(report.source.span)
        before = len(work.drafts)
        work.report = report
        taken = _by_frame(work, unit, report, floor, later, quotations_only or narrated)
        if narrated:  # a clause or fragment of his own is no quote ("we said …")
            own = [draft for draft in work.drafts[before:] if draft.kind != "direct"]
            for draft in own:
                work.drop(draft)
            taken = None if own else taken
        if taken is not None:
            floor = max(floor, taken)
    work.report = None
    record(work, unit, chosen)
    return reports


def _by_frame(
    work: Workspace, unit: Unit, report: Report, floor: int, later: Sequence[Report], quotations_only: bool
) -> int | None:
    """The node behind the words that a report takes, by the first frame of the table that fits."""
    for row in FRAMES:
        if report.form not in row.forms or (quotations_only and not row.quotation):
            continue
        if row.takes and report.verb is not None and not row.takes & report.frames:
            continue
        taken = row.find(work, unit, report, floor, later)
        if taken is not None:
            return taken
    return None
