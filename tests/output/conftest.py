"""Facts made by hand, so that what outputs do with them does not hang on what finders find."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from factx import Act, Article, Comparison, DateMention, Facts, MonetaryClaim, NumericClaim, Quote, Span, Speaker
from factx.records import Change, Period

STATEMENT = """\
Halden Rail rejects regulator’s safety findings

By Halden Rail press office

OSLO, May 14, 2024 – Halden Rail today rejected the findings of the Transport Safety Board (Board), which said last week \
that the operator had “cut corners” on the inspection of its bridges.

“We spent more than €340 million on our bridges last year, and we inspected every one of them twice,” said Ingrid Moen, \
chief executive of Halden Rail. “The Board’s report overlooks 1,240 inspections. That is not a detail.”

Moen said that the company would appeal, and that passengers were “as safe today as they have ever been.”

The Board put the shortfall at about €25 million. Its chair, Tomas Berg, called the company’s reply “disappointing”.

“An inspection that leaves no record is not an inspection,” Berg told reporters on Monday.

Halden Rail carries 3.2 million passengers a month on 4,100 kilometres of track. Revenue rose 8% to €1.9 billion in 2023, \
from €1.76 billion a year earlier, and the company expects to invest between €2 billion and €2.4 billion by 2030.

According to the drivers’ union, at least 60 speed restrictions have been in place since March. “Nobody at the company \
told us ‘the bridges are sound’ in writing,” a union official said.

