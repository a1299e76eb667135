"""Plain text: encodings, byte order marks, and what is no text."""

from __future__ import annotations

import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from factx import Article, InputError, InputTooLarge
from factx.readers import read_bytes, read_path

detector = pytest.mark.skipif(find_spec("charset_normalizer") is None, reason="needs the extra encodings")
TEXT = "“We won’t pay £5 million – or €6 million,” said José Núñez, chief executive of Café Ltd.\n" * 3


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", pytest.param("cp1252", marks=detector)])
def test_encodings_of_real_files(codec: str) -> None:
    assert read_bytes(TEXT.encode(codec), name="a.txt").text == TEXT


@detector
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_sixteen_bits_without_a_mark(codec: str) -> None:
    assert read_bytes(TEXT.encode(codec), name="a.txt").text == TEXT


@detector
@pytest.mark.parametrize("text", ["“Yes,” she said.", "It’s £5.", "A café – closed.", "Sales: 5 £"])
def test_short_windows_texts(text: str) -> None:
    assert read_bytes(text.encode("cp1252"), name="a.txt").text == text


def test_nothing_is_changed() -> None:
    text = "a\r\n b\t\x0c\u2028e\u0301 \x00 \u202e x\r"
    assert read_bytes(text.encode() + b"plain" * 20, name="a.txt").text == text + "plain" * 20


def test_the_encoding_that_the_user_names_is_obeyed() -> None:
    assert read_bytes("Цена".encode("koi8-r"), name="a.txt", encoding="koi8-r").text == "Цена"
    with pytest.raises(InputError, match=r"a\.txt: not utf-8 text: byte 0xc3 at 0"):
        read_bytes(b"\xc3(", name="a.txt", encoding="utf-8")
    with pytest.raises(InputError, match="no encoding called 'nonsense'"):
        read_bytes(b"x", name="a.txt", encoding="nonsense")


@detector
@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "byte 0x89 at 0"),
        (b"\x7fELF\x02\x01\x01" + bytes(9) + b"\xd0\xff", "byte 0xd0 at 16"),
        (bytes(range(256)) * 4, "byte 0x80 at 128"),
        (b"text" + b"\x01\x02\x03\x04" * 10, "byte 0x01 at 4"),
    ],
)
def test_what_is_no_text_is_an_error_that_names_file_and_byte(data: bytes, where: str) -> None:
    with pytest.raises(InputError, match=rf"^scan\.txt: not a text file.*{where}"):
        read_bytes(data, name="scan.txt")


def test_a_broken_byte_order_mark() -> None:
    with pytest.raises(InputError, match=r"^a\.txt: not utf-8 text: byte 0xff at 5"):
        read_bytes(b"\xef\xbb\xbfab\xffcd", name="a.txt")


def test_without_the_detector_an_old_encoding_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    with pytest.raises(InputError, match=r"a\.txt: not UTF-8 \(byte 0x93 at 0\); pip install 'factx\[encodings\]'"):
        read_bytes(TEXT.encode("cp1252"), name="a.txt")
    assert read_bytes(TEXT.encode("utf-16"), name="a.txt").text == TEXT


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    for path, reason in [
        (tmp_path / "none.txt", "no such file"), (tmp_path, "is a directory"), ("https://x.example/a.html", "save the page"),
        (Path("https://x.example/a.html"), "save the page"), ("a\x00b", "cannot be read"),
    ]:  # fmt: skip
        with pytest.raises(InputError, match=reason):
            Article.from_path(path)


def test_formats_that_are_not_read_say_what_to_do() -> None:
    for name in ("a.doc", "a.rtf", "a.odt", "a.msg"):
        with pytest.raises(InputError, match="save"):
            read_bytes(b"x", name=name)


def test_published_overrides_and_source_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Hello.", encoding="utf-8")
    article = Article.from_path(path, published="2024-05-03")
    assert (article.text, str(article.published), article.source) == ("Hello.", "2024-05-03", str(path))


def test_unknown_endings_are_looked_into() -> None:
    if find_spec("trafilatura"):
        assert read_bytes(b"<!DOCTYPE html><p>Hello there.</p>", name="page").text == "Hello there."
    assert read_bytes(b"Just words.", name="<stdin>").text == "Just words."
    if find_spec("pypdf"):
        with pytest.raises(InputError, match="not a readable PDF"):
            read_bytes(b"%PDF-1.7 broken", name="<stdin>")


def test_a_file_name_that_is_not_utf8_can_be_written(tmp_path: Path) -> None:
    name = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    try:
        (tmp_path / name).write_text("Hello.", encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such name")
    article = Article.from_path(tmp_path / name)
    article.model_dump_json().encode("utf-8")


def test_an_empty_file_is_an_empty_article() -> None:
    assert read_bytes(b"", name="a.txt").text == ""
    assert read_bytes(b"", name="a.html").text == ""
    assert issubclass(InputTooLarge, InputError)


def test_an_archive_that_is_no_word_document_is_said_to_be_none(tmp_path: Path) -> None:
    for name, reason in (
        ("a.xlsx", "save it as .csv"),
        ("a.odt", "save it as .docx"),
        ("a.zip", "an archive that holds no Word"),
    ):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr("content.xml", "<x/>")
        with pytest.raises(InputError, match=reason):
            read_path(tmp_path / name)
