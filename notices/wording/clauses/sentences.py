"""What a court decided: "a condamné un homme à 3 ans de prison" -> "Peine prononcée : 3 ans de prison"."""

from __future__ import annotations

import re

from notices.wording.grammar import has_finite_verb, words_in

_CONDEMNED = re.compile(
    r"^(?P<before>.*\b(?:a|ont)\s+(?:été\s+)?condamnée?s?\b.*?)\s+à\s+(?:(?:une|la)\s+peine\s+de\s+)?"
    r"(?P<what>(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|dix-huit|vingt|trente)\s+"
    r"(?:ans?|mois|années?|euros|heures|jours)\b[^;:]*)$"
)


def split(sentence: str) -> tuple[str, ...] | None:
    """Who was sentenced, then to what; None where the sentence is short or goes on behind the penalty."""
    match = _CONDEMNED.match(sentence)
    if not match or words_in(sentence) <= 15 or has_finite_verb(match["what"]):
        return None
    if re.search(r"(?i)\b(?:que|qu['’]|si|ne|n['’]|requis|demandé)\b", match["before"]):
        return None
    return (match["before"], f"Peine prononcée : {match['what']}")
