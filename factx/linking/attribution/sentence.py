"""The attributions of one sentence: its cues are grouped with their sources, then each takes the words that it reports."""

from __future__ import annotations

from factx.linking.attribution.content import SPEECH_NOUNS, after_addressee, clause_end, has_clause, skip_adjuncts, trim
from factx.linking.attribution.draft import Draft, Group, Workspace
from factx.linking.attribution.skeleton import Skeleton
from factx.linking.attribution.sources import Source

__all__ = ["attribute_sentence", "groups_of"]

CLOSING = "'’”\"»›)] "


def groups_of(work: Workspace, sk: Skeleton) -> list[Group]:
    """The cues of a sentence with their sources, from left to right."""
    out: list[Group] = []
    c = sk.codes
    for chunk, letter in enumerate(c):
        if letter == "a":
            group = _according_to(work, sk, chunk)
        elif letter in "vgbe":
            group = _verb(work, sk, chunk, letter, out)
        elif letter == "n" and c[chunk + 1 : chunk + 2] == "t":
            group = _noun(work, sk, chunk)
        else:
            continue
        if group is not None:
            out.append(group)
    return out


def _according_to(work: Workspace, sk: Skeleton, chunk: int) -> Group | None:
    source = work.sources.subject_after(sk, chunk)
    if source is None:
        return None
    return Group(chunk, chunk, source.right, "a", None, source)


def _noun(work: Workspace, sk: Skeleton, chunk: int) -> Group | None:
    """"Ray's claim that …", "Ray made the argument that …"."""
    tokens = work.tokens
    first, last = sk.first[chunk], sk.last[chunk]
    if SPEECH_NOUNS.get(tokens.lower[last]) != "act":
        return None
    for i in range(last - 1, first - 1, -1):
        if tokens.codes[i] == "'" and i > first:
            owner = work.sources.token_span(first, i - 1)
            return Group(chunk, chunk, chunk, "n", None, Source(chunk, chunk, chunk, owner))
        if tokens.codes[i] == "S":
            return Group(chunk, chunk, chunk, "n", None, Source(chunk, chunk, chunk, (tokens.start[i], tokens.end[i])))
    if chunk and sk.codes[chunk - 1] in "VvGgBb" and work.word(sk, chunk - 1) in MAKES:
        source = work.sources.subject_before(sk, chunk - 1) or work.sources.main_subject(sk, chunk)
        if source is not None:
            return Group(chunk, chunk - 1, chunk, "n", None, source)
    return None


def _verb(work: Workspace, sk: Skeleton, chunk: int, letter: str, before: list[Group]) -> Group | None:
    c = sk.codes
    cue = sk.cues[chunk]
    floor = before[-1].right + 1 if before and before[-1].form == "a" else 0
    if letter == "v":
        source = None
        particle = cue.verb.frames & PARTICLES
        if particle and work.tokens.lower[cue.token + 1 : cue.token + 2] != sorted(particle):
            return None
        prior = c[chunk - 1] if chunk else ""
        if cue.verb.lemma in ASKED and prior in ("", ",", "W") and _asked(work, sk, chunk):
            return None
        if "invert" in cue.verb.frames and (prior in ("Q", "q", "") or (prior == "," and chunk > 1 and c[chunk - 2] in "Qq") or prior == ","):
            source = work.sources.subject_after(sk, chunk)
            if source is not None and prior == "," and c[chunk - 2] not in "Qq":
                direct = work.sources.subject_before(sk, chunk, floor)
                if direct is not None:
                    source = None
            if source is not None:
                return Group(chunk, chunk, source.right, letter, cue, source)
        source = work.sources.subject_before(sk, chunk, floor)
        if source is not None:
            return Group(chunk, source.left, chunk, letter, cue, source)
        source = _shared(work, sk, chunk, before)
        return Group(chunk, chunk, chunk, letter, cue, source, shared=True)
    if letter == "e":
        return None
    if letter == "g":
        near = _beside(work, sk, chunk, floor)
        if near is not None:
            return Group(chunk, near.left, chunk, letter, cue, near, shared=True)
    source = _shared(work, sk, chunk, before)
    if letter == "b":
        modal = work.sources.subject_before(sk, chunk, floor) if chunk and c[chunk - 1] in "MRA" else None
        if modal is not None:
            return Group(chunk, modal.left, chunk, letter, cue, modal)
    return Group(chunk, chunk, chunk, letter, cue, source, shared=True)


