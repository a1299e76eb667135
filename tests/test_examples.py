"""The examples, end to end: each statement's key records, written down by hand, are found; and the scripts run.

`examples/statements/<name>.expected.json` holds what a reader would expect: `speakers`, `quotes`, `money`, `numbers`,
`dates` that must be there, each named by its text (`nth` where the text has it more than once), with the fields that
count; `no_quotes` and `no_numbers` must not be there.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from process import ROOT, STATEMENTS, python

import factx

EXPECTED: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8")) for path in STATEMENTS
}


def cases(kind: str) -> list[Any]:
    found: list[Any] = []
    for name, expected in EXPECTED.items():
        for number, want in enumerate(expected.get(kind, ()), 1):
            shown = want if isinstance(want, str) else want.get("text") or want.get("name") or want.get("contains")
            found.append(pytest.param(name, want, id=f"{name}-{number}-{shown[:30]}"))
    return found


@pytest.fixture(scope="module")
def found() -> dict[str, factx.Facts]:
    """The facts of each statement, by nothing but its text."""
    return {path.stem: factx.extract(factx.Article.from_path(path)) for path in STATEMENTS}


def test_there_are_statements_of_every_sort() -> None:
    assert len(STATEMENTS) >= 6
    texts = "".join(path.read_text(encoding="utf-8") for path in STATEMENTS)
    for mark in '“”‘’"•£€':
        assert mark in texts


@pytest.mark.parametrize("name", EXPECTED)
def test_publication_date_and_issuer(name: str, found: dict[str, factx.Facts]) -> None:
    facts, expected = found[name], EXPECTED[name]
    assert str(facts.article.published) == expected["published"]
    if "issuer" in expected:
        assert (facts.issuer.name if facts.issuer else None) == expected["issuer"]


@pytest.mark.parametrize(("name", "want"), cases("speakers"))
def test_speaker(name: str, want: dict[str, Any], found: dict[str, factx.Facts]) -> None:
    (speaker,) = [s for s in found[name].speakers if s.name == want["name"]]
    assert {field: getattr(speaker, field) for field in want} == want


def who(facts: factx.Facts, record: Any, want: dict[str, Any]) -> None:
    speaker = facts.speaker(record)
    name = speaker.name if speaker else None
    if "speaker" in want:
        assert name == want["speaker"]
    if "speaker_contains" in want:
        assert want["speaker_contains"] in f"{name}, {speaker.affiliation if speaker else None}"


@pytest.mark.parametrize(("name", "want"), cases("quotes"))
def test_quote(name: str, want: dict[str, Any], found: dict[str, factx.Facts]) -> None:
    facts = found[name]
    text = want["text"]
    hits = [q for q in facts.quotes if (q.text.startswith(text) if want.get("starts") else q.text == text)]
    assert hits, [q.text for q in facts.quotes]
    (quote,) = hits
    who(facts, quote, want)
    for field in ("kind", "stance"):
        if field in want:
            assert getattr(quote, field) == want[field]
    for field in ("source", "cue"):
        if field in want:
            span = getattr(quote, field)
            assert (span.text if span else None) == want[field]
    if "spans" in want:
        assert len(quote.spans) == want["spans"]
    if "ends" in want:
        assert quote.text.endswith(want["ends"])


@pytest.mark.parametrize(("name", "text"), cases("no_quotes"))
def test_no_quote(name: str, text: str, found: dict[str, factx.Facts]) -> None:
    assert text not in [span.text.strip(" .,") for q in found[name].quotes for span in q.spans]


def claim(facts: factx.Facts, kind: str, want: dict[str, Any]) -> None:
    hits = [c for c in getattr(facts, kind) if c.span.text == want["text"]]
    assert len(hits) >= want.get("nth", 1), [c.span.text for c in getattr(facts, kind)]
    record = hits[want.get("nth", 1) - 1]
    if "low" in want:
        assert (record.low, record.high) == (Decimal(want["low"]), Decimal(want.get("high", want["low"])))
    for field in ("currency", "unit", "unit_name", "per", "metric", "modality", "section"):
        if field in want:
            assert getattr(record, field) == want[field], field
    assert record.comparator == want.get("comparator", "=")
    if "period" in want:
        assert record.period is not None, "no period"
        assert record.period.value == want["period"]
    if "change" in want:
        assert record.change is not None, "no change"
        assert record.change.direction == want["change"]
    if "converts" in want:
        other = facts.get(record.converts or "")
        assert isinstance(other, factx.MonetaryClaim)
        assert other.span.text == want["converts"]
    who(facts, record, want)


@pytest.mark.parametrize(("name", "want"), cases("money"))
def test_money(name: str, want: dict[str, Any], found: dict[str, factx.Facts]) -> None:
    claim(found[name], "money", want)


@pytest.mark.parametrize(("name", "want"), cases("numbers"))
def test_number(name: str, want: dict[str, Any], found: dict[str, factx.Facts]) -> None:
    claim(found[name], "numbers", want)


@pytest.mark.parametrize(("name", "text"), cases("no_numbers"))
def test_no_number(name: str, text: str, found: dict[str, factx.Facts]) -> None:
    assert text not in [c.span.text for c in found[name].numbers]


@pytest.mark.parametrize(("name", "want"), cases("dates"))
def test_date(name: str, want: dict[str, Any], found: dict[str, factx.Facts]) -> None:
    hits = [d for d in found[name].dates if d.span.text == want["text"]]
    assert hits, [d.span.text for d in found[name].dates]
    record = hits[want.get("nth", 1) - 1]
    assert {field: getattr(record, field) for field in want if field not in ("text", "nth")} == {
        field: value for field, value in want.items() if field not in ("text", "nth")
    }


# ---------------------------------------------------------------- scripts

SCRIPTS = ROOT / "examples"


def test_extract_one() -> None:
    printed = python(str(SCRIPTS / "extract_one.py"))
    assert "Ingrid Solberg, director of public affairs" in printed
    assert "over $6.5 billion" in printed or "> 6,500,000,000 USD" in printed


def test_filter_quotes() -> None:
    printed = python(str(SCRIPTS / "filter_quotes.py"), "Besson", *map(str, STATEMENTS))
    assert "Lantern has built what our customers have been asking us for" in printed
    assert "every product and every office stays open" not in printed


def test_claims_to_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(python(str(SCRIPTS / "claims_to_csv.py"), *map(str, STATEMENTS)))))
    assert {row["file"] for row in rows} == {path.name for path in STATEMENTS}
    (row,) = [row for row in rows if row["amount"] == "€54 million"]
    assert (row["currency"], row["low"], row["modality"]) == ("EUR", "54000000", "conditional")


@pytest.fixture(scope="module")
def flat(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What `factx batch` makes of the statements."""
    pytest.importorskip("pyarrow")
    out = str(tmp_path_factory.mktemp("batch") / "out")
    python("-m", "factx", "batch", str(SCRIPTS / "statements"), "-o", out, "--flat", "--workers", "0")
    return out


