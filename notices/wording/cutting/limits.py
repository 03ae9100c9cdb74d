"""What may not come with it is a sentence of its own: ", sans que la durée puisse excéder quatre ans" -> "La
durée ne peut pas excéder quatre ans"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.cutting.scope import attribution, conditioned, widely_bound
from notices.wording.cutting.shapes import sound
from notices.wording.cutting.verbs import main_time, negated
from notices.wording.grammar import has_finite_verb, starts_noun_phrase, words_in
from notices.wording.joints import begins_with_vowel, capital, small

_LONG = 15
_WITHOUT = re.compile(
    r",?\s+sans\s+(?:toutefois\s+)?qu(?:e\s+|['’])(?P<none>aucune?\s)?(?P<who>[^,;:()]+?)\s+"
    r"(?P<verb>puisse|puissent|soit|soient|ait|aient)(?=[\s,])(?P<rest>[^;:()]+)$"
)
_SAID = {"puisse": "peut", "puissent": "peuvent", "soit": "est", "soient": "sont", "ait": "a", "aient": "ont"}
_OPEN = re.compile(
    r"(?i)\b(?:si|s['’]ils?|sous\s+réserve|à\s+condition|à\s+moins|sauf|lequel|laquelle|lesquel\w+)\b|\w+rai(?:t|ent)\b"
)
_PRONOUN = re.compile(r"(?i)(?:il|elle|ils|elles|on|cel\w+|ce\w*)(?:\s|$)")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The sentence without its limit, then the limit, denied; None where it hangs on a condition, or its time
    is not sure."""
    match = _WITHOUT.search(tree.text) if words_in(tree.text) > _LONG else None
    if match is None or _PRONOUN.match(match["who"]) or has_finite_verb(match["who"]):
        return None
    left = tree.text[: match.start()].rstrip(" ,")
    if _OPEN.search(left) or conditioned(left) or widely_bound(match["rest"]) or negated(tree, tree.root):
        return None
    past = main_time(tree) == "past"
    if past and match["verb"].startswith("pu"):
        return None
    if not match["none"] and not starts_noun_phrase(match["who"]):
        return None
    head = attribution(tree.text)
    limit = _denied(match)
    pieces = (left, f"{head}{small(limit)}" if head else limit)
    return pieces if all(map(sound, pieces)) else None


def _denied(match: re.Match[str]) -> str:
    verb = _SAID[match["verb"]]
    ne = "n'" if begins_with_vowel(verb) else "ne "
    if match["none"]:
        return capital(f"{match['none']}{match['who']} {ne}{verb}{match['rest']}")
    return capital(f"{match['who']} {ne}{verb} pas{match['rest']}")
