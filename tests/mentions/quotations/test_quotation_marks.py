"""Quotation marks and their pairs: every style, nesting, paragraphs, mistakes, apostrophes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.article import Article
from factx.document import Document
from factx.mentions.quotations import find_quotations
from factx.mentions.quotations.marks import marks
from factx.mentions.types import Quotation


def find(text: str) -> list[Quotation]:
    return find_quotations(Document(Article(text=text)))


PAIRS = [
    ("curly", "He said “we won it”.", ["we won it"]),
    ("straight", 'He said "we won it".', ["we won it"]),
    ("two apostrophes", "He said ''we won it''.", ["we won it"]),
    ("two backticks", "He said ``we won it''.", ["we won it"]),
    ("guillemets", "He said «we won it».", ["we won it"]),
    ("spaced guillemets", "He said « we won it ».", ["we won it"]),
    ("low mark", "He said „we won it“.", ["we won it"]),
    ("single curly", "He said ‘we won it’.", ["we won it"]),
    ("single straight", "He said 'we won it'.", ["we won it"]),
    ("single curly doubled", "He said ‘‘we won it’’.", ["we won it"]),
    ("doubled by mistake", 'He said ""we won it".', ["we won it"]),
    ("closing mark used to open", "He said ”we won it” at last.", ["we won it"]),
    ("single in double", "“She said ‘no way’ twice,” he said.", ["She said ‘no way’ twice,", "no way"]),
    ("double in single", "‘She said “no way” twice,’ he said.", ["She said “no way” twice,", "no way"]),
    ("same mark nested", "“She said “no way” twice,” he said.", ["She said “no way” twice,", "no way"]),
    ("stuck to letters", 'He said:"we won it"and left.', ["we won it"]),
    ("genitive inside single", "‘The workers’ leader won,’ he said.", ["The workers’ leader won,"]),
    ("plural genitive before", "The workers' leader said 'we won it'.", ["we won it"]),
    ("elision inside", "He said ‘give ’em hell’ twice.", ["give ’em hell"]),
    ("decade", "In the '90s he said 'we won it'.", ["we won it"]),
    ("inches", 'A 6" pipe is "very long indeed".', ["very long indeed"]),
    ("inches inside", '"It is 6" long," he said.', ['It is 6" long,']),
    ("unclosed", "He said “we won it.", ["we won it."]),
    ("unclosed, then closed", "“We won it, he said. “At last.”", ["We won it, he said.", "At last."]),
    ("lone closing mark", "We won it,” he said.", []),
    ("empty", "He wrote “” here.", []),
    ("paragraphs re-opened", "“We won it.\n\n“At last,” he said.", ["We won it.|At last,"]),
    ("paragraphs not re-opened", "“We won it.\n\nAt last,” he said.", ["We won it.\n\nAt last,"]),
    ("three paragraphs", "“One.\n\n“Two.\n\n“Three,” he said.", ["One.|Two.|Three,"]),
    ("single marks re-opened", "‘We won it.\n\n‘At last,’ he said.", ["We won it.|At last,"]),
    ("single mark left open", "‘We won it.\n\nHe left.", []),
    ("unclosed before a new quote", "“We won it.\n\nHe left. “At last,” he said.", ["We won it.", "At last,"]),
]


@pytest.mark.parametrize(("text", "inside"), [case[1:] for case in PAIRS], ids=[case[0] for case in PAIRS])
def test_pairs(text: str, inside: list[str]) -> None:
    found = find(text)
    assert ["|".join(text[a:b] for a, b in q.parts) for q in found] == inside


def test_nesting_is_kept_by_index() -> None:
    assert [q.parent for q in find("“She said ‘no way’ twice,” he said. “Yes.”")] == [None, 0, None]


def test_unclosed_is_marked() -> None:
    assert [q.closed for q in find("He said “yes” and “we won it.")] == [True, False]


ROLES = [
    ("“We won the case,” he said.", "speech"),
    ("It was “good”.", "fragment"),
    ("Tony “The Fox” Russo left.", "nickname"),
    ("He wrote the novel “The Long Road Home”.", "title"),
    ("The so-called “cloud” grew.", "term"),
    ("Rates known as “teasers” rose.", "term"),
    ("“Yes We Can,” she said.", "speech"),
    ("He called her “Iron Lady”.", "fragment"),
    ("Bolt Inc. (the “Company”) rose.", "term"),
]


@pytest.mark.parametrize(("text", "role"), ROLES, ids=[case[0] for case in ROLES])
def test_roles(text: str, role: str) -> None:
    assert [q.role for q in find(text)] == [role]


def test_program_text_has_no_quotations() -> None:
    assert find('{"a": "b", "c": "d"}, ' * 200) == []


ANY = st.lists(
    st.sampled_from(["“", "”", '"', "'", "‘", "’", "''", "``", "«", "»", "a", "B c", ",", ".", " ", "\n\n", "6"])
).map("".join)


@given(ANY)
def test_pairs_nest_and_stay_in_the_text(text: str) -> None:
    found = find(text)
    for q in found:
        assert 0 <= q.outer_start <= q.start <= q.end <= q.outer_end <= len(text)
        assert (q.parts[0][0], q.parts[-1][1]) == (q.start, q.end)
        if q.parent is not None:
            outer = found[q.parent]
            assert outer.outer_start <= q.outer_start <= q.outer_end <= outer.outer_end
    assert [q.outer_start for q in found] == sorted(q.outer_start for q in found)


@given(ANY)
def test_marks_are_what_stands_there(text: str) -> None:
    assert all(text[m.start : m.end] == m.sign for m in marks(text))
