"""Where a reader looks for a fact: who, what, where, when, how much, what to do, what comes next."""

from __future__ import annotations

import re
from collections.abc import Callable
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
    r"(?i)^(?:lieu|adresse|secteurs?|zones?|communes?|sites?)\b|^(?:les|la|l['’])\s*(?:\d+\s+)?(?:communes?|"
    r"secteurs?|quartiers?|zones?|rues?)\b|"
    r"\b(?:communes?|secteurs?|quartiers?|zones?)\s+(?:concernée?s?|touchée?s?)\b"
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
    r"(?i)(?:service\s+consommateurs|numéro\s+(?:vert|d['’]information|unique)|standard|permanence\s+téléphonique|"
    r"renseignements?|informations?|contacts?|inscriptions?|réservations?|téléphone|e-mail)\s*:"
)
_TO_COME = re.compile(
    r"(?i)\b(?:sera|seront)\s+(?:examinée?s?|jugée?s?)|fixée?s?\s+au|au\s+plus\s+tôt|à\s+l['’]issue|"
    r"dans\s+un\s+délai|"
    r"prochaine?s?\b|attendue?s?\s+(?:sous|pour|le)|à\s+venir|recours|jusqu['’]|repris\w*|délibéré|en\s+cours|"
    r"avant\s+(?:le|la)\s+\d|avant\s+(?:fin\s+)?(?:janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov|déc)|"
    r"\bcontinuent?\b|\bpistes?\b|\bappel\s+à\s+témoins|dans\s+l['’]attente|en\s+attendant|provisoire"
)
_FUTURE = re.compile(r"\b[a-zà-ÿ]{2,}(?:ra|ront|rez|rons)\b")


_APPEALS = re.compile(
    r"(?i)\b(?:pour|peu(?:t|vent)|pourr(?:a|ont))\s+(?:interjeter|faire|former)\s+(?:un\s+)?(?:appel|recours|pourvoi)\b|"
    r"\b(?:commission|voies?)\s+de\s+recours\b|\brecours\s+(?:administratif|amiable|gracieux|contentieux)\b|"
    r"\bpas\s+(?:encore\s+)?définiti(?:f|ve)s?\b"
)
"""How a decision is fought: it comes next, whoever may do it."""


def comes_next(text: str) -> bool:
    """True where a sentence of the source may tell what comes next: a future, a decision to come, an
    appeal."""
    return bool(_TO_COME.search(text) or _COMES_NEXT.search(text) or _APPEALS.search(text)) or any(
        "v" in word_tags(m[0]) for m in _FUTURE.finditer(text)
    )


_TO_SEND = re.compile(
    r"(?i)\bdoi(?:t|vent)\s+être\s+(?:\w+ment\s+)?(?:signal|utilis|consomm|port|conserv|jet|détrui|dépos|adress|formul|envoy|accompagn|présent|"
    r"déclar|renvoy|"
    r"rapport|transmi|remi|renouvel|complét|demand|laiss)\w*"
)
"""What a reader must hand in, though no reader is named."""


