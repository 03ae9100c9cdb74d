"""The text of law behind a decision: "en application de l'article 3" -> "Texte : l'article 3"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.hanging import told_behind
from notices.wording.framing.openers import alone, opener
from notices.wording.framing.shapes import FULL_DATE

_TEXT = r"(?:articles?|lois?|décrets?|codes?|arrêtés?|règlements?|directives?|circulaires?|délibérations?)"
_DATED = rf"(?:en\s+date\s+du|du|le)\s+{FULL_DATE}"
_OPENERS = (
    opener(
        r"(?:en\s+application|en\s+vertu|sur\s+(?:le\s+fondement|la\s+base)|au\s+titre)\s+"
        r"(?=(?:d[ue]s?\s+|d['’]|de\s+l['’]|de\s+la\s+)(?:présente?\s+)?(?:dispositions\s+)?"
        rf"(?:d[ue]s?\s+|de\s+l['’])?{_TEXT}\b)",
        "Texte",
        bound=False,
    ),
    opener(
        rf"conformément\s+(?=(?:à\s+l['’]|à\s+la\s+|aux?\s+|à\s+){_TEXT}\b)",
        "Texte",
        bound=False,
        manner=True,
    ),
    opener(
        r"conformément\s+(?=aux\s+(?:dispositions|prescriptions)\s+(?:d[ue]s?\s|de\s+l))",
        "Texte",
        bound=False,
        manner=True,
    ),
    opener(
        r"par\s+(?=(?:arrêté|délibération|décret|décision\s+(?:d[eu]|n°|motivée))\b)",
        "Texte",
        bound=False,
        whole=True,
        onward=_DATED,
    ),
    opener(
        r"par\s+(?=(?:ordonnance|jugement|arrêt)\s+(?:d[ue]\s|rendue?|en\s+date|n°|motivée))",
        "Décision",
        bound=False,
        whole=True,
        onward=_DATED,
    ),
)


_PROVISIONS = re.compile(r"(?i)^Texte : (?:les\s+)?(?:dispositions|prescriptions)\s+(?=d[ue]s?\s|d['’])")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The decision, then its text."""
    parts = told_behind(tree, _OPENERS)
    if parts is None:
        return None
    provisions = _PROVISIONS.match(parts[1])
    return (parts[0], f"Texte : {alone(parts[1][provisions.end() :])}") if provisions else parts
