"""Lines in Title Case or in CAPITALS, where a capital tells nothing: only names known from the rest of the text count,
and a given name with a surname that is no common word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factx import lexicon
from factx.document import Document
from factx.document.sentences import heading
from factx.mentions.names.candidates import STOPPED

__all__ = ["capitalised_lines", "names_in_line", "people_in_lines"]

LONGEST_LINE = 240
LONGEST_NAME = 6
FORM = re.compile(r"(?:[BDQ](?=,?O))?(?:,?O\.?){1,3}")
"""Letters of the legal form behind a name that the text uses without it: "Bolt Foundries Holding Corp.", "Bolt, Inc."."""


def capitalised_lines(document: Document, letters: str) -> list[tuple[int, int]]:
    """(first, last) tokens of the paragraphs, and of the headings that run into one, that are in Title Case or in capitals."""
    tokens = document.tokens
    out = []
    for paragraph in document.paragraphs:
        colon = heading(document.text, paragraph.start, paragraph.end)
        if colon:
            out.append((tokens.first_from(paragraph.start), tokens.first_from(colon)))
            continue
        if paragraph.end - paragraph.start > LONGEST_LINE:
            continue
        first, last = tokens.first_from(paragraph.start), tokens.first_from(paragraph.end)
        if last - first < 3:
            continue
        # A cheap look first: running text is mostly lower case.
        if 3 * letters.count("x", first, last) > last - first:
            continue
        words = [
            i
            for i in range(first, last)
            if letters[i] not in ".,()&:;!'/qd#" and (len(tokens.text[i]) > 3 or tokens.text[i][0].isupper())
        ]
        capital = sum(tokens.text[i][0].isupper() for i in words)
        if len(words) < 3:
            continue
        # Common words in capitals are the sign: a list of names would be capitalised anyway.
        common = sum(letters[i] in "WKMRBDQFNE" for i in words)
        if (
            capital >= 0.8 * len(words)
            and common >= 2
            and (
                letters[last - 1] != "."
                or (capital >= 0.9 * len(words) and _only_small_words(tokens.text, first, last))
            )
        ):
            out.append((first, last))
    return out


def _only_small_words(forms: Sequence[str], first: int, last: int) -> bool:
    """Is every lower-case word a function word? A full stop ends sentences, seldom headlines: they must be sure."""
    closed = lexicon.words("closed_class.tsv")
    return all(form in closed for form in forms[first:last] if form[0].islower())


def _with_form(lower: Sequence[str], letters: str, end: int, last: int) -> int:
    """Where a name that ends before token `end` ends with its legal form."""
    form = FORM.match(letters, end, last)
    if form is None or (lower[end] == "," and lower[end + 1] in ("company", "companies", "holdings")):
        return end
    return form.end() - (letters[form.end() - 1] == "." and lower[form.end() - 2] not in STOPPED)


def people_in_lines(forms: Sequence[str], letters: str, lines: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The given names with surnames that are no common words of the lines that are not in capitals."""
    for first, last in lines:
        for i in range(first, last - 1):
            if letters[i] == "G" and letters[i + 1] in "CS" and not forms[i + 1].isupper():
                yield f"{forms[i]} {forms[i + 1]}"


def names_in_line(
    lower: Sequence[str], forms: Sequence[str], letters: str, first: int, last: int,
    known: Mapping[str, Sequence[tuple[tuple[str, ...], str]]],
) -> Iterator[tuple[int, int, str, str]]:  # fmt: skip
    """(first, last, kind, rule) of the names in one such line; `known`: first word -> (words, kind), longest first."""
    shouting = all(form.isupper() for form in forms[first:last] if form.isalpha())
    i = first
    while i < last:
        for words, kind in known.get(lower[i], ()):
            if i + len(words) <= last and tuple(lower[i : i + len(words)]) == words and forms[i][0].isupper():
                end = i + len(words)
                firm = _with_form(lower, letters, end, last) if kind in ("organization", "other") else end
                yield i, firm, kind if firm == end else "organization", "headline: known name"
                i = firm
                break
        else:
            if letters[i] in "GY" and i + 1 < last and letters[i + 1] in "CS" and not shouting:
                yield i, i + 2, "person", "headline: given name and surname"
                i += 2
            elif (
                letters[i] in "CSKWA"
                and i + 1 < last
                and (letters[i + 1] == "O" or (letters[i] in "CS" and letters[i + 1] in "BD" and not shouting))
            ):
                yield i, i + 2, "organization", "headline: unknown word with a legal form or a head"
                i += 2
            elif letters[i] == "A" and not shouting:
                yield i, i + 1, "organization", "headline: acronym"
                i += 1
            elif letters[i] in "CS" and not shouting:
                yield i, i + 1, "other", "headline: unknown word"
                i += 1
            else:
                i += 1
