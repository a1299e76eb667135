"""Parts of speech: the most frequent tag of each word, mended by a table of context rules.

The tags are Penn Treebank's (Santorini 1990); the method is Brill's (1992): a lexicon, suffix rules for
unknown words, then rules that change a tag where its neighbours ask for it.

>>> words = "The company claims that it expects to report strong sales .".split()
>>> " ".join(tag_words(words, [w.lower() for w in words]))
'DT NN VBZ IN PRP VBZ TO VB JJ NNS .'
"""

from __future__ import annotations

import re
from functools import lru_cache

from factx import lexicon
from factx.document.context_rules import CONTEXT_RULES, ContextRule

__all__ = ["CODES", "code_of", "tag_words"]


class Codes(dict[str, str]):
    """Tag -> letter; "X" for a tag that has none."""

    def __missing__(self, tag: str) -> str:
        return "X"


CODES = Codes({
    "NN": "N", "NNS": "N", "NNP": "P", "NNPS": "P", "PRP": "H", "PRP$": "S", "DT": "D", "PDT": "D", "CD": "#",
    "JJ": "J", "JJR": "J", "JJS": "J", "RB": "R", "RBR": "R", "RBS": "R", "RP": "R", "MD": "M",
    "VB": "B", "VBP": "V", "VBZ": "V", "VBD": "V", "VBN": "E", "VBG": "G", "IN": "I", "TO": "T", "CC": "&",
    "WP": "W", "WDT": "W", "WRB": "W", "WP$": "W", "EX": "H", "POS": "'", "UH": "X", "FW": "N",
    ",": ",", ".": ".", ":": ":", "``": '"', "''": '"', "(": "(", ")": ")", "$": "$", "SYM": "Y",
})  # fmt: skip
"""Penn tag -> its letter in `Tokens.codes`: N common noun, P name, H pronoun, S possessive pronoun, D determiner,
# number, J adjective, R adverb or particle, M modal, V finite verb, B base verb, E past participle, G -ing form,
I preposition or conjunction, T "to", & conjunction, W wh-word, ' genitive mark, X other."""

PUNCTUATION = {
    ",": ",", ".": ".", "!": ".", "?": ".", "…": ".", "...": ".", ":": ":", ";": ":", "—": ":", "–": ":", "-": ":", "--": ":",
    "“": '``', "”": "''", '"': "''", "''": "''", "``": "``", "«": "``", "»": "''", "„": "``", "‘": "``",
    "(": "(", "[": "(", ")": ")", "]": ")", "$": "$", "£": "$", "€": "$", "¥": "$", "#": "SYM", "%": "NN", "&": "CC",
    "'s": "POS", "’s": "POS", "'S": "POS", "’S": "POS", "'": "''", "’": "''",
    "'ll": "MD", "’ll": "MD", "'d": "MD", "’d": "MD", "'m": "VBP", "’m": "VBP", "'ve": "VBP", "’ve": "VBP",
    "'re": "VBP", "’re": "VBP",
}  # fmt: skip

SUFFIXES = (
    ("ing", "VBG"), ("ed", "VBD"), ("ly", "RB"), ("ness", "NN"), ("ment", "NN"), ("tion", "NN"), ("able", "JJ"),
    ("ible", "JJ"), ("ful", "JJ"), ("less", "JJ"), ("ous", "JJ"), ("ive", "JJ"), ("ical", "JJ"), ("ish", "JJ"),
    ("ary", "JJ"), ("ss", "NN"), ("us", "NN"), ("is", "NN"), ("s", "NNS"),
)  # fmt: skip
"""Tags of unknown lower-case words by their ending, tried in order."""

NEGATED = re.compile(r"(?:.*n['’]t|cannot)$")
NUMERAL = re.compile(r"\d")
PARTS = re.compile(r"[-‐‑]")


def _index() -> dict[str, tuple[ContextRule, ...]]:
    by_tag: dict[str, list[ContextRule]] = {}
    for rule in CONTEXT_RULES:
        by_tag.setdefault(rule.tag, []).append(rule)
    return {tag: tuple(rules) for tag, rules in by_tag.items()}


BY_TAG = _index()


class Fitting(dict[tuple[str, str, str], tuple[ContextRule, ...]]):
    """(tag before, tag, tag after) -> the rules that may change the tag, in order; filled as they are met."""

    def __missing__(self, tags: tuple[str, str, str]) -> tuple[ContextRule, ...]:
        before, tag, after = tags
        rules = self[tags] = tuple(
            rule
            for rule in BY_TAG.get(tag, ())
            if (not rule.before or before in rule.before) and (not rule.after or after in rule.after)
        )
        return rules


FITTING = Fitting()


