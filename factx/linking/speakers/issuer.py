"""The issuer: whose own statement an article is. A news report has none, nor has a brief of a third party.

What says so outright is asked first: "Corvex responded with the following statement:", a text that calls itself a
statement. Then everything that speaks for an organisation is added up (`issuer_evidence`), and held against what the
article looks like (`publication`): the best one is the issuer where both together are enough.
"""

from __future__ import annotations

import re

from factx.linking.speakers.entities import Entity
from factx.linking.speakers.issuer_evidence import Evidence, first_in
from factx.linking.speakers.publication import by_press, release_form
from factx.linking.speakers.view import View

__all__ = ["find_issuer"]

INTRODUCES = ("e following", "is following", "in full", "follows", "below")
FOLLOWING = re.compile(
    r"(?<=the |The |his )following\s+(?!(?:the|an?|its|their|this)\b)(?:\w+\s+){0,2}?(?:statement|release|announcement|response|letter)\b"
    r"|(?:statement|release)\s+(?:\w+\s+){0,3}?(?:in\s+full|follows|below)\b"
)
TITLED = re.compile(
    r"(?:[^\n]{0,60}\n\s*)?(?:[^\n:]{0,30}: ?)?(?:(?:Press|Media|Public|Our) )?"
    r"(?:Statement|STATEMENT|Response to|Open [Ll]etter|Letter to|Apology|Dear)\b(?:[^\n]{0,20}?\b(?:by|from|of|BY|FROM)\b)?"
)
"""A text that calls itself a statement in its first line or the second: "Statement by Hartwell Airlines", "Dear customers"."""
HEAD = 2500
ENOUGH = 4.2
"""What the signs of a release and the evidence for its issuer must come to together."""
ALONE = 5.0
"""What must speak for the issuer of an article that has no sign of a release."""
LEAST = 2.0
"""What must speak for the issuer itself."""


def find_issuer(view: View, entity_of: dict[int, Entity]) -> Entity | None:
    """The entity whose statement the article is, or None."""
    introduced = _introduced(view, entity_of)
    if introduced is not None:
        return introduced
    titled = _titled(view, entity_of)
    if titled is not None:
        return titled
    if by_press(view):
        return None
    evidence = Evidence(view, entity_of)
    best = evidence.best()
    if best is None or any(carrier is not best for carrier in evidence.publishers):
        return None
    weight, form = evidence.weight_of(best), release_form(view) + evidence.own_voice
    if form <= 0.0:
        return best if weight >= ALONE else None
    if weight >= LEAST:
        return best if weight + form >= ENOUGH else None
    return evidence.person if form >= LEAST else None  # an author's, an artist's own release


def _introduced(view: View, entity_of: dict[int, Entity]) -> Entity | None:
    head = view.text[:HEAD]
    match = FOLLOWING.search(head) if any(word in head for word in INTRODUCES) else None
    if match is None:
        return None
    sentence = view.document.sentence_at(match.start())
    if sentence is None:
        return None
    found = first_in(view, entity_of, sentence.start, match.start())
    if found is None and view.tokens.lower[view.tokens.first_from(sentence.start)] in ("the", "it", "they"):
        found = _main(view, entity_of)
    return found


def _titled(view: View, entity_of: dict[int, Entity]) -> Entity | None:
    """The organisation of a text that calls itself a statement or a letter and speaks of "we"."""
    match = TITLED.match(view.text)
    if match is None or not _speaks_of_we(view):
        return None
    line_end = view.text.find("\n", match.end())
    found = first_in(view, entity_of, match.end(), line_end if line_end >= 0 else len(view.text))
    return found if found is not None else _main(view, entity_of)


def _speaks_of_we(view: View) -> bool:
    """Are there two of "we" and "our" outside of quoted words in the beginning?"""
    found = 0
    for k in range(min(len(view.lower), 600)):
        if view.lower[k] in ("we", "our") and not view.quoted[k]:
            found += 1
    return found > 1


def _main(view: View, entity_of: dict[int, Entity]) -> Entity | None:
    """The organisation that is named most."""
    organisations = list(dict.fromkeys(e for e in entity_of.values() if e.kind == "organization"))
    return max(organisations, key=lambda e: (len(e.names), -e.first), default=None)
