"""Self-tests of benchmarks/scorers/dates.py."""

import contextlib
import io
import json
import os
import tempfile
import unittest

from gold import default_folder
from scorers import dates as sd

GOLD = default_folder()
FILES = sorted(GOLD.glob("dates/*.jsonl")) if GOLD else []


def d(start, end, type="DATE", value="2013", **more):
    return {"start": start, "end": end, "type": type, "value": value, **more}


def docs(**by_id):
    return {k: {"id": k, "dates": v} for k, v in by_id.items()}


class ScoreDates(unittest.TestCase):
    def test_gold_against_itself_is_one(self):
        for path in FILES:
            gold = sd.load(path)
            result = sd.score(gold, gold)
            for name in ("strict", "relaxed", "type"):
                assert result[name]["f1"] == 1.0, (path, name)
            if any("values" in x for doc in gold.values() for x in doc["dates"]):
                continue  # some Recognizers cases carry no timex
            assert result["value"]["f1"] == 1.0, path
            assert result["both"]["f1"] == 1.0, path

    def test_offsets_in_data_files_are_exact(self):
        for path in FILES:
            for doc in sd.load(path).values():
                for x in doc["dates"]:
                    assert doc["text"][x["start"] : x["end"]] == x["text"]

    def test_empty_prediction_is_zero(self):
        gold = docs(a=[d(0, 4)])
        for pred in ({}, docs(a=[])):
            result = sd.score(gold, pred)
            for name in ("strict", "relaxed", "type", "value", "both"):
                assert result[name]["f1"] == 0.0

    def test_empty_on_both_sides_is_one(self):
        assert sd.score(docs(a=[]), docs(a=[]))["value"]["f1"] == 1.0

    def test_relaxed_but_not_strict(self):
        r = sd.score(docs(a=[d(0, 10)]), docs(a=[d(4, 10)]))
        assert (r["strict"]["f1"], r["relaxed"]["f1"], r["value"]["f1"]) == (0.0, 1.0, 1.0)

    def test_touching_spans_do_not_overlap(self):
        assert sd.score(docs(a=[d(0, 4)]), docs(a=[d(4, 8)]))["relaxed"]["f1"] == 0.0

    def test_type_and_value_are_independent(self):
        r = sd.score(docs(a=[d(0, 4)]), docs(a=[d(0, 4, "DURATION", "2013")]))
        assert (r["type"]["f1"], r["value"]["f1"], r["both"]["f1"]) == (0.0, 1.0, 0.0)
        r = sd.score(docs(a=[d(0, 4)]), docs(a=[d(0, 4, "DATE", "2012")]))
        assert (r["type"]["f1"], r["value"]["f1"], r["both"]["f1"]) == (1.0, 0.0, 0.0)

    def test_one_prediction_matches_one_gold(self):
        # "2009-2010" as one span against two gold years
        r = sd.score(docs(a=[d(0, 4), d(5, 9)]), docs(a=[d(0, 9)]))
        assert r["relaxed"]["right"] == 1
        self.assertAlmostEqual(r["relaxed"]["f1"], 2 / 3)

    def test_exact_span_wins_over_larger_overlap(self):
        gold = docs(a=[d(0, 4, value="x")])
        r = sd.score(gold, docs(a=[d(0, 20, value="y"), d(0, 4, value="x")]))
        assert r["value"]["right"] == 1
        assert r["strict"]["right"] == 1

    def test_values_alternatives(self):
        gold = docs(a=[d(0, 4, value="XXXX-WXX-1", values=["2012-10-08", "2012-10-15"])])
        assert sd.score(gold, docs(a=[d(0, 4, value="2012-10-15")]))["value"]["f1"] == 1.0
        assert sd.score(gold, docs(a=[d(0, 4, value="2012-10-16")]))["value"]["f1"] == 0.0

    def test_missing_value_is_never_right(self):
        r = sd.score(docs(a=[d(0, 4, value=None)]), docs(a=[d(0, 4, value=None)]))
        assert r["value"]["f1"] == 0.0

    def test_types_filter(self):
        gold = docs(a=[d(0, 4), d(10, 14, "SET", "P1D")])
        pred = docs(a=[d(0, 4)])
        self.assertAlmostEqual(sd.score(gold, pred)["relaxed"]["f1"], 2 / 3)
        assert sd.score(gold, pred, {"DATE"})["relaxed"]["f1"] == 1.0

    def test_hand_counted_mix(self):
        gold = docs(a=[d(0, 4, value="2010"), d(10, 14, value="2011"), d(20, 24, value="2012")], b=[d(0, 3)])
        pred = docs(a=[d(0, 4, value="2010"), d(9, 14, value="1999"), d(40, 44, value="2012")])
        r = sd.score(gold, pred)
        assert (r["gold"], r["pred"]) == (4, 3)
        assert r["relaxed"]["right"] == 2
        self.assertAlmostEqual(r["relaxed"]["p"], 2 / 3)
        self.assertAlmostEqual(r["relaxed"]["r"], 2 / 4)
        self.assertAlmostEqual(r["value"]["f1"], 2 * (1 / 3) * (1 / 4) / (1 / 3 + 1 / 4))
        # TempEval-3's own formula: attribute F1 = relaxed F1 x attribute accuracy
        self.assertAlmostEqual(r["value"]["f1"], r["relaxed"]["f1"] * r["value_accuracy"])

    def test_command_line(self):
        with tempfile.TemporaryDirectory() as tmp:
            gold, pred, bad = (os.path.join(tmp, n) for n in ("g", "p", "b"))
            for path, doc in (
                (gold, {"id": "a", "dates": [d(0, 4)]}),
                (pred, {"id": "a", "dates": [d(0, 4)]}),
                (bad, {"id": "zz", "dates": []}),
            ):
                with open(path, "w") as fh:
                    fh.write(json.dumps(doc) + "\n")
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                assert sd.main([gold, pred, "--json"]) == 0
            assert json.loads(out.getvalue())["value"]["f1"] == 1.0
            with contextlib.redirect_stderr(io.StringIO()):
                assert sd.main([gold, bad]) == 2
            with contextlib.redirect_stdout(io.StringIO()) as text:
                assert sd.main([gold, pred, "--types", "date"]) == 0
            assert "strict" in text.getvalue()
