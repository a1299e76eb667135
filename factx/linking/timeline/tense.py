"""Does the clause speak of what is to come? Evidence for "Tuesday", "March" and "9 October" without a year.

>>> text = "The deal is expected to close on Monday, it said Friday."
>>> [evidence(text, text.index(day), text.index(day) + 6)[0] for day in ("Monday", "Friday")]
[True, False]
"""

from __future__ import annotations

from functools import lru_cache

import regex

from factx import lexicon
from factx.patterns import later

__all__ = ["ends_there", "evidence", "happened"]

WINDOW = 120
CLAUSE = later(
    r"[;:!?\n“”\"](?=\s)|(?<!\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St))\.(?=\s(?![a-z\d]))|\n|``|''|,\s(?=(?:which|who|where|when|after|but|and|while|although|as)\b)"
)


def _any_of(kind: str, before: str = r"\b", behind: str = r"\b", flags: str = "(?i)") -> regex.Pattern[str]:
    """One of the cues of a kind (`tense_cues.tsv`), the long ones first."""
    cues = [pattern for name, pattern in lexicon.rows("tense_cues.tsv") if name == kind]
    return later(f"{flags}{before}(?:{'|'.join(sorted(cues, key=len, reverse=True))}){behind}")


AHEAD = _any_of("ahead", behind=r"(?:\b|$)")
# A present tense beside a day speaks of what is arranged ("the board meets on [Thursday]").
ARRANGED = _any_of(
    "arranged",
    behind=r"\s(?:\w+ly\s|again\s|here\s|next\s|in\s[A-Z]\w+\s|with\s(?:[A-Z]\w+\s){1,3})?(?:on\s|in\s|late\s|early\s)?$",
)
# ... and so does one with its object ("the firm opens its plant in [January]").
ARRANGED_THING = _any_of(
    "arranged with its object",
    r"(?<!\bto\s)\b",
    r"\s(?:(?!that\b|how\b)[\w$£€’'.,&-]+\s){0,6}(?:on|in|by|from|at|during|through|until)\s(?:the\s)?(?:early\s|late\s)?$",
    flags="",
)
LIMIT = later(r"(?i)\b(?:until|till|by)\s(?:at\s\S+\s|the\s|late\s|early\s|on\s|noon\s|midnight\s)?$")
UNTIL = later(r"(?i)\b(?:until|till)\s(?:the\s|late\s|early\s)?$")
POSSESSIVE = later(r"['’]s?\s(?!\d)")
BACK = _any_of("back")
ENDED = later(r"(?i)\b(?:ended|as\sof|since|in\sthe\syear\sto)\s(?:on\s|last\s|the\s)?$")
PAST_PERFECT = later(r"(?i)\b(?:had|were|was)\b")
HAD = later(r"(?i)[^.;:!?\n]{0,40}?\b(?:had|was|were)\b")
ISSUED = _any_of("issued", r"\s(?:news\s|annual\s|interim\s|trading\s|economic\s)?", flags="")
"""What a month before it dates that is out: "its July forecast"."""
WILL = later(
    r"(?i)\b(?:will|would|won['’]t|(?:is|are)\s(?:to|set|due|expected|scheduled)|(?:plans?|expects?|intends?|hopes?)\sto)\b"
)
PARTICIPLE = later(r"\b(?P<before>[a-z]{3,})\s(?P<verb>[a-z]{3,}(?:ed|own|one|en|de|ld|ght|nt))\s(?:on|in)\s$")
NOT_NOUNS = frozenset(
    "are be been being get gets getting have has had is not they who that which will would was were you".split()
)
NEAR = 80
AFTER = 100
SHORT = 8
"""A clause of fewer characters before an expression is none: the clause behind it is asked."""
REST = later(r"(?:[^.;:!?\n]|[.:](?=\S))*+")
WORD = later(r"[a-z]+")
PAST_FORMS = lexicon.words("past_forms.tsv")
PASSIVE = frozenset(["are", "be", "being", "is"])
NOT_PAST = frozenset(["agreed", "exceed", "hundred", "indeed", "need", "proceed", "speed", "succeed"])


PENDING = frozenset("scheduled planned expected proposed due set slated agreed".split())
CLOSE = 6
"""Words between a verb of the past and the time at which it happened."""


