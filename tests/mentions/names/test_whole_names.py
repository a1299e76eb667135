"""Names are found whole: with nicknames in marks, small words and acronyms inside."""

from __future__ import annotations

import pytest

from factx.article import Article
from factx.document import Document
from factx.mentions.names import find_names

WHOLE = [
    ("We met Giordano (Gio) Gorse, the head.", "Giordano (Gio) Gorse", "person"),
    ("We met Quodro “Dr. Q” Gorse, the owner.", "Quodro “Dr. Q” Gorse", "person"),
    ("We met Dr. Quodro “Dr. Q” Gorse, the owner.", "Quodro “Dr. Q” Gorse", "person"),
    ("We met Jo “The Rock” Gorse, the owner.", "Jo “The Rock” Gorse", "person"),
    ("We met Shashank M, CEO of Orlo.", "Shashank M", "person"),
    ("One client, Robert M., called.", "Robert M.", "person"),
    ("Dr. Spirit called.", "Spirit", "person"),
    ("A study by the HR Research Institute is out.", "HR Research Institute", "organization"),
    ("OrloTech, Inc. (OTC: ORL) sells pumps.", "OrloTech, Inc.", "organization"),
    ("We met Orlo Solar Pty. Ltd. in May.", "Orlo Solar Pty. Ltd.", "organization"),
    (
        "Daily News – Orlo Gorse Holding Corp. Wins Big Prize\n\nOrlo Gorse won.",
        "Orlo Gorse Holding Corp.",
        "organization",
    ),
    ("“It rains,” said Orlano Fahad Gorsek Lee, CEO of Tarn.", "Orlano Fahad Gorsek Lee", "person"),
    ("“It rains,” said Zorbak, the CEO of Tarn.", "Zorbak", "person"),
    ("World of Tarns (WOT) is a game.", "World of Tarns", "other"),
    ("We like World of Tarns. Many call World of Tarns a game.", "World of Tarns", "other"),
    # initials in brackets, over commas and small words
    ("Fair Culture, World Good (FCWG) met. FCWG said so.", "Fair Culture, World Good", "other"),
    ("The Tarn Department of Public Good (DPG) met. DPG said so.", "Tarn Department of Public Good", "organization"),
    # small words with a capital inside of a sentence
    ("At Me First Tarns, we care. People like Me First Tarns.", "Me First Tarns", "other"),
    # a genitive inside, of whom the text names nowhere else
    ("So Quorl's Kitchen opened. We like Quorl's Kitchen.", "Quorl's Kitchen", "organization"),
    ("So Quorl's Kitchen opened. We like Quorl's Kitchen. Ann Quorl cooks.", "Quorl's Kitchen", "organization"),
    # three words that the language has not, behind a verb of speech
    ("“It rains,” says Orlano Quorl Zenvik.", "Orlano Quorl Zenvik", "person"),
    # an acronym of common use inside
    ("We sell Innovative EV Technologies now.", "Innovative EV Technologies", "organization"),
    ("We met 2GTarns LLC.", "2GTarns LLC", "organization"),
    # brands without a capital, of which a heading is
    ("We like quorlo. At quorlo, we care.  About quorlo  Founded in 2001.", "quorlo", "organization"),
    # titles that are no offices, of who is called by one name
    ("“It rains,” said Chef Eric.", "Eric", "person"),
    ("His Majesty King Abdullah came.", "King Abdullah", "person"),
    # people whose names are words, by the title behind
    ("“It rains,” said Joel House, founder of Tarn.", "Joel House", "person"),
    ("“It rains,” said Hang Ai, a professor at Tarn.", "Hang Ai", "person"),
    ("Boston Tarvan, CEO of Orlo, left.", "Boston Tarvan", "person"),
    ("“It rains,” said Jo Lee, Quorlo, CEO. Quorlo fell.", "Quorlo", "organization"),
    ("Quorlo, creator of the pump, rose.", "Quorlo", "organization"),
]
CUT = [
    ("He sold the Heart of Orlo.", "Heart of Orlo"),  # written so once
    ("The Orlo “Best Buy” price fell.", "Orlo “Best Buy” price"),
    ("He likes Quorl's Kitchen. Quorl fell.\n\nWe like Quorl's Kitchen.", "Quorl's Kitchen"),  # Quorl is named alone
    ("He likes Houston's Kitchen.\n\nWe like Houston's Kitchen.", "Houston's Kitchen"),  # a place owns it
    ("Houston, TX - Orlo fell.", "TX"),
    ("A Memorandum of Good (MOX) was signed.", "Memorandum of Good"),  # its initials are not used again
    ("We like it. About us  Founded in 2001. Ask us.", "us"),
    ("He spoke of EV Purchases.\n\nOrlo Automotive fell.", "EV Purchases Orlo Automotive"),
]


@pytest.mark.parametrize(("text", "name", "kind"), WHOLE, ids=[text for text, _, _ in WHOLE])
def test_names_are_whole(text: str, name: str, kind: str) -> None:
    found = {(text[n.start : n.end], n.kind) for n in find_names(Document(Article(text=text)))}
    assert (name, kind) in found


@pytest.mark.parametrize(("text", "name"), CUT, ids=[text for text, _ in CUT])
def test_names_do_not_reach_over_what_is_none_of_them(text: str, name: str) -> None:
    assert name not in {text[n.start : n.end] for n in find_names(Document(Article(text=text)))}
