#!/usr/bin/env python3
"""Score all five record kinds against the hand-annotated statements.  Standard library (and the sibling scorers) only.

    python -m scorers.statements GOLD.jsonl PRED.jsonl [--json] [--errors N] [--layer speakers|quotes|money|numbers|dates|issuer]

GOLD and PRED use the schema of statements/GUIDELINES.md (PRED: what predict.py writes): per line "id", "speakers", "quotes",
"money", "numbers", "dates"; other keys are ignored, a missing list is an empty one.  A GOLD document missing from PRED counts as
predicted empty; a PRED id that GOLD does not know, or a duplicate id, is an error (exit 2).  Everything is micro-averaged over the
documents; matching is one to one and greedy, best first.  P = right / predicted, R = right / gold; nothing on both sides scores 1.
"Of matched" figures are means over matched pairs (0 when gold has records and none was matched).  --layer keeps one layer's rows
and errors.  In --json a figure is LAYER.FIGURE.{p,r,f1,right,pred,gold} or LAYER.FIGURE_mean.

speakers   only those with >= 1 quote in their own side's quotes ("speakers"); "speakers_all" has everybody listed.
           Names compare in lower case without titles, articles and possessives.  Two speakers match when the names are equal,
           else when a name or alias of one is a name or alias of the other, else when both are persons of the same last name.
           matched; known (headline) = name equal in full, role and affiliation right; role_affiliation = these two right.
           Of matched: name; role: token-set F1 >= 0.6, or both empty; affiliation: equal, one's words hold the other's, both
           empty, or two names of one speaker of either side ("BA", "British Airways"); kind.
quotes     a quote is the set of word positions inside its spans (marks and punctuation ignored); pairs by Jaccard.
           strict >= 0.8, lenient >= 0.5, attributed (headline) = lenient and the speaker right: the matched one (or a second,
           unmatched record of the same name); null only equals null.  words = word positions of all quotes together.
           quoted = direct and partial (any kind but indirect), indirect, and all = both, matched whatever the kind.
           Of matched: kind.  FAIR TO SPLIT QUOTES: before matching, neighbouring records of one speaker and one class (quoted or
           indirect) are joined, on both sides alike, when one ends and the next begins in the same sentence.  So
           "We did it," he said, "and won." is right as one record of two spans or as two records.  A quote continued in the
           next sentence is one record in gold and is not joined.  A joined record has the kind of its longest part.
           scare_quotes = predicted quoted records, unjoined, that share no word with any gold quote.
money      pairs by overlapping span (as score_dates.match).  value = low and high right (1e-6 relative, or 5e-7 absolute, as gold
           rounds 1/3); value_currency; value_currency_comparator; full (headline) = these and `what` token F1 >= 0.5.
           Of matched: comparator; what, subject = mean token F1 (lower case, stop words dropped) where gold has one;
           period, where gold has one: equal (gold `alt` allowed), one a prefix of the other, or of the same years;
           period_exact: equal.  complete = full, and, where gold has them, subject token F1 >= 0.5 (or two names of one speaker
           of either side) and the period right: a record that can be used as it is.
numbers    the same with units: value_unit (headline), full = + comparator, complete = full + subject.  Units are right when scorers.quantities.norm_unit makes
           them equal (%, per cent, percent; pp, percentage points) or their token F1 >= 0.5; percent, percentage points,
           basis points and ratio need to be equal.  `unit_name` of a prediction is tried after `unit`.
issuer     one a document: right when the names are equal, one's words hold the other's, or both name one speaker of either side.
dates      score_dates.score: strict, relaxed, type, value (headline), both; gold `alt` allowed; a leading article or preposition
           is taken off both sides.
overall    mean F1 of the six headlines: speakers known, quoted attributed, indirect attributed, money full, numbers
           value_unit, dates value.
"""

import argparse
import bisect
import json
import math
import re
import sys

from scorers import dates as score_dates
from scorers.dates import load, match, prf
from scorers.quantities import norm_unit

