"""What stands in brackets becomes a line of its own where it says more than a sign: "(article R. 417-10 du
code de la route)" -> "Texte : article R. 417-10 ..."."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.clause import is_clause
from notices.wording.framing.shapes import LONG
from notices.wording.grammar import has_finite_verb, words_in

_BRACKET = re.compile(r"\s*\((?P<text>[^()]+)\)")
_LAW = re.compile(r"(?i)(?:articles?|arrêté|loi|décret)\s")
_HOURS = re.compile(r"(?i)\d\s?h(?:eures?)?\b|^\w+di(?:,|\s+et)\s")
_TIED = re.compile(
    r"(?i)^(?:voir|cf|ex\.|sauf|hors|hormis|excepté|MM?\.|Mme|Madame|Monsieur|dont|de|du|des|d['’]|à|au|aux|en|par|"
    r"sur|dans|avec|sans|et|ou|y\s+compris|soit|qui|que|si|non|art\.|code|appel|service|numéro|prix|gratuit|tél|\d|"
    r"faisant|encour|puni|passible|ci-|exemple)|\d\d[ .]?\d\d|@|www"
)
_NEGATED = re.compile(r"[;:]|\b(?:non|pas|ne)\b")
_SHORTEST = 3
_ACRONYM = re.compile(r"\b[A-ZÀ-Ý]{2,}[\w-]*$")


_PENALTY = re.compile(r"(?i)\d.*\b(?:emprisonnement|prison|réclusion|amende)\b")
_SENTENCED = re.compile(r"(?i)\b(?:condamn|prononc|inflig|écop|verbalis)\w+|\ba\s+été\b|\bont\s+été\b")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The sentence without its bracket, then what it says; None where that is short or bound to one word."""
    found = list(_BRACKET.finditer(tree.text))
    if words_in(tree.text) <= LONG or len(found) != 1:
        return None
    said = found[0]["text"].strip()
    penalty = _PENALTY.search(said) and not _SENTENCED.search(tree.text[: found[0].start()])
    name = (
        "Sanction possible"
        if penalty
        else None
        if _ACRONYM.search(tree.text[: found[0].start()]) or said.isupper()
        else _name(said)
    )
    rest = f"{tree.text[: found[0].start()]}{tree.text[found[0].end() :]}"
    if name is None or not (is_clause(rest) or (penalty and has_finite_verb(rest))):
        return None
    return rest, f"{name} : {re.sub(r'(?i)^notamment ', '', said)}"


def _name(said: str) -> str | None:
    if _LAW.match(said):
        return "Texte"
    if words_in(said) < _SHORTEST or has_finite_verb(said) or _TIED.match(said) or _NEGATED.search(said):
        return None
    if said.lower().startswith("notamment "):
        return "Notamment"
    return "Horaires" if _HOURS.search(said) else "Précision"
