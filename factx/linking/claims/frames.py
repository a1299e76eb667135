"""How an amount stands in its sentence: the relation that ties it to the words around it, and what is measured there.

The rules are a table over named relations: the amount's own relation (of the whole "11 new stores" where it counts
something), its preposition, and what governs it. The first that fits gives the frame its name and says which word is the
quantity. `tests/linking/claims/test_frames.py` walks the table: in an example, the amount stands in brackets, and behind
"->" the quantity that must be found.
"""

from __future__ import annotations

from dataclasses import dataclass

from factx.linking.claims.quantities import QUANTITIES, unless_expletive, unless_time
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import (
    COPULAS,
    ESTIMATING,
    STEADY,
    TRANSACTIONS,
    direction_of,
    is_quantity,
)
from factx.syntax import NOMINAL, Tree

__all__ = ["FRAMES", "Frame", "FrameRule", "Frames", "governor_of", "relation_of", "tied"]


FORECASTS = ("forecast", "budget")
"""Participles that the parse may take for nouns."""


@dataclass(slots=True)
class Frame:
    """`name`: of the rule; `node`: what stands for the amount; all others are nodes of the tree, or None.

    `quantity`: the noun that is measured; `verb`: the predicate of the clause; `side`: by, from or to, of a change;
    `anchor`: the word that says that something changed, and `direction` where to; `base`: the amount that this one
    restates, converts, is compared with or stands in a list behind; `whose`: who owns the quantity.
    """

    name: str
    node: int
    quantity: int | None = None
    verb: int | None = None
    side: str | None = None
    direction: str | None = None
    anchor: int | None = None
    base: int | None = None
    whose: int | None = None


Frames = dict[int, Frame]
"""The frames of a sentence, by amount, in text order."""


@dataclass(frozen=True)
class FrameRule:
    """`labels`: relations of the amount; `governors`: classes of what it depends on; `cases`: its preposition ("" for none,
    None for any); `quantity`: where the quantity is found; `side`: of a change."""

    name: str
    labels: frozenset[str]
    governors: frozenset[str]
    cases: frozenset[str] | None
    quantity: str
    side: str | None
    example: str
    counter: str


def rule(
    name: str,
    labels: str,
    governors: str,
    cases: str | None,
    quantity: str,
    side: str | None,
    example: str,
    counter: str,
) -> FrameRule:
    """A row of the table; lists are words, "0" is "no preposition"."""
    prepositions = None if cases is None else frozenset("" if case == "0" else case for case in cases.split())
    return FrameRule(
        name,
        frozenset(labels.split()),
        frozenset(governors.split(", ")),
        prepositions,
        quantity,
        side,
        example,
        counter,
    )


INSIDE = "nummod compound amod nmod:unmarked nmod:poss nmod det dep advmod flat"
BARE = "obj obl:unmarked advmod nmod:unmarked xcomp dep iobj nummod obl parataxis"
TIED = "obl nmod advcl ccomp"

