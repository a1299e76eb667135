"""The line of filters, which is the colour legend too, and the sentence that says what is on the page."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from factx.output.page.markup import count, esc, short
from factx.output.totals import all_claims, totals
from factx.output.wording import KIND_WORDS

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.output.page.keys import Keys

__all__ = ["filters_html", "summary"]

KINDS = (("quotes", "quote", "Quotes"), ("speakers", "speaker", "Speakers"), ("money", "money", "Money"),
         ("numbers", "number", "Numbers"), ("dates", "date", "Dates"), ("acts", "act", "Acts"))  # fmt: skip
SECTIONS = {
    "headline": "Headline", "byline": "Byline", "dateline": "Dateline", "body": "Main text", "boilerplate": "Boilerplate",
    "footer": "Footer",
}  # fmt: skip


def summary(facts: Facts, only: Set[str] = frozenset()) -> str:
    """What the article holds, in one or two plain sentences; `only`: the kinds that were looked for, where not all were."""
    if only:
        return f"Looked for {_listed([KIND_WORDS[kind] for kind in KIND_WORDS if kind in only])} alone: {totals(facts, only)}."
    quoted = {quote.speaker_id for quote in facts.quotes if quote.speaker_id}
    if quoted:
        first = f"{count(len(facts.quotes), 'quote', 'quotes')} by {count(len(quoted), 'speaker', 'speakers')}"
    elif facts.quotes:
        first = count(len(facts.quotes), "quote was found", "quotes were found")
    else:
        first = "Nobody is quoted"
    figures = [
        count(len(facts.money), "amount of money", "amounts of money") if facts.money else "",
        count(len(facts.numbers), "number", "numbers") if facts.numbers else "",
    ]
    second = " and ".join(filter(None, figures)) or "no amounts"
    dates = count(len(facts.dates), "date or time", "dates and times") if facts.dates else "no dates"
    return f"{first}. The article claims {second}, and mentions {dates}.{_acts(facts)}"


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _acts(facts: Facts) -> str:
    """What is done in it, where something is: " It tells of 1 apology and of 2 acts on guidance."."""
    apologies = sum(act.kind == "apology" for act in facts.acts)
    guidance = len(facts.acts) - apologies
    told = [
        f"of {count(apologies, 'apology', 'apologies')}" if apologies else "",
        f"of {count(guidance, 'act on guidance', 'acts on guidance')}" if guidance else "",
    ]
    return f" It tells {' and '.join(filter(None, told))}." if facts.acts else ""


def filters_html(facts: Facts, keys: Keys) -> str:
    """Checkboxes by kind, which work without script, and menus by speaker and section, which need it."""
    boxes = "".join(
        f'<label class="chip {kind}"><input type="checkbox" id="show-{kind}" value="{kind}" checked>{_named(name, facts, plural)} '
        f"<b>{len(getattr(facts, plural))}</b></label>"
        for plural, kind, name in KINDS
        if plural != "acts" or facts.acts
    )
    claims = all_claims(facts)
    speaking = {q.speaker_id for q in facts.quotes} | {claim.speaker_id for claim in claims}
    speaking |= {act.actor_id for act in facts.acts}
    voices = "".join(
        f'<option value="{keys.of(speaker.id)}">{esc(short(speaker.name, 48))}</option>'
        for speaker in facts.speakers
        if speaker.id in speaking
    )
    used = {one.section for one in (*facts.quotes, *claims, *facts.dates, *facts.acts)}
    parts = "".join(
        f'<option value="{section}">{name}</option>' for section, name in SECTIONS.items() if section in used
    )
    return (
        f'<fieldset class="kinds"><legend class="unseen">Kinds of records to show</legend>{boxes}</fieldset>'
        '<div class="menus scripted">'
        '<label class="unseen" for="search">Search in the text and the records</label>'
        '<input type="search" id="search" placeholder="Search" autocomplete="off" spellcheck="false">'
        f'<select id="by-speaker" aria-label="Speaker"><option value="">all speakers</option>{voices}</select>'
        '<select id="by-sure" aria-label="How sure"><option value="">however sure</option><option value="60">60 % sure up</option>'
        '<option value="80">80 % sure up</option></select>'
        f'<select id="by-section" aria-label="Part of the article"><option value="">whole article</option>{parts}</select>'
        '<button type="button" id="reset">Show all</button></div>'
    )


def _named(name: str, facts: Facts, plural: str) -> str:
    """ "Speaker" where there is one, "Speakers" where there are more or none."""
    return name.removesuffix("s") if len(getattr(facts, plural)) == 1 else name
