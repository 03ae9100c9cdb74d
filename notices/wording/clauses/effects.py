"""From when an act holds, and until when: "Le présent arrêté entre en vigueur le 3 mai et reste applicable
jusqu'au 30 juin" -> "Il reste applicable jusqu'au 30 juin"."""

from __future__ import annotations

import re

from notices.wording.grammar import words_in

_LONG = 15
_HOLDS = re.compile(
    r"^(?P<front>Article\s+\S+\s:\s+)?(?P<who>(?P<she>La|Cette)\s+(?:présente\s+)?[a-zà-ÿ]+|(?:Le|Ce|Cet)\s+(?:présent\s+)?[a-zà-ÿ]+)\s+"
    r"entre(?:ra)?\s+en\s+(?:vigueur|application)\s(?:(?!\bet\b)[^,;:()])+?,?\s+et\s+"
    r"(?P<rest>(?:reste|restera|demeure|demeurera|s['’]applique|s['’]appliquera|prend|prendra|expire|expirera|cesse|cessera|est|"
    r"sera|vaut|vaudra)\s[^;]+)$"
)


def split(sentence: str) -> tuple[str, ...] | None:
    """The beginning, then the rest of its time; None where the sentence is short."""
    match = _HOLDS.match(sentence) if words_in(sentence) > _LONG else None
    if match is None:
        return None
    left = sentence[: match.start("rest")].rstrip().removesuffix("et").rstrip(" ,")
    return left, f"{'Elle' if match['she'] else 'Il'} {match['rest']}"
