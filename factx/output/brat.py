"""brat's standoff format: the text and an `.ann` file of it, with values as notes and speakers as relations.

>>> from factx import extract
>>> text, notes = to_brat(extract("“No,” said Ann Lee."))
>>> print(notes.replace("\\t", " "), end="")
T1 Quote 1 4 No,
A1 Kind T1 direct
T2 Speaker 11 18 Ann Lee
#1 AnnotatorNotes T2 Ann Lee
R1 SaidBy Arg1:T1 Arg2:T2
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factx.output.labels import LABELS, Marked, marked

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["CONFIGURATION", "to_brat"]

CONFIGURATION = "\n".join(
    [
        "[entities]", *LABELS.values(), "[relations]", "SaidBy Arg1:Quote|Money|Number|Act, Arg2:Speaker", "DoneBy Arg1:Act, Arg2:Speaker",
        "<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>", "[events]", "[attributes]", "Kind Arg:Quote, Value:direct|partial|indirect",
    ]
) + "\n"  # fmt: skip
"""brat's `annotation.conf` for these files."""


def to_brat(facts: Facts) -> tuple[str, str]:
    """The content of the `.txt` and of the `.ann` file; a stretch over lines has a fragment for each."""
    return facts.article.text, "".join(f"{line}\n" for line in _lines(facts))


def _lines(facts: Facts) -> Iterator[str]:
    text = facts.article.text
    stretches = [one for one in marked(facts) if one.text.strip()]
    names = {number: f"T{number}" for number in range(1, len(stretches) + 1)}
    speakers = {
        one.record: names[number] for number, one in reversed(list(enumerate(stretches, 1))) if one.label == "Speaker"
    }
    attributes = notes = relations = 0
    said: list[str] = []
    for number, one in enumerate(stretches, 1):
        fragments = list(_fragments(text, one))
        places = ";".join(f"{start} {end}" for start, end in fragments)
        words = " ".join(text[start:end] for start, end in fragments)
        yield f"{names[number]}\t{one.label} {places}\t{words}"
        if one.label == "Quote":
            attributes += 1
            yield f"A{attributes}\tKind {names[number]} {one.details['kind']}"
        note = " ".join("; ".join(filter(None, (one.value, one.details.get("what")))).split())
        if note:
            notes += 1
            yield f"#{notes}\tAnnotatorNotes {names[number]}\t{note}"
        for who, label in ((one.speaker, "SaidBy"), (one.actor, "DoneBy")):
            if who in speakers:
                relations += 1
                said.append(f"R{relations}\t{label} Arg1:{names[number]} Arg2:{speakers[who]}")
    yield from said


def _fragments(text: str, one: Marked) -> Iterator[tuple[int, int]]:
    """The pieces of a stretch on each line: brat allows no line end in one."""
    start = one.start
    for piece in text[one.start : one.end].splitlines(keepends=True):
        bare = piece.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        if bare.strip():
            yield start, start + len(bare)
        start += len(piece)
