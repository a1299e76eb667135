"""Does the clause speak of what is to come? Evidence for "Tuesday", "March" and "9 October" without a year.

>>> text = "The deal is expected to close on Monday, it said Friday."
>>> [looks_ahead(text, text.index(day), text.index(day) + 6) for day in ("Monday", "Friday")]
[True, False]
"""

from __future__ import annotations

from functools import lru_cache

import regex

__all__ = ["ends_there", "evidence", "looks_ahead"]

WINDOW = 90
CLAUSE = regex.compile(
    r"[.;:!?\n“”\"](?=\s)|\n|``|''|,\s(?=(?:which|who|where|when|after|but|and|while|although|as)\b)"
)
AHEAD = regex.compile(
    r"""(?ix)\b(?:
        will | shall | won['’]t | ['’]ll | would | may(?=\s[a-z]) | might | could(?!\snot) | should
      | (?:is|are|was|were|be)\s(?:now\s)?(?:set|due|scheduled|slated|expected|likely|planned|to)
      | (?:plans?|planned|planning|intends?|intended|expects?|expected|hopes?|hoping|wants?|ready|preparing|prepared
          |agreed|scheduled|set|due|slated|vowed|asked|ordered)\s(?:\w+\s){0,2}?(?:to|for)
      | no\slater\sthan | as\s(?:soon|early|late)\sas | payable | maturing | postponed | extended | deadline | effective
      | starting | beginning | from\snow | in\stime\sfor | (?:has|have)\s(?:scheduled|called)
    )\b"""
)
LIMIT = regex.compile(r"(?i)\b(?:until|till|by)\s(?:at\s\S+\s|the\s|late\s|early\s|on\s|noon\s|midnight\s)?$")
POSSESSIVE = regex.compile(r"['’]s?\s(?!\d)")
BACK = regex.compile(
    r"(?i)\b(?:said|says|told|announced|reported|added|was(?!\s(?:to|set|due|expected|scheduled))|were(?!\s(?:to|set|due|expected|scheduled))|had|did|closed|ended|rose|fell|since|began|came|went|met|made|took)\b"
)
REPORTED = regex.compile(
    r"(?i)\b(?:said|told\s\w+|announced|reported|added|ruled|declared|wrote|testified|arrived|ended|closed)\s(?:(?:here|late|early|on|in)\s)*$"
)
ENDED = regex.compile(r"(?i)\b(?:ended|since|from|in\sthe\syear\sto)\s(?:on\s|last\s|the\s)?$")
PAST_PERFECT = regex.compile(r"(?i)\b(?:had|were|was)\b")
WILL = regex.compile(r"(?i)\b(?:will|would|won['’]t|is\s(?:to|set|due|scheduled)|are\s(?:to|set|due|scheduled))\b")
AFTER = 60
SHORT = 8
"""A clause of fewer characters before an expression is none: the clause behind it is asked."""
REST = regex.compile(r"[^.;:!?\n]*+")
PAST_VERB = regex.compile(
    r"(?i)\b(?:was|were|had|did|said|told|rose|fell|began|came|went|met|made|took|bought|sold|became|won|lost|set|paid|held|grew|left|got|led|found|built|cut|hit|been|\w{3,}ed)\b"
)


def _clause(text: str, start: int) -> str:
    return _last_clause(text[max(0, start - WINDOW) : start])


@lru_cache(maxsize=4096)
def _last_clause(window: str) -> str:
    cut = 0
    for mark in CLAUSE.finditer(window):
        cut = mark.end()
    return window[cut:]


@lru_cache(maxsize=4096)
def _cues(clause: str) -> tuple[bool | None, bool | None]:
    """(looks ahead, looks back) as far as the clause before an expression tells; None where it does not."""
    if REPORTED.search(clause):
        return False, True
    cue = None
    for match in AHEAD.finditer(clause):
        cue = match
    back = (
        True if ENDED.search(clause) else False if cue is not None else (PAST_VERB.search(clause) is not None or None)
    )
    if LIMIT.search(clause):
        return PAST_PERFECT.search(clause) is None, back
    if cue is None:
        return None if len(clause) < SHORT else False, back
    return BACK.search(clause, cue.end()) is None and PAST_PERFECT.search(clause, 0, cue.start()) is None, back


@lru_cache(maxsize=4096)
def _rest(after: str) -> tuple[bool, bool]:
    """(a word of the future, a verb of the past) in what stands behind an expression."""
    rest = REST.match(after)
    return WILL.search(after) is not None, rest is not None and WILL.search(rest[0]) is None and PAST_VERB.search(
        rest[0]
    ) is not None


def evidence(text: str, start: int, end: int) -> tuple[bool, bool]:
    """(looks ahead, looks back): is there a cue of the future in the clause of `text[start:end]`, or a verb of the past?

    The cue of the future must stand before the expression with no verb of the past behind it ("is to close on Monday").
    """
    ahead, back = _cues(_clause(text, start))
    if ahead is None or back is None:
        rest = _rest(text[end : end + AFTER])
        ahead = rest[0] if ahead is None else ahead
        back = rest[1] if back is None else back
    return ahead and not POSSESSIVE.match(text, end), back


def looks_ahead(text: str, start: int, end: int) -> bool:
    """The first half of `evidence`."""
    return evidence(text, start, end)[0]


def ends_there(text: str, start: int) -> bool:
    """Is the expression the end of a period that is over ("the year ended [March 31]")?"""
    return ENDED.search(text, max(0, start - 24), start) is not None
