"""ODT: styles, lists, tables, notes, text boxes; insertions kept, deletions and comments left out.

The parts are read with lxml, by their names in OpenDocument 1.3, as those of a .docx are: odfpy
resolves entities and keeps neither the lists' numbers nor the merged cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from notices.errors import LockedNotice
from notices.raw import RawBlock
from notices.reading.archive import Archive
from notices.reading.building import finished, item, paragraphs
from notices.reading.content import Content
from notices.reading.grid import MAX_SPAN, Cell, table_blocks
from notices.reading.inline import raised, tells
from notices.reading.limits import Limits
from notices.reading.links import with_address
from notices.reading.opendocument_styles import Styles, child, local, number, value
from notices.reading.text import Line, Run, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_WRAPPERS = frozenset(
    ("section", "numbered-paragraph", "index-body", "index-title", "user-index", "a", "meta", "g")
)
_NOT_TEXT = frozenset(
    (
        "tracked-changes", "table-of-content", "annotation", "annotation-end", "forms", "hidden-text",
        "hidden-paragraph", "sequence-decls", "variable-decls", "user-field-decls", "alphabetical-index",
        "illustration-index", "table-index", "bibliography", "ruby-text", "title", "desc", "image",
    )
)  # fmt: skip
_MAX_SPACES = 200


def read(data: bytes, limits: Limits) -> Content:
    """The content of an .odt. Raises DamagedNotice, HostileNotice, LockedNotice."""
    archive = Archive(data, limits)
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.part("META-INF/manifest.xml"):
        raise LockedNotice
    root = archive.xml("content.xml")
    reader = _Reader(Styles(archive.xml_if_there("styles.xml"), root))
    body = child(root, "body", "text")
    blocks = finished(reader.blocks(body if body is not None else ()))
    return Content(MEDIA_TYPE, blocks, _title(archive))


def _title(archive: Archive) -> str:
    title = child(archive.xml_if_there("meta.xml"), "meta", "title")
    return " ".join((title.text or "").split()) if title is not None else ""


class _Reader:
    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._boxes: list[Element] = []
        self._noted: list[Element] = []
        self._note_count = 0
        self._last = ""
        self._lists: dict[str, dict[int, int]] = {}  # counts of each list style, by level

    def blocks(self, elements: Iterable[Element]) -> list[RawBlock]:
        """The blocks of a body, a section, a cell, a text box or a note."""
        made: list[RawBlock] = []
        for element in elements:
            name = local(element)
            if name in ("p", "h"):
                made += self._paragraph(element)
            elif name == "list":
                made += self._list(element, 0, "")
            elif name == "table":
                made += self._table(element)
            elif name == "frame":
                self._frame(element)
                made += self._asides()
            elif name in _WRAPPERS and value(element, "display") != "none":
                made += self.blocks(element)
        return made

    def _paragraph(self, element: Element, mark: tuple[str, int] | None = None) -> list[RawBlock]:
        style = value(element, "style-name") or ""
        runs = list(self._runs(element, self._styles.bold(style)))
        return self._made(element, runs, style, mark) + self._asides()

    def _made(
        self, element: Element, runs: list[Run], style: str, mark: tuple[str, int] | None
    ) -> list[RawBlock]:
        if not line(runs).text:
            return []
        level = (
            number(value(element, "outline-level"), 1)
            if local(element) == "h"
            else self._styles.title_level(style)
        )
        if level:
            row = line([Run(f"{mark[0]} "), *runs] if mark and mark[0] else runs)
            return [RawBlock("heading", row.text, min(level, 6))]
        if mark is None:
            return paragraphs(runs, "quote" if self._styles.quotes(style) else "paragraph")
        first, *rest = paragraphs(runs)
        return [item(Line(first.text, first.emphasis), level=mark[1], marker=mark[0]), *rest]

    def _list(self, element: Element, level: int, style: str) -> list[RawBlock]:
        style = value(element, "style-name") or style
        counts = self._lists.setdefault(style, {})
        if (
            not level
            and value(element, "continue-numbering") != "true"
            and value(element, "continue-list") is None
        ):
            counts.clear()
        made: list[RawBlock] = []
        for entry in element:
            for deeper in [n for n in counts if n > level]:
                del counts[deeper]
            mark = (
                self._next_mark(entry, style, level)
                if local(entry) == "list-item" and _begins(entry)
                else None
            )
            made += self._list_item(entry, level, style, mark)
        return made

    def _next_mark(self, entry: Element, style: str, level: int) -> str:
        counts = self._lists[style]
        start = value(entry, "start-value")
        following = counts.get(level, self._styles.list_start(style, level) - 1) + 1
        counts[level] = number(start) if start else following
        return self._styles.list_mark(style, level, counts)

    def _list_item(self, entry: Element, level: int, style: str, mark: str | None) -> list[RawBlock]:
        made: list[RawBlock] = []
        for element in entry:
            if local(element) == "list":
                made += self._list(element, level + 1, style)
            elif local(element) in ("p", "h"):
                made += self._paragraph(element, None if mark is None else (mark, level))
                mark = None if made else mark
            else:
                made += self.blocks([element])
        return made

    def _asides(self) -> list[RawBlock]:
        """What hangs on the paragraph just read: its text boxes, then its notes."""
        boxes, self._boxes = self._boxes, []
        noted, self._noted = self._noted, []
        first = self._note_count - len(noted) + 1
        made = [block for box in boxes for block in self.blocks(box)]
        for count, note in enumerate(noted, first):
            text = " ".join(block.text for block in self.blocks(note))
            made.append(RawBlock("paragraph", f"[{count}] {text}"))
        return made

    def _runs(self, element: Element, bold: bool) -> Iterator[Run]:
        yield from self._said(element.text, bold)
        for part in element:
            name = local(part)
            if name == "span":
                yield from self._span(part, bold)
            elif name == "a":
                runs = list(self._runs(part, bold))
                yield from (
                    *runs,
                    Run(with_address("".join(r.text for r in runs), value(part, "href") or "")),
                )
            elif name == "note":
                yield from self._said(self._note(part), bold)
            elif name in ("frame", "custom-shape", "g"):
                yield from self._said(self._frame(part), bold)
            elif name in ("s", "tab", "line-break"):
                yield from self._said(_blank(part), bold)
            elif name and name not in _NOT_TEXT:
                yield from self._runs(part, bold)
            yield from self._said(part.tail, bold)

    def _said(self, text: str | None, bold: bool) -> Iterator[Run]:
        if text:
            self._last = text
            yield Run(text if text == "\n" or text.startswith("\n") else text.replace("\n", " "), bold)

    def _span(self, element: Element, bold: bool) -> Iterator[Run]:
        style = value(element, "style-name") or ""
        if self._styles.hidden(style):
            return
        before = self._last
        runs = list(self._runs(element, self._styles.bold(style, bold)))
        if self._styles.lifted(style):
            yield Run(raised(before, "".join(run.text for run in runs)), bold)
        else:
            yield from runs

    def _note(self, element: Element) -> str:
        body = child(element, "note-body")
        if body is None:
            return ""
        self._note_count += 1
        self._noted.append(body)
        return f" [{self._note_count}]"

    def _frame(self, element: Element) -> str:
        """Keeps text boxes for later; gives a telling alternative text."""
        boxes = [part for part in element.iter() if local(part) == "text-box"]
        if local(element) == "custom-shape":
            boxes = [element]
        self._boxes += [box for box in boxes if not _inside_another(box, boxes)]
        told = next((p.text.strip() for p in element if local(p) in ("desc", "title") and p.text), "")
        return f"\n{told}\n" if not boxes and tells(told) else ""

    def _table(self, element: Element) -> list[RawBlock]:
        rows: list[list[Cell]] = []
        headed = 0
        for row, is_header in _rows(element):
            headed += is_header and headed == len(rows)
            rows.append([cell for part in row for cell in self._cells(part)])
        return table_blocks(rows, headed)

    def _cells(self, element: Element) -> list[Cell]:
        """A cell as often as it is repeated; nothing for one that a merged cell covers."""
        if local(element) != "table-cell":
            return []
        columns, rows = (
            max(number(value(element, f"number-{n}-spanned"), 1), 1) for n in ("columns", "rows")
        )
        repeated = min(max(number(value(element, "number-columns-repeated"), 1), 1), MAX_SPAN)
        return [Cell(tuple(self.blocks(element)), columns, rows)] * repeated


def _begins(entry: Element) -> bool:
    """True where a list item has text of its own: one that only holds a deeper list is not counted."""
    return any(local(part) in ("p", "h") for part in entry)


def _rows(element: Element, is_header: bool = False) -> Iterator[tuple[Element, bool]]:
    for part in element:
        name = local(part)
        if name == "table-row":
            yield part, is_header
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(part, is_header or name == "table-header-rows")


def _inside_another(box: Element, boxes: list[Element]) -> bool:
    return any(above in boxes for above in box.iterancestors())


def _blank(element: Element) -> str:
    if local(element) == "line-break":
        return "\n"
    return " " * min(max(number(value(element, "c"), 1), 1), _MAX_SPACES)
