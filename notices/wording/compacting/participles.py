"""Participles that say only that something took place or lies somewhere: "les analyses effectuées le 8 mai"
-> "les analyses du 8 mai", "les parcelles situées dans la zone" -> "les parcelles dans la zone"."""

from __future__ import annotations

import re

from notices.lexicon import word_tags

_DONE = re.compile(
    r"(?P<noun>[^\W\d_][\w’'-]*) (?:effectuée?s?|réalisée?s?|menée?s?|conduite?s?|pratiquée?s?|opérée?s?|"
    r"survenue?s?|intervenue?s?) "
    r"(?P<next>le (?=(?:lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )?\d)|en (?=\d{4})|"
    r"par (?P<by>la |le |les |l['’])|(?=(?:dans|à|au|aux|sur|en|chez|auprès|lors|pendant|entre)\b))"
)
_LYING = re.compile(
    r"(?P<noun>[^\W\d_][\w’'-]*) (?:située?s?|sise?s?|se trouvant|se situant) (?=(?:dans|en|au|aux|sur|près|"
    r"entre|derrière|devant|le long|à (?:proximité|l['’])|du côté|hors)\b)"
)
_EVENTS = frozenset(
    "cas analyse contrôle enquête étude essai test visite prélèvement accident incendie décès travaux "
    "recherches fouille drame "
    "saisie perquisition mesure relevé séisme orage inondation chute agression vol meurtre explosion fuite "
    "panne audit sondage "
    "autopsie expertise comptage autocontrôle naufrage feu éboulement dégât dommage fait rejet achat".split()
)
_ENDS = ("tion", "sion", "ment", "age", "ance", "ure")
_BY = {"la ": "de la ", "le ": "du ", "les ": "des ", "l'": "de l'"}
_SIGNS = re.compile(r"effectu|réalis|men[ée]|condui|pratiqu|opér|venu|situ|\bsis|trouvant")


def rule(text: str) -> str:
    """The text without participles that carry nothing."""
    if not _SIGNS.search(text):
        return text
    return _LYING.sub(_there, _DONE.sub(_took_place, text))


def _took_place(match: re.Match[str]) -> str:
    noun = match["noun"].lower()
    single = re.sub(r"^\w['’]", "", noun)
    event = (
        single in _EVENTS or single.removesuffix("s") in _EVENTS or single.removesuffix("s").endswith(_ENDS)
    )
    if not event or not _is_noun(single):
        return match.group()
    following = match["next"]
    if following.startswith("le "):
        return f"{match['noun']} du "
    if following.startswith("en "):
        return f"{match['noun']} de "
    if following.startswith("par ") and re.match(r"[^.;:]*(?:\bet|,) par\b", match.string[match.end() :]):
        return match.group()
    if following.startswith("par "):
        return f"{match['noun']} {_BY[match['by'].replace('’', chr(39))]}"
    return f"{match['noun']} "


def _there(match: re.Match[str]) -> str:
    noun = re.sub(r"^\w['’]", "", match["noun"])
    return f"{match['noun']} " if _is_noun(noun) else match.group()


def _is_noun(word: str) -> bool:
    tags = word_tags(word)
    return "n" in tags and word not in ("est", "sont", "été", "être", "pas", "plus", "bien", "soit")
