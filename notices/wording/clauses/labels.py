"""A label and what is said of it become one sentence: "MaPrimeRénov' : elle remplace ..." ->
"MaPrimeRénov' remplace ..."."""

from __future__ import annotations

import re

from notices.wording.grammar import has_finite_verb, is_plural, starts_finite, starts_noun_phrase, words_in
from notices.wording.joints import capital

_TAKEN_UP = re.compile(
    r"(?P<again>(?:il|elle|ils|elles|(?:ce|cet|cette|ces)\s+[a-zà-ÿ]+)\s+|c['’](?=est\s)|ce\s"
    r"(?=sont\s))(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)

_OURS = frozenset(
    "raison cause but objet sujet dates date horaires quand délai autorité lieu contact cas motif "
    "limite".split()
)
"""Labels that name a circumstance and are no subject."""
_SOMEBODYS = re.compile(r"(?i)(?:son|sa|ses|leurs?)\s")
"""Such a label names what belongs to the subject that follows: "Ses missions : elle conseille le préfet"."""


def split(sentence: str) -> tuple[str, ...] | None:
    """The label made the subject of the sentence, or None."""
    label, colon, said = sentence.partition(" : ")
    if (
        not colon
        or label.lower() in _OURS
        or label.startswith("Article ")
        or has_finite_verb(label)
        or words_in(label) > 8
        or not starts_noun_phrase(label)
    ):
        return None
    if _says_it_again(label, said):
        return (capital(said),)
    match = _TAKEN_UP.match(said)
    if not match or not starts_finite(match["rest"]):
        return None
    again = match["again"].strip().lower()
    plural = again in ("ils", "elles") or again.startswith("ces ")
    if is_plural(label) != plural and again not in ("c'", "c’", "ce"):
        return None
    if _SOMEBODYS.match(label):
        return None
    return (f"{capital(label)} {match['rest']}",)


def _says_it_again(label: str, said: str) -> bool:
    """True where the sentence holds every word of its label: the label then tells nothing."""
    words = re.findall(r"[\w’'%,-]{4,}", label.lower())
    return bool(words) and has_finite_verb(said) and all(word in said.lower() for word in words)
