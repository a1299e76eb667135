"""The wheel, installed by itself outside the checkout, works: data files, types, command and all."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pydantic
import pytest
from process import ROOT

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path, **options: str) -> str:
    environment = {
        key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    }
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env={**environment, **options},
        capture_output=True,
        encoding="utf-8",
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, f"{command}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (path,) = folder.glob("factx-*.whl")
    return path


def test_it_holds_the_word_lists_the_licence_and_py_typed(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    in_checkout = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "factx").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert in_checkout - set(names) == set()
    assert "factx/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert [name for name in names if name.startswith(("tests/", "benchmarks/", "examples/"))] == []


def test_it_works_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=False)
    python = tmp_path / "env" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    home = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).strip()
    zipfile.ZipFile(wheel).extractall(home)
    # The dependencies are those of this environment; factx itself must come from the wheel.
    (Path(home) / "zz.pth").write_text(str(Path(pydantic.__file__).parent.parent), encoding="utf-8")
    statement = tmp_path / "a.txt"
    statement.write_text(
        "“We sold 300 engines,” said Ann Lee, head of sales at Bolt plc, which earned $5 million.", encoding="utf-8"
    )
    assert str(tmp_path) in run(python, "-c", "import factx; print(factx.__file__)", cwd=tmp_path)
    table = run(python, "-m", "factx", "extract", statement, "--format", "jsonl", cwd=tmp_path)
    for expected in ('"Ann Lee"', '"head of sales"', '"5000000"', '"USD"', "We sold 300 engines,"):
        assert expected in table
    assert "MonetaryClaim" in run(python, "-m", "factx", "schema", cwd=tmp_path)
