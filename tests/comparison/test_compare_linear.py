"""Twice the text takes about twice the work, whatever the texts repeat: words and values are looked up, no pairs are tried."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from work import assert_linear

from factx import compare, extract

PIECES = {
    "quotes": "“We sold {n} engines in the town of Elm, and all of them run,” said Ann Lee, head of sales at Bolt.\n\n",
    "one quote again and again": "“We sold many engines in the town of Elm,” said Ann Lee, head of sales at Bolt.\n\n",
    "figures": "Bolt had revenue of £{n} million in the town of Elm in 2023 and employs {n}1 people there.\n\n",
    "one figure again and again": "Bolt had revenue of £58 million in the town of Elm in 2023.\n\n",
    "dates": "The plant in Elm number {n} was closed on 3 June 2022.\n\n",
    "one word": "“the the the the the the the the the the the the the the,” said Ann Lee.\n\n",
}


def repeated(piece: str, length: int) -> str:
    parts, size, number = [], 0, 10
    while size < length:
        parts.append(piece.replace("{n}", str(number)))
        size += len(parts[-1])
        number += 7
    return "".join(parts)


@pytest.mark.parametrize("name", PIECES)
@pytest.mark.parametrize("other", ["the same", "changed"])
def test_work_grows_with_the_texts(name: str, other: str) -> None:
    def prepare(text: str) -> Callable[[], object]:  # of the length of the text alone
        length = len(text)
        source = extract(repeated(PIECES[name], length))
        changed = PIECES[name].replace("Elm", "Oak").replace("58", "59")
        report = source if other == "the same" else extract(repeated(changed, length))
        return lambda: compare(source, report, mode="report")

    assert_linear(prepare, "x", size=8_000)
