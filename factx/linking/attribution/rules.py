"""All rules that find attributions: what each looks like, an example, a counter-example, and how often it is right.

In an example `[…]` marks the source and `{…}` the words that are quoted or reported. Confidence is measured through the
whole pipeline: a record is right when its words, its source and the speaker that it leads to are, on the development
halves of two gold sets (corporate statements and their reports, 17 articles; political news, 334), the second of which
leaves some reported speech unmarked, so that figures for clauses are low rather than high. Rules with fewer than ten
records there carry the figure of the rule most like them.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["PLAIN", "PRONOUNS", "RULES", "AttributionRule", "confidence"]

PRONOUNS = frozenset("he she they it i we you who which that".split())
PLAIN = frozenset(
    "acknowledge add announce argue ask claim confirm continue deny explain insist note reply report respond say tell "
    "tweet warn write".split()
)
"""Verbs that do nothing but report."""
WITHOUT_SOURCE = 0.4
"""Confidence of a record without a source, at most."""


@dataclass(frozen=True, slots=True)
class AttributionRule:
    """`plain`, `other`: confidence with a verb of `PLAIN` and without, for a source that is a name, pronoun, noun."""

    name: str
    plain: tuple[float, float, float]
    other: tuple[float, float, float]
    example: str
    counter_example: str


def _one(value: float) -> tuple[float, float, float]:
    return value, value, value


RULES = (
    AttributionRule(
        "quote, source cue", (0.97, 0.84, 0.95), (0.97, 0.82, 0.86),
        "“{We won the case again},” [Jo Ray], head of Bolt, said on Monday.",
        "The “best in class” award went to Bolt, the jury said yes.",
    ),
    AttributionRule(
        "quote, cue source", (0.96, 0.9, 0.96), (0.96, 0.9, 0.96),
        "“{We won the case again},” said [Jo Ray], head of Bolt.",
        "“We won the case again,” Jo Ray said.",
    ),
    AttributionRule(
        "cue: quote", (0.95, 0.91, 0.84), (0.95, 0.75, 0.55),
        "[Jo Ray] told reporters in Paris: “{We won the case again}.”",
        "Jo Ray told reporters that it was over.",
    ),
    AttributionRule(
        "cue, clause with fragment", (0.94, 0.89, 0.7), (0.71, 0.54, 0.5),
        "[Jo Ray] said that the offer was “{far too low}” for Bolt.",
        "Jo Ray described the “far too low” offer.",
    ),
    AttributionRule(
        "cue, object with fragment", (0.87, 0.72, 0.48), (0.74, 0.58, 0.47),
        "[Jo Ray] called the offer “{derisory}”.",
        "The road is called “the spine”.",
    ),
    AttributionRule(
        "cue clause", (0.87, 0.79, 0.79), (0.56, 0.69, 0.55),
        "[Jo Ray] said on Monday {Bolt would close two plants}.",
        "Jo Ray announced plans for Bolt to close two plants.",
    ),
    AttributionRule(
        "cue that clause", (0.88, 0.77, 0.79), (0.79, 0.7, 0.75),
        "[Jo Ray] warned investors that {sales would fall this year}.",
        "If Jo Ray says that sales fell, the shares will drop.",
    ),
    AttributionRule(
        "clause, source cue", (0.91, 0.76, 0.7), (0.9, 0.76, 0.7),
        "{Sales will fall this year}, [Jo Ray] said.",
        "When sales fell, Jo Ray said nothing.",
    ),
    AttributionRule(
        "clause around cue", (0.82, 0.88, 0.88), _one(0.7),
        "{The offer}, [Jo Ray] said, {was too low}.",
        "The offer, which Jo Ray made, was too low.",
    ),
    AttributionRule(
        "according to", _one(0.77), (0.77, 0.77, 0.76),
        "According to [the filing], {Bolt owes its banks $5 million}.",
        "They were paid according to their age.",
    ),
    AttributionRule(
        "noun that clause", _one(0.6), _one(0.6),
        "[Jo Ray]’s claim that {Bolt broke the law} was rejected.",
        "The claim that Bolt broke the law was rejected.",
    ),
    AttributionRule(
        "source: quote", _one(0.7), _one(0.7),
        "[Jo Ray], chief executive of Bolt: “{We won the case again}.”",
        "One thing is clear: “best in class” means little.",
    ),
    AttributionRule(
        "quote – source", _one(0.95), _one(0.95),
        "“{We won the case again}.” – [Jo Ray], chief executive of Bolt",
        "“We won the case again” – it was a good day.",
    ),
    AttributionRule(
        "signature", _one(0.95), _one(0.95),
        "“{We won the case again}.”\n\n— [Jo Ray], chief executive of Bolt",
        "“We won the case again.”\n\nJo Ray met the press. It was a good day.",
    ),
    AttributionRule(
        "headline label", _one(0.8), _one(0.8),
        "[Ray]: {Bolt will not be sold}\n\nJo Ray met the press. Ray was calm.",
        "Update: Bolt will not be sold\n\nJo Ray met the press.",
    ),
    AttributionRule(
        "cue: paragraph", _one(0.85), (0.85, 0.7, 0.7),
        "[Jo Ray] told the meeting on Monday:\n\n“{We won the case again}.”",
        "The meeting ended.\n\n“We won the case again.”",
    ),
    AttributionRule(
        "announced statement", _one(0.7), _one(0.7),
        "[Bolt] issued the following statement:\n\n{We regret the outage and will refund our customers.}",
        "Bolt issued the following list:\n\nPumps, cables and valves of all kinds.",
    ),
    AttributionRule(
        "sentence of quotation", _one(0.8), _one(0.8),
        "[Jo Ray] said that the case was over. “{We can look ahead again}.”",
        "The case was over. “We can look ahead again.”",
    ),
    AttributionRule(
        "paragraph of quotation", (0.62, 0.46, 0.4), (0.62, 0.46, 0.4),
        "[Jo Ray] said that the case was over.\n\n“{We can look ahead again}.”",
        "The case was over.\n\n“We can look ahead again.”",
    ),
    AttributionRule(
        "quotation after narration", _one(0.6), _one(0.6),
        "“We won,” Li Wei said.\n\n[Jo Ray] then took the stage.\n\n“{We can look ahead again}.”",
        "“We won,” Li Wei said.\n\n“We can look ahead again.”",
    ),
    AttributionRule(
        "quote, any verb", _one(0.7), _one(0.7),
        "“{Was it worth the money}?” [Jo Ray] smirked.",
        "Jo Ray smirked at the price.",
    ),
    AttributionRule(
        "any verb: quote", _one(0.7), (0.7, 0.6, 0.6),
        "[Jo Ray] opened with a joke: “{You all look very tired}.”",
        "The verdict came soon: no.",
    ),
    AttributionRule(
        "any verb", _one(0.7), (0.6, 0.4, 0.33),
        "[Jo Ray] dangled “{a very generous offer indeed}” before the board.",
        "Jo Ray dangled a “huge” offer before the board.",
    ),
    AttributionRule(
        "transcript", _one(0.9), _one(0.9),
        "[Jo Ray]: {We won.}\n\nLi Wei: How?\n\nJo Ray: By a mile.",
        "Jo Ray: head of Bolt.\n\nLi Wei met her.",
    ),
    AttributionRule(
        "nested", _one(0.75), _one(0.75),
        "“Then [he] said, ‘{We are done with this deal},’ and left,” Jo Ray said.",
        "“Then we sang ‘We are done with this deal’ and left,” Jo Ray said.",
    ),
)  # fmt: skip

BY_NAME = {rule.name: rule for rule in RULES}


def confidence(rule: str, lemma: str | None, source: str) -> float:
    """The confidence of a record: `lemma` of its verb, `source` is name, pronoun, noun or none.

    >>> confidence("cue: quote", "say", "name"), confidence("cue clause", "suggest", "noun")
    (0.95, 0.55)
    """
    row = BY_NAME[rule]
    values = row.plain if lemma in PLAIN else row.other
    if source == "none":
        return min(WITHOUT_SOURCE, values[0])
    return values[("name", "pronoun", "noun").index(source)]
