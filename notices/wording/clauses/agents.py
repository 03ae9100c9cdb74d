"""Who did it comes first: "Le pont a été fermé par la commune" -> "La commune a fermé le pont"."""

from __future__ import annotations

import re

from notices.wording.grammar import finite_verbs, is_plural, starts_noun_phrase
from notices.wording.joints import capital, small

_PASSIVE = re.compile(
    r"^(?P<what>[^,;:]+?)\s+(?:a|ont)\s+été\s+(?P<verb>[a-zà-ÿ]+?é)e?s?\s+par\s+"
    r"(?P<who>(?:le|la|les|l['’]|une?|des)\s*[^,;:]+|(?:M\.|Mme)\s[^,;:]+)$"
)
_GOES_ON = re.compile(
    r"\s(?:à|au|aux|dans|en|sur|pour|lors|afin|avec|depuis|pendant|durant|jusqu['’]|entre|vers|après|avant|contre|le|"
    r"qui|que|dont|par|suite|sous|dès|[a-zà-ÿ]+ant)\b|\d"
)
_REFERS = re.compile(
    r"(?i)^(?:il|elle|ils|elles|cela|ce|ceci|celui-ci|celle-ci|tout|tous|toutes?|aucune?|on)\b"
)


def split(sentence: str) -> tuple[str, ...] | None:
    """The sentence in the active voice, or None: the agent must end it and be one plain noun phrase."""
    match = _PASSIVE.match(sentence)
    if not match or _GOES_ON.search(match["who"]) or _REFERS.match(match["what"]):
        return None
    if not starts_noun_phrase(match["what"]) or finite_verbs(match["what"]) or len(match["who"].split()) > 9:
        return None
    if re.search(r"(?i)\b(?:ne|n['’]|qui|que|selon)\b", match["what"]):
        return None
    have = "ont" if is_plural(match["who"]) else "a"
    return (f"{capital(match['who'])} {have} {match['verb']} {small(match['what'])}",)
