"""Whether a piece that was cut off stands as a sentence, and how it follows on the one before it."""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.syntax import Tree
from notices.wording.cutting.scope import attribution, bound, widely_bound
from notices.wording.framing.clause import is_even, is_loose
from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import capital

_LEAST = 3
_VERB = re.compile(
    r"(?i)(?<!\bqui )\b(?:demeure(?:nt)?|reste(?:nt)?|peu(?:t|vent)|doi(?:t|vent))\s+\w|"
    r"^[a-zà-ÿ]{2,}ez(?:-\w+)?\s"
)
"""Verbs that the words round them may hide: "au plus peuvent", "remettez-lui"."""
_TO_DO = re.compile(
    r"(?i)^(?:ne\s+(?:pas|plus|jamais)\s+)?(?:(?:se|les?|la|y)\s+|[ls]['’])?(?P<verb>[a-zà-ÿ]+(?:er|ir|re|oir))\b"
)
_NOT = re.compile(r"(?<=\w)\s(?:pas|plus)$")
_STARTS_LOOSE = re.compile(r"(?i)^(?:et|ou|que|qui|dont|où|lequel|laquelle|de|du|des|[,;:)»])(?![\w'’-])")


def stands(piece: str) -> bool:
    """True where a piece has a finite verb and nothing loose at either end."""
    piece = piece.strip(" .,")
    return (
        (has_finite_verb(piece) or bool(_VERB.search(piece)) or is_to_do(piece))
        and words_in(piece) >= _LEAST
        and not is_loose(_NOT.sub("", piece))
        and not _STARTS_LOOSE.match(piece)
        and is_even(piece)
    )


def is_to_do(piece: str) -> bool:
    """True for an infinitive that asks something: "Ne plus consommer les produits"."""
    match = _TO_DO.match(piece)
    return bool(
        match and "i" in word_tags(match["verb"].lower()) and "n" not in word_tags(match["verb"].lower())
    )


def two(tree: Tree, left: str, right: str) -> tuple[str, ...] | None:
    """Both parts of a sentence as sentences, what binds the first said of the second too; None where one of
    them does not stand, or a limit at the end may bind both."""
    left, right = left.strip(" ,"), right.strip(" ,")
    if not stands(left) or not stands(right) or widely_bound(right) or reports(left):
        return None
    return left, capital(bound(left, right))


def reports(left: str) -> bool:
    """True where what follows may belong to what somebody said: "Le maire a indiqué que"."""
    return bool(_REPORTS.search(left)) and not attribution(left)


_REPORTS = re.compile(
    r"(?i)\b(?:indiqu|précis|déclar|annonc|expliqu|affirm|ajout|rappel|soulign|estim|assur|soutien|soutenu|"
    r"suppos|allég|dis|dit|répond|répondu|retien|retenu|considér|établi|démontr|révél|rapport)\w*\s+(?:[^,;:]{1,60}?\s)?(?:que\s|qu['’])"
)
