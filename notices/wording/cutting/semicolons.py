"""What stands on either side of a semicolon is a sentence of its own."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.cutting.scope import attribution
from notices.wording.cutting.shapes import sound
from notices.wording.grammar import cut
from notices.wording.joints import capital, small

_REASON = re.compile(r"^Raison :")


def _without_that(part: str) -> str:
    """ "qu'aucune déclaration n'a été déposée", behind a reason, is a reason too."""
    that = re.match(r"qu(?:e\s+|['’])", part)
    return f"Raison : {part[that.end() :]}" if that else part


def split(tree: Tree) -> tuple[str, ...] | None:
    """The sentences between the semicolons, or None."""
    parts = (
        tuple(map(_without_that, cut(tree.text, ";"))) if _REASON.match(tree.text) else cut(tree.text, ";")
    )
    if len(parts) < 2 or not all(map(sound, parts)):
        return None
    head = attribution(parts[0])
    return (
        parts[0],
        *(f"{head}{small(part)}" if head and not attribution(part) else capital(part) for part in parts[1:]),
    )
