"""Makes blocks of lines, and puts the last hand to the blocks of every reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from notices.raw import RawBlock, RawKind
from notices.reading.headings import promote
from notices.reading.marks import item_mark, parts
from notices.reading.text import Line, Run, join, lines

_PAGE_MARK = re.compile(r"(?:page\s*)?(\d{1,3})\s*(?:/|sur)\s*(\d{1,3})", re.I)
_LABEL = re.compile(r"\S{1,15}\s?:")
_FULL_LINE = 60
_RULE = re.compile(r"[-:=_. ]{3,}")


def paragraphs(
    runs: Iterable[Run], kind: RawKind = "paragraph", *, level: int = 0, page: int | None = None
) -> list[RawBlock]:
    """Blocks of the lines that the writer parted; lines in which a sentence runs on are one."""
    return [RawBlock(kind, row.text, level, "", row.emphasis, page=page) for row in unfolded(lines(runs))]


def unfolded(rows: Sequence[Line]) -> list[Line]:
    """The lines, those joined in which one sentence runs on."""
    groups: list[list[Line]] = []
    for row in rows:
        if groups and not parts(groups[-1][-1].text, row.text):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [join(group) for group in groups]


def item(row: Line, *, level: int, marker: str = "", start: int = 0, page: int | None = None) -> RawBlock:
    """A list item of the line's text from `start` on."""
    shifted = tuple((max(a - start, 0), b - start) for a, b in row.emphasis if b > start)
    return RawBlock("item", row.text[start:], level, marker, shifted, page=page)


def finished(blocks: Iterable[RawBlock], *, alone: bool = False) -> tuple[RawBlock, ...]:
    """The blocks with items and headings told that no markup names, without page numbers and empty rows."""
    marked = [_marked(block) for block in blocks if _says_something(block)]
    titled = promote(_without_page_marks(marked), alone=alone)
    return tuple(_without_repeated_headers(_healed(titled)))


def _says_something(block: RawBlock) -> bool:
    """False for a lone bullet, a rule of signs, an empty row."""
    return any(map(str.isalnum, block.text)) or any(block.cells)


def _marked(block: RawBlock) -> RawBlock:
    """A paragraph that begins with a bullet or a number is an item."""
    if block.kind == "heading":
        return replace(block, emphasis=())
    if block.kind not in ("paragraph", "quote") or not (mark := item_mark(block.text)):
        return block
    row = Line(block.text, block.emphasis)
    return item(row, level=block.level, marker=mark.marker, start=mark.end, page=block.page)


def _without_page_marks(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Drops "1/4", "2/4" that recognition left between the paragraphs: at least two with one total."""
    marks = [_PAGE_MARK.fullmatch(block.text) for block in blocks]
    totals = Counter(m[2] for m in marks if m and int(m[1]) <= int(m[2]))
    doomed = {i for i, m in enumerate(marks) if m and (totals[m[2]] > 1 or "age" in m[0])}
    return [b for i, b in enumerate(blocks) if i not in doomed and not (b.cells and _is_rule(b.cells))]


def _is_rule(cells: Sequence[str]) -> bool:
    return all(not cell or _RULE.fullmatch(cell) for cell in cells)


def _healed(blocks: Iterable[RawBlock]) -> list[RawBlock]:
    """Paragraphs that a page break cut: no full stop ends the first, a small letter begins the second."""
    whole: list[RawBlock] = []
    for block in blocks:
        if whole and block.kind == "paragraph" and _is_cut(whole[-1], block):
            before = whole[-1]
            row = join((Line(before.text, before.emphasis), Line(block.text, block.emphasis)))
            whole[-1] = replace(before, text=row.text, emphasis=row.emphasis)
        else:
            whole.append(block)
    return whole


def _is_cut(before: RawBlock, after: RawBlock) -> bool:
    across_pages = before.page != after.page
    return (
        before.kind in ("paragraph", "item")
        and (across_pages or len(before.text) >= _FULL_LINE)
        and before.text[-1] not in ".!?:;…»"
        and after.text[0].islower()
        and not _LABEL.match(after.text)
    )


def _without_repeated_headers(blocks: Iterable[RawBlock]) -> Iterator[RawBlock]:
    """Header rows are printed again on each page; once is enough."""
    headers: set[tuple[str, ...]] = set()
    for block in blocks:
        if block.kind != "row":
            headers.clear()
        elif block.header:
            headers.add(block.cells)
        elif block.cells in headers:
            continue
        yield block
