"""By what means: "au moyen d'une étiquette" -> "Moyen : une étiquette"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.hanging import told_behind
from notices.wording.framing.openers import opener
from notices.wording.framing.shapes import DE, A

_OPENERS = (
    opener(
        rf"(?:au\s+moyen|à\s+l['’]aide|par\s+(?:le\s+biais|l['’](?:intermédiaire|entremise))|par\s+voie)\s+{DE}",
        "Moyen",
        manner=True,
    ),
    opener(rf"(?=grâce\s+{A})", "", whole=True),
    opener(rf"sous\s+la\s+surveillance\s+{DE}", "Surveillance"),
    opener(rf"sous\s+la\s+responsabilité\s+{DE}", "Responsabilité"),
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then its means."""
    parts = told_behind(tree, _OPENERS)
    return (parts[0], re.sub(r"(?i)^ : grâce", "C'est grâce", parts[1])) if parts else None
