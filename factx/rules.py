"""What a linguistic rule is, and how a table of rules is run.

A `Rule` has a name, a pattern, texts that it must match (`examples`) and texts that it must not
(`counter_examples`); `tests/test_rules.py` walks every table and checks both. A `RuleTable` is an
ordered list of rules with one cheap `trigger` pattern that says where an expression can begin, so
that most of a text is passed over by a single scan.

>>> table = RuleTable("demo", r"\\d", [Rule("percent", r"\\d++\\s?%", examples=("5 %",), counter_examples=("5 kg",))])
>>> [(rule.name, match.span()) for rule, match in table.find("up 5 % to 7")]
[('percent', (3, 6))]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import regex

__all__ = ["FLAGS", "REACH", "REGISTRY", "Rule", "RuleTable"]

FLAGS = regex.VERBOSE | regex.VERSION0
"""Patterns are verbose; write `(?i:…)` where case does not matter. V0: full case folding doubles the compile time."""

REACH = 120
"""Characters from the beginning of a match within which one of the rule's `needs` stands."""

NEAR = 48
"""Characters on either side of the beginning of a match within which one of the rule's `near` stands."""

WORD_OR_MARK = re.compile(r"[^\W\d_]+|[^\w\s]|_")

REGISTRY: dict[str, RuleTable] = {}
"""Every table by its name; filled when the module that defines a table is imported."""


@dataclass(frozen=True)
class Rule:
    """One pattern of one family.

    `pattern` is matched at a trigger position, in verbose mode, with possessive quantifiers wherever
    a repeat could be retried. `build` turns the match into what the family produces (or `None`: no).
    In an example, `[` and `]` may mark what the whole match must be. `needs`: pieces in lower case of which every
    match has one within its first `REACH` characters: a text without them is passed over before the pattern is compiled.
    `near`: words and marks in lower case of which one stands within `NEAR` characters before a match or behind its beginning
    (of times: within 64 characters behind it).
    """

    name: str
    pattern: str
    build: Callable[..., Any] | None = None
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        """The pattern, compiled when it is first needed."""
        named: dict[str, Any] = {name: list(entries) for name, entries in self.lists.items()}
        return regex.compile(self.pattern, FLAGS, **named)


class RuleTable:
    """An ordered table of rules of one family, run by one scan of a trigger pattern.

    At each place where `trigger` matches, the rules are tried in order; the first that matches
    wins and the scan goes on behind it.
    """

    def __init__(self, name: str, trigger: str, rules: Sequence[Rule]) -> None:
        self.name = name
        self.trigger_source = trigger
        self.rules = tuple(rules)
        names = [rule.name for rule in self.rules]
        if len(set(names)) != len(names):
            raise ValueError(f"rule table {name!r} has two rules of one name")
        REGISTRY[name] = self

    @cached_property
    def trigger(self) -> regex.Pattern[str]:
        """The compiled trigger."""
        return regex.compile(self.trigger_source, FLAGS)

    def match(self, text: str, start: int = 0, end: int | None = None) -> tuple[Rule, regex.Match[str]] | None:
        """The first rule that matches at `start`, with its match; the trigger is not asked."""
        stop = len(text) if end is None else end
        around: set[str] | None = None
        for rule in self.rules:
            if rule.near:
                if around is None:
                    around = set(WORD_OR_MARK.findall(text[max(0, start - NEAR) : start + NEAR].lower()))
                if rule.near.isdisjoint(around):
                    continue
            match = rule.compiled.match(text, start, stop)
            if match is not None:
                return rule, match
        return None

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Rule, regex.Match[str]]]:
        """Yield (rule, match) from left to right, without overlaps."""
        stop = len(text) if end is None else end
        matchers = [(rule, rule.compiled.match) for rule in self.rules]
        search = self.trigger.search
        position = start
        while position <= stop and (hit := search(text, position, stop)) is not None:
            position = hit.start()
            for rule, matcher in matchers:
                match = matcher(text, position, stop)
                if match is not None and match.end() > position:
                    yield rule, match
                    position = match.end()
                    break
            else:
                position = max(hit.end(), position + 1)
