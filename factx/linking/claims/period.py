"""When: the periods that a claim can be about.

The times of its sentence, that of the amount that it is compared with, and the one that governs the results around; `ranking` chooses.
"A year earlier" behind a value counts from the period that the value is compared with.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from factx.linking.claims.around import Around, Candidate
from factx.linking.claims.moments import Moments
from factx.linking.claims.scene import Scene
from factx.linking.claims.what import of_shares
from factx.linking.claims.words import SPEECH
from factx.linking.types import PeriodLink

__all__ = ["EARLIER", "Times", "governs", "order_of", "reported_period"]

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
REPORTING = re.compile(r"(?:FY)?\d{4}(?:-[QH]\d)?$|P\d+[MWY](?:/|$)|\d{4}/\d{2,4}$")
AGAINST = frozenset(("from", "than", "on", "over", "against", "versus", "compared", "compared to", "compared with"))
NO_PERIODS = ("SET", "TIME")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
UNIT = re.compile(r"\b(quarter|half|year)$", re.IGNORECASE)
LENGTHS = {
    "quarter": ("P3M/", "P13W/", "P12W/", "P14W/"),
    "half": ("P6M/", "P26W/"),
    "year": ("P1Y/", "P12M/", "P52W/", "P53W/"),
}
OTHER = re.compile(r"\b(?:last|next|previous|prior|coming|current|this|same|year-ago)\b", re.IGNORECASE)
OPEN = {"since": "after", "from": "after", "until": "before", "till": "before", "by": "before", "through": "before"}
"""Prepositions that leave an end open: "since 2012", "by 2027"."""
THEIRS = ("from", "than", "versus", "against")
"""Prepositions of an amount whose own the time beside it is: "$5m, up from $4m in 2023"."""
NEAR = (2, 4, 8, 15)
"""Words between time and amount that are told apart."""
DIGIT = re.compile(r"\d")

Option = tuple[Candidate, PeriodLink | None]


class Times:
    """The times of a sentence, and what tells whether one is an amount's."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.respective = self._respective()

    def _respective(self) -> dict[int, int]:
        """Amount -> time of "$5m and $4m in 2031 and 2030, respectively": as many times behind "and" as amounts before."""
        if "respectively" not in self.scene.tree.lower:
            return {}
        end = self.scene.tree.lower.index("respectively")
        refs = [ref for ref in self.scene.indices if ref in self.scene.node and self.scene.last(ref) < end]
        times = [i for i, when in self.possible() if when < end]
        return dict(zip(refs, times, strict=True)) if len(refs) == len(times) > 1 else {}

    def options(self, around: Around, governing: PeriodLink | None, base: PeriodLink | None) -> list[Option]:
        """The periods that an amount can have, "none" first; `base`: that of the amount that it is compared with."""
        written = "-" if governing is None else form_of(governing)
        out: list[Option] = [(_unwritten(around, "none", written), None)]
        then = around.frame.name == "comparison" or around.frame.side == "from"
        traded = around.frame.side is not None and of_shares(self.scene, around.frame)  # on a day, not in a quarter
        if governing is not None and not then and not traded:
            out.append((_unwritten(around, "governing", written), governing))
        if base is not None and not then:
            out.append((_unwritten(around, "base", form_of(base)), base))
        for index, when in self.possible():
            if self.respective.get(around.ref, index) != index:
                continue
            nearest = self._nearest(index)
            if nearest != around.ref and self.scene.case(self.scene.head[nearest]) in THEIRS:
                continue
            link = self.link(index, governing)
            if then:
                now = base if base is not None else governing
                link = link if now is None else shifted(now, link)
            if link.value is not None:
                out.append(
                    (
                        Candidate(
                            "time",
                            index,
                            [*self._features(around, index, when, governing), *_beside(around, link, base)],
                        ),
                        link,
                    )
                )
        return out

    def possible(self) -> list[tuple[int, int]]:
        """The times that can be periods, each with its node."""
        return [(i, when) for i, when in enumerate(self.scene.when) if when is not None and self._can_be(i, when)]

    def _can_be(self, index: int, when: int) -> bool:
        """No habit, no hour, no "now", and not the day of a report ("announced on Tuesday")."""
        tree, moment = self.scene.tree, self.scene.times[index]
        value = moment.link.value or ""
        if moment.type in NO_PERIODS or value.startswith(("PRESENT", "FUTURE", "PAST")):
            return False
        head = tree.head[when]
        return not (head >= 0 and tree.lemma(head) in SPEECH and DAY.match(value))

    def _features(self, around: Around, index: int, when: int, governing: PeriodLink | None) -> list[str]:
        """What a time of the sentence is like, and how it stands to the amount."""
        scene, tree, frame = self.scene, around.tree, around.frame
        first, last = scene.dated[index][0], scene.dated[index][-1]
        amount = scene.whole[around.ref][-1]
        gap = first - amount if first > amount else last - amount
        near = f"{'before' if gap < 0 else 'behind'} {sum(abs(gap) >= reach for reach in NEAR)}"
        low, high = min(first, amount), max(first, amount)
        amounts = sum(low < node < high for other, node in scene.node.items() if other != around.ref)
        others = any(low < nodes[0] < high for i, nodes in enumerate(scene.dated) if i != index and nodes)
        between = f"between {min(2, amounts)} {others}"
        case = tree.lower[first - 1] if first else "^"
        head = tree.head[when]
        governor = tree.clause_of(head)
        above = frame.verb is not None and governor is not None and governor in tree.above(frame.verb)
        clause = "same" if governor == frame.verb else "none" if governor is None else "above" if above else "other"
        says = "says" if head >= 0 and tree.lemma(head) in SPEECH else "-"
        moment = scene.times[index]
        form = form_of(moment.link)
        earlier = "earlier" if EARLIER.match(moment.link.text) else "against" if self._against(index) else "-"
        nearest = self._nearest(index)
        whose = "mine" if nearest == around.ref else f"other {scene.case(scene.head[nearest])}"
        against = f"{order_of(moment.link, governing)}|{whose}"
        alone = (f"path {around.path(when)}", near, f"case {case}", f"form {form}", f"clause {clause}|{says}")
        return [
            *alone,
            between,
            against,
            f"{against}|{frame.name}",
            f"{against}|{near}",
            f"{earlier}|{frame.name}",
            moment.type,
            f"respective {around.ref in self.respective}",
            f"{frame.name}|{around.kind}",
            f"{tree.label[when]}|{tree.tags[head] if head >= 0 else '^'}",
            *(f"{x}|{y}" for x in alone for y in (around.kind, between, frame.name, clause, near)),
        ]

    def _nearest(self, index: int) -> int:
        """The amount that a time stands nearest to in the text."""
        whole, first = self.scene.whole, self.scene.dated[index][0]
        return min(self.scene.node, key=lambda ref: (abs(whole[ref][-1] - first), ref))

    def _against(self, index: int) -> bool:
        """ "fell 3% from a year earlier", "up 5% on the same period"."""
        tree, when = self.scene.tree, self.scene.when[index]
        assert when is not None
        return tree.case(when) in AGAINST

    def link(self, index: int, governing: PeriodLink | None) -> PeriodLink:
        """The period of a time: "the quarter" is the one that governs; with "since" or "by", an end is open."""
        moment = self.scene.times[index]
        link = moment.link
        if governing is not None and governing.value is not None and not moment.composed and not YEAR.search(link.text):
            unit = UNIT.search(link.text)
            if (
                unit is not None
                and governing.value.startswith(LENGTHS[unit[1].lower()])
                and not OTHER.search(link.text)
            ):
                return replace(governing, text=link.text)
        return self._opened_end(index, link)

    def _opened_end(self, index: int, link: PeriodLink) -> PeriodLink:
        when = self.scene.when[index]
        assert when is not None
        first = self.scene.dated[index][0]
        word = self.scene.tree.lower[first - 1] if first > 0 else ""
        side = OPEN.get(word)
        value = link.value
        if side is None or value is None or "/" in value or not YEAR.match(value):
            return link
        if side == "after":
            return replace(link, text=f"{word} {link.text}", value=f"{value}/..", last=None)
        return replace(link, text=f"{word} {link.text}", value=f"../{value}", first=None)


