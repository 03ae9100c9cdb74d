"""Where, in a list of names at the end of a long sentence: "Communes : Aubin et Firmi"."""

from __future__ import annotations

import re

from notices.wording.clauses.tails import LONG
from notices.wording.grammar import has_finite_verb, words_in

_AREA = re.compile(
    r",?\s+(?:sur|dans|de|des|du|à|aux|au)?\s*(?:les?\s+|la\s+)?(?P<kind>communes?|départements?|"
    r"cantons?|quartiers?|villages?)"
    r"\s+(?:suivante?s?\s*:?\s*)?(?P<names>(?:d(?:e\s+(?:la\s+|l['’])?|['’]|u\s+|es\s+))?[A-ZÀ-Ý].+)$"
)
_NAME = (
    r"(?:d(?:e\s+(?:la\s+|l['’])?|['’]|u\s+|es\s+))?[A-ZÀ-Ý][\w’'-]*(?:[\s-](?:[A-ZÀ-Ý][\w’'-]*|sur|de|"
    r"du|la|le|les|en|et(?=\s+[A-Z][\w-]+$)|d['’][A-Z][\w-]+|l['’][A-Z][\w-]+))*"
)
_NAMES = re.compile(rf"{_NAME}(?:(?:,|\s+et)\s+{_NAME})+$")


def split(sentence: str) -> tuple[str, ...] | None:
    """The sentence without the places at its end, and the places; None where it is short or names one
    only."""
    if words_in(sentence) <= LONG:
        return None
    match = _AREA.search(sentence)
    if not match or not match["kind"].endswith("s") or not _NAMES.match(match["names"]):
        return None
    before = sentence[: match.start()]
    if not has_finite_verb(before) or re.search(r"(?i)\b(?:que|qui|si|dont|où|et|ou|entre)$", before):
        return None
    names = re.sub(r"(^|,\s+|\s+et\s+)(?:d(?:e\s+(?=[A-Z])|['’](?=[A-ZÀ-Ý])))", r"\1", match["names"])
    names = re.sub(r"(^|,\s+|\s+et\s+)du\s+", r"\1le ", names)
    names = re.sub(r"(^|,\s+|\s+et\s+)des\s+", r"\1les ", names)
    names = re.sub(r"(^|,\s+|\s+et\s+)de\s+(la\s+|l['’])", r"\1\2", names)
    return (before, f"{match['kind'].capitalize()} : {names}")
