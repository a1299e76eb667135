"""What an amount was before: the words around it that say so, a table.

In an example the amount stands in brackets, as in its counter-example, which the pattern does not fit; `tests/linking/claims/test_earlier.py`
walks the table. A "forecast" was one for certain; a "value" was one where what is now is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factx.linking.claims.scene import Scene
from factx.linking.claims.words import FORECASTERS, FORESEEING, GUIDED

__all__ = ["EARLIER", "FORESEEN", "PREVIOUS", "Earlier", "is_had_forecast", "previous_of"]

PREVIOUS = frozenset(
    ("previous", "previously", "prior", "earlier", "former", "formerly", "original", "originally", "initial", "initially", "before")
)  # fmt: skip
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
OPENERS = PREVIOUS | frozenset(MONTHS.split("|"))
"""Words of which one stands in front of an amount that is said to be of before."""
BEFORE, BEHIND = 110, 70
"""Characters before and behind an amount in which it is said."""
OLD = r"\b(?:previous(?:ly)?|prior|earlier|former(?:ly)?|original(?:ly)?|initial(?:ly)?)"
VIEWS = "|".join(sorted((*GUIDED, "view")))
LEADS = r"(?:\s(?!(?:and|but|while|which|that|it|is|are|was|were|reported|said|to be)\b)[^\s,;:()]+)"
"""A word that leads from guidance to its amount: "prior forecast | for adjusted EPS to come in between"."""
LEADING = rf"(?: range| band| midpoint)?(?: (?:was|were|had been|stood|called|calling))?(?: (?:of|for|at|between|in|to|on)\b{LEADS}{{0,8}})?"
ITS = r"\s*(?:(?:range|figure|forecast|it|we|they|the \w+|had|has) )*"
FORESEEN = "forecast|expected|projected|anticipated|predicted|estimated|targeted|planned|pencill?ed in"
FORESAW = rf"(?:{FORESEEN})\b"
TIMES = r"(?:year|quarter|half|period|month|season)s?\b"


@dataclass(frozen=True)
class Earlier:
    """`place`: is it said before or behind the amount; `tells`: "forecast" or "value"."""

    name: str
    place: str
    tells: str
    pattern: re.Pattern[str]
    example: str
    counter: str


def _before(name: str, tells: str, pattern: str, example: str, counter: str) -> Earlier:
    return Earlier(name, "before", tells, re.compile(pattern + r"\s*$"), example, counter)


def _behind(name: str, tells: str, pattern: str, example: str, counter: str) -> Earlier:
    return Earlier(name, "behind", tells, re.compile(pattern), example, counter)


EARLIER = (
    _before("previous forecast", "forecast", rf"{OLD}(?:\s(?!{TIMES})[^\s,;:()]+){{0,4}}?\s(?:{VIEWS})\b{LEADING}",
            "Bolt sees $5m, down from a prior forecast for profit to come in at [$6m].", "Bolt kept its prior forecast and reported [$6m]."),
    _before("previous range", "value", rf"{OLD}(?:\s(?!{TIMES})[^\s,;:()]+){{0,2}}?\s(?:range|band|figure|level)s?(?: (?:of|at|between|from))*",
            "Bolt expects $5m, compared with an earlier range of [$3m to $4m].", "Bolt drilled $5m of wells at an earlier [$3m]."),
    _before("in brackets", "value", rf"\({OLD}(?:\s(?!{TIMES})[^\s():]+){{0,3}}?:?(?: of)?",
            "Bolt expects $5m (previously: [$4m]).", "Bolt expects $5m (previous year: [$4m])."),
    _before("forecast of a month", "forecast", rf"\b(?:its|our|the|their) (?:{MONTHS}) (?:{VIEWS})\b{LEADING}",
            "Bolt expects $5m, versus its April forecast of [$6m].", "Bolt expects $5m, versus its April sales of [$6m]."),
    _before("previously at", "value", r"[,;] (?:previously|formerly)(?: (?:at|between|about|around))?",
            "Bolt expects $5m, previously [$4m].", "Bolt expects $5m, previously held by [two firms]."),
    _behind("guided to", "forecast", rf"{ITS}(?:(?:previously|originally|initially|first) )?(?:guided|indicated|communicated)\b",
            "Bolt expects $5m, below the [$6m] it guided to in May.", "Bolt expects $5m, below the [$6m] it paid in May."),
    _behind("previously expected", "forecast", rf"{ITS}(?:previously|originally|initially) {FORESAW}",
            "Bolt expects $5m, not the [$6m] previously expected.", "Bolt expects $5m, not the [$6m] previously paid."),
    _behind("it forecast in May", "forecast", rf"\s*(?:it|we|they) (?:had |has )?{FORESAW} (?:in|at|on|back|earlier|last|only|just)\b",
            "Profit will be $5m, well below the [$6m] it forecast in March.", "Profit will be $5m, below the [$6m] it expected to pay."),
    _behind("forecast in May", "forecast", rf"\s*(?:forecast|projected|predicted|guided) (?:back )?in (?:{MONTHS})\b",
            "Bolt expects $5m, up from the [$4m] forecast in May.", "Bolt expects $5m, up from the [$4m] paid in May."),
    _behind("previously", "value", rf"{ITS}(?:previously|before)(?=\s*(?:[.,;)]|$))",
            "Bolt expects $5m, up from [$4m] previously.", "Bolt expects $5m, up from [$4m] before tax."),
    _behind("given in May", "value",
            rf"{ITS}(?:given\b|set out\b|(?:it|we|they) (?:gave|provided|issued|set)\b|that (?:\S+ ){{1,3}}(?:provided|issued|gave)\b)",
            "Bolt tightened its view from the [$4m to $6m] range given in May.", "Bolt sees $5m, with [$4m] from gifts."),
)  # fmt: skip
WITHIN = re.compile(r"\b(?:within|inside|(?:end|half|top|bottom|part|middle) of)\s+(?:its|the|our|their|an?)\s*$")
"""In front of guidance that still stands: "at the upper end of the previously announced range of $5m to $6m"."""


def previous_of(scene: Scene, ref: int) -> str | None:
    """What an amount is of before: a "forecast", where that is said ("its previous forecast of $4bn"), or a "value", which is
    one where what is now is ("up from $4bn previously"); None for any other."""
    tree, text, sentence = scene.tree, scene.document.text, scene.sentence
    if is_had_forecast(scene, scene.outer(ref)):
        return "forecast"
    first, last = tree.start[scene.first(ref)], tree.end[scene.last(ref)]
    behind = text[last : min(last + BEHIND, sentence.end)].lower()
    before = text[max(sentence.start, first - BEFORE) : first].lower()
    if OPENERS.isdisjoint(before.replace("(", " ").replace(":", " ").split()):
        before = ""
    if any(word.strip("'’s,") in FORECASTERS or word.strip("'’,") in FORECASTERS for word in before.split()[-8:]):
        return None  # "above analysts' previous forecasts of $4m"
    for row in EARLIER:
        match = (row.pattern.search(before) if before else None) if row.place == "before" else row.pattern.match(behind)
        if match is not None and not (row.place == "before" and WITHIN.search(before, 0, match.start())):
            return row.tells
    return None


def is_had_forecast(scene: Scene, node: int) -> bool:
    """Does a clause say what somebody had forecast before: "having guided for $5m", "it had previously projected $5m"?"""
    tree, verb = scene.tree, scene.tree.head[node]
    before = tree.lower[max(0, verb - 7) : verb] if verb >= 0 else []
    had = "having" in before or ("had" in before and not PREVIOUS.isdisjoint(before))
    return had and (tree.lemma(verb) in FORESEEING or tree.lemma(verb) in ("point", "indicate", "be"))