def code_of(tag: str) -> str:
    """The one-letter code of a tag ("X" for what has none).

    >>> code_of("VBD")
    'V'
    """
    return CODES[tag]


@lru_cache(maxsize=16384)
def unknown(form: str, low: str) -> str:
    """Tag of a form that the lexicon does not have.

    >>> unknown("Huawei", "huawei"), unknown("1.2bn", "1.2bn"), unknown("rebooking", "rebooking")
    ('NNP', 'CD', 'VBG')
    """
    first = form[0]
    if first.isdigit():
        return "JJ" if "-" in form else "CD"
    if first.isupper() or (first.isalpha() and form != low):
        return "NNP"
    if not first.isalpha():
        return PUNCTUATION.get(form, "SYM")
    if NEGATED.match(low):
        return {"is": "VBZ", "ha": "VBZ", "ar": "VBP", "we": "VBD"}.get(low[:2], "VBD" if low[:3] == "was" else "MD")
    if PARTS.search(low):
        return "NNS" if lexicon.tags().get(PARTS.split(low)[-1]) == "NNS" and not NUMERAL.search(low) else "JJ"
    for ending, tag in SUFFIXES:
        if low.endswith(ending) and len(low) > len(ending) + 2:
            return tag
    return "NN"


SMALL = lexicon.words("closed_class.tsv") - {"us", "it", "may", "like", "march", "over"}


class FirstTags(dict[str, str]):
    """Form -> its most frequent tag; "?" stands before the tag of a capitalised word that may be a name. Filled as forms are met."""

    def __missing__(self, form: str) -> str:
        low = form.lower()
        tag = PUNCTUATION.get(form)
        if tag is None:
            tag = lexicon.tags().get(low)
            if tag is None:
                tag = unknown(form, low)
            elif form != low and low not in SMALL:
                tag = "?" + tag
        if len(self) < MANY_FORMS:
            self[form] = tag
        return tag


MANY_FORMS = 60_000
FIRST_TAGS = FirstTags()
QUOTES = ("``", "''")


def first_tags(forms: list[str], lower: list[str]) -> list[str]:
    """The tags before the context rules.

    A capitalised word is a name, unless it begins a sentence as a common word that the text nowhere else capitalises.
    """
    tags = list(map(FIRST_TAGS.__getitem__, forms))
    common_or_name: list[int] = []
    names: set[str] = set()
    for index in [i for i, tag in enumerate(tags) if tag[0] == "?"]:
        tag = tags[index][1:]
        if not (forms[index][0].isupper() and begins(index, forms, tags)):
            tag = "NNP"
            names.add(lower[index])
        elif tag in ("NN", "NNS", "JJ", "VB"):
            common_or_name.append(index)
        tags[index] = tag
    if common_or_name:
        common = set(forms)
        for index in common_or_name:
            if lower[index] in names and lower[index] not in common:
                tags[index] = "NNP"
    return tags


def begins(index: int, forms: list[str], tags: list[str]) -> bool:
    """Does a sentence begin with this word, as far as the marks before it tell?

    Words in marks begin one behind a comma or a verb ("said “Sales rose”"), not in `Its “Ledger” arm`.
    """
    while index:
        index -= 1
        mark = PUNCTUATION.get(forms[index])
        if mark in (".", ":", "("):
            return True
        if mark not in QUOTES:
            return False
        if index and (tags[index - 1] == "," or tags[index - 1][:2] == "VB"):
            return True
    return True


def tag_words(forms: list[str], lower: list[str]) -> list[str]:
    """Penn tags of a list of tokens (all sentences of a text in one call; full stops part them)."""
    tags = first_tags(forms, lower)
    others = lexicon.other_classes()
    last = len(tags) - 1
    fitting = FITTING.__getitem__
    # A change is seen by the next word alone, so all words are looked up first, and that one again.
    found = list(map(fitting, zip([".", *tags], tags, [*tags[1:], "."], strict=False)))
    for i, rules in enumerate(found):
        if not rules:
            continue
        for rule in rules:
            if (
                (not rule.before2 or (tags[i - 2] if i > 1 else ".") in rule.before2)
                and (not rule.word or lower[i] in rule.word)
                and (not rule.word_before or (i > 0 and lower[i - 1] in rule.word_before))
                and (not rule.word_after or (i < last and lower[i + 1] in rule.word_after))
                and (not rule.not_word or lower[i] not in rule.not_word)
                and (not rule.can or rule.can in others.get(lower[i], ""))
            ):
                tags[i] = rule.to
                if i < last:
                    found[i + 1] = fitting((rule.to, tags[i + 1], tags[i + 2] if i + 1 < last else "."))
                break
    return tags