NO_CONTENT = frozenset("which who as because when while since after before although though amid despite".split())
"""Words that a reported clause without "that" does not begin with."""
PARTICLES = frozenset({"on", "back", "up", "it"})
MAKES = frozenset("make makes made making repeat repeated repeats repeating reiterate reiterated advance advanced issue issued offer offered".split())
ASKED = frozenset("ask question tell remind challenge warn quote".split())
ASKED_BY = frozenset("about by if whether why how what when where in on at for during recently".split())


def _asked(work: Workspace, sk: Skeleton, chunk: int) -> bool:
    """Is it "Asked about the deal, Ray said …": a participle whose subject is the one asked?"""
    following = chunk + 1
    c = sk.codes
    return following < len(c) and (c[following] in "d," or work.tokens.lower[sk.first[following]] in ASKED_BY)


def _beside(work: Workspace, sk: Skeleton, chunk: int, floor: int) -> Source | None:
    """The noun right before an -ing cue that is its subject: "with Ray shouting", "a sign saying", "they heard him say"."""
    c = sk.codes
    j = chunk - 1
    while j > floor and c[j] == "R":
        j -= 1
    if j < floor or c[j] not in "nho":
        return None
    source = work.sources.subject_before(sk, chunk, floor) if c[j] != "o" else Source(j, j, j, work.sources.span(sk, j))
    if source is None and c[j - 1 : j] == "I" and work.word(sk, j - 1) == "with":
        source = Source(j, j, j, work.sources.span(sk, j))
    if source is None:
        return None
    if c[source.chunk] == "n" and not work.sources.is_name(sk, source.chunk):
        noun = work.word(sk, source.chunk)
        if source.left - 1 >= floor and c[source.left - 1] in "vVGg" and SPEECH_NOUNS.get(noun) == "text":
            return None
    return source


def _shared(work: Workspace, sk: Skeleton, chunk: int, before: list[Group]) -> Source | None:
    for group in reversed(before):
        if group.source is not None and group.form in "v":
            return group.source
    return work.sources.main_subject(sk, chunk)


def attribute_sentence(work: Workspace, sk: Skeleton) -> list[Group]:
    """Add the drafts of one sentence; its groups."""
    groups = groups_of(work, sk)
    floor = 0
    for position, group in enumerate(groups):
        if group.source is None or group.chunk < floor:
            continue
        later = groups[position + 1 :]
        if group.form == "n":
            k = group.chunk + 2
            done = _reported(work, sk, group, k, clause_end(work, sk, k, later), "noun that clause") if k < len(sk.codes) else None
            floor = max(floor, done or 0)
            continue
        taken = _quote_before(work, sk, group, floor, later)
        if taken is None:
            taken = _quote_after(work, sk, group, later)
        if taken is None:
            taken = _according_first(work, sk, group, later)
        if taken is None:
            taken = _clause_around(work, sk, group, floor, later)
        if taken is None:
            taken = _clause_after(work, sk, group, later)
        if taken is None:
            taken = _clause_before(work, sk, group, floor)
        if taken is not None:
            floor = max(floor, taken)
    return groups


def _conditional(work: Workspace, sk: Skeleton, group: Group) -> bool:
    """Is the attribution itself under a condition ("if Bolt says that …")?"""
    before = group.left - 1
    return before >= 0 and sk.codes[before] == "I" and work.word(sk, before) in ("if", "whether", "unless")


