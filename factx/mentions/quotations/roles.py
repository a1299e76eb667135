"""What a quotation is by its own shape and the words beside it: speech, fragment, title, term or nickname.

`speech`: four words or more, or a sentence; `fragment`: one to three words, a partial quote where somebody is said to
have said them, scare quotes elsewhere; the rest are never quotes.

>>> text = 'Jo "Flash" Ray wrote the book "Gone With It" and the so-called "cloud" is "fine".'
>>> [role(text, m.start(), m.start() + 1, m.end() - 1, m.end()) for m in re.finditer('"[^"]+"', text)]
['nickname', 'title', 'term', 'fragment']
"""

from __future__ import annotations

import re

from factx import lexicon

__all__ = ["is_titled", "role"]

WORDS = re.compile(r"[^\W_]+(?:[-‐‑'’.&][^\W_]+)*")
CAPITAL = re.compile(r"[A-Z0-9]")
LONGEST_TITLE = 12
LONGEST_TERM = 5
FRAGMENT_WORDS = 3
LONGEST = 160
"""Characters from which a quotation is speech whatever it looks like."""
LOOK_BACK = 70

WORK = "|".join(row[0] for row in lexicon.rows("titled_works.tsv"))
NAMING = re.compile(
    r"\b(?:entitled|titled|headlined|subtitled|named|nicknamed|codenamed|code-named|christened),?\s*$"
    r"|(?:\b(?:the|a|an|his|her|its|their|new|hit|recent)|[’']s)\s"
    rf"(?:[\w-]{{1,20}}\s){{0,2}}(?:{WORK})s?,?\s*$",
    re.IGNORECASE,
)
TERM = re.compile(
    r"(?:\bso-?called|\b(?:the|a|an)\s(?:words?|terms?|phrase|acronym|label|expression|slogan|hashtag|title|name|adjective"
    r"|verb|noun|euphemism|password)"
    r"|\bknown\s(?:\w{1,20}\s){0,2}as|\bdefined\sas|\bshort\sfor|\bstands\sfor|\bsynonym\sfor|\bkeywords?"
    r"|\b(?:terms?|words?|terminology|language|phrases|verbs|expressions?)\s(?:like|such\sas|including)"
    r"|[\w)],\sor|\b(?:text(?:ing)?|sms|type|enter|reply(?:\swith)?)"
    r"|\b(?:doing\sbusiness|trading|trade[sd]?|listed|abbreviated|branded|marketed)\s(?:\w{1,20}\s)?"
    r"(?:as|under|under\sthe\s(?:\w{1,20}\s)?(?:symbol|ticker)))"
    r"(?:\s(?:a|an|the))?\s*$",
    re.IGNORECASE,
)
TRIGGER_WORD = re.compile(r"[\w-]+")
TRIGGERS = frozenset(
    [row[0] for row in lexicon.rows("titled_works.tsv")]
    + [row[0] + "s" for row in lexicon.rows("titled_works.tsv")]
    + "so-called called socalled entitled titled headlined subtitled named nicknamed codenamed code-named christened word words term terms phrase acronym "
    "label expression slogan hashtag title name adjective verb noun euphemism password known defined short stands synonym keyword keywords business "
    "text texting sms type enter reply with like such including trading trade traded trades listed abbreviated "
    "branded marketed as under symbol ticker or".split()
)
"""One of these is among the last four words before a quotation that `TERM` or `NAMING` fits."""
DEFINED = re.compile(
    r"\((?:the|an?|or|and|together|collectively|each|hereinafter|hereafter|referred|to|as|together\swith|,|\s|“[^”(]{1,30}”|\"[^\"(]{1,30}\"){0,8}$"
)
AFTER_DEFINED = re.compile(r"\s?(?:\)|or\b|and\b|,)")
"""What is defined in brackets: (the “Company”), ("Bolt" or the "Group")."""
CALLED = re.compile(
    r"\b(?:as|dubb(?:ed|ing)|chant(?:s|ed|ing)?|shout(?:s|ed|ing)?"
    r"|(?:call(?:s|ed|ing)?|labell?(?:s|ed|ing))(?:\s\S{1,20}){0,4})\s*$",
    re.IGNORECASE,
)
"""Words before a quotation in Title Case that make it what somebody called somebody, not the title of a work."""
CALLED_SO = re.compile(
    r"\s(?:campaigns?|initiatives?|programmes?|programs?|schemes?|movement|logos?|slogans?|buttons?|tabs?|hashtags?|labels?"
    r"|ratings?|recommendations?|rights|provisions?|clauses?|periods?|mode|settings?|options?|features?|symbols?|tags?|badges?|brands?"
    r"|series|franchise|section|category|list|status|formats?|files?|commands?|keys?|pills?)\b",
    re.IGNORECASE,
)
"""Nouns behind a quotation of a few words that make it their name: the “Make in Wales” campaign, a “buy” rating."""
NAME_BEFORE = re.compile(r"[A-Z][\w.’'-]*\s$")
NAME_AFTER = re.compile(r"\s(?:[a-z]{2,3}\s)?[A-Z][a-z’'-]+")
ATTRIBUTION_AFTER = re.compile(
    r"\s[\w.’' ]{1,40}?\b(?:said|says|told|added|asked|wrote|tweeted|shouted|chanted)\b", re.IGNORECASE
)
SMALL = frozenset(
    "a an and as at but by for from in into nor of off on or over the to up upon via vs with it is".split()
)


