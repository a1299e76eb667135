"""A mail (.eml): its body as the text, the subject as title, the sender as byline, its date as the day of publication.

>>> read(b"From: Acme Press <press@acme.example>\\nSubject: No deal\\nDate: Fri, 3 May 2024 23:30:00 -0400\\n\\nNo.", "a.eml")
Article(text='No.', title='No deal', published=datetime.date(2024, 5, 3), byline='Acme Press', source='a.eml')
"""

from __future__ import annotations

import email
import re
from datetime import date
from email.message import EmailMessage, Message
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime

from factx.article import Article
from factx.errors import FactxError, InputError
from factx.grid import Grid
from factx.readers import text as text_reader
from factx.readers.path_days import written_day

__all__ = ["read"]

HEADER = re.compile(rb"[!-9;-~]{1,100}:")


def read(data: bytes, name: str, *, encoding: str | None = None) -> Article:
    """The plain-text body, else the HTML body (which needs the extra `html`); attachments are not read."""
    if not HEADER.match(data.lstrip(b"\xef\xbb\xbf\r\n")) and not data.startswith(b"From "):
        raise InputError(f"{name}: not a mail: its first line is no header")
    message = email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=default)
    assert isinstance(message, EmailMessage)
    body = _body(message, name, encoding)
    inner = next(
        (part.get_content() for part in message.iter_attachments() if part.get_content_type() == "message/rfc822"), None
    )
    if isinstance(inner, EmailMessage) and len(body.text) < STUB:
        passed_on = _body(inner, name, encoding)
        note = f"{body.text}\n\n" if body.text and not passed_on.tables else ""
        return _article(note + passed_on.text, passed_on.tables, inner, message, name)
    found = FORWARDED.search(body.text, 0, 2 * STUB)
    if found is None and PASSED_ON.match(_header(message, "Subject") or "") is not None:
        found = UNMARKED.search(body.text, 0, 2 * STUB)
    if found is None or body.tables:
        return _article(body.text, body.tables, message, message, name)
    header = BLANK_LINES.sub("\n", MARKS.sub("", found["header"])).replace("Sent:", "Date:")
    text = f"{body.text[: found.start()].rstrip()}\n\n{body.text[found.end() :].lstrip()}".lstrip("\n")
    return _article(text, (), email.message_from_string(header, policy=default), message, name)


STUB = 300
"""Characters of a plain-text body below which it can be a stub ("to read this mail, …"), or a note to what is passed on."""
MARKS = re.compile(r"(?m)^(?:>[ \t]?)+")
BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
HEADER_OF_INNER = r"(?:[> \t]*(?:from|date|sent|subject|to|cc|reply-to):[^\n]*\n(?:[> \t]*\n)?)"
FORWARDED = re.compile(
    r"(?im)^[> \t]*(?:-{2,}[ \t]*(?:forwarded|original)[ ]message[ \t]*-{2,}|begin[ ]forwarded[ ]message:)[ \t]*\n(?:[> \t]*\n)?"
    rf"(?P<header>{HEADER_OF_INNER}{{2,8}})"
)
PASSED_ON = re.compile(r"(?i)(?:fwd?|wg|tr|rv):")
"""Subjects of mails that pass another on, whose header may stand in the text without a line that says so."""
UNMARKED = re.compile(
    rf"(?im)^(?:[_-]{{5,}}[ \t]*\n(?:[ \t]*\n)?)?(?=[*>\t ]*from:)(?P<header>{HEADER_OF_INNER}{{3,8}})"
)


def _article(text: str, tables: tuple[Grid, ...], told_by: Message, mail: EmailMessage, name: str) -> Article:
    """An article; what the header `told_by` leaves out is told by that of the mail itself."""
    return Article(
        text=text,
        title=_header(told_by, "Subject") or _header(mail, "Subject"),
        byline=_sender(told_by) or _sender(mail),
        published=_day(told_by) or _day(mail),
        source=name,
        tables=tables,
    )


def _body(message: EmailMessage, name: str, encoding: str | None) -> Article:
    """The plain-text body, or the HTML body where there is no other, or the plain one is next to nothing beside it."""
    plain = _plain(message, name, encoding)
    if plain is not None and len(plain) >= STUB:
        return Article(text=plain)
    page = message.get_body(preferencelist=("html",))
    if not isinstance(page, EmailMessage):
        return Article(text=plain or "")
    from factx.readers import html

    try:
        read = html.read(_bytes(page), name, encoding=encoding or page.get_content_charset())
    except FactxError:
        if plain is None:
            raise
        return Article(text=plain)
    return read if plain is None or len(read.text) > 3 * len(plain) else Article(text=plain)


def _plain(message: EmailMessage, name: str, encoding: str | None) -> str | None:
    body = message.get_body(preferencelist=("plain",))
    if not isinstance(body, EmailMessage):
        return None
    declared = body.get_content_charset()
    text = (
        text_reader.decode(_bytes(body), name, encoding=encoding, declared=declared).replace("\r\n", "\n").strip("\n")
    )
    return _flow(text) if str(body.get_param("format", "")).lower() == "flowed" else text


def _bytes(body: EmailMessage) -> bytes:
    payload = body.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _header(message: Message, name: str) -> str | None:
    try:
        return " ".join(str(message.get(name, "")).split()) or None
    except (ValueError, TypeError, IndexError, AttributeError):  # header parsing gives up on some malformed values
        return None


def _sender(message: Message) -> str | None:
    name, address = parseaddr(_header(message, "From") or "")
    return name or address or None


def _day(message: Message) -> date | None:
    """The day on the sender's calendar, which "today" in the text means."""
    said = _header(message, "Date") or ""
    try:
        return parsedate_to_datetime(said).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        written = written_day(said)
        return written[1] if written is not None else None


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
