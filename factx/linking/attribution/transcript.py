"""Transcripts: paragraphs that begin with who speaks ("Q:", "Jo Ray:", "MODERATOR –"), in marks or not.

A label counts when the article has at least three labelled paragraphs and some label comes twice, or all labels are of
the kind that only transcripts have ("Q:", capitals). What follows, up to the next label, is what its speaker said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factx import lexicon
from factx.linking.attribution.draft import Draft, Workspace
from factx.mentions.cues.voices import voice_of
from factx.mentions.types import SpanTuple
from factx.patterns import later
from factx.rules import Rule, RuleTable

__all__ = ["LABELS", "transcribe"]

LABELS = RuleTable(
    "transcript labels",
    r"(?m:^)[\"“‘']?(?=[A-Z])",
    [
        Rule(
            "question and answer",
            r"[\"“‘']?(?P<label>[QA]|Question|Answer|Interviewer|Moderator|Operator|Host)\s?:\s+(?=\S)",
            examples=("Q: Is it true?", "Operator: Our first question, please."),
            counter_examples=("Quality: it matters.", "A. Smith left."),
        ),
        Rule(
            "question and answer, full stop",
            r"(?P<label>[QA])\.\s+(?=[\"“‘']?[A-Z])",
            examples=("Q. Is it true?", "A. “It is.”"),
            counter_examples=("B. Smith left.", "Q.E.D. was written below."),
        ),
        Rule(
            "name in capitals",
            r"[\"“‘']?(?P<label>(?:(?:MR|MRS|MS|DR|SEN|GOV|REP)\.?\s)?[A-Z][A-Z.’'-]++(?:\s[A-Z][A-Z.’'-]++){0,3})"
            r"(?:,\s[A-Z][A-Z,.& -]{2,50})?(?:\s?\([^)\n]{1,40}\))?\s?:\s+(?=\S)",
            examples=("WALLACE: Let me ask.", "JO RAY (on tape): We won.", "JO RAY, CHIEF EXECUTIVE: We won."),
            counter_examples=("Wallace said: no.", "NASA flew."),
        ),
        Rule(
            "name",
            r"[\"“‘']?(?P<label>(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?[A-Z][\w.’'-]++(?:\s(?:(?:van|von|de|der|bin|al)\s)?[A-Z][\w.’'-]++){1,3}|[A-Z][a-z]{2,15}+)"
            r"(?:\s?[,–—-]\s[^:\n]{1,60}|\s?\([^)\n]{1,40}\))?\s?:\s+(?=\S)",
            examples=("Dai Shu: We won.", "Jo Ray, chief executive: We won."),
            counter_examples=("The answer: no.", "jo: no"),
        ),
        Rule(
            "name and title on a line",
            r"(?P<label>[A-Z][\w.’'-]++(?:\s(?:(?:van|von|de|der|bin|al)\s)?[A-Z][\w.’'-]++){1,3})\s?(?:—|–|--)\s(?:[A-Z]|[^\n.:?!]{0,40},\s[A-Z])[^\n.:?!]{2,80}(?=\n|\Z)",
            examples=("Jo Ray -- Chief Executive", "Dai Shu — Analyst, Halden Bank"),
            counter_examples=("Jo Ray — who won — left.", "— Jo Ray, head of Bolt"),
        ),
    ],
)
"""Rules are tried at the beginning of lines."""

LEAST = 3
TALK = later(r"\?|\b(?:I|[Ww]e|[Oo]ur|[Mm]y|me|us|[Tt]hank(?:s| you)|[Gg]ood (?:morning|afternoon|evening))\b")
"""What people say to each other has and lists, tips and headlines have not."""
NOT_SPEAKERS = lexicon.words("line_labels.tsv")
"""Words that begin a line with a colon and name no speaker."""

SPEAKING = frozenset(("somebody", "crowd"))
NAMES = ("given_names.tsv", "surnames.tsv")


def transcribe(work: Workspace) -> list[SpanTuple]:
    """Add a draft for each labelled turn; the stretches that the turns cover (other rules keep out of them)."""
    turns = list(_turns(work))
    document, text = work.document, work.text
    if not _is_transcript(turns) or not _is_talk(work, turns):
        return []
    paragraphs = document.paragraphs
    covered: list[SpanTuple] = []
    labelled = {index for index, _, _ in turns}
    for number, (index, _, (label_start, label_end, body)) in enumerate(turns):
        paragraph = paragraphs[index]
        spans = [_inside(text, body, paragraph.end)]
        alone = spans[0][0] == spans[0][1]
        following = index + 1
        limit = turns[number + 1][0] if number + 1 < len(turns) else min(index + 4, len(paragraphs))
        while (
            following < limit
            and following not in labelled
            and paragraphs[following].section == "body"
            and (number + 1 < len(turns) or (alone and len(spans) == 1))
        ):
            spans.append(_inside(text, paragraphs[following].start, paragraphs[following].end))
            following += 1
        spans = [s for s in spans if s[1] > s[0]]
        if not spans:
            continue
        covered.append((paragraph.start, spans[-1][1]))
        draft = Draft("direct", "transcript", (label_start, label_end), None, None, index, paragraph.start)
        draft.spans = spans
        work.add(draft)
    return covered


def _turns(work: Workspace) -> Iterator[tuple[int, str, tuple[int, int, int]]]:
    """(paragraph, label, (its start, its end, where the words begin)) of the paragraphs that begin with a label."""
    text = work.text
    rules = [rule.compiled.match for rule in LABELS.rules]
    for paragraph in work.document.paragraphs:
        line = text[paragraph.start : min(paragraph.end, paragraph.start + 110)]
        heading = paragraph.section == "byline" or (paragraph.section == "headline" and ":" in line)
        if heading or not (any(mark in line for mark in (":", "—", "–", "--")) or line[:2] in ("Q.", "A.")):
            continue
        for match_at in rules:
            match = match_at(text, paragraph.start, paragraph.end)
            if match is not None:
                label = match["label"]
                if not _is_heading(label):
                    yield paragraph.index, label, (match.start("label"), match.end("label"), match.end())
                break


def _is_heading(label: str) -> bool:
    """Is a label one for what follows and not for who speaks: "Contact", "Outlook", "Topics"; not "Grace"?

    >>> [_is_heading(label) for label in ("Press Contact", "Outlook", "Grace", "Host", "Jo Ray")]
    [True, True, False, False, False]
    """
    words = label.lower().split()
    if not NOT_SPEAKERS.isdisjoint((words[0], words[-1])):
        return True
    thing = voice_of(words[0]) not in SPEAKING and words[0] in lexicon.noun_classes()
    return label.istitle() and len(words) == 1 and thing and not any(words[0] in lexicon.words(name) for name in NAMES)


def _is_transcript(turns: list[tuple[int, str, tuple[int, int, int]]]) -> bool:
    """Three turns at least, a label that comes twice, and labels on a third of the paragraphs between first and last."""
    labels = Counter(label for _, label, _ in turns)
    asked = len(turns) == LEAST - 1 and turns[0][1] in ("Q", "Question")  # "Q: …", "Jo Ray: …"
    if len(turns) < LEAST and not asked:
        return False
    capitals = all(label.isupper() for label in labels)
    if (max(labels.values()) < 2 and not asked and not capitals) or (labels["A"] and not labels["Q"]):
        return False
    return 3 * len(turns) >= turns[-1][0] - turns[0][0] + 1


def _is_talk(work: Workspace, turns: list[tuple[int, str, tuple[int, int, int]]]) -> bool:
    """Does one turn in three ask, thank or speak of "I" or "we"? Telephone numbers, tips and headlines do not."""
    paragraphs = work.document.paragraphs
    talk = 0
    for number, (index, _, (_, _, body)) in enumerate(turns):
        following = turns[number + 1][0] if number + 1 < len(turns) else index + 2
        last = min(max(following - 1, index), index + 3, len(paragraphs) - 1)
        talk += TALK.search(work.text, body, paragraphs[last].end) is not None
    return 3 * talk >= len(turns)


def _inside(text: str, start: int, end: int) -> SpanTuple:
    """Without the white space and the marks around."""
    while start < end and (text[start].isspace() or text[start] in '"“”‘'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in '"”“'):
        end -= 1
    return start, end
