"""What no reader may miss: orders to act, numbers to call, deaths, what the law did to a person, who has
a right to something, deadlines, and the marks of a product that is called back."""

from __future__ import annotations

import re

from notices.extraction.asking import asks

MUST = 5.0
"""From this worth on a statement is chosen before everything else."""

_RULES: tuple[tuple[float, str], ...] = (
    (4.0, r"\b0\d(?:[ .]?\d\d){4}\b|\b0 ?8\d\d(?: ?\d\d){2,3}|\bappele[rz]\b|\b(?:composer|composez)\s+le\b"),
    (6.0, r"\b(?:mort|morte|morts|mortes|mortel|mortelle|mortels|décéd|décès|tué|tuée|tués|bless|hospitalis|"
          r"corps sans vie|pronostic vital|noyad|coûté la vie|perdu la vie|péri\b|périe?s\b|succomb|"
          r"sans vie|grièvement|victimes? mortelles?)"),
    (6.0, r"\b(?:mise?s? en examen|détention provisoire|contrôle judiciaire|remise?s? en liberté|"
          r"laissée?s? libres?|condamn|relax|acquitt|écrou|incarcér|garde à vue|déférée?s?|"
          r"présumée?s? innocent|"
          r"non coupable|non-lieu|classée?s? sans suite|(?:fait|interjeté|formé) appel|mandat de dépôt|"
          r"(?:emprisonnement|prison|sursis|réclusion)|peines? (?:suivantes?|prononcées?))"),
    (4.0, r"\b(?:éligib|bénéficiaires?|peu(?:t|vent) bénéficier|"
          r"ont droit|a droit|droit à|réservée?s? (?:à|aux)|"
          r"ouverte?s? (?:à tous|à toutes|aux)|s['’]adresse(?:nt)? (?:à|aux)|exclue?s?\b|"
          r"condition(?:s)? de ressources|"
          r"pour qui)"),
    (5.0, r"\b(?:au plus tard|date limite|jusqu['’]au|avant le \d|avant fin|dans (?:un|le) délai|sous peine|"
          r"à défaut|passé ce délai|délai de|dernier délai|clôture)"),
    (5.0, r"\b(?:numéros? de lots?|lots? (?:n°|numéro|concern)|code[- ]barres?|gtin|date de durabilité|"
          r"date limite de consommation|\bdlc\b|\bddm\b)|\blots?\b.*\b[A-Z]?\d{3,}"),
    (4.0, r"\b(?:ne sont pas|n['’]est pas|n['’]est plus|ne sont plus|"
          r"ne demande(?:nt|ra|ront)? jamais|ne (?:peut|peuvent|pourra|pourront) (?:pas|plus|être)|"
          r"seule?s? (?:l|les|le|la)\b)"),
    (5.0, r"\b(?:enquête (?:\w+ )?(?:a été |est )?ouverte|du chef d|des chefs d|poursuivie?s? pour|plainte)"),
    (3.0, r"\b(?:risques?|dangers?|dangereu|toxique|contamin|intoxic|symptômes?|"
          r"incendie|alerte|vigilance|urgence)"),
    (6.0, r"\bn['’](?:a|ont|est|sont|était|étaient) (?:pas|plus) (?:été )?poursuivie?s?\b|"
          r"\bmise?s? hors de cause\b|\baucune charge\b|\babandon des (?:poursuites|charges)\b|"
          r"\b(?:poursuites|charges) (?:\w+ )?(?:ont|sont) (?:été )?abandonnées"),
    (5.0, r"\b(?:recours (?:gracieux|contentieux|hiérarchique|administratif|amiable|pour excès|devant|contre|"
          r"peut|doit|est|dans|auprès)|(?:voies?|délais?) (?:et (?:voies?|délais?) )?de recours|"
          r"(?:un|le|les|tout|d['’]un) recours\b(?! à\b| aux?\b)|"
          r"contestée?s? (?:devant|dans|auprès)|déférée?s? (?:au|devant) (?:le )?tribunal|"
          r"attaquée?s? devant|(?:faire|interjeter|former|relever) (?:\w+ )?appel\b|"
          r"dans (?:un|le) délai de (?:deux|2) mois\b.{0,200}\btribunal|"
          r"tribunal\b.{0,200}\bdans (?:un|le) délai de (?:deux|2) mois)"),
    (5.0, r"\b(?:est|sont|sera|seront|été|reste|restent|demeure) (?:\w+ment )?"
          r"fermée?s? (?:le|du|au|aux|à|jusqu|depuis|pour|dès|tou)"),
    (4.0, r"\b(?:gratuite?s?|gratuitement|payant|coûte|tarif|amende|frais)\b"),
)  # fmt: skip
_COMPILED = tuple((worth, re.compile(pattern, re.IGNORECASE)) for worth, pattern in _RULES)
_MOST = 12.0
_DEONTIC = re.compile(
    r"(?i)\b(?:ne\s+)?(?:doit|doivent|devra|devront|devez|devrez)\b|\binterdi(?:te?s?|ction|t)\b|"
    r"\b(?:est|sont|reste|restent)\s+(?:obligatoires?|invitée?s?|priée?s?|tenue?s?|recommandée?s?|"
    r"déconseillée?s?)\b|"
    r"\brecommand(?:e|ent)\b|\bappelle?(?:nt)?\s+à\s+la\b|\bil\s+(?:faut|est\s+(?:demandé|conseillé|"
    r"recommandé))\b|"
    r"\baucune?\b[^.;]{0,80}?\b(?:n['’]est|ne sera|n['’]a été|ne peut être|n['’]y est)\s+"
    r"(?:autorisée?|permise?|admise?|tolérée?|accordée?)\b|\bprohibée?s?\b|"
    r"\bnul(?:le)?\s+ne\s+(?:peut|pourra|doit)\b|"
    r"\b(?:n['’]est|ne sont|ne sera|ne seront)\s+(?:pas|plus|en aucun cas)\s+"
    r"(?:autorisée?s?|permise?s?|admise?s?|tolérée?s?)\b"
)
_TRIFLE = re.compile(
    r"(?i)^(?:présents?|absents?|excusés?|étaient présents)\b[^:]{0,40}:|\b(?:contacts?\s+presse|"
    r"service\s+(?:de\s+)?(?:presse|communication)|financée?s?|cofinanc|"
    r"immatricul|marque\s+d['’]identification|estampille|adjointe?\s+(?:aux|à\s+la|au)|convoqué|"
    r"ouvre\s+la\s+séance|secrétaire\s+de\s+séance|recueil\s+des\s+actes|pouvoirs?\s+donnés?|"
    r"il\s+(?:faut|convient\s+de)\s+rappeler|agréée?\s+sous|siège\s+social|s['’](?:est|était)\s+réuni|"
    r"quorum|numéro\s+de\s+(?:dossier|référence))\b|(?:est|sont)\s+punie?s?\s+(?:de|d['’])|"
    r"^fiche\s+n|^réf(?:érence)?s?\s*[.:]"
)
_WARM = re.compile(
    r"(?i)n['’]hésitez\s+pas(?!\s+à\s+(?:appeler|contacter|signaler))|\bvenez\b|nombreu(?:x|ses)\b|"
    r"moments?\s+sympathiques?|\bvenir\s+partager"
)
_CONTACT = re.compile(
    r"(?i)\b(?:renseignements?|informations?|questions?|contacter|en savoir plus|consulter le site)\b"
)


