"""Reported clauses: S said (that) CLAUSE · CLAUSE, S said · THE PLAN, S said, WOULD FAIL · according to S, CLAUSE.

A clause that holds a fragment in marks becomes a partial quote with the clause as its statement.
"""

from __future__ import annotations

from collections.abc import Sequence

from factx import lexicon
from factx.linking.attribution.beginnings import behind_addressee, content_start, skip_adjuncts
from factx.linking.attribution.clauses import has_clause, is_complete, opens_clause, runs_to_verb, trim
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.endings import clause_end
from factx.linking.attribution.forms import ACCORDING, BASE, GERUND
from factx.linking.attribution.relations import Report
from factx.linking.attribution.unit import Unit
from factx.linking.attribution.worth import DONE, SAYING, STANCES, WILLING
from factx.syntax import NOMINAL
from factx.syntax.tree import FINITE

__all__ = ["according_first", "clause_after", "clause_around", "clause_before"]

NO_CONTENT = frozenset(
    "which who as because when while since after before although though amid despite whose of for with about against at by from to".split()
)
"""Words that a reported clause without "that" does not begin with."""
NEGATIONS = frozenset("not never n't nor neither nobody".split())
CLAUSES = frozenset(("clause", "that"))
CONDITIONS = frozenset("if whether unless".split())
ASKING = ("WRB", "IN", "WP", "WDT")
LONGEST_OPENING = 40
SIGNS = frozenset("demonstrate illustrate imply indicate prove reflect show signal suggest".split())
"""Verbs that what happened does as well as who speaks."""


def clause_after(work: Workspace, unit: Unit, report: Report, floor: int, later: Sequence[Report]) -> int | None:
    """S said (that) CLAUSE · S asked whether CLAUSE."""
    if _is_negated(unit, report) or unit.tree.mark(report.node) in CONDITIONS or _is_evidence(unit, report):
        return None
    k = content_start(unit, report)
    none = unit.mark_at(k) is None and (unit.word(k) in (".", ")", "") or unit.tag(k) == "CC")
    if none or (report.form == BASE and not _performs(unit, report)):
        return None
    if any(unit.word(r.right + 1) == ":" and unit.mark_at(r.right + 2) for r in later):
        return None
    frames = report.frames
    end = clause_end(work, unit, report, k, later)
    if unit.word(report.left - 1) == "as" and unit.word(k - 1) == ",":
        # "As Ray notes, sales fell"
        return report_clause(work, unit, report, k, end, "cue clause")
    if "that" in (unit.word(k), unit.word(k - 1)):
        if not frames & CLAUSES or not _has_own_subject(unit, k):
            return None
        return report_clause(work, unit, report, k, end, "cue that clause")
    asks = "whether" in frames and unit.tag(k) in ASKING
    found = asks or _begins_clause(work, unit, report, k, end)
    return report_clause(work, unit, report, k, end, "cue clause") if found else None


def _begins_clause(work: Workspace, unit: Unit, report: Report, k: int, end: int) -> bool:
    """Can a clause without "that" begin at `k`, behind this verb?"""
    finds = "document" in report.frames and unit.word(report.who.node) in lexicon.words("documents.tsv")
    counted = unit.word(k) == "about" and unit.tag(k + 1) in ("CD", "$")  # "says about 20 shops will close"
    if not (finds or "clause" in report.frames) or (unit.word(k) in NO_CONTENT and not counted):
        return False
    if report.lemma in SAYING or _is_relative(unit, report, k) or (finds and runs_to_verb(unit, k, end)):
        return True  # "a survey found sales had doubled"
    return opens_clause(unit, k, end) or unit.tag(k) in ("WRB", "WP")


def _is_evidence(unit: Unit, report: Report) -> bool:
    """ "Sales doubled, showing that …": what happened is the evidence, and nobody says so; not "with Bolt suggesting that …"."""
    return report.form == GERUND and report.lemma in SIGNS and report.who.right != report.node - 1


def _has_own_subject(unit: Unit, k: int) -> bool:
    """Has the clause that "that" opens a subject of its own? Without one it is relative ("problems that have turned it …")."""
    tree = unit.tree
    because = tree.label[k] == "nsubj" and tree.label[tree.head[k]] == "ccomp"  # "confirmed that was because …"
    return because or unit.tag(k + 1) not in FINITE


def clause_before(work: Workspace, unit: Unit, report: Report, floor: int, later: Sequence[Report]) -> int | None:
    """CLAUSE, S said · CLAUSE, according to S."""
    p = report.left - 1 - (unit.word(report.left - 1) == "as")
    according = report.form == ACCORDING
    if report.shared or p < floor or (according and unit.tag(p) == "CC"):
        return None
    if unit.word(p) != "," and (not according or not work.sources.can_speak(unit, report.who.node)):
        return None
    start = floor
    if unit.word(report.right + 1) == ")":
        start = max([floor, *(i + 1 for i in range(floor, p) if unit.word(i) == "(")])
    while start < p and (unit.word(start) in (",", ":", ";") or unit.tag(start) == "CC"):
        start += 1
    if not has_clause(unit, start, p + 1) and not runs_to_verb(unit, start, p):
        return None
    if not according:
        k = skip_adjuncts(unit, report, behind_addressee(unit, report))
        if k < len(unit) and unit.word(k) not in (".", ",", ":", ")", ";", "—", "–"):
            return None
    rule = "according to" if according else "clause, source cue"
    return None if report_clause(work, unit, report, start, p + 1, rule) is None else report.right + 1


