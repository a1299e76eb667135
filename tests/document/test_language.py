"""Only English is read, and the result says so."""

from __future__ import annotations

import pytest

import factx

TEXTS = {
    "de": "Die Kestrel AG hat am Montag mitgeteilt, dass sie zwei Werke für 5 Millionen Euro kauft. „Wir sind froh“, sagte Mara Quill.",
    "fr": "Kestrel a annoncé lundi que la société avait vendu deux usines pour 5 millions d’euros. « Nous sommes contents », a dit Mara Quill.",
    "es": "Kestrel anunció el lunes que la empresa había vendido dos de sus fábricas por 5 millones de euros, según dijo su jefa en Oslo.",
    "it": "Kestrel ha annunciato lunedì che la società ha venduto due fabbriche per 5 milioni di euro e che non ne venderà altre nel 2024.",
    "nl": "Kestrel heeft maandag gezegd dat het bedrijf twee fabrieken voor 5 miljoen euro heeft verkocht en dat er niet meer volgen.",
    "sv": "Kestrel meddelade på måndagen att bolaget har sålt två fabriker för 5 miljoner euro och att det inte är de sista som säljs.",
    "und": "Компания сообщила в понедельник, что продала два завода за 5 миллионов евро, и что больше продавать не будет.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_another_language_gives_a_warning_and_no_records(code: str) -> None:
    facts = factx.extract(TEXTS[code], published="2024-05-07")
    assert facts.language == code
    assert list(facts.records()) == []
    assert "only English is read" in facts.warnings[0]


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel sold two plants for $5 million on Monday, said Mara Quill, its head. “C’est la vie,” she said of the sale in Paris.",
        "Q3 revenue: $5 million (+4%)",
        "GmbH, S.p.A., S.A. de C.V. und AG",
        "",
    ],
)
def test_english_is_read(text: str) -> None:
    facts = factx.extract(text, published="2024-05-07")
    assert facts.language == "en"
    assert facts.warnings == ()


def test_a_few_lines_of_another_language_do_no_harm() -> None:
    text = (
        "The firm sold two of its plants for $5 million on Monday, and it will sell no more of them, its head said. "
        * 4
    )
    facts = factx.extract(f"{text}\n\n{TEXTS['de']}", published="2024-05-07")
    assert facts.language == "en"
    assert len(facts.money) >= 4
