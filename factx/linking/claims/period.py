"""When: the time that a claim is about.

It stands in the claim's own clause ("in 2004", "for the quarter"), else in the sentence, else it is the one that governs
the results around ("In the third quarter, …" then "Net income was …"). "A year earlier" behind a value counts from
the period that the value is compared with.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from factx.linking.claims.clause import FURTHEST, Scene
from factx.linking.claims.moments import Moments
from factx.linking.claims.roles import Role
from factx.linking.claims.words import SPEECH, is_quantity
from factx.linking.types import PeriodLink

__all__ = ["governs", "is_own", "own_period", "period_link", "reported_period", "shifted", "twin"]

YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
EARLIER = re.compile(
    r"(?:an? |one |the )?(?:year (?:earlier|ago|before)|(?:same|corresponding|comparable|equivalent|prior|previous|year-ago|year-earlier)\b.{0,40}"
    r"|previous year|prior year|year before|year-ago.{0,30}|year-earlier.{0,30}|last year)",
    re.IGNORECASE,
)
REPORTED = re.compile(r"(?:FY)?\d{4}-[QH]\d$|P\d+[MWY]/")
RESULTS = re.compile(r"\b(?:results|earnings|figures|trading (?:update|statement))\b", re.IGNORECASE)
EARLY, BEGINNING = 30, 2500
LAST_YEAR = re.compile(r"(?:last|previous|prior) year$|.*year (?:earlier|ago|before)$", re.IGNORECASE)
BREAKS = frozenset(["compared", "against", "versus", "vs", "from", "than"])
AGAINST = frozenset(("from", "than", "on", "over", "against", "versus"))
LEVEL_WITH = ("line", "par", "consistent", "comparable", "similar", "equal", "level")
"""Of "in line with last year", "similar to last year"."""
REPORTING = re.compile(r"(?:FY)?\d{4}(?:-[QH]\d)?$|P\d+[MWY](?:/|$)|\d{4}/\d{2,4}$")
SAME = re.compile(
    r"\b(?:same|corresponding|comparable|equivalent|like|prior|previous)\b.{0,20}\b(?:period|quarter|half|time|months|weeks)$",
    re.IGNORECASE,
)
BESIDE = frozenset(("after", "before", "despite", "amid", "following", "as", "since", "because", "when"))
WITHIN = frozenset(("in", "during", "for", "throughout", "over"))
NO_PERIODS = ("SET", "TIME")
MONTHS = re.compile(r"P\d{1,2}[MW]$")
UNIT = re.compile(r"\b(quarter|half|year)$", re.IGNORECASE)
LENGTHS = {
    "quarter": ("P3M/", "P13W/", "P12W/", "P14W/"),
    "half": ("P6M/", "P26W/"),
    "year": ("P1Y/", "P12M/", "P52W/", "P53W/"),
}
OTHER = re.compile(r"\b(?:last|next|previous|prior|coming|current|this|same|year-ago)\b", re.IGNORECASE)


def usable(scene: Scene, index: int) -> bool:
    """Can the time chunk be what a claim is about: no habit, no hour, and not the day of an announcement?"""
    moment = scene.times[scene.chunks[index].ref]
    value = moment.link.value or ""
    if moment.type in NO_PERIODS or value.startswith(("PRESENT", "FUTURE")):
        return False
    if moment.type == "DURATION" and moment.link.first is None and not _definite(scene, index, value):
        return False
    if scene.kind(index - 1) == "p" and EARLIER.match(moment.link.text):
        beside = scene.head_of(index - 2) if index > 1 else ""
        if scene.head_of(index - 1) in AGAINST or beside == "compared":
            return False  # "fell 3% from a year earlier", "up 5% on the same period"
    before, after = scene.before(index, 'R"p'), scene.after(index)
    if (
        scene.kind(index - 1) == "p"
        and scene.head_of(index - 1) in ("with", "to")
        and scene.kind(index - 2) in ("N", "J")
    ) and scene.head_of(index - 2) in LEVEL_WITH:
        return False  # "in line with last year"
    if moment.link.text.lower() in ("today", "now") and scene.kind(before) in ("", "&"):
        return False  # "Today, with five projects, …"
    owned = scene.tokens.codes[scene.chunks[index].first] == "S"  # "said its 2031 profit rose"
    for near in () if owned else (before, after):
        if scene.kind(near) == "V" and scene.lemma_of(near) in SPEECH:
            reported = scene.after(near if near > index else index, 'R"@p')
            if near == after or scene.kind(reported) in ("w", ",", "N", "."):
                return False
    return True


def _definite(scene: Scene, index: int, value: str) -> bool:
    """ "In the nine months, …" is a period, though not of known days; "for nine months" is only a length."""
    return MONTHS.match(value) is not None and scene.tokens.lower[scene.chunks[index].first] == "the"


def is_own(scene: Scene, index: int) -> bool:
    """Does the time chunk name a period of its own, and not only "a year earlier"?"""
    return usable(scene, index) and not EARLIER.match(scene.times[scene.chunks[index].ref].link.text)


def own_period(scene: Scene, role: Role) -> int | None:
    """The time chunk of an amount's own clause or sentence."""
    if role.time is not None:
        return role.time
    for look in LOOKS:
        found = look(scene, role)
        if found is not None:
            return found
    return None


