"""`docs/records.md` is made from the models, and is current."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from factx import DateMention, Facts, MonetaryClaim, NumericClaim, Quote, Speaker
from factx.cli.parser import COMMANDS, make_parser
from factx.output.rows import COLUMNS

DOCS = Path(__file__).parents[2] / "docs"
pytestmark = pytest.mark.skipif(not DOCS.is_dir(), reason="run outside the project")


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_records", DOCS / "make_records.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_current(maker: ModuleType) -> None:
    assert (DOCS / "records.md").read_text(encoding="utf-8") == maker.page(), "run: python docs/make_records.py"


def test_every_field_has_a_type_and_a_meaning(maker: ModuleType) -> None:
    page = maker.page()
    for line in page.splitlines():
        if line.startswith("| `"):
            cells = [cell.strip() for cell in line.replace("\\|", "").strip("|").split("|")]
            assert all(cells), line
    for model in (Facts, Speaker, Quote, MonetaryClaim, NumericClaim, DateMention):
        for name in model.model_fields:
            assert f"| `{name}` |" in page, (model, name)
    for column in COLUMNS:
        assert f"| `{column.name}` | {column.type} |" in page


def test_the_command_page_has_every_command_and_option() -> None:
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    parser = make_parser()
    commands = next(action for action in parser._actions if action.dest == "command").choices
    assert commands is not None
    for name in COMMANDS:
        assert f"## factx {name}" in text
        for action in commands[name]._actions:  # type: ignore[index]
            for option in action.option_strings:
                assert f"`{option}" in text or option in ("-h", "--help"), (name, option)
