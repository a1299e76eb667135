"""Where the reported words begin and end beside a cue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.groups import Group
from factx.linking.attribution.skeleton import Skeleton
from factx.mentions.cues import speech_nouns

__all__ = [
    "behind_addressee",
    "clause_end",
    "closes",
    "content_start",
    "has_clause",
    "names_profit",
    "relative_end",
    "skip_adjuncts",
    "trim",
]

NEED_ADDRESSEE = frozenset("tell inform notify brief remind assure reassure advise".split())
LONGEST_ASIDE = 16
YEAR = re.compile(r"(?:19|20)\d\d")
LONGEST_CONTENT = 200
OCCASION = re.compile(r"I[JR]?[nd][nd]?(?:I[nd]{1,2}){0,2}:[Qq]")
"""What the words are said of, with the words behind a colon."""


def content_start(work: Workspace, sk: Skeleton, group: Group) -> int:
    """The chunk that the words behind a cue begin at: past particles, addressee, time, place and punctuation."""
    c = sk.codes
    k = group.right + 1
    if group.cue is not None:
        frames = group.cue.verb.frames
        if ("it" in frames and c[k : k + 1] == "h") or ("out" in frames and c[k : k + 1] == "R"):
            k += 1
        if "to" in frames:
            k = after_addressee(work, sk, k, group.cue.verb.lemma)
    k = skip_adjuncts(work, sk, k)
    comma = k
    while k < len(c) and c[k] in ",:":
        k += 1
    if k > comma and c[k : k + 1] == "g":
        return len(c)  # "Ray agreed, saying …": the words belong to the next cue
    return k


def skip_adjuncts(work: Workspace, sk: Skeleton, k: int) -> int:
    """Skip time phrases, adverbs, "in a statement", "to reporters" … behind a cue; the chunk that the content begins at."""
    c = sk.codes
    size = len(c)
    while k < size:
        letter = c[k]
        following = c[k + 1] if k + 1 < size else ""
        if letter == "I" and following == "n" and YEAR.fullmatch(work.word(sk, k + 1)):
            k += 2
        elif letter == "d" and following == "I" and work.word(sk, k + 1) == "of" and c[k + 2 : k + 3] in ("n", "o"):
            break  # "told the paper each day of the strike has cost"
        elif letter == "R" or (letter == "d" and following not in ("V", "A", "M", "v")):
            k += 1
        elif letter == "I" and OCCASION.match(c, k) is not None:
            k = c.index(":", k)  # "said of last summer's trade: “…”"
        elif letter in "IT" and following in ("n", "d", "o", "h"):
            end = _phrase_end(work, sk, k)
            after = c[end] if end < size else ""
            if after == "t" and letter == "I" and speech_nouns().get(work.word(sk, end - 1)) == "act":
                break  # "disagreed with the claim that …": not said, but said of a claim
            if (
                following in "do"
                or (letter == "T" and following == "n")
                or after in ("t", ",", ":", "Q", "", ".", "I", "T", "d")
                or _is_venue(work, sk, k + 1)
            ):
                if letter == "I" and following == "h" and after not in (",", ":", "t", "Q"):
                    break
                k = end
            else:
                break
        elif letter == "(" and c[k + 1 : k + 3] == "d)":
            k += 3  # "said on Wednesday (April 9)"
        elif letter == ",":
            close = _aside(c, k)
            if close is None:
                break
            k = close
        else:
            break
    return k


def _phrase_end(work: Workspace, sk: Skeleton, k: int) -> int:
    """The chunk behind the prepositional phrase at `k`, with the "of …" behind it."""
    c = sk.codes
    k += 2
    while k + 1 < len(c) and c[k] in "I" and c[k + 1] == "n" and work.word(sk, k) in ("of", "for"):
        k += 2
    return k


def _is_venue(work: Workspace, sk: Skeleton, chunk: int) -> bool:
    word = work.word(sk, chunk)
    return word in speech_nouns() or word.rstrip("s") in speech_nouns()


def _aside(c: str, k: int) -> int | None:
    """The chunk behind ", …," when the comma at `k` opens an aside that the content follows."""
    if c[k + 1 : k + 2] not in ("I", "G", "E", "W", "g", "R", "d", "T", "a"):
        return None
    close = c.find(",", k + 1, k + LONGEST_ASIDE)
    if close < 0 or "Q" in c[k:close] or close + 1 >= len(c):
        return None
    if c[k + 1] == "g" and c[close + 1] in "nD":
        return None  # "Bolt reported, citing Li Wei, a trader.": an apposition, and no content
    return close + 1 if c[close + 1] in "tQqhnWD" else None


def after_addressee(work: Workspace, sk: Skeleton, k: int, lemma: str) -> int:
    """Skip whom the words are said to: "told [reporters] that", "warned [investors in Paris] that"."""
    c = sk.codes
    size = len(c)
    while k < size and c[k] == "R":
        k += 1
    if k >= size or c[k] not in "nohd":
        return k
    end = k + 1
    while end + 1 < size and c[end] == "I" and c[end + 1] in "nd":
        end += 2
    after = c[end] if end < size else ""
    if after == "," and c[k] == "n":
        # "told its suppliers, many of them small firms, that …"
        close = c.find(",t", end + 1, end + LONGEST_ASIDE)
        if close > 0 and "Q" not in c[end:close]:
            return close + 1
    if c[k] == "o" or lemma in NEED_ADDRESSEE:
        return k + 1 if c[k] != "n" else (end if after in ("t", ",", ":", "Q", "q", "h", "n", "d", "W") else k + 1)
    if c[k] == "n" and after in ("t", ":", "Q", "W", "T"):
        return end
    return k


def behind_addressee(work: Workspace, sk: Skeleton, group: Group) -> int:
    """The chunk behind the cue and whom it tells: "…, [Ray told The Herald]"."""
    k = group.right + 1
    if group.form != "v" or group.cue is None or "to" not in group.cue.verb.frames:
        return k
    end = after_addressee(work, sk, k, group.cue.verb.lemma)
    return end if end >= len(sk.codes) or sk.codes[end] in ".,)I" else k


def clause_end(work: Workspace, sk: Skeleton, k: int, groups: Sequence[Group]) -> int:
    """The chunk behind the reported clause that begins at `k`: the sentence's end, or where the next attribution begins."""
    c = sk.codes
    size = min(len(c), k + LONGEST_CONTENT)
    starts = {g.left: g for g in groups}
    e = k
    quoted = False
    last_quote = max(c.rfind("Q", k, size), c.rfind("q", k, size))
    while e < size:
        letter = c[e]
        if letter in "Qq":
            quoted = sk.quotes[e] not in work.claimed or quoted
        if letter == "." and (_is_stop(work, sk, e) or (e > k and c[e + 1 : e + 2] == "Q")):
            break
        if letter == "a" and e > k:
            break
        if letter == ":" and e > k and work.word(sk, e) == ";":
            break
        if letter == "," and e + 1 < size:
            following = c[e + 1]
            if following == "a" or (following == "g" and _adds(sk, e + 1)):
                break
            if following == "v" and e > k:
                break
            if quoted and e > last_quote:
                break
            if following == "&":
                n = e + 2
                while n < size and c[n] in "RAd":
                    n += 1
                if n < size and (n in starts or c[n] in "vg"):
                    break
                if e + 2 in starts:
                    break
            elif (e + 1 in starts and not starts[e + 1].shared and _ends_before(work, sk, starts[e + 1])) or (
                following == "I"
                and e + 2 in starts
                and starts[e + 2].cue is not None
                and work.word(sk, e + 1) in CONTRAST
            ):
                break
        elif letter == "&" and e > k:
            n = e + 1
            while n < size and c[n] in "RA":
                n += 1
            if n < size and c[n] == "v" and (quoted or c[n + 1 : n + 2] == "t" or work.word(sk, e) == "but"):
                break
            if n < size and c[n] == "v" and not has_clause(work, sk, k, e):
                break
            if n < size and c[n] in "VE" and quoted and e > last_quote:
                break
        e += 1
    return e


