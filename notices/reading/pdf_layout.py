"""Lines to blocks: paragraphs, items, headings and table rows, across pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import pairwise
from statistics import median

from notices.raw import RawBlock
from notices.reading.building import item
from notices.reading.grid import Cell, table_blocks
from notices.reading.hyphens import glued, is_cut_word
from notices.reading.marks import ends_sentence, item_mark, parts
from notices.reading.pdf_lines import Piece, Row, in_order, rows_of
from notices.reading.pdf_pages import Page
from notices.reading.pdf_tables import Field, Table, tables_of
from notices.reading.text import Line, Run, line

_EDGE_LINES = 3
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:page|p\.)\s*\d{1,4}(?:\s*(?:/|sur|de)\s*\d{1,4})?|\d{1,4}\s*(?:/|sur)\s*\d{1,4}|(?P<lone>\d{1,4}))"
    r"[-–—\s.]*",
    re.I,
)
_NEAR_PAGE = 30
_PAGE_OF_PAGES = re.compile(r"(?:\bpage\s*)?\b\d{1,3}\s*(?:/|sur)\s*\d{1,3}\b|\bpage\s*\d{1,3}\b", re.I)
_BODY_SHARE = 0.3
_LARGER = 1.12
_LONGEST_HEADING = 200
_LONGEST_SENTENCE = 90
_WORDS_IN_NARROW = 2.5
_LEADING = 1.35
_INDENT = 1.0
_LEADERS = re.compile(r"(?:\.\s?){6,}|…{3,}|_{6,}")


def blocks_of(pages: Sequence[Page]) -> list[RawBlock]:
    """The blocks of all pages, in reading order."""
    laid_out = [_pieces(page) for page in pages]
    repeated, footers = _repeated(laid_out)
    body_size = _body_size(pages)
    levels = _heading_levels(pages, body_size)
    words = _vocabulary(pages)
    blocks: list[RawBlock] = []
    for page, groups in zip(pages, laid_out, strict=True):
        layout = _Layout(page.number, words, levels)
        for group in _without(groups, repeated):
            blocks += layout.blocks(group)
        blocks += _sideways(page)
    return blocks + footers


def _vocabulary(pages: Sequence[Page]) -> frozenset[str]:
    return frozenset(word.text.lower().strip(".,;:()«»") for page in pages for word in page.words)


def _pieces(page: Page) -> list[list[Piece]]:
    tables, words = tables_of(page.words, page.rules)
    return in_order([*rows_of(words), *tables])


def _sideways(page: Page) -> list[RawBlock]:
    text = line([Run(" ".join(word.text for word in page.sideways))]).text
    return [RawBlock("paragraph", text, page=page.number)] if any(map(str.isalpha, text)) else []


def _body_size(pages: Sequence[Page]) -> float:
    """The size that a good part of the letters reach: small print may be more, headings are less."""
    letters: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            letters[round(word.size, 1)] += len(word.text)
    enough, seen = _BODY_SHARE * letters.total(), 0
    for size in sorted(letters, reverse=True):
        seen += letters[size]
        if seen >= enough:
            return size
    return 1.0


def _heading_levels(pages: Sequence[Page], body_size: float) -> dict[float, int]:
    """Sizes larger than the body's, and the level of each: 1 for the largest."""
    sizes = {round(word.size) for page in pages for word in page.words if word.size >= _LARGER * body_size}
    return {size: min(level, 4) for level, size in enumerate(sorted(sizes, reverse=True), 1)}


def _edges(groups: Sequence[Sequence[Piece]]) -> list[Row]:
    """The rows nearest to the top and to the bottom of a page."""
    rows = sorted((p for group in groups for p in group if isinstance(p, Row)), key=lambda row: -row.base)
    return rows if len(rows) <= 2 * _EDGE_LINES else rows[:_EDGE_LINES] + rows[-_EDGE_LINES:]


def _shape(row: Row) -> tuple[str, int]:
    """What is equal in all headers: the text with any figure, and about where it stands."""
    return re.sub(r"\d+", "#", row.text), round(row.base / 8)


