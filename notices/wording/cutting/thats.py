"""What is said in two parts, "que A et que B", is said in two sentences."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.cutting.scope import attribution, widely_bound
from notices.wording.cutting.shapes import sound
from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import capital, small

_AND_THAT = re.compile(r"(?:,\s+|\s*;\s+|\s+)(?P<joint>et|mais|;)?\s*\bqu(?:e\s+|['’])(?=\S)")
_THAT = re.compile(r"\bqu(?:e\s+|['’])")
_BINDS = re.compile(
    r"(?i)\b(?:si|s['’]ils?|condition|réserve|lorsqu|dès lors|afin|pour|tant|bien|alors|plus|moins|autre|tel|"
    r"aussi)\b[^,;]*$"
)
_CONDITION = re.compile(r"(?i)(?<!\w)(?:si|s'ils?|quand|lorsqu\w*)(?!\w)")
_LABEL = re.compile(r"^(?:Raison|Cause) : ")
_MOST = 8
"""So many words that govern both parts are said again."""


def split(tree: Tree) -> tuple[str, ...] | None:
    """Both parts under what governs them; None where a condition or a comparison does."""
    text = tree.text
    for match in _AND_THAT.finditer(text):
        if match["joint"] is None:
            continue
        left, right = text[: match.start()].rstrip(" ,;"), text[match.end() :]
        governed = _THAT.search(left)
        if _BINDS.search(left[: governed.start()]) if governed else _CONDITION.search(left):
            return None
        head = left[: governed.start()].strip() if governed else ""
        pieces = _pieces(left, right, head, "mais" if match["joint"] == "mais" else "")
        if widely_bound(right):
            return None
        if pieces and all(map(sound, pieces)):
            return pieces
    return None


def _pieces(left: str, right: str, head: str, joint: str) -> tuple[str, ...] | None:
    if not head:
        label = _LABEL.match(left)
        before = label.group() if label else attribution(left)
        return (left, f"{before}{small(right)}" if before else capital(right))
    if words_in(head) > _MOST or not has_finite_verb(head) or re.search(r"[,;:]", head):
        return None
    that = "qu'" if re.match(r"(?i)(?:il|elle|on|un|une|aucun|en|à|ils|elles)", right) else "que "
    again = f"{head} {that}{right}"
    return (left, f"Mais {small(again)}" if joint else again)
