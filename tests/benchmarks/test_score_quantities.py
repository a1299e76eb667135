"""Self-tests of benchmarks/scorers/quantities.py."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

from gold import ROOT, default_folder
from scorers import quantities as sq

GOLD = default_folder()


def g(value, unit="-", norm=None, currency=None, comparator="=", direction=None, **kw):
    return dict(
        value=value,
        unit=unit,
        normalized_unit=norm or unit,
        currency=currency,
        comparator=comparator,
        change_direction=direction,
        **kw,
    )


def one(golds, preds, **kw):
    return sq.score([{"id": "a", "text": "", "quantities": golds}], [{"id": "a", "quantities": preds}], **kw)


class GoldFiles(unittest.TestCase):
    def files(self):
        found = sorted(GOLD.glob("quantities/*_dev.jsonl")) if GOLD else self.skipTest("no gold folder")
        assert found
        return found

    def test_gold_against_itself_is_perfect(self):
        for path in self.files():
            rows = sq.read_jsonl(path)
            for metric, r in sq.score(rows, rows).items():
                assert (r["P"], r["R"], r["F1"]) == (1.0, 1.0, 1.0), (path, metric, r)

    def test_empty_prediction_is_zero(self):
        for path in self.files():
            for metric, r in sq.score(sq.read_jsonl(path), []).items():
                assert (r["R"], r["F1"], r["pred"]) == (0.0, 0.0, 0), (path, metric)

    def test_gold_surface_agrees_with_offsets(self):
        for path in self.files():
            for row in sq.read_jsonl(path):
                for q in row["quantities"]:
                    if q.get("start") is not None:
                        assert row["text"][q["start"] : q["end"]] == q["surface"]


class Values(unittest.TestCase):
    def test_range_only_matches_range(self):
        assert one([g([5, 7])], [{"value": 5}])["value"]["F1"] == 0
        assert one([g([5, 7])], [{"low": 5, "high": 7}])["value"]["F1"] == 1
        assert one([g([7, 5])], [{"value": [5, 7]}])["value"]["F1"] == 1

    def test_tolerance(self):
        assert one([g(1000000000.0)], [{"value": 1000000000.0 + 1}])["value"]["F1"] == 1
        assert one([g(100)], [{"value": 101}])["value"]["F1"] == 0

    def test_each_side_used_once(self):
        r = one([g(5)], [{"value": 5}, {"value": 5}])["value"]
        assert (r["tp"], r["pred"]) == (1, 2)

    def test_best_partner_first(self):
        r = one(
            [g(5, "kg", "kilogram"), g(5, "%", "percentage")], [{"value": 5, "unit": "%"}, {"value": 5, "unit": "kg"}]
        )
        assert r["value+unit"]["F1"] == 1


class Units(unittest.TestCase):
    def same(self, a, b):
        assert sq.norm_unit(a) == sq.norm_unit(b), (a, b)

    def test_synonyms(self):
        for a, b in (
            ("%", "per cent"),
            ("percentage", "percent"),
            ("US$", "dollars"),
            ("$ per barrel", "US$/barrel"),
            ("dollars a share", "dollar per share"),
            ("miles per hour", "mph"),
            ("meters", "metre"),
            ("square feet", "sq ft"),
            ("years old", "year of age"),
            ("\u00a3 a-year", "pound sterling per year"),
            ("\u20ac", "Euro"),
            ("companies", "company"),
            ("degrees Celsius", "\u00b0C"),
            ("million", "-"),
            ("", "-"),
        ):
            self.same(a, b)
        assert sq.norm_unit("percentage point") != sq.norm_unit("percent")
        assert sq.norm_unit("A$") != sq.norm_unit("$")

    def test_noun_suffix(self):
        assert sq.units_match(g(1, "heart transplants", "heart transplant"), {"unit": "transplants"})
        assert not sq.units_match(g(1, "heart transplants", "heart transplant"), {"unit": "-"})

    def test_known_units_never_match_by_suffix(self):
        for a, b in (
            ("percentage point", "%"),
            ("square metre", "m"),
            ("basis point", "points"),
            ("A$", "$"),
            ("ton", "metric ton"),
        ):
            assert not sq.units_match(g(1, a), {"unit": b}), (a, b)

    def test_age_and_share(self):
        assert sq.units_match(g(35, "year-old", "year of age"), {"unit": "years"})
        assert sq.units_match(g(0.25, "% separate mission concepts", "% separate mission concept"), {"unit": "-"})

    def test_currency_code_stands_for_unit(self):
        assert sq.units_match(g(1, "$", "dollar", "USD"), {"unit": None, "currency": "USD"})
        assert not sq.units_match(g(1, "$ per barrel", "dollar per barrel", "USD"), {"unit": None, "currency": "USD"})


class Labels(unittest.TestCase):
    def test_comparators(self):
        gold = [g(5, comparator=">")]
        assert one(gold, [{"value": 5, "comparator": ">="}])["value+unit+comp"]["F1"] == 1
        assert one(gold, [{"value": 5, "comparator": ">="}], strict_comparators=True)["value+unit+comp"]["F1"] == 0
        assert one(gold, [{"value": 5}])["value+unit+comp"]["F1"] == 0

    def test_change_direction(self):
        gold = [g(5, "%", "percentage", direction="up")]
        assert one(gold, [{"value": 5, "unit": "%", "change_direction": "up"}])["value+change"]["F1"] == 1
        assert one(gold, [{"value": 5, "unit": "%"}])["value+change"]["F1"] == 0
        assert one(gold, [{"value": 5, "unit": "%"}])["value+unit+comp"]["F1"] == 1


class Money(unittest.TestCase):
    def test_iso_and_family(self):
        gold = [g(5, "$A", "australian dollar", "AUD", currency_explicit=True)]
        r = one(gold, [{"value": 5, "unit": "$", "currency": "USD"}])
        assert (r["money"]["F1"], r["money_family"]["F1"]) == (0, 1)

    def test_plain_numbers_do_not_count_as_money(self):
        r = one([g(5, "$", "dollar", "USD"), g(7)], [{"value": 5, "currency": "USD"}, {"value": 7}])
        assert r["money"]["P"] == 1

    def test_cents(self):
        gold = [g(63, "cents per share", "cent per share"), g(1, "$", "dollar", "USD")]
        r = one(gold, [{"value": 0.63, "unit": "USD per share", "currency": "USD"}, {"value": 1, "currency": "USD"}])
        assert (r["value"]["F1"], r["money"]["P"]) == (1, 1)


class OnlyUnit(unittest.TestCase):
    def test_only_unit_drops_the_rest_on_both_sides(self):
        r = one(
            [g(5, "%", "percentage"), g(7)],
            [{"value": 5, "unit": "per cent"}, {"value": 9, "unit": "km"}],
            only_unit="percent",
        )
        assert (r["value"]["gold"], r["value"]["pred"], r["value"]["F1"]) == (1, 1, 1)


class Cli(unittest.TestCase):
    def test_json(self):
        with tempfile.TemporaryDirectory() as d:
            gp, pp = os.path.join(d, "g"), os.path.join(d, "p")
            with open(gp, "w") as fh:
                fh.write(json.dumps({"id": "a", "text": "x", "quantities": [g(5)]}) + "\n")
            with open(pp, "w") as fh:
                fh.write(json.dumps({"id": "a", "quantities": [{"value": 5}]}) + "\n")
            out = subprocess.check_output(
                [sys.executable, "-m", "scorers.quantities", gp, pp, "--json"], cwd=ROOT / "benchmarks"
            )
            assert json.loads(out)["value"]["F1"] == 1.0
