"""Does the clause speak of what is to come? Evidence for "Tuesday", "March" and "9 October" without a year.

>>> text = "The deal is expected to close on Monday, it said Friday."
>>> [looks_ahead(text, text.index(day), text.index(day) + 6) for day in ("Monday", "Friday")]
[True, False]
"""

from __future__ import annotations

import regex

__all__ = ["ends_there", "looks_ahead", "looks_back"]

WINDOW = 90
CLAUSE = regex.compile(r"[.;:!?\n“”\"](?=\s)|\n|``|''|,\s(?=(?:which|who|where|when|after|but|and|while|although|as)\b)")
AHEAD = regex.compile(
    r"""(?ix)\b(?:
        will | shall | won['’]t | ['’]ll | would | may(?=\s[a-z]) | might | could(?!\snot) | should | (?:is|are|was|were|be)\s(?:now\s)?(?:set|due|scheduled|slated|expected|likely|planned|to)
      | (?:plans?|planned|planning|intends?|intended|expects?|expected|hopes?|hoping|wants?|ready|preparing|prepared|agreed|scheduled|set|due|slated|vowed|asked|ordered)\s(?:\w+\s){0,2}?(?:to|for)
      | no\slater\sthan | as\s(?:soon|early|late)\sas | payable | maturing | postponed | extended | deadline | effective | starting | beginning | from\snow | in\stime\sfor | (?:has|have)\s(?:scheduled|called)
    )\b"""
)
LIMIT = regex.compile(r"(?i)\b(?:until|till|by)\s(?:at\s\S+\s|the\s|late\s|early\s|on\s|noon\s|midnight\s)?$")
POSSESSIVE = regex.compile(r"['’]s?\s(?!\d)")
BACK = regex.compile(
    r"(?i)\b(?:said|says|told|announced|reported|added|was(?!\s(?:to|set|due|expected|scheduled))|were(?!\s(?:to|set|due|expected|scheduled))|had|did|closed|ended|rose|fell|since|began|came|went|met|made|took)\b"
)
REPORTED = regex.compile(r"(?i)\b(?:said|told\s\w+|announced|reported|added|ruled|declared|wrote|testified|arrived|ended|closed)\s(?:(?:here|late|early|on|in)\s)*$")
ENDED = regex.compile(r"(?i)\b(?:ended|since|from|in\sthe\syear\sto)\s(?:on\s|last\s|the\s)?$")
PAST_PERFECT = regex.compile(r"(?i)\b(?:had|were|was)\b")
WILL = regex.compile(r"(?i)\b(?:will|would|won['’]t|is\s(?:to|set|due|scheduled)|are\s(?:to|set|due|scheduled))\b")
AFTER = 60
REST = regex.compile(r"[^.;:!?\n]*+")
PAST_VERB = regex.compile(
    r"(?i)\b(?:was|were|had|did|said|told|rose|fell|began|came|went|met|made|took|bought|sold|became|won|lost|set|paid|held|grew|left|got|led|found|built|cut|hit|been|\w{3,}ed)\b"
)


def _clause(text: str, start: int) -> str:
    window = text[max(0, start - WINDOW) : start]
    cut = 0
    for mark in CLAUSE.finditer(window):
        cut = mark.end()
    return window[cut:]


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Is there a cue of the future in the clause before the expression, and no verb of the past behind it?"""
    clause = _clause(text, start)
    if REPORTED.search(clause) or POSSESSIVE.match(text, end):
        return False
    if LIMIT.search(clause):
        return PAST_PERFECT.search(clause) is None
    cue = None
    for match in AHEAD.finditer(clause):
        cue = match
    if cue is None:
        return len(clause) < 8 and WILL.search(text, end, end + AFTER) is not None
    return BACK.search(clause, cue.end()) is None and PAST_PERFECT.search(clause, 0, cue.start()) is None


def looks_back(text: str, start: int, end: int) -> bool:
    """Is there a verb of the past, or "ended", "since", in the clause around the expression, and no cue of the future?"""
    clause = _clause(text, start)
    if ENDED.search(clause):
        return True
    if AHEAD.search(clause):
        return False
    if PAST_VERB.search(clause) is not None:
        return True
    after = REST.match(text, end, end + AFTER)
    return after is not None and WILL.search(after[0]) is None and PAST_VERB.search(after[0]) is not None


def ends_there(text: str, start: int) -> bool:
    """Is the expression the end of a period that is over ("the year ended [March 31]")?"""
    return ENDED.search(text, max(0, start - 24), start) is not None
