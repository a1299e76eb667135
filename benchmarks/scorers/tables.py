"""Scores figures read from tables: python -m scorers.tables GOLD_DIR PRED.jsonl [--docs] [--errors N] [--strict] [--json]

GOLD_DIR holds NAME.json beside NAME.html|.txt|.md. PRED.jsonl has one line a document:
{"id", "cells": [{"row", "column"?, "text", "value", "high"?, "currency", "per", "unit", "period", "metric", "table"?}]}.

A predicted cell is matched to a gold cell of the same document that prints the same digits (currency marks, commas, spaces, brackets and
the per cent mark aside), one to one: the pair that agrees most first, and of equal pairs the one whose order of occurrence is nearest.

found     matched                        labelled  value + the row's label (token F1 of 0.6 or more)
value     the scaled value is right      dated     value + the same days ("period_also" in the gold lists what else is right)
money     value + currency               complete  value + currency, or unit where there is none + per + label + period

Precision is over the predicted cells without those that hold no digit and those of the tables that the gold set leaves out
("unannotated": by the prediction's "table", or, where it matches nothing, by a figure that such a table prints).
"""

import argparse
import collections
import datetime
import itertools
import json
import pathlib
import re
import sys

LABEL_F1 = 0.6
START_SLACK = 7  # days: "three months ended March 3" began on the 3rd or the 4th of December, a fiscal month on no day that is printed
METRICS = {
    "operating profit": "operating income",
    "assets": "total assets",
    "cash": "cash and cash equivalents",
    "pre-tax profit": "income before taxes",
    "tax": "income tax expense",
    "net loss": "net income",
    "equity": "shareholders' equity",
    "sales": "revenue",
    "net sales": "revenue",
    "operating loss": "operating income",
    "liabilities": "total liabilities",
    "dividend per share": "dividend",
    "basic earnings per share": "earnings per share",
}
UNITS = {
    "%": "percent",
    "per cent": "percent",
    "pct": "percent",
    "share": "shares",
    "unit": "units",
    "carload": "carloads",
    "": None,
    "units": None,
}
LEVELS = ("found", "value", "money", "labelled", "dated", "complete")


def text_key(text):
    """the digits of a printed figure, with its words of scale: "$(1,083)" -> "1083", "$4.75 billion to $4.78 billion" -> "4.75billion-4.78billion" """
    t = str(text or "").lower().replace(",", "")
    parts = re.findall(r"(\d+(?:\.\d+)?|\.\d+)\s*(billion|million|thousand|bn|mn|m\b|k\b)?", t)
    names = {"bn": "billion", "mn": "million", "m": "million", "k": "thousand"}
    return "-".join(n + names.get(w, w) for n, w in parts)


def tokens(text):
    return re.findall(r"[a-z0-9]+", str(text or "").lower().replace("’", "'"))


def token_f1(a, b):
    a, b = collections.Counter(tokens(a)), collections.Counter(tokens(b))
    both = sum((a & b).values())
    return 2 * both / (sum(a.values()) + sum(b.values())) if both else 0.0


def same_number(a, b):
    try:
        a, b = float(a), float(b)
    except (TypeError, ValueError):
        return False
    return abs(a - b) <= 1e-6 * max(1e-3, abs(b))


def days(period):
    if not period:
        return None
    ends = [datetime.date.fromisoformat(x) for x in str(period).split("/")]
    return ends[0], ends[-1]


def same_period(pred, gold, slack=START_SLACK):
    try:
        p, g = days(pred), days(gold)
    except ValueError:
        return False
    if p is None or g is None:
        return p is g
    if p == g:
        return True
    return p[1] == g[1] and p[0] != p[1] and g[0] != g[1] and abs((p[0] - g[0]).days) <= slack


def unit_of(unit):
    u = str(unit).lower() if unit is not None else None
    return UNITS.get(u, u)


def metric_of(metric):
    m = str(metric).lower() if metric else None
    return METRICS.get(m, m)


