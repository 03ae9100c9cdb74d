"""The events that a text tells of, by the verbs and nouns of the lexicon."""

from __future__ import annotations

import re
from functools import cache

from notices.lexicon import events


def event_kinds(text: str) -> frozenset[str]:
    """The kinds of event that a text tells of: {"ban", "open"}."""
    return frozenset(events()[m.group(1).lower()] for m in _finder().finditer(text))


@cache
def _finder() -> re.Pattern[str]:
    stems = sorted(events(), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, stems)) + ")", re.IGNORECASE)
