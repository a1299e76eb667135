"""One letter a token: the tagger's codes, with closed-class words told apart by their form.

The grammar of `factx.linking.claims.chunks` reads them: "o" is "of", "x" an auxiliary, "w" a subordinator, "u" up or
down, "&" a coordinator, "'" the mark of a possessor.

>>> from factx.article import Article
>>> from factx.document import Document
>>> tokens = Document(Article(text="Sales of Acme's gears were up.")).tokens
>>> "".join(letters_of(tokens, 0, len(tokens.codes)))
"NoP'Nxu."
"""

from __future__ import annotations

from factx import lexicon
from factx.document.tokens import Tokens
from factx.linking.claims.words import (
    AUXILIARIES,
    BE,
    BEFORE_TO,
    COORDINATORS,
    CYCLES,
    DIRECTIONS,
    HAVE,
    IRREGULAR,
    PREPOSITIONAL,
    SUBORDINATORS,
    SUFFIXES,
    YEARLY,
)

__all__ = ["letters_of"]


def letters_of(tokens: Tokens, base: int, stop: int) -> list[str]:
    """One letter a token: the codes, with closed-class words told apart by their form."""
    mask = list(tokens.codes[base:stop])
    lower = tokens.lower
    last = len(mask) - 1
    for i in range(last + 1):
        code, word = mask[i], lower[base + i]
        before = mask[i - 1] if i else "."
        if code == "R" != tokens.codes[base + i]:
            continue  # set from the word before
        if (
            (code == "'" or word in ("'s", "’s"))
            and before == "P"
            and i < last
            and lower[base + i + 1] in ("said", "says")
        ):
            mask[i] = "P"  # "Macy's said"
        elif code == "E" and word == "said" and before == "P":
            mask[i] = "V"
        elif code == "'" or word in ("'s", "’s"):
            mask[i] = "'" if before in "NP)" else "x"
        elif word == "record" and before == "D" and i < last and mask[i + 1] in "#$":
            mask[i] = "J"
        elif word == "/" and before == "P" and i < last and tokens.codes[base + i + 1] == "P":
            mask[i] = "P"  # "Bolt Data/Quick Poll"
        elif word == "based" and i > 3 and lower[base + i - 1] == "-" and mask[i - 2] in "P,":
            k = i
            while k > 0 and i - k < 7 and mask[k - 1] in "P,.-:":
                k -= 1
            mask[k : i + 1] = "J" * (i + 1 - k)  # "the Trenton, N.J.-based company"
        elif word == "likely" and before == "M" and i < last:
            mask[i] = "R"  # "will likely fall"
            if lexicon.verb_lemmas().get(lower[base + i + 1]) == lower[base + i + 1]:
                mask[i + 1] = "B"
        elif word == "record" and before == "I" and i < last and lower[base + i - 1] == "to":
            mask[i] = "J"  # "led to record results"
        elif word in ("high", "low") and code == "J" and i and i < last and lower[base + i + 1] == "of":
            mask[i] = "N"  # "a record high of $5m"
        elif code in "VB" and word.endswith("ing") and before in "NP" and lexicon.verb_lemmas().get(word, word) != word:
            mask[i] = "G"  # "with margins contracting", whatever the tagger says
        elif code == "T" and i < last and _is_participle(lower[base + i + 1]):
            mask[i], mask[i + 1] = "I", "J"  # "contributed to reported growth"
        elif code in "IWNJRVBEGM&DXTP":
            if word == "of":
                mask[i] = "o"
            elif word in AUXILIARIES:
                mask[i] = "x"
            elif word in SUBORDINATORS and (word != "that" or code in "IW"):
                mask[i] = "w"
            elif word in DIRECTIONS:
                mask[i] = "u"
            elif word in COORDINATORS:
                mask[i] = "&"
            elif (
                word in ("more", "less")
                and i + 2 <= last
                and lower[base + i + 1] == "than"
                and mask[i + 2] in "VEB"
                and before != "x"
            ):
                mask[i] = mask[i + 1] = "R"  # "more than doubled"
            elif word in PREPOSITIONAL or word == "worth" or (word == "to" and lower[base + i - 1] in BEFORE_TO):
                mask[i] = "I"
            elif word == "net" or (word == "own" and before == "S"):
                mask[i] = "J"
            elif word == "own":
                mask[i] = "V"
            elif (
                word in CYCLES
                and i + 2 <= last
                and lower[base + i + 2] == word
                and lower[base + i + 1] in ("over", "on", "to")
            ):
                mask[i] = mask[i + 1] = mask[i + 2] = "R"  # "year over year"
            elif word in YEARLY:
                mask[i] = "R"
            elif code == "N" and before in "xR" and _participle(tokens, base + i, i, mask):
                mask[i] = "E"
        elif code == "." and i < last:
            # "Inc." and "U.S." in mid-sentence go on with the name
            mask[i] = before if before in "PN" and tokens.codes[base + i + 1] not in '")' else ","
        elif code == "," and before == "P" and i < last and lower[base + i + 1] in SUFFIXES:
            mask[i] = mask[i + 1] = "P"
        elif code == '"' and word in ("'", "’") and before in "NP" and i < last and _genitive(tokens, base + i):
            mask[i] = "'"
    return mask


def _is_participle(word: str) -> bool:
    """ "reported", which is no base form as "need" is."""
    return word.endswith("ed") and lexicon.verb_lemmas().get(word, word) != word


def _participle(tokens: Tokens, token: int, i: int, mask: list[str]) -> bool:
    """Is a noun-like form behind "had" or "had previously" the verb ("had forecast a rise")?"""
    lower = tokens.lower
    auxiliary = lower[token - 1] if mask[i - 1] == "x" else lower[token - 2] if i > 1 else ""
    following = tokens.codes[token + 1 : token + 2]
    if lower[token] not in lexicon.verb_lemmas():
        return False
    if auxiliary in BE:  # "is forecast at", "is bidding $5m"
        ahead = lower[token + 1] in ("at", "to") if lower[token] in IRREGULAR else following in ("#", "$")
        return ahead and (lower[token] in IRREGULAR or lower[token].endswith("ing"))
    return auxiliary in HAVE and (
        following in ("D", "S", "#", "$", "H") or (lower[token] in IRREGULAR and following in ("N", "J"))
    )


def _genitive(tokens: Tokens, token: int) -> bool:
    """Is the apostrophe at `token` one behind a plural or a name in -s ("investors' money")?"""
    return (
        tokens.lower[token - 1].endswith("s")
        and tokens.start[token] == tokens.end[token - 1]
        and tokens.codes[token + 1] in "NJPE#$"
        and tokens.start[token + 1] == tokens.end[token] + 1
    )
