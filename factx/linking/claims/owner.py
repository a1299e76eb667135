"""Whose a quantity is: the possessor in its phrase, the name in front or behind, and the agent of a clause in words."""

from __future__ import annotations

from factx import lexicon
from factx.linking.claims.clause import Scene
from factx.linking.claims.phrases import possessor, words_of
from factx.linking.claims.topic import Topic
from factx.linking.claims.words import (
    AGENT_NOUNS,
    SHARES,
    is_metric_word,
    is_quantity,
)

__all__ = ["agent_text", "is_agent", "owner_of", "owner_text"]

PRONOUNS = frozenset(["it", "its", "itself", "they", "their", "them", "he", "his", "she", "her"])

PENALTIES = frozenset(("fine", "fines", "penalty", "penalties", "sanction", "sanctions"))

SPEAKING = frozenset(["we", "our", "us", "i", "my"])


def agent_text(scene: Scene, candidate: int, topic: Topic) -> str | None:
    """The text of a clause's subject; a quantity gives its owner or the company.

    >>> import factx
    >>> factx.extract("Its rival Bolt paid $3m.").money[0].subject
    'Bolt'
    """
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
    if scene.tokens.codes[chunk.first] == "S" and scene.is_named(candidate):
        return named(scene, candidate)  # "its rival Acme"
    return as_written(scene, candidate)


def as_written(scene: Scene, candidate: int) -> str:
    """The phrase with the one that it is joined to by "and" at the beginning of its clause.

    >>> import factx
    >>> factx.extract("Norvik and Bolt paid $3m for a mill.").money[0].subject
    'Norvik and Bolt'
    """
    first = candidate
    if (
        scene.kind(candidate - 1) == "&"
        and scene.kind(candidate - 2) == "N"
        and scene.kind(candidate - 3) in ("", ",", "w", '"', "-")
    ):
        first = candidate - 2
    return words_of(scene, scene.chunks[first].first, scene.chunks[candidate].last)


def is_agent(scene: Scene, index: int) -> bool:
    """Can the chunk own and act: a name, a pronoun, "the company"?

    >>> import factx
    >>> factx.extract("The company paid $3m for a mill.").money[0].subject
    'The company'
    """
    if scene.kind(index) == "H":
        return True
    named = scene.is_named(index) and not is_quantity(scene.head_of(index))
    return named or scene.head_of(index) in AGENT_NOUNS


def owner_of(scene: Scene, noun: int, topic: Topic) -> str | None:
    """The possessor of the noun ("Acme's sales", "its sales", "sales of Acme", "sales of Acme's gears").

    >>> import factx
    >>> factx.extract("Sales of Norvik rose to $5m.").money[0].subject
    'Norvik'
    """
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
        if scene.is_named(noun + 2) or scene.head_of(noun + 2) in AGENT_NOUNS:
            return scene.text_of(noun + 2)
    if (
        scene.kind(noun + 1) == "p"
        and scene.head_of(noun + 1) == "at"
        and scene.kind(noun + 2) == "N"
        and is_quantity(scene.head_of(noun))
    ):
        place = scene.text_of(noun + 2)
        if scene.is_named(noun + 2) and not topic.is_place(place):
            return named(scene, noun + 2)  # "a $5m loss at Norvik"
    if scene.head_of(noun) in PENALTIES:
        return None  # "a $5m fine by the regulator" is whose it is laid on
    if (
        scene.kind(noun + 1) == "p"
        and scene.head_of(noun + 1) == "by"
        and scene.kind(noun + 2) == "N"
        and is_agent(scene, noun + 2)
    ):
        return named(scene, noun + 2)
    return None


def name_in_front(scene: Scene, noun: int, topic: Topic) -> str | None:
    """ "Acme shares", "Bolt profits": the name in front of a quantity, if it is no place.

    >>> import factx
    >>> factx.extract("Norvik profits rose to $5m.").money[0].subject
    'Norvik'
    """
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
        and not (opens and all(lexicon.is_common(word) for word in words))
    )


def named(scene: Scene, index: int) -> str:
    """The name in "rival Acme".

    >>> import factx
    >>> factx.extract("A bid of $3m by rival Bolt failed.").money[0].subject
    'Bolt'
    """
    chunk = scene.chunks[index]
    first = chunk.first
    while first < chunk.last and scene.tokens.codes[first] != "P":
        first += 1
    return words_of(scene, first, chunk.last) if scene.is_named(index) else scene.text_of(index)


def owner_text(scene: Scene, index: int, topic: Topic) -> str | None:
    """The text of a possessor chunk, without its mark.

    >>> import factx
    >>> factx.extract("Norvik's $5m bid failed.").money[0].subject
    'Norvik'
    """
    owned = possessor(scene, index)
    return resolve(scene, owned, index, topic) if owned is not None else scene.text_of(index)


def resolve(scene: Scene, tokens: tuple[int, int], at: int, topic: Topic) -> str | None:
    """The words of a possessor; a pronoun among them gives whom it stands for.

    >>> import factx
    >>> factx.extract("Norvik's costs rose to $5m.").money[0].subject
    'Norvik'
    """
    first, last = tokens
    if first == last and scene.tokens.codes[first] == "S":
        return pronoun(scene, at, scene.tokens.lower[first], topic)
    return words_of(scene, first, last)


def pronoun(scene: Scene, at: int, word: str, topic: Topic) -> str | None:
    """Whom a pronoun stands for: an earlier subject of the sentence, else of the sentences before, else the company.

    >>> import factx
    >>> factx.extract("Norvik said it paid $3m.").money[0].subject
    'Norvik'
    """
    if word in SPEAKING:
        return "we" if word in ("we", "our", "us") else "I"
    if word not in PRONOUNS:
        return scene.text_of(at)
    return topic.antecedent(scene, at, word)
