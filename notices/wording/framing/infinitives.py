"""Three things to do behind one verb are a list: "Il faut boire souvent, se tenir au frais et fermer les
volets" -> "Il faut :", and an item each."""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.wording.framing import members
from notices.wording.framing.shapes import LONG
from notices.wording.grammar import has_finite_verb, words_in

_BEFORE = r"(?:ne\s+(?:pas|plus|jamais)\s+)?(?:(?:les?|la|leur|lui|se|s['’]y|y|en)\s+|[ls]['’])?"
_DO = rf"{_BEFORE}[a-zà-ÿ]+(?:er|ir|re|oir)\b"
_NEXT = re.compile(rf",\s+(?:et\s+|puis\s+)?(?={_DO})|\s+(?:et|puis)\s+(?={_DO})")
_HEAD = re.compile(
    r"^(?P<head>[^;:()]*?\b(?:faut|faudra|doi(?:t|vent)|devra|devront|devez|peu(?:t|vent)|pouvez|pourra|"
    r"pourront|convient\s+de)"
    r"(?:\s+(?:donc|aussi|également|notamment))?)\s+(?P<list>" + _DO + r".+)$"
)
_FIRST = re.compile(rf"{_BEFORE}(?P<verb>[a-zà-ÿ]+(?:er|ir|re|oir))\b")


def enumeration(text: str) -> members.Listed | None:
    """What must or may be done, and an item for each; None where there are fewer than three."""
    text = text.rstrip(". ")
    match = _HEAD.match(text) if words_in(text) > LONG else None
    if (
        not match
        or re.search(r"\bou\b", match["list"])
        or re.search(r"\b(?:n['’e]|si|qu[ie])\b", match["head"])
    ):
        return None
    parts = _NEXT.split(match["list"])
    if len(parts) < 3 or not all(map(_is_to_do, parts)):
        return None
    return match["head"], tuple(part.strip(" ,") for part in parts)


def _is_to_do(part: str) -> bool:
    verb = _FIRST.match(part)
    return (
        bool(verb and "i" in word_tags(verb["verb"]) and "n" not in word_tags(verb["verb"]))
        and not re.search(r"[;:]", part)
        and (not has_finite_verb(part) or bool(re.search(r"\b(?:qui|que|dont|où)\b|qu['’]", part)))
    )
