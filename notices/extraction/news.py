"""What is news: deaths, what the law did to a person, what to do at once; and what is mere procedure."""

from __future__ import annotations

import re

_NEWS: tuple[tuple[float, str], ...] = (
    (14.0, r"\b(?:a|ont) (?:coûté la vie|perdu la vie|trouvé la mort|péri|"
           r"succombé)\b|"
           r"\b(?:est|sont|était|étaient) (?:morte?s?|décédée?s?)\b|"
           r"\b(?:a|ont) été (?:retrouvée?s? (?:morte?s?|décédée?s?|sans vie)|tuée?s?|"
           r"(?:\w+ment )?blessée?s?)\b|"
           r"\bfait (?:un|une|deux|trois|\w+|\d+) (?:mort|victime|blessé)s?\b|pronostic vital"),
    (14.0, r"\bpeines? suivantes?\b"),
    (8.0, r"\b(?:a|ont) été (?:mise?s? en examen|placée?s? (?:en détention|sous contrôle))\b"),
    (10.0, r"\b(?:a|ont) été (?:relaxée?s?|acquittée?s?|condamnée?s?|remise?s? en liberté|"
           r"laissée?s? libres?|incarcérée?s?)\b|"
           r"\baucune charge n['’]a été retenue\b|\bmise?s? hors de cause\b|"
           r"\bn['’](?:a|ont|est|sont) pas (?:été )?poursuivie?s?\b|\binterjeté appel\b|\bnon-lieu\b"),
    (10.0, r"\blots? :|\bnuméros? de lots?\b"),
    (8.0, r"\bne (?:plus|pas) (?:(?:le|la|les|l['’]|y|en|s['’]|vous) ?)?(?:consommer|utiliser|boire|"
          r"approcher|intervenir|toucher|sortir|ouvrir|engager|manger)\b|"
          r"\bquitter (?:leurs?|votre|vos|les) (?:logements?|domiciles?|maisons?|lieux)\b|"
          r"\bfai(?:re|tes) bouillir\b|\b(?:appelez|composez) (?:le|au|immédiatement)\b|"
          r"\binvitée?s? à (?:contacter|appeler|consulter|se présenter|se signaler)\b|"
          r"\bpriée?s? de (?:contacter|se signaler|se présenter|prévenir)\b"),
    (-12.0, r"^(?:présents?|absents?|excusés?|pouvoirs?)\b[^:]{0,40}:|"
            r"\bprocès-verbal de la (?:séance|réunion)\b|"
            r"\brégulièrement convoqué|\bs['’](?:est|était) réuni\b|\bsecrétaire de séance\b"),
    (-8.0, r"\b(?:est|sont) punie?s? (?:de|d['’])|^fiche n|\bcommunique les éléments\b|"
           r"^en application de\b.*\bcommunique\b"),
    (-6.0, r"\bgarde à vue [^.]{0,40}prolongée?s?\b|"
           r"\ba statué sur les poursuites\b"),
)  # fmt: skip
_COMPILED_NEWS = tuple((worth, re.compile(pattern, re.IGNORECASE)) for worth, pattern in _NEWS)


def news(text: str) -> float:
    """How much a statement must win against the others that nobody may miss: deaths and what the law did to
    each person, the lots of a recall, what to do at once; below nought for mere procedure."""
    return sum(value for value, pattern in _COMPILED_NEWS if pattern.search(text))
