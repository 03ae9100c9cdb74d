"""What is told behind a colon in a clause of its own is a sentence of its own: "L'eau sera trouble : elle ne
devra pas être bue". A list or a name behind a colon stays there."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.cutting.scope import attribution, bound, widely_bound
from notices.wording.cutting.shapes import sound
from notices.wording.grammar import comma_parts, has_finite_verb, starts_finite, starts_noun_phrase, words_in
from notices.wording.joints import capital, small

_LONG = 15
_ANNOUNCES = re.compile(
    r"(?i)\b(?:suivant(?:e?s|e)?|ci-(?:après|dessous)|notamment|voici|comme|sont|est|[àa]u|de|que|savoir|disant|"
    r"déclaré|indiqué|précisé|question|titre|intitulée?|exemple)\s*$"
)
_LABEL = re.compile(r"^[A-ZÀ-Ý][\w '’-]{1,40} :\s")
_PRONOUN = re.compile(r"(?i)^(?:il|elle|ils|elles|on|vous|nous|cela|ce|c['’])(?:\s+|(?<=['’]))")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The two clauses; None where one of them is none, or a limit may bind both."""
    text = tree.text
    if words_in(text) <= _LONG or text.count(" : ") != 1 or _LABEL.match(text):
        return None
    left, _, right = text.partition(" : ")
    if not has_finite_verb(left) or _ANNOUNCES.search(left) or widely_bound(right) or not _is_clause(right):
        return None
    head = attribution(left)
    right = f"{head}{small(right)}" if head else capital(bound(left, right))
    pieces = (left, right)
    return pieces if all(map(sound, pieces)) else None


def _is_clause(text: str) -> bool:
    """True for a subject with its verb, nothing before them."""
    first = comma_parts(text)[0]
    pronoun = _PRONOUN.match(first)
    if pronoun:
        return starts_finite(first[pronoun.end() :])
    return starts_noun_phrase(first) and has_finite_verb(first)
