"""From blocks to lists, tables and headings."""

from __future__ import annotations

from itertools import pairwise
from types import ModuleType

from hypothesis import given
from hypothesis import strategies as st

from notices.document import Block, BlockKind, Document, Sentence
from notices.publishing.layout import Item, Listing, Passage, Table, page_starts, units


def _block(number: int, kind: BlockKind, level: int, cells: tuple[str, ...] = ()) -> Block:
    return Block(kind, (Sentence(f"s{number}", f"Phrase {number}."),), level=level, cells=cells)


def _ids(unit: Passage | Listing | Table | Item) -> list[str]:
    match unit:
        case Passage():
            return [s.id for s in unit.sentences]
        case Table():
            return [s.id for row in unit.rows for s in row.sentences]
        case Listing():
            return [i for item in unit.items for i in _ids(item)]
        case Item():
            return [s.id for s in unit.sentences] + [i for child in unit.children for i in _ids(child)]


KINDS: list[BlockKind] = ["heading", "paragraph", "item", "row", "quote", "label", "glossary"]


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 6)), max_size=25))
def test_every_sentence_stands_in_one_unit_in_order(shape: list[tuple[BlockKind, int]]) -> None:
    """Grouping loses nothing, doubles nothing and keeps the order, whatever the levels are."""
    blocks = tuple(_block(n, kind, level) for n, (kind, level) in enumerate(shape))
    document = Document("fr", "", blocks)
    assert [i for unit in units(document) for i in _ids(unit)] == [s.id for s in document.sentences()]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=12))
def test_no_depth_of_heading_is_skipped(levels: list[int]) -> None:
    """A heading is at most one deeper than the one before it (WCAG technique G141)."""
    blocks = tuple(_block(n, "heading", level) for n, level in enumerate(levels))
    depths = [u.depth for u in units(Document("fr", "", blocks)) if isinstance(u, Passage)]
    assert depths[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(depths))


def test_cells_are_shown_only_where_they_are_what_is_heard() -> None:
    """A translated row may have its source's cells: then its whole table is shown as sentences."""
    heard = Block("row", (Sentence("t1", "Service: DNEF; task: searches."),), cells=("DNEF", "searches"))
    foreign = Block("row", (Sentence("t2", "Service: ONAF; task: checks."),), cells=("ONAF", "contrôles"))
    assert isinstance(units(Document("en", "", (heard,)))[0], Table)
    assert isinstance(units(Document("en", "", (heard, foreign)))[0], Listing)


def test_pages_begin_once(samples: ModuleType) -> None:
    """Each page of the source is marked at its first block, within lists and tables too."""
    assert page_starts(units(samples.ORIGINAL)) == (1, 2, 3)
