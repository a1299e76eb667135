"""The scan: one pass over the words of a text, and the rules of the tables whose expressions can begin with a word.

A `TimeTable` says which words its expressions begin with (`first`), so that nine words in ten cost one dictionary
look-up. An article before such a word is tried as the beginning first ("the third quarter", "a year earlier").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from typing import TYPE_CHECKING

from factx import lexicon
from factx.mentions.dates.beginnings import EVERYWHERE, JOINING, MARKED_YEAR, YEAR, declared, shape
from factx.mentions.dates.expression import TimeExpression
from factx.rules import REACH, WORD_OR_MARK, Rule, RuleTable

if TYPE_CHECKING:
    import regex

__all__ = ["Scanner", "TimeTable"]

WORD = re.compile(r"\w+")
BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
DEEPEST = 2
NEXT_WORD = re.compile(r"[\s‐‑–-]{1,3}['’‘]?(\w+)")
# Words that begin an expression only before another word of time; what else may stand behind them is in BEHIND.
MODIFIERS = frozenset(row[0] for row in lexicon.rows("time_modifiers.tsv") if row[1] != "link")
BEHIND = frozenset(row[0] for row in lexicon.rows("time_modifiers.tsv") if row[1] != "modifier")
ARTICLE_ENDS = frozenset("eanEAN")
APOSTROPHES = frozenset("'’‘")
DIGITS = frozenset("0123456789")
AHEAD = 64
"""Characters from the beginning of an expression within which one of its rule's `near` stands."""
BEHIND_DIGITS = ":"
"""A word that sorts before it begins with a digit: the quickest test there is."""
NEXT = re.compile(r"(?:\+|(?:,\d{3})+)?[\s‐‑-]{1,3}([^\W\d_]+|1/2|½)|(?P<mark>\s?[/.:–-]\s?\d)|(?P<suffix>[^\W\d_]+)")
DECIMAL = re.compile(r"\.\d{1,2}(?:[\s‐‑-]{1,2}|(?=[a-z]{2}))([A-Za-z]+)")
ARTICLE = re.compile(r"(?i)\b(?:the|an?)\s{1,2}$")
DAY_KINDS = frozenset(["day", "weekday", "deictic", "numeric"])
CLOCK_BEHIND = re.compile(
    r",?\s(?:at\s|@\s?)?(?=\d{1,2}(?:[:.]\d\d)?(?:[ap]|\s[ap]|:)|\d\d:\d\d|(?:noon|midday|midnight)\b)", re.IGNORECASE
)
# A number behind these is no day, year or count of days: money, decimals, names, list marks.
NUMBER_BEFORE = re.compile(r"[$£€¥₹#§№]\s?$|[\d\w][.,:/+=-]$|[-‐‑–—][A-Za-z]?$|[A-Za-z]\d*-$")

# ... but behind these a year or a day may stand: "pre-2008", "28 April-3 May".
JOINED = re.compile(
    r"(?i)\b(?:post|pre|mid|late|early|" + "|".join(row[0] for row in lexicon.rows("months.tsv")) + r")[-‐‑–]$"
)
# A modifier belongs to the stretch of time that it measures ("[more than 30 years]", "[nearly two weeks ago]").
MEASURED = re.compile(
    r"(?i)\b(?:(?:just\s|well\s|slightly\s)?(?:nearly|almost)|(?:no\s|not\s|little\s|just\s)?(?:more|less|fewer|longer)\sthan"
    r"|at\s(?:least|most)|up\sto)\s$"
)
MEASURED_KINDS = frozenset(["offset", "offset from"])
SPELLED_BEHIND = re.compile(r"(?i),?\s(?:of\s)?(?=(?:nineteen|twenty|eighteen|two\sthousand)\b)")
YEARLESS = frozenset(["day", "month", "season"])
ADDRESS = re.compile(r"(?:https?://|www\.|[\w-]\.(?:com|org|net|edu|gov|io|co|info|biz)/)\S*\Z", re.IGNORECASE)
LONGEST_ADDRESS = 250
IN_ADDRESS = frozenset("/-_=?&.+#~")
"""Marks before a word of a web address."""


Pair = tuple[tuple[Rule, ...], tuple[Rule, ...]]
"""Rules to try at a word, and those to try at the article before it."""
NONE: Pair = ((), ())
UNREAD: Pair = ((), ())
"""In the place of a word's rules until the word is met."""


