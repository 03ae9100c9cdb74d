"""Parts of a .docx or .odt, unpacked within bounds, and their XML without entities.

Whatever an archive says of its sizes, no more than the bound is unpacked.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from notices.errors import DamagedNotice, HostileNotice, LockedNotice
from notices.phrases import Phrase
from notices.reading.limits import MEGABYTE, Limits

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CHUNK = 1 << 16
_MAX_DEPTH = 250
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, KeyError)
_DOCTYPE = "<!DOCTYPE"
_DOCTYPES = tuple(_DOCTYPE.encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


class Archive:
    """An archive in memory, opened within bounds. Raises HostileNotice, DamagedNotice."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise DamagedNotice(detail=Phrase.of("reading.broken_archive")) from error
        entries = self._zip.infolist()
        if len(entries) > limits.archive_entries:
            raise HostileNotice(detail=Phrase.of("reading.too_many_entries", count=len(entries)))
        self._entries = {entry.filename: entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._entries)

    def part(self, name: str) -> bytes:
        """The unpacked bytes of a part. Raises DamagedNotice, HostileNotice, LockedNotice."""
        entry = self._entries.get(name)
        if entry is None:
            raise DamagedNotice(detail=Phrase.of("reading.part_missing", part=name))
        if entry.flag_bits & 0x1:
            raise LockedNotice
        try:
            return self._unpacked(entry)
        except _BROKEN as error:
            raise DamagedNotice(detail=Phrase.of("reading.part_broken", part=name)) from error

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        chunks, size = list[bytes](), 0
        with self._zip.open(entry) as file:
            while chunk := file.read(_CHUNK):
                chunks.append(chunk)
                size += len(chunk)
                self._check(entry, size)
        return b"".join(chunks)

    def _check(self, entry: zipfile.ZipInfo, size: int) -> None:
        if size > self._limits.part_bytes:
            limit = self._limits.part_bytes // MEGABYTE
            raise HostileNotice(
                detail=Phrase.of("reading.part_too_large", part=entry.filename, limit_mb=limit)
            )
        ratio = size // max(entry.compress_size, 1)
        if size > MEGABYTE and ratio > self._limits.part_ratio:
            raise HostileNotice(detail=Phrase.of("reading.part_expands", part=entry.filename, ratio=ratio))

    def xml(self, name: str) -> Element:
        """The root element of a part."""
        return parse_xml(self.part(name), name)

    def xml_if_there(self, name: str) -> Element | None:
        """The root element of a part, or None where there is no such part."""
        return self.xml(name) if name in self._entries else None


def parse_xml(data: bytes, name: str) -> Element:
    """The root of an XML document. Office files define no entities: who does is refused (HostileNotice)."""
    from lxml import etree

    if any(mark in data for mark in _DOCTYPES):
        raise HostileNotice(detail=Phrase.of("reading.entities"))
    parser: Any = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root: Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DamagedNotice(detail=Phrase.of("reading.part_broken", part=name)) from error
    _refuse_deep(root)
    return root


def _refuse_deep(root: Element) -> None:
    """The readers of office files are recursive, as the files are; honest ones stay under fifty levels."""
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _MAX_DEPTH:
            raise HostileNotice(detail=Phrase.of("reading.nesting", limit=_MAX_DEPTH))
