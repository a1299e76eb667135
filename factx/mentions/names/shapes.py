"""The class of each word that matters for names, as one letter: so that rules on names are regular expressions.

Capitalised words (and acronyms):
A acronym, B head noun of public bodies and media ("Council"), C unknown to the lexicon, D head noun of firms ("Bank"),
E month that is also a name ("May"), F function word,
G given name, H honorific, I initial, J "Jr.", K common word that is also a surname ("Cook"), L place, M role modifier
("Chief"), N nationality, O legal form ("Inc"), P particle ("Van"), Q both D or B and M ("Group"), R role ("Chairman"),
S surname, W other common word, Y both place and given name ("Sydney"), Z joint of a name ("Research In Motion").
Lower case: p particle, o "of", n "on", f "for", a "and", t "the", r role head, x any other. Marks stand for themselves,
' is the genitive, q a quotation mark, d a dash, # a numeral.

>>> shapes(["Zenvetek", "Inc", ".", "Chairman", "Art", "Novak", "said"])
'CO.RGSx'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factx import lexicon
from factx.mentions.names.legal import legal_forms

__all__ = ["BOUND", "given_names", "shapes"]

MARKS = {
    ".": ".", ",": ",", "(": "(", ")": ")", "[": "(", "]": ")", "&": "&", ":": ":", ";": ":", "!": "!", "?": "!", "…": "!",
    "'s": "'", "’s": "'", "'": "'", "’": "'", "'S": "'", "’S": "'", "/": "/",
    '"': "q", "“": "q", "”": "q", "„": "q", "‘": "q", "«": "q", "»": "q", "''": "q", "``": "q",
    "-": "d", "–": "d", "—": "d", "--": "d", "•": ":", "·": ":", "*": ":",
}  # fmt: skip
LOWER = {"of": "o", "on": "n", "for": "f", "and": "a", "the": "t"}
BOUND = (
    "based",
    "led",
    "owned",
    "backed",
    "born",
    "style",
    "listed",
    "made",
    "era",
    "run",
    "wide",
    "area",
    "controlled",
    "friendly",
)
"""Ends of compounds that are no name: "Swiss-based"."""
PREFIXES = (
    "anti",
    "pro",
    "non",
    "post",
    "pre",
    "ex",
    "mid",
    "all",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "self",
    "co",
    "re",
    "e",
)
JOINTS = frozenset(["In", "Of", "On", "And", "For", "To", "At", "By", "With", "From"])
"""Small words whose capital inside a sentence makes them a part of a name."""
PERIOD = re.compile(r"(?:[QH]|FY|CY|HY)\d{1,4}")
"""Quarters and years that are written like acronyms."""
PRICED = re.compile(
    r"(?:RM|Rs|Rp|USD|EUR|GBP|SEK|NOK|DKK|CHF|INR|MYR|SGD|AUD|CAD|NZD|JPY|CNY|RMB|HKD|TL|R|N|P|PLN|ZAR|THB|IDR|PHP|BRL|MXN|KRW)\d[\d.,]*"
)
"""Amounts whose currency is glued to the number."""
GENERATION = frozenset(["jr", "sr", "ii", "iii", "iv"])
HONORIFIC_NAMES = frozenset(["don", "brother", "sister", "father", "master", "king", "tan"])
"""Honorifics that are names or words as often."""
MONTH_NAMES = frozenset(["may", "march", "april", "jun", "june", "august"])
NUMBERED = re.compile(r"\d{1,3}(?:[A-Z]{1,2}[a-z]{2,}\w*|and[A-Z]\w+)")
"""Names that begin with a number: "45Drives", "2GMotors", "23andMe"."""
INITIAL = re.compile(r"(?<=[GCS])F(?=\.[CGKSW])|(?<=G)F(?=[CKS](?![A-Zp']))")
"""The "A" of "Joseph A. Orcaza", "Joseph A Orcaza"."""
MEMO_LIMIT = 100_000


@cache
def given_names() -> dict[str, str]:
    """Given name, lower case -> m, f or u."""
    return lexicon.table("given_names.tsv")


@cache
def _roles() -> frozenset[str]:
    heads = {row[0] for row in lexicon.rows("role_heads.tsv") if row[1] not in ("member", "kin")}
    media = {row[0] for row in lexicon.rows("organisation_heads.tsv") if row[1] == "media"}
    heads = {h for h in heads if not h.endswith("s") or h == "boss"}
    return frozenset(heads | lexicon.words("offices.tsv")) - media - {"king", "queen", "prince", "fellow", "regulator"}


@cache
def _phrases() -> tuple[frozenset[str], frozenset[str]]:
    """Places and single-word places, lower case."""
    names = lexicon.words("places.tsv")
    return names, frozenset(n for n in names if " " not in n)


@cache
def _days() -> frozenset[str]:
    """Months and days of the week that are nothing else."""
    return frozenset(
        row[0] for name in ("months.tsv", "weekdays.tsv") for row in lexicon.rows(name) if row[2] == "sure"
    )


def _hyphenated(low: str) -> str | None:
    parts = low.replace("‐", "-").replace("‑", "-").split("-")
    if parts[-1] in BOUND or parts[0] in PREFIXES or parts[-1].isdigit():
        return "x"
    if parts[0] in given_names():
        return "G" if parts[-1] in given_names() or len(parts[-1]) < 3 else "S"
    if parts[-1] in lexicon.tags() and parts[-1] not in lexicon.words("surnames.tsv"):
        return "W"
    return None


def _short_or_place(form: str, bare: str) -> str | None:
    """ "I", "J", "Sydney", "US", "St"."""
    if len(bare) == 1:
        return "F" if form in ("I", "A") else "I"
    if bare in _phrases()[1] and (len(bare) > 2 or form.isupper() or "." in form) and bare != "us":
        return "Y" if bare in given_names() else "L"
    return {"US": "L", "St": "I"}.get(form)  # "St. James Mining"


def _with_stops(form: str, bare: str) -> str | None:
    """ "S.p.A", "J.R", "U.N"; "Jr" as well."""
    if "." in bare:
        if bare in legal_forms():
            return "O"
        return "I" if len(bare) <= 3 else "A" if form.isupper() else "C"
    return "J" if bare in GENERATION else None


def _acronym(form: str, bare: str) -> str | None:
    """ "CEO", "PLC", "BA"; codes of periods and currencies are none."""
    if form in lexicon.words("common_acronyms.tsv") and bare not in _roles():
        return "F"
    if PERIOD.fullmatch(form) is not None or (not form.isupper() and form in lexicon.words("currency_marks.tsv")):
        return "F"
    if not form.isupper() or len(bare) > 5 or bare in lexicon.words("honorifics.tsv") or form == "ABOUT":
        return None
    if bare in legal_forms():
        return "O"
    if bare in _roles() and lexicon.table("offices.tsv").get(bare, "-") == "-":
        return "R"  # "CEO", but "SEC" is no secretary
    if len(bare) > 3:
        if bare in given_names():
            return "G"
        return "S" if len(bare) > 4 and bare in lexicon.words("surnames.tsv") else "A"
    return "P" if bare in lexicon.words("name_particles.tsv") else "A"


def _closed_or_time(form: str, bare: str) -> str | None:
    """ "May", "The", "In", "Tuesday"."""
    if bare in MONTH_NAMES:
        return "E"
    if bare in lexicon.words("closed_class.tsv") and bare not in given_names():
        return "Z" if form in JOINTS else "F"
    return "F" if bare in _days() else None


def _title_or_form(form: str, bare: str) -> str | None:
    """ "Sir", "Ltd", "Van", "Chairman"."""
    if bare in lexicon.words("honorifics.tsv") and bare not in HONORIFIC_NAMES:
        return "H"
    if bare in legal_forms() and (len(bare) > 2 or form in ("Co", "Oy")):
        return "O"
    if bare in given_names():
        return None
    if bare in lexicon.words("name_particles.tsv"):
        return "P"
    return "R" if bare in _roles() else None


def _modifier_or_head(_: str, bare: str) -> str | None:
    """ "Chief", "Group", "Bank", "Council"."""
    head = lexicon.table("organisation_heads.tsv").get(bare)
    if bare in lexicon.words("role_modifiers.tsv"):
        return "M" if head is None else "Q"
    return None if head is None else "D" if head == "firm" else "B"


def _name_or_word(form: str, bare: str) -> str:
    """What nothing else is: given names and surnames, nationalities, compounds, words of the lexicon and others."""
    if bare in given_names():
        return "G"
    if bare in lexicon.words("nationalities.tsv"):
        return "N"
    if "-" in bare or "‑" in bare or "‐" in bare:
        return _hyphenated(bare) or "C"
    if bare[:2] in ("o'", "o’", "mc") and len(bare) > 4 and not form.isupper():
        return "S"
    common = bare in lexicon.tags() or bare in lexicon.words("organisation_descriptions.tsv")
    if bare in lexicon.words("surnames.tsv"):
        return "K" if common else "S"
    return "W" if common else "C"


QUESTIONS = (_short_or_place, _with_stops, _acronym, _closed_or_time, _title_or_form, _modifier_or_head)
"""Asked of a capitalised form, and of it without its last stop, in this order; the first answer counts."""


def _capital(form: str, low: str) -> str:
    bare = low.rstrip(".")
    for question in QUESTIONS:
        found = question(form, bare)
        if found is not None:
            return found
    return _name_or_word(form, bare)


def letter(form: str) -> str:
    """The class of one form, out of context.

    >>> [letter(form) for form in ("BA", "Council", "iPhone", "van", "Sydney", "May", "Swiss-based", "Cook")]
    ['A', 'B', 'C', 'p', 'Y', 'E', 'x', 'K']
    """
    mark = MARKS.get(form)
    if mark is not None:
        return mark
    first = form[0]
    if first.isupper() and form[-1].isdigit() and PRICED.fullmatch(form) is not None:
        return "#"  # "RM191.06"
    if first.isupper():
        return _capital(form, form.lower())
    if first.isdigit():
        return "C" if NUMBERED.fullmatch(form) is not None else "#"
    if not first.isalpha():
        return "!"
    if form in LOWER:
        return LOWER[form]
    if not form.islower() and not form.isupper():
        return "x" if form.split("-", maxsplit=1)[0] in PREFIXES else "C"  # "co-Founders"
    if form == "plc" or ("." in form and form.rstrip(".") in legal_forms()):
        return "O"
    if form in lexicon.words("name_particles.tsv"):
        return "p"
    return "r" if form in _roles() else "x"


class _Memo(dict[str, str]):
    """Form -> letter, filled when a form is first met; emptied when it has grown too large."""

    def __missing__(self, form: str) -> str:
        if len(self) > MEMO_LIMIT:
            self.clear()
        value = self[form] = letter(form)
        return value


_MEMO = _Memo()


def shapes(forms: Sequence[str]) -> str:
    """One letter for each token."""
    letters = "".join(map(_MEMO.__getitem__, forms))
    if "AI" in forms:
        letters = _with_ai(forms, letters)
    if "A" not in forms and "I" not in forms:
        return letters
    return INITIAL.sub(lambda match: "I" if forms[match.start()] in ("A", "I") else "F", letters)


def _with_ai(forms: Sequence[str], letters: str) -> str:
    """The letters with "AI" as a part of the name that it ends: "Zenvetek AI said", "Zenvetek AI Ltd", not "Zenvetek AI tools"."""
    out = list(letters)
    for i in range(1, len(forms)):
        if forms[i] == "AI" and out[i] == "F" and out[i - 1] in "CSDKA":
            behind = lexicon.tags().get(forms[i + 1].lower(), "") if i + 1 < len(forms) else ""
            if behind[:2] not in ("NN", "JJ", "VB") or behind in ("VBD", "VBZ") or out[i + 1] == "O":
                out[i] = "A"
    return "".join(out)
