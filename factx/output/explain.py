"""Why a record is there: the rule that found it, its table, and an example of what it matches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.records import Quote, Speaker, Table

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["reasons", "rule_notes"]


def reasons(facts: Facts) -> list[tuple[str, str, str, str]]:
    """(id, confidence, words, rule) of every record that a rule found, in the order of `facts.records()`."""
    out = []
    for record in facts.records():
        if isinstance(record, Speaker | Table):
            continue
        words = record.text if isinstance(record, Quote) else record.span.text
        out.append(
            (record.id, f"{record.confidence:.2f}", words if len(words) <= 60 else words[:59] + "…", record.rule)
        )
    return out


def rule_notes(facts: Facts) -> list[tuple[str, str, str]]:
    """(rule, table, example) for every rule named in the records that stands in a rule table, by name."""
    from factx.rules import REGISTRY

    named = {
        name.strip()
        for record in facts.records()
        if not isinstance(record, Speaker | Table)
        for name in record.rule.split(" + ")
    }
    found = [(rule, table.name) for _, table in sorted(REGISTRY.items()) for rule in table.rules if rule.name in named]
    return sorted((rule.name, table, rule.examples[0] if rule.examples else "") for rule, table in found)
