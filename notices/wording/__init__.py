"""Plainer words and shorter sentences, by safe rules only: what a rule cannot do in good French stays."""

from __future__ import annotations

from functools import lru_cache

from notices.syntax import parse
from notices.wording.clauses import enumerations, statements
from notices.wording.compacting.economy import briefer
from notices.wording.figures import plain_figures
from notices.wording.framing import lists
from notices.wording.idioms import plain_idioms, without_padding
from notices.wording.joints import tidy
from notices.wording.likeness import are_alike

__all__ = ["briefer", "enumeration", "plainer", "statements", "without_padding"]


def enumeration(sentence: str) -> tuple[str, tuple[str, ...]] | None:
    """The head of a list and its items, where a sentence tells three like things or more; else None."""
    found = (lists.enumeration(parse(sentence.rstrip(". "))), enumerations.enumeration(sentence))
    return next((listed for listed in found if listed and are_alike(listed[1])), None)


@lru_cache(maxsize=4096)
def plainer(text: str) -> str:
    """The text in plainer words: idioms, figures, hours and dates. Its facts are untouched."""
    return tidy(plain_figures(plain_idioms(briefer(text))))
