"""Verbs and nouns that the tagger did not see: "sales comprised less than $5m", "Bolt axes 90 jobs", "a report values it at".

Each rule looks at one chunk and its neighbours, and gives the chunks that stand in the place of it and of those behind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factx import lexicon
from factx.document.tokens import Tokens
from factx.linking.claims.chunks import Chunk
from factx.linking.claims.words import TRANSACTIONS, direction_of, is_metric_word
from factx.mentions.types import AmountMention

__all__ = ["Mender"]

Made = tuple[int, list[Chunk]]
"""How many chunks are replaced, and by which."""


class Mender:
    """Goes through the chunks of a sentence once, in place."""

    def __init__(self, tokens: Tokens, chunks: list[Chunk], amounts: Sequence[AmountMention]) -> None:
        self.tokens = tokens
        self.chunks = chunks
        self.amounts = amounts

    def mend(self) -> None:
        """Apply the rules of each chunk's kind, from left to right; a clause has one finite verb at least."""
        chunks = self.chunks
        self._join_participles()
        verb = False
        i = 0
        while i < len(chunks):
            kind = chunks[i].kind
            if kind in "w;.":
                verb = False
            for rule in RULES.get(kind, ()):
                made = rule(self, i, verb)
                if made is not None:
                    size, new = made
                    chunks[i : i + size] = new
                    break
            verb = verb or chunks[i].kind == "V"
            i += 1

    def kind(self, index: int) -> str:
        """The kind of a chunk; "" outside the sentence."""
        return self.chunks[index].kind if 0 <= index < len(self.chunks) else ""

    def _join_participles(self) -> None:
        """ "adjusted operating profit", "core diluted earnings": participles that belong to the name of a metric."""
        chunks, lower, codes = self.chunks, self.tokens.lower, self.tokens.codes
        for i in range(len(chunks) - 2, -1, -1):
            if i + 1 >= len(chunks):
                continue
            chunk, following = chunks[i], chunks[i + 1]
            if (
                (chunk.kind in "GE" or (chunk.kind == "V" and self._adjectival(i)))
                and following.kind == "N"
                and chunk.first == chunk.last
                and codes[following.first] not in "DS"
                and (is_metric_word(lower[chunk.first]) or (chunk.kind == "V" and self.kind(i - 1) == "E"))
                and is_metric_word(lower[following.first])
            ):
                if (
                    i
                    and chunks[i - 1].kind == "N"
                    and chunks[i - 1].first == chunks[i - 1].last
                    and (is_metric_word(lower[chunk.first - 1]) or (i > 1 and chunks[i - 2].kind in "op"))
                ):
                    chunks[i - 1 : i + 2] = [Chunk("N", chunks[i - 1].first, following.last)]
                else:
                    chunks[i : i + 2] = [Chunk("N", chunk.first, following.last)]

    def _adjectival(self, i: int) -> bool:
        """Is what looks like a finite verb a participle, with no noun in front: "first-half adjusted earnings", "reduced reported profit"?"""
        chunk = self.chunks[i]
        lower = self.tokens.lower
        before = self.kind(i - 1)
        named = before == "N" and self.chunks[i - 1].first == chunk.first - 1 and is_metric_word(lower[chunk.first - 1])
        return lower[chunk.first].endswith("ed") and (named or before in ("", "@", "E", ",", "&", "o", "p"))

    def moves(self, token: int) -> bool:
        """Is the token the participle of a verb of change ("reduced")?"""
        lemma = lexicon.verb_lemmas().get(self.tokens.lower[token])
        return lemma is not None and self.tokens.codes[token] == "E" and direction_of(lemma, "verb") is not None

    def headless(self, i: int) -> bool:
        """Has the clause before chunk `i` a noun, but no finite verb, asides in commas left out?"""
        noun = False
        k = i - 1
        stop = max(-1, i - FURTHEST)
        while k > stop:
            kind = self.chunks[k].kind
            if kind == "V" or kind in "w":
                return False
            if kind in ";.":
                break
            if kind == ",":
                opening = next((j for j in range(k - 1, max(stop, k - ASIDE), -1) if self.chunks[j].kind in "w,;"), -1)
                if opening > 0 and self.chunks[opening].kind == "w" and self.kind(opening - 1) == ",":
                    k = opening - 1  # ", which was sold in May,"
            noun = noun or kind in "NH"
            k -= 1
        return noun

    def verbless_behind(self, i: int) -> bool:
        """Does no finite verb follow chunk `i` in its clause?"""
        for k in range(i + 1, min(len(self.chunks), i + FURTHEST)):
            if self.chunks[k].kind in ";.w":
                return True
            if self.chunks[k].kind == "V":
                return False
        return True


