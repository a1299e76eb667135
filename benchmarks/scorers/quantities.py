#!/usr/bin/env python3
"""Score extracted quantities against gold.  Standard library only.

    python -m scorers.quantities GOLD.jsonl PRED.jsonl [--json] [--strict-comparators] [--only-unit UNIT] [--errors N]

GOLD lines: {"id", "text", "quantities": [{"value", "unit", "normalized_unit", "currency",
"currency_explicit", "comparator", "change_direction", ...}]}
PRED lines: {"id", "quantities": [{"value": number | [low, high]  (or "low" and "high"),
"unit", "currency", "comparator", "change_direction", "start", "end"}]}
A gold id with no prediction line counts as "nothing found".  A prediction without a
value and without low/high is ignored (not counted as a false positive).

MATCHING  Greedy one-to-one inside a text, in four passes so that the best partner is
taken first: value+unit+comparator, then value+unit, then value+currency, then value.
Gold order, then prediction order.  (CQE's evaluate_models.py is greedy too, but it
can count a value twice and never pairs value-only matches off, so it flatters precision
a little; here every gold and every prediction is used once.)  P = matched / predicted,
R = matched / gold, micro-averaged over the file.

value            math.isclose(rel 1e-5, abs 1e-8), as CQE.  A range matches only a range (both ends,
                 order ignored); a range against one number is wrong.
                 Minor units: 19 "cent" also matches 0.19 with a major currency, and 63 "pence" 0.63 GBP.
value+unit       value, and same normalised unit: see norm_unit() below.  Noun units
                 ("workers") compare in the singular, or by one being a word-suffix or -prefix of the
                 other ("heart transplant" = "transplant"); known units never do ("metre" != "square metre",
                 "percentage" != "percentage point").  A gold "year of age" accepts "year"; CQE's "% X"
                 (a share of X) accepts a bare number, percent, or X.
value+unit+comp  + comparator.  '>=' is read as '>' and '<=' as '<' (NewsQuant has only '>' and '<')
                 unless --strict-comparators.
value+change     value + CQE's `change` label: up/down if given, else the comparator.
money            only quantities with a currency on either side: value + same ISO code.  Gold written
                 with a bare '$', 'pound', 'rupee' (currency_explicit false) carries the usual default (USD ...).
money_family     same, but a dollar is a dollar ('USD' = 'AUD' = 'CAD'), and a missing code is accepted if the
                 predicted unit is of the family.
span             (only if gold has offsets) exact character span, whatever the value; span_overlap: any overlap.

WHICH NUMBER TO READ  newsquant, currency-cqe, dimension, age, temperature mark every quantity: P and R both count.
currency marks only money (read `money`), percent only percents (use --only-unit percentage), number-range only
ranges and bounds (read R, or compare systems), number leaves out numbers glued to a unit ('180ml') (read R).
--only-unit keeps the gold and the predictions with that normalised unit.

Gold entries with "valueless": true (a bare 'dollars', or 'percent' with no number) are skipped.
"""

import argparse
import json
import math
import re
import sys

