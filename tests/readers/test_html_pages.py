"""Pages as people have them: layouts without an article, filings, bylines, days and titles that pages give in odd ways."""

from __future__ import annotations

import pytest

from factx import Article, Facts, extract
from factx.readers.html_meta import clean_byline

LONG = (
    "This document holds statements about what may come, and what comes may differ from them for many reasons, among which are "
    "prices, wages, the weather and the law, none of which anybody at the firm can foretell or does foretell here or elsewhere."
)
PROSE = [
    "Kestrel Robotics today opened a plant in Oslo that makes arms for ships.",
    "It cost $4.2 million and has 300 staff.",
    "“We are glad,” said Mara Quill, its head.",
]


def page(body: str, head: str = "<title>Kestrel opens a plant</title>") -> Article:
    return Article.from_html(f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>")


@pytest.mark.parametrize(
    "layout",
    [
        "".join(f"<div>{text}</div>" for text in PROSE),
        "<br><br>".join(PROSE),
        "".join(f"<section><div>{text}</div></section>" for text in PROSE),
        "<dl>" + "".join(f"<dt>Point</dt><dd>{text}</dd>" for text in PROSE) + "</dl>",
        "<table>" + "".join(f"<tr><td><div>{text}</div></td></tr>" for text in PROSE) + "</table>",
        "<center>" + "".join(f"<font size=2>{text}</font><br>" for text in PROSE) + "</center>",
    ],
    ids=["div", "br", "section", "dl", "table", "font"],
)
def test_prose_beside_a_long_paragraph_of_boilerplate_is_kept(layout: str) -> None:
    text = page(f"<div>{layout}</div><p>{LONG}</p>").text
    assert [part for part in (*PROSE, LONG) if part not in text.replace("\n", " ")] == []


def test_furniture_of_a_page_without_an_article_stays_out() -> None:
    body = (
        f"<div class='menu'><a href='/'>Home</a> <a href='/n'>News</a></div><p>{LONG}</p><div>{PROSE[0]}</div>"
        f"<div class='related'>Related: somebody else opened a plant too, for $9 million, in the spring.</div><p>{LONG} So it says.</p>"
        "<div class='comments'>I like this plant very much, it is the best of all the plants that I know.</div>"
    )
    text = page(body).text
    assert PROSE[0] in text
    assert "Home" not in text
    assert "$9 million" not in text
    assert "I like" not in text


def test_a_filing_keeps_the_words_of_inline_xbrl_and_not_what_is_hidden() -> None:
    article = page(
        "<div style='display:none'><ix:header><ix:hidden>false 0001</ix:hidden></ix:header></div>"
        "<table><tr><td><ix:nonNumeric name='a'>Ordinary Shares, $0.02 par value</ix:nonNumeric></td><td>KST</td></tr></table>"
        f"<p>{LONG}</p><p>Kestrel earned <ix:nonFraction name='b'>$12.5</ix:nonFraction> million.</p>"
        "<p hidden>Draft of $7 million.</p><p style='visibility: hidden'>Or $8 million.</p>"
    )
    assert "Ordinary Shares, $0.02 par value" in article.text
    assert "Kestrel earned $12.5 million." in article.text
    assert not [part for part in ("0001", "$7 million", "$8 million") if part in article.text]


def test_raised_marks_are_no_part_of_figures() -> None:
    text = page(
        f"<p>{LONG}</p><p>It paid £10<sup>3</sup>, $4 million<sup>(1)</sup> and 1,200<sup>2,3</sup> for 5 km<sup>2</sup> on "
        "the 19<sup>th</sup><sup>*</sup>.</p>"
    ).text
    assert "It paid £10³, $4 million⁽¹⁾ and 1,200²³ for 5 km² on the 19th." in text


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("By Jane Roe | March 11, 2015", "Jane Roe"),
        ("Jane Roe; March", "Jane Roe"),
        ("Jane Roe · Bolt News", "Jane Roe"),
        ("Posted by: Jane Roe", "Jane Roe"),
        ("By Jane Roe March 11, 2015 3:46 PM", "Jane Roe"),
        ("Jane Roe; Li Na", "Jane Roe; Li Na"),
        ("April Ford", "April Ford"),
        ("Bolt Newsroom", "Bolt Newsroom"),
        ("January", None),
        ("", None),
    ],
)
def test_bylines_are_names(written: str, names: str | None) -> None:
    assert clean_byline(written) == names


@pytest.mark.parametrize(
    ("times", "day"),
    [
        ("<time datetime='2016-10-04 05:07:09'>10/04/2016 05:07 AM EDT</time>", "2016-10-04"),
        (
            "Updated: <time datetime='2018-03-06T19:49:32-05:00'>Mar 6</time> Original: <time datetime='2016-12-21'>Dec 21</time>",
            "2016-12-21",
        ),
        (
            "Published <time datetime='2019-02-03'>3 Feb</time>, modified <time datetime='2020-02-03'>2020</time>",
            "2019-02-03",
        ),
    ],
)
def test_the_first_day_of_a_page_is_that_of_its_time_tags(times: str, day: str) -> None:
    article = page(
        f"<article><h1>Kestrel opens a plant</h1><div>{times}</div>"
        + "".join(f"<p>{t}</p>" for t in PROSE)
        + "</article>"
    )
    assert str(article.published) == day


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            "<title>Kestrel opens a plant - Kestrel Robotics</title>",
            "<header><h1><a href='/'>Kestrel</a></h1></header><article><h2>Kestrel opens a plant</h2>",
            "Kestrel opens a plant",
        ),
        ("<title>ex99-1.htm</title>", "<article><h2>Kestrel opens a plant</h2>", "Kestrel opens a plant"),
        ("<title>ex99-1.htm</title>", "<article>", None),
        ("<title>Kestrel opens a plant</title>", "<article>", "Kestrel opens a plant"),
    ],
)
def test_titles_are_no_logos_and_no_names_of_files(head: str, body: str, title: str | None) -> None:
    assert page(body + "".join(f"<p>{text}</p>" for text in [*PROSE, LONG]) + "</article>", head).title == title


