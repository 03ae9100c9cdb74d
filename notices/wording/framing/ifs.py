"""A condition that opens a long sentence is told first, where an order or a rule follows it: "Si le bordereau
ne figurait pas au contrat, ce délai est prolongé" -> "Cas : le bordereau ne figurait pas au contrat. Dans ce
cas, ce délai est prolongé"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.clause import is_even, is_loose
from notices.wording.framing.hanging import announces
from notices.wording.framing.introduced import is_order, opens
from notices.wording.framing.shapes import LONG
from notices.wording.framing.standing import stands
from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import capital, small

_IF = re.compile(r"^Si\s+(?P<said>.+)$")
_AGAIN = re.compile(r"(?i)\b(?:si|s['’]ils?|lorsqu\w*|quand|alors|sauf|même)\b|\b(?:et|ou)\s+qu")
_UNREAL = re.compile(r"(?i)\b[a-zà-ÿ]+(?:rait|raient|riez|rions)\b")
_PRONOUN = re.compile(r"(?i)^(?:il|elle|ils|elles|celui|celle|ceux|celles|ce|cela|tel)\b")
_LEAST = 4
_RULE = re.compile(
    r"(?i)\b(?:vous|votre|vos|il\s+(?:est|faut|convient|sera)|(?:peu|doi|pourr|devr)[a-zà-ÿ]*|est|sont|sera|seront)\b"
)
_OPEN = re.compile(r"(?i)\b(?:vous|votre|vos|une?|aucune?|ne|plus|moins)\b|\bn['’]")
"""What makes a condition of "si": "Si l'origine volontaire est privilégiée" opposes a fact to another."""
_NOW = re.compile(r"(?i)\b(?:désormais|maintenant|certes|aujourd['’]hui|compte\s+tenu)\b")
_FACT = re.compile(
    r"(?i)\b(?:a|ont|avait|avaient|était|étaient|fut)\s+(?:été\s+)?[a-zà-ÿ]+(?:é|i|u|is|it)e?s?\b"
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The condition, then what it binds; None where it is short, unreal or not alone."""
    text = tree.text
    match = _IF.match(text) if words_in(text) > LONG and not re.search(r"[;:«]", text) else None
    if not match or announces(text):
        return None
    for comma in re.finditer(r",\s+", match["said"]):
        said, bound = match["said"][: comma.start()], match["said"][comma.end() :]
        if opens(bound):
            return _told(said, bound)
    return None


def _told(said: str, bound: str) -> tuple[str, ...] | None:
    told_later = _PRONOUN.match(said) and not re.match(r"(?i)il\s+(?:n['’])?y\s+a", said)
    if told_later or words_in(said) < _LEAST or _AGAIN.search(said) or _AGAIN.search(bound):
        return None
    if not _OPEN.search(said) or _NOW.search(said):
        return None
    if not has_finite_verb(said) or is_loose(said) or not is_even(said) or _UNREAL.search(bound):
        return None
    if not is_order(bound) and (not stands(bound) or not _RULE.search(bound) or _FACT.search(bound)):
        return None
    return f"Cas : {small(said)}", f"Dans ce cas, {small(bound)}" if not is_order(bound) else capital(
        f"dans ce cas, {bound}"
    )
