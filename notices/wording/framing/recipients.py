"""For whom: "à l'attention des familles" -> "Pour qui : les familles"."""

from __future__ import annotations

from notices.syntax import Tree
from notices.wording.framing.hanging import DE, opener, told_behind

_OPENERS = (
    opener(
        rf"(?:à\s+(?:l['’](?:attention|intention)|destination)|au\s+profit|en\s+faveur|au\s+bénéfice)\s+{DE}",
        "Pour qui",
    ),
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then those whom it is for."""
    return told_behind(tree, _OPENERS)
