"""JSON-LD in the words of schema.org: an article with its quotations and claims, who says them, and their figures.

>>> from factx import extract
>>> document = to_jsonld(extract("“We sold vans for $5 million in 2023,” said Ann Lee, head of sales at Bolt plc."))
>>> [part["@type"] for part in document["hasPart"]]
['Quotation', 'Claim']
>>> document["hasPart"][1]["about"][0]["currency"], document["hasPart"][1]["temporalCoverage"]
('USD', '2023-01-01/2023-12-31')
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from factx.output import wording
from factx.output.totals import all_claims
from factx.records import MonetaryClaim, NumericClaim

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.records import Act, Claim, Period, Quote, Speaker

__all__ = ["to_jsonld"]

CONTEXT = "https://schema.org"
KINDS = {"person": "Person", "organization": "Organization", "group": "Organization"}
UNIT_CODES = {
    "percent": "P1",
    "kilometre": "KMT",
    "metre": "MTR",
    "kilogram": "KGM",
    "tonne": "TNE",
    "hour": "HUR",
    "day": "DAY",
}
"""Units that have a code of UN/CEFACT which readers of schema.org know."""


def to_jsonld(facts: Facts) -> dict[str, Any]:
    """A `NewsArticle` with `Quotation` and `Claim` as its parts; ids are fragments of the article's `source`.

    Acts are `CommunicateAction`s that it mentions: an apology, or what is done to guidance. What is not
    known is left out. schema.org has no word for confidence, comparators and sections: JSON has those.
    """
    article, issuer = facts.article, facts.issuer
    people = {speaker.id: _speaker(speaker) for speaker in facts.speakers}
    parts = [_quotation(quote) for quote in facts.quotes] + [_claim(claim) for claim in all_claims(facts)]
    return _known(
        {
            "@context": CONTEXT,
            "@type": "NewsArticle",
            "headline": wording.heading(article) or None,
            "identifier": article.source,
            "datePublished": article.published and article.published.isoformat(),
            "publisher": {"@id": f"#{issuer.id}"} if issuer else None,
            "mentions": [*people.values(), *map(_action, facts.acts)],
            "hasPart": parts,
        }
    )


def _speaker(speaker: Speaker) -> dict[str, Any]:
    kind = "Corporation" if speaker.ticker else KINDS[speaker.kind]
    ticker = ":".join(filter(None, (speaker.exchange, speaker.ticker))) if speaker.ticker else None
    affiliation = {"@type": "Organization", "name": speaker.affiliation} if speaker.affiliation else None
    person = speaker.kind == "person"
    return _known(
        {
            "@id": f"#{speaker.id}",
            "@type": kind,
            "name": speaker.name,
            "alternateName": [alias for alias in speaker.aliases if alias != speaker.name],
            "jobTitle": speaker.role if person else None,
            "affiliation": affiliation if person else None,
            "tickerSymbol": ticker,
        }
    )


def _quotation(quote: Quote) -> dict[str, Any]:
    return _known(
        {
            "@id": f"#{quote.id}",
            "@type": "Quotation",
            "text": quote.text,
            "creator": {"@id": f"#{quote.speaker_id}"} if quote.speaker_id else None,
            "isPartOf": {"@id": f"#{quote.inside}"} if quote.inside else None,
        }
    )


def _claim(claim: MonetaryClaim | NumericClaim) -> dict[str, Any]:
    subject = {"@id": f"#{claim.subject_id}"} if claim.subject_id else None
    if subject is None and claim.subject:
        subject = {"@type": "Thing", "name": claim.subject}
    return _known(
        {
            "@id": f"#{claim.id}",
            "@type": "Claim",
            "text": claim.sentence.text,
            "author": {"@id": f"#{claim.speaker_id}"} if claim.speaker_id else None,
            "about": [_figure(claim), *([subject] if subject else [])],
            "temporalCoverage": _coverage(claim.period),
            "isPartOf": {"@id": f"#{claim.quote_id}"} if claim.quote_id else None,
        }
    )


def _action(act: Act) -> dict[str, Any]:
    """An agent of schema.org is a person or an organisation: one that is no speaker of the article is left out."""
    return _known(
        {
            "@id": f"#{act.id}",
            "@type": "CommunicateAction",
            "name": wording.deed(act),
            "description": act.span.text,
            "agent": {"@id": f"#{act.actor_id}"} if act.actor_id else None,
            "about": {"@type": "Thing", "name": act.about} if act.about else None,
        }
    )


def _figure(claim: MonetaryClaim | NumericClaim) -> dict[str, Any]:
    figure: dict[str, Any] = {"name": wording.meaning(claim) or None} | _values(claim)
    if isinstance(claim, MonetaryClaim):
        figure |= {"@type": "MonetaryAmount", "currency": claim.currency}
    else:
        figure |= {
            "@type": "QuantitativeValue",
            "unitText": claim.unit,
            "unitCode": UNIT_CODES.get(claim.unit_name or ""),
        }
    return _known(figure)


def _values(claim: Claim) -> dict[str, Any]:
    """`value` where it is one number, else its bounds; "more than" is a lower bound."""
    low, high = _number(claim.low), _number(claim.high)
    if claim.comparator in (">", ">="):
        return {"minValue": low}
    if claim.comparator in ("<", "<="):
        return {"maxValue": high}
    return {"value": low} if low == high else {"minValue": low, "maxValue": high}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _coverage(period: Period | None) -> str | None:
    """An ISO 8601 interval of days, open where the period is."""
    if period is None or (period.start is None and period.end is None):
        return None
    return f"{period.start or '..'}/{period.end or '..'}"


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, [], "")}
