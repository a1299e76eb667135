"""The metric of a row: its label must be one, whole; a part of one ("Freight revenues") is none.

>>> metric_of_row("SALES, Net of returns and allowances"), metric_of_row("Total revenues (1)"), metric_of_row("Freight revenues")
('revenue', 'revenue', None)
>>> metric_of_row("Earnings per share: Diluted", per="share"), metric_of_row("Net loss per share, basic and diluted", per="share")
('diluted earnings per share', 'loss per share')
"""

from __future__ import annotations

from functools import lru_cache

import regex

from factx import lexicon
from factx.patterns import later
from factx.tables.periods import read_time

__all__ = ["metric_of_row"]

BRACKETS = later(r"\s?\([^()]*\)|\s?\[[^\[\]]*\]|/\s?\(loss(?:es)?\)")
FOOTNOTE = later(r"(?<=[a-z)])\d$|[*†‡¹²³⁴⁵⁶⁷⁸⁹:;,.]+$")
OF_WHOM = later(
    r"\s(?:attributable\sto|for\sthe\s(?:period|year|quarter)|applicable\sto|available\sto)\s(?!non)(?:(?!non-?controlling|minority).){0,80}$"
)
TAIL = later(
    r",?\s(?:net\sof\s.{3,60}|net|including\s.{3,60}|as\sreported|unaudited|buying\sand\soccupancy|minority\sinterest.{0,90})$"
)
LOSS = later(r"\b(?:\(loss(?:es)?\)|loss(?:es)?)\b")
OTHER_EPS = later(
    r"\b(?:before|continuing|discontinued|book|asset|cash\sflow|tangible|price|value|effect|equity|revenues?|sales|costs?|net\sdebt)\b"
)
WHOLE = later(r"\b(?:consolidated|group|total|company|statutory|as\sreported)\b")
ADJUSTED = later(r"\b(?:adjusted|non-?gaap|core|underlying|normali[sz]ed|pro\sforma|operating)\b")


@lru_cache(maxsize=8192)
def metric_of_row(label: str, per: str | None = None, unit: str | None = None) -> str | None:
    """The normalised name of what a row measures. `label`: with its heading; `unit`: "shares" and the like, of what is no money."""
    if unit == "shares" or (per is not None and per != "share"):
        return None
    words = " ".join(label.lower().replace("’", "'").split())
    if per == "share":
        return _per_share(words)
    heading, _, last = words.rpartition(": ")
    if not heading:
        return _look_up(words)
    if _bare(last) in ("", "total"):
        return _look_up(heading)
    # Under the name of a part ("Premium: Revenue") it is that part's; under the whole, or a time, it is the company's.
    return _look_up(last) if WHOLE.search(heading) or read_time(heading).known else None


def _look_up(words: str) -> str | None:
    table = lexicon.table("metrics.tsv")
    for form in _forms(words):
        if form in table and "per share" not in table[form]:
            return table[form]
    return None


def _forms(words: str) -> list[str]:
    """The label, and what is left without brackets, "total", "net of …" and "attributable to …"."""
    bare = _bare(words)
    shorter = TAIL.sub("", OF_WHOM.sub("", bare)).strip(" ,")
    swapped = f"net {shorter.removesuffix(', net')}"
    out = [
        bare,
        bare.removeprefix("total "),
        shorter,
        shorter.removeprefix("total "),
        shorter.removeprefix("consolidated "),
        swapped if bare.endswith(", net") else "",
    ]
    first = shorter.partition(",")[0]
    return [
        *filter(None, out),
        *([first] if first.startswith(("cost of", "sales", "net sales", "income before")) else []),
    ]


def _bare(words: str) -> str:
    return (
        " ".join(FOOTNOTE.sub("", BRACKETS.sub(" ", words).strip()).replace("/", " / ").split())
        .replace(" / ", "/")
        .strip(" -–:,")
    )


def _per_share(words: str) -> str | None:
    if "dividend" in words or "distribution" in words:
        return "dividend"
    if OTHER_EPS.search(words):
        return None
    if ADJUSTED.search(words):
        return "adjusted earnings per share"
    if LOSS.search(words) and not regex.search(r"\b(?:earnings|income|profit)\b|\(loss", words):
        return "loss per share"
    if not regex.search(r"\b(?:earnings|income|profit|eps|loss)\b", words):
        return None
    return "diluted earnings per share" if "diluted" in words and "basic" not in words else "earnings per share"
