"""The line of filters, which is the colour legend too: by what was found, and by kind. Works without script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.output.comparison.groups import GROUPS, KIND_NAMES

if TYPE_CHECKING:
    from factx.comparison import Comparison

__all__ = ["bar_html"]


def bar_html(comparison: Comparison) -> str:
    """Two sets of checkboxes: verdicts, and kinds of records."""
    verdicts = [
        (group.name, group.label, sum(finding.status in group.statuses for finding in comparison.findings))
        for group in GROUPS[comparison.mode]
    ]
    if comparison.mode == "report":
        verdicts.append(("left", "Not taken up", len(comparison.left_out)))
    boxes = "".join(_box(name, label, count) for name, label, count in verdicts)
    acts = bool(comparison.source.acts or comparison.report.acts)
    kinds = "".join(
        _box(kind, name, sum(finding.kind == kind for finding in comparison.findings))
        for kind, name in KIND_NAMES.items()
        if kind != "act" or acts
    )
    return (
        f'<fieldset class="kinds"><legend class="unseen">What was found</legend>{boxes}</fieldset>'
        f'<fieldset class="kinds plain"><legend class="unseen">Kinds of records</legend>{kinds}</fieldset>'
    )


def _box(name: str, label: str, count: int) -> str:
    return (
        f'<label class="chip c-{name}"><input type="checkbox" id="show-{name}" checked>{label} <b>{count}</b></label>'
    )
