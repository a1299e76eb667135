"""When: temporal expressions resolved against the article's day.

`timeline` makes the mentions; `periods` joins them to the periods of claims ("the 13 weeks ended 1 August 2009").

>>> from factx.article import Article
>>> line = timeline(Document(Article(text="It fell on Monday and in Q3 2012.", published="2012-10-09")), Options())
>>> [(m.value, m.first, m.last) for m in line.mentions][1]
('2012-Q3', datetime.date(2012, 7, 1), datetime.date(2012, 9, 30))
"""

from __future__ import annotations

from factx.document import Document
from factx.linking.timeline.periods import PeriodSpan, ended_periods, periods
from factx.linking.timeline.published import published_day
from factx.linking.timeline.resolve import Resolver
from factx.linking.types import Timeline
from factx.mentions.dates import find_times
from factx.options import Options

__all__ = ["PeriodSpan", "periods", "timeline"]


def timeline(document: Document, options: Options) -> Timeline:
    """The article's day and its temporal expressions in text order.

    The day is the article's `published`, else what its dateline, byline or an "Updated:" line says, else None; then what
    needs an anchor has the value None.
    """
    expressions = find_times(document.text)
    published = document.article.published
    if published is None and expressions:
        published = published_day(document, expressions, options)
    mentions = Resolver(document, expressions, published, options).resolve()
    return Timeline(published, ended_periods(document.text, mentions))
