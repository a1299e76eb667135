#!/usr/bin/env python3
"""Score predicted temporal expressions against gold, as TempEval-3 task A does.

    python -m scorers.dates GOLD PRED [--json] [--types DATE,TIME,DURATION,SET] [--errors N]

Standard library only.  GOLD and PRED are JSONL, one document per line:

    {"id": ..., "dates": [{"start": 3, "end": 9, "type": "DATE", "value": "2013-03-22"}, ...]}

`start`/`end` are code-point offsets, end exclusive.  GOLD may carry `values`
(a list) beside `value`: any of them counts as the right value (used by the
Recognizers-Text set, where one expression has several resolutions).  A GOLD
document missing from PRED counts as predicted empty; a PRED id that GOLD does
not know is an error (exit 2), so is a duplicate id.

Measures (micro-averaged over the whole set)

    strict    a prediction is right when start and end both equal a gold span
    relaxed   a prediction is right when it overlaps a gold span by >= 1 character
    type      relaxed, and the types are equal
    value     relaxed, and the values are equal strings (upper-cased, spaces
              removed) -- TempEval-3's headline number, "value F1"
    both      relaxed, and type and value are both right

Each gold span is matched with at most one prediction and the reverse.  Pairs
are taken greedily: exact spans first, then the largest overlap, then the
leftmost.  P = right / predicted, R = right / gold, F1 = 2PR/(P+R).  TempEval-3
computes attribute F1 as relaxed F1 x accuracy over the matched pairs, which is
the same number.  An empty set on both sides scores 1; nothing predicted
against something scores P = R = F1 = 0.

--types keeps only those types on both sides before matching.  A prediction of a
kept type that covers a gold span of a dropped type is then a false positive.

Also reported: value accuracy over the relaxed matches, and a count by gold type
of gold spans, relaxed matches and value matches (a recall table).
"""

import argparse
import json
import sys

TYPES = ("DATE", "TIME", "DURATION", "SET")


def load(path):
    docs = {}
    with open(path, encoding="utf-8") as fh:
        for number, line in enumerate(fh, 1):
            if not line.strip():
                continue
            doc = json.loads(line)
            if doc["id"] in docs:
                raise ValueError(f"{path}:{number}: duplicate id {doc['id']!r}")
            docs[doc["id"]] = doc
    return docs


def norm(value):
    return "".join(str(value).split()).upper() if value is not None else None


def match(gold, pred):
    """Greedy one-to-one pairs (gold index, pred index) of overlapping spans."""
    pairs = []
    for gi, g in enumerate(gold):
        for pi, p in enumerate(pred):
            overlap = min(g["end"], p["end"]) - max(g["start"], p["start"])
            if overlap > 0:
                exact = g["start"] == p["start"] and g["end"] == p["end"]
                pairs.append((not exact, -overlap, g["start"], p["start"], gi, pi))
    pairs.sort()
    used_gold, used_pred, out = set(), set(), []
    for _, _, _, _, gi, pi in pairs:
        if gi not in used_gold and pi not in used_pred:
            used_gold.add(gi)
            used_pred.add(pi)
            out.append((gi, pi))
    return out


def prf(right, predicted, gold):
    if predicted == 0 and gold == 0:
        return {"p": 1.0, "r": 1.0, "f1": 1.0, "right": 0}
    p = right / predicted if predicted else 0.0
    r = right / gold if gold else 0.0
    f = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": p, "r": r, "f1": f, "right": right}


