"""What is not to be done, and what is to be done instead, are two orders: "il convient de ne pas se rendre
aux urgences, mais d'appeler le 15" -> "Il convient d'appeler le 15"."""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.syntax import Tree
from notices.wording.cutting.scope import attribution, bound, conditioned, widely_bound
from notices.wording.cutting.shapes import sound
from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import capital

_LONG = 15
_MOST = 8
"""So many words that govern both are said again."""
_INSTEAD = re.compile(
    r"^(?P<frame>.+?)\s+(?P<mark>de\s+|à\s+)(?P<not>ne\s+(?:pas|plus)\s+.+?),?\s+mais\s+(?:plutôt\s+)?"
    r"(?P<do>(?:de\s+|d['’]|à\s+)(?P<verb>(?:(?:se|le|la|les|leur|lui|y|en)\s+|[sl]['’])?(?P<infinitive>[a-zà-ÿ]+)).*)$"
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The sentence without its "mais", and what is to be done in one of its own; None where unsure."""
    match = _INSTEAD.match(tree.text) if words_in(tree.text) > _LONG else None
    if match is None or "i" not in word_tags(match["infinitive"]) or widely_bound(match["do"]):
        return None
    if match["mark"][0] != match["do"][0] or re.search(r"\bmais\b|[;:]", match["not"]):
        return None
    frame = _frame(tree.text[: match.end("frame")])
    if frame is None:
        return None
    left = tree.text[: match.end("not")]
    pieces = (left, capital(bound(left, f"{frame} {match['do']}")))
    return pieces if all(map(sound, pieces)) else None


def _frame(before: str) -> str | None:
    """The clause that governs both, without the condition or the attribution before it."""
    head = attribution(before)
    frame = before[len(head) :]
    if conditioned(before):
        frame = frame.rpartition(", ")[2]
    good = has_finite_verb(frame) and words_in(frame) <= _MOST and "," not in frame
    return frame if good and not re.search(r"(?i)\b(?:qui|que|dont|où|ne|n['’])(?:\s|$)", frame) else None
