"""What guidance is of: the noun that says that an amount is guidance, and its metric.

>>> import factx
>>> m = factx.extract("The gross margin is now expected to lie in a range between 18% and 23%.").numbers
>>> [(c.metric, c.modality) for c in m]
[('gross margin', 'forecast')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from factx import lexicon
from factx.linking.claims.frames import Frame
from factx.linking.claims.metric import metric_of
from factx.linking.claims.scene import Scene, measured
from factx.linking.claims.wording import noun_phrase
from factx.linking.claims.words import COPULAS, FORESEEING, GUIDED, is_quantity
from factx.syntax import NOMINAL
from factx.syntax.tree import FINITE

__all__ = [
    "ACTIONS",
    "ENDS",
    "RANGES",
    "REPEATING",
    "VIEWS",
    "guided_metric",
    "guided_noun",
    "is_companys",
    "labelled",
    "metric_before",
    "qualified",
    "without_guidance",
]

ACTIONS = lexicon.table("guidance_verbs.tsv")
VIEWS = GUIDED | {"view", "views"}
"""Nouns that are guidance where something is done to it: "raised its view for the year"."""
OTHER = frozenset(row[0] for row in lexicon.rows("act_words.tsv") if row[1] == "other guidance")
"""Words in front of guidance that make it something else: a mood, or what is forecast for a market."""
REPEATING = frozenset(("affirm", "reiterate", "re-iterate", "reaffirm", "re-affirm", "reconfirm"))
RANGES = frozenset(("range", "band", "corridor"))
ENDS = frozenset(("end", "top", "bottom"))
LEADING = FORESEEING | COPULAS | frozenset(ACTIONS) | {"come", "compare", "fall", "lie"}
"""Verbs between a metric and its forecast: "The margin is | expected to come in at 5%"."""
QUALIFIERS = frozenset(("adjusted", "diluted", "reported"))
"""Participles that say which measure it is."""
NAMING = ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH")
AUXILIARIES = frozenset(("is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "should"))
BETWEEN = RANGES | frozenset(
    "of at in to by between around about up down a an the growth increase decline decrease rise fall".split()
)
"""Words between a metric and an amount that is of it: "sales growth of 5%"."""
LABEL = 8
"""Words of what stands before a colon."""
FAR = 24
"""Nodes before a forecast within which its metric stands."""
WORDS = re.compile(
    r"(?:\b(?:mid-?point|(?:top|bottom|high|low|upper|lower)(?:er)? end|lower half|upper half|range) of (?:(?:its|the|our|their|this|that) )?)?"
    r"\b(?:"
    + "|".join(sorted(VIEWS))
    + r")\b(?:\s+(?:range|for|of))*|\bmid-?point of (?:(?:its|the|our|their) )?|\b(?:unchanged|steady)\b",
    re.IGNORECASE,
)


def guided_noun(scene: Scene, frame: Frame) -> int | None:
    """The noun that says so: the quantity, what it depends on or has in front ("its forecast of revenue", "guidance range").

    Or what the sum depends on, or the clause does something to ("initiated guidance with revenue of $5m").
    """
    tree, noun, verb = scene.tree, frame.quantity, frame.verb
    if noun is not None and verb is not None and noun == tree.object(verb) and tree.lemma(verb) in REPEATING:
        return noun  # "reiterated capital expenditure of $5m"
    near = chain(
        _labelled(scene, frame),
        _at_quantity(scene, frame),
        () if verb is None else _in_clause(scene, verb, noun is None),
    )
    return next((n for n, of in near if n >= 0 and tree.lower[n] in of and is_companys(scene, n)), None)


Near = Iterator[tuple[int, frozenset[str]]]
"""Nodes, each with the words that are guidance there."""


def _labelled(scene: Scene, frame: Frame) -> Near:
    """ "Revenue guidance: $5m", "EPS outlook for 2025: $2": the guidance in front of the colon right before an amount."""
    tree, node = scene.tree, frame.node - 1
    while node > 0 and (node in scene.covered or tree.tags[node] in ("DT", "IN", "RB")):
        node -= 1
    for before in range(node - 1, max(-1, node - LABEL), -1) if node > 0 and tree.words[node] == ":" else ():
        if tree.tags[before][:2] == "VB" or tree.words[before] in ",;:.":
            return
        yield before, VIEWS


def labelled(scene: Scene, frame: Frame) -> bool:
    """Does the label in front of an amount say that it is guidance?"""
    return not scene.words.isdisjoint(VIEWS) and any(scene.tree.lower[n] in of for n, of in _labelled(scene, frame))


def _at_quantity(scene: Scene, frame: Frame) -> Near:
    """The quantity, what it depends on, and what it has in front."""
    tree, noun = scene.tree, frame.quantity
    if noun is not None:
        above = tree.head[noun] if tree.label[noun] in ("nmod", "compound") else -1
        over = tree.head[above] if above >= 0 and tree.label[above] == "nmod" else -1
        for node in (noun, *tree.children[noun], above, tree.head[frame.node], over):
            yield node, VIEWS


def _in_clause(scene: Scene, verb: int, bare: bool) -> Near:
    """What the clause does something to, or says of guidance; `bare`: of an amount of which no quantity is known."""
    tree, lemma = scene.tree, scene.tree.lemma(verb)
    subject, thing = tree.subject(verb), tree.object(verb)
    if thing is not None and (bare or lemma in ACTIONS):
        yield thing, VIEWS | RANGES if ACTIONS.get(lemma) == "narrowed" else VIEWS
    if tree.label[verb] in ("acl", "ccomp") and tree.mark(verb) in ("that", "to") and not bare:
        for node in (tree.head[verb], *tree.all(tree.head[verb], "obj")):
            yield node, VIEWS  # "reiterated its forecast that revenue will grow 5%"
    if tree.label[verb] == "acl:relcl" and not bare:
        held = tree.head[verb]  # "withdrew its guidance, which called for revenue of $5m"
        end = tree.lower[tree.head[held]] in ENDS  # "trimmed the top of its range, which now stands at $5m to $6m"
        yield held, VIEWS | RANGES if end else VIEWS
    if subject is None and tree.label[verb] == "cop" and not bare:
        yield tree.head[verb], VIEWS  # "Initial guidance for 2026 is | for sales of $5m"
    if subject is not None and (tree.is_passive(verb) and lemma in ACTIONS):
        yield subject, VIEWS  # "guidance was raised to 18%"
    if subject is not None and lemma in ("call", "imply", "include", "assume", "be", "predict") and not bare:
        yield subject, VIEWS  # "initial guidance calls for sales of $5m"


def is_companys(scene: Scene, noun: int) -> bool:
    """Is guidance what a company forecasts: of a metric, or neither a mood ("an optimistic outlook") nor advice ("guidance on tax")?"""
    tree = scene.tree
    moods = any(tree.lower[child] in OTHER for child in tree.children[noun] if child < noun)
    advice = any(tree.case(child) in ("on", "about") for child in tree.all(noun, "nmod"))
    if scene.tree.lower[tree.head[noun]] == "price" and tree.label[noun] == "compound":
        return False  # "the target price"
    return not (moods or advice) or metric_of(without_guidance(noun_phrase(scene, noun))) is not None


def guided_metric(scene: Scene, ref: int, frame: Frame) -> str | None:
    """The metric of the guidance that an amount belongs to: "its guidance for adjusted EBITDA was cut to $5m"."""
    tree = scene.tree
    noun = guided_noun(scene, frame)
    if noun is None:
        before = (n for n in range(frame.node - 1, -1, -1) if tree.tags[n] in ("NN", "NNS"))
        noun = next((n for n in before if tree.lower[n] in GUIDED), None)
    if noun is not None:
        end = next(
            (n for n in range(noun + 1, frame.node) if tree.tags[n] in FINITE or tree.words[n] in ",;"), frame.node
        )
        phrases = (noun_phrase(scene, noun), " ".join(tree.words[noun + 2 : end]))
        known = (metric_of(without_guidance(phrase)) or metric_of(phrase) for phrase in phrases)  # "capital budget"
        found = next((m for m in known if m), None)
        if found is not None:
            return found
    return metric_before(scene, ref)


def metric_before(scene: Scene, ref: int) -> str | None:
    """The metric that a forecast is of, where only words of guidance stand between: "The margin is now expected in a range of 5%"."""
    tree, first = scene.tree, scene.first(ref)
    per = " per share" if scene.amounts[ref].per == "share" else ""
    led = False
    for node in range(first - 1, max(-1, first - FAR), -1):
        if node in scene.taken or tree.words[node] == ";":
            return None
        word, verb = tree.lower[node], tree.tags[node][:2] == "VB"
        verb = verb and tree.label[node] != "amod"  # "the previously announced range"
        if verb and tree.lemma(node) not in LEADING and word not in AUXILIARIES | QUALIFIERS:
            return None  # "expects to spend $5m"
        led = led or (verb and word not in QUALIFIERS)
        if tree.tags[node] in NOMINAL and is_quantity(word) and node not in scene.time_nodes:
            noun = measured(tree, node)
            run = " ".join(tree.words[_begin(scene, noun) : node + 1])
            phrases = (run, qualified(scene, noun, noun_phrase(scene, noun)))
            found = next((m for m in (metric_of(without_guidance(phrase) + per) for phrase in phrases) if m), None)
            if found is not None:
                return found if led or all(tree.lower[n] in BETWEEN for n in range(noun + 1, first)) else None
    return None


def qualified(scene: Scene, noun: int, what: str) -> str:
    """The description of a noun with the words in front of it that the parse took for a verb: "sales of $5m and adjusted earnings"."""
    tree, first = scene.tree, _begin(scene, noun)
    added = [tree.words[n] for n in range(first, noun) if tree.tags[n][:2] == "VB"]
    owned = first > 0 and tree.tags[first - 1] in (*NOMINAL, "PRP", "WP", "WDT")  # "The board adjusted earnings"
    return what if owned or not added else " ".join([*(w for w in added if w not in what.split()), what])


def _begin(scene: Scene, noun: int) -> int:
    """Where the words begin that say which noun it is, whatever the parse hung them on: "annual comparable | sales decline"."""
    tree, first = scene.tree, noun
    while first > 0 and first - 1 not in scene.taken and first - 1 not in scene.time_nodes:
        verb = tree.tags[first - 1][:2] == "VB"
        if not (tree.lower[first - 1] in QUALIFIERS if verb else tree.tags[first - 1] in NAMING):
            break
        first -= 1
    return first


def without_guidance(what: str) -> str:
    """What the guidance is of.

    >>> without_guidance("full-year revenue guidance"), without_guidance("outlook for sales")
    ('full-year revenue', 'sales')
    >>> without_guidance("midpoint of revenue guidance")
    'revenue'
    """
    return " ".join(WORDS.sub(" ", what).split()).strip()