def _unwritten(around: Around, place: str, more: str) -> Candidate:
    """A period that no time of the sentence is."""
    tree, frame, kind = around.tree, around.frame, around.kind
    tense = "-" if frame.verb is None else tree.tense(frame.verb)
    crossed = [f"|{x}" for x in (
        "", kind, frame.name, tense, more, f"{kind}|{frame.name}", f"{more}|{kind}|{tense}",
        "q:-" if frame.quantity is None else f"q:{tree.lower[frame.quantity]}",
        "v:-" if frame.verb is None else f"v:{tree.lemma(frame.verb)}",
    )]  # fmt: skip
    return Candidate(place, None, [], (place,), crossed)


def _beside(around: Around, link: PeriodLink, base: PeriodLink | None) -> list[str]:
    """How a time stands to the period of the amount that this one is compared with: seldom both have the same."""
    if base is None:
        return []
    order = "same" if link.value == base.value else order_of(link, base)
    name = f"base {order}|{around.frame.name}"
    return [f"base {order}", name, f"{name}|{around.scene.case(around.frame.node)}"]


def order_of(link: PeriodLink, governing: PeriodLink | None) -> str:
    """Is a time before, after or in the period that governs; "-" where one of them has no days.

    >>> from datetime import date
    >>> years = [PeriodLink(str(year), str(year), date(year, 1, 1), date(year, 12, 31)) for year in (2023, 2024)]
    >>> order_of(years[0], years[1]), order_of(years[1], years[1]), order_of(years[1], None)
    ('before', 'in', '-')
    """
    if governing is None or not (link.first and link.last and governing.first and governing.last):
        return "-"
    return "before" if link.last < governing.first else "after" if link.first > governing.last else "in"


