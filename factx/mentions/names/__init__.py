"""Names of people, organisations and places.

Candidates are runs of capitalised words (`candidates`), cut at titles; what a name's own words tell is a table of rules
(`rules`), then its neighbours (`evidence`), then the rest of the article: a surname is the person of that surname, a
first word the organisation that it begins (`agreement`). Lines in Title Case are read last (`headlines`).

>>> from factx.article import Article
>>> text = "Ross Ellerby, ITV's chief executive, said so. Mr Ellerby met Acme Inc. in Paris."
>>> [(text[n.start:n.end], n.kind, n.honorific) for n in find_names(Document(Article(text=text)))]
... # doctest: +NORMALIZE_WHITESPACE
[('Ross Ellerby', 'person', None), ('ITV', 'organization', None), ('Ellerby', 'person', 'Mr'),
 ('Acme Inc.', 'organization', None), ('Paris', 'place', None)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx import lexicon
from factx.document import Document
from factx.document.seams import SEAM
from factx.mentions.names.agreement import agree
from factx.mentions.names.candidates import Candidate, candidates
from factx.mentions.names.headed import whole
from factx.mentions.names.headlines import capitalised_lines, names_in_line, people_in_lines
from factx.mentions.names.joined import joined
from factx.mentions.names.legal import legal_forms
from factx.mentions.names.openings import without_openings
from factx.mentions.names.rules import kind_of_candidate
from factx.mentions.names.shapes import shapes
from factx.mentions.names.tails import cut_before_names
from factx.mentions.types import NameMention

__all__ = ["REPOSTED", "find_names"]

NICKNAME = re.compile(r"(?<=[GICS.(])q(?:H\.?|F)?[A-Z]{1,2}[q']\)?[A-Zp]")
"""Letters of “Bill” in "William “Bill” Tanner"."""
ISSUER_LINE = re.compile(r"^[^\n/]{4,80}\d{4} ?/ ([^\n/]{2,60}) /$", re.M)
""" "Leeds, United Kingdom - June 5, 2025 / Kestrel Robotics /", a line of its own."""
REPOSTED = re.compile(r"\bThe post [^\n]{5,250}? appeared first on\b")
"""A headline in the furniture of a page."""
CONFIDENCE = {"person": 0.9, "organization": 0.85, "place": 0.9, "other": 0.5}


def find_names(document: Document) -> list[NameMention]:
    """Names in text order, without overlaps."""
    tokens = document.tokens
    letters = shapes(tokens.text)
    starts = _starts(document, letters)
    lines = capitalised_lines(document, letters)
    inside = bytearray(len(letters) + 1)
    for first, last in lines:
        inside[first:last] = b"\1" * (last - first)

    found = [c for c in candidates(tokens.text, letters, starts) if not inside[c.first]]
    found = [c for c in found if not _is_ticker(tokens.text, letters, c)]
    found = joined(found, tokens.text, letters, starts, inside)
    found = without_openings(found, tokens.text, tokens.lower, letters)
    cut_before_names(found, tokens.text, tokens.lower, letters)
    for candidate in found:
        kind_of_candidate(candidate, tokens.text, tokens.lower)
    agree(found, tokens.text, tokens.lower, letters, people_in_lines(tokens.text, letters, lines))
    found = [c for c in found if c.kind in ("person", "organization", "place") or not _is_measure(tokens.lower, c)]

    mentions = [_mention(document, c) for c in found]
    if lines:
        known = _known(found, tokens.lower)
        for first, last in lines:
            for a, b, kind, rule in names_in_line(tokens.lower, tokens.text, letters, first, last, known):
                end = b + (kind == "organization" and _keeps_genitive(tokens.lower, a, b))
                mentions.append(NameMention(tokens.start[a], tokens.end[end - 1], kind, None, 0.6, rule))
        mentions.sort(key=lambda m: m.start)
    return whole(document, _without_wires(document, mentions))


def _is_measure(lower: list[str], c: Candidate) -> bool:
    """Is it the capitalised label of a figure ("Gross Profit was $5m"), and not a thing called so ("Norvik Pay")?"""
    words = lower[c.first : c.last]
    return " ".join(words[words[0] == "total" :]) in lexicon.table("metrics.tsv")


def _is_ticker(forms: list[str], letters: str, c: Candidate) -> bool:
    """Is it the exchange or the symbol of "(Nasdaq: ZNV)", the state of "Houston, TX", or the country of "CA$5", which is nobody's name?"""
    if forms[c.last : c.last + 1] == ["$"] and c.last - c.first == 1 and forms[c.first].isupper():
        return True
    if c.shape == "A" and letters[c.first - 1 : c.first] == "," and forms[c.first] in lexicon.words("state_codes.tsv"):
        return letters[c.first - 2] in "LYGCSKWDB"
    if letters[c.last : c.last + 1] == ":" and letters[c.first - 1 : c.first] in ("(", ";"):
        return c.last + 1 < len(forms) and forms[c.last + 1].isupper() and c.first > 0
    return (
        letters[c.first - 1 : c.first] == ":"
        and c.last - c.first == 1
        and forms[c.first].isupper()
        and "(" in letters[max(0, c.first - 6) : c.first]
        and letters[c.last : c.last + 1] in (")", ";", ",")
    )


