"""Table rows written for the ear: `Zone : Nord ; durée : 3 jours`."""

from __future__ import annotations

from dataclasses import replace

from notices.lexicon import word_tags
from notices.raw import RawBlock

SEPARATOR = " ; "
_LABEL_WORDS = 6
_NOTHING = frozenset({"", "-", "–", "—", "/", "."})


def spoken_rows(blocks: tuple[RawBlock, ...]) -> tuple[RawBlock, ...]:
    """The blocks, each table row with the text that is read aloud; a header row names its columns.

    Readers give a cell that holds a passage as paragraphs below its row and leave the cell empty: the table
    goes on behind them.
    """
    spoken: list[RawBlock] = []
    header: tuple[str, ...] = ()
    told_below = False
    for block in blocks:
        if block.kind != "row" or not block.cells:
            header = header if told_below and block.kind in ("paragraph", "item", "quote") else ()
            spoken.append(block)
            continue
        if block.header:
            header = block.cells
        elif told_below and spoken[-1].kind != "row" and len(block.cells) != len(header):
            header = ()
        told_below = bool(header) and not block.header and not all(block.cells)
        spoken.append(replace(block, text=SEPARATOR.join(row_pieces(block, header)), emphasis=()))
    return tuple(block for block in spoken if block.text)


def row_pieces(block: RawBlock, header: tuple[str, ...]) -> list[str]:
    """What is said of each cell, in order; cells that hold nothing are left out."""
    cells = [_unstopped(cell) for cell in block.cells]
    if block.header or sum(map(bool, header)) < 2:
        return _label_and_value(cells, block.header) or [cell for cell in cells if cell]
    if len(cells) != len(header):
        return [cell for cell in cells if cell]
    said: list[str] = []
    for name, cell in zip(header, cells, strict=True):
        if cell not in _NOTHING:
            said.append(_named(name, cell, first=not said))
    return said or [cell for cell in cells if cell]


def _label_and_value(cells: list[str], header: bool) -> list[str]:
    """A table of two columns without a header is a list of labels and values."""
    if header or len(cells) != 2 or not all(cells) or len(cells[0].split()) > _LABEL_WORDS:
        return []
    return [f"{_unstopped(cells[0].rstrip(' :'))} : {cells[1]}"]


def _named(name: str, cell: str, *, first: bool) -> str:
    name = name.rstrip(" :\u00a0\u202f")
    if not name or name == cell:
        return cell
    return f"{name if first else _small(name)} : {cell}"


def _small(name: str) -> str:
    """A common word begins small after a semicolon; names and acronyms stay."""
    word = name.split()[0]
    common = word[1:].islower() and bool(word_tags(word))
    return name[0].lower() + name[1:] if common or word in ("À", "A") else name


def _unstopped(cell: str) -> str:
    """Without the stop that would stand before our own semicolon."""
    return cell.rstrip(" ;,\u00a0") if cell[-1:] in ";," else cell
