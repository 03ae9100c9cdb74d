"""Rows of a table: what a row says in as few sentences as are short, and what its cells share said once."""

from __future__ import annotations

from notices.wording.grammar import words_in
from notices.wording.joints import capital, small, stop

_NOTHING = frozenset(("sans objet", "néant", "-", "–", "—", "/", "non concerné"))
_LONG = 15
"""Words of a sentence. (Cells apart cost the reader the tie between a name and its value.)"""
_LONGEST = 22
"""Rather than a sentence that holds only what the row is about."""
_SHORT = 4
"""What a row is about, in so few words, is said again in each sentence of it."""


def told(row: str) -> tuple[str, ...]:
    """ "Usage : arrosage ; habitants : interdit ; entreprises : interdit" -> "Usage : arrosage ; habitants et
    entreprises : interdit." Cells that say nothing go; as many cells as fit stand in one sentence. A row with
    other cells than "name : value" stays as it is."""
    cells = [cell.split(" : ", 1) for cell in row.rstrip(" .;").split(" ; ")]
    first, *others = cells
    if not others or any(len(cell) != 2 for cell in others):
        return (row.rstrip(" ;"),) if len(first) != 2 or others else (stop(capital(row)),)
    names: dict[str, list[str]] = {}
    for name, value in others:
        if value.strip().lower() not in _NOTHING:
            names.setdefault(value.strip(), []).append(name.strip())
    again = f"{first[-1]} ; " if len(others) > 1 and words_in(first[-1]) <= _SHORT else ""
    sentences = [capital(" : ".join(first))]
    for value, who in names.items():
        said = f"{small(listed(who))} : {value}"
        most = _LONG if not again or len(sentences) > 1 or " ; " in sentences[0] else _LONGEST
        if words_in(longer := f"{sentences[-1]} ; {said}") <= most:
            sentences[-1] = longer
        else:
            sentences.append(capital(f"{again}{said}"))
    return tuple(map(stop, sentences))


def listed(names: list[str]) -> str:
    """ "A, B et C"; "A et B, et C"."""
    joint = ", et" if any(" et " in name for name in names) else " et"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}{joint} {names[-1]}"
