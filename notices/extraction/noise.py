"""What a notice holds that is no news: greetings, links, captions, navigation."""

from __future__ import annotations

import re
from functools import lru_cache

from notices.extraction.happenings import event_kinds
from notices.wording.grammar import has_finite_verb

_NOISE = re.compile(
    r"""(?ix)^(?:
    (?:bonjour|bonsoir|bonne\s(?:lecture|journée|année)|merci|un\s(?:grand\s)?merci|bienvenue|venez\snom
    breu(?:x|ses)|à\strès\sbientôt|
       à\sbientôt|cordialement|au\splaisir|faites[-\s]nous\srêver|à\srefaire|facile|pensez-
       y|mesdames|madame,|monsieur,|
       chers?\s|chères?\s|nous\scomptons\ssur|belle\s|bravo|félicitations|la\smunicipalité\svous\ssouhaite|
       (?:veuillez\s)?(?:agréer|recevoir)|nous\svous\sprions|ensemble)\b.*
    |(?:cliquez|cliquer|retour|imprimer|partager|lire\sla\ssuite|en\ssavoir\splus|voir\s(?:aussi|plus)|télécharger|sommaire|
       table\sdes\smatières|autres\sactualités|other\spost|besoin\sde\splus\sd['’]informations?|accueil|
       menu|page\s\d+)\b.{0,80}
    |(?:liberté|égalité|fraternité|république\sfrançaise)[\s,.•-]*(?:liberté|égalité|fraternité|[\s,.•-])*
    |!?\[.*|\{[:%{].*|https?://\S+|www\.\S+|\d+\s?/\s?\d+|[\W\d_]*
    |\d+\s(?:voix|votes?)(?:\spour)?\s?\.?|(?:photos?|crédits?(?:\sphotos?)?|légende|illustration|image)\s?:.{0,120}
    |communiqué(?:\sde\spresse)?|avis|note\sd['’]information|information|arrêté|arrête\s?:?|copies?\s(?:est\s)?(?:adressée?s?|transmise?s?)\sà.*|ampliation.*|destinataires\s*:?|affiche\s.*|l['’]affiche\s.*|
       chevalier\sde.*|officier\sde.*|la\smairie|l['’]équipe\smunicipale
    )$"""
)
_LINK_ONLY = re.compile(
    r"(?i)\b(?:cliquez ici|clique[rz] ici|c['’]est ici|disponible ici|à lire ici|le lien ci-dessous)\b"
)
_BRACKET_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def is_noise(text: str) -> bool:
    """True for what a summary leaves out whatever its length."""
    plain = unlinked(text).strip()
    return not plain or bool(_NOISE.match(plain)) or len(re.sub(r"\W", "", plain)) < 3


_HAS_A_PLACE = re.compile(
    r"(?i)^(?:dans|à|au|aux|salle|lieu|place|chez|pour|sur|devant|sous|en|du|de|le\s+\w+di|\w+di)\b|:"
)
_SEE = re.compile(r"(?i)^voici\b.{0,60}(?:pdf|ci-dessous|ci-joint|lien|photos?)")


_YEAR = re.compile(r"(?<=\s)(?:19|20)\d\d$")


def is_caption(text: str) -> bool:
    """True for a few words with no verb, figure or event: a picture's caption, a link's words."""
    plain = unlinked(text).strip(" .")
    if _SEE.match(plain):
        return True
    return (
        len(plain.split()) <= 8
        and not re.search(r"\d{2}|\d ?(?:h|€)", _YEAR.sub("", plain))
        and not _HAS_A_PLACE.search(plain)
        and not has_finite_verb(plain)
        and not event_kinds(plain)
    )


_PRESENTS = re.compile(
    r"(?i)(?:éléments|informations|précisions)\s+suivante?s?|^fiche\s+n|^(?:communiqué|"
    r"dossier)\s+de\s+presse|"
    r"\brésumé\s+de\s+l['’]article|^voici\b|^présents?\s*:|^absents?\b|^étaient\s+présents|^objet\s*:|"
    r"^(?:le|la)\s+(?:présent|présente)\s+(?:document|fiche|note)\b|^lundi\b.*\bséance\b"
)


def is_presentation(text: str) -> bool:
    """True for what only opens a notice: a dateline, an issuer, "communique les éléments suivants :"."""
    return bool(_PRESENTS.search(text)) or text.rstrip().endswith(":") or not has_finite_verb(text)


_CEREMONY = re.compile(
    r"(?i)^(?:présents?|absents?|excusés?|étaient présents)\b[^:]{0,40}:|\b(?:contacts?\s+presse|"
    r"service\s+(?:de\s+)?(?:presse|communication)|financée?s?|cofinanc|"
    r"immatricul|marque\s+d['’]identification|estampille|adjointe?\s+(?:aux|à\s+la|au)|convoqué|"
    r"ouvre\s+la\s+séance|secrétaire\s+de\s+séance|recueil\s+des\s+actes|pouvoirs?\s+donnés?|"
    r"il\s+(?:faut|convient\s+de)\s+rappeler|agréée?\s+sous|s['’](?:est|était)\s+réuni|"
    r"quorum|réservée?\s+à\s+la\s+presse|date\s+de\s+publication|prochain\s+(?:communiqué|bulletin|point)|"
    r"officier\s+de|chevalier\s+de|communiqué\s+de\s+presse|communique\s+les|"
    r"sous\s+la\s+présidence|ce\s+qui\s+suit|"
    r"numéro\s+de\s+(?:dossier|référence))\b|(?:est|sont)\s+punie?s?\s+(?:de|d['’])|"
    r"^fiche\s+n|^réf(?:érence)?s?\s*[.:]"
)


@lru_cache(maxsize=2048)
def is_ceremony(text: str) -> bool:
    """True for what is said for form's sake: who was present, who takes calls of the press, who signs."""
    return bool(_CEREMONY.search(text))


_ROLL = re.compile(
    r"(?i)^(?:(?:étaient )?présents?|absents?|excusés?|pouvoirs?|votants?)\b[^:]{0,40}:|"
    r"^(?:communiqué|bulletin|point de situation|flash|note)(?: de presse)?\s+n[°o]\s?\d+\b[^.;:]{0,60}\.?$"
)


def is_roll(text: str) -> bool:
    """True for who was present and who was not, and for the number of a communiqué."""
    return bool(_ROLL.match(text)) and not has_finite_verb(text.partition(":")[0])


_COURTESY = re.compile(
    r"(?i)\b(?:merci|remercie(?:nt|r|ments)?|nous\s+(?:sommes|serons)\s+(?:très\s+)?(?:heureux|ravis)|n['’]hésitez|"
    r"vous\s+souhait\w+|moments?\s+(?:sympathiques?|conviviaux|convivial)|avec\s+(?:grand\s+)?plaisir|grâce\s+à\s+vous|"
    r"venez\s+nombreu\w+|bienvenue|félicit\w+|bravo|bonne\s+(?:lecture|année|journée)|à\s+(?:très\s+)?bientôt|comptons\s+sur)\b"
)


def is_courtesy(text: str) -> bool:
    """True for thanks, wishes and invitations to come in numbers, which tell nothing."""
    return bool(_COURTESY.search(text)) and not re.search(r"\d", text)


def only_points_elsewhere(text: str) -> bool:
    """True for "cliquez ici" and its like: on paper and by ear they lead nowhere."""
    return bool(_LINK_ONLY.search(unlinked(text)))


def unlinked(text: str) -> str:
    """The text with Markdown links read as their words."""
    return _BRACKET_LINK.sub(r"\1", text)
