"""Where the words reported behind a cue begin: past its particle, whom it tells, times, places and asides."""

from __future__ import annotations

from factx import lexicon
from factx.linking.attribution.clauses import phrase_end
from factx.linking.attribution.phrases import TEMPORAL
from factx.linking.attribution.relations import Report
from factx.linking.attribution.unit import Unit
from factx.syntax import NOMINAL
from factx.syntax.tree import FINITE as TENSED

__all__ = ["behind_addressee", "content_start", "skip_adjuncts"]

LONGEST_ASIDE = 30
WHERE = frozenset("in on at during after before to with via by from over for about through of".split())


def content_start(unit: Unit, report: Report) -> int:
    """The node that the words behind a cue begin at."""
    k = report.right + 1
    frames = report.frames
    if unit.word(k) in ("it", "out") and unit.word(k) in frames:
        k += 1
    if "to" in frames:
        k = _after_addressee(unit, report, k)
    k = skip_adjuncts(unit, report, k)
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
    tree = unit.tree
    start = k
    while unit.tag(k) == "RB":
        k += 1
    told = next((c for c in tree.all(report.node, "iobj", "obj") if c >= k and unit.cover[c] is None), None)
    if told is None and report.lemma == "tell":
        return _behind_told(unit, k) or start
    if told is None or any(unit.word(i) in (",", ":", "that") for i in range(k, told)):
        return start
    end = phrase_end(unit, told)
    if unit.tag(end) in TENSED:  # "told [staff] sales had doubled": the subject of what is told is no addressee
        first = tree.child(told, "compound")
        return start if first is None else first + 1
    return _behind_aside(unit, end) or end  # "told its suppliers, many of them small firms, that …"


def _behind_told(unit: Unit, k: int) -> int | None:
    """The node behind whom "tell" must name, where the parse has it as a part of the next noun: "told [staff] layoffs would begin"."""
    end = k + (unit.tag(k) == "DT")
    while unit.tag(end) in ("NNP", "NNPS"):
        end += 1
    if end > k + 1 and (unit.tag(end) in ("DT", "PRP", "PRP$", "EX") or " " in unit.word(end)):
        return end  # "told [The Herald] each day had cost it money"
    people = lexicon.noun_classes().get(unit.word(k), "-")[0] in "pg"
    return k + 1 if people and unit.tree.label[k] == "compound" else None


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
    if noun < k or tree.label[k] not in ("case", "mark", "fixed") or tree.tags[noun] not in NOMINAL:
        return None
    end = phrase_end(unit, noun)
    return end if tree.head[noun] == report.node or unit.word(end) in ("that", ",", ":", "", ".") else None


def behind_addressee(unit: Unit, report: Report) -> int:
    """The node behind the cue and whom it tells: "…, [Ray told The Herald]"."""
    k = report.right + 1
    if "to" not in report.frames:
        return k
    end = _after_addressee(unit, report, k)
    return end if unit.word(end) in ("", ".", ",", ")") or unit.word(end) in WHERE else k
