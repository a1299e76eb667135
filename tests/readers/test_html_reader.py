"""Saved web pages: the text that a reader sees, its metadata, and offsets that hold."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from factx import Article, MissingExtra, extract
from factx.readers import read_bytes, read_html

pytest.importorskip("trafilatura")

LONG = (
    "The company said on Tuesday that it had spent more than $14 million on new equipment last year, "
    "and that it expects to spend about as much again before the end of 2025, under a plan agreed in March."
)
OTHER = "“We stand by our figures,” said Ann Lee, head of sales at Bolt. “They were checked twice by people outside the company.”"
THIRD = "Bolt employs 1,200 people in four countries, and its shares rose 3.5% in early trading after the statement came out."


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


PAGES: dict[str, tuple[str, dict[str, str], list[str]]] = {
    "plain paragraphs": (paragraphs(LONG, OTHER, THIRD), {}, [LONG, OTHER, THIRD]),
    "heading in the article": (f"<h1>Bolt defends its figures</h1>{paragraphs(LONG, OTHER, THIRD)}", {},
                               ["Bolt defends its figures", LONG, OTHER, THIRD]),
    "inside a div": (paragraphs(LONG, OTHER, THIRD), {"wrapper": "div class='post-content'"}, [LONG, OTHER, THIRD]),
    "inside a section": (paragraphs(LONG, OTHER, THIRD), {"wrapper": "section id='content'"}, [LONG, OTHER, THIRD]),
    "inline markup": (paragraphs(LONG.replace("Tuesday", "<em>Tues</em>day").replace("$14", "<b>$14</b>"), OTHER, THIRD), {},
                      [LONG, OTHER, THIRD]),
    "links": (paragraphs(LONG.replace("The company", "<a href='/c'>The company</a>"), OTHER, THIRD), {}, [LONG, OTHER, THIRD]),
    "entities": (paragraphs(LONG, OTHER.replace("“", "&ldquo;").replace("”", "&#8221;"), THIRD), {}, [LONG, OTHER, THIRD]),
    "hard-wrapped source": (paragraphs(LONG.replace(" ", "\n   ", 12), OTHER, THIRD), {}, [LONG, OTHER, THIRD]),
    "no-break spaces": (paragraphs(LONG.replace("$14 million", "$14&nbsp;million"), OTHER, THIRD), {}, [LONG, OTHER, THIRD]),
    "list": (f"{paragraphs(LONG)}<ul><li>{OTHER}</li><li>{THIRD}</li></ul>{paragraphs(LONG)}", {},
             [LONG, f"• {OTHER}\n• {THIRD}", LONG]),
    "block quote": (f"{paragraphs(LONG)}<blockquote><p>{OTHER}</p></blockquote>{paragraphs(THIRD)}", {}, [LONG, OTHER, THIRD]),
    "table": (f"{paragraphs(LONG, OTHER)}<table><tr><th>Item</th><th>2024</th></tr><tr><td>Revenue</td><td>$5.1 million</td></tr>"
              f"</table>{paragraphs(THIRD)}", {}, [LONG, OTHER, "Item | 2024\nRevenue | $5.1 million", THIRD]),
    "subheadings": (f"{paragraphs(LONG)}<h2>What was said</h2>{paragraphs(OTHER)}<h2>The figures</h2>{paragraphs(THIRD)}", {},
                    [LONG, "What was said", OTHER, "The figures", THIRD]),
    "line breaks": (f"{paragraphs(LONG)}<p>{OTHER}<br>{THIRD}</p>", {}, [LONG, f"{OTHER}\n{THIRD}"]),
    "figure with caption": (f"{paragraphs(LONG)}<figure><img src='a.jpg' alt='x'></figure>{paragraphs(OTHER, THIRD)}", {},
                            [LONG, OTHER, THIRD]),
    "script in the middle": (f"{paragraphs(LONG)}<script>var a = '$1 billion';</script>{paragraphs(OTHER, THIRD)}", {},
                             [LONG, OTHER, THIRD]),
    "comment in the middle": (f"{paragraphs(LONG)}<!-- $2 billion -->{paragraphs(OTHER, THIRD)}", {}, [LONG, OTHER, THIRD]),
    "unclosed paragraphs": (f"<p>{LONG}<p>{OTHER}<p>{THIRD}", {}, [LONG, OTHER, THIRD]),
    "upper-case elements": (f"<P>{LONG}</P><P>{OTHER}</P><P>{THIRD}</P>", {}, [LONG, OTHER, THIRD]),
    "divs as paragraphs": ("".join(f"<div>{t}</div>" for t in (LONG, OTHER, THIRD)), {}, [LONG, OTHER, THIRD]),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_text_is_what_a_reader_sees(name: str, web_page: Callable[..., str]) -> None:
    blocks, options, seen = PAGES[name]
    article = read_html(web_page(blocks, **options))
    assert article.text == "\n\n".join(seen)
    facts = extract(article, published="2024-05-14")
    spans = [r.span for r in (*facts.money, *facts.numbers, *facts.dates)] + [s for q in facts.quotes for s in q.spans]
    assert all(article.text[span.start : span.end] == span.text for span in spans)


def test_there_are_twenty_pages() -> None:
    assert len(PAGES) >= 20


def test_metadata_becomes_the_articles(web_page: Callable[..., str]) -> None:
    meta = (
        '<meta name="author" content="Jo Ray"><meta property="og:title" content="Bolt defends its figures">'
        '<meta property="article:published_time" content="2024-05-14T23:30:00Z">'
    )
    article = read_html(
        web_page(paragraphs(LONG, OTHER, THIRD), title="Bolt defends its figures", meta=meta), source="bolt.html"
    )
    assert (article.title, article.byline, str(article.published), article.source) == (
        "Bolt defends its figures", "Jo Ray", "2024-05-14", "bolt.html",
    )  # fmt: skip
    assert str(read_html(web_page(paragraphs(LONG)), published="2020-01-01").published) == "2020-01-01"


def test_no_day_is_guessed(web_page: Callable[..., str]) -> None:
    assert read_html(web_page(paragraphs(LONG, OTHER, THIRD))).published is None


def test_headline_outside_the_article_comes_first() -> None:
    page = f"<html><body><div id='head'><h1>Bolt defends itself</h1></div><article>{paragraphs(LONG, OTHER, THIRD)}</article></body></html>"
    assert read_html(page).text.startswith("Bolt defends itself\n\n")


@pytest.mark.parametrize("codec", ["utf-8", "cp1252", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252", "nonsense"])
def test_encodings_declared_rightly_and_wrongly(codec: str, declared: str, web_page: Callable[..., str]) -> None:
    if (codec, declared) in [("utf-8", "iso-8859-1"), ("utf-8", "windows-1252")]:
        pytest.skip("a browser shows these wrongly too")
    page = web_page(paragraphs(LONG, OTHER, THIRD)).replace('charset="utf-8"', f'charset="{declared}"')
    assert read_bytes(page.encode(codec), name="a.html").text == "\n\n".join([LONG, OTHER, THIRD])


@pytest.mark.parametrize(
    "page", ["", " ", "<html></html>", "<html><body></body></html>", "<!-- -->", "<script>x</script>"]
)
def test_a_page_without_text_is_an_empty_article(page: str) -> None:
    assert read_html(page).text == ""


def test_short_pages_are_taken_whole() -> None:
    assert (
        read_html("<p>Hi <b>there</b></p><div>Two<br>lines</div><ul><li>x</li></ul>").text
        == "Hi there\n\nTwo\n\nlines\n\nx"
    )


def test_deep_nesting_is_no_crash() -> None:
    article = read_html("<div>" * 3000 + LONG + "</div>" * 3000)
    assert isinstance(article, Article)


def test_missing_extra_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtra, match=r"^a\.html: reading HTML needs trafilatura: pip install 'factx\[html\]'$"):
        read_bytes(b"<p>x</p>", name="a.html")
