"""Rows of a table: what a row says in as few sentences as are short, and what its cells share said once."""

from __future__ import annotations

from notices.wording.grammar import words_in
from notices.wording.joints import capital, small, stop

_NOTHING = frozenset(("sans objet", "néant", "-", "–", "—", "/", "non concerné"))
_LONG = 15
"""Words of a sentence. (Cells apart cost the reader the tie between a name and its value.)"""


def told(row: str) -> tuple[str, ...]:
    """ "Usage : arrosage ; habitants : interdit ; entreprises : interdit" -> "Usage : arrosage ; habitants et
    entreprises : interdit." Cells that say nothing go; as many cells as fit stand in one sentence. A row with
    other cells than "name : value" stays as it is."""
    cells = [cell.split(" : ", 1) for cell in row.rstrip(" .;").split(" ; ")]
    if any(len(cell) != 2 for cell in cells):
        return (row.rstrip(" ;"),)
    first, *others = cells
    names: dict[str, list[str]] = {}
    for name, value in others:
        if value.strip().lower() not in _NOTHING:
            names.setdefault(value.strip(), []).append(name.strip())
    pairs = [(first[0], first[1]), *((_together(who), what) for what, who in names.items())]
    sentences: list[str] = []
    for name, value in pairs:
        longer = f"{sentences[-1]} ; {small(name)} : {value}" if sentences else ""
        if longer and words_in(longer) <= _LONG:
            sentences[-1] = longer
        else:
            sentences.append(f"{capital(name)} : {value}")
    return tuple(map(stop, sentences))


def _together(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} et {names[-1]}"
