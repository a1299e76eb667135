"""Key figures, on top of the page: what a reader came for, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.output import wording
from factx.output.key_figures import KeyFigure, key_figures, when
from factx.output.page.markup import esc, short

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.output.page.keys import Keys

__all__ = ["figures_html"]

MOST = 8
"""Figures shown; the table of claims has them all."""


def figures_html(facts: Facts, keys: Keys) -> str:
    """The section; nothing where the article claims nothing that can be named."""
    figures = [figure for figure in key_figures(facts) if figure.name][:MOST]
    if not figures:
        return ""
    items = "".join(_figure(figure, keys) for figure in figures)
    return f'<section class="figures" aria-labelledby="figures"><h2 id="figures">Key figures</h2><ul>{items}</ul></section>'


def _figure(figure: KeyFigure, keys: Keys) -> str:
    claim = figure.claim
    kind = "money" if claim.id.startswith("m") else "number"
    bare = figure.change in ("up", "down", "unchanged")
    amount = f"{figure.change} {wording.amount(claim)}" if bare else wording.amount(claim)
    notes = ["" if bare else figure.change, when(claim)]
    if figure.places > 1:
        notes.append(f"stands at {figure.places} places")
    badges = [wording.modality(claim), f"guidance {claim.guidance}" if claim.guidance else ""]
    told = " · ".join(f"<bdi>{esc(note)}</bdi>" for note in notes if note)
    marked = "".join(f'<span class="badge {claim.modality}">{badge}</span>' for badge in badges if badge)
    name = short(figure.name, 60)
    return (
        f'<li><span class="what"><bdi>{esc(name[:1].upper() + name[1:])}</bdi></span> '
        f'<a class="jump {kind}" href="#at-{keys.of(claim.id)}"><bdi>{esc(amount)}</bdi></a>{marked}'
        + (f' <span class="told">{told}</span>' if told else "")
        + "</li>"
    )
