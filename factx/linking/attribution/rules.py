"""All rules that find attributions: what each looks like, an example, a counter-example, and how often it is right.

In an example `[…]` marks the source and `{…}` the words that are quoted or reported. Confidence is measured through the
whole pipeline: a record is right when its words, its source and the speaker that it leads to are, on the development
halves of two gold sets (corporate statements and their reports, 17 articles; political news, 334), the second of which
leaves some reported speech unmarked, so that figures for clauses are low rather than high. Rules with fewer than ten
records there carry the figure of the rule most like them.
"""

from __future__ import annotations

from dataclasses import dataclass

from factx import lexicon

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


def _read(row: tuple[str, ...]) -> AttributionRule:
    def three(values: str) -> tuple[float, float, float]:
        name, pronoun, noun = map(float, values.split())
        return name, pronoun, noun

    texts = [text.replace("|", "\n\n") for text in row[3:5]]
    return AttributionRule(row[0], three(row[1]), three(row[2]), *texts)


RULES = tuple(map(_read, lexicon.rows("attribution_rules.tsv")))
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
