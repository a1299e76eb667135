"""Word lists: data files in `factx/lexicon/data`, and the one loader for them.

A list is plain UTF-8 text: `#` comments (they name the source), one entry a line, columns split
by tabs, sorted. Loading is lazy and cached; what is returned must not be changed.

>>> "said" in verb_lemmas() and verb_lemmas()["said"]
'say'
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = [
    "columns",
    "is_common",
    "noun_classes",
    "other_classes",
    "points",
    "rows",
    "table",
    "tags",
    "verb_lemmas",
    "words",
]


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of the data file `name`, each a tuple of its columns.

    Raises `FileNotFoundError` for a list that the package does not have.

    >>> rows("closed_class.tsv")[0]
    ('a', 'DT')
    """
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return tuple([tuple(line.split("\t")) for line in text.split("\n") if line and line[0] != "#"])


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a data file as a set.

    >>> "the" in words("closed_class.tsv")
    True
    """
    return frozenset(row[0] for row in rows(name))


@cache
def table(name: str) -> dict[str, str]:
    """First column -> second column of a data file.

    >>> table("abbreviations.tsv")["Inc"]
    'company'
    """
    return {row[0]: row[1] for row in rows(name)}


@cache
def columns(name: str, count: int) -> tuple[list[str], ...]:
    """The columns of a long data file with `count` of them, read in one stroke.

    >>> len(columns("words.tsv", 5))
    5
    """
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    start = 0
    while text.startswith("#", start):
        start = text.index("\n", start) + 1
    cells = text[start:-1].replace("\n", "\t").split("\t")
    return tuple(cells[column::count] for column in range(count))


@cache
def points(name: str, column: int = 1, count: int = 2) -> dict[str, int]:
    """Feature -> learned points, of the data file `name` with `count` columns; a feature without any is left out.

    >>> len(points("count_points.tsv")) > 1000
    True
    """
    told = columns(name, count)
    return {feature: int(value) for feature, value in zip(told[0], told[column], strict=True) if value != "0"}


def _forms() -> tuple[list[str], ...]:
    """The columns of words.tsv."""
    return columns("words.tsv", 5)


@cache
def tags() -> dict[str, str]:
    """Lower-case English form -> its most frequent Penn tag (open and closed classes).

    >>> tags()["company"], tags()["the"]
    ('NN', 'DT')
    """
    forms, first, _, _, _ = _forms()
    return {**dict(zip(forms, first, strict=True)), **table("closed_class.tsv")}


PREFIXES = ("un", "non", "pre", "re", "over", "under", "inter", "mis", "out", "sub")


def is_common(word: str) -> bool:
    """Is the lower-case word a common one, or one made of a common one with a prefix?

    >>> is_common("adjusted"), is_common("unadjusted"), is_common("zenvetek")
    (True, True, False)
    """
    known = tags()
    if word in known:
        return True
    return any(
        word.startswith(prefix) and len(word) > len(prefix) + 3 and word[len(prefix) :].lstrip("-") in known
        for prefix in PREFIXES
    )


@cache
def other_classes() -> dict[str, str]:
    """Form -> the other word classes it can have: letters of N (noun), V, A (adjective), R (adverb).

    >>> other_classes()["claims"]
    'V'
    """
    forms, _, others, _, _ = _forms()
    return {form: other for form, other in zip(forms, others, strict=True) if other != "-"}


@cache
def verb_lemmas() -> dict[str, str]:
    """Every form that can be a verb -> its lemma.

    >>> verb_lemmas()["announced"]
    'announce'
    """
    forms, _, _, lemmas, _ = _forms()
    return {form: lemma for form, lemma in zip(forms, lemmas, strict=True) if lemma != "-"}


@cache
def noun_classes() -> dict[str, str]:
    """Form -> the classes of things that it names as a noun, the most frequent first: p person, g group, c communication … (words.tsv).

    >>> noun_classes()["voters"], noun_classes()["legislature"], noun_classes()["increase"]
    ('p', 'g', 'qe')
    """
    forms, _, _, _, classes = _forms()
    return {form: found for form, found in zip(forms, classes, strict=True) if found != "-"}
