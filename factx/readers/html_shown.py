"""What a web page shows, block by block, and what of it extraction left out of the middle of the text.

Extraction of the main text goes by paragraphs and by how much of a block is links; on pages without `article` or `main`
(filings, layouts of `div`, `br`, `dl` or tables) one long paragraph of boilerplate can make it drop the prose beside it. There,
what stands among the blocks that it kept is put back.

>>> import lxml.html
>>> page = lxml.html.document_fromstring("<p>Sales rose a lot.</p><div>Costs fell by 2%.</div><p>So it said today.</p>")
>>> restored([("p", "Sales rose a lot."), ("p", "So it said today.")], page)
[('p', 'Sales rose a lot.'), ('p', 'Costs fell by 2%.'), ('p', 'So it said today.')]
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

__all__ = ["Shown", "has_article", "restored", "shown"]

SKIPPED = (
    "script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button", "select", "svg", "iframe",
    "object", "title",
)  # fmt: skip
INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "time", "tt", "u", "wbr",
))  # fmt: skip
SPACE = re.compile(r"[ \t\r\n\x0b\x0c]+")
FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:comments?|related|promo|sidebar|footer|cookies?|newsletter|subscribe|share|sharing|social|breadcrumbs?|menu|nav|"
    r"advert\w*|ads?|sponsored|pagination|disqus|popup|modal|banner|login|search)(?:$|[\s_-])",
    re.IGNORECASE,
)
NOT_WORDS = re.compile(r"\W+")
MOST_LINKED = 0.4
"""Share of a block's characters in links from which on it is no prose."""
SHORTEST = 80
"""Characters of a sentence behind the last block that was kept, below which it stays out."""


class Shown(NamedTuple):
    """A block of text as a page shows it; `linked`: the share of its characters that are links."""

    text: str
    linked: float
    is_furniture: bool


def has_article(tree: Any) -> bool:
    """Does the page say which part of it is the article?"""
    return bool(tree.xpath("boolean(//article | //main | //*[@role='main'] | //*[@itemprop='articleBody'])"))


def shown(tree: Any) -> list[Shown]:
    """The blocks of text of a page in reading order, without what pages are framed with."""
    import lxml.etree

    body = tree.find("body")
    root = tree if body is None else body
    lxml.etree.strip_elements(root, lxml.etree.Comment, *SKIPPED, with_tail=False)
    out: list[Shown] = []
    run: list[str] = []
    linked = in_link = furniture = 0

    def close() -> None:
        nonlocal linked
        text = SPACE.sub(" ", "".join(run)).strip()
        if text:
            out.append(Shown(text, linked / len(text), furniture > 0))
        run.clear()
        linked = 0

    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if element.tag not in INLINE:
            close()
        step = 1 if event == "start" else -1
        if element.tag == "a":
            in_link += step
        if (
            element is not root
            and FURNITURE.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None
        ):
            furniture += step
        piece = (element.text if event == "start" else element.tail if element is not root else "") or ""
        run.append(piece)
        linked += len(piece) if in_link else 0
    close()
    return out


def restored(blocks: list[tuple[str, str]], tree: Any) -> list[tuple[str, str]]:
    """The extracted blocks with those put back that stand among them on the page."""
    page = shown(tree)
    kept = "".join(_key(text) for _, text in blocks)
    places: dict[str, list[int]] = {}
    for index, (_, text) in enumerate(blocks):
        places.setdefault(_key(text), []).append(index)
    found = [index for index, block in enumerate(page) if _key(block.text) in places]
    if not found:
        return blocks
    last = found[-1]
    lost: dict[int, list[str]] = {}
    at = -1
    for index, block in enumerate(page):
        key = _key(block.text)
        here = next((place for place in places.get(key, ()) if place > at), None)
        if here is not None:
            at = here
        elif key and key not in kept and _is_text(block, is_behind=index > last):
            lost.setdefault(at, []).append(block.text)
    out = [("p", text) for text in lost.get(-1, ())]
    for index, pair in enumerate(blocks):
        out.append(pair)
        out += [("p", text) for text in lost.get(index, ())]
    return out


def _key(text: str) -> str:
    return NOT_WORDS.sub("", text).casefold()


def _is_text(block: Shown, is_behind: bool) -> bool:
    if block.is_furniture or block.linked > MOST_LINKED:
        return False
    return not is_behind or (len(block.text) >= SHORTEST and block.text.rstrip('”"’)')[-1:] in (".", "!", "?"))
