"""On what occasion: "dans le cadre du plan Vigipirate" -> "Contexte : le plan Vigipirate"."""

from __future__ import annotations

from notices.syntax import Tree
from notices.wording.framing.hanging import told_behind
from notices.wording.framing.openers import opener
from notices.wording.framing.shapes import DE

_OPENERS = (
    opener(rf"dans\s+(?:le\s+cadre|un\s+contexte|le\s+contexte)\s+{DE}", "Contexte", bound=False),
    opener(rf"à\s+l['’]occasion\s+{DE}", "Occasion", bound=False),
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then its occasion."""
    return told_behind(tree, _OPENERS)
