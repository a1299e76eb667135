"""Quotations beside a cue: "QUOTE," S said · QUOTE, said S · S said: QUOTE · S said that it was QUOTE."""

from __future__ import annotations

from collections.abc import Sequence

from factx.linking.attribution.content import clause_end, content_start, has_clause, relative_end, skip_adjuncts, trim
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.groups import Group
from factx.linking.attribution.partial import object_fragment
from factx.linking.attribution.rules import PLAIN
from factx.linking.attribution.skeleton import Skeleton

__all__ = ["quote_after", "quote_before"]

CLOSING = "'’”\"»›)] "
CLAUSAL = frozenset({"clause", "that", "whether", "quote"})
MOST_FRAGMENTS = 4
WITH_FRAGMENT = frozenset({"object", "clause", "that", "whether", "inf", "belief"})
"""Frames that take a fragment of one to three words; "S sang q" names a song."""


def quote_before(work: Workspace, sk: Skeleton, group: Group, floor: int) -> int | None:
    """QUOTE, S said · QUOTE, said S · The plan is QUOTE, S said · QUOTE, according to S."""
    c = sk.codes
    quote = group.left - 1
    comma = quote >= 0 and c[quote] == ","
    if comma:
        quote -= 1
    if quote < floor or not work.is_free(sk, quote) or group.form in "gb" or group.shared:
        return None
    if group.cue is not None and not group.cue.verb.frames & {"quote", "clause"}:
        return None
    if group.cue is not None and not comma and not _stops(work, sk, quote) and not _closes(work, sk, group):
        return None
    start = _region_start(c, floor, quote)
    whole = all(x in "Qq&,R" for x in c[start : quote + 1])
    if not whole:
        after = skip_adjuncts(work, sk, group.right + 1)
        if c[after : after + 1] in ("t", "h", "n", "D", "Q", "q"):
            return None  # the words before are an introduction: "In the “q,” S said that …"
    rule = "quote, source cue" if group.left < group.chunk else "quote, cue source"
    rule = "according to" if group.form == "a" else rule
    draft = work.draft(sk, group, "direct" if whole and _is_speech(work, sk, quote) else "partial", rule)
    draft.quotes = [sk.quotes[i] for i in range(start, quote + 1) if work.is_free(sk, i)]
    if not whole:
        draft.statement = [work.span(sk, start, quote)]
    end = group.right + 1
    for following in _further(work, sk, end):
        draft.quotes.append(sk.quotes[following])
        end = following + 1
        if draft.statement:
            draft.statement.append(work.span(sk, following, following))
    work.add(draft)
    return end


def _region_start(c: str, floor: int, quote: int) -> int:
    """Where the words reported before the cue begin: behind a colon or bracket that opens the quotation, else at `floor`."""
    start = floor
    for i in range(quote, floor, -1):
        if c[i - 1] in ":(." and c[i] in "Qq":
            start = i
            break
    while start < quote and c[start] in ",:&R(.":
        start += 1
    return start


def _stops(work: Workspace, sk: Skeleton, chunk: int) -> bool:
    """Does the quotation end in a mark that a clause ends in?"""
    quotation = work.quotations[sk.quotes[chunk]]
    return work.text[quotation.start : quotation.end].rstrip(CLOSING)[-1:] in tuple(",?!…—–-.;")


def _closes(work: Workspace, sk: Skeleton, group: Group) -> bool:
    """Does the sentence end behind the cue?"""
    k = skip_adjuncts(work, sk, group.right + 1)
    return k >= len(sk.codes) or sk.codes[k] in ".,)"


def _further(work: Workspace, sk: Skeleton, start: int) -> list[int]:
    """The quotations behind the cue that go on with the one before it: "A," S said of it, "B"."""
    c = sk.codes
    out: list[int] = []
    for i in range(start, len(c)):
        letter = c[i]
        short = letter == "q" and c[i - 1] in ",:" and _stops(work, sk, i)
        if (letter == "Q" or short) and c[i - 1] in ",:&It" and work.is_free(sk, i):
            out.append(i)
        elif (
            letter in "Qqvta"
            or (letter in "gb" and "clause" in sk.cues[i].verb.frames)
            or (letter in "VM" and c[i - 1] != "W")
        ):
            break
    return out


