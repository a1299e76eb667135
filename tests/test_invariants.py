"""What holds for every text: exact offsets, text order, exact values, the same bytes everywhere, nothing touched.

Speed has its own files: test_hostile.py, test_patterns.py.
"""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import nasty
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from process import STATEMENTS, python
from walk import broken_offsets, decimals, dump, leaves, shifted

import factx
from factx import lexicon
from factx.document import Document
from factx.records import Act, Claim

SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 10))]
ANY_TEXT = st.lists(
    st.one_of(st.sampled_from(nasty.PHRASES), st.text(st.sampled_from(nasty.ALPHABET), max_size=6)), max_size=30
).map("".join)
FLAT_KINDS = ("money", "numbers", "dates")


def extract(text: str) -> factx.Facts:
    return factx.extract(text, published="2012-10-09")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


# ---------------------------------------------------------------- offsets and text


@pytest.mark.parametrize("seed", SEEDS)
def test_offsets_and_order_of_a_thousand_texts(seed: int) -> None:
    random = Random(seed)
    for _ in range(1000):
        text = nasty.text(random)
        facts = extract(text)
        assert broken_offsets(facts) == []
        assert_text_kept(text, facts)
        assert_order(facts)
        assert_references(facts)
        assert_values(facts)


@settings(max_examples=400)
@given(ANY_TEXT)
def test_offsets_and_order_of_any_text(text: str) -> None:
    facts = extract(text)
    assert broken_offsets(facts) == []
    assert_text_kept(text, facts)
    assert_order(facts)
    assert_references(facts)
    assert_values(facts)


@settings(max_examples=400)
@given(st.text(max_size=300))
def test_offsets_of_any_unicode(text: str) -> None:
    facts = extract(text)
    assert broken_offsets(facts) == []
    assert_text_kept(text, facts)


def assert_text_kept(given_text: str, facts: factx.Facts) -> None:
    """The text is never changed, but for lone surrogates: one U+FFFD for each."""
    assert facts.article.text == re.sub("[\ud800-\udfff]", "\ufffd", given_text)


def alphanumeric(text: str) -> str:
    """Letters and digits: what no wording of a quote may change."""
    return "".join(filter(str.isalnum, text))


def assert_order(facts: factx.Facts) -> None:
    for kind, letter in (
        ("speakers", "s"),
        ("quotes", "q"),
        ("money", "m"),
        ("numbers", "n"),
        ("dates", "d"),
        ("acts", "a"),
    ):
        records = getattr(facts, kind)
        assert [record.id for record in records] == [f"{letter}{number}" for number in range(1, len(records) + 1)]
    for kind in FLAT_KINDS:
        spans = [record.span for record in getattr(facts, kind)]
        assert all(a.end <= b.start for a, b in pairwise(spans)), f"{kind} overlap or are out of order"
    acts = [(act.span.start, act.span.end) for act in facts.acts]
    assert acts == sorted(acts)
    as_given = Document(facts.article).text == facts.article.text  # else a quote's text is what its spans are read as
    quotes = [(quote.spans[0].start, quote.spans[-1].end) for quote in facts.quotes]
    assert quotes == sorted(quotes, key=lambda pair: pair[0])
    for quote in facts.quotes:
        assert all(a.end <= b.start for a, b in pairwise(quote.spans))
        assert quote.text == " ".join(quote.text.split())
        assert not as_given or alphanumeric(quote.text) == alphanumeric("".join(span.text for span in quote.spans))
    amounts = sorted((claim.span.start, claim.span.end) for claim in (*facts.money, *facts.numbers))
    assert all(a[1] <= b[0] for a, b in pairwise(amounts)), "an amount is money and number at once"


def assert_references(facts: factx.Facts) -> None:
    ids = {record.id for record in facts.records()}
    assert facts.issuer_id is None or facts.issuer_id in ids
    for record in facts.records():
        for path, value in leaves(record):
            if value is not None and path.endswith(
                ("speaker_id", "quote_id", "actor_id", ".inside", ".converts", "change.by", "change.from_", "change.to")
            ):
                assert value in ids, f"{record.id}{path} is {value}, which is no record"
        if isinstance(record, Act):
            assert record.sentence.start <= record.span.start <= record.cue.start
            assert record.cue.end <= record.span.end <= record.sentence.end
        if isinstance(record, Claim):
            assert record.sentence.start <= record.span.start
            assert record.span.end <= record.sentence.end
    for quote in facts.quotes:
        assert quote.inside != quote.id


