"""What is done to guidance, told beside its amount without another figure: a table.

In an example the amount stands in brackets, and behind "->" what is done to it; the counter-example does not fit.
`tests/linking/claims/test_beside.py` walks the table.

>>> import factx
>>> factx.extract("Bolt now expects sales of $5m, lower than previously indicated.").money[0].guidance
'lowered'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factx.linking.claims.earlier import FORESEEN
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import LOSSES

__all__ = ["BESIDE", "Beside", "said_beside"]

REACH = 300
"""Characters of its sentence, before and behind an amount, in which it is said."""
OLD = r"(?:previous(?:ly issued)?|prior|existing|current|earlier)"
THEIRS = r"(?:its|our|the|their)"
VIEWS = r"(?:guidance|outlook|forecasts?|expectations?|targets?|view)"
IN_LINE = rf"\b(?:in line|consistent) with {THEIRS} {OLD} {VIEWS}"
FORESAW = rf"(?:{FORESEEN}|guided|indicated|communicated)\b"
WHO = r"(?:it|we|they|the company|management)"
HAD = rf"(?:(?:what )?{WHO} (?:(?:had|has|have) )?(?:(?:previously|originally|initially|earlier) )?|(?:previously|originally|initially) ){FORESAW}"
ON = r"[^,;:()\d]{0,60},? \(?(?:which (?:is|are|was|were) )?(?:(?:well|slightly|significantly|somewhat|far|much) )?"
"""From an amount to what is said of it: " in 2025, well | below what it projected"; no other figure stands between."""
BY_SOME = r"(?:(?:an? (?:percentage )?point|(?:about |around )?[$€£]?[\d.,]+ ?(?:%|\w+)?(?: (?:basis |percentage )?points)?) )?"
BEFORE = rf"{THEIRS} {OLD} {VIEWS}\b"
YEAR = r"(?: (?:for|in) (?:fiscal )?(?:year )?\d{4})?"
STEP = rf"{YEAR},? (?:which is )?(?:an? )?"
BY = r"(?: of)?(?: (?:about|around))? [^,;:()]{1,30} (?:at|on|to|for) (?:both ends|each end)\b"
"""By how much a range moved: "of 100 basis points at both ends"."""


@dataclass(frozen=True)
class Beside:
    """`place`: where it is said, "before" or "behind" an amount, or "right behind" it."""

    name: str
    place: str
    action: str
    pattern: re.Pattern[str]
    example: str
    counter: str
    certain: bool = False
    """Is it guidance whatever its verb is: "There is no change to the forecast, which calls for $5m"?"""


def _row(
    name: str, place: str, action: str, pattern: str, example: str, counter: str, *, certain: bool = False
) -> Beside:
    return Beside(name, place, action, re.compile(pattern, re.IGNORECASE), example, counter, certain)


BESIDE = (
    _row("no change", "before", "maintained",
         r"\bno changes? (?:(?:has|have) been made |is made )?(?:to|in) (?:[\w'’-]+ ){1,5}(?:guidance|outlook|forecasts?)\b",
         "There is no change to the company's forecast, which calls for sales of [$5m].",
         "There is no change to the board, which expects sales of [$5m].", certain=True),
    _row("in line with", "before", "maintained", rf"{IN_LINE}(?: range)?(?: of| for)?\s*$",
         "Bolt expects sales in line with its previous guidance of [$5m].", "Bolt expects sales in line with its peers of [$5m]."),
    _row("unchanged, with", "before", "maintained",
         r"\b(?:guidance|outlook|forecasts?)\b[^.;,]{0,60} (?:is|are|remains?) unchanged,? with\b[^.;:]{0,90}$",
         "Our guidance for 2025 is unchanged, with profit expected to be [$5m].",
         "Our view of the market is unchanged, with profit expected to be [$5m]."),
    _row("as guided", "behind", "maintained", rf"\bas (?:previously|already) (?:guided|indicated|communicated)|{IN_LINE}\b",
         "Bolt expects sales of [$5m], as previously guided.", "Bolt expects sales of [$5m], as previously in 2023."),
    _row("unchanged", "right behind", "maintained",
         rf"\s?\((?:remains )?unchanged\)|[\s,(]*(?:which is |still |remains |remaining )?unchanged (?:from|versus|compared (?:to|with)) "
         rf"(?:{THEIRS} )?{OLD} (?:{VIEWS}|range)\b",
         "Bolt expects sales of [$5m], unchanged from its prior outlook.", "Bolt expects sales of [$5m], unchanged from the prior year."),
    _row("reiterating", "behind", "maintained",
         rf"^[^;]{{0,60}}, (?:again )?(?:reiterating|reaffirming|maintaining|confirming|affirming|repeating) (?:{THEIRS} )?"
         rf"(?:(?:{OLD}|initial|original|full-year|annual|fiscal|\d{{4}}) )*(?:guidance|outlook|forecasts?|view)\b",
         "Bolt expects sales of [$5m] in 2025, reiterating guidance given in March.",
         "Bolt expects sales of [$5m] in 2025, reiterating its dividend guidance."),
    _row("less than it foresaw", "right behind", "lowered", rf"{ON}{BY_SOME}(?:below|(?:lower|less|fewer|worse|down) than|short of) (?:{HAD}|{BEFORE})",
         "Bolt now expects sales of [$5m], well below what it projected in October.",
         "Bolt now expects sales of [$5m], well below what it earned in October."),
    _row("more than it foresaw", "right behind", "raised", rf"{ON}{BY_SOME}(?:above|(?:higher|more|better|up) than|ahead of) (?:{HAD}|{BEFORE})",
         "Bolt now intends to open [95 new stores], more than it had targeted in February.",
         "Bolt now intends to open [95 new stores], more than it had opened in February."),
    _row("up at both ends", "right behind", "raised", rf"{STEP}(?:increase|rise|raise|up){BY}",
         "Bolt now expects growth of [4% to 5%], an increase of 100 basis points at both ends of the range.",
         "Bolt now expects growth of [4% to 5%], an increase of 100 basis points on the year."),
    _row("down at both ends", "right behind", "lowered", rf"{STEP}(?:decrease|reduction|cut|down){BY}",
         "Bolt now expects growth of [4% to 5%], a reduction of 100 basis points at both ends of the range.",
         "Bolt now expects growth of [4% to 5%], a reduction of 100 basis points on the year."),
)  # fmt: skip


def said_beside(scene: Scene, node: int, quantity: int | None) -> Beside | None:
    """The row that fits an amount (`node`); none of a loss, which is not higher where guidance is."""
    text, at = scene.document.text, scene.tree.start[node]
    last = node
    while last + 1 in scene.covered:
        last += 1
    before = text[max(scene.sentence.start, at - REACH) : at]
    behind = text[scene.tree.end[last] : min(scene.sentence.end, at + REACH)]
    lost = quantity is not None and scene.tree.lower[quantity] in LOSSES
    for row in BESIDE:
        part = before if row.place == "before" else behind
        found = row.pattern.match(part) if row.place == "right behind" else row.pattern.search(part)
        if found is not None:
            return None if lost and row.action != "maintained" else row
    return None
