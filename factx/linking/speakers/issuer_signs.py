"""Where those who may be the issuer of an article stand in it: the signs that are weighed for each of them.

A sign is a short word: where a name stands (`h` headline, `s0` the first long sentence of the body, `a` an "About …", `w` a line of the
wire, `k` a contact block …), and what stands beside it there. None of them decides alone: `issuer_points.tsv` has their points.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from factx import lexicon
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.listings import listings
from factx.linking.speakers.titles import is_head
from factx.linking.speakers.view import View
from factx.mentions.names.legal import legal_forms

__all__ = ["HEAD", "defined", "first_in", "signs"]

HEAD = 2500
"""Characters of the beginning in which the names are looked at one by one."""
OPENING = 3
"""Long sentences of the body that are told apart: a second headline can be before them."""
LONG = 60
NAMED = 24
"""Names of the headline and of a sentence that are looked at."""
MOST = 16
"""Organisations that are weighed, those that are named first."""
RANKS = "0123"
WIRE_LINE = re.compile(r"^[^\n/]{4,80}\d{4} ?/ (?=[^\n/]{2,60} /$)", re.M)
""" "Butte, United States - January 11, 2026 / Acme Shops /", a line of its own."""
SOURCE = re.compile(r"^(?:SOURCE|Source)(?::| )\s?(?=[A-Z0-9])", re.M)
ABOUT = re.compile(r"^[ \t#*]*(?:About|ABOUT):?\s+(?=\S)", re.M)
ABOUT_INSIDE = re.compile(
    r"(?:(?<=  )|(?<=[a-z\d)][.!?”\"])|(?<=[.!?][”\"]))About (?=(?:the )?[A-Za-z\d][^\n:.]{1,60}(?::|  ?(?:[A-Z]|is\b)))"
)
"""The same in a text of one paragraph, behind two spaces or glued to a full stop."""
LABEL = re.compile(r"(?:^|[a-z])(?:Company|Organi[sz]ation|Business|Brand|Name|Contact Details)(?: Name)?(?:: ?|(?=[A-Z]))", re.M)
""" "Company Name: Acme", "Contact DetailsAcme"."""
RIGHTS = re.compile(r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[ \d,©–-]{0,14}(?:by )?|(?=[^\n.]{2,40} (?:is a|are) (?:registered )?trademark)")
MORE = re.compile(r"\b(?:information|details|more|inquiries) (?:about|on|regarding) (?=[A-Z])|\b(?:[Vv]isit|[Ff]ollow|[Cc]ontact) (?=[A-Z])")
""" "For more information about Acme", "visit Acme"."""
DEFINED = re.compile(
    r"\((?:[^()\n]{0,60}?\bor )?(?:the |The |hereinafter )?[“\"](?:the |The )?(?:Company|Group|Corporation|Bank|Partnership|Trust|Fund)[,.]?[”\"]\)"
)
""" "(the “Company”)": only the one who speaks defines a name for itself."""
DOMAIN = re.compile(r"(@|\bwww\.|https?://(?:www\.)?)((?:[\w-]{1,40}\.){1,3})[a-z]{2,12}\b")
OTHERS = lexicon.words("shared_domains.tsv")
"""Domains of everybody."""
GLAD = frozenset("proud pleased thrilled excited delighted honored honoured happy glad eager set poised ready".split())
""" "Acme is proud to announce": reporters do not write so."""
TIMES = frozenset(["today", "yesterday", "proudly"])
DASHES = frozenset(["-", "–", "—", "--", "/"])
"""What stands between the place of a dateline and the text."""
OPENERS = frozenset(["the", "today", ",", "this", "week", "at", "as", "“", '"', "introducing", "meet"])
"""What may stand before the name that a sentence begins with."""
PUBLISHES = re.compile(
    r"communications? platform|(?:press release|article|editorial|news)s? (?:distribution|dissemination|syndication|enhancement)"
    r"|(?:financial|investors?|investment|independent) news\b|news (?:service|network|aggregator)|newsletter"
)
""" In an "About" paragraph: it is of somebody who carries texts of others."""
PLAIN = frozenset("DJNPVEGITRCM")

Found = dict[int, tuple[Entity, dict[str, None]]]


def signs(view: View, entity_of: Mapping[int, Entity]) -> list[tuple[Entity, list[str]]]:
    """Those who may be the issuer, in order of what tells of them, each with its signs."""
    found: Found = {}
    for entity, sign in _all(view, entity_of):
        if id(entity) in found:
            found[id(entity)][1][sign] = None
        elif len(found) < MOST and _may_be(view, entity):
            found[id(entity)] = entity, {sign: None}
    return _weighed(view, list(found.values()))


def _weighed(view: View, found: list[tuple[Entity, dict[str, None]]]) -> list[tuple[Entity, list[str]]]:
    """The signs of each, with those that tell how it stands among the others."""
    named = {id(entity): len(entity.names) for entity, _ in found}
    acting = {id(entity): sum(map(_acts(view), entity.names)) for entity, _ in found}
    for entity, told in found:
        for other, others in found:
            size = len(entity.words)
            if other is not entity and size < len(other.words) and other.words[:size] == entity.words:
                told["short"] = others["long"] = None
                named[id(other)] += len(entity.names)
    many, often = (sorted(set(counts.values()), reverse=True) for counts in (named, acting))
    whole = sum(len(entity.names) for entity, _ in found) or 1
    anybody = {sign[0] for _, told in found for sign in told if sign[0] in "dak$w"}
    out = []
    for entity, told in found:
        own = {sign[0] for sign in told}
        person = "p" if entity.kind == "person" else ""
        out.append(
            (
                entity,
                [
                    *told,
                    *_standing(view, entity, many.index(named[id(entity)]), 10 * named[id(entity)] // whole),
                    f"v{min(often.index(acting[id(entity)]), 3)}{min(acting[id(entity)], 3)}{person}",
                    *[f"no{sign}{'b' if 'sb' in told else 'h' if 'h' in told else ''}" for sign in sorted(anybody - own)],
                ],
            )
        )
    return out


def _acts(view: View) -> Callable[[int], bool]:
    """Is name `n` what a verb right behind it is about?"""
    return lambda n: view.code(view.last[n] + 1) == "V" or view.word(view.last[n] + 1) in ("is", "has", "will", "was", "offers")


def _may_be(view: View, entity: Entity) -> bool:
    """Not those who are called by one name alone."""
    return entity.kind != "person" or len(entity.words) > 1


def _standing(view: View, entity: Entity, often: int, share: int) -> Iterator[str]:
    """What the whole text tells of an entity: kind, how often it is named, where first, what it is called."""
    count, person = len(entity.names), entity.kind == "person"
    kind = "p" if person else view.names[entity.full or 0].kind[:2]
    many = "1" if count < 2 else "2" if count < 3 else "4" if count < 5 else "8" if count < 9 else "9"
    yield kind
    yield f"n{many}{person}"
    yield f"r{min(often, 3)}{person}"
    yield f"q{'0' if share < 1 else '1' if share < 3 else '3' if share < 5 else '5'}{person}"
    known = lexicon.tags()
    words = entity.words
    common = sum(word in known for word in words)
    yield f"c{'all' if common == len(words) else 'some' if common else 'none'}{min(len(words), 3)}{kind}"
    last = view.word(view.last[entity.full or 0])
    sort = "legal" if last in legal_forms() or last == "." else lexicon.table("organisation_heads.tsv").get(words[-1], "-")
    yield f"e{sort}{kind}"


def _all(view: View, entity_of: Mapping[int, Entity]) -> Iterator[tuple[Entity, str]]:
    yield from _headline(view, entity_of)
    yield from _sentences(view, entity_of)
    yield from _lines(view, entity_of)
    yield from _about(view, entity_of)
    company = defined(view, entity_of)
    if company is not None:
        yield company, "def"
    yield from _voices(view, entity_of)
    yield from _addresses(view, entity_of)


def _headline(view: View, entity_of: Mapping[int, Entity]) -> Iterator[tuple[Entity, str]]:
    """Those of the first line."""
    line_end = view.text.find("\n")
    if 0 < line_end < 300:
        yield from _named(view, entity_of, 0, line_end, "h", -1)


def _sentences(view: View, entity_of: Mapping[int, Entity]) -> Iterator[tuple[Entity, str]]:
    """Those of the first long sentences of the body."""
    read = 0
    for sentence in view.document.sentences[:40]:
        if sentence.start > HEAD or read == OPENING:
            return
        section = view.document.section_at(sentence.start)
        if section not in ("body", "dateline"):
            continue
        if view.text[sentence.start : sentence.end].rstrip()[-1:] in tuple("—–-/"):
            continue  # a dateline alone
        dash = _dash(view, sentence.start, sentence.end)
        yield from _named(view, entity_of, sentence.start, sentence.end, f"s{read}", dash)
        read += sentence.end - sentence.start > LONG


def _dash(view: View, start: int, end: int) -> int:
    """The first dash or slash that a place stands before, behind which the text begins, or -1."""
    first = view.tokens.first_from(start)
    for k in range(first, first + 30):
        if view.tokens.start[min(k, len(view.forms) - 1)] >= end:
            break
        if view.word(k) in DASHES:
            return k
        if view.code(k) in "VE.":
            break
    return -1


def _named(
    view: View, entity_of: Mapping[int, Entity], start: int, end: int, region: str, dash: int
) -> Iterator[tuple[Entity, str]]:
    """Names between two offsets, with what stands beside them."""
    first = max(view.tokens.first_from(start), dash + 1)
    last = view.tokens.first_from(end)
    rank, seen = 0, set()
    begin = first
    while begin < last and view.word(begin) in OPENERS and begin not in view.starts:
        begin += 1
    k = first
    while k < last and rank < 8 and k < first + 70:
        n = view.starts.get(k)
        k += 1
        if n is None or n not in entity_of:
            continue
        entity = entity_of[n]
        k = view.last[n] + 1
        if id(entity) in seen:
            continue
        seen.add(id(entity))
        yield entity, region
        yield entity, f"{region}{'p' if entity.kind == 'person' else ''}{RANKS[min(rank, 3)]}"
        at = view.first[n]
        behind = _beside(view, k)
        if at == begin:
            yield entity, f"{region}b{behind}"
            if region == "s0":
                yield entity, "sb"
        else:
            yield entity, f"{region}<{_beside(view, at - 1)}"
            yield entity, f"{region}>{behind}"
        if not view.quoted[at]:
            how = announcing(view, n, last)
            if how:
                yield entity, f"{region}!{how}{at == begin}"
                if rank == 0:
                    yield entity, f"{region}!{how}{rank}"
        else:
            yield entity, f"{region}q"
        if region[0] == "s" and _praise().match(view.text, view.names[n].end):
            yield entity, "praise"
        rank += 1


def _beside(view: View, k: int) -> str:
    """What token `k` is: a name, a title, a verb that announces, its own form where that is a mark or a small word, else its class."""
    if k in view.starts or k in view.ends:
        return "n"
    word, code = view.word(k), view.code(k)
    if word in lexicon.words("announcing_verbs.tsv"):
        return "ann"
    if is_head(view, k):
        return "H"
    if code in PLAIN and code != "I" and word not in ("and", "is", "are"):
        return code
    return word


def announcing(view: View, n: int, stop: int) -> str:
    """How name `n` announces something: "t" (today, with pride: as only issuers do), "a", or "" where it does not.

    Brackets, appositions and further names between the name and its verb are passed over.
    """
    verbs = lexicon.words("announcing_verbs.tsv")
    depth, between = 0, 0
    for at in range(view.last[n] + 1, min(stop, view.last[n] + 60)):
        word, code = view.word(at), view.code(at)
        if word in ("(", "["):
            depth += 1
        elif word in (")", "]"):
            depth -= 1
            if depth < 0:
                return ""  # a news agency in brackets
        elif depth > 0:
            continue
        elif word in verbs and (between or view.code(at - 1) not in "DJTS"):
            early = "" if between < 2 else "-"
            if view.word(at - 1) in TIMES or view.word(at + 1) in TIMES:
                return "t" + early
            if view.word(at - 1) not in ("to", "the", "of"):
                return "a" + early
        elif word in GLAD and view.word(at + 1) == "to" and view.word(at - 1) in ("is", "are", "’s", "'s"):
            return "t"
        elif code in "VE":
            between += 1
    return ""


def _lines(view: View, entity_of: Mapping[int, Entity]) -> Iterator[tuple[Entity, str]]:
    """Those whom lines of the wire, of the source, of contacts and of rights name."""
    text = view.text
    half = len(text) // 2
    places = [("w", WIRE_LINE.search(text, 0, HEAD)), ("src", SOURCE.search(text, half))]
    places += [("k", match) for match in LABEL.finditer(text, half)][:4]
    places += [("c", match) for match in RIGHTS.finditer(text, half)][:3]
    places += [("m", match) for match in MORE.finditer(text, half)][:4]
    for sign, match in places:
        if match is not None:
            line_end = text.find("\n", match.end())
            line_end = line_end if line_end >= 0 else len(text)
            found = first_in(view, entity_of, match.end(), min(line_end, match.end() + 60), True)
            if found is not None:
                yield found, sign
    tail = view.tokens.first_from(max(half, len(text) - 400))
    last = [n for n in range(len(view.names) - 1, max(-1, len(view.names) - 9), -1) if view.first[n] >= tail and n in entity_of]
    for n in last:
        yield entity_of[n], "l"
        if view.begins_line(view.first[n]) and view.begins_line(view.last[n] + 1):
            yield entity_of[n], "ll"


def _about(view: View, entity_of: Mapping[int, Entity]) -> Iterator[tuple[Entity, str]]:
    """Those of the "About X" paragraphs."""
    text, seen = view.text, 0
    places = [*ABOUT.finditer(text), *ABOUT_INSIDE.finditer(text, len(text) // 4)]
    for match in sorted(places, key=lambda m: m.start())[:6]:
        line_end = text.find("\n", match.end())
        line_end = len(text) if line_end < 0 else line_end
        found = first_in(view, entity_of, match.end(), min(line_end, match.end() + 60), True)
        if found is None:
            continue
        if PUBLISHES.search(text, match.end(), min(len(text), match.end() + 500)) is not None:
            yield found, "ap"
        before = found.first < match.start()
        yield found, ("b" if seen else "a")
        yield found, f"a{seen if seen < 2 else 2}{before}{len(places) > 1}"
        seen += 1


def _voices(view: View, entity_of: Mapping[int, Entity]) -> Iterator[tuple[Entity, str]]:
    """Those who are spoken for: people introduced as theirs, who speak themselves, and with whose names "we" stands."""
    staff: dict[int, int] = {}
    for n, entity in entity_of.items():
        if entity.kind == "person":
            continue
        first, last = view.first[n], view.last[n]
        before = first - 1 - (view.word(first - 1) == "the")
        if view.word(before) in ("of", "at", "for", "from", "with", ",") and any(
            is_head(view, k) for k in range(before - 1, before - 5, -1)
        ):
            staff[id(entity)] = staff.get(id(entity), 0) + 1
            yield entity, f"t{min(3, staff[id(entity)])}"
        elif is_head(view, last + 1) or is_head(view, last + 2):
            yield entity, "t'"
        if view.quoted[first]:
            yield entity, "u"
        if view.word(first - 1) == "at" and view.word(last + 1) == "," and view.word(last + 2) in ("we", "our"):
            yield entity, "we"
        if view.word(last + 1) in ("'s", "’s"):
            yield entity, "'s"
    for a in view.attributions[:30]:
        if a.source is None:
            continue
        first = view.tokens.first_from(a.source[0])
        stop = view.tokens.first_from(a.source[1])
        for k in range(max(0, first - 5), min(stop + 14, len(view.forms))):
            if k > stop and view.code(k) in '.V"':
                break
            n = view.starts.get(k)
            if n is not None and n in entity_of:
                entity = entity_of[n]
                yield entity, "speaks" if first <= k < stop else "before" if k < first else f"behind{view.word(k-1) in ('of','at','for',',')}"
    for entity, traded in _listed(view, entity_of):
        yield entity, traded


def _listed(view: View, entity_of: Mapping[int, Entity]) -> Iterator[tuple[Entity, str]]:
    for rank, key in enumerate(listings(view, entity_of)):
        entity = next(e for e in entity_of.values() if id(e) == key)
        yield entity, f"$${min(rank, 2)}"


def _addresses(view: View, entity_of: Mapping[int, Entity]) -> Iterator[tuple[Entity, str]]:
    """Those whose names are in the domains of the article's addresses."""
    text = view.text
    near = text if len(text) < 4 * HEAD else text[: 2 * HEAD] + text[-2 * HEAD :]
    labels: dict[str, str] = {}
    for match in DOMAIN.finditer(near):
        for label in match[2].lower().rstrip(".").split("."):
            label = label.replace("-", "")
            if len(label) > 2 and label not in OTHERS:
                labels[label] = "@" if match[1] == "@" else labels.get(label, "w")
    if not labels:
        return
    order = list(labels)
    for entity in list(dict.fromkeys(entity_of.values()))[:200]:
        for label in order:
            if _is_domain(label, entity.words):
                yield entity, f"d{labels[label]}"
                yield entity, f"d{min(2, order.index(label))}{len(order) > 1}"
                break


@cache
def _praise() -> re.Pattern[str]:
    """ ", a leading provider of …" behind a name: so issuers describe themselves."""
    words = "|".join(map(re.escape, sorted(lexicon.words("praise.tsv"))))
    kinds = r"-based (?:company|firm|studio|startup)|firm (?:that|in)|company (?:that|in|focused)"
    return re.compile(rf"[^.!?\n]{{0,40}}?,? (?:an?|the) [^.,\n]{{0,60}}?(?:\b(?:{words})\b|{kinds})")


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
    """The first organisation (`people`: or person) named between two offsets."""
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
    whole = "".join(c for word in words for c in word if c.isalnum())
    if len(whole) > 3 and (
        label.startswith(whole) or (whole.startswith(label) and (len(label) > 3 or label == words[0]))
    ):
        return True
    return len(words) > 2 and label == "".join(
        word[0] for word in words if word not in ("and", "of", "the", "for", "&")
    )
