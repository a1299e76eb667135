"""Mails: the body that a reader sees, and what the header says."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from factx import InputError
from factx.readers import read_bytes

BODY = "“We won’t pay £5 million,” said José Núñez, chief executive of Acme.\n\nIt costs €6 million."


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {"From": "Acme Press <press@acme.example>", "Subject": "No deal – yet", **headers}.items():
        message[name] = value
    return message


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_plain_body_subject_sender_and_day(charset: str) -> None:
    message = mail(Date="Fri, 3 May 2024 23:30:00 -0400")
    message.set_content(BODY, charset=charset)
    article = read_bytes(message.as_bytes(), name="a.eml")
    assert article.text == BODY
    assert (article.title, article.byline, str(article.published)) == ("No deal – yet", "Acme Press", "2024-05-03")


def test_plain_is_preferred_and_attachments_are_left_out() -> None:
    message = mail()
    message.set_content(BODY)
    message.add_alternative(f"<html><body><p>{BODY}</p></body></html>", subtype="html")
    message.add_attachment(b"%PDF-1.4 $9 million", maintype="application", subtype="pdf", filename="a.pdf")
    article = read_bytes(message.as_bytes(), name="a.eml")
    assert article.text == BODY
    assert article.published is None


def test_html_only() -> None:
    pytest.importorskip("trafilatura")
    message = mail()
    message.set_content(f"<html><body><p>{BODY.splitlines()[0]}</p></body></html>", subtype="html")
    assert read_bytes(message.as_bytes(), name="a.eml").text == BODY.splitlines()[0]


def test_flowed_lines_are_joined() -> None:
    data = (
        b'From: a@b.example\nContent-Type: text/plain; charset=utf-8; format=flowed\n\nAcme said that it \nwould not sell.\n\n'
        b"-- \nPress office\n"
    )  # fmt: skip
    assert read_bytes(data, name="a.eml").text == "Acme said that it would not sell.\n\n--\nPress office"


@pytest.mark.parametrize(
    "head",
    [b"Date: nonsense\n", b"Date: Fri, 99 May 2024 10:00:00\n", b"From: \n", b"Subject: =?utf-8?q?\xff?=\n", b"X: y\n"],
)
def test_odd_headers_are_no_crash(head: bytes) -> None:
    article = read_bytes(b"To: x@y.example\n" + head + b"\nHello.", name="a.eml")
    assert article.text == "Hello."
    assert article.published is None


def test_no_mail_is_an_error() -> None:
    with pytest.raises(InputError, match=r"^a\.eml: not a mail"):
        read_bytes(b"Just words.\n\nMore.", name="a.eml")
