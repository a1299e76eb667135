"""Names: kinds by shape, context and agreement; what is no name; properties that hold for any text."""

from __future__ import annotations

import pytest
from hostile import PIECES
from hypothesis import given, settings
from hypothesis import strategies as st
from work import Work, assert_linear

from factx.article import Article
from factx.document import Document
from factx.mentions.names import find_names
from factx.mentions.names.shapes import shapes


def names(text: str) -> list[tuple[str, str]]:
    return [(text[n.start : n.end], n.kind) for n in find_names(Document(Article(text=text)))]


KINDS = {"p": "person", "o": "organization", "l": "place", "x": "other"}

TABLE = [
    # text, names as "kind:text"
    ("We met Mark Tarvan there.", "p:Mark Tarvan"),
    ("We met Miguel de Orcaza there.", "p:Miguel de Orcaza"),
    ("We met Nick Van den Berg there.", "p:Nick Van den Berg"),
    ("We met J. K. Rollins and J.P. Lossman there.", "p:J. K. Rollins|p:J.P. Lossman"),
    ("We met John Harding Jr. there.", "p:John Harding Jr."),
    ("We met Mr. Zorbak and Dr Xyloto there.", "p:Zorbak|p:Xyloto"),
    ("Then President Zorbak spoke.", "p:Zorbak"),
    ("Secretary of State Jon Zorbak spoke.", "p:Jon Zorbak"),
    ("Genentix Inc. Chairman Art Nilsson spoke.", "o:Genentix Inc.|p:Art Nilsson"),
    ("But analyst Trent Zorbak spoke.", "p:Trent Zorbak"),
    ("Trent Zorbak, an analyst with Zenvia, spoke.", "p:Trent Zorbak|o:Zenvia"),
    ("The Transport and General Workers Union spoke.", "o:Transport and General Workers Union"),
    ("AI Zorbak Services, Inc. spoke.", "o:AI Zorbak Services, Inc."),
    ("At 9 a.m. GMT Zorbak Inc. spoke.", "o:Zorbak Inc."),
    ("We saw Quark In Zenvia today.", "o:Quark In Zenvia"),
    # a title's word begins a firm's name, or is somebody's
    ("Duke Energy fell. Prince Foods plc rose.", "o:Duke Energy|o:Prince Foods plc"),
    ("Ambassador Cruises said so. Deputy Ltd said no.", "o:Ambassador Cruises|o:Deputy Ltd"),
    ("Earl Hyde, chairman of Orlo Corp., left.", "p:Earl Hyde|o:Orlo Corp."),
    ("We met Shane Bishop and Mr. Bishop there.", "p:Shane Bishop|p:Bishop"),
    ("Mr Stray said that Alan Stray left. Dr Stray came.", "p:Stray|p:Alan Stray|p:Stray"),
    ("County Executive Jo Ray spoke.", "p:Jo Ray"),
    ("Regional Director East Asia of Orlo Corp. spoke.", "x:East Asia|o:Orlo Corp."),
    ("We met Ann Lee Associate Athletic Director.", "p:Ann Lee"),
    ("So said Orlo Corp.'s Vice President, Business Development Jo Ray.", "o:Orlo Corp.|p:Jo Ray"),
    ("So said the director of the XQTC Jo Ray.", "p:Jo Ray"),
    ("So said CEO Jun Park.", "p:Jun Park"),
    # offices behind a name, and what it gets
    ("So said Neb Xarvo, founder and owner of Zenvia.", "p:Neb Xarvo|o:Zenvia"),
    ("So said Xarvo T., LED Architect at Zenvia.", "p:Xarvo T.|o:Zenvia"),
    ("We announce Xarvu Zorbak as the Chief Commercial Officer.", "p:Xarvu Zorbak"),
    ("Now Xarvu Zorbak has been appointed as Chief Executive.", "p:Xarvu Zorbak"),
    ("So said Xarvu Walker. TJ Walker left.", "p:Xarvu Walker|p:TJ Walker"),
    # labels in capitals; a name again behind its legal form
    ("JON XARVEN: Why is it so?\n\nANN XORB: It is so.", "p:JON XARVEN|p:ANN XORB"),
    ("They break.\n\nABOUT ZENVIA GEARS, INC. Zenvia Gears is a maker of gears.", "o:ZENVIA GEARS, INC.|o:Zenvia Gears"),
    ("So say the Centers for Gear Control.", "o:Centers for Gear Control"),
    # nicknames in marks and brackets
    ("We met Robert (Bob) Lang and William “Bill” Tanner there.", "p:Robert (Bob) Lang|p:William “Bill” Tanner"),
    ("We met Michael J. “Mike” Doyle there.", "p:Michael J. “Mike” Doyle"),
    # numbers, trades, bodies for two things, small words
    ("We like 45Drives and Kestrel 3D Gears Corp. now.", "o:45Drives|o:Kestrel 3D Gears Corp."),
    ("We like Ray Roofing now. Nelson Funding fell.", "o:Ray Roofing|o:Nelson Funding"),
    ("The Center for Energy and Public Policy spoke.", "o:Center for Energy and Public Policy"),
    ("So Above Water, Ltd. spoke.", "o:Above Water, Ltd."),
    ("“It is,” reveals Xariane Garrett. JC Moreno left.", "p:Xariane Garrett|p:JC Moreno"),
    ("Zenvetek AI said so. Xorbak AI Ltd. fell. We like Quarvex AI tools.", "o:Zenvetek AI|o:Xorbak AI Ltd.|o:Quarvex"),
    ("We met Mary Zorbak and Xev Tarvan there.", "p:Mary Zorbak|p:Xev Tarvan"),
    ("St. James Mining left St. Louis.", "o:St. James Mining|l:St. Louis"),
    # datelines name places, and who carries the text
    ("Gears\n\nLEEDS, UK, May 3, 2025 /PRNewswire/ -- Zenvia makes gears that last for a very long time, and everybody has one.", "l:LEEDS|l:UK|o:Zenvia"),
    ("Gears\n\nLeeds, UK - June 5, 2025 / Gears and Cogs Now Inc. /\n\nGears break.", "o:Gears and Cogs Now Inc."),
    ("Zenvia fell.\n\nThe post Zenvia Welcomes Every Gear in Town appeared first on Gearwatch.", "o:Zenvia|o:Gearwatch"),
    # a heading that is glued to its paragraph
    ("Gears break.\n\nAbout ZenviaZenvia makes gears, and Zenvia sells them.", "o:Zenvia|o:Zenvia|o:Zenvia"),
    ("We like Zenvia (Nasdaq: ZNV) now.", "o:Zenvia"),
    ("We asked the SEC again.", "o:SEC"),
    ("We paid Zorbak Inc. some Rs 50 crore in Q2.", "o:Zorbak Inc."),
    ("We met Alhaji Musa Zorbak there.", "p:Musa Zorbak"),
    ("Kaelo Borwen and Ann Lee spoke.", "p:Kaelo Borwen|p:Ann Lee"),
    ("Zorbak, a former manager at Acme, spoke.", "p:Zorbak|o:Acme"),
    ("We like Moody's now.", "o:Moody's"),
    ("Trent Zorbak, 54, spoke.", "p:Trent Zorbak"),
    ("Trent Zorbak, who left, spoke.", "p:Trent Zorbak"),
    ("Karl Berg met Ann Lee. Later Berg left.", "p:Karl Berg|p:Ann Lee|p:Berg"),
    ("David Lei Shu spoke. Lei Shu left.", "p:David Lei Shu|p:Lei Shu"),
    ("We met Kim Yong-ho there.", "p:Kim Yong-ho"),
    ("We met Fatima Al-Rashid there.", "p:Fatima Al-Rashid"),
    ("Zenvia Corp. fell. We like Acme GmbH and Bolt Energy plc here.", "o:Zenvia Corp.|o:Acme GmbH|o:Bolt Energy plc"),
    ("We like Redwood Software Co., Ltd. here.", "o:Redwood Software Co., Ltd."),
    ("We like the Bank of Tarn and the Council on the Arts.", "o:Bank of Tarn|o:Council on the Arts"),
    ("The Food and Drug Administration met the Securities and Exchange Commission.", "o:Food and Drug Administration|o:Securities and Exchange Commission"),
    ("We like the Irish Farmers' Association and the Women's Institute.", "o:Irish Farmers' Association|o:Women's Institute"),
    ("She met St. Mark's Hospital and the Alzheimer's Association.", "o:St. Mark's Hospital|o:Alzheimer's Association"),
    ("Norvik's Foundation was there.", "o:Norvik|o:Foundation"),
    ("She met Elizabeth ‘Libby’ Shaw of the Farmers’ Association.", "p:Elizabeth ‘Libby’ Shaw|o:Farmers’ Association"),
    ("He left St. Mark Bank's Board behind.", "o:St. Mark Bank|o:Board"),
    ("Gross Profit was $5m. Units cost CA$3 each, Jo Ray said.", "p:Jo Ray"),
    ("But the Information Commissioner's Office spoke.", "o:Information Commissioner's Office"),
    ("We like Ernst & Jung and S&N here.", "o:Ernst & Jung|o:S&N"),
    ("We like BNP Tarvas here.", "o:BNP Tarvas"),
    ("A report by investment firm Grant Marlow came.", "o:Grant Marlow"),
    ("An analyst at Charles Stamp spoke.", "o:Charles Stamp"),
    ("Finch Vision Ltd. grew. We like Finch Vision here.", "o:Finch Vision Ltd.|o:Finch Vision"),
    ("We went to France, New York and Hong Kong.", "l:France|l:New York|l:Hong Kong"),
    ("Apple fell. We like Apple's chief executive.", "o:Apple|o:Apple"),
    ("Eric Tramp opened the Eric Tramp Foundation.", "p:Eric Tramp|o:Eric Tramp Foundation"),
    ("RealClear’s David Bylar wrote.", "o:RealClear|p:David Bylar"),
    ("Geraldine Swift QC spoke.", "p:Geraldine Swift"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_kinds(text: str, expected: str) -> None:
    wanted = [(part[2:], KINDS[part[0]]) for part in expected.split("|")]
    assert names(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Analysts agree. Yesterday was fine. Speaking again is hard.",
        "However, he left. But it rained. Shares rose.",
        "On Monday it rained. In May it snowed.",
        "The GDP grew and the CEO smiled on TV.",
        "An Italian cook met Chinese buyers.",
        "The New Delhi-based firm fell.",
        "Major customers left.",
    ],
)
def test_no_names(text: str) -> None:
    assert names(text) == []


def test_titles_are_kept_beside_the_name() -> None:
    text = "Chief Executive Ann Lee met Mr. Berg and Sen. Ray."
    found = find_names(Document(Article(text=text)))
    assert [(text[n.start : n.end], n.honorific) for n in found] == [
        ("Ann Lee", "Chief Executive"),
        ("Berg", "Mr"),
        ("Ray", "Sen"),
    ]


def test_headlines_give_only_known_names() -> None:
    text = "Zenvia Says Profits To Fall In Second Half\n\nBread is dear. Zenvia said so to Ann Lee."
    assert names(text) == [
        ("Zenvia", "organization"),
        ("Zenvia", "organization"),
        ("Ann Lee", "person"),
    ]


def test_one_letter_a_token() -> None:
    forms = ["Acme", "Inc", ".", "said", "“", "no", "”"]
    assert len(shapes(forms)) == len(forms)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*"Mr.,&'’()\n", "John", "Smith", "Acme", "Inc", "of", "the", "and", "Bank", "Chief", "Executive", "U.S.", "van",
             "said", " ", "  ", "\t", "\u0000", "\ud800", "É", "IBM", "“", "”", "1", "May", "New York", "Women", "'s"]
        ),
        max_size=60,
    )
)  # fmt: skip
def test_names_never_overlap_and_never_fail(parts: list[str]) -> None:
    document = Document(Article(text=" ".join(parts)))
    text = document.text
    end = 0
    for name in find_names(document):
        assert end <= name.start < name.end <= len(text)
        assert text[name.start : name.end].strip() == text[name.start : name.end]
        assert name.kind in KINDS.values()
        end = name.end


@pytest.mark.parametrize("piece", PIECES["names"])
def test_work_is_linear_in_the_text(piece: str) -> None:
    def prepare(text: str) -> Work:
        document = Document(Article(text=text))
        _ = document.tokens.codes, document.paragraphs, document.sentences
        return lambda: find_names(document)

    assert_linear(prepare, piece)