# ---------------------------------------------------------------- units
# canonical name -> spellings (lower case, singular; plural 's' is stripped before look-up)
SYNONYMS = {
    "percentage": "% percent pct pct. pc|per cent|percentage|percentage drop|%age",
    "percentage point": "pp ppt ppts|percentage point|percent point|per cent point|% point",
    "basis point": "bp bps|basis point",
    "per mille": "\u2030|per mille|permille",
    "usd": "$ us$ usd dollar buck|us $|united states dollar|us dollar|american dollar|u.s. dollar|dollar dollar|u.s.$|$ us",
    "aud": "a$ au$ aud $a|australian dollar",
    "cad": "c$ ca$ can$ cad $c|canadian dollar",
    "hkd": "hk$ hkd|hong kong dollar|hk $",
    "nzd": "nz$ nzd $nz|new zealand dollar",
    "sgd": "s$ sgd sg$|s $|singapore dollar|singaporean dollar",
    "eur": "\u20ac eur euro",
    "gbp": "\u00a3 gbp quid|pound sterling|british pound|sterling|uk pound",
    "jpy": "\u00a5 \u5186 jpy yen y|japanese yen",
    "cny": "\u5143 cny rmb yuan renminbi|chinese yuan|chinese renminbi|rmb yuan",
    "chf": "chf sfr|swiss franc|franc",
    "inr": "\u20b9 inr rs rs. rupee|indian rupee",
    "lkr": "lkr|sri lankan rupee",
    "myr": "rm myr ringgit|malaysian ringgit",
    "ils": "\u20aa nis ils shekel|new shekel|israeli shekel|israeli new shekel",
    "zar": "zar rand|south african rand",
    "hrk": "kn hrk kuna|croatian kuna",
    "dkk": "dkk|danish krone|danish crown",
    "try": "try|turkish lira|lira",
    "mxn": "mxn|mexican peso|peso",
    "crc": "\u20a1 crc|costa rican col\u00f3n|costa rican colon",
    "gel": "gel lari|georgian lari",
    "lak": "\u20ad lak kip|lao kip",
    "fim": "fim markka|finnish markka",
    "nlg": "nlg|netherlands guilde|netherlands guilder|dutch guilder",
    "dem": "dem mark|german mark|deutsche mark",
    "esp": "esp peseta|spanish peseta",
    "btc": "btc bitcoin xbt \u20bf",
    "satoshi": "satoshi sat",
    "krw": "krw won \u20a9|south korean won",
    "brl": "brl r$ real|brazilian real",
    "rub": "rub \u20bd ruble rouble|russian ruble",
    "cent": "cent \u00a2 c cts|us cent|u.s. cent|euro cent|canadian cent",
    "penny": "penny pence pennies|british penny",
    "sen": "sen|malaysian sen",
    "metre": "m metre meter",
    "kilometre": "km kilometre kilometer",
    "centimetre": "cm centimetre centimeter",
    "millimetre": "mm millimetre millimeter",
    "micrometre": "um \u03bcm \u00b5m micrometre micrometer micron",
    "nanometre": "nm nanometre nanometer",
    "picometre": "pm picometre picometer",
    "decimetre": "dm decimetre decimeter",
    "inch": 'in in. inch inches inche " \u2033',
    "foot": "ft ft. foot feet",
    "yard": "yd yard|yard yard",
    "mile": "mi mile",
    "square metre": "m2 m\u00b2 sqm|sq m|square metre|square meter",
    "square kilometre": "km2 km\u00b2|sq km|square kilometre|square kilometer",
    "square foot": "ft2 sqft|sq ft|square foot|square feet",
    "square mile": "|sq mi|square mile",
    "cubic foot": "ft3|cubic foot|cubic feet",
    "cubic metre": "m3 m\u00b3|cubic metre|cubic meter",
    "litre": "l litre liter",
    "millilitre": "ml millilitre milliliter|cubic centimetre|cubic centimeter",
    "gallon": "gal gallon|us gallon",
    "pint": "pint|us pint",
    "quart": "quart|us quart",
    "fluid ounce": "|fluid ounce|us fluid ounce",
    "metric ton": "t tonne mt|metric ton|metric tonne",
    "ton": "ton|short ton|long ton",
    "kilogram": "kg kilo kilogram kilogramme",
    "gram": "g gram gramme",
    "milligram": "mg milligram",
    "microgram": "\u03bcg \u00b5g ug microgram",
    "pound-mass": "lb lbs pound-mass pound|pound mass",
    "ounce": "oz ounce",
    "pound-foot": "lb-ft lb\u00b7ft|pound-foot|pound-feet|pound foot|foot-pound|foot pound-force|pound-feet of torque|lb ft",
    "celsius": "\u00b0c c celsius centigrade|degree celsius|\u00b0 c|degrees celsius|degree c",
    "fahrenheit": "\u00b0f f fahrenheit|degree fahrenheit|degrees fahrenheit|degree f",
    "degree": "\u00b0 deg degree|degree angle",
    "kelvin": "k kelvin",
    "mile per hour": "mph|mile per hour|mile an hour",
    "kilometre per hour": "kph km/h kmh|kilometre per hour|kilometer per hour|km per hour",
    "metre per second": "m/s mps|metre per second|meter per second",
    "mile per gallon": "mpg|mile per gallon",
    "revolution per minute": "rpm|revolution per minute|revolutions per minute",
    "horsepower": "hp bhp ps horsepower|brake horsepower",
    "kilowatt": "kw kilowatt",
    "megawatt": "mw megawatt",
    "gigawatt": "gw gigawatt",
    "watt": "w watt",
    "kilowatt hour": "kwh kilowatt-hour|kilowatt hour",
    "gigawatt hour": "gwh gigawatt-hour|gigawatt hour",
    "megawatt hour": "mwh|megawatt hour|megawatt-hour",
    "hertz": "hz hertz",
    "kilohertz": "khz kilohertz",
    "megahertz": "mhz megahertz",
    "gigahertz": "ghz gigahertz",
    "gigabyte": "gb gigabyte",
    "megabyte": "mb megabyte",
    "terabyte": "tb terabyte",
    "kilobyte": "kb kilobyte",
    "megabit per second": "mbps mb/s|megabit per second",
    "milliampere-hour": "mah milliampere-hour|milliampere hour",
    "parts-per-billion": "ppb parts-per-billion|part per billion|parts per billion",
    "part per million": "ppm parts-per-million|part per million|parts per million",
    "second": "s sec second|second of arc",
    "minute": "min minute|minute of arc",
    "hour": "h hr hour",
    "day": "d day",
    "week": "wk week",
    "month": "mo month",
    "year": "yr y. year",
    "decade": "decade",
    "century": "century centuries",
    "year of age": "year-old yo|year old|year of age|years old|years of age|age",
    "month of age": "month-old|month old|month of age|months old",
    "week of age": "week-old|week old|week of age|weeks old",
    "day of age": "day-old|day old|day of age|days old",
    "point": "point pt|index point",
    "people": "people person persons",
    "count": "time times count x",
    "barrel": "bbl barrel",
    "child": "child children",
    "man": "man men",
    "woman": "woman women",
    "per share": "|a share|per share",
    "generation wireless": "g|generation wireless",
    "-": "- unk dimensionless|number|none|null|hundred|thousand|million|billion|trillion",
}
ISO = {
    "usd",
    "aud",
    "cad",
    "hkd",
    "nzd",
    "sgd",
    "eur",
    "gbp",
    "jpy",
    "cny",
    "chf",
    "inr",
    "lkr",
    "myr",
    "ils",
    "zar",
    "hrk",
    "dkk",
    "try",
    "mxn",
    "crc",
    "gel",
    "lak",
    "fim",
    "nlg",
    "dem",
    "esp",
    "krw",
    "brl",
    "rub",
}
FAMILY = {
    "USD": "dollar",
    "AUD": "dollar",
    "CAD": "dollar",
    "HKD": "dollar",
    "NZD": "dollar",
    "SGD": "dollar",
    "TWD": "dollar",
    "INR": "rupee",
    "LKR": "rupee",
    "PKR": "rupee",
    "NPR": "rupee",
    "GBP": "pound",
    "EGP": "pound",
    "CHF": "franc",
    "FRF": "franc",
    "XAF": "franc",
    "BEF": "franc",
}
MINOR = {"cent": ("USD", "EUR", "CAD", "AUD", "HKD", "NZD"), "penny": ("GBP",), "sen": ("MYR",)}

