"""The issuer: whose own statement an article is. A news report has none.

Evidence, strongest first: the introduction of a statement ("Corvex responded with the following statement:"), an
organisation that "today announced" behind the dateline, "About X" at the end, "we" outside of quotation marks, "the
Company" with a capital throughout.
"""

from __future__ import annotations

import re

from factx import lexicon
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.view import View

__all__ = ["find_issuer"]

INTRODUCES = ("e following", "is following", "in full", "follows", "below")
FOLLOWING = re.compile(
    r"(?<=the |The |his )following\s+(?!(?:the|an?|its|their|this)\b)(?:\w+\s+){0,2}?(?:statement|release|announcement|response|letter)\b"
    r"|(?:statement|release)\s+(?:\w+\s+){0,3}?(?:in\s+full|follows|below)\b"
)
ABOUT = re.compile(r"^[ \t]*(?:About|ABOUT)\s+(?=\S)", re.M)

TIMES = frozenset(["today", "yesterday"])
WIRES = re.compile(
    r"(?:BUSINESS|Business) ?(?:WIRE|Wire)|PR ?N(?:EWSWIRE|ewswire)|G(?:LOBE|lobe) ?N(?:EWSWIRE|ewswire)|MARKETWIRE|Marketwire|ACCESSWIRE"
    r"|(?:FOR|For) (?:IMMEDIATE|Immediate|immediate)|(?:PRESS|NEWS|MEDIA|Press|News|Media) (?:RELEASE|Release|release)"
)
NEWS = re.compile(
    r"\((?:AP|Reuters|REUTERS|AFP|Bloomberg|UPI|Xinhua|CNN|PA|dpa|dpa-AFX|DPA|PTI|IANS|ANI|EFE|ANSA|TASS|Interfax|Kyodo|Yonhap)\)"
    r"|RTT ?News\b|contributed to this report|Reporting by|Editing by|Correction\b"
)
TITLED = re.compile(
    r"(?:[^\n]{0,60}\n\s*)?(?:[^\n:]{0,30}: ?)?(?:(?:Press|Media|Public|Our) )?"
    r"(?:Statement|STATEMENT|Response to|Open [Ll]etter|Letter to|Apology|Dear)\b(?:[^\n]{0,20}?\b(?:by|from|of|BY|FROM)\b)?"
)
"""A text that calls itself a statement in its first line or the second: "Statement by Hartwell Airlines", "Dear customers"."""
HEAD = 2500
DEFINED = re.compile(
    r"\((?:[^()\n]{0,60}?\bor )?(?:the |The |hereinafter )?[“\"](?:the |The )?(?:Company|Group|Corporation|Bank|Partnership|Trust|Fund)[,.]?[”\"]\)"
)
""" "(the “Company”)": only the one who speaks defines a name for itself."""
DASHES = frozenset(["-", "–", "—", "--", "/", ":"])
"""What stands between the place of a dateline and the text."""
ABBREVIATED = frozenset(["inc", "corp", "co", "ltd", "u.s", "st"])
OPENING = 3
"""Long sentences of the body in which the announcement may stand: a second headline can be before it."""
CALLED = re.compile(r"he (?<=\b[Tt]he )(?:Company|Group|Corporation|Partnership)\b(?! [A-Z])")
SMALL = re.compile(r"he (?<=\b[Tt]he )(?:company|group|corporation|firm)\b")
READ = 30_000
"""Characters that are read for what an article calls its company."""


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
    if wire:
        return announced
    defined = _defined(view, entity_of)
    if defined is not None:
        return defined
    called = _is_the_company(view)
    return (announced if called > 1 else None) or (_in_title(view, entity_of) if called else None)


def _defined(view: View, entity_of: dict[int, Entity]) -> Entity | None:
    """Who is called "(the “Company”)" in the beginning: the organisation named before the bracket."""
    match = DEFINED.search(view.text, 0, HEAD)
    if match is None:
        return None
    at = view.tokens.first_from(match.start())
    for k in range(at - 1, max(-1, at - 20), -1):
        n = view.ends.get(k)
        if n is not None and n in entity_of and view.names[n].kind in ("organization", "other"):
            return entity_of[n]
    return None


