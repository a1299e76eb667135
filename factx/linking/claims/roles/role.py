"""What a role is, and one example of each."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["EXPLANATIONS", "Role"]

EXPLANATIONS = {
    "conversion": "4.66bn rupees ([$106m])",
    "restated": "$17.6 million, or [$1.35] a share",
    "listed": "140 governments and [500] carriers",
    "modifier": "a [$45 million] loss",
    "measure": "[$14 billion] worth of equipment",
    "of": "net income of [$44 million]",
    "worth": "a deal worth [$1.8bn]",
    "elliptic": "Acme's [$358 billion]",
    "comparison": "compared with [£125m] a year earlier",
    "change": "rose [5%] to $3.2bn",
    "copula": "revenue was [$3.2bn]",
    "object": "spent [$14 billion] on chips",
    "apposition": "surcharge revenues - [£160m] -",
    "label": "par value [$0.01]",
    "counted": "[175] people have earned it",
    "oblique": "sold the unit for [$5m]",
    "loose": "anything else",
}
"""Role -> an example, the amount in brackets."""


@dataclass(slots=True)
class Role:
    """`noun`, `verb`, `owner`, `anchor`: chunks; `base`: an amount; `side` of a change: by, from or to.

    `anchor` is the word that says that something changed, `direction` where to. `start`, `end`: the chunks that the
    amount fills, with a head like "a total of" in front. Of a list that "respectively" pairs with another: `text`, what
    the amount is; `whose` (tokens); `time`, when (a chunk); `part`, its place in the list.
    """

    name: str
    start: int
    end: int
    noun: int | None = None
    verb: int | None = None
    owner: int | None = None
    base: int | None = None
    side: str | None = None
    anchor: int | None = None
    direction: str | None = None
    text: str | None = None
    whose: tuple[int, int] | None = None
    time: int | None = None
    part: int = 0
