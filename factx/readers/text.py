"""Plain text: bytes to characters, by a byte order mark, as UTF-8, or by a detector; never a silent guess.

>>> decode("“No” – £5".encode("utf-16"), "note.txt")
'“No” – £5'
"""

from __future__ import annotations

import codecs
import re

from factx.article import Article
from factx.errors import InputError

__all__ = ["decode", "read"]

MARKS = [
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
]  # fmt: skip
"""Byte order marks, the longer before the shorter that it begins with."""

NARROW = ["cp1252", "mac_roman"]
WIDE = ["utf_16_le", "utf_16_be"]
"""What English text that is not UTF-8 is written in, without and with NUL bytes. A detector that may pick any encoding
reads smart quotes as Cyrillic, and seven letters as three of Chinese."""

LATIN = frozenset({"ascii", "latin-1", "iso8859-1", "cp1252"})
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
NOT_TEXT = 0.05
"""Share of control characters above which valid UTF-8 is not taken to be text."""


WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
WINDOWS_MARKS = re.compile("[\x80\x82-\x84\x86-\x8c\x91-\x9c]")
FEW = 3
"""As many control characters are let pass in however short a text."""
MOSTLY_ASCII = 0.4
"""Share of other bytes below which a text that the detector has no opinion on is read as Windows-1252, if it can be."""


def read(data: bytes, name: str, *, encoding: str | None = None) -> Article:
    """The text as it is, line ends included; only a byte order mark is left out."""
    return Article(text=decode(data, name, encoding=encoding), source=name)


def decode(data: bytes, name: str, *, encoding: str | None = None, declared: str | None = None) -> str:
    """`data` as text.

    `encoding`: what the user says it is, which is obeyed. `declared`: what the file says it is, which is tried first.
    Raises `InputError` naming the file and the byte for what is not text, and for an older encoding where the detector
    (the extra `encodings`) is not installed.
    """
    if encoding is not None:
        return _strictly(data, encoding, name)
    return mended(_decoded(data, name, declared))


def mended(text: str) -> str:
    """The text with what an earlier reader took for Latin-1 put right: the marks of Windows, and UTF-16 one byte a character.

    >>> mended("\\x93No\\x94 \\x96 \\x805"), mended("N\\x00o\\x00")
    ('“No” – €5', 'No')
    """
    if "\x00" in text and _looks_wide(text.count("\x00"), len(text)):
        try:
            raw = text.encode("latin-1")
            return raw.decode("utf-16" if raw[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else _order(raw))
        except UnicodeError:
            return text
    return text.translate(WINDOWS) if WINDOWS_MARKS.search(text) is not None else text


def _looks_wide(zeros: int, size: int) -> bool:
    return 0.3 < zeros / size < 0.6


def _order(raw: bytes) -> str:
    return "utf-16-le" if raw[1::2].count(0) >= raw[::2].count(0) else "utf-16-be"


def _decoded(data: bytes, name: str, declared: str | None) -> str:
    for mark, codec in MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], codec, name, skipped=len(mark))
    if declared is not None and (text := _as_declared(data, declared)) is not None:
        return text
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _detect(data, name, error.start)
    if _looks_wide(data.count(0), len(data) or 1) and max(text) <= "\xff":
        return text  # UTF-16 that was saved as UTF-8, byte by byte
    odd = list(CONTROL.finditer(data)) if CONTROL.search(data) else []
    if len(odd) > max(FEW, NOT_TEXT * len(data)):
        return _detect(data, name, odd[0].start())
    return text


def _strictly(data: bytes, codec: str, name: str, skipped: int = 0) -> str:
    try:
        return data.decode(codec)
    except LookupError:
        raise InputError(f"{name}: there is no encoding called {codec!r}") from None
    except UnicodeDecodeError as error:
        at = error.start + skipped
        raise InputError(f"{name}: not {codec} text: byte 0x{data[error.start]:02x} at {at:,}") from None


def _as_declared(data: bytes, declared: str) -> str | None:
    try:
        codec = codecs.lookup(declared).name
        # Browsers read these labels as Windows-1252, and pages are written for browsers.
        return data.decode("cp1252" if codec in LATIN else codec)
    except (LookupError, UnicodeError, ValueError):
        return None


def _detect(data: bytes, name: str, at: int) -> str:
    """Text in an older encoding. `at`: the first byte that is not UTF-8 text."""
    zero = data.find(b"\0")
    looks_wide = zero >= 0 and 0.3 < data.count(b"\0") / len(data) < 0.6
    where = f"byte 0x{data[at]:02x} at {at:,}"
    if zero >= 0 and not looks_wide:
        raise InputError(f"{name}: not a text file ({where})")
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        raise InputError(
            f"{name}: not UTF-8 ({where}); pip install 'factx[encodings]' reads older encodings, "
            "or save the file as UTF-8"
        ) from None
    best = from_bytes(data, cp_isolation=WIDE if looks_wide else NARROW).best()
    if best is None and not CONTROL.search(data) and sum(byte > 127 for byte in data) < MOSTLY_ASCII * len(data):
        return _strictly(data, "cp1252", name)  # too short for the detector to have an opinion
    if best is None:
        raise InputError(f"{name}: not a text file, or in an encoding that cannot be told ({where})")
    return _strictly(data, best.encoding, name)
