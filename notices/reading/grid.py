"""Tables: merged cells, header rows, and tables that only arrange the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from notices.raw import RawBlock
from notices.reading.marks import ends_sentence

MAX_SPAN = 100
"""A cell over more rows or columns is a mistake or an attack."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as the source has it."""

    blocks: tuple[RawBlock, ...]
    columns: int = 1
    rows: int = 1
    header: bool = False

    @property
    def text(self) -> str:
        """All text of the cell on one line, list items parted by semicolons where nothing else parts them."""
        text = ""
        for block in self.blocks:
            parted = block.kind == "item" and text and not ends_sentence(text) and text[-1] != ","
            text += (" ; " if parted else " ") + " ".join(
                filter(None, (block.marker, block.text, *block.cells))
            )
        return text.strip()


_LONG_CELL = 80
"""In words: a longer cell is a passage."""

Row = Sequence[Cell]


def table_blocks(rows: Sequence[Row], headed: int = 0, page: int | None = None) -> list[RawBlock]:
    """One block for each row, or the blocks of the cells where the table only arranges the page.

    `headed`: how many rows at the top are marked as headers; rows of header cells are found here.
    A cell that holds a passage follows its row as paragraphs.
    """
    if arranges(rows):
        return [block for row in rows for cell in row for block in cell.blocks]
    grid = laid_out(rows)
    headers = _header_rows(rows, headed)
    width = max(map(len, grid), default=0)
    used = [c for c in range(width) if any(c < len(row) and row[c] for row in grid)]
    made: list[RawBlock] = []
    for i, (row, texts) in enumerate(zip(rows, grid, strict=True)):
        if row:  # a row without cells of its own adds nothing
            passages = tuple(cell for cell in row if _is_passage(cell))
            cells = tuple(texts[c] if c < len(texts) else "" for c in used)
            made += _said(cells, passages, i < headers, page)
    return made


def _said(cells: tuple[str, ...], passages: Row, header: bool, page: int | None) -> list[RawBlock]:
    """The row, and after it the passages of text that are too long to be read as a cell."""
    long = {cell.text for cell in passages}
    short = tuple("" if cell in long else cell for cell in cells)
    made = [RawBlock("row", "", cells=short, header=header, page=page)] if any(short) else []
    return made + [block for cell in passages for block in cell.blocks]


def _is_passage(cell: Cell) -> bool:
    words = len(cell.text.split())
    return words > _LONG_CELL or (words > _LONG_CELL // 2 and len(cell.blocks) > 1)


def arranges(rows: Sequence[Row]) -> bool:
    """True for a table that holds no data in rows and columns: one row, one column, or whole passages."""
    filled = [[cell for cell in row if cell.blocks] for row in rows]
    if max(map(len, filled), default=0) < 2:
        return True
    if sum(map(bool, filled)) < 2:
        return not any(cell.header for row in rows for cell in row)
    return any(b.kind in ("heading", "row") for row in filled for cell in row for b in cell.blocks)


def laid_out(rows: Sequence[Row]) -> list[list[str]]:
    """The cells' texts in columns. A cell over several rows is said in each, or a listener would miss it;
    one over several columns is said once, a header in each."""
    grid: list[list[str]] = []
    hanging: dict[int, tuple[str, int]] = {}
    for row in rows:
        texts: list[str] = []
        for cell in row:
            _hang(texts, hanging)
            for offset in range(min(cell.columns, MAX_SPAN)):
                text = cell.text if not offset or cell.header else ""
                if cell.rows > 1:
                    hanging[len(texts)] = (text, min(cell.rows, MAX_SPAN) - 1)
                texts.append(text)
        _hang(texts, hanging)
        grid.append(texts)
    return grid


def _hang(texts: list[str], hanging: dict[int, tuple[str, int]]) -> None:
    """Adds what hangs down into this row from the rows above."""
    while (column := len(texts)) in hanging:
        text, left = hanging.pop(column)
        texts.append(text)
        if left > 1:
            hanging[column] = (text, left - 1)


def _header_rows(rows: Sequence[Row], headed: int) -> int:
    """Rows at the top that are headers: marked so, or of header cells only."""
    count = headed
    while count < len(rows) and len(rows[count]) > 1 and all(cell.header for cell in rows[count]):
        count += 1
    if not count and _names_columns(rows):
        return 1
    return count if count < len(rows) else 0


def _names_columns(rows: Sequence[Row]) -> bool:
    """True where the first row has words above columns of figures: a header that no markup names."""
    if len(rows) < 3 or not all(cell.text and not cell.text[0].isdigit() for cell in rows[0]):
        return False
    below = [row for row in rows[1:] if len(row) == len(rows[0])]
    columns = range(1, len(rows[0]))
    return len(below) >= 2 and any(all(row[c].text[:1].isdigit() for row in below) for c in columns)
