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
    return f"Dans ce cas, {small(right)}" if conditioned(left) and not conditioned(right) else right