def quote_after(work: Workspace, sk: Skeleton, group: Group, later: Sequence[Group]) -> int | None:
    """S said: QUOTE · S said that it was QUOTE · S called it QUOTE."""
    if group.cue is None:
        return None
    c = sk.codes
    frames = group.cue.verb.frames
    clausal = bool(frames & CLAUSAL)
    k = content_start(work, sk, group) if clausal else group.right + 1
    if k >= len(c):
        return None
    end = relative_end(sk, group, k, clause_end(work, sk, k, later))
    fragments = [i for i in range(k, end) if work.is_free(sk, i)]
    if len(fragments) > MOST_FRAGMENTS and all(c[i] == "q" for i in fragments):
        return None  # a list of terms: "words such as “expect”, “intend” …"
    if not fragments or (not frames & WITH_FRAGMENT and not any(c[i] == "Q" for i in fragments)):
        return None
    if group.cue.verb.lemma not in PLAIN and _is_reported_further_on(c, fragments[0], later):
        return None
    if not frames & WITH_FRAGMENT and c[fragments[0] - 1] not in ":,vgb" and k != fragments[0]:
        return None  # "began work on “the mother of all deals”"
    if (
        "object" in frames
        and any(g.form == "v" and g.chunk < fragments[0] and not g.shared for g in later)
        and group.cue.verb.lemma not in PLAIN
    ):
        return None  # "hit out at what Ray called his “best” offer": it is Ray who is quoted
    if not clausal or (c[k] not in "Qqt" and not has_clause(work, sk, k, end)):
        return object_fragment(work, sk, group, fragments)
    k, end = trim(c, k, end)
    that = c[k - 1] == "t"
    if c[k] in "Qq" and k == fragments[0] and not that and _is_sentence(work, sk, k):
        end = _run(work, sk, k)
        fragments = [i for i in fragments if i < end]
    if c[k] in "Qq" and k == fragments[0] and all(x in "Qq.,&:" for x in c[k:end]):
        opening = work.text[work.quotations[sk.quotes[k]].start]
        direct = not that and not opening.islower() and _is_speech(work, sk, k)
        draft = work.draft(sk, group, "direct" if direct else "partial", "cue: quote")
        if c[k] == "q" and not direct:
            draft.rule = "cue, clause with fragment"
    else:
        draft = work.draft(sk, group, "partial", "cue, clause with fragment")
        draft.statement = [work.span(sk, k, end - 1)]
    draft.quotes = [sk.quotes[i] for i in fragments]
    work.add(draft)
    return end


def _is_reported_further_on(c: str, fragment: int, later: Sequence[Group]) -> bool:
    """Does an -ing form with "that" before the fragment report it ("posted a loss, admitting that it was “bad”")?"""
    return any(g.form == "g" and g.chunk < fragment and c[g.chunk + 1] == "t" for g in later)


def _is_speech(work: Workspace, sk: Skeleton, chunk: int) -> bool:
    """Is the quotation an utterance: four words or more, or a shorter one with a capital and a stop ("We won,")?"""
    return sk.codes[chunk] == "Q" or _is_sentence(work, sk, chunk)


def _is_sentence(work: Workspace, sk: Skeleton, chunk: int) -> bool:
    """Does the quotation have the shape of a whole sentence: a capital first, a stop last?"""
    quotation = work.quotations[sk.quotes[chunk]]
    inside = work.text[quotation.start : quotation.end]
    return not inside[:1].islower() and inside.rstrip(CLOSING)[-1:] in tuple(",.!?…—")


def _run(work: Workspace, sk: Skeleton, chunk: int) -> int:
    """The chunk behind a run of quotations: Q, Q and Q."""
    c = sk.codes
    end = chunk + 1
    while end < len(c):
        step = 2 if c[end] in ",&" else 1
        if c[end + step - 1 : end + step] not in ("Q", "q") or not work.is_free(sk, end + step - 1):
            break
        end += step
    return end
