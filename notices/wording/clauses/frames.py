"""Set frames of notices: what happened before a decision ("X ayant émis un avis, la salle est fermée"), and
the frame of a recall ("procède, en lien avec ..., au rappel de ...")."""

from __future__ import annotations

import re

from notices.wording.grammar import comma_parts, has_finite_verb, is_plural, starts_noun_phrase, words_in
from notices.wording.joints import capital, small, without_de

_HAVING = re.compile(r"^(?P<who>[^,;:]+?)\s+(?:n['’])?ayant\s+(?P<did>[a-zà-ÿ]+(?:é|i|u|is|it|ert)e?s?\b.*)$")
_CAUSE = re.compile(
    r"^(?:émis|rendu|donné|constaté|demandé|décidé|estimé|considéré|révélé|montré|mis\s+en\s+évidence|confirmé|jugé)\b"
)
_RECALL = re.compile(
    r"^(?P<who>[^,;:]+?)\s+(?P<verb>procède|procèdent),?(?:\s+en\s+(?:lien|accord|concertation|collaboration)\s+avec"
    r"\s+[^,;:]+,)?\s+(?:au\s+retrait(?:\s+(?:de\s+la\s+vente|du\s+marché))?\s+et\s+)?au\s+rappel\s+"
    r"(?P<what>d(?:u|es|e\s+l[a'’]|['’]|e)\s?.+)$"
)
_SHOWED = re.compile(
    r",?\s+(?:à\s+la\s+suite|après|suite)\s+(?:d['’]|à\s+)?(?P<what>une?\s+[a-zà-ÿ]+)\s+ayant\s+"
    r"(?P<did>(?:mis\s+en\s+évidence|révélé|montré|confirmé|détecté)\s+(?:[^;:]|:(?=\w))+)$"
)


def split(sentence: str) -> tuple[str, ...] | None:
    """The decision, then what came before it; None where there is no such frame."""
    rules = (_having_first, _vote, _recall, _showed, _having_last)
    return next((parts for rule in rules if (parts := rule(sentence))), None)


_COUNT = r"\d+\s+(?:voix\s+)?(?:pour|contre|abstentions?)"
_VOTE = re.compile(
    rf",?\s+par\s+(?P<vote>\d+\s+voix\s+(?:pour|contre)(?:(?:,|\s+et)\s+{_COUNT})*)(?:,(?=\s+d[e'’])|$)"
)


def _vote(sentence: str) -> tuple[str, ...] | None:
    """ "décide, par 9 voix pour et 4 contre, de vendre" -> "Vote : 9 voix pour et 4 contre"."""
    match = _VOTE.search(sentence)
    if not match or words_in(sentence) <= _LONG_VOTE or not has_finite_verb(sentence[: match.start()]):
        return None
    return (f"{sentence[: match.start()]}{sentence[match.end() :]}", f"Vote : {match['vote']}")


_LONG_VOTE = 16
"""A sentence of so many words keeps its vote."""


def _recall(sentence: str) -> tuple[str, ...] | None:
    """ "procède au retrait et au rappel des lots" -> "rappelle les lots"."""
    match = _RECALL.match(sentence)
    if not match or has_finite_verb(match["who"]) or not starts_noun_phrase(match["who"]):
        return None
    recalls = "rappellent" if match["verb"] == "procèdent" else "rappelle"
    return (f"{match['who']} {recalls} {_object(match['what'])}",)


def _object(what: str) -> str:
    """ "des lots" -> "les lots", "de la farine" -> "la farine", "d'un lot" -> "un lot"."""
    return re.sub(r"^de\s+(?=la\s|l['’])", "", what) if re.match(r"de\s+l", what) else without_de(what)


def _showed(sentence: str) -> tuple[str, ...] | None:
    """ ", à la suite d'un contrôle ayant révélé ..." -> "Cause : un contrôle a révélé ..." """
    match = _SHOWED.search(sentence)
    if not match or not has_finite_verb(sentence[: match.start()]):
        return None
    return (sentence[: match.start()], f"Cause : {match['what']} a {match['did']}")


def _having_first(sentence: str) -> tuple[str, ...] | None:
    parts = comma_parts(sentence)
    match = _HAVING.match(parts[0])
    rest = ", ".join(parts[1:])
    if not match or len(parts) < 2 or not _stands(match["who"], parts[1]):
        return None
    before = _before(match["who"], match["did"])
    if _CAUSE.match(match["did"]):
        return (capital(rest), f"Cause : {small(before)}")
    return (before, capital(rest))


def _having_last(sentence: str) -> tuple[str, ...] | None:
    """ "a été relaxé, le tribunal ayant considéré que ..." -> "Le tribunal a considéré que ..." """
    match = re.search(r",\s+(?P<tail>(?:le|la|les|l['’])\s*[^,;:]+?\s+ayant\s+[^;:]+)$", sentence)
    having = _HAVING.match(match["tail"]) if match else None
    if (
        not match
        or not having
        or has_finite_verb(having["who"])
        or re.search(r"(?i)\b(?:que|qu['’]|si|qui|dont)\b", sentence[: match.start()])
    ):
        return None
    if not has_finite_verb(sentence[: match.start()]):
        return None
    return (sentence[: match.start()], capital(_before(having["who"], having["did"])))


def _before(who: str, did: str) -> str:
    return f"{who} {'ont' if is_plural(who) else 'a'} {did}"


_OPEN = re.compile(
    r"(?i)(?:toute?s?|tous|chaque|quiconque|aucune?|les\s+personnes|ce(?:ux|lles|lui|lle))(?![\w-])"
)
"""Whoever it may be: "toute personne ayant séjourné à Rome" tells of nobody that they did."""


def _stands(who: str, main: str) -> bool:
    """True where a noun phrase did it and a clause of its own follows."""
    return (
        starts_noun_phrase(who)
        and not has_finite_verb(who)
        and not _OPEN.match(who)
        and not re.match(r"(?i)(?:les personnes|les)\b.*\b(?:qui|dont)\b", who)
        and starts_noun_phrase(main)
        and has_finite_verb(main)
    )
