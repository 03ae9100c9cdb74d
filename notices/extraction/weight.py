"""How much a reader loses without a unit: a linear model of how many facts, by importance, a sentence tells.

Its weights (`weights.tsv`) are half an editor's and half learned from notices whose sentences were rated by
hand (`python -m notices.training weights`). 1.5 is a fact that most readers want to know, 3 one that nobody
may miss.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from notices.extraction.features import Features, place_features, text_features
from notices.extraction.units import Unit


def weigh(unit: Unit, title: str) -> float:
    """The unit's weight: what it tells, and what it is in its notice."""
    return worth(unit.text) + _sum(place_features(unit, title))


@lru_cache(maxsize=8192)
def worth(text: str) -> float:
    """What a written sentence tells, wherever it stands."""
    return _sum(text_features(text))


def _sum(features: Features) -> float:
    weights = _weights()
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


@cache
def _weights() -> dict[str, float]:
    table = files("notices.extraction").joinpath("weights.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}