_MAY_DO = re.compile(
    r"(?i)\b(?:public|personnes?|habitants?|riverains?|usagers?|victimes?|consommateurs?|clients?|assurés?|"
    r"allocataires?|proches|familles|parents|candidats?|salariés?|électeurs?|témoins?|propriétaires?|locataires?)\b"
    r".*\b(?:peu(?:t|vent)|pourr(?:a|ont))\s+(?:\w+ment\s+)?(?:aussi\s+)?(?:obtenir|demander|joindre|déposer|"
    r"contacter|saisir|solliciter|se\s+rendre|s['’]inscrire|signaler|formuler|consigner|porter\s+plainte|"
    r"s['’]adresser|écrire|retirer|rapporter|choisir)\b"
)
"""What readers may do, and how."""
_IN_TIME = re.compile(r"(?i)\b(?:a|ont|dispos\w+)\s.{0,60}\bpour\s+(?:se\s+|s['’])?[a-zà-ÿ]+(?:er|ir|re)\b")
"""What readers have a time for: "disposent de 72 heures pour se faire vacciner"."""
_OF_A_THING = re.compile(r"(?i)\bqui\s+(?:doit|doivent|devra|devront)\b")
"""What is told of something by the way: "ce jour, qui doit sonner comme un retour"."""
_ADVISED = re.compile(
    r"(?i)\b(?:recommande|demande|conseille|interdit|prie|appelle|invite)(?:nt)?\s[^.;:]{0,20}\b(?:habitants?|population|"
    r"usagers?|personnes?|consommateurs?|public|parents|familles|automobilistes|conducteurs|propriétaires|"
    r"riverains|clients|élèves|tous|chacun)\b[^.;:]{0,60}?\s(?:d['’]|de\s|à\s)(?:ne\s|[a-zà-ÿ]+(?:er|ir|re)\b)"
)
"""What somebody asks of readers: "recommande aux habitants de ne pas boire"."""
_INSTRUCTS = re.compile(
    r"(?i)^(?:(?:en\s+cas\s+de|si|lorsque|quand|avant|après|pour)\s[^,;:.]{2,70},\s+)?"
    r"(?:(?:ne\s+(?:pas|plus|jamais|rien)\s+)(?:(?:le|la|les|l['’]|y|en)\s*)?|)(?P<verb>[a-zà-ÿ]{2,}(?:er|ir|re))\b"
)
"""An order in the infinitive: "En cas de malaise, appeler le 15"."""
_OF_LAW = re.compile(
    r"(?i)\b(?:punie?s?|passibles?|emprisonnement|amende|condamnée?s?|confiscation|exemple)\b"
)
_OF_MONEY = re.compile(
    r"(?i)\b(?:taux|tarif|réduction|remise|rabais|hausse|baisse|augment|major|participation|taxe|subvention|prix|"
    r"pris\w* en charge|rembours|aide)"
)
"""A percentage is an answer to "how much?" of one of these; else it is an argument."""


def is_to_do(text: str) -> bool:
    """True for what the reader must, may or is asked to do: an order, a duty, what to hand in, an
    instruction, a time to act in."""
    said = (_TO_SEND, _MAY_DO, _IN_TIME, _ADVISED)
    if asks(text) or obliges(_OF_A_THING.sub("", text)) or any(pattern.search(text) for pattern in said):
        return True
    instruction = _INSTRUCTS.match(text)
    return instruction is not None and word_tags(instruction["verb"].lower()) == "i"


def slot_of(unit: Unit, text: str) -> Slot:
    """The slot of a unit, from the first words written of it and their facts."""
    if unit.part in ("remedy", "execution"):
        return "next"
    if unit.part in ("basis", "reason", "article"):
        return "what"
    kinds = {fact.kind for fact in find_facts(text) if not fact.weak}
    if unit.part == "contact" or _ASK_WHOM.match(text):
        return "todo"
    if _APPEALS.search(text) or (unit.head and not unit.items and _APPEALS.search(unit.head.text)):
        return "next"
    if is_to_do(text) or _mostly(unit, is_imperative):
        return "todo"
    if {"custody", "held", "suspicion", "sentence"} & event_kinds(text) and _PERSON.search(text):
        return "who"
    if _COMES_NEXT.search(text):
        return "next"
    return _by_facts(unit, text, kinds)


def _mostly(unit: Unit, holds: Callable[[str], bool]) -> bool:
    return bool(unit.items) and sum(holds(item.text) for item in unit.items) > len(unit.items) / 2


def _by_facts(unit: Unit, text: str, kinds: set[str]) -> Slot:
    if text.startswith("Il y a ") and "victime" in text:
        return "who"
    if _mostly(unit, _says_when):
        return "when"
    if _is_a_price(text, kinds):
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


def _says_when(text: str) -> bool:
    """True for a date with a time: an opening hour, a visit."""
    return {"date", "time"} <= {fact.kind for fact in find_facts(text)}


def _is_a_price(text: str, kinds: set[str]) -> bool:
    """True for sums and counts that are told for themselves: no fine of a law, no share that only argues."""
    if _OF_LAW.search(text) or text.startswith("Exemple"):
        return False
    counted = "quantifier" in kinds and re.match(
        r"(?i)(?:au total,?\s+)?(?:il y a |)(?:plus|moins|près|environ|\d)", text
    )
    return bool("amount" in kinds or counted or ("percent" in kinds and _OF_MONEY.search(text)))