def assert_values(facts: factx.Facts) -> None:
    for path, value in decimals(facts):
        assert isinstance(value, Decimal)
        assert value.is_finite(), path
    for claim in (*facts.money, *facts.numbers):
        assert claim.low <= claim.high, claim.span.text
    for claim in facts.money:
        assert claim.currency in lexicon.words("currencies.tsv"), claim.currency
    for date in facts.dates:
        assert date.start is None or date.end is None or date.start <= date.end, date.span.text
    for record in facts.records():  # made without validation, they are what validation would make, types included
        checked = type(record).model_validate(record.model_dump(), strict=True)
        assert checked == record
        assert list(checked.__repr_args__()) == list(record.__repr_args__())
        assert checked.model_dump_json() == record.model_dump_json()
    written = facts.model_dump_json()
    assert factx.Facts.model_validate_json(written) == facts
    assert not re.search(r'"(?:low|high)":"[^"]*[eEnN]', written), "an exponent or NaN in the JSON"
    assert not re.search(r'"(?:low|high)":[^"]', written), "an amount that is not a string in the JSON"


PREFIX = "Nothing else was decided at the meeting."
BODY = st.lists(
    st.sampled_from((
        "“We did it,” said Ann Lee, head of sales at Bolt Inc.",
        "Bolt Inc said on Monday that it sold 3 km of cable for $5 million.",
        "Revenue rose 5% to $3.2 billion from $3.05 billion a year earlier.",
        "“No,” she said. “Never again.”",
        "Bolt Inc apologised to its customers for the delay, and withdrew its revenue guidance for 2024.",
        "The factory made between 300 and 500 engines in the third quarter of 2023.",
        "According to Bolt, more than 500 carriers in 140 countries use the cable.",
        "It is an “open” market.",
    )),
    min_size=1,
    max_size=6,
).map("\n\n".join)  # fmt: skip


@settings(max_examples=200)
@given(BODY, st.integers(min_value=1, max_value=4))
def test_a_neutral_prefix_shifts_every_record_and_changes_nothing_else(body: str, times: int) -> None:
    head = PREFIX + "\n\n"
    before, after = extract(head + body), extract(head * (times + 1) + body)
    assert shifted(dump(before), times * len(head)) == dump(after)


@given(BODY, st.sampled_from(("\n", "\n\n\n", " \n", "\ufeff", "\t\n")))
def test_white_space_in_front_shifts_every_record(body: str, white: str) -> None:
    assert shifted(dump(extract(body)), len(white)) == dump(extract(white + body))


