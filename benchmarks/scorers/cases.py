"""Small inputs with the records that any careful reader would agree on: right when every expectation of the case holds.

    python -m scorers.cases [CASES.jsonl] [--kind quotes|speakers|money|numbers|dates|files] [--quiet] [--json]

A case: "id", "kind", "source" (whose report prompted it), "text", "published", "expect"; for files also "file" (the text is
written to a file of that ending and read with `Article.from_path`). An expectation has a "kind" and what must hold; a list
means any of its values:

    money, number   the record over "text": low, high, currency, comparator, unit, per, period, modality, metric, direction
                    ...; "exact": the span equals the text
    date            the record over "text": value, startswith, type, start, end, fiscal, flag, utc_offset
    quote           a quote of these words ("loose": containing or contained): speaker (name), quote_kind
    speaker         a speaker of this name: role, affiliation, speaker_kind
    absent          no record of "layer" over "text" (speaker: none whose name holds it; quoted: direct and partial quotes)
    count           "n" records of "layer"
    numwhatnot      no number over "text" has "bad" in its what or metric
    title, titlenot, published, byline, bylinehas, has, hasnot   of the article that was read
"""

import argparse
import collections
import json
import re
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

import factx

__all__ = ["check", "score"]

EDGE = ",.;:!?“”\"'‘’"
LAYERS = {
    "money": lambda facts: facts.money,
    "number": lambda facts: facts.numbers,
    "date": lambda facts: facts.dates,
    "quote": lambda facts: facts.quotes,
    "quoted": lambda facts: [quote for quote in facts.quotes if quote.kind != "indirect"],
    "speaker": lambda facts: facts.speakers,
}
LAYERS |= {
    "numbers": LAYERS["number"],
    "dates": LAYERS["date"],
    "quotes": LAYERS["quote"],
    "speakers": LAYERS["speaker"],
}


def norm(text):
    return re.sub(r"\s+", " ", text or "").strip().strip(EDGE).strip().casefold()


def listed(value):
    return value if isinstance(value, list) else [value]


def over(record, text, part):
    """Whether a record shares a character with any place of `part`."""
    spans = getattr(record, "spans", None) or [record.span]
    places = [match.span() for match in re.finditer(re.escape(part), text)]
    return any(span.start < end and start < span.end for span in spans for start, end in places)


# ---------------------------------------------------------------- one field: None when right, else "wanted ..., got ..."


def told(field, want, got):
    return f"{field}: wanted {want!r}, got {got!r}"


def differs(record, field, want):
    if field == "exact":
        return None
    if field == "flag":
        return None if want in record.flags else told(field, want, record.flags)
    if field == "startswith":
        return None if (record.value or "").startswith(want) else told("value", f"{want}…", record.value)
    if field == "unit":
        forms = {norm(record.unit), norm(record.unit_name)}
        return None if any(norm(unit) in forms for unit in listed(want)) else told(field, want, record.unit)
    got = value(record, field)
    if field in ("low", "high"):
        return None if got is not None and Decimal(str(got)) == Decimal(str(want)) else told(field, str(want), str(got))
    return None if got in listed(want) else told(field, want, got)


def value(record, field):
    if field == "direction":
        return record.change.direction if record.change else None
    if field == "period":
        return record.period.value if record.period else None
    got = getattr(record, field)
    return str(got) if field in ("start", "end") and got is not None else got


# ---------------------------------------------------------------- one expectation: what is wrong, as lines


def check_amount_or_date(facts, e):
    text, kind = facts.article.text, e["kind"]
    tries = []
    for record in LAYERS[kind](facts):
        if over(record, text, e["text"]):
            wrong = [differs(record, field, want) for field, want in e.items() if field not in ("kind", "text")]
            if e.get("exact") and record.span.text != e["text"]:
                wrong.append(told("span", e["text"], record.span.text))
            tries.append([line for line in wrong if line])
    return min(tries, key=len) if tries else ["no record there"]


def check_quote(facts, e):
    want = norm(e["text"])
    for quote in sorted(facts.quotes, key=lambda quote: norm(quote.text) != want):
        words = norm(quote.text)
        if words == want or (e.get("loose") and (want in words or words in want)):
            break
    else:
        return ["no quote of these words"]
    wrong = []
    if "quote_kind" in e and quote.kind not in listed(e["quote_kind"]):
        wrong.append(told("kind", e["quote_kind"], quote.kind))
    speaker = facts.speaker(quote)
    name = speaker.name if speaker else None
    if "speaker" in e and not any(norm(w) == norm(name) if w and name else w == name for w in listed(e["speaker"])):
        wrong.append(told("speaker", e["speaker"], name))
    return wrong


