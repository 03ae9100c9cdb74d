"""Several verbs of one subject: "Elle mesure 1,62 m, est mince et a les cheveux gris" -> three sentences."""

from __future__ import annotations

import re

from notices.wording.clauses.coordination import said_again
from notices.wording.grammar import (
    comma_parts,
    finite_verbs,
    starts_finite,
    starts_noun_phrase,
    tokens,
    words_in,
)

_GOVERNED = re.compile(r"(?i)\b(?:que|qu['’]|qui|si|quand|lorsque|lorsqu['’]|dont|où|selon)\b")


def split(sentence: str) -> tuple[str, ...] | None:
    """One sentence for each verb; None where a part has a subject of its own or the subject is not sure."""
    parts = list(comma_parts(sentence))
    if len(parts) < 2 or words_in(sentence) <= 12 or _GOVERNED.search(sentence):
        return None
    last = re.match(r"(?P<one>.+?)\s+et\s+(?P<two>.+)$", parts[-1])
    if last and starts_finite(last["one"]) and starts_finite(last["two"]):
        parts[-1:] = [last["one"], last["two"]]
    else:
        parts[-1] = re.sub(r"^et\s+", "", parts[-1])
    if len(parts) < 3 or not all(starts_finite(part) for part in parts[1:]):
        return None
    verbs = finite_verbs(parts[0])
    if len(verbs) != 1 or not starts_noun_phrase(parts[0]):
        return None
    if any(words_in(part) < 2 for part in parts[1:]) or verbs[0] == len(tokens(parts[0])) - 1:
        return None
    subject = parts[0][: tokens(parts[0])[verbs[0]].start].strip()
    named = said_again(subject, parts[0])
    return (parts[0], *(f"{named} {part}" for part in parts[1:])) if named else None
