"""Only what is sure: facts without the records below a confidence, and without references to those.

>>> from factx import extract
>>> facts = extract("“We won,” said Ann Lee. The prize is $5 million.")
>>> [len(kept(facts, least).quotes) for least in (0.5, 1.0)]
[1, 0]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from factx.records import Act, Claim, MonetaryClaim, Quote

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["kept"]

C = TypeVar("C", bound=Claim)


def kept(facts: Facts, least: float) -> Facts:
    """The facts whose records have at least this confidence; speakers, who have none, all stay.

    Ids stay as they are; where a record names one that is left out, it names none.
    """
    quotes = [quote for quote in facts.quotes if quote.confidence >= least]
    money = [claim for claim in facts.money if claim.confidence >= least]
    numbers = [claim for claim in facts.numbers if claim.confidence >= least]
    there = {record.id for kind in (quotes, money, numbers) for record in kind}
    return facts.model_copy(
        update={
            "quotes": tuple(_quote(quote, there) for quote in quotes),
            "money": tuple(_claim(claim, there) for claim in money),
            "numbers": tuple(_claim(claim, there) for claim in numbers),
            "dates": tuple(mention for mention in facts.dates if mention.confidence >= least),
            "acts": tuple(_act(act, there) for act in facts.acts if act.confidence >= least),
        }
    )


def _quote(quote: Quote, there: set[str]) -> Quote:
    return quote if quote.inside is None or quote.inside in there else quote.model_copy(update={"inside": None})


def _act(act: Act, there: set[str]) -> Act:
    return act if act.quote_id is None or act.quote_id in there else act.model_copy(update={"quote_id": None})


def _claim(claim: C, there: set[str]) -> C:
    update: dict[str, object] = {}
    for name in ("quote_id", "restates"):
        named = getattr(claim, name)
        if named is not None and named not in there:
            update[name] = None
    if isinstance(claim, MonetaryClaim) and claim.converts is not None and claim.converts not in there:
        update["converts"] = None
    change = claim.change
    if change is not None:
        gone = {name: None for name in ("by", "from_", "to") if (getattr(change, name) or claim.id) not in there}
        if gone:
            update["change"] = change.model_copy(update=gone)
    return claim.model_copy(update=update) if update else claim
