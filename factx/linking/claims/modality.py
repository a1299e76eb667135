"""How sure: stated, forecast, conditional or negated, from the verb group, the clause and the nouns around the amount."""

from __future__ import annotations

from functools import cache

from factx import lexicon
from factx.linking.claims.clause import Scene
from factx.linking.claims.roles import Role
from factx.linking.claims.words import FORECASTERS, HAVE, SPEECH

__all__ = ["modality_of"]

CLAUSE_VERBS = 3
"""Verb groups above the amount's own that are asked ("it expects to say that …")."""


@cache
def _words() -> dict[tuple[str, str], str]:
    return {(row[0], row[1]): row[2] for row in lexicon.rows("modality.tsv")}


def _is(word: str, kind: str) -> str | None:
    return _words().get((word, kind))


def modality_of(scene: Scene, role: Role) -> str:
    """The modality of a claim; "stated" where nothing says otherwise."""
    verb = role.verb
    if verb is None:
        verb = scene.verb_before(role.start)
    if verb is None:
        verb = _predicate(scene, role)
    around = _of_nouns(scene, role)
    if verb is None:
        return around or "stated"
    if around == "forecast" and role.name == "comparison":
        return around
    own = _of_verb(scene, verb)
    if own == "negated" and role.name == "counted" and not _negates(scene, verb):
        own = None  # "40 claims were rejected" says how many were
    if own == "negated":
        return own
    if _in_condition(scene, verb):
        return "conditional"
    if own == "conditional" and _backshifted(scene, verb):
        return "forecast"
    if own is not None:
        return own
    if around is not None:
        return around
    # an infinitive or a reported clause has the modality of the verb above it
    above = verb
    for _ in range(CLAUSE_VERBS):
        higher = scene.verb_before(above)
        if higher is None or scene.shape[above] not in "IG":
            break
        found = _of_verb(scene, higher, governing=True)
        if found is not None:
            return found
        above = higher
    before = scene.before(verb)
    if scene.kind(before) == "&" and scene.tokens.tag[scene.chunks[verb].first] == "VB":
        higher = scene.verb_before(before)  # "plans to cut jobs and close plants"
        found = _of_verb(scene, higher) if higher is not None else None
        if found is not None:
            return found
    if (
        scene.shape[verb] in "VE"
        and scene.kind(_clause_start(scene, verb)) == "w"
        and _completes(scene, _clause_start(scene, verb))
    ):
        higher = scene.verb_before(_clause_start(scene, verb))
        found = _of_verb(scene, higher, governing=True) if higher is not None else None
        if found == "negated" or (found == "forecast" and not _past(scene, verb)):
            return found
    if scene.shape[verb] == "I" and _ahead(scene, verb):
        return "forecast"
    return "stated"


def _completes(scene: Scene, opener: int) -> bool:
    """Does the clause that `opener` begins complete a verb ("denied that …", "told them that …"), and is no relative one?"""
    before = scene.before(opener, 'R"')
    if scene.kind(before) in ("V", "I", "G", "E", "J", "@"):
        return True
    if scene.kind(before) not in ("N", "H") or scene.head_of(opener) in ("which", "who", "whom", "whose"):
        return False
    governing = scene.before(before, 'R"p')
    return scene.kind(governing) in ("V", "I", "G") and scene.lemma_of(governing) in SPEECH


def _predicate(scene: Scene, role: Role) -> int | None:
    """The verb whose subject the amount is in: "savings of $5m are expected"."""
    verb = scene.verb_after(role.end)
    subject = scene.subject_of(verb) if verb is not None else None
    return verb if subject is not None and scene.phrase_start(subject) <= role.start <= subject + 2 else None


def _negates(scene: Scene, verb: int) -> bool:
    """Is there a "not" in the verb group?"""
    lower = scene.lower_of(verb)
    return any(_is(word, "negator") or word.endswith(("n't", "n’t")) for word in lower)