About Halden Rail
Halden Rail was founded in 1898 and runs trains in four countries. It has 6,800 employees.
"""


class Maker:
    """Makes records of a text; a span is found by its words, the `nth` time that they occur."""

    def __init__(self, text: str) -> None:
        self.text = text

    def span(self, words: str, nth: int = 1) -> Span:
        at = -1
        for _ in range(nth):
            at = self.text.index(words, at + 1)
        return Span(start=at, end=at + len(words), text=words)

    def quote(self, number: int, kind: Any, *words: str, **more: Any) -> Quote:
        return Quote(
            id=f"q{number}", kind=kind, text=" ".join(words).rstrip(","), spans=[self.span(w) for w in words], confidence=0.9,
            rule="marks before cue", **more,
        )  # fmt: skip

    def claim(self, words: str, low: str, *, high: str | None = None, nth: int = 1, **more: Any) -> dict[str, Any]:
        return {
            "span": self.span(words, nth), "low": Decimal(low), "high": Decimal(high or low), "sentence": self.span(words, nth),
            "confidence": 0.8, "rule": "symbol and number", **more,
        }  # fmt: skip

    def date(self, number: int, words: str, value: str | None, *days: date, nth: int = 1, **more: Any) -> DateMention:
        start, end = (days[0], days[-1]) if days else (None, None)
        return DateMention(
            id=f"d{number}", span=self.span(words, nth), value=value, start=start, end=end, confidence=0.9, rule="month and year",
            **{"type": "DATE", **more},
        )  # fmt: skip


@pytest.fixture(scope="session")
def statement() -> Facts:
    """A railway's rebuttal with records of every kind, nested and in several sections."""
    m = Maker(STATEMENT)
    year = [date(2023, 1, 1), date(2023, 12, 31)]
    last_year = Period(text="last year", value="2023", start=year[0], end=year[1])
    rise = Change(direction="up", by="n2", from_="m4", to="m3")
    quotes = [
        m.quote(1, "partial", "cut corners", speaker_id="s2", cue=m.span("said"), stance="claim",
                statement=[m.span("the operator had “cut corners” on the inspection of its bridges")]),
        m.quote(2, "direct", "We spent more than €340 million on our bridges last year, and we inspected every one of them twice,",
                "The Board’s report overlooks 1,240 inspections. That is not a detail.", speaker_id="s3",
                cue=m.span("said", 2), stance="report", source=m.span("Ingrid Moen")),
        m.quote(3, "indirect", "the company would appeal", speaker_id="s3", cue=m.span("said", 3), stance="promise"),
        m.quote(4, "partial", "as safe today as they have ever been.", speaker_id="s3", stance="claim",
                statement=[m.span("passengers were “as safe today as they have ever been.”")]),
        m.quote(5, "partial", "disappointing", speaker_id="s4", cue=m.span("called"), stance="claim"),
        m.quote(6, "direct", "An inspection that leaves no record is not an inspection,", speaker_id="s4", cue=m.span("told")),
        m.quote(7, "indirect", "at least 60 speed restrictions have been in place since March", speaker_id="s5",
                cue=m.span("According to")),
        m.quote(8, "direct", "Nobody at the company told us ‘the bridges are sound’ in writing,", speaker_id="s6"),
        m.quote(9, "direct", "the bridges are sound", inside="q8"),
    ]  # fmt: skip
    money = [
        MonetaryClaim(id="m1", currency="EUR", **m.claim("€340 million", "340000000", comparator=">", subject="Halden Rail",
                      what="spent on our bridges", period=last_year, speaker_id="s3", quote_id="q2")),
        MonetaryClaim(id="m2", currency="EUR", **m.claim("€25 million", "25000000", comparator="~", what="the shortfall",
                      speaker_id="s2")),
        MonetaryClaim(id="m3", currency="EUR", **m.claim("€1.9 billion", "1900000000", subject="Halden Rail", metric="revenue",
                      what="Revenue", speaker_id="s1", change=rise, period=Period(text="2023", value="2023", start=year[0],
                      end=year[1]))),
        MonetaryClaim(id="m4", currency="EUR", **m.claim("€1.76 billion", "1760000000", metric="revenue", subject="Halden Rail",
                      change=rise, speaker_id="s1", period=Period(text="a year earlier", value="2022", start=date(2022, 1, 1),
                      end=date(2022, 12, 31)))),
        MonetaryClaim(id="m5", currency="EUR", **m.claim("€2 billion and €2.4 billion", "2000000000", high="2400000000",
                      modality="forecast", what="to invest", subject="the company", speaker_id="s1",
                      period=Period(text="by 2030", value="2030", start=date(2030, 1, 1), end=date(2030, 12, 31)))),
    ]  # fmt: skip
    numbers = [
        NumericClaim(id="n1", unit="inspections", **m.claim("1,240", "1240", speaker_id="s3", quote_id="q2",
                     what="overlooked by the Board’s report")),
        NumericClaim(id="n2", unit="%", unit_name="percent", dimension="percentage", **m.claim("8%", "8", metric="revenue",
                     change=rise, speaker_id="s1")),
        NumericClaim(id="n3", unit="passengers", **m.claim("3.2 million", "3200000", per="month", speaker_id="s1",
                     subject="Halden Rail", what="carries")),
        NumericClaim(id="n4", unit="kilometres", unit_name="kilometre", dimension="length",
                     **m.claim("4,100", "4100", what="track", speaker_id="s1")),
        NumericClaim(id="n5", unit="speed restrictions", **m.claim("60", "60", comparator=">=", speaker_id="s5", quote_id="q7")),
        NumericClaim(id="n6", unit="countries", **m.claim("four", "4", speaker_id="s1", section="boilerplate")),
        NumericClaim(id="n7", unit="employees", **m.claim("6,800", "6800", speaker_id="s1", section="boilerplate")),
    ]  # fmt: skip
    dates = [
        m.date(1, "May 14, 2024", "2024-05-14", date(2024, 5, 14), section="dateline"),
        m.date(2, "today", "2024-05-14", date(2024, 5, 14)),
        m.date(3, "last week", "2024-W19", date(2024, 5, 6), date(2024, 5, 12)),
        m.date(4, "last year", "2023", *year),
        m.date(5, "today", "PRESENT_REF", nth=2),
        m.date(6, "Monday", "2024-05-13", date(2024, 5, 13)),
        m.date(7, "a month", "P1M", type="SET"),
        m.date(8, "2023", "2023", *year),
        m.date(9, "2030", "2030", date(2030, 1, 1), date(2030, 12, 31)),
        m.date(10, "March", "2024-03", date(2024, 3, 1), date(2024, 3, 31)),
        m.date(11, "1898", "1898", date(1898, 1, 1), date(1898, 12, 31), section="boilerplate"),
    ]
    speakers = [
        Speaker(id="s1", name="Halden Rail", kind="organization", aliases=["the company"],
                mentions=[m.span("Halden Rail"), m.span("Halden Rail", 3), m.span("the company"), m.span("Halden Rail", 5)]),
        Speaker(id="s2", name="Transport Safety Board", kind="organization", aliases=["Board"],
                mentions=[m.span("Transport Safety Board"), m.span("The Board", 2)]),
        Speaker(id="s3", name="Ingrid Moen", kind="person", role="chief executive", affiliation="Halden Rail", aliases=["Moen"],
                mentions=[m.span("Ingrid Moen"), m.span("Moen", 2)]),
        Speaker(id="s4", name="Tomas Berg", kind="person", role="chair", affiliation="Transport Safety Board", aliases=["Berg"],
                mentions=[m.span("Tomas Berg"), m.span("Berg", 2)]),
        Speaker(id="s5", name="the drivers’ union", kind="group", mentions=[m.span("the drivers’ union")]),
        Speaker(id="s6", name="a union official", kind="group", mentions=[m.span("a union official")]),
        Speaker(id="s7", name="reporters", kind="group", mentions=[m.span("reporters")]),
    ]  # fmt: skip
    article = Article(text=STATEMENT, published="2024-05-14", byline="Halden Rail press office", source="halden.txt")
    return Facts(
        article=article, issuer_id="s1", speakers=speakers, quotes=quotes, money=money, numbers=numbers, dates=dates
    )


