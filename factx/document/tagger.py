"""Parts of speech: the most frequent tag of each word, mended by a table of context rules.

The tags are Penn Treebank's (Santorini 1990); the method is Brill's (1992): a lexicon, suffix rules for
unknown words, then rules that change a tag where its neighbours ask for it.

>>> words = "The company claims that it expects to report strong sales .".split()
>>> " ".join(tag_words(words, [w.lower() for w in words]))
'DT NN VBZ IN PRP VBZ TO VB JJ NNS .'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factx import lexicon

__all__ = ["CODES", "CONTEXT_RULES", "ContextRule", "code_of", "tag_words"]

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


@dataclass(frozen=True)
class ContextRule:
    """Change `tag` to `to` where the neighbours are as said; an empty condition always holds.

    `before`, `before2`: tag of the word before, of the one before that; `after`: tag of the next; `word`: the word
    itself; `word_before`: the word before; `can`: the word class (A N R V) that the form must also have.
    """

    name: str
    tag: str
    to: str
    before: frozenset[str] = frozenset()
    before2: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    word: frozenset[str] = frozenset()
    word_before: frozenset[str] = frozenset()
    can: str = ""
    example: str = ""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOUNS = "NN NNS NNP NNPS"
FINITE = "VBD VBZ VBP MD"
BE = _set("is are was were be been being am 's ’s 're ’re 'm ’m")
HAVE = _set("has have had having 've ’ve")

# The rules of one tag are tried in order; the first that fits wins. `example` is "words -> tags" for the tests.
CONTEXT_RULES: tuple[ContextRule, ...] = (
    # infinitives and modals
    ContextRule("to + noun is a verb", "NN", "VB", before=_set("TO MD"), can="V", example="to report sales -> TO VB NNS"),
    ContextRule("to + finite verb is a base", "VBP", "VB", before=_set("TO MD"), example="will say so -> MD VB RB"),
    ContextRule("modal, adverb, noun", "NN", "VB", before=_set("RB"), before2=_set("MD TO"), can="V",
                example="will also report it -> MD RB VB PRP"),
    ContextRule("to + adjective is a verb", "JJ", "VB", before=_set("TO MD"), can="V", example="to open it -> TO VB PRP"),
    ContextRule("to + past form is a base", "VBD", "VB", before=_set("TO MD"), word=_set("put cut set let hit cost spread shut split bid quit"),
                example="will cut jobs -> MD VB NNS"),
    # nouns behind determiners, adjectives, genitives
    ContextRule("determiner + base verb", "VB", "NN", before=_set("DT PRP$ JJ POS JJR JJS"), can="N", example="the lead role -> DT NN NN"),
    ContextRule("determiner + finite verb", "VBP", "NN", before=_set("DT PRP$ JJ POS"), can="N", example="the need -> DT NN"),
    ContextRule("determiner + verb in -s", "VBZ", "NNS", before=_set("DT PRP$ JJ POS CD JJR"), can="N", example="its claims -> PRP$ NNS"),
    ContextRule("preposition + verb in -s", "VBZ", "NNS", before=_set("IN"), can="N", after=_set(". , IN CC :"),
                example="of plans . -> IN NNS ."),
    ContextRule("preposition + base verb", "VB", "NN", before=_set("IN"), can="N", example="of work -> IN NN"),
    ContextRule("determiner + past form", "VBD", "VBN", before=_set("DT PRP$ POS IN"), after=_set("NN NNS JJ"),
                example="the increased costs -> DT VBN NNS"),
    ContextRule("noun + noun-like past", "VBN", "VBN", before=_set("NN NNS NNP"), after=_set("IN"), word=_set("based known called named led held owned headquartered"),
                example="firm based in -> NN VBN IN"),
    # finite verbs behind their subjects
    ContextRule("pronoun + base verb", "VB", "VBP", before=_set("PRP NNS WP WDT"), example="they claim it -> PRP VBP PRP"),
    ContextRule("pronoun + noun", "NN", "VBP", before=_set("PRP"), can="V", example="they report it -> PRP VBP PRP"),
    ContextRule("pronoun + plural noun", "NNS", "VBZ", before=_set("PRP WP WDT"), can="V", example="it claims -> PRP VBZ"),
    ContextRule("name + plural noun + that or name", "NNS", "VBZ", before=_set("NNP NN"), after=_set("PRP DT PRP$"), can="V",
                example="Acme claims the -> NNP VBZ DT"),
    ContextRule("noun + plural noun + that", "NNS", "VBZ", before=_set("NNP NN"), after=_set("IN"), can="V",
                word=_set("claims says reports warns notes plans argues states"), example="company claims that -> NN VBZ IN"),
    ContextRule("name + base verb + determiner", "NN", "VBP", before=_set("NNS NNPS"), after=_set("DT PRP PRP$ TO"), can="V",
                example="analysts forecast a -> NNS VBP DT"),
    # participles behind auxiliaries
    ContextRule("have + past form", "VBD", "VBN", word_before=HAVE, example="has reported sales -> VBZ VBN NNS"),
    ContextRule("be + past form", "VBD", "VBN", word_before=BE, example="was reported by -> VBD VBN IN"),
    ContextRule("have, adverb, past form", "VBD", "VBN", before=_set("RB"), before2=_set("VBZ VBP"), example="has also said so -> VBZ RB VBN RB"),
    ContextRule("past form + by", "VBN", "VBN", before=_set(NOUNS), after=_set("IN"), word=_set("made built sold issued published released provided produced"),
                example="equipment made by -> NN VBN IN"),
    ContextRule("participle is the verb", "VBN", "VBD", before=_set("NNP NNPS PRP NN NNS"), after=_set("DT PRP PRP$ NNP TO IN RB JJ NN NNS CD $ ,"),
                example="it found the -> PRP VBD DT"),
    # little words
    ContextRule("that + noun is a determiner", "IN", "DT", word=_set("that"), after=_set("NN"), before=_set("IN VB TO ,"),
                example="of that money -> IN DT NN"),
    ContextRule("noun + that + verb is a relative", "IN", "WDT", word=_set("that"), before=_set(NOUNS), after=_set("VBZ VBD VBP MD VBN VB"),
                example="facts that demonstrate it -> NNS WDT VBP PRP"),
    ContextRule("her is an object", "PRP$", "PRP", word=_set("her"), after=_set(". , IN TO CC : ''"), example="told her . -> VBD PRP ."),
    ContextRule("'s after a pronoun is a verb", "POS", "VBZ", before=_set("PRP EX WP WDT"), example="it 's safe -> PRP VBZ JJ"),
)  # fmt: skip


def _index() -> dict[str, tuple[ContextRule, ...]]:
    by_tag: dict[str, list[ContextRule]] = {}
    for rule in CONTEXT_RULES:
        by_tag.setdefault(rule.tag, []).append(rule)
    return {tag: tuple(rules) for tag, rules in by_tag.items()}


BY_TAG = _index()


def code_of(tag: str) -> str:
    """The one-letter code of a tag ("X" for what has none).

    >>> code_of("VBD")
    'V'
    """
    return CODES.get(tag, "X")


def unknown(form: str, low: str) -> str:
    """Tag of a form that the lexicon does not have.

    >>> unknown("Huawei", "huawei"), unknown("1.2bn", "1.2bn"), unknown("rebooking", "rebooking")
    ('NNP', 'CD', 'VBG')
    """
    first = form[0]
    if first.isdigit():
        return "JJ" if "-" in form else "CD"
    if first.isupper():
        return "NNP"
    if not first.isalpha():
        return PUNCTUATION.get(form, "SYM")
    if NEGATED.match(low):
        return "MD" if low[:2] in ("ca", "co", "wo", "sh", "mu") else "VBP" if low == "don't" else "VBD"
    if PARTS.search(low):
        return "NNS" if lexicon.tags().get(PARTS.split(low)[-1]) == "NNS" and not NUMERAL.search(low) else "JJ"
    for ending, tag in SUFFIXES:
        if low.endswith(ending) and len(low) > len(ending) + 2:
            return tag
    return "NN"


def first_tags(forms: list[str], lower: list[str]) -> list[str]:
    """The tags before the context rules: a capitalised word is a name unless it begins a sentence as a common word."""
    known = lexicon.tags()
    out = []
    begins = True
    for form, low in zip(forms, lower, strict=True):
        mark = PUNCTUATION.get(form)
        if mark is not None:
            out.append(mark)
            begins = mark in (".", "``", ":", "(") or (mark == "''" and begins)
            continue
        tag = known.get(low)
        if tag is None:
            tag = unknown(form, low)
        elif form is not low and form != low and (not begins or tag in ("NN", "NNS")) and low not in SMALL:
            tag = "NNP" if not begins or form.isupper() else tag
        out.append(tag)
        begins = False
    return out


SMALL = lexicon.words("closed_class.tsv") - {"us", "it", "may", "like", "march", "over"}


def tag_words(forms: list[str], lower: list[str]) -> list[str]:
    """Penn tags of a list of tokens (all sentences of a text in one call; full stops part them)."""
    tags = first_tags(forms, lower)
    others = lexicon.other_classes()
    last = len(tags) - 1
    before = before2 = "."
    for i, tag in enumerate(tags):
        rules = BY_TAG.get(tag)
        if rules is not None:
            after = tags[i + 1] if i < last else "."
            for rule in rules:
                if (
                    (not rule.before or before in rule.before)
                    and (not rule.after or after in rule.after)
                    and (not rule.before2 or before2 in rule.before2)
                    and (not rule.word or lower[i] in rule.word)
                    and (not rule.word_before or (i > 0 and lower[i - 1] in rule.word_before))
                    and (not rule.can or rule.can in others.get(lower[i], ""))
                ):
                    tag = tags[i] = rule.to
                    break
        before2, before = before, tag
    return tags
