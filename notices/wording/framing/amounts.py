"""How much: "pour un montant de 12 000 euros HT" -> "Montant : 12 000 euros HT"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.clause import is_clause
from notices.wording.framing.hanging import told_behind
from notices.wording.framing.openers import opener
from notices.wording.framing.shapes import LONG
from notices.wording.grammar import has_finite_verb, starts_finite, words_in

_FIGURE = r"(?:d(?:e\s+|['’])|à\s+)(?=(?:environ|près|plus|moins|quelque)?\s*\d)"
_SIZES = (
    "hauteur|puissance|superficie|surface|capacité|longueur|largeur|profondeur|valeur|masse|poids|vitesse|"
    "volume"
)
_SIZE = re.compile(
    rf",\s+d['’]une?\s+(?P<kind>{_SIZES})(?P<most>\s+(?:maximale?|minimale?|totale?|moyenne?))?\s+"
    r"d(?:e\s+|['’])(?P<what>(?=environ|près|plus|moins|au\s|\d)[^,;:()]+?)(?P<end>,|$)(?!\d)"
)
_OPENERS = tuple(
    opener(rf"(?:pour|moyennant|d['’]|au|à)\s*(?:une?\s+|le\s+)?{kind}\s+{_FIGURE}", name)
    for kind, name in (
        (r"montants?\s+maxim(?:al|um)", "Montant maximal"),
        (r"montants?\s+total", "Montant total"),
        (r"montants?(?:\s+(?:estimé|prévisionnel|global))?", "Montant"),
        (r"coût(?:\s+(?:estimé|prévisionnel|global|total))?", "Coût"),
        (r"prix", "Prix"),
        (r"tarif", "Tarif"),
    )
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then the amount, or who pays which part of it; an amount that is raised behind it waits."""
    if _RAISED.search(tree.text):
        return None
    return _equals(tree) or _shares(tree) or told_behind(tree, _OPENERS) or _size(tree)


_RAISED = re.compile(r",\s+portée?s?\s+à\s")
_EQUALS = re.compile(
    r",\s+soit\s+(?P<what>(?:(?:environ|près\s+d(?:e\s|['’])|plus\s+d(?:e\s|['’])|au\s+total)\s*)?\d[^,;:()]*)(?P<end>,\s|$)"
)


def _equals(tree: Tree) -> tuple[str, ...] | None:
    """ "les foyers du canton, soit 64 000 personnes, sont concernés" -> "Cela fait 64 000 personnes"."""
    text = tree.text.rstrip(". ")
    match = _EQUALS.search(text)
    if words_in(text) <= LONG or not match or text.count(" soit ") > 1 or has_finite_verb(match["what"]):
        return None
    rest = f"{text[: match.start()]} {text[match.end() :]}".strip()
    behind = not match["end"] or starts_finite(text[match.end() :])
    return (rest, f"Cela fait {match['what']}") if behind and has_finite_verb(rest) else None


_SHARES = re.compile(r",?\s+financée?s?\s+(?:à\s+hauteur\s+d(?:e\s+|['’]))?(?P<what>\d[^;:]*\bpar\s[^;:]+)$")


def _shares(tree: Tree) -> tuple[str, ...] | None:
    """ "418 000 euros, financés à hauteur de 60 % par la commune" -> "Financement : 60 % par la commune"."""
    text = tree.text.rstrip(". ")
    match = _SHARES.search(text)
    if words_in(text) <= LONG or not match or not is_clause(text[: match.start()]):
        return None
    return text[: match.start()], f"Financement : {match['what']}"


def _size(tree: Tree) -> tuple[str, ...] | None:
    """ "six éoliennes, d'une hauteur maximale de 180 mètres" -> "Hauteur : au maximum 180 mètres"."""
    found = list(_SIZE.finditer(tree.text))
    if words_in(tree.text) <= LONG or len(found) != 1:
        return None
    size = found[0]
    goes_on = re.match(r"\s+(?:et|ou)\s", tree.text[size.end() :])
    rest = (
        tree.text[: size.start()]
        + ("" if goes_on or _is_before_verb(tree, size) else size["end"])
        + tree.text[size.end() :]
    )
    return (rest, f"{_name(size)}{size['what']}") if is_clause(rest) else None


def _is_before_verb(tree: Tree, size: re.Match[str]) -> bool:
    return size.end() <= tree.root.start and "," not in tree.text[: size.start()]


def _name(size: re.Match[str]) -> str:
    kind, most = size["kind"].capitalize(), (size["most"] or "").strip()
    if most[:3] in ("max", "min"):
        return f"{kind} : au {most[:5]}um "
    return f"{kind} {most} : " if most else f"{kind} : "