def headline(work: Workspace, sk: Skeleton) -> bool:
    """Is the sentence a headline?"""
    return work.document.section_at(sk.start) == "headline" or (sk.paragraph == 0 and sk.end - sk.start < 200)


def _draft(work: Workspace, sk: Skeleton, group: Group, kind: str, rule: str) -> Draft:
    tokens = work.tokens
    if group.form == "a":
        cue = tokens.start[sk.first[group.chunk]], tokens.end[sk.first[group.chunk] + 1]
    elif group.form == "n":
        cue = work.span(sk, group.left, group.chunk) if group.left < group.chunk else (tokens.start[sk.last[group.chunk]], tokens.end[sk.last[group.chunk]])
    else:
        cue = work.span(sk, group.chunk, group.chunk)
    return Draft(
        kind, rule, group.source.span if group.source else None, cue, work.stance(group.cue), sk.paragraph, sk.start
    )


def _free(work: Workspace, sk: Skeleton, chunk: int) -> bool:
    return sk.codes[chunk] in "Qq" and sk.quotes[chunk] not in work.claimed


def _quote_before(work: Workspace, sk: Skeleton, group: Group, floor: int, later: list[Group]) -> int | None:
    """QUOTE, S said · QUOTE, said S · the plan is "QUOTE," S said."""
    c = sk.codes
    p = group.left - 1
    comma = p >= 0 and c[p] == ","
    if comma:
        p -= 1
    if p < floor or not _free(work, sk, p) or group.form in "gb" or (group.shared and group.form != "a"):
        return None
    if group.cue is not None and "quote" not in group.cue.verb.frames and "clause" not in group.cue.verb.frames:
        return None
    quotation = work.quotations[sk.quotes[p]]
    last = work.text[quotation.start : quotation.end].rstrip(CLOSING)[-1:]
    if not comma and last not in ",?!…—–-.;" and group.form != "a":
        ending = skip_adjuncts(work, sk, group.right + 1)
        if ending < len(c) and c[ending] not in ".,)":
            return None
    start = floor
    for i in range(p, floor, -1):
        if c[i - 1] in ":(" and c[i] in "Qq":
            start = i
            break
    while start < p and c[start] in ",:&R(":
        start += 1
    quotes = [i for i in range(start, p + 1) if c[i] in "Qq"]
    whole = all(c[i] in "Qq&,R" for i in range(start, p + 1))
    if not whole:
        after = skip_adjuncts(work, sk, group.right + 1)
        if c[after : after + 1] in ("t", "h", "n", "D", "Q", "q"):
            return None
    kind = "direct" if whole and c[p] == "Q" else "partial"
    draft = _draft(work, sk, group, kind, "according to" if group.form == "a" else "quote, source cue" if group.left < group.chunk else "quote, cue source")
    draft.quotes = [sk.quotes[i] for i in quotes if sk.quotes[i] not in work.claimed]
    if not whole:
        draft.statement = [work.span(sk, start, p)]
    end = group.right + 1
    for following in range(end, len(c)):
        letter = c[following]
        if letter == "Q" and c[following - 1] in ",:&It" and _free(work, sk, following):
            draft.quotes.append(sk.quotes[following])
            end = following + 1
            if draft.statement:
                draft.statement.append(work.span(sk, following, following))
        elif letter in "Qqvta" or (letter in "gb" and "clause" in sk.cues[following].verb.frames):
            break
        elif letter in "VM" and c[following - 1] != "W":
            break
    work.add(draft)
    return end


def _content_start(work: Workspace, sk: Skeleton, group: Group) -> int:
    c = sk.codes
    k = group.right + 1
    verb = group.cue.verb if group.cue else None
    if verb is not None and "it" in verb.frames and c[k : k + 1] == "h":
        k += 1
    if verb is not None and "out" in verb.frames and c[k : k + 1] == "R":
        k += 1
    if verb is not None and "to" in verb.frames:
        k = after_addressee(work, sk, k, verb.lemma)
    k = skip_adjuncts(work, sk, k)
    while k < len(c) and c[k] in ",:":
        k += 1
    return k