APOLOGY = """\
LONDON, 7 May 2024 – Bolt plc today apologised to customers for the failure of its engines and withdrew its revenue guidance for 2024.

“We are sorry for the delays,” said Ann Lee, chief executive of Bolt. The Rail Committee apologised for its slow reply.
"""


@pytest.fixture(scope="session")
def apology() -> Facts:
    """A statement with acts of both kinds: of the issuer, in a quote, of somebody who says nothing."""
    m = Maker(APOLOGY)
    year = Period(text="2024", value="2024", start=date(2024, 1, 1), end=date(2024, 12, 31))

    def act(number: int, kind: Any, words: str, cue: str, actor: str, actor_id: str, speaker: str, **more: Any) -> Act:
        known = {
            "actor": actor,
            "actor_id": actor_id,
            "speaker_id": speaker,
            "confidence": 0.9,
            "rule": "apologise",
            **more,
        }
        span = m.span(words)
        return Act(id=f"a{number}", kind=kind, span=span, cue=m.span(cue), sentence=span, **known)

    return Facts(
        article=Article(text=APOLOGY, published="2024-05-07", source="bolt.txt"), issuer_id="s1",
        speakers=[
            Speaker(id="s1", name="Bolt plc", kind="organization", mentions=[m.span("Bolt plc")]),
            Speaker(id="s2", name="Ann Lee", kind="person", role="chief executive", affiliation="Bolt", mentions=[m.span("Ann Lee")]),
            Speaker(id="s3", name="Rail Committee", kind="organization", mentions=[m.span("Rail Committee")]),
        ],
        quotes=[m.quote(1, "direct", "We are sorry for the delays,", speaker_id="s2", cue=m.span("said"))],
        dates=[m.date(1, "7 May 2024", "2024-05-07", date(2024, 5, 7)), m.date(2, "2024", "2024", year.start, year.end, nth=2)],
        acts=[
            act(1, "apology", "apologised to customers for the failure of its engines", "apologised", "Bolt plc", "s1", "s1",
                about="the failure of its engines"),
            act(2, "guidance", "withdrew its revenue guidance for 2024", "withdrew", "Bolt plc", "s1", "s1", guidance="withdrawn",
                about="its revenue guidance for 2024", metric="revenue", period=year, rule="done to guidance"),
            act(3, "apology", "are sorry for the delays", "sorry", "Bolt plc", "s1", "s2", about="the delays", quote_id="q1",
                confidence=0.5, rule="be sorry"),
            act(4, "apology", "apologised for its slow reply", "apologised", "Rail Committee", "s3", "s1", about="its slow reply"),
        ],
    )  # fmt: skip


HOSTILE = [
    "</script><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}${7*7}$title", "\u202egnp.exe\u2066",
    "<b onclick='alert(1)'>Bob</b>", "&lt;i&gt; &amp; &#60;", "=HYPERLINK(\"http://x.example\";\"y\")", "-->]]><!--",
    "javascript:alert(1)", "\x1b[31mred\x07\x00end\r\nline", "</style></title></textarea>", "' autofocus onfocus=alert(1) x='",
]  # fmt: skip
"""What a text may hold that a page, a spreadsheet or a terminal would run."""


@pytest.fixture(scope="session")
def hostile_texts() -> list[str]:
    """Pieces of text that must stay text."""
    return HOSTILE


@pytest.fixture(scope="session")
def make_hostile() -> Callable[[str], Facts]:
    """Facts with a piece of text in every field that takes any text, ids included."""
    return hostile_facts


