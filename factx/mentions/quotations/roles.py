"""What a quotation is by its own shape and the words right before it: speech, fragment, title, term, nickname.

`speech`: four words or more, or a sentence; `fragment`: one to three words, a partial quote where somebody is said to
have said them, scare quotes elsewhere; the rest are never quotes.

>>> text = 'Jo "Flash" Ray wrote the book "Gone With It" and the so-called "cloud" is "fine".'
>>> [role(text, m.start(), m.start() + 1, m.end() - 1, m.end()) for m in re.finditer('"[^"]+"', text)]
['nickname', 'title', 'term', 'fragment']
"""

from __future__ import annotations

import re

__all__ = ["role"]

WORDS = re.compile(r"[^\W_]+(?:[-‐‑'’.&][^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?…]$|[.!?…][)\]]$")
WORK = re.sub(
    r"\s+",
    "",
    r"""(?:album|article|book|campaign|chapter|column|comedy|documentary|drama|episode|essay|film|game|hit|hymn|lecture|magazine
  |memoir|movie|musical|novel|op-ed|opera|painting|paper|play|poem|podcast|programme|program|report|sequel|series|show|single
  |sitcom|song|story|studies|study|thriller|track|trilogy|video|volume|website|blog|newsletter|initiative|project|exhibition)s?""",
)
NAMING = re.compile(
    r"(?:\b(?:entitled|titled|headlined|subtitled|named|nicknamed|codenamed|code-named|christened)"
    rf"|\b(?:the|a|an|his|her|its|their|’s|'s|new|hit|recent)\s(?:[\w-]+\s){{0,2}}{WORK}),?\s*$",
    re.IGNORECASE,
)
TERM = re.compile(
    r"(?:\bso-?called|\b(?:the|a|an)\s(?:words?|terms?|phrase|acronym|label|expression|slogan|hashtag|title|name|adjective|verb|noun|euphemism|password)"
    r"|\bknown\s(?:\w+\s){0,2}as|\bdefined\sas|\bshort\sfor|\bstands\sfor|\bsynonym\sfor|\bkeywords?|\bterms?\slike|\bwords?\slike"
    r"|\b(?:doing\sbusiness|trading|trade[sd]?|listed|abbreviated|branded|marketed)\s(?:\w+\s)?(?:as|under|under\sthe\s(?:\w+\s)?(?:symbol|ticker)))"
    r"(?:\s(?:a|an|the))?\s*$",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"\b(?:as|call(?:s|ed|ing)?(?:\s\S+){0,4}|labell?(?:s|ed|ing)(?:\s\S+){0,4}|dubb(?:ed|ing)|chant(?:s|ed|ing)?|shout(?:s|ed|ing)?)\s*$",
    re.IGNORECASE,
)
CAPITAL = re.compile(r"[A-Z0-9]")
NAME_BEFORE = re.compile(r"[A-Z][\w.’'-]*\s$")
NAME_AFTER = re.compile(r"\s(?:[a-z]{2,3}\s)?[A-Z][a-z’'-]+")
SMALL = frozenset(
    "a an and as at but by for from in into nor of off on or over the to up upon via vs with it is".split()
)
FRAGMENT_WORDS = 3


def role(text: str, outer_start: int, start: int, end: int, outer_end: int, headline: bool = False) -> str:
    """The role of the quotation `text[start:end]`; in a headline capitals say nothing."""
    if end - start > 160:
        return "speech"
    inside = text[start:end]
    words = WORDS.findall(inside)
    if not words:
        return "term"
    ends = SENTENCE_END.search(inside) is not None
    if inside[-1] == "," or (ends and len(words) > 1 and inside[0].isupper()):
        ends = True
    before = text[max(0, outer_start - 70) : outer_start]
    if len(words) <= 4 and words[0][0].isupper() and inside[-1].isalpha():
        if (
            len(words) <= 3
            and NAME_BEFORE.search(before)
            and NAME_AFTER.match(text, outer_end)
            and not _begins(text, outer_start)
        ):
            return "nickname"
    if len(words) <= 12:
        if TERM.search(before) and len(words) <= 5:
            return "term"
        titled = not headline and _title_case(words)
        if NAMING.search(before) and (titled or words[0][0].isupper()):
            return "title"
        if titled and len(words) >= 2 and not _comma_cue(text, inside, outer_end) and not CALLED.search(before):
            if inside[-1] not in ".!?…" or (len(words) > 2 and inside[-1] == "." and outer_end - outer_start > 12):
                return "title"
    if len(words) <= FRAGMENT_WORDS and not (ends and inside[0].isupper() and (len(words) > 2 or inside[-1] in "!?")):
        return "fragment"
    return "speech"


def _title_case(words: list[str]) -> bool:
    """Do all words but the little ones begin with a capital?"""
    large = [w for w in words if w.lower() not in SMALL]
    return bool(large) and words[0][0].isupper() and all(CAPITAL.match(w) for w in large)


def _begins(text: str, position: int) -> bool:
    return position == 0 or text[position - 1] in "\n"


def _comma_cue(text: str, inside: str, outer_end: int) -> bool:
    """Is the quotation's end that of speech before an attribution ("Yes We Can,” she said)?"""
    return (
        inside[-1] == ","
        and re.compile(r"\s[\w.’' ]{1,40}?\b(?:said|says|told|added|asked|wrote|tweeted|shouted|chanted)\b").match(
            text, outer_end
        )
        is not None
    )
