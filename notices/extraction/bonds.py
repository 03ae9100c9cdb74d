"""What binds a sentence to another: what it takes up of those before it, and what limits it behind it.

A sentence that takes something up ("ces deux communes") is not told without what it takes up. And what is
said of all ("Aucune évacuation n'est ordonnée") is not told without the "Toutefois" behind it: alone it is
false.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from notices.facts import find_facts
from notices.lexicon import word_tags
from notices.wording.grammar import has_finite_verb

_LEANS = re.compile(
    r"(?i)^(?:il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|celles-ci|ce dernier|cette dernière|"
    r"ces derniers|ces dernières|"
    r"cela|ceci|ceux|celles|son|sa|ses|leur|leurs|l['’]un d|d['’]autres|dans ce cas|auquel cas|à ce titre|"
    r"à cet effet|pour cela|"
    r"à défaut|sinon|faute de quoi|dans le cas contraire|en cas de doute|jusque-là|"
    r"(?:passée?s?|au-delà de|au terme de|à l['’]issue de|à l['’]expiration de)\s+"
    r"(?:ce|cet|cette|ces)(?!\s+présent)|au-delà(?=,)|ensuite(?=,)|"
    r"(?:le|la|les) (?:premier|première|second|seconde|troisième|dernier|dernière)s?(?=\s+(?:a|est|sont|"
    r"ont|sera|"
    r"aura|était|se)\b)|(?:le|la) (?:seule?|même)(?=\s+(?:a|est|sera)\b)|les deux\b|tous deux|toutes deux|"
    r"(?:le|la|les)\s+(?:premier|première|second|seconde|deuxième|troisième|quatrième|cinquième|sixième|"
    r"dernier|dernière)s?\s+(?:prévenue?|accusée?|suspecte?|victime|homme|femme|mise? en cause|condamnée?|"
    r"conducteur|conductrice|mineure?|individu|blessée?|salariée?|personne)s?\b|"
    r"(?:à|dans|pendant|pour|avec|par|sur|après|avant|dès|depuis|durant|lors de|parmi|contre|malgré)\s+"
    r"(?:ce|cet|cette|ces|celui|celle|ceux|celles)(?!\s+présent)|"
    r"(?:un|une|deux|trois|quatre|cinq|\d+|les?|la|l['’])\s*autres?\b|les\s+(?:deux|trois|quatre)\s+hommes|"
    r"ainsi|toutefois|cependant|néanmoins|mais|or|donc|en revanche|au contraire|c['’]est|ce "
    r"sont|(?:ce|cet|cette|ces)\s(?!présent))\b"
)
_LATE_PRONOUN = re.compile(
    r"(?i)^[^,;:]{2,45},\s+(?:il|elle|ils|elles)\s+(?!faut|convient|est\s+(?:interdit|conseillé|"
    r"recommandé|demandé|"
    r"rappelé|possible|nécessaire|obligatoire|impératif|important|prévu|précisé)|y\s+a|s['’]agit|"
    r"sera\s+procédé)"
)
"""A pronoun behind an adverbial: "À partir de lundi, elle sera rétablie"."""
_TAKES_UP = re.compile(
    r"(?i)^[^,;:]{2,45}\by\s+(?:sera|seront|est|sont|a|ont|aura|auront|reste|restent|était|étaient)\b|"
    r"^(?:si|lorsque|quand)\s+(?:ses|son|sa|leurs?|celui-ci|celle-ci|cette|ce|cet|ces)\b|"
    r"\bsur\s+son\s+fondement\b|\bn['’]y\s+(?:est|sont|sera|seront)\b|"
    r"^[^,;:]{0,60}\b(?:peu(?:t|vent)|pourr(?:a|ont)|(?:est|sont|reste|restent|demeure|demeurent|sera|seront))\s+"
    r"(?:toutefois|cependant|néanmoins|en\s+revanche)\b|"
    r"^[^,;:]{0,40},\s+(?:cette\s+dernière|ce\s+dernier|ces\s+derni(?:er|ère)s|celui-ci|celle-ci|ceux-ci|"
    r"celles-ci)\b"
)
"""Words inside a sentence that name what the one before it says: "Le stationnement y sera interdit"."""
_IMPERSONAL = re.compile(
    r"(?i)^(?:il\s+(?:est|sera|était)\s+(?:donc\s+|également\s+|aussi\s+|toutefois\s+|par\s+ailleurs\s+)?(?:"
    r"interdit|conseillé|recommandé|demandé|rappelé|possible|nécessaire|obligatoire|"
    r"impératif|important|important|prévu|précisé|strictement|procédé|fortement|vivement)|"
    r"il\s+(?:faut|convient|y\s+a|appartient|incombe|s['’]agit|sera\s+procédé)|"
    r"c['’]est\s+(?:gratuit|pourquoi|ainsi)|c['’]était|ces\s+derni(?:ers|ères)\s+(?:jours|"
    r"mois|semaines|années)|(?:pendant\s+|durant\s+)?(?:cette\s+(?:année|semaine|nuit)|ce\s+(?:jour|"
    r"matin|soir|mois|week-end)))\b"
)
_DEMONSTRATIVE = re.compile(
    r"(?i)\b(?:ces?|cet|cette)\s+(?:(?:deux|trois|quatre|cinq|six|mêmes?|derni(?:er|ère)s?|premi(?:er|ère)s?|"
    r"nouve(?:au|l|lle|aux|lles)|\d+)\s+)*"
    r"(?:(?:types?|genres?|sortes?|catégories?|modes?|systèmes?)\s+d(?:e\s+|['’]))?(?P<noun>[a-zà-ÿœ]{3,})"
)
"""A noun that is said to be known: "ces deux communes", "ce type de rassemblement"."""
_BOTH = re.compile(
    r"(?i)(?<!dans )(?<!sous )(?<!tous )(?<!toutes )(?<!pendant )"
    r"\b(?:les|des|aux)\s+(?:deux|trois|quatre)\s+(?P<noun>[a-zà-ÿœ]{3,})"
    r"(?!\s+(?:de|du|des|qui|où|à|que|dont|les\s+(?:plus|moins|mieux))\b|\s+d['’]|\s+(?-i:[A-ZÀ-Ý]))(?![a-zà-ÿœ])"
)
"""Two that are said to be known: "les deux dispositifs", and not "les deux maires de Brou et de Luz"."""
_HERE_AND_NOW = frozenset(
    "jour jours matin soir nuit midi après semaine semaines week mois année années ans été hiver "
    "printemps automne saison lundi mardi mercredi jeudi vendredi samedi dimanche heures minutes fois "
    "stade titre temps point communiqué arrêté avis document page site note courrier lettre appel alerte "
    "message formulaire numéro rappel lien adresse éléments informations premiers premières derniers "
    "dernières prochains prochaines autres présent".split()
)
"""Nouns that mean the notice itself or its day, and counts of time."""
_OF_TIME = frozenset(
    "date dates période périodes délai délais durée heure heures horaires moment échéance".split()
)
_TIMES = frozenset(("date", "time", "duration", "period"))
_A_TIME = re.compile(r"(?i)\b(?:clôture|fin|début|échéance|ouverture|départ|entrée en vigueur)\b")
_OF_SAYING = frozenset(
    "mesure mesures décision démarche démarches somme sommes montant montants obligation interdiction cas "
    "situation occasion fin fins effet égard raison raisons motif motifs disposition dispositions condition "
    "conditions faits infraction peine restriction restrictions sujet contexte sens niveau question "
    "intervention information".split()
)
"""Nouns that take up a whole clause."""
_ATTACKED = re.compile(
    r"(?i)\b(?:(?:appel|recours|opposition|contestation|pourvoi)\s+(?:de|contre|à)|contest\w+|contre|attaqu\w+)\s+$"
)
"""Before a decision that was told of before: "a interjeté appel de cette décision"."""
_FAR = 5
"""A noun that is taken up is looked for in so many units."""
_MADE_OF = 6
"""Shorter nouns stand by chance in other words."""


def leans(text: str) -> bool:
    """True for a sentence that cannot be understood without the one before it: "Cette aide est versée"."""
    opens = _LEANS.match(text) and not _IMPERSONAL.match(text)
    return bool(opens or _LATE_PRONOUN.match(text) or _TAKES_UP.search(text))


def named_again(text: str) -> str:
    """The first noun that the text says to be known and does not name itself: "communes" in "Les écoles de
    ces communes seront fermées"; empty where there is none."""
    found = [*_DEMONSTRATIVE.finditer(text), *_BOTH.finditer(text)]
    unknown = (m["noun"] for m in found if not _is_named(m["noun"].lower(), text[: m.start()]))
    return next((noun for noun in unknown if "n" in word_tags(noun)), "")