def _is_the_company(view: View) -> int:
    """How often (to two) it is "the Company", with a capital throughout, as only its own statements write."""
    found = 0
    for match in CALLED.finditer(view.text, 0, READ):
        at = view.tokens.at(match.start() - 1)
        if not view.quoted[at]:
            found += 1
            if found == 2:
                break
    return found if found and SMALL.search(view.text, 0, READ) is None else 0


def _in_title(view: View, entity_of: dict[int, Entity]) -> Entity | None:
    """The organisation that reports in the first line."""
    line_end = view.text.find("\n")
    for n in _names_in(view, 0, line_end if 0 < line_end < 300 else 200)[:6]:
        if n in entity_of and view.names[n].kind in ("organization", "other") and _announces(view, n):
            return entity_of[n]
    return None


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
    head = view.text[:HEAD]
    match = FOLLOWING.search(head) if any(word in head for word in INTRODUCES) else None
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
    read = 0
    for sentence in view.document.sentences[:40]:
        if sentence.start > HEAD:
            return None
        if view.document.section_at(sentence.start) not in ("body", "dateline"):
            continue
        if view.text[sentence.start : sentence.end].rstrip()[-1:] in tuple("—–-/"):
            continue  # a dateline alone
        names = _names_in(view, sentence.start, sentence.end)[:8]
        if len(names) > 1:
            # Those behind the dash of a dateline are tried first.
            dash = _dash(view, view.first[names[0]], view.first[names[-1]])
            names = [n for n in names if view.first[n] > dash] + [n for n in names if view.first[n] < dash]
        for n in names:
            if n not in entity_of or view.names[n].kind not in ("organization", "other") or view.quoted[view.first[n]]:
                continue
            if _announces(view, n):
                return entity_of[n]
        read += sentence.end - sentence.start > 60
        if read == OPENING:
            return None
    return None


def _dash(view: View, first: int, last: int) -> int:
    """The first dash or slash between two tokens, or -1."""
    for k in range(first, min(last, first + 40)):
        if view.word(k) in DASHES and view.word(k) != ":":
            return k
    return -1


def _names_in(view: View, start: int, end: int) -> list[int]:
    first, last = view.tokens.first_from(start), view.tokens.first_from(end)
    return [view.starts[k] for k in range(first, min(last, first + 60)) if k in view.starts]


def _announces(view: View, n: int) -> bool:
    """Is the name the subject of "today announced"? Brackets, appositions and further names are passed over."""
    k, depth = view.last[n] + 1, 0
    verbs = lexicon.words("announcing_verbs.tsv")
    if view.word(k) in (
        ",",
        "(",
        "®",
        "™",
    ):  # over an apposition with verbs of its own: "Acme, the body for …, today announces"
        for at in range(k, min(len(view.lower), k + 40)):
            if view.word(at) == "today" and view.word(at + 1) in verbs and view.word(at - 1) in (",", ")"):
                return True
            if view.word(at) in DASHES or (view.word(at) == "." and view.word(at - 1) not in ABBREVIATED):
                break
    for at in range(k, min(len(view.lower), k + 50)):
        word, code = view.word(at), view.code(at)
        if word == "(":
            depth += 1
        elif word == ")":
            depth -= 1
            if depth < 0:
                return False  # a news agency in brackets
        elif depth > 0 or (code == "." and view.word(at - 1) in ABBREVIATED):
            continue
        elif word in verbs and (view.word(at - 1) in TIMES or view.code(at - 1) not in "DJTS"):
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
        for at in range(k, min(stop, k + 40)):
            if view.word(at) in lexicon.words("announcing_verbs.tsv") and (
                view.word(at - 1) == "today" or view.word(at + 1) == "today"
            ):
                return True
    return False
