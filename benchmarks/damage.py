"""Copies of a text, damaged in known places: what `factx.compare` is to find. Knows nothing of factx, only of patterns.

>>> text = 'Bolt paid $4.2 million in March. It made 12,000 cars in 2023. "We are ready for the snow," said Ann Lee.'
>>> copy, done = damaged(text, seed=1)
>>> sorted(one.kind for one in done)
['paraphrase', 'period', 'scale word']
>>> all(copy[one.start : one.end] == one.new for one in done)
True
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

__all__ = ["KINDS", "Damage", "damaged"]

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
FIGURE = re.compile(
    rf"(?:(?P<sign>[$€£])\s?)?(?P<number>{NUMBER})(?P<unit>%| (?:thousand|million|billion|trillion|percent)\b)?"
)
SCALES = {"thousand": "million", "million": "billion", "billion": "million", "trillion": "billion"}
SIGNS = {"$": "€", "€": "£", "£": "$"}
QUOTE = re.compile(r"“(?P<curly>[^“”\n]{25,600})”|(?<![\w\"])\"(?P<straight>[^\"\n]{25,600})\"(?!\w)")
SAID = r"(?:said|says|stated|added|noted|explained|commented|remarked)"
NAME = r"(?:(?:Dr|Mr|Ms|Mrs|Prof)\. )?[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][a-z]+){1,2}"
BEHIND = re.compile(rf"\s{{1,3}}(?:{SAID} (?P<name>{NAME})|(?P<before>{NAME}),? {SAID})\b")
VERB = re.compile(r"\b(?:is|are|was|were|will|can|has been|have been)\b(?! not)")
YEAR = re.compile(r"\b(?:in|of|for|since|by|fiscal|through) (?P<year>(?:19|20)\d\d)\b")
QUARTER = re.compile(r"\b(?P<which>first|second|third|fourth) quarter\b")
QUARTERS = {"first": "third", "second": "fourth", "third": "first", "fourth": "second"}
DECIMAL = re.compile(r"(?P<whole>\d{2,})\.(?P<part>\d+)(?=%| percent| million| billion)")
WORD = re.compile(r"(?<= )[a-z]{4,}(?= )")


@dataclass(frozen=True, slots=True)
class Damage:
    """What was done: its kind, where the new words stand in the copy, and the stretch (sentence, quotation) it belongs to."""

    kind: str
    start: int
    end: int
    old: str
    new: str
    around: tuple[int, int]


Edit = tuple[int, int, str, tuple[int, int]]
"""Start and end of the words that go, what comes in their place, and the stretch that is about it."""


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    left = max(text.rfind(mark, 0, start) for mark in (". ", ".” ", '." ', "\n", "! ", "? "))
    right = min((at for mark in (". ", ".” ", '." ', "\n") if (at := text.find(mark, end)) >= 0), default=len(text))
    return left + 1, right + 1


def _quotes(text: str) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Quotations of a sentence or more that somebody is said to have said: the words, and the whole with the saying."""
    for match in QUOTE.finditer(text):
        said = BEHIND.match(text, match.end())
        if said is not None:
            group = "curly" if match["curly"] else "straight"
            yield (*match.span(group), (match.start(), said.end()))


def _digits(text: str, rng: random.Random) -> Iterator[Edit]:
    for match in FIGURE.finditer(text):
        if not (match["sign"] or match["unit"] or "," in match["number"]) or _inside(text, match):
            continue
        at = match.start("number")
        digit = text[at]
        new = rng.choice([d for d in "123456789" if d != digit])
        yield at, at + 1, new, _sentence(text, *match.span())


def _inside(text: str, match: re.Match[str]) -> bool:
    """Is the number part of a longer code, address or link?"""
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    return bool(re.match(r"[\w/.:#@-]", before)) or bool(re.match(r"[\w/@-]", after))


def _scales(text: str, rng: random.Random) -> Iterator[Edit]:
    for match in FIGURE.finditer(text):
        word = (match["unit"] or "").strip()
        if word in SCALES:
            start = match.end() - len(word)
            yield start, match.end(), SCALES[word], _sentence(text, *match.span())


def _currencies(text: str, rng: random.Random) -> Iterator[Edit]:
    for match in FIGURE.finditer(text):
        if match["sign"] and not _inside(text, match):
            yield match.start(), match.start() + 1, SIGNS[match["sign"]], _sentence(text, *match.span())


def _negations(text: str, rng: random.Random) -> Iterator[Edit]:
    for start, end, whole in _quotes(text):
        for match in VERB.finditer(text, start, end):
            yield match.end(), match.end(), " not", whole