def check_speaker(facts, e):
    for speaker in facts.speakers:
        if norm(speaker.name) == norm(e["name"]):
            break
    else:
        return [told("name", e["name"], [speaker.name for speaker in facts.speakers])]
    wrong = [
        told(field, e[field], getattr(speaker, field))
        for field in ("role", "affiliation")
        if field in e and norm(getattr(speaker, field)) != norm(e[field])
    ]
    if "speaker_kind" in e and speaker.kind != e["speaker_kind"]:
        wrong.append(told("kind", e["speaker_kind"], speaker.kind))
    return wrong


def check_absent(facts, e):
    found = LAYERS[e["layer"]](facts)
    if e["layer"] in ("speaker", "speakers"):
        there = [speaker.name for speaker in found if norm(e["text"]) in norm(speaker.name)]
    else:
        there = [
            record.text if hasattr(record, "spans") else record.span.text
            for record in found
            if over(record, facts.article.text, e["text"])
        ]
    return [told(e["layer"], [], there)] if there else []


def check_count(facts, e):
    count = len(LAYERS[e["layer"]](facts))
    return [] if count == e["n"] else [told(e["layer"], e["n"], count)]


def check_what(facts, e):
    claims = [number for number in facts.numbers if number.span.text == e["text"]]
    labels = [claim.what for claim in claims if e["bad"] in (claim.what or "") or e["bad"] in (claim.metric or "")]
    return [f"what: {e['bad']!r} is in {label!r}" for label in labels]


def check_article(facts, e):
    article, kind = facts.article, e["kind"]
    if kind in ("has", "hasnot"):
        return [] if (e["text"] in article.text) == (kind == "has") else [f"text {kind}: {e['text']!r}"]
    if kind == "bylinehas":
        return (
            []
            if all(name in (article.byline or "") for name in e["names"])
            else [told("byline", e["names"], article.byline)]
        )
    if kind == "titlenot":
        return [] if article.title != e["text"] else [f"title: {article.title!r}"]
    got = getattr(article, kind)
    want, got = (e["value"], str(got)) if kind == "published" else (e["text"], got)
    return [] if got == want else [told(kind, want, got)]


CHECKS = {
    **dict.fromkeys(("money", "number", "date"), check_amount_or_date),
    **dict.fromkeys(("title", "titlenot", "published", "byline", "bylinehas", "has", "hasnot"), check_article),
    "quote": check_quote,
    "speaker": check_speaker,
    "absent": check_absent,
    "count": check_count,
    "numwhatnot": check_what,
}


def check(facts, e):
    """What is wrong with one expectation, as lines; empty when it holds."""
    about = e.get("text") or e.get("name") or e.get("layer") or ""
    return [f"{e['kind']} {about!r}: {line}" for line in CHECKS[e["kind"]](facts, e)]


# ---------------------------------------------------------------- all of them


def run(case, folder):
    article = case["text"]
    if case.get("file"):
        path = Path(folder, "input" + Path(case["file"]).suffix)
        path.write_bytes(article.encode("utf-8"))
        article = factx.Article.from_path(path)
    facts = factx.extract(article, published=case.get("published"))
    return [line for e in case["expect"] for line in check(facts, e)]


def score(cases, errors=None):
    """{kind: {"right", "total", "share"}}, "all" included; (case, lines) of what is wrong go to `errors`."""
    right, total = collections.Counter(), collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            try:
                wrong = run(case, folder)
            except Exception as problem:  # an input that breaks the run is a wrong case like any other
                wrong = [f"{type(problem).__name__}: {problem}"]
            for kind in (case["kind"], "all"):
                total[kind] += 1
                right[kind] += not wrong
            if wrong and errors is not None:
                errors.append((case, wrong))
    return {kind: {"right": right[kind], "total": total[kind], "share": right[kind] / total[kind]} for kind in total}


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases")
    parser.add_argument("--kind")
    parser.add_argument("--quiet", action="store_true", help="the counts alone")
    parser.add_argument("--json", action="store_true", help="counts as JSON")
    args = parser.parse_args(argv)
    with open(args.cases, encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines if line.strip()]
    errors = []
    result = score([case for case in cases if args.kind in (None, case["kind"])], errors)
    if args.json:
        print(json.dumps(result))
        return 0
    for case, wrong in [] if args.quiet else errors:
        published = f" published {case['published']}" if case.get("published") else ""
        print(f"{case['id']} [{case['kind']}] {case['text'][:300]!r}{published}", *wrong, sep="\n    ")
    for kind, found in sorted(result.items(), key=lambda item: item[0] == "all"):
        print(f"{kind:9} {found['right']:5} of {found['total']:5}  {100 * found['share']:5.1f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main())
