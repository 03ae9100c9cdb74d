"""DOCX: styles, lists, tables, footnotes, text boxes; insertions kept, deletions and comments left out.

python-docx shows neither tracked changes nor text boxes, footnotes and the numbers of lists; so the parts
are read with lxml, by their names in ECMA-376.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from notices.raw import RawBlock
from notices.reading.archive import Archive
from notices.reading.building import finished, item, paragraphs
from notices.reading.content import Content
from notices.reading.grid import Cell, table_blocks
from notices.reading.inline import raised, tells
from notices.reading.limits import Limits
from notices.reading.links import with_address
from notices.reading.text import Line, Run, line
from notices.reading.word_styles import Numbering, Styles, child, local, number, switched_on, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WRAPPERS = frozenset(
    ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo")
)


def read(data: bytes, limits: Limits) -> Content:
    """The content of a .docx. Raises DamagedNotice, HostileNotice, LockedNotice."""
    archive = Archive(data, limits)
    main = _main_part(archive)
    folder = main.rpartition("/")[0]
    body = child(archive.xml(main), "body")
    reader = _Reader(
        Styles(archive.xml_if_there(f"{folder}/styles.xml")),
        Numbering(archive.xml_if_there(f"{folder}/numbering.xml")),
        _notes(archive, folder),
        _targets(archive.xml_if_there(f"{folder}/_rels/{main.rpartition('/')[2]}.rels")),
    )
    blocks = finished(reader.blocks(body if body is not None else ()))
    return Content(MEDIA_TYPE, blocks, _title(archive))


def _main_part(archive: Archive) -> str:
    root = archive.xml_if_there("_rels/.rels")
    for relation in root if root is not None else ():
        if (relation.get("Type") or "").endswith("/officeDocument"):
            return (relation.get("Target") or "").lstrip("/")
    return "word/document.xml"


def _targets(root: Element | None) -> dict[str, str]:
    return {r.get("Id") or "": r.get("Target") or "" for r in (root if root is not None else ())}


def _notes(archive: Archive, folder: str) -> dict[tuple[str, str], Element]:
    """Footnotes and endnotes by their kind and id, without the separators."""
    notes: dict[tuple[str, str], Element] = {}
    for kind in ("footnote", "endnote"):
        root = archive.xml_if_there(f"{folder}/{kind}s.xml")
        for note in root if root is not None else ():
            if value(note, "type") in (None, "normal"):
                notes[kind, value(note, "id") or ""] = note
    return notes


def _title(archive: Archive) -> str:
    title = child(archive.xml_if_there("docProps/core.xml"), "title")
    return " ".join((title.text or "").split()) if title is not None else ""


class _Reader:
    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        notes: dict[tuple[str, str], Element],
        targets: dict[str, str],
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._targets = targets
        self._noted: list[Element] = []
        self._boxes: list[Element] = []
        self._note_count = 0
        self._last = ""  # the piece of text before the one at hand
        self._carried: list[Run] = []  # of a paragraph whose end was deleted

    def blocks(self, elements: Iterable[Element]) -> list[RawBlock]:
        """The blocks of a body, a cell, a text box or a note."""
        made: list[RawBlock] = []
        for element in elements:
            name = local(element)
            if name == "p":
                made += self._paragraph(element)
            elif name == "tbl":
                made += self._table(element)
            elif name in _WRAPPERS:
                made += self.blocks(element)
            elif name == "AlternateContent":
                made += self.blocks(_alternative(element))
        return made

    def _paragraph(self, element: Element) -> list[RawBlock]:
        properties = child(element, "pPr")
        style = value(child(properties, "pStyle")) or self._styles.default
        if self._styles.is_contents(style):
            return []
        runs = self._carried + list(self._runs(element, bool(self._styles.bold(style)), _Field()))
        self._carried = []
        if child(properties, "rPr", "del") is not None:
            self._carried = runs
            return self._asides()
        return self._made(runs, properties, style) + self._asides()

    def _made(self, runs: list[Run], properties: Element | None, style: str) -> list[RawBlock]:
        if not line(runs).text:
            return []
        level = self._heading_level(properties, style)
        mark = self._mark(properties, style)
        if level:
            row = line([Run(f"{mark[0]} "), *runs] if mark and mark[0] else runs)
            return [RawBlock("heading", row.text, level)]
        if not mark:
            return paragraphs(runs)
        first, *rest = paragraphs(runs)
        return [item(Line(first.text, first.emphasis), level=mark[1], marker=mark[0]), *rest]

    def _heading_level(self, properties: Element | None, style: str) -> int:
        outline = value(child(properties, "outlineLvl"))
        if outline is not None:
            return min(number(outline) + 1, 6) if number(outline) < 9 else 0
        return self._styles.heading_level(style)

    def _mark(self, properties: Element | None, style: str) -> tuple[str, int] | None:
        listed = child(properties, "numPr")
        list_id = value(child(listed, "numId"))
        level = number(value(child(listed, "ilvl")))
        if list_id is None:
            of_style = self._styles.list_of(style)
            if of_style is None:
                return None
            list_id, level = of_style[0], (level if listed is not None else of_style[1])
        mark = self._numbering.next_mark(list_id, level)
        return None if mark is None else (mark, level)

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

    def _runs(self, element: Element, bold: bool, field: _Field) -> Iterator[Run]:
        for part in element:
            name = local(part)
            if name == "r":
                yield from self._run(part, bold, field)
            elif name == "hyperlink":
                runs = list(self._runs(part, bold, field))
                address = self._targets.get(value(part, "id") or "", "")
                yield from (*runs, Run(with_address("".join(r.text for r in runs), address)))
            elif name in _WRAPPERS:
                yield from self._runs(part, bold, field)
            elif name in ("oMath", "oMathPara"):
                yield Run("".join(str(t.text or "") for t in part.iter() if local(t) == "t"), bold)

    def _run(self, element: Element, bold: bool, field: _Field) -> Iterator[Run]:
        properties = child(element, "rPr")
        if (
            switched_on(properties, "vanish")
            or switched_on(properties, "strike")
            or switched_on(properties, "dstrike")
        ):
            return
        own = switched_on(properties, "b")
        if own is None:
            own = self._styles.bold(value(child(properties, "rStyle")) or "")
        bold = bold if own is None else own
        lifted = value(child(properties, "vertAlign")) == "superscript"
        for part in element:
            text = self._text(part, field)
            if text:
                text = raised(self._last, text) if lifted else text
                self._last = text
                yield Run(text, bold)

    def _text(self, part: Element, field: _Field) -> str:
        name = local(part)
        if name == "fldChar":
            field.turn(value(part, "fldCharType") or "")
        if field.hides(name):
            return ""
        if name == "t":
            return (part.text or "").replace("\n", " ")
        if name in ("footnoteReference", "endnoteReference"):
            return self._note(name.removesuffix("Reference"), value(part, "id") or "")
        if name in ("drawing", "pict", "object", "AlternateContent"):
            return self._drawing(part)
        if name == "sym":
            return chr(int(value(part, "char") or "20", 16))
        return {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}.get(name, "")

    def _note(self, kind: str, note_id: str) -> str:
        note = self._notes.get((kind, note_id))
        if note is None:
            return ""
        self._note_count += 1
        self._noted.append(note)
        return f" [{self._note_count}]"

    def _drawing(self, part: Element) -> str:
        """Keeps text boxes for later; gives a telling alternative text."""
        part = _alternative(part) if local(part) == "AlternateContent" else part
        boxes = [box for box in part.iter() if local(box) == "txbxContent"]
        self._boxes += boxes
        described = next((p for p in part.iter() if local(p) == "docPr"), None)
        alternative = (value(described, "descr") or "").strip()
        return f"\n{alternative}\n" if not boxes and tells(alternative) else ""

    def _table(self, element: Element) -> list[RawBlock]:
        rows: list[list[Cell]] = []
        headed = 0
        open_cells: dict[int, tuple[int, int]] = {}  # column: where its merged cell began
        for row in _inside(element, "tr"):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                continue
            headed += bool(switched_on(properties, "tblHeader")) and headed == len(rows)
            rows.append(self._row(row, rows, open_cells))
        return table_blocks(rows, headed or _bold_header(rows))

    def _row(self, row: Element, above: list[list[Cell]], merged: dict[int, tuple[int, int]]) -> list[Cell]:
        cells: list[Cell] = []
        column = 0
        for element in _inside(row, "tc"):
            properties = child(element, "tcPr")
            span = min(max(number(value(child(properties, "gridSpan")), 1), 1), 100)
            merge = child(properties, "vMerge")
            blocks = tuple(self.blocks(element))
            if merge is not None and value(merge) != "restart" and column in merged and not blocks:
                i, j = merged[column]
                cell = above[i][j]
                above[i][j] = Cell(cell.blocks, cell.columns, cell.rows + 1, cell.header)
            else:
                merged.pop(column, None)
                if merge is not None:
                    merged[column] = (len(above), len(cells))
                cells.append(Cell(blocks, span))
            column += span
        return cells


class _Field:
    """Where we are in a field: its instruction is hidden, its result is text."""

    def __init__(self) -> None:
        self._stack: list[bool] = []

    def turn(self, kind: str) -> None:
        """Passes a field's begin, separator or end."""
        if kind == "begin":
            self._stack.append(True)
        elif kind == "separate" and self._stack:
            self._stack[-1] = False
        elif kind == "end" and self._stack:
            self._stack.pop()

    def hides(self, name: str) -> bool:
        """True for a part that stands in an instruction."""
        return name in ("fldChar", "instrText", "delText", "delInstrText") or any(self._stack)


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also in content controls."""
    for part in element:
        if local(part) == name:
            yield part
        elif local(part) in _WRAPPERS:
            yield from _inside(part, name)


def _alternative(element: Element) -> Element:
    """The newer of two forms of the same thing, or the older one where the newer holds no text."""
    forms = [part for part in element if local(part) in ("Choice", "Fallback")]
    with_text = [form for form in forms if any(local(part) == "t" for part in form.iter())]
    return (with_text or forms or [element])[0]


def _bold_header(rows: list[list[Cell]]) -> int:
    """1 where the first row is all bold and the second is not: a header that no markup names."""
    if len(rows) < 3 or len(rows[0]) < 2:
        return 0
    return int(_all_bold(rows[0]) and not _all_bold(rows[1]))


def _all_bold(row: list[Cell]) -> bool:
    blocks = [block for cell in row for block in cell.blocks]
    return bool(blocks) and all(b.emphasis and b.emphasis[0] == (0, len(b.text)) for b in blocks)