def test_query_of_a_year_over_a_batch(flat: str) -> None:
    pytest.importorskip("pandas")
    printed = python(str(SCRIPTS / "query_pandas.py"), flat, "2023")
    assert "Harlow Tools Inc.: Harlow Tools Inc.: $1.31 billion = 1,310,000,000 USD (stated; " in printed
    assert python(str(SCRIPTS / "query_pandas.py"), flat, "1999") == ""


@pytest.mark.parametrize(("script", "library"), [("query_duckdb.py", "duckdb"), ("query_polars.py", "polars")])
def test_who_forecast_revenue_and_who_apologised(script: str, library: str, flat: str) -> None:
    pytest.importorskip(library)
    first, forecast, second, apology, third = python(str(SCRIPTS / script), flat, "5_000_000_000").splitlines()
    assert (first, second) == ("Who forecast revenue above 5,000,000,000 USD?", "Who apologised?")
    assert third == "Who withdrew guidance?"
    assert forecast.startswith(
        "  Harlow Tools Inc.: $5.6 billion and $5.7 billion (fiscal 2024), says Harlow Tools Inc. ("
    )
    assert apology.startswith("  Fiona Marsh: am deeply sorry")
    assert forecast.endswith("quarterly-results.txt)")
    assert apology.endswith("recall-apology.txt)")
    for nothing in (("6_000_000_000",), ("1", "GBP")):
        assert len(python(str(SCRIPTS / script), flat, *nothing).splitlines()) == 4


