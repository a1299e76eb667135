"""Whose: the owner of the quantity, the subject of the clause, or the company that the article is about."""

from __future__ import annotations

from dataclasses import replace

from factx import lexicon
from factx.linking.claims.clause import Scene
from factx.linking.claims.phrases import bare, describe, possessor, trail, without_capital, words_of
from factx.linking.claims.quantity import is_somebody, nominal
from factx.linking.claims.roles import Role
from factx.linking.claims.topic import Topic
from factx.linking.claims.what import of_what
from factx.linking.claims.words import (
    AGENT_NOUNS,
    BE,
    EVENTS,
    FORECASTERS,
    SHARES,
    direction_of,
    is_metric_word,
    is_quantity,
)

__all__ = ["subject_of", "who"]

PRONOUNS = frozenset(["it", "its", "itself", "they", "their", "them", "he", "his", "she", "her"])
INSIDE = frozenset(("modifier", "of", "worth", "apposition", "label"))
"""Roles whose noun is the thing measured, and not who has it."""

SHARES_OF = frozenset(("percentage", "ratio", "percent", "percentage point", "basis point"))
SPEAKING = frozenset(["we", "our", "us", "i", "my"])


def subject_of(scene: Scene, ref: int, role: Role, base: str | None, topic: Topic) -> str | None:
    """The subject of amount `ref`; `base`: that of the amount that it restates or is compared with."""
    text = _subject_of(scene, ref, role, base, topic)
    return text if text is None or text.lower() not in NOBODY else topic.at(scene)


NOBODY = frozenset(
    (
        "there",
        "here",
        "that",
        "this",
        "these",
        "those",
        "which",
        "who",
        "what",
        "one",
        "some",
        "all",
        "both",
        "respectively",
    )
)
"""Words that name nobody and nothing."""


def _subject_of(scene: Scene, ref: int, role: Role, base: str | None, topic: Topic) -> str | None:
    amount = scene.amounts[ref]
    if role.name == "listed" and role.anchor is not None and base is not None and role.base is not None:
        other = scene.amounts[role.base]
        if (amount.dimension, amount.currency) == (other.dimension, other.currency):
            return base
    if role.owner is not None:
        return owner_text(scene, role.owner, topic)
    if role.name == "counted" and role.base is not None:
        return base
    if base is not None and role.base is not None and role.name in ("conversion", "restated", "comparison"):
        if (scene.amounts[role.base].currency is None) == (amount.currency is None):
            return base
        if amount.currency is not None and role.name == "restated":
            return who(scene, replace(role, noun=None), topic)
    before = scene.before(role.start)
    if scene.kind(before) == "g":
        return owner_text(scene, before, topic)
    if (
        role.name == "label"
        and role.noun is not None
        and scene.kind(role.noun - 1) == ","
        and scene.kind(role.noun - 2) == "N"
    ):
        return words_of(scene, *bare(scene, role.noun - 2))
    if amount.currency is None:
        share = number_subject(scene, ref, role, topic)
        if share is not None:
            return without_capital(scene, share)
        if role.name == "counted":
            return None
    return who(scene, role, topic)


def who(scene: Scene, role: Role, topic: Topic) -> str | None:
    """Whose money or number it is."""
    if role.noun is not None:
        owned = owner_of(scene, role.noun, topic)
        if owned is not None:
            return owned
    verb = role.verb
    if verb is None:
        before = scene.verb_before(role.start, "V")
        verb = before if before is not None else scene.verb_after(role.end)
    elif scene.shape[verb] == "E" and role.noun is not None:
        finite = scene.verb_before(verb, "V")  # "accepts the shares tendered at a price of": the buyer's price
        verb = finite if finite is not None else verb
    candidate = scene.subject_of(verb) if verb is not None else None
    if candidate is None or role.start <= candidate <= role.end:
        return topic.at(scene)
    measured = candidate == role.noun and scene.kind(candidate) == "N" and not is_agent(scene, candidate)
    if measured and (is_quantity(scene.head_of(candidate)) or role.name in INSIDE):
        return topic.at(scene)
    if scene.head_of(candidate) in FORECASTERS:
        return topic.at(scene)
    return agent_text(scene, candidate, topic)


def agent_text(scene: Scene, candidate: int, topic: Topic) -> str | None:
    """The text of a clause's subject; a quantity gives its owner or the company."""
    if scene.kind(candidate) == "H":
        return pronoun(scene, candidate, scene.head_of(candidate), topic)
    if is_quantity(scene.head_of(candidate)) and not is_agent(scene, candidate):
        return owner_of(scene, candidate, topic) or topic.at(scene)
    if scene.kind(candidate) == "A":
        ref = scene.chunks[candidate].ref
        counted = scene.amounts[ref].currency is None and scene.amounts[ref].dimension == "count"
        return scene.text_of(candidate) if counted and scene.amounts[ref].unit_start is not None else topic.at(scene)
    candidate = scene.apposed_name(candidate)
    chunk = scene.chunks[candidate]
    if scene.tokens.codes[chunk.first] == "S" and scene.tokens.codes[chunk.last] == "P":
        return named(scene, candidate)  # "its rival Acme"
    return as_written(scene, candidate)


