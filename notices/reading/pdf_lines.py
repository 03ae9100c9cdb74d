"""Words to lines, in the order in which a person reads them.

A page is cut along its white gaps (the recursive X-Y cut of Nagy and Seth, 1984): first into columns,
where both sides hold prose; else at its widest level gap. What cannot be cut is read line by line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count, pairwise
from statistics import median

from notices.reading.inline import raised
from notices.reading.pdf_pages import Box, Word
from notices.reading.pdf_tables import Table

_GAP_IN_LINE = 1.6  # in font sizes: a wider gap parts two columns, or a label from its value
_GUTTER = 9.0
_FEWEST_LINES = 2
_WORDS_OF_PROSE = 2.6
_FULL = 0.75
_DEEPEST = 60


@dataclass(frozen=True)
class Row:
    """Words on one line, from left to right."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        sizes = sorted((w.size, len(w.text)) for w in self.words)
        half, seen = sum(n for _, n in sizes) / 2, 0
        for size, letters in sizes:
            seen += letters
            if seen >= half:
                return size
        return sizes[-1][0]

    @cached_property
    def base(self) -> float:
        """The baseline."""
        return median(w.base for w in self.words)

    @cached_property
    def box(self) -> Box:
        """From descenders to ascenders."""
        size, base = self.size, self.base
        return Box(self.words[0].x0, base - 0.2 * size, max(w.x1 for w in self.words), base + 0.75 * size)

    @cached_property
    def bold(self) -> bool:
        """True where all of it is bold."""
        return all(w.bold or not any(map(str.isalnum, w.text)) for w in self.words)


Piece = Row | Table


def rows_of(words: Sequence[Word]) -> list[Row]:
    """The words on lines, top to bottom; a wide gap parts a line in two."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (-w.base, w.x0)):
        home = next((line for line in reversed(lines[-6:]) if _on_line(line, word)), None)
        if home is None:
            lines.append([word])
        else:
            home.append(word)
    return [row for line in _with_raised(lines) for row in _parted(line)]


def _on_line(line: Sequence[Word], word: Word) -> bool:
    return abs(line[0].base - word.base) <= 0.35 * min(line[0].size, word.size)


def _with_raised(lines: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """Small words beside a larger one, a little above or below it, belong to it: the "ème" of 3ème."""
    kept = [sorted(line, key=lambda w: w.x0) for line in lines]
    for i, line in enumerate(kept):
        for word in list(line):
            if home := _beside_larger(word, kept[max(i - 2, 0) : i + 3]):
                larger, at = home
                line.remove(word)
                text = larger[at].text + raised(larger[at].text, word.text)
                larger[at] = larger[at]._replace(text=text, x1=word.x1)
    return [line for line in kept if line]


def _beside_larger(word: Word, lines: Sequence[list[Word]]) -> tuple[list[Word], int] | None:
    for line in lines:
        for at, other in enumerate(line):
            shift = abs(word.base - other.base)
            small = word.size <= 0.8 * other.size
            if (
                small
                and 0.08 * other.size < shift <= 0.6 * other.size
                and -1 < word.x0 - other.x1 <= 0.15 * other.size
            ):
                return line, at
    return None


def _parted(line: Sequence[Word]) -> list[Row]:
    parts: list[list[Word]] = [[line[0]]]
    for before, word in pairwise(line):
        if word.x0 - before.x1 > _GAP_IN_LINE * max(before.size, word.size):
            parts.append([word])
        else:
            parts[-1].append(word)
    return [Row(tuple(part)) for part in parts]


def in_order(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces in reading order, each inner list one column, or what stands between columns."""
    ordered: list[list[Piece]] = []
    last = -1
    for column, group in _cut(list(pieces), 0, 0, count(1)):
        if column == last:
            ordered[-1] += group
        else:
            ordered.append(group)
        last = column
    return [_line_by_line(group) for group in ordered]


def _cut(
    pieces: list[Piece], depth: int, column: int, numbers: Iterator[int]
) -> list[tuple[int, list[Piece]]]:
    """Groups with the number of the column that each lies in; 0 for the page."""
    if len(pieces) < 2 or depth > _DEEPEST:
        return [(column, pieces)] if pieces else []
    if columns := _columns(pieces):
        return [group for side in columns for group in _cut(side, depth + 1, next(numbers), numbers)]
    if _has_side_by_side(pieces) and (bands := _bands(pieces)):
        return [group for band in bands for group in _cut(band, depth + 1, column, numbers)]
    return [(column, pieces)]


