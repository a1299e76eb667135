"""What an article is by its form: somebody's own release, or what the press writes.

Wires and agencies are named in datelines (`wires.tsv`), releases have contacts, "About …" and calls to be released.
"""

from __future__ import annotations

import re
from functools import cache

from factx import lexicon
from factx.linking.speakers.view import View

__all__ = ["form_of"]

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
ENDS_RELEASE = re.compile(
    r"(?i:view (?:the )?(?:original release|source version)|this (?:press|news|media) release|accuracy of this release)|\nSOURCE\b"
)
CONTACT = re.compile(
    r"^\W{0,3}(?:(?:[Mm]edia|[Pp]ress|[Ii]nvestors?|MEDIA|PRESS|INVESTORS?)(?: (?:and|&) \w+)? ?(?:[Rr]elations|RELATIONS)? ?)?"
    r"(?:[Cc]ontacts?|CONTACTS?|[Ee]nquiries|[Ii]nquiries)(?: ?[Dd]etails?| ?[Ii]nfo(?:rmation)?| for\b.{0,40})?(?:\s?:|\s?$|(?=[A-Z]))",
    re.M,
)
BYLINE = re.compile(r"^By [A-Z][\w.’'-]+ [A-Z][^\n]{2,60}$", re.M)
WIRE, CALLED, CONTACTS, ENDED, LINE, SIGNED = 2.0, 2.0, 1.0, 1.5, 1.0, -2.0
"""What each sign of a release is worth."""


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
    if BRIEF.search(text, min(HEAD // 5, len(text) // 3)) is not None:
        return True
    tail = max(0, len(text) - TAIL)
    if _marks("agency").search(text, 0, HEAD) is not None or _marks("writer").search(text, tail) is not None:
        return True
    return CREDITS.search(text, 0, HEAD) is not None or CREDITS.search(text, tail) is not None


def form_of(view: View) -> list[str]:
    """What an article looks like, from what stands around its text."""
    text = view.text
    tail = max(0, len(text) - TAIL)
    out = ["n"]
    wire = _marks("wire").search(text, 0, HEAD)
    if wire is not None:
        out.append("wire")
        out.append("".join(c for c in wire[0].lower() if c.isalnum()))
    for name, found in (
        ("brief", BRIEF.search(text, min(HEAD // 5, len(text) // 3))),
        ("agency", _marks("agency").search(text, 0, HEAD)),
        ("writer", _marks("writer").search(text, tail)),
        ("credits", CREDITS.search(text, 0, HEAD) or CREDITS.search(text, tail)),
        ("called", CALLED_RELEASE.search(text, 0, HEAD)),
        ("contact", CONTACT.search(text)),
        ("ended", ENDS_RELEASE.search(text, len(text) // 2)),
        ("byline", BYLINE.search(text, 0, 400)),
    ):
        if found is not None:
            out.append(name)
    if any(s.kind == "dateline" for s in view.document.sections[:30]):
        out.append("line")
    line_end = text.find("\n")
    if 0 < line_end < 300:
        out.append(f"h?{text[line_end - 1] == '?'}")
    out += {f"t:{word}" for word in view.lower[-16:]}
    return out
