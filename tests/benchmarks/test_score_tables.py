"""Self-tests of benchmarks/scorers/tables.py."""

import json
import unittest

from scorers import tables


def gold(**k):
    return {
        "row": "Net sales",
        "column": "Thirteen Weeks Ended November 2, 2024",
        "text": "293,618",
        "value": 293618000,
        "kind": "money",
        "currency": "USD",
        "unit": None,
        "per": None,
        "period": "2024-08-04/2024-11-02",
        "metric": "revenue",
        **k,
    }


def pred(**k):
    return {
        "row": "Net sales",
        "text": "$293,618",
        "value": 293618000.0,
        "currency": "USD",
        "per": None,
        "unit": None,
        "period": "2024-08-04/2024-11-02",
        "metric": "revenue",
        **k,
    }


def run(g, p, left_out=(), **k):
    return tables.score_document({"id": "x", "cells": g, "unannotated": list(left_out)}, p, **k)


class Cases(unittest.TestCase):
    def levels(self, g, p):
        return dict(run([g], [p])["counts"].items())

    def test_whole(self):
        self.assertEqual(self.levels(gold(), pred()), dict.fromkeys(tables.LEVELS, 1))

    def test_text_key(self):
        for a, b in (
            ("$(1,083)", "1083"),
            ("(1)%", "1"),
            ("- 7%", "7"),
            ("$ 0.89", "0.89"),
            ("~$1.70 billion", "1.70billion"),
            ("$4.75bn to $4.78 billion", "4.75billion-4.78billion"),
            ("—", ""),
            ("N/M", ""),
        ):
            self.assertEqual(tables.text_key(a), b, a)

    def test_scale_missed_is_found_only(self):
        self.assertEqual(self.levels(gold(), pred(value=293618)), {"found": 1})

    def test_sign_missed_is_found_only(self):
        self.assertEqual(self.levels(gold(text="(32)", value=-32e6), pred(text="32", value=32e6)), {"found": 1})

    def test_currency(self):
        got = self.levels(gold(), pred(currency="EUR"))
        self.assertNotIn("money", got)
        self.assertNotIn("complete", got)
        self.assertIn("labelled", got)

    def test_label(self):
        self.assertIn(
            "labelled",
            self.levels(gold(row="Research and development"), pred(row="Operating expenses: Research and development")),
        )
        self.assertNotIn("labelled", self.levels(gold(row="EARNINGS PER SHARE: Basic"), pred(row="Basic")))
        self.assertIn(
            "labelled", self.levels(gold(row="1996", row_also=["Dividend Interim"]), pred(row="Interim dividend"))
        )

    def test_period(self):
        self.assertTrue(tables.same_period("2024-11-02/2024-11-02", "2024-11-02"))
        self.assertTrue(tables.same_period(None, None))
        self.assertFalse(tables.same_period(None, "2024-11-02"))
        self.assertTrue(tables.same_period("2022-12-03/2023-03-03", "2022-12-04/2023-03-03"))
        self.assertFalse(tables.same_period("2022-12-03/2023-03-03", "2022-12-04/2023-03-03", 0))
        self.assertFalse(tables.same_period("2024-02-04/2024-11-02", "2024-08-04/2024-11-02"))
        self.assertFalse(tables.same_period("2024-11-02", "2024-08-04/2024-11-02"))
        self.assertFalse(tables.same_period("soon", "2024-11-02"))

    def test_period_also(self):
        self.assertIn("dated", self.levels(gold(period_also=[None]), pred(period=None)))

    def test_percent_needs_its_unit(self):
        g = gold(text="16%", value=16, kind="percent", currency=None, unit="percent")
        self.assertIn("complete", self.levels(g, pred(text="16", value=16, currency=None, unit="%")))
        self.assertNotIn("complete", self.levels(g, pred(text="16", value=16, currency=None, unit=None)))

    def test_equal_texts_go_to_the_best_then_to_the_order(self):
        g = [gold(row="Desktops", text="120", value=120), gold(row="Product", text="120", value=120)]
        d = run(g, [pred(row="Product", text="120", value=120), pred(row="Desktops", text="120", value=120)])
        self.assertEqual(sorted(p[:2] for p in d["pairs"]), [(0, 1), (1, 0)])
        d = run(g, [pred(row="", text="120", value=120), pred(row="", text="120", value=120)])
        self.assertEqual(sorted(p[:2] for p in d["pairs"]), [(0, 0), (1, 1)])
        self.assertEqual(len(run(g, [pred(row="Product", text="120", value=120)])["pairs"]), 1)

    def test_precision_leaves_out(self):
        left = [{"heading": "CONSOLIDATED BALANCE SHEETS", "figures": ["301,958", "(5)"]}]
        d = run(
            [gold()],
            [
                pred(),
                pred(text="301,958", value=301958000),
                pred(text="301,958", value=1),
                pred(text="—", value=0),
                pred(text="77", table="Consolidated Balance Sheets"),
            ],
            left,
        )
        self.assertEqual((d["pred"], d["ignored"], len(d["spurious"])), (2, 1, 1))

    def test_range(self):
        g = gold(text="10.85 to 11.15", value=10.85, high=11.15, per="share", kind="per_share")
        p = pred(text="$10.85 to $11.15", value=10.85, high=11.15, per="share")
        self.assertIn("complete", self.levels(g, p))
        self.assertNotIn("value", self.levels(g, {**p, "high": 12}))
        self.assertIn("value", self.levels(g, {**p, "high": None}))

    def test_per_share(self):
        g = gold(row="EARNINGS PER SHARE: Basic", text="0.89", value=0.89, per="share")
        p = pred(row="earnings per share basic", text="0.89", value=0.89)
        self.assertIn("complete", self.levels(g, p), "the label says per share")
        self.assertNotIn("complete", self.levels({**g, "row": "EPS - Diluted"}, {**p, "row": "EPS Diluted"}))
        self.assertIn(
            "complete", self.levels({**g, "row": "EPS - Diluted"}, {**p, "row": "EPS Diluted", "per": "share"})
        )

    def test_metric_aliases(self):
        self.assertEqual(run([gold(metric="operating income")], [pred(metric="operating profit")])["metric"], [1, 1])

    def test_document_without_figures(self):
        _docs, total = tables.score({"x": {"id": "x", "cells": []}}, {"x": [pred()]})
        self.assertEqual((total["gold"], total["pred"]), (0, 1))
        self.assertEqual(tables.prf(0, 1, 0), (0, 0, 0))


def test_command(tmp_path, capsys):
    (tmp_path / "x.json").write_text(json.dumps({"id": "x", "cells": [gold(), gold(text="5", value=5000)]}))
    (tmp_path / "p.jsonl").write_text(json.dumps({"id": "x", "cells": [pred()]}) + "\n")
    tables.main([str(tmp_path), str(tmp_path / "p.jsonl"), "--docs", "--errors", "2"])
    tables.main([str(tmp_path), str(tmp_path / "p.jsonl"), "--json"])
    out = capsys.readouterr().out
    assert "complete       1  100.0%   50.0%   66.7%" in out
    assert "missed" in out
    assert '"complete": [1.0, 0.5, 0.6667]' in out
