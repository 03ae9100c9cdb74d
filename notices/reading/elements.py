"""Walks the elements of a page and makes blocks of them. Markdown comes this way too."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from notices.raw import RawBlock
from notices.reading import building
from notices.reading.grid import Cell, table_blocks
from notices.reading.inline import raised, tells
from notices.reading.links import with_address
from notices.reading.marks import item_mark
from notices.reading.numbering import counted
from notices.reading.text import Line, Run, line

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr label legend li main nav ol "
    "optgroup p pre section summary table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_LISTS = frozenset(("ul", "ol", "dir"))
_BOLD = frozenset(("b", "strong", "summary", "dt", "th", "caption"))
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f]+")


@dataclass
class _Place:
    """Where in the page we are; a table cell is a place of its own."""

    blocks: list[RawBlock] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    lists: list[tuple[str, list[int]]] = field(default_factory=list)
    """For each open list its type and the next number."""
    mark: str | None = None
    """The mark of an item whose text has not begun."""
    heading: int = 0
    quotes: int = 0


@dataclass
class _Table:
    """A table in the making."""

    rows: list[list[Cell]] = field(default_factory=list)
    headed: int = 0
    around: _Place | None = None
    """Where we were before the cell at hand."""


class _Walker:
    """Goes through the elements and keeps the blocks found so far."""

    def __init__(self) -> None:
        self.here = _Place()
        self.bold = 0
        self.preformatted = 0
        self.tables: list[_Table] = []

    def walk(self, root: LexborNode) -> tuple[RawBlock, ...]:
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
        return tuple(self.here.blocks)

    def say(self, text: str) -> None:
        """Inline text."""
        text = text if self.preformatted else _BLANKS.sub(" ", text)
        self.here.runs.append(Run(text, self.bold > 0))

    def flush(self) -> None:
        """Ends the block at hand."""
        here = self.here
        runs, here.runs = here.runs, []
        level = max(len(here.lists) - 1, 0)
        if here.heading:
            row = line(runs)
            here.blocks += [RawBlock("heading", row.text, here.heading)] if row.text else []
            return
        made = building.paragraphs(runs, "quote" if here.quotes else "paragraph", level=level)
        if made and here.mark is not None:
            made[0] = _as_item(made[0], here.mark)
            here.mark = None
        here.blocks += made

    def enter(self, node: LexborNode) -> bool:
        """Begins an element; false where its children are not to be read."""
        tag = node.tag or ""
        if tag in ("br", "hr", "img", "sup", "sub"):
            self._single(node, tag)
            return False
        if tag in _BLOCKS:
            self.flush()
            self._begin(node, tag)
        elif tag == "q":
            self.say("« ")
        self.bold += _is_bold(node)
        return True

    def leave(self, node: LexborNode) -> None:
        """Ends an element."""
        tag = node.tag or ""
        if tag == "a":
            self.say(with_address(node.text(), node.attributes.get("href") or ""))
        elif tag == "q":
            self.say(" »")
        elif tag in _BLOCKS:
            self.flush()
            self._end(node, tag)
        self.bold -= _is_bold(node)

    def _single(self, node: LexborNode, tag: str) -> None:
        if tag == "br":
            self.here.runs.append(Run("\n", self.bold > 0))
        elif tag == "hr":
            self.flush()
        elif tag == "sub":
            self.say(node.text())
        elif tag == "sup":
            before = self.here.runs[-1].text if self.here.runs else ""
            self.say(raised(before, node.text().strip()))
        elif tells(alt := (node.attributes.get("alt") or "").strip()):
            self.here.runs.append(Run(f"\n{alt}\n"))

    def _begin(self, node: LexborNode, tag: str) -> None:
        here = self.here
        if tag in _HEADINGS:
            here.heading = _HEADINGS[tag]
        elif tag == "blockquote":
            here.quotes += 1
        elif tag == "pre":
            self.preformatted += 1
        elif tag in _LISTS:
            here.lists.append((_list_type(node), [_number(node, "start", 1)]))
        elif tag in ("li", "dd"):
            here.mark = self._next_mark(node) if tag == "li" else ""
        elif tag == "table":
            self.tables.append(_Table())
        elif self.tables:
            self._begin_in_table(self.tables[-1], node, tag)

    def _end(self, node: LexborNode, tag: str) -> None:
        here = self.here
        if tag in _HEADINGS:
            here.heading = 0
        elif tag == "blockquote":
            here.quotes -= 1
        elif tag == "pre":
            self.preformatted -= 1
        elif tag in _LISTS and here.lists:
            here.lists.pop()
        elif tag in ("li", "dd"):
            here.mark = None
        elif tag == "table" and self.tables:
            table = self.tables.pop()
            here.blocks += table_blocks(table.rows, table.headed)
        elif tag in ("td", "th") and self.tables:
            self._end_cell(self.tables[-1], node, tag)

    def _begin_in_table(self, table: _Table, node: LexborNode, tag: str) -> None:
        if tag == "tr":
            in_head = node.parent is not None and node.parent.tag == "thead"
            table.headed += in_head and table.headed == len(table.rows)
            table.rows.append([])
        elif tag in ("td", "th"):
            table.around, self.here = self.here, _Place()

    def _end_cell(self, table: _Table, node: LexborNode, tag: str) -> None:
        if table.around is None:
            return
        columns, rows = (max(_number(node, name, 1), 1) for name in ("colspan", "rowspan"))
        cell = Cell(tuple(self.here.blocks), columns, rows, tag == "th")
        table.rows = table.rows or [[]]
        table.rows[-1].append(cell)
        self.here, table.around = table.around, None

    def _next_mark(self, node: LexborNode) -> str:
        if not self.here.lists or not self.here.lists[-1][0]:
            return ""
        kind, following = self.here.lists[-1]
        number = _number(node, "value", following[0])
        following[0] = number + 1
        return counted(kind, number)


def blocks_of(root: LexborNode) -> tuple[RawBlock, ...]:
    """The blocks of an element and all that is in it."""
    return _Walker().walk(root)


def _as_item(block: RawBlock, mark: str) -> RawBlock:
    """The paragraph as a list item; a mark typed into the text counts where the list has none."""
    row, typed = Line(block.text, block.emphasis), item_mark(block.text)
    if mark or not typed:
        return building.item(row, level=block.level, marker=mark)
    return building.item(row, level=block.level, marker=typed.marker, start=typed.end)


def _is_bold(node: LexborNode) -> bool:
    return node.tag in _BOLD or bool(_BOLD_STYLE.search(node.attributes.get("style") or ""))


def _list_type(node: LexborNode) -> str:
    return "" if node.tag != "ol" else (node.attributes.get("type") or "1")


def _number(node: LexborNode, attribute: str, otherwise: int) -> int:
    text = (node.attributes.get(attribute) or "").strip()
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) else otherwise
