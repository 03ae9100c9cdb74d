"""Walks the elements of a page and makes blocks of them. Markdown comes this way too."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from notices.raw import RawBlock, RawKind
from notices.reading import building
from notices.reading.links import with_address
from notices.reading.text import Run, line

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr label legend li main nav ol optgroup p pre section summary table "
    "tbody td tfoot th thead tr ul".split()
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BOLD = frozenset(("b", "strong", "summary", "dt", "th", "caption"))
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_AREA_UNIT = re.compile(r"(?:^|[^\w])(?:[kcdm]?m|da?m|hm)$")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FILE_NAME = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|pdf)$|^(?:img|image|dsc|photo)[-_ ]?\d*$", re.I)
_ALT_WORDS = 4  # an alternative text of fewer words names a picture; a longer one tells something
_MAX_SPAN = 100


@dataclass
class _Table:
    """A table in the making: rows of (text, columns, rows, is a header)."""

    rows: list[list[tuple[str, int, int, bool]]] = field(default_factory=list)
    headed: set[int] = field(default_factory=set)
    cell: list[Run] | None = None


class _Walker:
    """The blocks found so far, and where in the page we are."""

    def __init__(self) -> None:
        self.blocks: list[RawBlock] = []
        self.runs: list[Run] = []
        self.bold = 0
        self.preformatted = 0
        self.quotes = 0
        self.heading = 0
        self.lists: list[list[str | int]] = []  # for each open list: its type, the next number
        self.mark: str | None = None  # the mark of an item whose text has not begun
        self.tables: list[_Table | None] = []  # None for a table that only arranges the page

    def walk(self, root: LexborNode) -> None:
        """Depth first, without recursion: a hostile page is nested as deep as it likes."""
        stack: list[tuple[LexborNode, bool]] = [(root, False)]
        while stack:
            node, leaving = stack.pop()
            if leaving:
                self.leave(node)
            elif node.is_text_node:
                self.say(node.text_content or "")
            elif node.is_element_node and self.enter(node):
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(list(node.iter(include_text=True))))
        self.flush()

    def say(self, text: str) -> None:
        """Inline text."""
        text = text if self.preformatted else _BLANKS.sub(" ", text)
        runs = self.runs if self._cell() is None else self._cell()
        if runs is not None:
            runs.append(Run(text, self.bold > 0))

    def _cell(self) -> list[Run] | None:
        table = self.tables[-1] if self.tables else None
        return table.cell if table else None

    def flush(self) -> None:
        """Ends the block at hand."""
        if self._cell() is not None:
            self.say(" ")
            return
        runs, self.runs = self.runs, []
        if self.tables and self.tables[-1] is not None:
            return  # blanks between cells
        if self.heading:
            self._flush_heading(runs)
        elif self.mark is not None:
            self._flush_item(runs)
        else:
            kind: RawKind = "quote" if self.quotes else "paragraph"
            self.blocks += building.paragraphs(runs, kind, level=max(len(self.lists) - 1, 0))

    def _flush_heading(self, runs: list[Run]) -> None:
        row = line(runs)
        if row.text:
            self.blocks.append(RawBlock("heading", row.text, self.heading, emphasis=row.emphasis))

    def _flush_item(self, runs: list[Run]) -> None:
        first, *rest = building.paragraphs(runs) or [None]
        if first is None:
            return
        level = max(len(self.lists) - 1, 0)
        marker = self.mark or first.marker
        self.blocks.append(RawBlock("item", first.text, level, marker, first.emphasis))
        self.blocks += rest
        self.mark = None

    def enter(self, node: LexborNode) -> bool:
        """Begins an element; false where its children are not to be read."""
        tag = node.tag
        if tag in ("br", "hr", "img"):
            self._single(node, tag)
            return False
        if tag in _BLOCKS:
            self.flush()
            self._begin(node, tag)
        elif tag == "q":
            self.say("« ")
        elif tag in ("sup", "sub"):
            self.say(_raised(self._before(), node.text()) if tag == "sup" else node.text())
            return False
        elif tag == "a":
            self.say("")
        self.bold += _is_bold(node, tag)
        return True

    def leave(self, node: LexborNode) -> None:
        """Ends an element."""
        tag = node.tag
        if tag == "a":
            self.say(with_address(node.text(), node.attributes.get("href") or ""))
        elif tag == "q":
            self.say(" »")
        elif tag in _BLOCKS:
            self.flush()
            self._end(node, tag)
        self.bold -= _is_bold(node, tag)

    def _before(self) -> str:
        runs = self.runs if self._cell() is None else self._cell()
        return runs[-1].text if runs else ""

    def _single(self, node: LexborNode, tag: str) -> None:
        if tag == "br":
            runs = self._cell()
            (self.runs if runs is None else runs).append(Run("\n" if runs is None else " ", self.bold > 0))
        elif tag == "hr":
            self.flush()
        elif _tells(alt := (node.attributes.get("alt") or "").strip()):
            self.say(f"\n{alt}\n")

    def _begin(self, node: LexborNode, tag: str) -> None:
        if tag in _HEADINGS and not self.lists:
            self.heading = _HEADINGS[tag]
        elif tag == "blockquote":
            self.quotes += 1
        elif tag == "pre":
            self.preformatted += 1
        elif tag in ("ul", "ol", "dir"):
            self.lists.append([_list_type(node, tag), _number(node.attributes.get("start"), 1)])
        elif tag == "li":
            self.mark = self._next_mark(node)
        elif tag == "dd":
            self.mark = ""
        elif tag == "table":
            self.tables.append(None if _arranges(node) else _Table())
        elif self.tables and (table := self.tables[-1]):
            _begin_in_table(table, node, tag)

    def _end(self, node: LexborNode, tag: str) -> None:
        if tag in _HEADINGS:
            self.heading = 0
        elif tag == "blockquote":
            self.quotes -= 1
        elif tag == "pre":
            self.preformatted -= 1
        elif tag in ("ul", "ol", "dir") and self.lists:
            self.lists.pop()
        elif tag in ("li", "dd"):
            self.mark = None
        elif tag == "table" and self.tables:
            table = self.tables.pop()
            if table:
                self.blocks += building.table(_grid(table), _header_rows(table))
        elif tag in ("td", "th") and self.tables and (table := self.tables[-1]) and table.cell is not None:
            _end_cell(table, node, tag)

    def _next_mark(self, node: LexborNode) -> str:
        if not self.lists or self.lists[-1][0] == "":
            return ""
        kind, number = self.lists[-1]
        number = _number(node.attributes.get("value"), int(number))
        self.lists[-1][1] = number + 1
        return _mark(str(kind), number)


def blocks_of(root: LexborNode) -> tuple[RawBlock, ...]:
    """The blocks of an element and all that is in it."""
    walker = _Walker()
    walker.walk(root)
    return tuple(walker.blocks)


def _is_bold(node: LexborNode, tag: str | None) -> bool:
    return tag in _BOLD or bool(_BOLD_STYLE.search(node.attributes.get("style") or ""))


def _tells(alt: str) -> bool:
    """True for an alternative text that says something, not for a file's name or a generated one."""
    generated = "générée automatiquement" in alt or "generated" in alt
    return len(alt.split()) >= _ALT_WORDS and not _FILE_NAME.search(alt) and not generated


