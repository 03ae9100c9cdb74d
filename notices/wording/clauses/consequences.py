"""What follows from a statement is a statement of its own: ", ce qui réduit le bruit" -> "Cela réduit le
bruit"."""

from __future__ import annotations

import re

from notices.wording.grammar import has_finite_verb, starts_finite, words_in

_WHICH = re.compile(r",\s+ce\s+qui\s+(?P<said>.+)$")
_FOLLOWS: dict[str, tuple[str, str]] = {
    "permettant": ("permet", "permis"), "entraînant": ("entraîne", "entraîné"),
    "provoquant": ("provoque", "provoqué"), "causant": ("cause", "causé"),
    "obligeant": ("oblige", "obligé"), "empêchant": ("empêche", "empêché"), "évitant": ("évite", "évité"),
    "réduisant": ("réduit", "réduit"), "facilitant": ("facilite", "facilité"),
    "blessant": ("blesse", "blessé"),
    "garantissant": ("garantit", "garanti"), "rendant": ("rend", "rendu"), "créant": ("crée", "créé"),
}  # fmt: skip
_PARTICIPLE = re.compile(rf",\s+(?:ainsi\s+)?(?P<verb>{'|'.join(_FOLLOWS)})\s+(?P<what>[^;:]+)$")
_PAST = re.compile(
    r"\b(?:a|ont|avait|avaient)\s+(?:été\s+)?[a-zà-ÿ]+(?:é|i|u|is|it)[es]{0,2}\b|\b(?:s['’]est|se\s+sont)\s"
)
_GOVERNED = re.compile(r"(?i)\b(?:que|qu['’]|si|afin|lorsque|quand|sauf)\b")


def split(sentence: str) -> tuple[str, ...] | None:
    """The statement and what follows from it; None where nothing does, or the statement is governed."""
    which = _WHICH.search(sentence)
    if which and _stands(sentence[: which.start()]) and starts_finite(which["said"]):
        return (sentence[: which.start()], f"Cela {which['said']}")
    match = _PARTICIPLE.search(sentence)
    if not match or words_in(sentence) <= 15 or not _stands(sentence[: match.start()]):
        return None
    present, past = _FOLLOWS[match["verb"]]
    verb = f"a {past}" if _PAST.search(sentence[: match.start()]) else present
    return (sentence[: match.start()], f"Cela {verb} {match['what']}")


def _stands(clause: str) -> bool:
    return has_finite_verb(clause) and not _GOVERNED.search(clause)
