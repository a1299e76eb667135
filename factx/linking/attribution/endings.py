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
OTHERS = frozenset("say argue add tell".split())


def clause_end(work: Workspace, unit: Unit, report: Report, k: int, later: Sequence[Report]) -> int:
    """The node behind the reported clause that begins at `k`: the end of the cue's own clause, or where the next report begins."""
    size = min(len(unit), k + LONGEST_CONTENT, _own_end(unit, report, k))
    quoted = False
    last_mark = max((mark.last for mark in unit.marks if k <= mark.last < size), default=-1)
    cut = {_beginning(unit, r) for r in later if r.node > k and _is_new(unit, report, r)}
    e = k
    while e < size:
        mark = unit.cover[e]
        if mark is not None:
            quoted = quoted or mark.index not in work.claimed
            e = max(e + 1, min(mark.last + 1, size))
            continue
        if (e > k and e in cut) or _ends(work, unit, k, e, quoted and e > last_mark):
            break
        e += 1
    return e


def _ends(work: Workspace, unit: Unit, k: int, node: int, behind_quotation: bool) -> bool:
    """Does the node end the clause that begins at `k`: a full stop, a semicolon, what parts it from words behind its quotation?"""
    word = unit.word(node)
    if word in (".", "?", "!"):
        return _is_stop(work, unit, node)
    if word == ";":
        return node > k and not _in_brackets(unit, k, node)
    if not behind_quotation:
        return False
    return word == "," or (word in ("and", "but") and (node + 1 in unit.cues or unit.tag(node + 1) in ("VBD", "VBN")))


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
    own = tree.own_subject(node)
    relative = tree.label[node] == "acl:relcl" or (own is not None and tree.lower[own] in ("which", "who"))
    if tree.label[node] not in SUBORDINATE and not relative:
        return size
    end = tree.inside(node)[-1] + 1
    if relative:
        # ", who says the offer was too low, will …": the comma before the verb of the main clause
        for i in range(k + 1, size - 1):
            if unit.word(i) == "," and unit.tag(i + 1) in TENSED:
                return min(i, end) if end > k + 1 else i
    if tree.label[node] == "advcl" and tree.head[node] > node:
        if not tree.mark(node) and unit.tag(report.left - 1) not in ("IN", "WRB") and report.form == FINITE:
            return size
        # "While Ray says that …, Bolt has": the main clause is behind
        head = tree.own_subject(tree.head[node])
        if head is not None and head > k:
            first = tree.inside(head)[0]
            if first > k and unit.word(first - 1) == ",":
                return first - 1
    return end if end > k + 1 and tree.head[node] > node else size


def _beginning(unit: Unit, report: Report) -> int:
    """The first node of a later report with the comma, conjunction or preposition before it."""
    left = report.left
    while left > 0 and (
        unit.tag(left - 1) in ("CC", "RB", "MD")
        or unit.word(left - 1) in ("has", "have", "had", "while", "although", "though", "whereas")
    ):
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
        return comma and other.shared and _adds(unit, other)
    if other.form != FINITE:
        return False
    joined = tree.label[other.node] == "conj" and tree.head[other.node] == report.node
    if other.shared:
        return _is_coordinated(unit, report, other, joined, comma)
    if not comma:
        return joined and unit.tag(beginning) == "CC"
    if joined or unit.tag(beginning + 1) == "CC" or unit.word(other.left - 1) in CONTRAST:
        return True
    noun = other.source is not None and tree.tags[other.source.node] != "PRP"
    return noun and other.lemma in OTHERS and tree.label[other.node] not in SUBORDINATE


def _is_coordinated(unit: Unit, report: Report, other: Report, joined: bool, comma: bool) -> bool:
    """Is it "…, and added that …", and not "said Ray left and suggested Li be named"?"""
    tree = unit.tree
    inner = tree.label[other.node] == "conj" and not joined and tree.head[other.node] > report.node
    if inner and not comma and unit.word(other.node + 1) != "that":
        return False
    return unit.tag(_beginning(unit, other) + comma) == "CC" and _reports_something(unit, other)


def _reports_something(unit: Unit, report: Report) -> bool:
    """Does a clause, a quotation or an addressee follow the cue ("and added that …", not "and added ten shops")?"""
    if _announces(unit, report) or unit.tree.complement(report.node) is not None:
        return True
    return "object" in report.frames and any(m.first > report.node for m in unit.marks)


def _adds(unit: Unit, report: Report) -> bool:
    """Is the -ing form a new attribution (", adding that …"), not part of the clause (", noting changes")?"""
    # ", citing Jo Ray": whose words they are
    if report.lemma in ("cite", "say", "tell") or _announces(unit, report):
        return True
    clause = unit.tree.complement(report.node) is not None or opens_clause(unit, report.node + 1, len(unit))
    return clause and "clause" in report.frames


def _announces(unit: Unit, report: Report) -> bool:
    """Does "that", a mark or a quotation follow the cue?"""
    return unit.word(report.node + 1) in ("that", ":", ",") or unit.mark_at(report.node + 1) is not None


def _is_stop(work: Workspace, unit: Unit, node: int) -> bool:
    """Does a sentence end behind the node?"""
    end = unit.tree.end[node]
    sentence = work.document.sentence_at(end - 1)
    return node + 1 >= len(unit) or (sentence is not None and sentence.end <= end + 2)
