"""Sections of an article: headline, byline, dateline, body, boilerplate, footer.

They are found from the shape and the words of whole paragraphs ("About Acme", "Media contact:", "Posted by: …"),
and cover the text without gaps in its paragraphs.

>>> text = "Acme buys Bolt\\n\\nBy Jo Ray\\n\\nPARIS, May 3, 2024 – Acme today bought Bolt.\\n\\nAbout Acme\\nAcme makes gears."
>>> from factx.document.paragraphs import paragraphs
>>> [(s.kind, text[s.start:s.end]) for s in sections(text, paragraphs(text))][:3]
[('headline', 'Acme buys Bolt'), ('byline', 'By Jo Ray'), ('dateline', 'PARIS, May 3, 2024 –')]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from factx.rules import FLAGS

__all__ = ["Section", "sections"]

PLACE = r"(?:[A-Z][A-Z.’'-]+(?:\ (?:[A-Z][A-Z.’'-]+|de|la|of|BEACH))*+|[A-Z][\w.’'-]++(?:\ [A-Z][\w.’'-]++){0,3})"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*+\.?"
DATE = rf"(?:{MONTH}\ \d{{1,2}}(?:st|nd|rd|th)?(?:,?\ \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\ {MONTH}(?:,?\ \d{{4}})?|\d{{4}}-\d\d-\d\d)"
AGENCY = r"(?:\s*[-–—]{0,2}\s*\((?:[A-Z][\w&.\ -]{1,30}+)\)|\s*/[A-Z][\w\ -]{2,30}/)"
DASH = r"\s*(?:--?|[–—])\s*"

DATELINE = regex.compile(
    rf"""
      {PLACE}(?:,\ {PLACE}\.?){{0,2}}+(?:\s*[,(–—-]*\s*{DATE}\)?)?{AGENCY}{{0,2}}{DASH}(?=[A-Z“"‘'\d])
    | {PLACE}(?:,\ {PLACE}\.?){{0,2}}+,\ {DATE}:\s*(?=[A-Z])
    | {PLACE},?\ \(?{DATE}\)?{AGENCY}?{DASH}
    | {DATE}{DASH}(?=[A-Z])
    """,
    FLAGS,
)
BYLINE = regex.compile(
    r"""(?i:by|from|posted\ by|written\ by|words\ by)[:\ ]\s*+(?:(?-i:[A-Z])[\w.’'-]*+(?:,?\ and\b|,|\ )?\ ?){1,10}+$
      | (?-i:[A-Z][A-Z.’'-]++(?:\ [A-Z][A-Z.’'-]++){1,3})$
      | [\w.+-]++@[\w.-]++$
      | (?i:(?:last\ )?(?:updated|published|posted|released?)(?:\ (?:on|at))?:?)\s.{4,50}$
      | (?i:by|on)?\ ?(?-i:"""
    + DATE
    + r""")(?:,?\s+(?:at\ )?\d{1,2}[:.]\d\d.{0,12})?$
      | (?i:for\ immediate\ release).{0,60}$
    """,
    FLAGS,
)
DATED = regex.compile(rf"(?i:by|on)?\ ?{DATE}", FLAGS)
BOILERPLATE = regex.compile(
    r"""(?i:about\ (?:the\ company|us)\b|(?:cautionary|special)\ (?:statement|note)|(?:note|statement)s?\ (?:regarding|on|about|concerning)\ forward
      |forward[-‐ ]looking\ (?:statement|information)|safe[- ]harbou?r|notes?\ (?:to|for)\ editors|(?:important\ )?legal\ (?:notice|information|disclaimer)|disclaimer
      |non-(?:gaap|ifrs)\b|use\ of\ non-|(?:conference\ call|webcast)\ (?:information|details)|trademarks?\b|additional\ information\ and\ where)
      .{0,120}$
      | About\ (?:the\ )?[A-Z][\w&.’',\ -]{1,90}$
    """,
    FLAGS,
)
SAFE_HARBOUR = regex.compile(
    r"(?i:this\ (?:press\ release|news\ release|announcement|document|release|communication)\ (?:may\ )?contains?\b.{0,60}forward-looking"
    r"|(?:certain\ )?statements\ (?:contained\ )?in\ this\ .{3,60}forward-looking"
    r"|this\ (?:press\ )?release\ (?:does\ not\ constitute|is\ for\ informational))",
    FLAGS,
)
FOOTER = regex.compile(
    r"""(?i:(?:\#\s?){2,}\#?$ | [-–—*\s]*(?:ends?|30)[-–—*\s]*$ | posted\ (?:by|in|on)\s?: | post\ ?tags?\s?: | tags?\s?: | filed\ under | categories\s?:
      | post\ a\ comment | leave\ a\ (?:reply|comment) | no\ (?:trackbacks|comments) | \d+\ comments?\b | loading\ .{0,30}comments | share\ (?:this|on)\b
      | (?:copyright\b|©|\(c\)).{0,100}$ | all\ rights\ reserved | read\ more\b | related\ (?:articles|stories|links|posts) | about\ the\ authors?\b
      | (?:media|press|investor|analyst|for\ (?:more|further)\ information|contacts?)(?:\ (?:relations|enquir|inquir|contact|office|and\ investor)\w*)*\s*(?:,?\ (?:please\ )?contact)?s?\s*:?\s*$
      | (?:media|press|investor|contact)(?:\ (?:relations|contact|enquiries|inquiries))?s?\s?:.{0,80}$
      | for\ (?:more|further|additional)\ information,?\ (?:please\ )?(?:contact|visit|call|see) | source\s?:? \ [A-Z].{0,60}$
      | subscribe\b.{0,60}$ | sign\ up\ (?:for|to)\b.{0,60}$ | follow\ us\b | advertisement$ | view\ (?:source|original)
      | reporting\ by\b.{0,120}$ )""",
    FLAGS,
)
SENTENCE_END = (".", "!", "?", ".”", '."', "…", ":")
LONGEST_HEADLINE = 250
HEADLINES_AT_MOST = 6


@dataclass(frozen=True, slots=True)
class Section:
    """`text[start:end]` is of one `kind`."""

    kind: str
    start: int
    end: int


def sections(text: str, paragraphs: list[tuple[int, int]]) -> list[Section]:
    """The sections in text order; a dateline is the beginning of its paragraph, all others are whole paragraphs."""
    return list(_sections(text, paragraphs))


def _sections(text: str, paragraphs: list[tuple[int, int]]) -> Iterator[Section]:
    state = "head"
    for index, (start, end) in enumerate(paragraphs):
        state = _next_state(text, start, end, state, index)
        if state == "head":
            yield Section(
                "byline" if BYLINE.match(text, start, end) and (index or DATED.match(text, start, end)) else "headline",
                start,
                end,
            )
            continue
        if state == "body":
            match = DATELINE.match(text, start, min(end, start + 160))
            if match is not None:
                stop = start + len(match[0].rstrip())
                yield Section("dateline", start, stop)
                yield Section("body", match.end(), end)
                continue
            if end - start < 90 and BYLINE.match(text, start, end):
                yield Section("byline", start, end)
                continue
        yield Section(state, start, end)


def _next_state(text: str, start: int, end: int, state: str, index: int) -> str:
    """head -> body -> boilerplate / footer; a footer is never left, boilerplate only for another heading."""
    if state == "footer" or (index and FOOTER.match(text, start, end)):
        return "footer"
    short = end - start <= 140
    if state != "head" or index > 1:
        if (short and BOILERPLATE.match(text, start, end)) or SAFE_HARBOUR.search(text, start, min(end, start + 200)):
            return "boilerplate"
    if state == "head" and _is_head(text, start, end, index):
        return "head"
    if state == "boilerplate":
        return "body" if _is_heading(text, start, end) else "boilerplate"
    return "body"


def _is_head(text: str, start: int, end: int, index: int) -> bool:
    if index >= HEADLINES_AT_MOST * 2 or end - start > LONGEST_HEADLINE:
        return False
    if DATELINE.match(text, start, min(end, start + 160)) and end - start > 60:
        return False
    if BYLINE.match(text, start, end):
        return True
    return not text[start:end].rstrip("\"”’'").endswith(SENTENCE_END) and (
        index < HEADLINES_AT_MOST or end - start < 60
    )


def _is_heading(text: str, start: int, end: int) -> bool:
    """A short line in capitals or title case, not a sentence: what ends an "About" block."""
    return end - start < 80 and text[end - 1] not in ".!?,;" and text[start].isupper()