_LOOKUP = {}
for _canon, _forms in SYNONYMS.items():
    _words, _, _phrases = _forms.partition("|")
    for _f in _words.split() + (_phrases.split("|") if _phrases else []) + [_canon]:
        _LOOKUP.setdefault(_f, _canon)

_IRREGULAR = {
    "feet": "foot",
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "people",
    "pennies": "penny",
    "pence": "penny",
    "inches": "inch",
    "fishermen": "fisherman",
    "lives": "life",
    "halves": "half",
    "bus": "bus",
    "basis": "basis",
    "series": "series",
    "jeans": "jeans",
}


def singular(word):
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(ss|sh|ch|x|z)es$", word):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2:
        return word[:-1]
    return word


def norm_unit(unit):
    """Canonical unit string.  '$ per barrel', 'US$/barrel', 'dollars a barrel' -> 'usd per barrel'."""
    if unit is None:
        return "-"
    if isinstance(unit, (list, tuple)):
        unit = " ".join(map(str, unit))
    u = str(unit).strip().lower().strip(".,;")
    if u in ("", "-"):
        return "-"
    if u in _LOOKUP:
        return _LOOKUP[u]
    u = re.sub(r"\s+", " ", u)
    parts = re.split(r"\s*/\s*|\s+per\s+|\s+an?\s+|[\s-]+a-(?=\w)|^per\s+", u)
    if len(parts) > 1:
        done = [norm_unit(p) if p else "" for p in parts]
        whole = " per ".join(done).strip()
        return _LOOKUP.get(whole, whole)
    words = [w for w in re.split(r"\s+", u) if w not in ("of", "the", "a", "an", "and", "those", "to", "in")]
    words = [singular(w) for w in words]
    joined = " ".join(words)
    if joined in _LOOKUP:
        return _LOOKUP[joined]
    return joined or "-"


