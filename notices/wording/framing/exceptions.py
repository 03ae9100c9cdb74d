"""A rule and its exception stand side by side: "... est interdite, sauf pour les riverains" -> "Sauf pour les
riverains"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.clause import without
from notices.wording.framing.hanging import Hanging, announces, hangings
from notices.wording.framing.openers import alone
from notices.wording.framing.reach import at
from notices.wording.framing.shapes import DE, LONG
from notices.wording.grammar import words_in

_LONG = 18
_FEW = 3
"""A sentence of so many words keeps an exception of a few words: "sauf impossibilité"."""
_EXCEPT = re.compile(rf"(?i)(?<![\w’'-])(?:sauf|excepté|hormis|à\s+l['’](?:exception|exclusion)\s+{DE})\s*")
_OF_LAST = re.compile(r"(?i)\b(?:et|ou)\s+(?:le|la|les|l['’]|des|du|de|d['’]|aux?|à)\s?\b[^,]*$")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The rule, then what it does not hold for; None where it may be an exception to the last of a list."""
    if words_in(tree.text) <= LONG or announces(tree.text):
        return None
    found = [h for h in hangings(tree, _EXCEPT) if not _is_of_the_last(tree, h)]
    if len(found) != 1 or _may_stay(tree, found[0]):
        return None
    rest, what = without(tree, found[0].start, found[0].end), alone(found[0].what)
    return (rest, f"Sauf {what}") if rest and not _AND_OF.search(what) else None


_AND_OF = re.compile(r"(?i)\s(?:et|ou)\s+(?:du|des)\s")
"""A second thing that kept its "de": "la gare de Lens et des écoles" would not be French."""


def _may_stay(tree: Tree, exception: Hanging) -> bool:
    """True for a few words at the end of a sentence that is not too long, or within one."""
    behind = tree.text[exception.end :].strip(" .")
    inside = behind.startswith(",") or (not behind and words_in(tree.text) <= _LONG)
    return words_in(exception.what) <= _FEW and inside


def _is_of_the_last(tree: Tree, exception: Hanging) -> bool:
    """True behind "A, B et C": the exception may be meant of C alone."""
    verb = tree.root
    before = tree.text[verb.end : exception.start].rstrip(", ")
    first = at(tree, exception.start)
    return first is None or ("," in before and bool(_OF_LAST.search(before)))
