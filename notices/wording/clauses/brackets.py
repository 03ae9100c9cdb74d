"""Long brackets become sentences or go; short ones stay: "(JUNALCO)", "(500 €)"."""

from __future__ import annotations

import re

from notices.wording.grammar import words_in

_PENALTY = re.compile(
    r"(?i)(?:faisant encourir|puni(?:e|s|es)? de|passible(?:s)? de|peine encourue\s*:?|encourant|encourt|encourue?s?\s*:?)\s*(.+)"
)
_BRACKET = re.compile(r"\s*\(([^()]*)\)")


def split(sentence: str) -> tuple[str, ...] | None:
    """The sentence without its bracket about a penalty, and the penalty that the law allows."""
    for match in _BRACKET.finditer(sentence):
        penalty = _PENALTY.match(match[1])
        if penalty and re.search(r"\d|an|mois|amende|prison", penalty[1]):
            rest = sentence[: match.start()] + sentence[match.end() :]
            return (rest, f"Peine possible : {_und(penalty[1])}")
    return None


def _und(penalty: str) -> str:
    """Mends "10 ans d'emprisonnement en 500 000 euros d'amende", a common slip for "et"."""
    return re.sub(r"(?<=emprisonnement) en (?=\d[\d\s]* euros d['’]amende)", " et ", penalty)


def long_brackets(sentence: str) -> tuple[str, ...]:
    """The brackets of more than four words, as they stand."""
    return tuple(m.group() for m in _BRACKET.finditer(sentence) if words_in(m[1]) > 4)