def units_match(gold, pred):
    for g in {norm_unit(gold.get("normalized_unit", gold.get("unit"))), norm_unit(gold.get("unit"))}:
        p = norm_unit(pred.get("unit"))
        if g == p:
            return True
        cur = pred.get("currency")
        if cur and g.split(" per ")[0] == str(cur).lower():
            # the currency fills the money part; any rate part must agree
            if g.split(" per ")[1:] == (p.split(" per ")[1:] if " per " in p else []):
                return True
        if g.endswith(" of age") and p == g[:-7]:
            return True  # '35 years' for a gold 'year of age'
        if g.startswith("% ") and p in ("-", "percentage", g[2:]):
            return True  # CQE writes 'a third of those screened' as '% ...'
        if g not in SYNONYMS and p not in SYNONYMS and " per " not in g + p:
            # noun units only: head noun, or one is a word-suffix / word-prefix of the other
            gw, pw = g.split(), p.split()
            if len(gw) > 1 or len(pw) > 1:
                short, long_ = sorted((gw, pw), key=len)
                if long_[-len(short) :] == short or long_[: len(short)] == short:
                    return True
    return False


# ---------------------------------------------------------------- values
def pred_value(q):
    if q.get("low") is not None and q.get("high") is not None:
        return [q["low"], q["high"]]
    v = q.get("value")
    if isinstance(v, (list, tuple)):
        return list(v) if len(v) == 2 and None not in v else None
    return v


def _close(a, b):
    return math.isclose(float(a), float(b), rel_tol=1e-5, abs_tol=1e-8)


def _same(g, p):
    if isinstance(g, list) != isinstance(p, list):
        return False
    if isinstance(g, list):
        return all(_close(a, b) for a, b in zip(sorted(map(float, g)), sorted(map(float, p)), strict=False))
    return _close(g, p)


def minor_of(gold):
    """'cent', 'cent per share', 'penny' -> the currencies whose hundredth it is."""
    return MINOR.get(norm_unit(gold.get("normalized_unit")).split(" per ")[0])


def values_match(gold, pred):
    g, p = gold["value"], pred_value(pred)
    if _same(g, p):
        return True
    if minor_of(gold) and pred.get("currency"):
        g100 = [x / 100.0 for x in g] if isinstance(g, list) else g / 100.0
        return _same(g100, p)
    return False


