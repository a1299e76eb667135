"""`docs/api.md` is made from the docstrings, is current, and leaves no public name out."""

from __future__ import annotations

import importlib.util
import inspect
from pathlib import Path
from types import ModuleType

import pytest

import factx
from factx.options import Options

DOCS = Path(__file__).parents[2] / "docs"
pytestmark = pytest.mark.skipif(not DOCS.is_dir(), reason="run outside the project")


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_api", DOCS / "make_api.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_current(maker: ModuleType) -> None:
    assert (DOCS / "api.md").read_text(encoding="utf-8") == maker.page(), "run: python docs/make_api.py"


def test_every_public_name_is_on_a_page(maker: ModuleType) -> None:
    pages = maker.page() + (DOCS / "records.md").read_text(encoding="utf-8")
    for name in set(factx.__all__) - {"__version__"}:
        assert f"## factx.{name}" in pages or f"## {name}" in pages or f"`factx.{name}`: " in pages, name


def test_every_public_method_and_option_is_on_the_page(maker: ModuleType) -> None:
    page = maker.page()
    for kind in (factx.Extractor, factx.Article, factx.Facts):
        for name, member in vars(kind).items():
            if not name.startswith("_") and (inspect.isfunction(member) or isinstance(member, (classmethod, property))):
                assert f"### {kind.__name__}.{name}\n" in page, name
    for option in inspect.signature(Options).parameters:
        assert f"| `{option}` |" in page, option
