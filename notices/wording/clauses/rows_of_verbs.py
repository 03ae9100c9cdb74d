"""A row of verbs with one subject: none is torn out of it, and a long one becomes short rows.

"La forêt, qui purifie l'air, régule les pluies et abrite la faune, est une alliée" -> the main clause, then
"La forêt purifie l'air, régule les pluies et abrite la faune".
"""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.wording.grammar import (
    comma_parts,
    finite_verbs,
    has_finite_verb,
    starts_finite,
    starts_noun_phrase,
    tokens,
    words_in,
)
from notices.wording.joints import capital

_SHORT = 15
_ROW = 3
"""So many verbs make a row, and stand in one sentence of it."""
_LAST = re.compile(r"^(?P<one>.+?)\s+et\s+(?P<other>.+)$")
_LEAD = re.compile(r"^(?P<lead>[^:]+ : )?(?P<said>.+)$")
_UNKNOWN = re.compile(
    r"[a-zà-ÿ]+(?:e|it|ent|ra|ront)\s+(?:(?:les?|la|une?|des?|du|nos|notre|vos|votre|ses|son|sa|certaine?s)\s|l['’])"
)
_HOLDS = re.compile(r"(?i)(?<![\w-])(?:qui|que|dont|où|si|quand|lorsque|ne|pas)\b|\b(?:qu|n|lorsqu)['’]")
_INDEFINITE = re.compile(r"(?i)(?:un|une|des|plusieurs|certaine?s|chaque|aucune?|tout)\b")


def split(sentence: str) -> tuple[str, ...] | None:
    """The sentence without its row of verbs, and the row in sentences of three verbs at most; None where
    there is none, or it is short."""
    match = _LEAD.match(sentence.rstrip(". "))
    if match is None or words_in(sentence) <= _SHORT:
        return None
    return _relative(match["lead"] or "", match["said"]) or _plain(match["lead"] or "", match["said"])


def _relative(lead: str, said: str) -> tuple[str, ...] | None:
    subject, *parts = comma_parts(said)
    if len(parts) < 3 or not re.match(r"qui\s", parts[0]) or not _is_subject(subject):
        return None
    *row, main = [parts[0][4:], *parts[1:]]
    verbs = _row(row)
    if not verbs or not _is_verb(main) or (" et " in main and _row([*row[:-1], main])):
        return None
    return f"{lead}{subject if lead else capital(subject)} {main}", *_rows(capital(subject), verbs)


def _plain(lead: str, said: str) -> tuple[str, ...] | None:
    first, *parts = comma_parts(said)
    found = finite_verbs(first)
    if len(parts) < _ROW - 1 or not found or not starts_noun_phrase(first):
        return None
    start = tokens(first)[found[0]].start
    subject, verbs = first[:start].strip(), _row([first[start:], *parts])
    if not verbs or not _is_subject(subject) or words_in(said) <= _SHORT:
        return None
    one, *others = _rows(capital(subject), verbs)
    return (f"{lead}{one if not lead else one[0].lower() + one[1:]}", *others) if others else None


def _is_subject(text: str) -> bool:
    """True for a noun phrase that can be said again."""
    return (
        starts_noun_phrase(text)
        and not has_finite_verb(text)
        and words_in(text) <= 6
        and not _INDEFINITE.match(text)
    )


def _row(parts: list[str]) -> list[str]:
    """The verbs of "purifie l'air, régule les pluies et abrite la faune"; none where it is no such row."""
    last = _LAST.match(parts[-1])
    if last is None:
        return []
    verbs = [*parts[:-1], last["one"], last["other"]]
    whole = all(_is_verb(verb) and words_in(verb) > 1 and not _HOLDS.search(verb) for verb in verbs)
    return verbs if whole and len(verbs) >= _ROW and sum(map(starts_finite, verbs)) > 1 else []


def _is_verb(text: str) -> bool:
    """True for a finite verb; also for a word that may be one or is unknown, with an object behind it."""
    tags = word_tags(text.split()[0])
    return starts_finite(text) or bool(_UNKNOWN.match(text) and (not tags or set(tags) & {"v", "w"}))


def _rows(subject: str, verbs: list[str]) -> tuple[str, ...]:
    """The verbs in sentences of up to three, as even as can be."""
    count = -(-len(verbs) // _ROW)
    size = -(-len(verbs) // count)
    groups = [verbs[i : i + size] for i in range(0, len(verbs), size)]
    return tuple(f"{subject} {_joined(group)}" for group in groups)


def _joined(verbs: list[str]) -> str:
    joint = ", et" if " et " in " ".join(verbs) else " et"
    return verbs[0] if len(verbs) == 1 else f"{', '.join(verbs[:-1])}{joint} {verbs[-1]}"