# ---------------------------------------------------------------- labels
def comp(q, strict):
    c = q.get("comparator") or "="
    c = {"\u2265": ">=", "\u2264": "<=", "\u2248": "~", "==": "="}.get(c, c)
    if c in ("up", "down"):
        c = "="
    return c if strict else {">=": ">", "<=": "<"}.get(c, c)


def change(q):
    d = q.get("change_direction")
    if not d and q.get("comparator") in ("up", "down"):
        d = q["comparator"]
    return d or comp(q, False)


def currency_match(gold, pred):
    g, p = gold.get("currency"), pred.get("currency")
    if g:
        return p is not None and p.upper() == g
    m = minor_of(gold)
    return bool(m and p and p.upper() in m)


def family(iso, unit=None):
    if iso:
        return FAMILY.get(iso.upper(), iso.upper())
    u = norm_unit(unit).split(" per ")[0].upper()
    return FAMILY.get(u, u)


def family_match(gold, pred):
    if currency_match(gold, pred):
        return True
    if not gold.get("currency"):
        return False
    return family(gold["currency"]) == family(pred.get("currency"), pred.get("unit"))


# ---------------------------------------------------------------- pairing
def pair(golds, preds, tests):
    """Greedy 1:1 pairing; `tests` from strictest to laxest. -> list of (gold index, pred index)."""
    free_g, free_p, out = list(range(len(golds))), list(range(len(preds))), []
    for test in tests:
        for gi in list(free_g):
            for pi in free_p:
                if test(golds[gi], preds[pi]):
                    out.append((gi, pi))
                    free_g.remove(gi)
                    free_p.remove(pi)
                    break
    return out


class Tally:
    def __init__(self):
        self.tp = self.gold = self.pred = 0

    def result(self):
        p = self.tp / self.pred if self.pred else (1.0 if not self.gold else 0.0)
        r = self.tp / self.gold if self.gold else 1.0
        f = 2 * p * r / (p + r) if p + r else 0.0
        return {
            "P": round(p, 4),
            "R": round(r, 4),
            "F1": round(f, 4),
            "tp": self.tp,
            "gold": self.gold,
            "pred": self.pred,
        }


METRICS = ("value", "value+unit", "value+unit+comp", "value+change", "money", "money_family", "span", "span_overlap")


