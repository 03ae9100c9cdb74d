"""What a reader finds in the bytes of a file, and how it crosses the border between two processes."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from notices.raw import RawBlock
from notices.reading.limits import Limits


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a notice, without the name of its file."""

    media_type: str
    blocks: tuple[RawBlock, ...]
    title: str = ""
    date: str = ""
    pages: int | None = None
    unread_pages: tuple[int, ...] = ()
    """Pages that hold pictures of text."""


Reader = Callable[[bytes, Limits], Content]
"""Every reader is a function of the file's bytes. It raises errors of `notices.errors` without `file`."""


def to_json(content: Content) -> str:
    """One line of JSON; `from_json` reads it back."""
    blocks = [
        (b.kind, b.text, b.level, b.marker, b.emphasis, b.cells, b.header, b.page) for b in content.blocks
    ]
    head = (content.media_type, content.title, content.date, content.pages, content.unread_pages)
    return json.dumps([head, blocks], ensure_ascii=True, separators=(",", ":"))


def from_json(data: list[Any]) -> Content:
    """The content that `to_json` wrote."""
    (media_type, title, date, pages, unread_pages), blocks = data
    return Content(media_type, tuple(map(_block, blocks)), title, date, pages, tuple(unread_pages))


def _block(fields: list[Any]) -> RawBlock:
    kind, text, level, marker, emphasis, cells, header, page = fields
    spans = tuple((start, end) for start, end in emphasis)
    return RawBlock(kind, text, level, marker, spans, tuple(cells), header, page)
