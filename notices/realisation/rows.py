"""Rows of a table: cells that say the same are said once."""

from __future__ import annotations

_NOTHING = frozenset(("sans objet", "néant", "-", "–", "—", "/", "non concerné"))


def grouped(row: str) -> str:
    """ "Usage : arrosage ; habitants : interdit ; entreprises : interdit" -> "Usage : arrosage ; habitants et
    entreprises : interdit". Cells that say nothing go; a row with other cells than "name : value" stays."""
    cells = [cell.split(" : ", 1) for cell in row.rstrip(" .").split(" ; ")]
    if len(cells) < 3 or any(len(cell) != 2 for cell in cells):
        return row
    first, *others = cells
    names: dict[str, list[str]] = {}
    for name, value in others:
        if value.strip().lower() not in _NOTHING:
            names.setdefault(value.strip(), []).append(name.strip())
    if not names:
        return row
    told = [f"{first[0]} : {first[1]}", *(f"{_together(who)} : {what}" for what, who in names.items())]
    return " ; ".join(told)


def _together(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} et {names[-1]}"
