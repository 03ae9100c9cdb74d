"""Bounds that a translation must keep: "until", "from", "before", "at the latest", "at least", "at most"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from notices.gate.doubt import Doubt


def lost_bounds(written: str, source: str) -> Iterator[Doubt]:
    """One doubt for each kind of bound in the source that nothing in the translation can stand for."""
    for french, english in _bounds():
        found = french.search(source)
        if found and not english.search(written):
            yield Doubt("bound", found.group(), "lost")


@cache
def _bounds() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    text = files(__package__).joinpath("bounds.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple((re.compile(fr, re.IGNORECASE), re.compile(en, re.IGNORECASE)) for fr, en in rows)
