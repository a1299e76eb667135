"""Who is who: names, short forms, pronouns and descriptions joined into speakers.

Read `resolver` first: it is the order of the steps; each step is a file of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from factx.linking.speakers.resolver import Resolver
from factx.linking.speakers.table import speaker_table
from factx.linking.speakers.view import View
from factx.linking.types import SpeakerTable
from factx.mentions.types import Attribution

__all__ = ["View", "resolve_speakers"]


def resolve_speakers(view: View, attributions: Sequence[Attribution]) -> SpeakerTable:
    """The speakers of an article, and which of them is the source of each attribution.

    Clusters are in order of first mention: everybody to whom an attribution resolves, the issuer of a statement, and
    people who are introduced with a role. `speaker_of[i]` is `None` where attribution `i` has no source or nobody fits.
    """
    view.hear(attributions)
    resolver = Resolver(view)
    resolver.employment.introduce(resolver.people)
    resolver.employment.infer(resolver.people)
    resolver.resolve()
    return speaker_table(resolver)
