"""What the documentation says is so: its Python runs, what it prints is what it prints, its links lead somewhere."""

from __future__ import annotations

import contextlib
import io
import json
import re
from itertools import zip_longest
from pathlib import Path

import pytest
from process import ROOT

import factx
from factx.cli.parser import make_parser

PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_runs_and_prints_what_is_shown(page: Path) -> None:
    blocks = FENCED.findall(read(page))
    names: dict[str, object] = {}
    for (language, code), (following, shown) in zip_longest(blocks, blocks[1:], fillvalue=("", "")):
        if (
            language != "python" or "..." in code or re.search(r"\b(?:spark|ray)\b", code)
        ):  # engines are tested with their extras
            continue
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(compile(code, str(page), "exec"), names)
        if following == "text":
            assert printed.getvalue() == shown


def test_the_readme_has_an_example_with_output() -> None:
    languages = [language for language, _ in FENCED.findall(read(PAGES[0]))]
    assert "python" in languages
    assert languages[languages.index("python") + 1] == "text"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", read(page)):
        if not target.startswith(("http:", "https:", "mailto:")):
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_paths_that_are_named_exist(page: Path) -> None:
    for path in re.findall(r"`((?:factx|tests|benchmarks|examples|docs)/[\w./-]+)`", read(page)):
        assert (ROOT / path).exists(), path


def test_make_targets_that_are_named_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", read(ROOT / "Makefile"), re.MULTILINE))
    for page in PAGES:
        for target in re.findall(r"`?\bmake ([a-z]+)`", read(page)):
            assert target in targets, f"{page.name}: make {target}"


def test_commands_in_the_readme_are_understood() -> None:
    parser = make_parser()
    lines = [
        line.partition("#")[0].partition("<")[0].split()
        for _, code in FENCED.findall(read(PAGES[0]))
        for line in code.splitlines()
    ]
    commands = [line[1:] for line in lines if line[:1] == ["factx"]]
    assert commands
    for command in commands:
        parser.parse_args(command)


def test_every_public_name_has_a_docstring() -> None:
    for name in factx.__all__:
        if name != "__version__":
            assert getattr(factx, name).__doc__, name


def test_the_accuracy_table_is_that_of_the_baseline() -> None:
    floors = json.loads(read(ROOT / "benchmarks" / "baseline.json"))["accuracy"]
    shown = dict(re.findall(r"^\| ([\w-]+: [^|]+?) \| ([\d.]+) \|$", read(ROOT / "docs" / "accuracy.md"), re.MULTILINE))
    assert shown.keys() == floors.keys()
    for name, floor in floors.items():
        assert -0.1 < float(shown[name]) - 100 * floor <= 1, f"{name}: {shown[name]} shown, floor {100 * floor:.1f}"
