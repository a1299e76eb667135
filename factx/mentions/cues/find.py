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
    if code == "B":
        back = token - 1
        while back >= 0 and token - back < 5 and codes[back] == "R":
            back -= 1
        governed = back >= 0 and (codes[back] in "TM&" or lower[back] in DO)
        if governed or back < 0:
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
    if code == "G":
        return "g"
    if code == "E":
        back = token - 1
        if lower[token : token + 2] == ["related", "to"]:
            return ""
        if back >= 0 and codes[back] in "DSJ'$":
            if lower[back] == "further":
                return "v"
            named = codes[back] == "'" and back > 0 and codes[back - 1] == "P"
            return "v" if named and (lower[token] in SPOKEN or lower[token + 1] in THAT) else ""
        while back >= 0 and token - back < 5 and codes[back] == "R":
            back -= 1
        word = lower[back] if back >= 0 else ""
        if back >= 0 and codes[back] in "NP" and lower[token + 1] == "by":
            return "e"  # "the fall reported by Bolt"
        return "e" if word in BE else "v"
    if code == "N" and token and lower[token - 1] == "," and tags[token] == "NNS" and lower[token + 1] in CLAIMED:
        return "v"  # "Jo Ray, of Bolt, claims he …"
    if (
        code == "N"
        and tags[token] == "NNS"
        and lower[token] in ("states", "reads", "claims", "reports", "says")
        and token
        and lower[token - 1] in lexicon.words("documents.tsv")
        and lower[token + 1] in STOPS
    ):
        return "v"  # "a press release states."
    if code == "N" and tags[token - 1 : token] == ["NNS"] and lower[token + 1 : token + 2] == ["that"]:
        return "" if lower[token].endswith("s") else "v"  # "analysts forecast that"
    return ""
