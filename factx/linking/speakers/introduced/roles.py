"""What may be the role of a person: titles near the name, each head with all beginnings and ends that it may have."""

from __future__ import annotations

from dataclasses import dataclass, field

from factx import lexicon
from factx.linking.speakers.introduced.marks import Marks, few, sorts, weighed

__all__ = ["Part", "Place", "none_of", "roles"]

NOMINAL = frozenset("NPJGE#&H")
BACK = 7
"""Tokens before the head that may belong to the title."""
ENDS = 9
"""Ends of one title that are weighed."""
AHEAD = 18
"""Tokens behind the head that may belong to the title."""
FIELD = 8
"""Tokens of one field of work."""
COURTS = frozenset(["district", "circuit", "magistrate", "bankruptcy"])
"""What judges of the United States sit in."""
VERBS = frozenset("VASB")
"""Marks of verbs."""
FEW = 4
"""Words between a name and a title that are read as they are."""
JOINS = frozenset(["and", "&", "/", ",", "or"])


@dataclass(slots=True)
class Place:
    """The name whose role is asked for, and what is read around it: tokens `low` to `high`, the last not included."""

    marks: Marks
    first: int
    last: int
    low: int
    high: int
    beside: str = ""
    verb: bool = False
    """Does a verb of appointment stand before the name?"""
    _between: dict[int, tuple[int, int]] = field(default_factory=dict)

    def side(self, k: int) -> str:
        """On which side of the name token `k` stands."""
        return "<" if k < self.first else ">"

    def path(self, first: int, last: int) -> str:
        """What stands between the name and tokens `first` to `last`."""
        if last < self.first:
            return "<" + self.marks.path(last, self.first)
        return ">" + self.marks.path(self.last, first)

    def words(self, low: int, high: int) -> list[str]:
        """Features of what stands between the name and a title: every word where they are few, and the verb next to the title."""
        marks, view = self.marks, self.marks.view
        side, walk = ("<", range(high - 1, low - 1, -1)) if high == self.first else (">", range(low, high))
        verb = next((view.word(k) for k in walk if marks.mark(k) in VERBS and view.word(k).isalpha()), "-")
        if high - low > FEW:
            return [f"wv{side}{verb}"]
        words = [marks.mark(k) if k in marks.inside else view.word(k) for k in range(low, high)]
        plain = [word if word[0].isalnum() else view.code(k) for k, word in enumerate(words, low)]
        return [f"wv{side}{verb}", f"ww{side}{' '.join(plain)}"]

    def between(self, first: int, last: int) -> tuple[int, int]:
        """How many people, and heads of titles, stand between."""
        key = last if last < self.first else first
        known = self._between.get(key)
        if known is None:
            starts, marks = self.marks.view.starts, self.marks
            seen = [marks.mark(k) for k in (range(last + 1, self.first) if last < self.first else range(self.last + 1, first))
                    if k in starts or k not in marks.inside]  # fmt: skip
            known = self._between[key] = min(seen.count("P"), 2), min(seen.count("H"), 2)
        return known


NEAR = 8
"""Tokens within which a noun is close to the name."""


@dataclass(slots=True)
class Part:
    """Tokens that may be the role, or the organisation; (-1, -1) for none."""

    first: int
    last: int
    features: list[str] = field(default_factory=list)
    head: int = -1
    score: int = 0


def none_of(features: list[str]) -> Part:
    """No role, or no organisation."""
    return Part(-1, -1, features, score=weighed(features))


def roles(place: Place) -> list[Part]:
    """All titles around a name; the first is none."""
    marks = place.marks
    found = [
        none_of(
            [
                f"r-{place.beside}",
                "r-",
                f"r-<{marks.sort(place.first - 1)}",
                f"r->{marks.joint(place.last + 1)} {marks.sort(place.last + 2)}",
            ]
        )
    ]
    for head in range(place.low, place.high):
        if place.first <= head <= place.last or not marks.is_head(head):
            continue
        if not (place.first - NEAR <= head <= place.last + NEAR or marks.is_title(head)):
            continue  # any noun for people is a title only close to the name
        if marks.view.word(head) in COURTS and marks.view.word(head + 1) == "judge":
            continue
        n = marks.inside.get(head)
        if n is not None and marks.view.names[n].kind == "person" and marks.view.first[n] < marks.view.last[n]:
            continue
        about = _about(place, head)
        ends = [(e, told, weighed(told)) for e in _ends(place, head) for told in [_end(place, head, e)]]
        sure = weighed(about)
        starts = _starts(place, head)
        if marks.view.word(head) == "judge" and marks.view.word(head - 1) in COURTS:
            starts = starts[-1:]  # "U.S. District Judge"
        for s in starts:
            begins = _start(place, head, s)
            so_far = sure + weighed(begins)
            found += [Part(s, e, about + begins + told, head, so_far + points) for e, told, points in ends]
    return found


