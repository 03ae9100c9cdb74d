"""What says that something is said: "Il est rappelé que P", "La mairie vous informe que P" -> "P".

Only where the notice speaks of itself: whoever else says something is named with it.
"""

from __future__ import annotations

import re

from notices.wording.joints import capital

_ALSO = r"(?:\s+(?:également|aussi|enfin|par ailleurs|en outre|toutefois|expressément|ici|simplement))?"
_COMMENT = r"(?:,[^,]{3,30},)?"
_WHOM = (
    r"(?:\s+(?:aux|à la|à tous les|à l['’])\s*(?:usagers|habitants|population|administrés|riverains|public))?"
)
_IMPERSONAL = (
    rf"il\s+(?:vous\s+)?est{_ALSO}\s+(?:rappelé|précisé|signalé|indiqué|porté à (?:votre|la) "
    rf"connaissance(?: du public| de tous)?){_ALSO}{_WHOM}|"
    rf"il\s+(?:convient|importe|y a lieu|faut|est (?:bon|important|utile|nécessaire)){_ALSO}\s+(?:de\s+|"
    rf"d['’])?"
    rf"(?:noter|rappeler|préciser|souligner|signaler|relever|remarquer|indiquer|savoir){_ALSO}|"
    r"il\s+est\s+à\s+(?:noter|souligner|signaler|préciser|rappeler)|"
    r"il\s+va\s+(?:de\s+soi|sans\s+dire)|force\s+est\s+de\s+constater"
)
_PERSONAL = (
    r"(?:nous|je)\s+(?:tenons à |souhaitons |tiens à |souhaite |voulons |désirons |sommes heureux de "
    r")?vous\s+"
    r"(?:informons?|rappelons|rappelle|signalons|signale|précisons|précise|indiquons|indique|annonçons|"
    r"annonce|"
    r"informer|rappeler|signaler|préciser|indiquer|annoncer|faisons savoir|faire savoir)|"
    r"(?:nous\s+attirons|j['’]attire)\s+votre\s+attention\s+sur\s+le\s+fait|"
    r"(?:votre|l['’])\s?attention\s+(?:de tous )?est\s+(?:attirée|appelée)\s+sur\s+le\s+fait|"
    r"(?:nous avons|j['’]ai)\s+(?:le plaisir|l['’]honneur|le regret)\s+de\s+vous\s+"
    r"(?:informer|annoncer|faire savoir|faire part)|"
    r"nous\s+vous\s+(?:prions|demandons|remercions|invitons)\s+de\s+(?:bien vouloir\s+)?noter|"
    r"(?:veuillez|merci de(?: bien vouloir)?|vous voudrez bien|prière de)\s+noter|"
    r"(?:sachez|notez|rappelons|précisons|signalons|soulignons)"
)
_ISSUER = (
    r"(?:la|le|l['’]|votre)\s?(?:mairie|commune|municipalité|préfecture|préfète?|ville|maire|syndicat|"
    r"agence|caisse|"
    r"communauté|métropole|département|région|direction|service|école|association|comité|conseil|équipe)"
    r"(?:\s(?!qui\b|que\b|dont\b)[^\s,;:.]+){0,8}?"
)
_INFORMS = (
    rf"(?P<issuer>{_ISSUER})\s+(?:tient à |souhaite )?(?:vous\s+(?:informe|rappelle|signale|précise|indique|"
    rf"annonce|fait savoir|informer|rappeler)|"
    r"inform(?:e|er)\s+(?:ses|les|la|tous les|toute la|l['’]ensemble (?:des|de la|de ses))\s?"
    r"(?:habitants|usagers|population|administrés|riverains|abonnés|concitoyens|parents|parents d['’]élèves))"
)
_SAYS = re.compile(
    rf"(?i)(?P<start>^|[.;!?]\s+)(?:{_IMPERSONAL}|{_PERSONAL}|{_INFORMS}){_COMMENT}\s+qu(?:e\s+|['’])(?=\S)"
)
_SIGNS = re.compile(r"(?i)\bqu(?:e\b|['’])")
_AND_THAT = re.compile(r",? et qu(?:e |['’])")


def rule(text: str) -> str:
    """The text without what only says that something is said."""
    if not _SIGNS.search(text):
        return text
    match = _SAYS.search(text)
    if match is None or "«" in text:
        return text
    rest = text[match.end() :]
    if re.match(r"(?:si|s['’]|le cas échéant|,)", rest):
        return text
    if more := _AND_THAT.search(rest):
        if _SIGNS.search(rest[: more.start()]):
            return text
        rest = f"{rest[: more.start()]} et {rest[more.end() :]}"
    begin = capital(rest) if match.group().lstrip(" .;!?")[:1].isupper() else rest
    return text[: match.start()] + match["start"] + begin
