"""Quotations that no speech verb takes: any verb that governs them ("She opened with “…”, he blasted the “…”)."""

from __future__ import annotations

from factx.linking.attribution.draft import Draft, Workspace
from factx.linking.attribution.forms import PASSIVE, form_of
from factx.linking.attribution.phrases import Source
from factx.linking.attribution.shapes import is_name
from factx.linking.attribution.unit import Mark, Unit

__all__ = ["govern"]

FURTHEST = 35
"""Nodes between a verb and its quotation, at most."""
CLAUSE_ENDS = frozenset((".", ";", "?", "!"))


def govern(work: Workspace, unit: Unit) -> Draft | None:
    """Give each free quotation of four words or more to the subject of the verb before it."""
    made: Draft | None = None
    for mark in unit.marks:
        if not mark.whole or not work.is_free(mark) or unit.tag(mark.first - 1) == "CC":
            continue
        draft = _labelled(work, unit, mark) or _any_verb_after(work, unit, mark) or _any_verb(work, unit, mark)
        made = draft or made
    return made


def _any_verb(work: Workspace, unit: Unit, mark: Mark) -> Draft | None:
    verb = _governor(unit, mark)
    if verb is None or (unit.tree.lemma(verb) in ("be", "have") and unit.word(mark.first - 1) != ":"):
        return None
    colon = unit.word(mark.first - 1) == ":"
    if not colon and (is_name(work, mark) or not _can_quote(unit, verb)):
        return None
    source = _subject(work, unit, verb)
    if source is None or unit.tag(source.node) in ("WP", "WDT") or not work.sources.may_speak(unit, source.node):
        return None
    free = work.free(unit, mark.first if colon else verb + 1, _end(unit, mark))
    if not free:
        return None
    k = mark.first if colon else verb + 1
    while k < mark.first and unit.word(k) in (",", ":"):
        k += 1
    whole = k == mark.first and unit.only_quotes(k, free[-1].last + 1)
    if not (whole and colon) and work.is_narrator(source.span):
        return None
    draft = Draft(
        "direct" if whole else "partial",
        "any verb: quote" if colon else "any verb",
        source.span,
        work.span(unit, verb, verb),
        "report",
        unit.paragraph,
        unit.start,
    )
    draft.quotes = [m.index for m in free]
    if not whole:
        draft.statement = [work.span(unit, k, free[-1].last)]
    return work.add(draft)


def _can_quote(unit: Unit, verb: int) -> bool:
    """Is the verb one of speech, said by its subject? Whoever wins, hosts or unveils “…” names it, and says nothing."""
    return verb in unit.cues and form_of(unit, verb) != PASSIVE


def _governor(unit: Unit, mark: Mark) -> int | None:
    """The verb that the quotation hangs on by the tree, else the nearest one before it; before a colon the verb of the clause."""
    tree = unit.tree
    low = max(0, mark.first - FURTHEST)
    verbs = [
        i
        for i in range(low, mark.first)
        if unit.cover[i] is None and unit.tag(i)[:2] == "VB" and tree.label[i] not in ("aux", "aux:pass")
    ]
    if not verbs:
        return None
    if unit.word(mark.first - 1) == ":":
        finite = [i for i in verbs if tree.is_finite(i)]
        return (finite or verbs)[0 if tree.root in finite or len(finite) == 1 else -1]
    top = next(
        (
            i
            for i in range(mark.first, mark.last + 1)
            if not mark.first <= tree.head[i] <= mark.last and tree.label[i] != "punct"
        ),
        None,
    )
    if top is not None:
        above = next((node for node in tree.above(top) if node in verbs), None)
        if above is not None:
            return above
    return verbs[-1]


def _subject(work: Workspace, unit: Unit, verb: int) -> Source | None:
    tree = unit.tree
    own = work.sources.subject(unit, verb)
    if own is not None:
        return own if not own.inverted else None
    shared = work.sources.shared(unit, verb)
    if shared is not None:
        return shared
    main = tree.subject(tree.root)
    return None if main is None or main > verb else work.sources.source(unit, main, verb)


def _end(unit: Unit, mark: Mark) -> int:
    """The node behind the clause that the quotation stands in."""
    end = mark.last + 1
    while end < len(unit) and not (
        unit.word(end) in CLAUSE_ENDS or (unit.word(end) == "," and unit.has_verb(end, min(len(unit), end + 12)))
    ):
        end += 1
    return end


def _labelled(work: Workspace, unit: Unit, mark: Mark) -> Draft | None:
    """ "More from Jo Ray: “…”": a name and a colon right before the quotation."""
    name = mark.first - 2
    if (
        name < 0
        or unit.word(mark.first - 1) != ":"
        or unit.tag(name)[:2] != "NN"
        or not work.sources.is_name(unit, name)
    ):
        return None
    if unit.has_verb(0, mark.first) and unit.tag(work.sources.base(unit.tree, name)[0] - 1) != "IN":
        return None
    draft = Draft("direct", "source: quote", work.sources.span(unit, name), None, None, unit.paragraph, unit.start)
    draft.quotes = [mark.index]
    return work.add(draft)


def _any_verb_after(work: Workspace, unit: Unit, mark: Mark) -> Draft | None:
    """ "“Really?” Ray pressed.": a short sentence of any verb behind the quotation."""
    k = mark.last + 1
    comma = unit.word(k) == ","
    k += comma
    if not comma and work.inside(mark)[-1:] not in ("?", "!", ",", "…", "—"):
        return None
    tree = unit.tree
    verb = next((i for i in range(k, min(len(unit), k + 8)) if unit.tag(i) in ("VBD", "VBZ", "VBP")), None)
    if verb is None or unit.mark_at(k) is not None:
        return None
    who = next((c for c in tree.all(verb, "nsubj") if k <= c < verb), None)
    if (
        who is None
        or tree.object(verb) is not None
        or not (unit.word(verb + 1) in (".", ",", "") or unit.tag(verb + 1) in ("IN", "RB"))
    ):
        return None
    source = work.sources.source(unit, who, verb)
    if source is None or source.left != k:
        return None
    draft = Draft(
        "direct", "quote, any verb", source.span, work.span(unit, verb, verb), "report", unit.paragraph, unit.start
    )
    draft.quotes = [m.index for m in work.free(unit, 0, len(unit)) if m.whole]
    return work.add(draft)
