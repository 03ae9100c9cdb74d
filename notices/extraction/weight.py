"""How much a reader loses without a unit.

The weights are those of a linear model of how many annotated facts a sentence of a notice carries, rounded:
1.5 is a fact that most readers want to know, 3 one that nobody may miss. Most of what a sentence tells grows
with its words; what stands here is what makes it tell more or less than others of its length.
"""

from __future__ import annotations

import re
from collections import Counter

from notices.extraction.asking import asks, obliges
from notices.extraction.happenings import event_kinds
from notices.extraction.news import news
from notices.extraction.noise import is_ceremony
from notices.extraction.units import Unit
from notices.facts import find_facts

_A_WORD = 0.015
_MOST_WORDS = 80
_FACTS: dict[str, float] = {
    "amount": 0.65, "prohibition": 0.6, "duration": 0.5, "exception": 0.5, "measure": 0.45, "date": 0.4,
    "duty": 0.35, "percent": 0.35, "restriction": 0.3, "negation": 0.3, "time": 0.2, "hedge": 0.3,
    "attribution": 0.2, "count": 0.3, "email": 0.5, "url": 0.3, "phone": 0.4, "name": 0.1,
}  # fmt: skip
_SO_MANY = 3
"""More facts of one kind add nothing."""
_EVENTS: dict[str, float] = {
    "ban": 0.6, "offence": 0.5, "sentence": 0.4, "suspicion": 0.4, "appoint": 0.3, "cut": 0.3, "held": 0.3,
    "decide": 0.2, "death": 0.3, "recall": 0.2, "close": 0.2, "seize": 0.3, "event": 0.1,
}  # fmt: skip
_PARTS = {"basis": -5.0, "execution": -1.5, "reason": -0.8, "remedy": -0.2}
_SAYS: tuple[tuple[float, str], ...] = (
    (0.5, r"\bn['’](?:a|ont|est|sont) pas (?:été |encore |définitivement |permis|établi)\w*|\binconnu\w*|"
          r"\bindéterminé\w*|"
          r"\b(?:pas|plus|ni) (?:\w+ )?(?:exclu|écarté|connu)e?s?\b|\bhypothèse|\bpiste\b|\bsuspecté\w*"),
    (0.6, r"\b(?:conteste\w*|nie|nient|dément\w*|reconnaî\w*|reconnu|avoue\w*)\b"),
    (0.5, r"\b(?:au plus tard|date limite|jusqu['’]au|avant le \d|avant fin|dans (?:un|le) délai|"
          r"sous peine|à défaut|"
          r"passée? ce|délai de|dernier délai|clôture)"),
    (0.5, r"\b(?:voix|à l['’]unanimité)\b"),
    (0.4, r"\b(?:gratuite?s?|gratuitement|tarifs?|rembours\w+|échange|coûte)\b"),
    (0.7, r"\b(?:mise?s? en examen|détention|contrôle judiciaire|remise?s? en liberté|laissée?s? libres?|"
          r"condamn|relax|"
          r"acquitt|écrou|garde à vue|emprisonnement|prison|sursis|non-lieu|poursuiv)"),
    (0.6, r"\b(?:mort|morte|morts|mortes|mortel\w*|décéd\w+|décès|tuée?s?|bless\w+|hospitalis\w+|"
          r"corps sans vie|"
          r"pronostic vital)\b"),
    (0.4, r"\b(?:fermée?s?|suspendue?s?|annulée?s?|reportée?s?|interrompue?s?|coupée?s?)\b"),
    (0.5, r"\b(?:contre-indiqu|déconseill|dangereu|fourrière|gênant)"),
    (0.6, r"\baucune?\b[^.;]{0,80}?\b(?:n['’]est|ne sera|n['’]a été|ne peut être|n['’]y est) "
          r"(?:autorisée?|permise?|admise?|tolérée?|accordée?)\b|\bprohibée?s?\b|\bnul(?:le)? ne (?:peut|"
          r"pourra|doit)\b|"
          r"\b(?:n['’]est|ne sont|ne sera|ne seront) (?:pas|plus|en aucun cas) (?:autorisée?s?|permise?s?|"
          r"admise?s?|tolérée?s?)\b|"
          r"\b(?:est|sont|sera|seront|reste|restent) (?:obligatoires?|interdite?s?|recommandée?s?)\b|"
          r"\bdoi(?:t|vent)\b"),
    (0.8, r"\bn['’](?:a|ont|est|sont) (?:pas|plus) (?:été )?poursuivie?s?\b|\bmise?s? hors de cause\b|"
          r"\baucune charge\b|\bnon-lieu\b|\brelaxée?s?\b|\bacquittée?s?\b"),
    (0.6, r"\brecours (?:gracieux|contentieux|hiérarchique|administratif|amiable)|"
          r"\bcontestée?s? (?:devant|dans|auprès)|"
          r"\btribunal\b.{0,200}\bdans (?:un|le) délai|dans (?:un|le) délai\b.{0,200}\btribunal"),
    (0.9, r"\b(?:appele[rz]|contacte[rz]|compose[rz]|préveni[rz]|joindre)\b.{0,40}\b(?:1[578]|112|114|"
          r"médecin|pompiers|police|"
          r"gendarmerie)\b"),
    (0.5, r"\bne (?:sera|seront|pourra|pourront|peut|peuvent|demande\w*) (?:pas|plus|être|se|jamais|"
          r"en aucun)\b|"
          r"\b(?:rejet|rejetée?s?|irrecevab\w+)\b"),
    (0.4, r"\b(?:peut|peuvent|pourra|pourront|pouvez|pourrez) (?:\w+ )?(?:obtenir|formuler|demander|"
          r"consulter|bénéficier|"
          r"déposer|solliciter|saisir|choisir|consigner|contester|retirer|autoriser|délivrer|soit|"
          r"être consulté\w*)\b"),
    (0.5, r"\b(?:éligib|bénéfici|ont droit|a droit|droit à|réservée?s? (?:à|aux)|ouverte?s? (?:à|aux)|"
          r"s['’]adresse|"
          r"exclue?s?\b|concernée?s?\b|exigée?s?\b)"),
    (0.2, r"\b(?:vous|usagers|habitants|riverains|familles|parents|public|personnes|assurés|candidats|"
          r"consommateurs|"
          r"allocataires)\b"),
    (1.0, r"\b(?:numéros? (?:de lots?|de série)|lots? (?:n°|numéro)|code[- ]barres?|gtin)\b|\blots? :"),
    (0.8, r"\b(?:bouill\w+|ébullition|biberons?|eau en bouteille|ne (?:plus |pas )?(?:consommer|boire)|"
          r"débranche\w*)\b"),
    (-0.6, r"\b(?:renseignements?|toute (?:question|information)|informations? (?:sur|du public|"
           r"complémentaires?)|"
           r"aucune autre communication|service consommateurs|aide aux victimes|france victimes)\b"),
    (0.9, r"\bsoupçonnée?s?\b|\bsuspectée?s? d|\blaissée?s? libres?\b"),
    (0.8, r"\b\d[\d\s\u202f\u00a0]* (?:\w+ )?victimes?\b"),
    (0.6, r"\b(?:plus de|moins de|près de|environ|au moins|quelque) \d[\d\s\u202f\u00a0]{2,}\b"),
    (0.4, r"\bà l['’]issue d|\b(?:rendra|remettra|statuera|décidera|tranchera)\b|\bau plus tôt\b"),
    (-0.5, r"^exemple|\b(?:pour mémoire|il (?:est|convient de) rappel\w+|l['’]objectif|souhait\w+)\b"),
)  # fmt: skip
_COMPILED = tuple((worth, re.compile(pattern, re.IGNORECASE)) for worth, pattern in _SAYS)
_ASKS, _OBLIGES = 0.9, 0.6
_NEWS = 0.1
_CEREMONY = 1.5
_ITEM = 0.5
_MOST_ITEMS = 10
_PLACES = {0: 1.4, 1: 0.5, 2: 0.5}
_OPENS = 0.4
"""What the first sentence of an article has besides."""
_BOLD = 0.3
_TITLE, _MOST_TITLE = 0.1, 0.4
_TALK = re.compile(
    r"(?i)\b(?:nous sommes|nous serons heureux|n['’]hésitez|il est (?:grand )?temps|l['’]objectif "
    r"est simple|vous souhaite|"
    r"moments? sympathiques?|avec plaisir|facile|grâce à vous|voici|pour commencer|je\b|notre "
    r"souhait|comme partout|(?:communication|message|information)s? suivante?s?\b)|[!?]\s*$"
)


