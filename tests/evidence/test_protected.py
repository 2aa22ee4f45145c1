"""What is no prose in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlcheck.evidence.protected import in_code, is_identifier, protected
from xlcheck.model import Document, Span
from xlcheck.read.html import page
from xlcheck.read.markdown import markdown


def place(document: Document, text: str, number: int = 0) -> Span:
    start = -1
    for _ in range(number + 1):
        start = document.text.index(text, start + 1)
    return Span(document, start, start + len(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He met Su Lin.", ""),
        ("He met Su Lin-led guests, and/or Xi.", ""),
        ("Su Lin: yes.", ""),
        ("“Su Lin”, he said.", ""),
        ("他见了Su Lin。", ""),
        ("苏林(Su Lin)说", ""),
        ("Call `Su Lin` now.", "code"),
        ("Call ``a ` Su Lin`` now.", "code"),
        ("Call <code class='x'>Su Lin</code> now.", "code"),
        ("Press <KBD>Su Lin</KBD> now.", "code"),
        ("One ` tick, then Su Lin.", ""),
        ("One ` tick.\n\nThen Su Lin and ` one.", ""),
        ("```\nSu Lin\n```\n", "code"),
        ("~~~~ text\n~~~\nSu Lin\n~~~~\n", "code"),
        ("Say {Su Lin} here.", "placeholder"),
        ("Say %(Su Lin)s here.", "placeholder"),
        ("Say { } and Su Lin and { }.", ""),
    ],
)
def test_of_two_words(text: str, kind: str) -> None:
    assert protected(place(Document("a.txt", text), "Su Lin")) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The word Mail.", ""),
        ("The word Mail-box.", ""),
        ("The e-Mail.", ""),
        ("In Mail's box", ""),
        ("See https://example.org/Mail/a.", "address"),
        ("See www.Mail.org.", "address"),
        ("Write to Mail@example.org.", "address"),
        ("See docs/Mail/use.", "path"),
        ("See /Mail and ~/Mail.", "path"),
        (r"See C:\Mail here.", "path"),
        ("See Mail.md.", "path"),
        ("Use --Mail here.", "option"),
        ("Use --no-Mail=5 here.", "option"),
        ("The class MailQueue.", "identifier"),
        ("The name my_Mail.", "identifier"),
        ("The name std::Mail.", "identifier"),
        ("The name app.Mail.send here.", "path"),
        ("Call Mail() here.", ""),
        ("类MailQueue是", "identifier"),
        ("用Mail发送", ""),
        ("Set $Mail here.", "placeholder"),
    ],
)
def test_of_one_word(text: str, kind: str) -> None:
    assert protected(place(Document("a.txt", text), "Mail")) == kind


@pytest.mark.parametrize("word", ["MailQueue", "mailQueue", "mail_queue", "mail.queue", "HTMLParser", "a::b"])
def test_identifiers(word: str) -> None:
    assert is_identifier(word)


@pytest.mark.parametrize("word", ["Mail Queue", "Mail", "MAIL", "U.S.", "Jean-Luc", "Tô Lâm", "3.14", "O'Neill"])
def test_no_identifiers(word: str) -> None:
    assert not is_identifier(word)


def test_code_of_a_markdown_file_is_found_where_the_file_has_it() -> None:
    raw = "# Mail\n\nThe `Mail` of Mail.\n\n```py\nMail `x\n```\n\nAnd Mail, and <samp>Mail</samp> and Mail.\n"
    document = markdown("a.md", raw)
    found = [in_code(place(document, "Mail", number)) for number in range(document.text.count("Mail"))]
    assert found == [False, True, False, False, True, False]


def test_code_of_a_page_is_found_where_the_file_has_it() -> None:
    body = "<p>Mail is <code>Mail &amp; <b>Mail</b></code> in a <pre>Mail</pre> and Mail of every day.</p>"
    document = page("a.html", f"<html><body><article><h1>Of Mail</h1>{body}</article></body></html>")
    found = [in_code(place(document, "Mail", number)) for number in range(document.text.count("Mail"))]
    assert found == [False, False, True, True, True, False]


def test_the_projects_own_readme_has_code_in_every_tick(seeds: Path) -> None:
    document = markdown("README.md", (seeds.parent / "README.md").read_text("utf-8"))
    assert in_code(place(document, "xlcheck guide"))