FURTHEST, ASIDE = 40, 16
"""Chunks that a look to the left or right goes at most, and those of an aside."""


def opening_noun(mender: Mender, i: int, verb: bool) -> Made | None:
    """ "Churn fell": a capital base verb before a finite verb is the subject."""
    chunk, tokens = mender.chunks[i], mender.tokens
    if i or (chunk.first == chunk.last and mender.kind(i + 1) != "V") or tokens.tag[chunk.first] not in ("VB", "VBP"):
        return None
    if tokens.tag[chunk.first + 1] not in ("VBD", "VBZ") or not tokens.text[chunk.first][0].isupper():
        return None
    if chunk.first < chunk.last:
        return 1, [Chunk("N", chunk.first, chunk.first), Chunk("V", chunk.first + 1, chunk.last)]
    return 1, [Chunk("N", chunk.first, chunk.last)]


def article_behind(mender: Mender, i: int, verb: bool) -> Made | None:
    """The article of "was a diluted", which belongs to the noun behind."""
    chunk = mender.chunks[i]
    if mender.kind(i + 1) != "N":
        return None
    for token in range(chunk.first + 1, chunk.last + 1):
        if mender.tokens.lower[token] in ("a", "an", "the"):
            return 2, [Chunk("V", chunk.first, token - 1), Chunk("N", token, mender.chunks[i + 1].last)]
    return None


def verb_as_noun(mender: Mender, i: int, verb: bool) -> Made | None:
    """ "a 4 percent raise": a base form behind an article and an amount."""
    chunk, tokens = mender.chunks[i], mender.tokens
    if chunk.first != chunk.last or mender.kind(i - 1) != "A" or mender.kind(i - 2) != "m":
        return None
    if tokens.lower[mender.chunks[i - 2].first] not in ("a", "an", "another") or tokens.tag[chunk.first] not in (
        "VB",
        "VBP",
    ):
        return None
    if "N" not in lexicon.other_classes().get(tokens.lower[chunk.first], ""):
        return None
    if mender.kind(i + 1) in ("V", "N"):
        behind = mender.chunks[i + 1]
        noun = mender.kind(i + 1) == "N" or "N" in lexicon.other_classes().get(tokens.lower[behind.first], "")
        if behind.first == behind.last and noun and tokens.codes[behind.first] not in "PDS":
            return 2, [Chunk("N", chunk.first, behind.last)]  # "a 10 percent pay rise"
    return 1, [Chunk("N", chunk.first, chunk.last)]


def compound_of_verb(mender: Mender, i: int, verb: bool) -> Made | None:
    """ "a 30 percent pay rise": a base form behind a noun that an amount measures."""
    tokens = mender.tokens
    if mender.kind(i - 1) != "A" or mender.kind(i - 2) != "m" or mender.kind(i + 1) != "V":
        return None
    behind = mender.chunks[i + 1]
    article = tokens.lower[mender.chunks[i - 2].first] in ("a", "an", "another")
    if not article or behind.first != behind.last or tokens.tag[behind.first] not in ("VB", "VBP"):
        return None
    if "N" not in lexicon.other_classes().get(tokens.lower[behind.first], ""):
        return None
    return 2, [Chunk("N", mender.chunks[i].first, behind.last)]


def participle_of_noun(mender: Mender, i: int, verb: bool) -> Made | None:
    """ "a $5m operating loss"."""
    if mender.kind(i + 1) != "N" or mender.kind(i - 1) != "A" or mender.kind(i - 2) not in ("m", "g"):
        return None
    return 2, [Chunk("N", mender.chunks[i].first, mender.chunks[i + 1].last)]


