"""What it is about: "une enquête publique portant sur six éoliennes" -> "Sujet : six éoliennes"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.clause import without
from notices.wording.framing.hanging import announces, binds, goes_on_behind, is_within
from notices.wording.framing.openers import alone
from notices.wording.framing.reach import at
from notices.wording.framing.shapes import LONG
from notices.wording.grammar import has_finite_verb, words_in

_ABOUT = re.compile(r"(?i)(?<=\s)(?:portant\s+sur|relati(?:f|ve)s?\s+(?=à\s|aux?\s)|concernant)\s*")
_LONGEST = 25


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then its subject, where that ends the sentence."""
    found = list(_ABOUT.finditer(tree.text))
    if words_in(tree.text) <= LONG or announces(tree.text) or len(found) != 1:
        return None
    what = tree.text[found[0].end() :].rstrip(". ")
    if (
        not 3 <= words_in(what) <= _LONGEST
        or has_finite_verb(what)
        or not _is_of_the_object(tree, found[0].start())
    ):
        return None
    rest = without(tree, found[0].start(), len(tree.text))
    return (rest, f"Sujet : {alone(what)}") if rest and not binds(rest) else None


_OBJECTS = ("obj", "nsubj", "obl:arg", "obl:mod", "ROOT")


def _is_of_the_object(tree: Tree, start: int) -> bool:
    """True where these words stand at the object or the subject of the main verb."""
    token = at(tree, start)
    noun = tree.head(token) if token else None
    if token is None or noun is None or is_within(tree.text, start) or goes_on_behind(tree, start):
        return False
    verb = tree.head(noun)
    return (
        verb is not None and verb.dep == "ROOT" and noun.dep.startswith(_OBJECTS) and noun.place < token.place
    )
