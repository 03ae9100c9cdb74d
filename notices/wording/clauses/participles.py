"""What a thing may do, behind a comma: ", pouvant atteindre 1 500 euros" -> "Cette amende peut atteindre
1 500 euros"."""

from __future__ import annotations

import re

from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import begins_with_vowel

_LONG = 15
"""A sentence of so many words keeps its participle."""
_MAY = re.compile(
    r"^(?P<before>.*\b(?P<article>un|une)\s+(?P<noun>[a-zà-ÿ-]+)(?:\s+(?!le\b|la\b|les\b|une?\b|l['’])[^\s,;:]+){0,4}),\s+"
    r"pouvant\s+(?P<said>[^,;:]+)$"
)


def split(sentence: str) -> tuple[str, ...] | None:
    """The sentence, and what its last noun may do; None where "pouvant" may belong to another word."""
    may = _MAY.match(sentence)
    if may is None or words_in(sentence) <= _LONG or not has_finite_verb(may["before"]):
        return None
    this = "Cette" if may["article"] == "une" else "Cet" if begins_with_vowel(may["noun"]) else "Ce"
    return (may["before"], f"{this} {may['noun']} peut {may['said']}")
