"""Signs of what a sentence says: a deadline, a ban, who is meant, how to appeal (`signs.tsv`)."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


def signs(text: str) -> frozenset[str]:
    """The names of the signs that a text bears: {"deadline", "readers"}."""
    return frozenset(name for name, pattern in _signs() if pattern.search(text))


@cache
def _signs() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = files("notices.extraction").joinpath("signs.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in rows)
