"""The table of claims: every amount and number, what it is, whose, when, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.output import wording
from factx.output.page.markup import esc, short, unsure
from factx.output.totals import all_claims
from factx.records import MonetaryClaim

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.output.page.keys import Keys
    from factx.records import Claim

__all__ = ["claims_html"]

COLUMNS = ("Amount", "What it is", "When", "Who says so")


def claims_html(facts: Facts, keys: Keys) -> str:
    """The table; the script makes its headings buttons that sort it."""
    claims = all_claims(facts)
    if not claims:
        return '<p class="none">No amounts and no numbers are claimed in this article.</p>'
    names = {speaker.id: speaker.name for speaker in facts.speakers}
    words = {claim.id: wording.amount(claim) for claim in claims}
    heads = "".join(f'<th scope="col">{name}</th>' for name in COLUMNS)
    rows = "".join(_row(number, claim, names, words, keys) for number, claim in enumerate(claims))
    return (
        '<table class="claims"><caption class="unseen">Amounts and numbers that the article claims, in its order</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(number: int, claim: Claim, names: dict[str, str], words: dict[str, str], keys: Keys) -> str:
    key, speaker = keys.of(claim.id), keys.of(claim.speaker_id)
    kind = "money" if isinstance(claim, MonetaryClaim) else "number"
    name = names.get(claim.speaker_id or "", "")
    who = (
        f'<a href="#{speaker}"><bdi>{esc(name)}</bdi></a>'
        if speaker and name
        else '<span class="faint">the article</span>'
    )
    begun = claim.period.start.isoformat() if claim.period is not None and claim.period.start is not None else ""
    return (
        f'<tr id="{key}" data-record="{key}" data-kind="{kind}" data-speaker="{speaker}" data-section="{claim.section}" '
        f'data-place="{number}"{_with(claim, keys)}{unsure(claim)}>'
        f'<th scope="row" data-label="{COLUMNS[0]}" data-sort="{claim.low:f}">'
        f'<a class="jump {kind}" href="#at-{key}"><bdi>{esc(wording.amount(claim))}</bdi></a>{_value(claim)}</th>'
        f'<td data-label="{COLUMNS[1]}">{_what(claim, words)}</td>'
        f'<td data-label="{COLUMNS[2]}" data-sort="{begun}"><bdi>{esc(wording.period(claim))}</bdi></td>'
        f'<td data-label="{COLUMNS[3]}">{who}</td></tr>'
    )


def _with(claim: Claim, keys: Keys) -> str:
    """The figures that this one is compared with, and its own in another currency: lit with it."""
    change = claim.change
    ids = [change.by, change.from_, change.to] if change is not None else []
    ids += [claim.converts] if isinstance(claim, MonetaryClaim) else []
    others = [keys.of(one) for one in ids if one != claim.id and keys.of(one)]
    return f' data-with="{" ".join(others)}"' if others else ""


def _value(claim: Claim) -> str:
    """The exact value where the words do not show it, and how a currency was known."""
    value = wording.value(claim)
    digits = wording.number(claim.low)
    if digits in claim.span.text and not isinstance(claim, MonetaryClaim):
        return ""
    if len(digits) > 8 and "." in digits and not isinstance(claim, MonetaryClaim):
        return ""  # a third is told better by its words than by 0.333333333333
    guess = isinstance(claim, MonetaryClaim) and claim.currency_evidence == "default"
    return f'<span class="value">{esc(value)}{", currency assumed" if guess else ""}</span>'


def _what(claim: Claim, words: dict[str, str]) -> str:
    meaning, subject = wording.meaning(claim), wording.owner(claim)
    out = f"<bdi>{esc(meaning)}</bdi>" if meaning else ""
    if not meaning and claim.sentence.text != claim.span.text:
        out += f'<span class="context"><bdi>{esc(wording.around(claim))}</bdi></span>'
    if subject:
        out += f'<span class="subject"><bdi>{esc(subject)}</bdi></span>'
    metric = (claim.metric or "").replace("_", " ")
    if metric and metric.lower() not in meaning.lower():
        out += f'<span class="badge metric"><bdi>{esc(metric)}</bdi></span>'
    status = wording.modality(claim)
    if status:
        out += f'<span class="badge {claim.modality}">{status}</span>'
    if claim.guidance:
        out += f'<span class="badge forecast">guidance {claim.guidance}</span>'
    change = wording.change(claim, words)
    if change:
        out += f'<span class="badge change"><bdi>{esc(change)}</bdi></span>'
    if claim.because is not None:
        out += f'<span class="because">because of <bdi>{esc(short(claim.because.text, 120))}</bdi></span>'
    if claim.section not in ("body", "dateline"):
        out += f'<span class="badge place">in the {claim.section}</span>'
    return out
