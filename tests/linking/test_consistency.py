"""Pairs of claims that differ, and articles that agree with themselves."""

from __future__ import annotations

import pytest

import factx

DIFFER = [
    # counts
    (
        "Norvik serves 90 dealers in Spain. Later it says: Norvik serves over 90 dealers in Spain.",
        [("90", "90", "over 90 dealers")],
    ),
    (
        "Norvik is used by 140 ministries and 500 road builders. The fair opened. Norvik is used by over 500 road builders in 140 towns.",
        [("140", "140", "140 ministries"), ("500", "500", "over 500 road builders")],
    ),
    (
        "Norvik runs 210 petrol stations. The company was founded in 1970. Norvik runs 260 petrol stations.",
        [("210", "260", "260 petrol stations")],
    ),
    # results
    (
        "Norvik's revenue in 2023 was $5.2 billion. Norvik employs 900 people. Norvik's revenue in 2023 was $5.6 billion.",
        [("$5.2 billion", "$5.6 billion", "revenue")],
    ),
    (
        "Norvik expects revenue of $5.0 billion to $5.2 billion in 2023. Norvik's revenue in 2023 was $5.6 billion.",
        [("$5.0 billion to $5.2 billion", "$5.6 billion", "outside the outlook")],
    ),
    # changes
    ("Sales rose 12.5% to $3.2bn from $3.05bn.", [("12.5%", "$3.2bn", "+4.9%")]),
    ("Sales rose to $3.05bn from $3.2bn.", [("$3.05bn", "$3.2bn", "not up")]),
]

AGREE = [
    "",
    "Sales rose 4.9% to $3.2bn from $3.05bn.",
    "Turnover fell 4.7 percent to $381.9 million from $401.0 million.",
    "On a constant-currency basis, sales rose 8% to $3.2bn from $3.05bn.",
    "Bolt employs about 77,000 people. Bolt employs 77,412 people.",
    "Norvik runs 210 petrol stations in Spain. Norvik runs 260 petrol stations in France.",
    "Bolt opened 12 shops. Bolt opened another 15 shops.",
    "Bolt will cut 500 jobs. Bolt cut 700 jobs in 2022.",
    "Norvik's revenue in 2023 was $5.2 billion. Norvik's revenue in 2022 was $4.9 billion.",
    "Norvik's revenue in 2023 was $5.2 billion. Acme's revenue in 2023 was $4.9 billion.",
    "Norvik's revenue in 2023 was $5.21 billion. Norvik's revenue in 2023 was $5.2 billion.",
    "Norvik's revenue in 2023 was $5.2 billion. Norvik's online sales in 2023 were $1.2 billion.",
    "Norvik paid 4.66bn rupees ($106m). Norvik paid $106m.",
    "Norvik had net income of $2 million in the third quarter. Revenue rose to $5 million from $4.7 million. In the nine months, "
    "Norvik had net income of $6 million. Revenue rose to $14.3 million from $13.1 million.",
    "Norvik's profit in 2023 was $5 million. In the paint segment, profit in 2023 was $3 million.",
    "The net loss narrowed to $3 million from $9 million.",
    "Norvik previously expected revenue of $5.0 billion in 2023. Norvik's revenue in 2023 was $5.6 billion.",
]


@pytest.mark.parametrize(("text", "expected"), DIFFER, ids=[text[:50] for text, _ in DIFFER])
def test_pairs_that_differ(text: str, expected: list[tuple[str, str, str]]) -> None:
    facts = factx.extract(text, published="2024-02-02")
    texts = {c.id: c.span.text for c in (*facts.money, *facts.numbers)}
    found = facts.consistency()
    assert [{texts[pair.first], texts[pair.second]} for pair in found] == [
        {first, second} for first, second, _ in expected
    ]
    for pair, (_, _, words) in zip(found, expected, strict=True):
        assert words in pair.reason


@pytest.mark.parametrize("text", AGREE, ids=[text[:50] or "empty" for text in AGREE])
def test_articles_that_agree(text: str) -> None:
    assert factx.extract(text, published="2024-02-02").consistency() == []
