"""Names that are none: what somebody is in charge of ("Head of Growth", "VP, Global Partner Program"), or the beginning of a title
("Campus Director", "Senior Software Engineer"). Titles are written with capitals, and so look like organisations.
"""

from __future__ import annotations

from functools import cache

from factx import lexicon
from factx.linking.speakers.view import View
from factx.mentions.names.legal import legal_forms

__all__ = ["begins_title", "is_field_of_work"]

LEADERS = frozenset(
    "boss ceo cfo chair chairman chairperson chairwoman co-ceo co-founder co-owner coo cto executive founder owner president principal "
    "proprietor spokesman spokesperson spokeswoman treasurer".split()
)
"""Heads of titles whose holders lead an organisation, not a field of work."""


def is_field_of_work(view: View, title: int, n: int) -> bool:
    """Is name `n`, behind the title that ends at token `title`, a field: common words, named here alone, and no leader's?"""
    if view.word(title) in LEADERS and view.word(title - 1) not in ("vice", "assistant", "associate"):
        return False
    if _is_listed(view, n):
        return True
    listed = view.name_words(n)[-1] in lexicon.words("fields_of_work.tsv")
    return (listed or (view.first[n] < view.last[n] and view.word(view.first[n] - 1) == "of")) and _is_common(view, n)


def begins_title(view: View, n: int, head: int) -> bool:
    """Is name `n` the beginning of the title whose head is token `head`: "Campus | Director"?"""
    return view.word(head) not in LEADERS and head - view.last[n] <= 2 and (_is_listed(view, n) or _is_common(view, n))


def _is_listed(view: View, n: int) -> bool:
    """Is a name one word for a field of work, however often it stands in the text?"""
    words = view.name_words(n)
    return len(words) == 1 and (
        words[0] in lexicon.words("fields_of_work.tsv") or words[0] in lexicon.words("portfolios.tsv")
    )


def _is_common(view: View, n: int) -> bool:
    """Is a name made of common words and places, without a head or a legal form, and does it stand in the text once?"""
    words = view.name_words(n)
    name = view.names[n]
    if " ".join(view.text[name.start : name.end].split()) in lexicon.words("companies.tsv"):
        return False
    known, fields = lexicon.tags(), lexicon.words("fields_of_work.tsv")
    if not all(word in known or word in lexicon.words("places.tsv") for word in words) or any(
        w in legal_forms() for w in words
    ):
        return False
    if words[-1] in _heads() and words[-1] not in fields:
        return False
    return sum(view.name_words(k) == words for k in range(len(view.names))) == 1


@cache
def _heads() -> frozenset[str]:
    return frozenset(
        row[0]
        for row in lexicon.rows("organisation_heads.tsv")
        if row[0] not in ("program", "programme", "team", "division")
    )
