"""The cues of a sentence, each with its source: "Jo Ray, head of Bolt, has said", "said Jo Ray", "according to Bolt"."""

from __future__ import annotations

from dataclasses import dataclass

from factx.linking.attribution.skeleton import Skeleton
from factx.linking.attribution.sources import Source, SourceFinder
from factx.mentions.cues import Cue, speech_nouns

__all__ = ["Group", "groups_of"]

PARTICLES = frozenset({"on", "back", "up", "it"})
"""Words without which some verbs report nothing: "went on", "shot back", "put it"."""
MAKES = frozenset(
    "make makes made making repeat repeated repeats repeating reiterate reiterated advance advanced issue issued "
    "offer offered".split()
)
ASKED = frozenset("ask question tell remind challenge warn quote press".split())
ASKED_BY = frozenset("about by if whether why how what when where in on at for during recently".split())


PERCEIVED = frozenset(
    "hear hears heard hearing see sees saw seen seeing show shows showed shown showing catch caught find found remember "
    "remembers remembered recall recalls recalled record recorded film filmed have had has quote quotes quoted quoting cite "
    "cites cited citing imagine watch watched include includes included including carry carried wear wearing hold holding".split()
)
"""Verbs whose object can be who speaks: "a clip that shows [Ray] saying …"."""


@dataclass(slots=True)
class Group:
    """A cue with its source: chunks `left` to `right` of the skeleton hold both.

    `form`: v, g, b as in the skeleton, a "according to", n a noun ("claim"); `cue`: the verb, where it is one;
    `shared`: the source is that of another verb ("X won, adding that …").
    """

    chunk: int
    left: int
    right: int
    form: str
    cue: Cue | None
    source: Source | None
    shared: bool = False


def groups_of(finder: SourceFinder, sk: Skeleton) -> list[Group]:
    """The groups of a sentence from left to right."""
    out: list[Group] = []
    c = sk.codes
    for chunk, letter in enumerate(c):
        if letter in "vgb":
            group = _verb(finder, sk, chunk, letter, out)
        elif letter == "a":
            group = _according_to(finder, sk, chunk)
        elif letter == "n" and c[chunk + 1 : chunk + 2] == "t":
            group = _noun(finder, sk, chunk)
        else:
            continue
        if group is None:
            continue
        if group.form != "n" and group.source is not None and not finder.may_speak(sk, group.source.chunk):
            group.source = None
        out.append(group)
    return out


def _according_to(finder: SourceFinder, sk: Skeleton, chunk: int) -> Group | None:
    source = finder.subject_after(sk, chunk)
    return None if source is None else Group(chunk, chunk, source.right, "a", None, source)


def _noun(finder: SourceFinder, sk: Skeleton, chunk: int) -> Group | None:
    """ "Ray's claim that …", "his claim that …", "Ray made the argument that …"."""
    tokens = finder.tokens
    first, last = sk.first[chunk], sk.last[chunk]
    if speech_nouns().get(tokens.lower[last]) != "act":
        return None
    for i in range(last - 1, first - 1, -1):
        if tokens.codes[i] == "'" and i > first:
            return Group(chunk, chunk, chunk, "n", None, Source(chunk, chunk, chunk, finder.token_span(first, i - 1)))
        if tokens.codes[i] == "S":
            return Group(chunk, chunk, chunk, "n", None, Source(chunk, chunk, chunk, (tokens.start[i], tokens.end[i])))
    if chunk and sk.codes[chunk - 1] in "VvGgBb" and finder.word(sk, chunk - 1) in MAKES:
        source = finder.subject_before(sk, chunk - 1) or finder.main_subject(sk, chunk)
        if source is not None:
            return Group(chunk, chunk - 1, chunk, "n", None, source)
    return None


def _verb(finder: SourceFinder, sk: Skeleton, chunk: int, letter: str, before: list[Group]) -> Group | None:
    c = sk.codes
    cue = sk.cues[chunk]
    floor = before[-1].right + 1 if before and before[-1].form == "a" else 0
    if letter == "v":
        return _finite(finder, sk, chunk, cue, floor, before)
    if letter == "g":
        quoted = _quoted_as(finder, sk, chunk, cue, floor)
        if quoted is not None:
            return quoted
        near = _beside(finder, sk, chunk, floor)
        if near is not None:
            return Group(chunk, near.left, chunk, letter, cue, near, shared=True)
    elif chunk and c[chunk - 1] in "MRA":
        subject = finder.subject_before(sk, chunk, floor)
        if subject is not None:
            return Group(chunk, subject.left, chunk, letter, cue, subject)
    return Group(chunk, chunk, chunk, letter, cue, _shared(finder, sk, chunk, before), shared=True)


def _quoted_as(finder: SourceFinder, sk: Skeleton, chunk: int, cue: Cue, floor: int) -> Group | None:
    """ "Ray was quoted as saying"."""
    c = sk.codes
    if chunk < 3 or c[chunk - 2 : chunk] != "eI" or finder.word(sk, chunk - 2) not in ("quoted", "cited", "reported"):
        return None
    source = finder.subject_before(sk, chunk - 2, floor)
    return None if source is None else Group(chunk, source.left, chunk, "v", cue, source)


