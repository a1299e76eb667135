"""Where companies are listed: symbol and exchange from the bracket behind the name, for the company and nobody else."""

from __future__ import annotations

import pytest

import factx

LISTED = [
    ("Royal Zenvia (NYSE: ZNV, AEX: ZNVA), a leader in gears, said that it had won.", "Royal Zenvia", "NYSE", "ZNV"),
    ("Zenvia Metals (CSE: ZNM) (OTCQB: ZNMF) rose. Zenvia Metals said that it had won.", "Zenvia Metals", "CSE", "ZNM"),
    ("Zenvia AG (XETRA:ZNG) fell. Zenvia AG said that it had lost.", "Zenvia AG", "Xetra", "ZNG"),
    ("Zenvia Inc. (“Zenvia”) (Nasdaq GS: ZNV) fell. Zenvia said that it had lost.", "Zenvia Inc.", "NASDAQ", "ZNV"),
    ("Zenvia Corp. (TSX.V: ZV; OTCQX: ZVVF) fell. Zenvia Corp. said that it had lost.", "Zenvia Corp.", "TSXV", "ZV"),
    ("Zenvia Holdings (HKEX: 1234) fell. Zenvia Holdings said that it had lost.", "Zenvia Holdings", "HKEX", "1234"),
    ("Zenvia plc fell. Zenvia plc said that it had lost.", "Zenvia plc", None, None),
    ("Zenvia plc (photo: ZNV) fell. Zenvia plc said that it had lost.", "Zenvia plc", None, None),
    ("Zenvia plc fell, and so did Tarn Ltd. (LSE: TRN). Zenvia plc said that it had lost.", "Zenvia plc", None, None),
]


@pytest.mark.parametrize(("text", "name", "exchange", "ticker"), LISTED, ids=[text[:40] for text, *_ in LISTED])
def test_listing(text: str, name: str, exchange: str | None, ticker: str | None) -> None:
    (speaker,) = [s for s in factx.extract(text).speakers if s.name == name]
    assert (speaker.exchange, speaker.ticker) == (exchange, ticker)


def test_listing_is_in_the_outputs() -> None:
    facts = factx.extract(LISTED[0][0])
    (row,) = [row for row in facts.to_rows() if row["kind"] == "speaker"]
    assert (row["exchange"], row["ticker"]) == ("NYSE", "ZNV")
    assert "NYSE: ZNV" in facts.to_html()
