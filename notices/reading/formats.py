"""Tells what a file is: by its content first, by its suffix where the content leaves it open."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from notices.errors import DamagedNotice, LockedNotice, UndecodableNotice, UnknownFormat
from notices.phrases import Phrase

Format = Literal["plain", "markdown", "webpage", "word", "opendocument", "pdf"]

SUFFIXES: dict[str, Format] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "webpage",
    ".htm": "webpage",
    ".xhtml": "webpage",
    ".docx": "word",
    ".odt": "opendocument",
    ".pdf": "pdf",
}
_BINARY: frozenset[Format] = frozenset({"word", "opendocument", "pdf"})
_NAMES = ", ".join((".txt", ".md", ".html", ".docx", ".odt", ".pdf"))

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_HEAD = 4096
_WEBPAGE = re.compile(r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html[\s>])", re.I | re.S)
_OTHER_XML = re.compile(r"\s*<\?xml[\s?]", re.I)
_MEDIA_TYPE_WORD = b"wordprocessingml"
_MEDIA_TYPE_TEXT = b"application/vnd.oasis.opendocument.text"


def unknown() -> UnknownFormat:
    """The error that names the formats that are read."""
    return UnknownFormat(formats=_NAMES)


def tell(data: bytes, suffix: str) -> Format:
    """The format of a file with this content and this suffix (".pdf", lower case).

    Raises UnknownFormat; LockedNotice for encrypted office files; DamagedNotice where the suffix
    promises a format that the content is not.
    """
    expected = SUFFIXES.get(suffix)
    if found := _by_signature(data):
        return found
    if _reads_as_webpage(data):
        return "webpage"
    if expected in _BINARY:
        raise DamagedNotice(detail=Phrase.of("reading.not_what_it_says", suffix=suffix))
    if _reads_as_xml(data) or (expected is None and suffix):
        raise unknown()
    return expected or "plain"


def _by_signature(data: bytes) -> Format | None:
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _in_archive(data)
    if head.startswith(_OLE):
        raise LockedNotice if _ENCRYPTED_OFFICE in data else unknown()
    if head.startswith(rb"{\rtf"):
        raise unknown()
    return None


def _in_archive(data: bytes) -> Format:
    """Which office format an archive is. A damaged directory is told by the parts' names in the bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        if b"word/" in data or _MEDIA_TYPE_TEXT in data[:_HEAD]:
            raise DamagedNotice(detail=Phrase.of("reading.broken_archive")) from error
        raise unknown() from error
    if any(name.lower().startswith("word/document") for name in names):
        return "word"
    if "content.xml" in names and _MEDIA_TYPE_TEXT in data[:_HEAD]:
        return "opendocument"
    raise unknown()


def _reads_as_webpage(data: bytes) -> bool:
    return bool(_WEBPAGE.match(_head_text(data)))


def _reads_as_xml(data: bytes) -> bool:
    return bool(_OTHER_XML.match(_head_text(data)))


def _head_text(data: bytes) -> str:
    from notices.reading.encoding import decode

    try:
        return decode(data[:_HEAD])
    except UndecodableNotice:
        return ""
