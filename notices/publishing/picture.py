"""The readability picture: a few measures, before and after, drawn as SVG. Its figures also stand in text.

Before and after differ by shape and by their words, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 600
_LEFT, _RIGHT = 24, 576
_ROW = 100


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of both texts; `best` and `worst` are the ends of its scale."""

    name: str
    before: float
    after: float | None
    worst: float
    best: float
    unit: str = ""
    digits: int = 0

    def shown(self, value: float | None) -> str:
        """The value as French writes it."""
        return "" if value is None else f"{value:.{self.digits}f}".replace(".", ",") + self.unit


@dataclass(frozen=True, slots=True)
class Mark:
    """Where one value is drawn on its scale, and its words: of "before" above the scale, of "after" below."""

    x: float
    words: str
    after: bool

    @property
    def anchor(self) -> str:
        """Words grow towards the middle of the picture, so that they never leave it."""
        return "start" if self.x < WIDTH / 2 else "end"


@dataclass(frozen=True, slots=True)
class Line:
    """One measure as it is drawn: its scale at `y`, its marks on it."""

    measure: Measure
    y: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All lines of the drawing, which is `width` by `height` in its own units."""

    lines: tuple[Line, ...]
    left: int = _LEFT
    right: int = _RIGHT
    width: int = WIDTH

    @property
    def height(self) -> int:
        """As high as its lines."""
        return _ROW * len(self.lines)


def picture(measures: Sequence[Measure], before: str, after: str) -> Picture:
    """The picture of these measures; `before` and `after` are the words at their marks."""
    return Picture(tuple(_line(m, row, before, after) for row, m in enumerate(measures)))


def _line(measure: Measure, row: int, before: str, after: str) -> Line:
    marks = [Mark(_x(measure, measure.before), f"{before} {measure.shown(measure.before)}", False)]
    if measure.after is not None:
        marks.append(Mark(_x(measure, measure.after), f"{after} {measure.shown(measure.after)}", True))
    return Line(measure, row * _ROW + 62, tuple(marks))


def _x(measure: Measure, value: float) -> float:
    """A better value stands further right; what lies beyond the scale stands at its end."""
    share = (value - measure.worst) / (measure.best - measure.worst)
    return round(_LEFT + min(max(share, 0.0), 1.0) * (_RIGHT - _LEFT), 1)
