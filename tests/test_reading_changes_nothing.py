"""How a text was typed or wrapped changes no record but its offsets: hard wraps, ligatures, accents, odd spaces, entities."""

from __future__ import annotations

import json
import re
import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import factx

CASES = Path(__file__).parent / "cases"
WIDTHS = (40, 48, 60, 72, 80, 100)


def texts(shortest: int) -> list[str]:
    """Texts of one paragraph from the tables of cases, without the marks that some tables use."""
    rows = [
        json.loads(line)["text"]
        for kind in ("amounts", "dates", "quotes")
        for name in ("core", "in_the_wild")
        for line in (CASES / kind / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    return [text for text in rows if len(text) > shortest and not re.search(r"[\n<\[&#]", text)]


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


LONG = texts(70)


@pytest.mark.parametrize("width", WIDTHS)
def test_hard_wraps(width: int) -> None:
    changed = []
    tried = 0
    for text in LONG:
        lines = textwrap.wrap(text, width, break_long_words=False)
        # Two lines of which the first is a whole sentence can as well be two paragraphs.
        if len(lines) < 2 or (len(lines) == 2 and lines[0][-1] in '.!?:”"'):
            continue
        tried += 1
        if records("\n".join(lines)) != records(text):
            changed.append("\n".join(lines))
    assert tried > 10
    # "at 5pm EDT\n(9pm GMT)" and a few other breaks inside of a phrase cannot be told from the end of a line.
    assert len(changed) <= 0.03 * tried, changed


def ligatures(text: str) -> str:
    return text.replace("ffi", "\ufb03").replace("fi", "\ufb01").replace("fl", "\ufb02").replace("ff", "\ufb00")


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


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


@pytest.mark.parametrize(
    "change", [ligatures, decomposed, soft_hyphens, wide_digits, entities, mojibake, fixed_spaces, thin_spaces]
)
def test_characters(change: Callable[[str], str]) -> None:
    pairs = [(text, change(text)) for text in texts(20)]
    different = [(text, other) for text, other in pairs if text != other]
    assert different
    assert [other for text, other in different if records(other) != records(text)] == []
