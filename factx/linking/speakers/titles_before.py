"""Titles in front of a name, read leftwards: "BA chairman", "Acme's chief executive,", "aviation analyst"."""

from __future__ import annotations

from factx import lexicon
from factx.linking.speakers.employers import Owner, owner_before
from factx.linking.speakers.titles import FIELD, NEW, PREFIXES, Title, field_from, is_head
from factx.linking.speakers.view import View
from factx.linking.speakers.work_fields import begins_title

__all__ = ["PUBLIC", "title_until"]

PUBLIC = frozenset(
    "president premier chancellor minister secretary senator governor gov sen rep congressman congresswoman ambassador king queen "
    "attorney treasurer mayor commissioner".split()
)
"""Heads of titles whose holders work for a country, a state or a city."""

COURTS = frozenset(["district", "circuit", "magistrate", "bankruptcy"])
"""What judges of the United States sit in."""


def title_until(view: View, i: int) -> Title | None:
    """The title that ends at token `i`, read leftwards: "BA chairman", "Acme's chief executive ,", "aviation analyst"."""
    last = i
    comma = view.word(last) == ","
    if comma:
        last -= 1
        n = view.ends.get(last)
        if n is not None and view.names[n].rule != "organisation: head noun alone":
            return None
        if not is_head(view, last):
            return _with_field(view, last)  # "Bolt's VP of Engineering, Jo Ray"
    if view.word(last) == "." and lexicon.table("offices.tsv").get(view.word(last - 1), "-") != "-":
        last -= 1
    if not is_head(view, last):
        return _with_field(view, i)
    first, bloc = _first_word(view, last)
    if bloc is not None:
        return Title(first, view_last(view, last), bloc, i)
    start = first
    while start < last and view.word(start) in NEW:
        start += 1
    owner = _owner(view, first, last)
    if comma and owner is None and view.code(first - 1) not in "DSW" and not _opens(view, first, last):
        return None
    prefix = ""
    if owner is not None:
        before = owner.first - 1
        if view.word(before) in PREFIXES and view.forms[before : before + 1] != ["Then"]:
            prefix = view.word(before) + " "
    return Title(start, view_last(view, last), owner, i, prefix)


def _opens(view: View, first: int, last: int) -> bool:
    """Is it a title in capitals of two words or more that begins its sentence: "Senior Editor, Jo Ray said"?"""
    sentence = view.document.sentence_at(view.tokens.start[first])
    begins = sentence is not None and sentence.start == view.tokens.start[first]
    return begins and first < last and view.forms[last][0].isupper()


def _owner(view: View, first: int, last: int) -> Owner | None:
    """Whose the office in tokens `first` to `last` is, by what stands before it."""
    owner = owner_before(view, _over_bracket(view, first - 1))
    if owner is None and view.word(last) in PUBLIC:
        n = view.ends.get(first - 1)
        if n is not None and view.names[n].kind == "place":
            return Owner(view.first[n], view.last[n], n)  # "US President"
    if owner is None and view.word(first - 1) in ("its", "their"):
        return Owner(first - 1, first - 1)
    return owner


def _first_word(view: View, last: int) -> tuple[int, Owner | None]:
    """Where the title begins whose head is token `last`; with the employer where its field says it as well."""
    sentence = view.document.sentence_at(view.tokens.start[last])
    begins = sentence.start if sentence is not None else 0
    first = last
    while first > max(0, last - 10):
        k = first - 1
        if view.tokens.start[k] < begins or not (view.forms[k][0].isalnum() or view.forms[k] == "&"):
            break
        n = view.ends.get(k)
        if n is None:
            taken = _goes_on(view, k, first, last)
            if taken is None:
                break
            first = taken
        elif view.word(last) == "judge" and view.word(k) in COURTS:
            first = view.first[n]  # "U.S. District Judge"
        elif not _is_field_of_office(view, n, first):
            if not view.forms[first][0].isupper() or not begins_title(view, n, last):
                break
            first = view.first[n]  # "State Senator", "Campus Director"
        elif view.first[n] == k:
            first = k
        elif view.word(last) in ("commissioner", "minister", "secretary"):  # "EU | Competition Commissioner"
            return k, Owner(view.first[n], k - 1, n)
        else:
            break
    return first, None


def _goes_on(view: View, k: int, first: int, last: int) -> int | None:
    """The first token of a title from `first` to `last` with what ends at token `k` taken in; None when that is no part."""
    if is_head(view, k) or view.word(k) in lexicon.words("role_modifiers.tsv"):
        return k
    if is_head(view, k - 1) and (
        view.word(k) in ("and", "&") or (view.word(k) == "of" and view.code(first) in "NP" and first == last)
    ):
        return k - 1
    if (
        view.code(k) in "NJ"
        and (view.forms[last].islower() or not view.forms[k].islower())
        and view.word(k) not in lexicon.words("nationalities.tsv")
        and _is_modifier(view, k)
    ):
        return k
    return None


def _over_bracket(view: View, k: int) -> int:
    """The token before "(NYSE: ZNV)", when such a bracket ends at token `k`."""
    if view.word(k) != ")":
        return k
    for at in range(k - 1, max(0, k - 8), -1):
        if view.word(at) == "(":
            return at - 1
    return k


def _is_field_of_office(view: View, n: int, head: int) -> bool:
    """Is a name before a title its field ("Transport minister", "Treasury Secretary"), not the employer?"""
    word = view.word(view.last[n])
    return view.word(head) in (
        "minister",
        "secretary",
        "spokesman",
        "spokeswoman",
        "chief",
        "under-secretary",
        "official",
        "commissioner",
    ) and (
        word in lexicon.words("portfolios.tsv")
        and (view.first[n] == view.last[n] or view.names[n].kind != "person")
        and view.first[n] >= view.last[n] - 1
    )


def _with_field(view: View, i: int) -> Title | None:
    """ "vice president for government affairs" before a name: a title with its field."""
    for k in range(i, max(0, i - 6), -1):
        if view.word(k) in ("for", "of") and k < i:
            if not is_head(view, k - 1) or (field_from(view, k) != i and k + 1 != i):
                return None
            found = title_until(view, k - 1)
            return None if found is None else Title(found.first, i, found.owner, i, found.prefix)
        if view.code(k) not in FIELD:
            return None
    return None


def view_last(view: View, last: int) -> int:
    """Token `last`, or the stop behind an abbreviated title ("Sen.")."""
    return last + 1 if view.word(last + 1) == "." and (last + 2) in view.starts else last


def _is_modifier(view: View, k: int) -> bool:
    form = view.forms[k]
    return form.islower() or view.code(k - 1) in '."' or view.code(k) == "N"