FRAMES: tuple[FrameRule, ...] = (
    rule("modifier of a change", INSIDE, "change noun", "0", "changed", "by",
         "Bolt reported a [5%] rise in costs. -> costs", "Bolt reported a [5%] margin."),
    rule("modifier", INSIDE, "noun", "0", "governor", None,
         "Bolt won a [$3 billion] contract. -> contract", "Bolt won a contract for [$3 billion]."),
    rule("of a change", "nmod", "change noun", "of", "changed", "by",
         "Bolt reported a rise of [5%] in costs. -> costs", "Bolt reported costs of [$5 million]."),
    rule("ends of a change", "nmod obl", "change noun", "to from", "changed", "case",
         "It was a rise in costs to [$5 million]. -> costs", "It was a road to [two towns]."),
    rule("of", "nmod", "noun", "of", "governor", None,
         "Bolt had revenue of [$3 billion]. -> revenue", "Bolt had a [$3 billion] loan."),
    rule("beside", "nmod", "noun", "for at with in above below over under between to from around near about worth than per",
         "governor", None,
         "It was a contract for [$3 billion]. -> contract", "It paid [$3 billion]."),
    rule("level", BARE, "level verb", "0", "subject", None,
         "Revenue totalled [$3 billion]. -> Revenue", "Bolt paid [$3 billion]."),
    rule("level at", TIED, "level verb", "to at in for around about near over above between from with", "subject", None,
         "Costs came to [$3 billion]. -> Costs", "Bolt paid for [two plants]."),
    rule("estimated at", TIED, "estimate verb", "at to around between for from", "affected", None,
         "Damage is estimated at [$3 billion]. -> Damage", "It is estimated by [two agencies]."),
    rule("change by", TIED, "change verb", "by", "affected", "by",
         "Costs fell by [5%]. -> Costs", "Costs were paid by [two partners]."),
    rule("change to", TIED, "change verb", "to at", "affected", "to",
         "Bolt cut its dividend to [5 cents]. -> dividend", "Bolt went to [two towns]."),
    rule("change from", TIED, "change verb", "from", "affected", "from",
         "Costs fell from [$5 million]. -> Costs", "It came from [two towns]."),
    rule("taken", "obj", "change verb", "0", "taken", None,
         "Bolt raised [$20 million].", "Costs rose [$20 million]."),
    rule("change", BARE, "change verb", "0", "affected", "by",
         "Revenue rose [5%]. -> Revenue", "Bolt sold [5%]."),
    rule("worth", "obj obl:unmarked obl nmod:unmarked dep xcomp ccomp nummod", "worth", None, "worth", None,
         "It is a deal worth [$3 million]. -> deal", "It is a deal for [$3 million]."),
    rule("price", TIED, "transaction verb", "for at", "none", None,
         "Bolt sold the mill for [$3 million].", "Bolt sold the mill in [two parts]."),
    rule("object", "obj iobj xcomp obl:unmarked", "verb, transaction verb, estimate verb", "0", "none", None,
         "Bolt paid [$3 million].", "Bolt paid for [two mills]."),
    rule("subject", "nsubj nsubj:pass csubj", "noun, verb, transaction verb, estimate verb, change verb, level verb, predicate", None, "none", None,
         "[4,000 people] lost their jobs.", "Bolt employs [4,000 people]."),
    rule("oblique", "obl advcl nmod obl:unmarked advmod", "verb, transaction verb, estimate verb, change verb, level verb, predicate", None, "none", None,
         "It operates in [12 countries].", "It has [12 shops]."),
)  # fmt: skip


def _of_object(tree: Tree, verb: int, thing: int, kind: str, case: str) -> str | None:
    """The frame of a sum that is its verb's object's: "arranged the sale of a mill for $3m", "kept its outlook at $2"."""
    if kind not in ("verb", "transaction verb", "estimate verb") or not is_quantity(tree.lower[thing]):
        return None
    expected = (
        case in ("of", "in", "between") and tree.lemma(verb) in ESTIMATING
    )  # "expects revenue in the range of $5m to $6m"
    return "set at" if expected or case in ("to", "at") else None


def governor_of(tree: Tree, node: int) -> str:
    """The class of a word that governs an amount.

    >>> from factx.syntax import tree_of
    >>> tree = tree_of("Costs rose.")
    >>> governor_of(tree, 0), governor_of(tree, 1)
    ('noun', 'change verb')
    """
    word, tag = tree.lower[node], tree.tags[node]
    if word == "worth" and tag not in ("NN", "NNS"):
        return "worth"
    if word in (*STEADY, *FORECASTS) and tree.own_subject(node) is not None:
        return "level verb"  # "is unchanged at $5m", "remains forecast at $5m"
    if tag[:2] == "VB" or tag == "MD":
        lemma = tree.lemma(node)
        if direction_of(lemma, "verb"):
            return "change verb"
        if lemma in COPULAS:
            return "level verb"
        if lemma in ESTIMATING and (tree.is_passive(node) or tag == "VBN"):
            return "estimate verb"
        return "transaction verb" if lemma in TRANSACTIONS else "verb"
    if direction_of(word, "noun") and tag in ("NN", "NNS"):
        return "change noun"
    if tree.child(node, "cop", "nsubj") is not None and tag not in ("NN", "NNS", "NNP", "NNPS"):
        return "predicate"
    return "noun" if tag in NOMINAL or tag in ("JJ", "VBG") else "predicate"