def _is_named(noun: str, before: str) -> bool:
    """True where the words before it in its own sentence say what the noun takes up."""
    if noun in _HERE_AND_NOW:
        return True
    if _ATTACKED.search(before):
        return False
    if noun in _OF_TIME:
        return bool(_A_TIME.search(before)) or any(fact.kind in _TIMES for fact in find_facts(before))
    return (noun in _OF_SAYING and has_finite_verb(before)) or says(before, noun)


def says(text: str, noun: str) -> bool:
    """True where a text has the noun, or a word made of it: "recalculer" for "calcul"."""
    single = re.sub(r"[sx]$", "", noun)
    bound = r"\b" if len(single) < _MADE_OF else ""
    return re.search(rf"(?i){bound}{re.escape(single)}", text) is not None


def support(noun: str, before: Sequence[str]) -> int:
    """How many sentences back the noun was named: 1 is the one before, also where none names it."""
    near = before[-_FAR:]
    return next((back for back, text in enumerate(reversed(near), 1) if says(text, noun)), 1)


def takes_up(text: str, noun: str) -> bool:
    """True where a text only takes up a noun itself: "ces produits"."""
    return re.search(rf"(?i)\b(?:ces?|cet|cette)\s+(?:\w+\s+)?{re.escape(noun)}\b", text) is not None


