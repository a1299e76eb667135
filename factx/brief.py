"""Records and facts on one line, for a prompt and a log: what `repr` gives.

>>> from factx import extract
>>> facts = extract("“We won £5 million,” said Ann Lee, head of sales at Bolt.", published="2024-05-03")
>>> facts
<Facts of 2024-05-03: 1 speaker, 1 quote, 1 amount of money>
>>> facts.quotes, facts.money
((<Quote q1 direct, s1: “We won £5 million”>,), (<MonetaryClaim m1 ‘£5 million’: GBP 5000000, won, s1>,))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.records import Act, Claim, DateMention, Quote, Speaker

__all__ = ["act", "claim", "facts", "mention", "quote", "speaker"]

LONGEST = 60
COUNTED = (
    ("speakers", "speaker", "speakers"),
    ("quotes", "quote", "quotes"),
    ("money", "amount of money", "amounts of money"),
    ("numbers", "number", "numbers"),
    ("dates", "date", "dates"),
    ("tables", "table", "tables"),
    ("acts", "act", "acts"),
)


def facts(found: Facts) -> str:
    """Issuer, day, and how many of each kind."""
    parts = [found.issuer.name if found.issuer else "", str(found.article.published or "")]
    of = ", ".join(filter(None, parts))
    counts = [(len(getattr(found, kind)), one, many) for kind, one, many in COUNTED]
    held = ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts if n) or "nothing found"
    return f"<Facts of {of}: {held}>" if of else f"<Facts: {held}>"


def speaker(one: Speaker) -> str:
    """Id, name, role and affiliation."""
    return f"<Speaker {one.id} {_said(one.name, one.role, one.affiliation)}>"


def quote(one: Quote) -> str:
    """Id, kind, who says it, the words."""
    return f"<Quote {one.id} {_said(one.kind, one.speaker_id)}: “{_short(one.text)}”>"


def claim(one: Claim) -> str:
    """Id, the words, the value, what it is and who vouches for it."""
    unit = getattr(one, "unit_name", None) or getattr(one, "unit", None)
    value = f"{one.low:f}" if one.low == one.high else f"{one.low:f} to {one.high:f}"
    value = f"{one.comparator} {value}" if one.comparator != "=" else value
    amount = " ".join(filter(None, (getattr(one, "currency", None), value, unit)))
    when = one.period.value or one.period.text if one.period else None
    told = _said(
        amount, one.metric or one.what, when, one.modality if one.modality != "stated" else None, one.speaker_id
    )
    return f"<{type(one).__name__} {one.id} ‘{_short(one.span.text)}’: {told}>"


def mention(one: DateMention) -> str:
    """Id, the words, the value."""
    return f"<DateMention {one.id} ‘{_short(one.span.text)}’: {one.value or 'no value'}>"


def act(one: Act) -> str:
    """Id, what is done, by whom, for or to what."""
    return f"<Act {one.id} {_said(one.guidance or one.kind, one.actor)}: ‘{_short(one.about or one.span.text)}’>"


def _said(*parts: Any) -> str:
    return ", ".join(str(part) for part in parts if part)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1].rstrip() + "…"
