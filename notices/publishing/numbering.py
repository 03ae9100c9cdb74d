"""The marks of list items ("1.", "b)", "iv)") as a word processor counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

Count = Literal["decimal", "lowerRoman", "upperRoman", "lowerLetter", "upperLetter", "none", "bullet"]
"""ECMA-376, part 1, 17.18.59; `none` prints what stands around the number and no number."""

_MARK = re.compile(r"(.*?)(?<![^\W_])([0-9]{1,9}|[a-z]|[A-Z]|[ivxlc]{1,9}|[IVXLC]{1,9})(\W*)", re.DOTALL)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Numbers:
    """How a list is numbered, and from what number on."""

    count: Count
    before: str = ""
    after: str = ""
    start: int = 1


BULLETS = Numbers("bullet", "•")


def numbers_of(markers: Sequence[str]) -> tuple[Numbers, ...]:
    """For neighbouring items: one numbering for all where their marks follow each other, else each its own.

    An empty mark is a bullet.
    """
    together = next((found for found in _readings(markers[0]) if _follow(markers, found)), None)
    return (together,) * len(markers) if together else tuple(next(_readings(m)) for m in markers)


def _follow(markers: Sequence[str], first: Numbers) -> bool:
    if first.count in ("bullet", "none"):
        return len(set(markers)) == 1
    return all(
        replace(first, start=first.start + place) in _readings(marker) for place, marker in enumerate(markers)
    )


def _readings(marker: str) -> Iterator[Numbers]:
    """All ways to read a mark: "i)" is a letter and a Roman figure. The last is that it is no number."""
    if not marker:
        yield BULLETS
        return
    if found := _MARK.fullmatch(marker):
        before, number, after = found.groups()
        for count, value in _values(number):
            yield Numbers(count, before, after, value)
    yield Numbers("none", marker)


def _values(number: str) -> Iterator[tuple[Count, int]]:
    small = number.lower()
    if number.isdigit():
        if number == str(int(number)):  # "01" would come out as "1"
            yield "decimal", int(number)
        return
    if roman := _roman(small):
        yield ("lowerRoman" if number == small else "upperRoman"), roman
    if len(small) == 1:
        yield ("lowerLetter" if number == small else "upperLetter"), ord(small) - ord("a") + 1


def _roman(figures: str) -> int:
    """What Roman figures stand for; 0 where they are none, or not written as a word processor writes them."""
    values = [_ROMAN.get(figure, 0) for figure in figures]
    total = sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    return total if 0 not in values and _as_roman(total) == figures else 0


def _as_roman(number: int) -> str:
    written = ""
    for value, figures in (
        (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ):  # fmt: skip
        written += figures * (number // value)
        number %= value
    return written
