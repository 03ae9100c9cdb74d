"""People by their age: "les personnes de plus de 65 ans" -> "les plus de 65 ans"."""

from __future__ import annotations

import re

_OLDER = re.compile(
    r"(?<![tT]outes )(?P<article>\b(?:[lL]es|[aA]ux)) personnes (?:âgées )?(?:de |d['’])(?P<than>plus|"
    r"moins) de (?P<age>\d+ ans)(?! et (?:plus|moins))(?! (?:ou|et) (?!les |leurs |aux |des ))"
)


def rule(text: str) -> str:
    """The text with people named by their age alone."""
    if "personnes" not in text:
        return text
    return _OLDER.sub(lambda m: f"{m['article']} {m['than']} de {m['age']}", text)