def score(gold_rows, pred_rows, strict_comparators=False, errors=None, only_unit=None):
    preds_by_id = {r["id"]: r.get("quantities") or [] for r in pred_rows}
    t = {m: Tally() for m in METRICS}
    has_comp = has_span = False

    def vu(g, p):
        return values_match(g, p) and units_match(g, p)

    def vuc(g, p):
        return vu(g, p) and comp(g, strict_comparators) == comp(p, strict_comparators)

    def vc(g, p):
        return values_match(g, p) and change(g) == change(p)

    def mon(g, p):
        return values_match(g, p) and currency_match(g, p)

    def fam(g, p):
        return values_match(g, p) and family_match(g, p)

    for row in gold_rows:
        golds = [q for q in row["quantities"] if not q.get("valueless")]
        preds = [q for q in preds_by_id.get(row["id"], []) if pred_value(q) is not None]
        if only_unit:
            want = norm_unit(only_unit)
            golds = [q for q in golds if norm_unit(q.get("normalized_unit", q.get("unit"))) == want]
            preds = [q for q in preds if norm_unit(q.get("unit")) == want]
        has_comp = has_comp or any(q.get("comparator") for q in golds)
        with_span = [q for q in golds if q.get("start") is not None]
        has_span = has_span or bool(with_span)
        full = pair(golds, preds, (vuc, vu, mon, values_match))
        for m, test in (("value", values_match), ("value+unit", vu), ("value+unit+comp", vuc)):
            t[m].gold += len(golds)
            t[m].pred += len(preds)
            t[m].tp += sum(1 for gi, pi in full if test(golds[gi], preds[pi]))
        t["value+change"].gold += len(golds)
        t["value+change"].pred += len(preds)
        t["value+change"].tp += len(pair(golds, preds, (vc,)))
        # money: predictions carrying a currency; a gold minor unit (cent) is money only if someone calls it so
        mg = [q for q in golds if q.get("currency")]
        minors = [q for q in golds if not q.get("currency") and minor_of(q)]
        mp = [q for q in preds if q.get("currency")]
        for m, test in (("money", mon), ("money_family", fam)):
            pr = pair(mg, mp, (mon, test))
            used = {pi for _, pi in pr}
            rest = [p for i, p in enumerate(mp) if i not in used]
            forgiven = len(pair(minors, rest, (values_match,)))  # neither right nor wrong
            t[m].tp += len(pr)
            t[m].gold += len(mg)
            t[m].pred += len(mp) - forgiven
        if with_span:
            sp = [q for q in preds if q.get("start") is not None]
            for m, test in (
                ("span", lambda g, p: (g["start"], g["end"]) == (p["start"], p["end"])),
                ("span_overlap", lambda g, p: g["start"] < p["end"] and p["start"] < g["end"]),
            ):
                t[m].tp += len(pair(with_span, sp, (test,)))
        for m in ("span", "span_overlap"):
            t[m].gold += len(with_span)
            t[m].pred += len([q for q in preds if q.get("start") is not None])
        if errors is not None:
            ug, up = {a for a, _ in full}, {b for _, b in full}
            miss = [g for i, g in enumerate(golds) if i not in ug]
            extra = [p for i, p in enumerate(preds) if i not in up]
            half = [(golds[a], preds[b]) for a, b in full if not units_match(golds[a], preds[b])]
            if miss or extra or half:
                errors.append((row, miss, extra, half))

    out = {m: t[m].result() for m in METRICS}
    if not has_comp:
        out.pop("value+unit+comp"), out.pop("value+change")
    if not has_span:
        out.pop("span"), out.pop("span_overlap")
    for m in ("money", "money_family"):
        if not out[m]["gold"]:
            out.pop(m)
    return out


def read_jsonl(path):
    with open(path, encoding="utf-8") as fh:
        return [json.loads(line) for line in fh if line.strip()]


def main(argv=None):
    ap = argparse.ArgumentParser(description="Score quantity predictions (see module docstring).")
    ap.add_argument("gold")
    ap.add_argument("pred")
    ap.add_argument("--json", action="store_true", help="machine-readable result")
    ap.add_argument("--strict-comparators", action="store_true", help="tell >= from > and <= from <")
    ap.add_argument(
        "--only-unit", metavar="UNIT", help="keep only gold and predictions with this unit, e.g. percentage"
    )
    ap.add_argument("--errors", type=int, metavar="N", default=0, help="show the first N texts with an error")
    a = ap.parse_args(argv)
    errors = [] if a.errors else None
    res = score(read_jsonl(a.gold), read_jsonl(a.pred), a.strict_comparators, errors, a.only_unit)
    if a.json:
        print(json.dumps(res))
    else:
        print("%-18s %6s %6s %6s %6s %6s %6s" % ("metric", "P", "R", "F1", "tp", "gold", "pred"))
        for m, r in res.items():
            print("%-18s %6.3f %6.3f %6.3f %6d %6d %6d" % (m, r["P"], r["R"], r["F1"], r["tp"], r["gold"], r["pred"]))
    for row, miss, extra, half in (errors or [])[: a.errors]:
        print("\n[{}] {}".format(row["id"], row["text"]))
        for g in miss:
            print("   MISS ", g["value"], "|", g.get("unit"), "|", g.get("normalized_unit"), "|", g.get("currency"))
        for p in extra:
            print("   EXTRA", pred_value(p), "|", p.get("unit"), "|", p.get("currency"))
        for g, p in half:
            print("   UNIT ", g["value"], "|", g.get("normalized_unit"), "!=", p.get("unit"), p.get("currency"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
