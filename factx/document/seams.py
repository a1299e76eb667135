"""Words that lost the space between them when a page became text: "About CorvexCorvex makes gears", "a depot.This is new".

Cut is where a lower-case letter meets a capital and both sides are words of their own elsewhere in the text, or of the
language, and the words around the seam stand side by side elsewhere, too, or what begins there can only begin. Brand
names ("PayPal", "OpenOffice") are left alone.

>>> forms = "About CorvexCorvex makes gears . PayPal and Corvex are used . In the depot.This is new".split()
>>> cut_seams(forms)
{1: [6], 13: [5, 6]}
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factx import lexicon

__all__ = ["SEAM", "cut_seams"]

SEAM = re.compile(r"(?<=[a-z]{2})(?:[A-Z](?=[A-Za-z]{2})|\.(?=[A-Z][a-z]))")
"""Where one can be; a cheap look at the whole text."""
SHORTEST = 3
"""Letters of each side: "McKinsey", "DuPont", "iPhone" have none of it."""
HANDLES = frozenset("/@#_")
"""In front of what is an address and no word."""
LABELS = frozenset("contact contacts details website email phone company disclaimer inquiries relations".split())
"""Last words of headings of contact blocks."""


def cut_seams(forms: Sequence[str]) -> dict[int, list[int]]:
    """Index of a token -> where in it the seams are, for those that have any."""
    known = _Forms(forms)
    glued = {form for form in known.counts if SEAM.search(form) is not None}
    found = {i: list(known.seams(i)) for i, form in enumerate(forms) if form in glued}
    return {i: cuts for i, cuts in found.items() if cuts}


class _Forms:
    """The forms of a text, how often each stands there, and which stand side by side."""

    def __init__(self, forms: Sequence[str]) -> None:
        self.forms = forms
        self.counts = Counter(forms)
        self.pairs = set(pairwise(forms))

    def seams(self, i: int) -> Iterator[int]:
        """Where token `i` is to be cut."""
        form = self.forms[i]
        if form in lexicon.words("companies.tsv") or (i and self.forms[i - 1] in HANDLES):
            return
        for match in SEAM.finditer(form):
            cut = match.start()
            if match[0] == ".":
                if form[:cut].islower() and self._is_word(form[:cut]) and self._is_word(form[cut + 1 :]):
                    yield cut
                    yield cut + 1
                    return
            elif min(cut, len(form) - cut) >= SHORTEST and self._is_seam(i, form[:cut], form[cut:]):
                yield cut
                return

    def _is_seam(self, i: int, left: str, right: str) -> bool:
        if left == right:
            return True
        if not self._is_word(left):
            return False
        before = self.forms[i - 1] if i else ""
        behind = self.forms[i + 1] if i + 1 < len(self.forms) else ""
        if behind[:1].isalnum() and (right, behind) in self.pairs:
            return True  # what begins at the seam stands in the text elsewhere
        if self.counts[self.forms[i]] > 1:
            return False
        if right.lower() in lexicon.words("given_names.tsv") and behind[:1].isupper():
            return True
        if right in self.counts and before[:1].isupper() and (before, left) in self.pairs:
            return True
        return right.lower() in lexicon.words("closed_class.tsv") or left.lower() in LABELS

    def _is_word(self, form: str) -> bool:
        return form in self.counts or form.lower() in lexicon.tags()