def _starts(place: Place, head: int) -> list[int]:
    """The tokens at which the title may begin."""
    marks, view = place.marks, place.marks.view
    out = [head]
    for k in range(head - 1, max(place.low, head - BACK) - 1, -1):
        if place.first <= k <= place.last or view.begins_line(k + 1) or marks.mark(k) == "P":
            break
        if view.code(k) not in NOMINAL and view.word(k) not in ("-", "/", "and", "®", "™"):
            break
        if view.forms[k][0].isalnum() and view.word(k) != "and":
            out.append(k)
    return out


def _ends(place: Place, head: int) -> list[int]:
    """The tokens at which the title may end."""
    marks, view = place.marks, place.marks.view
    stop = min(place.high, head + AHEAD) if head > place.last else min(place.first, head + AHEAD)
    out: list[int] = []
    todo = [head]
    while todo and len(out) < ENDS:
        e = todo.pop(0)
        if e in out or e >= stop:
            continue
        if view.word(e) not in JOINS:
            out.append(e)
        k = e + 1
        if k >= stop or view.begins_line(k):
            continue
        word = view.word(k)
        if word in ("of", "for", "in", "to", ",", "-", "–", "—", "(", "with", "&", "at", "®", "™"):
            todo += _field_ends(place, k + 1, stop)
        elif (view.code(k) in NOMINAL and marks.mark(k) != "P") or (
            word == "." and k + 1 == stop and marks.mark(stop) == "P" and stop != place.high
        ):
            todo.append(k)
        if word in JOINS:
            for at in range(k + 1, min(stop, k + 8)):
                if marks.is_head(at) and marks.mark(at) != "P":
                    todo.append(at)
                    break
                if marks.mark(at) == "P" or (view.code(at) not in NOMINAL and view.word(at) not in JOINS):
                    break
    return sorted(out)


def _field_ends(place: Place, k: int, stop: int) -> list[int]:
    """Where a field of work that begins at token `k` may end."""
    marks, view = place.marks, place.marks.view
    k += view.word(k) in ("the", "our", "its", "a", "an", "this", "his", "her")
    out = []
    for at in range(k, min(stop, k + FIELD)):
        n = marks.inside.get(at)
        if view.begins_line(at) or (marks.mark(at) == "P" and n is not None and view.first[n] < view.last[n]):
            break
        if n is not None and at < view.last[n] and view.word(at + 1) != "of":
            continue
        joins = view.word(at) in ("and", "&", "/", "-")
        if view.code(at) not in NOMINAL and not joins:
            break
        if joins:
            continue
        ends = (
            view.code(at + 1) not in NOMINAL or marks.mark(at + 1) == "P" or at + 1 >= stop or view.begins_line(at + 1)
        )
        if ends or (n is not None and at == view.last[n]):
            out.append(at)
    return out


def _about(place: Place, head: int) -> list[str]:
    """Features of a head of titles and where it stands."""
    marks, view = place.marks, place.marks.view
    side, word = place.side(head), view.word(head)
    people, heads = place.between(head, head)
    sort = sorts().get(word, "p")
    far = few(place.first - head if head < place.first else head - place.last)
    sense = lexicon.noun_classes().get(word, "-")
    return [
        "rh" + word,
        f"rh{side}{sort}",
        f"rd{side}{far}",
        f"rd{side}{far}|{place.beside}",
        f"rb{side}{people}{heads}",
        f"rb{side}{people}|{place.beside}",
        f"rv{side}{place.verb}{heads}",
        f"rp{place.path(head, head)}",
        f"rq{marks.joint(head)}|{marks.joint(head + 1)}",
        f"rt{view.tokens.tag[head]}{marks.capital(head)}",
        f"rs{side}{view.quoted[head]}",
        f"rc{_rival(place, head)}",
        f"rk{sense}|{side}",
        f"rk{sense[:1]}|{view.word(head - 1)}",
    ]


