"""Attribution by a colon or a dash alone: "Jo Ray: “…”", "“…” – Jo Ray, head of Bolt", "Ray: Bolt Won’t Sell" as a headline."""

from __future__ import annotations

from factx.linking.attribution.clauses import has_clause
from factx.linking.attribution.draft import Draft, Workspace
from factx.linking.attribution.shapes import is_name
from factx.linking.attribution.unit import Unit

__all__ = ["label_unit"]

DASHES = frozenset(("―", "—", "–", "-", "--", "―"))
LONGEST_LABEL = 30
"""Nodes of a label or signature, at most."""
UTTERED = frozenset(
    "words statement statements quote quotes comment comments remarks reaction message testimonial testimonials".split()
)
"""Nouns for what somebody said, before "of", "from" or "by"."""
NOUNS = ("NN", "NNS", "NNP", "NNPS")


def label_unit(work: Workspace, unit: Unit) -> Draft | None:
    """The draft of a unit whose quotation is labelled or signed, if it is of that shape."""
    if work.document.section_at(unit.start) == "headline" or unit.paragraph == 0:
        labelled = _headline(work, unit)
        if labelled is not None:
            return labelled
    if not unit.marks:
        return None
    return _labelled(work, unit) or _in_the_words(work, unit) or _signed(work, unit)


def _name_among(work: Workspace, unit: Unit, first: int, stop: int) -> int | None:
    """The first name among the nodes, by the last of its words."""
    return next(
        (
            i
            for i in range(first, stop)
            if unit.tag(i) in NOUNS and unit.tree.label[i] != "compound" and work.sources.is_name(unit, i)
        ),
        None,
    )


def _is_phrase(unit: Unit, first: int, stop: int) -> bool:
    """Are the nodes a noun phrase, with appositions: no verb, no quotation, no stop but that of an abbreviation?"""
    return 0 < stop - first < LONGEST_LABEL and all(
        unit.cover[i] is None
        and i not in unit.cues
        and unit.tag(i)[:2] != "VB"
        and unit.tag(i) not in ("MD", "PRP", "WP", "WRB", "EX")
        and unit.word(i) not in (":", ";", "?", "!")
        for i in range(first, stop)
    )


def _labelled(work: Workspace, unit: Unit) -> Draft | None:
    """ "Jo Ray, head of Bolt: “…”"."""
    mark = unit.marks[0]
    colon = mark.first - 1
    if unit.word(colon) not in {":", *DASHES} or not work.is_free(mark) or not _is_phrase(unit, 0, colon):
        return None
    begin = 1 if unit.tag(0) in ("CC", "RB") else 0
    dashes = unit.word(colon) in DASHES and unit.word(mark.last + 1) in DASHES  # "The report – “…” – is new"
    if unit.tag(begin) in ("IN", "TO", "VBG") or unit.word(colon - 1) in UTTERED or dashes:
        return None
    name = _name_among(work, unit, begin, colon)
    told = any(node > mark.last for node in unit.cues if unit.cover[node] is None)
    if told and (name is None or not work.sources.is_person(unit, name)):
        return None  # "Key Quote: “…,” said Ray."
    if name is None and not mark.whole:
        return None
    if name is None:
        name = next(
            (
                i
                for i in range(begin, colon)
                if unit.tag(i) in NOUNS and unit.tree.label[i] not in ("compound", "amod", "nmod:poss")
            ),
            None,
        )
        if name is None:
            return None
    quotes = [m.index for m in work.free(unit, mark.first, len(unit)) if unit.only_quotes(mark.first, m.first)]
    return _draft(work, unit, name, quotes)


def _in_the_words(work: Workspace, unit: Unit) -> Draft | None:
    """ "In the words of Jo Ray, “…”", "Statement from Jo Ray “…”"."""
    mark = unit.marks[0]
    stop = mark.first - (unit.word(mark.first - 1) in (",", ":"))
    if stop < 3 or not work.is_free(mark) or not mark.whole or not work.sources.is_name(unit, stop - 1):
        return None
    begin = work.sources.base(unit.tree, stop - 1)[0]
    if unit.word(begin - 1) not in ("of", "from", "by") or unit.word(begin - 2) not in UTTERED:
        return None
    if unit.has_verb(0, mark.first):
        return None
    return _draft(work, unit, stop - 1, [mark.index])


def _signed(work: Workspace, unit: Unit) -> Draft | None:
    """ "“…” – Jo Ray, head of Bolt", "“…,” Jo Ray, head of Bolt."."""
    mark = unit.marks[-1]
    begin = mark.last + 1
    dash = unit.word(begin) in {":", *DASHES}
    begin += dash
    end = len(unit) - (unit.word(len(unit) - 1) == ".")
    if not (dash or work.inside(mark).endswith(",")) or not work.is_free(mark) or not _is_phrase(unit, begin, end):
        return None
    if is_name(work, mark):
        return None  # the title of a picture and who made it
    name = _name_among(work, unit, begin, min(end, begin + 8))
    if name is None or any(unit.tag(i) == "IN" for i in range(begin, name)):
        return None
    if not dash and not (mark.whole and work.sources.is_person(unit, name) and unit.word(name + 1) == ","):
        return None
    return _draft(work, unit, name, [m.index for m in work.free(unit, 0, len(unit))], "quote – source")


def _draft(work: Workspace, unit: Unit, name: int, quotes: list[int], rule: str = "source: quote") -> Draft:
    """A kept draft of quotations without a cue, whose source is a name."""
    draft = Draft("direct", rule, work.sources.span(unit, name), None, None, unit.paragraph, unit.start)
    draft.quotes = quotes
    return work.add(draft)


def _headline(work: Workspace, unit: Unit) -> Draft | None:
    """ "Ray: Bolt Won’t Sell": only where the label is a name that the article uses again."""
    colon = next((i for i in range(min(len(unit), LONGEST_LABEL)) if unit.word(i) == ":"), None)
    if colon is None or not _is_phrase(unit, 0, colon):
        return None
    name = _name_among(work, unit, 0, colon)
    if name is None or unit.tag(0) in ("IN", "TO"):
        return None
    if any(unit.word(i) == "," for i in range(colon)) or work.sources.base(unit.tree, name)[0] > 0:
        return None
    k, end = colon + 1, len(unit)
    while end > k and unit.word(end - 1) == ".":
        end -= 1
    quoted = any(k <= m.first < end for m in unit.marks)
    clause = work.sources.is_person(unit, name) and has_clause(unit, k, end, headline=True)
    if k >= end or not (quoted or clause):
        return None  # "Bolt: A New Way to Sell" is a title
    span = work.sources.span(unit, name)
    last = work.text[span[0] : span[1]].split()[-1]
    if work.text.count(last, span[1], span[1] + 4000) < 1:
        return None
    free = work.free(unit, k, end)
    draft = Draft("partial" if free else "indirect", "headline label", span, None, None, unit.paragraph, unit.start)
    where = work.span(unit, k, end - 1)
    if free:
        draft.quotes = [m.index for m in free]
        draft.statement = [where]
    else:
        draft.spans = [where]
    return work.add(draft)
