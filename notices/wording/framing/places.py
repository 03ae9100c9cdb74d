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
    opener(
        r"dans\s+(?=(?:le|la|l['’]|les|chaque|cette|ce)\s?(?:agglomération|département|commune|ville|village|région|quartier|"
        r"secteur|couloir|hall|bassin|zone|pays|rue|hameau|gymnase|bâtiment|parc|massif|forêt)s?\b)",
        "Lieu",
        whole=True,
        last=True,
        manner=True,
    ),
    opener(
        r"sur\s+(?=(?:le|la|l['’]|les)\s?(?:parking|plage|place|site|secteur|commune|zone|quai|esplanade|stade)s?\b)",
        "Lieu",
        whole=True,
        last=True,
        manner=True,
    ),
    opener(r"(?=entre\s+(?:la|le|les|l['’])\s*[^,\d]+\set\s(?:la|le|les|l['’]))", "Lieu", whole=True),
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then where it holds."""
    parts = _address(tree) or _room(tree) or told_behind(tree, _OPENERS)
    if parts is None or _is_needed(tree.text, parts[0]):
        return None
    if not _TO.match(parts[1]):
        return parts
    place = without_a(parts[1].removeprefix("Lieu : "))
    return None if _MOVED.search(parts[0]) else (parts[0], f"Lieu : {place}")


_BANNED = re.compile(
    r"(?i)\b(?:(?:interdit|autoris|ferm|suspend|coup|limit|prohib)\w*|(?:accessi|disponi|consulta|téléchargea)bles?)$"
)


def _is_needed(text: str, rest: str) -> bool:
    """True where the place stands directly behind what is banned or closed there."""
    alike = next((n for n, (one, two) in enumerate(zip(text, rest, strict=False)) if one != two), len(rest))
    return bool(_BANNED.search(rest[:alike].rstrip(" ,.")))


_TO = re.compile(r"(?i)Lieu : (?:à|aux?)\s")


_MOVED = re.compile(
    r"(?i)\b(?:transfér|déplac|déménag|délocalis|transport|condui|emmen|ramen|report|rel(?:ie|ient|iera)|va\b|vont\b|passe)"
)
"""What says nothing without the place that it leads to."""


_ADDRESS = re.compile(
    r"(?<=,)\s+\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|place|avenue|boulevard|chemin|route|allée|impasse|quai|square|cours)"
    r"\s+[^,;:()]+(?:,\s+\d{5}\s+[A-ZÀ-Ý][^,;:()]+)?$"
)


_ROOM = re.compile(
    r",\s+(?P<room>(?:salles?|gymnase|hôtel\s+de\s+ville|place|rue|avenue|parking|espace|maison|stade|bâtiment|école|halle|"
    r"médiathèque|auditorium|amphithéâtre)\s+(?:d[eu]s?\s+(?:la\s+)?|d['’])?[«A-ZÀ-Ý][^,;:()]*)$"
)


def _room(tree: Tree) -> tuple[str, ...] | None:
    """The room at the end of the sentence: ", salle Jean-Moulin"."""
    found = _ROOM.search(tree.text.rstrip(". "))
    if words_in(tree.text) <= LONG or not found or announces(tree.text):
        return None
    rest = tree.text[: found.start()]
    return (rest, f"Lieu : {found['room']}") if is_clause(rest) and not _MOVED.search(rest) else None


def _address(tree: Tree) -> tuple[str, ...] | None:
    """The address at the end of the sentence."""
    found = _ADDRESS.search(tree.text.rstrip(". "))
    if words_in(tree.text) <= LONG or not found or announces(tree.text):
        return None
    rest = tree.text[: found.start()].rstrip(", ")
    return (rest, f"Adresse : {found[0].strip()}") if is_clause(rest) else None
