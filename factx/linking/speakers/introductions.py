"""Who somebody is: role and employer, where a name is introduced.

"Ross Ellerby, ITV's chief executive", "aviation analyst Mike Poole of Acme", "Jo Ray, who heads Bolt".
"""

from __future__ import annotations

from dataclasses import replace

from factx import lexicon
from factx.linking.speakers.employers import Owner, organisation_at, owner_before, owner_from
from factx.linking.speakers.titles import Title, is_head, title_from
from factx.linking.speakers.titles_before import title_until
from factx.linking.speakers.view import View

__all__ = ["introduction", "joint", "singular"]

HEADS = frozenset("heads leads runs chairs founded co-founded owns manages directs headed led ran chaired".split())
LED = frozenset("founded co-founded established headed led operated owned run".split())
AT = frozenset(["of", "at", "from", "with"])
UNSURE = frozenset(["organisation: unknown word", "other: capitalised words"])


def introduction(view: View, n: int) -> Title | None:
    """Title and employer of the person named at name `n`, from the words before and behind it; None when there are none."""
    found = _introduced(view, n)
    if found is None or found.owner is None:
        begin = view.first[n] if found is None or found.first is None else min(found.first, view.first[n])
        owner = _led(view, _without_honorific(view, begin))
        if owner is not None:
            found = Title(None, None, owner, owner.last) if found is None else replace(found, owner=owner)
            found.led = True
    return found


def _introduced(view: View, n: int) -> Title | None:
    """What the name's own introduction tells."""
    first, last = view.first[n], view.last[n]
    before = _before(view, first)
    behind = _behind(view, last + 1)
    if before is not None and before.first is not None:
        if before.owner is not None:
            return before
        owner = _employer(view, last + 1)
        if owner is not None:
            return Title(before.first, before.last, owner, owner.last, before.prefix)
        if behind is not None and behind.owner is not None and behind.first is not None:
            return behind
        return before
    if behind is not None:
        return behind
    shared = _shared(view, n)
    if shared is not None:
        return shared
    owner = _employer(view, last + 1)
    if owner is None and view.word(first - 1) in ("'s", "’s", "'", "’"):  # "Rabo's Hans Slob"
        owner = owner_before(view, first - 1)
        if owner is None or owner.name is None or view.names[owner.name].kind not in ("organization", "other"):
            return None
    return None if owner is None else Title(None, None, owner, owner.last)


def _led(view: View, first: int) -> Owner | None:
    """Whom who is named behind "by" at token `first` leads: "Acme (ACM), founded by", "Acme is owned and operated by"."""
    first -= view.word(first - 1) in ("a", "an", "the")
    if view.word(first - 1) != "by" or view.word(first - 2) not in LED:
        return None
    k = first - 3
    while view.word(k) in LED or view.word(k) in ("and", ",", "is", "was"):
        k -= 1
    if view.word(k) == ")" and view.word(k - 2) == "(":
        k -= 3
    n = view.ends.get(k)
    if (
        n is None
        or view.names[n].kind not in ("organization", "other")
        or view.word(view.first[n] - 1) in ("in", "near")
    ):
        return None  # "Based in Gorse Valley and led by"
    return Owner(view.first[n], k, n)


def joint(view: View, n: int) -> int:
    """The last of the people who are joined to name `n`: "Ann Lee and [Bo Ray]"; `n` itself where none is."""
    for _ in range(4):
        k = view.last[n] + 1
        listed = view.word(k) == ","
        k += listed
        joined = view.word(k) in ("and", "&")
        k += joined
        if view.word(k) in lexicon.words("honorifics.tsv"):
            k += 1 + (view.word(k + 1) == ".")
        other = view.starts.get(k)
        if not (listed or joined) or other is None or view.names[other].kind != "person":
            break
        n = other
        if joined:
            break
    return n


def _first_joint(view: View, n: int) -> int:
    """The first of the people who are joined to name `n`: "[Ann Lee] and Bo Ray"; `n` itself where none is."""
    for _ in range(4):
        k = _without_honorific(view, view.first[n]) - 1
        other = view.ends.get(k - 1)
        if view.word(k) not in ("and", "&", ",") or other is None or view.names[other].kind != "person":
            break
        n = other
    return n


def _shared(view: View, n: int) -> Title | None:
    """The title in the plural that name `n` shares: "Ann Lee and Bo Ray, partners at Acme", "owners Ann Lee and Bo Ray"."""
    first = _first_joint(view, n)
    before = title_until(view, _without_honorific(view, view.first[first]) - 1)
    if before is not None and before.last is not None and joint(view, first) != first:
        one = singular(view.word(before.last))
        kin = lexicon.table("role_heads.tsv").get(one) == "kin"
        return replace(before, shared=True) if one and not kin else None
    last = joint(view, n)
    paired = last != n or (view.word(view.first[n] - 1) in ("and", "&") and (view.first[n] - 2) in view.ends)
    if not paired or view.word(view.last[last] + 1) != ",":
        return None
    k = view.last[last] + 2
    found = title_from(view, k + (view.word(k) in ("both", "all", "two", "three")))
    return found if found is not None and found.last is not None and singular(view.word(found.last)) else None


def singular(head: str) -> str:
    """What each of several is who share a title: "partner" of "partners"; "" for a word that is no plural of a title.

    >>> singular("leaders"), singular("secretaries"), singular("boss")
    ('leader', 'secretary', '')
    """
    one = head[:-3] + "y" if head.endswith("ies") else head[:-1] if head.endswith("s") else ""
    return one if one.split("-")[-1] in lexicon.words("role_heads.tsv") else ""