@pytest.mark.parametrize(("script", "library"), [("query_duckdb.py", "duckdb"), ("query_polars.py", "polars")])
def test_a_company_that_does_not_speak_forecasts_by_its_name(script: str, library: str, tmp_path: Path) -> None:
    pytest.importorskip(library)
    pytest.importorskip("pyarrow")
    articles = {
        "named.txt": "With new contracts, Corvex projects over $150 million in 2025 revenue.",
        "other.txt": "The combined entity projects $140 million in 2025 revenue.",
    }
    for name, text in articles.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    out = str(tmp_path / "out")
    python("-m", "factx", "batch", str(tmp_path), "-o", out, "--flat", "--workers", "0")
    lines = python(str(SCRIPTS / script), out).splitlines()
    assert [line.rpartition(" (")[0] for line in lines[1:2]] == ["  Corvex: $150 million (2025), says nobody named"]
    assert lines[2] == "Who apologised?"


@pytest.mark.parametrize(("script", "library"), [("query_duckdb.py", "duckdb"), ("query_polars.py", "polars")])
def test_acts_without_quotation_or_figure_are_found(script: str, library: str, tmp_path: Path) -> None:
    pytest.importorskip(library)
    pytest.importorskip("pyarrow")
    articles = {
        "act.txt": "Norvik plc apologised to its customers for the delay.",
        "both.txt": "“We apologise for the error,” said Ida Solheim, head of sales at Halden Bank.",
        "figure.txt": "Corvex plc withdrew its revenue guidance of $1.9 billion.",
        "warning.txt": "Lumen Group has withdrawn its full-year guidance.",
    }
    for name, text in articles.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    out = str(tmp_path / "out")
    python("-m", "factx", "batch", str(tmp_path), "-o", out, "--flat", "--workers", "0")
    lines = [line.rpartition(" (")[0] for line in python(str(SCRIPTS / script), out, "9_000_000_000").splitlines()[1:]]
    assert lines == [
        "",
        "  Norvik plc: apologised to its customers for the delay",
        "  Halden Bank: apologise for the error",
        "",
        "  Corvex plc: revenue guidance",
        "  Lumen Group: its full-year guidance",
    ]


def test_own_words() -> None:
    printed = python(str(SCRIPTS / "own_words.py"))
    assert "Ann Lee | grumbled | claim | Nobody asked us" in printed
    assert "5% | capacity" in printed


@pytest.mark.parametrize(
    ("script", "library"),
    [
        ("claims_to_csv.py", "factx"), ("filter_quotes.py", "factx"), ("query_duckdb.py", "duckdb"),
        ("query_pandas.py", "pandas"), ("query_polars.py", "polars"),
    ],
)  # fmt: skip
def test_without_arguments_a_script_says_how_to_use_it(script: str, library: str) -> None:
    pytest.importorskip(library)
    with pytest.raises(AssertionError, match=rf"^exit 1: (?s:.*)python examples/{script} [A-Z]"):
        python(str(SCRIPTS / script))


def test_spacy_component() -> None:
    spacy = pytest.importorskip("spacy")
    printed = python(str(SCRIPTS / "spacy_component.py"))
    assert "QUOTE | Maria Chen | This was the strongest second quarter in our history," in printed
    assert "MONEY | Harlow Tools Inc. | $1.42 billion" in printed
    sys.path.insert(0, str(SCRIPTS))
    try:
        import spacy_component  # noqa: F401 it registers the component
    finally:
        sys.path.pop(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("factx", config={"min_confidence": 0.6})
    for doc in nlp.pipe(path.read_text(encoding="utf-8") for path in STATEMENTS):
        records = [span._.record for span in doc.spans["factx"]]
        assert {record.id for record in records} == {
            record.id
            for kind in ("quotes", "money", "numbers", "dates", "acts")
            for record in getattr(doc._.factx, kind)
        }
        assert all(record.confidence >= 0.6 for record in records)


def test_compare_two() -> None:
    printed = python(str(SCRIPTS / "compare_two.py"))
    for found in ("altered at", "other speaker at", "scaled wrong at", "other period at", "1 rounded"):
        assert found in printed


def test_every_script_is_tested() -> None:
    here = Path(__file__).read_text(encoding="utf-8")
    assert [path.name for path in SCRIPTS.glob("*.py") if f'"{path.name}"' not in here] == []
