"""Units: quantulum3's table under factx's own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from factx import lexicon
from factx.values.units import compound_unit, first_words, rate_of, singular_word, unit_of


@pytest.mark.parametrize(
    ("form", "name", "dimension"),
    [
        ("%", "percent", "percentage"),
        ("per cent", "percent", "percentage"),
        ("percentage points", "percentage point", "percentage point"),
        ("km", "kilometre", "length"),
        ("kilometres", "kilometre", "length"),
        ("feet", "foot", "length"),
        ("MW", "megawatt", "power"),
        ("tonnes", "tonne", "mass"),
        ("sq ft", "square foot", "area"),
        ("mph", "mile per hour", "speed"),
        ("GB", "gigabyte", "data storage"),
        ("kWh", "kilowatt hour", "energy"),
        ("barrels", "barrel", "volume"),
        ("°C", "degree Celsius", "temperature"),
        ("TWh", "terawatt hour", "energy"),
        ("gigatonnes", "gigatonne", "mass"),
        ("pounds", "pound-mass", "mass"),
        ("hectares", "hectare", "area"),
        ("megahertz", "megahertz", "frequency"),
    ],
)
def test_forms(form: str, name: str, dimension: str) -> None:
    unit = unit_of(form)
    assert unit is not None
    assert (unit.name, unit.dimension) == (name, dimension)


@pytest.mark.parametrize(
    "form", ["in", "at", "a", "Max", "people", "set", "bar", "jobs", "points", "share", "dozen", "C"]
)
def test_what_prose_uses_otherwise_is_no_unit(form: str) -> None:
    assert unit_of(form) is None


def test_pages_come_from_quantulum3() -> None:
    pascal, ohm = unit_of("pascals"), unit_of("ohm")
    assert pascal is not None
    assert ohm is not None
    assert pascal.uri == "Pascal_(unit)"
    assert ohm.dimension == "electrical resistance"


def test_every_form_of_the_overlay_begins_with_a_first_word() -> None:
    for form, name, *_ in lexicon.rows("units_overlay.tsv"):
        if name != "-":
            assert form.split(" ")[0].split("-")[0].rstrip(".") in first_words() or form[0] in "°º%", form


def test_rates_and_singulars() -> None:
    unit = unit_of("tonnes")
    assert unit is not None
    assert rate_of(unit, "hectares").name == "tonne per hectare"
    assert singular_word("calories") == "calorie"


def test_a_compound_unit_by_the_parser_changes_nothing_outside() -> None:
    import logging

    before = list(logging.root.handlers)
    unit = compound_unit("kWh per square metre")
    assert logging.root.handlers == before
    assert unit is None or "kilowatt hour" in unit.name
    assert compound_unit("gibberish of no kind") is None


def test_ordinary_work_imports_neither_parser_nor_inflect() -> None:
    code = (
        "import sys, factx; factx.extract('It made 5 km of cable and 3 tonnes of rope for $5 million.'); "
        "sys.exit(any(name in sys.modules for name in ('quantulum3.parser', 'inflect')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
