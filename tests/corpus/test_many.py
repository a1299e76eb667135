"""`extract_many`: order, laziness, equality over workers, and that no article can stop the others."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from poison import PoisonExtractor
from process import ROOT

import factx
from factx import Article, ExtractionError, Facts, extract_many

pytest.importorskip("pebble")

TEXTS = [
    f"Bolt paid ${n} million in 20{n:02}. “We sold {n} km of cable,” said Ann Lee, its head of sales."
    for n in range(10, 40)
]


def test_takes_text_articles_and_dicts_and_gives_facts_in_order() -> None:
    given: list[Any] = [
        "It rose to $5 million.",
        Article(text="It fell to $4 million.", source="b.txt"),
        {
            "id": "c",
            "text": "It was sold yesterday.",
            "published": "2024-05-03",
            "title": "Sold",
            "section": "business",
        },
        {"id": "d", "text": "It was sold yesterday.", "published": date(2024, 5, 3), "source": "d.html"},
    ]
    results = [facts for facts in extract_many(given) if isinstance(facts, Facts)]
    assert [facts.article.source for facts in results] == [None, "b.txt", "c", "d.html"]
    assert results[0].money[0].low == 5_000_000
    assert results[2].article.title == "Sold"
    assert [facts.dates[0].value for facts in results[2:]] == ["2024-05-02", "2024-05-02"]


@pytest.mark.parametrize(
    ("given", "name", "message"),
    [
        ({"id": "x", "text": None}, "x", "the article has no text"),
        ({"id": 7}, "7", "the article has no text"),
        ({"text": 5, "source": "s"}, "s", "the article has a text that is no str but int"),
        (5, "1", "an article is a str, an Article or a dict, not int"),
        ({"id": "x", "text": "No.", "published": "sometime"}, "x", "published: Input should be a valid date"),
    ],
)
@pytest.mark.parametrize("workers", [0, 1])
def test_what_is_no_article_is_an_error_record(given: Any, name: str, message: str, workers: int) -> None:
    first, error, last = extract_many(["One.", given, "Three."], workers=workers)
    assert isinstance(first, Facts)
    assert isinstance(last, Facts)
    assert isinstance(error, ExtractionError)
    assert (error.id, error.kind) == (name, "input")
    assert error.message.startswith(message)


def test_a_long_article_is_an_error_record() -> None:
    (error,) = factx.Extractor(max_chars=5).extract_many(["Too long."])
    assert isinstance(error, ExtractionError)
    assert error.kind == "too-large"
    assert "5" in error.message


def test_workers_give_what_one_process_gives() -> None:
    serial = list(extract_many(TEXTS))
    assert all(isinstance(facts, Facts) and facts.money and facts.quotes for facts in serial)
    for workers in (1, 2):
        assert list(extract_many(TEXTS, workers=workers)) == serial


def test_one_article_is_refused() -> None:
    with pytest.raises(TypeError, match="an iterable of articles"):
        extract_many("It is one article.")


@pytest.mark.parametrize(("workers", "timeout"), [(-1, None), (0, 0), (1, -2)])
def test_wrong_numbers_are_refused(workers: int, timeout: float | None) -> None:
    with pytest.raises(ValueError, match=r"workers must|timeout must"):
        extract_many(["No."], workers=workers, timeout=timeout)


def test_an_endless_iterable_is_read_as_it_is_needed() -> None:
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        for number in itertools.count():
            read += 1
            yield f"It paid ${number} million."

    results = extract_many(endless(), workers=2)
    assert len(list(itertools.islice(results, 300))) == 300
    assert read <= 300 + 2 * 64
    results.close()  # type: ignore[attr-defined]

    read = 0
    assert len(list(itertools.islice(extract_many(endless()), 5))) == 5
    assert read == 5


@pytest.mark.parametrize("workers", [0, 1])
def test_an_error_of_the_iterable_comes_after_the_results_before_it(workers: int) -> None:
    def broken() -> Iterator[str]:
        yield from ("One.", "Two.")
        raise OSError("the disk is gone")

    results = extract_many(broken(), workers=workers)
    assert isinstance(next(results), Facts)
    assert isinstance(next(results), Facts)
    with pytest.raises(OSError, match="the disk is gone"):
        next(results)


def test_bad_articles_cost_themselves_alone() -> None:
    bad = {10: "RAISE", 30: "HANG", 50: "KILL", 70: "EXIT", 90: "STOP"}
    texts = [bad.get(number, TEXTS[number % 30]) for number in range(120)]
    # No healthy article takes eight seconds, on however busy a machine.
    results = list(extract_many(texts, workers=2, timeout=8, extractor=PoisonExtractor()))
    errors = {int(r.id): (r.kind, r.message) for r in results if isinstance(r, ExtractionError)}
    assert errors == {
        10: ("fault", "RuntimeError: poisoned"),
        30: ("timeout", "took longer than 8 seconds"),
        50: ("killed", "its worker process was killed by SIGKILL"),
        70: ("killed", "its worker process ended with exit code 3"),
        90: ("fault", "SystemExit: poisoned"),
    }
    good = [text for number, text in enumerate(texts) if number not in bad]
    assert [r for r in results if isinstance(r, Facts)] == list(extract_many(good))


def test_without_pebble_workers_name_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pebble", None)
    with pytest.raises(factx.MissingExtra, match=r"pip install 'factx\[batch\]'"):
        extract_many(["No."], workers=1)
    assert len(list(extract_many(["No."]))) == 1


SCRIPT = """
import factx
print("begun")
for facts in factx.extract_many(["Bolt paid $3 million."] * 3, workers=2):
    print(facts.money[0].low)
"""


@pytest.mark.parametrize("where", ["stdin", "file"])
def test_a_script_needs_no_guard(where: str, tmp_path: Any) -> None:
    """Worker processes do not run the main script again, not even one from standard input."""
    file = tmp_path / "script.py"
    file.write_text(SCRIPT)
    done = subprocess.run(
        [sys.executable, "-" if where == "stdin" else str(file)], input=SCRIPT, capture_output=True, text=True, cwd=ROOT,
        timeout=120, check=False, env={**__import__("os").environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout.split() == ["begun", "3000000", "3000000", "3000000"], done.stderr
    assert done.stderr == ""
