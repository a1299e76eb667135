"""What an amount is: the noun that it measures, or the verb that it completes, in the words of the text."""

from __future__ import annotations

import re

from factx.linking.claims.frames import Frame
from factx.linking.claims.scene import Scene
from factx.linking.claims.wording import done, join, noun_nodes, noun_phrase, plain
from factx.linking.claims.words import (
    AGENT_NOUNS,
    BEFORE_WHAT,
    GENERIC,
    NOUNS_OF_VERBS,
    SAYING_NOTHING,
    STOCK,
    TAKING,
    TRADING,
    direction_of,
    is_quantity,
)
from factx.syntax import NOMINAL

__all__ = [
    "SHARES",
    "change_phrase",
    "lowered",
    "named_quantity",
    "of_shares",
    "predicate",
    "what_of",
    "with_rate",
]

SHARES = ("percentage", "ratio")
MEASURED = frozenset(("comparison", "restated", "conversion"))


def what_of(scene: Scene, ref: int, frame: Frame, base: str | None) -> str | None:
    """The description of amount `ref`; `base`: that of the amount that it restates or is compared with.

    >>> import factx
    >>> factx.extract("Norvik spent $3m on new presses.").money[0].what
    'spent on new presses'
    """
    text = _what(scene, ref, frame, base)
    if not text:
        return None
    if text.lower() in AGENT_NOUNS or text.lower() in GENERIC or not any(c.isalpha() for c in text):
        return None
    return with_rate(scene, ref, text)


def with_rate(scene: Scene, ref: int, text: str) -> str:
    """ "earnings" of "$1.20 a share" are "earnings a share"."""
    amount = scene.amounts[ref]
    if not amount.per or re.search(rf"\b(?:per|an?)\b.*\b{re.escape(amount.per)}", text, re.IGNORECASE):
        return text
    written = scene.document.text[amount.end : amount.phrase_end].strip(" )")
    return f"{text} {written if written.startswith(RATES) else 'per ' + amount.per}"


RATES = ("per ", "a ", "an ", "each ", "every ")


def _what(scene: Scene, ref: int, frame: Frame, base: str | None) -> str | None:
    amount = scene.amounts[ref]
    if base is not None and frame.base is not None:
        shared = _shared(scene, ref, frame, base)
        if shared is not None:
            return shared
    if frame.side == "by" and frame.anchor is not None:
        return change_phrase(scene, frame, money=amount.currency is not None, bare=amount.currency is None)
    if frame.name == "price" and frame.verb is not None:
        return _price(scene, frame.verb)
    if frame.quantity is None:
        return _verbal(scene, ref, frame)
    if frame.name == "worth":
        noun = _quantity(scene, frame)
        return None if noun is None else f"worth of {noun}"
    if amount.currency is not None and of_shares(scene, frame):
        return "share price"
    return _quantity(scene, frame, money=amount.currency is not None)


def _shared(scene: Scene, ref: int, frame: Frame, base: str) -> str | None:
    """What an amount shares with the one that it restates, is compared with or stands in a list behind."""
    amount = scene.amounts[ref]
    assert frame.base is not None
    if frame.side == "by" and amount.currency is not None and scene.amounts[frame.base].currency is None:
        return None  # "7 per cent or 20p"
    if frame.name in MEASURED and (frame.name != "comparison" or frame.quantity is None or _same(scene, frame)):
        return base
    if frame.name != "listed":
        return None
    if amount.currency is None:
        unit = scene.amounts[frame.base].unit
        return base.replace(unit, amount.unit) if unit and amount.unit and unit in base else base
    return _own_words(scene, frame, base) or base if frame.quantity is None else None


def _price(scene: Scene, verb: int) -> str | None:
    """ "sold the mill for $3 million": the price of the mill."""
    tree = scene.tree
    thing = tree.object(verb)
    if thing is None and (tree.is_passive(verb) or tree.label[verb] == "acl"):
        thing = tree.subject(verb)
    return "price" if thing is None else f"price of {plain(noun_phrase(scene, thing))}"


def _same(scene: Scene, frame: Frame) -> bool:
    """Has a comparison no noun of its own?"""
    tree = scene.tree
    return tree.case(frame.node) != "of" or frame.quantity != tree.head[frame.node]


def _own_words(scene: Scene, frame: Frame, base: str) -> str | None:
    """ "$5 million in grants and $3 million in loans"; "spent $5 million on mills and $3 million on ships"."""
    tree = scene.tree
    for child in tree.all(frame.node, "nmod"):
        case = tree.case(child)
        if child > frame.node and case and child not in scene.time_nodes:
            verb, _, rest = base.partition(" ")
            return (
                f"{verb} {case} {noun_phrase(scene, child)}"
                if rest.startswith(f"{case} ")
                else noun_phrase(scene, child)
            )
    return None


