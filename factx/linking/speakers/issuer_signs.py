"""Where those who may be the issuer of an article stand in it: the signs that are weighed for each of them.

A sign is a short word: where a name stands (`h` headline, `s0` the first long sentence of the body, `a` an "About …", `w` a line of the
wire, `d@` a mail address …), what stands beside it there, how often it is named, what its words are. None of them decides alone:
`issuer_points.tsv` has their points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factx import lexicon
from factx.linking.speakers.announcing import announcing, praise
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.titles import is_head
from factx.linking.speakers.view import View
from factx.mentions.names.legal import legal_forms

__all__ = ["HEAD", "begin_of", "defined", "first_in", "signs"]

HEAD = 2500
"""Characters of the beginning in which the first sentences, and who is defined, are looked for."""
OPENING = 2
"""Long sentences of the body that are looked at: a second headline can be before them."""
LONG = 60
MOST = 16
"""Those who are weighed, in order of what tells of them."""
NAMED, FAR, SPOKEN, ABOUTS = 8, 70, 30, 6
"""What is looked at: names of a sentence and tokens in which they are, attributions, "About" headings."""
LAST, TAIL, LATE = 8, 400, 1200
"""Names of the end that are looked at, characters in which they stand, and in which contacts do."""
WIRE_LINE = re.compile(r"^[^\n/]{4,80}\d{4} ?/ (?=[^\n/]{2,60} /$)", re.M)
""" "Butte, United States - January 11, 2026 / Acme Shops /", a line of its own."""
SOURCE = re.compile(r"^(?:SOURCE|Source)(?::| )\s?(?=[A-Z0-9])", re.M)
ABOUT = re.compile(r"^[ \t#*]*(?:About|ABOUT):?\s+(?=\S)", re.M)
ABOUT_INSIDE = re.compile(
    r"About(?:(?<=  About)|(?<=[a-z\d)][.!?”\"]About)|(?<=[.!?][”\"]About)) "
    r"(?=(?:the )?[A-Za-z\d][^\n:.]{1,60}(?::|  ?(?:[A-Z]|is\b)))"
)
"""The same in a text of one paragraph, behind two spaces or glued to a full stop."""
MORE = re.compile(
    r"\b(?:information|details|more|inquiries) (?:about|on|regarding) (?=[A-Z])|\b(?:[Vv]isit|[Ff]ollow|[Cc]ontact) (?=[A-Z])"
)
""" "For more information about Acme", "visit Acme"."""
DEFINED = re.compile(
    r"\((?:[^()\n]{0,60}?\bor )?(?:the |The |hereinafter )?[“\"](?:the |The )?(?:Company|Group|Corporation|Bank|Partnership|Trust|Fund)[,.]?[”\"]\)"
)
""" "(the “Company”)": only the one who speaks defines a name for itself."""
DOMAIN = re.compile(r"(@|://(?:www\.)?|www\.)((?:[\w-]{1,40}\.){1,3})[a-z]{2,12}\b")
OTHERS = lexicon.words("shared_domains.tsv")
"""Domains of everybody."""
DASHES = frozenset(["-", "–", "—", "--", "/"])
"""What stands between the place of a dateline and the text."""
OPENERS = frozenset(["the", "today", ",", "this", "week", "at", "as", "“", '"', "introducing", "meet"])
"""What may stand before the name that a sentence begins with."""
PUBLISHES = re.compile(
    r"communications? platform|(?:press release|article|editorial|news)s? (?:distribution|dissemination|syndication|enhancement)"
    r"|(?:financial|investors?|investment|independent) news\b|news (?:service|network|aggregator)|newsletter"
)
""" In an "About" paragraph: it is of somebody who carries texts of others."""
CLASSES = frozenset("DJNPVEGTRCM")
"""Word classes that stand for their words; of the others the form is told."""

Sign = tuple[Entity, str]


def signs(view: View, entity_of: Mapping[int, Entity]) -> list[tuple[Entity, list[str]]]:
    """Those who may be the issuer, each with its signs; people of whom one name alone is known may not."""
    found: dict[int, tuple[Entity, dict[str, None]]] = {}
    for entity, sign in _places(view, entity_of):
        known = found.get(id(entity))
        if known is not None:
            known[1][sign] = None
        elif len(found) < MOST and (entity.kind != "person" or len(entity.words) > 1):
            found[id(entity)] = entity, {sign: None}
    named, acting = {}, {}
    for entity, _ in found.values():
        named[id(entity)] = len(entity.names)
        acting[id(entity)] = sum(
            [
                view.code(view.last[n] + 1) == "V" or view.word(view.last[n] + 1) in ("is", "has", "will")
                for n in entity.names
            ]
        )
    for entity, told in found.values():
        size = len(entity.words)
        for other, others in found.values():
            if size < len(other.words) and other.words[:size] == entity.words:
                told["short"] = others["long"] = None
                named[id(other)] += len(entity.names)
    many, often = (sorted(set(counts.values()), reverse=True) for counts in (named, acting))
    out = []
    for key, (entity, told) in found.items():
        acts = f"v{min(often.index(acting[key]), 3)}{min(acting[key], 3)}{entity.kind == 'person'}"
        out.append((entity, [*told, acts, *_standing(view, entity, min(many.index(named[key]), 3))]))
    return out


def _standing(view: View, entity: Entity, rank: int) -> list[str]:
    """What an entity is called and how often, by itself and beside the others (`rank`)."""
    full, words, count = entity.full or 0, entity.words, len(entity.names)
    person = entity.kind == "person"
    kind = "p" if person else view.names[full].kind[:2]
    many = "1" if count < 2 else "2" if count < 3 else "4" if count < 5 else "8" if count < 9 else "9"
    common = sum(map(lexicon.tags().__contains__, words))
    last = view.word(view.last[full])
    sort = (
        "legal" if last in legal_forms() or last == "." else lexicon.table("organisation_heads.tsv").get(words[-1], "-")
    )
    return [
        kind,
        f"n{many}{person}",
        f"r{rank}{person}",
        f"c{'all' if common == len(words) else 'some' if common else 'none'}{min(len(words), 3)}{kind}",
        f"e{sort}{kind}",
    ]


def _places(view: View, entity_of: Mapping[int, Entity]) -> Iterator[Sign]:
    """Everything that tells of anybody, the beginning first."""
    begin = begin_of(view)
    line_end = view.text.find("\n", begin)
    if begin < line_end < begin + 300:
        yield from _named(view, entity_of, begin, line_end, "h")
    yield from _sentences(view, entity_of)
    yield from _lines(view, entity_of)
    yield from _about(view, entity_of)
    company = defined(view, entity_of)
    if company is not None:
        yield company, "def"
    yield from _voices(view, entity_of)
    yield from _addresses(view, entity_of)


def begin_of(view: View) -> int:
    """Where the text begins, behind white space."""
    return view.document.paragraphs[0].start if view.document.paragraphs else 0


def _sentences(view: View, entity_of: Mapping[int, Entity]) -> Iterator[Sign]:
    """Those of the first long sentences of the body."""
    read = 0
    for sentence in view.document.sentences[:40]:
        if sentence.start > HEAD or read == OPENING:
            return
        if view.document.section_at(sentence.start) not in ("body", "dateline"):
            continue
        if view.text[sentence.start : sentence.end].rstrip()[-1:] in tuple("—–-/"):
            continue  # a dateline alone
        yield from _named(view, entity_of, sentence.start, sentence.end, f"s{read}")
        read += sentence.end - sentence.start > LONG


def _named(view: View, entity_of: Mapping[int, Entity], start: int, end: int, region: str) -> Iterator[Sign]:
    """Names between two offsets, with what stands beside them."""
    first, stop = view.tokens.first_from(start), view.tokens.first_from(end)
    if region != "h":
        first = _behind_dateline(view, first, stop)
    begin = first
    while begin < stop and view.word(begin) in OPENERS and begin not in view.starts:
        begin += 1
    seen: dict[int, None] = {}
    for at in range(first, min(stop, first + FAR)):
        n = view.starts.get(at)
        if n is None or n not in entity_of or id(entity_of[n]) in seen or len(seen) == NAMED:
            continue
        entity = entity_of[n]
        yield entity, region
        yield entity, f"{region}{'p' if entity.kind == 'person' else ''}{min(len(seen), 3)}"
        behind = _beside(view, view.last[n] + 1)
        if at == begin:
            yield entity, f"{region}b{behind}"
        else:
            yield entity, f"{region}<{_beside(view, at - 1)}"
            yield entity, f"{region}>{behind}"
        how = "" if view.quoted[at] else announcing(view, n, stop)
        if how:
            yield entity, f"{region}!{how}{at == begin}"
            if not seen:
                yield entity, f"{region}!{how}0"
        if region != "h" and praise().match(view.text, view.names[n].end):
            yield entity, "praise"
        seen[id(entity)] = None


def _behind_dateline(view: View, first: int, stop: int) -> int:
    """The token behind the first dash or slash that only names and marks stand before, else `first`."""
    for k in range(first, min(stop, first + 30)):
        if view.word(k) in DASHES:
            return k + 1
        if view.code(k) in "VE.":
            break
    return first


def _beside(view: View, k: int) -> str:
    """What token `k` is: a name, a title, a verb that announces, its own form where that is a mark or a small word, else its class."""
    if k in view.starts or k in view.ends:
        return "n"
    word, code = view.word(k), view.code(k)
    if word in lexicon.words("announcing_verbs.tsv"):
        return "ann"
    if is_head(view, k):
        return "H"
    return code if code in CLASSES and word not in ("and", "is", "are") else word


def _lines(view: View, entity_of: Mapping[int, Entity]) -> Iterator[Sign]:
    """Those whom lines of the wire, of the source and of contacts name, and the last names of the text."""
    text = view.text
    half = len(text) // 2
    places = [("w", WIRE_LINE.search(text, 0, HEAD)), ("src", SOURCE.search(text, half))]
    places += [("m", match) for match in MORE.finditer(text, max(half, len(text) - LATE))][:4]
    for sign, match in places:
        found = first_in(view, entity_of, match.end(), match.end() + LONG, True) if match is not None else None
        if found is not None:
            yield found, sign
    tail = view.tokens.first_from(max(half, len(text) - TAIL))
    for n in range(len(view.names) - 1, max(-1, len(view.names) - 1 - LAST), -1):
        if view.first[n] >= tail and n in entity_of:
            yield entity_of[n], "l"
            if view.begins_line(view.first[n]) and view.begins_line(view.last[n] + 1):
                yield entity_of[n], "ll"


def _about(view: View, entity_of: Mapping[int, Entity]) -> Iterator[Sign]:
    """Those of the "About X" paragraphs."""
    text, seen = view.text, 0
    places = sorted({m.end() for m in (*ABOUT.finditer(text), *ABOUT_INSIDE.finditer(text, len(text) // 4))})
    for place in places[:ABOUTS]:
        found = first_in(view, entity_of, place, place + LONG, True)
        if found is not None:
            if PUBLISHES.search(text, place, place + 500) is not None:
                yield found, "ap"
            yield found, ("b" if seen else "a")
            yield found, f"a{min(seen, 2)}{found.first < place - 8}{len(places) > 1}"
            seen += 1


def _voices(view: View, entity_of: Mapping[int, Entity]) -> Iterator[Sign]:
    """Those who speak, and those whom the sentence names beside who speaks: "said Ann Lee, head of sales at Acme"."""
    for a in view.attributions[:SPOKEN]:
        if a.source is None:
            continue
        first, stop = view.tokens.first_from(a.source[0]), view.tokens.first_from(a.source[1])
        for k in range(max(0, first - 5), stop + 14):
            if k > stop and view.code(k) in '.V"':
                break
            n = view.starts.get(k)
            if n is not None and n in entity_of:
                of = view.word(k - 1) in ("of", "at", "for", ",")
                yield entity_of[n], "speaks" if first <= k < stop else "before" if k < first else f"behind{of}"


def _addresses(view: View, entity_of: Mapping[int, Entity]) -> Iterator[Sign]:
    """Those whose names are in the domains of the article's addresses."""
    text = view.text
    near = text if len(text) < 4 * HEAD else text[: 2 * HEAD] + text[-2 * HEAD :]
    labels: dict[str, str] = {}
    for match in DOMAIN.finditer(near):
        for label in match[2].lower().replace("-", "").split("."):
            if len(label) > 2 and label not in OTHERS:
                labels[label] = "d@" if match[1] == "@" else labels.get(label, "dw")
    if not labels:
        return
    letters = {label[0] for label in labels}
    for entity in list(dict.fromkeys(entity_of.values())):
        if entity.words and entity.words[0][0] in letters:
            for label, sign in labels.items():
                if label[0] == entity.words[0][0] and _is_domain(label, entity.words):
                    yield entity, sign
                    break


