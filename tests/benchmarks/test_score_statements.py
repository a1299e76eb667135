"""Self-tests of benchmarks/scorers/statements.py."""

import copy
import io
import json
import pathlib
import tempfile
import unittest
from contextlib import redirect_stderr, redirect_stdout

from gold import default_folder
from scorers import statements as s

GOLD = default_folder()
DEV = s.load(GOLD / "statements" / "dev.jsonl") if GOLD else {}

TEXT = (
    'Acme Corp said on Tuesday it would cut about 300 jobs. "We did it," chief executive Ann Lee told reporters, "and we won." '
    'Mr Bob Ray, an analyst at Fine Bank, called it "brave". Acme earned over $5 million in 2011, up 7%. The "green" plan goes on.'
)


def at(surface):
    start = TEXT.index(surface)
    return [start, start + len(surface)]


def span(surface, **fields):
    start, end = at(surface)
    return {"start": start, "end": end, **fields}


def small():
    """One document with a record of every kind."""
    return {
        "a": {
            "id": "a",
            "text": TEXT,
            "issuer": "Acme Corp",
            "speakers": [
                {"name": "Acme Corp", "kind": "organization", "role": None, "affiliation": None, "aliases": ["Acme"]},
                {
                    "name": "Ann Lee",
                    "kind": "person",
                    "role": "chief executive",
                    "affiliation": "Acme Corp",
                    "aliases": [],
                },
                {
                    "name": "Bob Ray",
                    "kind": "person",
                    "role": "analyst",
                    "affiliation": "Fine Bank",
                    "aliases": ["Mr Bob Ray"],
                },
            ],
            "quotes": [
                {
                    "kind": "indirect",
                    "speaker": "Acme Corp",
                    "content": [at("it would cut about 300 jobs")],
                    "source": None,
                    "cue": None,
                },
                {
                    "kind": "direct",
                    "speaker": "Ann Lee",
                    "content": [at("We did it,"), at("and we won.")],
                    "source": None,
                    "cue": None,
                },
                {"kind": "partial", "speaker": "Bob Ray", "content": [at("brave")], "source": None, "cue": None},
            ],
            "money": [
                span(
                    "$5 million",
                    low=5e6,
                    high=5e6,
                    currency="USD",
                    comparator=">",
                    what="earnings of the year",
                    subject="Acme",
                    period="2011",
                )
            ],
            "numbers": [
                span("300", low=300, high=300, unit="jobs", comparator="~", subject="Acme"),
                span("7%", low=7, high=7, unit="percent", comparator="=", subject="earnings"),
            ],
            "dates": [
                span("Tuesday", type="DATE", value="2012-10-09", alt=["2012-10"]),
                span("2011", type="DATE", value="2011"),
            ],
        }
    }


def figures(result):
    """{(layer, figure): F1 or mean} of everything but the overall."""
    out = {}
    for layer, found in result.items():
        if layer not in ("overall", "scare_quotes"):
            out.update({(layer, k): v["f1"] if isinstance(v, dict) else v for k, v in found.items()})
    return out


class Base(unittest.TestCase):
    def lowered(self, change):
        """The figures below 1 after `change` is made to a copy of the gold."""
        pred = small()
        change(pred["a"])
        self.result = s.score(small(), pred)
        return {key for key, value in figures(self.result).items() if value < 1 - 1e-12}


class Extremes(Base):
    def test_gold_is_perfect(self):
        for gold in filter(None, (DEV, small())):
            result = s.score(gold, copy.deepcopy(gold))
            assert {k for k, v in figures(result).items() if v < 1} == set()
            assert (result["overall"], result["scare_quotes"]["spurious"]) == (1.0, 0)

    def test_nothing_is_zero(self):
        for gold in filter(None, (DEV, small())):
            for pred in ({}, {k: {"id": k} for k in gold}):
                result = s.score(gold, pred)
                assert set(figures(result).values()) == {0.0}
                assert result["overall"] == 0.0

    def test_nothing_against_nothing_is_perfect(self):
        empty = {"a": {"id": "a", "text": "Nothing."}}
        assert s.score(empty, {})["overall"] == 1.0

    def test_other_keys_and_order_do_not_matter(self):
        def change(doc):
            doc["mood"] = "good"
            for layer in s.LAYERS[:5]:
                doc[layer].reverse()

        assert self.lowered(change) == set()