def hostile_facts(evil: str) -> Facts:
    """Facts with `evil` in every field that takes any text."""
    text = f"{evil} said “{evil}” on {evil} and paid {evil} for 5 {evil}.\n\n{evil}"
    m = Maker(text)
    s = [m.span(evil, nth) for nth in range(1, 7)]
    period = Period(text=evil, value=evil)
    change = Change(direction="up", by=evil, from_=evil, to=evil)
    common = {"low": Decimal(5), "high": Decimal(6), "per": evil, "subject": evil, "what": evil, "metric": evil, "period": period,
              "change": change, "speaker_id": evil, "quote_id": evil, "sentence": s[3], "confidence": 0.5, "rule": evil}  # fmt: skip
    return Facts(
        article=Article(text=text, title=evil, byline=evil, source=evil, published="2024-05-14"), issuer_id=evil,
        speakers=[
            Speaker(id=evil, name=evil, kind="person", role=evil, affiliation=f"{evil}2", aliases=[evil, f"{evil}3"],
                    mentions=[s[0]]),
            Speaker(id=f"{evil}2", name=f"{evil}2", kind="group", role=evil, mentions=[s[5]]),
        ],
        quotes=[
            Quote(id=evil, kind="direct", text=evil, spans=[s[1]], speaker_id=evil, source=s[0], cue=s[0], stance=evil,
                  statement=[s[1], s[2]], inside=evil, confidence=0.5, rule=evil),
            Quote(id=f"{evil}4", kind="partial", text=evil, spans=[s[5]], stance=evil, statement=[s[5]], section="footer",
                  confidence=0.5, rule=evil),
        ],
        money=[MonetaryClaim(id=evil, span=s[3], currency=evil, converts=evil, **common)],
        numbers=[NumericClaim(id=f"{evil}5", span=s[4], unit=evil, unit_name=evil, dimension=evil, unit_uri=evil, **common)],
        dates=[
            DateMention(id=evil, span=s[2], type="DATE", value=evil, alternatives=[evil], flags=[evil], confidence=0.5, rule=evil),
            DateMention(id=f"{evil}6", span=s[2], type="DATE", value=evil, start=date(2024, 1, 1), end=date(2024, 2, 1),
                        flags=[evil], confidence=0.5, rule=evil),
        ],
        acts=[
            Act(id=evil, kind="guidance", span=s[3], cue=s[3], actor=evil, actor_id=evil, about=evil, metric=evil, period=period,
                guidance="withdrawn", speaker_id=evil, quote_id=evil, sentence=s[3], confidence=0.5, rule=evil),
            Act(id=f"{evil}7", kind="apology", span=s[4], cue=s[4], actor=evil, about=evil, speaker_id=f"{evil}2", sentence=s[4],
                confidence=0.5, rule=evil),
        ],
        warnings=[evil],
    )  # fmt: skip


@pytest.fixture(scope="session")
def hundred_quotes() -> Facts:
    """A long article with a hundred quotes by ten speakers."""
    names = [f"Person{chr(65 + i)} Surname{chr(65 + i)}" for i in range(10)]
    lines = [
        f"“This is what I think of question {n}, and it costs ${n} million,” said {names[n % 10]}."
        for n in range(1, 101)
    ]
    text = "A long inquiry\n\n" + "\n\n".join(lines)
    m = Maker(text)
    speakers = [
        Speaker(
            id=f"s{i}", name=name, kind="person", role=f"member {i}", mentions=[m.span(name, k) for k in range(1, 11)]
        )
        for i, name in enumerate(names)
    ]
    quotes = [
        m.quote(
            n, "direct", f"This is what I think of question {n}, and it costs ${n} million,", speaker_id=f"s{n % 10}"
        )
        for n in range(1, 101)
    ]
    money = [
        MonetaryClaim(id=f"m{n}", currency="USD", **m.claim(f"${n} million", str(n * 10**6), what="it costs", quote_id=f"q{n}",
                      speaker_id=f"s{n % 10}"))
        for n in range(1, 101)
    ]  # fmt: skip
    return Facts(article=Article(text=text), speakers=speakers, quotes=quotes, money=money)


CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = Path(os.environ.get("FACTX_AXE", Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A Chromium of the system, for tests marked `browser`."""
    api = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("no Chromium here")
    with api.sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens the page of some facts, or of a comparison, from a file; fails at the end when the console had anything to say."""
    said: list[str] = []
    contexts = []

    def show_page(facts: Facts | Comparison, **options: Any) -> Any:
        path = tmp_path / f"page{len(contexts)}.html"
        path.write_text(facts.to_html(), encoding="utf-8", newline="")
        settings = {"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce", **options}
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda r: said.append(r.url) if not r.url.startswith(("file:", "data:")) else None)
        page.goto(path.as_uri())
        return page

    yield show_page
    for context in contexts:
        context.close()
    assert said == []


@pytest.fixture
def violations() -> Callable[[Any], list[tuple[str, str]]]:
    """What axe-core finds on a page."""
    if not AXE.is_file():
        pytest.skip("no axe-core: npm install axe-core, or set FACTX_AXE")

    def run(page: Any) -> list[tuple[str, str]]:
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        return [(v["id"], v["nodes"][0]["html"]) for v in found]

    return run