def agreement(pred, gold, slack=START_SLACK):
    """what of LEVELS the pair reaches, as a set (found is given), and the reasons for what it does not"""
    got = {"found"}
    value = same_number(pred.get("value"), gold["value"]) and (
        "high" not in gold or pred.get("high") is None or same_number(pred["high"], gold["high"])
    )
    currency = (pred.get("currency") or None) == gold["currency"]
    unit = gold["currency"] is not None or unit_of(pred.get("unit")) == unit_of(gold["unit"])
    per = (pred.get("per") or None) == gold["per"] or gold["per"] in tokens(pred.get("row"))
    label = max(token_f1(pred.get("row"), r) for r in [gold["row"], *gold.get("row_also", [])]) >= LABEL_F1
    period = any(same_period(pred.get("period"), g, slack) for g in [gold["period"], *gold.get("period_also", [])])
    if value:
        got.add("value")
        if currency:
            got.add("money")
        if label:
            got.add("labelled")
        if period:
            got.add("dated")
        if currency and unit and per and label and period:
            got.add("complete")
    why = [
        n
        for n, ok in (
            ("value", value),
            ("currency", currency),
            ("unit", unit),
            ("per", per),
            ("label", label),
            ("period", period),
        )
        if not ok
    ]
    return got, why


def match(gold_cells, pred_cells, slack=START_SLACK):
    """[(gold index, pred index, levels, why)], one to one"""
    by_key = collections.defaultdict(lambda: ([], []))
    for i, c in enumerate(gold_cells):
        by_key[text_key(c["text"])][0].append(i)
    for j, c in enumerate(pred_cells):
        by_key[text_key(c.get("text"))][1].append(j)
    out = []
    for key, (gs, ps) in by_key.items():
        if not key or not gs or not ps:
            continue
        pairs = []
        for a, i in enumerate(gs):
            for b, j in enumerate(ps):
                got, why = agreement(pred_cells[j], gold_cells[i], slack)
                close = token_f1(pred_cells[j].get("row"), gold_cells[i]["row"]) + token_f1(
                    pred_cells[j].get("column"), gold_cells[i]["column"]
                )
                pairs.append((-len(got), len(why), -round(close, 3), abs(a - b), i, j, got, why))
        pairs.sort(key=lambda p: p[:6])
        used_g, used_p = set(), set()
        for *_, i, j, got, why in pairs:
            if i in used_g or j in used_p:
                continue
            used_g.add(i)
            used_p.add(j)
            out.append((i, j, got, why))
    return out


def score_document(gold, pred_cells, slack=START_SLACK):
    left_out = gold.get("unannotated", [])
    names = [u["heading"] for u in left_out]
    preds = [
        c for c in pred_cells if text_key(c.get("text")) and not any(token_f1(c.get("table"), n) >= 0.8 for n in names)
    ]
    pairs = match(gold["cells"], preds, slack)
    matched = {j for _, j, _, _ in pairs}
    ignorable = collections.Counter(text_key(f) for u in left_out for f in u.get("figures", []))
    spurious, ignored = [], 0
    for j, c in enumerate(preds):
        if j in matched:
            continue
        k = text_key(c.get("text"))
        if ignorable[k] > 0:
            ignorable[k] -= 1
            ignored += 1
        else:
            spurious.append(c)
    counts = collections.Counter()
    metric = [0, 0]
    for i, j, got, _ in pairs:
        counts.update(got)
        if gold["cells"][i].get("metric") and "value" in got:
            metric[1] += 1
            metric[0] += metric_of(preds[j].get("metric")) == metric_of(gold["cells"][i]["metric"])
    return {
        "gold": len(gold["cells"]),
        "pred": len(preds) - ignored,
        "ignored": ignored,
        "counts": counts,
        "pairs": pairs,
        "preds": preds,
        "spurious": spurious,
        "metric": metric,
    }


def prf(n, pred, gold):
    p, r = (n / pred if pred else 0.0), (n / gold if gold else 0.0)
    return p, r, (2 * p * r / (p + r) if p + r else 0.0)


def load_gold(folder):
    return {
        g["id"]: g
        for g in (json.loads(p.read_text(encoding="utf8")) for p in sorted(pathlib.Path(folder).glob("*.json")))
        if "cells" in g
    }


def score(gold, preds, slack=START_SLACK):
    docs = {i: score_document(g, preds.get(i, []), slack) for i, g in gold.items()}
    total = {
        "gold": sum(d["gold"] for d in docs.values()),
        "pred": sum(d["pred"] for d in docs.values()),
        "ignored": sum(d["ignored"] for d in docs.values()),
        "counts": sum((d["counts"] for d in docs.values()), collections.Counter()),
        "metric": [sum(d["metric"][k] for d in docs.values()) for k in (0, 1)],
    }
    return docs, total


