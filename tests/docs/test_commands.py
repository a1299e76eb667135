"""Every command that README and `docs/cli.md` show is run by a shell, in a folder that has the files which it names; where
the page shows what it prints (`$ command`), that is what it prints."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from pdf_files import make_pdf
from process import ROOT

PAGES = [ROOT / "README.md", ROOT / "docs" / "cli.md"]
FENCED = re.compile(r"^```(?:console)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SYNOPSIS = re.compile(r"\[options\]| \[--")
FAILS = {"compare": 3, "--formt": 2, "nothere": 1}
"""What in a command makes it exit with another code than 0."""
SURE = re.compile(r"\(0\.\d\d\)")
"""A confidence, which each change of a rule moves by a little."""

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="the commands are written for a POSIX shell"),
    pytest.mark.skipif(not PAGES[1].is_file(), reason="run outside the project"),
]


class Shown(NamedTuple):
    """A command of a page, and what the page shows below it; None where it shows nothing."""

    command: str
    output: str | None


def commands(page: Path) -> list[Shown]:
    """The commands of a page's blocks: a line each, or lines behind `$`, each with its output below."""
    found: list[Shown] = []
    for block in FENCED.findall(page.read_text(encoding="utf-8")):
        if block.startswith("$ "):
            for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, output = piece.partition("\n")
                found.append(Shown(command, output))
        else:
            lines = [line.split(" # ")[0].strip() for line in block.splitlines()]
            found += [
                Shown(line, None) for line in lines if re.search(r"(?:^|\| )factx ", line) and not SYNOPSIS.search(line)
            ]
    return found


ALL = [pytest.param(shown, id=f"{page.name}: {shown.command}") for page in PAGES for shown in commands(page)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the commands name, and `factx` on the path."""
    for extra in ("trafilatura", "pypdf", "pyarrow", "pandas"):
        pytest.importorskip(extra)
    here = tmp_path_factory.mktemp("reader")
    text = (ROOT / "examples" / "statements" / "acquisition.txt").read_text(encoding="utf-8")
    page = (
        f"<html><body><article>{''.join(f'<p>{part}</p>' for part in text.split(chr(10) * 2))}</article></body></html>"
    )
    printed = make_pdf(
        [[(72, 700, 11, "LONDON, 7 May 2024. Bolt plc said that it had sold 300 engines for £12 million.")]]
    )
    for name in ("news", "archive/2024/05/07", "bin"):
        (here / name).mkdir(parents=True)
    for name in ("article.txt", "mail.txt", "news/one.txt", "archive/2024/05/07/one.txt"):
        (here / name).write_text(text, encoding="utf-8")
    for name in ("a.html", "page.html", "news/two.html"):
        (here / name).write_text(page, encoding="utf-8")
    for name in ("b.pdf", "release.pdf"):
        (here / name).write_bytes(printed)
    for name in ("statement.txt", "report.txt"):
        shutil.copy(ROOT / "examples" / "compare" / name, here)
    (here / "examples").symlink_to(ROOT / "examples")
    rows = [{"id": "a", "text": text}, {"id": "b", "text": "Bolt paid £3 million."}]
    (here / "articles.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    command = here / "bin" / "factx"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factx "$@"\n')
    command.chmod(0o755)
    return here


@pytest.fixture(scope="module")
def environment(folder: Path) -> dict[str, str]:
    """What a reader's shell has."""
    path = os.pathsep.join([str(folder / "bin"), os.environ["PATH"]])
    return {
        **os.environ,
        "PATH": path,
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
        "TERM": "dumb",
        "COLUMNS": "80",
    }


@pytest.mark.parametrize("shown", ALL)
def test_a_command_does_what_the_page_says(shown: Shown, folder: Path, environment: dict[str, str]) -> None:
    for tool in re.findall(r"\| (jq|head)\b", shown.command):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    code, printed = run(shown.command, folder, environment)
    assert code == next((code for word, code in FAILS.items() if word in shown.command), 0), printed
    assert "Traceback" not in printed
    if shown.output is None:
        out = re.search(r" -o (\S+)", shown.command)
        assert (folder / out[1]).exists() if out else printed
        return
    wanted, printed = (SURE.sub("(sure)", text) for text in (shown.output, printed))
    at = 0
    for piece in re.split(r"^…\n", wanted, flags=re.MULTILINE):
        assert piece in printed[at:], printed
        at = printed.index(piece, at) + len(piece)
    if "…" not in wanted:
        assert printed == wanted


def run(command: str, folder: Path, environment: dict[str, str]) -> tuple[int, str]:
    """Exit code, and what a terminal of 80 columns shows."""
    ours, theirs = os.openpty()
    shell = subprocess.Popen(
        ["/bin/sh", "-c", command],
        cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    with suppress(OSError):  # Linux says so when the last writer has gone
        while piece := os.read(ours, 65536):
            shown += piece
    os.close(ours)
    return shell.wait(timeout=240), shown.decode().replace("\r\n", "\n")


def test_both_pages_show_commands_and_output() -> None:
    for page in PAGES:
        assert len(commands(page)) >= 5
        assert any(shown.output for shown in commands(page))
