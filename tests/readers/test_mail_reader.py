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


PLAIN = "Acme opened a plant in Oslo on Monday. It cost €6 million, said José Núñez, its chief executive. "


def test_html_is_read_where_the_plain_text_is_a_stub() -> None:
    message = mail()
    message.set_content("To read this mail, open it in a browser.")
    message.add_alternative(
        f"<html><body><article>{''.join(f'<p>{PLAIN}</p>' for _ in range(5))}</article></body></html>", subtype="html"
    )
    text = read_bytes(message.as_bytes(), name="a.eml").text
    assert text.startswith("Acme opened a plant")
    assert "browser" not in text


def test_a_mail_that_is_passed_on_is_read_as_what_it_was() -> None:
    message = mail(Date="Wed, 8 May 2024 09:00:00 +0100")
    message.set_content(
        "Have a look.\n\n---------- Forwarded message ---------\nFrom: Bo Ray <bo@bolt.example>\n"
        f"Date: Tue, 7 May 2024 08:00:00 +0100\nSubject: Bolt buys Acme\nTo: press@acme.example\n\n\n{BODY}\n"
    )
    article = read_bytes(message.as_bytes(), name="a.eml")
    assert article.text == f"Have a look.\n\n{BODY}"
    assert (article.title, article.byline, str(article.published)) == ("Bolt buys Acme", "Bo Ray", "2024-05-07")


def test_a_mail_attached_to_a_note_is_read() -> None:
    inner = mail(Date="Tue, 7 May 2024 08:00:00 +0100")
    inner.set_content(BODY)
    outer = EmailMessage()
    outer["From"], outer["Subject"], outer["Date"] = "Jo <jo@bolt.example>", "Fwd", "Wed, 8 May 2024 09:00:00 +0100"
    outer.set_content("See below.")
    outer.add_attachment(inner)
    article = read_bytes(outer.as_bytes(), name="a.eml")
    assert article.text == f"See below.\n\n{BODY}"
    assert (article.title, str(article.published)) == ("No deal – yet", "2024-05-07")


def test_a_mail_is_known_without_a_name() -> None:
    message = mail(To="list@bolt.example", Date="Fri, 3 May 2024 23:30:00 -0400")
    message.set_content(BODY)
    assert read_bytes(message.as_bytes(), name="<stdin>").title == "No deal – yet"
    assert read_bytes(b"Note: it rained.\n\nFrom: here on it was dry.", name="<stdin>").title is None
    assert read_bytes(b"To: all staff\nSales rose.\n\nSo they did.", name="<stdin>").title is None
