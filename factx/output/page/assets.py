"""The fixed part of a page: template, style and script, each admitted by the hash of its text and nothing else.

>>> "sha256-" in template("factx.output.page", "page.html", ("page.css",), ("page.js",)).template
True
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template

__all__ = ["template"]


@cache
def template(package: str, page: str, styles: tuple[str, ...], scripts: tuple[str, ...]) -> Template:
    """The page of a package with styles and scripts filled in; each is named by its file, "../…" being of `factx.output.page`."""
    style, script = ("".join(_read(package, name) for name in names) for names in (styles, scripts))
    fixed = {"style": style, "script": script, "style_hash": _hash(style), "script_hash": _hash(script)}
    return Template(
        Template(_read(package, page)).safe_substitute({name: text.replace("$", "$$") for name, text in fixed.items()})
    )


def _read(package: str, name: str) -> str:
    shared = name.startswith("../")
    return (files(__package__ if shared else package) / name.removeprefix("../")).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
