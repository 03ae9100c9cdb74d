"""The ID3v2.3 tag of an MP3: title, publisher, date, language, comment, the text, and chapters.

Written by hand because FFmpeg's muxer knows neither lyrics (USLT) nor the table of contents (CTOC) without
which players list no chapters. Version 2.3 is the one that all players read. Sources: the informal standard
ID3v2.3.0 and "ID3v2 Chapter Frame Addendum 1.0" (id3.org).
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from voices.speech import Tags

LANGUAGES = {"fr": "fra", "en": "eng"}
"""ISO 639-2 for our languages."""

_UTF16 = b"\x01"
_NO_OFFSET = b"\xff\xff\xff\xff"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a sound file, in milliseconds from its start."""

    title: str
    start_ms: int
    end_ms: int


def tag(tags: Tags, lang: str, chapters: Sequence[Chapter] = ()) -> bytes:
    """The tag that stands before the first frame of an MP3 in this language."""
    frames = b"".join(
        (
            _text("TIT2", tags.title),
            _text("TPE1", tags.publisher),
            _text("TPUB", tags.publisher),
            _text("TYER", tags.date[:4]),
            _text("TDAT", tags.date[8:10] + tags.date[5:7]),
            _text("TLAN", LANGUAGES.get(lang, lang)),
            _text("TCON", "Speech"),
            _with_language("COMM", lang, tags.comment),
            _with_language("USLT", lang, tags.lyrics),
            *_chapters(chapters),
        )
    )
    return b"ID3\x03\x00\x00" + _syncsafe(len(frames)) + frames


def _text(name: str, value: str) -> bytes:
    return _frame(name, _UTF16 + _encoded(value)) if value else b""


def _with_language(name: str, lang: str, value: str) -> bytes:
    if not value:
        return b""
    language = LANGUAGES.get(lang, "und").encode()
    return _frame(name, _UTF16 + language + _encoded("") + b"\0\0" + _encoded(value))


def _encoded(value: str) -> bytes:
    return b"\xff\xfe" + value.encode("utf-16-le", "replace")


def _chapters(chapters: Sequence[Chapter]) -> list[bytes]:
    """A frame for each chapter and the table that names them in order; the table counts in one byte."""
    listed = chapters[:255]
    if not listed:
        return []
    names = [f"chp{number}".encode() + b"\0" for number in range(len(listed))]
    top_level_and_ordered = b"\x03"
    table = b"toc\0" + top_level_and_ordered + bytes([len(listed)]) + b"".join(names)
    return [
        _frame("CTOC", table),
        *(_frame("CHAP", name + _chapter(chapter)) for name, chapter in zip(names, listed, strict=True)),
    ]


def _chapter(chapter: Chapter) -> bytes:
    times = struct.pack(">II", chapter.start_ms, chapter.end_ms)
    return times + 2 * _NO_OFFSET + _text("TIT2", chapter.title)


def _frame(name: str, body: bytes) -> bytes:
    return name.encode() + struct.pack(">I", len(body)) + b"\0\0" + body


def _syncsafe(number: int) -> bytes:
    """28 bits in four bytes whose highest bit is 0, so that no player takes them for sound."""
    return bytes((number >> shift) & 0x7F for shift in (21, 14, 7, 0))
