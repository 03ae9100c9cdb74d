"""Ruled tables: drawn lines that cross make a grid; a missing line between two fields makes them one cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from notices.reading.pdf_pages import Box, Rule, Word

_NEAR = 4.0
_COVERED = 0.6
_MOST_RULES = 3000
_MOST_FIELDS = 4000
_SMALLEST = 5.0
_ALIKE = 3


@dataclass(frozen=True, slots=True)
class Field:
    """One cell of a table: where it stands in the grid, and the words in it."""

    row: int
    column: int
    rows: int
    columns: int
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A grid with the words in it."""

    box: Box
    fields: tuple[Field, ...]

    @property
    def row_count(self) -> int:
        """Rows of the grid."""
        return max((f.row + f.rows for f in self.fields), default=0)


def tables_of(words: Sequence[Word], rules: Sequence[Rule]) -> tuple[list[Table], list[Word]]:
    """The tables with at least two cells, and the words that stand in none."""
    if len(rules) > _MOST_RULES:
        return [], list(words)
    tables: list[Table] = []
    left = list(words)
    for group in _crossing(rules):
        table, left = _table(group, left)
        tables += [table] if table else []
    return tables, left


def _crossing(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Groups of rules that touch each other, largest first."""
    groups: list[list[Rule]] = []
    for rule in rules:
        touched = [group for group in groups if any(_touch(rule, other) for other in group)]
        merged = [rule, *(other for group in touched for other in group)]
        groups = [group for group in groups if group not in touched] + [merged]
    return sorted(groups, key=len, reverse=True)


def _touch(a: Rule, b: Rule) -> bool:
    if a.upright == b.upright:
        return abs(a.at - b.at) <= _NEAR and a.start <= b.end + _NEAR and b.start <= a.end + _NEAR
    return a.start - _NEAR <= b.at <= a.end + _NEAR and b.start - _NEAR <= a.at <= b.end + _NEAR


def _table(rules: Sequence[Rule], words: list[Word]) -> tuple[Table | None, list[Word]]:
    upright, level = [r for r in rules if r.upright], [r for r in rules if not r.upright]
    xs = _positions([*(rule.at for rule in upright), *_open_edges(level)])
    ys = _positions([*(rule.at for rule in level), *_open_edges(upright)])[::-1]
    if len(xs) < 2 or len(ys) < 2 or len(xs) + len(ys) < 5 or len(xs) * len(ys) > _MOST_FIELDS:
        return None, words
    box = Box(xs[0], ys[-1], xs[-1], ys[0])
    inside = [word for word in words if _holds(box, word)]
    fields = _fields(xs, ys, rules, inside)
    if sum(bool(field.words) for field in fields) < 2:
        return None, words
    taken = {id(word) for word in inside}
    return Table(box, fields), [word for word in words if id(word) not in taken]


def _open_edges(rules: Sequence[Rule]) -> list[float]:
    """Where at least three parallel rules begin or end: the edge of a table whose side is not drawn."""
    ends = [*(round(rule.start) for rule in rules), *(round(rule.end) for rule in rules)]
    outermost = (min(ends), max(ends)) if ends else ()
    return [float(end) for end in outermost if sum(abs(end - other) <= 1 for other in ends) >= _ALIKE]


def _positions(values: Iterable[float]) -> list[float]:
    """Sorted positions, those nearly equal as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SMALLEST:
            found.append(value)
    return found


def _middle(word: Word) -> tuple[float, float]:
    return (word.x0 + word.x1) / 2, word.base + 0.3 * word.size


def _holds(box: Box, word: Word) -> bool:
    x, y = _middle(word)
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1


def _fields(
    xs: Sequence[float], ys: Sequence[float], rules: Sequence[Rule], words: Sequence[Word]
) -> tuple[Field, ...]:
    columns, rows = len(xs) - 1, len(ys) - 1
    parent = {(r, c): (r, c) for r in range(rows) for c in range(columns)}
    for r in range(rows):
        for c in range(columns):
            if c + 1 < columns and not _drawn(rules, True, xs[c + 1], ys[r + 1], ys[r]):
                _unite(parent, (r, c), (r, c + 1))
            if r + 1 < rows and not _drawn(rules, False, ys[r + 1], xs[c], xs[c + 1]):
                _unite(parent, (r, c), (r + 1, c))
    members: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place in parent:
        members.setdefault(_root(parent, place), []).append(place)
    inside: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        inside.setdefault(_root(parent, _place(word, xs, ys)), []).append(word)
    return tuple(
        Field(
            row=min(r for r, _ in places),
            column=min(c for _, c in places),
            rows=max(r for r, _ in places) - min(r for r, _ in places) + 1,
            columns=max(c for _, c in places) - min(c for _, c in places) + 1,
            words=tuple(inside.get(root, ())),
        )
        for root, places in members.items()
    )


def _drawn(rules: Sequence[Rule], upright: bool, at: float, low: float, high: float) -> bool:
    """True where rules cover most of this side of a field."""
    covered = sum(
        max(min(rule.end, high) - max(rule.start, low), 0.0)
        for rule in rules
        if rule.upright == upright and abs(rule.at - at) <= _SMALLEST
    )
    return covered >= _COVERED * (high - low)


def _place(word: Word, xs: Sequence[float], ys: Sequence[float]) -> tuple[int, int]:
    x, y = _middle(word)
    column = sum(x >= edge for edge in xs[1:-1])
    row = sum(y < edge for edge in ys[1:-1])
    return row, column


Parents = dict[tuple[int, int], tuple[int, int]]


def _root(parent: Parents, place: tuple[int, int]) -> tuple[int, int]:
    while parent[place] != place:
        place = parent[place]
    return place


def _unite(parent: Parents, a: tuple[int, int], b: tuple[int, int]) -> None:
    parent[_root(parent, b)] = _root(parent, a)
