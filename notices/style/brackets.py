"""Brackets that break a sentence, and negations that answer each other."""

from __future__ import annotations

import re

from notices.document import Span
from notices.style.words import words

LONG_BRACKET = 9
"""Words; a longer parenthesis makes the reader forget the sentence around it."""
_AROUND = 3
"""Words; with fewer around it a parenthesis breaks no sentence: it is the line."""
_BRACKET = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_DOUBLE = (
    r"n(?:e|['’])\s*(?:\w+\s+){0,2}?(?:est|sont|était|sera|serait|soit|a été)\s+"
    r"(?:pas|point|guère|nullement)\s+"
    r"(?:impossible|inutile|interdite?s?|illégale?s?|exclue?s?|inconnue?s?|négligeables?|rare|incompatibles?|"
    r"irrecevables?|insuffisante?s?|défavorables?|sans|in\w{3,}(?:able|ible)s?|dépourvue?s?|dénuée?s?|"
    r"dispensée?s?|exonérée?s?|exemptée?s?|exempte?s?)",
    r"n(?:e|['’])\s*(?:\w+\s+){1,3}?pas\s+sans\b",
    r"n(?:e|['’])\s*peu(?:t|vent)\s+(?:pas\s+)?ne\s+pas\b",
    r"n(?:e|['’])\s*(?:manquer\w*|saurai\w*\s+manquer)\s+pas\s+de\b",
    r"\bnon\s+(?:dépourvue?s?|dénuée?s?|négligeables?|exclue?s?|sans\b)",
    r"n(?:e|['’])\s*\w+\s+pas\s+(?:que|à ce que|si)\s+[^.;,]{0,40}\bn(?:e|['’])\s*\w+\s+pas\b",
    r"\bsans\s+(?:qu['’]|que\s)[^.;]{3,60}\b(?:ne\s|n['’])\w+\s+pas\b",
    r"\bne\s+(?:\w+\s+){1,2}qu['’]?(?:e)?\s+(?:s['’]|si\s)[^.;]{2,60}\bn(?:e|['’])\s*\w+\s+(?:pas|plus)\b",
)
_DOUBLE_NEGATION = re.compile("|".join(f"(?:{pattern})" for pattern in _DOUBLE), re.IGNORECASE)


def long_brackets(text: str) -> list[tuple[Span, int]]:
    """The parentheses of more than `LONG_BRACKET` words, with their number of words."""
    whole = len(words(text))
    found = ((match.span(), len(words(match.group(1)))) for match in _BRACKET.finditer(text))
    return [(span, count) for span, count in found if count > LONG_BRACKET and whole - count >= _AROUND]


def double_negations(text: str) -> list[Span]:
    """Two negations in one clause: "n'est pas impossible", "ne manquera pas de"."""
    return [match.span() for match in _DOUBLE_NEGATION.finditer(text)]
