"""What a number counts: the noun phrase behind it, from the word classes of its tokens.

>>> from factx.document.tokens import Tokens
>>> def read(text, number):
...     tokens = Tokens(text)
...     end = text.index(number) + len(number)
...     found = counted_noun(text, tokens, end)
...     return found and text[found[0]:found[1]]
>>> read("created over 30,000 full and part-time UK posts last year.", "30,000")
'full and part-time UK posts'
>>> read("It named two Western vendors.", "two"), read("5,000 of its employees left", "5,000"), read("two were sold", "two")
('Western vendors', 'employees', None)
"""

from __future__ import annotations

import regex

from factx import lexicon
from factx.document.tokens import Tokens
from factx.mentions.amounts import directions
from factx.mentions.amounts.context import context_words
from factx.mentions.amounts.modifiers import is_modifier
from factx.patterns import later

__all__ = ["counted_noun", "moved_noun", "understood_noun"]

# Over the one-letter classes of the tokens (factx.document.tagger.CODES).
PHRASE = later(
    r"""
    (?P<lead> (?: [JR] (?=[JRNPEG]) )?+ )
    (?P<mods> (?: (?: R?[JEG] | RV(?=[JN]) ) (?: [,&] R?[JEG] (?=[JEGNP,&]) )*+ (?=[JREGNP\#]) ){0,6}+ )
    (?P<nouns> (?: \# (?=[PN]) )? (?: P \# (?=[NP]) | N \# (?=N) | [NPG] (?=[NPGJ'&]) ' ? | J (?=[NP]) | & (?=P) | ' (?=[JNPG]) ){0,8} [NP] )
    """,
    regex.VERBOSE,
)
LISTED = later(r"[JEN](?:,[JEN]){1,4},?&[JEN]{1,2}N")
CLASSES = frozenset(("class", "series", "tier", "grade", "category"))
SCALES = frozenset(("thousand", "million", "billion", "trillion"))
MODEL = later(r"[0-9]{1,4}[A-Za-z]?")
ACRONYM = later(r"[A-Z]{3,5}")
SIZE = later(r"[0-9]{1,5}+(?:[.,][0-9]{1,3})?+(?:ml|cl|l|g|kg|lb|oz|mm|cm|m|km|kWh?|MWh?|GB|TB)")
STEPS = frozenset(("phase", "stage", "tier", "type", "level", "grade", "category", "class", "band", "zone"))
# Plurals that stand before other nouns: "sports betting firms", "savings banks".
ATTRIBUTIVE = frozenset(
    (
        "arms", "business", "communications", "electronics", "goods", "logistics", "materials", "operations", "process", "sales", "savings",
        "securities", "services", "sports", "systems", "telecommunications",
    )
)  # fmt: skip
SKIP = frozenset(("more", "fewer", "additional", "extra", "further", "such"))
VERBS = frozenset(("is", "was", "has", "does", "says", "remains", "seems"))
PEOPLE = frozenset(
    ("dead", "injured", "wounded", "missing", "homeless", "unemployed", "hurt", "ill", "sick", "infected")
)
DETERMINERS = "DSH"
REFERRING = frozenset(("which", "whom", "them", "these", "those"))
"""Words behind "of" that refer to what was counted before."""
PRONOUNS = REFERRING | {"it", "us", "you"}
LIMIT = 16
TIME_NOUNS = context_words("calendar")
TIME_WORDS = frozenset(("last", "next", "this", "ago", "earlier", "later", "year-on-year"))


def counted_noun(text: str, tokens: Tokens, end: int) -> tuple[int, int] | None:
    """(start, end) of the noun phrase that a number ending at `end` counts, without "more"; None where there is none."""
    number = tokens.at(end - 1)
    stop = min(len(tokens), number + 1 + LIMIT)
    first = _phrase_begins(text, tokens, number, end, stop)
    if first is None:
        return None
    begin = first + (SIZE.fullmatch(tokens.text[first]) is not None)  # "eight million 250ml bottles"
    ahead = LISTED.match(tokens.codes, begin, stop)
    if ahead is not None and _is_list(tokens, begin, ahead.end() - 1):
        return tokens.start[first], tokens.end[ahead.end() - 1]
    begin += begin == first and is_modifier(tokens, number, first)
    match = PHRASE.match(tokens.codes, begin, stop)
    if match is None:
        return _noun_like(text, tokens, first, end)
    last = _phrase_ends(tokens, first, begin, _in_paragraph(text, tokens, begin, match.end() - 1))
    if last < begin:
        return None
    last = _behind_class(tokens, last, stop)
    between = text[end : tokens.start[first]]
    if between.strip() and tokens.lower[number + 1] != "of" and not between.strip().isalpha():
        return None
    last = _joined(tokens, last, stop)
    if last == first and any(c.isdigit() for c in tokens.text[last]):
        return None
    acronym = last == first and ACRONYM.fullmatch(tokens.text[last]) is not None
    measured = acronym and between == " " and "." in text[max(0, end - 4) : end]
    if not measured and _is_name(tokens, first, last):
        plural = _counted_name(tokens, number, first, last)
        return (tokens.start[first], tokens.end[plural]) if plural is not None else None
    return tokens.start[first], tokens.end[last]