def _finite(finder: SourceFinder, sk: Skeleton, chunk: int, cue: Cue, floor: int, before: list[Group]) -> Group | None:
    c = sk.codes
    particle = cue.verb.frames & PARTICLES
    if particle and finder.tokens.lower[cue.token + 1 : cue.token + 2] != sorted(particle):
        return None
    prior = c[chunk - 1] if chunk else ""
    if cue.verb.lemma in ASKED and prior in ("", ",", "W") and _is_asked(finder, sk, chunk):
        return None
    direct = finder.subject_before(sk, chunk, floor)
    quoted = prior in ("Q", "q") or (prior == "," and chunk > 1 and c[chunk - 2] in "Qq")
    if "invert" in cue.verb.frames and (quoted or (prior in ("", ",") and direct is None)):
        inverted = finder.subject_after(sk, chunk)
        clause = inverted is not None and c[inverted.right + 1 : inverted.right + 2] in ("V", "A", "M", "v")
        if clause and prior == "," and not quoted and direct is None:
            direct = _stray_comma(finder, sk, chunk, floor)
        if inverted is not None and not (clause and direct is not None):
            return Group(chunk, chunk, inverted.right, "v", cue, inverted)
    if prior == "," and "invert" in cue.verb.frames and _ends_sentence(finder, sk, chunk):
        last = finder.subject_after(sk, chunk)
        if last is not None:
            return Group(chunk, chunk, last.right, "v", cue, last)
    if direct is not None:
        return Group(chunk, direct.left, chunk, "v", cue, direct)
    return Group(chunk, chunk, chunk, "v", cue, _shared(finder, sk, chunk, before), shared=True)


def _stray_comma(finder: SourceFinder, sk: Skeleton, chunk: int, floor: int) -> Source | None:
    """The subject before a comma that should not be there: "[The union], said the offer was too low"."""
    c = sk.codes
    subject = finder.subject_before(sk, chunk - 1, floor)
    if subject is None or c[subject.chunk] != "n" or not finder.can_speak(sk, subject.chunk):
        return None
    return subject if subject.left == 0 or (subject.left == 1 and c[0] in "&I") else None


def _ends_sentence(finder: SourceFinder, sk: Skeleton, chunk: int) -> bool:
    """Is it "…, said Ray." at the end of a sentence that has a verb before?"""
    c = sk.codes
    if c[chunk + 1 : chunk + 3] not in ("n.", "n", "h.", "h") or not finder.can_speak(sk, chunk + 1):
        return False
    if c[chunk + 1] == "n" and not finder.is_name(sk, chunk + 1) and c[chunk - 2 : chunk - 1] == "n":
        return False
    return any(letter in "VAMv" for letter in c[max(0, chunk - 40) : chunk])


def _is_asked(finder: SourceFinder, sk: Skeleton, chunk: int) -> bool:
    """Is it "Asked about the deal, Ray said …": a participle whose subject is the one asked?"""
    following = chunk + 1
    c = sk.codes
    return following < len(c) and (c[following] in "d," or finder.tokens.lower[sk.first[following]] in ASKED_BY)


def _beside(finder: SourceFinder, sk: Skeleton, chunk: int, floor: int) -> Source | None:
    """The noun right before an -ing cue that is its subject: "with Ray shouting", "a sign saying", "heard him saying"."""
    c = sk.codes
    j = chunk - 1
    while j > floor and c[j] == "R":
        j -= 1
    if j < floor or c[j] not in "nho":
        return None
    if c[j] == "o" or (c[j - 1 : j] == "I" and finder.word(sk, j - 1) == "with"):
        return Source(j, j, j, finder.span(sk, j))
    source = finder.subject_before(sk, chunk, floor)
    if source is not None and source.left > floor and c[source.left - 1] == "T" and c[j] == "n":
        return None  # "wrote to its crews, saying …"
    if (
        source is not None
        and source.left > floor
        and c[source.left - 1] in "VBGE"
        and c[j] == "n"
        and finder.word(sk, source.left - 1) not in PERCEIVED
    ):
        return None  # "Bolt pursued Zed, arguing that …": it is Bolt who argues
    if source is not None and c[source.chunk] == "n" and not finder.is_name(sk, source.chunk):
        if not finder.can_speak(sk, source.chunk) and source.left > floor and c[source.left - 1] in "VBGEI":
            return None  # "showed two bowls of rice, saying …"
        text = speech_nouns().get(finder.word(sk, source.chunk)) == "text"
        if text and source.left > floor and c[source.left - 1] in "vVGg":
            return None  # "Ray issued a statement saying …": it is Ray who says so
    return source


def _shared(finder: SourceFinder, sk: Skeleton, chunk: int, before: list[Group]) -> Source | None:
    """The subject that a cue without one of its own has: that of the cue before, else of the sentence."""
    for group in reversed(before):
        if group.source is not None and group.form == "v" and sk.codes[group.source.right] != "t":
            return group.source
    if sk.codes[chunk] == "b" and sk.codes[chunk - 1 : chunk] == "T":
        return finder.nearest_subject(sk, chunk) or finder.main_subject(sk, chunk)
    return finder.main_subject(sk, chunk)
