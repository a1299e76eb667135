"""How somebody announces something, and how issuers describe themselves: "Acme today announced", "Acme, a leading maker of gears"."""

from __future__ import annotations

import re
from functools import cache

from factx import lexicon
from factx.linking.speakers.view import View

__all__ = ["announcing", "praise"]

GLAD = frozenset("proud pleased thrilled excited delighted honored honoured happy glad eager set poised ready".split())
""" "Acme is proud to announce": reporters do not write so."""
TIMES = frozenset(["today", "yesterday", "proudly"])


def announcing(view: View, n: int, stop: int) -> str:
    """How name `n` announces something before token `stop`: "t" (today, with pride: as only issuers do), "a", or "" where it does not.

    Brackets, appositions and further names between the name and its verb are passed over; "-": other verbs are as well.
    """
    if any(view.word(k) in ("said", "says") for k in range(max(0, stop - 4), stop)):
        return ""  # "…, union leaders said": somebody else says that it announced
    verbs = lexicon.words("announcing_verbs.tsv")
    depth, between = 0, 0
    for at in range(view.last[n] + 1, min(stop, view.last[n] + 60)):
        word = view.word(at)
        if word in ("(", "["):
            depth += 1
        elif word in (")", "]"):
            depth -= 1
            if depth < 0:
                return ""  # a news agency in brackets
        elif depth > 0:
            continue
        elif word in verbs and (between or view.code(at - 1) not in "DJTS"):
            before = view.word(at - 1)
            if before in TIMES or view.word(at + 1) in TIMES or before not in ("to", "the", "of"):
                return ("t" if before in TIMES or view.word(at + 1) in TIMES else "a") + ("-" if between > 1 else "")
        elif word in GLAD and view.word(at + 1) == "to" and view.word(at - 1) in ("is", "are", "’s", "'s"):
            return "t"
        elif view.code(at) in "VE":
            between += 1
    return ""


@cache
def praise() -> re.Pattern[str]:
    """ ", a leading provider of …" behind a name: so issuers describe themselves."""
    words = "|".join(map(re.escape, sorted(lexicon.words("praise.tsv"))))
    kinds = r"-based (?:company|firm|studio|startup)|firm (?:that|in)|company (?:that|in|focused)"
    return re.compile(rf"[^.!?\n]{{0,40}}?,? (?:an?|the) [^.,\n]{{0,60}}?(?:\b(?:{words})\b|{kinds})")
