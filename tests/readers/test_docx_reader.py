"""Word documents: paragraphs, lists, tables, links and tracked changes."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from factx import InputError, MissingExtra, extract
from factx.readers import read_bytes

docx = pytest.importorskip("docx")

Save = Callable[[Any], bytes]
SAID = "“We stand by our figures,” said Ann Lee, head of sales. It cost $14 million in 2023."


def read(data: bytes) -> str:
    return read_bytes(data, name="a.docx").text


def test_paragraphs_headings_and_runs(docx_bytes: Save) -> None:
    document = docx.Document()
    document.add_heading("Acme stands by its figures", 1)
    paragraph = document.add_paragraph("“We stand by ")
    paragraph.add_run("our").bold = True
    paragraph.add_run(" figures,” said Ann Lee, head of sales. It cost $14 million in 2023.")
    document.add_paragraph("")
    document.add_paragraph("Done.")
    document.core_properties.title = "Figures"
    document.core_properties.author = "Acme Press"
    article = read_bytes(docx_bytes(document), name="a.docx")
    assert article.text == f"Acme stands by its figures\n\n{SAID}\n\nDone."
    assert (article.title, article.byline, article.published) == ("Figures", "Acme Press", None)
    facts = extract(article)
    assert all(article.text[r.span.start : r.span.end] == r.span.text for r in (*facts.money, *facts.dates))


def test_lists(docx_bytes: Save) -> None:
    document = docx.Document()
    document.add_paragraph("Results:")
    document.add_paragraph("Sales rose 5%", style="List Bullet")
    document.add_paragraph("Costs fell 2%", style="List Number")
    document.add_paragraph("That is all.")
    assert read(docx_bytes(document)) == "Results:\n\n• Sales rose 5%\n• Costs fell 2%\n\nThat is all."


def test_tables_stand_where_they_stand(docx_bytes: Save) -> None:
    document = docx.Document()
    document.add_paragraph("Before.")
    table = document.add_table(rows=3, cols=3)
    for row, cells in enumerate((("Item", "2023", "2024"), ("Revenue", "$5m", "$6m"), ("Note", "merged", ""))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    table.cell(2, 1).merge(table.cell(2, 2))
    document.add_paragraph("After.")
    assert read(docx_bytes(document)) == "Before.\n\nItem | 2023 | 2024\nRevenue | $5m | $6m\nNote | merged\n\nAfter."


def test_breaks_tabs_and_hyphens(docx_bytes: Save) -> None:
    document = docx.Document()
    run = document.add_paragraph("one").add_run()
    run.add_break()
    run.add_text("two\tthree")
    run.add_text(" four\u2011five")
    assert read(docx_bytes(document)) == "one\ntwo\tthree four\u2011five"


def test_tracked_changes_and_links(docx_bytes: Save) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("It cost ")
    for tag, text, inner in (
        ("ins", "$14 million", "t"),
        ("del", "$12 million", "delText"),
        ("hyperlink", " in 2023", "t"),
    ):
        run = deepcopy(paragraph.runs[0]._r)
        run.remove(run[-1])
        element = docx.oxml.OxmlElement(f"w:{inner}")
        element.text = text
        element.set(docx.oxml.ns.qn("xml:space"), "preserve")
        run.append(element)
        wrapper = docx.oxml.OxmlElement(f"w:{tag}")
        wrapper.append(run)
        paragraph._p.append(wrapper)
    assert read(docx_bytes(document)) == "It cost $14 million in 2023"


def test_files_that_cannot_be_read() -> None:
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "no document")
    for data in (b"", b"PK\x03\x04broken", b"plain text", other.getvalue()):
        with pytest.raises(InputError, match=r"^a\.docx: not a readable \.docx document"):
            read(data)


def test_a_document_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch, docx_bytes: Save) -> None:
    monkeypatch.setattr("factx.readers.docx.LARGEST", 1000)
    with pytest.raises(InputError, match=r"unpacks to [\d,]+ bytes, the limit is 1,000"):
        read(docx_bytes(docx.Document()))


def test_missing_extra_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(
        MissingExtra, match=r"^a\.docx: reading Word documents needs python-docx: pip install 'factx\[docx\]'$"
    ):
        read(b"PK")


def xml(tag: str, inner: str = "", **attributes: str) -> str:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    given = "".join(f' w:{name}="{value}"' for name, value in attributes.items())
    return f"<w:{tag} {space}{given}>{inner}</w:{tag}>"


def test_content_controls_are_read_where_they_stand(docx_bytes: Save) -> None:
    from docx.oxml import parse_xml

    document = docx.Document()
    first = document.add_paragraph("First.")
    document.add_paragraph("Third.")
    words = xml("p", xml("r", xml("t", "Second, for $14 million.")))
    first._p.addnext(parse_xml(xml("sdt", xml("sdtContent", words + xml("sdt", xml("sdtContent", words.replace("Second", "And"))))))
    )  # fmt: skip
    assert read(docx_bytes(document)) == "First.\n\nSecond, for $14 million.\n\nAnd, for $14 million.\n\nThird."


def test_hidden_text_is_not_read(docx_bytes: Save) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("It cost $14 million")
    paragraph.add_run(" (draft: $9 million)").font.hidden = True
    paragraph.add_run(".").font.hidden = False
    assert read(docx_bytes(document)) == "It cost $14 million."


def test_the_letterhead_is_read_and_page_numbers_are_not(docx_bytes: Save) -> None:
    document = docx.Document()
    document.add_paragraph(SAID)
    header = document.sections[0].header
    header.paragraphs[0].text = "Acme Gears plc"
    header.add_paragraph("Page 1 of 3")
    assert read(docx_bytes(document)) == f"Acme Gears plc\n\n{SAID}"
