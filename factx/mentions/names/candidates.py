"""Candidates: runs of capitalised words, cut at titles, honorifics and sentence ends.

>>> from factx.document.tokens import Tokens
>>> from factx.mentions.names.shapes import shapes
>>> tokens = Tokens("Zenvetek Inc. Chairman Art Novak met Mr. Nick Van den Zorn of the Bank of England.")
>>> found = candidates(tokens.text, shapes(tokens.text), frozenset([0]))
>>> [(" ".join(tokens.text[c.first:c.last]), c.title) for c in found]
[('Zenvetek Inc .', None), ('Art Novak', 'Chairman'), ('Nick Van den Zorn', 'Mr'), ('Bank of England', None)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factx import lexicon
from factx.mentions.names.legal import legal_forms
from factx.mentions.names.shapes import GENERATION
from factx.mentions.names.title_words import FIRM, next_title, reshaped, titles_name

__all__ = ["CALLED", "Candidate", "candidates"]

# Letters are those of factx.mentions.names.shapes. One unit is a capitalised word with the stop of its abbreviation.
UNIT = r"(?:[HIROJ]\.?|[ABCDGKLMNPQSWY]|(?<=[GHR.I])E|E(?=[CSK],[MQWx]{0,4}[rR])|(?<=[GC])F(?=,[MQ]{0,4}[rR]))"
RUN = re.compile(
    rf"""(?:(?<=[rR]o)[\#F]|\#(?=[DQ]))?{UNIT}                               # "CEO of 365 Data Centers", "CEO of All Bolts"
    (?: (?<=B) [onf] t? [WKMQDBNR]{{1,3}} a [WKMQDBNR]{{1,3}}  # "Center for Energy and Public Policy"
      | (?: ,(?=[OJ]) | (?<=[CSGK]),&(?=[CSK]) | & | p{{1,3}} )? {UNIT}                 # "Acme, Inc", "S & N", "Van den Zorn"
      | (?:(?<=[BDQ])|(?<=[BDQ][onf][WK])|(?<=[BDQ][onf]t[WK])) o t? {UNIT}  # "Bank of England", "Council for the Good of Men"
      | (?<=[CSGK]) ,(?=(?:[CSGK],){{0,4}}[CSGK],?&[CSK]) {UNIT}  # "Tarn, Krawitz, Bhaya & Lowe"
      | (?<=[WK]) (?<![rRM]o.)(?<!R.) f (?=W(?![WKBDQ])) {UNIT}        # "Habitat for Humanity"
      | (?<=B) [nf] t? {UNIT}                                 # "Council on the Arts"
      | (?<=[GC.]) [(q]{{1,2}} [GCKSYW] [)q']{{1,2}} (?=[GCKSYNAIp]) {UNIT}?  # "Robert (Bob) Lang", "Michael J. “Mike” Doyle"
      | (?<=[GCS.]) q (?:[HR]\.?|F)?[GCKSYWNDBI]{{1,2}} [q'] (?=[GCKSYNAIp]) {UNIT}?  # "Ann “Dr. J” Lee", "Bo “The Rock” Ray"
      | (?<=S) \( [GC] \) (?=[CSKG]) {UNIT}                      # "Giordano (Gio) Tarn"
      | (?<=[CSGWKD]) \# (?=[BDWKCQ]{{0,3}},?O) {UNIT}              # "Kestrel 3D Gears Corp."
      | (?<=[WBDQKM]) a (?= [WBDMNQKR]{{0,2}}[BDQ] ) {UNIT}      # "Securities and Exchange Commission"
      | (?<=[ABCDGKLMNPQSWY]) Z{{1,2}} (?= [ABCDGKLMNPQSWY] ) {UNIT}  # "Research In Motion"
      | (?<=[ABCDGKLMNPQRSWY]) ' (?= [BDKMNQRW]{{0,3}},?O ) {UNIT}     # "Casey's General Stores, Inc."
      | (?<=[BWKRGSC]) ' (?= [WMCNK]{{0,2}}[BD] ) {UNIT}          # "Farmers' Association", cut again where it is an owner
      | (?<=A) ' (?= Bo ) {UNIT}                               # "NASA’s Office of …"
    ){{0,24}}""",
    re.VERBOSE,
)
CALLED = re.compile(r"[GCKS][SC]?(?:I\.?)?(?:q[^q']{1,4}[q']|\([GC]\))(?:I\.?)?[pP]{0,2}[GCKSYNA](?:,?J\.?)?")
"""Letters of a name that only a person has: with a nickname in marks, or a short given name in brackets."""
PUBLIC = re.compile(r"[BDO]")
PERSON_AND_FIELD = re.compile(r"(G(?:I\.?)?[GCS](?:,?J\.?)?)M[MWQ]{0,3}")
"""Letters of a person with the beginning of a title: "Ann Lee Associate Athletic" Director."""
CLASS_OF = re.compile(r"[A-Z][A-Za-z.]{1,4}[’']\d\d")
""" "MBA’92": a degree and its year."""
PARTED = re.compile(r"[RH']|,J")
"""Letters at which a run may have to be cut."""
STOPPED = frozenset(
    ["inc", "corp", "co", "ltd", "bros", "cos", "mfg", "intl", "hldgs", "pty", "pte", "pvt", "bhd", "sdn"]
)
"""Legal forms that are written with a stop."""
AROUND = re.compile(r"(?<![A-Z&'])[WCKSN]F(?=[WCSKNG]{0,2}(?:[BD](?![A-Z&'])|[BDQ]?,?O))")
"""Letters of a word before an acronym of common use inside of a firm's name: "Innovative EV Technologies"."""
NAMEABLE = re.compile(r"[ABDCGIKLNPQSWYE]")


@dataclass(slots=True)
class Candidate:
    """Tokens `first` to `last` (exclusive) that may be a name; `title` and `honorific`: the word before it.

    `officer`: a title follows ("Philips" in "Philips CEO Roy Jakobs"). `opens`: its first word begins a sentence, so that the capital tells nothing.
    """

    first: int
    last: int
    shape: str
    title: str | None = None
    honorific: bool = False
    opens: bool = False
    officer: bool = False
    kind: str | None = None
    rule: str = ""


def candidates(forms: Sequence[str], letters: str, starts: frozenset[int]) -> Iterator[Candidate]:
    """Candidates in text order; `starts`: the tokens that begin a sentence (or a quotation)."""
    for match in RUN.finditer(letters):
        first, last = match.span()
        first += forms[first] in ("The", "A", "An") or (forms[first].isdigit() and letters[first - 1] != "o")
        if _is_passed_over(forms, letters, first, last, starts):
            continue
        if _begins_before(forms, letters, first, last, starts):
            first -= 1
            first -= first > 0 and first not in starts and AROUND.match(letters, first - 1) is not None
            yield from _trimmed(forms, letters, first, last, None, False, first in starts, False)
            continue
        if last - first == 1:
            if letters[first] in "RMHOJN" or (
                letters[first] == "E" and letters[first - 2 : first - 1] in ("L", "F", "O")
            ):
                continue  # "Calif. June 26" has no June of her own
            yield Candidate(first, last, letters[first], opens=first in starts)
            continue
        shape = letters[first:last]
        if (
            (not PARTED.search(shape) or CALLED.fullmatch(shape))
            and starts.isdisjoint(range(first + 1, last))
            and not _said_twice(forms, first, last)
        ):
            opens = first in starts
            office = _office_end(letters, first, last) if letters[first - 1 : first] in ("o", "t") else first
            if office == first:
                yield from _trimmed(forms, letters, first, last, None, False, opens, False)
                continue
        twice = _said_twice(forms, first, last)
        cuts = [
            first,
            *(
                i
                for i in range(first + 1, last)
                if i in starts or i == twice or _is_owner(forms, letters, i) or _is_senior(forms, letters, i, last)
            ),
            last,
        ]
        for begin, end in pairwise(cuts):
            yield from _pieces(forms, letters, begin, end, begin in starts)


def _is_passed_over(forms: Sequence[str], letters: str, first: int, last: int, starts: frozenset[int]) -> bool:
    """Is a run part of a longer word or name: "New Delhi-based", or "Innovative EV Technologies", which is read with what follows?"""
    if letters[last : last + 1] == "x" and forms[last][0].isupper() and not PUBLIC.search(letters, first, last):
        return True
    around = last - first == 1 and AROUND.match(letters, first) is not None
    return around and last not in starts and _begins_name(forms, last)


def _begins_before(forms: Sequence[str], letters: str, first: int, last: int, starts: frozenset[int]) -> bool:
    """Is the function word or acronym before a run of its name: "AI Zenvia Inc.", "Above Water, Ltd.", "HR Research Institute"?"""
    if letters[first - 1 : first] != "F" or not _begins_name(forms, first - 1):
        return False
    if not starts.isdisjoint(range(first, last)):
        return False
    body = letters[last - 1] in "BD" and last - first > 1 and forms[first - 1] not in ABOVE
    return body or "O" in letters[first:last] or (first > 1 and AROUND.match(letters, first - 2) is not None)


def _said_twice(forms: Sequence[str], first: int, last: int) -> int:
    """Where a name begins again that stands twice, in a heading and in the sentence glued to it; 0 where none does."""
    words = [form.casefold() for form in forms[first:last]]
    for size in range(2 if forms[first - 1 : first] not in (["About"], ["ABOUT"]) else 1, len(words) // 2 + 1):
        again = size
        while again < len(words) and (words[again] in ",." or words[again].rstrip(".") in legal_forms()):
            again += 1  # "ORLO TARN, INC. | Orlo Tarn is"
        if words[:size] == words[again : again + size]:
            return first + again
    return 0


ABOVE = frozenset("Above Across All Beneath Beyond Every Inside My Our Outside Over Under Up We You Your".split())
"""Small words that begin names of companies and hardly ever a phrase with a legal form in it."""


def _begins_name(forms: Sequence[str], i: int) -> bool:
    """Can an acronym of common use at token `i` begin a company's name ("AI Zenvia Inc.", not "9 a.m. GMT Zenvia Inc.")?"""
    if forms[i] in ABOVE:
        return True
    return (
        i >= 0
        and forms[i] in lexicon.words("common_acronyms.tsv")
        and forms[i - 1 : i] not in (["a.m."], ["p.m."], ["am"], ["pm"], ["."])
        and not forms[max(0, i - 1)][-1].isdigit()
    )


STATE = re.compile(r"[WBDKMQ]{1,2}(?=G)")
"""The field of an office before a name: "State" in "Secretary of State Jon Ray"."""


def _office_end(letters: str, first: int, last: int) -> int:
    """Where the name begins behind "Secretary of"; `first` when there is no such office."""
    k = first - 1
    if k > 0 and letters[k] == "t":
        k -= 1
    if k > 0 and letters[k] == "o" and letters[k - 1] == "R":
        match = STATE.match(letters, first, last)
        if match is not None:
            return match.end()
    return first


NAMED_SO = re.compile(r"[BDKMNQRW]{0,3},?O")


def _without_edges(forms: Sequence[str], letters: str, first: int, last: int) -> tuple[int, int]:
    """A run without the joints at its edges, letters behind a person's name, and the stop that ends a sentence."""
    while last > first and letters[last - 1] in EDGES:
        last -= 1
    while last - first > 2 and _is_degree(forms[last - 1]):
        last -= 1
        while last > first and letters[last - 1] == ",":
            last -= 1
    stopped = letters[last - 2 : last]
    if (stopped == "O." and forms[last - 2].lower() not in STOPPED) or (stopped == "H." and len(forms[last - 2]) > 4):
        last -= 1
    if letters[last - 2 : last] == ",O" and forms[last - 1].lower() in ("company", "companies", "holdings"):
        last -= 2  # "says Acme, Company officers agree"
    while first < last and (letters[first] == "." or letters[first] in EDGES):
        first += 1
    return first, last


def _is_degree(form: str) -> bool:
    """Is it what stands behind a person's name and is no part of it: "PhD", "CBE", "MBA’92"?"""
    bare = form.lower().rstrip(".")
    known = bare in lexicon.words("degrees.tsv") and bare not in GENERATION and (len(bare) > 2 or form.isupper())
    return known or CLASS_OF.fullmatch(form) is not None


def _behind_nationality(letters: str, first: int, last: int) -> int:
    """Where a person's name begins behind "British"; `first` where there is none, or where it is an organisation's."""
    if "B" in letters[first:last] or "D" in letters[first:last]:
        return first
    while last - first > 1 and letters[first] == "N" and letters[first + 1] in "GN":
        first += 1
    return first


EDGES = ",&paonft'"
"""Letters of joints, which no name begins or ends with."""
GOVERNED = frozenset(["City", "County", "State", "Town", "Village"])
"""What stands alone before an office and is a part of the title: "County Executive"."""
OFFICES = frozenset(["Office", "Department", "Bureau"])
"""What an officer's name is part of: "Information Commissioner's Office"."""


def _is_owner(forms: Sequence[str], letters: str, i: int) -> bool:
    """Is the genitive at token `i` an owner's ("Apple's Board"), not part of a name ("Farmers' Association")?"""
    if letters[i] != "'":
        return False
    if NAMED_SO.match(letters, i + 1) is not None:
        return False  # "Casey's General Stores, Inc."
    if letters[i - 1] in "RWKA" and i + 1 < len(forms) and forms[i + 1] in OFFICES:
        return False
    before = forms[i - 1].lower()
    if forms[i] in ("'", "’"):
        # "Farmers' Association", "Ann ‘Libby’ Shaw", and no opening mark
        return not before.endswith("s") and letters[i - 2 : i - 1] not in ("q", "(")
    return before not in lexicon.words("named_after.tsv") and not _is_saint(forms, i - 1)


def _is_senior(forms: Sequence[str], letters: str, i: int, last: int) -> bool:
    """Does "Sr." at token `i` begin a title: "Ann Lee, | Sr. VP Sales"?"""
    return letters[i] == "J" and letters[i - 1] == "," and last - i > 2 and forms[i].lower() == "sr"


def _is_saint(forms: Sequence[str], i: int) -> bool:
    """Is the word at token `i` a saint's name: "St. Mark's Hospital"?"""
    title = i - 2 if forms[i - 1 : i] == ["."] else i - 1
    return title >= 0 and forms[title] in ("St", "Saint")


def _pieces(forms: Sequence[str], letters: str, first: int, last: int, opens: bool) -> Iterator[Candidate]:
    """Cut one run at titles and honorifics."""
    position, title, honorific = first, None, False
    name = _office_end(letters, first, last)
    if name > first:
        position, title = name, " ".join(forms[i] for i in range(first - 2, name) if letters[i] not in "ot") or None
    while position < last:
        whole = CALLED.fullmatch(letters, position, last)  # "Ann “Dr. J” Lee"
        match = None if whole else next_title(forms, letters, first, position, last, opens=opens, honorific=honorific)
        end = last if match is None else match.start()
        officer = match is not None and letters[match.start()] != "H"
        called = PERSON_AND_FIELD.fullmatch(letters, position, end) if officer else None
        if called is not None:
            end = called.end(1)
        governed = officer and end - position == 1 and forms[position] in GOVERNED
        if end > position and not governed:
            yield from _trimmed(forms, letters, position, end, title, honorific, opens and position == first, officer)
        if match is None:
            return
        words = [forms[i] for i in range(match.start(), match.end()) if letters[i] != "."]
        title, honorific = " ".join(words), letters[match.start()] == "H"
        position = match.end()


def _trimmed(
    forms: Sequence[str],
    letters: str,
    first: int,
    last: int,
    title: str | None,
    honorific: bool,
    opens: bool,
    officer: bool,
) -> Iterator[Candidate]:
    """One candidate without a nationality before a person and without joints at its edges."""
    first, last = _without_edges(forms, letters, first, last)
    begins = _behind_nationality(letters, first, last)
    opens = opens and begins == first
    first = begins
    while last > first and letters[last - 1] == "N" and letters[first] in "LYN":
        last -= 1
    if officer and last - first > 2 and letters[first:last].rstrip(".").endswith(",J"):
        last = letters.rindex(",", first, last)  # "Ann Lee, Sr. | Director"
    if last - first > 2 and forms[first] == "Sr":
        first += 2
    if last - first > 2 and forms[last - 1] == forms[last - 2]:
        last -= 1  # "said Ann Lee. | Lee has": the stop was lost
    alone = honorific and last - first == 1 and letters[first] in "HR"  # "Mr. Bishop"
    if first < last and (alone or NAMEABLE.search(letters, first, last) or FIRM.fullmatch(letters, first, last)):
        shape = letters[first:last]
        found = Candidate(first, last, reshaped(shape), title, honorific, opens, officer)
        if shape[0] in "HR" and len(shape) > 1:
            found.kind, found.rule = "organization", "organisation: begins with a title's word"
        if title is not None and titles_name(forms, letters, title, first, last):
            found.first, found.shape, found.title, found.honorific = first - 1, "GS", None, False
        yield found
