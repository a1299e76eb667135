"""Records in words that a reader knows: what the terminal table, the Markdown report and the page all say.

>>> from decimal import Decimal
>>> from factx.records import MonetaryClaim, Period, Span
>>> span = Span(start=5, end=16, text="$14 billion")
>>> claim = MonetaryClaim(id="m1", span=span, low=Decimal(14 * 10**9), high=Decimal(14 * 10**9), comparator=">",
...                       currency="USD", sentence=span, confidence=0.9, period=Period(text="last year", value="2011"))
>>> amount(claim), period(claim), value(claim)
('more than $14 billion', 'last year (2011)', 'USD 14,000,000,000')
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from factx.document.paragraphs import paragraphs
from factx.document.sections import sections
from factx.output.timex import DURATION, MONTHS, REFERENCES, day, timex
from factx.records import Act, Claim, DateMention, MonetaryClaim, NumericClaim, Quote, Speaker

if TYPE_CHECKING:
    from factx.article import Article

__all__ = [
    "COMPARATORS", "KIND_WORDS", "QUOTE_WORDS", "UNSURE", "amount", "around", "change", "day", "days", "deed", "doing", "heading", "meaning",
    "modality", "money", "number", "owner", "period", "reported", "role", "said", "same_day", "status", "value", "visible", "when", "words",
]  # fmt: skip

UNSURE = 0.6
"""Confidence below which a record is shown faint."""
COMPARATORS = {"=": "", "~": "about", ">": "more than", ">=": "at least", "<": "less than", "<=": "at most"}
KIND_WORDS = {
    "speakers": "speakers",
    "quotes": "quotes",
    "money": "amounts of money",
    "numbers": "numbers",
    "dates": "dates",
    "tables": "tables",
    "acts": "acts",
}
QUOTE_WORDS = {"direct": "word for word", "partial": "partly in their words", "indirect": "reported"}
MODALITIES = {"stated": "", "forecast": "forecast", "conditional": "conditional", "negated": "denied"}
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)

OPENING = " \t\r\n\xa0“”„«‘\"'"
"""What may stand before the words of a quote."""
AROUND = 40
"""Characters on either side by which the place is found where two parts of a quote are joined."""

ENDS = re.compile(r"\s(and|\|)\s")
"""What stands between the ends of a range, where it is not a dash or "to": an "and" behind "between", the border of two cells."""


def visible(text: str) -> str:
    r"""Text with the characters that a terminal or a reader's eye would be fooled by written out; tab and newline stay.

    >>> visible("ring\x07 \u202eback")
    'ring\\x07 \\u202eback'
    """
    return UNSEEN.sub(lambda m: f"\\x{ord(m[0]):02x}" if ord(m[0]) < 256 else f"\\u{ord(m[0]):04x}", text)


def number(value: Decimal) -> str:
    """An exact number with thousands apart: 14,000,000,000 or 0.125 (in full up to 40 digits)."""
    if value.adjusted() > 40 or value.adjusted() < -20:
        return f"{value:.6g}"
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def money(value: Decimal) -> str:
    """An exact number with two decimals where it has one: 7.70, 12, 0.125."""
    text = number(value)
    return f"{text}0" if re.search(r"\.\d$", text) else text


def amount(claim: Claim) -> str:
    """The amount as the text has it, with its comparator and unit in words."""
    words = [COMPARATORS[claim.comparator], _range(claim) or " ".join(claim.span.text.split())]
    if isinstance(claim, NumericClaim) and claim.unit:
        unit = " ".join(claim.unit.split())
        has_sign = "%" in words[1] and claim.unit_name == "percent"
        if (
            unit.lower() not in words[1].lower() and not has_sign and unit != claim.dimension
        ):  # "a third", no "a third ratio"
            words.append(unit)
    if claim.per and claim.per.lower() not in " ".join(words[1:]).lower():
        words.append(f"per {claim.per}")
    return " ".join(filter(None, words))


def _range(claim: Claim) -> str:
    """A range that reads as one without the words before it: "between $5 and $7", "1,610 to 1,640"; else nothing."""
    parts = ENDS.split(claim.span.text)
    if claim.low == claim.high or len(parts) != 3:
        return ""
    first, mark, last = (" ".join(part.split()) for part in parts)
    return f"between {first} and {last}" if mark == "and" else f"{first} to {last}"


def value(claim: Claim) -> str:
    """The normalised value: "USD 14,000,000,000", "USD 7.70", "5 to 6 percent"."""
    shown = money if isinstance(claim, MonetaryClaim) else number
    figures = shown(claim.low) if claim.low == claim.high else f"{shown(claim.low)} to {shown(claim.high)}"
    if isinstance(claim, MonetaryClaim):
        return f"{claim.currency} {figures}"
    name = claim.unit_name if isinstance(claim, NumericClaim) and claim.dimension != "count" else None
    return f"{figures} {name}" if name else figures


def meaning(claim: Claim) -> str:
    """What the amount is, in the text's words ("spent on chip sets"), else the name of its metric ("revenue")."""
    return " ".join((claim.what or (claim.metric or "").replace("_", " ")).split())