def read_predictions(path):
    preds = collections.defaultdict(list)
    for line in pathlib.Path(path).read_text(encoding="utf8").splitlines():
        if line.strip():
            d = json.loads(line)
            preds[d["id"]] += d["cells"]
    return preds


def figures(docs, total):
    """{level: (P, R, F1)} and the mean F1 of `complete` over documents"""
    rows = {n: prf(total["counts"][n], total["pred"], total["gold"]) for n in LEVELS}
    with_gold = [d for d in docs.values() if d["gold"]]
    return rows, sum(prf(d["counts"]["complete"], d["pred"], d["gold"])[2] for d in with_gold) / max(1, len(with_gold))


def table(docs, total):
    rows, macro = figures(docs, total)
    yield f"{len(docs)} documents, {total['gold']} gold cells, {total['pred']} predicted ({total['ignored']} more of tables that are left out)"
    yield f"{'':10s} {'n':>5s} {'P':>7s} {'R':>7s} {'F1':>7s}"
    for n in LEVELS:
        yield f"{n:10s} {total['counts'][n]:5d} " + " ".join(f"{100 * x:6.1f}%" for x in rows[n])
    right, known = total["metric"]
    yield f"complete, mean F1 of documents {100 * macro:.1f}%; metric right in {right} of {known} figures of right value"


def by_document(docs):
    yield f"\n{'document':24s} {'gold':>5s} {'pred':>5s} " + " ".join(f"{n:>9s}" for n in LEVELS)
    for i, d in docs.items():
        yield f"{i:24s} {d['gold']:5d} {d['pred']:5d} " + " ".join(f"{d['counts'][n]:9d}" for n in LEVELS)


def shown(cell):
    unit = cell.get("currency") or cell.get("unit") or ""
    row = str(cell.get("row"))[:60]
    return f"{cell.get('text')} = {cell.get('value')} {unit} {cell.get('per') or ''} {cell.get('period')} | {row}"


def errors(docs, gold, most):
    """missed, wrong and spurious figures, so many of each a document"""
    for i, d in docs.items():
        cells, hit = gold[i]["cells"], {g for g, *_ in d["pairs"]}
        missed = [c for k, c in enumerate(cells) if k not in hit]
        wrong = [(cells[g], d["preds"][p], why) for g, p, got, why in sorted(d["pairs"]) if "complete" not in got]
        yield f"\n== {i}: {len(missed)} missed, {len(wrong)} incomplete, {len(d['spurious'])} spurious"
        for c in missed[:most]:
            yield f"  missed    {c['text']:>12s}  {c['row'][:50]} | {c['column'][:50]}"
        for c, p, why in wrong[:most]:
            yield f"  {', '.join(why)}\n      gold {shown(c)}\n      pred {shown(p)}"
        for c in d["spurious"][:most]:
            yield f"  spurious  {shown(c)}"


def main(argv=None):
    a = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    a.add_argument("gold")
    a.add_argument("pred")
    a.add_argument("--docs", action="store_true", help="a line a document")
    a.add_argument("--errors", type=int, default=0, metavar="N", help="show N of each: missed, wrong, spurious")
    a.add_argument("--strict", action="store_true", help="the first day of a period must be the very same")
    a.add_argument("--json", action="store_true")
    o = a.parse_args(argv)
    gold, preds = load_gold(o.gold), read_predictions(o.pred)
    if unknown := sorted(set(preds) - set(gold)):
        print(f"scorers.tables: not in the gold set: {', '.join(unknown)}", file=sys.stderr)
    docs, total = score(gold, preds, 0 if o.strict else START_SLACK)
    rows, macro = figures(docs, total)
    if o.json:
        print(
            json.dumps({**{n: [round(x, 4) for x in v] for n, v in rows.items()}, "macro_complete_f1": round(macro, 4)})
        )
        return 0
    parts = (table(docs, total), by_document(docs) if o.docs else (), errors(docs, gold, o.errors) if o.errors else ())
    print("\n".join(itertools.chain(*parts)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
