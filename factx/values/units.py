"""Units of measure: a form as written -> name, dimension and Wikipedia page, from quantulum3's unit table.

factx's own table (units_overlay.tsv) wins over quantulum3's. The table is read on first use, from
quantulum3's files: the package is not imported.

>>> unit_of("MW"), unit_of("square feet").name, unit_of("at") is None
(Unit(name='megawatt', dimension='power', uri='Megawatt'), 'square foot', True)
"""

from __future__ import annotations

import json
import logging
import threading
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from factx import lexicon

__all__ = ["Unit", "compound_unit", "first_words", "rate_of", "singular_word", "unit_of"]


class Unit(NamedTuple):
    """A unit's name, its dimension (quantulum3's entity) and its Wikipedia page, where known."""

    name: str
    dimension: str
    uri: str | None


IRREGULAR = {
    "feet": "foot", "men": "man", "women": "woman", "children": "child", "inches": "inch", "centuries": "century", "people": "people",
    "teeth": "tooth", "calories": "calorie", "kilocalories": "kilocalorie", "lives": "life", "halves": "half", "pennies": "penny", "persons": "person",
}  # fmt: skip
ENDS_IN_AS = frozenset(
    ("alias", "atlas", "bias", "biogas", "canvas", "christmas", "gas", "pancreas", "pyjamas", "was", "has", "as")
)
PREFIXES = {
    "Y": "yotta", "Z": "zetta", "E": "exa", "P": "peta", "T": "tera", "G": "giga", "M": "mega", "k": "kilo", "h": "hecto", "da": "deca",
    "d": "deci", "c": "centi", "m": "milli", "µ": "micro", "n": "nano", "p": "pico", "f": "femto", "a": "atto", "z": "zepto", "y": "yocto",
    "Ki": "kibi", "Mi": "mebi", "Gi": "gibi", "Ti": "tebi", "Pi": "pebi", "Ei": "exbi", "Zi": "zebi", "Yi": "yobi",
}  # fmt: skip
"""The metric and binary prefixes that quantulum3's units name."""
_LOCK = threading.Lock()


def singular_word(word: str) -> str:
    """The singular of a lower-case noun, by its ending.

    >>> [singular_word(w) for w in ("feet", "batteries", "watts", "gas", "boxes")]
    ['foot', 'battery', 'watt', 'gas', 'box']
    """
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2 and word not in ENDS_IN_AS:
        return word[:-1]
    return word


@cache
def _tables() -> tuple[dict[str, Unit | None], dict[str, Unit | None]]:
    """Symbols (case counts) and words (lower case) -> unit, or None for a form that is hidden."""
    with _LOCK:
        symbols, words = _quantulum_tables()
        for form, name, dimension, uri, kind in lexicon.rows("units_overlay.tsv"):
            unit = None if name == "-" else Unit(name, dimension, None if uri == "-" else uri)
            (symbols if kind == "symbol" else words)[form] = unit
        return symbols, words


def _prefixed(entry: dict[str, Any], prefix: str, long: str) -> dict[str, object]:
    """The entry of a unit with a metric prefix, as quantulum3 makes it: its page is "Kilo" and the unit's."""
    return {
        "surfaces": [long + surface for surface in entry["surfaces"]],
        "symbols": [prefix + symbol for symbol in entry["symbols"]],
        "entity": entry["entity"],
        "URI": (long.capitalize() + entry["URI"].lower()).replace("_(unit)", ""),
    }


