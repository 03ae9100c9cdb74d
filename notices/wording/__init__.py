"""Plainer words and shorter sentences, by safe rules only: what a rule cannot do in good French stays."""

from __future__ import annotations

from notices.wording.clauses import statements
from notices.wording.clauses.enumerations import enumeration
from notices.wording.figures import plain_figures
from notices.wording.idioms import plain_idioms, without_padding
from notices.wording.joints import tidy

__all__ = ["enumeration", "plainer", "statements", "without_padding"]


def plainer(text: str) -> str:
    """The text in plainer words: idioms, figures, hours and dates. Its facts are untouched."""
    return tidy(plain_figures(plain_idioms(text)))
