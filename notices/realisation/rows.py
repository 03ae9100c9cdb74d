"""Rows of a table: each cell is a short sentence, and cells that say the same are said once."""

from __future__ import annotations

from notices.wording.grammar import words_in
from notices.wording.joints import capital, stop

_NOTHING = frozenset(("sans objet", "néant", "-", "–", "—", "/", "non concerné"))
_LONG = 15
"""A row of so many words is told in one sentence, where it has two cells."""


def told(row: str) -> tuple[str, ...]:
    """ "Usage : arrosage ; habitants : interdit ; entreprises : interdit" -> "Usage : arrosage.", "Habitants
    et entreprises : interdit." Cells that say nothing go; a row with other cells than "name : value", or a
    short one of two cells, stays."""
    cells = [cell.split(" : ", 1) for cell in row.rstrip(" .;").split(" ; ")]
    if any(len(cell) != 2 for cell in cells) or (len(cells) < 3 and words_in(row) <= _LONG):
        return (row.rstrip(" ;"),)
    first, *others = cells
    names: dict[str, list[str]] = {}
    for name, value in others:
        if value.strip().lower() not in _NOTHING:
            names.setdefault(value.strip(), []).append(name.strip())
    if not names:
        return (row,)
    pairs = [(first[0], first[1]), *((_together(who), what) for what, who in names.items())]
    return tuple(stop(f"{capital(name)} : {value}") for name, value in pairs)


def _together(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} et {names[-1]}"