def _rival(place: Place, head: int) -> str:
    """The next person on the far side of the head, and what is between."""
    marks = place.marks
    walk = range(head + 1, head + 10) if head > place.last else range(head - 1, head - 11, -1)
    for k in walk:
        if marks.mark(k) == "P":
            return place.side(head) + (marks.path(head, k, 3) if k > head else marks.path(k, head, 3))
        if marks.mark(k) in ".#":
            break
    return place.side(head) + "-"


def _start(place: Place, head: int, s: int) -> list[str]:
    """Features of a title's beginning."""
    marks, view = place.marks, place.marks.view
    before, word = view.word(s - 1), view.word(s)
    out = [
        f"sl{few(head - s)}",
        f"sb{before}",
        f"sw{word}",
        f"sj{marks.joint(s - 1)}|{marks.joint(s)}",
        f"sk{marks.joint(s - 1)}|{marks.sort(s)}",
        f"sm{marks.sort(s - 1)}|{s == head}",
        f"sc{view.code(s - 1)}{marks.capital(s - 1)}|{view.code(s)}{marks.capital(s)}",
        f"sn{marks.name_at(s - 1)}|{marks.name_at(s)}|{marks.joint(s)}",
        f"so{before in lexicon.tags()}{marks.capital(s - 1)}|{word in lexicon.tags()}{marks.capital(s)}",
        f"sq{marks.counts[view.forms[s]] > 2}{marks.capital(s)}{s == head}",
    ]
    if s < head:
        out += [f"si{marks.path(s - 1, head)}", f"sh{view.word(head - 1)} {view.word(head)}", f"sf{word}|{before}"]
        tag, capital = view.tokens.tag[s], marks.capital(s)
        out.append(f"st{tag}|{lexicon.noun_classes().get(word, '-')[:1]}|{capital}")
        out += [f"su{word[-3:]}|{capital}|{tag}", f"sx{word}|{view.word(head)}"]
    if s > place.last:
        path = place.path(s, s)
        out += [f"sp{path}", f"sp{path}|{marks.sort(s)}", f"sr{path}|{place.beside}", f"sv{path}|{place.verb}"]
        out += place.words(place.last + 1, s)
    return out


def _end(place: Place, head: int, e: int) -> list[str]:
    """Features of a title's end."""
    marks, view = place.marks, place.marks.view
    behind, word = view.word(e + 1), view.word(e)
    out = [
        f"el{few(e - head)}",
        f"eb{behind}",
        f"ej{marks.joint(e)}|{marks.joint(e + 1)}|{e == head}",
        f"ek{marks.sort(e)}|{marks.joint(e + 1)}",
        f"em{marks.joint(e + 1)}|{marks.sort(e + 2)}|{e == head}",
        f"en{marks.joint(e + 1)}|{marks.name_at(e + 2)}|{e == head}",
        f"ec{view.code(e)}{marks.capital(e)}|{view.code(e + 1)}{marks.capital(e + 1)}",
    ]
    if e > head:
        n = marks.inside.get(e)
        inner = marks.path(head, e + 1)
        out += [
            f"ew{word}",
            f"ei{inner}",
            f"ei{inner}|{marks.joint(e + 1)}",
            f"eh{view.word(head)}|{view.word(head + 1)}",
            f"en{marks.name_at(e)}|{view.word(head + 1)}",
        ]
        out.append(f"es{sorts().get(word, '')}|{view.word(head + 1)}|{marks.joint(e + 1)}")
        known = all(view.word(k) in lexicon.tags() for k in range(head + 1, e + 1) if view.forms[k][0].isalpha())
        out.append(f"eo{known}{view.word(head + 1)}")
        if n is not None:
            out.append(f"er{view.names[n].rule}|{view.word(head + 1)}")
    if e < place.first:
        path = place.path(e, e)
        out += [f"ep{path}", f"ep{path}|{marks.sort(e)}", *place.words(e + 1, place.first)]
    return out