class Speakers(Base):
    def test_short_name_by_alias(self):
        def change(doc):
            doc["speakers"][0].update(name="Acme", aliases=[])
            doc["quotes"][0]["speaker"] = "Acme"

        assert self.lowered(change) == {(a, k) for a in ("speakers", "speakers_all") for k in ("known", "name_mean")}

    def test_last_name_of_a_person(self):
        def change(doc):
            doc["speakers"][1]["name"] = doc["quotes"][1]["speaker"] = "Lee"

        assert self.lowered(change) == {(a, k) for a in ("speakers", "speakers_all") for k in ("known", "name_mean")}

    def test_title_article_and_case(self):
        def change(doc):
            doc["speakers"][2]["name"] = doc["quotes"][2]["speaker"] = "Dr. BOB Ray"

        assert self.lowered(change) == set()

    def test_another_name(self):
        def change(doc):
            doc["speakers"][1]["name"] = doc["quotes"][1]["speaker"] = "Joe Doe"

        low = self.lowered(change)
        assert low == {
            (a, k) for a in ("speakers", "speakers_all") for k in ("matched", "known", "role_affiliation")
        } | {("quoted", "attributed"), ("all", "attributed")}
        assert self.result["speakers"]["matched"]["right"] == 2

    def test_role(self):
        def change(doc):
            doc["speakers"][1]["role"] = "clerk"

        keys = ("known", "role_affiliation", "role_mean")
        assert self.lowered(change) == {(a, k) for a in ("speakers", "speakers_all") for k in keys}

    def test_role_words(self):
        assert s.same_role("chief executive officer", "the chief executive")
        assert not s.same_role("chief executive officer", "officer")
        assert not s.same_role(None, "officer")

    def test_affiliation_by_alias_and_containment(self):
        groups = [{"british airways", "ba"}]
        assert s.same_affiliation("BA", "British Airways", groups)
        assert s.same_affiliation("Acme Corp", "Acme", [])
        assert not s.same_affiliation("BA", "BT", groups)
        assert not s.same_affiliation("BA", None, groups)

    def test_unquoted_speaker_counts_in_the_second_row_only(self):
        def change(doc):
            doc["speakers"].append(
                {"name": "Joe Doe", "kind": "person", "role": None, "affiliation": None, "aliases": []}
            )

        assert self.lowered(change) == {("speakers_all", k) for k in ("matched", "known", "role_affiliation")}

    def test_kind(self):
        def change(doc):
            doc["speakers"][0]["kind"] = "group"

        assert self.lowered(change) == {("speakers", "kind_mean"), ("speakers_all", "kind_mean")}


