"""Where reported words end: with the cue's own clause, with their sentence, or where the next report begins."""

from __future__ import annotations

from collections.abc import Sequence

from factx.linking.attribution.clauses import SUBORDINATE, opens_clause
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.forms import ACCORDING, FINITE, GERUND
from factx.linking.attribution.relations import Report
from factx.linking.attribution.unit import Unit
from factx.syntax.tree import FINITE as TENSED

__all__ = ["clause_end"]

LONGEST_CONTENT = 260
CONTRAST = frozenset("while although though whereas".split())
BEFORE = CONTRAST | {"has", "have", "had"}
OTHERS = frozenset("say argue add tell".split())
ENDING = frozenset(". ? ! ; , and but".split())
"""Words that a clause can end before."""


def clause_end(work: Workspace, unit: Unit, report: Report, k: int, later: Sequence[Report]) -> int:
    """The node behind the reported clause that begins at `k`: the end of the cue's own clause, or where the next report begins."""
    size = min(len(unit), k + LONGEST_CONTENT, _own_end(unit, report, k))
    quoted = False
    last_mark = max((mark.last for mark in unit.marks if k <= mark.last < size), default=-1)
    cut = {_beginning(unit, r) for r in later if r.node > k and _is_new(unit, report, r)}
    e, lower = k, unit.tree.lower
    while e < size:
        mark = unit.cover[e]
        if mark is not None:
            quoted = quoted or mark.index not in work.claimed
            e = max(e + 1, min(mark.last + 1, size))
            continue
        if (e > k and e in cut) or (lower[e] in ENDING and _ends(work, unit, k, e, quoted and e > last_mark)):
            break
        e += 1
    return e


def _ends(work: Workspace, unit: Unit, k: int, node: int, behind_quotation: bool) -> bool:
    """Does the node end the clause that begins at `k`: a full stop, a semicolon, what parts it from words behind its quotation?"""
    word = unit.word(node)
    if word in (".", "?", "!"):
        return _is_stop(work, unit, node)
    if word == ";":
        return not _in_brackets(unit, k, node)
    if not behind_quotation:
        return False
    return word == "," or node + 1 in unit.cues or unit.tag(node + 1) in ("VBD", "VBN")


def _in_brackets(unit: Unit, k: int, node: int) -> bool:
    """Stands the node in a bracket that opens behind `k`?"""
    return sum((unit.word(i) == "(") - (unit.word(i) == ")") for i in range(k, node)) > 0


def _own_end(unit: Unit, report: Report, k: int) -> int:
    """The end of the clause that the cue is the verb of, where that is a subordinate one before its sentence goes on."""
    tree = unit.tree
    size = len(unit)
    node = report.node
    if report.form == ACCORDING:
        return size
    while tree.label[node] in ("conj", "xcomp"):
        node = tree.head[node]
    if tree.label[node] not in SUBORDINATE:
        return size
    end = tree.inside(node)[-1] + 1
    if tree.label[node] == "acl:relcl":
        # ", who says the offer was too low, will …": the comma before the verb of the main clause
        for i in range(k + 1, size - 1):
            if unit.word(i) == "," and unit.tag(i + 1) in TENSED:
                return min(i, end)
    if tree.label[node] == "advcl" and tree.head[node] > node:
        if not tree.mark(node) and unit.tag(report.left - 1) not in ("IN", "WRB") and report.form == FINITE:
            return size
        # "While Ray says that …, Bolt has": the main clause is behind
        head = tree.own_subject(tree.head[node])
        if head is not None and tree.inside(head)[0] > k:
            return tree.inside(head)[0] - 1
    return end if end > k + 1 and tree.head[node] > node else size


def _beginning(unit: Unit, report: Report) -> int:
    """The first node of a later report with the comma, conjunction or preposition before it."""
    left = report.left
    while unit.tag(left - 1) in ("CC", "RB", "MD") or unit.word(left - 1) in BEFORE:
        left -= 1
    return left - 1 if unit.word(left - 1) == "," else left


def _is_new(unit: Unit, report: Report, other: Report) -> bool:
    """Is a later report one of its own, and not part of the words reported?"""
    tree = unit.tree
    beginning = _beginning(unit, other)
    mark = unit.mark_at(other.left - 1)
    comma = unit.word(beginning) == "," or (mark is not None and unit.tree.lower[mark.last - 1] == ",")
    if other.form == ACCORDING:
        return True
    if other.form == GERUND:
        return comma and _reports(unit, other)
    if other.form != FINITE:
        return False
    if other.shared:
        return _is_coordinated(unit, report, other, comma)
    if not comma:
        return tree.label[other.node] == "conj" and tree.head[other.node] == report.node
    return unit.tag(beginning + 1) == "CC" or unit.word(other.left - 1) in CONTRAST or other.lemma in OTHERS


def _is_coordinated(unit: Unit, report: Report, other: Report, comma: bool) -> bool:
    """Is it "…, and added that …", and not "said Ray left and suggested Li be named"?"""
    tree = unit.tree
    inner = tree.label[other.node] == "conj" and tree.head[other.node] > report.node
    if inner and unit.word(other.node + 1) != "that":
        return False
    return unit.tag(_beginning(unit, other) + comma) == "CC" and _reports(unit, other)


def _reports(unit: Unit, report: Report) -> bool:
    """Does the cue report a clause or a quotation (", adding that …"), and has no object (", adding ten shops")?"""
    if report.lemma in ("cite", "say", "tell") or _announces(unit, report):
        return True  # ", citing Jo Ray": whose words they are
    return "clause" in report.frames and opens_clause(unit, report.node + 1, len(unit))


def _announces(unit: Unit, report: Report) -> bool:
    """Does "that", a mark or a quotation follow the cue?"""
    return unit.word(report.node + 1) in ("that", ":", ",") or unit.mark_at(report.node + 1) is not None


def _is_stop(work: Workspace, unit: Unit, node: int) -> bool:
    """Does a sentence end behind the node?"""
    end = unit.tree.end[node]
    sentence = work.document.sentence_at(end - 1)
    return node + 1 >= len(unit) or (sentence is not None and sentence.end <= end + 2)
