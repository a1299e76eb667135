"""What a web page shows, block by block, and what of it extraction glued together or left out of the middle of the text.

Extraction of the main text goes by paragraphs and by how much of a block is links; on pages without `article` or `main`
(filings, layouts of `div`, `br`, `dl` or tables) one long paragraph of boilerplate can make it drop the prose beside it. There,
what stands among the blocks that it kept is put back.

>>> import lxml.html
>>> page = lxml.html.document_fromstring("<p>Sales rose a lot.</p><div>Costs fell by 2%.</div><p>So it said today.</p>")
>>> restored([("p", "Sales rose a lot."), ("p", "So it said today.")], shown(page))
[('p', 'Sales rose a lot.'), ('p', 'Costs fell by 2%.'), ('p', 'So it said today.')]
>>> parted([("p", "Sales rose a lot.Costs fell by 2%.")], shown(page))
[('p', 'Sales rose a lot.'), ('p', 'Costs fell by 2%.')]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

__all__ = ["Blocks", "Shown", "everything", "has_article", "left_out", "parted", "restored", "shown"]

Blocks = list[tuple[str, str]]

NOT_SHOWN = frozenset((
    "script", "style", "noscript", "template", "button", "select", "textarea", "svg", "iframe", "object", "title", "head", "dialog",
))  # fmt: skip
FRAME = frozenset(("nav", "header", "footer", "aside"))
"""What a page is framed with."""
INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "ins", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "time", "tt", "u", "wbr",
))  # fmt: skip
SPACE = re.compile(r"[ \t\r\n\x0b\x0c]+")
FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:comments?|related|promo|sidebar|footer|cookies?|consent|newsletter|subscribe|share|sharing|social|breadcrumbs?"
    r"|menu|nav|advert\w*|ads?|sponsored|pagination|disqus|popup|modal|banner|login|search)(?:$|[\s_-])",
    re.IGNORECASE,
)
NOT_WORDS = re.compile(r"\W+")
MOST_LINKED = 0.4
"""Share of a block's characters in links from which on it is no prose."""
SHORTEST = 80
"""Characters of a sentence behind the last block that was kept, below which it stays out."""
ALL_LINKED = 0.9
HEAD = 12
"""Letters of a block's beginning by which it is looked up; shorter blocks are looked up by all of theirs."""
MOST_PLACES = 20
GAP = 8
"""Blocks of the page that extraction may have dropped between two that it glued together."""


class Shown(NamedTuple):
    """A block of text as a page shows it; `linked`: the share of its characters that are links; `is_teaser`: a link stands above it."""

    text: str
    linked: float
    is_furniture: bool
    is_teaser: bool = False


def has_article(tree: Any) -> bool:
    """Does the page say which part of it is the article?"""
    return bool(tree.xpath("boolean(//article | //main | //*[@role='main'] | //*[@itemprop='articleBody'])"))


def shown(tree: Any) -> list[Shown]:
    """The blocks of text of a page in reading order, without what pages are framed with."""
    from lxml.etree import iterwalk

    body = tree.find("body")
    root = tree if body is None else body
    out: list[Shown] = []
    run: list[str] = []
    linked = in_link = furniture = unseen = 0

    def close() -> None:
        nonlocal linked
        text = SPACE.sub(" ", "".join(run)).strip()
        if text:
            below_link = bool(out) and out[-1].linked >= ALL_LINKED
            out.append(Shown(text, linked / len(text), furniture > 0, below_link))
        run.clear()
        linked = 0

    for event, element in iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag
        if not isinstance(tag, str):
            if not unseen:
                run.append(element.tail or "")
            continue
        if tag not in INLINE:
            close()
        step = 1 if event == "start" else -1
        if tag == "a":
            in_link += step
        if tag in NOT_SHOWN or tag in FRAME:
            unseen += step
        if element is not root and _is_furniture(element):
            furniture += step
        if not unseen:
            piece = (element.text if event == "start" else element.tail if element is not root else "") or ""
            run.append(piece)
            linked += len(piece) if in_link else 0
    close()
    return out


def _is_furniture(element: Any) -> bool:
    return FURNITURE.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def parted(blocks: Blocks, page: Sequence[Shown]) -> Blocks:
    """The extracted blocks, with those that are several of the page's glued together taken apart again."""
    keys = [_key(block.text) for block in page]
    whole = set(keys)
    starts: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        if key:
            starts.setdefault(key[:HEAD], []).append(index)
    out: Blocks = []
    for kind, text in blocks:
        key = _key(text)
        run = None
        if key not in whole and "\n" not in text:
            places = (at for size in range(1, HEAD + 1) for at in starts.get(key[:size], ())[:MOST_PLACES])
            run = next(filter(None, (_run(key, keys, at) for at in places)), None)
        if run is None:
            out.append((kind, text))
        else:
            out += [("p", page[index].text) for index in run if page[index].linked <= MOST_LINKED]
    return out


def _run(key: str, keys: Sequence[str], start: int) -> list[int] | None:
    """The blocks from `start` on that make up a glued one, in order."""
    at, skipped = 0, 0
    run: list[int] = []
    for index in range(start, len(keys)):
        if at == len(key) or skipped > GAP:
            break
        if keys[index] and key.startswith(keys[index], at):
            run.append(index)
            at += len(keys[index])
            skipped = 0
        elif not run:
            return None
        else:
            skipped += 1
    return run if at == len(key) and len(run) > 1 else None


def restored(blocks: Blocks, page: Sequence[Shown]) -> Blocks:
    """The extracted blocks with those put back that stand among them on the page."""
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


def everything(page: Sequence[Shown]) -> Blocks:
    """All blocks of a page, but for those of links alone, where there are others."""
    return [("p", block.text) for block in page if block.linked < ALL_LINKED] or [("p", block.text) for block in page]


def left_out(blocks: Blocks, page: Sequence[Shown]) -> float:
    """The share of a page's prose that is not in the blocks that were kept: of its sentences outside of links and furniture.

    >>> left_out([("p", "Sales rose.")], [Shown("Sales rose.", 0, False), Shown("Costs fell " * 9 + "too.", 0, False)]) > 0.8
    True
    """
    keys = [_key(text) for _, text in blocks]
    whole, key = set(keys), "".join(keys)
    prose = ((_key(block.text), len(block.text)) for block in page if _is_text(block, is_behind=True))
    lost = sum(size for words, size in prose if words not in whole and words not in key)
    return lost / (lost + sum(len(text) for _, text in blocks)) if lost else 0.0


def _key(text: str) -> str:
    return NOT_WORDS.sub("", text).casefold()


def _is_text(block: Shown, is_behind: bool) -> bool:
    if block.is_furniture or block.linked > MOST_LINKED or (is_behind and block.is_teaser):
        return False
    return not is_behind or (len(block.text) >= SHORTEST and block.text.rstrip('”"’)')[-1:] in (".", "!", "?"))
