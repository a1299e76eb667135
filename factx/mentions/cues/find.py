"""Where a document has words that report speech."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factx import lexicon
from factx.document import Document
from factx.mentions.cues.headlines import letters
from factx.mentions.cues.lexicon import SpeechVerb, speech_forms, speech_nouns

__all__ = ["Cue", "find_cues"]

CLAIMED = frozenset({"that", "he", "she", "they", "it"})
BE = frozenset(
    "is are was were be been being am 's ’s 're ’re 'm ’m isn't isn’t wasn't wasn’t aren't aren’t weren't weren’t get gets got".split()
)
DO = frozenset("do does did don't don’t doesn't doesn’t didn't didn’t let help helped helps make made makes".split())
PLURAL = frozenset("people who police all some many most both others".split())
SPOKEN_NEXT = frozenset({":", "that"})
CLOSING = frozenset({"”", '"', "’", "''"})
WRITTEN = frozenset({"states", "reads", "claims", "reports", "says"})
"""Verbs of documents that can be nouns."""
STOPS = frozenset({".", ",", "that", ":"})
SPOKEN = frozenset({"said", "told"})
"""Verbs whose participle is no adjective: "Sainsbury's said" has a subject in 's, "Bolt's stated aim" has none."""
THAT = frozenset({"that", "it", "he", "she", "they", ":", "“", '"'})
"""What shows that the form before it is a verb."""


@dataclass(slots=True)
class Cue:
    """A speech verb at token `token`. `form`: v finite, g -ing, b base, e passive participle."""

    token: int
    form: str
    verb: SpeechVerb


def find_cues(document: Document) -> list[Cue]:
    """Speech verbs in text order, those inside quotations too.

    >>> from factx.article import Article
    >>> text = "Bolt has said it won, adding that Li was told to say so."
    >>> [(document.tokens.text[c.token], c.form) for document in [Document(Article(text=text))] for c in find_cues(document)]
    [('said', 'v'), ('adding', 'g'), ('told', 'e'), ('say', 'b')]
    """
    forms = speech_forms(document.lexicon.speech_verbs)
    tokens = document.tokens
    lower, codes = tokens.lower, letters(document)
    out = []
    last = len(lower) - 1
    for token in [i for i, word in enumerate(lower) if word in forms and i < last]:
        form = _form(lower, codes, tokens.tag, token)
        if not form and forms[lower[token]].lemma in document.lexicon.speech_verbs:
            form = "v" if lower[token].endswith("ed") else "g" if lower[token].endswith("ing") else ""
        if form:
            out.append(Cue(token, form, forms[lower[token]]))
    return out


def _form(lower: list[str], codes: Sequence[str], tags: list[str], token: int) -> str:
    code = codes[token]
    if code == "V":
        return "v"
    if code == "G":
        return "g"
    if code == "B":
        return _base(lower, codes, tags, token)
    if code == "E":
        return _participle(lower, codes, token)
    if code == "N" and _is_verb_after_all(lower, codes, tags, token):
        return "v"
    return ""


def _over_adverbs(codes: Sequence[str], token: int) -> int:
    """The token before `token` and the adverbs in front of it; -1 at the beginning."""
    back = token - 1
    while back >= 0 and token - back < 5 and codes[back] == "R":
        back -= 1
    return back


def _base(lower: list[str], codes: Sequence[str], tags: list[str], token: int) -> str:
    """The base form: governed ("to say", "did say"), finite behind a plural ("analysts say"), or a noun."""
    back = _over_adverbs(codes, token)
    if back < 0 or codes[back] in "TM&" or lower[back] in DO:
        return "b"
    if codes[back] in "NP'" and lower[token] in speech_nouns():
        return ""  # "on a conference call"
    finite = (
        codes[back] in 'H,"'
        or tags[back] in ("NNS", "NNPS")
        or lower[back] in PLURAL
        or lower[token] in ("read", "put")
    )
    return "v" if finite else "b"


def _participle(lower: list[str], codes: Sequence[str], token: int) -> str:
    """The form in -ed: an adjective behind a determiner, passive behind "be", else finite."""
    if lower[token : token + 2] == ["related", "to"]:
        return ""
    back = token - 1
    if back >= 0 and codes[back] in "DSJ'$":
        if lower[back] == "further":
            return "v"
        named = codes[back] == "'" and back > 0 and codes[back - 1] == "P"
        return "v" if named and (lower[token] in SPOKEN or lower[token + 1] in THAT) else ""
    back = _over_adverbs(codes, token)
    if back < 0:
        return "v"
    if codes[back] in "NP" and lower[token + 1] == "by":
        return "e"  # "the fall reported by Bolt"
    return "e" if lower[back] in BE else "v"


def _is_verb_after_all(lower: list[str], codes: Sequence[str], tags: list[str], token: int) -> bool:
    """Is what was taken for a noun a verb, by the words beside it?"""
    before, after = lower[token - 1] if token else "", lower[token + 1]
    if tags[token] == "NNS":
        if before == "," and after in CLAIMED:
            return True  # "Jo Ray, of Bolt, claims he …"
        if lower[token] in WRITTEN and before in lexicon.words("documents.tsv") and after in STOPS:
            return True  # "a press release states."
        if token and codes[token - 1] == "P" and after in SPOKEN_NEXT:
            return True  # "Ms Ray states: “…”"
        if before in CLOSING and codes[token + 1] == "P":
            return True  # "“…,” shares Jo Ray"
    # "analysts forecast that"
    return bool(token) and tags[token - 1] == "NNS" and after == "that" and not lower[token].endswith("s")