def ward(number: int) -> str:
    return (
        f"The council of ward {number} voted on Tuesday to spend ${number + 3} million on roads, and its leader, who had asked "
        f"for {2 * number + 1} million, said that the rest would follow when bridge {number} had been paid for."
    )


STORY = "<h1>Roads for all wards</h1>" + "".join(f"<p>{ward(number)}</p>" for number in range(12))


def test_what_was_left_out_of_a_page_is_told_when_it_is_much() -> None:
    said = "I have driven over that bridge for {} years and never once have I seen anybody mend it, so there."
    talk = [f"<div class='post'><b>reader{n}</b><p>{said.format(n + 10)}</p></div>" for n in range(15)]
    few, many = (page(f"<article>{STORY}</article><div id='talk'>{''.join(posts)}</div>") for posts in (talk[:3], talk))
    assert ward(11) in many.text
    assert few.warnings == ()
    assert many.warnings == (
        "37% of the page's text outside of links and menus was left out as no part of the article",
    )
    facts = extract(many)
    assert facts.warnings == many.warnings
    assert facts.article.warnings == ()
    assert Facts.model_validate_json(facts.model_dump_json()) == facts


def test_teasers_of_other_pages_are_no_part_of_a_page() -> None:
    teaser = (
        "<div class='card'><h3><a href='/x'>Ward {0} buys a bridge</a></h3><p>Readers of this paper have long known that ward {0} "
        "would one day buy a bridge of its own, and now it has.</p></div>"
    )
    article = page(f"<div class='story'>{STORY}</div><div>{''.join(map(teaser.format, range(30, 36)))}</div>")
    assert ward(11) in article.text
    assert "Readers of this paper" not in article.text
    assert article.warnings == ()


def test_marked_up_quotations_are_read_with_their_marks() -> None:
    article = page(
        f"<article><h1>Roads</h1><p>{LONG}</p><p><q>He said <q>no</q> to us,</q> Tom Reid said.</p>"
        "<blockquote><p>“We will build.”</p><footer><cite>Tom Reid</cite>, chairman</footer></blockquote></article>"
    )
    assert "\n\n“He said ‘no’ to us,” Tom Reid said.\n\n“We will build.”\n\n— Tom Reid, chairman" in article.text
    assert [speaker.name for speaker in extract(article).speakers] == ["Tom Reid"]


def test_templates_of_scripts_are_not_shown() -> None:
    assert (
        "£7"
        not in page(
            f"<template><p>It cost £7 million.</p></template><article><p>{LONG}</p><p>{PROSE[0]}</p></article>"
        ).text
    )


def test_the_name_of_the_site_is_no_part_of_a_title() -> None:
    social = {"title": "Roads for all | Ward Post", "site_name": "Ward Post"}
    head = "<title>Roads for all | Ward Post</title>"
    head += "".join(f"<meta property='og:{name}' content='{content}'>" for name, content in social.items())
    assert page(f"<article><p>{LONG}</p></article>", head).title == "Roads for all"


@pytest.mark.parametrize(
    ("before", "behind", "day"),
    [
        ("<small>Published on Tuesday, May 7th, 2024 at 9:00 am</small>", "", "2024-05-07"),
        ("<table><tr><td>Release date:</td><td>7 May 2024</td></tr></table>", "", "2024-05-07"),
        ("<dl><dt>Published</dt><dd>7 May 2024</dd></dl>", "", "2024-05-07"),
        ("", "<div>Posted: June 1, 2024 by Sam. I like roads.</div>", None),
        ("<p>Posted 30 roads ago.</p>", "", None),
    ],
)
def test_a_printed_day_stands_behind_its_label_and_above_the_text(before: str, behind: str, day: str | None) -> None:
    article = page(f"<h1>Roads for all</h1>{before}<p>{LONG}</p><p>{LONG} So it says.</p><p>{LONG} Again.</p>{behind}")
    assert (str(article.published) if article.published else None) == day


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p>By <a href='/j'>Jane Roe</a> and <a href='/t'>Tom Bell</a></p>", "Jane Roe; Tom Bell"),
        ("<div>May 7, 2024 by Jane Roe</div>", "Jane Roe"),
        ("<p>Story by Rosa Lind, photos by Jan Kos.</p>", "Rosa Lind"),
        ("<p>By Monday it was over.</p>", None),
        ("<p>The plant was built by Kestrel Robotics in 2020.</p>", None),
    ],
)
def test_names_of_a_line_of_their_own_are_the_byline(line: str, names: str | None) -> None:
    assert page(f"<h1>Roads for all</h1>{line}<p>{LONG}</p><p>{LONG} So it says.</p>").byline == names


def test_a_part_of_the_title_that_the_page_prints_is_the_title() -> None:
    body = f"<div><a href='/'>Home</a></div><div>Roads for all wards</div><div>{PROSE[0]}</div><p>{LONG}</p>"
    assert page(body, "<title>Ward Post | News | Roads for all wards</title>").title == "Roads for all wards"


def test_banners_on_cookies_are_no_part_of_a_page() -> None:
    banner = (
        f"<div class='cookie-consent'><p>{'We use cookies for this and that, and our partners do, too. ' * 6}</p></div>"
    )
    assert "cookies" not in page(f"{banner}<h1>Roads for all</h1><p>{LONG}</p><p>{PROSE[0]}</p>").text
