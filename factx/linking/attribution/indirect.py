"""Reported clauses: S said (that) CLAUSE · CLAUSE, S said · THE PLAN, S said, WOULD FAIL · according to S, CLAUSE.

A clause that holds a fragment in marks becomes a partial quote with the clause as its statement.
"""

from __future__ import annotations

from collections.abc import Sequence

from factx.linking.attribution.content import (
    SUBORDINATORS,
    behind_addressee,
    clause_end,
    content_start,
    has_clause,
    names_profit,
    relative_end,
    skip_adjuncts,
    trim,
)
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.groups import Group
from factx.linking.attribution.skeleton import Skeleton

__all__ = ["according_first", "clause_after", "clause_around", "clause_before", "noun_clause"]

CLAUSE_OPENERS = frozenset("tnhdDJIWGRXQqo")
"""Chunks that a reported clause can begin with."""
NO_CONTENT = frozenset("which who as because when while since after before although though amid despite".split())
"""Words that a reported clause without "that" does not begin with."""
PREPOSITIONS = frozenset("of for with about against at by from".split())
WILLING = frozenset(
    "pleased delighted proud happy excited thrilled glad sorry sad saddened honoured honored on continued continues wishes wish".split()
)
"""Words before "to announce that …" with which it is announced."""
NEGATIONS = frozenset("not never n't nor neither nobody".split())
LONGEST_OPENING = 20
LONGEST_SUBJECT = 24
"""Chunks of a subject with all that is tied to it, at most."""
TAKES_OBJECT = frozenset(
    "acknowledge admit announce claim confirm declare disclose estimate explain forecast indicate note predict promise propose "
    "recall recommend reiterate report reveal show signal state suggest unveil".split()
)
"""Verbs that have a noun as often as a clause behind them: without "that", the clause must show at once."""


def clause_after(work: Workspace, sk: Skeleton, group: Group, later: Sequence[Group]) -> int | None:
    """S said (that) CLAUSE · S asked whether CLAUSE."""
    if group.cue is None or group.source is None or _is_negated(work, sk, group):
        return None
    if group.form == "b" and not _performs(work, sk, group):
        return None
    c = sk.codes
    frames = group.cue.verb.frames
    k = content_start(work, sk, group)
    if k >= len(c) or c[k] not in CLAUSE_OPENERS or _is_conditional(work, sk, group):
        return None
    if c[k : k + 3] == "n&t" and "clause" in frames:
        k += 2  # "confirmed the cuts and that …"
    that = c[k] == "t" or c[k - 1] == "t"
    asks = "whether" in frames and c[k] in "WI"
    if not asks and c[k] in "Ww" and work.tokens.lower[sk.first[k]] in ("whose", "which", "whom"):
        return None  # "notified the banks whose cards were used"
    if not ("clause" in frames or ("that" in frames and that) or asks):
        return None
    if not that and not asks:
        opening = work.tokens.lower[sk.first[k]]
        if (
            opening == "whose"
            or group.source.inverted
            or opening in NO_CONTENT
            or (c[k] == "I" and opening in PREPOSITIONS)
        ):
            return None
    end = relative_end(sk, group, k, clause_end(work, sk, k, later))
    if not that and group.cue.verb.lemma == "recall" and c[k] not in "hW":
        return None  # "is recalling tins that may be unsafe"
    if not that and not asks and group.cue.verb.lemma in TAKES_OBJECT and not _is_plain_clause(work, sk, k, end):
        return None
    if _is_subordinate(work, sk, group):
        end = _main_clause(work, sk, k, end)
    return report(work, sk, group, k, end, "cue that clause" if that else "cue clause")


