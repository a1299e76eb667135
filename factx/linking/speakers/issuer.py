"""The issuer: whose own statement an article is. A news report has none.

Evidence, strongest first: the introduction of a statement ("Corvex responded with the following statement:"), an
organisation that "today announced" behind the dateline, "About X" at the end, "we" outside of quotation marks.
"""

from __future__ import annotations

import re

from factx import lexicon
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.view import View

__all__ = ["find_issuer"]

# Each pattern begins with a literal, so that a scan is one search for it.
FOLLOWING = re.compile(
    r"following\s+(?:\w+\s+){0,2}?(?:statement|release|announcement|response|letter)\b"
    r"|(?:statement|release)\s+(?:\w+\s+){0,3}?(?:in\s+full|follows|below)\b"
)
ABOUT = re.compile(r"^[ \t]*(?:About|ABOUT)\s+(?=\S)", re.M)

TIMES = frozenset(["today", "yesterday"])
WIRES = re.compile(
    r"(?:BUSINESS|Business) ?(?:WIRE|Wire)|PR ?N(?:EWSWIRE|ewswire)|G(?:LOBE|lobe) ?N(?:EWSWIRE|ewswire)|MARKETWIRE|Marketwire|ACCESSWIRE"
    r"|(?:FOR|For) (?:IMMEDIATE|Immediate|immediate)|(?:PRESS|NEWS|MEDIA|Press|News|Media) (?:RELEASE|Release|release)"
)
NEWS = re.compile(
    r"\((?:AP|Reuters|REUTERS|AFP|Bloomberg|UPI|Xinhua|CNN|PA)\)|contributed to this report|Reporting by|Editing by|Correction\b"
)
TITLED = re.compile(
    r"(?:[^\n]{0,60}\n\s*)?(?:[^\n:]{0,30}: ?)?(?:(?:Press|Media|Public|Our) )?"
    r"(?:Statement|STATEMENT|Response to|Open [Ll]etter|Letter to|Apology|Dear)\b(?:[^\n]{0,20}?\b(?:by|from|of|BY|FROM)\b)?"
)
"""A text that calls itself a statement in its first line or the second: "Statement by Hartwell Airlines", "Dear customers"."""
HEAD = 2500


def find_issuer(view: View, entity_of: dict[int, Entity]) -> Entity | None:
    """The entity whose statement the article is, or None."""
    text = view.text
    introduced = _introduced(view, entity_of)
    if introduced is not None:
        return introduced
    titled = _titled(view, entity_of)
    if titled is not None:
        return titled
    if NEWS.search(text, 0, HEAD) is not None or NEWS.search(text, max(0, len(text) - 1500)) is not None:
        return None
    abouts = _about(view, entity_of)
    about = abouts[-1] if abouts else None
    announced = _announced(view, entity_of)
    wire = WIRES.search(text, 0, HEAD) is not None
    if announced is not None and (announced in abouts or wire or _today(view, entity_of, announced)):
        return announced
    if about is not None and (announced is None or wire):
        return about
    return announced if wire else None


def _first_in(view: View, entity_of: dict[int, Entity], start: int, end: int) -> Entity | None:
    """The first organisation named between two offsets."""
    at = view.tokens.first_from(start)
    for k in range(at, min(at + 40, len(view.lower))):
        if view.tokens.start[k] >= end:
            return None
        n = view.starts.get(k)
        if n is not None and view.names[n].kind in ("organization", "other") and n in entity_of:
            return entity_of[n]
    return None


def _introduced(view: View, entity_of: dict[int, Entity]) -> Entity | None:
    match = FOLLOWING.search(view.text, 0, HEAD)
    if match is None:
        return None
    sentence = view.document.sentence_at(match.start())
    if sentence is None:
        return None
    found = _first_in(view, entity_of, sentence.start, match.start())
    if found is None and view.tokens.lower[view.tokens.first_from(sentence.start)] in ("the", "it", "they"):
        found = _main(view, entity_of)
    return found