def score(gold_docs, pred_docs, types=None, errors=None):
    unknown = sorted(set(pred_docs) - set(gold_docs))
    if unknown:
        raise ValueError(f"{len(unknown)} predicted ids not in gold, e.g. {unknown[0]!r}")
    n_gold = n_pred = 0
    right = dict.fromkeys(("strict", "relaxed", "type", "value", "both"), 0)
    by_type = {t: {"gold": 0, "relaxed": 0, "value": 0} for t in TYPES}
    for doc_id, doc in gold_docs.items():
        gold = [d for d in doc["dates"] if types is None or d["type"] in types]
        pred = [d for d in pred_docs.get(doc_id, {"dates": []})["dates"] if types is None or d.get("type") in types]
        n_gold += len(gold)
        n_pred += len(pred)
        for g in gold:
            by_type.setdefault(g["type"], {"gold": 0, "relaxed": 0, "value": 0})["gold"] += 1
        pairs = match(gold, pred)
        for gi, pi in pairs:
            g, p = gold[gi], pred[pi]
            accepted = {norm(v) for v in [g.get("value"), *g.get("values", [])] if v is not None}
            same_type = g["type"] == p.get("type")
            same_value = norm(p.get("value")) in accepted
            right["relaxed"] += 1
            right["strict"] += (g["start"], g["end"]) == (p["start"], p["end"])
            right["type"] += same_type
            right["value"] += same_value
            right["both"] += same_type and same_value
            by_type[g["type"]]["relaxed"] += 1
            by_type[g["type"]]["value"] += same_value
            if errors is not None and not same_value:
                errors.append(("VALUE", doc_id, g.get("text"), g.get("value"), p.get("value")))
        if errors is not None:
            hit_g, hit_p = {a for a, _ in pairs}, {b for _, b in pairs}
            text = doc.get("text", "")
            errors.extend(
                ("MISSED", doc_id, g.get("text"), g.get("value"), None) for i, g in enumerate(gold) if i not in hit_g
            )
            errors.extend(
                ("SPURIOUS", doc_id, text[p["start"] : p["end"]], None, p.get("value"))
                for i, p in enumerate(pred)
                if i not in hit_p
            )
    out = {"docs": len(gold_docs), "gold": n_gold, "pred": n_pred}
    for name, count in right.items():
        out[name] = prf(count, n_pred, n_gold)
    out["value_accuracy"] = right["value"] / right["relaxed"] if right["relaxed"] else 0.0
    out["by_type"] = {t: c for t, c in by_type.items() if c["gold"]}
    return out


def main(argv=None):
    ap = argparse.ArgumentParser(description="TempEval-3 style scores for temporal expressions.")
    ap.add_argument("gold")
    ap.add_argument("pred")
    ap.add_argument("--json", action="store_true", help="print one JSON object")
    ap.add_argument("--types", help="comma-separated subset of DATE,TIME,DURATION,SET")
    ap.add_argument("--errors", type=int, default=0, metavar="N", help="list up to N errors")
    args = ap.parse_args(argv)
    types = None
    if args.types:
        types = set(args.types.upper().split(","))
        if types - set(TYPES):
            ap.error(f"unknown types: {sorted(types - set(TYPES))}")
    errors = [] if args.errors else None
    try:
        result = score(load(args.gold), load(args.pred), types, errors)
    except (ValueError, KeyError, OSError) as exc:
        print(f"scorers.dates: {exc}", file=sys.stderr)
        return 2
    if args.json:
        print(json.dumps(result))
        return 0
    print(f"docs {result['docs']}  gold {result['gold']}  predicted {result['pred']}")
    print(f"{'':10}{'P':>8}{'R':>8}{'F1':>8}{'right':>8}")
    for name in ("strict", "relaxed", "type", "value", "both"):
        m = result[name]
        print(f"{name:10}{m['p']:8.4f}{m['r']:8.4f}{m['f1']:8.4f}{m['right']:8d}")
    print(f"value accuracy over relaxed matches {result['value_accuracy']:.4f}")
    for t, c in result["by_type"].items():
        print(f"  {t:9} gold {c['gold']:5d}  relaxed {c['relaxed']:5d}  value {c['value']:5d}")
    for row in (errors or [])[: args.errors]:
        print("\t".join(str(x) for x in row))
    return 0


if __name__ == "__main__":
    sys.exit(main())
