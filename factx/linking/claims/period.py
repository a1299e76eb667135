"""When: the time that a claim is about, read from what the time depends on.

It belongs to the amount, to the quantity ("revenue for the quarter"), to the verb of the clause ("In 2004 it paid"), or to
a clause above that does not only report; else it is the one that governs the results around. "A year earlier" behind a
value counts from the period that the value is compared with.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from factx.linking.claims.frames import Frame
from factx.linking.claims.moments import Moments
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import SPEECH, direction_of
from factx.linking.types import PeriodLink

__all__ = ["Times", "governs", "is_earlier", "reported_period", "shifted"]

YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
EARLIER = re.compile(
    r"(?:an? |one |the )?(?:year (?:earlier|ago|before)|(?:same|corresponding|comparable|equivalent|prior|previous|year-ago|year-earlier)\b.{0,40}"
    r"|previous year|prior year|year before|year-ago.{0,30}|year-earlier.{0,30}|last year)",
    re.IGNORECASE,
)
RECENT = re.compile(r"(?:the )?(?:last|previous|prior) year$", re.IGNORECASE)
"""What is a period of its own as often as that of an earlier value."""
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
REPORTS = frozenset(("results", "earnings", "figures", "accounts"))
FAR = 99
CLOSE = 8
"""Nodes between the earlier value of a comparison and its time."""


class Times:
    """The times of a sentence that can be periods, and which of them is an amount's."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.last: dict[int, int] = {}
        """Amount -> last node of it and of what restates it."""
        self.usable = [i for i, when in enumerate(scene.when) if when is not None and self._usable(i)]

    def know(self, frames: Mapping[int, Frame]) -> None:
        """Take in how the amounts stand to each other."""
        self.last = {ref: self.scene.last(ref) for ref in frames}
        for ref, frame in reversed(list(frames.items())):
            if frame.name in ("restated", "conversion") and frame.base is not None:
                self.last[frame.base] = max(self.last[frame.base], self.last[ref])

    def of(self, ref: int, frame: Frame) -> int | None:
        """The time of an amount (an index into the scene's)."""
        ranked = [(self._distance(i, ref, frame), self._gap(i, ref), i) for i in self.usable]
        best = min(ranked, default=None)
        if best is None or best[0] < FAR:
            return None if best is None else best[2]
        return self._alone(ref, frame)

    def _gap(self, index: int, ref: int) -> tuple[int, int, bool]:
        """Of two times that are tied alike, the one with fewer amounts between, then the nearer, then the one behind."""
        scene = self.scene
        time, amount = scene.dated[index][0], scene.whole[ref][-1]
        low, high = min(time, amount), max(time, amount)
        return sum(low < node < high for other, node in scene.node.items() if other != ref), high - low, time < amount

    def _alone(self, ref: int, frame: Frame) -> int | None:
        """The one time of a sentence with one finite verb, wherever the parse hung it."""
        tree = self.scene.tree
        if len(self.usable) != 1 or frame.side == "from" or frame.name == "comparison":
            return None
        index = self.usable[0]
        when = self.scene.when[index]
        governor = tree.clause_of(tree.head[when]) if when is not None and tree.head[when] >= 0 else None
        if governor not in (None, frame.verb, tree.root):
            return None  # "Bolt, founded in 1998, has 140 staff"
        finite = sum(
            tree.tags[node] in ("VBD", "VBZ", "VBP") and tree.label[node] not in ("aux", "aux:pass", "cop")
            for node in range(len(tree))
        )
        later = EARLIER.match(self.scene.times[index].link.text) or self._against(index)
        return index if finite <= 1 and not later and self._bracket(index) == self._bracket_of(ref) else None

    def _distance(self, index: int, ref: int, frame: Frame) -> int:
        """How far a time is from an amount along the tree; `FAR` where it is another's."""
        scene, tree = self.scene, self.scene.tree
        when = scene.when[index]
        assert when is not None
        node = frame.node
        if self._bracket(index) != self._bracket_of(ref):
            return FAR
        text = scene.times[index].link.text
        earlier = EARLIER.match(text) is not None and RECENT.match(text) is None
        then = frame.name == "comparison" or frame.side == "from"
        below = set(tree.inside(node)) | set(scene.whole[ref])
        if when in below and not self._others(below, when, ref):
            return 0
        if then:
            # The other value of a comparison has a time close behind or in front of it, and no other.
            last = self.last.get(ref, scene.whole[ref][-1])
            gap = scene.dated[index][0] - last
            if self._bracket_of(ref) >= 0:
                return 1  # "(2022: £41m)"
            return 1 if 0 < gap <= CLOSE and not any(last < n < scene.dated[index][0] for n in scene.taken) else FAR
        if tree.case(when) in ("from", "on", "over") and direction_of(tree.lower[tree.head[when]], "noun"):
            return FAR  # "a 34% increase from 2024"
        if earlier:
            gap = scene.dated[index][0] - scene.whole[ref][-1]
            if self._against(index):
                return FAR
            between = any(scene.whole[ref][-1] < n < scene.dated[index][0] for n in scene.taken)
            return 6 if gap > 0 and not between else FAR
        quantity = frame.quantity
        if quantity is not None:
            inside = set(tree.inside(quantity))
            if when in inside and not self._others(inside, when, ref):
                return 1
        return self._clause_distance(index, frame)

    def _clause_distance(self, index: int, frame: Frame) -> int:
        """A time that depends on the predicate of the clause, or on one above that does not only report."""
        scene, tree = self.scene, self.scene.tree
        when = scene.when[index]
        assert when is not None
        governor = tree.clause_of(tree.head[when]) if tree.head[when] >= 0 else None
        if governor is None:
            return FAR if tree.head[when] >= 0 else 5
        holder = tree.head[when]
        if holder != governor and holder not in (frame.quantity, frame.node) and not self._of_clause(holder, governor):
            return FAR
        verb = frame.verb if frame.verb is not None else tree.clause_of(frame.node)
        if tree.label[governor] == "advcl" and tree.head[governor] == verb and tree.lower[holder] in REPORTS:
            return 5  # "Reporting results for the three months to May, Bolt made a profit of $3m"
        steps = 2
        while verb is not None and steps < 6:
            if verb == governor:
                if steps > 2 and tree.lemma(governor) in SPEECH:
                    return FAR
                return steps
            up = tree.head[verb]
            verb = tree.clause_of(up) if up >= 0 else None
            steps += 1
        return FAR

    def _of_clause(self, holder: int, governor: int) -> bool:
        """Does a time that hangs on a noun say when the clause was: on its object or the noun of an oblique?"""
        tree = self.scene.tree
        return tree.head[holder] == governor and tree.label[holder] in ("obj", "obl", "nsubj", "nsubj:pass", "xcomp")

    def _others(self, nodes: set[int], when: int, ref: int) -> bool:
        """Does another amount stand between, to which the time is closer?"""
        scene = self.scene
        mine = scene.node[ref]
        low, high = min(mine, when), max(mine, when)
        return any(
            low < scene.node[other] < high and scene.node[other] in nodes for other in scene.node if other != ref
        )

    def _bracket(self, index: int) -> int:
        moment = self.scene.times[index]
        return self._opened(moment.start)

    def _bracket_of(self, ref: int) -> int:
        return self._opened(self.scene.amounts[ref].start)

    def _opened(self, offset: int) -> int:
        """Where the bracket around a place begins; -1 outside."""
        text, begin = self.scene.document.text, self.scene.sentence.start
        opened = text.rfind("(", begin, offset)
        return -1 if opened < 0 or text.rfind(")", opened, offset) >= 0 else opened

    def _against(self, index: int) -> bool:
        """ "fell 3% from a year earlier", "up 5% on the same period"."""
        tree, when = self.scene.tree, self.scene.when[index]
        assert when is not None
        return tree.case(when) in AGAINST or any(
            tree.lower[i] in ("compared", "versus", "vs", "than")
            for i in range(max(0, self.scene.dated[index][0] - 3), self.scene.dated[index][0])
        )

    def _usable(self, index: int) -> bool:
        """No habit, no hour, no "now", and not the day of the report."""
        scene, tree = self.scene, self.scene.tree
        moment = scene.times[index]
        value = moment.link.value or ""
        if moment.type in NO_PERIODS or value.startswith(("PRESENT", "FUTURE")):
            return False
        if moment.type == "DURATION" and self._of_price(index):
            return True
        if moment.type == "DURATION" and moment.link.first is None and not re.match(r"P\d{1,2}[MW]$", value):
            return False
        if (
            moment.type == "DURATION"
            and moment.link.first is None
            and tree.lower[scene.dated[index][0]] != "the"
            and (scene.dated[index][0] == 0 or tree.lower[scene.dated[index][0] - 1] != "the")
        ):
            return False
        when = scene.when[index]
        assert when is not None
        head = tree.head[when]
        if (
            head >= 0
            and tree.lemma(head) in SPEECH
            and tree.label[when] in ("obl", "obl:unmarked", "advmod", "nmod:unmarked", "obj")
            and (tree.complement(head) is not None or tree.child(head, "parataxis") is not None or DAY.match(value))
        ):
            return False
        return moment.link.text.lower() not in ("today", "now", "recently", "currently")

    def _of_price(self, index: int) -> bool:
        """ "$10 for 2 days": what the sum is paid for."""
        first = self.scene.dated[index][0]
        return first > 1 and self.scene.tree.lower[first - 1] == "for" and first - 2 in self.scene.covered

    def only_earlier(self) -> bool:
        """Does the sentence name no period but that of an earlier value?"""
        return all(EARLIER.match(self.scene.times[i].link.text) or self._against(i) for i in self.usable)

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
        if word in ("from", "through") and self.scene.tree.case(when) != word:
            return link
        if side == "after":
            return replace(link, text=f"{word} {link.text}", value=f"{value}/..", last=None)
        return replace(link, text=f"{word} {link.text}", value=f"../{value}", first=None)


def is_earlier(link: PeriodLink) -> bool:
    """Is it only "a year earlier"?"""
    return EARLIER.match(link.text) is not None


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
