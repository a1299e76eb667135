"""What a share is about behind which no "of" follows: its predicate, as far as the clause goes."""

from __future__ import annotations

import pytest

import factx
from factx.article import Article
from factx.document import Document
from factx.linking.claims.scene import Scene
from factx.linking.claims.shares import predicate_of, predicated
from factx.mentions.amounts import find_amounts
from factx.options import Options
from factx.syntax import Syntax

PREDICATES = (
    # (sentence, what its last share is about; None where it is about a noun)
    ("Only 12% believe that robots will take their jobs.", "believe that robots will take their jobs"),
    ("A strong plurality (44%) expects fares to rise.", "expects fares to rise"),
    ("About 60% say they are worried about tolls, but few drive less.", "worried about tolls"),
    ("Half of tenants own a car, while 23% rely on the bus.", "rely on the bus"),
    ("Some 9% use it to read and 4% don’t know what it is.", "don’t know what it is"),
    ("Some 9% use it to read and 4% don't know what it is.", "don't know what it is"),
    ("Nearly two-thirds have never heard of heat pumps.", "have never heard of heat pumps"),
    ("More than 30% still owe $200,000 or more.", "owe $200,000 or more"),
    ("While 19% have debts between $6,000 and $10,000, few worry.", "have debts between $6,000 and $10,000"),
    ("Gen Xers (40%) were most likely to refuse.", None),
    ("Sales rose 5%, said Bolt.", None),
    ("A return of 5% is good.", None),
    ("Some 12 people believe in it.", None),
)


@pytest.mark.parametrize(("text", "wanted"), PREDICATES)
def test_the_predicate_of_a_share(text: str, wanted: str | None) -> None:
    document = Document(Article(text=text))
    amounts = find_amounts(document, [], Options())
    scene = Scene(
        document, Syntax(document).of(document.sentences[0]), document.sentences[0], range(len(amounts)), amounts, []
    )
    shares = [ref for ref in range(len(amounts)) if amounts[ref].currency is None]
    verb = predicate_of(scene, shares[-1])
    assert (None if verb is None else predicated(scene, verb)) == wanted


def test_brackets_of_a_share_leave_nothing_in_words() -> None:
    text = "The data highlights a wide gap among tenants as nearly 3 in 5 (57%) say they could not pay their rent."
    for number in factx.extract(text).numbers:
        assert "( )" not in f"{number.what} {number.subject}"
