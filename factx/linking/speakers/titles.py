"""Job titles in a row of tokens: "senior vice president, energy and transport", "founder and CEO".

Functions read the tokens of a `View`; none looks further than twenty tokens.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factx import lexicon
from factx.linking.speakers.employers import Owner, described, organisation_at, owner_from, with_part
from factx.linking.speakers.view import View
from factx.linking.speakers.work_fields import begins_title, is_field_of_work

__all__ = ["FIELD", "IN_CHARGE", "NEW", "PREFIXES", "Title", "field_from", "is_head", "person_at", "title_from"]

FURTHEST = 20
NEW = frozenset(["new", "current", "newly", "own"])
"""Adjectives before a title that are no part of it."""
NOMINAL = frozenset("NPJGE#RB")
"""Word classes that can stand before the head of a title."""
ENDS_TITLE = frozenset([",", "and", "&", "of", "at", "for", ".", ";"])
FIELD = frozenset("NPJGE&#")
EMPLOYED = frozenset(["of", "at", "with", "for", "from", "in", "to", "on"])
PREFIXES = frozenset(
    ["former", "then", "incoming", "outgoing", "acting", "interim", "ex", "late", "then-", "departing", "retired"]
)
"""Words before an employer that qualify the title behind it: "former BA chief executive"."""


@dataclass(slots=True)
class Title:
    """A title in tokens `first` to `last` (included; None where there is only an employer) and its employer.

    `led`: the employer is told as what the person leads ("Acme, founded by"); `shared`: several people hold it ("owners Ann Lee and Bo Ray").
    """

    first: int | None
    last: int | None
    owner: Owner | None
    end: int
    prefix: str = ""
    led: bool = False
    shared: bool = False


@cache
def _heads() -> frozenset[str]:
    abbreviated = {row[0] for row in lexicon.rows("offices.tsv")} - {"rep", "del", "sec", "det", "lead"}
    return frozenset(lexicon.words("role_heads.tsv") | abbreviated)


def is_head(view: View, i: int) -> bool:
    """Is token `i` the noun of a title ("analyst", "co-head", "ex-minister")?"""
    word = view.word(i)
    return word in _heads() or (
        word[:3] in ("co-", "ex-", "vic", "sub") and "-" in word and word.split("-", 1)[1] in _heads()
    )


def title_from(view: View, i: int) -> Title | None:
    """The title that starts at token `i` ("an analyst with Acme", "Bolt's chief executive", "CEO Acme AG"), or None."""
    at, prefix = i, ""
    while view.word(at) in ("a", "an", "the", "now", "currently", "also", "one") or (view.word(at) == "of" and at > i):
        at += 1
        if at > i + 4:
            return None
    if view.word(at) in PREFIXES and (at + 1) in view.starts:
        prefix = view.word(at) + " "
        at += 1
    owner, at = _owner_in_front(view, at, at > i and view.word(at - 1) == "the")
    head = _head_from(view, at)
    if head is None:
        return None
    first, last = at, _joined(view, head)
    while first < last and (
        view.word(first) in lexicon.words("nationalities.tsv") or view.word(first) in NEW or view.code(first) == "D"
    ):
        first += 1
    return _complements(view, first, last, owner, prefix)


def _owner_in_front(view: View, at: int, the: bool) -> tuple[Owner | None, int]:
    """(employer, token of the title) of what starts at token `at`: "Bolt's | chief", "Acme | CEO", "the firm's | boss"."""
    n = view.starts.get(at)
    if n is not None:
        behind = view.last[n] + 1
        if view.word(behind) in ("'s", "’s", "'", "’"):
            return Owner(at, view.last[n], n), behind + 1
        if view.names[n].kind in ("organization", "other") and _is_employer(view, n):
            return _split_name(view, n)
        if view.names[n].kind == "place" and _title_follows(view, behind):
            return None, behind
    if the or view.code(at) in "DS":
        found = described(view, at if view.code(at) == "D" else at - 1)
        if found is not None and view.code(found.last + 1) == "'":
            return found, found.last + 2
        if view.code(at) == "S":
            return None, at + 1
    return None, at


def _is_employer(view: View, n: int) -> bool:
    """Is the organisation's name followed by a title that it does not begin itself?"""
    if view.first[n] == view.last[n] and view.word(view.first[n]) in lexicon.words("organisation_heads.tsv"):
        return False
    head = _head_from(view, view.last[n] + 1)
    return head is not None and not begins_title(view, n, head)


def _title_follows(view: View, i: int) -> bool:
    return _head_from(view, i) is not None


def _split_name(view: View, n: int) -> tuple[Owner, int]:
    """(owner, token of the title): "Zenvia.org Marketing Project Lead" is a known name and a title."""
    first, last = view.first[n], view.last[n]
    for cut in range(first, last):
        words = tuple(view.lower[first : cut + 1])
        rest = view.lower[cut + 1 : last + 1]
        if words in view.organisations and all(word in lexicon.tags() for word in rest):
            return Owner(first, cut, view.organisations[words]), cut + 1
    return Owner(first, last, n), last + 1


