"""A participle behind a comma, about the noun just before it: "dans un hangar, situé route de Nîmes" ->
"Ce hangar est situé route de Nîmes"."""

from __future__ import annotations

import re

from notices.wording.grammar import has_finite_verb, participle_agreement, words_in
from notices.wording.joints import begins_with_vowel

_STATES = (
    r"situé|implanté|installé|destiné|consacré|composé|équipé|réservé|ouvert|domicilié|âgé|baptisé|intitulé|basé|"
    r"financé|chargé|doté|accompagné|constitué|sis"
)
_LAST = re.compile(
    rf"^(?P<before>.*\b(?P<article>un|une|le|la|ce|cette|des|les|ces|l['’])\s*(?P<noun>[a-zà-ÿ-]+)(?:\s+(?:municipale?|"
    rf"communale?|départementale?|[a-zà-ÿ]+(?:ique|aire|eux|euse|if|ive|al|ale|ent|ente|ant|ante)s?|«[^»]+»|[A-ZÀ-Ý][\w’'-]+))*),\s+"
    rf"(?P<said>(?:{_STATES})e?s?\s[^;:]+)$"
)
_MAY = re.compile(
    r"^(?P<before>.*\b(?P<article>un|une)\s+(?P<noun>[a-zà-ÿ-]+)(?:\s+(?!le\b|la\b|les\b|une?\b|l['’])[^\s,;:]+){0,4}),\s+"
    r"pouvant\s+(?P<said>[^,;:]+)$"
)
_AGREES = {"un": "ms", "le": "ms", "ce": "ms", "une": "fs", "la": "fs", "cette": "fs"}


def split(sentence: str) -> tuple[str, ...] | None:
    """The sentence, and what its last noun is; None where the participle may belong to another word."""
    may = _MAY.match(sentence)
    if may and words_in(sentence) > 15 and has_finite_verb(may["before"]):
        this = "Cette" if may["article"] == "une" else "Cet" if begins_with_vowel(may["noun"]) else "Ce"
        return (may["before"], f"{this} {may['noun']} peut {may['said']}")
    match = _LAST.match(sentence)
    if (
        not match
        or words_in(sentence) <= 15
        or not has_finite_verb(match["before"])
        or has_finite_verb(match["said"])
    ):
        return None
    word = match["said"].split()[0]
    agreement = participle_agreement(word) or ("ms" if word == "sis" else None)
    known = _AGREES.get(match["article"].lower())
    if (
        agreement is None
        or (known and known != agreement)
        or (not known and agreement[1] == "s" and "l" not in match["article"])
    ):
        return None
    if re.search(r"(?i)\b(?:que|qu['’]|si|qui|dont)\b", match["before"]):
        return None
    if agreement[1] == "p":
        if known:
            return None
        return (match["before"], f"Ces {match['noun']} sont {match['said']}")
    this = "Cette" if agreement == "fs" else "Cet" if begins_with_vowel(match["noun"]) else "Ce"
    return (match["before"], f"{this} {match['noun']} est {match['said']}")
