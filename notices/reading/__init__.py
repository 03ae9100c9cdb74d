"""Reads a notice from a file: plain text, Markdown, HTML, DOCX, ODT, PDF.

    path -> source (bytes, once) -> a child process: format -> reader -> Content -> RawNotice

A notice is hostile input: nothing in it is fetched, resolved or run, and everything is bounded.
"""

from __future__ import annotations

from pathlib import Path

from notices.errors import EmptyNotice, OcrFailed, ScannedNotice
from notices.phrases import Phrase
from notices.raw import RawNotice
from notices.reading.content import Content
from notices.reading.formats import SUFFIXES
from notices.reading.limits import Limits
from notices.reading.recognition import Kind, recognise
from notices.reading.sandbox import read_apart
from notices.reading.source import Source, open_source
from notices.visible import visible

__all__ = ["Limits", "read", "readable_suffixes"]


def read(path: Path, limits: Limits | None = None, *, ocr: bool = False) -> RawNotice:
    """The notice in this file. With `ocr`, pages that are pictures are read by `ocrmypdf`.

    Raises an `InputError`: see `notices.errors`; every one of them carries `file`.
    """
    limits = limits or Limits()
    source = open_source(path, limits)
    try:
        content = read_apart(source, limits)
    except ScannedNotice as scan:
        if not ocr:
            raise
        return _recognised(source, limits, "noise" if scan.values.get("noise") else "scan")
    if ocr and content.unread_pages:
        return _recognised(source, limits, "partly")
    return _notice(source, content)


def readable_suffixes() -> tuple[str, ...]:
    """The suffixes that a folder is searched for, in lower case, with their dots."""
    return tuple(SUFFIXES)


def _recognised(source: Source, limits: Limits, kind: Kind) -> RawNotice:
    text = Source(source.path, recognise(source, limits, kind))
    try:
        content = read_apart(text, limits)
    except ScannedNotice as scan:
        detail = Phrase.of("reading.no_recognised_text")
        raise OcrFailed(file=str(source.path), detail=detail) from scan
    return _notice(source, content, from_picture=True)


def _notice(source: Source, content: Content, *, from_picture: bool = False) -> RawNotice:
    if not any(block.text or any(block.cells) for block in content.blocks):
        raise EmptyNotice(file=str(source.path))
    return RawNotice(
        name=visible(source.path.stem),
        file=visible(source.path.name),
        sha256=source.sha256,
        media_type=content.media_type,
        blocks=content.blocks,
        title=content.title,
        date=content.date,
        pages=content.pages,
        from_picture=from_picture,
        unread_pages=content.unread_pages,
    )