def _titled(view: View, entity_of: dict[int, Entity]) -> Entity | None:
    """The organisation of a text that calls itself a statement or a letter and speaks of "we"."""
    match = TITLED.match(view.text)
    if match is None or not _speaks_of_we(view):
        return None
    line_end = view.text.find("\n", match.end())
    found = _first_in(view, entity_of, match.end(), line_end if line_end >= 0 else len(view.text))
    return found if found is not None else _main(view, entity_of)


def _speaks_of_we(view: View) -> bool:
    """Are there two of "we" and "our" outside of quoted words in the beginning?"""
    found = 0
    for k in range(min(len(view.lower), 600)):
        if view.lower[k] in ("we", "our") and not view.quoted[k]:
            found += 1
    return found > 1


def _main(view: View, entity_of: dict[int, Entity]) -> Entity | None:
    """The organisation that is named most."""
    organisations = list(dict.fromkeys(e for e in entity_of.values() if e.kind == "organization"))
    return max(organisations, key=lambda e: (len(e.names), -e.first), default=None)


def _about(view: View, entity_of: dict[int, Entity]) -> list[Entity]:
    """The organisations of the "About X" paragraphs, in text order."""
    out = []
    for match in ABOUT.finditer(view.text):
        line_end = view.text.find("\n", match.end())
        line_end = len(view.text) if line_end < 0 else line_end
        found = _first_in(view, entity_of, match.end(), min(line_end, match.end() + 60))
        if found is not None:
            out.append(found)
    return out


def _announced(view: View, entity_of: dict[int, Entity]) -> Entity | None:
    """The first organisation that announces something in the first paragraphs of the body."""
    for sentence in view.document.sentences[:40]:
        if sentence.start > HEAD:
            return None
        if view.document.section_at(sentence.start) not in ("body", "dateline"):
            continue
        for n in _names_in(view, sentence.start, sentence.end)[:8]:
            if n not in entity_of or view.names[n].kind not in ("organization", "other") or view.quoted[view.first[n]]:
                continue
            if _announces(view, n):
                return entity_of[n]
        if len(view.text[sentence.start : sentence.end]) > 60:
            return None
    return None


def _names_in(view: View, start: int, end: int) -> list[int]:
    first, last = view.tokens.first_from(start), view.tokens.first_from(end)
    return [view.starts[k] for k in range(first, min(last, first + 60)) if k in view.starts]


def _announces(view: View, n: int) -> bool:
    """Is the name the subject of "today announced"? Brackets, appositions and further names are passed over."""
    k, depth = view.last[n] + 1, 0
    for at in range(k, min(len(view.lower), k + 50)):
        word, code = view.word(at), view.code(at)
        if word == "(":
            depth += 1
        elif word == ")":
            depth -= 1
        elif depth > 0:
            continue
        elif word in lexicon.words("announcing_verbs.tsv") and (
            view.word(at - 1) in TIMES or view.code(at - 1) not in "DJTS"
        ):
            return True
        elif code == "." or (code == "V" and word not in ("has", "have", "is", "are", "said")):
            return False
    return False


def _today(view: View, entity_of: dict[int, Entity], entity: Entity) -> bool:
    """ "Acme today announced", "announced today": only the one who speaks says "today" so."""
    for n in entity.names[:6]:
        k = view.last[n] + 1
        sentence = view.document.sentence_at(view.names[n].start)
        stop = view.tokens.first_from(sentence.end) if sentence is not None else k
        if any(view.word(at) in ("said", "says") for at in range(max(k, stop - 4), stop)):
            continue  # somebody else says that it announced
        for at in range(k, min(stop, k + 24)):
            if view.word(at) in lexicon.words("announcing_verbs.tsv") and (
                view.word(at - 1) == "today" or view.word(at + 1) == "today"
            ):
                return True
    return False
