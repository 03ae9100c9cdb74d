"""Which language a reader prefers (RFC 9110, section 12.5.4)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from notices.document import Lang

_CHOICE = re.compile(r"\s*([A-Za-z]{1,8}|\*)(?:-[A-Za-z0-9-]*)?\s*(?:;\s*q=([01](?:\.[0-9]{0,3})?)\s*)?")
_MOST_CHOICES = 20


def preferred(accepted: str, offered: Sequence[Lang]) -> Lang:
    """The offered language that `accepted` ("en-GB,en;q=0.8") names with the highest weight; else the first.

    Of languages with the same weight, the one named first.
    """
    weights: dict[str, float] = {}
    for choice in accepted.split(",")[:_MOST_CHOICES]:
        if named := _CHOICE.fullmatch(choice):
            weights.setdefault(named[1].lower(), float(named[2] or 1))
    wanted = [lang for lang in weights if lang in offered and weights[lang] > 0]
    best = max(wanted, key=lambda lang: weights[lang], default=offered[0])
    return next(lang for lang in offered if lang == best)
