"""Forty pages and files as people have them, in `tests/cases/files`: text, title, byline and day as a reader would write them down.

Newsrooms, filings, blogs and wires in the layouts that such pages have; PDF files with columns, ligatures, letterheads and notes;
Word documents with content controls, hidden text and changes; mails with attachments, forwarded or of HTML alone. All of it is
invented. `expected.jsonl` was written before any of them was read: `has` and `hasnot` are pieces of the text, `today` the day that
the text's own "today" means.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factx import Article, extract
from factx.document import Document

for needed in ("trafilatura", "pypdf", "docx"):
    pytest.importorskip(needed)

FILES = Path(__file__).parents[1] / "cases" / "files"
CASES = [json.loads(line) for line in (FILES / "expected.jsonl").read_text(encoding="utf-8").splitlines()]


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("case", CASES, ids=[case["file"] for case in CASES])
def test_a_file_is_read_as_a_person_reads_it(case: dict[str, Any]) -> None:
    article = Article.from_path(FILES / case["file"])
    facts = extract(article, only="dates")
    text = squeezed(Document(article).text)
    day = facts.article.published if case["published"] else article.published
    told = {"title": article.title, "byline": article.byline, "published": str(day) if day else None}
    assert told == {key: case[key] for key in told}
    assert [piece for piece in case["has"] if squeezed(piece) not in text] == []
    assert [piece for piece in case["hasnot"] if squeezed(piece) in text] == []
    if "today" in case:
        assert {date.value for date in facts.dates if date.span.text.lower() == "today"} == {case["today"]}
    assert all(article.text[date.span.start : date.span.end] == date.span.text for date in facts.dates)


def test_there_are_forty() -> None:
    assert {case["file"] for case in CASES} == {path.name for path in FILES.iterdir()} - {"expected.jsonl"}
    assert len(CASES) == 40