def without_offsets(value: Any) -> Any:
    """Dumped records without start and end of spans, white space in texts as one blank."""
    if isinstance(value, dict):
        if set(value) == {"start", "end", "text"} and isinstance(value["start"], int):
            return without_offsets(value["text"])
        return {key: without_offsets(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(without_offsets(item) for item in value)
    return " ".join(value.split()) if isinstance(value, str) else value


def test_crlf_and_lf_give_the_same_records(statement: str) -> None:
    windows = statement.replace("\n", "\r\n")
    assert without_offsets(dump(extract(windows))) == without_offsets(dump(extract(statement)))
    assert broken_offsets(extract(windows)) == []


STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def straight(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: straight(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(straight(item) for item in value)
    return value.translate(STRAIGHT) if isinstance(value, str) else value


def test_curly_and_straight_marks_give_the_same_records(statement: str) -> None:
    assert straight(dump(extract(statement))) == dump(extract(statement.translate(STRAIGHT)))


QUOTED = (
    "“{a},” said Ann Lee. “{b}.”", "Ann Lee said: “{a}.”", "Ann Lee called it “{c}” and went.", "“{a},” Ann Lee told the BBC’s “Today”.",
    "“{a},” said Ann Lee, “and {b}.”", "According to Ann Lee, “{a}”.", "“{a}. ‘{c}’ is what they say,” said Ann Lee.",
    "Ann Lee’s firm said “{a}”.", "“{a}?” asked Ann Lee.", "‘{a},’ said Ann Lee, whose firm’s plan is ‘{c}’.",
)  # fmt: skip
WORDS = (
    {"a": "We did it", "b": "They didn’t", "c": "unfair"},
    {"a": "It’s 5 o’clock", "b": "nobody’s here", "c": "the workers’ choice"},
    {"a": "I can’t wait", "b": "the ’90s are over", "c": "too big to fail"},
    {"a": "This is our best year", "b": "James’ team did that", "c": "rock ’n’ roll"},
    {"a": "Prices rose 5% last year", "b": "we’ll see", "c": "very good"},
    {"a": "No", "b": "Yes", "c": "so-so"},
    {"a": "We paid $5 million", "b": "it’s gone", "c": "a bargain"},
    {"a": "Don’t", "b": "I won’t", "c": "over"},
    {"a": "The Inc. and the U.S. agreed", "b": "we signed", "c": "a deal"},
    {"a": "You’re wrong", "b": "we’re right", "c": "wrong"},
)


@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
@pytest.mark.parametrize("template", QUOTED, ids=range(len(QUOTED)))
def test_curly_and_straight_marks_in_a_hundred_sentences(template: str, words: dict[str, str]) -> None:
    text = template.format(**words)
    assert straight(dump(extract(text))["quotes"]) == dump(extract(text.translate(STRAIGHT)))["quotes"]


def test_two_articles_do_not_know_of_each_other(statement: str) -> None:
    alone = extract(statement)
    factx.extract("“No,” said Bob Ray of Fine Bank. It cost HK$5.", published="1999-01-01")
    assert extract(statement) == alone


# ---------------------------------------------------------------- values


@pytest.mark.parametrize(
    "text", ["30 February 2012", "February 30, 2012", "31 April 2020", "2012-02-30", "32/13/2026", "29 February 2023"]
)
def test_a_day_that_does_not_exist_has_no_value(text: str) -> None:
    for date in extract(f"It was sold on {text}.").dates:
        assert date.value is None or len(date.value) < 10, f"{date.span.text} became {date.value}"
        assert date.value is None or date.start is None or date.value in str(date.start)


@pytest.mark.parametrize(
    "text", ["$1.2 billion", "US$1,200 million", "1.2bn dollars", "$1200000000", "$1,200,000,000.00"]
)
def test_the_same_money_however_written(text: str) -> None:
    (claim,) = extract(f"Bolt paid {text} for it.").money
    assert (claim.low, claim.high, claim.currency) == (Decimal("1200000000"), Decimal("1200000000"), "USD")


@pytest.mark.parametrize(("text", "value"), [("٣", 3), ("１２", 12), ("१२३", 123), ("３.５", Decimal("3.5"))])
def test_other_digits_are_read_right_or_not_at_all(text: str, value: Decimal) -> None:
    for claim in extract(f"They laid {text} km of cable.").numbers:
        assert claim.low == value


@pytest.mark.parametrize("digits", [19, 40, 400, 5000])
def test_long_numbers_are_exact_or_no_number(digits: int) -> None:
    number = "7" * digits
    for claim in (*extract(f"They sold {number} km of it.").numbers, *extract(f"They paid ${number} for it.").money):
        assert claim.low == Decimal(number)


def test_too_long_an_article_is_an_error_that_says_the_limit() -> None:
    with pytest.raises(factx.InputTooLarge, match=r"11 characters, the limit is 10: .*max_chars"):
        factx.Extractor(max_chars=10).extract("x" * 11)
    assert factx.Extractor(max_chars=11).extract("x" * 11).article.text == "x" * 11


def test_a_lone_surrogate_becomes_one_replacement_character() -> None:
    facts = extract("a\ud800b “We did it,” said Ann Lee.")
    assert facts.article.text.startswith("a\ufffdb ")
    facts.model_dump_json().encode("utf-8")
    assert facts.warnings


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\x00", "\ufeff", ".", "”"])
def test_nothing_gives_nothing(text: str) -> None:
    assert list(extract(text).records()) == []


# ---------------------------------------------------------------- dependencies


def test_dateparser_and_quantulum3_see_short_strings_only(monkeypatch: pytest.MonkeyPatch, statement: str) -> None:
    from dateparser.date import DateDataParser
    from quantulum3 import parser

    from factx.values import dateparsing, units

    seen: list[str] = []
    true_date, true_unit = DateDataParser.get_date_data, parser.parse
    monkeypatch.setattr(
        DateDataParser, "get_date_data", lambda self, text, *a, **k: seen.append(text) or true_date(self, text, *a, **k)
    )
    monkeypatch.setattr(parser, "parse", lambda text, *a, **k: seen.append(text) or true_unit(text, *a, **k))
    dateparsing.absolute.cache_clear()
    units.compound_unit.cache_clear()
    longest = "9" * 500
    random = Random(5)
    extractor = factx.Extractor(parse_compound_units=True)
    wild = (
        f"{longest} km, {longest}/10/2012, 5 {'kWh ' * 40}, 9 October {longest}",
        *(nasty.text(random) for _ in range(100)),
    )
    for text in (
        statement,
        *wild,
        "It was signed on 9 October 2012 and on the 3rd of May, 2011; it takes 5 kWh per square metre.",
    ):
        extractor.extract(text, published="2012-10-09")
    assert seen, "the spies saw nothing"
    assert [text for text in seen if len(text) > 64 or re.search(r"\d{19}", text)] == []


# ---------------------------------------------------------------- the same bytes everywhere

PROGRAM = """
import sys, factx
for path in sys.argv[1:]:
    text = open(path, encoding="utf-8").read()
    print(factx.extract(text, published="2012-10-09").model_dump_json())
    print(factx.extract(text).model_dump_json())
"""
SHIFTED_CLOCK = """
import datetime, time
REAL, REAL_DATE, clock = datetime.datetime, datetime.date, time.time
class Kind(type):
    def __instancecheck__(self, value): return isinstance(value, self.real)
    def __subclasscheck__(self, other): return issubclass(other, self.real)
class Later(REAL, metaclass=Kind):
    real = REAL
    @classmethod
    def now(cls, tz=None): return REAL(2031, 1, 2, 3, 4, 5, tzinfo=tz)
    @classmethod
    def utcnow(cls): return REAL(2031, 1, 2, 3, 4, 5)
    @classmethod
    def today(cls): return REAL(2031, 1, 2, 3, 4, 5)
class LaterDay(REAL_DATE, metaclass=Kind):
    real = REAL_DATE
    @classmethod
    def today(cls): return REAL_DATE(2031, 1, 2)
import pydantic, dateparser, factx.records, factx.article  # what subclasses datetime must do so first
time.time = lambda: clock() + 4 * 365 * 86400
import sys
for name, module in list(sys.modules.items()):
    if name.startswith(("factx", "dateparser")):
        for field, value in list(vars(module).items()):
            if value is REAL: setattr(module, field, Later)
            if value is REAL_DATE and not name.startswith("factx"): setattr(module, field, LaterDay)
"""


@pytest.fixture(scope="module")
def usual() -> str:
    return python("-c", PROGRAM, *map(str, STATEMENTS))


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "1", "PYTHONOPTIMIZE": "2"},
        {
            "TZ": "America/New_York",
            "PYTHONHASHSEED": "2",
            "LC_ALL": "de_DE.UTF-8",
            "LANG": "de_DE.UTF-8",
            "LANGUAGE": "de",
        },
        {"TZ": "UTC", "PYTHONHASHSEED": "0", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        *(pytest.param({"PYTHONHASHSEED": str(seed)}, marks=pytest.mark.slow) for seed in range(3, 8)),
        pytest.param({"LC_ALL": "C"}, marks=pytest.mark.slow),
    ],
    ids=lambda environment: ",".join(f"{key}={value}" for key, value in environment.items()),
)
def test_the_same_bytes_in_another_environment(environment: dict[str, str], usual: str) -> None:
    assert STATEMENTS
    assert python("-c", PROGRAM, *map(str, STATEMENTS), **environment) == usual


def test_the_same_bytes_at_another_time(usual: str) -> None:
    assert python("-c", SHIFTED_CLOCK + PROGRAM, *map(str, STATEMENTS)) == usual


def test_no_relative_date_has_a_value_without_a_day_to_count_from() -> None:
    facts = factx.extract("The deal was signed yesterday, last year sales fell, and two weeks ago he left on Monday.")
    assert facts.article.published is None
    assert [date.value for date in facts.dates if date.value and re.match(r"\d{4}", date.value)] == []


def test_threads_give_what_one_gives() -> None:
    random = Random(11)
    texts = [nasty.text(random, 40) for _ in range(200)]
    extractor = factx.Extractor()
    alone = [extractor.extract(text, published="2012-10-09").model_dump_json() for text in texts]
    with ThreadPoolExecutor(8) as pool:
        for _ in range(3):
            together = list(
                pool.map(lambda text: extractor.extract(text, published="2012-10-09").model_dump_json(), texts)
            )
            assert together == alone


def test_one_kind_alone_is_what_it_is_among_all(statement: str) -> None:
    everything = dump(extract(statement))
    alone = dump(factx.Extractor(only={"dates"}).extract(statement, published="2012-10-09"))
    assert alone["dates"] == everything["dates"]
    for kind in ("money", "numbers"):
        alone = dump(factx.Extractor(only={kind}).extract(statement, published="2012-10-09"))
        for field in ("span", "low", "high", "comparator"):
            prose = [
                claim[field] for claim in everything[kind] if claim["cell"] is None
            ]  # cells are asked for as "tables"
            assert [claim[field] for claim in alone[kind]] == prose
    assert (
        dump(factx.Extractor(only={"quotes"}).extract(statement, published="2012-10-09"))["quotes"]
        == everything["quotes"]
    )


# ---------------------------------------------------------------- nothing is touched

WATCHED = """
import os, sys
import factx, factx.extractor, factx.output.rows, dateparser, quantulum3.load
sys.dont_write_bytecode = True
def watch(event, arguments):
    if event == "open" and (set(str(arguments[1] or "")) & set("wax+") or (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)):
        raise SystemExit(f"writes {arguments[0]}")
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.remove", "os.rename", "os.mkdir",
                         "os.rmdir", "os.truncate", "os.link", "os.symlink", "os.chmod", "os.fork", "shutil.", "tempfile.", "urllib.", "http.",
                         "ftplib.", "smtplib.", "webbrowser.", "ctypes.dlopen")):
        raise SystemExit(f"{event} {arguments}")
texts = [open(path, encoding="utf-8").read() for path in sys.argv[1:]]
sys.addaudithook(watch)
for text in texts:
    facts = factx.extract(text, published="2012-10-09")
    assert list(facts.records())
    facts.model_dump_json(), facts.to_rows(), facts.consistency(), facts.to_html()
"""


def test_extract_opens_no_connection_writes_no_file_and_starts_no_process() -> None:
    python("-c", WATCHED, *map(str, STATEMENTS))


@pytest.mark.parametrize(
    "fault", ["import socket; socket.socket()", "open(sys.argv[1] + '.new', 'w')", "os.system('true')"]
)
def test_the_watch_sees_what_it_watches_for(fault: str, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("“We did it,” said Ann Lee.", encoding="utf-8")
    with pytest.raises(AssertionError, match="exit 1"):
        python("-c", f"{WATCHED}\n{fault}", str(text))
    assert not (tmp_path / "a.txt.new").exists()


HEAVY = (
    "dateparser",
    "quantulum3",
    "pydantic",
    "regex",
    "inflect",
    "pandas",
    "pyarrow",
    "rich",
    "trafilatura",
    "pypdf",
    "docx",
)


def loaded(program: str) -> set[str]:
    return set(
        json.loads(python("-W", "error", "-c", f"{program}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"))
    )


def test_import_factx_loads_nothing_heavy_and_warns_of_nothing() -> None:
    assert loaded("import factx").isdisjoint(HEAVY)


def test_a_plain_article_needs_neither_dateparser_nor_quantulum3s_parser() -> None:
    after = loaded(
        "import factx; factx.extract('“We did it,” said Ann Lee. It cost $5 million last year.', published='2012-10-09')"
    )
    assert after.isdisjoint(
        {"quantulum3.parser", "inflect", "pandas", "pyarrow", "rich", "trafilatura", "pypdf", "docx"}
    )


def test_extract_warns_of_nothing() -> None:
    program = "import sys, factx\nfor path in sys.argv[1:]: factx.extract(open(path, encoding='utf-8').read())"
    python("-W", "error", "-c", program, *map(str, STATEMENTS))


def test_importing_every_module_warns_of_nothing() -> None:
    program = """
import pkgutil
import factx
for module in pkgutil.walk_packages(factx.__path__, "factx."):
    if "__main__" not in module.name:
        try:
            __import__(module.name)
        except factx.MissingExtra:
            pass
"""
    python("-W", "error", "-c", program)