def weigh(unit: Unit, title: str) -> float:
    """The unit's weight: what it tells, its place, its bold type and what it shares with the title."""
    text = unit.text
    return (
        worth(text)
        + _NEWS * news(text)
        + _ITEM * min(len(unit.items), _MOST_ITEMS)
        + _PARTS.get(unit.part, 0.0)
        + (_OPENS if unit.opens else 0.0)
        + (_PLACES.get(unit.rank, 0.0) if unit.rank is not None else 0.0)
        + (_BOLD if any(s.emphasis for s in unit.sentences) else 0.0)
        + min(_MOST_TITLE, _TITLE * len(_stems(text) & _stems(title)))
    )


def worth(text: str) -> float:
    """What a written sentence tells: its words, its facts, its events, and what nobody may miss."""
    facts = _facts(text) + _events(text)
    said = sum(value for value, pattern in _COMPILED if pattern.search(text))
    words = _A_WORD * min(_MOST_WORDS, len(text.split()))
    if is_ceremony(text) or _TALK.search(text):
        return words + facts + said - _CEREMONY
    return words + facts + said + (_ASKS if asks(text) else _OBLIGES if obliges(text) else 0.0)


def _facts(text: str) -> float:
    found = Counter(
        "count" if fact.kind == "number" and len(re.sub(r"\D", "", fact.value)) > 1 else fact.kind
        for fact in find_facts(text)
        if not fact.weak
    )
    return sum(_FACTS.get(kind, 0.0) * min(_SO_MANY, times) for kind, times in found.items())


def _events(text: str) -> float:
    return sum(_EVENTS.get(kind, 0.0) for kind in event_kinds(text))


def _stems(text: str) -> frozenset[str]:
    return frozenset(w[:6].lower() for w in re.findall(r"[^\W\d_]{5,}", text))
