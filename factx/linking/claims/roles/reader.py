"""The roles of the amounts of one sentence: the rules in their order, and what they ask of the scene."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from factx.linking.claims.clause import Scene
from factx.linking.claims.roles.beside import bracketed, coordinated
from factx.linking.claims.roles.changing import change, comparison
from factx.linking.claims.roles.nominal import (
    after_of,
    apposition,
    elliptic,
    label,
    measures,
    modifies,
    quoted_at,
    worth,
)
from factx.linking.claims.roles.respective import pair
from factx.linking.claims.roles.role import Role
from factx.linking.claims.roles.verbal import copula, counted, object_of, oblique
from factx.linking.claims.words import AGENT_NOUNS, APPROXIMATING, BE, COMPARING, IRREGULAR, direction_of, is_quantity

__all__ = ["RULES", "Roles"]

RULES: tuple[Callable[[Roles, int, int, int], Role | None], ...] = (
    bracketed, coordinated, modifies, measures, quoted_at, after_of, worth, elliptic, comparison, change, counted, copula, object_of,
    apposition, label, oblique,
)  # fmt: skip
"""Tried in this order; each gets the amount and the chunks that it fills."""


SHOWING = ("show", "represent", "mark", "reflect", "register", "indicate", "record", "constitute", "mean")
"""Verbs whose -ing form adds a change to a value."""

NEAREST = 8
"""Earlier amounts that one can be compared with, at most."""


class Roles:
    """The roles of the amounts of one scene, in text order."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.of: dict[int, Role] = {}
        for ref in scene.indices:
            at = scene.place.get(ref)
            if at is None:
                continue
            start = at
            before = scene.before(at, 'R"')
            if (
                scene.kind(before) == "p"
                and scene.head_of(before) in APPROXIMATING
                and scene.kind(before - 1) not in ("A", ")")
            ):
                start = before
            self.of[ref] = self.role(ref, start, at)
        if len(self.of) > 1:
            pair(self)

    def role(self, ref: int, start: int, end: int) -> Role:
        """The role of amount `ref`, which fills the chunks from `start` to `end`."""
        for rule in RULES:
            found = rule(self, ref, start, end)
            if found is not None:
                return found
        verb = self.scene.verb_before(start)
        if verb is None:
            verb = self.scene.verb_after(end)
        return Role("loose", start, end, verb=verb)

    def like(self, base: int, name: str, start: int, end: int) -> Role | None:
        """The role of amount `base`, under another name."""
        found = self.of.get(base)
        return replace(found, name=name, start=start, end=end, base=base) if found is not None else None

    def owner(self, start: int) -> int | None:
        """The possessor in front of the amount at `start`."""
        before = self.scene.before(start)
        return before if self.scene.kind(before) == "g" else None

    def level(self, noun: int, per: str | None = None) -> int | None:
        """The amount that a change noun in apposition belongs to ("$5m, an increase of"); `per`: the rate of the change."""
        scene = self.scene
        i = scene.before(noun)
        if scene.kind(i) == "G" and scene.lemma_of(i) in SHOWING:
            i = scene.before(i)  # "…, representing a rise of"
        if scene.kind(i) not in (",", "(", "-"):
            return None
        for j in range(i - 1, max(-1, i - 8), -1):
            if scene.shape[j] == "A":
                ref = scene.chunks[j].ref
                if ref in self.of and self.of[ref].name == "comparison":
                    return self.of[ref].base
                restated = ref in self.of and self.of[ref].name == "restated"
                if restated and scene.amounts[ref].per is not None and per is None and self.of[ref].base is not None:
                    return self.of[ref].base  # "$5m, or $1 a share, a $2m increase"
                return (
                    ref
                    if ref in self.of and self.of[ref].name in ("copula", "of", "change", "object", "restated")
                    else None
                )
            if scene.shape[j] in "Vw;":
                return None
        return None

    def previous(self, ref: int, start: int) -> int | None:
        """The nearest earlier amount of the sentence that `ref` can be compared with."""
        scene = self.scene
        amount = scene.amounts[ref]
        best = None
        for other in islice(reversed(self.of), NEAREST):
            if other >= ref:
                continue
            candidate = scene.amounts[other]
            if candidate.currency is not None or amount.currency is not None:
                alike = candidate.currency == amount.currency
            elif amount.dimension == "count":
                alike = (
                    candidate.dimension == "count"
                    and (candidate.unit or "").split()[-1:] == (amount.unit or "").split()[-1:]
                )
            else:
                alike = candidate.dimension == amount.dimension
            if not alike or self.of[other].name == "conversion":
                continue
            if (candidate.per is None) == (amount.per is None):
                return other if self.of[other].name != "restated" or amount.per else self.of[other].base
            best = best if best is not None else other
        return best

    def paired(self, ref: int, head: int) -> int | None:
        """The amount that "revenues of $5m" at `head` is compared with: of the same noun, where a list is compared with a list."""
        scene = self.scene
        base = self.compared(ref, head)
        listed = base is None and scene.kind(scene.before(head)) in ("&", ",") and self._in_comparison(ref)
        if base is None and not listed:
            return None
        noun, rate = scene.head_of(head).rstrip("s"), self.rated(ref, head)
        if base is not None and not rate and self.rated(base, self.of[base].noun):
            base = self.of[base].base or base
            base = next(
                (r for r in islice(reversed(self.of), NEAREST) if r < base and not self.rated(r, self.of[r].noun)), base
            )
        for other in islice(reversed(self.of), NEAREST):
            role = self.of[other]
            if (
                role.side != "from"
                and role.noun is not None
                and role.name not in ("restated", "conversion")
                and self.rated(other, role.noun) == rate
                and scene.head_of(role.noun).rstrip("s") == noun
                and scene.amounts[other].currency == scene.amounts[ref].currency
            ):
                return other
        return base

    def rated(self, ref: int, noun: int | None) -> bool:
        """Is it a sum per share: "loss per share of $1", "$1 per share"?"""
        scene = self.scene
        if scene.amounts[ref].per is not None:
            return True
        return noun is not None and scene.kind(noun + 1) == "p" and scene.head_of(noun + 1) == "per"

    def _in_comparison(self, ref: int) -> bool:
        """Does the amount in front give an earlier value, so that what "and" adds is one, too?"""
        last = next(reversed(self.of), None)
        if last is not None and self.of[last].name in ("restated", "conversion"):
            last = self.of[last].base
        return last is not None and self.of[last].side == "from" and self.of[last].anchor is None

    def compared(self, ref: int, start: int) -> int | None:
        """The amount that what begins at `start` is compared with ("compared with", "against", "up from")."""
        scene = self.scene
        i = scene.before(start)
        if scene.kind(i) == "@" and scene.kind(start) == "N":
            i = scene.before(i)  # "compared with [2009 second quarter] sales of $3m"
        if scene.kind(i) != "p":
            return None
        word = scene.head_of(i)
        if word not in COMPARING:
            return None
        before = scene.before(i, 'R",')
        if word in ("with", "to") and not (
            scene.kind(before) in ("p", "E", "V", "N")
            and scene.head_of(before) in ("compared", "compares", "compare", "comparing", "comparison")
        ):
            return None
        if word == "from" and not (
            scene.kind(before) == "u"
            or scene.kind(before) in ("A", ")", "@")
            or (scene.kind(before) == "N" and direction_of(scene.head_of(before), "noun") is not None)
            or self.spent(before, start)
        ):
            return None
        if word == "than" and scene.kind(before) not in ("J", "u"):
            return None
        return self.previous(ref, start)

    def spent(self, before: int, start: int) -> bool:
        """Does another amount of the same verb stand between the verb and "from"?"""
        verb = self.scene.verb_before(start)
        return verb is not None and "A" in self.scene.shape[verb:before]

    def change_word(self, verb: int, start: int) -> tuple[int | None, str | None]:
        """The word between verb and amount, or the verb, that says up or down."""
        scene = self.scene
        for i in range(min(start, len(scene.shape)) - 1, verb, -1):
            if scene.shape[i] == "u":
                return i, direction_of(scene.head_of(i), "adverb")
        direction = direction_of(scene.lemma_of(verb), "verb")
        return (verb, direction) if direction else (None, None)

    def level_word(self, verb: int, start: int) -> int | None:
        """ "closed 3% lower at 212p": the word between an earlier amount and this one."""
        for i in range(start - 1, verb, -1):
            if self.scene.shape[i] == "u":
                return i
        return None

    def acts(self, noun: int) -> bool:
        """Is the noun somebody, and no quantity: a pronoun, a name, "the company"?"""
        scene = self.scene
        if scene.kind(noun) != "N":
            return scene.kind(noun) == "H"
        head = scene.head_of(noun)
        return not is_quantity(head) and (head in AGENT_NOUNS or scene.is_named(noun))

    def passive(self, verb: int) -> bool:
        """Does the verb group end in a participle behind a form of "be"?"""
        chunk = self.scene.chunks[verb]
        participle = self.scene.tokens.codes[chunk.last] == "E" or self.scene.head_of(verb) in IRREGULAR
        return participle and any(word in BE for word in self.scene.lower_of(verb))
