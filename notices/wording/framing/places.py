"""Where: "sur l'ensemble du département" -> "Lieu : l'ensemble du département"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.clause import is_clause
from notices.wording.framing.hanging import announces, told_behind
from notices.wording.framing.openers import opener
from notices.wording.framing.shapes import LONG
from notices.wording.grammar import words_in
from notices.wording.joints import without_a

_OPENERS = (
    opener(r"sur\s+(?=(?:l['’]ensemble|tout)\s+(?:d[ue]s?|le|la|les)\s)", "Lieu", whole=True),
    opener(r"sur\s+(?=le\s+(?:territoire|domaine|réseau)\s+d)", "Lieu", whole=True),
    opener(r"dans\s+(?=(?:tout|toute|tous|toutes|l['’]ensemble|les\s+communes)\s)", "Lieu", whole=True),
    opener(
        r"(?=(?:en|à\s+la|au|dans\s+la|à\s+l['’]|aux)\s*(?:salles?|mairie|hôtel\s+de\s+ville|préfecture|gymnase|centre|"
        r"école|parking|stade|bibliothèque|médiathèque|maison|église|foyer|accueil|complexe|parc|halle|théâtre)\b)",
        "Lieu",
        whole=True,
        last=True,
        manner=True,
    ),
    opener(r"(?=entre\s+(?:la|le|les|l['’])\s*[^,\d]+\set\s(?:la|le|les|l['’]))", "Lieu", whole=True),
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then where it holds."""
    parts = _address(tree) or told_behind(tree, _OPENERS)
    if parts is None or not _TO.match(parts[1]):
        return parts
    place = without_a(parts[1].removeprefix("Lieu : "))
    return None if _MOVED.search(parts[0]) else (parts[0], f"Lieu : {place}")


_TO = re.compile(r"(?i)Lieu : (?:à|aux?)\s")


_MOVED = re.compile(
    r"(?i)\b(?:transfér|déplac|déménag|délocalis|transport|condui|emmen|ramen|report|rel(?:ie|ient|iera)|va\b|vont\b|passe)"
)
"""What says nothing without the place that it leads to."""


_ADDRESS = re.compile(
    r"(?<=,)\s+\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|place|avenue|boulevard|chemin|route|allée|impasse|quai|square|cours)"
    r"\s+[^,;:()]+(?:,\s+\d{5}\s+[A-ZÀ-Ý][^,;:()]+)?$"
)


def _address(tree: Tree) -> tuple[str, ...] | None:
    """The address at the end of the sentence."""
    found = _ADDRESS.search(tree.text.rstrip(". "))
    if words_in(tree.text) <= LONG or not found or announces(tree.text):
        return None
    rest = tree.text[: found.start()].rstrip(", ")
    return (rest, f"Adresse : {found[0].strip()}") if is_clause(rest) else None