_CONTRAST = re.compile(
    r"(?i)^(?:toutefois|cependant|néanmoins|mais|en revanche|par (?:exception|dérogation)|"
    r"sauf(?!\s+(?:élément|contre|avis|erreur|cas|urgence))|hormis|"
    r"à l['’]exception|à titre (?:exceptionnel|dérogatoire)|exceptionnellement|font exception|"
    r"seule?s?\s+(?!à\b)|(?:ne\s+(?:sont|est)|n['’]est)\s+(?:toutefois\s+|cependant\s+)?pas\s+"
    r"(?:concern|soumis|vis))\b|"
    r"^[^;:.]{0,90}\b(?:toutefois|cependant|néanmoins|par exception)\b"
)
_EXEMPTS = re.compile(
    r"(?i)^(?:ce|cet|cette|ces|le|la|les|l['’])\s*(?:interdiction|restriction|obligation|mesure|règle|limitation|"
    r"disposition|fermeture|suspension|exception|dérogation|autorisation|prescription|consigne|gratuité)s?\b"
    r"[^.;]{0,60}?\bn(?:e\s+(?:s['’](?:appliqu|éten)|concern|va(?:ut|lent)|vis|port|sont\s+pas\s+"
    r"applic|sont\s+pas\s+oppos)|['’]est\s+pas\s+applic)|"
    r"^(?:ne\s+sont\s+pas|n['’]est\s+pas|ne\s+s['’]appliqu)"
)
_DOUBTS = re.compile(
    r"(?i)^(?:ce|cet|cette|ces|le|la|les|l['’])\s*(?:prévision|estimation|bilan|chiffre|évaluation|hypothèse|date|"
    r"calendrier|horaire|résultat|tendance)s?\b[^.;]{0,60}\b(?:provisoire|incert|indicati|susceptible|prudence|"
    r"sous\s+réserve|confirm|évoluer|modifi)"
)
_TURNS = re.compile(
    r"(?i)^(?:(?:il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|celles-ci|cela)|"
    r"(?:ce|cet|cette|ces|son|sa|ses|leur|leurs|l['’])\s*\w+(?:\s+\w+)?|l['’]intéressée?)\s(?:[^,;:.]{0,40}\s)?"
    r"(?:(?:conteste(?:nt)?|nie(?:nt)?|dément(?:ent)?|réfute(?:nt)?|clame(?:nt)?)\b|"
    r"(?:a|ont|est|sont)\s+(?:depuis\s+|finalement\s+|ensuite\s+)?(?:été\s+)?(?:depuis\s+|finalement\s+)?"
    r"(?:levée?s?|annulée?s?|abrogée?s?|rouverte?s?|remise?s? en liberté|relaxée?s?|acquittée?s?|"
    r"retrouvée?s?|reportée?s?|rétablie?s?|libérée?s?|infirmée?s?|mise?s? hors de cause)\b)|"
    r"^[^,;:.]{0,90}\b(?:reste|restent|demeure|demeurent)\s+(?:\w+\s+)?(?:valables?|autorisée?s?|ouverte?s?|"
    r"possibles?|interdite?s?|accessibles?|en\s+vigueur|fermée?s?|obligatoires?)\b"
)
"""What ended or turned what was said before it of somebody or something, or goes on all the same."""
_GENERAL = re.compile(
    r"(?i)\b(?:n['’]|ne|aucune?|nul(?:le)?|interdi\w*|obligatoires?|autorisé\w*|ouvert\w*|fermé\w*|libres?|gratuit\w*|"
    r"suspendu\w*|annulé\w*|doi(?:t|vent)|devr(?:a|ont)|peu(?:t|vent)|pourr(?:a|ont)|tou(?:s|t|tes?)|général\w*|"
    r"ensemble|réservé\w*|potable|abrogé\w*|supprimé\w*|maintenu\w*|limité\w*|exigé\w*|applicables?|"
    r"appliqu\w+|concern\w+|éligib\w+|recommandé\w*|déconseillé\w*|invitée?s?|prévu\w*|privilégié\w*)\b"
)
"""What is said of all, allowed, forbidden or denied: what follows may limit it."""
_OF_AN_ARTICLE = re.compile(
    r"(?i)^(?:par\s+(?:dérogation|exception)\s+(?:aux?\s+|à\s+)[^.;:]{0,60}?|"
    r"(?:les?|la|l['’]|cette|ces)\s*(?:interdictions?|dispositions?|mesures?|obligations?|prescriptions?|"
    r"limitations?|restrictions?)\s+[^.;:]{0,60}?)l['’]article\s+(?P<article>\d+)"
)
_NOT_APPLIED = re.compile(
    r"(?i)\bne\s+s['’]appliqu|\bne\s+sont\s+pas\s+applic|\bne\s+concern|^par\s+(?:dérogation|exception)"
)


def limits(text: str, before: str, *, leaning: bool) -> bool:
    """True where a sentence limits, doubts or ends what the sentence before it says, which is false without
    it: "Toutefois, ...", "Cette interdiction ne s'applique pas à ...", "Il le conteste"."""
    if _GENERAL.search(before) and (_CONTRAST.match(text) or _EXEMPTS.match(text)):
        return True
    return _DOUBTS.match(text) is not None or (leaning and _TURNS.search(text) is not None)


def article_limited(text: str) -> str:
    """The article whose rule the sentence lifts for somebody: "2" in "Par dérogation à l'article 2, ..."."""
    match = _OF_AN_ARTICLE.match(text)
    return match["article"] if match and _NOT_APPLIED.search(text) else ""


def is_a_ban(text: str) -> bool:
    """True for what forbids, limits or commands."""
    return _BAN.search(text) is not None


_BAN = re.compile(r"(?i)\b(?:interdi|limit|obligatoire|suspend|ferm|réglement|doi(?:t|vent)\b)")
