"""Table rows written for the ear: `Zone : Nord ; durée : 3 jours`."""

from __future__ import annotations

import re
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
    told_below = titled = False
    for place, block in enumerate(blocks):
        if block.kind != "row" or not block.cells:
            header = header if told_below and block.kind in ("paragraph", "item", "quote") else ()
            titled = titled and bool(header)
            spoken.append(block)
            continue
        if block.header:
            header, titled = block.cells, False
        elif told_below and spoken[-1].kind != "row" and len(block.cells) != len(header):
            header, titled = (), False
        titled = titled or (bool(header) and _is_title(blocks, place))
        told_below = bool(header) and not block.header and not all(block.cells)
        pieces = row_pieces(block, header, titled=titled)
        spoken.append(replace(block, text=SEPARATOR.join(pieces), emphasis=()))
    return tuple(block for block in spoken if block.text)


def _is_title(blocks: tuple[RawBlock, ...], place: int) -> bool:
    """True for a row of one cell that is no cell of its column but the title of the rows below: a place
    above days, a day above hours."""
    row = blocks[place]
    if row.header or _filled(row) != [0]:
        return False
    below = next((b for b in blocks[place + 1 :] if b.kind != "row" or _filled(b) != [0]), None)
    if below is None or below.kind != "row" or below.header or 0 not in _filled(below):
        return False
    return _shape(below.cells[0]) not in ("words", _shape(row.cells[0]))


def _filled(row: RawBlock) -> list[int]:
    return [number for number, cell in enumerate(row.cells) if cell]


_DAY = re.compile(
    r"(?i)(?:le\s+)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|(?:\d{1,2}|1er)\s+(?:janv|févr|mars|avril|mai|"
    r"juin|juil|août|sept|oct|nov|déc)|\d{1,2}[/.]\d{1,2}\b)"
)
_HOUR = re.compile(r"(?i)(?:(?:de|à|dès)\s+)?\d{1,2}\s?(?:h\b|h\d|heures?\b|:\d{2})")


def _shape(cell: str) -> str:
    return "hour" if _HOUR.match(cell) else "day" if _DAY.match(cell) else "words"


def row_pieces(block: RawBlock, header: tuple[str, ...], *, titled: bool = False) -> list[str]:
    """What is said of each cell, in order; cells that hold nothing are left out. `titled`: the first column
    holds titles besides its cells, and its name would belie one or the other."""
    if titled and not block.header:
        return _under_title(block, header)
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


def _under_title(block: RawBlock, header: tuple[str, ...]) -> list[str]:
    """ "18 h : ouverture ; lieu : la halle" """
    first, *others = [_unstopped(cell) for cell in block.cells]
    names = header[1:] if len(header) == len(block.cells) else [""] * len(others)
    said = [(name, cell) for name, cell in zip(names, others, strict=True) if cell not in _NOTHING]
    if not said:
        return [first] if first else []
    rest = [_named(name, cell, first=False) for name, cell in said[1:]]
    return [f"{first.rstrip(' :')} : {said[0][1]}" if first else said[0][1], *rest]


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


_YES = frozenset("✓✔☑✅🗸")
_NO = frozenset("✗✘☒❌❎🗙")
"""Marks that answer in a cell, and that no voice reads."""


def _unstopped(cell: str) -> str:
    """Without the stop that would stand before our own semicolon; a mark of yes or no as its word."""
    mark, note = cell[:1], cell[1:].strip("\ufe0f\ufe0e ")
    if mark and (mark in _YES or mark in _NO) and not note.strip("*"):
        return f"{'oui' if mark in _YES else 'non'} {note}".rstrip()
    return cell.rstrip(" ;,\u00a0") if cell[-1:] in ";," else cell