def _before(view: View, first: int) -> Title | None:
    """The title in front of the name that begins at token `first`, and in front of its honorifics."""
    at = _without_honorific(view, first) - 1
    found = title_until(view, at) if first else None
    if found is None or not _is_one_person(view, found):
        return _over_comma(view, at) if view.word(at) == "," else None
    if found.first is not None and found.owner is None and view.word(found.first - 1) == ",":
        # "the company's owner, billionaire Lars Holm": the title with an employer counts.
        other = title_until(view, found.first - 1)
        return other if other is not None and other.owner is not None else found
    return found


def _over_comma(view: View, comma: int) -> Title | None:
    """ "A spokeswoman for Sakura, Mei Tanaka": title and employer end at the comma."""
    n = view.ends.get(comma - 1)
    if n is not None and view.names[n].kind == "place" and view.word(view.first[n] - 1) == "in":
        return title_until(view, view.first[n] - 2)  # "A Bolt spokesman in Tokyo, Yuta Kaga"
    if n is None or view.names[n].kind not in ("organization", "other"):
        return None
    k = view.first[n] - 1
    if view.word(k) == "the":
        k -= 1
    if view.word(k) not in ("for", "of", "at") or not is_head(view, k - 1):
        return None
    found = title_until(view, k - 1)
    if found is None or found.first is None:
        return None
    return Title(found.first, found.last, Owner(view.first[n], view.last[n], n), comma - 1, found.prefix)


def _without_honorific(view: View, first: int) -> int:
    """The token of the first honorific before a name: "its chairman, | Sir Roger Vane"."""
    honorifics = lexicon.words("honorifics.tsv")
    for _ in range(3):
        k = first - 1
        if view.word(k) == "." and k > 0:
            k -= 1
        if k < 0 or view.word(k) not in honorifics or not view.forms[k][0].isupper():
            return first
        first = k
    return first


def _employer(view: View, k: int) -> Owner | None:
    """ "of Acme" right behind a name."""
    if view.word(k) in AT:
        n = organisation_at(view, k + 1) if view.word(k + 1) != "the" else organisation_at(view, k + 2)
        if n is not None:
            return owner_from(view, k + 1)
    return None


def _behind(view: View, k: int) -> Title | None:
    """A title in apposition: behind a comma, a bracket or a dash, or in a relative clause."""
    if view.word(k) not in (",", "(", "-", "–", "—", "--"):
        return None
    at = k + 1
    if view.code(at) == "#" and view.word(at + 1) == ",":  # ", 56, "
        at += 2
    while (end := _behind_degree(view, at)) > at:  # ", M.D., FAHA, president of"
        at = end
    if view.word(at) == "who":
        return _relative(view, at + 1)
    if view.word(at) == "based" and view.word(at + 1) == "at":
        at += 1  # ", based at Norvik University,"
    if (
        view.word(at) in ("of", "from", "representing", "at") and view.word(k) == ","
    ):  # "Sarah Lund, of the Chamber of Commerce,"
        owner = owner_from(view, at + 1)
        if owner is None or owner.name is None:
            return None
        if view.word(at) in ("of", "from") and view.names[owner.name].rule in UNSURE:
            return None  # "Ann Lee, from Longley": a place as well as not
        return Title(None, None, owner, owner.last)
    if view.word(at) == "himself" or view.word(at) == "herself":
        at += 1
    found = title_from(view, at)
    if found is None or not _is_one_person(view, found) or _is_of_next(view, found):
        return None
    return found


def _is_of_next(view: View, found: Title) -> bool:
    """Is the title another person's, who is the next of a list: "Ann Lee, | Acme chief Bo Ray and others"?"""
    n = view.starts.get(found.end + 1)
    leads = found.owner is not None and found.first is not None and found.owner.first < found.first
    return leads and n is not None and view.names[n].kind == "person" and view.first[n] < view.last[n]


def _behind_degree(view: View, at: int) -> int:
    """The token behind a degree or letters like "FAHA" at token `at` and their comma; `at` where there are none."""
    form = view.forms[at] if at < len(view.forms) else ""
    if not form[:1].isupper():
        return at
    known = form.lower().rstrip(".") in lexicon.words("degrees.tsv")
    letters = form.replace(".", "").replace("-", "")
    end = at + 1 + (view.word(at + 1) == ".")
    if not known and not (
        letters.isupper() and 1 < len(letters) < 7 and view.word(end) == "," and not is_head(view, at)
    ):
        return at
    end += view.word(end) in (",", "and", "&")
    if known or title_from(view, end) is not None:
        return end
    return end if _behind_degree(view, end) > end else at


def _is_one_person(view: View, found: Title) -> bool:
    """Is the title one person's? Not "Ann Lee and Bo Ray, two analysts at Acme", not the next item of a list."""
    return (
        found.last is None
        or found.first is None
        or not any(
            is_head(view, k)
            and (view.tokens.tag[k] == "NNS" or view.word(k).endswith("founders"))
            and view.word(k) != "sales"
            for k in range(found.first, found.last + 1)
        )
    )


def _relative(view: View, at: int) -> Title | None:
    """ "who is chief executive of Acme", "who heads Acme"."""
    if view.word(at) in ("is", "was", "serves", "served", "became", "works", "worked", "remains", "has"):
        at += 1
        if view.word(at) in ("as", "been"):
            at += 1
        return title_from(view, at)
    if view.word(at) in ("took", "takes", "taking") and view.word(at + 1) == "over" and view.word(at + 2) == "as":
        return title_from(view, at + 3)
    if view.word(at) in HEADS:
        owner = owner_from(view, at + 1)
        return None if owner is None else Title(None, None, owner, owner.last)
    return None
