"""Where a notice asks its reader to do something, or to leave it."""

from __future__ import annotations

import re
from functools import lru_cache

_ASKS = re.compile(
    r"(?i)(?:^|[.:;]\s+|,\s+)(?!chez\b|assez\b|nez\b|rendez-vous\b)(?:ne\s+|n['’])?[a-zà-ÿ]{3,}ez\b(?!-vous\b"
    r")|\bvous\s+(?:devez|devrez|pouvez|pourrez|avez jusqu)|"
    r"\b(?:devez|doit|doivent)\s+(?:impérativement|absolument)|\bil\s+(?:faut|convient|est\s+(?:donc\s+|"
    r"également\s+|aussi\s+|fortement\s+|vivement\s+|strictement\s+)?(?:conseillé|recommandé|"
    r"demandé|interdit|obligatoire|impératif|indispensable|nécessaire))|"
    r"\b(?:est|sont|sera|seront|devient|reste|demeure)\s+(?:strictement\s+|formellement\s+|"
    r"toujours\s+)?(?:interdite?s?|obligatoires?)\b|"
    r"\b(?:sont|est|êtes|sommes)\s+(?:(?:en\s+particulier|notamment|également|aussi|donc|instamment|"
    r"vivement|fortement)\s+)?(?:invitée?s?|priée?s?|tenue?s?|appelée?s?\s+à)\b|"
    r"\bnous\s+vous\s+(?:invitons|prions|demandons|recommandons|conseillons)\b|"
    r"\bmesures?\s+d['’]interdiction|"
    r"\binscriptions?\s+(?:obligatoire|avant|jusqu|en\s+mairie|auprès)|\b(?:est|sont)\s+à\s+(?:déposer|"
    r"retourner|remettre|envoyer)|\bveuillez\b|\bmerci\s+de\b|\bprière\s+de\b|"
    r"\btoute\s+personne\b.*\b(?:invitée|appeler|contacter|témoin|doit)"
)


_OBLIGES = re.compile(
    r"(?i)\b(?:doit|doivent|devra|devront)\s+(?:(?:également|aussi|donc|impérativement|"
    r"absolument)\s+)?(?!être\s+\w+[eé]s?\b|"
    r"faire face|avoir lieu|permettre)[a-zà-ÿ']+"
)


@lru_cache(maxsize=2048)
def obliges(text: str) -> bool:
    """True for a duty of persons: "les parents doivent signaler"; what things must be is a rule, no duty."""
    return bool(_OBLIGES.search(text))


@lru_cache(maxsize=2048)
def asks(text: str) -> bool:
    """True for an order, a ban in force, an invitation: "appelez", "il est interdit", "est obligatoire"."""
    return bool(_ASKS.search(text))


def is_imperative(text: str) -> bool:
    """True for "buvez de l'eau", "ne sortez pas", "évitez les efforts"."""
    return bool(re.match(r"(?i)(?:ne\s+|n['’])?(?!chez\b|assez\b)[a-zà-ÿ]{3,}ez\b", text))