def participle_of_clause(mender: Mender, i: int, verb: bool) -> Made | None:
    """ "…, citing persistent weakness": a clause of its own behind the comma, unless the -ing form names a metric."""
    chunk, tokens = mender.chunks[i], mender.tokens
    if not verb or mender.kind(i - 1) != "," or chunk.first == chunk.last or tokens.codes[chunk.first] not in "GN":
        return None
    word = tokens.lower[chunk.first]
    if not word.endswith("ing"):
        return None
    if tokens.codes[chunk.first] == "N" and not is_metric_word(tokens.lower[chunk.first + 1]):
        return None  # "…, recording profit of $5m", but "…, building works"
    lemma = lexicon.verb_lemmas().get(word)
    if lemma is None or is_metric_word(word) or direction_of(lemma, "verb") is not None:
        return None
    return 1, [Chunk("G", chunk.first, chunk.first), Chunk("N", chunk.first + 1, chunk.last)]


def irregular_verb(mender: Mender, i: int, verb: bool) -> Made | None:
    """ "Management forecast Q4 revenue of": a noun-like verb behind its subject."""
    chunk, tokens = mender.chunks[i], mender.tokens
    if verb or mender.kind(i + 1) not in ("@", "N") or chunk.first == chunk.last:
        return None
    if tokens.lower[chunk.last] not in ("forecast", "forecasts") or tokens.codes[chunk.last - 1] not in "NP":
        return None
    return 1, [Chunk("N", chunk.first, chunk.last - 1), Chunk("V", chunk.last, chunk.last)]


def adjective_as_noun(mender: Mender, i: int, verb: bool) -> Made | None:
    """ "a $5m fine"."""
    chunk = mender.chunks[i]
    if mender.kind(i - 1) != "A" or mender.kind(i - 2) not in ("m", "g") or mender.kind(i + 1) == "N":
        return None
    if "N" not in lexicon.other_classes().get(mender.tokens.lower[chunk.last], ""):
        return None
    return 1, [Chunk("N", chunk.first, chunk.last)]


def verb_in_front(mender: Mender, i: int, verb: bool) -> Made | None:
    """ "the mills used 40 tonnes": a participle at the end of what stands in front of the amount."""
    chunk = mender.chunks[i]
    if verb or mender.kind(i + 1) != "A" or chunk.last - chunk.first < 2 or mender.tokens.codes[chunk.last] not in "EV":
        return None
    return 1, [Chunk("N", chunk.first, chunk.last - 1), Chunk("V", chunk.last, chunk.last)]


def finite_participle(mender: Mender, i: int, verb: bool) -> Made | None:
    """ "sales comprised less than $5m": no other verb, so that the participle is the clause's."""
    chunk = mender.chunks[i]
    if verb or mender.kind(i + 1) != "A" or mender.kind(i - 1) not in ("N", "H", "@", ")"):
        return None
    return 1, [Chunk("V", chunk.first, chunk.last)]


def finite_change(mender: Mender, i: int, verb: bool) -> Made | None:
    """ "the effect of currencies reduced sales by 2%": a participle of change that must be the clause's verb."""
    chunk = mender.chunks[i]
    if mender.kind(i + 1) not in ("N", "A", "m", "g") or not mender.moves(chunk.last):
        return None
    if mender.kind(i - 1) not in ("N", "@", ")", ",") or not mender.headless(i) or not mender.verbless_behind(i):
        return None
    return 1, [Chunk("V", chunk.first, chunk.last)]


def plural_as_verb(mender: Mender, i: int, verb: bool) -> Made | None:
    """ "Bolt supplies energy to 7 million homes": what looks like a plural behind a name, in a sentence without a verb."""
    chunk, tokens = mender.chunks[i], mender.tokens
    if verb or chunk.first == chunk.last or mender.kind(i - 1) not in ("", ",", "w") or not mender.verbless_behind(i):
        return None
    for token in range(chunk.first + 1, chunk.last + 1):
        word = tokens.lower[token]
        if (
            tokens.tag[token] == "NNS"
            and tokens.codes[token - 1] == "P"
            and lexicon.verb_lemmas().get(word, word) != word
        ):
            rest = [Chunk("N", token + 1, chunk.last)] if token < chunk.last else []
            if not rest and mender.kind(i + 1) not in ("A", "m", "N", "H", "p"):
                return None
            return 1, [Chunk("N", chunk.first, token - 1), Chunk("V", token, token), *rest]
    return None


