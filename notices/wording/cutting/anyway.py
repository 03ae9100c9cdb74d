"""What a statement covers too, told behind it: ", y compris pour le lavage des dents" -> "C'est aussi le
cas pour le lavage des dents"; ", quels que soient leurs revenus" and ", même si elle est trouble" behind
"C'est le cas"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.cutting.scope import conditioned, widely_bound
from notices.wording.cutting.shapes import quoted, sound
from notices.wording.cutting.verbs import main_time
from notices.wording.grammar import has_finite_verb, starts_finite, words_in

_LONG = 15
_LABEL = re.compile(r"^[A-ZÀ-Ý][\w '’-]{1,30} : ")
_COVERS = re.compile(
    r",\s+(?P<also>y\s+compris\s+)?(?P<what>(?(also)(?:pour|dans|en|sur|lors|pendant|chez|le\s+(?:week-end|dimanche|"
    r"samedi)|les\s+(?:week-ends|dimanches|samedis|jours))\s|quel(?:le)?s?\s+que\s+soi(?:en)?t\s)[^,;:]+)$"
)


_EVEN = re.compile(
    r",\s+(?P<also>(?!))?(?P<what>(?:quand\s+bien\s+même\s|même\s+si\s|même\s+s['’](?=ils?\s))[^,;:]+)$"
)
""" "L'eau reste potable, même si elle est trouble" """


def split(tree: Tree) -> tuple[str, ...] | None:
    """The statement, then what it covers; None where it is short, bound or no statement."""
    match = _COVERS.search(tree.text) if words_in(tree.text) > _LONG else None
    if match and has_finite_verb(match["what"].split(" que ")[0]):
        return None
    match = match or (_EVEN.search(tree.text) if words_in(tree.text) > _LONG else None)
    if match is None or widely_bound(match["what"]):
        return None
    left = tree.text[: match.start()]
    mark = next((t for t in tree.tokens if t.start == match.start()), None)
    if (
        _LABEL.match(left)
        or mark is None
        or quoted(tree, mark)
        or main_time(tree) is None
        or not has_finite_verb(left)
    ):
        return None
    if conditioned(left) and not re.match(r"(?i)dans ce cas,", left):
        return None
    told = f"C'est aussi le cas {match['what']}" if match["also"] else f"C'est le cas {match['what']}"
    pieces = (left, told)
    return pieces if all(map(sound, pieces)) and not starts_finite(match["what"]) else None
