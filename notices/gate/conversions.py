"""Across languages: "100 feet" and "30 mètres" are one length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from notices.facts import Fact, find_facts
from notices.gate.text import Text

_DIGITS = re.compile(r"\d(?:[\d.,\s]*\d)?")
_TOLERANCE = 0.02
"""Share by which rounding may part a length in one unit from the same in another."""


def converted(fact: Fact, here: Text, there: Text) -> bool:
    """True where the other text has what a number and its unit say, in another unit."""
    theirs = tuple(_quantities(there))
    return any(
        abs(ours.size - other.size) <= _TOLERANCE * max(ours.size, other.size)
        for ours in _quantities(here)
        for other in theirs
        if ours.figure == fact.value.split(" ")[0]
        and ours.dimension == other.dimension
        and ours.unit != other.unit
    )


class _Quantity(NamedTuple):
    figure: str
    dimension: str
    unit: float
    """Its size in the first unit of its dimension."""

    @property
    def size(self) -> float:
        return float(self.figure) * self.unit


def _quantities(text: Text) -> Iterator[_Quantity]:
    """Everything that is measured."""
    for sentence in text.sentences:
        for fact in find_facts(sentence, text.lang):
            if fact.kind not in ("number", "measure"):
                continue
            figure = fact.value.split(" ")[0]
            digits = _DIGITS.match(fact.text)
            end = fact.start + digits.end() if digits else fact.end
            for unit, dimension, size in _units(text.lang):
                if unit.match(sentence, end):
                    yield _Quantity(figure, dimension, size)


@cache
def _units(lang: str) -> tuple[tuple[re.Pattern[str], str, float], ...]:
    column = 2 if lang == "fr" else 3
    text = files(__package__).joinpath("conversions.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(
        (re.compile(rf"[\s\u00a0\u202f-]?(?:{row[column]})(?![\w²])", re.IGNORECASE), row[0], float(row[1]))
        for row in rows
    )
