"""How a text was typed or wrapped changes no record but its offsets: hard wraps, ligatures, accents, odd spaces, entities."""

from __future__ import annotations

import json
import re
import textwrap
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import factx

CASES = Path(__file__).parent / "cases"
WIDTHS = (40, 48, 60, 72, 80, 100)
KINDS = ("amounts", "claims", "dates", "quotes", "speakers")
LEFT_OUT = ("known_failures", "negative")


@cache
def texts(shortest: int) -> list[str]:
    """Texts of one paragraph from the tables of cases, without the marks that some tables use."""
    files = [file for kind in KINDS for file in sorted((CASES / kind).glob("*.jsonl")) if file.stem not in LEFT_OUT]
    rows = [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [text for text in dict.fromkeys(rows) if len(text) > shortest and not re.search(r"[\n<\[&#]|  ", text)]


@cache
def records(text: str) -> Any:
    """The records without their offsets; white space in what is quoted from the text is one space."""
    facts = factx.extract(text, published="2024-05-07")
    return without_offsets(facts.model_dump(mode="json", exclude={"article"}))


def without_offsets(value: Any) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            return plain(value["text"])
        return {key: without_offsets(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(without_offsets(item) for item in value)
    return plain(value) if isinstance(value, str) else value


def plain(text: str) -> str:
    """What a reader takes the piece of text for."""
    text = factx.document.Document(factx.Article(text=text)).text
    return " ".join(re.sub(r"(?<=\w)-\s+", "-", text).replace("\u00a0", " ").replace("\u202f", " ").split())


def wrapped(width: int) -> list[str]:
    """The texts that a width is tried on: the narrowest on all, the others by turns."""
    long = texts(width + 5)
    return long if width == WIDTHS[0] else long[WIDTHS.index(width) - 1 :: 2]


@pytest.mark.parametrize("width", WIDTHS)
def test_hard_wraps(width: int) -> None:
    changed = []
    tried = 0
    for text in wrapped(width):
        lines = textwrap.wrap(text, width, break_long_words=False)
        # Two lines of which the first is a whole sentence can as well be two paragraphs.
        if len(lines) < 2 or (len(lines) == 2 and lines[0][-1] in '.!?:”"'):
            continue
        tried += 1
        if records("\n".join(lines)) != records(text):
            changed.append("\n".join(lines))
    assert tried > (218 if width == WIDTHS[0] else 10)
    # A line "(42) cooks" or "24/7." behind a short one can as well be a paragraph: it is not told from a headline's.
    assert len(changed) <= 0.02 * tried + 1, changed


def ligatures(text: str) -> str:
    return text.replace("ffi", "\ufb03").replace("fi", "\ufb01").replace("fl", "\ufb02").replace("ff", "\ufb00")


ACCENTS = {"a": "á", "e": "é", "i": "í", "o": "ö", "u": "ü"}


def soft_hyphens(text: str) -> str:
    return re.sub(r"(?<=[a-z]{3})(?=[a-z]{4})", "\u00ad", text)


def wide_digits(text: str) -> str:
    return text.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})


def entities(text: str) -> str:
    return text.replace("“", "&ldquo;").replace("”", "&rdquo;").replace("’", "&#8217;").replace("£", "&pound;")


def mojibake(text: str) -> str:
    return re.sub("[“‘’£€–]", lambda match: match[0].encode().decode("cp1252"), text)


def fixed_spaces(text: str) -> str:
    return re.sub(r"(?<!\d) | (?!\d)", "\u00a0", text)


def thin_spaces(text: str) -> str:
    return re.sub(r"(?<!\d) | (?!\d)", "\u2009", text)


LEAST = {"ligatures": 100, "soft_hyphens": 300, "wide_digits": 300, "entities": 100, "mojibake": 100,
         "fixed_spaces": 300, "thin_spaces": 300}  # fmt: skip
"""How many texts each change is at least tried on."""


@pytest.mark.parametrize(
    "change", [ligatures, soft_hyphens, wide_digits, entities, mojibake, fixed_spaces, thin_spaces]
)
def test_characters(change: Callable[[str], str]) -> None:
    pairs = [(text, change(text)) for text in texts(20)]
    different = [(text, other) for text, other in pairs if text != other]
    assert len(different) > LEAST[change.__name__]
    assert [other for text, other in different if records(other) != records(text)] == []


def test_decomposed_accents() -> None:
    accented = [re.sub(r"(?<=[A-Z][a-z])[aeiou]", lambda match: ACCENTS[match[0]], text) for text in texts(20)]
    pairs = [(text, unicodedata.normalize("NFD", text)) for text in accented]
    different = [(text, other) for text, other in pairs if text != other]
    assert len(different) > 300
    assert [other for text, other in different if records(other) != records(text)] == []
