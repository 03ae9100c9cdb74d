"""What a decision follows: "Conformément aux réquisitions du parquet, l'homme ..." -> "C'est conforme aux
réquisitions du parquet"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.clause import is_clause
from notices.wording.framing.hanging import announces
from notices.wording.framing.reach import SUBJECT
from notices.wording.framing.shapes import LONG
from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import capital

_FRONT = re.compile(
    r"^(?:(?P<like>[Cc]onformément)|[Cc]ontrairement)\s+(?P<what>(?:à|aux?)\s[^;:()]+?),\s+(?P<rest>\S.+)$"
)
_SAID = re.compile(r"à\s+(?=ce\s+qu)")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then what it follows, or goes against; None where that is a clause of another kind."""
    match = _FRONT.match(tree.text) if words_in(tree.text) > LONG else None
    if match is None or announces(tree.text) or not SUBJECT.match(match["rest"]):
        return None
    said = _SAID.match(match["what"])
    if (has_finite_verb(match["what"]) and not said) or not is_clause(match["rest"]):
        return None
    if match["like"]:
        return capital(match["rest"]), f"C'est conforme {match['what']}"
    if said:
        return capital(match["rest"]), f"C'est le contraire de {match['what'][said.end() :]}"
    return None
