"""What is done in the place just named: ", où il pourra être réclamé" -> "Là, il pourra être réclamé"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.reach import SUBJECT
from notices.wording.framing.shapes import LONG
from notices.wording.framing.standing import two
from notices.wording.grammar import comma_parts, words_in

_WHERE = re.compile(r",\s+où\s+(?P<what>[^;:]+)$")
_NO_PLACE = re.compile(
    r"(?i)\b(?:jours?|dates?|moments?|heures?|semaines?|mois|années?|périodes?|époque|temps|cas|mesure|hypothèse|"
    r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|\d{4}|\w+di)\b[^,]*$"
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then what is done there; None where no place stands before it."""
    match = _WHERE.search(tree.text) if words_in(tree.text) > LONG else None
    if not match or not SUBJECT.match(match["what"]) or _NO_PLACE.search(_before(tree.text, match)):
        return None
    pieces = two(tree, tree.text[: match.start()], match["what"])
    return (
        (pieces[0], f"Là, {pieces[1][0].lower()}{pieces[1][1:]}")
        if pieces and pieces[1][0] == match["what"][0].upper()
        else None
    )


def _before(text: str, match: re.Match[str]) -> str:
    return comma_parts(text[: match.start()])[-1]