class Quotes(Base):
    def test_wrong_speaker_and_null(self):
        for who in ("Bob Ray", None):

            def change(doc, who=who):
                doc["quotes"][1]["speaker"] = who
                doc["quotes"].append(
                    {"kind": "direct", "speaker": "Ann Lee", "content": []}
                )  # keeps her among the quoted

            low = self.lowered(change)
            assert (self.result["quoted"]["lenient"]["right"], self.result["quoted"]["attributed"]["right"]) == (2, 1)
            assert ("speakers", "matched") not in low
            assert ("indirect", "attributed") not in low

    def test_wrong_speaker_lowers_attribution_only(self):
        def change(doc):
            doc["quotes"][0]["speaker"] = "Ann Lee"

        low = self.lowered(change) - {
            ("speakers", k) for k in ("matched", "known", "role_affiliation")
        }  # Acme is quoted no more
        assert low == {("indirect", "attributed"), ("all", "attributed")}

    def test_null_equals_null(self):
        gold = small()
        gold["a"]["quotes"][0]["speaker"] = None
        assert s.score(gold, copy.deepcopy(gold))["indirect"]["attributed"]["f1"] == 1.0
        assert s.score(gold, small())["indirect"]["attributed"]["f1"] == 0.0

    def test_namesakes_are_told_apart(self):
        gold = small()
        gold["a"]["speakers"][2]["name"] = gold["a"]["quotes"][2]["speaker"] = "Bob Lee"
        pred = copy.deepcopy(gold)
        pred["a"]["quotes"][2]["speaker"] = "Ann Lee"
        assert s.score(gold, pred)["quoted"]["attributed"]["right"] == 1

    def test_a_second_record_of_one_name_costs_the_speaker_only(self):
        def change(doc):
            doc["speakers"].append({"name": "Lee", "kind": "person", "role": None, "affiliation": None, "aliases": []})
            doc["quotes"][1]["speaker"] = "Lee"

        assert ("quoted", "attributed") not in self.lowered(change)

    def test_split_quote_as_two_records(self):
        def change(doc):
            one = doc["quotes"][1]
            doc["quotes"][1:2] = [{**one, "content": [c]} for c in one["content"]]

        assert self.lowered(change) == set()

    def test_split_quote_of_two_speakers_is_not_joined(self):
        def change(doc):
            one = doc["quotes"][1]
            doc["quotes"][1:2] = [
                {**one, "content": [one["content"][0]]},
                {**one, "content": [one["content"][1]], "speaker": "Bob Ray"},
            ]

        self.lowered(change)
        assert (self.result["quoted"]["attributed"]["pred"], self.result["quoted"]["attributed"]["gold"]) == (3, 2)

    def test_pieces_of_two_sentences_are_not_joined(self):
        page = s.Page('"A is b," Mr. Smith of Acme Inc. said, "and c." "D is e," he said.')
        quotes = [
            {"kind": "direct", "speaker": "Smith", "content": [[page.text.index(x), page.text.index(x) + len(x)]]}
            for x in ("A is b", "and c", "D is e")
        ]
        assert [len(r["words"]) for r in s.records(page, {"quotes": quotes}, s.is_quoted)] == [5, 3]

    def test_the_same_quote_twice_is_one_too_many(self):
        def change(doc):
            doc["quotes"].append(dict(doc["quotes"][1]))

        self.lowered(change)
        assert (self.result["quoted"]["strict"]["right"], self.result["quoted"]["strict"]["pred"]) == (2, 3)

    def test_marks_inside_the_span_do_not_matter(self):
        def change(doc):
            doc["quotes"][2]["content"] = [at('"brave".')]

        assert self.lowered(change) == set()

    def test_strict_and_lenient(self):
        def change(doc):  # 4 of 6 words: lenient, not strict
            doc["quotes"][0]["content"] = [at("it would cut about")]

        assert self.lowered(change) == {
            ("indirect", "strict"),
            ("all", "strict"),
            ("indirect", "words"),
            ("all", "words"),
        }

    def test_kind(self):
        def change(doc):
            doc["quotes"][2]["kind"] = "direct"

        assert self.lowered(change) == {("quoted", "kind_mean"), ("all", "kind_mean")}

    def test_indirect_for_partial_is_right_in_all_only(self):
        def change(doc):
            doc["quotes"][2]["kind"] = "indirect"

        low = self.lowered(change)
        assert not {("all", k) for k in ("strict", "lenient", "attributed", "words")} & low
        assert {("quoted", "strict"), ("indirect", "strict"), ("all", "kind_mean")} <= low

    def test_scare_quote(self):
        def change(doc):
            doc["quotes"].append({"kind": "partial", "speaker": None, "content": [at("green")]})

        low = self.lowered(change)
        assert self.result["scare_quotes"] == {"spurious": 1, "predicted": 3}
        assert {layer for layer, _ in low} == {"quoted", "all"}


class Issuer(Base):
    def test_short_name_wrong_and_none(self):
        assert self.lowered(lambda d: d.update(issuer="Acme")) == set()
        for wrong in ("Fine Bank", None):
            assert self.lowered(lambda d, wrong=wrong: d.update(issuer=wrong)) == {("issuer", "right")}


