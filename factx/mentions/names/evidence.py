"""What the neighbours of a name tell about its kind.

>>> from factx.document.tokens import Tokens
>>> tokens = Tokens("But Trent Zorbak, an analyst with Zenvia, said so.")
>>> letters = shapes(tokens.text)
>>> [kind_in_context(tokens.lower, letters, a, b, None)[0][:2] for a, b in ((1, 3), (7, 8))]
[('person', 'person: role in apposition'), ('organization', 'organisation: employer')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factx import lexicon
from factx.mentions.names.shapes import shapes

__all__ = ["kind_in_context", "shapes"]

Vote = tuple[str, str, float]


ALLIES = frozenset(
    [
        "partner",
        "partners",
        "member",
        "members",
        "customer",
        "customers",
        "leader",
        "leaders",
        "supporter",
        "supporters",
        "voter",
    ]
)
"""Roles that say nothing on what stands before them: "Trusted Delivery Partner", "Brexit supporter"."""
BODIES = frozenset(
    [
        "union",
        "party",
        "charity",
        "watchdog",
        "regulator",
        "newspaper",
        "magazine",
        "agency",
        "federation",
        "think-tank",
        "pollster",
        "daily",
        "paper",
    ]
)
"""Nouns for bodies that stand right before their names: "hotel workers' union Unite Here"."""
OF_PEOPLE_TOO = frozenset(["unit", "partner", "team", "fund", "owner", "investor", "network", "club"])
"""Descriptions of organisations that a person's name can follow as well."""
POSSESSIVES = frozenset(["its", "their", "our", "my", "your", "his", "her"])
EMPLOYING = frozenset(["at", "with", "for", "from", "by", "of"])
SPEAKS = frozenset(
    [
        "said",
        "says",
        "told",
        "announced",
        "added",
        "warned",
        "denied",
        "declined",
        "reported",
        "claims",
        "claimed",
        "confirmed",
        "argued",
        "acknowledged",
    ]
)
SAYS_NAME = frozenset(
    "adds asks comments commented continued concludes emphasized explains explained notes noted quips recalls remarked remarks reveals shared "
    "shares stated states stressed".split()
)
"""Verbs of speech behind a quotation whose speaker follows."""
BEHIND_NOUN = frozenset(
    [",", ".", "of", "that", "which", "based", "behind", "whose", "and", "in", "with", "for", ";", ")", "who"]
)
PERSON_TWO = re.compile(r"[CGKSWPY](?:p{1,2}|P)?(?:[CGKSWPYFL]|I\.?)(?:p?[CGKS]){0,2}(?:,?J\.?)?")
UNKNOWN = re.compile(r"[CS][CSG]{1,2}")
APPOSITION = re.compile(r",(?:[xtan]|[A-Z]|'){0,7}?r")
TITLE_BEHIND = re.compile(r",t?(?:[A-Z]{1,4}')?[MQWDBKRAF]{0,4}(?:[a&][MQWDBKR]{1,3})?R(?=[,oxfna.])")
OFFICER_AND_NAME = re.compile(r"x{0,2}r[GCSKY]")
"""What stands behind a firm before its officer: "Zenvia Motor | managing director Jo"."""
HOLDS = re.compile(r",t?[MQWDBKRx]{0,2}?([rR])(?=[,.oxa&])")
"""What stands behind a single name of who holds a title: "Zorbak, the CEO of", "Zorbak, franchise owner"."""
APPOINTED = re.compile(r"x{1,4}t?[MQR]{0,4}R")
"""What stands behind who gets an office: "Zorbak as the Chief Officer", "Zorbak has been appointed as Chairman"."""
PASSIVE = frozenset(["is", "was", "been"])
"""Forms of "be" before an appointment: a firm that appoints somebody does so itself."""
FORMER = frozenset(["former", "ex", "retired", "then"])
FIRM_OFFICERS = frozenset(
    ["chairman", "chairwoman", "chair", "ceo", "cfo", "coo", "board", "chief", "directors", "shareholders"]
)
"""Who belongs to companies alone."""
ROLE_OVER_COMMA = re.compile(r"r[^,.r]{0,4},$")
SOMEBODY_OVER_COMMA = re.compile(r"G[CGKSWPY]{1,2},$")
"""Somebody before a name with a title behind it: "Ann Lee, [Orlo Pumps], CEO"."""
TWO_WORDS = re.compile(r"[GY](?:I\.?)?[BDQWKA]|L[CSKG]|[WK][WK]")
"""Letters of two words that look like a firm's or a place's name and may be a person's: "Joel House", "London Dewey"."""
AGE = re.compile(r",#[,.]")
ENDS = frozenset(",.();:'&qd!|o")