def behind(scene: Scene, role: Role) -> int | None:
    """To the right, before the next amount, clause or comparison: "$5m in 2004", "$5m, or $1 a share, for the quarter"."""
    i = role.end + 1
    shape = scene.shape
    stop = min(len(shape), role.end + FURTHEST)
    while i < stop:
        kind = shape[i]
        if kind == "@":
            if usable(scene, i) and not _dates_thing(scene, i):
                return i
        elif kind == "(":
            closing = shape.find(")", i, i + 14)
            if closing < 0:
                return None
            i = closing
        elif kind in "," and scene.kind(i + 1) == "&" and scene.head_of(i + 1) == "or" and scene.kind(i + 2) == "A":
            i += 2
        elif kind == "&" and scene.head_of(i) == "or" and scene.kind(i + 1) == "A":
            i += 1
        elif (kind == "&" and scene.kind(i + 1) != "N") or (kind in "pE" and scene.head_of(i) in BREAKS):
            return None
        elif kind == "p" and scene.kind(i + 1) == "A":
            if role.side != "by" or scene.head_of(i) != "to":
                return None
            i += 1
        elif kind in "AVw;-." or (kind == "," and scene.kind(i + 1) not in ("@", "p")):
            return None
        i += 1
    return None


def _dates_thing(scene: Scene, index: int) -> bool:
    """ "an inquiry into a 2022 incident": the time of something else, unless it is "in the 2022 season"."""
    if scene.kind(index + 1) != "N" or scene.kind(index - 1) not in ("p", "o"):
        return False
    before = scene.head_of(index - 1)
    return before in BESIDE or (before not in WITHIN and not is_quantity(scene.head_of(index + 1)))


def in_subject(scene: Scene, role: Role) -> int | None:
    """Between the quantity and the amount: "net sales for the quarter decreased 3% to $5m"."""
    if role.noun is None or role.side == "from" or (role.base is not None and role.name == "comparison"):
        return None
    verb = role.verb
    stop = role.start
    if verb is not None and role.noun < verb < stop and "A" in scene.shape[verb:stop]:
        stop = verb  # not what belongs to another amount
    aside, paired = False, scene.shape.count("-", role.noun, stop) == 2
    for i in range(stop - 1, min(role.noun, role.start), -1):
        if scene.shape[i] == "-" and paired:
            aside = not aside
        if aside:
            continue  # "the loss - the first since 2031 - stemmed from"
        if scene.shape[i] == "V" and i != verb:
            break  # of a relative clause
        if scene.shape[i] == "@" and usable(scene, i):
            if "A" in scene.shape[role.noun : i] and "," in scene.shape[i:stop]:
                return None  # "the shares, down 30% in the past year, rose 5.9%"
            return i if "w" not in scene.shape[role.noun : i] or "," not in scene.shape[i:stop] else None
        if scene.shape[i] in ";w" or (scene.shape[i] in "pE" and scene.head_of(i) in BREAKS - {"from"}):
            return None
    before = scene.before(role.noun)
    if scene.kind(before) == "@" and usable(scene, before):
        return before  # "generated 2022 sales of"
    return None


