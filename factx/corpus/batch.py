"""A batch on this machine, on one page: inputs -> what is not done yet -> pool -> sink, with a summary at the end.

>>> Summary(articles=2, chars=6000, seconds=0.5).text()
'2 articles in 0.5 s: 4 articles/s, 12,000 characters/s; records: none'
"""

from __future__ import annotations

import contextlib
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from factx.corpus.item import Item
from factx.corpus.pool import Lost, run_ordered
from factx.corpus.progress import Progress
from factx.corpus.sinks import Sink
from factx.corpus.work import Row, RowMaker
from factx.output.totals import counted

__all__ = ["Summary", "run_batch"]

ERRORS_KEPT = 20


@dataclass
class Summary:
    """What a run did. `articles`: those of this run; `there`: those that an earlier run had done; `errors`: by kind; `last`: id of the last article."""

    articles: int = 0
    there: int = 0
    records: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    first_errors: list[str] = field(default_factory=list)
    chars: int = 0
    seconds: float = 0.0
    last: str = ""

    @property
    def failed(self) -> int:
        """Articles of this run that gave an error row."""
        return sum(self.errors.values())

    def add(self, item: Item, row: Row) -> None:
        """Count a row."""
        self.articles += 1
        self.last = item.id
        self.chars += row.chars
        self.records.update(row.counts)
        if row.error_kind is not None:
            self.errors[row.error_kind] += 1
            if len(self.first_errors) < ERRORS_KEPT:
                said = row.error or ""
                self.first_errors.append(said if said.startswith(item.id) else f"{item.id}: {said}")

    def text(self) -> str:
        """One line for a person."""
        seconds = max(self.seconds, 1e-9)
        per_second = self.articles / seconds
        records = ", ".join(counted(kind, count) for kind, count in self.records.items() if count) or "none"
        parts = [
            f"{_articles(self.articles)} in {self.seconds:,.1f} s: {per_second:,.{0 if per_second >= 10 or per_second % 1 == 0 else 1}f} "
            f"articles/s, {self.chars / seconds:,.0f} characters/s",
            f"records: {records}",
        ]
        if self.there:
            parts.append(f"{_articles(self.there)} {'was' if self.there == 1 else 'were'} done before")
        if self.errors:
            kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(self.errors.items()))
            parts.append(f"{_articles(self.failed)} failed ({kinds}); the column error says why")
        return "; ".join(parts)


def _articles(number: int) -> str:
    return f"{number:,} {'article' if number == 1 else 'articles'}"


def run_batch(
    items: Iterable[Item],
    sink: Sink,
    maker: RowMaker,
    *,
    workers: int,
    timeout: float | None,
    progress: Progress,
    summary: Summary | None = None,
) -> Summary:
    """Every item that the sink has no row of yet becomes a row, in order. Closes the sink, also when interrupted.

    `summary`: is counted in and given back, so that who interrupts knows how far it went.
    """
    summary = Summary() if summary is None else summary
    started = time.perf_counter()
    try:
        done = sink.done(maker.run)
    except BaseException:
        sink.release()
        raise
    try:
        todo = _not_done(items, done, maker, summary, progress) if done else items
        with contextlib.closing(run_ordered(todo, maker, workers=workers, timeout=timeout)) as results:
            for item, result in results:
                row = maker.failed(item, result.kind, result.message) if isinstance(result, Lost) else result
                sink.add(row.line)
                summary.add(item, row)
                progress.step(item.share)
    finally:
        progress.clear()
        sink.close()
        summary.seconds = time.perf_counter() - started
    return summary


def _not_done(
    items: Iterable[Item], done: Counter[bytes], maker: RowMaker, summary: Summary, progress: Progress
) -> Iterator[Item]:
    """The items without a row. An article that is in the input twice has two rows, so rows are counted, not only known."""
    for item in items:
        key = bytes.fromhex(maker.key(item))
        if done[key] > 0:
            done[key] -= 1
            summary.there += 1
            progress.skip(item.share)
        else:
            yield item
