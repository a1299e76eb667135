"""Words and shapes of names that are not what an article is about: agencies, pollsters, tickers, periods, days."""

from __future__ import annotations

import re

__all__ = ["AGENCIES", "CALENDAR", "COMPANIES", "NAME", "PERIOD", "PLACING", "SIGNED", "TICKER"]

AGENCIES = frozenset(("reuters", "associated press", "ap", "afp", "agence france-presse", "bloomberg", "bloomberg news", "dow jones", "upi",
                      "dpa", "pa", "press association", "pr newswire", "prnewswire", "business wire", "globe newswire", "globenewswire",
                      "marketwatch", "city", "wall street", "rtt news", "rttnews", "xinhua", "pti", "ians", "ani", "kyodo", "interfax",
                      "tass", "efe", "ansa", "thomson financial", "first call", "thomson first call", "factset", "refinitiv", "lseg", "i/b/e/s",
                      "zacks", "zacks investment research", "visible alpha", "s&p global market intelligence", "reuters estimates"))  # fmt: skip
"""News agencies, which sign reports and are seldom what these are about."""

PERIOD = re.compile(
    r"(?:[1-4]?[QH][1-4]?|FY|HY|YTD)[-/\s]?\d{0,4}$|(?:first|second|third|fourth|half|full|year)[-\s](?:quarter|half|year|to-date)",
    re.IGNORECASE,
)
"""Names of reporting periods, which look like names of somebody."""

COMPANIES = frozenset(("reuters", "bloomberg", "dow jones", "business wire", "press association"))
"""Agencies that are companies which reports can be about."""

TICKER = re.compile(r"[A-Z0-9]{1,6}\.[A-Z]{1,3}$")
"""The code of a share: "Bolt plc (BLT.L)"."""

SIGNED = re.compile(r"\)\s{0,3}[-–—]{1,2}\s")
"""What follows a news agency in a dateline: "PARIS (Zenpress) - Bolt said"."""

NAME = re.compile(r"P(?:P|&P)*")
CALENDAR = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "mr",
        "mrs",
        "ms",
        "dr",
        "ceo",
        "cfo",
        "us",
        "uk",
        "eu",
        "u.s",
        "u.k",
        "ipo",
        "yoy",
        "qoq",
        "mom",
        "ytd",
        "ebitda",
        "etc",
        "gmt",
        "est",
    ]
)
PLACING = frozenset(["in", "at", "from", "near", "across", "outside", "into", "throughout"])
