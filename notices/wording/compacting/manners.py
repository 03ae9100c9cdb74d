"""How something is done, in one word: "de manière bénévole" -> "bénévolement"."""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.wording.joints import capital

_SAME = frozenset(
    "bénévole automatique régulière simultanée anonyme gratuite partielle définitive provisoire temporaire "
    "progressive immédiate exceptionnelle individuelle annuelle quotidienne manuelle directe rapide durable "
    "obligatoire préventive volontaire séparée indépendante collective totale complète prioritaire "
    "systématique globale ponctuelle confidentielle légale publique".split()
)
"""Adjectives whose adverb says the same: what is done "de manière visible" is not done "visiblement"."""
_MANNER = re.compile(
    r"\b(?P<of>[dD])(?:e|['’]une) (?:manière|façon) (?P<more>(?:très|plus|moins|assez) )?"
    r"(?P<word>[a-zà-ÿœ]+e)\b"
    r"(?! (?:à|que|et|ou|mais|dont)\b|, )"
)


def rule(text: str) -> str:
    """The text with adverbs for "de manière" and its adjective."""
    return _MANNER.sub(_in_a_word, text) if re.search(r"manière|façon", text) else text


def _in_a_word(match: re.Match[str]) -> str:
    adverb = _adverb(match["word"])
    if adverb is None or match["word"] not in _SAME:
        return match.group()
    said = f"{match['more'] or ''}{adverb}"
    return capital(said) if match["of"] == "D" else said


def _adverb(adjective: str) -> str | None:
    """The adverb of a feminine adjective: "bénévole" has "bénévolement"."""
    forms = [adjective + "ment"]
    if adjective.endswith("ente"):
        forms = [adjective[:-4] + "emment"]
    elif adjective.endswith("ante"):
        forms = [adjective[:-4] + "amment"]
    elif adjective.endswith("ée"):
        forms = [adjective[:-1] + "ment"]
    return next((form for form in forms if "d" in word_tags(form)), None)
