"""What the notice says of itself: "le présent arrêté" -> "cet arrêté", "à la présente décision" -> "à cette
décision"."""

from __future__ import annotations

import re

from notices.wording.joints import begins_with_vowel

_PRESENT = re.compile(
    r"(?P<article>\b(?:[dD]e la|[àÀ] la|[lL]a|[dD]u|[aA]u|[lL]e|[dD]es|[aA]ux|[lL]es) "
    r")(?P<word>présente?s?) (?P<noun>[a-zà-ÿœ]{3,})"
)
_LEADS = {
    "de la": "de ",
    "du": "de ",
    "des": "de ",
    "à la": "à ",
    "au": "à ",
    "aux": "à ",
    "la": "",
    "le": "",
    "les": "",
}
_NOT_NOUNS = frozenset("dans sur aux pour par lors avec chez ici ce cette".split())


def rule(text: str) -> str:
    """The text with "ce" for "le présent"."""
    return _PRESENT.sub(_this, text) if "présent" in text else text


def _this(match: re.Match[str]) -> str:
    article = match["article"].strip()
    if match["noun"] in _NOT_NOUNS:
        return match.group()
    plural, feminine = match["word"].endswith("s"), "présente" in match["word"]
    if plural != (article.lower() in ("des", "aux", "les")) or (not plural and match["noun"].endswith("és")):
        return match.group()
    this = "ces" if plural else "cette" if feminine else "cet" if begins_with_vowel(match["noun"]) else "ce"
    said = _LEADS[article.lower()] + this
    return f"{said[0].upper() if article[0].isupper() else said[0]}{said[1:]} {match['noun']}"
