"""A noun that takes up what was said: ", opération qui impose une évacuation" -> "Cette opération impose une
évacuation"; ", ce sur quoi le juge se prononcera" -> "Le juge se prononcera sur cela"."""

from __future__ import annotations

import re

from notices.lexicon import noun_gender
from notices.syntax import Tree
from notices.wording.framing.shapes import LONG
from notices.wording.framing.standing import two
from notices.wording.grammar import starts_finite, starts_noun_phrase, words_in
from notices.wording.joints import begins_with_vowel

_WHO = re.compile(r",\s+(?P<noun>[a-zà-ÿ-]{3,})\s+qui\s+(?P<said>[^;:]+)$")
_WHAT = re.compile(r",\s+(?P<noun>[a-zà-ÿ-]{3,})\s+qu(?:e\s+|['’])(?P<said>[^,;:]+)$")
_ON = re.compile(r",\s+ce\s+sur\s+quoi\s+(?P<said>[^,;:]+)$")
_ENDS_IN_VERB = re.compile(r"(?i)(?:(?:er|ir|re|oir)|é)$")
_TAKES_UP = frozenset(
    "opération décision mesure procédure document voie infraction délit crime dispositif somme aide démarche "
    "formalité peine sanction solution condition étape recour délai zone période accident incident erreur "
    "anomalie phénomène information formation réunion enquête audience session épreuve chiffre prestation "
    "indemnité allocation taxe contribution obligation interdiction faculté possibilité option demande "
    "plaque date heure lieu site bâtiment logement texte loi arrêté jugement appel délégation contrainte "
    "difficulté".split()
)
_PLURAL = re.compile(r"[sx]$")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then the sentence that takes it up."""
    text = tree.text
    if words_in(text) <= LONG:
        return None
    if (match := _WHO.search(text)) and starts_finite(match["said"]) and (this := _this(match["noun"])):
        return two(tree, text[: match.start()], f"{this} {match['said']}")
    if (match := _WHAT.search(text)) and (this := _this(match["noun"])):
        ends = _ENDS_IN_VERB.search(match["said"]) and not _PLURAL.search(match["noun"])
        if ends and starts_noun_phrase(match["said"]):
            return two(tree, text[: match.start()], f"{match['said']} {this}")
    if (match := _ON.search(text)) and starts_noun_phrase(match["said"]):
        return two(tree, text[: match.start()], f"{match['said']} sur cela")
    return None


def _this(noun: str) -> str | None:
    """The noun with its demonstrative; None for one that may name a person or a thing for the first time."""
    if noun.rstrip("s") not in _TAKES_UP:
        return None
    if _PLURAL.search(noun):
        return f"ces {noun}"
    gender = noun_gender(noun)
    if gender not in ("m", "f"):
        return None
    return f"cette {noun}" if gender == "f" else f"{'cet' if begins_with_vowel(noun) else 'ce'} {noun}"