def _repeated(laid_out: Sequence[Sequence[Sequence[Piece]]]) -> tuple[set[int], list[RawBlock]]:
    """Ids of the rows that are not to be read, and what they say that is said nowhere else.

    Page numbers go, and what stands at the edge of each page is said once: the header of the first page
    where it stands, a footer and a header of later pages after the last page, for they would cut a
    paragraph in two.
    """
    edges = [_edges(groups) for groups in laid_out]
    shapes = Counter(shape for rows in edges for shape in {_shape(row) for row in rows})
    enough = max(2, (len(laid_out) + 1) // 2)
    doomed, said, footers = set[int](), set[str](), list[RawBlock]()
    for number, rows in enumerate(edges, 1):
        for i, row in enumerate(rows):
            text, height = _shape(row)
            times = max(shapes[text, height + d] for d in (-1, 0, 1))
            if i in (0, len(rows) - 1) and _is_page_number(row.text, number):
                doomed.add(id(row))
            elif times >= enough and (len(laid_out) > 2 or "#" in text):
                is_new = text not in said and bool(re.search(r"[^\W\d_]{3}", text))
                is_header = number == 1 and i < len(rows) / 2
                said.add(text)
                if not (is_new and is_header):
                    doomed.add(id(row))
                if is_new and not is_header:
                    footers.append(_footer(row, number))
    return doomed, [footer for footer in footers if footer.text]


def _is_page_number(text: str, page: int) -> bool:
    """ "3", "- 3 -", "Page 3 sur 9"; a lone figure far from the page's own number is something else."""
    match = _PAGE_NUMBER.fullmatch(text)
    if match is None:
        return False
    return not match["lone"] or abs(int(match["lone"]) - page) <= _NEAR_PAGE


def _footer(row: Row, page: int) -> RawBlock:
    return RawBlock("paragraph", line([Run(_PAGE_OF_PAGES.sub("", row.text))]).text.strip(" -–—|"), page=page)


def _without(groups: Sequence[Sequence[Piece]], doomed: set[int]) -> list[list[Piece]]:
    kept = [[piece for piece in group if id(piece) not in doomed] for group in groups]
    return [group for group in kept if group]


class _Layout:
    """Makes the blocks of one page."""

    def __init__(self, page: int, words: Container[str], levels: dict[float, int]) -> None:
        self._page = page
        self._words = words
        self._levels = levels

    def blocks(self, group: Sequence[Piece]) -> list[RawBlock]:
        """The blocks of one column or band."""
        made: list[RawBlock] = []
        run: list[Row] = []
        for piece in group:
            if isinstance(piece, Row):
                run.append(piece)
            else:
                made += self._paragraphs(run)
                made += self._table(piece)
                run = []
        return made + self._paragraphs(run)

    def _paragraphs(self, rows: Sequence[Row]) -> list[RawBlock]:
        rows = [row for row in rows if not _is_contents_entry(row)]
        if not rows:
            return []
        measure = _Measure(rows)
        groups: list[list[Row]] = [[rows[0]]]
        for row in rows[1:]:
            if measure.parts(groups[-1], row):
                groups.append([row])
            else:
                groups[-1].append(row)
        depths = _depths([group[0] for group in groups])
        return [block for g, d in zip(groups, depths, strict=True) if (block := self._block(g, d)).text]

    def _block(self, rows: Sequence[Row], depth: int) -> RawBlock:
        whole = self._joined(rows)
        level = self._levels.get(round(max(row.size for row in rows)), 0)
        if level and _is_heading(whole.text):
            return RawBlock("heading", whole.text, level, page=self._page)
        if mark := item_mark(whole.text):
            return item(whole, level=depth, marker=mark.marker, start=mark.end, page=self._page)
        return RawBlock("paragraph", whole.text, 0, "", whole.emphasis, page=self._page)

    def _joined(self, rows: Sequence[Row]) -> Line:
        """The rows on one line, divided words put together."""
        words = [word for row in rows for word in row.words]
        ends = {id(row.words[-1]) for row in rows[:-1]}
        runs: list[Run] = []
        for i, word in enumerate(words):
            text = word.text
            whole = self._joint(rows, text, words[i + 1].text) if id(word) in ends else None
            runs.append(
                Run(f"{text} " if whole is None else whole.removesuffix(words[i + 1].text), word.bold)
            )
        return line(runs)

    def _joint(self, rows: Sequence[Row], before: str, after: str) -> str | None:
        narrow = sum(len(row.words) for row in rows) <= _WORDS_IN_NARROW * len(rows)
        return self._glued(before, after) if narrow else glued(before, after, self._words)

    def _glued(self, before: str, after: str) -> str | None:
        """Also a word that a narrow cell cut without a hyphen: "Rubriqu", "e"."""
        if after.isalpha() and after.islower() and before[-1:].isalpha() and is_cut_word(before, after):
            return before + after
        return glued(before, after, self._words)

    def _table(self, table: Table) -> list[RawBlock]:
        rows: list[list[Field]] = [[] for _ in range(table.row_count)]
        for field in sorted(table.fields, key=lambda f: (f.row, f.column)):
            rows[field.row].append(field)
        cells = [[self._cell(field) for field in row] for row in rows]
        return table_blocks(cells, _headed(rows), self._page)

    def _cell(self, field: Field) -> Cell:
        blocks = tuple(self._paragraphs(_line_by_line(field)))
        return Cell(tuple(b for b in blocks if b.text), field.columns, field.rows)


def _is_heading(text: str) -> bool:
    """What is set in a large size is a heading, unless it is long, a sentence, or has no letters."""
    longest = _LONGEST_SENTENCE if text.endswith(".") else _LONGEST_HEADING
    return len(text) <= longest and bool(re.search(r"[^\W\d_]{2}", text))


def _line_by_line(field: Field) -> list[Row]:
    groups = in_order(rows_of(field.words))
    return [piece for group in groups for piece in group if isinstance(piece, Row)]


def _headed(rows: Sequence[Sequence[Field]]) -> int:
    """How many rows at the top are bold throughout, where not all are."""
    bold = [all(w.bold for f in row for w in f.words) and any(f.words for f in row) for row in rows]
    count = next((i for i, is_bold in enumerate(bold) if not is_bold), 0)
    return count if len(rows[0]) > 1 or count > 1 else 0


def _is_contents_entry(row: Row) -> bool:
    """A line of a table of contents: dots that lead to a page number."""
    return bool(_LEADERS.search(row.text)) and bool(re.search(r"\d\s*$", row.text))


def _depths(firsts: Sequence[Row]) -> list[int]:
    """How deep each item is indented among its neighbours."""
    depths: list[int] = []
    stack: list[float] = []
    for row in firsts:
        left = row.words[0].x0
        if not item_mark(row.text):
            stack = []
            depths.append(0)
            continue
        while stack and left < stack[-1] - 0.5 * row.size:
            stack.pop()
        if not stack or left > stack[-1] + 0.5 * row.size:
            stack.append(left)
        depths.append(len(stack) - 1)
    return depths


class _Measure:
    """The usual leading and the right margin of a column, and what they tell of a line break."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._right = max(row.box.x1 for row in rows)
        self._left = min(row.box.x0 for row in rows)
        steps = [_step(a, b) for a, b in pairwise(rows)]
        close = [step for step in steps if 0 < step < 3]
        self._leading = median(close) if close else 1.2

    def parts(self, group: Sequence[Row], row: Row) -> bool:
        """True where a new block begins with `row`, after the rows of `group`."""
        before = group[-1]
        if item_mark(row.text) or not _alike(before, row):
            return True
        if _step(before, row) > max(_LEADING * self._leading, self._leading + 0.3):
            return True
        if _in_capitals(before) and _in_capitals(row):
            return ends_sentence(before.text) or _step(before, row) > 1.1 * self._leading
        if all(r.bold for r in group) and not row.words[0].bold and row.text[0].isupper():
            return True
        if self._fits(before, row):
            return parts(before.text, row.text) or (self._is_short(before) and row.text[0].isupper())
        is_item = item_mark(group[0].text) is not None
        indented = row.box.x0 - before.box.x0 > _INDENT * row.size
        return indented and not is_item and ends_sentence(before.text)

    def _is_short(self, row: Row) -> bool:
        """True where the row leaves a third of the column white."""
        return row.box.x1 < self._right - (self._right - self._left) / 3

    def _fits(self, before: Row, row: Row) -> bool:
        """True where the next word would have found room: the writer broke the line."""
        first = row.words[0]
        return before.box.x1 + 0.3 * row.size + (first.x1 - first.x0) < self._right - 0.5 * row.size


def _in_capitals(row: Row) -> bool:
    letters = [c for c in row.text if c.isalpha()]
    return len(letters) > 3 and all(c.isupper() for c in letters)


def _step(above: Row, below: Row) -> float:
    """Distance of two baselines, in font sizes."""
    return (above.base - below.base) / max(above.size, below.size)


def _alike(a: Row, b: Row) -> bool:
    return max(a.size, b.size) <= _LARGER * min(a.size, b.size)
