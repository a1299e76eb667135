"""Where the noun phrase ends that a number counts: "100 organizations | trust Bolt", "two phase 3 trials | have ended".

Every noun behind the number may be the last of the phrase; which one is, or that none is, many weak signs say by learned points. The
points are of `training/units.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from factx import lexicon
from factx.document.tokens import Tokens
from factx.mentions.amounts.context import context_words
from factx.patterns import later

__all__ = ["NONE", "candidates", "features", "last_of"]

NONE = -1
"""The candidate that nothing is counted."""
LONGEST = 10
"""Tokens of the longest phrase."""
BORDERS = frozenset('.:"()WHSTMID$XY')
"""Codes of what no phrase goes over."""
BEFORE = 16
"""Tokens before the number in which a verb of the clause is looked for."""
VERBS = frozenset("VBEGM")
CLAUSES = frozenset(("that", "because", "if", "when", "as"))
PEOPLE = frozenset(
    ("dead", "injured", "wounded", "missing", "homeless", "unemployed", "hurt", "ill", "sick", "infected")
)
TIMES = frozenset(("last", "next", "this", "ago", "earlier", "later", "year-on-year"))
"""Words with which a time begins or ends."""
STEPS = frozenset(("phase", "stage", "tier", "type", "level", "grade", "category", "class", "band", "zone"))
MODEL = later(r"[0-9]{1,4}[A-Za-z]?")
CALENDAR = context_words("calendar")
CLOSED = lexicon.table("closed_class.tsv")


def last_of(text: str, tokens: Tokens, number: int, first: int, stop: int) -> int:
    """The last token of the phrase that begins at `first`, behind the number at token `number`; NONE for none.

    >>> tokens = Tokens("More than 100 organizations trust Bolt with it.")
    >>> tokens.text[last_of("", tokens, 2, 3, 9)]
    'organizations'
    """
    points = lexicon.points("unit_points.tsv")
    best, most = NONE, None
    for end in candidates(text, tokens, first, stop):
        told = sum([points.get(f, 0) for f in features(text, tokens, number, first, end)])
        if most is None or told > most:
            best, most = end, told
    return best


def candidates(text: str, tokens: Tokens, first: int, stop: int) -> Iterator[int]:
    """NONE, and every token that may be the last."""
    yield NONE
    codes, lower = tokens.codes, tokens.lower
    if codes[first] in "&,":
        return
    for at in range(first, min(stop, first + LONGEST)):
        code, form = codes[at], lower[at]
        letter = code == "D" and len(form) == 1 and at > first and codes[at - 1] == "P"  # "Class A shares"
        if (code in BORDERS and not letter) or form in TIMES or (at > first and _breaks(text, tokens, at)):
            return
        like = form[-1:] == "s" and form[-2:] != "ss" and code in "VBGEJ" and form not in CLOSED  # "five assists"
        coded = at == first and any(c.isdigit() for c in form)  # "24703 L-202"
        if (like or code in "NP" or form in PEOPLE) and not coded:
            yield at


def _breaks(text: str, tokens: Tokens, at: int) -> bool:
    """Does a paragraph begin at a token, or another amount: no number of a model or step ("737 MAX", "two phase 3 trials")?"""
    if tokens.codes[at] == "#":
        named = tokens.text[at + 1 : at + 2] and tokens.text[at + 1][0].isupper()
        part = named or tokens.codes[at - 1] == "P" or tokens.lower[at - 1] in STEPS
        return not part or tokens.codes[at - 1] in "&," or MODEL.fullmatch(tokens.text[at]) is None
    return text.count("\n", tokens.end[at - 1], tokens.start[at]) > 1


def _tag(tokens: Tokens, at: int) -> str:
    """Tag of a token with its capital, "#" where there is none."""
    if not 0 <= at < len(tokens):
        return "#"
    form = tokens.text[at]
    tag = tokens.tag[at]
    return tag if not form[:1].isupper() else f"{tag}{'X' if form.isupper() and len(form) > 1 else 'x'}"


def features(text: str, tokens: Tokens, number: int, first: int, end: int) -> list[str]:
    """What speaks for `end` as the last token of the phrase."""
    last = end if end != NONE else first - 1
    tag, after, second = _tag(tokens, last), _tag(tokens, last + 1), _tag(tokens, last + 2)
    lower, codes = tokens.lower, tokens.codes
    word = lower[last]
    behind = lower[last + 1] if last + 1 < len(tokens) else "#"
    one = lower[number] in ("one", "1")
    if end == NONE:
        gap = text[tokens.end[number] : tokens.start[first]]
        return [
            "0",
            f"0 {after}",
            f"0 {after} {second}",
            f"0 {behind}",
            f"0 {_clause(tokens, number)} {after}",
            f"0 {gap!r}",
            f"0 {_tag(tokens, number)} {after}",
            f"0 {lexicon.tags().get(behind, '?')} {second}",
            f"0 {behind in PEOPLE}",
            f"0 {codes[first : first + 3]}",
            f"0 {_plural(tokens, first)} {second}",
        ]
    plural = _plural(tokens, last)
    within = sum(_plural(tokens, i) for i in range(first, last))
    joined = "&" in codes[first : last + 1]
    comma = "," in codes[first : last + 1]
    gap = text[tokens.end[last] : tokens.start[last + 1]] if last + 1 < len(tokens) else ""
    gap = "" if not gap else "|" if "\n" in gap else "_"
    next_plural = last + 1 < len(tokens) and _plural(tokens, last + 1)
    return [
        f"t {tag} {after}",
        f"tt {tag} {after} {second}",
        f"bt {_tag(tokens, last - 1) if last > first else '^'} {tag} {after}",
        f"w {word}",
        f"x {behind}",
        f"x {codes[last]} {behind}",
        f"p {plural} {within} {next_plural} {one}",
        f"pa {plural} {after}",
        f"pj {plural} {within} {joined} {comma}",
        f"s {codes[first : last + 1]}",
        f"s {codes[first : last + 1]} {after}",
        f"l {last - first}",
        f"g {gap} {plural} {after}",
        f"v {_clause(tokens, number)} {plural} {codes[last]}{codes[last + 1 : last + 2]}",
        f"n {_tag(tokens, first)} {last == first} {after}",
        f"f {lower[first]} {last == first}",
        f"c {word in CALENDAR}",
        f"m {_clause(tokens, number)} {codes[first]} {last == first}",
        f"j {joined} {tokens.codes[last + 1 : last + 3]}",
        f"a {codes[last + 1 : last + 5] if codes[last + 1 : last + 2] in ('&', ',') else '-'} {plural}",
        f"k {lexicon.tags().get(word, '?')} {lexicon.tags().get(behind, '?')} {plural}",
    ]


def _plural(tokens: Tokens, at: int) -> bool:
    form = tokens.lower[at]
    return (form[-1:] == "s" and form[-2:] not in ("ss", "'s", "’s")) or form in (
        "people",
        "staff",
        "children",
        "women",
        "men",
    )


def _clause(tokens: Tokens, number: int) -> str:
    """What stands before the number: the begin of its clause, a verb, or neither."""
    codes = tokens.codes
    at = number - 1
    while at >= 0 and codes[at] in "IJRTD" and tokens.lower[at] not in CLAUSES:
        at -= 1
    if at < 0 or tokens.lower[at] in CLAUSES or codes[at] in BORDERS or codes[at] in ",&":
        return "begins"
    low = max(-1, at - BEFORE)
    while at > low and codes[at] not in '.:"()':
        if codes[at] in VERBS:
            return "verb"
        at -= 1
    return "noun"