def _raised(before: str, text: str) -> str:
    """Raised text: m², n°; a raised figure elsewhere stays raised, or the number before it would change."""
    text = text.strip()
    if text in ("o", "°") and before[-1:] and before[-1] in "nN0123456789":
        return "°"
    if text == "os" and before[-1:] in ("n", "N"):
        return "°s"
    return text.translate(_RAISED) if text.isdigit() else text


def _list_type(node: LexborNode, tag: str) -> str:
    return "" if tag != "ol" else (node.attributes.get("type") or "1")


def _mark(kind: str, number: int) -> str:
    if kind in "aA" and 1 <= number <= 26:
        return f"{chr(ord(kind) + number - 1)})"
    if kind in "iI" and 1 <= number < 40:
        roman = roman_number(number)
        return f"{roman if kind == 'I' else roman.lower()}."
    return f"{number}."


def roman_number(number: int) -> str:
    """1 to 39 in Roman figures."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text.strip()) else otherwise


def _arranges(table: LexborNode) -> bool:
    """True for a table that only arranges the page: no data stand in rows and columns."""
    if (table.attributes.get("role") or "") in ("presentation", "none") or table.css_first("table table, td table"):
        return True
    return table.css_first("th") is None and table.css_first("td h1, td h2, td h3, td h4, td ul, td ol") is not None


def _begin_in_table(table: _Table, node: LexborNode, tag: str) -> None:
    if tag == "tr":
        table.rows.append([])
        parent = node.parent
        if parent is not None and parent.tag == "thead":
            table.headed.add(len(table.rows) - 1)
    elif tag in ("td", "th"):
        table.rows = table.rows or [[]]
        table.cell = []


def _end_cell(table: _Table, node: LexborNode, tag: str) -> None:
    columns = min(max(_number(node.attributes.get("colspan"), 1), 1), _MAX_SPAN)
    rows = min(max(_number(node.attributes.get("rowspan"), 1), 1), _MAX_SPAN)
    table.rows[-1].append((line(table.cell or []).text, columns, rows, tag == "th"))
    table.cell = None


def _header_rows(table: _Table) -> int:
    """How many rows at the top are headers: all of their cells are, and there is more than one."""
    count = 0
    for i, row in enumerate(table.rows):
        if i in table.headed or (len(row) > 1 and all(is_header for *_, is_header in row)):
            count = i + 1
        else:
            break
    return count if count < len(table.rows) else 0


def _grid(table: _Table) -> list[list[str]]:
    """The cells in columns. A cell over several rows is said in each, or a listener would miss it;
    one over several columns is said once, in a header in each."""
    grid: list[list[str]] = []
    hanging: dict[int, tuple[str, int]] = {}
    for row in table.rows:
        cells: list[str] = []
        for text, columns, rows, is_header in row:
            _fill_hanging(cells, hanging)
            for offset in range(columns):
                if rows > 1:
                    hanging[len(cells)] = (text if not offset else "", rows - 1)
                cells.append(text if not offset or is_header else "")
        _fill_hanging(cells, hanging)
        grid.append(cells)
    return grid


def _fill_hanging(cells: list[str], hanging: dict[int, tuple[str, int]]) -> None:
    while len(cells) in hanging:
        column = len(cells)
        text, left = hanging.pop(column)
        cells.append(text)
        if left > 1:
            hanging[column] = (text, left - 1)