def relation_of(scene: Scene, node: int) -> tuple[str, int, str]:
    """(relation, governor, preposition) of a node; a conjunct has those of the first of its list, where it has none."""
    tree = scene.tree
    case = scene.case(node)
    case = case.partition(" ")[0] if case.startswith(("of ", "to ", "at ")) else case  # "to between"
    if not case and node in scene.ref_at:
        case = scene.before(scene.ref_at[node])
    if not case and _hangs_on_preposition(tree, node):
        return "obl", tree.head[node - 1], tree.lower[node - 1]
    seen = 0
    while tree.label[node] == "conj" and seen < 8:
        node = tree.head[node]
        case = case or scene.case(node)
        seen += 1
    if case in ("from", "to", "by") and tree.label[node] not in ("obl", "nmod"):
        # "from £6 to £10 one-way": ends of a change that the parse hung on each other
        up = tree.head[node]
        while up >= 0 and (tree.tags[up] in ("$", "CD") or up in scene.taken):
            node, up = up, tree.head[up]
        return "obl", up, case
    while tree.label[node] != "conj" and (
        tree.head[node] in scene.time_nodes or tree.lower[tree.head[node] :][:2] in YEAR_OVER_YEAR
    ):
        node = tree.head[node]  # "grew 14 percent year over year"
    label, up = tree.label[node], tree.head[node]
    while label in INSIDE_NOUN and up >= 0 and tree.label[up] == "compound" and tree.head[up] > up > node:
        up = tree.head[up]  # "a 9% operating margin"
    return label, up, case


def _hangs_on_preposition(tree: Tree, node: int) -> bool:
    """ "raised to 18%", where the parse hung the sum on the "to" and that on the verb."""
    before = tree.head[node]
    tied = before == node - 1 and tree.lower[before] in ("to", "from", "by", "at")
    return tied and tree.tags[before] in ("IN", "TO") and tree.head[before] >= 0


INSIDE_NOUN = ("nummod", "compound", "amod")
YEAR_OVER_YEAR = [[unit, word] for unit in ("year", "quarter") for word in ("over", "on")]


def tied(scene: Scene, ref: int, node: int) -> Frame | None:
    """The frame of an amount by the table; None where no rule fits."""
    tree = scene.tree
    copular = copula(scene, node)
    if copular is not None:
        return copular
    label, governor, case = relation_of(scene, node)
    if governor < 0:
        return None
    kind = governor_of(tree, governor)
    thing = tree.object(governor)
    if thing is not None and thing < node:
        name = _of_object(tree, governor, thing, kind, case)
        if name is not None:
            return Frame(name, node, thing, governor)
    for row in FRAMES:
        if label in row.labels and kind in row.governors and (row.cases is None or case in row.cases):
            found = QUANTITIES[row.quantity](tree, governor, node)
            if row.quantity == "taken" and found is not None:
                continue
            side = row.side if row.side != "case" else case
            frame = Frame(row.name, node, found, tree.clause_of(governor), side)
            if side is not None:
                frame.anchor = governor
                frame.direction = (
                    direction_of(tree.lemma(governor), "verb")
                    if kind == "change verb"
                    else direction_of(tree.lower[governor], "noun")
                )
            return frame
    return None


def copula(scene: Scene, node: int) -> Frame | None:
    """The frame of a sum that a subject is said to be: "Sales were $3m"."""
    tree = scene.tree
    own = tree.own_subject(node)
    if tree.label[node] == "conj":
        return None
    if own is None and tree.child(node, "cop") is not None and tree.tags[tree.head[node]][:2] == "VB":
        own = tree.head[node]  # "Cash provided by operating activities was $3m"
    if own is None or tree.tags[node] not in NOMINAL:
        return None
    return Frame("copula", node, unless_time(scene, unless_expletive(tree, own), node), node)