def _head_from(view: View, i: int) -> int | None:
    """The last token of the first run of title heads at or behind token `i`, with nothing but modifiers before it."""
    modifiers = lexicon.words("role_modifiers.tsv")
    for k in range(i, i + 9):
        if view.word(k) == "chief" and (officer := _chief_officer(view, k)) is not None:
            return officer + 1 if is_head(view, officer + 1) and (officer + 1) not in view.starts else officer
        if is_head(view, k) and not (view.word(k) in modifiers and _head_near(view, k + 1)):
            if view.code(k + 1) == "'" and view.word(k + 1) in ("'s", "’s"):
                return None
            last = k
            while is_head(view, last + 1) and (last + 1) not in view.starts:
                last += 1
            if view.code(last + 1) in "NG" and view.code(last + 2) == "N" and is_head(view, last + 2):
                return last + 2  # "customer service representative"
            return last + (view.word(last + 1) in ("emeritus", "emerita"))
        if view.code(k) == "&" and k > i:
            continue
        if view.code(k) not in NOMINAL and view.word(k) not in modifiers:
            return None
        n = view.starts.get(k)
        if (
            n is not None
            and k > i
            and (view.names[n].kind == "person" or (view.names[n].kind == "organization" and view.last[n] > k))
        ):
            return None
    return None


def _chief_officer(view: View, k: int) -> int | None:
    """The "Officer" of a "Chief Patient Safety & Quality Officer" at token `k`, the "officer" of a "chief privacy officer"."""
    capital = view.forms[k] == "Chief"
    for at in range(k + 1, min(k + 7, len(view.forms))):
        if not ((view.forms[at][0].isupper() if capital else view.code(at) in "NJG") or view.word(at) in ("&", "and")):
            return None
        if not capital and view.word(at) not in ("officer", "&", "and") and is_head(view, at):
            return None
        if view.word(at) in ("officer", "leader", "manager", "executive"):
            return at
        if capital and at == k + 1 and view.word(at).endswith(("or", "er")) and view.word(at + 1) in ENDS_TITLE:
            return at  # "Chief Instigator and CEO"
    return None


def _head_near(view: View, k: int) -> bool:
    return is_head(view, k) or (view.word(k) in lexicon.words("role_modifiers.tsv") and is_head(view, k + 1))


def _joined(view: View, last: int) -> int:
    """Take in "… and chief executive", "…, president and CEO"."""
    for _ in range(4):
        k = last + 1
        if (
            view.word(k) == ","
            and (is_head(view, k + 1) or _head_from(view, k + 1) is not None)
            and _list_goes_on(view, k + 1)
        ) or view.word(k) in ("and", "&", "/", "-", "cum"):
            k += 1
        else:
            return last
        if view.starts.get(k) is not None and view.names[view.starts[k]].kind == "person":
            return last
        head = _head_from(view, k)
        if head is None or head > k + 4:
            return last
        last = head
    return last


def _list_goes_on(view: View, k: int) -> bool:
    head = _head_from(view, k)
    return head is not None and view.word(head + 1) in ("and", "&", ",") and head <= k + 3


def _complements(view: View, first: int, last: int, owner: Owner | None, prefix: str) -> Title:
    """Read on behind the head: fields belong to the title, the organisation is the employer."""
    title = Title(first, last, owner, last, prefix)
    for _ in range(4):
        k = title.end + 1
        if k >= first + FURTHEST:
            break
        word = view.word(k)
        if word == "of" and view.word(k + 1) == "state":  # "Minister of State", "Secretary of State"
            title.last = title.end = k + 1
            continue
        if word in EMPLOYED:
            field = _behind_preposition(view, title, k)
        elif word in (",", "(", "-", "–", "—"):
            field = _behind_mark(view, title, k)
        else:
            n = organisation_at(view, k)
            if n is not None and title.owner is None and view.code(view.last[n] + 1) not in "':":  # "Producer Email: …"
                title.owner, title.end = Owner(k, view.last[n], n), view.last[n]
            break
        if field is None:
            break
        title.last = title.end = field
    return title


def _behind_preposition(view: View, title: Title, k: int) -> int | None:
    """The last token of the field behind the preposition at token `k`; None where the title ends, with its employer or not."""
    word = view.word(k)
    board = _board(view, title, k) if word == "of" else None
    if board is not None:
        return board if title.owner is None or title.end <= board else None
    found = None if word in ("to", "on", "in") and title.owner is not None else owner_from(view, k + 1)
    field = _field(view, k + 1) if word in ("of", "for") else None
    further = field is not None and (found is None or field > found.last)
    if field is not None and further and _employer_behind(view, field + 1):
        return field  # "of Nimbus Server at Tarn Systems": a field when another employer follows
    if found is not None and word in ("of", "for") and _is_field(view, title.last, found):
        return found.last
    if found is not None and not (word in ("of", "for", "in") and _employer_behind(view, found.last + 1)):
        _take(title, found, word)
        return None
    if field is not None and _is_founded(view, title, k):
        _take(title, Owner(k + 1, field), word)
        return None
    if word == "in" and view.word(k + 1) == "charge" and view.word(k + 2) == "of":
        return _field(view, k + 3)
    if word in ("from", "with", "at", "to"):
        return None
    return found.last if found is not None else field


