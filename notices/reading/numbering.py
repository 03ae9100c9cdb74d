"""Numbers of list items in figures, letters and Roman figures."""

from __future__ import annotations

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST = 4000


def counted(kind: str, number: int) -> str:
    """The mark of an HTML list of this `type`: "3.", "c)", "iii."."""
    if kind in ("a", "A") and 1 <= number <= 26:
        return f"{letter(number, upper=kind == 'A')})"
    if kind in ("i", "I") and 1 <= number < _MOST:
        return f"{roman(number, upper=kind == 'I')}."
    return f"{number}."


def letter(number: int, *, upper: bool) -> str:
    """a to z, then aa to zz, as word processors count."""
    repeat, index = divmod(number - 1, 26)
    text = chr(ord("a") + index) * min(repeat + 1, 3)
    return text.upper() if upper else text


def roman(number: int, *, upper: bool) -> str:
    """Roman figures, 1 to 3999."""
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text if upper else text.lower()
