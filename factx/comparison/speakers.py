"""Speakers: the same name, office and house; a name misspelt; somebody whom the source does not know."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from factx import lexicon
from factx.comparison.finding import Sides, draft
from factx.comparison.model import Finding
from factx.comparison.voices import name_words, near_name, organisation_words, same_organisation, same_person
from factx.comparison.words import content, stem, words

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.records import Speaker

__all__ = ["judge_speakers", "office_words"]

GENERIC = frozenset(
    stem(word) for word in (
        "chief officer senior junior executive-level head director manager leader boss deputy assistant vice general official member "
        "representative spokesman spokeswoman spokesperson person people"
    ).split()
)  # fmt: skip
"""Words of offices that many offices have: they neither make two of them one nor tell them apart."""
HOUSE = re.compile(r"\s(?:of|at|for)\s(?:the\s)?[A-Z].*")
SAME = {"chairman": "chair", "chairwoman": "chair", "chairperson": "chair"}
PLACES = lexicon.words("places.tsv") | frozenset("north south east west new the of".split())
ROOT = 5
"""Letters that two words must have in common at their beginning to be forms of one."""
HIGHEST = frozenset(row[0] for row in lexicon.rows("role_short_forms.tsv")) | {
    stem(word) for word in ("chair", "president")
}
NEARBY = 90
"""Characters around a mention in which the source may give an office or a house that the record lacks."""
MENTIONS = 12


def judge_speakers(source: Facts, report: Facts, quotes: list[Finding]) -> list[Finding]:
    """A finding for each person and organisation that speaks in the report; `quotes`: what was found of its quotes."""
    people = _People(source, report)
    heard: defaultdict[str, set[str]] = defaultdict(set)
    for finding in quotes:
        if (
            finding.kind == "quote"
            and finding.status in ("verbatim", "altered")
            and finding.report_id
            and finding.source_id
        ):
            told, said = report.get(finding.report_id), source.get(finding.source_id)
            speaker_id, source_id = getattr(told, "speaker_id", None), getattr(said, "speaker_id", None)
            if speaker_id and source_id:
                heard[speaker_id].add(source_id)
    text = report.article.text
    found = (
        _judge(speaker, people, heard.get(speaker.id, set()), text)
        for speaker in report.speakers
        if speaker.kind != "group"
    )
    return [finding for finding in found if finding is not None]


class _People:
    """The speakers of the source by the words of their names, and its words."""

    def __init__(self, source: Facts, report: Facts) -> None:
        self.source = source
        self.text = source.article.text
        self.by_word: defaultdict[str, list[Speaker]] = defaultdict(list)
        for speaker in source.speakers:
            for word in _keys(speaker):
                self.by_word[word].append(speaker)
        self.told = {word for speaker in report.speakers for word in name_words(speaker.name)}
        self._known: set[str] | None = None

    def like(self, speaker: Speaker) -> list[Speaker]:
        """Speakers that share a word of the name."""
        found = {other.id: other for word in _keys(speaker) for other in self.by_word.get(word, ())}
        return list(found.values())

    def knows(self, name: str) -> bool:
        """Do all words of a name stand in the source?"""
        if self._known is None:
            self._known = {word.form for word in words(self.text)}
        mine = [word.form for word in words(name)]
        return bool(mine) and all(form in self._known for form in mine)


def _keys(speaker: Speaker) -> set[str]:
    names = (speaker.name, *speaker.aliases)
    if speaker.kind == "person":
        return {word for name in names for word in name_words(name)}
    return {word for name in names for word in organisation_words(name)}


def _judge(told: Speaker, people: _People, heard: set[str], report_text: str) -> Finding | None:
    report = told.mentions[:1]
    candidates = [other for other in people.like(told) if other.kind == told.kind]
    same = [other for other in candidates if _same(told, other)]
    if same:
        said = min(same, key=lambda other: (other.name.casefold() != told.name.casefold(), other.id not in heard))
        return _details(told, said, people, report_text)
    if told.kind == "person":
        near = [other for other in candidates if near_name(told.name, other.name) and _missing(other, people)]
        if len(near) == 1 and not people.knows(told.name):
            said = near[0]
            reason = f"the source writes the name “{said.name}”, the report “{told.name}”"
            sides = Sides(report, said.mentions[:1], told.id, said.id)
            return draft("speaker", "differs", reason, sides, 0.9 if said.id in heard else 0.7, flags=["name"])
    if people.knows(told.name):
        return draft("speaker", "equal", "the source has this name", Sides(report, report_id=told.id), 0.6)
    return draft("speaker", "not found", "the source does not have this name", Sides(report, report_id=told.id), 0.6)


def _same(told: Speaker, other: Speaker) -> bool:
    if told.kind == "person":
        return same_person(told, other) == "same"
    return same_organisation(told.name, other.name) == "same"


def _missing(other: Speaker, people: _People) -> bool:
    """Does the report not have the source's name as well, as of another person?"""
    return not set(name_words(other.name)) <= people.told


