"""At the Python prompt and in a notebook: what is printed, what is said of a slip, what loads back."""

from __future__ import annotations

import errno
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import factx
from factx.corpus.item import Item
from factx.corpus.work import RowMaker
from factx.lexicon.user import STANCES
from factx.mentions.cues.lexicon import speech_forms

TEXT = (
    "Bolt plc reports results\n\nLONDON, 7 May 2024 – Bolt plc (LSE: BLT) today announced its results. “We sold over 300 engines "
    "last year, for £12m,” said Ann Lee, head of sales at Bolt plc.\n\nThe company expects revenue of £20m in 2025.\n\n"
    "About Bolt plc\nBolt plc makes engines.\n"
)


@pytest.fixture(scope="module")
def facts() -> factx.Facts:
    return factx.extract(factx.Article(text=TEXT, source="bolt.txt"))


def test_facts_are_one_line(facts: factx.Facts) -> None:
    line = repr(facts)
    assert line == str(facts)
    assert "\n" not in line
    assert len(line) < 120
    assert line.startswith("<Facts of Bolt plc, 2024-05-07: ")
    assert repr(factx.extract("")) == "<Facts: nothing found>"


def test_lists_of_records_can_be_read(facts: factx.Facts) -> None:
    assert repr(facts.quotes) == "(<Quote q1 direct, s2: “We sold over 300 engines last year, for £12m”>,)"
    assert all(len(repr(record)) < 200 and "\n" not in repr(record) for record in facts.records())


def test_records_can_be_members_of_sets(facts: factx.Facts) -> None:
    again = factx.extract(factx.Article(text=TEXT, source="bolt.txt"))
    assert set(facts.records()) == set(again.records())
    assert len({facts, again}) == 1
    assert len(set(facts.records())) == len(list(facts.records()))


def test_a_notebook_shows_the_page(facts: factx.Facts) -> None:
    lxml_html = pytest.importorskip("lxml.html")
    for one in (facts, factx.compare(facts, facts)):
        (frame,) = lxml_html.fromstring(f"<div>{one._repr_html_()}</div>").xpath("//iframe")
        assert frame.get("srcdoc") == one.to_html()
        assert "allow-same-origin" not in frame.get("sandbox")
    assert repr(factx.compare(facts, facts)).startswith("<Comparison")


def test_an_unknown_name_is_told_with_those_that_are_close(facts: factx.Facts) -> None:
    assert [record.id for record in facts.by("Ann Lee")][:1] == ["q1"]
    with pytest.raises(LookupError, match=r"no speaker is called 'Anne Lee': did you mean 'Ann Lee'\?"):
        facts.by("Anne Lee")
    with pytest.raises(LookupError, match="the speakers are Bolt plc, Ann Lee"):
        facts.by("Zzyzx")


def test_json_loads_back(facts: factx.Facts) -> None:
    from factx.output.json_lines import to_json

    assert factx.Facts.model_validate_json(to_json(facts, text=True)) == facts
    with pytest.raises(ValidationError, match="--with-text"):
        factx.Facts.model_validate_json(to_json(facts))


def test_a_row_of_a_batch_loads_back(facts: factx.Facts) -> None:
    item = Item(id="a", text=TEXT)
    row = RowMaker(factx.Extractor(), with_text=True).row(item).line
    again = factx.Facts.model_validate_json(row)
    assert again.quotes == facts.quotes
    assert again.article.text == TEXT
    with pytest.raises(ValidationError, match="--with-text"):
        factx.Facts.model_validate_json(RowMaker(factx.Extractor()).row(item).line)
    with pytest.raises(ValidationError, match=r"this row is no facts: .*no text"):
        factx.Facts.model_validate_json(RowMaker(factx.Extractor()).row(Item(id="b", problem="it has no text")).line)


def test_what_is_asked_for_and_how_sure() -> None:
    facts = factx.extract(TEXT, only="money")
    assert facts.money
    assert not facts.numbers
    assert factx.Extractor(only="money").extract(TEXT) == facts
    with pytest.raises(ValueError, match="did you mean 'numbers'"):
        factx.extract(TEXT, only="number")
    with pytest.raises(ValueError, match="from 0 to 1"):
        factx.extract(TEXT, min_confidence=80)
    for least in (0.5, 0.8, 0.9, 1.0):
        sure = factx.extract(TEXT, min_confidence=least)
        ids = {record.id for record in sure.records()}
        for claim in (*sure.money, *sure.numbers):
            assert claim.confidence >= least
            assert claim.quote_id is None or claim.quote_id in ids
            ends = (claim.change.by, claim.change.from_, claim.change.to) if claim.change else ()
            assert {end for end in ends if end} <= ids