def owner(claim: Claim) -> str:
    """Whose amount it is, where `meaning` does not say it."""
    subject = " ".join((claim.subject or "").split())
    return "" if subject.lower() in meaning(claim).lower() else subject


def modality(claim: Claim) -> str:
    """Nothing for what is stated as a fact, else forecast, conditional or denied."""
    return MODALITIES[claim.modality]


def change(claim: Claim, words: Mapping[str, str]) -> str:
    """What changed, as seen from one of its figures: "up 8% from $1.31 billion"; `words`: id -> the figure as written.

    >>> from factx import extract
    >>> facts = extract("Bolt's revenue rose 8% to $14 million from $13 million.")
    >>> words = {claim.id: claim.span.text for claim in [*facts.money, *facts.numbers]}
    >>> [change(claim, words) for claim in facts.money]
    ['up 8% from $13 million', 'before: up 8% to $14 million']
    """
    found = claim.change
    if found is None:
        return ""
    by, from_, to = (words.get(one or "") if one != claim.id else None for one in (found.by, found.from_, found.to))
    parts = (found.direction, by, from_ and f"from {from_}", to and f"to {to}")
    said = " ".join(" ".join(part.split()) for part in parts if part)
    return f"before: {said}" if claim.id == found.from_ else said


def status(claim: Claim, words: Mapping[str, str]) -> str:
    """What a reader must know beside the figure: forecast, conditional or denied; guidance raised; up 8% from $1.31 billion."""
    guidance = f"guidance {claim.guidance}" if claim.guidance else ""
    return ", ".join(filter(None, (modality(claim), guidance, change(claim, words))))


def period(claim: Claim | Act) -> str:
    """The time that a claim or an act is about, with its value where the words alone do not say it."""
    if claim.period is None:
        return ""
    text = " ".join(claim.period.text.split())
    first, last = claim.period.start, claim.period.end
    known = timex(claim.period.value or "") if first is None or last is None else days(first, last)
    if known in REFERENCES.values():
        known = ""
    return f"{text} ({known})" if known and known.lower() not in text.lower() and not same_day(text, known) else text


def same_day(text: str, known: str) -> bool:
    """Do both name the same things ("Oct. 9, 2012", "9 Oct 2012"), in another order?"""
    parts = set(re.findall(r"\d+|[a-z]{3}", re.sub(r"([a-z]{3})[a-z]*", r"\1", text.lower())))
    return set(re.findall(r"\d+|[a-z]{3}", known.lower())) <= parts


def days(start: date, end: date) -> str:
    """The days of an interval, as short as they can be said: 2011; Oct 2012; Q3 2012; 1–15 Oct 2012.

    >>> days(date(2012, 7, 1), date(2012, 9, 30)), days(date(2012, 10, 1), date(2012, 10, 7))
    ('Q3 2012', '1–7 Oct 2012')
    """
    if start == end:
        return day(start)
    first_of, last_of = start.day == 1, _is_month_end(end)
    if start.year == end.year and first_of and last_of:
        span = end.month - start.month + 1
        if span == 12:
            return str(start.year)
        if span == 1:
            return f"{MONTHS[start.month - 1]} {start.year}"
        if span == 3 and start.month % 3 == 1:
            return f"Q{(start.month + 2) // 3} {start.year}"
        return f"{MONTHS[start.month - 1]}–{MONTHS[end.month - 1]} {start.year}"
    if first_of and last_of and start.month == 1 and end.month == 12:
        return f"{start.year}–{end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day} {MONTHS[end.month - 1]} {end.year}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def _is_month_end(when: date) -> bool:
    return when.day == monthrange(when.year, when.month)[1]


