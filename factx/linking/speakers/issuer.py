"""The issuer: whose own statement an article is. A news report has none, nor has a brief of a third party.

Everything that speaks for an organisation is added up (`issuer_evidence`), and held against what the article looks like
(`publication`): the best one is the issuer where both together are enough.
"""

from __future__ import annotations

import re

from factx.linking.speakers.entities import Entity
from factx.linking.speakers.issuer_evidence import Evidence, first_in
from factx.linking.speakers.publication import by_press, release_form
from factx.linking.speakers.view import View

__all__ = ["find_issuer"]

FOLLOWING = re.compile(
    r"(?<=the |The |his )following\s+(?!(?:the|an?|its|their|this)\b)(?:\w+\s+){0,2}?(?:statement|release|announcement|response|letter)\b"
)
""" "Corvex responded with the following statement"."""
TITLED = re.compile(
    r"(?:[^\n]{0,60}\n\s*)?(?:[^\n:]{0,30}: ?)?(?:(?:Press|Media|Public|Our) )?"
    r"(?:Statement|STATEMENT|Response to|Open [Ll]etter|Letter to|Apology|Dear)\b(?:[^\n]{0,20}?\b(?:by|from|of|BY|FROM)\b)?"
)
"""A text that calls itself a statement in its first line or the second: "Statement by Hartwell Airlines", "Dear customers"."""
WE = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
HEAD = 2500
ENOUGH = 4.0
"""What the signs of a release and the evidence for its issuer must come to together."""
ALONE = 5.0
"""What must speak for the issuer of an article that has no sign of a release."""
LEAST = 2.0
"""What must speak for the issuer itself."""


def find_issuer(view: View, entity_of: dict[int, Entity]) -> Entity | None:
    """The entity whose statement the article is, or None."""
    stated = _stated(view, entity_of)
    if stated is not None:
        return stated
    if by_press(view):
        return None
    evidence = Evidence(view, entity_of)
    best = evidence.best()
    form = release_form(view) + evidence.own_voice
    if best is None:
        return evidence.person if form >= LEAST else None
    if any(carrier is not best for carrier in evidence.publishers):
        return None
    weight = evidence.weight_of(best)
    if form <= 0.0:
        return best if weight >= ALONE else None
    if weight >= LEAST:
        return best if weight + form >= ENOUGH else None
    return evidence.person if form >= LEAST else None  # an author's, an artist's own release


def _stated(view: View, entity_of: dict[int, Entity]) -> Entity | None:
    """Who is named before "the following statement", or behind the words of a text that calls itself a statement of "we"."""
    text = view.text
    match = FOLLOWING.search(text, 0, HEAD)
    sentence = view.document.sentence_at(match.start()) if match is not None else None
    if match is not None and sentence is not None:
        return first_in(view, entity_of, sentence.start, match.start())
    match = TITLED.match(text)
    if match is None or len(WE.findall(text, 0, HEAD)) < 2:
        return None
    line_end = text.find("\n", match.end())
    return first_in(view, entity_of, match.end(), line_end if line_end >= 0 else len(text))
