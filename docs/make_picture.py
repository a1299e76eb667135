"""Take the pictures of the page in docs/: python docs/make_picture.py (needs playwright and Chromium)."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from factx import Article, compare, extract

DOCS = Path(__file__).parent
STATEMENT = DOCS.parent / "examples/statements/security-rebuttal.txt"
COMPARED = DOCS.parent / "examples/compare"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SIZE = {"width": 1360, "height": 960}


def main() -> None:
    """docs/page.png and docs/page-dark.png, the page of an example; docs/compare.png, that of a comparison."""
    from playwright.sync_api import sync_playwright

    article = Article.from_path(STATEMENT).model_copy(update={"source": STATEMENT.name})
    page = extract(article).to_html()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        path = Path(folder, "page.html")
        path.write_text(page, encoding="utf-8", newline="")
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for scheme, name in (("light", "page.png"), ("dark", "page-dark.png")):
            view = browser.new_page(viewport=SIZE, color_scheme=scheme, reduced_motion="reduce")
            view.goto(path.as_uri())
            view.screenshot(path=DOCS / name)
        path.write_text(comparison(), encoding="utf-8", newline="")
        view = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        view.goto(path.as_uri())
        view.screenshot(path=DOCS / "compare.png")
        browser.close()


def comparison() -> str:
    """The page of the example of a statement and its report."""
    source, report = (
        Article.from_path(COMPARED / name).model_copy(update={"source": name})
        for name in ("statement.txt", "report.txt")
    )
    return compare(source, report).to_html()


if __name__ == "__main__":
    main()