def as_written(scene: Scene, candidate: int) -> str:
    """The phrase with the one that it is joined to by "and" at the beginning of its clause."""
    first = candidate
    if (
        scene.kind(candidate - 1) == "&"
        and scene.kind(candidate - 2) == "N"
        and scene.kind(candidate - 3) in ("", ",", "w", '"', "-")
    ):
        first = candidate - 2
    return words_of(scene, scene.chunks[first].first, scene.chunks[candidate].last)


def is_agent(scene: Scene, index: int) -> bool:
    """Can the chunk own and act: a name, a pronoun, "the company"?"""
    if scene.kind(index) == "H":
        return True
    chunk = scene.chunks[index]
    named = scene.tokens.codes[chunk.last] == "P" and not is_quantity(scene.head_of(index))
    return named or scene.head_of(index) in AGENT_NOUNS


def owner_of(scene: Scene, noun: int, topic: Topic) -> str | None:
    """The possessor of the noun ("Acme's sales", "its sales", "sales of Acme", "sales of Acme's gears")."""
    if scene.kind(noun) not in ("N", "g"):
        return None
    owned = possessor(scene, noun)
    if owned is not None:
        return resolve(scene, owned, noun, topic)
    compound = name_in_front(scene, noun, topic)
    if compound is not None:
        return compound
    if scene.kind(noun - 1) == "@":  # "Acme's first-half output", "its 2022 sales"
        first = scene.chunks[noun - 1].first
        if scene.tokens.codes[first] == "S":
            return pronoun(scene, noun - 1, scene.tokens.lower[first], topic)
        if scene.kind(noun - 2) == "g":
            return owner_text(scene, noun - 2, topic)
    if (
        scene.kind(noun + 1) == "p"
        and scene.head_of(noun + 1) == "in"
        and scene.head_of(noun) in SHARES
        and scene.kind(noun + 2) == "N"
    ):
        return scene.text_of(noun + 2)
    if scene.kind(noun + 1) == "o" and scene.kind(noun + 2) == "N":
        inner = possessor(scene, noun + 2)
        if inner is not None:
            return resolve(scene, inner, noun + 2, topic)
        if scene.tokens.codes[scene.chunks[noun + 2].last] == "P" or scene.head_of(noun + 2) in AGENT_NOUNS:
            return scene.text_of(noun + 2)
    if (
        scene.kind(noun + 1) == "p"
        and scene.head_of(noun + 1) == "by"
        and scene.kind(noun + 2) == "N"
        and is_agent(scene, noun + 2)
    ):
        return named(scene, noun + 2)
    return None


def name_in_front(scene: Scene, noun: int, topic: Topic) -> str | None:
    """ "Acme shares", "Bolt profits": the name in front of a quantity, if it is no place."""
    chunk = scene.chunks[noun]
    codes = scene.tokens.codes
    first = chunk.first
    while first < chunk.last and codes[first] in "DS":
        first += 1
    last = first
    while last < chunk.last and codes[last] == "P":
        last += 1
    if last == first or last > chunk.last or not (scene.head_of(noun) in SHARES or is_quantity(scene.head_of(noun))):
        return None
    text = words_of(scene, first, last - 1)
    return None if topic.is_place(text) or len(text) < 3 or not _name_like(text, noun == 0) else text


def _name_like(text: str, opens: bool) -> bool:
    """Not an accounting word with a capital ("GAAP", "Adjusted"), nor a common word that opens the sentence?"""
    words = text.lower().split()
    return (
        "-" not in text
        and not all(is_metric_word(word) for word in words)
        and not (opens and all(word in lexicon.tags() for word in words))
    )


def named(scene: Scene, index: int) -> str:
    """The name in "rival Acme"."""
    chunk = scene.chunks[index]
    first = chunk.first
    while first < chunk.last and scene.tokens.codes[first] != "P":
        first += 1
    return words_of(scene, first, chunk.last) if scene.tokens.codes[chunk.last] == "P" else scene.text_of(index)


def owner_text(scene: Scene, index: int, topic: Topic) -> str | None:
    """The text of a possessor chunk, without its mark."""
    owned = possessor(scene, index)
    return resolve(scene, owned, index, topic) if owned is not None else scene.text_of(index)


def resolve(scene: Scene, tokens: tuple[int, int], at: int, topic: Topic) -> str | None:
    first, last = tokens
    if first == last and scene.tokens.codes[first] == "S":
        return pronoun(scene, at, scene.tokens.lower[first], topic)
    return words_of(scene, first, last)


