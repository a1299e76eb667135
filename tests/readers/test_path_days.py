"""The day of a file: from its path, its time of writing, or neither."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from factx import Article
from factx.readers.path_days import day_in_path


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("news/2024/05/07/orlo.html", date(2024, 5, 7)),
        ("news/2024/5/7/orlo.html", date(2024, 5, 7)),
        ("C:\\news\\2024\\05\\07\\orlo.html", date(2024, 5, 7)),
        ("2024-05-07-orlo-results.md", date(2024, 5, 7)),
        ("orlo_20240507.pdf", date(2024, 5, 7)),
        ("20240507T0930-orlo.html", date(2024, 5, 7)),
        ("2024_05_07.eml", date(2024, 5, 7)),
        ("archive/7-may-2024/a.txt", date(2024, 5, 7)),
        ("archive/May 7, 2024.docx", date(2024, 5, 7)),
        ("2024/may/07/plant-closes", date(2024, 5, 7)),
        ("https://orlo.example/2024/05/07/plant", date(2024, 5, 7)),
        ("export-2020-01-01/2024-05-07/a.txt", date(2024, 5, 7)),  # the one nearest to the file
        ("news/2024/05/orlo.html", None),  # a month is no day
        ("07-05-2024.txt", None),  # the fifth of July, or the seventh of May?
        ("2024-13-45.txt", None),
        ("2024/05-07.txt", None),
        ("order-120240507.txt", None),
        ("maybe-12-2024-x.txt", None),
        ("", None),
    ],
)
def test_the_day_that_a_path_tells(path: str, day: date | None) -> None:
    assert day_in_path(path) == day


def test_a_file_is_dated_by_what_its_reader_is_told(tmp_path: Path) -> None:
    page = tmp_path / "2024-05-07.md"
    page.write_text("---\ndate: 2023-01-02\n---\nNo.", encoding="utf-8")
    os.utime(page, (1_600_000_000, 1_600_000_000))
    assert Article.from_path(page).published == date(2023, 1, 2)
    assert Article.from_path(page, published_from="path").published == date(2024, 5, 7)
    assert Article.from_path(page, published_from="mtime").published == date(2020, 9, 13)
    assert Article.from_path(page, published_from="none").published is None
    assert Article.from_path(page, published="2012-10-09", published_from="none").published == date(2012, 10, 9)
    with pytest.raises(ValueError, match="path, mtime, none"):
        Article.from_path(page, published_from="clock")  # type: ignore[arg-type]


def test_a_path_without_a_day_leaves_the_file_its_own(tmp_path: Path) -> None:
    page = tmp_path / "orlo.md"
    page.write_text("---\ndate: 2023-01-02\n---\nNo.", encoding="utf-8")
    assert Article.from_path(page, published_from="path").published == date(2023, 1, 2)
