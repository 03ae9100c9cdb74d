"""Whom to ask: "Pour tout renseignement complémentaire, vous pouvez contacter la mairie au 03 ..." ->
"Contact : la mairie, 03 ..."."""

from __future__ import annotations

import re

from notices.wording.grammar import has_finite_verb

_PHONE = r"(?:0\d(?:[ .]?\d\d){4}|0 ?8\d\d(?: ?\d\d\d?){2,3}|3\d \d\d|\+33 ?\d(?:[ .]?\d\d){4})"
_ABOUT = (
    r"(?:pour|afin d['’]obtenir) (?:tout(?:e|s|es)? |tous |plus (?:de |d['’])|davantage d['’]|obtenir "
    r"(?:des |plus (?:de |d['’]))|de plus amples |de |des |un |une )?"
    r"(?:autres? )?(?P<what>renseignements?|informations?|précisions?|questions?)"
    r"(?: (?:complémentaires?|supplémentaires?|utiles?|pratiques?))?(?: si besoin| si nécessaire)?"
)
_ASK = (
    r"(?:vous pouvez |les personnes intéressées peuvent |les usagers peuvent |le public peut |il est "
    r"possible de |veuillez |merci de |n['’]hésitez pas à |il convient de )?"
    r"(?:vous adresser (?P<a>à |au |aux )|contacte[rz] (?:avec )?|appele[rz] |joindre |s['’]adresser "
    r"(?P<b>à |au |aux )|adressez-vous (?P<c>à |au |aux )|"
    r"prendre contact avec |prenez contact avec |vous rapprocher (?P<d>de |du |des |d['’])|se rapprocher "
    r"(?P<e>de |du |des |d['’]))"
)
_FIRST = re.compile(
    rf"(?i)^{_ABOUT},? {_ASK}(?P<who>[^,;:]+?(?:, [^,;:]{{3,40}}(?=,))?)(?P<ways>,? (?:au|par|à "
    rf"l['’]adresse|sur|en|:|ou au).*)?(?P<end>\.?)$"
)
_INTERESTED = re.compile(
    r"(?i)^(?:les personnes intéressées|les intéressés|toute personne intéressée) (?:sont|est) "
    r"(?:invitée?s?|priée?s?) (?:à|de) "
    r"(?:s['’]adresser (?P<a>à |au |aux )|contacter |prendre contact avec |se rapprocher (?P<e>de |du |des |"
    r"d['’]))"
    rf"(?P<who>[^,;:]+?),? {_ABOUT}(?P<ways>,? (?:au|par|à l['’]adresse|sur|en|:|ou au).*)?(?P<end>\.?)$"
)
_ARTICLE = {"au ": "le ", "aux ": "les ", "à ": "", "de ": "", "du ": "le ", "des ": "les ", "d'": ""}
_SIGNS = re.compile(r"(?i)renseignement|information|précision|question")


def rule(text: str) -> str:
    """The sentence as a label with whom to ask and how."""
    if not _SIGNS.search(text):
        return text
    match = _FIRST.match(text) or _INTERESTED.match(text)
    if (
        match is None
        or has_finite_verb(match["who"])
        or not re.search(r"\d|@|\.\w{2,}|[A-ZÀ-Ý]", match["who"] + (match["ways"] or ""))
    ):
        return text
    groups = match.groupdict()
    joint = next((groups[key] for key in "abcde" if groups.get(key)), "") or ""
    who = _ARTICLE.get(joint.lower().replace("’", "'"), "") + match["who"]
    return f"Contact : {who}{_way(match['ways'] or '')}{match['end']}"


def _way(ways: str) -> str:
    """ " au 03 ..." -> ", 03 ..."."""
    return re.sub(rf"^,? (?:(?:par téléphone |en appelant )?(?:au|le) )(?:numéro )?(?={_PHONE})", ", ", ways)
