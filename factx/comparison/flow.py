"""The comparison on one page: two texts -> two `Facts` -> findings. Read this first.

>>> found = compare("“We won,” said Ann Lee of Bolt.", "“We lost,” said Ann Lee.")
>>> [(one.kind, one.status) for one in found.findings]
[('quote', 'not found'), ('speaker', 'equal')]
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from factx.article import Article
from factx.comparison.acts import judge_acts
from factx.comparison.changes import judge_changes, same_issuer
from factx.comparison.dates import judge_dates
from factx.comparison.figures import judge_figures
from factx.comparison.finding import numbered
from factx.comparison.heard import Heard
from factx.comparison.leaving import left_out
from factx.comparison.loose import loose_quotations
from factx.comparison.model import Comparison, Finding
from factx.comparison.paraphrases import judge_reported
from factx.comparison.quotes import judge_words
from factx.comparison.speakers import judge_speakers
from factx.comparison.voices import Voices
from factx.facts import Facts

__all__ = ["Comparable", "Mode", "compare"]

Comparable = Facts | Article | Path | str
Mode = Literal["auto", "report", "changes"]


def compare(source: Comparable, report: Comparable, *, mode: Mode = "auto") -> Comparison:
    """Hold a report against its source, or a statement against an earlier one of the same organisation.

    `source`, `report`: `Facts`, or what they are extracted from first: a text (`str`), an `Article`, or the `Path` of a file.
    `mode`: "report" asks of each quote, figure, date, speaker and act of the report whether the source has it; "changes" asks what
    changed from the first statement to the second; "auto" takes "changes" for two statements of one issuer of different days.

    Raises what `factx.extract` and `Article.from_path` raise, `TypeError` for anything else, `ValueError` for an unknown mode.

    >>> found = compare("Bolt paid $58.4 million in 2023.", "Bolt paid about $58 million in 2023.")
    >>> [(one.status, one.reason) for one in found.of("rounded")]
    [('rounded', '“about $58 million” is “$58.4 million” rounded')]
    """
    first, second = _facts(source), _facts(report)
    if mode not in ("auto", "report", "changes"):
        raise ValueError(f"mode must be 'auto', 'report' or 'changes', not {mode!r}")
    if mode == "changes" or (mode == "auto" and same_issuer(first, second)):
        return Comparison(mode="changes", source=first, report=second, findings=numbered(judge_changes(first, second)))
    return _report(first, second)


def _facts(given: Comparable) -> Facts:
    if isinstance(given, Facts):
        return given
    from factx.extractor import extract

    return extract(Article.from_path(given) if isinstance(given, Path) else given)


def _report(source: Facts, report: Facts) -> Comparison:
    """Each record of the report against the source."""
    voices, heard = Voices(source, report), Heard(source)
    quotes = [
        (judge_reported if quote.kind == "indirect" else judge_words)(quote, report, heard, voices)
        for quote in report.quotes
    ]
    findings: list[Finding] = [finding for finding in quotes if finding is not None]
    # Of words in marks that nobody is said to have said, only those that the source has, or nearly has, are quotes for certain.
    loose = [judge_words(quote, report, heard, voices) for quote in loose_quotations(report)]
    findings += [finding for finding in loose if finding is not None and finding.status not in ("not found", "unclear")]
    findings += judge_figures(source, report)
    findings += judge_dates(source, report)
    findings += judge_acts(source, report)
    findings += judge_speakers(source, report, findings)
    return Comparison(
        mode="report", source=source, report=report, findings=numbered(findings), left_out=left_out(source, findings)
    )