def is_titled(inside: str) -> bool:
    """Has every word of at most twelve that is not a small one a capital: the name of a work, an award, a programme?

    >>> is_titled("The Call of the Sea"), is_titled("We call it Sea"), is_titled("ESG,"), is_titled("No.")
    (True, False, True, True)
    """
    words = WORDS.findall(inside)
    return 0 < len(words) <= LONGEST_TITLE and words[0][0].isupper() and _all_large(words)


def _all_large(words: list[str]) -> bool:
    large = [w for w in words if w.lower() not in SMALL]
    return bool(large) and all(CAPITAL.match(w) for w in large)


def role(text: str, outer_start: int, start: int, end: int, outer_end: int, headline: bool = False) -> str:
    """The role of the quotation `text[start:end]`; in a headline capitals say nothing."""
    if end - start > LONGEST:
        return "speech"
    inside = text[start:end]
    words = WORDS.findall(inside)
    if not words:
        return "term"
    count = len(words)
    if count == 1 and len(inside) <= 2 and inside.isalnum():
        return "term"
    capital = words[0][0].isupper()
    if count <= LONGEST_TITLE:
        before = text[max(0, outer_start - LOOK_BACK) : outer_start]
        named = _role_of_name(text, words, inside, before, outer_end)
        if named is not None:
            return named
        if not headline and count > 1 and _is_title(text, words, inside, before, outer_end):
            return "title"
    if count > FRAGMENT_WORDS or (
        capital and (inside[-1] in "!?" or (count == FRAGMENT_WORDS and inside[-1] in ".,…"))
    ):
        return "speech"
    return "fragment"


def _role_of_name(text: str, words: list[str], inside: str, before: str, outer_end: int) -> str | None:
    """The role of a few words that the words around them make a name or a term."""
    count, capital = len(words), words[0][0].isupper()
    if count <= FRAGMENT_WORDS and capital and inside[-1].isalpha() and _is_nickname(text, before, outer_end):
        return "nickname"
    if count <= LONGEST_TERM and DEFINED.search(before) and AFTER_DEFINED.match(text, outer_end):
        return "term"
    if not TRIGGERS.isdisjoint(TRIGGER_WORD.findall(before.lower())[-4:]):
        if count <= LONGEST_TERM and TERM.search(before):
            return "term"
        if capital and NAMING.search(before):
            return "title"
    if count <= LONGEST_TERM and CALLED_SO.match(text, outer_end) is not None and inside[-1] not in ".,!?":
        return "term"
    return None


def _is_nickname(text: str, before: str, outer_end: int) -> bool:
    """Is it between a first and a last name?"""
    return NAME_BEFORE.search(before) is not None and NAME_AFTER.match(text, outer_end) is not None


def _is_title(text: str, words: list[str], inside: str, before: str, outer_end: int) -> bool:
    """Title Case without a reason to be speech; a final stop is allowed from three words on."""
    if not _all_large(words) or not words[0][0].isupper():
        return False
    last = inside[-1]
    if last in "!?…" or (last == "." and len(words) < 3):
        return False
    if last == "," and ATTRIBUTION_AFTER.match(text, outer_end) is not None:
        return False
    return CALLED.search(before) is None