def form_of(link: PeriodLink) -> str:
    """The form of a period's value: "9999-Q9" of "2024-Q2".

    >>> form_of(PeriodLink("the quarter", "FY2024-Q3"))
    'FY9999-Q9'
    """
    return DIGIT.sub("9", link.value or "-")[:12]


def reported_period(text: str, moments: Moments) -> PeriodLink | None:
    """The period that an announcement reports on, where it says so before its first figures ("results for the quarter")."""
    for moment in moments.all[:EARLY]:
        if moment.start > BEGINNING:
            return None
        if text[moment.start - 1 : moment.start] == "(" and text[moment.end : moment.end + 1] in (":", ")"):
            continue  # "(H1 2023: £388m)"
        if REPORTED.match(moment.link.value or "") and RESULTS.search(text, max(0, moment.start - 90), moment.end + 40):
            return moment.link
    return None


def governs(link: PeriodLink) -> bool:
    """Is the period one that results are reported for: a quarter, a half, a year, some months; and no day?"""
    return link.value is not None and REPORTING.match(link.value) is not None


def shifted(link: PeriodLink, written: PeriodLink) -> PeriodLink:
    """The period a year before `link`, where the text says "a year earlier" (`written`).

    >>> shifted(PeriodLink("the quarter", "P3M/2004-12-31"), PeriodLink("a year earlier", "2003")).value
    'P3M/2003-12-31'
    """
    value = link.value
    if value is None or not LAST_YEAR.match(written.text):
        return written
    moved = YEAR.sub(lambda match: f"{int(match[1]) - 1:04}", value)
    return PeriodLink(written.text, moved, _year_before(link.first), _year_before(link.last))


def _year_before(day: date | None) -> date | None:
    if day is None or day.year <= 1:
        return None
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)
