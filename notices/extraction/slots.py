"""Where a reader looks for a fact: who, what, where, when, how much, what to do, what comes next."""

from __future__ import annotations

import re
from typing import Literal

from notices.extraction.asking import asks, is_imperative, obliges
from notices.extraction.happenings import event_kinds
from notices.extraction.units import Unit
from notices.facts import find_facts
from notices.lexicon import word_tags
from notices.wording.grammar import has_finite_verb

Slot = Literal["essential", "who", "what", "where", "when", "howmuch", "todo", "next", "words"]

SLOTS: tuple[Slot, ...] = ("essential", "who", "what", "where", "when", "howmuch", "todo", "next", "words")
"""The reader's order."""

_COMES_NEXT = re.compile(
    r"(?i)\b(?:se\s+pours?ui(?:t|vent|vra|vront)|prochaine?\s+(?:étape|réunion|audience)|(?:sera|"
    r"seront)\s+(?:jugée?s?|communiquée?s?|publiée?s?|présentée?s?|transmise?s?|informée?s?|"
    r"réexaminée?s?|levée?s?|prolongée?s?|soumise?s?|installée?s?|mise?s?)|"
    r"(?:reprendra|entrera|entreront|comparaîtra|comparaîtront)|à\s+l['’]issue\s+de\s+(?:l['’]enquête|"
    r"la\s+consultation)|ultérieurement|dans\s+les\s+prochains|point\s+de\s+situation|nouvelle\s+analyse|"
    r"jusqu['’]à\s+nouvel\s+ordre|information judiciaire est ouverte|à\s+l['’]issue\s+d(?:e|u)|"
    r"rendra\s+(?:son|sa)|"
    r"remettra\s+son|sera\s+rendue?|(?:prochaine?|prochains)\s+(?:communiqué|séance|conseil|point)|"
    r"dans\s+le\s+mois\s+suivant)"
)
_WHEN = re.compile(
    r"(?i)\b(?:(?:a|aura|auront|ont|avoir) lieu|déroul|commenc|démarr|début|horaires?|ouverte?s? (?:du|de|"
    r"le|les)|ouvriront|"
    r"rendez-vous|permanence|calendrier|applicables?|vigueur|jusqu['’]au|à\s+(?:partir|compter)\s+du|"
    r"initié)"
)
_WHERE = re.compile(
    r"(?i)^(?:lieu|adresse|secteurs?|zones?|communes?|sites?)\b|\b(?:communes?|secteurs?|quartiers?|"
    r"zones?)\s+(?:concernée?s?|touchée?s?|de\s)|\bles\s+secteurs\b"
)
_PERSON = re.compile(
    r"^(?:Un|Une|Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Plusieurs|Le|La|Les|L['’])\s*(?:\d+\s+)?(?:homme|"
    r"femme|hommes|femmes|personnes?|suspects?|individus?|mineurs?|adolescente?s?|enfants?|"
    r"victimes?|conducteurs?|auteurs?|mis|mise|prévenus?|accusés?|habitants?|proches?|président|"
    r"présidente|directeur|directrice|maire|magistrat|commissaire)\b|^(?:Trois|Deux|\w+) de "
    r"ses\b|^(?:M\.|Mme|Monsieur|Madame)\s|"
    r"^(?!(?:Le|La|Les|Un|Une|Des)\s)[A-ZÀ-Ý][a-zà-ÿ-]+\s+[A-ZÀ-Ý][\w-]+,?\s"
)
_FOR_WHOM = re.compile(
    r"(?i)\b(?:s['’]adressent?\s+à|concernent?\s+(?:les|tous|toutes|toute)|ouverte?s?\s+(?:à|"
    r"aux)\s+(?:tous|toutes|l['’]ensemble|les)|bénéficiaires?|réservée?s?\s+aux|président(?:e)?\s*:)"
)


_ASK_WHOM = re.compile(
    r"(?i)(?:renseignements?|informations?|contacts?|inscriptions?|réservations?|téléphone|e-mail)\s*:"
)
_TO_COME = re.compile(
    r"(?i)\b(?:sera|seront)\s+(?:examinée?s?|jugée?s?)|fixée?s?\s+au|au\s+plus\s+tôt|à\s+l['’]issue|"
    r"dans\s+un\s+délai|"
    r"prochaine?s?\b|attendue?s?\s+(?:sous|pour|le)|à\s+venir|recours|jusqu['’]|reprise|délibéré|en\s+cours"
)
_FUTURE = re.compile(r"\b[a-zà-ÿ]{2,}(?:ra|ront|rez|rons)\b")


def comes_next(text: str) -> bool:
    """True where a sentence of the source may tell what comes next: a future, a decision to come, an
    appeal."""
    return bool(_TO_COME.search(text) or _COMES_NEXT.search(text)) or any(
        "v" in word_tags(m[0]) for m in _FUTURE.finditer(text)
    )


_TO_SEND = re.compile(
    r"(?i)\bdoi(?:t|vent)\s+être\s+(?:\w+ment\s+)?(?:signal|dépos|adress|formul|envoy|accompagn|présent|"
    r"déclar|renvoy|"
    r"rapport|transmi|remi|renouvel|complét|demand|laiss)\w*"
)
"""What a reader must hand in, though no reader is named."""


def slot_of(unit: Unit, text: str) -> Slot:
    """The slot of a unit, from the first words written of it and their facts."""
    if unit.part in ("remedy", "execution"):
        return "next"
    if unit.part in ("basis", "reason", "article"):
        return "what"
    kinds = {fact.kind for fact in find_facts(text) if not fact.weak}
    if unit.part == "contact" or _ASK_WHOM.match(text):
        return "todo"
    if (
        asks(text)
        or obliges(text)
        or _TO_SEND.search(text)
        or (unit.items and sum(map(is_imperative, (i.text for i in unit.items))) > len(unit.items) / 2)
    ):
        return "todo"
    if {"custody", "held", "suspicion", "sentence"} & event_kinds(text) and _PERSON.search(text):
        return "who"
    if _COMES_NEXT.search(text):
        return "next"
    return _by_facts(text, kinds)


def _by_facts(text: str, kinds: set[str]) -> Slot:
    if text.startswith("Il y a ") and "victime" in text:
        return "who"
    figures = kinds & {"amount", "percent"}
    if figures or (
        "quantifier" in kinds
        and re.match(r"(?i)(?:au total,?\s+)?(?:il y a |)(?:plus|moins|près|environ|\d)", text)
    ):
        return "howmuch"
    if _PERSON.search(text) or _FOR_WHOM.search(text):
        return "who"
    if kinds & {"date", "time", "duration"} and (_WHEN.search(text) or len(text.split()) <= 9):
        return "when"
    if re.match(r"(?i)(?:dans la salle|salle|lieu|adresse|rendez-vous (?:sur|à|au|devant))\b", text):
        return "where"
    if "time" in kinds and not has_finite_verb(text):
        return "when"
    return "where" if _WHERE.search(text) else "what"
