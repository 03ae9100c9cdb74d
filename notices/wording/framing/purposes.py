"""What for: "en vue de protéger les nappes" -> "But : protéger les nappes"."""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.syntax import Tree
from notices.wording.framing.hanging import DE, A, opener, told_behind

_OPENERS = (
    opener(
        r"(?:afin|en\s+vue|dans\s+(?:le\s+but|l['’]objectif|l['’]optique)|aux\s+fins)\s+" + DE, "But", last=True
    ),
    opener(rf"préalablement\s+{A}", "Avant", last=True),
)
_NEXT = re.compile(
    r"(?P<joint>(?:,|\bet|\bou)\s+)(?:de\s+|d['’])(?=(?:ne\s+(?:pas|plus)\s+)?(?:l[ea]s?\s+|l['’]|leur\s+|y\s+|en\s+|se\s+|"
    r"s['’]|mieux\s+)?(?P<verb>[a-zà-ÿ]+(?:er|ir|re|oir))\b)"
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then its purpose."""
    parts = told_behind(tree, _OPENERS)
    return (parts[0], _NEXT.sub(_joint, parts[1])) if parts else None


def _joint(match: re.Match[str]) -> str:
    """ "But : protéger les nappes et de garantir l'eau": the second "de" goes as the first did."""
    return match["joint"] if "i" in word_tags(match["verb"]) else match[0]