LAYERS = ("speakers", "quotes", "money", "numbers", "dates", "issuer")
HEADLINES = (
    ("speakers", "known"),
    ("quoted", "attributed"),
    ("indirect", "attributed"),
    ("money", "full"),
    ("numbers", "value_unit"),
    ("dates", "value"),
)
TITLES = set("mr mrs ms miss dr sir lord lady dame professor prof hon the a an".split())
STOP = set("the a an of in on for to its their his her and at by from with per as".split())
EXACT_UNITS = {"percentage", "percentage point", "basis point", "ratio"}
COMPARATORS = {"≥": ">=", "≤": "<=", "≈": "~", "==": "=", None: "=", "": "="}
WORD = re.compile(r"\w+(?:['’]\w+)*")
POSSESSIVE = re.compile(r"['’]s?(?!\w)")
DATE_LEAD = re.compile(r"(?:(?:the|a|an|in|on|by|of|for|since|until|from|at)\s+)+(?=\S)", re.I)
SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n\s*\n")
ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Inc|Corp|Ltd|Co|No|vs|Jr|Sr|Gen|Sen|Rep|Gov|[Aap]\.m|(?:[A-Z]\.)*[A-Z])$"
)


# ---------------------------------------------------------------- counting
class Tally:
    """Right / predicted / gold counts and means of one layer."""

    def __init__(self, figures, means=()):
        self.pred = self.gold = 0
        self.right = dict.fromkeys(figures, 0)
        self.means = {name: [] for name in means}

    def count(self, pred, gold, **right):
        self.pred += pred
        self.gold += gold
        for name, n in right.items():
            self.right[name] += n

    def mean(self, name, value):
        self.means[name].append(float(value))

    def result(self):
        out = {
            name: {**prf(n, self.pred, self.gold), "pred": self.pred, "gold": self.gold}
            for name, n in self.right.items()
        }
        nothing = float(not self.gold and not self.pred)
        for name, values in self.means.items():
            out[f"{name}_mean"] = sum(values) / len(values) if values else nothing
        return out


