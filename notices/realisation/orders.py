"""What opens an order: its legal basis in one line, its reasons without "considérant"."""

from __future__ import annotations

import re

from notices.document import Sentence
from notices.wording.joints import capital

_LAW = re.compile(
    r"(?i)^vu(?:\s+ensemble)?\s+((?:le|la|les|l['’])\s*(?:code|loi|décret|arrêté|ordonnance|règlement|directive|décision|constitution)\b[^;,]*?)"
    r"(?=\s*(?:[;,(.]|\b(?:relati(?:f|ve|fs|ves)|portant|modifiée?|fixant|pris|prise|notamment|et notamment|et ses|en date|susvisée?|prescrivant|autorisant|concernant|instituant|délivré)\b|$))"
)
_MOST = 4


def basis_text(visas: tuple[Sentence, ...]) -> tuple[str, tuple[str, ...]]:
    """ "Textes de loi cités : le code de la route, ..." and the sentences that it comes from."""
    laws: list[str] = []
    origin: list[str] = []
    for visa in visas:
        match = _LAW.match(visa.text.replace("’", "'"))
        if match and len(laws) < _MOST and len(match[1].split()) <= 12 and match[1].strip() not in laws:
            laws.append(match[1].strip())
            origin.append(visa.id)
    if not laws:
        return "", ()
    label = "Textes cités, entre autres" if len(visas) > len(laws) else "Textes cités"
    return f"{label} : {_listed(laws)}.", tuple(origin)


def reason_text(source: str) -> str:
    """ "Considérant que la sécheresse s'aggrave ;" -> "Raison : la sécheresse s'aggrave"."""
    match = re.match(
        r"(?i)considérant\s*(?:,\s*)?(?:en\s+outre\s+|également\s+)?(qu['’]|que\s+|)\s*(.+)$", source
    )
    return f"Raison : {match[2].rstrip(' ;,.')}" if match else capital(source)


def _listed(things: list[str]) -> str:
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} et {things[-1]}"