def kind_in_context(lower: Sequence[str], letters: str, first: int, last: int, kind: str | None) -> list[Vote]:
    """(kind, rule, weight) for each thing that the words around tokens `first` to `last` (exclusive) tell.

    `kind`: what the name's own words say. Looks at no more than ten tokens to each side.
    """
    before = letters[first - 1] if first else "|"
    if kind != "person" and TWO_WORDS.fullmatch(letters, first, last) and _holds_office(lower, letters, first, last):
        return [("person", "person: title behind", 2.5)]
    if kind is not None and kind != "person":
        return []
    out = list(_told_before(lower, letters, first, last, kind)) if first and before in "xr" else []
    office = first > 1 and lexicon.table("role_heads.tsv").get(lower[first - 2]) == "office"
    if before == "o" and office and kind == "person":
        out.append(("organization", "organisation: employer", 2.5))
    after = letters[last : last + 10]
    if kind == "person":
        if _is_firm(lower, letters, first, last, after):
            out.append(("organization", "organisation: described as one", 2.5))
        return out
    if last - first == 1 and letters[first] in "CS" and before != "," and _is_somebody(lower, last, after):
        out.append(("person", "person: who", 1.5))
    if last - first > 1 and OFFICER_AND_NAME.match(after) and _is_firm(lower, letters, first, last, after):
        out.append(("organization", "organisation: its officer", 1.0))
    elif PERSON_TWO.fullmatch(letters, first, last):
        person = _person(lower, letters, first, last, after, before)
        if person is not None:
            out.append((*person, 1.5))
        elif _unknown_speak(lower, letters, first, last, after, before):
            out.append(("person", "person: unknown words speak", 0.8))
    organisation = _organisation(lower, letters, first, last, after, before)
    if organisation is not None:
        out.append((*organisation, 1.0))
    return out


def _holds_office(lower: Sequence[str], letters: str, first: int, last: int) -> bool:
    """Does the title follow of two words that look like a firm or a place: "said Joel House, founder of", "London Dewey, CEO of"?"""
    held = HOLDS.match(letters, last)
    if held is None:
        return False
    title = lower[held.start(1)]
    said = first > 0 and lower[first - 1] in (SPEAKS | SAYS_NAME)
    role = lexicon.table("role_heads.tsv").get(title)
    if said:
        return role in ("office", "staff", "expert")
    known = title in FIRM_OFFICERS or title not in lexicon.words("company_roles.tsv")
    return role in ("office", "staff") and known and letters[first] in "GYL"


def _told_before(lower: Sequence[str], letters: str, first: int, last: int, kind: str | None) -> Iterator[Vote]:
    """What the word before a name tells: a description, a possessive, a preposition behind a role."""
    word = lower[first - 1]
    described = lexicon.table("organisation_descriptions.tsv").get(word)
    if (described in ("any", "trade") or word in BODIES) and word not in OF_PEOPLE_TOO:
        yield "organization", "organisation: described before", 2.5 if last - first > 1 or kind is None else 0.5
    if word in POSSESSIVES and kind is None:
        yield "other", "other: possessed", 1.0
    if first > 1 and _is_role(lower[first - 2]) and letters[last : last + 1] != "r":
        role = lexicon.table("role_heads.tsv").get(lower[first - 2], "")
        if (
            word == "at"
            or (word == "with" and role == "expert")
            or (word == "of" and role == "office" and kind is not None)
        ):
            yield "organization", "organisation: employer", 2.5