_NEWS: tuple[tuple[float, str], ...] = (
    (14.0, r"\b(?:a|ont) (?:coûté la vie|perdu la vie|trouvé la mort|péri|"
           r"succombé)\b|"
           r"\b(?:est|sont|était|étaient) (?:morte?s?|décédée?s?)\b|"
           r"\b(?:a|ont) été (?:retrouvée?s? (?:morte?s?|décédée?s?|sans vie)|tuée?s?|"
           r"(?:\w+ment )?blessée?s?)\b|"
           r"\bfait (?:un|une|deux|trois|\w+|\d+) (?:mort|victime|blessé)s?\b|pronostic vital"),
    (14.0, r"\bpeines? suivantes?\b"),
    (8.0, r"\b(?:a|ont) été (?:mise?s? en examen|placée?s? (?:en détention|sous contrôle))\b"),
    (10.0, r"\b(?:a|ont) été (?:relaxée?s?|acquittée?s?|condamnée?s?|remise?s? en liberté|"
           r"laissée?s? libres?|incarcérée?s?)\b|"
           r"\baucune charge n['’]a été retenue\b|\bmise?s? hors de cause\b|"
           r"\bn['’](?:a|ont|est|sont) pas (?:été )?poursuivie?s?\b|\binterjeté appel\b|\bnon-lieu\b"),
    (10.0, r"\blots? :|\bnuméros? de lots?\b"),
    (8.0, r"\bne (?:plus|pas) (?:consommer|utiliser|boire|approcher|intervenir|toucher|sortir)\b|"
          r"\bfai(?:re|tes) bouillir\b|\b(?:appelez|composez) (?:le|au|immédiatement)\b|"
          r"\binvitée?s? à (?:contacter|appeler|consulter|se présenter|se signaler)\b|"
          r"\bpriée?s? de (?:contacter|se signaler|se présenter|prévenir)\b"),
    (-12.0, r"^(?:présents?|absents?|excusés?|pouvoirs?)\b[^:]{0,40}:|"
            r"\bprocès-verbal de la (?:séance|réunion)\b|"
            r"\brégulièrement convoqué|\bs['’](?:est|était) réuni\b|\bsecrétaire de séance\b"),
    (-8.0, r"\b(?:est|sont) punie?s? (?:de|d['’])|^fiche n|\bcommunique les éléments\b|"
           r"^en application de\b.*\bcommunique\b"),
    (-6.0, r"\bgarde à vue [^.]{0,40}prolongée?s?\b|"
           r"\ba statué sur les poursuites\b"),
)  # fmt: skip
_COMPILED_NEWS = tuple((worth, re.compile(pattern, re.IGNORECASE)) for worth, pattern in _NEWS)


def news(text: str) -> float:
    """How much a statement must win against the others that nobody may miss: deaths and what the law did to
    each person, the lots of a recall, what to do at once; below nought for mere procedure."""
    return sum(value for value, pattern in _COMPILED_NEWS if pattern.search(text))


def vital(text: str) -> float:
    """What a statement weighs because nobody may miss it; below nought for what nobody needs."""
    worth = sum(value for value, pattern in _COMPILED if pattern.search(text))
    if _WARM.search(text):
        return min(_MOST, worth)
    if asks(text) or _DEONTIC.search(text):
        only_contact = _CONTACT.search(text) and not re.search(r"(?i)interdi|obligat|ne\s+pas|doi", text)
        worth += 3.0 if only_contact else 8.0
    return min(_MOST, worth) - (6.0 if _TRIFLE.search(text) else 0.0)
