"""Who wishes something does it: "Si vous souhaitez exposer, appelez-nous" -> "Pour exposer, appelez-nous"."""

from __future__ import annotations

import re

from notices.lexicon import word_tags

_WISH = re.compile(
    r"(?i)(?P<start>^|[.;:,] | )(?:et )?(?P<si>si|dans le cas où|au cas où) vous (?:souhaitez|souhaiteriez|"
    r"désirez|désireriez|voulez|voudriez|"
    r"avez(?: également| aussi)? (?:envie de|l['’]intention de)|avez(?: également| aussi)? envie d['’])(?: "
    r"également| aussi)?(?: |(?<=['’]))"
    r"(?P<act>(?:(?:vous|nous|le|la|les|y|en) |[l]['’])?(?P<verb>[a-zà-ÿœ-]+(?:er|ir|re|oir)))\b"
)


def rule(text: str) -> str:
    """The text with a purpose for the reader's wish."""
    if "vous" not in text or "«" in text:
        return text
    return _WISH.sub(_aim, text)


def _aim(match: re.Match[str]) -> str:
    if "i" not in word_tags(match["verb"]):
        return match.group()
    pour = "Pour" if match.group()[len(match["start"]) :][:1].isupper() else "pour"
    return f"{match['start']}{pour} {match['act']}"
