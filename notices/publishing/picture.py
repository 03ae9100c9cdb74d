"""The readability picture: a few measures, before and after, drawn as SVG. Its figures also stand in text.

Before and after differ by shape and by their words, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTH = 360
"""Narrow, so that its words can still be read on a screen of 320 pixels."""
_LEFT, _RIGHT = 12, 348
_ROW = 100


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of a text and of its plain version: as it is shown, and as it is drawn."""

    metric: str
    name: str
    before: str
    after: str
    """Empty where there is no plain version."""
    value: float | None
    value_after: float | None


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


Scale = tuple[float, float]
"""The worst and the best end of a measure's scale."""


def picture(measures: Sequence[Measure], scales: Mapping[str, Scale], before: str, after: str) -> Picture:
    """The picture of these measures; `before` and `after` are the words at their marks."""
    return Picture(
        tuple(_line(m, scales[m.metric], row * _ROW + 62, before, after) for row, m in enumerate(measures))
    )


def _line(measure: Measure, scale: Scale, y: int, before: str, after: str) -> Line:
    marks = []
    if measure.value is not None:
        marks.append(Mark(_x(scale, measure.value), f"{before} {measure.before}", False))
    if measure.value_after is not None:
        marks.append(Mark(_x(scale, measure.value_after), f"{after} {measure.after}", True))
    return Line(measure, y, tuple(marks))


def _x(scale: Scale, value: float) -> float:
    """A better value stands further right; what lies beyond the scale stands at its end."""
    worst, best = scale
    share = (value - worst) / (best - worst)
    return round(_LEFT + min(max(share, 0.0), 1.0) * (_RIGHT - _LEFT), 1)
