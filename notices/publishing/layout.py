"""A document as its reader sees it: neighbouring items become a list, neighbouring rows a table.

Texts, page and books all render these units, so that they agree on what is a list, which rows stand in one
table, and how deep a heading is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from notices.document import Block, BlockKind, Document, Sentence
from notices.publishing.cells import Cell, placed

_RUNS: frozenset[BlockKind] = frozenset({"item", "glossary", "row"})
"""Kinds of blocks that belong together with their neighbours of the same kind."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a paragraph, a quotation, a label, a date line or a signature."""

    kind: BlockKind
    sentences: tuple[Sentence, ...]
    depth: int = 0
    """Of a heading: 1 is the outermost. No depth is ever skipped, whatever the source does."""
    page: int | None = None
    """The page of the source that begins here, where one does."""

    shape = "passage"


@dataclass(frozen=True, slots=True)
class Item:
    """A list item with the items below it."""

    sentences: tuple[Sentence, ...]
    marker: str = ""
    children: tuple[Item, ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, or the glossary."""

    items: tuple[Item, ...]
    is_glossary: bool = False

    shape = "list"


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: what is heard (`sentences`) and what is seen (`cells`), as a whole and piece by piece."""

    sentences: tuple[Sentence, ...]
    cells: tuple[str, ...]
    pieces: tuple[Cell, ...]
    header: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Neighbouring rows; `columns` is the width of the widest."""

    rows: tuple[Row, ...]
    number: int

    shape = "table"

    @property
    def columns(self) -> int:
        """How many cells the widest row has."""
        return max(len(row.cells) for row in self.rows)


Unit = Passage | Listing | Table
Part = Passage | Item | Row


def units(document: Document) -> tuple[Unit, ...]:
    """The document's units, in reading order; every sentence stands in exactly one of them."""
    return tuple(_units(document))


def sentences(unit: Unit) -> tuple[Sentence, ...]:
    """The sentences of a unit, in reading order."""
    return tuple(s for part in parts(unit) for s in own_sentences(part))


def own_sentences(part: Part) -> tuple[Sentence, ...]:
    """The sentences of a part alone, without those of the items below it."""
    return part.sentences


def page_starts(layout: Sequence[Unit]) -> tuple[int, ...]:
    """The pages of the source that begin in these units, in order."""
    return tuple(part.page for unit in layout for part in parts(unit) if part.page is not None)


def parts(unit: Unit) -> Iterator[Part]:
    """What a unit consists of, in reading order: a page of the source can begin with each of them."""
    match unit:
        case Passage():
            yield unit
        case Table():
            yield from unit.rows
        case Listing():
            yield from _all(unit.items)


def _all(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _all(item.children)


def _units(document: Document) -> Iterator[Unit]:
    tables = 0
    depths = iter(_depths(document.blocks))
    for kind, group in groupby(_with_page_starts(document.blocks), key=lambda placed: placed[0].kind):
        run = list(group)
        rows = [_row(block, page) for block, page in run] if kind == "row" else []
        shown = tuple(row for row in rows if row)
        if rows and len(shown) == len(rows):
            tables += 1
            yield Table(shown, tables)
        elif kind in _RUNS:
            yield Listing(_nest([(b.level, _item(b, page)) for b, page in run]), kind == "glossary")
        else:
            for block, page in run:
                depth = next(depths) if kind == "heading" else 0
                yield Passage(kind, block.sentences, depth, page)


def _with_page_starts(blocks: Sequence[Block]) -> Iterator[tuple[Block, int | None]]:
    """Each block, with its page where it is the first on it."""
    latest = 0
    for block in blocks:
        begins = block.page is not None and block.page > latest
        latest = block.page if begins and block.page else latest
        yield block, (block.page if begins else None)


def _depths(blocks: Sequence[Block]) -> Iterator[int]:
    """The depth of each heading: one more than that of the nearest heading above it in rank."""
    open_levels: list[int] = []
    for block in blocks:
        if block.kind == "heading":
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
            open_levels.append(block.level)
            yield len(open_levels)


def _row(block: Block, page: int | None) -> Row | None:
    """None where the cells may not stand for what is heard: then the row is shown as its sentences."""
    pieces = placed(block.sentences, block.cells)
    return Row(block.sentences, block.cells, pieces, block.header, page) if pieces else None


def _item(block: Block, page: int | None) -> Item:
    return Item(block.sentences, block.marker, (), page)


def _nest(flat: Sequence[tuple[int, Item]]) -> tuple[Item, ...]:
    """Items with their levels, as a tree: an item holds the deeper ones that follow it."""
    nested: list[Item] = []
    position = 0
    while position < len(flat):
        level, item = flat[position]
        end = position + 1
        while end < len(flat) and flat[end][0] > level:
            end += 1
        children = _nest(flat[position + 1 : end])
        nested.append(Item(item.sentences, item.marker, children, item.page))
        position = end
    return tuple(nested)
