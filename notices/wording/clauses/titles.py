"""A person and an office: "M. Jean Martin, préfet du Gard, a pris un arrêté" -> "M. Jean Martin est préfet
du Gard. Il a pris un arrêté"."""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.wording.grammar import (
    PRONOUNS,
    comma_parts,
    has_finite_verb,
    noun_agreement,
    starts_finite,
    words_in,
)
from notices.wording.joints import capital

_PERSON = re.compile(
    r"^(?:(?:M\.|Mme|Monsieur|Madame)\s+)?[A-ZÀ-Ý][\w’'-]+(?:\s+(?:de\s+|d['’])?[A-ZÀ-Ý][\w’'.-]*)+$|"
    r"^(?:M\.|Mme|Monsieur|Madame)\s+[A-ZÀ-Ý][\w’'-]+$"
)
_LONG = 15


def split(sentence: str) -> tuple[str, ...] | None:
    """Who the person is, then what is told of the person; None where that is not sure."""
    parts = comma_parts(sentence)
    if len(parts) < 3 or words_in(sentence) <= _LONG or not _PERSON.match(parts[0]):
        return None
    office = parts[1].split()
    if not office or not office[0].islower() or "n" not in word_tags(office[0]) or has_finite_verb(parts[1]):
        return None
    if not starts_finite(parts[2]) or len(office) > 12:
        return None
    agreement = noun_agreement(parts[0])
    again = PRONOUNS[agreement] if agreement else parts[0]
    return (f"{parts[0]} est {parts[1]}", f"{capital(again)} {', '.join(parts[2:])}")
