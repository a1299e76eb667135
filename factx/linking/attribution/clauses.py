"""Is a stretch of nodes a clause, with a subject and its verb; is a quotation one; where do phrases end?"""

from __future__ import annotations

from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.unit import CLOSING, Mark, Unit
from factx.syntax import NOMINAL
from factx.syntax.tree import FINITE, SUBJECTS

__all__ = [
    "SUBORDINATE",
    "begins_line",
    "has_clause",
    "is_complete",
    "is_sentence",
    "opens_clause",
    "phrase_end",
    "runs_to_verb",
    "trim",
]

STOPS = tuple(".!?…")
RELATIVE = frozenset("that which who whom whose".split())
SUBORDINATE = frozenset(("acl:relcl", "acl", "advcl", "csubj"))
APART = frozenset("acl acl:relcl appos parataxis advcl ccomp punct conj cc nsubj cop aux".split())
"""Relations over which nothing belongs to the noun phrase any more."""
LOST = frozenset(("ccomp", "advcl", "acl:relcl"))
"""What the parse makes of a verb whose subject it took for the object of the cue."""
PARTING = frozenset(("WDT", "WP", "WRB", ":"))
"""Tags of what opens a clause of its own."""
LONGEST_OPENING = 40


def phrase_end(unit: Unit, node: int) -> int:
    """The node behind the noun phrase whose head is `node`, with what hangs on it up to a comma or a clause."""
    last = node
    for child in unit.tree.inside(node, without=APART):
        if last < child and unit.cover[child] is None:
            if child - last > 3:
                break
            last = child
    return last + 1


def trim(unit: Unit, k: int, end: int) -> tuple[int, int]:
    """`[k, end)` without "that", conjunctions and commas at its edges."""
    while k < end and unit.word(k) in (",", ":", ";", "that", "—", "–", "-"):
        capital = unit.tree.words[k][:1].isupper() and unit.tree.label[k] != "mark"
        if unit.word(k) == "that" and (unit.tag(k + 1) in FINITE or capital):
            break
        k += 1
    while end > k and (unit.word(end - 1) in tuple(",:;.—–(-!?") or unit.tag(end - 1) == "CC"):
        end -= 1
    return k, end


def has_clause(unit: Unit, k: int, end: int) -> bool:
    """Do the nodes `[k, end)` hold a subject and its verb with a tense that are not those of a relative or subordinate clause?"""
    tree = unit.tree
    nominal = False
    for node in range(k, end):
        mark = unit.mark_at(node)
        if (mark is not None and mark.whole and mark.last - mark.first < 6) or not tree.is_finite(node):
            nominal = nominal or tree.tags[node] in NOMINAL
            continue
        label = tree.label[node]
        lost = _takes_object(unit, k, node)
        if k <= tree.head[node] < end and not lost:
            if label in ("aux", "aux:pass", "cop") and tree.child(node, *SUBJECTS, "expl") is None:
                continue
            if label in ("acl:relcl", "acl") or (label == "advcl" and tree.mark(node)):
                continue
        subject = next((c for c in tree.all(node, *SUBJECTS, "expl") if k <= c < end), None)
        if subject is None:
            joined = unit.tag(node - 1) in ("CC", "TO", "WP", "WDT") or unit.word(node - 1) == "that"
            found = lost or (label not in SUBORDINATE and nominal and not joined)
        else:
            found = subject == k or tree.lower[subject] not in ("who", "which", "that")
        if found:
            return True
    return False


def runs_to_verb(unit: Unit, k: int, end: int) -> bool:
    """Comes a noun and then a verb with a tense in `[k, end)`, before a relative word or a colon, whatever the tree says?

    "found [certain foods help]", not "found [no evidence that foods help]", "found [a shift: foods help]".
    """
    tree = unit.tree
    noun = False
    for node in range(k, end):
        word, tag = tree.lower[node], tree.tags[node]
        if tag in ("VBD", "VBZ", "VBP", "MD"):
            return noun
        joined = word == "," and unit.tag(node + 1) in ("CC", "VBD", "VBN")
        if word in (":", ";") or word in RELATIVE or joined:
            return False
        noun = noun or tag in NOMINAL
    return False


def opens_clause(unit: Unit, k: int, end: int) -> bool:
    """Does `[k, end)` begin with a subject and its verb, so that it is no object ("reported [a loss], as sales fell")?"""
    tree = unit.tree
    for node in range(k, min(end, k + LONGEST_OPENING)):
        if unit.mark_at(node) is not None or not tree.is_finite(node):
            continue
        subject = tree.child(node, *SUBJECTS, "expl")
        if subject is None and _takes_object(unit, k, node):
            return True
        if (
            subject is not None
            and tree.label[node] != "advcl"
            and k <= subject < node
            and tree.lower[subject] not in RELATIVE
        ):
            return tree.inside(subject)[0] <= k + 1 or tree.inside(node)[0] <= k + 1
    return False


def _takes_object(unit: Unit, k: int, verb: int) -> bool:
    """Is the object that begins at `k` the subject of a verb that the parse has left without one: "announced [Bolt would move]"?

    A relative clause without "that" has a subject of its own, and an adverbial one a conjunction, so it is neither.
    """
    tree = unit.tree
    first = min(tree.group(verb)[0], verb)
    if tree.label[verb] not in LOST or tree.mark(verb) or tree.child(verb, *SUBJECTS, "expl") is not None:
        return False
    between = range(k, first)
    parted = any(unit.tag(i) in PARTING for i in between)
    second = any(
        unit.tag(i) == "DT" and unit.tag(i - 1)[:2] == "NN" for i in between if i > k
    )  # "the role [these play]"
    return not parted and not second and any(tree.label[i] in ("obj", "iobj") and tree.head[i] < k for i in between)


def is_sentence(work: Workspace, mark: Mark) -> bool:
    """Does the quotation have the shape of a whole sentence: a capital first, a stop or the comma before its attribution last?"""
    inside = work.inside(mark)
    return not inside[:1].islower() and inside.rstrip(CLOSING)[-1:] in (",", "—", *STOPS)


def is_complete(work: Workspace, unit: Unit, mark: Mark) -> bool:
    """Could the quotation stand alone, whatever its first letter: “it will rain.” behind "that"?"""
    inside = work.inside(mark)
    ends = mark.whole and inside.rstrip(CLOSING)[-1:] in STOPS
    return ends and (not inside[:1].islower() or runs_to_verb(unit, mark.first + 1, mark.last))


def begins_line(work: Workspace, mark: Mark) -> bool:
    """Does a sentence in marks begin a line of its own, or is it glued to one: what is before it is a heading or a list?"""
    start = work.quotations[mark.index].outer_start
    before = work.text[max(0, start - 2) : start]
    apart = before.isspace() or before[-1:].isalnum() or before[-1:] in "\n\r\v\u2028"
    return apart and is_sentence(work, mark)