def _quantity(scene: Scene, frame: Frame, *, money: bool = False) -> str | None:
    """The noun that is measured, without its owner; of money with what it is for."""
    tree, noun = scene.tree, frame.quantity
    assert noun is not None
    if tree.tags[noun] in ("PRP", "DT", "WP", "WDT", "EX") or noun in scene.time_nodes:
        return None
    own = set() if frame.whose is None or frame.whose <= noun else set(tree.inside(frame.whose))
    nodes = noun_nodes(scene, noun, listed=frame.name == "content")
    nodes = [n for n in nodes if n not in own]
    last = nodes[-1]
    if money and frame.name in ("modifier", "modifier of a change", "content"):
        nodes += _phrase_behind(scene, last)
    return lowered(scene, plain(join(scene, _whole_name(scene, nodes))), noun)


def named_quantity(scene: Scene, noun: int) -> str:
    """A noun with what restricts it and what belongs to its name: "earnings before interest and taxes"."""
    return plain(join(scene, _whole_name(scene, noun_nodes(scene, noun))))


def _whole_name(scene: Scene, nodes: list[int]) -> list[int]:
    """With the participle in front that the parse took for the predicate ("diluted earnings"), and the phrase behind."""
    tree, behind = scene.tree, _before_tax(scene, nodes[-1])
    out = [*nodes, *behind]
    apart = scene.covered | scene.time_nodes
    while (
        out[0] - 1 not in apart and tree.head[out[0] - 1] in behind and tree.label[out[0] - 1] in ("amod", "compound")
    ):
        out.insert(0, out[0] - 1)  # hung on the "tax" of "adjusted profit before tax"
    first = out[0] - 1
    if first >= 0 and tree.tags[first] == "VBN" and first in tree.above(nodes[0]) and is_quantity(tree.lower[nodes[0]]):
        bare = not any(tree.label[c] in SUBJECTS for c in tree.children[first] if c < first)
        out = [first, *out] if bare else out
    return out


SUBJECTS = ("nsubj", "nsubj:pass", "aux", "aux:pass")


def _phrase_behind(scene: Scene, last: int) -> list[int]:
    """ "$2m in damages to former employees", "a $5m market for gears", wherever the parse hung the phrase."""
    tree = scene.tree
    if tree.lower[last + 1 : last + 2] not in (["to"], ["for"], ["in"]) or tree.label[last + 1] != "case":
        return []
    nodes = [
        n for n in tree.inside(tree.head[last + 1], without=frozenset(("punct", "acl:relcl", "conj", "cc"))) if n > last
    ]
    apart = scene.covered.intersection(nodes) or scene.time_nodes.intersection(nodes)
    return [] if len(nodes) > 6 or apart else nodes


def _before_tax(scene: Scene, last: int) -> list[int]:
    """ "before interest and taxes" behind a noun, wherever the parse hung it."""
    words = scene.tree.lower
    if words[last] in BEFORE_WHAT and words[last + 1 : last + 2] == ["and"] and words[last + 2] in BEFORE_WHAT:
        return [last + 1, last + 2]
    at = last + 1
    if words[at : at + 2] == ["per", "share"]:
        return [at, at + 1]
    if scene.tree.tags[at : at + 1] == ["VBN"] and words[at + 1 : at + 2] in (["by"], ["in"], ["from"]):
        end = next((n for n in range(at + 2, min(len(words), at + 5)) if words[n] == "activities"), None)
        return [] if end is None else list(range(at, end + 1))  # "cash provided by operating activities"
    if at + 1 >= len(words) or words[at] not in ("before", "after") or words[at + 1] not in BEFORE_WHAT:
        return []
    return [at, at + 1]


def change_phrase(scene: Scene, frame: Frame, *, money: bool = False, bare: bool = False) -> str | None:
    """ "rise in costs": the noun of the change, or of its verb, with what changes."""
    tree = scene.tree
    anchor = frame.anchor
    assert anchor is not None
    if tree.tags[anchor] in ("NN", "NNS") and direction_of(tree.lower[anchor], "noun"):
        text = lowered(scene, noun_phrase(scene, anchor), anchor)
        quantity = frame.quantity
        if quantity is not None and bare and tree.label[quantity] != "compound":
            return _quantity(scene, frame)
        if quantity is not None and tree.lower[quantity] not in text.lower().split():
            return f"{text} in {_quantity(scene, frame)}"
        return text
    if frame.quantity is None:
        return None
    if money and of_shares(scene, frame):
        return {"up": "rise", "down": "fall"}.get(frame.direction or "", "change") + " in share price"
    quantity_text = _quantity(scene, frame)
    if quantity_text is None:
        return None
    if frame.name != "change by" and not money:
        return quantity_text  # "revenue rose 5%"
    lemma = tree.lemma(anchor)
    noun = NOUNS_OF_VERBS.get(lemma, lemma if direction_of(lemma, "noun") else None)
    if noun is None:
        noun = {"up": "rise", "down": "fall"}.get(frame.direction or "")
    return f"{noun} in {quantity_text}" if noun else quantity_text