def pronoun(scene: Scene, at: int, word: str, topic: Topic) -> str | None:
    """Whom a pronoun stands for: an earlier subject of the sentence, else of the sentences before, else the company."""
    if word in SPEAKING:
        return "we" if word in ("we", "our", "us") else "I"
    if word not in PRONOUNS:
        return scene.text_of(at)
    return topic.antecedent(scene, at, word)


def number_subject(scene: Scene, ref: int, role: Role, topic: Topic) -> str | None:
    """What a percentage or a share is of, or what was done by those counted; None: the owner decides."""
    amount = scene.amounts[ref]
    if role.name == "counted":
        return clause_text(scene, role.noun) if role.noun is not None else acted_on(scene, role)
    noun = role.noun
    if role.name in ("oblique", "loose"):
        attached = counted_in(scene, ref, role)
        if attached is not None:
            return attached
    if noun is None and role.name == "change" and role.base is not None:
        other = scene.amounts[role.base]  # "carried 90 million passengers, a 3% rise"
        return other.unit if other.currency is None and other.unit_start is not None else None
    if noun is None or scene.kind(noun) == "A":
        return None
    before = scene.before(role.start)
    if role.name == "restated" and role.side == "by" and role.base is not None:
        before = scene.before(scene.place[role.base])  # "rose by £10m or 4%"
    by = scene.kind(before) == "p" and scene.head_of(before) == "by"
    stop = role.start if noun < role.start else None
    if role.verb is not None and noun < role.verb < role.start:
        stop = role.verb
    if role.name in ("change", "restated") and by and scene.kind(noun) == "N":
        if is_somebody(scene, noun) and (role.verb is None or noun < role.verb):
            return agent_text(scene, noun, topic)
        return nominal(scene, role, describe(scene, noun, stop=stop, owned=True))
    if amount.dimension not in SHARES_OF and amount.unit_name not in SHARES_OF:
        if (
            role.name == "of"
            and amount.unit_start is not None
            and (role.direction is not None or scene.head_of(noun) in EVENTS or is_quantity(scene.head_of(noun)))
        ):
            return describe(scene, noun, stop=stop, owned=True)
        return None
    if scene.kind(noun) == "H":
        return agent_text(scene, noun, topic)
    if role.name == "measure":
        chunk = scene.chunks[noun]
        first = chunk.first + (
            scene.tokens.codes[chunk.first] == "D" and scene.tokens.lower[chunk.first] in ("the", "a", "an")
        )
        return " ".join(
            [
                words_of(scene, first, chunk.last),
                *trail(scene, noun, reduced=role.verb is not None and role.verb < role.start),
            ]
        )
    if role.name not in (
        "modifier",
        "of",
        "copula",
        "apposition",
        "label",
        "change",
        "listed",
        "restated",
        "comparison",
    ):
        return None
    text = of_what(scene, role, describe(scene, noun, stop=stop, owned=True))
    if scene.tokens.codes[scene.chunks[noun].first] != "D" and scene.chunks[noun].first != bare(scene, noun)[0]:
        text = with_possessor(scene, noun, text)
    return text


def counted_in(scene: Scene, ref: int, role: Role) -> str | None:
    """The noun whose own count it is: "the reduction of its workforce by 500 jobs", "an offer for 500 shares"."""
    before = scene.before(role.start)
    noun = scene.before(before)
    if scene.kind(before) != "p" or scene.kind(noun) != "N" or scene.amounts[ref].unit_start is None:
        return None
    word = scene.head_of(before)
    if word in ("for", "of", "to") and scene.head_of(noun) in EVENTS:
        return describe(scene, noun, stop=role.start, owned=True)
    head = scene.phrase_start(noun)
    while head < noun and scene.kind(head) != "N":
        head += 1
    for i in range(head, noun + 1):
        if word == "by" and scene.kind(i) == "N" and direction_of(scene.head_of(i), "noun"):
            return describe(scene, i, stop=role.start, owned=True)
    return None


def with_possessor(scene: Scene, noun: int, text: str) -> str:
    """ "Bolt's staff", "its staff" as written."""
    owned = possessor(scene, noun)
    if owned is None:
        return text
    mark = "" if owned[0] == owned[1] and scene.tokens.codes[owned[0]] == "S" else "'s"
    return f"{words_of(scene, *owned)}{mark} {text}"


def acted_on(scene: Scene, role: Role) -> str | None:
    """What those counted have to do with: the object of their verb ("100 people have earned the title of Fellow")."""
    if role.verb is None or scene.lemma_of(role.verb) == "be":
        return None
    passive = any(word in BE for word in scene.lower_of(role.verb))
    i = scene.after(role.verb)
    if passive or scene.kind(i) != "N":
        return None
    return " ".join([words_of(scene, *bare(scene, i)), *trail(scene, i)])


def clause_text(scene: Scene, start: int) -> str:
    """The clause from chunk `start` on, as written."""
    end = start
    while end + 1 < len(scene.shape) and scene.shape[end + 1] not in ";.w" and end - start < 14:
        end += 1
    return words_of(scene, scene.chunks[start].first, scene.chunks[end].last)
