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

CODES = {
    "NN": "N", "NNS": "N", "NNP": "P", "NNPS": "P", "PRP": "H", "PRP$": "S", "DT": "D", "PDT": "D", "CD": "#",
    "JJ": "J", "JJR": "J", "JJS": "J", "RB": "R", "RBR": "R", "RBS": "R", "RP": "R", "MD": "M",
    "VB": "B", "VBP": "V", "VBZ": "V", "VBD": "V", "VBN": "E", "VBG": "G", "IN": "I", "TO": "T", "CC": "&",
    "WP": "W", "WDT": "W", "WRB": "W", "WP$": "W", "EX": "H", "POS": "'", "UH": "X", "FW": "N",
    ",": ",", ".": ".", ":": ":", "``": '"', "''": '"', "(": "(", ")": ")", "$": "$", "SYM": "Y",
}  # fmt: skip
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
FITTING: dict[tuple[str, str, str], tuple[ContextRule, ...]] = {}
"""The rules of a tag between two others, in order; filled as they are met."""


def _fitting(before: str, tag: str, after: str) -> tuple[ContextRule, ...]:
    rules = tuple(
        rule
        for rule in BY_TAG[tag]
        if (not rule.before or before in rule.before) and (not rule.after or after in rule.after)
    )
    FITTING[before, tag, after] = rules
    return rules


def code_of(tag: str) -> str:
    """The one-letter code of a tag ("X" for what has none).

    >>> code_of("VBD")
    'V'
    """
    return CODES.get(tag, "X")


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


def first_tags(forms: list[str], lower: list[str]) -> list[str]:
    """The tags before the context rules.

    A capitalised word is a name, unless it begins a sentence as a common word that the text nowhere else capitalises.
    """
    known = lexicon.tags()
    out: list[str] = []
    doubtful: list[int] = []
    names: set[str] = set()
    begins = True
    last = "."
    for form, low in zip(forms, lower, strict=True):
        mark = PUNCTUATION.get(form)
        if mark is not None:
            # Words in marks begin a sentence behind a comma or a verb ("said “Sales rose”"), not in `Its “Ledger” arm`.
            spoken = begins or last == "," or (bool(out) and out[-1][:2] == "VB")
            out.append(mark)
            begins = mark in (".", ":", "(") or (mark in ("``", "''") and spoken)
            last = mark
            continue
        tag = known.get(low)
        if tag is None:
            tag = unknown(form, low)
        elif form != low and low not in SMALL:
            if not begins or not form[0].isupper():
                tag = "NNP"
                names.add(low)
            elif tag in ("NN", "NNS", "JJ", "VB"):
                doubtful.append(len(out))
        out.append(tag)
        begins = False
        last = ""
    if doubtful:
        common = set(forms)
        for index in doubtful:
            if lower[index] in names and lower[index] not in common:
                out[index] = "NNP"
    return out


SMALL = lexicon.words("closed_class.tsv") - {"us", "it", "may", "like", "march", "over"}


def tag_words(forms: list[str], lower: list[str]) -> list[str]:
    """Penn tags of a list of tokens (all sentences of a text in one call; full stops part them)."""
    tags = first_tags(forms, lower)
    others = lexicon.other_classes()
    last = len(tags) - 1
    before = before2 = "."
    fitting = FITTING.get
    for i, tag in enumerate(tags):
        if tag in BY_TAG:
            after = tags[i + 1] if i < last else "."
            rules = fitting((before, tag, after))
            if rules is None:
                rules = _fitting(before, tag, after)
            for rule in rules:
                if (
                    (not rule.before2 or before2 in rule.before2)
                    and (not rule.word or lower[i] in rule.word)
                    and (not rule.word_before or (i > 0 and lower[i - 1] in rule.word_before))
                    and (not rule.word_after or (i < last and lower[i + 1] in rule.word_after))
                    and (not rule.not_word or lower[i] not in rule.not_word)
                    and (not rule.can or rule.can in others.get(lower[i], ""))
                ):
                    tags[i] = tag = rule.to  # noqa: PLW2901 the next word looks at it
                    break
        before2, before = before, tag
    return tags
