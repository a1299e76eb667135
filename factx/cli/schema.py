"""`factx schema`: the JSON Schema of what `factx extract --format json` writes."""

from __future__ import annotations

import argparse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["add", "run"]


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "schema", help="print the JSON Schema of the records", description="Print the JSON Schema of the records."
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print it."""
    import json

    from factx.cli.streams import StandardOutput
    from factx.output.json_lines import schema

    StandardOutput().write(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n")
    return 0