def relative_end(sk: Skeleton, group: Group, k: int, end: int) -> int:
    """The end of `[k, end)`, or the comma that closes the relative clause that the cue is in ("Ray, who says …, will")."""
    c = sk.codes
    if group.left == 0 or c[group.left] not in "wW" or c[group.left - 1] != ",":
        return end
    for i in range(k + 1, end - 1):
        if c[i] == "," and c[i + 1] in "VvAM":
            return i
    return end


def _is_stop(work: Workspace, sk: Skeleton, chunk: int) -> bool:
    """Does the full stop end a sentence (and not an abbreviation)?"""
    end = work.tokens.end[sk.last[chunk]]
    if chunk + 1 >= len(sk.codes):
        return True
    sentence = work.document.sentence_at(end - 1)
    return sentence is not None and sentence.end <= end + 2


def _adds(sk: Skeleton, chunk: int) -> bool:
    """Is the -ing form at `chunk` a new attribution (", adding that …"), not part of the clause (", noting changes")?"""
    verb = sk.cues[chunk].verb
    following = sk.codes[chunk + 1 : chunk + 2]
    return "clause" in verb.frames or following in ("t", "Q", "q", ":", ",")


def _ends_before(work: Workspace, sk: Skeleton, group: Group) -> bool:
    """Is the attribution behind a comma a new one: of the words before it (", he said.") or of other people (", others say he …")?"""
    if closes(work, sk, group):
        return True
    noun = group.source is not None and sk.codes[group.source.chunk] == "n"
    return noun and group.cue is not None and group.cue.verb.lemma in ("say", "argue", "add", "tell")