def _quote_after(work: Workspace, sk: Skeleton, group: Group, later: list[Group]) -> int | None:
    """S said: QUOTE · S said that it was "QUOTE" · S called it "QUOTE"."""
    if group.form == "a":
        return None
    assert group.cue is not None
    c = sk.codes
    frames = group.cue.verb.frames
    bare = "quote" in frames or "clause" in frames or "that" in frames or "whether" in frames
    k = _content_start(work, sk, group) if bare else group.right + 1
    if k >= len(c):
        return None
    end = clause_end(work, sk, k, later)
    fragments = [i for i in range(k, end) if _free(work, sk, i)]
    if not fragments:
        return None
    if not any(c[i] == "Q" for i in fragments) and not frames & {"object", "clause", "that", "whether", "inf", "belief"}:
        return None
    if not bare or (c[k] not in "Qqt" and not has_clause(work, sk, k, end)):
        return _object(work, sk, group, fragments)
    k, end = trim(c, k, end)
    if c[k] == "Q" and k == fragments[0] and c[k - 1] != "t" and _is_sentence(work, sk, k):
        end = k + 1
        while end < len(c) and (c[end] == "Q" or (c[end] in ",&" and c[end + 1 : end + 2] == "Q")) and (c[end] != "Q" or _free(work, sk, end)):
            end += 1
        fragments = [i for i in fragments if i < end]
    if c[k] == "Q" and k == fragments[0] and all(x in "Q.,&:" for x in c[k:end]):
        opening = work.text[work.quotations[sk.quotes[k]].start]
        that = c[k - 1] == "t"
        kind = "partial" if that or opening.islower() else "direct"
        draft = _draft(work, sk, group, kind, "cue: quote")
    else:
        draft = _draft(work, sk, group, "partial", "cue, clause with fragment")
        draft.statement = [work.span(sk, k, end - 1)]
    draft.quotes = [sk.quotes[i] for i in fragments]
    work.add(draft)
    return end


def _is_sentence(work: Workspace, sk: Skeleton, chunk: int) -> bool:
    """Does the quotation have the shape of a whole sentence: a capital first, a stop last?"""
    quotation = work.quotations[sk.quotes[chunk]]
    inside = work.text[quotation.start : quotation.end]
    return not inside[:1].islower() and inside.rstrip(CLOSING)[-1:] in tuple(",.!?…—")


def _object(work: Workspace, sk: Skeleton, group: Group, fragments: list[int]) -> int | None:
    """S called it "QUOTE" · S praised the "QUOTE" plan."""
    c = sk.codes
    k = group.right + 1
    end = fragments[-1] + 1
    if end - k > 25:
        return None
    if end < len(c) and c[end] == "n":
        end += 1
    while end + 1 < len(c) and c[end] == "I" and c[end + 1] == "n" and work.word(sk, end) == "of":
        end += 2
    k, end = trim(c, k, end)
    draft = _draft(work, sk, group, "partial", "cue, object with fragment")
    draft.quotes = [sk.quotes[i] for i in fragments]
    draft.statement = [work.span(sk, k, end - 1)]
    work.add(draft)
    return end


def _according_first(work: Workspace, sk: Skeleton, group: Group, later: list[Group]) -> int | None:
    """According to S, CLAUSE."""
    c = sk.codes
    if group.form != "a":
        return None
    k = group.right + 1
    if group.chunk > 0 and not (group.chunk == 1 and c[0] in "&R"):
        return None
    comma = c.find(",", k, k + 20)
    if comma < 0:
        return None
    k = comma + 1
    end = clause_end(work, sk, k, later)
    return _reported(work, sk, group, k, end, "according to")


