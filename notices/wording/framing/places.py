"""Where: "sur l'ensemble du territoire du département" -> "Lieu : l'ensemble du territoire du département"."""

from __future__ import annotations

from notices.syntax import Tree
from notices.wording.framing.hanging import opener, told_behind

_OPENERS = (
    opener(r"sur\s+(?=(?:l['’]ensemble|tout)\s+(?:d[ue]s?|le|la|les)\s)", "Lieu", whole=True),
    opener(r"sur\s+(?=le\s+(?:territoire|domaine|réseau)\s+d)", "Lieu", whole=True),
    opener(r"dans\s+(?=(?:tout|toute|tous|toutes|l['’]ensemble|les\s+communes)\s)", "Lieu", whole=True),
    opener(r"(?=entre\s+(?:la|le|les|l['’])\s*[^,\d]+\set\s(?:la|le|les|l['’]))", "Lieu", whole=True),
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then where it holds."""
    return told_behind(tree, _OPENERS)
