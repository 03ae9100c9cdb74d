"""Where: "sur l'ensemble du département" -> "Lieu : l'ensemble du département"."""

from __future__ import annotations

from notices.syntax import Tree
from notices.wording.framing.hanging import told_behind
from notices.wording.framing.openers import opener

_OPENERS = (
    opener(r"sur\s+(?=(?:l['’]ensemble|tout)\s+(?:d[ue]s?|le|la|les)\s)", "Lieu", whole=True),
    opener(r"sur\s+(?=le\s+(?:territoire|domaine|réseau)\s+d)", "Lieu", whole=True),
    opener(r"dans\s+(?=(?:tout|toute|tous|toutes|l['’]ensemble|les\s+communes)\s)", "Lieu", whole=True),
    opener(r"(?=entre\s+(?:la|le|les|l['’])\s*[^,\d]+\set\s(?:la|le|les|l['’]))", "Lieu", whole=True),
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then where it holds."""
    return told_behind(tree, _OPENERS)
