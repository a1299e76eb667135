"""What the source phrase of an attribution is: a name, a pronoun, a description, a document or somebody unnamed."""

from __future__ import annotations

from dataclasses import dataclass

from factx import lexicon
from factx.linking.speakers.documents import is_finding
from factx.linking.speakers.employers import Owner, owner_before, owner_from
from factx.linking.speakers.titles import field_from, is_head, person_at
from factx.linking.speakers.view import View
from factx.mentions.cues.voices import voice_of
from factx.mentions.types import SpanTuple

__all__ = ["Source", "read_source"]

PRONOUNS = frozenset(
    "he him himself his she her herself it itself its they them themselves their i me my we us our you who which that this these those".split()
)
STYLES = frozenset("eminence excellency grace highness holiness honor honour ladyship lordship majesty".split())
"""Nouns that stand for him or her: "Her Majesty"."""
BEHIND_NAMES = frozenset([".", "'", "’", "'s", "’s", ")", "himself", "itself", "herself", "mp", "mep"])
"""What may stand between a name and the end of its phrase."""
TELLING = frozenset(["who", "in", "with", "of", "published", "that"])
"""Words behind a noun that begin what tells whom it means."""
JOINTS = frozenset("a an and for in of on the your".split())
"""Small words of titles."""
LONGEST = 60
"""Tokens of a source phrase that are read."""
DEFINITE = frozenset(["the", "this", "that", "its", "their", "our"])


@dataclass(frozen=True, slots=True)
class Source:
    """`kind`: name, pronoun, description, office, document or unnamed; `first`, `last`, `head`: tokens; `name`: index of the name."""

    kind: str
    first: int
    last: int
    head: int
    name: int | None = None
    owner: Owner | None = None
    members: tuple[int, ...] = ()
    """Indices of the names of a coordination ("Ann Lee and Bo Ray")."""
    end: int | None = None
    """The last token of the words that tell whom the noun means, where they are in the source: "sources [who are close to it]"."""


def read_source(view: View, span: SpanTuple) -> Source | None:
    """The reading of a source span; None for one without words."""
    if span not in view.sources:
        view.sources[span] = _read(view, span)
    known: Source | None = view.sources[span]
    return known


def _read(view: View, span: SpanTuple) -> Source | None:
    words = _words_of(view, span)
    if words is None:
        return None
    first, last = words
    if _is_pronoun(view, first, last):
        return Source("pronoun", first, last, first)
    titled = _titled_document(view, first, last)
    if titled is not None:
        return Source("document", first, last, titled)
    core = _core_end(view, first, last)
    members = _members(view, first, last)
    if members:
        return Source("several", first, view.last[members[-1]], view.last[members[-1]], members=members)
    n = _name_that_heads(view, first, core)
    head = core
    while head > first and view.code(head) not in "NPJE#H":
        head -= 1
    if n is None:
        n = _name_near(view, first, head, core, last)
    if n is not None:
        return Source("name", first, last, view.last[n], n)
    owner = _owner_inside(view, first, head, last)
    if view.word(head) in lexicon.words("documents.tsv") or _is_text_or_thing(view, head, owner):
        return Source("document", first, last, head, owner=owner)
    told = view.word(head + 1) in TELLING and not any(view.word(k) in (",", "(") for k in range(head + 1, last))
    return Source(_kind_of_nameless(view, first, head), first, core, head, owner=owner, end=last if told else None)


def _is_pronoun(view: View, first: int, last: int) -> bool:
    """Is the source "she", or "Her Majesty"?"""
    if first == last:
        return view.word(first) in PRONOUNS
    return last == first + 1 and view.word(first) in ("his", "her") and view.word(last) in STYLES


def _words_of(view: View, span: SpanTuple) -> tuple[int, int] | None:
    """The first and last token of a source that are read; None for one without words."""
    inside = view.tokens.inside(*span)
    if not len(inside):
        at = view.tokens.at(span[0])
        if at >= len(view.lower):
            return None
        inside = range(at, at + 1)
    first, last = inside.start, min(inside.stop - 1, inside.start + LONGEST)
    while first < last and not view.forms[first][0].isalnum():
        first += 1
    return first, last


def _titled_document(view: View, first: int, last: int) -> int | None:
    """The noun at the end of a document's title: "Acme's [Future of Work Report]", "the [Annual Savings Report] from Acme"."""
    title = first
    for k in range(first, last + 1):
        word, code = view.word(k), view.code(k)
        if is_finding(word) and k > first and (k == last or view.word(k + 1) in ("from", "by", "(", ",")):
            return k if title > first and (view.forms[k][0].isupper() or title == k - 1) else None
        if view.forms[k][0].isupper() or view.forms[k][0].isdigit():
            title = k
        elif code not in "NJEGRP#'" and word not in JOINTS:
            return None
    return None


def _is_text_or_thing(view: View, head: int, owner: Owner | None) -> bool:
    """Is the noun one for a text, for a thing that WordNet knows or for one that is somebody's: "the contract", "stats from Acme"?"""
    word = view.word(head)
    return (
        not is_head(view, head)
        and not view.forms[head][0].isupper()
        and (
            voice_of(word) == "document"
            or (voice_of(word) == "thing" and (owner is not None or word in lexicon.noun_classes()))
        )
    )


def _kind_of_nameless(view: View, first: int, head: int) -> str:
    """ "the chairman" is an office, "the company" a description, "analysts" unnamed."""
    word = view.word(head)
    named = any(k in view.starts and view.names[view.starts[k]].kind != "place" for k in range(first, head))
    if named or view.word(first) not in DEFINITE:
        return "unnamed"
    described = lexicon.table("organisation_descriptions.tsv").get(word)
    if described != "body" and is_head(view, head):
        return "office"
    return "unnamed" if described is None else "description"


