"""Who proposed, asked, advised: "sur proposition du maire" -> "Proposé par : le maire"."""

from __future__ import annotations

from notices.syntax import Tree
from notices.wording.framing.hanging import told_behind
from notices.wording.framing.openers import opener
from notices.wording.framing.shapes import DE

_OPENERS = (
    opener(rf"sur\s+(?:la\s+)?proposition\s+{DE}", "Proposé par"),
    opener(rf"sur\s+(?:la\s+)?recommandation\s+{DE}", "Recommandé par"),
    opener(rf"(?:à|sur)\s+la\s+demande\s+{DE}", "Demandé par"),
    opener(rf"(?:et\s+)?après\s+avis\s+favorable\s+{DE}", "Avis favorable de"),
    opener(rf"(?:et\s+)?après\s+avis\s+défavorable\s+{DE}", "Avis défavorable de"),
    opener(rf"(?:et\s+)?après\s+(?:avis|consultation)\s+(?:conforme\s+)?{DE}", "Avis demandé à"),
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The decision, then who stood behind it."""
    return told_behind(tree, _OPENERS)
