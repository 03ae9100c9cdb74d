"""Why: "en raison de la sécheresse" -> "Cause : la sécheresse"."""

from __future__ import annotations

from notices.syntax import Tree
from notices.wording.framing.hanging import told_behind
from notices.wording.framing.openers import opener
from notices.wording.framing.shapes import DE, A

_OPENERS = (
    opener(rf"notamment\s+(?:en\s+raison|du\s+fait|à\s+cause)\s+{DE}", "Cause, entre autres"),
    opener(rf"(?:en\s+raison|à\s+cause|du\s+fait|compte\s+tenu|par\s+suite)\s+{DE}", "Cause"),
    opener(rf"(?:(?<!faire\s)(?<!fait\s)(?<!font\s)face|eu\s+égard)\s+{A}", "Cause"),
    opener(rf"à\s+la\s+suite\s+{DE}|(?<!faire\s)(?<!fait\s)(?<!font\s)suite\s+{A}", "Contexte"),
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then its cause."""
    return told_behind(tree, _OPENERS)
