"""What for: "en vue de protéger les nappes" -> "But : protéger les nappes"."""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.syntax import Tree
from notices.wording.framing.hanging import told_behind
from notices.wording.framing.openers import opener
from notices.wording.framing.shapes import DE, INFINITIVE, A
from notices.wording.joints import without_a

_OPENERS = (
    opener(
        rf"(?:de\s+(?:manière|façon))\s+à\s+{INFINITIVE}",
        "But",
        last=True,
        manner=True,
    ),
    opener(
        r"(?:afin|en\s+vue|dans\s+(?:le\s+but|l['’]objectif|l['’]optique)|aux\s+fins)\s+" + DE,
        "But",
        last=True,
    ),
)
_BEFORE = (opener(rf"(?=préalablement\s+{A})", "", last=True, whole=True),)
_NEXT = re.compile(
    r"(?P<joint>(?:,|\bet|\bou)\s+)(?:de\s+|d['’]|à\s+)(?=(?:ne\s+(?:pas|plus)\s+)?(?:l[ea]s?\s+|l['’]|leur\s+|y\s+|"
    r"en\s+|se\s+|s['’]|mieux\s+)?(?P<verb>[a-zà-ÿ]+(?:er|ir|re|oir))\b)"
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then its purpose."""
    parts = told_behind(tree, _OPENERS)
    return (parts[0], _NEXT.sub(_joint, parts[1])) if parts else _before(tree)


def _before(tree: Tree) -> tuple[str, ...] | None:
    """ "préalablement à la déclaration" -> "Ce sera avant la déclaration"."""
    parts = told_behind(tree, _BEFORE)
    if parts is None or not re.search(r"\b[a-zà-ÿ]+(?:ra|ront)\b", parts[0]):
        return None
    return parts[0], re.sub(
        r"(?i)^ : préalablement\s+(\S+\s.*)$", lambda m: f"Ce sera avant {without_a(m[1])}", parts[1]
    )


def _joint(match: re.Match[str]) -> str:
    """ "But : protéger les nappes et de garantir l'eau": the second "de" goes as the first did."""
    return match["joint"] if "i" in word_tags(match["verb"]) else match[0]
