"""A long list in part: the items that weigh most, in their order, and how many there are besides."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from notices.extraction import worth
from notices.facts import find_facts
from notices.phrases import say
from notices.realisation.lines import Line, Realised

_ALL_COUNT = re.compile(
    r"(?i)\b(?:à\s+(?:la\s+)?condition|conditions\s+(?:suivantes|cumulatives)|toutes\s+les|réuni)"
)
"""Lists that mislead when told in part."""
_LEAST = 2
"""So many items make a list."""


def within(realised: Realised, most: int) -> Realised:
    """The unit with as many of its items as `most` words have room for; as it is where it is no list, is
    short enough, or must be told whole."""
    lines = realised.lines
    first = next((i for i, line in enumerate(lines) if line.kind in ("item", "row")), None)
    if first is None or realised.words <= most:
        return realised
    head, groups = lines[:first], _groups(lines[first:])
    if any(_ALL_COUNT.search(line.text) for line in head) or len(groups) <= _LEAST:
        return realised
    if _is_one(groups):
        return replace(realised, lines=(*head, _note("summary.table", lines))) if head else realised
    kept = _chosen(groups, most - sum(line.words for line in head))
    if len(kept) < _LEAST:
        return realised
    told = tuple(line for group in kept for line in group)
    note = _note("summary.others", lines, len(groups) - len(kept))
    return replace(realised, lines=(*head, *told, note))


def _note(key: str, lines: tuple[Line, ...], left: int | None = None) -> Line:
    """Our own line at the end of a list that is told in part."""
    text = say(key, "fr") if left is None else say(key, "fr", n=left)
    return Line(text, "label", (), order=len(lines), block=lines[-1].block + 1)


_PLAN = frozenset(("date", "time", "amount", "prohibition", "restriction"))
"""Facts of a timetable, of a list of prices, of bans."""


def _is_one(groups: list[tuple[Line, ...]]) -> bool:
    """True for a table of days, hours, prices or bans: with a row missing it says that there is nothing then,
    or no ban."""
    rows = [" ".join(line.text for line in group) for group in groups if group[0].kind == "row"]
    planned = sum(any(fact.kind in _PLAN for fact in find_facts(text)) for text in rows)
    return planned > len(rows) / 2


def _groups(lines: tuple[Line, ...]) -> list[tuple[Line, ...]]:
    """Each item with what stands under it."""
    groups: list[list[Line]] = []
    level = lines[0].level
    for line in lines:
        if groups and (line.level > level or line.origin == groups[-1][-1].origin):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [tuple(group) for group in groups]


def _chosen(groups: list[tuple[Line, ...]], room: int) -> list[tuple[Line, ...]]:
    kept: set[int] = set()
    for number in sorted(range(len(groups)), key=lambda n: -_density(groups[n])):
        words = sum(line.words for line in groups[number])
        if words <= room:
            kept.add(number)
            room -= words
    return [group for number, group in enumerate(groups) if number in kept]


def _density(group: tuple[Line, ...]) -> float:
    words = sum(line.words for line in group)
    return (0.3 + worth(" ".join(line.text for line in group))) / math.pow(words + 3, 0.85)