def deed(act: Act) -> str:
    """What is done: "apology", "guidance withdrawn"."""
    return f"guidance {act.guidance}" if act.guidance else act.kind


def doing(act: Act) -> str:
    """The whole act on a line: who does what, for what: "Bolt plc: guidance withdrawn – its guidance for 2024"."""
    told = " – ".join(filter(None, (deed(act), " ".join((act.about or "").split()))))
    return f"{' '.join(act.actor.split())}: {told}" if act.actor else told


def when(mention: DateMention) -> str:
    """What a temporal expression means: its days, else its TIMEX3 value in words, else nothing."""
    text = timex(mention.value or "")
    if mention.start is not None and mention.end is not None and not (mention.type == "TIME" and text):
        return days(mention.start, mention.end)
    return (
        f"every {text.removeprefix('1 ')}"
        if mention.type == "SET" and DURATION.fullmatch(mention.value or "")
        else text
    )


def role(speaker: Speaker) -> str:
    """Role and affiliation: "director of global public affairs, ZTE"; of a company, where it is listed: "NASDAQ: ZNV"."""
    if speaker.ticker:
        return f"{speaker.exchange}: {speaker.ticker}" if speaker.exchange else speaker.ticker
    parts = [speaker.role, speaker.affiliation]
    if speaker.role and speaker.affiliation and speaker.affiliation.lower() in speaker.role.lower():
        parts = [speaker.role]
    return ", ".join(" ".join(part.split()) for part in parts if part)


def words(quote: Quote, text: str) -> str:
    """The words of a quote as they are printed; `text`: the article's.

    A comma before an attribution that ends its own sentence stands for the full stop of what was said.

    >>> from factx import extract
    >>> facts = extract("“We won,” said Ann Lee, head of sales at Bolt. “It was hard.”")
    >>> words(facts.quotes[0], facts.article.text)
    'We won. It was hard.'
    """
    out = quote.text
    for before, behind in pairwise(quote.spans):
        left, right = (" ".join(span.text.split()) for span in (before, behind))
        ended = text[before.end : behind.start].rstrip(OPENING).endswith(".")
        if ended and left.endswith(",") and right[:1].isupper():
            end, start = left[-AROUND:], right[:AROUND]
            out = out.replace(f"{end} {start}", f"{end[:-1]}. {start}", 1)
    return out


def said(quote: Quote) -> str:
    """How it was said: the kind of quote in plain words."""
    return QUOTE_WORDS[quote.kind]


def reported(quote: Quote) -> str:
    """The reported clause around a partial quote, as the text has it; nothing where the quote is most of it."""
    if quote.kind != "partial" or not quote.statement:
        return ""
    text = " ".join(span.text for span in quote.statement)
    return "" if 3 * len(quote.text) > 2 * len(text) else text


def around(claim: Claim, length: int = 100) -> str:
    """The claim in its sentence, at most `length` characters of it."""
    sentence = " ".join(claim.sentence.text.split())
    if len(sentence) <= length:
        return sentence
    at = max(sentence.find(" ".join(claim.span.text.split())), 0)
    start = max(0, min(at - length // 2, len(sentence) - length))
    start = sentence.rfind(" ", 0, start) + 1 if start else 0
    end = sentence.rfind(" ", start + 1, start + length)
    end = len(sentence) if start + length >= len(sentence) else end if end > start else start + length
    return ("… " if start else "") + sentence[start:end] + (" …" if end < len(sentence) else "")


def heading(article: Article) -> str:
    """The article's title, else its headline, else its first words; at most 160 characters."""
    text = article.title or ""
    if not text.strip():
        start = article.text[:5000]
        blocks = paragraphs(start)
        parts = sections(start, blocks)
        found = next((part for part in parts if part.kind == "headline"), None)
        found = found or next((part for part in parts if part.kind not in ("byline", "dateline")), None)
        text = start[found.start : found.end] if found is not None else ""
    text = " ".join(text.split())
    return text if len(text) <= 160 else text[:157].rstrip() + "…"
