"""Words of title in a run of capitals: a title before a name ("Chairman Ann Lee"), or a part of the name itself: "Duke Energy",
"Shane Bishop", "Office of the Inspector General", "Earl Hyde, chairman of Orlo Corp.".

Letters are those of `factx.mentions.names.shapes`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factx import lexicon

__all__ = ["FIRM", "next_title", "reshaped", "titles_name"]

# A title: "Chief Executive", "Sen.", "Attorney General", "Secretary of State" (the last only before a given name).
TITLE = re.compile(r"(?:[MQ]\.?)*R\.?(?:[MQ]*R\.?)*(?:M(?=[GHSC]))?(?:ot?[WBDKMQ]{1,2}(?=[GH]))?")
HONORIFIC = re.compile(r"H\.?")
FIRM = re.compile(
    r"[HR](?:[WKCSG]{1,3}&)?(?:[ABCDGIKLMNQSW]\.?){0,3}(?:,?O\.?){1,2}|[HR][WKCDBQN]{0,2}[DQB]|[HR]W|M,?O\.?"
)
"""Letters of a firm's name that begins with a title's word."""


def _titles_firm(forms: Sequence[str], letters: str, at: int, last: int) -> bool:
    """Does the title's word at token `at` begin a firm's name: a legal form, a trade or a common word ends it?"""
    if FIRM.fullmatch(letters, at, last) is None or forms[at].isupper():
        return False
    if letters[at : at + 2] in ("HW", "RW") and last == at + 2:
        # "Ambassador Cruises said": things, in the plural; a surname that is a common word is in the singular.
        return lexicon.tags().get(forms[at + 1].lower()) == "NNS" or letters[at] == "H"
    # "Chairman Acme AG" is a title and a firm; "Judge Group plc" is a firm.
    return (
        "O" not in letters[at:last]
        or lexicon.table("offices.tsv").get(forms[at].lower()) != "-"
        or letters[last - 2] != "C"
    )


OF_OFFICER = re.compile(r"[BD]ot?R*\Z")
"""Letters before a title's word that is part of an office's name: "Office of the | Inspector"."""


def next_title(
    forms: Sequence[str], letters: str, first: int, position: int, last: int, *, opens: bool, honorific: bool
) -> re.Match[str] | None:
    """The first title between tokens `position` and `last` of the run that begins at `first`, which `opens` a sentence.

    `honorific`: an honorific stands before `position`.
    """
    for found in re.finditer(r"[MQ]*R|H", letters[position:last]):
        if forms[position + found.start() - 1 : position + found.end()] == ["Notre", "Dame"]:
            continue
        at = position + found.start()
        match = (HONORIFIC if letters[at] == "H" else TITLE).match(letters, at, last)
        if match is None:
            return None
        if at == first and last - at > 1 and " ".join(forms[at:last]) in lexicon.words("companies.tsv"):
            continue  # "Economist Impact"
        if opens and at == first and _is_adjective(forms, letters, at):
            continue
        if at == first and letters[at - 1 : at] not in ("x", "r") and _titles_firm(forms, letters, at, last):
            continue  # "Duke Energy", "Judge Group"
        if letters[at] == "R" and OF_OFFICER.search(letters[position:at]):
            continue  # "Office of the Inspector General"
        if letters[at] in "RH" and (at > position or honorific) and _is_surname(forms, letters, at, last):
            continue  # "Shane Bishop", "Mr. Bishop"
        # "General Electric", "Justice Department": an organisation's head follows, so it is no title.
        headed = letters[match.end() : match.end() + 1]
        if (
            match.end() < last
            and letters[at] != "H"
            and (headed in "BDO'" or (headed == "Q" and match.end() == last - 1))
        ):
            continue
        return match
    return None


def reshaped(shape: str) -> str:
    """The letters of a name with those of a title's word that is part of it changed to what it is there.

    >>> reshaped("HD"), reshaped("GR"), reshaped("GF")
    ('WD', 'GS', 'GS')
    """
    if shape[0] in "HR" and len(shape) > 1:
        return "W" + shape[1:]
    return shape[:-1] + "S" if shape[-1] in "HRF" and "B" not in shape else shape


def _is_adjective(forms: Sequence[str], letters: str, at: int) -> bool:
    """ "Major Linux companies": an adjective that begins a sentence."""
    return letters[at] == "R" and letters[at + 1 : at + 2] != "R" and lexicon.tags().get(forms[at].lower()) == "JJ"


def _is_surname(forms: Sequence[str], letters: str, at: int, last: int) -> bool:
    """Is the title's word at token `at` the surname behind a given name, at the end of its run: "Shane Bishop", "Zach Doctor"?"""
    end = last - (letters[last - 1] == "." and len(forms[last - 2]) > LONGEST_SHORT)
    if at != end - 1 or forms[at].isupper() or letters[last : last + 1] in ("G", "o"):
        return False
    surname = forms[at].lower() in lexicon.words("surnames.tsv")
    if letters[at] == "H" and letters[at - 1] in "CG":
        return surname or letters[end : end + 1] in ("x", ",", ".")  # an honorific stands before a name
    return letters[at - 1] in "GI." and surname


LONGEST_SHORT = 4
"""Letters of an honorific that is written with a stop."""
OFFICE = re.compile(r",[xMQ]{0,3}[rR](?:a[xMQ]{0,3}[rR])?o(?=[ACDGKSWBQ])")
""" ", chairman of Orlo Corp." behind a name."""


def titles_name(forms: Sequence[str], letters: str, title: str, first: int, last: int) -> bool:
    """Is the title's word a given name, as another office follows: "Earl Hyde, chairman of Orlo Corp."?"""
    return (
        last - first == 1
        and title.lower() in lexicon.words("title_names.tsv")
        and OFFICE.match(letters, last) is not None
    )
