"""Files made on the spot: PDF by hand, DOCX by python-docx, web pages around given paragraphs."""

from __future__ import annotations

import html
import io
from collections.abc import Callable
from typing import Any

import pytest

Placed = tuple[float, float, float, str]
"""x, y and size in points, and the text: one piece of a line of print."""


def make_pdf(pages: list[list[Placed]], title: str | None = None) -> bytes:
    """A PDF (1.4, Helvetica, Windows-1252) that shows every piece where it is placed."""
    objects = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for page in pages:
        shown = [
            b"BT /F1 %g Tf %g %g Td (%s) Tj ET"
            % (size, x, y, text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)"))
            for x, y, size, text in page
        ]
        content = b"\n".join(shown)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
        len(kids),
        " ".join(f"{kid} 0 R" for kid in kids).encode(),
    )
    info = b""
    if title is not None:
        objects.append(b"<< /Title (%s) >>" % title.encode("cp1252"))
        info = b" /Info %d 0 R" % len(objects)
    out, starts = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % start for start in starts)
    out += b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, info, table)
    return bytes(out)


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
