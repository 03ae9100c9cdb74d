"""What was cut apart is told in one sentence where it is short, proven, and clearer so."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from notices.realisation import Line
from notices.telling.conditions import with_conditions
from notices.telling.particulars import with_particulars

_TABLE = Path(__file__).parents[1] / "fixtures" / "told_together.tsv"
_LINES = [x for x in _TABLE.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
_ROWS = list(csv.DictReader(_LINES, delimiter="\t"))


def _lines(texts: str) -> list[Line]:
    parts = texts.split(" | ")
    return [Line(t.lstrip("*"), "item" if t[0] == "*" else "sentence", ("s1",)) for t in parts]


@pytest.mark.parametrize("row", _ROWS, ids=[row["lines"][:40] for row in _ROWS])
def test_lines_are_told_together_as_the_table_says(row: dict[str, str]) -> None:
    """A condition joins its result, an hour its opening, an address its place; else nothing changes."""
    told = with_particulars(with_conditions(_lines(row["lines"]), [row["source"]]), [row["source"]])
    assert [line.text for line in told] == row["told"].split(" | ")


def test_a_long_result_stands_behind_its_condition() -> None:
    """No condition is ever told as a fact: where both are too long for a sentence, it ends with a colon."""
    result = (
        "les familles peuvent demander par écrit une place dans une autre école de la commune, au plus tard "
        "le 3 mai, au bureau des écoles de la mairie"
    )
    told = with_conditions(
        _lines(f"Cas : l'école est fermée. | Dans ce cas, {result}."), [f"Si l'école est fermée, {result}."]
    )
    assert [(line.text, line.kind) for line in told] == [
        ("Si l'école est fermée :", "sentence"),
        (f"Dans ce cas, {result}.", "sentence"),
    ]


def test_lines_of_two_sources_are_not_joined() -> None:
    """A particular of another sentence stays where it is."""
    lines = [
        Line("La mairie sera ouverte.", "sentence", ("s1",)),
        Line("Horaires : de 9 h à 12 h.", "sentence", ("s2",)),
    ]
    assert with_particulars(lines, ["La mairie sera ouverte de 9 h à 12 h."]) == tuple(lines)