def _columns(pieces: Sequence[Piece]) -> list[list[Piece]] | None:
    """Left and right of the widest upright gap, where both sides hold prose."""
    by_left = sorted(pieces, key=lambda p: p.box.x0)
    right, best = by_left[0].box.x1, (0.0, 0)
    for i, piece in enumerate(by_left[1:], 1):
        if piece.box.x0 - right > max(best[0], _GUTTER):
            best = (piece.box.x0 - right, i)
        right = max(right, piece.box.x1)
    if not best[1]:
        return None
    left, right_side = by_left[: best[1]], by_left[best[1] :]
    if not (_is_prose(left) and _is_prose(right_side) and _beside(left, right_side)):
        return None
    if (_fills(left) and _fills(right_side)) or not _aligned(left, right_side):
        return [left, right_side]
    return None


def _is_prose(side: Sequence[Piece]) -> bool:
    if any(not isinstance(piece, Row) for piece in side):
        return True  # a table is read as a whole
    rows = [piece for piece in _line_by_line(side) if isinstance(piece, Row)]
    return len(rows) >= _FEWEST_LINES and sum(len(r.words) for r in rows) / len(rows) >= _WORDS_OF_PROSE


def _fills(side: Sequence[Piece]) -> bool:
    """True where most lines run from margin to margin, as those of a column do and cells of a list do not."""
    width = max(p.box.x1 for p in side) - min(p.box.x0 for p in side)
    rows = _line_by_line(side)
    return len(rows) > 2 and median((row.box.x1 - row.box.x0) / width for row in rows) >= _FULL


def _aligned(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """True where most lines of the shorter side stand on a baseline of the other: rows of a table."""
    fewer, more = sorted((_line_by_line(left), _line_by_line(right)), key=len)
    bases = [piece.base for piece in more if isinstance(piece, Row)]
    paired = sum(any(abs(p.base - base) < 1.5 for base in bases) for p in fewer if isinstance(p, Row))
    return paired >= 0.7 * len(fewer)


def _beside(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """True where the sides stand beside and not below each other."""
    (low_a, high_a), (low_b, high_b) = (
        (min(p.box.y0 for p in s), max(p.box.y1 for p in s)) for s in (left, right)
    )
    shared = min(high_a, high_b) - max(low_a, low_b)
    return shared > 0.3 * min(high_a - low_a, high_b - low_b)


def _has_side_by_side(pieces: Sequence[Piece]) -> bool:
    """True where any two pieces share a height: else the page is one column, and there is nothing to cut."""
    lowest = float("inf")
    for piece in sorted(pieces, key=lambda p: -p.box.y1):
        if piece.box.y1 > lowest + 1:
            return True
        lowest = min(lowest, piece.box.y0)
    return False


def _bands(pieces: Sequence[Piece]) -> list[list[Piece]] | None:
    """Above and below the widest level gap."""
    by_top = sorted(pieces, key=lambda p: -p.box.y1)
    lowest, best = by_top[0].box.y0, (0.0, 0)
    for i, piece in enumerate(by_top[1:], 1):
        if lowest - piece.box.y1 > best[0]:
            best = (lowest - piece.box.y1, i)
        lowest = min(lowest, piece.box.y0)
    return [by_top[: best[1]], by_top[best[1] :]] if best[1] else None


def _line_by_line(group: Sequence[Piece]) -> list[Piece]:
    """Top to bottom; rows on one baseline are one row."""
    ordered: list[Piece] = []
    for piece in sorted(group, key=lambda p: (-_top(p), p.box.x0)):
        before = ordered[-1] if ordered else None
        if isinstance(piece, Row) and isinstance(before, Row) and _level(before, piece):
            words = sorted((*before.words, *piece.words), key=lambda w: w.x0)
            ordered[-1] = Row(tuple(words))
        else:
            ordered.append(piece)
    return ordered


def _top(piece: Piece) -> float:
    return piece.base if isinstance(piece, Row) else piece.box.y1


def _level(above: Row, below: Row) -> bool:
    return abs(above.base - below.base) <= 0.35 * min(above.size, below.size)
