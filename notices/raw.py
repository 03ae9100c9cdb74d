"""What a reader hands to `structure.build_document`: blocks of text with no sentences yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from notices.document import Span

RawKind = Literal["heading", "paragraph", "item", "row", "quote"]


@dataclass(frozen=True, slots=True)
class RawBlock:
    """One block as the source has it, runs of white space made one space (no-break spaces kept)."""

    kind: RawKind
    text: str
    level: int = 0
    """Depth of a heading (1 to 6) or of a list item (0 is the outermost)."""
    marker: str = ""
    """Number or letter of a list item as printed; empty for a bullet."""
    emphasis: tuple[Span, ...] = ()
    cells: tuple[str, ...] = ()
    """The cells of a table row; `text` is then empty and `structure` writes the row for the ear."""
    header: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class RawNotice:
    """A file as it was read."""

    name: str
    """The file's stem: names the bundle's folder."""
    file: str
    """The file's name with its suffix, without its folder."""
    sha256: str
    """Of the file's bytes."""
    media_type: str
    blocks: tuple[RawBlock, ...]
    title: str = ""
    """The title that the file itself declares (HTML <title>, DOCX core properties), if any."""
    date: str = ""
    """The date that the file itself declares (front matter, metadata), ISO 8601, if any."""
    pages: int | None = None
    from_picture: bool = False
    """True where the text was read by OCR."""
    unread_pages: tuple[int, ...] = ()
    """Pages that hold pictures of text, which was not read: whoever reads the notice must be told."""