class TimeTable(RuleTable):
    """Rules of one family of temporal expressions.

    `first`: the words that an expression can begin with, in the letter cases that count. `digits`: what a number must
    look like to begin one: "year" (four digits), "short" (0930, '62), "mark" (a mark and a digit behind it), "code" (letters
    glued to it); a small number must have one of `after` behind it.
    """

    def __init__(
        self, name: str, first: Iterable[str], rules: Sequence[Rule], *, digits: str = "", after: Iterable[str] = ()
    ) -> None:
        super().__init__(name, r"\b\w", rules)
        self.first = frozenset(first)
        self.digits = frozenset(digits.split())
        self.after = frozenset(after)
        self.whole: Callable[[], Scanner] | None = None
        """The scanner over all tables, for rules that hold an expression of another family."""

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Rule, regex.Match[str]]]:
        """Yield (rule, match) for the expressions of this family alone."""
        for rule, match, _ in Scanner([self], self.whole).run(text, start, len(text) if end is None else end):
            yield rule, match


class Scanner:
    """Runs several tables in one pass.

    For each first word the rules that cannot begin with it are left out (see `beginnings`), so that a word meets two or
    three patterns and not a whole table; a pattern is compiled when a word that it can begin with is met.
    """

    def __init__(self, tables: Sequence[TimeTable], whole: Callable[[], Scanner] | None = None) -> None:
        self._whole = whole
        self._depth = 0
        self._inner = self
        self.tables = tuple(tables)
        self.by_word: dict[str, Pair] = dict.fromkeys((word for table in tables for word in table.first), UNREAD)
        self.after: dict[str, Pair] = dict.fromkeys((word for table in tables for word in table.after), UNREAD)
        self.years, self.marked_years = self._able("year", YEAR), self._able("year", MARKED_YEAR)
        codes, marks, short = (
            tuple(rule for table in tables if shaped in table.digits for rule in table.rules)
            for shaped in ("code", "mark", "short")
        )
        self.codes, self.marks, self.short = (codes, codes), (marks, marks), (short, short)
        # Expressions in expressions ("10 a.m. [late [Monday]]") are read by copies that count how deep they are.
        innermost = self
        for depth in range(1, DEEPEST + 1):
            innermost._inner = copy(self)
            innermost = innermost._inner
            innermost._depth = depth
        innermost._inner = innermost

    def _able(self, kind: str, word: str) -> Pair:
        """The rules that can begin with a word ("first"), with a number before it ("after") or with a year ("year")."""
        plain: list[Rule] = []
        behind_article: list[Rule] = []
        form = word if kind == "year" else shape(word)
        known = declared()
        skip = 2 if kind == "after" else 0
        for table in self.tables:
            if word in (table.first if kind == "first" else table.after) or (kind == "year" and kind in table.digits):
                for rule in table.rules:
                    # A rule that is not declared yet is tried everywhere.
                    columns = known.get(rule.name, EVERYWHERE)
                    for column, rules in ((columns[skip], plain), (columns[skip + 1], behind_article)):
                        if column is None or form in column:
                            rules.append(rule)
        return tuple(plain), tuple(behind_article)

    def rules_at(self, word: str) -> Pair | None:
        """The rules for one of the first words; `None` for other words."""
        rules = self.by_word.get(word)
        if rules is UNREAD:
            rules = self.by_word[word] = self._able("first", word)
        return rules

    def rules_after(self, word: str) -> Pair:
        """The rules for a number with this word behind it."""
        rules = self.after.get(word, NONE)
        if rules is UNREAD:
            rules = self.after[word] = self._able("after", word)
        return rules

    def run(self, text: str, start: int, end: int) -> Iterator[tuple[Rule, regex.Match[str], TimeExpression]]:
        """Yield (rule, match, expression) from left to right, without overlaps."""
        by_word = self.by_word.get
        known = self.by_word if self._whole is None else self._whole().by_word
        position = start
        stop = start  # no expression goes over a blank line
        for word in WORD.finditer(text, start, end):
            form = word[0]
            rules = by_word(form)
            if rules is None:
                if form >= BEHIND_DIGITS:
                    continue
                rules = self.for_number(text, form, word.start(), word.end())
            at = word.start()
            if at < position:
                continue
            if form.lower() in MODIFIERS:
                follows = NEXT_WORD.match(text, word.end())
                if (
                    follows is None
                    or follows[1] == form
                    or not (follows[1] in known or follows[1] in BEHIND or follows[1][0] in DIGITS)
                ):
                    continue
            if rules is UNREAD:
                rules = self.rules_at(form) or NONE
            if at >= stop:
                blank = BLANK_LINE.search(text, at, end)
                stop = end if blank is None else blank.start()
            plain, behind_article = rules
            found = None
            if behind_article and at - 2 >= position and text[at - 2] in ARTICLE_ENDS and text[at - 1] in " \n":
                article = ARTICLE.search(text, max(position, at - 6), at)
                if article is not None:
                    found = self.first(text, article.start(), stop, behind_article)
            if found is None and plain:
                found = self.first(text, at, stop, plain)
            if found is not None:
                if _in_address(text, found[1].start()):
                    continue
                yield found
                position = max(found[1].end(), found[2].end)

    def first(
        self, text: str, at: int, end: int, rules: Sequence[Rule]
    ) -> tuple[Rule, regex.Match[str], TimeExpression] | None:
        """The first rule that matches and builds."""
        ahead = ""
        around: set[str] | None = None
        for rule in rules:
            if rule.near:
                if around is None:
                    around = set(WORD_OR_MARK.findall(text[at : at + AHEAD].lower()))
                if rule.near.isdisjoint(around):
                    continue
            if rule.needs:
                ahead = ahead or text[at : at + REACH].lower()
                for piece in rule.needs:
                    if piece in ahead:
                        break
                else:
                    continue
            match = rule.compiled.match(text, at, end)
            if match is not None:
                made = rule.build(match, self._inner) if rule.build is not None else None
                if made is not None:
                    made.rule = made.rule or rule.name
                    if made.year is None and made.kind in YEARLESS:
                        self.add_spelled_year(text, made)
                    if made.kind in DAY_KINDS:
                        made = self.with_clock(text, made)
                    elif made.type == "DURATION" or made.kind in MEASURED_KINDS:
                        measured = MEASURED.search(text, max(0, made.start - 20), made.start)
                        if measured is not None:
                            made.start = measured.start()
                    return rule, match, made
        return None

    def with_clock(self, text: str, made: TimeExpression) -> TimeExpression:
        """A day with the clock time behind it ("6/14/11 9:20 a.m.", "Monday at 10 a.m. ET") is one expression."""
        bridge = CLOCK_BEHIND.match(text, made.end)
        if bridge is None:
            return made
        clock = self._inner.parse_at(text, bridge.end())
        if clock is None or clock.kind != "clock" or clock.inner is not None:
            return made
        clock.start, clock.inner = made.start, made
        return clock

    def add_spelled_year(self, text: str, made: TimeExpression) -> None:
        """ "January [nineteen ninety-seven]", "the winter [of nineteen ninety-four]" are one expression."""
        bridge = SPELLED_BEHIND.match(text, made.end)
        if bridge is None:
            return
        year = self._inner.parse_at(text, bridge.end())
        if year is not None and year.value is not None and year.rule == "spelled year":
            made.year, made.end = int(year.value), year.end

    def for_number(self, text: str, form: str, at: int, stop: int, inside: bool = False) -> Pair:
        """The rules for a word that begins with a digit, by its shape and the word behind it."""
        if (
            not inside
            and NUMBER_BEFORE.search(text, max(0, at - 3), at)
            and not JOINED.search(text, max(0, at - 11), at)
        ):
            return NONE
        if form.isdigit():
            size = len(form)
            if size == 4 and form[0] in "12":
                return self.marked_years if text[stop : stop + 1] in JOINING else self.years
            if (size == 4 and form[0] == "0") or (size == 2 and text[at - 1 : at] in APOSTROPHES):  # 0930 GMT, '62
                return self.short
            if size > 4:
                return self.codes if size == 8 else NONE
            follows = NEXT.match(text, stop)
            if follows is None:
                return NONE
            if follows[1] is not None:
                return self.rules_after(follows[1])
            if not follows["mark"]:
                return NONE
            decimal = DECIMAL.match(text, stop)  # 2.5 years
            return self.rules_after(decimal[1]) if decimal is not None else self.marks
        return self.codes

    def _at_depth(self, depth: int) -> Scanner:
        found = self
        while found._depth < depth:
            found = found._inner
        return found

    def parse_at(self, text: str, at: int, end: int | None = None) -> TimeExpression | None:
        """The expression that begins at `at` exactly, if there is one (an article may stand before it)."""
        if self._depth >= DEEPEST:
            return None
        if self._whole is not None:
            return self._whole()._at_depth(self._depth).parse_at(text, at, end)
        stop = len(text) if end is None else end
        blank = BLANK_LINE.search(text, at, min(stop, at + REACH))
        if blank is not None:
            stop = blank.start()
        word = WORD.match(text, at, stop)
        if word is None:
            return None
        begin = at
        if word[0] in ("the", "The", "a", "an", "A", "An"):
            word = WORD.search(text, word.end(), min(stop, word.end() + 30))
            if word is None:
                return None
        form = word[0]
        rules = self.rules_at(form)
        if rules is None:
            if form[0] not in DIGITS:
                return None
            rules = self.for_number(text, form, word.start(), word.end(), inside=True)
        found = self.first(text, begin, stop, rules[begin != word.start()])
        return found[2] if found is not None else None


def _in_address(text: str, at: int) -> bool:
    """Is the place within a web address, whose words and numbers name no time?"""
    if text[at - 1 : at] not in IN_ADDRESS:
        return False
    window = text[max(0, at - LONGEST_ADDRESS) : at]
    return ADDRESS.search(window.split()[-1]) is not None