class Amounts(Base):
    def test_currency(self):
        assert self.lowered(lambda d: d["money"][0].update(currency="EUR")) == {
            ("money", k) for k in ("value_currency", "value_currency_comparator", "full", "complete")
        }

    def test_comparator(self):
        assert self.lowered(lambda d: d["money"][0].update(comparator="=")) == {
            ("money", k) for k in ("value_currency_comparator", "full", "complete", "comparator_mean")
        }

    def test_what(self):
        assert self.lowered(lambda d: d["money"][0].update(what="fine")) == {
            ("money", k) for k in ("full", "complete", "what_mean")
        }

    def test_subject(self):
        assert self.lowered(lambda d: d["money"][0].update(subject="Bob")) == {
            ("money", "complete"),
            ("money", "subject_mean"),
        }
        assert self.lowered(lambda d: d["money"][0].update(subject="Acme Corp")) == {("money", "subject_mean")}

    def test_period(self):
        assert self.lowered(lambda d: d["money"][0].update(period="2011-Q4")) == {("money", "period_exact_mean")}
        assert self.lowered(lambda d: d["money"][0].update(period="2010")) == {
            ("money", "complete"),
            ("money", "period_mean"),
            ("money", "period_exact_mean"),
        }

    def test_period_of_an_interval_and_alt(self):
        assert s.same_period({"period": "P3M/2004-12-31"}, {"period": "2004-Q4"})
        assert not s.same_period({"period": "P3M/2004-12-31"}, {"period": "2003-Q4"})
        assert not s.same_period({"period": "PAST_REF"}, {"period": None})
        assert s.same_period({"period": "2011", "alt": ["PAST_REF"]}, {"period": "PAST_REF"}, exact=True)

    def test_value(self):
        assert self.lowered(lambda d: d["money"][0].update(high=6000000.0)) == {
            ("money", k) for k in ("value", "value_currency", "value_currency_comparator", "full", "complete")
        }
        assert self.lowered(lambda d: d["money"][0].update(low=5000000.0 + 1, high=5000000.0 + 1)) == set()

    def test_a_third(self):
        assert s.same_value({"low": 0.333333, "high": 0.333333}, {"value": 1 / 3})

    def test_shifted_span_still_overlaps(self):
        assert self.lowered(lambda d: d["money"][0].update(end=d["money"][0]["end"] - 3)) == set()

    def test_span_elsewhere(self):
        low = self.lowered(lambda d: d["money"][0].update(start=0, end=4))
        assert {layer for layer, _ in low} == {"money"}
        assert ("money", "span") in low

    def test_unit(self):
        assert self.lowered(lambda d: d["numbers"][0].update(unit="cats")) == {
            ("numbers", k) for k in ("value_unit", "value_unit_comparator", "full", "complete")
        }

    def test_units_that_are_the_same(self):
        for gold, pred in (
            ("percent", "%"),
            ("percent", "per cent"),
            ("percentage points", "pp"),
            ("jobs", "job"),
            ("network carriers", "carriers"),
            ("ratio", "ratio"),
        ):
            assert s.same_unit({"unit": gold}, {"unit": pred}), (gold, pred)
        for gold, pred in (
            ("percent", "percentage points"),
            ("percent", None),
            ("jobs", "percent"),
            ("ratio", "percent"),
        ):
            assert not s.same_unit({"unit": gold}, {"unit": pred}), (gold, pred)

    def test_unit_name(self):
        assert self.lowered(lambda d: d["numbers"][0].update(unit=None, unit_name="jobs")) == set()


class Dates(Base):
    def test_value_and_alt(self):
        assert self.lowered(lambda d: d["dates"][0].update(value="2012-10")) == set()
        assert self.lowered(lambda d: d["dates"][0].update(value="2012-11", alt=["2012-10-09"])) == {
            ("dates", k) for k in ("value", "both", "value_accuracy_mean")
        }

    def test_type(self):
        assert self.lowered(lambda d: d["dates"][0].update(type="TIME")) == {("dates", "type"), ("dates", "both")}

    def test_preposition(self):
        assert self.lowered(lambda d: d["dates"][0].update(start=at("on Tuesday")[0])) == set()

    def test_span(self):
        assert self.lowered(lambda d: d["dates"][0].update(end=d["dates"][0]["end"] - 1)) == {("dates", "strict")}


class CommandLine(unittest.TestCase):
    def run_main(self, pred, *options):
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for name, docs in (("g", small()), ("p", pred)):
                paths.append(str(pathlib.Path(folder, name)))
                pathlib.Path(paths[-1]).write_text(
                    "".join(json.dumps(d) + "\n" for d in docs.values()), encoding="utf-8"
                )
            out = io.StringIO()
            with redirect_stdout(out), redirect_stderr(io.StringIO()):
                return s.main([*paths, *options]), out.getvalue()

    def test_json(self):
        code, out = self.run_main(small(), "--json")
        assert (code, json.loads(out)["overall"]) == (0, 1.0)

    def test_paths_that_the_bars_read(self):
        tree = json.loads(self.run_main(small(), "--json")[1])
        for path in (
            "speakers.known.f1",
            "quoted.attributed.f1",
            "indirect.attributed.f1",
            "money.full.f1",
            "numbers.value_unit.f1",
            "dates.value.f1",
        ):
            node = tree
            for part in path.split("."):
                node = node[part]
            assert node == 1.0

    def test_layer_and_errors(self):
        code, out = self.run_main({}, "--layer", "quotes", "--errors", "2")
        assert (code, out.count("MISSED")) == (0, 2)
        assert "overall" not in out
        assert "money" not in out
        for layer in s.LAYERS:
            said = "ISSUER" if layer == "issuer" else "MISSED"
            assert said in self.run_main({}, "--layer", layer, "--errors", "9")[1]

    def test_unknown_id(self):
        assert self.run_main({"b": {"id": "b"}})[0] == 2