def _unknown_speak(lower: Sequence[str], letters: str, first: int, last: int, after: str, before: str) -> bool:
    """Are two or three unknown words beside a verb of speech, or an unknown one and a given name (most are surnames, too)?"""
    known = last - first == 2 and letters[first] in "WK" and letters[first + 1] == "S" and before == "x"
    if not known and UNKNOWN.fullmatch(letters, first, last) is None:
        return False
    if after[:1] == "x" and lower[last] in SPEAKS:
        return True
    return before == "x" and lower[first - 1] in (SPEAKS | SAYS_NAME) and after[:1] in ("o", ",", ".")


def _person(
    lower: Sequence[str], letters: str, first: int, last: int, after: str, before: str
) -> tuple[str, str] | None:
    if before == "r" and lower[first - 1] not in lexicon.words("company_roles.tsv"):
        return "person", "person: role before"
    if before == "," and after[:1] in (",", "x") and ROLE_OVER_COMMA.search(letters, max(0, first - 7), first):
        return "person", "person: role before a comma"
    if AGE.match(after):
        return "person", "person: age behind"
    employs = letters[first] != "G" and SOMEBODY_OVER_COMMA.search(letters, max(0, first - 6), first) is not None
    if TITLE_BEHIND.match(after) and not employs:
        return "person", "person: title behind"
    appointed = APPOINTED.match(after)
    if appointed is not None and _gets_office(lower[last : last + appointed.end()]):
        return "person", "person: appointed"
    apposition = APPOSITION.match(after)
    if (
        apposition is not None
        and not employs
        and lower[last + apposition.end() - 1] not in lexicon.words("company_roles.tsv")
    ):
        inner = lower[last + 1 : last + apposition.end()]
        if "said" not in inner and "says" not in inner and "which" not in inner:
            return "person", "person: role in apposition"
    if after[:2] == ",x" and lower[last + 1] in ("who", "whose"):
        return "person", "person: who"
    return _by_surname(lower, letters, first, last)


def _by_surname(lower: Sequence[str], letters: str, first: int, last: int) -> tuple[str, str] | None:
    """What a surname at either end of a name tells; given names that are surnames too end names of people."""
    if letters[first] in "SKC" and letters[last - 1] in "CGSKW" and _family_first(lower[first]):
        return "person", "person: family name first"
    surname = letters[last - 1] == "S" or (
        letters[last - 1] == "G" and lower[last - 1] in lexicon.words("surnames.tsv")
    )
    if surname and letters[first] in "CSG" and "." not in lower[first]:
        return "person", "person: known surname"
    return None


def _gets_office(words: Sequence[str]) -> bool:
    """Do the words behind a name give it an office that people alone hold: "as the Chief Financial Officer"?"""
    *verb, title = words
    if lexicon.table("role_heads.tsv").get(title) != "office" or title in lexicon.words("company_roles.tsv"):
        return False
    passive = not PASSIVE.isdisjoint(verb)
    return verb[0] == "as" or (passive and not lexicon.words("appointment_verbs.tsv").isdisjoint(verb))


def _family_first(word: str) -> bool:
    return lexicon.table("surnames.tsv").get(word) == "first"


