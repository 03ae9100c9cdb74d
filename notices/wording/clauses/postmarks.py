"""Which day counts is a sentence of its own: ", le cachet de la poste faisant foi" -> "Le cachet de la poste
fait foi"."""

from __future__ import annotations

import re

from notices.wording.grammar import words_in

_LONG = 15
_COUNTS = re.compile(
    r",?\s+(?P<what>le\s+cachet\s+de\s+la\s+poste|la\s+date\s+de\s+(?:réception|dépôt|la\s+poste))\s+"
    r"faisant\s+foi(?=[,.]|$)",
    re.IGNORECASE,
)


def split(sentence: str) -> tuple[str, ...] | None:
    """The sentence, then what counts."""
    found = _COUNTS.search(sentence) if words_in(sentence) > _LONG else None
    if found is None:
        return None
    rest = sentence[: found.start()] + sentence[found.end() :]
    return rest, f"{found['what'][0].upper()}{found['what'][1:]} fait foi"