def before_earlier(scene: Scene, role: Role) -> int | None:
    """In front of the noun of an earlier value: "compared with 2009 second quarter sales of"."""
    if role.side != "from" or role.noun is None:
        return None
    before = scene.before(role.noun)
    return before if scene.kind(before) == "@" and usable(scene, before) else None


def near_verb(scene: Scene, role: Role) -> int | None:
    """Beside the verb: "two firms last year provided …"."""
    if role.verb is None or role.side == "from":
        return None
    crossed = False
    for i in range(role.verb - 1, max(-1, role.verb - 4), -1):
        crossed |= scene.shape[i] == ","
        if scene.shape[i] == "@" and usable(scene, i):
            trailing = scene.shape[role.verb] == "G"  # "a loss for the year, posting revenue of"
            return i if not crossed or trailing or scene.kind(scene.before(i, "Rp")) in (",", "") else None
        if scene.shape[i] not in 'R,"N':
            break
    return None


def in_front(scene: Scene, role: Role) -> int | None:
    """At the beginning of the sentence or the clause: "In 2004, …", and a participle clause there."""
    if role.side == "from" or role.name == "comparison":
        return None
    shape = scene.shape
    limit = role.verb if role.verb is not None and role.verb < role.start else role.start
    found = None
    for i in range(max(0, limit - FURTHEST), limit):
        if shape[i] == "@" and usable(scene, i) and _fronted(scene, i) and not _aside(shape, i, limit):
            found = i
        elif shape[i] == ";":
            found = None
    return found


def _aside(shape: str, index: int, limit: int) -> bool:
    """Is the time in brackets or in an aside between dashes, of which the clause goes on behind?"""
    if shape.rfind("(", 0, index) > shape.rfind(")", 0, index):
        return shape.find(")", index, limit) > 0
    return shape.find("-", index, limit) > 0 and shape.count("-", 0, index) % 2 == 1


def _fronted(scene: Scene, index: int) -> bool:
    """Does the time open its clause, and not end the one before?"""
    opening = scene.before(index, 'R"p')
    if scene.kind(opening) == "E" and scene.kind(scene.before(opening)) in (",", ""):
        return False  # "the firm, founded in 2018, has"
    verb = scene.shape.rfind("V", 0, index)
    if verb < 0:
        return "A" not in scene.shape[scene.shape.find(",") + 1 : index] or "," not in scene.shape[:index]
    if "w" in scene.shape[verb:index]:
        return True
    before = scene.before(index, 'R"p')
    return scene.kind(before) in ("", ",", "&", "w", "-")


def around_clause(scene: Scene, role: Role) -> int | None:
    """ "in a third quarter when costs rose by": the time that the clause hangs on; else behind in the clause."""
    shape = scene.shape
    start = role.verb if role.verb is not None else role.start
    for i in range(min(start, role.start), max(-1, start - 8), -1):
        if shape[i] == "w" and scene.kind(i - 1) == "@" and usable(scene, i - 1) and _goes_on(scene, i):
            return i - 1
        if scene.kind(i - 2) == "(":
            continue  # "(H1 2023: £3m)" is of what stands in the brackets
        if shape[i] == "-" and scene.kind(i - 1) == "@" and usable(scene, i - 1) and not shape.count("-", 0, i) % 2:
            return i - 1  # "in 1996 — a year it lost …"
    if role.name == "comparison" or role.side == "from":
        return None
    for i in range(role.end + 1, min(len(shape), role.end + FURTHEST)):
        if shape[i] == "@" and usable(scene, i) and not _dates_thing(scene, i):
            return i
        if (
            shape[i] in ";w.V-("
            or (shape[i] == "," and scene.kind(i + 1) not in ("p", "@", "R", "N", "&"))
            or (shape[i] in "pE" and scene.head_of(i) in BREAKS)
            or (shape[i] == "&" and scene.kind(i + 1) != "N")
        ):
            return None
    return None


def _goes_on(scene: Scene, index: int) -> bool:
    """ "a year that saw", "in 2009, when": the clause is about the time; in "a firm founded in 2009 that" it is not."""
    return (
        scene.head_of(index) not in ("that", "who", "which")
        or scene.tokens.codes[scene.chunks[index - 1].first] in "DS"
    )