def test_a_missing_file_is_an_oserror_too(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(OSError, match=r"no such file|is a directory") as told:
            factx.Article.from_path(path)
        assert told.value.errno in (errno.ENOENT, errno.EISDIR, errno.EACCES)  # Windows: no access
        assert told.value.filename == str(path)
        assert str(told.value).startswith(f"{path}: ")
        with pytest.raises(factx.InputError):
            factx.Article.from_path(path)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"people": "Ann Lee"}, TypeError),
        ({"organizations": {"Bolt": "x"}}, TypeError),
        ({"people": [""]}, ValueError),
        ({"speech_verbs": ["grouse"]}, TypeError),
        ({"metrics": {"seat kilometres": None}}, ValueError),
        ({"speech_verbs": {"grouse": "clam"}}, ValueError),
    ],
)
def test_a_lexicon_checks_itself(wrong: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error, match=next(iter(wrong))):
        factx.Lexicon(**wrong)


def test_a_lexicon_says_which_stances_there_are() -> None:
    with pytest.raises(ValueError, match="'grouse' has the unknown stance 'clam': did you mean 'claim'"):
        factx.Lexicon(speech_verbs={"grouse": "clam"})
    assert set(STANCES) == {verb.stance for verb in speech_forms().values()}


def test_a_lexicon_takes_any_names() -> None:
    assert factx.Lexicon(people=["Ann Lee"]).people == frozenset({"Ann Lee"})


# ---------------------------------------------------------------- many articles

ARTICLES = [
    {"id": "a", "text": TEXT},
    {"id": "b", "text": None},
    {"id": "c", "text": "Crane Ltd paid $3 million in 1066."},
]


def test_what_becomes_of_an_article_that_fails() -> None:
    kinds = [type(one).__name__ for one in factx.extract_many(ARTICLES)]
    assert kinds == ["Facts", "ExtractionError", "Facts"]
    skipped = list(factx.extract_many(ARTICLES, on_error="skip"))
    assert [one.article.source for one in skipped] == ["a", "c"]
    results = factx.Extractor().extract_many(ARTICLES, on_error="raise")
    assert next(results).article.source == "a"
    with pytest.raises(factx.InputError, match=r"^b: "):
        next(results)
    with pytest.raises(ValueError, match="'return', 'raise' or 'skip'"):
        factx.extract_many(ARTICLES, on_error="ignore")


def test_one_data_frame_over_many_articles() -> None:
    pandas = pytest.importorskip("pandas")
    frame = factx.to_pandas(factx.extract_many(ARTICLES))
    assert sorted(set(frame.article_id)) == ["a", "c"]
    assert not {"start", "end", "text", "value", "source"} & set(frame.columns)
    money = frame[(frame.kind == "money") & (frame.article_id == "a")]
    assert set(money.issuer) == {"Bolt plc"}
    assert set(money.issuer_ticker) == {"BLT"}
    assert set(money.published) == {pandas.Timestamp(2024, 5, 7)}
    assert (frame[frame.kind == "money"].period_start < "1100-01-01").sum() == 1
    for name in ("published", "period_start", "period_end", "first_day", "last_day"):
        assert pandas.api.types.is_datetime64_dtype(frame[name]), name
    assert list(factx.to_pandas([]).columns) == list(frame.columns)
    assert factx.to_pandas(factx.extract(TEXT)).words.tolist() == factx.to_pandas([factx.extract(TEXT)]).words.tolist()
    with pytest.raises(TypeError, match=r"made of Facts.* not of str"):
        factx.to_pandas([TEXT])


def test_sql_over_many_articles() -> None:
    pytest.importorskip("pyarrow")
    duckdb = pytest.importorskip("duckdb")
    facts = factx.to_arrow(factx.extract_many(ARTICLES))
    assert facts.schema.field("published").type == "date32[day]"
    asked = "select issuer, words, low, period_start from facts where metric = 'revenue' and modality = 'forecast' and low > 1e6"
    assert duckdb.sql(asked).fetchall() == [("Bolt plc", "£20m", 20_000_000, date(2025, 1, 1))]
    assert duckdb.sql("select char_start, char_end, words, timex from facts where kind = 'date'").fetchall()


def test_polars_over_many_articles() -> None:
    pytest.importorskip("pyarrow")
    polars = pytest.importorskip("polars")
    frame = polars.from_arrow(factx.to_arrow(factx.extract_many(ARTICLES)))
    assert frame.filter(polars.col("kind") == "quote")["speaker"].to_list() == ["Ann Lee"]