def _beside(text: str, speaker: Speaker) -> str:
    """The words around the speaker's mentions."""
    return " … ".join(text[max(0, m.start - NEARBY) : m.end + NEARBY] for m in speaker.mentions[:MENTIONS])


def _details(told: Speaker, said: Speaker, people: _People, report_text: str) -> Finding:
    """The same name: are office and house the same, where both texts give them?"""
    flags, reasons = [], []
    here, there = _beside(report_text, told), _beside(people.text, said)
    if told.role and said.role and told.role in here and _other_office(told.role, said.role, there):
        flags.append("role")
        reasons.append(f"the source calls {said.name} “{said.role}”, the report “{told.role}”")
    if told.affiliation and said.affiliation and told.affiliation in here and _other_house(told, said, here, there):
        flags.append("affiliation")
        reasons.append(f"the source has {said.name} of “{said.affiliation}”, the report of “{told.affiliation}”")
    sides = Sides(told.mentions[:1], said.mentions[:1], told.id, said.id)
    if flags:
        return draft("speaker", "differs", "; ".join(reasons), sides, 0.7, flags=flags)
    return draft("speaker", "equal", "the source has the same speaker", sides, 0.9)


def office_words(text: str) -> set[str]:
    """The stems of what tells an office from others, without the house; offices that have a short form are that form.

    >>> sorted(office_words("founder and chief executive officer")), sorted(office_words("CEO of Bolt")), sorted(office_words("chief of sales"))
    (['ceo', 'founder'], ['ceo'], ['sal'])
    """
    low = " ".join(word.form for word in words(HOUSE.sub("", text).replace(".", "")))
    for short, long in lexicon.rows("role_short_forms.tsv"):
        low = low.replace(long, short).replace(long.removesuffix(" officer"), short)
    return {stem(SAME.get(form, form)) for form in low.split() if content(form)} - GENERIC


def _other_office(told: str, said: str, there: str) -> bool:
    """Has the report an office that the source does not give, and the source one that the report does not, one of them high?

    Other offices say too much about each other: a partner is an attorney, a professor a researcher.
    """
    one, two = office_words(told), office_words(said)
    if not one or not two or one <= office_words(there):
        return False
    if one & two:
        return bool((one - two) & HIGHEST and (two - one) & HIGHEST)
    return bool((one | two) & HIGHEST)


def _other_house(told: Speaker, said: Speaker, here: str, there: str) -> bool:
    """Is the report's house certainly another one: named as such in both texts, not a place, nor the same word a little changed?"""
    a, b = told.affiliation or "", said.affiliation or ""
    if same_organisation(a, b) != "other" or organisation_words(a) <= organisation_words(there):
        return False
    if not all(
        re.search(rf"\b(?:of|at|for|with|from)\s(?:the\s)?{re.escape(name)}", text)
        for name, text in ((a, here), (b, there))
    ):
        return False
    if any(set(name.lower().split()) <= PLACES for name in (a, b)):
        return False
    return not any(x[:ROOT] == y[:ROOT] for x in organisation_words(a) for y in organisation_words(b))
