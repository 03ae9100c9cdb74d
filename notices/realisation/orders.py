"""What opens an order: its legal basis in one line, its reasons without "considérant"."""

from __future__ import annotations

import re

from notices.document import Sentence
from notices.wording.grammar import words_in
from notices.wording.joints import capital

_LAW = re.compile(
    r"(?i)^(?:vu(?:\s+ensemble)?\s+)?((?:le|la|les|l['’])\s*(?:code|loi|décret|arrêté|ordonnance|"
    r"règlement|directive|décision|constitution)\b[^;,]*?)"
    r"(?=\s*(?:[;,(.]|\b(?:relati(?:f|ve|fs|ves)|portant|modifiée?|fixant|pris|prise|notamment|"
    r"et notamment|et ses|en date|susvisée?|prescrivant|autorisant|concernant|instituant|délivré)\b|"
    r"$))"
)
_MOST = 4
_ROOM = 15
"""Words that the line may have."""


def basis_text(visas: tuple[Sentence, ...]) -> tuple[str, tuple[str, ...]]:
    """ "Textes de loi cités : le code de la route, ..." and the sentences that it comes from."""
    named = [(match[1].strip(), visa.id) for visa in visas if (match := _law(visa))]
    chosen = sorted(
        dict.fromkeys(named), key=lambda law: not law[0].lower().startswith(("le code", "la loi"))
    )[:_MOST]
    while len(chosen) > 1 and words_in(_basis(chosen, visas)) > _ROOM:
        chosen.pop()
    return (_basis(chosen, visas), tuple(visa for _, visa in chosen)) if chosen else ("", ())


def _basis(chosen: list[tuple[str, str]], visas: tuple[Sentence, ...]) -> str:
    label = "Textes cités, entre autres" if len(visas) > len(chosen) else "Textes cités"
    return f"{label} : {_listed([law for law, _ in chosen])}."


def _law(visa: Sentence) -> re.Match[str] | None:
    text = visa.text.replace("’", "'")
    match = _LAW.match(text)
    if match is None or re.search(r"(?i)portant nomination", text) or len(match[1].split()) > 10:
        return None
    return match if re.search(r"\d|code|constitution", match[1]) else None


def reason_text(source: str) -> str:
    """ "Considérant que la sécheresse s'aggrave ;" -> "Raison : la sécheresse s'aggrave"."""
    match = re.match(
        r"(?i)(?:considérant\s*)?(?:,\s*)?(?:en\s+outre\s+|également\s+)?(qu['’]|que\s+|)\s*(.+)$", source
    )
    return f"Raison : {match[2].rstrip(' ;,.')}" if match else capital(source)


def _listed(things: list[str]) -> str:
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} et {things[-1]}"
