"""The article's day, the options, and what must not matter: clock, time zone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date

import pytest

from factx.article import Article
from factx.document import Document
from factx.linking.timeline import timeline
from factx.linking.types import Timeline
from factx.options import Options
from factx.values import dateparsing
from factx.values.zones import utc_offset

RELATIVE = "Bolt said on Monday that sales fell last year, two weeks ago, in March and in the third quarter."


def line(text: str, published: str | None = None, **options: str) -> Timeline:
    return timeline(Document(Article(text=text, published=published)), Options(**options))


def values(text: str, published: str | None = None, **options: str) -> list[str | None]:
    return [mention.value for mention in line(text, published, **options).mentions]


@pytest.mark.parametrize(
    "text",
    [
        "Bolt wins order\n\nPARIS, May 7, 2024 – Bolt said today that it won an order.",
        "Bolt wins order\n\nPARIS, 7 May 2024 (Newswire) -- Bolt said today that it won an order.",
        "Bolt wins order\n\nBy Jo Ray, May 7, 2024\n\nBolt said today that it won an order.",
        "Bolt wins order\n\nUpdated: May 7, 2024\n\nBolt said today that it won an order.",
        "Bolt wins order\n\nFor immediate release: 7 May 2024\n\nBolt said today that it won an order.",
        "Press information\n\n7 May 2024\n\nBolt wins order\n\nBolt said today that it won an order.",
        "Bolt wins order\n\nBy Jo Ray\nHALIFAX, Nova Scotia, May 7, 2024\n\nBolt said today that it won an order.",
        "Bolt wins order\n\nPARIS and BOSTON — May 7, 2024 — Bolt said today that it won an order.",
        "Bolt wins order\n\nLeeds, Tuesday 7 May 2024\n\nBolt said today that it won an order.",
        "Bolt wins order\n\nTuesday, May 7, 2024\n\nBolt said today that it won an order.",
        "Bolt wins order\nTuesday 7th May 2024\nBolt said today that it won an order over one of May 3, 2023.",
        "Bolt wins order\n\nMay 7, 2024 | Press release\n\nBolt said today that it won an order.",
        "Bolt wins order\n\nPublished 2024-05-07\n\nBolt said today that it won an order.",
    ],
)
def test_the_day_is_read_from_the_article(text: str) -> None:
    times = line(text)
    assert times.published == date(2024, 5, 7)
    today = next(m for m in times.mentions if text[m.start : m.end] == "today")
    assert today.value == "2024-05-07"


def test_the_given_day_wins() -> None:
    times = line("PARIS, May 7, 2024 – Bolt said today no.", "2023-01-02")
    assert times.published == date(2023, 1, 2)
    assert times.mentions[-1].value == "2023-01-02"


def test_a_date_in_the_text_is_not_the_articles_day() -> None:
    assert line("Bolt was founded on May 7, 1999 in Paris. It said today no.").published is None


def test_without_a_day_only_what_needs_it_has_no_value() -> None:
    text = (
        RELATIVE
        + " It was founded on 9 October 1999, works for 30 years, now, every year, in Q3 2012 and in recent years."
    )
    assert values(text) == [None] * 5 + ["1999-10-09", "P30Y", "PRESENT_REF", "P1Y", "2012-Q3", "PAST_REF"]
    assert all(m.first is None for m in line(text).mentions if m.value is None)


def test_date_order_is_an_option() -> None:
    assert values("on 9/10/2012", "2012-11-01", date_order="DMY") == ["2012-10-09"]
    assert values("on 9/10/2012", "2012-11-01", date_order="MDY") == ["2012-09-10"]
    assert line("on 9/10/2012", "2012-11-01").mentions[0].alternatives == ("2012-10-09",)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 9/10/2012 and 13/10/2012", "2012-10-09"),
        ("on 9/10/2012 and 10/13/2012", "2012-09-10"),
        ("on 9/10/2012, as on 8 October 2012", "2012-10-09"),
        ("on 9/10/2012, as on October 8, 2012", "2012-09-10"),
        ("on 09.10.2012", "2012-10-09"),
    ],
)
def test_date_order_by_the_articles_evidence(text: str, value: str) -> None:
    assert values(text, "2012-11-01")[0] == value


def test_impossible_dates_and_wrong_weekdays_are_flagged() -> None:
    mentions = line("on 31 April 2024, 29 February 2023 and Monday, 8 May 2024", "2024-06-01").mentions
    assert [(m.value, m.flags) for m in mentions] == [
        (None, ("impossible-date",)), (None, ("impossible-date",)), ("2024-05-08", ("weekday-mismatch",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "end", "first", "last"),
    [
        ("fiscal 2013", "09-30", "2012-10-01", "2013-09-30"),
        ("FY2013", "12-31", "2013-01-01", "2013-12-31"),
        ("Q1 FY2013", "09-30", "2012-10-01", "2012-12-31"),
        ("the fourth quarter of fiscal 2013", "06-30", "2013-04-01", "2013-06-30"),
        ("the second half of fiscal 2013", "03-31", "2012-10-01", "2013-03-31"),
        ("fiscal 2024", "01-31", "2024-02-01", "2025-01-31"),
        ("fiscal 2024", "02-29", "2023-03-01", "2024-02-29"),
    ],
)
def test_fiscal_year_end_places_fiscal_labels(text: str, end: str, first: str, last: str) -> None:
    mention = line(text, "2013-11-01", fiscal_year_end=end).mentions[0]
    assert mention.fiscal
    assert (mention.first, mention.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert line(text, "2013-11-01").mentions[0].first is None


def test_told_fiscal_years_know_the_year_end() -> None:
    assert values("this fiscal year", "2012-11-01", fiscal_year_end="09-30") == ["FY2013"]
    assert values("last fiscal year", "2012-08-01", fiscal_year_end="09-30") == ["FY2011"]


@pytest.mark.parametrize(
    ("zone", "day", "offset"),
    [
        ("ET", "2012-10-09", "-04:00"), ("ET", "2012-11-04", "-05:00"), ("EST", "2012-07-01", "-05:00"), ("PT", "2006-10-28", "-07:00"),
        ("PT", "2006-10-29", "-08:00"), ("GMT", "2012-07-01", "+00:00"), ("BST", "2012-07-01", "+01:00"), ("CET", "2012-07-01", "+01:00"),
        ("Central European Time", "2012-07-01", "+02:00"), ("New York time", "2021-01-13", "-05:00"), ("AET", "2012-12-01", "+11:00"),
    ],
)  # fmt: skip
def test_zones_by_date(zone: str, day: str, offset: str) -> None:
    assert utc_offset(zone, date.fromisoformat(day)) == offset


def test_offsets_of_clock_times() -> None:
    mentions = line(
        "At 10 a.m. ET on December 9, 2012 and 9 a.m. today; by 4:40 p.m., London time, on July 8, 2013.",
        "2012-10-09",
    ).mentions
    assert [(m.value, m.utc_offset) for m in mentions][:3] == [
        ("2012-12-09T10:00", "-05:00"), ("2012-10-09T09:00", None), ("2013-07-08T16:40", "+01:00"),
    ]  # fmt: skip


SCRIPT = """
import json, sys, time
from datetime import date, datetime
import datetime as module
shift = float(sys.argv[1])
real = time.time
time.time = lambda: real() + shift
class Moved(datetime):
    @classmethod
    def now(cls, tz=None): return datetime.fromtimestamp(real() + shift, tz)
    @classmethod
    def today(cls): return cls.now()
    @classmethod
    def utcnow(cls): return cls.now()
