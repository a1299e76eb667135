"""The amounts that readers annotated, and whether two answers say the same: what `training/claims.py` learns from.

`claims.tsv` has what readers said, who saw the texts and not what factx makes of them: where an amount stands, the answers that they
would accept ("-": the text tells none), and whether it is for learning or held out. Nothing is learned here from the "unsure" ones, drawn
because the points were not sure of them: held-out choices were right as often without. The texts are not in the project: press releases (CC0)
and news of `../shared`. The annotated statements and our own cases are learned from as well.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factx.linking.claims.ranking import QUESTIONS

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "benchmarks"))
from scorers.statements import same_period, same_subject  # noqa: E402

CASES = HERE.parent / "tests" / "cases" / "claims"


@dataclass(slots=True)
class Answer:
    """What is right for the amount at `start` to `end`, by question; `held`: not for learning."""

    start: int
    end: int
    money: bool
    right: Mapping[str, Sequence[str]]
    held: bool = False


@dataclass(slots=True)
class Text:
    text: str
    published: str | None
    answers: list[Answer] = field(default_factory=list)


def annotated(shared: Path) -> dict[str, Text]:
    """All texts with answers, by id."""
    known: dict[str, Text] = {}
    with gzip.open(shared / "corpus" / "releases.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            known[row["id"]] = Text(row["text"], row["archived"][:10])
    for part in ("quotes", "dates"):
        for line in (shared / "bench" / part / "dev.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            known[row["id"]] = Text(row["text"], row.get("published"))
    for line in (HERE / "claims.tsv").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            ident, start, end, kind, part, *right_of = line.split("\t")
            if part == "unsure":
                continue
            right = {question: told.split(" / ") for question, told in zip(QUESTIONS, right_of, strict=True) if told}
            known[ident].answers.append(Answer(int(start), int(end), kind == "money", right, part == "held"))
    known.update(statements(shared))
    known.update(_own_cases())
    return {ident: text for ident, text in known.items() if text.answers}


def statements(shared: Path) -> Iterator[tuple[str, Text]]:
    """The annotated statements."""
    for name in ("dev", "dev2"):
        for line in (shared / "bench" / "statements" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["id"], Text(row["text"], row.get("published"), list(_gold(row)))


def _gold(row: dict[str, Any]) -> Iterator[Answer]:
    for kind in ("money", "numbers"):
        for record in row[kind]:
            right = {question: [record[question]] for question in QUESTIONS if record.get(question)}
            if kind == "money" and not record.get("period"):
                right["period"] = ["-"]
            yield Answer(record["start"], record["end"], kind == "money", right)


def _own_cases() -> Iterator[tuple[str, Text]]:
    """The cases of the tests that tell a subject."""
    for path in sorted(CASES.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            text = Text(row["text"], row.get("published", "2024-05-07"))
            for record in row.get("claims", ()):
                before, amount = "", record.get("amount")
                if amount is None:
                    before, amount, _ = record["at"].replace("]", "[").split("[")
                at = row["text"].find(before + amount) + len(before)
                right = {question: [record[question] or "-"] for question in QUESTIONS if question in record}
                money = not amount.endswith(("%", "cent", "percent"))
                text.answers.append(Answer(at, at + len(amount), money, right))
            yield f"{path.stem}:{number}", text


def is_same(question: str, wanted: str, told: str, groups: Sequence[set[str]]) -> bool:
    """Do two answers say the same, as the annotated statements are scored? "-" equals only itself."""
    if "-" in (wanted, told):
        return wanted == told
    if question == "period":
        return bool(same_period({"period": wanted}, {"period": told}))
    return bool(same_subject(wanted, told, groups))
