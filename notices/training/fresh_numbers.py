"""Pairs in which a number of both sides is replaced by a fresh one: a model copies what it did not learn."""

from __future__ import annotations

import random
import re

_FRENCH = re.compile(r"(?<![\w.,/-])(?:\d{1,3}(?: \d{3})+|\d+)(?![\w/%-]|[.,]\d| \d)")
_SMALL, _YEARS, _LARGE = 99, 2100, 8
_THOUSANDS = 10_000


def renumbered(french: str, english: str, chance: random.Random) -> tuple[str, str] | None:
    """The pair with one number replaced on both sides, each written as its language does; else None.

    Only a number that stands once on each side is replaced: another might be a different thing.
    """
    numbers = [match for match in _FRENCH.finditer(french) if _alone(match.group(), french)]
    if not numbers:
        return None
    number = chance.choice(numbers)
    plain = number.group().replace(" ", "")
    forms = [form for form in {plain, f"{int(plain):,}"} if _alone(form, english)]
    if len(forms) != 1 or not _means_the_number(french, number.end(), plain):
        return None
    fresh = _fresh(chance, len(plain))
    spaced = " " in number.group() or fresh >= _THOUSANDS
    grouped = "," in forms[0] or fresh >= _THOUSANDS
    written = f"{fresh:,}".replace(",", " ") if spaced else str(fresh)
    said = f"{fresh:,}" if grouped else str(fresh)
    new = french[: number.start()] + written + french[number.end() :]
    return new, re.sub(_whole(forms[0]), said, english, count=1)


def _alone(number: str, text: str) -> bool:
    """It stands in the text exactly once, by itself, and is not part of another."""
    return len(re.findall(_whole(number), text)) == 1


def _whole(number: str) -> str:
    return rf"(?<![\w.,/-]){re.escape(number)}(?![\w/-]|[.,]\d| \d{{3}}\b)"


def _means_the_number(french: str, end: int, plain: str) -> bool:
    """Not the day of a date ("3 mai"), and neither 0 nor 1, which rule the grammar around them."""
    return plain not in ("0", "1") and not re.match(
        r"\s+(?:janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov|déc)", french[end:]
    )


def _fresh(chance: random.Random, digits: int) -> int:
    """A number to be read as the old one was: a number of two figures stays below a hundred at most times."""
    kind = chance.random()
    if digits == 4 and kind < 0.7:
        return chance.randint(1800, _YEARS)  # it may well be a year
    if digits <= 2 and kind < 0.7:
        return chance.randint(2, _SMALL)
    if kind < 0.85:
        return chance.randint(100, _YEARS)
    return int(10 ** chance.uniform(3, _LARGE))
