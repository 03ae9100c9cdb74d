"""Makes blocks of lines: the last step of every reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from notices.raw import RawBlock, RawKind
from notices.reading.marks import item_mark, parts
from notices.reading.text import Line, Run, join, lines


def paragraphs(runs: Iterable[Run], kind: RawKind = "paragraph", *, level: int = 0, page: int | None = None) -> list[RawBlock]:
    """Blocks of the lines that the writer parted; lines in which a sentence runs on are one.

    A line that begins with a bullet or a number is an item, whatever its paragraph is.
    """
    return [_block(line, kind, level, page) for line in unfolded(lines(runs))]


def unfolded(rows: Sequence[Line]) -> list[Line]:
    """The lines, those joined in which one sentence runs on."""
    groups: list[list[Line]] = []
    for row in rows:
        if groups and not parts(groups[-1][-1].text, row.text):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [join(group) for group in groups]


def _block(row: Line, kind: RawKind, level: int, page: int | None) -> RawBlock:
    if kind in ("paragraph", "quote") and (mark := item_mark(row.text)):
        return item(row, level=level, page=page, marker=mark.marker, start=mark.end)
    return RawBlock(kind, row.text, level, "", row.emphasis, page=page)


def item(row: Line, *, level: int, marker: str, start: int = 0, page: int | None = None) -> RawBlock:
    """A list item of the line's text from `start` on."""
    shifted = ((max(a - start, 0), b - start) for a, b in row.emphasis if b > start)
    return RawBlock("item", row.text[start:], level, marker, tuple(shifted), page=page)


def table(grid: Sequence[Sequence[str]], header_rows: int, page: int | None = None) -> list[RawBlock]:
    """One block for each row that holds anything; columns that are empty throughout are left out."""
    width = max(map(len, grid), default=0)
    filled = [c for c in range(width) if any(c < len(row) and row[c] for row in grid)]
    if len(filled) == 1:
        return [b for row in grid for b in paragraphs([Run(row[filled[0]])] if len(row) > filled[0] else [], page=page)]
    rows = ((i, tuple(row[c] if c < len(row) else "" for c in filled)) for i, row in enumerate(grid))
    return [RawBlock("row", "", cells=cells, header=i < header_rows, page=page) for i, cells in rows if any(cells)]
