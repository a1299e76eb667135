"""Write `docs/api.md` from the docstrings: python docs/make_api.py (a test says when it is out of date)."""

from __future__ import annotations

import dataclasses
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import factx
from factx.options import Options

PAGE = Path(__file__).with_name("api.md")

HEAD = """\
# API

<!-- Made by docs/make_api.py from the docstrings: change those, not this page. -->

Everything public is a name of `factx`. The fields of the records are in [records.md](records.md), the command line in
[cli.md](cli.md), articles by the million in [scaling.md](scaling.md).
"""

CLASSES: dict[str, tuple[str, ...]] = {
    "Extractor": ("extract", "extract_many"),
    "Article": ("from_path", "from_html", "altered"),
    "Grid": (),
    "GridCell": (),
    "Facts": ("issuer", "records", "get", "speaker", "quote", "table", "by", "consistency", "to_rows", "to_pandas", "to_arrow", "to_html", "to_jsonld",
              "to_web_annotations", "to_label_studio", "to_brat"),
    "Lexicon": (),
    "Comparison": ("wrong", "of", "get", "counts", "to_rows", "to_pandas", "to_arrow", "to_markdown", "to_html"),
    "Finding": (),
    "Edit": (),
    "ExtractionError": (),
}  # fmt: skip
"""Classes, and the methods that the page tells of; those of records are told with their fields, on their own page."""
FUNCTIONS = ("extract", "extract_many", "compare", "to_pandas", "to_arrow")
ERRORS = ("FactxError", "InputError", "InputNotFound", "InputTooLarge", "MissingExtra")
NAMED = re.compile(r"((?:`[a-z_]+`(?:, | and )?)+): ")


def page() -> str:
    """The text of the page."""
    parts = [HEAD]
    for name in FUNCTIONS:
        parts += callable_part(f"## factx.{name}", f"factx.{name}", getattr(factx, name))
    for name, methods in CLASSES.items():
        parts += class_part(name, methods)
    parts += ["## Errors\n"]
    parts += [f"- `factx.{name}`: {' '.join(prose(getattr(factx, name)).split())}" for name in ERRORS]
    return "\n".join(parts) + "\n"


def class_part(name: str, methods: tuple[str, ...]) -> Iterator[str]:
    kind = getattr(factx, name)
    yield f"## factx.{name}\n"
    if name in ("Extractor", "Article"):
        yield code("py", call(f"factx.{name}", kind))
    yield markdown(kind)
    if name == "Extractor":
        yield from options()
    for method in methods:
        yield from callable_part(
            f"### {name}.{method}", method_name(kind, method), inspect.getattr_static(kind, method)
        )


def method_name(kind: type, method: str) -> str:
    owner = "factx." if isinstance(inspect.getattr_static(kind, method), classmethod) else ""
    return f"{owner}{kind.__name__ if owner else kind.__name__.lower()}.{method}"


def callable_part(heading: str, name: str, found: Any) -> Iterator[str]:
    function = getattr(found, "__func__", found)
    yield heading + "\n"
    yield code("py", name if isinstance(function, property) else call(name, function))
    yield markdown(function)


def call(name: str, function: Callable[..., Any]) -> str:
    """The signature as it is called, an argument a line where it is long."""
    signature = inspect.signature(function)
    arguments: list[str] = []
    for parameter in signature.parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and "*" not in arguments:
            arguments.append("*")
        if parameter.name not in ("self", "cls"):
            arguments.append(argument(parameter))
    empty = signature.return_annotation in (inspect.Signature.empty, "None", None)
    returns = "" if empty else f" -> {signature.return_annotation}"
    line = f"{name}({', '.join(arguments)}){returns}"
    return (
        line if len(line) <= 100 else "\n    ".join([f"{name}(", *(f"{each}," for each in arguments)]) + f"\n){returns}"
    )


def argument(parameter: inspect.Parameter) -> str:
    hint = parameter.annotation
    named = f"{parameter.name}: {hint if isinstance(hint, str) else inspect.formatannotation(hint)}"
    return named if parameter.default is parameter.empty else f"{named} = {parameter.default!r}"


def options() -> Iterator[str]:
    """The options of an extractor, from those who check them."""
    parts = NAMED.split(" ".join(inspect.getdoc(Options).split("Raises")[0].split()))  # type: ignore[union-attr]
    meanings = dict(zip((names.strip("`") for names in parts[1::2]), parts[2::2], strict=True))
    yield "| option | default | meaning |\n| --- | --- | --- |"
    for field in dataclasses.fields(Options):
        if field.name in meanings:
            default = "all" if field.name == "only" else f"`{field.default}`"
            yield f"| `{field.name}` | {default} | {meanings[field.name].strip().rstrip('.')} |"
    yield "| `lexicon` | none | your own words: a `factx.Lexicon` |\n"


def prose(found: Any) -> str:
    return (inspect.getdoc(found) or "").partition(">>>")[0].strip()


def markdown(found: Any) -> str:
    """A docstring as Markdown: fields and arguments that begin a line as a list, examples as sessions."""
    lines = (inspect.getdoc(found) or "").splitlines()
    session = next((index for index, line in enumerate(lines) if line.startswith(">>>")), len(lines))
    text, example = "\n".join(lines[:session]).strip(), "\n".join(lines[session:]).strip()
    text = re.sub(r"(?:^|(?<=[^,]\n))(?=(?:`[a-z_]+`(?:, | and )?)+: )", "- ", text)
    text = re.sub(r"^([^-\n].*)\n- ", r"\1\n\n- ", text, flags=re.MULTILINE)
    return text + "\n" + (f"\n{code('pycon', example)}" if example else "")


def code(language: str, text: str) -> str:
    return f"```{language}\n{textwrap.dedent(text)}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
