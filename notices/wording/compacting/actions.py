"""A light verb with a noun of action is that action's verb: "procéder à l'évacuation du site" -> "évacuer le
site", "le démontage et le nettoyage" alike."""

from __future__ import annotations

import re

from notices.style.nominal import nominals
from notices.wording.compacting.turns import untouchable
from notices.wording.compacting.verbs import ending_of, with_ending
from notices.wording.joints import capital, join

_OF = r"(?P<of>de la |de l['’]|du |des |de |d['’])"
_WITH_A = r"(?P<{0}>proc[éè]d[a-zé]+)"
_NOUN = r"(?P<noun{0}>[a-zà-ÿœ]+)"
_TO = r"(?:à la |à l['’]|au |aux |à une? |à des )"
_A = r"(?:la |le |l['’]|les |une? |des )"
_PROCEEDS = re.compile(
    rf"(?i)(?<![\w-])(?P<light>proc[éè]d[a-zé]+) {_TO}(?P<noun>[a-zà-ÿœ]+)(?:(?P<and> (?:et|ou) "
    rf"){_TO}(?P<second>[a-zà-ÿœ]+))? {_OF}"
)
_CARRIES = re.compile(
    rf"(?i)(?<![\w-])(?P<light>(?:effectu|réalis|assur|opér|organis)[a-zé]+) {_A}(?P<noun>[a-zà-ÿœ]+)"
    rf"(?:(?P<and> (?:et|ou) ){_A}(?P<second>[a-zà-ÿœ]+))? {_OF}"
)
_THEIRS = re.compile(
    r"(?i)(?<![\w-])(?P<light>proc[éè]d(?:er|ent|e|era|eront)) à (?P<his>leurs?) "
    r"(?P<noun>[a-zà-ÿœ]+)(?P<and>)(?P<second>)(?![\w'’-]| (?:[a-zà-ÿ]+[éfx]|de|des|du|d['’]|et)\b)"
)
_SIGNS = re.compile(r"(?i)proc[éè]d|effectu|réalis|assur|opér|organis")
_LIGHT = {
    "assur": frozenset(
        "distribution surveillance collecte gestion protection nettoyage entretien transport diffusion "
        "fourniture livraison traitement contrôle coordination ramassage enlèvement inscription tri "
        "conservation financement".split()
    ),
    "organis": frozenset("distribution collecte ramassage évacuation transport vente extinction".split()),
}
"""Light verbs that carry some nouns only: "assurer l'ouverture" is to see to it, "assurer le tri" to sort."""
_THINGS = frozenset(
    "enquête information formation visite demande mesure étude prise évolution instruction intervention "
    "opération remise réception exploitation location communication concertation tenue usage vote "
    "réunion".split()
)
"""Nouns of which no verb says the same."""
_HELPERS = re.compile(
    r"(?i)\b(?:a|ont|avait|avaient|aura|auront|avoir|ayant|avez|avons|eu)(?: (?:donc|ainsi|également|déjà|"
    r"aussi|alors|été))* $"
)
_BARE = re.compile(
    r"(?:ces |cette |cet |ce |son |sa |ses |leurs? |nos |vos |notre |votre |plusieurs |\d|[A-ZÀ-Ý]|une? |"
    r"deux |trois |tout|chaque )"
)
_LEFT = {"de la ": "la ", "de l'": "l'", "du ": "le ", "des ": "les ", "de ": "", "d'": ""}


def rule(text: str) -> str:
    """The text with the verbs of its actions."""
    if not _SIGNS.search(text):
        return text
    for pattern in (_PROCEEDS, _CARRIES, _THEIRS):
        for match in reversed(list(pattern.finditer(text))):
            text = _acted(match, text)
    return text


def _acted(match: re.Match[str], text: str) -> str:
    light = match["light"].lower()
    ending = ending_of(light)
    verbs = [_verb(noun, light, ending) for noun in (match["noun"], match["second"]) if noun]
    before = text[: match.start()]
    if (
        not ending
        or any(verb is None for verb in verbs)
        or untouchable(text, match.span(), " ".join(filter(None, verbs)))
    ):
        return text
    if ending == "é" and not _HELPERS.search(before):
        return text
    said = (match["and"] or "").join(verb for verb in verbs if verb)
    if "of" in match.groupdict():
        of = match["of"].lower().replace("’", "'")
        if _LEFT[of] == "" and not _BARE.match(text[match.end() :]):
            return text
        said = f"{said} {_LEFT[of]}"
    else:
        said = f"les {said}"
    try:
        return join(before, capital(said) if match["light"][0].isupper() else said) + text[match.end() :]
    except ValueError:
        return text


def _verb(noun: str, light: str, ending: str) -> str | None:
    """The form of the verb that a noun names, like that of the light verb."""
    low = noun.lower()
    single = low if low in nominals() else low.removesuffix("s")
    verb = nominals().get(single)
    only = next((nouns for stem, nouns in _LIGHT.items() if light.startswith(stem)), None)
    if verb is None or single in _THINGS or (only is not None and single not in only):
        return None
    return with_ending(verb, ending)
