"""Whatever the text, every output takes what is extracted from it, and the page keeps the text."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx import Facts, extract
from factx.output.csv_files import to_csv
from factx.output.json_lines import to_json
from factx.output.markdown import to_markdown
from factx.output.table import to_table
from factx.output.wording import UNSEEN

lxml_html = pytest.importorskip("lxml.html")
pytest.importorskip("pyarrow")

PIECES = st.sampled_from([
    "“", "”", "\"", "‘", "’", " said ", "Ann Lee", "ZTE", "$5 million", "5%", "more than 3 km", "yesterday", "May 3, 2024", "1898",
    "next year", "every month", "three decades", ".", ", ", " ", "\n", "\n\n", "\r\n", "<b>", "</p>", "&amp;", "e\u0301", "漢字", "\u202e",
    "\u2066", "\u200d", "\ufeff", "=1", "|", "*", "according to ", "About ZTE", "rose ", "to ", "from ", "Feb 30, 2024",
])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_every_output_takes_it(pieces: list[str]) -> None:
    facts = extract("".join(pieces), published="2024-05-14")
    page = lxml_html.document_fromstring(facts.to_html())
    assert page.get_element_by_id("text").text_content() == facts.article.text
    assert Facts.model_validate_json(to_json(facts, text=True)) == facts
    assert json.loads(to_json(facts))["article"].get("text") is None
    assert len(list(csv.DictReader(io.StringIO(to_csv([facts]), newline="")))) == len(list(facts.records()))
    for text in (to_table(facts, explain=True), to_markdown(facts, explain=True)):
        assert not UNSEEN.search(text)
    assert facts.to_arrow().num_rows == len(list(facts.records()))
