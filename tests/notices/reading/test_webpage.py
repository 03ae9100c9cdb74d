"""HTML: the notice without the page around it."""

from __future__ import annotations

import pytest

from notices.errors import HostileNotice
from notices.reading.limits import Limits
from notices.reading.webpage import read

CASES = "webpage.cases"


def test_the_page_becomes_these_blocks(source, expected, lines_of):
    """The notice stays, the furniture of the page goes."""
    assert lines_of(read(source.encode(), Limits()).blocks) == expected


def test_title_and_date_of_the_page():
    """What the page says of itself is kept."""
    page = (
        b"<html><head><title> Avis \n de travaux </title>"
        b'<meta property="article:published_time" content="2024-06-28T10:00:00+02:00"></head><body><p>Texte.'
    )
    content = read(page, Limits())
    assert (content.title, content.date) == ("Avis de travaux", "2024-06-28")


@pytest.mark.parametrize(
    "page",
    [
        '<meta charset="iso-8859-1"><p>Été, œuvre, 5 €'.encode("windows-1252"),
        '<?xml version="1.0" encoding="utf-8"?><html><body><p>Été, œuvre, 5 €'.encode(),
        "<p>Été, œuvre, 5 €".encode("utf-16"),
        '<meta http-equiv="Content-Type" content="text/html; charset=macintosh"><p>Été, œuvre, 5 €'.encode(
            "mac-roman"
        ),
    ],
    ids=["latin-1 that is windows-1252", "xhtml", "utf-16", "macintosh"],
)
def test_declared_encodings(page):
    """The encoding is told by the bytes, and by the page where the bytes leave it open."""
    assert [block.text for block in read(page, Limits()).blocks] == ["Été, œuvre, 5 €"]


def test_elements_nested_beyond_reason_are_refused():
    """A hundred thousand nested elements would take the parser a minute."""
    with pytest.raises(HostileNotice):
        read(b"<div>" * 100_000 + b"x", Limits())


def test_deep_but_honest_nesting_is_read():
    """A page may be nested deeper than Python's stack."""
    content = read(b"<div>" * 1500 + b"<p>au fond" + b"</div>" * 1500, Limits())
    assert [block.text for block in content.blocks] == ["au fond"]


def test_elements_left_open_are_no_nesting():
    """Old pages never close a paragraph."""
    page = "<p>Un paragraphe.<ul><li>Un point.</ul>" * 3000
    assert len(read(page.encode(), Limits()).blocks) == 6000


def test_nothing_is_fetched_and_no_entity_is_resolved():
    """A document type with entities is so much text to an HTML parser; links lead nowhere."""
    page = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x; vu <img src="http://127.0.0.1:9/a.png">'
    assert "root:" not in " ".join(block.text for block in read(page, Limits()).blocks)
