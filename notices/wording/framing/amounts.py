"""How much: "pour un montant de 12 000 euros HT" -> "Montant : 12 000 euros HT"."""

from __future__ import annotations

from notices.syntax import Tree
from notices.wording.framing.hanging import told_behind
from notices.wording.framing.openers import opener

_FIGURE = r"(?:d(?:e\s+|['’])|à\s+)(?=(?:environ|près|plus|moins|quelque)?\s*\d)"
_OPENERS = tuple(
    opener(rf"(?:pour|moyennant|d['’]|au|à)\s*(?:une?\s+|le\s+)?{kind}\s+{_FIGURE}", name)
    for kind, name in (
        (r"montants?\s+maxim(?:al|um)", "Montant maximal"),
        (r"montants?\s+total", "Montant total"),
        (r"montants?(?:\s+(?:estimé|prévisionnel|global))?", "Montant"),
        (r"coût(?:\s+(?:estimé|prévisionnel|global|total))?", "Coût"),
        (r"prix", "Prix"),
        (r"tarif", "Tarif"),
    )
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then the amount."""
    return told_behind(tree, _OPENERS)