def clause_around(work: Workspace, unit: Unit, report: Report, floor: int, later: Sequence[Report]) -> int | None:
    """THE PLAN, S said, WOULD FAIL: the cue parts the subject from its verb."""
    if report.shared or report.left - 1 <= floor or unit.word(report.left - 1) != ",":
        return None
    k = report.right + 1
    verb = unit.has_verb(k + 1, min(k + 4, len(unit)))
    if unit.word(k) != "," or not (verb or report.form == ACCORDING):
        return None
    start, first_end = trim(unit, floor, report.left - 1)
    while start < first_end and unit.tag(start) == "CC":
        start += 1
    if start >= first_end or (unit.has_verb(start, first_end) and has_clause(unit, start, first_end)):
        return None
    end = clause_end(work, unit, report, k + 1, later)
    k, end = trim(unit, k + 1, end)
    fragments = [*work.free(unit, start, first_end), *work.free(unit, k, end)]
    draft = work.draft(unit, report, "partial" if fragments else "indirect", "clause around cue")
    spans = [work.span(unit, start, first_end - 1), work.span(unit, k, end - 1)]
    if fragments:
        draft.quotes, draft.statement = [m.index for m in fragments], spans
    else:
        draft.spans = spans
    work.add(draft)
    return end


def according_first(work: Workspace, unit: Unit, report: Report, floor: int, later: Sequence[Report]) -> int | None:
    """According to S, CLAUSE."""
    if not _opens_line(unit, report.left):
        return None
    begin = work.sources.base(unit.tree, report.who.node)[-1] + 1
    commas = [i for i in range(begin, min(len(unit), begin + LONGEST_OPENING)) if unit.word(i) == ","]
    if not commas:
        return None
    own = frozenset(unit.tree.inside(report.who.node))
    if not unit.has_verb(commas[0], [*commas, len(unit)][1]):
        commas = [i for i in commas if i + 1 not in own] or commas  # past "Tom Reid, chairman of Tarn,"
    comma = next((i for i in commas if opens_clause(unit, i + 1, len(unit))), commas[0])
    end = clause_end(work, unit, report, comma + 1, later)
    return report_clause(work, unit, report, comma + 1, end, "according to")


def _opens_line(unit: Unit, node: int) -> bool:
    """Does the node begin its sentence or coordinate clause, but for a conjunction, an adverb or a bullet?"""
    first = node
    while unit.tag(first - 1) in ("CC", "RB", "NFP"):
        first -= 1
    return not first or unit.tag(first) == "CC"


def report_clause(work: Workspace, unit: Unit, report: Report, k: int, end: int, rule: str) -> int | None:
    """A draft of the clause `[k, end)`: partial where it holds a fragment in marks, else indirect."""
    k, end = trim(unit, k, end)
    fragments = work.free(unit, k, end)
    if not _is_told(unit, report, k, end, rule) and not has_clause(unit, k, end):
        return None
    whole = [(m.first, m.last) for m in fragments] == [(k, end - 1)] and is_complete(work, unit, fragments[0])
    draft = work.draft(unit, report, ("direct" if whole else "partial") if fragments else "indirect", rule)
    span = work.span(unit, k, end - 1)
    draft.quotes = [m.index for m in fragments]
    if not fragments:
        draft.spans = [span]
    elif not whole:
        draft.statement = [span]
    work.add(draft)
    return end


def _is_told(unit: Unit, report: Report, k: int, end: int, rule: str) -> bool:
    """Is there a clause although the tree does not show it: behind "said", or behind "that", with a noun and a verb?"""
    if rule == "cue clause" and _is_relative(unit, report, k):
        return True
    if not (rule == "cue that clause" or (rule in ("cue clause", "clause, source cue") and report.lemma == "say")):
        return False
    noun = next((i for i in range(k, end) if unit.tag(i) in NOMINAL), end)
    known = lexicon.verb_lemmas() if rule == "cue that clause" else {}
    return any(unit.tag(i)[:2] in ("VB", "MD") or unit.word(i) in known for i in range(noun + 1, end))


def _is_relative(unit: Unit, report: Report, k: int) -> bool:
    """ "The plan, which S says [would fail]": the subject of what is said stands before S."""
    return unit.word(report.left - 1) in ("which", "that", "who") and unit.tag(k) in FINITE


def _performs(unit: Unit, report: Report) -> bool:
    """Is the base form said and done at once: "is pleased to announce", "can confirm", "went on to say"?"""
    tree, node = unit.tree, report.node
    modal = tree.modal(node)
    if modal:
        return modal in DONE and report.verb is not None and report.verb.stance in STANCES
    done = tree.label[node] == "advcl" and unit.tag(tree.head[node]) == "VBD" and unit.word(node + 1) == "that"
    return unit.word(node - 1) == "to" and (done or unit.word(node - 2) in WILLING)


def _is_negated(unit: Unit, report: Report) -> bool:
    """ "Bolt has not said that …": nothing was said ("did not deny that" neither)."""
    tree = unit.tree
    group = (*tree.group(report.node), *tree.all(report.node, "advmod"))
    return any(tree.lower[c] in NEGATIONS or tree.lower[c].endswith("n't") for c in group if c < report.node)
