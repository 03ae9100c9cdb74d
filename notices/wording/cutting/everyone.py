"""What holds for all of those just named is a sentence of its own: "aucun décès n'est à déplorer et toutes,
hormis un adulte, ont regagné leur domicile" -> "Toutes, hormis un adulte, ont regagné leur domicile"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.cutting.scope import bound, conditioned
from notices.wording.cutting.shapes import sound
from notices.wording.grammar import has_finite_verb
from notices.wording.joints import capital

_ALL = re.compile(
    r"^(?P<left>[^;:]+?),?\s+et\s+(?P<right>tou(?:te)?s(?:,\s+(?:hormis|sauf|excepté|à\s+l['’]exception)\s[^,;:]+,)?"
    r"\s+(?:ont|sont|étaient|avaient|seront|doivent|devront|peuvent|pourront)\s.+)$"
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause before, and what holds for all; None where a condition may bind both."""
    match = _ALL.match(tree.text)
    if match is None or conditioned(tree.text) or not has_finite_verb(match["left"]):
        return None
    pieces = (match["left"], capital(bound(match["left"], match["right"])))
    return pieces if all(map(sound, pieces)) else None
