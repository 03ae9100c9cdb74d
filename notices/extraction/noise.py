"""What a notice holds that is no news: greetings, links, captions, navigation."""

from __future__ import annotations

import re

_NOISE = re.compile(
    r"""(?ix)^(?:
    (?:bonjour|bonsoir|bonne\s(?:lecture|journée|année)|merci|un\s(?:grand\s)?merci|bienvenue|venez\snombreu|à\strès\sbientôt|
       à\sbientôt|cordialement|au\splaisir|faites[-\s]nous\srêver|à\srefaire|facile|pensez-y|mesdames|madame,|monsieur,|
       chers?\s|chères?\s|nous\scomptons\ssur|belle\s|bravo|félicitations|la\smunicipalité\svous\ssouhaite|
       (?:veuillez\s)?(?:agréer|recevoir)|nous\svous\sprions|ensemble)\b.*
    |(?:cliquez|cliquer|retour|imprimer|partager|lire\sla\ssuite|en\ssavoir\splus|voir\s(?:aussi|plus)|télécharger|sommaire|
       table\sdes\smatières|autres\sactualités|other\spost|besoin\sde\splus\sd['’]informations?|accueil|menu|page\s\d+)\b.{0,80}
    |(?:liberté|égalité|fraternité|république\sfrançaise)[\s,.•-]*(?:liberté|égalité|fraternité|[\s,.•-])*
    |!?\[.*|\{[:%{].*|https?://\S+|www\.\S+|\d+\s?/\s?\d+|[\W\d_]*
    |communiqué(?:\sde\spresse)?|avis|note\sd['’]information|information|arrêté|arrête\s?:?|copie\sadressée\sà.*|affiche\s.*|l['’]affiche\s.*|
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


def only_points_elsewhere(text: str) -> bool:
    """True for "cliquez ici" and its like: on paper and by ear they lead nowhere."""
    return bool(_LINK_ONLY.search(text))


def unlinked(text: str) -> str:
    """The text with Markdown links read as their words."""
    return _BRACKET_LINK.sub(r"\1", text)