def _quantulum_tables() -> tuple[dict[str, Unit | None], dict[str, Unit | None]]:
    # The files alone: the package's import would bring num2words (0.03 s), and its loader inflect (2 s) for plurals.
    home = find_spec("quantulum3")
    if home is None or not home.submodule_search_locations:
        raise ModuleNotFoundError("quantulum3 is not installed", name="quantulum3")
    folder = Path(home.submodule_search_locations[0])
    found: dict[str, dict[str, object]] = {}
    for path in (folder / "units.json", folder / "_lang" / "en_US" / "units.json"):
        for name, entry in json.loads(path.read_text(encoding="utf-8")).items():
            found.setdefault(name, {}).update(entry)
            for prefix in entry.get("prefixes", ()):
                long = PREFIXES.get(prefix)
                if long is not None:
                    found.setdefault(long + name, {}).update(_prefixed(entry, prefix, long))
    symbols: dict[str, Unit | None] = {}
    words: dict[str, Unit | None] = {}
    for name in sorted(found):
        entry = found[name]
        entity = str(entry.get("entity", "unknown"))
        if entity == "currency":
            continue
        uri = entry.get("URI")
        unit = Unit(name, entity, str(uri) if uri else None)
        for symbol in entry.get("symbols", []):  # type: ignore[attr-defined]
            symbols.setdefault(symbol, unit)
        for surface in (*entry.get("surfaces", []), name):  # type: ignore[misc]
            words.setdefault(surface.lower(), unit)
    return symbols, words


@lru_cache(maxsize=4096)
def unit_of(form: str) -> Unit | None:
    """The unit that a form names, in the singular or plural; None for none.

    >>> unit_of("kilometres").name, unit_of("mph").dimension, unit_of("Max") is None
    ('kilometre', 'speed', True)
    """
    symbols, words = _tables()
    if form in symbols:
        return symbols[form]
    low = form.lower()
    if low in words:
        return words[low]
    parts = low.split(" ")
    # plurals stand at the end, or before "per", "a" or "of": "miles per hour", "pound-feet"
    tries = [
        [*parts[:-1], singular_word(parts[-1])],
        [singular_word(parts[0]), *parts[1:]],
        [singular_word(p) for p in parts],
    ]
    if "-" in low:
        head, _, tail = low.rpartition("-")
        tries.append([f"{head}-{singular_word(tail)}"])
    for attempt in tries:
        joined = " ".join(attempt)
        if joined in words:
            return words[joined]
    return None


def rate_of(unit: Unit, per: str) -> Unit:
    """The rate of a unit per another.

    >>> rate_of(Unit("tonne", "mass", "Tonne"), "hectare")
    Unit(name='tonne per hectare', dimension='rate', uri=None)
    """
    below = unit_of(per)
    return Unit(f"{unit.name} per {below.name if below is not None else singular_word(per)}", "rate", None)


@lru_cache(maxsize=4096)
def compound_unit(form: str) -> Unit | None:
    """The name of a compound unit ("kWh per square metre") by quantulum3's parser, whose import costs two seconds.

    Only the unit's text is parsed, never the article's. None where the parser knows none, or where scikit-learn is
    installed (the parser would then load a classifier).
    """
    if find_spec("sklearn") is not None:
        return None
    with _LOCK:
        import warnings

        handlers = list(logging.root.handlers)  # the parser calls logging.basicConfig
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                from quantulum3 import parser

                found = parser.parse("1 " + form)
        except Exception:
            return None
        finally:
            logging.root.handlers[:] = handlers
        if len(found) != 1 or found[0].unit.entity.name in ("dimensionless", "currency"):
            return None
        unit = found[0].unit
        return Unit(str(unit.name), str(unit.entity.name), str(unit.uri) if unit.uri else None)


@cache
def first_words() -> frozenset[str]:
    """Every word that a unit's form can begin with, in singular and plural: a quick test.

    >>> "miles" in first_words(), "people" in first_words()
    (True, False)
    """
    symbols, words = _tables()
    known = {
        form.split(" ")[0].split("-")[0]
        for table in (symbols, words)
        for form, unit in table.items()
        if unit is not None
    }
    known |= {word.rstrip(".") for word in known}
    plurals = {word + "s" for word in known} | {word + "es" for word in known}
    return frozenset(known | plurals | {form for form, single in IRREGULAR.items() if single in known})
