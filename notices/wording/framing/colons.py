"""A colon between two clauses: "L'eau pourra être trouble : elle devra couler" -> two sentences."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.clause import is_even, is_loose
from notices.wording.framing.hanging import announces
from notices.wording.framing.reach import SUBJECT
from notices.wording.framing.shapes import LONG
from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import capital

_SAYS = re.compile(
    r"(?i)\b(?:indiqu|précis|rappel|déclar|ajout|expliqu|soulign|affirm|sui(?:t|vent)\b|voici|suivante?s?|question|"
    r"demand|selon|d['’]après|si\b|lorsque|quand)\w*"
)
"""What comes behind the colon is what these words announce."""
_SHORTEST = 4


def split(tree: Tree) -> tuple[str, ...] | None:
    """The two sentences; None where the first announces the second."""
    left, colon, right = tree.text.partition(" : ")
    if not colon or words_in(tree.text) <= LONG or " : " in right or announces(left):
        return None
    if not all(_stands(part) for part in (left, right)) or _SAYS.search(left) or not SUBJECT.match(right):
        return None
    return left, capital(right)


def _stands(part: str) -> bool:
    return (
        words_in(part) >= _SHORTEST
        and has_finite_verb(part)
        and not is_loose(part)
        and is_even(part)
        and ";" not in part
    )
