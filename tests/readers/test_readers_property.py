"""Whatever the bytes, a reader gives an article or says what is wrong."""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factx import Article, FactxError
from factx.readers import SUFFIXES, read_bytes
from factx.readers.text import mended

for package in ("trafilatura", "pypdf", "docx", "charset_normalizer"):
    pytest.importorskip(package)

WORDS = "“We sold 3 km of cable for $5 million,” said Ann Lee. "
SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def article_or_error(data: bytes, name: str) -> Article | None:
    try:
        article = read_bytes(data, name=name)
    except FactxError as error:
        named = str(error).startswith(name)
        article = None
    else:
        named = True
        article.model_dump_json().encode("utf-8")
    assert named
    return article


@SLOW
@given(st.binary(max_size=400), st.sampled_from([*SUFFIXES, ".xyz"]))
def test_any_bytes(data: bytes, suffix: str) -> None:
    article_or_error(data, f"a{suffix}")


@SLOW
@given(st.text(max_size=200), st.sampled_from([".txt", ".md", ".html", ".eml"]))
def test_any_text(text: str, suffix: str) -> None:
    article = article_or_error(text.encode("utf-8", "replace"), f"a{suffix}")
    if suffix == ".txt" and article is not None and not text.startswith("\ufeff"):
        assert article.text == mended(text.encode("utf-8", "replace").decode())


class Sound:
    """Files that are whole; its repr is short for the sake of reports."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files


TAGS = ["<p>", "</p>", "<div>", "</div>", "<ul>", "<li>", "<table>", "<tr>", "<td>", "<h1>", "</h1>", "<br>", "<a href='x'>", "<!--",
        "-->", "<script>", "</script>", "<meta charset=utf-16>", "<title>", "<svg>", "<b", "&", "&#0;", "&#x110000;", "\x00", WORDS]  # fmt: skip


@SLOW
@given(st.lists(st.sampled_from(TAGS), max_size=40))
def test_any_page(pieces: list[str]) -> None:
    article = article_or_error("".join(["<html><body>", *pieces]).encode(), "a.html")
    assert article is not None or pieces.count("\x00") > 3


@SLOW
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=8), st.sampled_from(["pdf", "docx"]))
def test_damaged_documents(sound: Sound, at: int, junk: bytes, kind: str) -> None:
    data = sound.files[kind]
    at %= len(data)
    article_or_error(data[:at] + junk + data[at + len(junk) :], f"a.{kind}")
    article_or_error(data[:at], f"a.{kind}")


@pytest.fixture(scope="module")
def sound(pdf: object, placed: object) -> Sound:
    assert callable(pdf)
    assert callable(placed)
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph(WORDS)
    out = io.BytesIO()
    document.save(out)
    return Sound({"pdf": pdf([placed([WORDS, WORDS])]), "docx": out.getvalue()})
