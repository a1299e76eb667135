"""The terminal form: who said what, the claims, the dates, one line of totals; at most 80 columns unless told.

>>> from factx import Article, Facts
>>> print(to_table(Facts(article=Article(text="Nothing here."))), end="")
Nothing here.
<BLANKLINE>
0 speakers, 0 quotes, 0 amounts of money, 0 numbers, 0 dates
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from factx.output import wording
from factx.output.doubts import doubts, in_words
from factx.output.explain import reasons, rule_notes
from factx.output.grid import clean, table, wrap
from factx.output.totals import Voice, told_claims, totals, voices

if TYPE_CHECKING:
    from factx.facts import Facts
    from factx.records import Act, Claim, Quote, Table

__all__ = ["ACT_HEADS", "act_row", "print_table", "styled_lines", "table_rows", "to_table"]

Line = tuple[str, str]
"""A line and its style: "" or a rich style."""

TITLE, SECTION, NAME, FAINT, WARNING = "bold", "bold cyan", "bold", "dim", "yellow"
MARKS = {"direct": ("“", "”"), "partial": ("“", "”"), "indirect": ("", "")}

ACT_HEADS = ("Who", "Act", "About", "When")


def to_table(facts: Facts, *, width: int = 80, explain: bool = False, kinds: Collection[str] = ()) -> str:
    """Plain aligned text, control characters written out; `explain` adds the rule behind every record.

    `kinds`: those that were looked for (all where it is empty).
    """
    return "".join(f"{line}\n" for line, _ in styled_lines(facts, width=width, explain=explain, kinds=kinds))


def print_table(facts: Facts, *, explain: bool = False, kinds: Collection[str] = ()) -> bool:
    """Print to a terminal with colours, as wide as it is; False where rich is not installed."""
    try:
        from rich.console import Console
        from rich.text import Text
    except ImportError:
        return False
    console = Console(highlight=False, soft_wrap=True)  # honours NO_COLOR and what the terminal can do
    for line, style in styled_lines(facts, width=max(40, console.width), explain=explain, kinds=kinds):
        console.print(Text(line, style=style))
    return True


def styled_lines(
    facts: Facts, *, width: int = 80, explain: bool = False, kinds: Collection[str] = ()
) -> Iterator[Line]:
    """The lines of the table, each with its style."""
    yield from _styled(wrap(clean(wording.heading(facts.article)) or "(no text)", width), TITLE)
    yield from _styled(_about(facts, width), FAINT)
    for warning in facts.warnings:
        yield from _styled(wrap(clean(warning), width, "! ", "  "), WARNING)
    speaking = [voice for voice in voices(facts) if voice.quotes]
    if speaking:
        yield from _section("Who said what")
        for number, voice in enumerate(speaking):
            if number:
                yield "", ""
            yield from _voice(voice, facts.article.text, width)
    yield from _claims(facts, width, explain)
    yield from _acts(facts, width, explain)
    yield from _tables(facts, width)
    yield from _dates(facts, width)
    yield from _notes(facts, width)
    if explain:
        yield from _explained(facts, width)
    yield "", ""
    yield from _styled(wrap(totals(facts, kinds), width), TITLE)


def _styled(lines: list[str], style: str) -> Iterator[Line]:
    return ((line, style) for line in lines)


def _section(name: str) -> Iterator[Line]:
    yield "", ""
    yield name.upper(), SECTION


def _about(facts: Facts, width: int) -> list[str]:
    article, issuer = facts.article, facts.issuer
    parts = [
        f"published {wording.day(article.published)}" if article.published else "",
        f"statement of {issuer.name}" if issuer else "",
        article.byline and f"by {article.byline.removeprefix('By ').removeprefix('by ')}",
        article.source,
    ]
    line = clean(" · ".join(filter(None, parts)))
    return wrap(line, width) if line else []


def _voice(voice: Voice, text: str, width: int) -> Iterator[Line]:
    speaker = voice.speaker
    if speaker is None:
        yield "(speaker not named)", NAME
    else:
        role = wording.role(speaker)
        yield from _styled(wrap(clean(speaker.name + (f" ({role})" if role else "")), width, "", "  "), NAME)
    for quote in voice.quotes:
        yield from _styled(wrap(quote_line(quote, text), width, "  - ", "    "), "")


def quote_line(quote: Quote, article: str) -> str:
    """A quote on one line, as it was said, with what reports it."""
    first, last = MARKS[quote.kind]
    text = f"{first}{wording.words(quote, article)}{last}"
    if clause := wording.reported(quote):
        text += f" (of: {clause})"
    how = [wording.said(quote)] if quote.kind != "direct" else []
    if quote.stance and quote.stance != "report":
        how.append(quote.stance)
    if quote.section not in ("body", "dateline"):
        how.append(quote.section)
    return clean(text + (f" [{', '.join(how)}]" if how else ""))


def _claims(facts: Facts, width: int, explain: bool) -> Iterator[Line]:
    claims = told_claims(facts)
    if not claims:
        return
    names = {speaker.id: speaker.name for speaker in facts.speakers}
    words = {claim.id: wording.amount(claim) for claim in claims}
    rows = [
        [wording.amount(c), _what(c, names), wording.period(c), names.get(c.speaker_id or "", ""), wording.status(c, words),
         f"{c.confidence:.2f}" if explain else ""]
        for c in claims
    ]  # fmt: skip
    yield from _section("Claims")
    head, rule, *body = table(["Amount", "What", "When", "Who says so", "Status", "Sure"], rows, width)
    yield head, NAME
    yield rule, FAINT
    yield from _styled(body, "")


def _what(claim: Claim, names: Mapping[str, str]) -> str:
    """What the amount is, and whose: "revenue (ZTE)"; whose alone where that is not who says so."""
    meaning, subject = wording.meaning(claim), wording.owner(claim)
    if not meaning:
        return "" if subject == names.get(claim.speaker_id or "") else subject and f"({subject})"
    return f"{meaning} ({subject})" if subject else meaning


def _acts(facts: Facts, width: int, explain: bool) -> Iterator[Line]:
    """Who apologised, and who did what to guidance that has no figure."""
    if not facts.acts:
        return
    rows = [[*act_row(act), f"{act.confidence:.2f}" if explain else ""] for act in facts.acts]
    yield from _section("Acts")
    head, rule, *body = table([*ACT_HEADS, "Sure"], rows, width)
    yield head, NAME
    yield rule, FAINT
    yield from _styled(body, "")


def act_row(act: Act) -> list[str]:
    """Who, does what, about what, for which time; as in `ACT_HEADS`."""
    return [
        " ".join(words.split()) for words in (act.actor or "", wording.deed(act), act.about or "", wording.period(act))
    ]


def _tables(facts: Facts, width: int) -> Iterator[Line]:
    """The tables of figures, in full units."""
    for one in facts.tables:
        yield from _section(f"Table {one.id}")
        if one.caption is not None:
            yield from _styled(wrap(clean(one.caption.text), width), FAINT)
        head, rule, *body = table(["", *one.columns], table_rows(one), width)
        yield head, NAME
        yield rule, FAINT
        yield from _styled(body, "")


def table_rows(one: Table) -> list[list[str]]:
    """The rows of a table as words: the label, and each value in full units as it would be written."""
    return [[row.label, *("" if value is None else wording.number(value) for value in row.values)] for row in one.rows]


def _dates(facts: Facts, width: int) -> Iterator[Line]:
    if not facts.dates:
        return
    rows: dict[tuple[str, str, str], int] = {}
    for mention in facts.dates:
        key = (clean(mention.span.text), wording.when(mention), " ".join(mention.flags))
        rows[key] = rows.get(key, 0) + 1
    listed = [[text, meaning, f"{count}" if count > 1 else "", flags] for (text, meaning, flags), count in rows.items()]
    yield from _section("Dates")
    head, rule, *body = table(["Date", "Means", "Times", "Odd"], listed, width)
    yield head, NAME
    yield rule, FAINT
    yield from _styled(body, "")


def _notes(facts: Facts, width: int) -> Iterator[Line]:
    found = doubts(facts)
    if found:
        yield from _section("Worth a second look")
        for doubt in found:
            yield from _styled(wrap(clean(in_words(facts, doubt)), width, "  - ", "    "), WARNING)


def _explained(facts: Facts, width: int) -> Iterator[Line]:
    yield from _section("Why")
    yield from _styled(table(["Record", "Sure", "Words", "Rule"], reasons(facts), width), "")
    notes = rule_notes(facts)
    if notes:
        yield "", ""
        yield from _styled(table(["Rule", "Table", "Matches, for example"], notes, width), "")
