"""Notes that dashes part are told one by one: "Temps complet – 35 heures – poste à pourvoir"."""

from __future__ import annotations

import re

from notices.wording.grammar import has_finite_verb, words_in

_LONG = 15
_DASH = re.compile(r"\s+[–—]\s+")


def split(sentence: str) -> tuple[str, ...] | None:
    """The notes of a long line; None where a dash stands for brackets, or in them."""
    parts = _DASH.split(sentence)
    if len(parts) < 2 or words_in(sentence) <= _LONG or has_finite_verb(sentence):
        return None
    even = all(part.count("(") == part.count(")") and part.count("«") == part.count("»") for part in parts)
    return tuple(parts) if even and all(words_in(part) > 1 for part in parts) else None
