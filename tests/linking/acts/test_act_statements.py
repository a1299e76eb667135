"""Acts in whole statements: an apology, a profit warning; what options, JSON and other outputs make of them."""

from __future__ import annotations

import pytest

import factx
from factx.syntax import Syntax

APOLOGY = """Halden Bank apologises for outage

LONDON, 7 May 2024 – Halden Bank plc has apologised to customers for Monday’s failure of its payment systems.

“We let our customers down, and we are truly sorry for the distress that this has caused,” said Ida Solheim, chief
executive of Halden Bank.

The bank said it regretted the delay in telling customers. It refused to say whether the supplier would apologise. Customers
demanded an apology from the regulator.

Halden Bank paid £3 million to those who were affected."""

WARNING = """Norvik Group withdraws full-year guidance

LONDON, 7 May 2024 – Norvik Group plc (“Norvik” or “the Company”) today issued a profit warning.

The Company has withdrawn its revenue guidance for 2024. It may also review its dividend. Norvik reaffirmed its outlook for
capital expenditure of £40 million.

“We are not providing guidance for 2025,” said Tom Reid, finance director of Norvik. “Our medium-term outlook remains unchanged.”

If demand recovers, the Company will reinstate its guidance."""


@pytest.fixture(scope="module")
def apology() -> factx.Facts:
    return factx.extract(APOLOGY)


@pytest.fixture(scope="module")
def warning() -> factx.Facts:
    return factx.extract(WARNING)


def test_an_apology_statement(apology: factx.Facts) -> None:
    told = [(act.actor, act.cue.text, act.about, act.section) for act in apology.acts]
    assert told == [
        ("Halden Bank plc", "apologises", "outage", "headline"),
        ("Halden Bank plc", "apologised", "Monday’s failure of its payment systems", "body"),
        ("Halden Bank plc", "sorry", "the distress that this has caused", "body"),
        ("Halden Bank plc", "regretted", "the delay in telling customers", "body"),
    ]
    quoted = apology.acts[2]
    speaker = apology.speaker(quoted)
    assert speaker is not None
    assert speaker.name == "Ida Solheim"
    assert apology.quote(quoted) is not None


def test_a_profit_warning(warning: factx.Facts) -> None:
    told = [(act.guidance, act.cue.text, act.metric, act.period and act.period.value) for act in warning.acts]
    assert told == [
        ("withdrawn", "withdraws", None, None),
        ("lowered", "warning", "profit", None),
        ("withdrawn", "withdrawn", "revenue", "2024"),
        ("maintained", "unchanged", None, None),
    ]
    assert {act.actor_id for act in warning.acts} == {warning.issuer_id}
    assert [claim.guidance for claim in warning.money] == ["maintained"]  # its figure is a claim, and no act


def test_acts_alone_are_the_same(apology: factx.Facts, warning: factx.Facts) -> None:
    for whole in (apology, warning):
        alone = factx.extract(whole.article.text, only="acts")
        assert [act.model_copy(update={"quote_id": None}) for act in whole.acts] == list(alone.acts)
        assert alone.speakers == whole.speakers
        assert (alone.quotes, alone.money, alone.numbers, alone.dates) == ((), (), (), ())
    assert factx.extract(APOLOGY, only={"quotes", "money"}).acts == ()


def test_json_gives_them_back(apology: factx.Facts) -> None:
    again = factx.Facts.model_validate_json(apology.model_dump_json())
    assert again == apology
    assert len(set(again.acts)) == len(apology.acts)
    old = apology.model_dump()
    del old["acts"]  # JSON that was written before there were any
    assert factx.Facts.model_validate(old).acts == ()


def test_what_is_not_sure_is_left_out() -> None:
    text = "We apologise for the delay."
    assert [act.actor for act in factx.extract(text).acts] == [None]
    assert factx.extract(text, min_confidence=0.6).acts == ()


def test_a_text_without_a_cue_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    def parsed(*_: object) -> None:
        raise AssertionError("a sentence was parsed")

    monkeypatch.setattr(Syntax, "parse", parsed)
    text = "“We won,” said Ann Lee of Bolt plc. It sold 300 vans for $5 million."
    assert factx.extract(text, only="acts").acts == ()


@pytest.mark.parametrize("kind", ["apology", "guidance"])
def test_offsets_are_those_of_the_text_as_given(kind: str) -> None:
    text = {
        "apology": "Halden Bank apo-\nlogised.\r\nNorvik\u00a0plc apologised\nto customers for the ﬁrst delay.",
        "guidance": "Norvik\u00a0plc has\r\nwithdrawn its full-year\nrevenue guidance.",
    }[kind]
    facts = factx.extract(text)
    assert kind in [act.kind for act in facts.acts]
    for act in facts.acts:
        for span in (act.span, act.cue, act.sentence):
            assert text[span.start : span.end] == span.text


def test_outputs_tell_them(warning: factx.Facts) -> None:
    from factx.output.markdown import to_markdown
    from factx.output.table import to_table

    row = next(row for row in warning.to_rows() if row["id"] == "a3")
    assert (row["kind"], row["type"], row["subject"], row["guidance"]) == (
        "act",
        "guidance",
        "Norvik Group plc",
        "withdrawn",
    )
    assert (row["what"], row["period_value"], row["cue"]) == ("its revenue guidance for 2024", "2024", "withdrawn")
    assert "| Norvik Group plc | guidance withdrawn | its revenue guidance for 2024 | 2024 |" in to_markdown(warning)
    assert "guidance withdrawn" in to_table(warning)
    page = warning.to_html()
    assert '<section aria-labelledby="acts">' in page
    assert '<mark class="act" id="at-a3"' in page
    actions = [one for one in warning.to_jsonld()["mentions"] if one["@type"] == "CommunicateAction"]
    assert [one["name"] for one in actions] == [f"guidance {act.guidance}" for act in warning.acts]
    labels = [item["body"][0]["value"] for item in warning.to_web_annotations()["items"]]
    assert labels.count("Act") == len(warning.acts)
    assert "4 acts" in repr(warning)
    assert repr(warning.acts[2]) == "<Act a3 withdrawn, Norvik Group plc: ‘its revenue guidance for 2024’>"
    nothing = factx.extract("Nothing is said here.")
    assert 'id="acts"' not in nothing.to_html()
    assert "acts" not in to_table(nothing)
