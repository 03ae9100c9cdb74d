"""What binds a whole sentence (conditions, exceptions, attributions): no cut may part it from that."""

from __future__ import annotations

import re

from notices.wording.joints import small

_ATTRIBUTED = re.compile(r"^(?:selon|d['’]après)\s+[^,;:]+,\s+", re.IGNORECASE)
_CONDITION = re.compile(
    r"^(?:si\s|s['’]ils?\s|lorsqu|quand\s|en cas\s|dans (?:ce|le) cas|à défaut|sauf\s|sinon|en l['’]absence|"
    r"faute d|tant qu|dès lors qu|à condition|sous réserve|au[- ]delà|passé ce délai|le cas échéant|hors\s)",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"(?i)(?<!\w)(?:en\s+cas|sauf|hormis|sous\s+réserve|à\s+condition|à\s+l['’]exception)(?!\w)"
)
_WIDE = re.compile(
    r",\s+(?:sauf|hormis|hors|excepté|à l['’]exception|sous réserve|à condition|si\s|s['’]il|lorsqu|quand\s|"
    r"selon\s|d['’]après|dès lors|tant qu|à moins|en cas)",
    re.IGNORECASE,
)


def attribution(text: str) -> str:
    """ "Selon la préfecture, " at the head of a sentence, or nothing."""
    match = _ATTRIBUTED.match(text)
    return match.group() if match else ""


def conditioned(text: str) -> bool:
    """True where the sentence opens with a condition."""
    return bool(_CONDITION.match(text[len(attribution(text)) :]))


_OPPOSES = re.compile(
    r"(?i)^(?:si|s['’])\s*(?=(?:[^,]*?\s)?(?:a|ont|avai(?:t|ent)|étai(?:t|ent))\s)[^;:]*?,\s+"
    r"[^,;:]*?(?<![\w-])(?:n['’](?:y\s+)?|y\s+)?(?:a|ont|avai(?:t|ent)|étai(?:t|ent)|n['’]est|ne\s+sont)\s+"
)


def opposes(text: str) -> bool:
    """True for two facts that "si" sets against each other, and no condition: "Si une arme a été trouvée,
    aucun coup n'a été tiré"."""
    found = _OPPOSES.match(text)
    return bool(found) and not _ASKS.search(text)


_ASKS = re.compile(
    r"(?i)(?<![\w-])(?:vous|votre|vos|il\s+(?:faut|convient)|[a-zà-ÿ]{3,}(?:rai|ras?|rez|ront))(?![\w-])"
)


_MEANWHILE = re.compile(
    r"(?i)^(?:dans\s+l['’](?:attente|intervalle)|en\s+attendant|entre-temps|pendant\s+ce\s+temps|d['’]ici\s+là|"
    r"(?:pendant|durant|au\s+cours\s+de|sur)\s+(?:cette|toute\s+cette)\s+période|à\s+partir\s+de\s+cette\s+date),\s+"
)
"""When both clauses of a sentence hold."""


def only_condition(text: str, verb: int) -> bool:
    """True where a verb at this place stands within the condition that opens the sentence: "Sauf si elles
    travaillent et ..."."""
    return conditioned(text) and "," not in text[len(attribution(text)) : verb]


def widely_bound(text: str) -> bool:
    """True where a limit may bind all that stands before it, and not the last clause only."""
    return bool(_WIDE.search(text) or _LIMIT.search(text))


def bound(left: str, right: str) -> str:
    """The second part with what binds it too: the attribution again, "Dans ce cas" for a condition."""
    head = attribution(left)
    if head:
        return f"{head}{small(right)}"
    if (meanwhile := _MEANWHILE.match(left)) and not _MEANWHILE.match(right):
        return f"{meanwhile.group()}{small(right)}"
    if opposes(left):
        return right
    return f"Dans ce cas, {small(right)}" if conditioned(left) and not conditioned(right) else right
