"""Whether the French noun that a number counts is feminine, as far as it is known: vingt et une pages."""

from __future__ import annotations

import re

from voices.pronunciation.tables import words

_NEXT_WORDS = re.compile(r" ?([^\W\d_][\w'-]*)(?: ([^\W\d_][\w'-]*))?(?: ([^\W\d_][\w'-]*))?")
_FEMININE_ENDING = re.compile(
    r"(?:[tsx]ion|(?<!é)(?<!i)aison|ité|lté|eté|rté|nté|ette|[ae]nce|euse|trice|ière|ienne"
    r"|ade|aine|esse|ise|[^u]ée|elle|ille|"
    r"ie|ure|ude|ine|ique|oire)s?$"
)
_FEMININE_ADJECTIVE = re.compile(
    r"(?:nouvelle|petite|grande|bonne|belle|première|dernière|ancienne|principale|longue"
    r"|haute|seule|seconde|"
    r"importante|certaine|nombreuse|différente|prochaine|vieille|grosse|courte|simple demande)s?$"
)
_ADJECTIVE = re.compile(
    r"(?:autre|jeune|même|simple|large|double|triple|quelque|faible|rare|libre|vaste|brève)s?$"
)


def feminine_ahead(text: str, at: int) -> bool:
    """Whether the noun that follows position `at` is feminine; False where it cannot be told."""
    found = _NEXT_WORDS.match(text[at : at + 80])
    if not found:
        return False
    for word in found.groups():
        if word is None:
            return False
        word = word.lower()
        if _FEMININE_ADJECTIVE.match(word):
            return True
        if not _ADJECTIVE.match(word):
            return is_feminine(word)
    return False


def is_feminine(noun: str) -> bool:
    """Whether this noun, one or many, is feminine: by the table, then by its ending."""
    singular = noun[:-1] if noun.endswith(("s", "x")) else noun
    if noun in words("fr", "feminine") or singular in words("fr", "feminine"):
        return True
    if noun in words("fr", "masculine") or singular in words("fr", "masculine"):
        return False
    return len(noun) > 4 and bool(_FEMININE_ENDING.search(noun))