def in_bracket(scene: Scene, role: Role) -> int | None:
    """ "(2022: £41m)", "(2022: loss of £3m)", "(2022: up 3%)": in front, in the same brackets."""
    named = role.name == "of" and role.noun is not None and role.noun < role.start
    i = (role.noun if named and role.noun is not None else role.start) - 1
    if scene.kind(i) == "u":
        i -= 1
    if scene.kind(i) in ("-", ","):
        i -= 1
    return i if scene.kind(i) == "@" and scene.kind(i - 1) == "(" else None


def of_first(scene: Scene, role: Role) -> int | None:
    """ "expects 2030 sales to be flat and costs to fall by $5m": the year in front of the first object of the verb."""
    if role.side == "from" or role.name == "comparison":
        return None
    verb = scene.verb_before(role.start, "V")
    if verb is None or scene.kind(verb + 1) != "@" or scene.kind(verb + 2) != "N" or verb + 2 >= role.start:
        return None
    return verb + 1 if usable(scene, verb + 1) else None


LOOKS: tuple[Callable[[Scene, Role], int | None], ...] = (
    in_bracket,
    behind,
    in_subject,
    before_earlier,
    near_verb,
    around_clause,
    in_front,
    of_first,
)


def period_link(scene: Scene, index: int, governing: PeriodLink | None = None) -> PeriodLink:
    """The period of a time chunk; "the quarter" is the one that governs ("the six months to 30 September 2031")."""
    moment = scene.times[scene.chunks[index].ref]
    if (
        governing is not None
        and governing.value is not None
        and not moment.composed
        and not YEAR.search(moment.link.text)
    ):
        unit = UNIT.search(moment.link.text)
        if (
            unit is not None
            and governing.value.startswith(LENGTHS[unit[1].lower()])
            and not OTHER.search(moment.link.text)
        ):
            return replace(governing, text=moment.link.text)
    return moment.link


def reported_period(text: str, moments: Moments) -> PeriodLink | None:
    """The period that an announcement reports on, where it says so before its first figures ("results for the quarter")."""
    for moment in moments.all[:EARLY]:
        if moment.start > BEGINNING:
            return None
        if EARLIER.match(moment.link.text):
            continue  # "up on the same quarter last year"
        if text[moment.start - 1 : moment.start] == "(" and text[moment.end : moment.end + 1] in (":", ")"):
            continue  # "(H1 2023: £388m)"
        if REPORTED.match(moment.link.value or "") and RESULTS.search(text, max(0, moment.start - 90), moment.end + 40):
            return moment.link
    return None


def governs(link: PeriodLink) -> bool:
    """Is the period one that results are reported for: a quarter, a half, a year, some months; and no day?"""
    return link.value is not None and REPORTING.match(link.value) is not None


def twin(scene: Scene, index: int, now: PeriodLink | None) -> PeriodLink | None:
    """ "in the same period of 2012": the part of that year which `now` is of its own."""
    moment = scene.times[scene.chunks[index].ref].link
    noun = index - 2
    if (
        now is None
        or now.value is None
        or moment.value is None
        or scene.kind(index - 1) not in ("o", "p")
        or scene.kind(noun) != "N"
    ):
        return None
    year, own = re.fullmatch(r"\d{4}", moment.value), YEAR.search(now.value)
    if year is None or own is None or not SAME.search(scene.text_of(noun)) or now.first is None or now.last is None:
        return None
    back = int(own[1]) - int(year[0])
    if not 0 < back < 10:
        return None
    for _ in range(back):
        now = shifted(now, PeriodLink("a year earlier", None))
    return replace(now, text=f"{scene.text_of(noun)} {scene.text_of(index - 1)} {moment.text}")


def shifted(link: PeriodLink, written: PeriodLink) -> PeriodLink:
    """The period a year before `link`, where the text says "a year earlier" (`written`).

    >>> shifted(PeriodLink("the quarter", "P3M/2004-12-31"), PeriodLink("a year earlier", "2003")).value
    'P3M/2003-12-31'
    """
    value = link.value
    if value is None or not LAST_YEAR.match(written.text) or (written.value or "").startswith("P"):
        return written
    moved = YEAR.sub(lambda match: f"{int(match[1]) - 1:04}", value)
    return PeriodLink(written.text, moved, _year_before(link.first), _year_before(link.last))


def _year_before(day: date | None) -> date | None:
    if day is None or day.year <= 1:
        return None
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)