def change_behind_aside(mender: Mender, i: int, verb: bool) -> Made | None:
    """ "the sale, which closed in May, reduced profit by $5m": the verb that opens the noun chunk behind the aside."""
    chunk = mender.chunks[i]
    if chunk.first == chunk.last or mender.kind(i - 1) != "," or not mender.moves(chunk.first):
        return None
    if not mender.headless(i) or not mender.verbless_behind(i):
        return None
    return 1, [Chunk("V", chunk.first, chunk.first), Chunk("N", chunk.first + 1, chunk.last)]


def cost_behind_aside(mender: Mender, i: int, verb: bool) -> Made | None:
    """ "the shop, which it opened in May, cost $3m": the noun-like verb behind an aside."""
    chunk = mender.chunks[i]
    if chunk.first != chunk.last or mender.kind(i - 1) not in (",", ")") or mender.kind(i + 1) not in ("A", "H"):
        return None
    return (1, [Chunk("V", chunk.first, chunk.last)]) if mender.tokens.lower[chunk.first] in COSTS else None


def hidden_verb(mender: Mender, i: int, verb: bool) -> Made | None:
    """ "Bolt axes 90 jobs", "a report values it at $5m": the token of a noun chunk that must be its clause's verb."""
    chunk, following = mender.chunks[i], mender.kind(i + 1)
    if chunk.first == chunk.last or not following or following not in ("HN" if verb else "ApuHN"):
        return None
    cut = _hidden(mender, chunk, mender.chunks[i + 1])
    if cut is None:
        return None
    rest = [Chunk("N", cut + 1, chunk.last)] if cut < chunk.last else []
    return 1, [Chunk("N", chunk.first, cut - 1), Chunk("V", cut, cut), *rest]


def _hidden(mender: Mender, chunk: Chunk, following: Chunk) -> int | None:
    tokens, lemmas = mender.tokens, lexicon.verb_lemmas()
    lower = tokens.lower
    last = lower[chunk.last]
    if following.kind == "A" and following.ref >= 0:
        amount = mender.amounts[following.ref]
        counted = amount.currency is None and amount.unit_start is not None and amount.dimension == "count"
        fits = (
            counted
            or (last in COSTS and amount.currency is not None)
            or (amount.unit_name == "percent" and direction_of(lemmas.get(last, ""), "verb") is not None)
        )
        return chunk.last if fits and last in lemmas and tokens.tag[chunk.last - 1] != "DT" else None
    if following.kind in "HN":  # "the strike cost it $5m", "the fire cost the bank $5m"
        opens = following.kind == "H" or tokens.codes[following.first] in "DS"
        return chunk.last if opens and last in COSTS else None
    if following.kind == "u":
        return chunk.last if direction_of(lemmas.get(last, ""), "verb") else None
    word = lower[following.first]
    if word == "at":
        for i in range(chunk.last - 1, chunk.first, -1):
            if lower[i].endswith("s") and lemmas.get(lower[i]) in TRANSACTIONS:
                return i
    if word in ("from", "between") and lemmas.get(last) in ("range", "vary"):
        return chunk.last
    if word in ("by", "to") and direction_of(lemmas.get(last, ""), "verb") and last.endswith("s"):
        return chunk.last
    return None


COSTS = ("cost", "costs")

Rule = Callable[[Mender, int, bool], "Made | None"]


def off_something(mender: Mender, i: int, _: bool) -> Made | None:
    """ "wiped £350m [off] its market value": no adverb."""
    chunk = mender.chunks[i]
    if mender.tokens.lower[chunk.first] != "off" or mender.kind(i - 1) != "A" or mender.kind(i + 1) not in ("N", "H"):
        return None
    return 1, [Chunk("p", chunk.first, chunk.last)]


RULES: dict[str, tuple[Rule, ...]] = {
    "V": (verb_as_noun, opening_noun, article_behind),
    "G": (participle_of_noun,),
    "E": (participle_of_noun, finite_participle, finite_change),
    "N": (
        compound_of_verb,
        participle_of_clause,
        irregular_verb,
        change_behind_aside,
        cost_behind_aside,
        hidden_verb,
        plural_as_verb,
    ),
    "J": (adjective_as_noun,),
    "m": (verb_in_front,),
    "R": (off_something,),
}
"""The rules of each kind of chunk, tried in this order."""
