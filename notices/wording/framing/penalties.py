"""What a breach may cost: "sous peine d'une amende" -> "Sanction possible : une amende"."""

from __future__ import annotations

from notices.syntax import Tree
from notices.wording.framing.hanging import told_behind
from notices.wording.framing.openers import opener
from notices.wording.framing.shapes import DE

_OPENERS = (opener(rf"(?:et\s+ce,?\s+)?(?:sous|à)\s+peine\s+{DE}", "Sanction possible", bound=False),)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The duty, then what a breach may cost."""
    return told_behind(tree, _OPENERS)