def greedy(gold, pred, weight):
    """One-to-one pairs (gold index, pred index) of positive weight, heaviest first, then in order."""
    found = [(-weight(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(pred)]
    left, right, out = set(), set(), []
    for w, i, j in sorted(found):
        if w < 0 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((i, j))
    return out


def unpaired(gold, pred, pairs):
    """(gold records, pred records) that no pair holds."""
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    return [g for i, g in enumerate(gold) if i not in left], [p for j, p in enumerate(pred) if j not in right]


# ---------------------------------------------------------------- words and names
def tokens(text):
    return [t for t in re.findall(r"\w+", POSSESSIVE.sub("", (text or "").casefold())) if t not in STOP]


def token_f1(a, b):
    """F1 of two token lists, counting repeats; 1 when both are empty."""
    common = sum(min(a.count(t), b.count(t)) for t in set(a))
    return 2 * common / (len(a) + len(b)) if common else float(not a and not b)


def bare(name):
    """'the Mr. Rod Eddington's' -> 'rod eddington'."""
    words = [w.strip(".") for w in re.findall(r"[\w.&-]+", POSSESSIVE.sub("", (name or "").casefold()))]
    while len(words) > 1 and words[0] in TITLES:
        words.pop(0)
    return " ".join(words)


def names(speaker):
    return {bare(n) for n in (speaker["name"], *(speaker.get("aliases") or ()))} - {""}


def likeness(a, b):
    """3: equal names; 2: one's name or alias is the other's; 1: persons of the same last name; 0: different."""
    if bare(a["name"]) == bare(b["name"]):
        return 3
    if names(a) & names(b):
        return 2
    persons = all(s.get("kind") in ("person", None) for s in (a, b))
    return int(persons and bare(a["name"]).split()[-1:] == bare(b["name"]).split()[-1:])


def rows(side, layer):
    return side.get(layer) or []


# ---------------------------------------------------------------- speakers
def quoted_only(side):
    used = {q.get("speaker") for q in rows(side, "quotes")}
    return [s for s in rows(side, "speakers") if s["name"] in used]


def same_role(a, b):
    return token_f1(sorted(set(tokens(a))), sorted(set(tokens(b)))) >= 0.6


def same_affiliation(a, b, groups):
    """`groups`: the sets of names of every speaker of both sides."""
    left, right = set(tokens(a)), set(tokens(b))
    if not left or not right:
        return left == right
    return left <= right or right <= left or any(bare(a) in g and bare(b) in g for g in groups)


def score_speakers(doc, mine, tally, gold, pred, note):
    groups = [names(s) for s in rows(doc, "speakers") + rows(mine, "speakers")]
    pairs = greedy(gold, pred, likeness)
    known = both = 0
    for i, j in pairs:
        g, p = gold[i], pred[j]
        right = {
            "name": bare(g["name"]) == bare(p["name"]),
            "role": same_role(g.get("role"), p.get("role")),
            "affiliation": same_affiliation(g.get("affiliation"), p.get("affiliation"), groups),
            "kind": g.get("kind") == p.get("kind"),
        }
        for name, ok in right.items():
            tally.mean(name, ok)
        both += right["role"] and right["affiliation"]
        known += right["name"] and right["role"] and right["affiliation"]
        wrong = [name for name, ok in right.items() if not ok]
        if wrong:
            note(
                "+".join(wrong).upper(),
                *("|".join(str(s.get(k)) for k in ("name", "kind", "role", "affiliation")) for s in (g, p)),
            )
    tally.count(len(pred), len(gold), matched=len(pairs), known=known, role_affiliation=both)
    missed, spurious = unpaired(gold, pred, pairs)
    for g in missed:
        note("MISSED", g["name"], None)
    for p in spurious:
        note("SPURIOUS", None, p["name"])


# ---------------------------------------------------------------- quotes
class Page:
    """The words of a text, and the sentence each is in."""

    def __init__(self, text):
        self.text = text
        self.words = [m.span() for m in WORD.finditer(text)]
        ends = [
            m.end()
            for m in SENTENCE_END.finditer(text)
            if text[m.start()] != "." or not ABBREVIATION.search(text, max(0, m.start() - 12), m.start())
        ]
        self.sentence = [bisect.bisect(ends, start) for start, _ in self.words]

    def inside(self, quote):
        spans = quote.get("content") or []
        spans = [spans] if spans and isinstance(spans[0], int) else spans
        return frozenset(
            i
            for s, e in spans
            for i in range(bisect.bisect_left(self.words, (s, 0)), bisect.bisect_left(self.words, (e, 0)))
            if self.words[i][1] <= e
        )

    def show(self, words):
        return " ".join(self.text[self.words[min(words)][0] : self.words[max(words)][1]].split())[:110] if words else ""


def is_quoted(quote):
    return quote.get("kind") != "indirect"


def records(page, side, keep):
    """The quotes of one class as [{"words", "kind", "speaker"}], pieces of one sentence joined (see the module's docstring)."""
    items = [
        {"words": page.inside(q), "kind": q.get("kind"), "speaker": q.get("speaker")}
        for q in rows(side, "quotes")
        if keep(q)
    ]
    out = []
    for item in sorted(items, key=lambda r: min(r["words"], default=-1)):
        last = out[-1] if out else None
        if (
            last
            and last["words"]
            and item["words"]
            and last["speaker"] == item["speaker"]
            and max(last["words"]) < min(item["words"])
            and page.sentence[max(last["words"])] == page.sentence[min(item["words"])]
        ):
            longer = item if len(item["words"]) > last["longest"] else last
            out[-1] = {
                "words": last["words"] | item["words"],
                "kind": longer["kind"],
                "speaker": item["speaker"],
                "longest": max(last["longest"], len(item["words"])),
            }
        else:
            out.append({**item, "longest": len(item["words"])})
    return out


def jaccard(a, b):
    union = len(a["words"] | b["words"])
    return len(a["words"] & b["words"]) / union if union else 0.0


def speaker_test(doc, mine):
    """-> same(gold name, pred name) under the one-to-one matching of all speakers listed."""
    gold, pred = rows(doc, "speakers"), rows(mine, "speakers")
    partner = {pred[j]["name"]: gold[i]["name"] for i, j in greedy(gold, pred, likeness)}
    records_of = {id(side): {s["name"]: s for s in side} for side in (gold, pred)}

    def same(g, p):
        if g is None or p is None:
            return g is p
        if p in partner:
            return partner[p] == g
        return likeness(records_of[id(gold)].get(g, {"name": g}), records_of[id(pred)].get(p, {"name": p})) > 0

    return same


def score_quotes(doc, mine, tallies, words, scare, note):
    page, same = Page(doc["text"]), speaker_test(doc, mine)
    gold = {"quoted": records(page, doc, is_quoted), "indirect": records(page, doc, lambda q: not is_quoted(q))}
    pred = {"quoted": records(page, mine, is_quoted), "indirect": records(page, mine, lambda q: not is_quoted(q))}
    for both in (gold, pred):
        both["all"] = both["quoted"] + both["indirect"]
    for layer, tally in tallies.items():
        g_all, p_all = gold[layer], pred[layer]
        pairs = greedy(g_all, p_all, lambda g, p: jaccard(g, p) if jaccard(g, p) >= 0.5 else 0.0)
        attributed = [(i, j) for i, j in pairs if same(g_all[i]["speaker"], p_all[j]["speaker"])]
        tally.count(
            len(p_all),
            len(g_all),
            strict=sum(jaccard(g_all[i], p_all[j]) >= 0.8 for i, j in pairs),
            lenient=len(pairs),
            attributed=len(attributed),
        )
        for i, j in pairs:
            tally.mean("kind", g_all[i]["kind"] == p_all[j]["kind"])
        g_words, p_words = (frozenset().union(*(r["words"] for r in side)) for side in (g_all, p_all))
        words[layer].count(len(p_words), len(g_words), words=len(g_words & p_words))
        if layer == "all":
            continue
        for i, j in sorted(set(pairs) - set(attributed)):
            note(f"SPEAKER {layer}", f"{g_all[i]['speaker']}: {page.show(g_all[i]['words'])}", p_all[j]["speaker"])
        missed, spurious = unpaired(g_all, p_all, pairs)
        for g in missed:
            note(f"MISSED {layer}", f"{g['speaker']}: {page.show(g['words'])}", None)
        for p in spurious:
            note(f"SPURIOUS {layer}", None, f"{p['speaker']}: {page.show(p['words'])}")
    truth = frozenset().union(*(r["words"] for r in gold["all"]))
    mine_quoted = [page.inside(q) for q in rows(mine, "quotes") if is_quoted(q)]
    scare["predicted"] += len(mine_quoted)
    scare["spurious"] += sum(not w & truth for w in mine_quoted)


# ---------------------------------------------------------------- money and numbers
def bounds(record):
    """(low, high) of a record, from low/high or value (a number or a pair); None when it has none."""
    low, high = record.get("low"), record.get("high")
    if low is None and high is None:
        value = record.get("value")
        low, high = value if isinstance(value, (list, tuple)) else (value, value)
    low, high = (high if low is None else low), (low if high is None else high)
    return None if low is None else (float(low), float(high))


def same_value(g, p):
    a, b = bounds(g), bounds(p)
    return bool(a and b) and all(math.isclose(x, y, rel_tol=1e-6, abs_tol=5e-7) for x, y in zip(a, b, strict=False))


def same_comparator(g, p):
    a, b = (COMPARATORS.get(r.get("comparator"), r.get("comparator")) for r in (g, p))
    return a == b


def same_currency(g, p):
    return g["currency"] == (p.get("currency") or "").upper()


def same_unit(g, p):
    want = norm_unit(g["unit"])
    for unit in (p.get("unit"), p.get("unit_name")):
        got = norm_unit(unit)
        if want == got:
            return True
        if not {want, got} & EXACT_UNITS and token_f1(tokens(want), tokens(got)) >= 0.5:
            return True
    return False


def same_period(g, p, exact=False):
    got = score_dates.norm(p.get("period")) or ""
    for want in map(score_dates.norm, (g["period"], *(g.get("alt") or ()))):
        if got == want:
            return True
        if got and not exact:
            years = [sorted(set(re.findall(r"(?<!\d)\d{4}(?!\d)", v))) for v in (want, got)]
            if want.startswith(got) or got.startswith(want) or (years[0] and years[0] == years[1]):
                return True
    return False


def same_subject(a, b, groups):
    return token_f1(tokens(a), tokens(b)) >= 0.5 or any(bare(a) in g and bare(b) in g for g in groups)


def score_issuer(doc, mine, tally, note):
    want, got = doc.get("issuer"), mine.get("issuer")
    groups = [names(s) for s in rows(doc, "speakers") + rows(mine, "speakers")]
    right = bool(want and got) and same_affiliation(want, got, groups)
    tally.count(int(bool(got)), int(bool(want)), right=int(right))
    if bool(want or got) and not right:
        note("ISSUER", want, got)


def score_amounts(layer, doc, mine, tally, note):
    gold, pred = rows(doc, layer), rows(mine, layer)
    middle, same_middle = ("value_currency", same_currency) if layer == "money" else ("value_unit", same_unit)
    pairs = match(gold, pred)
    right = dict.fromkeys(tally.right, 0)
    text = doc["text"]
    groups = [names(s) for s in rows(doc, "speakers") + rows(mine, "speakers")]

    def show(r):
        keys = ("low", "high", "currency", "unit", "comparator", "what", "period")
        return f"{text[r['start'] : r['end']]!r} " + " ".join(f"{k}={r[k]}" for k in keys if r.get(k) is not None)

    for i, j in pairs:
        g, p = gold[i], pred[j]
        value = same_value(g, p)
        linked = value and same_middle(g, p)
        compared = linked and same_comparator(g, p)
        full = compared and (not g.get("what") or token_f1(tokens(g["what"]), tokens(p.get("what"))) >= 0.5)
        complete = (
            full
            and (not g.get("subject") or same_subject(g["subject"], p.get("subject"), groups))
            and (not g.get("period") or same_period(g, p))
        )
        for name, ok in (
            ("span", True),
            ("value", value),
            (middle, linked),
            (f"{middle}_comparator", compared),
            ("full", full),
            ("complete", complete),
        ):
            right[name] += bool(ok)
        tally.mean("comparator", same_comparator(g, p))
        for field in ("what", "subject"):
            if g.get(field) and field in tally.means:
                tally.mean(field, token_f1(tokens(g[field]), tokens(p.get(field))))
        if g.get("period"):
            tally.mean("period", same_period(g, p))
            tally.mean("period_exact", same_period(g, p, exact=True))
        if not full:
            first = (
                "VALUE"
                if not value
                else middle.split("_")[1].upper()
                if not linked
                else "COMPARATOR"
                if not compared
                else "WHAT"
            )
            note(first, show(g), show(p))
    tally.count(len(pred), len(gold), **right)
    missed, spurious = unpaired(gold, pred, pairs)
    for g in missed:
        note("MISSED", show(g), None)
    for p in spurious:
        note("SPURIOUS", None, show(p))


# ---------------------------------------------------------------- dates
def date_view(text, side):
    """A side's dates as score_dates reads them: `alt` as `values`, a leading article or preposition outside the span."""
    out = []
    for r in rows(side, "dates"):
        lead = DATE_LEAD.match(text, r["start"], r["end"])
        start = lead.end() if lead else r["start"]
        out.append({**r, "start": start, "values": r.get("alt") or [], "text": text[start : r["end"]]})
    return out


def score_date_layer(gold, pred, errors):
    views = [
        {i: {"text": doc["text"], "dates": date_view(doc["text"], side.get(i, {}))} for i, doc in gold.items()}
        for side in (gold, pred)
    ]
    found = [] if errors is not None else None
    result = score_dates.score(*views, errors=found)
    if errors is not None:
        errors.extend((i, "dates", kind, f"{text!r} {want or ''}".strip(), got) for kind, i, text, want, got in found)
    out = {
        name: {**result[name], "pred": result["pred"], "gold": result["gold"]}
        for name in ("strict", "relaxed", "type", "value", "both")
    }
    return {**out, "value_accuracy_mean": result["value_accuracy"] if result["gold"] or result["pred"] else 1.0}


# ---------------------------------------------------------------- the whole
def score(gold, pred, errors=None, layer=None):
    """Figures of two {id: document} (score_dates.load); `errors` collects (id, layer, kind, gold, predicted)."""
    unknown = sorted(set(pred) - set(gold))
    if unknown:
        raise ValueError(f"{len(unknown)} predicted ids not in gold, e.g. {unknown[0]!r}")
    traits = ("name", "role", "affiliation", "kind")
    t = {name: Tally(("matched", "known", "role_affiliation"), traits) for name in ("speakers", "speakers_all")}
    classes = {name: Tally(("strict", "lenient", "attributed"), ("kind",)) for name in ("quoted", "indirect", "all")}
    words = {name: Tally(("words",)) for name in classes}
    scare = {"spurious": 0, "predicted": 0}
    issuer = Tally(("right",))
    amounts = {
        "money": Tally(
            ("span", "value", "value_currency", "value_currency_comparator", "full", "complete"),
            ("comparator", "what", "subject", "period", "period_exact"),
        ),
        "numbers": Tally(
            ("span", "value", "value_unit", "value_unit_comparator", "full", "complete"), ("comparator", "subject")
        ),
    }

    def noter(ident, name):
        return lambda *error: (
            errors.append((ident, name, *error)) if errors is not None and layer in (None, name) else None
        )

    def silent(*_):
        return None

    for ident, doc in gold.items():
        mine = pred.get(ident, {})
        score_speakers(doc, mine, t["speakers"], quoted_only(doc), quoted_only(mine), noter(ident, "speakers"))
        score_speakers(doc, mine, t["speakers_all"], rows(doc, "speakers"), rows(mine, "speakers"), silent)
        score_quotes(doc, mine, classes, words, scare, noter(ident, "quotes"))
        score_issuer(doc, mine, issuer, noter(ident, "issuer"))
        for name, tally in amounts.items():
            score_amounts(name, doc, mine, tally, noter(ident, name))
    result = {name: tally.result() for name, tally in t.items()}
    for name, tally in classes.items():
        result[name] = {**tally.result(), **words[name].result()}
    result["issuer"] = issuer.result()
    result["scare_quotes"] = scare
    result.update({name: tally.result() for name, tally in amounts.items()})
    result["dates"] = score_date_layer(gold, pred, errors if layer in (None, "dates") else None)
    result["overall"] = sum(result[name][figure]["f1"] for name, figure in HEADLINES) / len(HEADLINES)
    if layer:
        keep = {"speakers": ("speakers", "speakers_all"), "quotes": (*classes, "scare_quotes")}.get(layer, (layer,))
        result = {name: result[name] for name in keep}
    return result


def table(result):
    yield f"{'':39}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'pred':>7}{'gold':>7}"
    for layer, figures in result.items():
        if layer == "scare_quotes":
            yield f"scare quotes taken for quotes: {figures['spurious']} of {figures['predicted']} predicted direct/partial"
        elif layer != "overall":
            for name, r in figures.items():
                if isinstance(r, dict):
                    star = "*" if (layer, name) in HEADLINES else " "
                    yield (
                        f"{layer:13}{name:25}{star}{100 * r['p']:7.1f}{100 * r['r']:7.1f}{100 * r['f1']:7.1f}"
                        f"{r['right']:7}{r['pred']:7}{r['gold']:7}"
                    )
            means = [f"{name[:-5]} {100 * r:.1f}" for name, r in figures.items() if not isinstance(r, dict)]
            if means:
                yield f"{layer:13}of matched: {', '.join(means)}"
    if "overall" in result:
        yield f"overall {100 * result['overall']:.1f}   (mean F1 of the starred rows)"


def main(argv=None):
    ap = argparse.ArgumentParser(
        description="Score speakers, quotes, money, numbers and dates (see the module's docstring)."
    )
    ap.add_argument("gold")
    ap.add_argument("pred")
    ap.add_argument("--json", action="store_true", help="print one JSON object")
    ap.add_argument(
        "--errors", type=int, default=0, metavar="N", help="list up to N errors: id, layer, kind, gold, predicted"
    )
    ap.add_argument("--layer", choices=LAYERS, help="this layer's rows and errors only")
    args = ap.parse_args(argv)
    errors = [] if args.errors else None
    try:
        result = score(load(args.gold), load(args.pred), errors, args.layer)
    except (ValueError, KeyError, OSError) as exc:
        print(f"scorers.statements: {exc!r}", file=sys.stderr)
        return 2
    if args.json:
        print(json.dumps(result))
        return 0
    for line in table(result):
        print(line)
    for row in (errors or [])[: args.errors]:
        print("\t".join("" if x is None else str(x) for x in row))
    return 0


if __name__ == "__main__":
    sys.exit(main())
