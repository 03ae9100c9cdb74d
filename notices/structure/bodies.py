"""Who can publish a notice, and what a line says that names nothing but its kind, its author or its day."""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.structure.dates import DATE, dateline

BODY = (
    r"(?:sous-)?pr[ée]fecture|(?:sous-)?pr[ée]f[eè]te?|mairie|maire|municipalit[ée] d"
    r"|commune d|ville d|village d"
    r"|communaut[ée]|m[ée]tropole|syndicat|parquet|procureure?|tribunal|cour d|minist[eè]re|agence"
    r"|d[ée]partement d|r[ée]gion\b"
    r"|conseil (?:d[ée]partemental|r[ée]gional|d['’]|constitutionnel|municipal d|communautaire)"
    r"|rectorat|recteur"
    r"|rectrice|acad[ée]mie|universit[ée]|caisse|police|gendarmerie|brigade|office (?:national|fran[çc]ais)"
    r"|autorit[ée]|chambre d|centre (?:hospitalier|communal|intercommunal)|h[ôo]pital"
    r"|direction (?:r[ée]gionale|d[ée]partementale|g[ée]n[ée]rale|interr[ée]gionale)|assurance maladie"
    r"|(?:dreal|dr[ae]af|ddtm?|ddpp|ars|cpam|caf|cnil|anses|ansm|dgccrf|insee|urssaf|sdis|sictom)\b"
    r"|rappel ?conso\b"
)
_UNIT = (
    r"service|bureau|direction|p[ôo]le|division|unit[ée]|secr[ée]tariat|cabinet|commission|conseil"
    r"|d[ée]l[ée]gation|arrondissement|canton"
)
ARTICLE = r"(?:(?:le|la|les)\s+|l['’])?"
_BODY_FIRST = re.compile(rf"{ARTICLE}(?:{BODY})", re.IGNORECASE)
_LETTERHEAD_FIRST = re.compile(rf"{ARTICLE}(?:{BODY}|{_UNIT})", re.IGNORECASE)
_MOTTO = re.compile(r"libert|[ée]galit[ée]|fraternit[ée]|r[ée]publique fran[çc]aise", re.IGNORECASE)
_HONOURS = re.compile(
    r"\s*,?\s*(?=(?:chevalier|officier|commandeur|grand[- ]croix)\b|Liberté\b|LIBERTÉ\b)", re.IGNORECASE
)
_STATES = re.compile(
    r"\b(?:est|sont|a|ont|sera|seront|vous|nous|peut|peuvent|doit|doivent|va|vont|fait|met)\b"
)
_TO_ALL = (
    r"(?:à (?:la population|tou[st]e?s?)|au public"
    r"|aux (?:habitant|usager|riverain|administré|parent|électeur)\w*)"
)
_DAY = re.sub(r"[?]P<[a-z]+>", "?:", DATE)
_HOUR = r"\d{1,2}\s?[hH:]\s?\d{0,2}"
_DATED = rf"(?:\s*,?\s*(?:du|en date du|le|pris le)?\s*{_DAY})?"
_NUMBER = r"(?:\s*,?\s*(?:n[°ºo]?\s?°?|numéro|réf\.?)\s*\S*\d\S*(?:\s*[-–/]\s*\S*\d\S*)*)?"
_ACT = (
    r"(?:arr[êe]t[ée]|décision|délibération)(?:\s(?:(?:inter-?)?préfectorale?|municipale?|ministériel(?:le)?|temporaire"
    r"|permanente?|conjointe?|complémentaire|du maire|du préfet|du conseil municipal))*"
)
_KIND = re.compile(
    rf"(?:(?:communiqués?|dossier|point|note|déclaration)(?: (?:de|à la) presse)?|communiqué commun"
    rf"|(?:avis|informations?|infos?|appel|message|annonce|alerte|note)"
    rf"(?: (?:importante?s?|municipale?s?|générale?))?(?: {_TO_ALL})?|note d['’]information"
    r"|flash infos?|lettre d['’]information"
    r"|bulletin municipal|circulaire"
    r"|avis d['’](?:enquête(?: publique)?|appel (?:public )?à (?:la )?concurrence|information|attribution)"
    r"|avis de (?:marché|publicité|concours|recrutement|consultation(?: du public)?|coupure|travaux"
    r"|rappel|réunion)"
    r"|offre d['’]emploi|rappel (?:de )?(?:produits?|conso)|enquête publique|appel à candidatures?"
    r"|convocation"
    rf"|compte[- ]rendu|procès-verbal|règlement|liste des délibérations(?: votées| adoptées)?|{_ACT})"
    rf"{_NUMBER}{_DATED}(?:\s*,?\s*(?:à\s)?{_HOUR})?",
    re.IGNORECASE,
)
_PLACES_ONLY = re.compile(
    r"(?:communes?|secteurs?|quartiers?|territoires?|villages?|hameaux?|rues?)\s(?:de\s|du\s|des\s|d['’]|la\s|le\s)"
    r"[^.:;–—]{2,90}",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:(?:vos |les )?missions?(?: principales)?|(?:le )?profil(?: recherché| attendu)?|coordonnées"
    r"|contacts?(?: presse)?"
    r"|horaires?(?: d['’]ouverture)?|conditions|candidatures?|introduction|préambule|contexte"
    r"|objet|ordre du jour"
    r"|sommaire|présentation|en bref|tarifs?|modalités|renseignements|informations? pratiques?"
    r"|annexes?|adresse"
    r"|pièces jointes|actualités|accueil|description(?: du poste)?|le poste|compétences|résumé|l['’]essentiel"
    r"|à retenir|visas?|documents?|liens(?: utiles)?|pour en savoir plus|plus d['’]informations?)"
    r"(?:\s*n?°?\s*\d{1,2})?\s*[:.]?",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+(?=(?:de la|de l['’]|du|des|de|d['’]|conjoint d\w+)\s?)", re.IGNORECASE)
_DASH = re.compile(r"\s+[–—|•-]\s+")
_LITTLE = re.compile(
    rf"(?:{_DAY}|{_HOUR}|\S*\d\S*)(?:\s*,?\s*(?:à\s)?{_HOUR})?",
    re.IGNORECASE,
)
_LETTERHEAD_WORDS = 20
_PARTICIPLE = ("é", "és", "ée", "ées", "i", "is", "ie", "ies", "u", "us", "ue", "ues", "ant", "er", "ir")


def segments(text: str) -> list[str]:
    """The pieces of a line that dashes part: "Communiqué de presse – Préfecture du Gard"."""
    return [piece for piece in (piece.strip(" ,") for piece in _DASH.split(text)) if piece]


def without_honours(text: str) -> str:
    """ "Le préfet du Gard" of "Le préfet du Gard, chevalier de la Légion d'honneur"."""
    return _HONOURS.split(text, maxsplit=1)[0].strip(" ,")


def names_body(text: str) -> bool:
    """True for a line that names who publishes and says nothing of it."""
    head = without_honours(text)
    return (
        _BODY_FIRST.match(head) is not None
        and 1 < len(head.split()) <= 16
        and not re.search(r"\d{2}|:|@", head)
        and not says_something(head)
        and not head.endswith((".", ";", ":", "?", "!"))
    )


def says_something(text: str) -> bool:
    """True where a verb makes a statement of the line."""
    if _STATES.search(text):
        return True
    words = re.findall(r"(?<![\w'’-])[a-zà-ÿ]{4,}(?![\w'’-])", text)
    return any(word_tags(word) == "v" and not word.endswith(_PARTICIPLE) for word in words)


def is_motto(text: str) -> bool:
    """The motto of the Republic, and its name."""
    words = len(text.split())
    return _MOTTO.search(text) is not None and (words <= 6 or (words <= 14 and len(_MOTTO.findall(text)) > 1))


def is_letterhead(text: str) -> bool:
    """Who publishes, or the motto of the Republic: not what the notice is about."""
    if is_motto(text):
        return True
    if len(text.split()) > _LETTERHEAD_WORDS or re.search(r"\s?:\s", text) or says_something(text):
        return False
    first, *others = segments(text) or [""]
    return _LETTERHEAD_FIRST.match(first) is not None and all(map(_is_aside, others))


def is_generic(text: str) -> bool:
    """True where a line names only the kind of the notice, who publishes it and its day."""
    first, *others = segments(text.rstrip(" .:")) or [""]
    return (_KIND.fullmatch(first) is not None or bool(kind_and_body(first)[1])) and all(
        map(_is_aside, others)
    )


def is_byline(text: str) -> bool:
    """ "Communiqué de presse – Préfecture du Gard – 3 mai 2024": the kind, and who or when."""
    return is_generic(text) and not _KIND.fullmatch(text.rstrip(" .:"))


def kind_and_body(text: str) -> tuple[str, str]:
    """ "Communiqué" and "Agence régionale de santé" of "Communiqué de l'Agence régionale de santé"; the body
    is empty where the line is no such line."""
    for of in _OF.finditer(text):
        body = re.sub(
            r"^(?:conjoint )?(?:de la |de l['’]|du |des |de |d['’])",
            "",
            text[of.end() :],
            flags=re.IGNORECASE,
        )
        body = re.sub(rf",?\s*(?:du\s+|le\s+)?{_DAY}$", "", body, flags=re.IGNORECASE)
        if _KIND.fullmatch(text[: of.start()]) and names_body(body):
            return text[: of.start()], body
    return text, ""


def is_section(text: str) -> bool:
    """ "Missions", "Coordonnées": a heading within a notice, which does not say what the notice is about; nor
    does a line of places."""
    return bool(_SECTION.fullmatch(text) or (_PLACES_ONLY.fullmatch(text) and not says_something(text)))


def _is_aside(piece: str) -> bool:
    """A piece behind the first that adds a body, a unit, the kind, a place or a day."""
    if (
        _KIND.fullmatch(piece)
        or _LITTLE.fullmatch(piece)
        or dateline(re.sub(r",\s*\d{1,2}\s?h.*$", "", piece))
    ):
        return True
    return (
        _LETTERHEAD_FIRST.match(piece) is not None and not says_something(piece) and len(piece.split()) <= 12
    )