def _reported(work: Workspace, sk: Skeleton, group: Group, k: int, end: int, rule: str) -> int | None:
    """A reported clause: partial where it holds a fragment in marks, else indirect."""
    c = sk.codes
    k, end = trim(c, k, end)
    if k >= end:
        return None
    fragments = [i for i in range(k, end) if _free(work, sk, i)]
    if not any(c[i] == "Q" for i in fragments) and not has_clause(work, sk, k, end, headline(work, sk)):
        return None
    draft = _draft(work, sk, group, "partial" if fragments else "indirect", rule)
    span = work.span(sk, k, end - 1)
    if fragments:
        draft.quotes = [sk.quotes[i] for i in fragments]
        draft.statement = [span]
    else:
        draft.spans = [span]
    work.add(draft)
    return end


def _clause_after(work: Workspace, sk: Skeleton, group: Group, later: list[Group]) -> int | None:
    """S said (that) CLAUSE."""
    if group.form == "a" or group.source is None or group.form == "b":
        return None
    assert group.cue is not None
    c = sk.codes
    frames = group.cue.verb.frames
    k = _content_start(work, sk, group)
    if k >= len(c):
        return None
    that = c[k] == "t" or c[k - 1] == "t"
    if not ("clause" in frames or ("that" in frames and that) or ("whether" in frames and c[k] in "WI")):
        return None
    if c[k] not in "tnhdDJIWGRXQqo" or _conditional(work, sk, group):
        return None
    if not that and (group.source.inverted or work.tokens.lower[sk.first[k]] in NO_CONTENT) and "whether" not in frames:
        return None
    if c[k] == "I" and not that and work.word(sk, k) in ("of", "for", "with", "about", "against", "at", "by", "from"):
        return None
    end = clause_end(work, sk, k, later)
    return _reported(work, sk, group, k, end, "cue that clause" if that else "cue clause")


def _clause_around(work: Workspace, sk: Skeleton, group: Group, floor: int, later: list[Group]) -> int | None:
    """The plan, S said, would fail."""
    c = sk.codes
    if group.shared or group.form not in "va" or c[max(0, group.left - 1)] != "," or group.left - 1 <= floor:
        return None
    if group.cue is not None and not group.cue.verb.frames & {"clause"}:
        return None
    k = group.right + 1
    if c[k : k + 1] != ",":
        return None
    start = floor
    while start < group.left and c[start] in ",:&":
        start += 1
    if start >= group.left - 1 or has_clause(work, sk, start, group.left - 1):
        return None
    end = clause_end(work, sk, k + 1, later)
    if not any(x in "VAMv" for x in c[k + 1 : k + 4]) or "Q" in c[start : group.left]:
        return None
    start, before_end = trim(c, start, group.left - 1)
    k, end = trim(c, k + 1, end)
    fragments = [i for i in [*range(start, before_end), *range(k, end)] if _free(work, sk, i)]
    draft = _draft(work, sk, group, "partial" if fragments else "indirect", "clause around cue")
    spans = [work.span(sk, start, before_end - 1), work.span(sk, k, end - 1)]
    if fragments:
        draft.quotes, draft.statement = [sk.quotes[i] for i in fragments], spans
    else:
        draft.spans = spans
    work.add(draft)
    return end


def _clause_before(work: Workspace, sk: Skeleton, group: Group, floor: int) -> int | None:
    """CLAUSE, S said · CLAUSE, according to S."""
    c = sk.codes
    if group.source is None or group.form in "gb" or (group.shared and group.form != "a"):
        return None
    if group.cue is not None and "clause" not in group.cue.verb.frames:
        return None
    p = group.left - 1
    if p < floor or (c[p] != "," and group.form != "a"):
        return None
    start = floor
    while start < p and c[start] in ",:&":
        start += 1
    if "Q" not in c[start:p] and not has_clause(work, sk, start, p + 1):
        return None
    if group.form != "a":
        k = skip_adjuncts(work, sk, group.right + 1)
        if k < len(c) and c[k] not in ".,:)":
            return None
    done = _reported(work, sk, group, start, p + 1, "according to" if group.form == "a" else "clause, source cue")
    return None if done is None else group.right + 1