def _name_behind(view: View, head: int, core: int, last: int) -> int | None:
    """The person whose title heads the phrase, named behind it, or behind the field of work at which the source stops.

    "The airline's boss, Ross Ellerby", "Xerxes Corp. vice president for government affairs | Tina Bell"; not "aide to Minister Ann Li".
    """
    comma = False
    for k in range(core + 1, min(last + 1, core + 10)):
        comma = comma or view.word(k) == ","
        if comma and person_at(view, k):
            return view.starts[k]
    field = field_from(view, head + 1)
    if field is None or not person_at(view, field + 1):
        return None
    joined = not {"and", "&"}.isdisjoint(view.lower[head:field])
    return view.starts[field + 1] if joined or not is_head(view, field) else None


def _name_near(view: View, first: int, head: int, core: int, last: int) -> int | None:
    """The name of somebody who does not head the phrase: with a team, behind a title, beside a firm."""
    n = _name_of_team(view, first, last)
    if n is None and is_head(view, head):
        n = _name_behind(view, head, core, last)
    return _name_beside(view, first, head) if n is None else n


def _name_of_team(view: View, first: int, last: int) -> int | None:
    """The name that speaks for others, too: "[Ann Lee] and her team"."""
    n = view.starts.get(first)
    if n is None or view.names[n].kind == "place" or view.word(view.last[n] + 1) != "and":
        return None
    return n if view.word(view.last[n] + 2) in ("her", "his", "its", "their") and view.last[n] + 2 < last else None


def _name_beside(view: View, first: int, head: int) -> int | None:
    """Whose name the phrase goes with: "the law firm | of Harrow Lisk", "Ann Lee, | Chief Advisor announced", "Jo Ray Head of Sales".

    "Trump lawyers" are no Trump.
    """
    if view.word(head) == "firm" and view.word(head + 1) == "of":
        n = view.starts.get(head + 2)
        return n if n is not None and view.names[n].kind != "place" else None
    n = view.starts.get(first)
    if n is not None and view.names[n].kind == "person" and view.last[n] < head and is_head(view, head):
        titled = view.forms[view.last[n] + 1][0].isupper() and view.word(head + 1) in ("of", "at", "for")
        return n if titled else None
    n = view.ends.get(first - 2)
    if n is None or view.word(first - 1) != "," or not is_head(view, head) or not view.forms[first][0].isupper():
        return None
    return n if view.names[n].kind == "person" and view.word(first) not in DEFINITE else None


def _core_end(view: View, first: int, last: int) -> int:
    """Last token of the phrase before its first comma, bracket, preposition or relative pronoun."""
    k = first
    while k <= last:
        n = view.starts.get(k)
        if n is not None:
            k = min(view.last[n], last) + 1
            continue
        word, code = view.word(k), view.code(k)
        if k > first and (
            (code in ',(:;IW"' and word not in ("'", "’"))
            or (code == "T" and word == "to")
            or word in ("of", "who", "whose")
        ):
            return k - 1
        k += 1
    return last


def _members(view: View, first: int, last: int) -> tuple[int, ...]:
    """The names of a source that joins several: "Ann Lee and Bo Ray", "Bolt Corp., Tarn and Acme"; () for any other."""
    found: list[int] = []
    joined = False
    honorifics = lexicon.words("honorifics.tsv")
    k = first
    while k <= last:
        n = view.starts.get(k)
        if n is not None and view.names[n].kind != "place":
            found.append(n)
            k = view.last[n] + 1
            if k > last or (joined and view.code(k) not in ",&."):
                break
            continue
        word = view.word(k)
        if word in ("and", "&") and found:
            joined = True
        elif (k + 1) in view.starts and view.forms[k].islower() and voice_of(word) == "somebody":
            pass  # "and accountants Zenvia"
        elif not (word in (",", ".", "both", "the") or word in honorifics):
            return ()
        k += 1
    kinds = {view.names[n].kind == "person" for n in found}
    return tuple(found) if joined and len(found) > 1 and len(kinds) == 1 and k > last else ()


def _name_that_heads(view: View, first: int, core: int) -> int | None:
    """The name that ends the core ("Zenvia Securities analyst Mark Zorvan"), if one does."""
    for k in range(core, max(first - 1, core - 6), -1):
        n = view.ends.get(k, view.starts.get(k))
        if n is not None and (k in view.ends or view.last[n] >= core):
            return n
        if view.word(k) not in BEHIND_NAMES or (view.word(k) in ("'s", "’s") and k != core):
            return None
    return None


def _owner_inside(view: View, first: int, head: int, last: int) -> Owner | None:
    """Whose it is: "Corvex's director", "Corvex executives", "a spokesman for Acme"."""
    for k in range(head - 1, first - 1, -1):
        if view.code(k) == "'" or k in view.ends:
            owner = owner_before(view, k)
            if owner is not None:
                return owner
    if is_head(view, head) and view.word(head + 1) in ("of", "at", "with", "for", "from"):
        behind = owner_from(view, head + 2)
        if behind is not None:
            return behind
    for k in range(head + 1, max(min(last + 1, head + 6), head + 6)):
        if view.code(k) not in "IDNPJ":
            return None
        n = view.starts.get(k)
        if n is not None and view.word(k - 1) in ("of", "at", "for", "from", "with", "the", "by", "behind"):
            return Owner(view.first[n], view.last[n], n)
    return None