def _of_verb(scene: Scene, verb: int, *, governing: bool = False) -> str | None:
    """The modality of a verb group: its negation, modal, or a verb such as "expects" ("has forecast" of a $5m profit)."""
    lower = scene.lower_of(verb)
    if any(_is(word, "negator") or word.endswith(("n't", "n’t")) for word in lower) or scene.head_of(
        scene.before(verb, '"')
    ) in ("not", "never"):
        return "negated"
    for word in lower:
        found = _is(word, "modal")
        if found is not None:
            return found
    chunk = scene.chunks[verb]
    lemmas = lexicon.verb_lemmas()
    for token in range(chunk.first, chunk.last + 1):
        lemma = lemmas.get(scene.tokens.lower[token], "")
        if _is(lemma, "verb"):
            return "forecast"
        if _is(lemma, "denial"):
            return "negated"
    if lower[-1] in ("sees", "seeing"):
        return "forecast"  # "the company now sees growth of 4%"
    codes = scene.tokens.codes[chunk.first : chunk.last + 1]
    if "T" in codes and lower[0] in ("is", "are", "'s", "’s", "'re", "’re"):
        return "forecast"  # "is to buy"
    following = scene.after(verb)
    if not governing and scene.kind(following) == "J" and _is(scene.head_of(following), "adjective"):
        return "forecast"  # "is likely to be"
    return None


def _backshifted(scene: Scene, verb: int) -> bool:
    """ "said it would cut 90 jobs": a will in the past, and no condition."""
    if "would" not in scene.lower_of(verb):
        return False
    subject = scene.subject_of(verb)
    above = scene.before(scene.phrase_start(subject), 'R"w@,p') if subject is not None and subject < verb else -1
    return scene.kind(above) == "V" and scene.lemma_of(above) in SPEECH and _past(scene, above)


def _in_condition(scene: Scene, verb: int) -> bool:
    start = _clause_start(scene, verb)
    return scene.kind(start) == "w" and _is(scene.head_of(start), "subordinator") is not None


def _clause_start(scene: Scene, verb: int) -> int:
    """The subordinator that opens the clause of `verb`, -1 where there is none."""
    for i in range(verb - 1, max(-1, verb - 12), -1):
        if scene.shape[i] == "w":
            return i
        if scene.shape[i] in "V;":
            return -1
    return -1


def _past(scene: Scene, verb: int) -> bool:
    perfect = any(word in HAVE for word in scene.lower_of(verb)[:-1])
    return perfect or scene.tokens.tag[scene.chunks[verb].last] == "VBD"


def _ahead(scene: Scene, verb: int) -> bool:
    """An infinitive behind a plan or an option: "a $5m project to wire homes" is none, "plans to spend $5m" is."""
    before = scene.before(verb)
    return scene.kind(before) in ("N", "J") and (
        _is(scene.head_of(before), "noun") is not None or _is(scene.head_of(before), "adjective") is not None
    )


def _of_nouns(scene: Scene, role: Role) -> str | None:
    """ "a predicted extra £250m", "guidance of", "the market expectation of"."""
    chunks = [role.noun] if role.noun is not None else []
    before = role.start - 1
    if scene.kind(before) in ("m", "J"):
        chunks.append(before)
    for index in chunks:
        words = scene.lower_of(index)
        if _is(words[-1], "noun") or any(_is(word, "adjective") for word in words):
            return "forecast"
    after = scene.after(role.end)
    if scene.kind(after) == "w":
        after += 1
    if scene.kind(after) == "N" and scene.head_of(after) in FORECASTERS and scene.kind(scene.after(after)) == "V":
        return "forecast"  # "the $5m that analysts had expected"
    behind = role.noun + 1 if role.noun is not None else -1
    if behind != role.verb and scene.kind(behind) in ("V", "E") and _is(scene.head_of(behind), "adjective"):
        return "forecast"  # "an improvement anticipated"
    return None