def clause_before(work: Workspace, sk: Skeleton, group: Group, floor: int) -> int | None:
    """CLAUSE, S said · CLAUSE, according to S."""
    if group.form in "gbn" or group.shared or group.source is None:
        return None
    if group.cue is not None and "clause" not in group.cue.verb.frames:
        return None
    c = sk.codes
    p = group.left - 1
    if p < floor:
        return None
    if c[p] != "," and (group.form != "a" or not work.sources.can_speak(sk, group.source.chunk)):
        return None
    start = floor
    if c[group.right + 1 : group.right + 2] == ")":
        start = max(floor, c.rfind("(", floor, p) + 1)
    while start < p and c[start] in ",:&":
        start += 1
    if c[start : start + 2] == "n:" and work.text[slice(*work.span(sk, start, start))].isupper():
        start += 2  # "PARIS: Sales fell, Bolt said."
    if "Q" not in c[start:p] and not has_clause(work, sk, start, p + 1, work.is_headline(sk)):
        return None
    if group.form != "a":
        k = skip_adjuncts(work, sk, behind_addressee(work, sk, group))
        if k < len(c) and c[k] not in ".,:)":
            return None
    rule = "according to" if group.form == "a" else "clause, source cue"
    return None if report(work, sk, group, start, p + 1, rule) is None else group.right + 1


def clause_around(work: Workspace, sk: Skeleton, group: Group, floor: int, later: Sequence[Group]) -> int | None:
    """THE PLAN, S said, WOULD FAIL: the cue parts the subject from its verb."""
    c = sk.codes
    if group.shared or group.form not in "va" or group.left - 1 <= floor or c[group.left - 1] != ",":
        return None
    if group.cue is not None and "clause" not in group.cue.verb.frames:
        return None
    k = group.right + 1
    if c[k : k + 1] != "," or not any(x in "VAMv" for x in c[k + 1 : k + 4]) or "Q" in c[floor : group.left]:
        return None
    start, first_end = trim(c, floor, group.left - 1)
    while start < first_end and c[start] == "&":
        start += 1
    if start >= first_end or has_clause(work, sk, start, first_end):
        return None
    end = clause_end(work, sk, k + 1, later)
    k, end = trim(c, k + 1, end)
    if k >= end:
        return None
    fragments = [i for i in [*range(start, first_end), *range(k, end)] if work.is_free(sk, i)]
    draft = work.draft(sk, group, "partial" if fragments else "indirect", "clause around cue")
    spans = [work.span(sk, start, first_end - 1), work.span(sk, k, end - 1)]
    if fragments:
        draft.quotes, draft.statement = [sk.quotes[i] for i in fragments], spans
    else:
        draft.spans = spans
    work.add(draft)
    return end


def according_first(work: Workspace, sk: Skeleton, group: Group, later: Sequence[Group]) -> int | None:
    """According to S, CLAUSE."""
    c = sk.codes
    if group.form != "a" or not (group.chunk == 0 or (group.chunk == 1 and c[0] in "&R")):
        return None
    comma = c.find(",", group.right + 1, group.right + LONGEST_OPENING)
    if comma < 0:
        return None
    return report(work, sk, group, comma + 1, clause_end(work, sk, comma + 1, later), "according to")


def noun_clause(work: Workspace, sk: Skeleton, group: Group, later: Sequence[Group]) -> int | None:
    """S's claim that CLAUSE · S made the argument that CLAUSE."""
    k = group.chunk + 2
    if group.form != "n" or k >= len(sk.codes):
        return None
    end = clause_end(work, sk, k, later)
    if not any(x in "VvA" for x in sk.codes[: group.left]):
        end = _first_clause(work, sk, k, end)
    return report(work, sk, group, k, end, "noun that clause")


def _is_plain_clause(work: Workspace, sk: Skeleton, k: int, end: int) -> bool:
    """Does `[k, end)` begin with a subject and its verb, so that it is no object ("reported [a loss], as sales fell")?"""
    c = sk.codes
    if c[k] == "W" or (work.is_headline(sk) and work.tokens.codes[sk.first[k]] not in "#$"):
        return True
    subject = False
    i, stop = k, min(end, k + LONGEST_SUBJECT)
    while i < stop:
        letter = c[i]
        if letter in "VvAM" and c[i - 1] != "T":
            return subject
        if letter in ",(:" and subject:
            close = c.find(")" if letter == "(" else letter, i + 1, stop)
            if close < 0 or c[close + 1 : close + 2] not in ("V", "v", "A", "M", "R"):
                return False
            i = close
        elif letter in ".:wWt" or (
            letter == "I" and work.word(sk, i) in SUBORDINATORS and not names_profit(work, sk, i)
        ):
            return False
        subject = subject or letter in "nhdDqQo"
        i += 1
    return False


