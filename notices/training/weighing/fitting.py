"""Ridge regression of the importance that units tell on their features.

A unit's importance is the sum of those of its facts, and twice one more for each that nobody may miss; long
units count less each, for they vary more. Counts are scaled by their spread, words are not, so that a word
must be met often before it weighs much (Hoerl and Kennard, 1970, "Ridge regression").

Raters differ in what they pass over; so half of each weight is an editor's (`editor.tsv`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np

from notices.extraction import units_of
from notices.extraction.features import Features, place_features, text_features
from notices.training.weighing.rated import Rated

_PENALTY = 20.0
_FEWEST = 4
"""A word is looked at that stands in so many notices."""
_KEY, _MORE = 3, 2.0
_SCALE = 0.9
"""Brings the sum of importances to the scale of the weights: 1.5 is a useful fact."""
_LEARNED = 0.5
"""How much of a weight is learned; the rest is the editor's."""
_LEAST = 0.01
"""Weights below are nought."""


@dataclass(frozen=True, slots=True)
class Example:
    """A unit of a rated notice."""

    notice: str
    features: Features
    importance: float
    words: int


def examples(notices: Iterable[Rated], seen: Callable[[], None] = lambda: None) -> Iterator[Example]:
    """The units of all notices; `seen` is called after each notice."""
    for notice in notices:
        for unit in units_of(notice.document):
            if unit.part == "basis":
                continue
            told = [i for s in unit.sentences for i in notice.importances(s.text)]
            importance = sum(told) + _MORE * told.count(_KEY)
            features = text_features(unit.text) | place_features(unit, notice.document.title)
            yield Example(notice.name, features, importance, len(unit.text.split()))
        seen()


def fitted(found: list[Example]) -> Features:
    """The weight of each feature, on the scale of `notices.extraction.weight`."""
    names = _names(found)
    matrix = np.array([[e.features.get(name, 0.0) for name in names] for e in found])
    spread = np.array([1.0 if _is_word(name) else matrix[:, i].std() or 1.0 for i, name in enumerate(names)])
    trust = np.array([1 / np.sqrt(e.words) for e in found])
    aims = np.array([e.importance for e in found])
    weights, constant = _ridge(matrix / spread, aims, trust)
    learned = {name: _SCALE * float(w) for name, w in zip(names, weights / spread, strict=True)}
    learned["unit"] = _SCALE * float(constant)
    editor = _editor()
    both = {
        name: _LEARNED * learned.get(name, 0.0) + (1 - _LEARNED) * editor.get(name, 0.0)
        for name in {**learned, **editor}
    }
    return {name: round(w, 3) for name, w in both.items() if abs(w) >= _LEAST}


def _editor() -> Features:
    table = files("notices.training.weighing").joinpath("editor.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}


def _names(found: list[Example]) -> list[str]:
    met = {(name, example.notice) for example in found for name in example.features}
    times = Counter(name for name, _ in met)
    return sorted(n for n, t in times.items() if n != "unit" and (t >= _FEWEST or not _is_word(n)))


def _is_word(name: str) -> bool:
    return name.startswith(("word:", "pair:"))


def _ridge(matrix: Any, aims: Any, trust: Any) -> tuple[Any, float]:
    """Weights and constant, solved in the space of the examples, which are fewer than the features."""
    middle, aim = np.average(matrix, axis=0, weights=trust), np.average(aims, weights=trust)
    root = np.sqrt(trust)
    rows = (matrix - middle) * root[:, None]
    kernel = rows @ rows.T + _PENALTY * np.eye(len(aims))
    weights = rows.T @ np.linalg.solve(kernel, (aims - aim) * root)
    return weights, float(aim - middle @ weights)
