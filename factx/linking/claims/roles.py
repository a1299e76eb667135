"""How an amount stands in its clause: one role each, by the first rule that fits.

A rule reads the chunks around the amount and names the *noun* that the amount measures ("net income of $5m", "a $5m
loss"), or the *verb* that it completes ("spent $5m on"), or the *base*: another amount whose claim it restates or is
compared with. `EXPLANATIONS` has an example of each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from factx.linking.claims.clause import BE, FURTHEST, IRREGULAR, Scene
from factx.linking.claims.words import (
    APPROXIMATING,
    COMPARING,
    COPULAS,
    ESTIMATING,
    GENERIC,
    HOLDING,
    PAYMENT,
    SPENDING,
    TAKING,
    TRANSACTIONS,
    direction_of,
    is_quantity,
)

__all__ = ["EXPLANATIONS", "Role", "Roles"]

EXPLANATIONS = {
    "conversion": "4.66bn rupees ([$106m])",
    "restated": "$44.2 million, or [$0.89] per share",
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

NEAR = 6
"""Chunks between an amount and one that restates it, at most."""


@dataclass(slots=True, frozen=True)
class Role:
    """`noun`, `verb`, `owner`, `anchor`: chunks; `base`: an amount; `side` of a change: by, from or to.

    `anchor` is the word that says that something changed, `direction` where to. `start`, `end`: the chunks that the
    amount fills, with a head like "a total of" in front.
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
            if scene.kind(before) == "p" and scene.head_of(before) in APPROXIMATING and scene.kind(before - 1) not in ("A", ")"):
                start = before
            self.of[ref] = self.role(ref, start, at)

    def role(self, ref: int, start: int, end: int) -> Role:
        """The role of amount `ref`, which fills the chunks from `start` to `end`."""
        for rule in self.rules:
            found = rule(self, ref, start, end)
            if found is not None:
                return found
        verb = self.scene.verb_before(start)
        if verb is None:
            verb = self.scene.verb_after(end)
        return Role("loose", start, end, verb=verb)

    # ------------------------------------------------------------ beside another amount
    def bracketed(self, ref: int, start: int, end: int) -> Role | None:
        """In brackets behind an amount or a noun: it restates the one or measures the other."""
        scene = self.scene
        opened = scene.opening(start)
        if opened is None:
            return None
        inner = scene.before(start)
        while inner > opened and scene.shape[inner] in ("A,;-&:x." if "@" not in scene.shape[opened:start] else "@-,"):
            inner -= 1
        if inner != opened:
            return None
        amount = scene.amounts[ref]
        if scene.kind(opened - 1) == "A" and scene.shape[opened + 1 : start] in ("@-", "@,", "@"):
            base = scene.chunks[opened - 1].ref
            if base in self.of and scene.amounts[base].currency == amount.currency:
                return replace(self.of[base], name="comparison", start=start, end=end, base=base, side="from")
        for i in range(opened - 1, max(-1, opened - 1 - NEAR), -1):
            letter = scene.shape[i]
            if letter == "A":
                base = scene.chunks[i].ref
                other = scene.amounts[base]
                if amount.currency and other.currency and amount.currency != other.currency:
                    return self.like(base, "conversion", start, end)
                close = scene.shape[i + 1 : opened] in ("", '"', "oN", "oNpN", ",", "pN")
                return self.like(base, "restated", start, end) if close else None
            if letter == "N":
                if scene.kind(i - 1) in ("o", "p") and "A" in scene.shape[max(0, i - 4) : i]:
                    continue
                if scene.shape[i + 1 : opened].strip('"R@') == "":
                    noun = scene.phrase_start(i)
                    return Role("apposition", start, end, noun=noun, verb=scene.verb_before(noun))
            elif letter not in '@p"oR)(m':
                return None
        return None

    def coordinated(self, ref: int, start: int, end: int) -> Role | None:
        """Behind "or" it restates, behind "and" or a comma it continues a list."""
        scene = self.scene
        i = scene.before(start)
        word = scene.head_of(i) if scene.kind(i) == "&" else ""
        if scene.kind(i) not in ("&", ","):
            return None
        i = scene.before(i, 'R",')
        if scene.kind(i) == ")":
            opened = scene.opening(i)
            i = scene.before(opened) if opened is not None else i
        if scene.kind(i) in ("N", "@") and scene.kind(i - 1) in ("o", "p") and word != "or":
            i -= 2  # "140 tonnes of steel and 500 …"
        if scene.kind(i) != "A":
            return None
        base = scene.chunks[i].ref
        if base not in self.of:
            return None
        amount, other = scene.amounts[ref], scene.amounts[base]
        if word == "or":
            return self.like(base, "restated", start, end)
        if (amount.currency is None) != (other.currency is None):
            return None
        if not word and not {scene.kind(scene.after(end)), scene.kind(scene.after(end) + 1)} & {",", "&"}:
            if amount.currency is None or other.currency != amount.currency or self.of[base].name not in ("of", "copula", "object", "change"):
                return None
            return replace(self.of[base], name="comparison", start=start, end=end, base=base, side=None)
        return replace(self.of[base], name="listed", start=start, end=end, base=base)

    def like(self, base: int, name: str, start: int, end: int) -> Role | None:
        """The role of amount `base`, under another name."""
        found = self.of.get(base)
        return replace(found, name=name, start=start, end=end, base=base) if found is not None else None

    # ------------------------------------------------------------ inside a noun phrase
    def modifies(self, ref: int, start: int, end: int) -> Role | None:
        """A noun follows that the amount says the size of."""
        scene = self.scene
        if scene.amounts[ref].unit_start is not None and scene.amounts[ref].dimension == "count":
            return None
        i = scene.after(end)
        if scene.kind(i) == "(":
            closing = scene.shape.find(")", i, i + 12)
            if closing < 0 or "V" in scene.shape[i:closing]:
                return None
            i = scene.after(closing)
        if scene.kind(i) != "N":
            return None
        chunk = scene.chunks[i]
        codes = scene.tokens.codes[chunk.first : chunk.last + 1]
        fronted = scene.kind(start - 1) in ("m", "g")
        if codes[0] in "DSH" or (codes[0] == "P" and not fronted) or (i > end + 1 and not fronted and "(" not in scene.shape[end:i]):
            return None
        owner = start - 1 if scene.kind(start - 1) == "g" else start - 2 if scene.kind(start - 1) == "m" and scene.kind(start - 2) == "g" else None
        direction = direction_of(scene.head_of(i), "noun")
        level = self.level(start) if direction and scene.kind(i + 1) not in ("o", "p") else None
        if level is not None:  # "fell to $5m, a 3% drop"
            return replace(self.of[level], name="change", start=start, end=end, base=level, side="by", anchor=i, direction=direction, owner=None)
        return Role("modifier", start, end, noun=i, verb=scene.verb_before(start), owner=owner, anchor=i if direction else None,
                    direction=direction, side="by" if direction else None)  # fmt: skip

    def measures(self, ref: int, start: int, end: int) -> Role | None:
        """ "$5m of debt", "$5m worth of gear", "$5m in cash awards", "a third of its staff"."""
        scene, shape = self.scene, self.scene.shape
        amount = scene.amounts[ref]
        if amount.unit_start is not None and amount.currency is None and amount.dimension == "count":
            return None
        i = scene.after(end)
        word = scene.head_of(i) if scene.kind(i) in ("p", "o") else ""
        if word == "worth" and shape[i + 1 : i + 3] == "oN":
            return Role("measure", start, end, noun=i + 2, verb=scene.verb_before(start), owner=self.owner(start))
        noun = scene.after(i, 'R"') if word in ("of", "in") else len(shape)
        if scene.kind(noun) not in ("N", "H") or (scene.kind(noun) == "H" and word == "in"):
            return None
        verb = scene.verb_before(start)
        if word == "in":
            chunk = scene.chunks[noun]
            holds = verb is not None and scene.lemma_of(verb) in HOLDING
            if (scene.head_of(noun) in PAYMENT and not (scene.head_of(noun) == "cash" and holds)) or (scene.kind(scene.before(start)) == "p" and scene.head_of(scene.before(start)) != "with"):
                return None
            if amount.currency is None or scene.tokens.codes[chunk.last] == "P":
                return None
            if scene.tokens.codes[chunk.first] in "DS":
                return None
            if verb is not None and scene.lemma_of(verb) in SPENDING:
                return None
        return Role("measure", start, end, noun=noun, verb=verb, owner=self.owner(start))

    def owner(self, start: int) -> int | None:
        """The possessor in front of the amount at `start`."""
        before = self.scene.before(start)
        return before if self.scene.kind(before) == "g" else None

    def after_of(self, ref: int, start: int, end: int) -> Role | None:
        """ "net income of $5m", and "a total of $5m" as if it were "$5m"."""
        scene = self.scene
        i = scene.before(start)
        if scene.kind(i) != "o":
            return None
        noun = scene.before(i)
        while scene.kind(noun) in ("@", ")") and noun > 0:
            if scene.kind(noun) == ")":
                opened = scene.opening(noun)
                noun = scene.before(opened) if opened is not None else -1
            else:
                noun = scene.before(noun, 'R"po')
        if scene.kind(noun) != "N":
            return None
        words = scene.lower_of(noun)
        if words[-1] in GENERIC and len([w for w in words if w not in ("a", "an", "the")]) == 1:
            return self.role(ref, noun, end)
        head = scene.phrase_start(noun)
        while head < noun and scene.kind(head) != "N":
            head += 1
        direction = direction_of(scene.head_of(head), "noun")
        level = self.level(head) if direction else None
        if level is not None and scene.amounts[level].currency != scene.amounts[ref].currency or (level is not None and scene.amounts[ref].currency):
            assert level is not None  # "revenue was $5m, an increase of 12%"
            return replace(self.of[level], name="change", start=start, end=end, base=level, side="by", anchor=head, direction=direction, owner=None)
        role = Role("of", start, end, noun=head, verb=scene.verb_before(head), anchor=head if direction else None,
                    direction=direction, side="by" if direction else None)  # fmt: skip
        base = self.compared(ref, head)
        if base is not None:
            return replace(role, base=base, side="from")
        before = scene.before(head)
        if scene.kind(before) == "p" and scene.head_of(before) in ("from", "to") and role.verb is not None and role.side is None:
            anchor, direction = self.change_word(role.verb, before)
            if anchor is not None:
                return replace(role, anchor=anchor, direction=direction, side=scene.head_of(before))
        return role

    def level(self, noun: int) -> int | None:
        """The amount that a change noun in apposition belongs to ("$5m, an increase of")."""
        scene = self.scene
        i = scene.before(noun)
        if scene.kind(i) not in (",", "(", "-"):
            return None
        for j in range(i - 1, max(-1, i - 8), -1):
            if scene.shape[j] == "A":
                ref = scene.chunks[j].ref
                return ref if ref in self.of and self.of[ref].name in ("copula", "of", "change", "object", "restated") else None
            if scene.shape[j] in "Vw;":
                return None
        return None

    def worth(self, ref: int, start: int, end: int) -> Role | None:
        """ "a deal worth $5m", "is worth $5m"."""
        scene = self.scene
        i = scene.before(start)
        if scene.kind(i) != "p" or scene.head_of(i) != "worth":
            return None
        noun = scene.before(i)
        if scene.kind(noun) == "N":
            head = scene.phrase_start(noun)
            if scene.kind(head) != "N" or not (scene.kind(head - 1) in ("", ",", "w") or scene.kind(noun - 1) == "o"):
                head = noun
            return Role("worth", start, end, noun=head, verb=scene.verb_before(head))
        verb = scene.verb_before(start)
        return Role("worth", start, end, noun=scene.subject_of(verb) if verb is not None else None, verb=verb)

    def elliptic(self, ref: int, start: int, end: int) -> Role | None:
        """ "Acme's $358 billion": the noun is that of an earlier amount."""
        scene = self.scene
        owner = self.owner(start)
        if owner is None or scene.amounts[ref].unit_start is not None:
            return None
        base = self.previous(ref, start)
        if base is None:
            return None
        return replace(self.of[base], name="elliptic", start=start, end=end, base=base, owner=owner, side=None, anchor=None)

    # ------------------------------------------------------------ comparisons and changes
    def previous(self, ref: int, start: int) -> int | None:
        """The nearest earlier amount of the sentence that `ref` can be compared with."""
        scene = self.scene
        amount = scene.amounts[ref]
        best = None
        for other in reversed([r for r in self.of if r < ref][-8:]):
            candidate = scene.amounts[other]
            if candidate.currency is not None or amount.currency is not None:
                alike = candidate.currency == amount.currency
            elif amount.dimension == "count":
                alike = candidate.dimension == "count" and (candidate.unit or "").split()[-1:] == (amount.unit or "").split()[-1:]
            else:
                alike = candidate.dimension == amount.dimension
            if not alike or self.of[other].name == "conversion":
                continue
            if (candidate.per is None) == (amount.per is None):
                return other if self.of[other].name != "restated" or amount.per else self.of[other].base
            best = best if best is not None else other
        return best

    def compared(self, ref: int, start: int) -> int | None:
        """The amount that what begins at `start` is compared with ("compared with", "against", "up from")."""
        scene = self.scene
        i = scene.before(start)
        if scene.kind(i) != "p":
            return None
        word = scene.head_of(i)
        if word not in COMPARING:
            return None
        before = scene.before(i, 'R",')
        if word in ("with", "to") and not (scene.kind(before) in ("p", "E", "V") and scene.head_of(before) in ("compared", "compares", "compare")):
            return None
        if word == "from" and not (scene.kind(before) == "u" or scene.kind(before) in ("A", ")", "@") or self.spent(before, start)):
            return None
        if word == "than" and scene.kind(before) not in ("J", "u"):
            return None
        return self.previous(ref, start)

    def spent(self, before: int, start: int) -> bool:
        """Does another amount of the same verb stand between the verb and "from"?"""
        verb = self.scene.verb_before(start)
        return verb is not None and "A" in self.scene.shape[verb:before]

    def comparison(self, ref: int, start: int, end: int) -> Role | None:
        """The other value of a comparison, without a noun of its own."""
        base = self.compared(ref, start)
        if base is None:
            return None
        other = self.of[base]
        anchor, direction = other.anchor, other.direction
        before = self.scene.before(self.scene.before(start), 'R",')
        if self.scene.kind(before) == "u":
            anchor, direction = before, direction_of(self.scene.head_of(before), "adverb")
        return replace(other, name="comparison", start=start, end=end, base=base, side="from", anchor=anchor, direction=direction, owner=None)

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

    def change(self, ref: int, start: int, end: int) -> Role | None:
        """By, from or to of a verb of change ("rose 5%", "cut it by half", "was up 4% at"), or behind a bare "up"."""
        scene, shape = self.scene, self.scene.shape
        verb = scene.verb_before(start)
        i = scene.before(start, 'R"m(')
        if scene.kind(i) == "u" and (verb is None or i > verb):
            direction = direction_of(scene.head_of(i), "adverb")
            before = scene.before(i, 'R",(-')
            base = scene.chunks[before].ref if scene.kind(before) == "A" else None
            if base in self.of:
                assert base is not None
                return replace(self.of[base], name="change", start=start, end=end, side="by", anchor=i, direction=direction, owner=None)
            noun = scene.subject_of(verb) if verb is not None and shape[verb] == "V" else None
            if scene.kind(before) == "N" and before > (verb if verb is not None else -1):
                noun = before  # "Blackmores up 9%"
            return Role("change", start, end, noun=noun, verb=verb, side="by", anchor=i, direction=direction)
        if verb is None:
            return None
        anchor, direction = self.change_word(verb, start)
        behind = scene.after(end)
        if anchor is None and scene.kind(behind) == "u" and scene.head_of(behind) in ("higher", "lower", "up", "down"):
            direction = direction_of(scene.head_of(behind), "adverb")
            if i == verb and scene.shape[verb] == "V":  # "closed 3% lower"
                return Role("change", start, end, noun=scene.subject_of(verb), verb=verb, side="by", anchor=behind, direction=direction)
        if anchor is None:
            anchor = self.level_word(verb, start)
            direction = direction_of(scene.head_of(anchor), "adverb") if anchor is not None else None
        if anchor is None:
            return None
        if scene.kind(i) in "p" and i >= 0:
            side = {"by": "by", "to": "to", "at": "to", "from": "from"}.get(scene.head_of(i))
        elif i == anchor or i == verb or scene.kind(i) == "@":
            side = "by"
        else:
            return None
        if side is None or (side == "by" and scene.amounts[ref].dimension == "count" and scene.amounts[ref].unit_start is not None
                            and direction_of(scene.lemma_of(verb), "verb") and scene.kind(i) != "p"):  # fmt: skip
            return None  # "cut 13,000 jobs" names its object
        thing = None
        for j in range(verb + 1, start):
            if shape[j] in "NHm" and (shape[j] != "m" or scene.head_of(j) in ("this", "that", "these")):
                thing = j
                break
            if shape[j] in "pA":
                break
        if side == "by" and i == verb and thing is None and self._taken(ref, verb):
            return None
        noun = thing if thing is not None and not self.passive(verb) else scene.subject_of(verb)
        if noun is None and shape[verb] in "EG":
            before = scene.before(verb, 'R",')
            noun = scene.phrase_start(before) if scene.kind(before) == "N" else None
        return Role("change", start, end, noun=noun, verb=verb, side=side, anchor=anchor, direction=direction)

    def passive(self, verb: int) -> bool:
        """Does the verb group end in a participle behind a form of "be"?"""
        chunk = self.scene.chunks[verb]
        participle = self.scene.tokens.codes[chunk.last] == "E" or self.scene.head_of(verb) in IRREGULAR
        return participle and any(word in BE for word in self.scene.lower_of(verb))

    def _taken(self, ref: int, verb: int) -> bool:
        """ "Acme lost $5m": somebody did it to the sum."""
        scene = self.scene
        if scene.amounts[ref].currency is None or scene.lemma_of(verb) not in TAKING:
            return False
        subject = scene.subject_of(verb)
        return subject is None or scene.kind(subject) == "H" or not is_quantity(scene.head_of(subject))

    # ------------------------------------------------------------ beside a verb
    def copula(self, ref: int, start: int, end: int) -> Role | None:
        """The amount is what the subject is."""
        scene = self.scene
        i = scene.before(start, 'R"mJ')
        if scene.kind(i) == "p" and scene.head_of(i) in ("to", "at", "for", "around", "from"):
            i = scene.before(i, 'R"mJ')
            if scene.kind(i) == "p" and scene.head_of(i) in ("in", "out") and scene.kind(i - 1) == "V":
                i -= 1  # "came in at"
        verb = i
        if scene.kind(i) == "," or scene.kind(i) == "@":
            return None
        if scene.kind(i) not in ("V", "E", "G", "I"):
            return None
        lemma = scene.lemma_of(i)
        if lemma not in COPULAS and not (lemma in ESTIMATING and verb != scene.before(start, 'R"mJ') and scene.kind(i) == "V" and self.passive(i)):
            return None
        amount = scene.amounts[ref]
        if amount.unit_start is not None and amount.dimension == "count" and scene.lemma_of(i) == "be":
            return None
        noun = scene.subject_of(verb)
        return Role("copula", start, end, noun=noun, verb=verb) if noun is not None else None

    def object(self, ref: int, start: int, end: int) -> Role | None:
        """The amount is what the verb takes."""
        i = self.scene.before(start, 'R"mg@')
        return Role("object", start, end, verb=i) if self.scene.kind(i) in ("V", "I", "G", "E") else None

    def apposition(self, ref: int, start: int, end: int) -> Role | None:
        """Between dashes, or behind a colon: it says how much the noun in front is."""
        scene = self.scene
        i = scene.before(start)
        if scene.kind(i) != "-" and not (scene.kind(i) == "," and scene.kind(scene.after(end)) in (",", ".", ")")):
            return None
        noun = scene.before(i, 'R"@')
        if scene.kind(noun) != "N":
            return None
        head = scene.phrase_start(noun)
        return Role("apposition", start, end, noun=head, verb=scene.verb_before(head))

    def label(self, ref: int, start: int, end: int) -> Role | None:
        """ "par value $0.01": the noun stands right before the amount and is no object."""
        scene = self.scene
        i = scene.before(start)
        if scene.kind(i) != "N" or scene.kind(scene.before(scene.phrase_start(i))) in ("V", "I", "G"):
            return None
        return Role("label", start, end, noun=scene.phrase_start(i), verb=scene.verb_before(i))

    def counted(self, ref: int, start: int, end: int) -> Role | None:
        """A count that is itself the subject of the verb behind it."""
        scene = self.scene
        if scene.amounts[ref].currency is not None:
            return None
        i = scene.before(start)
        if scene.kind(i) == "p" and scene.head_of(i) == "in" and scene.kind(scene.after(end)) == "," and scene.kind(scene.before(i, 'R"&')) in ("", ",", "w"):
            verb = scene.verb_after(end)  # "in seven cases, customers reported …"
            return Role("counted", start, end, verb=verb, noun=scene.subject_of(verb) if verb is not None else None)
        if scene.kind(i) in ("p", "o"):
            return None
        after = scene.after(end, 'R"@')
        while scene.kind(after) in ("o", "p") and scene.kind(after + 1) in ("N", "@") and after < end + 7:
            after = scene.after(after + 1, 'R"@')
        if scene.kind(after) == "V" or (scene.kind(after) == "w" and scene.kind(after + 1) in ("V", "E")):
            return Role("counted", start, end, verb=after if scene.kind(after) == "V" else after + 1)
        return None

    def oblique(self, ref: int, start: int, end: int) -> Role | None:
        """Behind a preposition that belongs to the verb: "sold the unit for $5m"."""
        scene = self.scene
        verb = scene.verb_before(start)
        if verb is None or start - verb > FURTHEST:
            return None
        thing = None
        for j in range(verb + 1, start):
            if scene.shape[j] in "NHAp":
                thing = j if scene.shape[j] in "NH" else None
                break
        if thing is None and scene.lemma_of(verb) in TRANSACTIONS and scene.shape[verb] in "VE":
            # "the unit was sold for $5m", "the firm, valued at $5m,"
            before = scene.before(verb, 'R",')
            subject = scene.phrase_start(before) if scene.shape[verb] == "E" and scene.kind(before) == "N" else scene.subject_of(verb)
            return Role("oblique", start, end, verb=verb, noun=subject)
        return Role("oblique", start, end, verb=verb, noun=thing)

    rules: tuple[Callable[[Roles, int, int, int], Role | None], ...] = (
        bracketed, coordinated, modifies, measures, after_of, worth, elliptic, comparison, change, counted, copula, object,
        apposition, label, oblique,
    )  # fmt: skip