def _first_clause(work: Workspace, sk: Skeleton, k: int, end: int) -> int:
    """The end of the first finite clause of `[k, end)`: "the claim that [Bolt broke the law] was rejected"."""
    c = sk.codes
    verbs = 0
    for i in range(k, end):
        if c[i] in "VvAM" and c[i - 1] not in "VvAMRX&":
            verbs += 1
            if verbs == 2:
                return i
        elif c[i] in "&Wwt,:" or (c[i] == "I" and work.word(sk, i) in SUBORDINATORS):
            verbs = min(verbs, 0)
    return end


def report(work: Workspace, sk: Skeleton, group: Group, k: int, end: int, rule: str) -> int | None:
    """A draft of the clause `[k, end)`: partial where it holds a fragment in marks, else indirect."""
    c = sk.codes
    k, end = trim(c, k, end)
    if k >= end:
        return None
    fragments = [i for i in range(k, end) if work.is_free(sk, i)]
    quoted = any(c[i] == "Q" for i in fragments) or (bool(fragments) and all(x in "Qq,&" for x in c[k:end]))
    reported = (
        rule == "cue that clause" and "E" in c[k:end]
    )  # "that profit for the six months ended 3 May increased 8%"
    if not quoted and not reported and not has_clause(work, sk, k, end, work.is_headline(sk)):
        return None
    draft = work.draft(sk, group, "partial" if fragments else "indirect", rule)
    span = work.span(sk, k, end - 1)
    if fragments:
        draft.quotes = [sk.quotes[i] for i in fragments]
        draft.statement = [span]
    else:
        draft.spans = [span]
    work.add(draft)
    return end


def _performs(work: Workspace, sk: Skeleton, group: Group) -> bool:
    """Is the base form said and done at once: "is pleased to announce", "can confirm", "went on to say"?"""
    c = sk.codes
    before = group.chunk - 1
    while before > 0 and c[before] == "R":
        before -= 1
    if before < 1:
        return False
    if c[before] == "M":
        return (
            work.word(sk, before) in ("can", "must", "may")
            and group.cue is not None
            and group.cue.verb.stance in ("confirm", "announce")
        )
    return c[before] == "T" and work.word(sk, before - 1) in WILLING


def _is_subordinate(work: Workspace, sk: Skeleton, group: Group) -> bool:
    """Does the attribution stand in a subordinate clause before the main one ("While Ray says …, Bolt has …")?"""
    before = group.left - 1
    c = sk.codes
    return (
        before >= 0
        and c[before] in "IW"
        and (before == 0 or c[before - 1] in ",&:")
        and work.word(sk, before) in SUBORDINATORS | {"when"}
    )


def _main_clause(work: Workspace, sk: Skeleton, k: int, end: int) -> int:
    """The comma in `[k, end)` that the main clause begins behind, else `end`."""
    c = sk.codes
    for i in range(k + 1, end - 1):
        if c[i] == "," and c[i + 1] in "nhDqQ" and has_clause(work, sk, k, i):
            return i
    return end


def _is_conditional(work: Workspace, sk: Skeleton, group: Group) -> bool:
    """Is the attribution itself under a condition ("if Bolt says that …")?"""
    before = group.left - 1
    return before >= 0 and sk.codes[before] == "I" and work.word(sk, before) in ("if", "whether", "unless")


def _is_negated(work: Workspace, sk: Skeleton, group: Group) -> bool:
    """ "Bolt has not said that …": nothing was said ("did not deny that" neither)."""
    lower = work.tokens.lower
    if group.source is not None and lower[sk.first[group.source.chunk]] in ("no", "none", "nobody", "neither"):
        return True
    first = (
        sk.last[group.source.chunk] + 1 if group.source is not None and not group.shared else sk.first[group.chunk] - 2
    )
    return any(
        word in NEGATIONS or word.endswith(("n't", "n’t")) for word in lower[max(0, first) : sk.first[group.chunk]]
    )
