"""Quotations whose speaker signs them on a line beside them: "— Ann Lee, CEO" below, "(Ann Lee, CEO)" behind, a name and a title
on lines of their own, "Comment by Ann Lee, CEO of Corvex:" in front.

A paragraph that is nothing but a quotation says nothing of its speaker: the lines beside it are read before anybody who was
speaking before is given it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factx import lexicon
from factx.document.document import Paragraph
from factx.linking.attribution.draft import Draft, Workspace
from factx.mentions.types import NameMention, Quotation, SpanTuple

__all__ = ["sign"]

RULE = "signature"
DASH = re.compile(r"[-–—―~]{1,2}\s*")
HONORIFIC = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Rev|Sen|Rep|Gov|Hon)\b\.?\s+){0,2}")
BRACKET = re.compile(r"\s*[(\[]\s*")
SAID_BY = re.compile(
    r"(?:(?:A|The)\s)?(?:Quote|Quotes|Comment|Comments|Statement|Remarks|Reaction|Message|Words|Testimonial|Quotation)\s(?:from|by|of)\s",
    re.IGNORECASE,
)
ON_TOPIC = re.compile(r"(?:,[^.:;“”\"]{0,90}?,?)?\s(?:on|about)\s[^.:;“”\"]{2,50}:\s*\Z")
LONGEST = 140
SHORTEST = 3
"""Words of a quotation that can be signed."""


def sign(work: Workspace, names: Sequence[NameMention]) -> None:
    """Add a draft for every free quotation that is signed."""
    people = {name.start: name for name in names if name.kind == "person"}
    if not people:
        return
    for index, quotation in enumerate(work.quotations):
        if quotation.parent is not None or index in work.claimed or quotation.role not in ("speech", "fragment"):
            continue
        if len(work.text[quotation.start : quotation.end].split()) < SHORTEST:
            continue
        source = _signature(work, quotation, people)
        if source is not None:
            paragraph = work.document.paragraph_at(quotation.outer_start)
            draft = Draft(
                "direct", RULE, source, None, None, paragraph.index if paragraph else 0, quotation.outer_start
            )
            draft.quotes = [index]
            draft.end = quotation.outer_end
            work.add(draft)


def _signature(work: Workspace, quotation: Quotation, people: dict[int, NameMention]) -> SpanTuple | None:
    """The name that signs a quotation."""
    first, last = work.document.paragraph_at(quotation.outer_start), work.document.paragraph_at(quotation.outer_end - 1)
    if first is None or last is None:
        return None
    # A paragraph begins and ends with what is no white space.
    opens, closes = quotation.outer_start <= first.start, quotation.outer_end >= last.end
    if opens and closes:
        below = _below(work, last, people)
        return below if below is not None else _above(work, first, people)
    if opens:
        return _in_brackets(work, quotation.outer_end, last.end, people)
    if closes and quotation.outer_start - first.start <= LONGEST:
        before = work.text[first.start : quotation.outer_start]
        return _introduced(work, first.start, quotation.outer_start, people) if before.rstrip().endswith(":") else None
    return None


def _below(work: Workspace, paragraph: Paragraph, people: dict[int, NameMention]) -> SpanTuple | None:
    """ "— Ann Lee, CEO" on the next line, or a name there with a title beside or below it."""
    following = work.document.paragraphs[paragraph.index + 1 : paragraph.index + 3]
    if not following or following[0].end - following[0].start > LONGEST:
        return None
    line = following[0]
    dash = DASH.match(work.text, line.start, line.end)
    name = _name_at(work, dash.end() if dash is not None else line.start, people)
    if name is None:
        return None
    rest = work.text[name.end : line.end].strip()
    if rest.endswith((":", "?", "!")) or (dash is None and rest.endswith(".") and not rest.endswith(ABBREVIATED)):
        return None
    below = work.text[following[1].start : following[1].end] if len(following) > 1 else ""
    titled = _is_title(rest) or (not rest and len(below) <= LONGEST and _is_title(f", {below}") and below[-1:] != ".")
    return (name.start, name.end) if titled or (dash is not None and (not rest or rest[0] in ",(–—-|")) else None


def _above(work: Workspace, paragraph: Paragraph, people: dict[int, NameMention]) -> SpanTuple | None:
    """ "Ann Lee, CEO" on the line right above, or "Quote from Ann Lee:" in the paragraph before."""
    if paragraph.index == 0:
        return None
    line = work.document.paragraphs[paragraph.index - 1]
    if line.end - line.start > LONGEST:
        return None
    text = work.text[line.start : line.end]
    if text.endswith(":"):
        return _introduced(work, line.start, line.end, people)
    name = _name_at(work, line.start, people)
    if name is None or work.text.count("\n", line.end, paragraph.start) != 1 or text.endswith((".", "?", "!")):
        return None
    return (name.start, name.end) if _is_title(work.text[name.end : line.end].strip()) else None


def _in_brackets(work: Workspace, start: int, end: int, people: dict[int, NameMention]) -> SpanTuple | None:
    """ "(Ann Lee, CEO)" behind the quotation and nothing more."""
    bracket = BRACKET.match(work.text, start, end)
    name = _name_at(work, bracket.end(), people) if bracket is not None else None
    if name is None or work.text[start:end].rstrip(" .")[-1:] not in (")", "]"):
        return None
    return (name.start, name.end) if end - start <= LONGEST else None


def _introduced(work: Workspace, start: int, end: int, people: dict[int, NameMention]) -> SpanTuple | None:
    """ "Comment by Ann Lee, CEO of Corvex:", "Ann Lee, CEO of Corvex, on the results:" in front."""
    said = SAID_BY.match(work.text, start, end)
    name = _name_at(work, said.end() if said is not None else start, people)
    if name is None:
        return None
    rest = work.text[name.end : end]
    return (name.start, name.end) if said is not None or (ON_TOPIC.match(rest) and not _has_verb(rest)) else None


def _name_at(work: Workspace, offset: int, people: dict[int, NameMention]) -> NameMention | None:
    """The person whose name, with its honorific, begins at an offset."""
    match = HONORIFIC.match(work.text, offset)
    return people.get(offset) or people.get(match.end() if match is not None else offset)


def _is_title(rest: str) -> bool:
    """Is what follows a name a title (", CEO of Corvex", "| Head of Sales") and no sentence?"""
    if not rest or rest[0] not in ",|–—-(":
        return False
    if _has_verb(rest):
        return False
    words = _words(rest)
    heads = lexicon.words("role_heads.tsv") | lexicon.words("offices.tsv") | lexicon.words("officers.tsv")
    return any(word in heads or word.split("-")[-1] in heads or word.split("/")[0] in heads for word in words)


def _has_verb(rest: str) -> bool:
    return any(lexicon.tags().get(w) in FINITE and w not in lexicon.words("role_heads.tsv") for w in _words(rest))


def _words(rest: str) -> list[str]:
    return [word.strip(".,():|").lower() for word in rest.split()]


FINITE = frozenset(["VBD", "VBZ", "MD"])
ABBREVIATED = ("Inc.", "Ltd.", "Corp.", "Co.", "Jr.", "Sr.", "D.", "A.", "P.", "C.")
"""Stops that end no sentence."""
