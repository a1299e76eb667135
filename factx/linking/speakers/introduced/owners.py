"""What may be the organisation that goes with a person: names, words with capitals that are no known name, and descriptions."""

from __future__ import annotations

from collections.abc import Iterator

from factx import lexicon
from factx.linking.speakers.employers import with_part
from factx.linking.speakers.introduced.marks import KINDS, few, sorts, weighed
from factx.linking.speakers.introduced.roles import Part, Place, none_of
from factx.linking.speakers.titles import singular
from factx.mentions.names.shapes import BOUND

__all__ = ["owners"]

POSSESSIVE = frozenset(["its", "our", "their", "my"])
POINTING = frozenset(["the", "this", "that", *POSSESSIVE])
BEFORE = frozenset(["of", "at", "for", "with", "from", "by", ",", "(", "representing"])
NOMINAL = frozenset("NPJGE#")
TITLED = frozenset("hmf")
"""Sorts of words that begin or end a title, and not the name of an organisation."""
INNER = frozenset("of the for and & at in + ® ™ ' ’ 's ’s - /".split())
"""What stands between words of a name."""
DESCRIBED = 4
"""Tokens between "the" and its noun."""


def owners(place: Place) -> list[Part]:
    """All that may be the organisation of the person named; the first is none."""
    marks = place.marks
    behind = f"a->{marks.joint(place.last + 1)} {marks.sort(place.last + 2)}"
    found = [none_of(["a-", f"a-{place.beside}", f"a-<{marks.sort(place.first - 1)}", behind])]
    seen = set()
    for fit, first, last in _spans(place):
        if (first, last) not in seen and first <= last and (last < place.first or first > place.last):
            seen.add((first, last))
            features = _features(place, fit, first, last)
            found.append(Part(first, last, features, score=weighed(features)))
    return found


def _spans(place: Place) -> Iterator[tuple[str, int, int]]:
    """(sort, first token, last token) of what may be an organisation."""
    marks, view = place.marks, place.marks.view
    k = place.low
    while k < place.high:
        n = view.starts.get(k)
        if n is not None and not place.first <= k <= place.last:
            yield from _named(place, n)
            k = view.last[n] + 1
            continue
        if k in marks.inside:
            k += 1
            continue
        word = view.word(k)
        if word in POINTING:
            if word in POSSESSIVE:
                yield "own", k, k
            for at in range(k + 1, min(place.high, k + 1 + DESCRIBED)):
                if "d" in sorts().get(view.word(at), "") and at not in marks.inside:
                    yield "described", k, at
                if view.code(at) not in NOMINAL:
                    break
        elif view.forms[k][0].isupper() and not marks.is_head(k):
            stop = k
            while (
                stop + 1 < place.high
                and stop + 1 not in marks.inside
                and (view.forms[stop + 1][0].isupper() or view.word(stop + 1) == "&")
                and not marks.is_head(stop + 1)
                and not view.begins_line(stop + 1)
            ):
                stop += 1
            if view.word(stop).rsplit("-", 1)[-1] not in BOUND:  # "New York-based"
                yield "capitals", k, stop
                yield from _onward(place, k, stop)
            k = stop
        elif view.word(k - 1) in BEFORE and word not in lexicon.tags() and view.forms[k][0].isalnum():
            yield "odd", k, k
        k += 1


def _named(place: Place, n: int) -> Iterator[tuple[str, int, int]]:
    """Name `n` whole, without titles in it, and with what goes on behind it."""
    view = place.marks.view
    first, last = view.first[n], view.last[n]
    yield "name", first, last
    titled = [k for k in range(first, last + 1) if not TITLED.isdisjoint(sorts().get(view.word(k), ""))]
    if titled and first < last:
        yield "before title", first, titled[0] - 1
    # "Board of Directors | of Orlo"
    of = next((k for k in range(first + 1, last) if view.word(k) == "of" and not singular(view.word(k + 1))), None)
    if of is not None:
        yield "behind of", of + 1 + (view.word(of + 1) == "the"), last
    part = with_part(view, last)
    if part > last:
        yield "division", first, part
    yield from _onward(place, first, last)


