"""Who said each quotation of a unit, or nobody: the candidate with the most points.

The points of a feature were learned from quotations that readers annotated (`training/quotes.py`); they are whole numbers, so that
every machine chooses the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factx import lexicon
from factx.linking.attribution.between import is_beside
from factx.linking.attribution.candidates import Candidate, Thread, candidates, cues_of
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.features import describe
from factx.linking.attribution.forms import BASE
from factx.linking.attribution.relations import Report
from factx.linking.attribution.rules import PLAIN
from factx.linking.attribution.unit import Mark, Unit

__all__ = ["POINT", "choose_all", "points_of"]

POINT = 32
"""Points of one unit of log-odds."""


def points_of() -> Mapping[str, int]:
    """feature -> points."""
    return lexicon.points("quotation_points.tsv")


def best(work: Workspace, unit: Unit, mark: Mark, found: Sequence[Candidate]) -> Candidate:
    """The candidate with the most points; of equals the first."""
    points = points_of().get
    return max(found, key=lambda candidate: sum(filter(None, map(points, candidate.features))))


def _as_cue(chosen: Candidate, cues: Sequence[Candidate]) -> Candidate:
    """The cue that shares the subject of the verb that was chosen: "[a spokesperson] followed up to <say> that it was “…”"."""
    return next((cue for cue in cues if chosen.relation == "verb" and cue.source == chosen.source), chosen)


def _plain(unit: Unit, mark: Mark, cues: Sequence[Candidate]) -> Candidate | None:
    """The source of the one cue right beside a sentence in marks, where its verb does nothing but report: nothing is to be weighed."""
    beside = [cue for cue in cues if cue.report is not None and is_beside(unit, mark, cue.report)]
    report = beside[0].report if len(beside) == 1 and mark.whole else None
    return beside[0] if report is not None and report.lemma in PLAIN and report.form != BASE else None


def choose_all(work: Workspace, unit: Unit, reports: list[Report], thread: Thread) -> list[tuple[Mark, Candidate]]:
    """Who said each quotation of a unit."""
    out: list[tuple[Mark, Candidate]] = []
    for mark in unit.marks:
        cues = list(cues_of(work, unit, mark, reports))
        chosen = _plain(unit, mark, cues)
        if chosen is None:
            found = list(candidates(work, unit, mark, cues, reports, thread))
            if work.quotations[mark.index].parent is not None:
                chosen = next((c for c in found if c.report is not None and is_beside(unit, mark, c.report)), found[0])
            else:
                describe(work, unit, mark, found, thread, out[-1][1] if out else None)
                chosen = _as_cue(best(work, unit, mark, found), cues)
        work.said[mark.index] = chosen.report
        out.append((mark, chosen))
    return out
