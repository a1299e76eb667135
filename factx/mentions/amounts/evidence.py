"""Which country's dollar: the article's own evidence for a bare "$", "pounds", "rupees", "kr".

>>> class Fake:
...     def __init__(self, code, bare, start, end):
...         self.currency, self.start, self.end, self.mark, self.per = CurrencyForm(code, False, bare), start, end, "$", None
>>> text = "Revenue was HK$4bn. Profit was $2bn."
>>> items = [Fake("HKD", False, 12, 18), Fake("USD", True, 31, 35)]
>>> Evidence(text, items).of(items[1])
('HKD', 'context')
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

import regex

from factx import lexicon
from factx.mentions.amounts.dollars import WORLD_PRICES, stated_dollar, whose_dollar
from factx.mentions.amounts.item import Item
from factx.values.currencies import CurrencyForm

__all__ = ["Evidence"]

FAMILIES = {
    "USD": frozenset(("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "JMD", "BBD", "BSD", "BMD",
                      "BZD", "BND", "FJD", "GYD", "NAD", "TTD", "XCD", "LRD", "KYD", "MXN")),
    "GBP": frozenset(("GBP", "EGP", "LBP", "SDG", "SSP", "SYP", "IEP", "CYP", "GIP", "FKP")),
    "INR": frozenset(("INR", "PKR", "LKR", "NPR", "MUR", "SCR")),
    "CHF": frozenset(("CHF", "FRF", "BEF", "LUF", "XOF", "XAF", "CDF", "RWF", "BIF", "DJF", "GNF", "KMF", "XPF")),
    "MXN": frozenset(("MXN", "ARS", "CLP", "COP", "CUP", "DOP", "PHP", "UYU")),
    "NOK": frozenset(("NOK", "DKK", "SEK", "ISK")), "SEK": frozenset(("SEK", "NOK", "DKK", "ISK", "CZK")),
    "KRW": frozenset(("KRW", "KPW")), "RUB": frozenset(("RUB", "BYN")), "TRY": frozenset(("TRY", "ITL", "MTL", "LBP")),
    "AED": frozenset(("AED", "MAD")), "SAR": frozenset(("SAR", "QAR", "YER")), "IRR": frozenset(("IRR", "OMR", "YER", "QAR")),
    "KES": frozenset(("KES", "UGX", "TZS", "SOS")), "KWD": frozenset(("KWD", "BHD", "JOD", "IQD", "DZD", "TND", "LYD", "RSD")),
    "DEM": frozenset(("DEM", "FIM", "BAM")), "NLG": frozenset(("NLG", "ANG")), "PTE": frozenset(("PTE", "CVE")), "ZMW": frozenset(("ZMW", "MWK")),
    "RON": frozenset(("RON", "MDL")), "AZN": frozenset(("AZN", "TMT")), "JPY": frozenset(("JPY", "CNY")), "BOB": frozenset(("BOB", "VES")),
    "XOF": frozenset(("XOF", "XAF")), "ZWL": frozenset(("ZWL",)),
}  # fmt: skip
MINOR_FAMILY = {
    "USD": FAMILIES["USD"] | {"EUR", "ZAR"},
    "GBP": FAMILIES["GBP"],
    "NOK": FAMILIES["NOK"],
    "CHF": frozenset(("CHF", "FRF", "EUR", "BEF")),
    "MXN": FAMILIES["MXN"],
    "AED": FAMILIES["AED"] | FAMILIES["KWD"],
}

NATION_OF: dict[str, dict[str, str]] = {}
for _code, _kind, _family, _pattern in lexicon.rows("currency_evidence.tsv"):
    if _kind == "other":
        NATION_OF.setdefault(_family, {})[_code] = _pattern
OWN = {row[2]: row[3] for row in lexicon.rows("currency_evidence.tsv") if row[1] == "own"}


class Evidence:
    """The currencies that an article names outright, by family; asked once for every bare mark."""

    def __init__(self, text: str, items: Sequence[Item]) -> None:
        self.text = text
        self.explicit: Counter[str] = Counter()
        self.bracketed: set[str] = set()
        last: Item | None = None
        money = [item for item in items if item.currency is not None]
        for item in money:
            form = item.currency
            assert form is not None
            if not form.bare:
                self.explicit[form.code] += 1
            if last is not None and form.bare and last.currency is not None and 0 < item.start - last.end <= 24:
                between = text[last.end : item.start]
                if "(" in between and ")" not in between and last.currency.code != form.code and not last.currency.bare:
                    self.bracketed.add(form.code)  # "A$7bn ($5.8bn)": the bare mark is the other currency
            if (
                last is not None
                and not form.bare
                and last.currency is not None
                and last.currency.bare
                and 0 < item.start - last.end <= 3
                and "(" in text[last.end : item.start]
            ):
                self.bracketed.add(last.currency.code)
            last = item
        self._resolved: dict[tuple[str, bool], tuple[str, str]] = {}

    def of(self, item: Item) -> tuple[str, str]:
        """(ISO code, evidence) of an item with a currency."""
        form = item.currency
        assert form is not None
        if not form.bare:
            return form.code, "explicit"
        key = (form.code, form.minor)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(form)
        code, how = self._resolved[key]
        if form.code == "USD" != code and item.per in WORLD_PRICES and self._stated is None:
            return "USD", "default"  # "gold at $2,300 per ounce" in an article from Canada
        return code, how

    @cached_property
    def _stated(self) -> str | None:
        return stated_dollar(self.text)

    def _resolve(self, form: CurrencyForm) -> tuple[str, str]:
        family = (MINOR_FAMILY if form.minor else FAMILIES).get(form.code, frozenset((form.code,)))
        seen = [(count, code) for code, count in self.explicit.items() if code in family]
        if form.code == "USD":
            return self._dollar(form)
        if seen:
            return max(seen, key=lambda pair: (pair[0], pair[1] == form.code, pair[1]))[1], "context"
        hints = NATION_OF.get(form.code)
        if hints is not None and not regex.search(OWN.get(form.code, r"(?!)"), self.text):
            for code, pattern in hints.items():
                if regex.search(pattern, self.text):
                    return code, "context"
        return form.code, "default"

    def _dollar(self, form: CurrencyForm) -> tuple[str, str]:
        family = (MINOR_FAMILY if form.minor else FAMILIES)["USD"]
        marked = Counter({code: count for code, count in self.explicit.items() if code in family})
        if self._stated is None and form.code in self.bracketed:
            return form.code, "context"
        if form.minor and marked["EUR"] and not marked["USD"] and "$" not in self.text:
            return "EUR", "context"
        code = self._stated or whose_dollar(self.text, marked)
        if code is not None:
            return code, "context"
        return ("USD", "context") if marked["USD"] else ("USD", "default")
