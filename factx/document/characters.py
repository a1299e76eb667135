"""Characters that stand for others: ligatures, decomposed accents, full-width forms, odd spaces, entities, mojibake.

Nothing is guessed: a piece is put right only where it can be nothing else in an English text.

>>> same_length("5\\u00a0million, 2\\u202f500 and \\uff04\\uff15")
'5 million, 2\\u202f500 and $5'
>>> [(edit.start, edit.text) for edit in character_edits("o\\ufb03ce, cafe\\u0301, A&amp;B, donâ€™t")]
[(1, 'ffi'), (9, 'é'), (14, '&'), (25, '’')]
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from factx.document.edits import Edit

__all__ = ["character_edits", "same_length"]


def _c1() -> dict[int, str]:
    """The controls 80 to 9F, which nobody writes: bytes of Windows-1252 that were taken for Latin-1."""
    shown = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
    return {code: character for code, character in shown.items() if character}


C1 = _c1()
SPACES = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u200a\u205f\u3000"
MARKS = {"❝": "“", "❞": "”", "❛": "‘", "❜": "’", "〝": "“", "〞": "”", "〟": "”"}
ONE_FOR_ONE: dict[int, str] = {
    **C1,
    **dict.fromkeys(map(ord, SPACES), " "),
    **{ord(mark): plain for mark, plain in MARKS.items()},
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in (*range(0xFF01, 0xFF5F), *range(0xFFE0, 0xFFE7))},
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x1D400, 0x1D800)},
}
"""Full-width forms and mathematical letters (which pages use for bold type) with their plain ones."""
del ONE_FOR_ONE[0xFFE3]  # a macron, which becomes a space and a mark

GROUPING = "\u00a0\u2009\u202f"
BLANK = re.compile(rf"[{GROUPING}](?!(?<=\d.)\d{{3}}(?!\d))")
"""A space that does not break is a space, but between digits a mark of their groups."""
POINT = re.compile(r"(?<=\d)·(?=\d)")
MAC = re.compile(r"(?<!\w)Ò(?=\w)[^ÒÓ\n]{2,600}[.,!?]Ó(?!\w)")
"""Quotation marks of the old Mac encoding, read as Latin-1."""


def same_length(text: str) -> str:
    """The text with characters replaced one for one."""
    if text.isascii():
        return text
    if "Ò" in text and MAC.search(text) is not None:
        text = text.translate(_mac())
    text = text.translate(ONE_FOR_ONE)
    return POINT.sub(".", BLANK.sub(" ", text))


def _mac() -> dict[int, str]:
    return {code: bytes([code]).decode("mac_roman") for code in range(0x80, 0x100) if code not in (0xA3, 0xA9)}


# Bytes 80 to BF as Latin-1 or Windows-1252 shows them: what follows the first byte of a character of UTF-8.
FOLLOWING = "\u0080-\u00bf" + re.escape("".join(C1.values()))
ODD = re.compile("[&ÂÃÄÅâïð\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufb00-\ufb06]")
"""Where a piece can begin: a text without one is passed over."""
PIECE = re.compile(
    rf"""
      (?P<entity>&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z]{{2,8}}\d{{0,2}});)
    | (?P<bytes>[ÂÃÄÅ][{FOLLOWING}] | â[{FOLLOWING}]{{2}} | ï[»¿¬]{{2}} | ð[{FOLLOWING}]{{3}})
    | (?P<accented>[^\W\d_][\u0300-\u036f]{{1,8}})
    | (?P<hyphen>\u00ad(?:\r?\n)?)
    | (?P<nothing>[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+)
    | (?P<ligature>[\ufb00-\ufb06])
    """,
    re.VERBOSE,
)


def character_edits(text: str) -> Iterator[Edit]:
    """The characters of `text` that stand for more or fewer characters than they are."""
    if ODD.search(text) is None:
        return
    for match in PIECE.finditer(text):
        read = _read(match[0], str(match.lastgroup))
        if read != match[0]:
            yield Edit(match.start(), match.end(), read)


def _read(piece: str, kind: str) -> str:
    if kind == "entity":
        shown = html.unescape(piece)
        return same_length(shown) if shown != piece and "\n" not in shown else piece
    if kind == "bytes":
        return same_length(_decoded(piece)).replace("\ufeff", "")
    if kind == "accented":
        return unicodedata.normalize("NFC", piece)
    if kind == "ligature":
        return unicodedata.normalize("NFKC", piece)
    return ""


BYTES = {character: code for code, character in C1.items()}


def _decoded(piece: str) -> str:
    """UTF-8 that was read one byte a character, put together again; as it is where it is none."""
    try:
        return bytes(BYTES.get(character, ord(character)) for character in piece).decode("utf-8")
    except ValueError:
        return piece
