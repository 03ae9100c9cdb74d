"""Whether a line is prose that a drafter can mend: no roll of names, no program, nothing in English."""

from __future__ import annotations

import re

from notices.style.words import letters

_CODE = re.compile(r"[{}=<>;|\\]|\w\(\w*\)|=>")
_SIGNS_OF_CODE = 4
_OPENING_HOURS = re.compile(r"\d{1,2}\s?[hH](?:\d{2})?\b")
_MANY_HOURS = 4
_ENGLISH = frozenset("the of and to is are for it its with can you this that how where will not like".split())
_FRENCH = frozenset(
    "le la les de des du un une et à au aux en pour par sur est sont dans qui que ce se".split()
)
_LITTLE = 4
"""Letters; shorter words say nothing of names: "de", "et", "Mme"."""
_HALF = 0.5


def is_prose(text: str) -> bool:
    """False for a roll of names, opening hours in a row, a line of a program or of English."""
    found = letters(text)
    lowered = [word.lower() for word in found]
    english = sum(word in _ENGLISH for word in lowered)
    return not (
        _is_roll(found)
        or len(_CODE.findall(text)) >= _SIGNS_OF_CODE
        or (english >= 2 and english > sum(word in _FRENCH for word in lowered))
        or (len(_OPENING_HOURS.findall(text)) >= _MANY_HOURS and len(found) < 4 * _hours(text))
    )


def _is_roll(found: list[str]) -> bool:
    """Half of the words and more have a capital, and there are many: who was there, whom it goes to."""
    bearing = [word for word in found if len(word) >= _LITTLE]
    return len(bearing) >= 5 and sum(word[0].isupper() for word in bearing) > _HALF * len(bearing)


def _hours(text: str) -> int:
    return len(_OPENING_HOURS.findall(text))