def _organisation(
    lower: Sequence[str], letters: str, first: int, last: int, after: str, before: str
) -> tuple[str, str] | None:
    modifiers = lexicon.words("role_modifiers.tsv")
    at = 1 if after[:1] == "'" else 0
    for step in range(at, min(at + 4, len(after))):
        if after[step] == "r" and lower[last + step] not in ALLIES:
            return "organization", "organisation: its officer"
        if lower[last + step] not in modifiers:
            break
    if (
        first > 1
        and _is_role(lower[first - 2])
        and lower[first - 1] in EMPLOYING
        and (after[:1] in ENDS or _closed(lower, last))
        and not (before == "o" and last - first == 1 and letters[first] in "BDQMW" and _is_field(lower[first]))
    ):
        return "organization", "organisation: employer"
    if _described(lower, letters, last, after):
        return "organization", "organisation: described as one"
    if (
        after[:1] == "x"
        and last < len(lower)
        and lower[last] in SPEAKS
        and last - first == 1
        and letters[first] in "CWKA"
    ):
        return "organization", "organisation: speaks"
    return None


def _described(lower: Sequence[str], letters: str, last: int, after: str) -> bool:
    """Does an apposition with a noun for organisations follow: ", the supermarket chain,", or "is a global consultancy with"?"""
    told = lower[last : last + 2] in (["is", "a"], ["is", "an"])
    if (told or after[:2] in (",t", ",x")) and last + 3 < len(lower) and lower[last + 1] in ("the", "a", "an", "which"):
        kinds = lexicon.words("organisation_descriptions.tsv")
        if told:  # "Gorse is a partner of the firm"
            kinds = kinds - lexicon.words("role_heads.tsv") - OF_PEOPLE_TOO - ALLIES
        for step in range(2, 7):
            if last + step >= len(lower) or letters[last + step] in ",.o":
                return False
            at_end = last + step + 1 >= len(lower) or lower[last + step + 1] in BEHIND_NOUN
            if at_end and letters[last + step] in "xr" and lower[last + step] in kinds:
                return True
    return False


def _is_firm(lower: Sequence[str], letters: str, first: int, last: int, after: str) -> bool:
    """Is a name that could be a person's a firm's after all: "J Carver, the shoe chain", "Bharat Motor's chairman"?"""
    if OFFICER_AND_NAME.match(after) and all(
        w in lexicon.words("role_modifiers.tsv") or _is_role(w) for w in lower[last : last + after.index("r") + 1]
    ):
        return True
    if letters[first] == "I" and _described(lower, letters, last, after):
        return True
    return (
        letters[last - 1] == "W"
        and last - first == 2
        and after[:1] == "'"
        and last + 1 < len(lower)
        and lower[last + 1] in FIRM_OFFICERS
    )


def _is_somebody(lower: Sequence[str], last: int, after: str) -> bool:
    """Is a single unknown word a person's: "Zorbak, who", "Zorbak, 54,", "Zorbak, a former manager"?"""
    if AGE.match(after) or (after[:2] == ",x" and lower[last + 1] in ("who", "whose")):
        return True
    held = HOLDS.match(after)
    if held is not None:
        title = lower[last + held.start(1)]
        role = lexicon.table("role_heads.tsv").get(title)
        return role in ("office", "staff") and title not in lexicon.words("company_roles.tsv")
    k = last + 1
    if after[:1] == "," and k < len(lower) and lower[k] in ("a", "the", "an"):
        k += 1
    return k > last + 1 and k < len(lower) and lower[k] in FORMER and "r" in after[: k - last + 4]


def _is_field(word: str) -> bool:
    """Is it a field of work ("VP of Engineering")?"""
    return (
        word in lexicon.words("portfolios.tsv")
        or word in lexicon.words("role_modifiers.tsv")
        or word in ("engineering", "research", "design", "innovation", "merchandising", "manufacturing", "procurement")
    )


def _is_role(word: str) -> bool:
    return word in lexicon.words("role_heads.tsv")


def _closed(lower: Sequence[str], i: int) -> bool:
    return i >= len(lower) or lower[i] in SPEAKS or lexicon.tags().get(lower[i], "NN")[0] in "IVMCWP"
