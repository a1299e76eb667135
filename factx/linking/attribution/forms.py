"""The form of a cue, by its verb group and what stands around it: finite ("has said"), base ("to say"), gerund or passive."""

from __future__ import annotations

from factx.linking.attribution.unit import Unit

__all__ = ["ACCORDING", "BASE", "FINITE", "GERUND", "NOUN", "PASSIVE", "form_of", "is_beside_quotation"]

FINITE, GERUND, BASE, ACCORDING, NOUN, PASSIVE = "finite", "gerund", "base", "according", "noun", "passive"
PAST = ("VBN", "VBD")
MODIFIERS = ("acl", "acl:relcl", "advcl", "amod", "xcomp", "dep")
MAIN = ("root", "ccomp", "conj", "parataxis")


def form_of(unit: Unit, node: int) -> str:
    """The form of a verb; a participle without a subject that only modifies ("asked about it, …") counts as passive."""
    tree = unit.tree
    tag = tree.tags[node]
    helpers = [tree.tags[c] for c in tree.all(node, "aux", "cop")]
    if tree.child(node, "aux:pass") is not None:
        return PASSIVE
    if "MD" in helpers or tree.mark(node) == "to":
        return BASE
    if tag == "VBG":
        return FINITE if helpers else GERUND
    if _is_named_so(unit, node):
        return PASSIVE
    if tree.child(node, "nsubj") is not None or helpers:
        return FINITE
    if tag == "VB":
        return BASE if tree.label[node] not in MAIN else FINITE
    return _form_of_past(unit, node) if tag in PAST else FINITE


def _is_named_so(unit: Unit, node: int) -> bool:
    """ "Jo Ray, often called the “gem whisperer”, won": a participle that names, right behind its noun and a comma."""
    if "object" not in unit.cues[node].frames or unit.tag(node) not in PAST:
        return False
    before = node - 1
    while unit.tag(before) == "RB":
        before -= 1
    subject = unit.tree.child(node, "nsubj")
    phrase = [] if subject is None else [i for i in unit.tree.inside(subject) if i < before]
    return unit.word(before) == "," and phrase[-1:] == [before - 1]


def _form_of_past(unit: Unit, node: int) -> str:
    """The form of a past form or participle without subject and auxiliary."""
    tree = unit.tree
    if tree.tags[node] == "VBD" and tree.complement(node) is not None:
        return FINITE
    apart = unit.word(node - 1) in (",", "-", "–", "—")  # "one of them, a guard, called it “…”"
    return PASSIVE if unit.word(node + 1) == "by" or (tree.label[node] in MODIFIERS and not apart) else FINITE


def is_beside_quotation(unit: Unit, node: int) -> bool:
    """Does a quotation end right before the cue, or before its comma?"""
    back = node - 1 - (unit.word(node - 1) == ",")
    return unit.mark_at(back) is not None
