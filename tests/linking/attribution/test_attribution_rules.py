"""Every attribution rule finds its example, with the marked source and words, and not its counter-example."""

from __future__ import annotations

import re

import pytest

from factx.article import Article
from factx.document import Document
from factx.linking.attribution import attribute
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.reports import CUES, CueRule, reports_of
from factx.linking.attribution.rules import RULES, AttributionRule, confidence
from factx.linking.attribution.sentence import FRAMES, Frame
from factx.linking.attribution.unit import Maker
from factx.mentions.names import find_names
from factx.mentions.quotations import find_quotations
from factx.mentions.types import Attribution
from factx.syntax import Syntax


def run(text: str) -> list[Attribution]:
    document = Document(Article(text=text))
    return attribute(document, find_quotations(document), find_names(document))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_finds_its_example(rule: AttributionRule) -> None:
    text = re.sub(r"[\[\]{}]", "", rule.example)
    found = [a for a in run(text) if a.rule == rule.name]
    assert found, f"found {[a.rule for a in run(text)]}"
    source = re.search(r"\[(.+?)\]", rule.example)
    assert source is not None
    assert found[0].source is not None
    assert text[slice(*found[0].source)] == source[1]
    words = [text[a:b].strip(",.?") for a, b in found[0].spans]
    assert words == [w.strip(",.?") for w in re.findall(r"\{(.+?)\}", rule.example)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_does_not_find_its_counter_example(rule: AttributionRule) -> None:
    assert rule.name not in [a.rule for a in run(rule.counter_example)]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_frame_finds_its_example(frame: Frame) -> None:
    text = re.sub(r"[\[\]{}]", "", frame.example)
    found = run(text)
    assert len(found) == 1
    assert found[0].source is not None
    assert [text[slice(*found[0].source)]] == re.findall(r"\[(.+?)\]", frame.example)
    spans = found[0].statement or found[0].spans
    assert [text[a:b].strip(",.?") for a, b in spans] == [
        w.strip(",.?") for w in re.findall(r"\{(.+?)\}", frame.example)
    ]


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_frame_does_not_find_its_counter_example(frame: Frame) -> None:
    document = Document(Article(text=frame.counter_example))
    work = Workspace(
        document, find_quotations(document), [], Maker(document, find_quotations(document), Syntax(document))
    )
    for unit in work.maker.made():
        for report in reports_of(work.sources, unit):
            fits = report.form in frame.forms and report.source is not None
            takes = not frame.takes or report.verb is None or bool(frame.takes & report.frames)
            assert not (fits and takes and frame.find(work, unit, report, 0, []) is not None)


def reports(text: str) -> list[tuple[str, str, str]]:
    """(rule, source, cue) of the reports of a text."""
    document = Document(Article(text=text))
    names = find_names(document)
    quotations = find_quotations(document)
    work = Workspace(document, quotations, names, Maker(document, quotations, Syntax(document, names=names)))
    out = []
    for unit in work.maker.made():
        for report in reports_of(work.sources, unit):
            if report.source is not None:
                cue = work.draft(unit, report, "indirect", "cue clause").cue
                assert cue is not None
                out.append((report.rule, text[slice(*report.source.span)], text[slice(*cue)]))
    return out


@pytest.mark.parametrize("rule", CUES, ids=lambda rule: rule.name)
def test_cue_has_the_source_of_its_example(rule: CueRule) -> None:
    text = re.sub(r"[\[\]<>]", "", rule.example)
    source, cue = re.search(r"\[(.+?)\]", rule.example), re.search(r"<(.+?)>", rule.example)
    assert source is not None
    assert cue is not None
    assert [(name, who) for name, who, word in reports(text) if word.endswith(cue[1])] == [(rule.name, source[1])]


@pytest.mark.parametrize("rule", CUES, ids=lambda rule: rule.name)
def test_cue_does_not_have_it_in_its_counter_example(rule: CueRule) -> None:
    assert rule.name not in [name for name, _, _ in reports(rule.counter_example)]


def test_rules_have_names_of_their_own() -> None:
    for table in (RULES, CUES, FRAMES):
        assert len({rule.name for rule in table}) == len(table)


def test_confidence_is_lower_without_a_source_and_for_vague_verbs() -> None:
    assert confidence("cue clause", "say", "name") > confidence("cue clause", "suggest", "name")
    assert confidence("cue: quote", "say", "none") <= 0.4
