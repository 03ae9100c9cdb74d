"""All of something: "pour l'ensemble des usagers" -> "pour tous les usagers", "la totalité de sa récolte" ->
"toute sa récolte"; only behind a preposition or an infinitive, where no verb has to agree with it."""

from __future__ import annotations

import re

from notices.lexicon import noun_gender, word_tags

_WHOLE = re.compile(
    r"(?P<before>\b[A-Za-zà-ÿÀœ]+) (?:l['’]ensemble|la totalité|l['’]intégralité) "
    r"(?P<of>de la |de l['’]|du |des |de (?=(?P<its>ses|sa|son|leurs?|ces|cette|cet|ce|nos|notre|vos|votre) "
    r"))(?:(?P=its) )?(?P<noun>[a-zà-ÿœ-]+)"
)
_PREPOSITIONS = frozenset(
    "de à pour par avec dans sur sous contre sans chez entre après avant dès selon".split()
)
_PLURAL = frozenset("des ses leurs ces nos vos".split())


def rule(text: str) -> str:
    """The text with "tout" for "l'ensemble de"."""
    return _WHOLE.sub(_all, text) if re.search(r"ensemble|totalité|intégralité", text) else text


def _all(match: re.Match[str]) -> str:
    before, noun = match["before"], match["noun"]
    low = before.lower()
    if low not in _PREPOSITIONS and "i" not in word_tags(low):
        return match.group()
    gender = noun_gender(noun)
    if not gender or noun == "territoire":
        return match.group()
    of = match["of"].strip().replace("’", "'")
    determiner = match["its"] or {"de la": "la", "de l'": "l'", "du": "le", "des": "les"}[of]
    plural = determiner in _PLURAL or determiner == "les"
    every = ("toutes" if gender == "f" else "tous") if plural else ("toute" if gender == "f" else "tout")
    gap = "" if determiner == "l'" else " "
    return f"{before} {every} {determiner}{gap}{noun}"
