"""Markdown for reports: what the terminal table says, as headings, lists and tables.

>>> from factx import Article, Facts
>>> print(to_markdown(Facts(article=Article(text="Acme <b>grows</b>."))).splitlines()[0])
# Acme \\<b\\>grows\\</b\\>.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from factx.output import wording
from factx.output.doubts import doubts, in_words
from factx.output.explain import reasons
from factx.output.key_figures import key_figures, line
from factx.output.table import ACT_HEADS, act_row, quote_line, table_rows
from factx.output.totals import all_claims, told_claims, totals, voices

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["escape", "to_markdown"]

SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&$!])")
AT_START = re.compile(r"^(\s*)([-+=]|\d{1,9}(?=[.)]))")


def escape(text: str) -> str:
    """Text on one line in which nothing is read as Markdown or HTML.

    >>> escape("[x](javascript:alert) *5* </script> 1. no")
    '\\\\[x\\\\](javascript:alert) \\\\*5\\\\* \\\\</script\\\\> 1. no'
    """
    flat = wording.visible(" ".join(text.split()))
    return AT_START.sub(
        lambda m: f"{m[1]}{m[2]}\\" if m[2].isdigit() else f"{m[1]}\\{m[2]}", SPECIAL.sub(r"\\\1", flat)
    )


def to_markdown(facts: Facts, *, explain: bool = False, kinds: Collection[str] = ()) -> str:
    """A report in CommonMark with pipe tables; `kinds`: those that were looked for (all where it is empty)."""
    return "\n".join(_lines(facts, explain, kinds)) + "\n"


def _lines(facts: Facts, explain: bool, kinds: Collection[str]) -> Iterator[str]:
    article = facts.article
    yield f"# {escape(wording.heading(article)) or 'Article'}"
    about = [
        f"published {wording.day(article.published)}" if article.published else "",
        f"statement of {escape(facts.issuer.name)}" if facts.issuer else "",
        escape(article.byline or ""),
        escape(article.source or ""),
    ]
    if any(about):
        yield ""
        yield " · ".join(filter(None, about))
    for warning in facts.warnings:
        yield f"\n> {escape(warning)}"
    yield f"\n{totals(facts, kinds)}"
    figures = [figure for figure in key_figures(facts) if figure.name]
    if figures:
        yield "\n## Key figures\n"
        yield from (f"- {escape(line(figure))}" for figure in figures)
    yield from _said(facts)
    names = {speaker.id: speaker.name for speaker in facts.speakers}
    words = {claim.id: wording.amount(claim) for claim in all_claims(facts)}
    claims = [
        (wording.amount(c), wording.meaning(c), wording.owner(c), wording.period(c), names.get(c.speaker_id or "", ""),
         wording.status(c, words), wording.value(c), f"{c.confidence:.2f}")
        for c in told_claims(facts)
    ]  # fmt: skip
    yield from _table("Claims", ["Amount", "What", "Whose", "When", "Who says so", "Status", "Value", "Sure"], claims)
    acts = [(*act_row(act), f"{act.confidence:.2f}") for act in facts.acts]
    yield from _table("Acts", [*ACT_HEADS, "Sure"], acts)
    for one in facts.tables:
        title = f"Table {one.id}" + (f": {escape(one.caption.text)}" if one.caption is not None else "")
        yield from _table(title, ["", *(escape(column) for column in one.columns)], table_rows(one))
    dates = [(d.span.text, wording.when(d), " ".join(d.flags)) for d in facts.dates]
    yield from _table("Dates", ["Date", "Means", "Odd"], list(dict.fromkeys(dates)))
    found = doubts(facts)
    if found:
        yield "\n## Worth a second look\n"
        yield from (f"- {escape(in_words(facts, doubt))}" for doubt in found)
    if explain:
        yield from _table("Why", ["Record", "Confidence", "Words", "Rule"], reasons(facts))


def _said(facts: Facts) -> Iterator[str]:
    """Who said what: each voice with its quotes."""
    speaking = [voice for voice in voices(facts) if voice.quotes]
    if speaking:
        yield "\n## Who said what"
    for voice in speaking:
        if voice.speaker is None:
            yield "\n### Speaker not named\n"
        else:
            role = wording.role(voice.speaker)
            yield f"\n### {escape(voice.speaker.name)}{f' ({escape(role)})' if role else ''}\n"
        yield from (f"- {escape(quote_line(quote, facts.article.text))}" for quote in voice.quotes)


def _table(title: str, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if not rows:
        return
    yield f"\n## {title}\n"
    yield f"| {' | '.join(headers)} |"
    yield f"|{' --- |' * len(headers)}"
    for row in rows:
        yield f"| {' | '.join(escape(cell) for cell in row)} |"
