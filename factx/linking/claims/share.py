"""What a percentage or a share is of, and what those counted did or had done to them."""

from __future__ import annotations

from factx.linking.claims.clause import Scene
from factx.linking.claims.owner import agent_text
from factx.linking.claims.phrases import bare, describe, possessor, trail, words_of
from factx.linking.claims.quantity import is_somebody, nominal
from factx.linking.claims.roles import Role
from factx.linking.claims.topic import Topic
from factx.linking.claims.what import of_what
from factx.linking.claims.words import (
    BE,
    EVENTS,
    direction_of,
    is_quantity,
)

__all__ = ["number_subject"]

SHARES_OF = frozenset(("percentage", "ratio", "percent", "percentage point", "basis point"))
"""What is a part of something."""


def number_subject(scene: Scene, ref: int, role: Role, topic: Topic) -> str | None:
    """What a percentage or a share is of, or what was done by those counted; None: the owner decides.

    >>> import factx
    >>> factx.extract("Revenue in Spain rose 5%.").numbers[0].subject
    'revenue in Spain'
    """
    amount = scene.amounts[ref]
    if role.text is not None:
        return role.text
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
    """The noun whose own count it is: "the reduction of its workforce by 500 jobs", "an offer for 500 shares".

    >>> import factx
    >>> factx.extract("Norvik made an offer for 500 shares.").numbers[0].subject
    'offer'
    """
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
    """ "Bolt's staff", "its staff" as written.

    >>> import factx
    >>> factx.extract("Norvik will cut 5% of its staff.").numbers[0].subject
    'its staff'
    """
    owned = possessor(scene, noun)
    if owned is None:
        return text
    mark = "" if owned[0] == owned[1] and scene.tokens.codes[owned[0]] == "S" else "'s"
    return f"{words_of(scene, *owned)}{mark} {text}"


def acted_on(scene: Scene, role: Role) -> str | None:
    """What those counted have to do with: the object of their verb ("100 people have earned the title of Fellow").

    >>> import factx
    >>> factx.extract("There 100 people have earned the title of Fellow.").numbers[0].subject
    'title of Fellow'
    """
    if role.verb is None or scene.lemma_of(role.verb) == "be":
        return None
    passive = any(word in BE for word in scene.lower_of(role.verb))
    i = scene.after(role.verb)
    if passive or scene.kind(i) != "N":
        return None
    return " ".join([words_of(scene, *bare(scene, i)), *trail(scene, i)])


def clause_text(scene: Scene, start: int) -> str:
    """The clause from chunk `start` on, as written.

    >>> from factx.article import Article
    >>> from factx.document import Document
    >>> document = Document(Article(text="The mills in Spain; gears sold well."))
    >>> clause_text(Scene(document, document.sentences[0], [], [], []), 0)
    'The mills in Spain'
    """
    end = start
    while end + 1 < len(scene.shape) and scene.shape[end + 1] not in ";.w" and end - start < 14:
        end += 1
    return words_of(scene, scene.chunks[start].first, scene.chunks[end].last)