def _names(text: str, rng: random.Random) -> Iterator[Edit]:
    for _, _, whole in _quotes(text):
        match = re.search(NAME + r"$", re.sub(rf",? {SAID}$", "", text[whole[0] : whole[1]]))
        if match is not None:
            name = match[0].rsplit(" ", 1)[1]
            at = whole[0] + match.end() - len(name)
            yield at, at + len(name), rng.choice(["Quillfeather", "Ostrander", "Balcombe"]), whole


def _periods(text: str, rng: random.Random) -> Iterator[Edit]:
    for match in YEAR.finditer(text):
        yield *match.span("year"), str(int(match["year"]) + rng.choice((-2, -1, 1))), _sentence(text, *match.span())
    for match in QUARTER.finditer(text):
        yield *match.span("which"), QUARTERS[match["which"]], _sentence(text, *match.span())


def _dropped(text: str, rng: random.Random) -> Iterator[Edit]:
    for start, end, whole in _quotes(text):
        for match in WORD.finditer(text, start + 20, end - 20):
            yield match.start(), match.end() + 1, "", whole


def _swapped(text: str, rng: random.Random) -> Iterator[Edit]:
    """The name behind one quotation is that behind another one."""
    heard = []
    for _, _, whole in _quotes(text):
        match = re.search(rf"{SAID} ({NAME})$", text[whole[0] : whole[1]])
        if match is not None:
            heard.append((whole[0] + match.start(1), whole[0] + match.end(1), match[1], whole))
    for start, end, name, whole in heard:
        others = [other for *_, other, _ in heard if other.split()[-1] != name.split()[-1]]
        if others:
            yield start, end, rng.choice(others), whole


def _rounded(text: str, rng: random.Random) -> Iterator[Edit]:
    for match in DECIMAL.finditer(text):
        if re.match(r"[\w,.]", text[max(0, match.start() - 1) : match.start()]) or not int(match["part"]):
            continue
        whole = int(match["whole"]) + (float("0." + match["part"]) >= 0.5)
        yield *match.span(), str(whole), _sentence(text, *match.span())


def _paraphrased(text: str, rng: random.Random) -> Iterator[Edit]:
    """The quotation becomes reported speech: the marks go, "we" is "they"."""
    third = {
        "we": "they",
        "our": "their",
        "us": "them",
        "i": "they",
        "my": "their",
        "we’re": "they are",
        "we're": "they are",
    }
    for start, end, whole in _quotes(text):
        match = re.search(rf"{SAID} ({NAME})$", text[whole[0] : whole[1]])
        if match is None:
            continue
        words = text[start:end].rstrip(",.! ")
        words = re.sub(r"[A-Za-z’']+", lambda m: third.get(m[0].lower(), m[0]), words)
        yield whole[0], whole[1], f"{match[1]} said that {words[0].lower()}{words[1:]}", whole


KINDS: dict[str, Callable[[str, random.Random], Iterator[Edit]]] = {
    "digit": _digits, "scale word": _scales, "currency": _currencies, "negation": _negations, "name": _names,
    "period": _periods, "dropped word": _dropped, "swapped speaker": _swapped, "rounding": _rounded,
    "paraphrase": _paraphrased,
}  # fmt: skip
SCARCE_FIRST = ("swapped speaker", "rounding", "scale word", "paraphrase", "name", "negation", "dropped word", "currency",
                "period", "digit")  # fmt: skip
"""Kinds with few places choose first."""


def damaged(text: str, seed: int) -> tuple[str, list[Damage]]:
    """A copy with one damage of each kind that the text has a place for, each in a stretch of its own."""
    rng = random.Random(seed)
    chosen: list[tuple[str, Edit]] = []
    for kind in SCARCE_FIRST:
        free = [edit for edit in KINDS[kind](text, rng) if all(_apart(edit, other) for _, other in chosen)]
        if free:
            chosen.append((kind, rng.choice(free)))
    copy, done, shift = [], [], 0
    at = 0
    for kind, (start, end, new, around) in sorted(chosen, key=lambda one: one[1][0]):
        copy.append(text[at:start] + new)
        at = end
        here = start + shift
        grown = len(new) - (end - start)
        done.append(
            Damage(kind, here, here + len(new), text[start:end], new, (around[0] + shift, around[1] + shift + grown))
        )
        shift += grown
    return "".join(copy) + text[at:], done


def _apart(edit: Edit, other: Edit) -> bool:
    return edit[3][1] <= other[3][0] or other[3][1] <= edit[3][0]
