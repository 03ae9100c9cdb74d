"""On what condition: "sous réserve de places libres" -> "C'est sous réserve de places libres"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.hanging import told_behind
from notices.wording.framing.openers import opener
from notices.wording.framing.shapes import DE, INFINITIVE

_WHEN = (
    r"(?:avant|au\s+plus\s+tard|jusqu['’]|à\s+(?:compter|partir)|dans\s+(?:un|le)\s+délai|pendant|le\s+\d|"
    r"au\s+moins)\s*"
)
_ONLY = r"(?:(?:uniquement|seulement|exclusivement)\s+)?"
_OPENERS = (
    opener(rf"(?=sans\s+préjudice\s+{DE})", "", bound=False, whole=True, manner=True),
    opener(rf"(?=sous\s+réserve\s+{DE})", "", bound=False, whole=True, onward=_WHEN),
    opener(
        rf"(?=à\s+(?:la\s+)?condition\s+(?:d['’]|de\s+){INFINITIVE})",
        "",
        bound=False,
        whole=True,
        onward=_WHEN,
    ),
    opener(
        rf"(?={_ONLY}sur\s+(?:inscription|réservation|rendez-vous|justificatif|invitation|"
        r"demande\s+(?:motivée|écrite|préalable))(?:\s+\w+|$|,))",
        "",
        bound=False,
        whole=True,
    ),
    opener(rf"{_ONLY}sur\s+(?:simple\s+)?présentation\s+{DE}", "À présenter"),
    opener(rf"dans\s+la\s+limite\s+{DE}", "Limite", bound=False),
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then its condition: "C'est sous réserve des places disponibles"."""
    parts = told_behind(tree, _OPENERS)
    return (parts[0], re.sub(r"^ : (\w)", lambda m: f"C'est {m[1].lower()}", parts[1])) if parts else None
