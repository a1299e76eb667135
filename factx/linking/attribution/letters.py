"""The letters of a skeleton's words: the token codes, and letters of their own for what attribution tells apart."""

from __future__ import annotations

from collections.abc import Sequence

from factx import lexicon
from factx.document import Document
from factx.mentions.cues import Cue
from factx.mentions.cues import letters as word_letters
from factx.mentions.types import NameMention

__all__ = ["letters_of"]

TEMPORAL = lexicon.words("temporal_nouns.tsv")
SUBJECT = frozenset("he she it they we i you".split())
AUXILIARY = frozenset(
    "is are was were be been being am has have had having do does did 's ’s 're ’re 'm ’m 've ’ve isn't isn’t wasn't "
    "wasn’t aren't aren’t weren't weren’t hasn't hasn’t hadn't hadn’t haven't haven’t don't don’t doesn't doesn’t didn't didn’t".split()
)
LINES = 6
"""Paragraphs at the head of an article, where names are taken from `find_names` because capitals tell nothing."""

NAMED_MONTHS = frozenset({"april", "june", "august", "summer"})
"""Months that are given names too."""
SUFFIXES = frozenset(
    "inc ltd llc llp plc lp co corp limited incorporated jr sr l.p. s.a. n.v. a.g. p.l.c. iii ii".split()
)
PERIODS = frozenset("period half weeks days".split())
BEFORE_GENERAL = frozenset(
    "attorney attorneys solicitor secretary director postmaster surgeon inspector governor comptroller".split()
)
ABBREVIATIONS = lexicon.table("abbreviations.tsv")


def _abbreviates(word: str, letters: list[str], dot: int) -> bool:
    """Is the full stop at token `dot` part of a name ("Rep. Li", "Bolt Inc., …", "J. Ray")?"""
    following = letters[dot + 1]
    kind = ABBREVIATIONS.get(word)
    if kind == "number":
        return following == "#"
    if kind in ("title", "place", "other"):
        return following == "P" or (kind == "title" and following in "NJ")
    if kind == "company":
        return following in ",('v" or following == "P"
    return len(word) == 1 and word.isupper() and following == "P" and letters[dot - 1] == "P"


SPECIAL = {
    **dict.fromkeys(sorted(TEMPORAL), "d"),
    **dict.fromkeys(sorted(AUXILIARY), "A"),
    **dict.fromkeys(sorted(SUBJECT), "h"),
    **dict.fromkeys("him them me us himself herself itself themselves myself ourselves".split(), "o"),
    "that": "t",
    "who": "w",
    "according": "a",
    "to": "T",
    "―": ":",
    "via": "I",
}
ROLES = frozenset(
    "chief executive representative official officer veteran native principal general regular chair head".split()
)
"""Nouns for people that the tagger takes for adjectives."""
CALLS = frozenset(
    "call answer comment demand estimate forecast note offer plan quote reply report request review statement".split()
)
"""Nouns that the tagger takes for verbs behind another noun."""
PARTICIPLES = frozenset(
    "been begun chosen done drawn driven fallen given grown known risen seen shown taken withdrawn written".split()
)
"""Forms that are participles only, whatever the tagger says."""
DOUBTFUL_MONTHS = frozenset(["march", "may"])
"""Months that are months beside a number only."""
SHORT_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
WATCHED = (
    frozenset(SPECIAL)
    | SUFFIXES
    | CALLS
    | PARTICIPLES
    | DOUBTFUL_MONTHS
    | {".", "based", "close", "compared", "ended", "further", "general", "′"}
)


def letters_of(document: Document, cues: Sequence[Cue], names: Sequence[NameMention]) -> str:
    """The token codes, with letters of their own for what attribution needs to tell apart."""
    tokens = document.tokens
    letters = list(word_letters(document))
    head = document.paragraphs[:LINES]
    for name in names:
        if not head or name.start >= head[-1].end:
            break
        for i in tokens.inside(name.start, name.end):
            letters[i] = "P"
    lower = tokens.lower
    size = len(lower) - 1
    for cue in cues:
        letters[cue.token] = cue.form
        if cue.form == "v" and cue.token and letters[cue.token - 1] == "B" and tokens.text[cue.token - 1][0].isupper():
            letters[cue.token - 1] = "P"  # "Unite said"
        if cue.token and letters[cue.token - 1] == "J" and lower[cue.token - 1] in ROLES:
            letters[cue.token - 1] = "N"  # "the finance chief told"
        if cue.token > 1 and letters[cue.token - 1] == "#" and letters[cue.token - 2] == "P":
            letters[cue.token - 1] = "P"  # "District 751 said"
    for i in [i for i, word in enumerate(lower) if word in WATCHED]:
        word = lower[i]
        if word in SPECIAL:
            letter = SPECIAL[word]
            if letters[i] == "~" or (word in NAMED_MONTHS and letters[i + 1 : i + 2] == ["P"]):
                continue
            if letter == "A" and letters[i] == "'":
                if i > 1 and i < size and letters[i - 1] == "P" and letters[i + 1] in "vA:":
                    letters[i] = "~"  # "Sainsbury's said": part of the name
                continue
            if letter == "t" and letters[i] == "D" and letters[i + 1 : i + 2] not in (['"'], [","]):
                continue
            if letter == "a":
                if i + 1 < len(lower) and lower[i + 1] == "to":
                    letters[i], letters[i + 1] = "a", "~"
                continue
            letters[i] = letter
        elif word == ".":
            if 0 < i < size and tokens.end[i - 1] == tokens.start[i] and _abbreviates(tokens.text[i - 1], letters, i):
                letters[i] = "P"
            elif (
                lower[i - 1] in SHORT_MONTHS
                and i < size
                and letters[i + 1] == "#"
                and tokens.end[i - 1] == tokens.start[i]
            ):
                letters[i] = "d"
        elif word in SUFFIXES and i > 1 and letters[i - 1] == "," and letters[i - 2] == "P":
            letters[i - 1] = "P"
        elif word == "based":
            if i > 3 and lower[i - 1] == "-" and letters[i - 2] in "P.":
                k = i
                while k > 0 and i - k < 7 and (letters[k - 1] == "P" or lower[k - 1] in (",", ".", "-")):
                    k -= 1
                letters[k : i + 1] = ["J"] * (i + 1 - k)  # "the Trenton, N.J.-based company"
        elif word in DOUBTFUL_MONTHS:
            if tokens.text[i][0].isupper() and (letters[i + 1 : i + 2] == ["#"] or (i and letters[i - 1] == "#")):
                letters[i] = "d"  # "(March 4)", "on 4 May"
        elif word == "ended":
            if i and (letters[i - 1] == "d" or lower[i - 1] in PERIODS):
                letters[i] = "E"
        elif word == "close":
            if lower[i + 1 : i + 2] == ["to"]:
                letters[i] = "J"
        elif word == "further":
            if i < size and letters[i + 1] in "vgb":
                letters[i] = "R"
        elif word in CALLS:
            if letters[i] in "Bb" and i and letters[i - 1] in "NP'":
                letters[i] = "N"  # "on a conference call"
        elif word in PARTICIPLES:
            if letters[i] == "V":
                letters[i] = "E"
        elif word == "compared":
            if i < size and lower[i + 1] in ("to", "with") and letters[i] in "Vv":
                letters[i] = "E"
        elif word == "′":
            if i < size and lower[i + 1] == "s":
                letters[i], letters[i + 1] = "'", "~"
        elif word == "general" and i and lower[i - 1] in BEFORE_GENERAL:
            letters[i] = letters[i - 1]
    return "".join(letters)