def closes(work: Workspace, sk: Skeleton, group: Group) -> bool:
    """Does nothing that could be reported follow the group, so that it belongs to the words before it (", he said.")?"""
    k = skip_adjuncts(work, sk, behind_addressee(work, sk, group))
    return k >= len(sk.codes) or sk.codes[k] in ".,:)"


def trim(c: str, k: int, end: int) -> tuple[int, int]:
    """`[k, end)` without "that", conjunctions and commas at its edges."""
    while k < end and c[k] in "t,:":
        k += 1
    while end > k and c[end - 1] in ",:&.":
        end -= 1
    return k, end


CONTRAST = frozenset("while although though whereas".split())
SUBORDINATORS = frozenset(
    "although though because while if when unless after before since until as whether whereas".split()
)


DEDUCTED = frozenset(
    "tax taxes taxation interest items depreciation amortisation amortization provisions impairment minorities".split()
)
"""What profit is "before" or "after"."""


def names_profit(work: Workspace, sk: Skeleton, chunk: int) -> bool:
    """Is the "before" or "after" at `chunk` one of "profit before tax", and no conjunction?"""
    if work.word(sk, chunk) not in ("before", "after") or chunk + 1 >= len(sk.codes):
        return False
    return not DEDUCTED.isdisjoint(work.tokens.lower[sk.first[chunk + 1] : sk.last[chunk + 1] + 1])


def has_clause(work: Workspace, sk: Skeleton, k: int, end: int, headline: bool = False) -> bool:
    """Do the chunks `[k, end)` hold a subject and a finite verb that is not one of a relative or subordinate clause?

    In a headline "Acme to close plant" and "Acme closing plant" are clauses as well.
    """
    c = sk.codes
    subject = False
    pending = 0
    i = k
    while i < end:
        letter = c[i]
        if letter in "nhdQqDowG":
            subject = True
            if letter == "w" and i > k:
                pending = 1
            if headline and letter == "G" and i > k and c[i - 1] in "nR":
                return True
        elif letter == "W" or (letter == "t" and i > k and c[i - 1] in "n,o"):
            subject = True
            if i > k:
                pending = 1
        elif letter == "I":
            if (
                i > k
                and work.word(sk, i) in SUBORDINATORS
                and not names_profit(work, sk, i)
                and c[i + 1 : i + 2] not in ("J", "R")
            ):
                pending = 2
        elif letter == ",":
            if pending == 2 and c[i - 1] in "nd":
                pending = 0  # "shortly before the sale, Bolt …": a phrase, not a clause
        elif (
            letter in "VvAM"
            or (letter in "Bb" and i > k and c[i - 1] in "nh")
            or (letter == "E" and i > k and c[i - 1] == "n" and c[i + 1 : i + 2] in ("n", "o", "D"))
            or (letter == "E" and i > k + 1 and c[i - 2 : i] == ",R" and c[i + 1 : i + 2] in ("n", "o", "D"))
        ):
            joined = i > k and (c[i - 1] == "&" or (c[i - 1] == "R" and c[i - 2] == "&"))
            if subject and not pending and not joined:
                return True
            if pending:
                pending = 0
                while i + 1 < end and c[i + 1] in "VvAMRBbEeGg" and not (c[i] in "EeVv" and c[i + 1] in "AM"):
                    i += 1  # (in "those who have been hit have been paid" the second group is the main clause's)
        elif headline and subject and letter == "T" and c[i + 1 : i + 2] in ("B", "b", "V", "v"):
            return True
        i += 1
    return False
