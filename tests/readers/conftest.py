"""Files made on the spot: PDF by hand (tests/support/pdf_files.py), DOCX by python-docx, web pages around given paragraphs."""

from __future__ import annotations

import html
import io
from collections.abc import Callable
from typing import Any

import pytest
from pdf_files import Placed, make_pdf


def column(lines: list[str], top: float = 700, size: float = 11, x: float = 72) -> list[Placed]:
    """Lines of a column from `top` downwards; an empty line is a gap between paragraphs."""
    return [(x, top - 14 * i, size, line) for i, line in enumerate(lines) if line]


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    return make_pdf


@pytest.fixture(scope="session")
def placed() -> Callable[..., list[Placed]]:
    return column


@pytest.fixture(scope="session")
def docx_bytes() -> Callable[[Any], bytes]:
    def save(document: Any) -> bytes:
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return save


@pytest.fixture(scope="session")
def web_page() -> Callable[..., str]:
    """A page as sites make them: metadata, navigation, the article, related links, comments, footer, scripts."""

    def make(blocks: str, *, title: str = "", meta: str = "", wrapper: str = "article") -> str:
        return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)} | The Example Site</title>{meta}
<style>p {{ color: #111 }}</style><script>var tracking = "£5 billion said nobody";</script></head>
<body><header><a href="/">Example Site</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li>
<li><a href="/shop">Shop</a></li></ul></nav></header>
<main><{wrapper.split(maxsplit=1)[0]} {" ".join(wrapper.split()[1:])}>{blocks}</{wrapper.split(maxsplit=1)[0]}></main>
<aside><h2>Most read</h2><ul><li><a href="/1">Ten things to buy now</a></li><li><a href="/2">Weather</a></li></ul></aside>
<div class="comments" id="comments"><p>First!!! I said it would cost $99 million.</p></div>
<footer><p>Copyright Example Site. All rights reserved.</p><a href="/privacy">Privacy</a></footer>
<script>console.log("done")</script></body></html>"""

    return make
