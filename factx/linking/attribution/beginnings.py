"""Where the words reported behind a cue begin: past its particle, whom it tells, times, places and asides."""

from __future__ import annotations

from factx import lexicon
from factx.linking.attribution.clauses import phrase_end
from factx.linking.attribution.phrases import TEMPORAL
from factx.linking.attribution.relations import Report
from factx.linking.attribution.unit import Unit
from factx.linking.attribution.worth import WHERE
from factx.syntax import NOMINAL
from factx.syntax.tree import FINITE as TENSED

__all__ = ["behind_addressee", "content_start", "skip_adjuncts"]

LONGEST_ASIDE = 30


def content_start(unit: Unit, report: Report) -> int:
    """The node that the words behind a cue begin at."""
    k = report.right + 1
    frames = report.frames
    if unit.word(k) in ("it", "out") and unit.word(k) in frames:
        k += 1
    k = skip_adjuncts(unit, report, _after_addressee(unit, report, k) if "to" in frames else k)
    if unit.word(k) != "that" and frames & {"clause", "that"}:
        that = _that_of(unit, report, k)
        if that is not None:
            return that
    comma = k
    while unit.word(k) in (",", ":"):
        k += 1
    if k > comma and k in unit.cues and unit.tag(k) == "VBG":
        return len(unit)  # "Ray agreed, saying …": the words belong to the next cue
    return k


def _that_of(unit: Unit, report: Report, k: int) -> int | None:
    """The "that" further on which the tree has as the mark of the clause that the cue reports, with no verb between."""
    tree = unit.tree
    for node in range(k, min(len(unit), k + LONGEST_ASIDE)):
        if unit.mark_at(node) is not None or unit.tag(node) in TENSED or node in unit.cues:
            return None
        if unit.word(node) != "that" or unit.tag(node + 1) in TENSED:
            continue
        if tree.label[node] != "mark":
            continue
        clause = tree.head[node]
        mine = tree.label[clause] == "ccomp" and tree.head[clause] == report.node
        free = tree.label[clause] not in ("acl:relcl", "acl") and not _opens_other(unit, node)
        return node if mine or free else None
    return None


def _opens_other(unit: Unit, that: int) -> bool:
    """Does "that" belong to the verb or noun before it: "showed its care, ensuring [that …", "spoke of the level [that …"?"""
    before = that - 1
    people = lexicon.noun_classes().get(unit.word(before), "-")[0] in "pg"  # "to staff", read as a verb
    return (unit.tag(before)[:2] == "VB" and not people) or unit.tag(before) in ("NN", "NNS")


def _after_addressee(unit: Unit, report: Report, k: int) -> int:
    """Skip whom the words are said to: "told [reporters] that", "warned [investors in Paris] that"."""
    told = unit.tree.child(report.node, "iobj", "obj")
    if told is not None:
        return phrase_end(unit, told)
    return _behind_told(unit, k) if report.lemma == "tell" else k


def _behind_told(unit: Unit, k: int) -> int:
    """The node behind whom "tell" must name, where the parse has it as a part of the next noun: "told [staff] layoffs would begin"."""
    end = k + (unit.tag(k) == "DT")
    while unit.tag(end) in ("NNP", "NNPS"):
        end += 1
    if end > k + 1:
        return end  # "told [The Herald] each day had cost it money"
    return k + (lexicon.noun_classes().get(unit.word(k), "-")[0] in "pg")


def _behind_aside(unit: Unit, k: int) -> int | None:
    """The "that" behind the aside in commas that begins at `k`."""
    aside = range(k + 1, min(len(unit), k + LONGEST_ASIDE)) if unit.word(k) == "," else ()
    return next((i + 1 for i in aside if unit.word(i) == "," and unit.word(i + 1) == "that"), None)


def skip_adjuncts(unit: Unit, report: Report, k: int) -> int:
    """Skip time phrases, adverbs, "in a statement", "to reporters" … behind a cue; the node that the content begins at."""
    end = _adjunct(unit, report, k)
    while end is not None and k < end:  # a time of one odd token ("8pm" as a name) ends where it begins
        k = end
        end = _adjunct(unit, report, k)
    return k


def _adjunct(unit: Unit, report: Report, k: int) -> int | None:
    """The node behind the adverb, time, place or aside that begins at `k`; None where none does."""
    word, tag = unit.word(k), unit.tag(k)
    if tag == "RB" and word not in ("not", "there") and unit.tag(k + 1) not in ("JJ", "CD", "$", "RB"):
        return k + 1
    if word in TEMPORAL:
        while unit.word(k) in TEMPORAL:
            k += 1
        return k
    if word in WHERE:
        return _skipped_phrase(unit, report, k)
    if word == "(":  # "said on Wednesday (April 9)"
        return next((i + 1 for i in range(k + 1, k + 5) if unit.word(i) == ")"), None)
    return _behind_aside(unit, k)  # "reported, citing two sources, that …"


def _skipped_phrase(unit: Unit, report: Report, k: int) -> int | None:
    """The node behind the phrase of the preposition at `k`, where it belongs to the cue and not to the words reported."""
    tree = unit.tree
    if unit.word(k + 1) in TEMPORAL and unit.word(k) in ("on", "in", "at", "since"):
        return k + 2  # "said on Tuesday [profits …"
    noun = tree.head[k]
    if tree.label[k] not in ("case", "mark", "fixed") or tree.tags[noun] not in NOMINAL:
        return None
    return phrase_end(unit, noun) if tree.head[noun] == report.node else None


def behind_addressee(unit: Unit, report: Report) -> int:
    """The node behind the cue and whom it tells: "…, [Ray told The Herald]"."""
    k = report.right + 1
    return _after_addressee(unit, report, k) if "to" in report.frames else k
