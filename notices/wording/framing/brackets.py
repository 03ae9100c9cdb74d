"""What stands in brackets becomes a line of its own where it says more than a sign: "(article R. 417-10 du code
de la route)" -> "Texte : article R. 417-10 ..."."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.hanging import LONG, is_clause
from notices.wording.grammar import words_in

_BRACKET = re.compile(r"\s*\((?P<text>(?:articles?|arrêté|loi|décret)\s[^()]+)\)")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The sentence without its bracket, then the text of law that it names."""
    found = list(_BRACKET.finditer(tree.text))
    if words_in(tree.text) <= LONG or len(found) != 1:
        return None
    rest = tree.text[: found[0].start()] + tree.text[found[0].end() :]
    return (rest, f"Texte : {found[0]['text']}") if is_clause(rest) else None