def _onward(place: Place, first: int, last: int) -> Iterator[tuple[str, int, int]]:
    """What begins at token `first` and goes on behind `last` over small words: "University of Hawaii | at Manoa"."""
    marks, view = place.marks, place.marks.view
    k, gaps = last + 1, 0
    while k < min(place.high, last + 9) and not view.begins_line(k) and not place.first <= k <= place.last:
        if view.word(k) in INNER or view.word(k) == ",":
            gaps += 1
        elif view.forms[k][0].isupper() or view.forms[k][0].isdigit():
            if not view.forms[k + 1 : k + 2] or not view.forms[k + 1][0].isupper() or gaps == 0:
                yield f"onward {view.word(last + 1)}", first, k
        elif gaps == 0 and view.code(k) == "N" and k == last + 1:
            yield "noun behind", first, k
        else:
            return
        if gaps > 3 or marks.mark(k) == "P":
            return
        k += 1


def _features(place: Place, fit: str, a: int, b: int) -> list[str]:
    """Features of what may be the organisation."""
    marks, view = place.marks, place.marks.view
    side = place.side(a)
    people, heads = place.between(a, b)
    path = place.path(a, b)
    n = marks.inside.get(a)
    kind = "-" if n is None else KINDS.get(view.names[n].kind, "T")
    rule = "-" if n is None else view.names[n].rule
    often = "-" if n is None else marks.often(n)
    words = view.lower[a : b + 1]
    main = all(w in marks.main for w in words if w[0].isalnum())
    tags = lexicon.tags()
    known = all(w in tags for w in words if w[0].isalpha())
    far = few(place.first - b if b < place.first else a - place.last)
    last = view.word(b)
    return [
        f"af{fit}",
        f"af{fit}{kind}{often}",
        f"ag{fit}|{rule}",
        f"ag{kind}|{rule}|{side}{heads}",
        f"ap{path}",
        f"ap{path}|{kind}",
        f"ap{path}|{fit}",
        f"ad{side}{far}|{kind}",
        f"ab{side}{people}{heads}|{kind}",
        f"ab{side}{people}|{place.beside}",
        f"av{side}{place.verb}{heads}",
        f"au{path}|{place.verb}|{kind}",
        f"am{main}{kind}",
        f"am{main}{side}{heads}{people}",
        f"ak{known}{fit}{marks.capital(a)}",
        f"aw{last}",
        f"as{sorts().get(last, '')}|{fit}",
        f"ax{view.word(a - 1)}",
        f"ax{view.word(a - 1)}|{kind}{fit}",
        f"ay{view.word(b + 1)}",
        f"ay{marks.joint(b + 1)}|{kind}|{side}",
        f"az{marks.sort(b + 1)}|{fit}",
        f"az{marks.sort(a - 1)}|{fit}",
        f"aj{marks.joint(a - 1)}|{kind}|{marks.joint(b + 1)}",
        f"ac{marks.counts[view.forms[a]] > 2}{marks.capital(a)}{fit}",
        f"aq{side}{view.quoted[a]}{kind}",
        f"ao{few(b - a)}{fit}",
        f"ae{kind}{marks.joint(b + 1)}|{marks.joint(b + 2)}",
        f"al{marks.mark(a - 2)} {marks.mark(a - 1)}|{kind}",
        f"ah{side}{_head_before(place, a)}|{kind}",
        f"ai{side}{_head_behind(place, b)}|{kind}",
    ]


def _head_before(place: Place, a: int) -> str:
    marks = place.marks
    for k in range(a - 1, a - 9, -1):
        if marks.mark(k) == "H":
            return marks.path(k, a)
        if marks.mark(k) == "P":
            return "P"
    return "-"


def _head_behind(place: Place, b: int) -> str:
    marks = place.marks
    for k in range(b + 1, b + 7):
        if marks.mark(k) == "H":
            return marks.path(b, k)
        if marks.mark(k) == "P":
            return "P"
    return "-"
