"""Is a stretch of nodes a clause: has it a subject and its verb, and where do phrases end?"""

from __future__ import annotations

from factx.linking.attribution.unit import Unit
from factx.syntax import NOMINAL
from factx.syntax.tree import FINITE, SUBJECTS

__all__ = ["SUBORDINATE", "has_clause", "opens_clause", "opens_headline", "phrase_end", "runs_to_verb", "trim"]

RELATIVE = frozenset("that which who whom whose".split())
SUBORDINATE = frozenset(("acl:relcl", "acl", "advcl", "csubj"))
NO_HEADLINE = ("acl", "acl:relcl", "amod", "compound", "advcl", "nmod", "case")
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
            if child - last > 3 or any(unit.word(i) in (",", ":") for i in range(last + 1, child)):
                break
            last = child
    return last + 1


def trim(unit: Unit, k: int, end: int) -> tuple[int, int]:
    """`[k, end)` without "that", conjunctions and commas at its edges."""
    while k < end and unit.word(k) in (",", ":", ";", "that", "—", "–", "-"):
        capital = unit.tree.words[k][:1].isupper() and unit.tree.label[k] != "mark"
        if unit.word(k) == "that" and (k + 1 == end or unit.tag(k + 1) in FINITE or capital):
            break
        k += 1
    while end > k and (unit.word(end - 1) in tuple(",:;.—–(-!?") or unit.tag(end - 1) == "CC"):
        end -= 1
    return k, end


def has_clause(unit: Unit, k: int, end: int, headline: bool = False) -> bool:
    """Do the nodes `[k, end)` hold a subject and its verb with a tense that are not those of a relative or subordinate clause?

    In a headline "Acme to close plant" and "Acme closing plant" are clauses as well.
    """
    tree = unit.tree
    nominal = False
    for node in range(k, end):
        if not _is_predicate(unit, node, headline):
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
            found = subject == k or tree.lower[subject] not in ("who", "which", "that") or label == "ccomp"
        if found:
            return True
    return False


def _is_predicate(unit: Unit, node: int, headline: bool) -> bool:
    mark = unit.mark_at(node)
    if mark is not None and mark.whole and mark.last - mark.first < 6:
        return False
    return unit.tree.is_finite(node) or (headline and unit.tree.tags[node] in ("VBG", "VBN", "VB"))


def opens_headline(unit: Unit, k: int, end: int) -> bool:
    """Does a headline go on with a subject and its verb, tense or not ("Acme to close plant"), and not with a noun?"""
    tree = unit.tree
    verbs = (i for i in range(k, end) if tree.tags[i][:2] == "VB" and tree.label[i] not in NO_HEADLINE)
    return any(k <= c < node for node in verbs for c in tree.all(node, *SUBJECTS))


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
        joined = word == "," and node + 1 < end and tree.tags[node + 1] in ("CC", "VBD", "VBN")
        if word in (":", ";") or word in RELATIVE or joined:
            return False
        noun = noun or tag in NOMINAL or tag in ("DT", "EX")
    return False


def opens_clause(unit: Unit, k: int, end: int) -> bool:
    """Does `[k, end)` begin with a subject and its verb, so that it is no object ("reported [a loss], as sales fell")?"""
    tree = unit.tree
    for node in range(k, min(end, k + LONGEST_OPENING)):
        if unit.mark_at(node) is not None and node > k:
            continue
        if not tree.is_finite(node) or tree.label[node] == "acl":
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
    if tree.label[verb] not in LOST or tree.tags[first] not in FINITE or tree.mark(verb):
        return False
    if tree.child(verb, *SUBJECTS, "expl") is not None:
        return False
    between = range(k, first)
    parted = any(unit.tag(i) in PARTING or tree.tags[i] in FINITE for i in between) or unit.tag(first - 1) == "CC"
    second = any(
        unit.tag(i) == "DT" and unit.tag(i - 1)[:2] == "NN" for i in between if i > k
    )  # "the role [these play]"
    return not parted and not second and any(tree.label[i] in ("obj", "iobj") and tree.head[i] < k for i in between)
