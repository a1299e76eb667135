"""The labels of rows: wrapped ones joined, headings told from labels, and which heading governs which rows.

>>> from factx.tables.layout import Row
>>> rows = [Row(0, "heading", "Earnings per share:"), Row(1, "body", "Basic"), Row(2, "body", "Diluted")]
>>> [(label.text, label.full) for label in read_labels(rows)]
[('Basic', 'Earnings per share: Basic'), ('Diluted', 'Earnings per share: Diluted')]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from factx import lexicon
from factx.patterns import later
from factx.tables.layout import Row
from factx.tables.terms import read_terms

__all__ = ["Label", "read_labels"]

GOES_ON = later(
    r"(?:[,&/–—-]|\b(?:and|or|of|for|in|to|by|on|at|per|the|from|with|before|after|than|less|plus|net|attributable|excluding|including))$",
    regex.IGNORECASE,
)
FOOTNOTE = later(r"(?:\s?(?:\(\d{1,2}\)|\([a-z]\)|\[\w{1,2}\]|/\w{1,2}/|\*{1,3}|[†‡§¹²³⁴⁵⁶⁷⁸⁹]))+$")
TOTAL = later(r"(?:grand\s|sub-?)?totals?\b", regex.IGNORECASE)
BRACKETS = later(r"\([^()]{0,120}\)|[:;,.*]+$")


@dataclass(slots=True)
class Label:
    """The label of a row of figures. `headings`: those that govern it, outermost first; `full`: with them where it needs them."""

    row: Row
    text: str
    headings: list[str] = field(default_factory=list)
    full: str = ""


def read_labels(rows: Sequence[Row], caption: str = "") -> list[Label]:
    """A label for each row of figures, in order. `caption`: what a label that says nothing is of where no heading is."""
    out: list[Label] = []
    open_headings: list[tuple[int, str]] = []  # indent, words
    waiting: list[Row] = []
    for row in rows:
        if row.kind == "heading":
            waiting.append(row)
            continue
        if row.kind not in ("body", "blank"):
            if row.kind == "head":  # columns named anew: what was above them is over
                open_headings.clear()
                _open(open_headings, waiting)
            continue
        if waiting and row.label and _wraps(waiting[-1], row):
            start = _first_of(waiting)
            wrapped = waiting[start:]
            del waiting[start:]
            _open(open_headings, waiting)
            words = [*(part.label for part in wrapped), row.label]
            label = Label(row, " ".join(words))
            indent = wrapped[0].indent
        else:
            _open(open_headings, waiting)
            label = Label(row, row.label)
            indent = row.indent
        waiting = []
        while len(open_headings) > 1 and indent < open_headings[-1][0]:
            open_headings.pop()
        label.headings = [words for _, words in open_headings]
        if row.kind == "body":
            out.append(label)
        if TOTAL.match(label.text) and open_headings:
            _close(open_headings, label.text, indent)
        elif not label.text and open_headings and row.kind == "body":
            open_headings.pop()
    _complete(out, caption)
    return out


def _wraps(above: Row, row: Row) -> bool:
    """Does the label of `row` go on with the one above it?"""
    words, rest = above.label.rstrip(), row.label.lstrip()
    if not words or not rest or words.endswith(":"):
        return False
    if words.count("(") > words.count(")") or rest[0].islower() or GOES_ON.search(words):
        return True
    return rest[0] in "(&" and not words.isupper() and row.indent > above.indent


def _first_of(waiting: Sequence[Row]) -> int:
    """The first of the rows above whose labels run into one another."""
    start = len(waiting) - 1
    while start and _wraps(waiting[start - 1], waiting[start]):
        start -= 1
    return start


def _open(headings: list[tuple[int, str]], waiting: list[Row]) -> None:
    """Headings that a run of rows without figures opens; one at the same depth takes the place of the one before it."""
    index = 0
    while index < len(waiting):
        behind = index + 1
        while behind < len(waiting) and _wraps(waiting[behind - 1], waiting[behind]):
            behind += 1
        words = " ".join(row.label for row in waiting[index:behind]).strip()
        indent = waiting[index].indent
        fresh = index > 0
        if not fresh:
            generic = _generic(words)
            while headings and headings[-1][0] >= indent and not (generic and not _generic(headings[-1][1])):
                headings.pop()
        elif headings and headings[-1][0] > indent:
            headings.pop()
        headings.append((indent, words))
        index = behind
    waiting.clear()


def _generic(words: str) -> bool:
    return _bare(words) in lexicon.words("generic_labels.tsv")


def _close(headings: list[tuple[int, str]], total: str, indent: int) -> None:
    """A total ends the heading that it sums up."""
    words = set(_words(total))
    for number in range(len(headings) - 1, -1, -1):
        own = set(_words(headings[number][1]))
        if own and len(own & words) * 2 >= len(own):
            del headings[number:]
            return
    if headings[-1][0] >= indent:
        headings.pop()


def _words(text: str) -> list[str]:
    return regex.findall(r"[a-z]{3,}", text.lower().replace("total", ""))


def _complete(labels: Sequence[Label], caption: str) -> None:
    """Put the heading in front where the label alone does not tell."""
    bare = [_bare(label.text) for label in labels]
    often = Counter(bare)
    for label, words in zip(labels, bare, strict=True):
        headings = [FOOTNOTE.sub("", heading) for heading in label.headings if read_terms(heading).scale is None]
        heading = headings[-1] if headings else caption
        if not label.text:
            label.full = heading.rstrip(": ")
        elif heading and (often[words] > 1 or _generic(label.text)):
            inner = _generic(heading) and len(headings) > 1
            first = f"{headings[-2].rstrip(': ')}: " if inner else ""
            label.full = f"{first}{heading.rstrip(': ')}: {label.text}"
        else:
            label.full = label.text


def _bare(text: str) -> str:
    words = " ".join(BRACKETS.sub(" ", FOOTNOTE.sub("", text)).lower().split()).strip(" :")
    return words.removeprefix("total ") if words != "total" else words