def _verbal(scene: Scene, ref: int, frame: Frame) -> str | None:
    """The verb that the amount completes; of a verb that says nothing alone, only with what stands behind it."""
    tree, verb = scene.tree, frame.verb
    amount = scene.amounts[ref]
    own = next((c for c in tree.all(frame.node, "acl", "acl:relcl") if c > frame.node), None)
    if own is not None and tree.tags[own][:2] == "VB" and (amount.currency is not None or amount.dimension in SHARES):
        return lowered(scene, done(scene, own, scene.whole[ref]), own)  # "$13 billion earmarked for ships"
    if verb is None:
        return None
    if tree.tags[verb] in NOMINAL or tree.child(verb, "cop") is not None:
        return lowered(scene, plain(noun_phrase(scene, verb)), verb) if frame.name == "subject" else None
    if tree.tags[verb][:2] != "VB":
        return None
    if amount.currency is not None and of_shares(scene, frame):
        return "share price"
    if amount.currency is None and amount.unit is not None:
        return _counting(scene, ref, frame, verb, amount.unit)
    text = done(scene, verb, [*scene.whole[ref], frame.node], whole=amount.currency is not None)
    silent = tree.lemma(verb) in SAYING_NOTHING and text.lower() == tree.lower[verb]
    return None if silent else lowered(scene, text, verb)


def _counting(scene: Scene, ref: int, frame: Frame, verb: int, unit: str) -> str | None:
    """The verb with what is counted: "cut jobs", "used by ministries"; of "With 30 shops, Bolt …" the unit."""
    tree, case = scene.tree, scene.case(frame.node)
    skip = [*scene.whole[ref], frame.node]
    if case == "with" and frame.node < verb:
        return unit
    if frame.name == "oblique" and case:
        return lowered(scene, done(scene, verb, skip, (frame.node, f"{case} {unit}")), verb)
    text = done(scene, verb, skip, whole=scene.amounts[ref].dimension == "count")
    if tree.lemma(verb) in SAYING_NOTHING:
        return None if text.lower() == tree.lower[verb] else lowered(scene, text, verb)
    return lowered(scene, _with_unit(text, unit) if frame.name in ("object", "taken") else text, verb)


def of_shares(scene: Scene, frame: Frame) -> bool:
    """Is a sum the price of shares: "Its shares fell 3p to 80p", "They changed hands at $14", "Bolt closed at $14"?"""
    tree, noun = scene.tree, frame.quantity
    at = scene.case(frame.node) in ("at", "to")
    if noun is None and frame.verb is not None:
        noun = tree.subject(frame.verb) if at else None
    if noun is None or tree.lower[noun] in STOCK:
        return noun is not None
    verb = frame.verb if frame.anchor is None else frame.anchor
    if verb is None or tree.tags[noun] != "NNP" or is_quantity(tree.lower[noun]):  # "EBITDA"
        return False
    if direction_of(tree.lemma(verb), "verb") is not None:
        return frame.side in ("to", "from") or (frame.side == "by" and tree.lemma(verb) not in TAKING)
    return tree.lemma(verb) in TRADING and at


def _with_unit(text: str, unit: str) -> str:
    """The unit behind the verb."""
    head, _, rest = text.partition(" ")
    return " ".join(filter(None, (head, unit, rest)))


def lowered(scene: Scene, text: str, node: int) -> str:
    """Without the capital that a first word has only since it begins a sentence, a label or a line."""
    first = text.partition(" ")[0]
    if not text or not first[0].isupper() or first.isupper() or not first[1:].islower():
        return text
    low = first.lower()
    from factx import lexicon

    known = lexicon.tags().get(low) or lexicon.tags().get(low.partition("-")[0] if "-" in low else "", "NNP")
    tree = scene.tree
    at = next((i for i in range(len(tree)) if tree.words[i] == first), node)
    opens = at == 0 or tree.words[at - 1] in (":", "•", "*", "·", "–", "—", "-", ";", "“", '"', "|", "→")
    behind = text[len(first) + 1 : len(first) + 3]
    label = behind.istitle() and len(behind) > 1  # "Gross Profit" keeps both
    return low + text[len(first) :] if opens and not label and known not in ("NNP", "NNPS") else text


def predicate(scene: Scene, ref: int, verb: int) -> str | None:
    """What those counted do, or where they are: "could be affected", "without communication"."""
    tree = scene.tree
    if tree.lemma(verb) == "be":
        return None
    if tree.tags[verb][:2] != "VB":
        return lowered(scene, join(scene, [*tree.all(verb, "case"), *noun_nodes(scene, verb)]), verb) or None
    group = (n for n in tree.group(verb) if n < verb)
    modal = [tree.words[n] for n in group if tree.tags[n] == "MD" or tree.lower[n] == "be"]
    return lowered(scene, " ".join([*modal, done(scene, verb, scene.whole[ref])]), verb)
