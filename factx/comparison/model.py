"""What a comparison gives: findings, each with its reason, its places in both texts, and how sure it is."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from factx.facts import Facts
from factx.records import Amount, Record, Span

if TYPE_CHECKING:
    import pandas
    import pyarrow

__all__ = ["KINDS", "VERDICTS", "Comparison", "Edit", "Finding", "FindingKind", "Status", "Verdict"]

FindingKind = Literal["quote", "money", "number", "date", "speaker", "act"]
KINDS: tuple[FindingKind, ...] = ("quote", "money", "number", "date", "speaker", "act")

Status = Literal[
    "verbatim", "equal", "rounded", "paraphrased",
    "altered", "spliced", "other speaker", "scaled wrong", "differs", "other period",
    "not found", "unclear",
    "up", "down", "unchanged", "restated", "raised", "lowered", "narrowed", "maintained", "withdrawn", "new", "dropped", "repeated",
    "reworded",
]  # fmt: skip

Verdict = Literal["right", "wrong", "open", "change"]
VERDICTS: dict[str, Verdict] = {
    "verbatim": "right", "equal": "right", "rounded": "right", "paraphrased": "right",
    "altered": "wrong", "spliced": "wrong", "other speaker": "wrong", "scaled wrong": "wrong", "differs": "wrong",
    "other period": "wrong", "not found": "open", "unclear": "open",
}  # fmt: skip
"""What a status says of the report. Those of two statements of one organisation, which are not listed, say "change"."""


class Edit(Record):
    """A place where the words of two quotes part: put in, left out, or changed; None is where one of them has nothing.

    `flags`: "negation" where only one side has a word such as "not", "number" where the numbers differ.
    """

    op: Literal["put in", "left out", "changed"]
    source: Span | None = None
    report: Span | None = None
    flags: tuple[str, ...] = ()


class Finding(Record):
    """One record of the report held against the source (or, in a comparison of two statements, one of either).

    `kind`: quote, money, number, date, speaker or act. `status`: what was found, `verdict`: what that says of the report: right,
    wrong, open (not found, unclear), or a change between two statements. `report_id`, `source_id`: ids of the records, the
    second None where words were found outside the records. `report`, `source`: the places in both texts. `reason`: why, in a
    sentence. `flags`: which part it is about: negation, number, changed, left out, put in, comparator, currency, modality,
    direction, role, name, affiliation, guidance, actor … `edits`: of a quote, word by word. `by`, `by_percent`: of a figure that went up or
    down, by how much. `confidence`: 0 to 1, how sure the finding is, the linking of the records included.
    """

    id: str
    kind: FindingKind
    status: Status
    verdict: Verdict
    report_id: str | None = None
    source_id: str | None = None
    report: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    reason: str
    flags: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    by: Amount | None = None
    by_percent: Amount | None = None
    confidence: float = Field(ge=0, le=1)


class Comparison(Record):
    """Two texts held against each other.

    `mode`: "report" (is it said, is it so) or "changes" (what changed between two statements of one organisation). `source`,
    `report`: the facts of both. `findings`: in the order of the report. `left_out`: ids of records of the source that the
    report does not take up: listed, not judged.

    >>> from factx import compare
    >>> found = compare("Bolt sold 300 engines for £1.2bn in 2023.", "In 2023, Bolt sold 300 engines for £1.2m.")
    >>> [(one.status, one.report[0].text, one.source[0].text) for one in found.wrong()]
    [('scaled wrong', '£1.2m', '£1.2bn')]
    """

    mode: Literal["report", "changes"]
    source: Facts
    report: Facts
    findings: tuple[Finding, ...] = ()
    left_out: tuple[str, ...] = ()

    def wrong(self) -> list[Finding]:
        """The findings that say that the report has something wrong."""
        return [finding for finding in self.findings if finding.verdict == "wrong"]

    def of(self, *statuses: str) -> list[Finding]:
        """The findings with one of these statuses."""
        return [finding for finding in self.findings if finding.status in statuses]

    def get(self, finding_id: str) -> Finding | None:
        """The finding with this id, or None."""
        return self._by_id.get(finding_id)

    @cached_property
    def _by_id(self) -> dict[str, Finding]:
        return {finding.id: finding for finding in self.findings}

    def counts(self) -> dict[str, int]:
        """How many findings there are of each status, in the order in which they first come up."""
        out: dict[str, int] = {}
        for finding in self.findings:
            out[finding.status] = out.get(finding.status, 0) + 1
        return out

    def to_rows(self) -> list[dict[str, Any]]:
        """One flat dict a finding, then one for each record that is left out (see `docs/compare.md`)."""
        from factx.output.comparison.rows import to_rows

        return to_rows(self)

    def to_pandas(self) -> pandas.DataFrame:
        """`to_rows` as a data frame. Needs the extra `pandas`."""
        from factx.output.comparison.rows import COLUMNS
        from factx.output.rows import pandas_of

        return pandas_of(self.to_rows(), COLUMNS)

    def to_arrow(self) -> pyarrow.Table:
        """`to_rows` as an Arrow table with a fixed schema. Needs the extra `arrow`."""
        from factx.output.comparison.rows import COLUMNS
        from factx.output.rows import arrow_of

        return arrow_of(self.to_rows(), COLUMNS)

    def to_markdown(self) -> str:
        """A report in Markdown."""
        from factx.output.comparison.text import to_markdown

        return to_markdown(self)

    def __repr__(self) -> str:
        statuses = Counter(finding.status for finding in self.findings)
        held = ", ".join(f"{count} {status}" for status, count in statuses.items()) or "nothing to compare"
        return f"<Comparison ({self.mode}): {held}>"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """What a notebook shows: the page, in a frame."""
        from factx.output.notebook import frame

        return frame(self.to_html())

    def to_html(self) -> str:
        """A self-contained page: both texts side by side, the findings marked in both."""
        from factx.output.comparison.page import to_html

        return to_html(self)
