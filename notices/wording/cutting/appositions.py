"""Who somebody is, between commas, becomes a sentence: "M. Albouy, adjoint aux finances, présente le compte"
-> "M. Albouy présente le compte. Il est adjoint aux finances." """

from __future__ import annotations

import re

from notices.syntax import Token, Tree
from notices.wording.cutting.antecedents import in_main_clause
from notices.wording.cutting.shapes import comma_for, quoted, sound
from notices.wording.cutting.subjects import said_again
from notices.wording.cutting.verbs import main_time
from notices.wording.grammar import cut, has_finite_verb, starts_finite, words_in
from notices.wording.joints import tidy

_LONG = 15
"""A sentence of so many words keeps its appositions."""
_PERSON = re.compile(r"^(?:M\.|Mme|Monsieur|Madame|Mlle|Me|Dr)$")
_NUMBER = re.compile(r"(?i)^(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+)\b")
_ONE = re.compile(r"(?i)^(?:une?|deux|trois|quatre|cinq|six|\d+)\s")
_TITLE = re.compile(
    r"^(?:préfete?|préfète|maire|adjointe?|président(?:e)?|vice-présidente?|procureure?|directeur|directrice|commissaire|ingénieure?|chef|cheffe|"
    r"responsable|chargée?|conseill\w+|secrétaire|ministre|députée?|sénateur|sénatrice|gérante?|comptable|commandante?|"
    r"colonel|lieutenant|capitaine|médecin|professeure?|avocate?|juge|rapporteur|propriétaire|locataire|agent|ancien|"
    r"ancienne|sous-préfet|sous-préfète|inspecteur|inspectrice)\b"
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The sentence without its apposition, and that as a sentence; None where there is none that is sure."""
    if words_in(tree.text) <= _LONG or not _may_hold_one(tree.text) or main_time(tree) is None:
        return None
    commas = [t for t in tree.tokens[1:-1] if t.text == "," and not quoted(tree, t)]
    return next((pieces for comma in commas if (pieces := _apart(tree, comma))), None)


def _may_hold_one(text: str) -> bool:
    """True for a title behind a comma, and for a number of persons at the head of the sentence."""
    return bool(_NUMBER.match(text)) or any(_TITLE.match(part) for part in re.split(r",\s*", text)[1:])


def _apart(tree: Tree, comma: Token) -> tuple[str, ...] | None:
    start = tree.tokens[comma.place + 1].start
    said = cut(tree.text[start:], ",")[0]
    rest = tree.text[start + len(said) :].lstrip(" ,")
    if rest and not (starts_finite(rest) or not has_finite_verb(rest)):
        return None
    told = _office(tree, comma, said) or _members(tree, comma, tree.text[start:])
    if told is None:
        return None
    if told.startswith("Ce sont"):
        said, rest = _members_and_rest(tree.text[start:])
    shorter = tidy(f"{tree.text[: comma.start]}{comma_for(rest)} {rest}")
    pieces = (shorter, told)
    return pieces if all(map(sound, pieces)) else None


def _office(tree: Tree, comma: Token, said: str) -> str | None:
    """ "Il est adjoint aux finances" """
    if not _TITLE.match(said) or has_finite_verb(said):
        return None
    name = _named(tree, comma)
    again = said_again(tree, name, pronoun=name.dep.startswith(("nsubj", "vocative"))) if name else None
    return f"{again} est {said}" if again else None


def _named(tree: Tree, comma: Token) -> Token | None:
    """The person whose name ends at the comma."""
    at: Token | None = tree.tokens[comma.place - 1]
    if at is None or not at.text[:1].isupper():
        return None
    while at is not None and not any(_PERSON.match(t.text) for t in tree.below(at)):
        if at.pos not in ("PROPN", "NOUN", "X"):
            return None
        at = tree.head(at)
    if at is None or at.pos not in ("PROPN", "NOUN") or not in_main_clause(tree, at):
        return None
    return at if len(tree.below(at)) < 20 else None


def _members(tree: Tree, comma: Token, after: str) -> str | None:
    """ "Deux personnes, une femme et son fils, ont été retrouvées" -> "Ce sont une femme et son fils" """
    if not _NUMBER.match(tree.text) or has_finite_verb(tree.text[: comma.start]) or not _ONE.match(after):
        return None
    members, rest = _members_and_rest(after)
    return f"Ce sont {members}" if rest and " et " in members and not has_finite_verb(members) else None


def _members_and_rest(after: str) -> tuple[str, str]:
    parts = cut(after, ",")
    n = next((i for i in range(1, len(parts)) if starts_finite(parts[i])), len(parts))
    return ", ".join(parts[:n]), ", ".join(parts[n:])