def _starts(document: Document, letters: str) -> frozenset[int]:
    """Tokens that begin a sentence, a quotation or what stands behind a colon or a bullet."""
    first_from = document.tokens.first_from
    out = {first_from(s.start) for s in document.sentences}
    position = -1
    while (position := letters.find(":", position + 1)) >= 0:
        out.add(position + 1)
    position = -1
    text = document.tokens.text
    while (position := letters.find("q", position + 1)) >= 0:
        # An opening mark: behind a space or a comma; a closing one follows a word directly.
        glued = position + 1 < len(text) and document.tokens.end[position] == document.tokens.start[position + 1]
        if glued and text[position + 1][0].isalnum() and NICKNAME.match(letters, position) is None:
            out.add(position + 1)
    out.update(map(first_from, _lost_breaks(document.text)))
    for match in SEAM.finditer(document.text):  # behind a heading that is glued to the sentence
        i = document.tokens.first_from(match.start())
        # Not "ZenaTech, Inc.", where it stands within a word.
        if i and i < len(text) and document.tokens.end[i - 1] == document.tokens.start[i] == match.start():
            out.add(i)
    return frozenset(out)


def _lost_breaks(text: str) -> Iterator[int]:
    """Where a line began, in a text that lost its line breaks: "Visionary Insight  | Ann Lee, who"."""
    at = text.find("  ")
    while at >= 0:
        end = at + 2
        while text[end : end + 1] == " ":
            end += 1
        if text[end : end + 1].isupper() and text[at - 1] not in ".\n":
            yield end
        at = text.find("  ", end)


def _without_wires(document: Document, mentions: list[NameMention]) -> list[NameMention]:
    """The names without what datelines name beside their places (services that carry texts), and with whom a wire names."""
    text = document.text
    lines = [(s.start, s.end) for s in document.sections if s.kind == "dateline"]
    lines += [match.span() for match in REPOSTED.finditer(text, max(0, len(text) - 1000))]
    issuer = ISSUER_LINE.search(text, 0, 2500)
    if issuer is not None:
        lines.append(issuer.span(1))
    if not lines:
        return mentions
    kept = [n for n in mentions if n.kind == "place" or not any(a <= n.start < b for a, b in lines)]
    if issuer is not None:
        kept = [n for n in kept if n.end <= issuer.start(1) or n.start >= issuer.end(1)]
        kept.append(NameMention(*issuer.span(1), "organization", None, 0.9, "organisation: named by the wire"))
        kept.sort(key=lambda n: n.start)
    return kept


def _mention(document: Document, c: Candidate) -> NameMention:
    tokens = document.tokens
    last = c.last
    kind = c.kind or "other"
    if kind == "organization" and _keeps_genitive(tokens.lower, c.first, last):
        last += 1
    end = tokens.end[last - 1]
    return NameMention(tokens.start[c.first], end, kind, c.title, CONFIDENCE[kind], c.rule)


def _keeps_genitive(lower: list[str], first: int, last: int) -> bool:
    """Does the name end in its 's ("Sainsbury's said so")?"""
    return (
        last - first == 1
        and lower[first] in lexicon.words("genitive_names.tsv")
        and lower[last : last + 1] in (["'s"], ["’s"])
    )


def _known(found: list[Candidate], lower: list[str]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word -> (all words, kind) of the names in running text, longest first."""
    seen: dict[tuple[str, ...], str] = {}
    for c in found:
        words = tuple(lower[c.first : c.last])
        if c.kind in ("person", "organization", "place") or len(words) > 1:
            seen.setdefault(words, c.kind or "other")
            if c.kind == "person" and len(words) > 1:
                seen.setdefault(words[-1:], c.kind)
            if c.kind == "organization":
                length = len(words)
                while length > 1 and (words[length - 1] in (".", ",") or words[length - 1] in legal_forms()):
                    length -= 1
                seen.setdefault(words[:length], c.kind)  # "Tarn Consulting" of "Tarn Consulting, Inc."
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, kind in sorted(seen.items(), key=lambda item: -len(item[0])):
        mine = out.setdefault(words[0], [])
        if len(mine) < 20:
            mine.append((words, kind))
    return out
