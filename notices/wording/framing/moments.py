"""When, where a long clause begins or ends with it: "À l'issue de l'enquête, le préfet ..." -> "Quand : à
l'issue de l'enquête"."""

from __future__ import annotations

from notices.syntax import Tree
from notices.wording.framing.hanging import told_behind
from notices.wording.framing.openers import opener
from notices.wording.framing.shapes import DE
from notices.wording.grammar import words_in

_OPENERS = (
    opener(
        rf"(?=(?:à\s+(?:l['’](?:issue|expiration)|la\s+fin)|au\s+(?:terme|moment|cours)|lors)\s+{DE}"
        r"|(?:pendant|durant)\s+(?:toute\s+)?(?:la|le|les|l['’])\s*"
        r"|(?:avant|après)\s+(?:la|le|les|l['’])\s*(?!\d|[a-zà-ÿ]+di\s))",
        "Quand",
        whole=True,
    ),
)
_LONG = 18
_SHORTEST = 5


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then its moment; a short one stays."""
    parts = told_behind(tree, _OPENERS, _LONG)
    if parts is None or words_in(parts[1]) <= _SHORTEST:
        return None
    name, _, what = parts[1].partition(" : ")
    return parts[0], f"{name} : {what[0].lower()}{what[1:]}"
