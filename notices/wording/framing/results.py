"""What follows from a clause, its reason, or what happens otherwise, is a sentence: ", de sorte que la
culpabilité est définitive" -> "Ainsi, la culpabilité est définitive"; ", sans quoi la place est perdue" ->
"Sans cela, la place est perdue"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.shapes import LONG
from notices.wording.framing.standing import stands, two
from notices.wording.grammar import words_in
from notices.wording.joints import small

_SO = re.compile(
    r",?\s+(?:de\s+(?:telle\s+)?sorte\s+|si\s+bien\s+|de\s+telle\s+façon\s+)qu(?:e\s+|['’])(?P<what>.+)$"
)
_ELSE = re.compile(
    r",?\s+(?:et\s+)?(?P<else>sinon|faute\s+de\s+quoi|à\s+défaut\s+de\s+quoi|sans\s+quoi|à\s+défaut(?=,\s))\s*,?\s+"
    r"(?P<what>.+)$"
)
_OTHERWISE = {"à": "À défaut", "sa": "Sans cela"}
_WHILE = re.compile(r",\s+(?:tandis\s+que\s+|tandis\s+qu['’]|alors\s+que\s+|alors\s+qu['’])(?P<what>.+)$")

_BECAUSE = re.compile(r",\s+car\s+(?P<what>[^;:]+)$")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then what follows from it; None where one does not stand alone."""
    text = tree.text
    if words_in(text) <= LONG:
        return None
    if match := _SO.search(text):
        pieces = two(tree, text[: match.start()], match["what"])
        return (pieces[0], f"Ainsi, {small(pieces[1])}") if pieces else None
    if match := _ELSE.search(text):
        left = text[: match.start()]
        otherwise = _OTHERWISE.get(match["else"][:2].strip(), "Sinon")
        return (left, f"{otherwise}, {match['what']}") if stands(left) and stands(match["what"]) else None
    if match := _BECAUSE.search(text):
        pieces = two(tree, text[: match.start()], match["what"])
        return (pieces[0], f"Raison : {small(match['what'])}") if pieces else None
    if match := _WHILE.search(text):
        return two(tree, text[: match.start()], match["what"])
    return None
