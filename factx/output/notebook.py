"""The page in a notebook: a frame that holds it whole, kept apart from the notebook's own style and script.

>>> frame("<p title='a'>5 > 3 & 2</p>")[:66]
'<iframe sandbox="allow-scripts allow-popups" srcdoc="&lt;p title=&'
"""

from __future__ import annotations

from html import escape

__all__ = ["frame"]

HEIGHT = 720
"""Pixels: the text and some records."""


def frame(page: str) -> str:
    """An `iframe` with the page in it; what runs in there cannot reach out of it."""
    held = escape(page, quote=True).replace("\r", "&#13;")
    return (
        f'<iframe sandbox="allow-scripts allow-popups" srcdoc="{held}" '
        f'style="width: 100%; height: {HEIGHT}px; border: 1px solid #8888; border-radius: 6px" '
        'title="The article with its records marked"></iframe>'
    )