def _is_list(tokens: Tokens, first: int, last: int) -> bool:
    """Do adjectives and nouns in the singular stand before one plural: "retail, internet, and mobile customers"?"""
    return _plural(tokens, last) and not any(_plural(tokens, index) for index in range(first, last))


def _in_paragraph(text: str, tokens: Tokens, first: int, last: int) -> int:
    """The last token before a blank line: a headline's noun does not go on in the paragraph under it."""
    for index in range(first, last):
        if text.count("\n", tokens.end[index], tokens.start[index + 1]) > 1:
            return index
    return last


def _behind_class(tokens: Tokens, last: int, stop: int) -> int:
    """The noun behind the letter of a class: "500 Class A ordinary shares"."""
    letter = last + 1
    if letter + 1 >= stop or tokens.lower[last] not in CLASSES or len(tokens.text[letter]) != 1:
        return last
    match = PHRASE.match(tokens.codes, letter + 1, stop) if tokens.text[letter].isupper() else None
    return match.end() - 1 if match is not None else last


def _counted_name(tokens: Tokens, number: int, first: int, last: int) -> int | None:
    """The plural in a headline that only its capitals make a name: "40 Million Users Join", "5,700 Voters Left"."""
    if "," not in tokens.text[number] and tokens.lower[number] not in SCALES:
        return None
    return next((index for index in range(first, last + 1) if _plural_name(tokens, index)), None)


def _phrase_begins(text: str, tokens: Tokens, number: int, end: int, stop: int) -> int | None:
    """The first token of what may be counted behind the number's token, "of the" and "more" passed over."""
    first = number + 1
    if first >= stop or tokens.start[number] < end - 1 < tokens.end[number] - 1:
        return None
    lower = tokens.lower
    if text[end : tokens.start[first]].count("\n") > 1:
        return None
    if lower[first] == "of" and first + 1 < stop:
        first += 1
        while first < stop and tokens.codes[first] in DETERMINERS and lower[first] not in PRONOUNS:
            first += 1
        while first < stop and tokens.codes[first] == "#":
            first += 1  # "40 of the 50 largest polluters"
        if first >= stop or lower[first] in REFERRING:
            return None
    while first < stop and lower[first] in SKIP:
        first += 1
    return first if first < stop else None


def _phrase_ends(tokens: Tokens, first: int, behind_size: int, last: int) -> int:
    """The last noun of a phrase that is counted: before another number, a participle, a time; below `first` for none."""
    lower, codes = tokens.lower, tokens.codes
    inner = codes.find("#", behind_size, last + 1)
    if inner >= 0 and not _is_model(tokens, first, inner):
        if inner == first:
            return first - 1
        last = inner - 1
    for index in range(first, last):
        participle = codes[index + 1] == "G" and codes[index] == "N"
        if participle and lower[index].endswith("s") and lower[index] not in ATTRIBUTIVE:
            last = index  # "shares changing hands"
            break
    for index in range(first, last + 1):
        if lower[index] in TIME_WORDS or (lower[index] in TIME_NOUNS and tokens.text[index][0].isupper()):
            last = index - 1
            break
    while last >= first and (codes[last] not in "NP" or lower[last] in ("'s", "’s")):
        last -= 1
    return last


def _is_model(tokens: Tokens, first: int, inner: int) -> bool:
    """Is a number inside a phrase part of it: "737 MAX", "two phase 3 trials"?"""
    if MODEL.fullmatch(tokens.text[inner]) is None:
        return False
    if tokens.text[inner + 1][0].isupper():
        return True
    return inner > first and (tokens.codes[inner - 1] == "P" or tokens.lower[inner - 1] in STEPS)


def _is_name(tokens: Tokens, first: int, last: int) -> bool:
    """Is the phrase a name, in the singular?"""
    return all(tokens.codes[i] == "P" for i in range(first, last + 1)) and not _plural_name(tokens, last)


NUMBER_OF = later(r"(?i)\b(?:numbers?|total|tally)(?= of\b)")
LINK = later(
    r"(?:\b(?:is|are|was|were|be|been|at|to|by|from|of|reach(?:ed|es)?|hits?|exceed(?:ed|s)?|topped|passed|total(?:l?ed|s)?|averaged)|[:(])\s*+\Z"
)
REACH = 200