def defined(view: View, entity_of: Mapping[int, Entity]) -> Entity | None:
    """The organisation named before "(the “Company”)" in the beginning."""
    match = DEFINED.search(view.text, 0, HEAD)
    if match is None:
        return None
    at = view.tokens.first_from(match.start())
    inside = 0
    for k in range(at - 1, max(-1, at - 30), -1):
        inside += (view.word(k) == ")") - (view.word(k) == "(")
        n = view.ends.get(k)
        if not inside and n is not None and n in entity_of and view.names[n].kind in ("organization", "other"):
            return entity_of[n]
    return None


def first_in(view: View, entity_of: Mapping[int, Entity], start: int, end: int, people: bool = False) -> Entity | None:
    """The first organisation (`people`: or person) named on the line of `start`, before `end`."""
    line_end = view.text.find("\n", start)
    if line_end >= 0:
        end = min(end, line_end)
    at = view.tokens.first_from(start)
    for k in range(at, min(at + 40, len(view.lower))):
        if view.tokens.start[k] >= end:
            return None
        n = view.starts.get(k)
        if n is not None and n in entity_of and (people or view.names[n].kind in ("organization", "other")):
            return entity_of[n]
    return None


def _is_domain(label: str, words: tuple[str, ...]) -> bool:
    """Is a part of a domain made of a name?

    >>> _is_domain("tarnrivergears", ("tarn", "river")), _is_domain("trg", ("tarn", "river", "gears")), _is_domain("gears", ("tarn", "river"))
    (True, True, False)
    """
    whole = "".join(filter(str.isalnum, "".join(words)))
    if len(whole) > 3 and (
        label.startswith(whole) or (whole.startswith(label) and (len(label) > 3 or label == words[0]))
    ):
        return True
    return len(words) > 2 and label == "".join(
        word[0] for word in words if word not in ("and", "of", "the", "for", "&")
    )
