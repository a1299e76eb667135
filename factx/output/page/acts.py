"""The acts: who apologised, and who did what to guidance, as a list; nothing where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.output import wording
from factx.output.page.markup import esc, short, unsure

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.output.page.keys import Keys
    from factx.records import Act

__all__ = ["acts_html", "acts_link"]


def acts_link(facts: Facts) -> str:
    """The way to the section, on top of the page."""
    return '<a href="#acts">Acts</a> ' if facts.acts else ""


def acts_html(facts: Facts, keys: Keys) -> str:
    """The section, in the order of the article.

    >>> from factx import Article, Facts
    >>> from factx.output.page.keys import Keys
    >>> facts = Facts(article=Article(text=""))
    >>> acts_html(facts, Keys(facts))
    ''
    """
    if not facts.acts:
        return ""
    names = {speaker.id: speaker.name for speaker in facts.speakers}
    items = "".join(_item(act, keys, names) for act in facts.acts)
    return f'<section aria-labelledby="acts"><h2 id="acts">Acts</h2><ul class="acts">{items}</ul></section>'


def _item(act: Act, keys: Keys, names: dict[str, str]) -> str:
    key, actor = keys.of(act.id), keys.of(act.actor_id)
    name = f"<bdi>{esc(short(act.actor, 80))}</bdi>" if act.actor else '<span class="faint">somebody not named</span>'
    who = f'<a href="#{actor}">{name}</a>' if actor else name
    told = (
        ("What for" if act.kind == "apology" else "Which", short(act.about or "", 160)),
        ("When", wording.period(act) if act.period and act.period.text not in (act.about or "") else ""),
        ("Who says so", names.get(act.speaker_id or "", "") if act.speaker_id != act.actor_id else ""),
    )
    about = "".join(
        f' <span class="told" data-label="{label}"><bdi>{esc(words)}</bdi></span>' for label, words in told if words
    )
    return (
        f'<li id="{key}" data-record="{key}" data-kind="act" data-speaker="{actor}" data-section="{act.section}"{unsure(act)}>'
        f'{who} <a class="jump act" href="#at-{key}">{esc(wording.deed(act))}</a>'
        f"{about}</li>"
    )
