"""A mail (.eml): its body as the text, the subject as title, the sender as byline, its date as the day of publication.

>>> read(b"From: Acme Press <press@acme.example>\\nSubject: No deal\\nDate: Fri, 3 May 2024 23:30:00 -0400\\n\\nNo.", "a.eml")
Article(text='No.', title='No deal', published=datetime.date(2024, 5, 3), byline='Acme Press', source='a.eml')
"""

from __future__ import annotations

import email
import re
from datetime import date
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime

from factx.article import Article
from factx.errors import InputError
from factx.grid import Grid
from factx.readers import text as text_reader

__all__ = ["read"]

HEADER = re.compile(rb"[!-9;-~]{1,100}:")


def read(data: bytes, name: str, *, encoding: str | None = None) -> Article:
    """The plain-text body, else the HTML body (which needs the extra `html`); attachments are not read."""
    if not HEADER.match(data.lstrip(b"\xef\xbb\xbf\r\n")) and not data.startswith(b"From "):
        raise InputError(f"{name}: not a mail: its first line is no header")
    message = email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(preferencelist=("plain", "html"))
    text = ""
    tables: tuple[Grid, ...] = ()
    if isinstance(body, EmailMessage):
        payload = body.get_payload(decode=True)
        raw = payload if isinstance(payload, bytes) else b""
        if body.get_content_subtype() == "html":
            from factx.readers import html

            page = html.read(raw, name, encoding=encoding or body.get_content_charset())
            text, tables = page.text, page.tables
        else:
            declared = body.get_content_charset()
            text = text_reader.decode(raw, name, encoding=encoding, declared=declared).replace("\r\n", "\n").strip("\n")
            if str(body.get_param("format", "")).lower() == "flowed":
                text = _flow(text)
    return Article(
        text=text,
        title=_header(message, "Subject"),
        byline=_sender(message),
        published=_day(message),
        source=name,
        tables=tables,
    )


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        return " ".join(str(message.get(name, "")).split()) or None
    except (ValueError, TypeError, IndexError, AttributeError):  # header parsing gives up on some malformed values
        return None


def _sender(message: EmailMessage) -> str | None:
    name, address = parseaddr(_header(message, "From") or "")
    return name or address or None


def _day(message: EmailMessage) -> date | None:
    """The day on the sender's calendar, which "today" in the text means."""
    try:
        return parsedate_to_datetime(_header(message, "Date") or "").date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _flow(text: str) -> str:
    """Join the lines of `format=flowed` (RFC 3676): a line that ends in a space goes on; "-- " does not."""
    out: list[str] = []
    for line in text.split("\n"):
        goes_on = bool(out) and out[-1].endswith(" ") and out[-1] != "-- "
        unstuffed = line.removeprefix(" ")
        if goes_on:
            out[-1] += unstuffed
        else:
            out.append(unstuffed)
    return "\n".join(line.rstrip() for line in out)