def happened(text: str, start: int, end: int) -> bool:
    """Does a verb of the past govern the time `text[start:end]` itself ("paid the dividend on [3 July]", "[It] took place on [June 20]")?"""
    if ISSUED.match(text, end) is not None:
        return True
    words = WORD.findall(_clause(text, start).lower())[-CLOSE:]
    for index in range(len(words) - 1, 0, -1):
        word, before = words[index], words[index - 1]
        if word.endswith("ing") or word in PENDING:
            return False
        if _is_past(word) and before not in PASSIVE:
            return True
    return bool(words) and _is_past(words[0]) and words[0] not in PENDING


def _is_past(word: str) -> bool:
    return word in PAST_FORMS or (word[-2:] == "ed" and len(word) > 4 and word not in NOT_PAST)


def _looks_back(clause: str) -> bool:
    """Is there a verb of the past, other than in a passive of the present ("is heard in May")?"""
    before = ""
    for word in WORD.findall(clause.lower()):
        if _is_past(word) and before not in PASSIVE:
            return True
        before = word
    return False


def _clause(text: str, start: int) -> str:
    return _last_clause(text[max(0, start - WINDOW) : start])


@lru_cache(maxsize=4096)
def _last_clause(window: str) -> str:
    cut = 0
    for mark in CLAUSE.finditer(window):
        cut = mark.end()
    return window[cut:]


def _is_modified(clause: str) -> bool:
    """Does a participle behind its noun hold the time ("to lift the tariffs imposed on [Sept. 1]")?"""
    found = PARTICIPLE.search(clause)
    return (
        found is not None
        and _is_past(found["verb"])
        and found["verb"] not in PENDING
        and not (found["before"] in NOT_NOUNS or found["before"].endswith("ly"))
    )


@lru_cache(maxsize=4096)
def _cues(clause: str) -> tuple[bool | None, bool | None]:
    """(looks ahead, looks back) as far as the clause before an expression tells; None where it does not."""
    if ARRANGED.search(clause) or (ARRANGED_THING.search(clause) and not _looks_back(clause)):
        return True, False
    if _is_modified(clause):
        return False, True
    cue = None
    for match in AHEAD.finditer(clause):
        cue = match
    back = False if cue is not None else (_looks_back(clause) or None)
    if cue is None and UNTIL.search(clause) and back:
        return False, True
    if LIMIT.search(clause):
        return PAST_PERFECT.search(clause, max(0, len(clause) - NEAR)) is None, back
    if cue is None:
        return None if len(clause) < SHORT else False, back
    return BACK.search(clause, cue.end()) is None and PAST_PERFECT.search(clause, 0, cue.start()) is None, back


@lru_cache(maxsize=4096)
def _rest(after: str) -> tuple[bool, bool]:
    """(a word of the future, a verb of the past) in what stands behind an expression."""
    rest = REST.match(after)
    sentence = rest[0] if rest is not None else ""
    will = WILL.search(sentence)
    if will is not None and _looks_back(sentence[: will.start()]):
        return False, True  # "In November, it said that it would pay"
    return will is not None, will is None and _looks_back(sentence)


def evidence(text: str, start: int, end: int) -> tuple[bool, bool]:
    """(looks ahead, looks back): is there a cue of the future in the clause of `text[start:end]`, or a verb of the past?

    The cue of the future must stand before the expression with no verb of the past behind it ("is to close on Monday").
    """
    clause = _clause(text, start)
    if ISSUED.match(text, end):
        return False, True
    ahead, back = _cues(clause)
    if ahead and LIMIT.search(clause) and len(clause) < 2 * SHORT and HAD.match(text, end):
        return False, True  # "Until Thursday, they had not …"
    if ahead is None or back is None:
        rest = _rest(text[end : end + AFTER])
        ahead = rest[0] if ahead is None else ahead
        back = rest[1] if back is None else back
    return ahead and not POSSESSIVE.match(text, end), back


def ends_there(text: str, start: int) -> bool:
    """Is the expression the end of a period that is over ("the year ended [March 31]")?"""
    return ENDED.search(text, max(0, start - 24), start) is not None
