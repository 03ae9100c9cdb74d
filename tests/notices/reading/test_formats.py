"""A file is what its content is; its suffix decides only where the content leaves it open."""

from __future__ import annotations

import io
import zipfile

import pytest

from notices.errors import DamagedNotice, LockedNotice, UnknownFormat
from notices.reading.formats import tell

_HTML = b"\xef\xbb\xbf\n<!-- x --><!DOCTYPE html><p>Texte"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


def _zip(**names: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in names.items():
            archive.writestr(name.replace("_", "/", 1), data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix", "form"),
    [
        (b"Bonjour", ".txt", "plain"),
        (b"Bonjour", "", "plain"),
        (b"# Titre", ".md", "markdown"),
        (_HTML, ".html", "webpage"),
        (_HTML, ".txt", "webpage"),
        (_HTML, ".pdf", "webpage"),
        (_HTML, ".php", "webpage"),
        (_HTML.decode().encode("utf-16"), ".htm", "webpage"),
        (b"<p>Un fragment", ".html", "webpage"),
        (b"%PDF-1.4 ...", ".pdf", "pdf"),
        (b"junk\n%PDF-1.4 ...", ".docx", "pdf"),
        (_zip(**{"word_document.xml": b"<x/>"}), ".pdf", "word"),
        (
            _zip(**{"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}),
            "",
            "opendocument",
        ),
    ],
)
def test_what_is_sure_is_believed(data, suffix, form):
    """Signatures first, then the suffix."""
    assert tell(data, suffix) == form


@pytest.mark.parametrize(
    ("data", "suffix", "error"),
    [
        (b"Bonjour", ".pdf", DamagedNotice),
        (b"Bonjour", ".docx", DamagedNotice),
        (b"Bonjour", ".csv", UnknownFormat),
        (b"a,b", ".json", UnknownFormat),
        (b"<?xml version='1.0'?><ContractNotice/>", ".xml", UnknownFormat),
        (b"<?xml version='1.0'?><ContractNotice/>", ".txt", UnknownFormat),
        (b"{\\rtf1 Bonjour}", ".rtf", UnknownFormat),
        (_OLE, ".doc", UnknownFormat),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), ".docx", LockedNotice),
        (_zip(**{"xl_workbook.xml": b"<x/>"}), ".docx", UnknownFormat),
        (_zip(mimetype=b"application/epub+zip"), ".odt", UnknownFormat),
        (b"PK\x03\x04" + b"\0" * 50, ".zip", UnknownFormat),
        (_zip(**{"word_document.xml": b"<x/>" * 99})[:200], ".docx", DamagedNotice),
    ],
)
def test_what_is_not_read_is_refused_with_the_right_words(data, suffix, error):
    """Other formats are unknown, broken ones damaged, encrypted ones locked."""
    with pytest.raises(error):
        tell(data, suffix)