def _take(title: Title, found: Owner, word: str) -> None:
    """Give a title the employer behind its preposition."""
    if title.owner is None:
        title.owner = found
    elif word == "of":  # "Tarn's Vice President of Nimbus Server"
        title.last = found.last
    title.end = found.last


def _is_founded(view: View, title: Title, k: int) -> bool:
    """Is what follows "of" at token `k` an organisation whose name nobody knows: "CEO of Justice 4 Housing"?"""
    return view.word(k) == "of" and view.word(title.last or 0) in FOUNDERS and view.forms[k + 1][0].isupper()


def _board(view: View, title: Title, k: int) -> int | None:
    """The last token of "of the Board", "of the board of directors", "of the Audit Committee" behind the title.

    Whose it is comes behind; where a name holds both ("Audit Committee of Tarn"), the rest of it is the employer.
    """
    at = k + 2 if view.word(k + 1) in ("the", "its", "our") else k + 1
    n = view.starts.get(at)
    end = view.last[n] if n is not None else at
    last = next((i for i in range(at, end + 1) if view.word(i) in ("board", "committee")), None)
    if last is None or (last == end and view.word(last) == "committee" and view.word(last + 1) not in ("of", "at")):
        return None
    if view.word(last) == "board" and last != at:
        return None  # "Iowa Utilities Board"
    if view.word(last + 1) == "of" and view.word(last + 2) in ("directors", "trustees"):
        last += 2
    if n is not None and end > last + 1 and title.owner is None:
        begins = last + 3 if view.word(last + 2) == "the" else last + 2
        title.last, title.owner, title.end = last, Owner(begins, end, n), end
    return last


def _behind_mark(view: View, title: Title, k: int) -> int | None:
    """As `_behind_preposition`, behind the comma, bracket or dash at token `k`."""
    assert title.last is not None
    k += view.word(k + 1) in ("at", "with", "from")  # "Board President, at the Tarn Foundation"
    n = organisation_at(view, k + 1) if view.word(k + 1) != "the" else organisation_at(view, k + 2)
    if n is not None and view.word(title.last) in IN_CHARGE and is_field_of_work(view, title.last, n):
        return view.last[n]
    if n is not None and title.owner is None:
        stop = with_part(view, view.last[n])
        if _closes(view, stop + 1):
            title.owner, title.end = Owner(view.first[n], stop, n), stop
            return None
    field = _field(view, k + 1)
    return field if view.word(k) == "," and field is not None and _employer_behind(view, field + 1) else None


FOUNDERS = frozenset("ceo co-ceo co-founder co-owner founder owner".split())
"""Heads of titles that have an organisation behind "of", never a field."""
IN_CHARGE = frozenset(
    "president vice-president director manager head lead leader officer controller vp svp evp".split()
)
"""Heads of titles behind which a comma and a field can stand."""


def _is_field(view: View, title: int | None, found: Owner) -> bool:
    """Is what follows the title no employer but a field of work?"""
    if (
        title is None
        or found.name is None
        or (view.first[found.name], view.last[found.name]) != (found.first, found.last)
    ):
        return False
    return is_field_of_work(view, title, found.name)


def _field(view: View, k: int) -> int | None:
    """Last token of a field of work at token `k`: "global public affairs", "energy and transport"."""
    at = k
    if view.word(at) in ("the", "its", "our"):
        at += 1
    start = at
    while (
        at < start + 8
        and view.code(at) in FIELD
        and not person_at(view, at)
        and view.word(at) not in ("said", "says")
        and not view.begins_line(at)
    ):
        at += 1
    while at > start and view.code(at - 1) == "&":
        at -= 1
    return at - 1 if at > start and view.code(at - 1) in "NPG" else None


def person_at(view: View, k: int) -> bool:
    """Does the name of a person start at token `k`?"""
    n = view.starts.get(k)
    return n is not None and view.names[n].kind == "person"


def field_from(view: View, k: int) -> int | None:
    """Last token of the field in "for government affairs", whose preposition is token `k`; None when there is none."""
    return _field(view, k + 1) if view.word(k) in ("for", "of") else None


def _employer_behind(view: View, k: int) -> bool:
    """Does an employer follow at token `k`: "at Acme", "for Acme", ", Acme", "for North America at Acme"?"""
    word, place = view.word(k), view.starts.get(k + 1)
    if word in ("for", "of", "in") and place is not None and view.names[place].kind == "place":
        k = view.last[place] + 1
        word = view.word(k) if view.word(k) != "," else ""
    if word in ("at", "for", "with", "of"):
        return owner_from(view, k + 1) is not None
    if word == ",":
        n = organisation_at(view, k + 1)
        return n is not None and _closes(view, with_part(view, view.last[n]) + 1)
    return False


def _closes(view: View, k: int) -> bool:
    """Can an apposition end before token `k`?"""
    return (
        view.code(k) in ',.:;)"V&'
        or view.word(k) in ("said", "says", "who", "in", "on", "told", "and", "•")
        or view.begins_line(k)
    )
