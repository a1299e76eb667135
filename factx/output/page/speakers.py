"""Who said what: a card for each speaker, with its quotes and what it vouches for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.output import wording
from factx.output.page.markup import count, esc, short, unsure
from factx.output.page.voices import speaking, voice_classes
from factx.output.totals import Voice

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.output.page.keys import Keys
    from factx.records import Act, Claim, Quote, Speaker

__all__ = ["speakers_html"]

KINDS = {"person": "person", "organization": "organisation", "group": "group"}
MOST = 10
"""Figures listed on a card; the table of claims has them all."""
MARKS = {"direct": ("“", "”"), "partial": ("“", "”"), "indirect": ("", "")}


def speakers_html(facts: Facts, keys: Keys) -> str:
    """Cards in order of how much each says, then those who are only named."""
    found, colours = speaking(facts), voice_classes(facts)
    shown = {voice.speaker.id for voice in found if voice.speaker is not None}
    others = [speaker for speaker in facts.speakers if speaker.id not in shown]
    cards = "".join(_card(voice, facts, keys, colours) for voice in found)
    if not cards and not others:
        return '<p class="none">Nobody is quoted in this article.</p>'
    return cards + (_others(others, keys) if others else "")


def _card(voice: Voice, facts: Facts, keys: Keys, colours: dict[str, str]) -> str:
    speaker = voice.speaker
    key = keys.of(speaker.id) if speaker else ""
    where = (
        f' id="{key}" data-record="{key}" data-kind="speaker" data-speaker="{key}"' if key else ' data-card="nobody"'
    )
    head = _head(speaker, key, facts) if speaker else '<h3 class="name">Speaker not named</h3>'
    quotes = "".join(_quote(quote, facts.article.text, key, keys) for quote in voice.quotes)
    said = f'<ul class="quotes">{quotes}</ul>' if quotes else ""
    colour = colours.get(speaker.id, "") if speaker else ""
    look = f"card {colour}" if colour else "card"
    return f'<article class="{look}"{where}><header>{head}</header>{said}{_vouches(voice.claims, bool(speaker), keys)}{_does(voice.acts, keys)}</article>'


def _head(speaker: Speaker, key: str, facts: Facts) -> str:
    role = wording.role(speaker)
    badge = '<span class="badge issuer">issued this statement</span>' if speaker.id == facts.issuer_id else ""
    also = [alias for alias in speaker.aliases if alias != speaker.name]
    about = [f"<bdi>{esc(role)}</bdi>" if role else KINDS[speaker.kind]]
    if also:
        about.append("also called " + ", ".join(f"<bdi>{esc(short(alias, 60))}</bdi>" for alias in also[:4]))
    name = f"<bdi>{esc(speaker.name)}</bdi>"
    if speaker.mentions:
        name = f'<a class="jump" href="#at-{key}">{name}</a>'
    return f'<h3 class="name">{name}{badge}</h3><p class="role">{" · ".join(about)}</p>'


def _quote(quote: Quote, article: str, speaker: str, keys: Keys) -> str:
    key = keys.of(quote.id)
    first, last = MARKS[quote.kind]
    how = [wording.said(quote)]
    if quote.cue is not None:
        how.append(f"“<bdi>{esc(short(quote.cue.text, 40))}</bdi>”")
    if quote.stance and quote.stance not in ("report", quote.cue and quote.cue.text):
        how.append(f"<bdi>{esc(short(quote.stance, 30))}</bdi>")
    if quote.section not in ("body", "dateline"):
        how.append(f"in the {quote.section}")
    if quote.inside:
        how.append("inside another quote")
    of = ""
    if clause := wording.reported(quote):
        of = f'<p class="statement" dir="auto">{esc(clause)}</p>'
    words = f"{first}{esc(wording.words(quote, article))}{last}"
    label = f'<span class="unseen"> “{esc(short(quote.text, 50))}”</span>'
    return (
        f'<li id="{key}" data-record="{key}" data-kind="quote" data-speaker="{speaker}" data-section="{quote.section}"{unsure(quote)}>'
        f'<blockquote class="{quote.kind}"><p dir="auto">{words}</p></blockquote>{of}'
        f'<p class="how">{" · ".join(how)} <a class="jump" href="#at-{key}">show in the text{label}</a></p></li>'
    )


def _vouches(claims: list[Claim], named: bool, keys: Keys) -> str:
    """The figures that the speaker stands for, as links to the table of claims."""
    if not claims or not named:
        return ""
    listed = claims if len(claims) <= MOST else claims[: MOST - 2]
    links = ", ".join(f'<a href="#{keys.of(c.id)}"><bdi>{esc(short(wording.amount(c), 60))}</bdi></a>' for c in listed)
    more = f" and {len(claims) - len(listed)} more in the table" if len(listed) < len(claims) else ""
    return f'<p class="vouches">Stands for {count(len(claims), "figure", "figures")}: {links}{more}</p>'


def _does(acts: list[Act], keys: Keys) -> str:
    """What the speaker does, as links to the list of acts."""
    links = (f'<a href="#{keys.of(act.id)}">{esc(wording.deed(act))}</a>' for act in acts[:MOST])
    more = f" and {len(acts) - MOST} more" if len(acts) > MOST else ""
    return f'<p class="vouches">{"Act" if len(acts) == 1 else "Acts"}: {", ".join(links)}{more}</p>' if acts else ""


def _others(speakers: list[Speaker], keys: Keys) -> str:
    items = []
    for speaker in speakers:
        key, role = keys.of(speaker.id), wording.role(speaker)
        name = f"<bdi>{esc(speaker.name)}</bdi>"
        name = f'<a class="jump" href="#at-{key}">{name}</a>' if speaker.mentions else name
        about = f" – <bdi>{esc(role)}</bdi>" if role else ""
        items.append(f'<li id="{key}" data-record="{key}" data-kind="speaker" data-speaker="{key}">{name}{about}</li>')
    return f'<div class="others"><h3>Also named</h3><ul>{"".join(items)}</ul></div>'
