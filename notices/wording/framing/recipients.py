"""For whom: "à l'attention des familles" -> "Pour qui : les familles"."""

from __future__ import annotations

from notices.syntax import Tree
from notices.wording.framing.hanging import told_behind
from notices.wording.framing.openers import opener
from notices.wording.framing.shapes import DE

_OPENERS = (
    opener(
        rf"(?:à\s+(?:l['’](?:attention|intention)|destination)|au\s+profit|en\s+faveur|au\s+bénéfice)\s+{DE}",
        "Pour qui",
    ),
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then those whom it is for."""
    return told_behind(tree, _OPENERS)