module.datetime = Moved
from factx.article import Article
from factx.document import Document
from factx.linking.timeline import timeline
from factx.options import Options
text = sys.argv[2]
for published in (None, "2012-10-09"):
    print(timeline(Document(Article(text=text, published=published)), Options()))
"""


def test_neither_clock_nor_time_zone_matters() -> None:
    text = RELATIVE + " On 9 October 2012 at 10 a.m. ET, tomorrow, this week, on 3/4/2012, Christmas 2012, in May."
    outs = set()
    for shift, zone in (("0", "UTC"), ("400000000", "Asia/Tokyo"), ("-700000000", "America/Los_Angeles")):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, shift, text],
            capture_output=True,
            check=True,
            env={**os.environ, "TZ": zone, "LC_ALL": "C"},
        )
        outs.add(done.stdout)
    assert len(outs) == 1


def test_dateparser_sees_only_whole_short_dates_of_one_format(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, object]] = []
    parser = dateparsing._parser()
    asked = parser.get_date_data

    def spy(text: str, date_formats: object = None) -> object:
        seen.append((text, date_formats))
        return asked(text, date_formats=date_formats)

    monkeypatch.setattr(parser, "get_date_data", spy)
    dateparsing.absolute.cache_clear()
    line(RELATIVE + " On October 9, 2012, 30 February 2013, Sept. 4 and " + "9" * 5000 + " of May.", "2012-10-09")
    assert [text for text, _ in seen] == ["9 October 2012", "30 February 2013", "4 September 2012"]
    assert {json.dumps(formats) for _, formats in seen} == {'["%d %B %Y"]'}
    with pytest.raises(ValueError, match="not a date"):
        dateparsing.absolute("9" * 65)


def test_dateparser_is_not_loaded_without_an_absolute_date() -> None:
    code = (
        "import sys; from factx.article import Article; from factx.document import Document; from factx.options import Options\n"
        "from factx.linking.timeline import timeline\n"
        "timeline(Document(Article(text='It fell on Monday, last year, in Q3 2012.', published='2012-10-09')), Options())\n"
        "print('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout == "False\n"


def test_a_dateline_tells_the_order() -> None:
    body = "the note of 9/10/2012 was paid.\n\nIt paid more."
    assert values(f"Bolt pays\n\nLONDON, 2012-11-01 – Bolt said {body}")[1] == "2012-10-09"
    assert values(f"Bolt pays\n\nCHICAGO, 2012-11-01 – Bolt said {body}")[1] == "2012-09-10"


def test_the_weekday_beside_a_numeric_date_tells_its_order() -> None:
    # 9 October 2012 was a Tuesday, September 10 a Monday.
    assert values("on Tuesday, 9/10/2012", "2012-11-01") == ["2012-10-09"]
    assert values("on Monday, 9/10/2012", "2012-11-01") == ["2012-09-10"]
    assert line("on Friday, 9/10/2012", "2012-11-01").mentions[0].flags == ("weekday-mismatch",)


def test_a_day_without_a_year_leans_on_a_full_date_beside_it() -> None:
    mentions = line("The offer of November 15, 2023 runs until Dec. 5 and may be renewed on Jan. 10.").mentions
    assert [m.value for m in mentions] == ["2023-11-15", "2023-12-05", "2024-01-10"]
    assert [m.confidence <= 0.5 for m in mentions] == [False, True, True]
    # A date far off in the future says nothing of it, and neither does one in another part of the text.
    assert values("The vote of Nov. 17 is valid until December 31, 2030.")[0] is None
    assert values("Founded on 9 October 1999. " + "It grew well. " * 60 + "The vote of Nov. 17 is valid.")[1] is None
    assert values("It met on Nov. 17 and today, after the vote of November 15, 2023.")[1] is None


@pytest.mark.parametrize(
    ("text", "label", "first", "last"),
    [
        ("In the financial year ended 31 March 2024 (FY24) and in FY25", "FY25", "2024-04-01", "2025-03-31"),
        ("In the fiscal year ended January 27, 2024, and in fiscal 2024", "fiscal 2024", "2024-01-28", "2025-01-27"),
        ("In the year ended 31 March 2024 (FY24) and in FY25", "FY25", None, None),
    ],
)
def test_the_text_tells_when_the_fiscal_year_ends(text: str, label: str, first: str | None, last: str | None) -> None:
    mention = next(m for m in line(text, "2024-06-01").mentions if text[m.start : m.end] == label)
    assert (str(mention.first), str(mention.last)) == (str(first), str(last))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It had been meant to lapse Friday.", "2024-05-03"),
        ("They planned a march for Friday.", "2024-05-10"),
        ("They were planning to march on Friday.", "2024-05-10"),
        ("None could be reached Friday.", "2024-05-03"),
        ("The court put off its ruling and extended its deadline until Friday.", "2024-05-10"),
        ("They extended their offers to buy the plant Friday.", "2024-05-03"),
        ("Until Friday, they had not met.", "2024-05-03"),
        ("The panel convenes again Friday.", "2024-05-10"),
        ("It is to convene on Friday.", "2024-05-10"),
        ("The outage lasted until Friday.", "2024-05-03"),
        ("On Friday, the union plans to strike.", "2024-05-10"),
        ("On Friday, reserves stood at $10.5 million. They will be raised.", "2024-05-03"),
    ],
)
def test_the_clause_tells_the_side_of_a_weekday(text: str, value: str) -> None:
    assert values(text, "2024-05-06") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Flights will leave from October 28.", "2024-10-28"),
        ("It rose from October.", "2023-10"),
        ("In January, the firm brought in a new chief.", "2024-01"),
        ("The case is heard in June.", "2024-06"),
        ("She will be named to lead a mission in February.", "2025-02"),
        ("It will report on June 6 and meet in September.", "2024-09"),
    ],
)
def test_the_clause_tells_the_year_of_a_month(text: str, value: str) -> None:
    assert values(text, "2024-05-06")[-1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is likely to close in the first quarter.", "2025-Q1"),
        ("It will publish first-quarter results soon.", "2024-Q1"),
        ("It fell in the first quarter.", "2024-Q1"),
        ("Guidance: its first-quarter guidance is unchanged.", "2025-Q1"),
    ],
)
def test_a_quarter_to_come(text: str, value: str) -> None:
    assert values(text, "2024-12-02")[0] == value
