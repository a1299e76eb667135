"""What an article is by its form: somebody's own release, or what the press writes.

Wires and agencies are named in datelines (`wires.tsv`), releases have contacts, "About …" and calls to be released.
"""

from __future__ import annotations

import re
from functools import cache

from factx import lexicon
from factx.linking.speakers.view import View

__all__ = ["by_press", "form_of"]

HEAD = 2500
"""Characters of the beginning that are read."""
TAIL = 1500
CREDITS = re.compile(r"RTT ?News\b|contributed to this report|Reporting by|Editing by|^Correction\b", re.M)
"""How news agencies sign."""
BRIEF = re.compile(r"\b[Tt]o (?:view|read) the full (?:press release|article|editorial),? (?:please )?visit\b")
"""How a brief ends that retells what another said."""
CALLED_RELEASE = re.compile(
    r"(?:FOR|For) (?:IMMEDIATE|Immediate|immediate)|(?:PRESS|NEWS|MEDIA|Press|News|Media) (?:RELEASE|Release|release)"
)
CONTACT = re.compile(
    r"^\W{0,3}(?:(?:[Mm]edia|[Pp]ress|[Ii]nvestors?|MEDIA|PRESS|INVESTORS?)(?: (?:and|&) \w+)? ?(?:[Rr]elations|RELATIONS)? ?)?"
    r"(?:[Cc]ontacts?|CONTACTS?|[Ee]nquiries|[Ii]nquiries)(?: ?[Dd]etails?| ?[Ii]nfo(?:rmation)?| for\b.{0,40})?(?:\s?:|\s?$|(?=[A-Z]))",
    re.M,
)
LAST = 16
"""Words of the end that are told: who carries texts of others signs there."""
BYLINE = re.compile(r"^By [A-Z][\w.’'-]+ [A-Z][^\n]{2,60}$", re.M)


@cache
def _marks(kind: str) -> re.Pattern[str]:
    """The names of wires or agencies where a dateline puts them: in brackets, between slashes or dashes."""
    names = sorted((row[0] for row in lexicon.rows("wires.tsv") if row[1] == kind), key=lambda name: (-len(name), name))
    either = "|".join(re.escape(name).replace(r"\ ", " ?") for name in names)
    if kind == "writer":
        return re.compile(rf"@(?:{either.replace(' ?', '')})\.", re.IGNORECASE)
    if kind == "agency":  # their names are words of other texts too: "(PA)" is, "(pa)" is not
        return re.compile(rf"\((?:{either}|REUTERS|DPA)\)")
    return re.compile(rf"(?:[(/]|[–—-]) ?(?:via )?(?:{either})(?: ?[)/–—-]| [–—-])", re.IGNORECASE)


def by_press(view: View) -> bool:
    """Does a news agency sign the article, or somebody who writes about companies or retells their releases?"""
    text = view.text
    tail = max(0, len(text) - TAIL)
    return (
        (" the full " in text and BRIEF.search(text, min(HEAD // 5, len(text) // 3)) is not None)
        or _marks("agency").search(text, 0, HEAD) is not None
        or _marks("writer").search(text, tail) is not None
        or CREDITS.search(text, 0, HEAD) is not None
        or CREDITS.search(text, tail) is not None
    )


def form_of(view: View) -> list[str]:
    """What an article looks like: whether it has a sign of a release; each of the signs, and the last words."""
    text = view.text
    wire = _marks("wire").search(text, 0, HEAD)
    found = {
        "byline": BYLINE.search(text, 0, 400),
        "wire": wire,
        "called": CALLED_RELEASE.search(text, 0, HEAD),
        "contact": CONTACT.search(text),
    }
    signs = [sign for sign, match in found.items() if match is not None]
    service = "" if wire is None else "".join(filter(str.isalnum, wire[0].lower()))
    return [
        "by" if "byline" in signs else "own" if signs else "?",
        *signs,
        service,
        *{f"t:{word}": 0 for word in view.lower[-LAST:]},
    ]
