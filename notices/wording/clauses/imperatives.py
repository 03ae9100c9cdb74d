"""Several orders in a row: one sentence each, or a list under what they depend on ("En cas de malaise :")."""

from __future__ import annotations

import re

from notices.wording.grammar import comma_parts, words_in
from notices.wording.joints import capital

_ORDER = re.compile(
    r"(?i)^(?:ne\s+|n['’])?(?!chez\b|assez\b|rendez-vous\b)[a-zà-ÿ]{2,}ez(?:-(?:le|la|les|vous|y|en))?\b"
)


def orders(sentence: str) -> tuple[str, ...] | None:
    """The orders that stand one behind the other, what they depend on before them where there is such; else
    None."""
    parts = list(comma_parts(sentence.rstrip(". ")))
    last = re.match(r"(?P<one>.+?),?\s+(?:et|puis)\s+(?P<two>.+)$", parts[-1])
    if last and _ORDER.match(last["two"]) and (_ORDER.match(last["one"]) or len(parts) == 1):
        parts[-1:] = [last["one"], last["two"]]
    else:
        parts[-1] = re.sub(r"^(?:et|puis)\s+", "", parts[-1])
    head = parts.pop(0) if parts and not _ORDER.match(parts[0]) else ""
    if len(parts) < 2 or not all(_ORDER.match(part) for part in parts):
        return None
    return (head, *parts)


def split(sentence: str) -> tuple[str, ...] | None:
    """The orders as sentences of their own; None where they depend on something before them."""
    found = orders(sentence)
    if not found or found[0] or words_in(sentence) <= 12 or re.search(r"(?i)\b(?:si|sinon|ou)\b", sentence):
        return None
    return tuple(capital(part) for part in found[1:])


def listed(sentence: str) -> tuple[str, tuple[str, ...]] | None:
    """ "En cas de malaise, appelez le 15, couchez la personne et attendez" : a head and its items."""
    found = orders(sentence)
    return (found[0], found[1:]) if found and found[0] and len(found) > 2 else None