def understood_noun(text: str, tokens: Tokens, start: int, phrase: int) -> tuple[int, int] | None:
    """What a bare number at `start` counts where "number of" says it before: "the number of subscribers was 727,000".

    `phrase`: where the number's comparator begins.
    """
    low = max(0, start - REACH)
    if LINK.search(text, max(low, phrase - 14), phrase) is None:
        return None
    found = None
    for match in NUMBER_OF.finditer(text, low, phrase):
        found = match  # the last one
    if found is None:
        return None
    noun = counted_noun(text, tokens, found.end())
    if noun is None or noun[1] > phrase or STOP.search(text, noun[1], phrase):
        return None
    return noun


STOP = later(r"[.!?;][\"”’)]?\s|\n\s*\n|, (?:while|and|but|with)\b")


SHARED = later(r"&[JNP][NP]{1,2}(?![NP'])")
JOINED = later(r"(?:,[JEG]?[NP]{1,2}){0,3}+,?&J?[NP]{1,3}(?![NP'])")


def _joined(tokens: Tokens, last: int, stop: int) -> int:
    """The last token of "cars and trucks", "doctors, nurses and other staff": what is joined is counted together.

    Not where a clause ("cut 40 jobs and sales rose"), another number or a name begins.
    """
    if not _plural(tokens, last):
        pair = SHARED.match(tokens.codes, last + 1, min(len(tokens), stop + 4))  # "credit and debit cards"
        shared = pair is not None and _plural(tokens, pair.end() - 1) and tokens.lower[last + 1] in ("and", "or")
        return pair.end() - 1 if shared and pair is not None else last
    match = JOINED.match(tokens.codes, last + 1, min(len(tokens), stop + 8))
    if match is None:
        return last
    end = match.end() - 1
    joint = tokens.codes.rfind("&", last + 1, end)
    if tokens.lower[joint] not in ("and", "or") or not _plural(tokens, end):
        return last
    if tokens.codes[joint + 1] == "P" or tokens.codes[end] == "P":
        return last
    return last if tokens.codes[end + 1 : end + 2] in ("V", "M", "x", "B", "#") else end


COLLECTIVE = frozenset(("people", "staff", "personnel", "police", "cattle", "men", "women", "children"))


def _plural(tokens: Tokens, index: int) -> bool:
    return tokens.tag[index] in ("NNS", "NNPS") or tokens.lower[index] in COLLECTIVE


QUANTITIES = lexicon.words("measured_plurals.tsv")
"""Plurals that are measured in something else than themselves."""

MOVED = later(r"[DJNPGE\#']{0,6}N(?:I[DS]?[JNPG]{0,3}[NP]){0,2}(?:,?R)?[VM]{0,2}R?(?P<verb>[VE])R?[IT]?\Z")


def moved_noun(tokens: Tokens, before: int) -> tuple[int, int] | None:
    """The plural that is said to rise or fall to the bare number behind token `before`: "complaints rose to 7,340".

    >>> from factx.document.tokens import Tokens
    >>> tokens = Tokens("Complaints about fees rose to 7,340.")
    >>> found = moved_noun(tokens, 4)
    >>> tokens.text[found[0]] if found else None
    'Complaints'
    """
    lower, codes = tokens.lower, tokens.codes
    begin = before
    while begin > 0 and before - begin < LIMIT and codes[begin - 1] not in '.,:;"&WX(':
        begin -= 1
    match = MOVED.search(codes, begin, before + 1)
    if (
        match is None
        or codes[before] not in "ITVE"
        or (codes[before] in "IT" and lower[before] not in ("to", "from", "by", "at"))
    ):
        return None
    verb = lexicon.verb_lemmas().get(lower[match.start("verb")], "")
    if not (directions.is_change_word(lower[match.start("verb")]) or verb in LEVELS):
        return None
    first = match.start()
    while first < before and codes[first] in "DS":
        first += 1
    last = first
    while codes[last + 1] in "JNPGE#'" and last + 1 < match.start("verb"):
        last += 1
    if tokens.tag[last] != "NNS" or lower[last] in QUANTITIES:
        return None
    return first, last


LEVELS = frozenset(("total", "number", "reach", "average", "stand", "remain"))
"""Verbs between things and how many they are."""


def _noun_like(text: str, tokens: Tokens, index: int, end: int) -> tuple[int, int] | None:
    """A word that is no noun elsewhere and one behind a number: "five assists", "12 injured"."""
    form = tokens.lower[index]
    if text[end : tokens.start[index]] != " " or tokens.text[index] != form:
        return None
    after = tokens.codes[index + 1] if index + 1 < len(tokens) else "."
    if tokens.codes[index] in "VB" and form.endswith("s") and form not in VERBS and after in ".,:;I&T)'\"":
        return tokens.start[index], tokens.end[index]
    if form in PEOPLE and after not in "NPJ":
        return tokens.start[index], tokens.end[index]
    return None


def _plural_name(tokens: Tokens, index: int) -> bool:
    """Is the name at `index` counted ("36 Boeings", "five TDs", "Australians") or a place or person?"""
    form = tokens.text[index]
    return (form.endswith("s") and not form.endswith("ss")) or lexicon.tags().get(form.lower()) == "NNS"
