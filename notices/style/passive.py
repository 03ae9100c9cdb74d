"""The passive: a form of "être" with a past participle, and the agent that "par" may bring."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from notices.document import Span
from notices.lexicon import word_tags

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*['’]?|\d+|[^\w\s]")
_BE = frozenset(
    "est sont était étaient sera seront serait seraient soit soient fut furent fût été être étant".split()
)
_HAVE = frozenset("a ont avait avaient aura auront aurait auraient ait aient ayant avoir eut eurent".split())
_BETWEEN = frozenset(
    "pas plus jamais ainsi alors aussi bien déjà désormais donc encore également ensuite notamment "
    "toujours très tous toutes tout toute systématiquement".split()
)
_REFLEXIVE = frozenset({"s'", "s’", "se"})
_ACTIVE = re.compile(
    r"(?:all|arriv|part|entr|rentr|sort|mont|mor|n|décéd|rest|devenu|venu|revenu|parvenu|intervenu|survenu|advenu"
    r"|provenu|tomb|retomb|retourn|pass|apparu|éclos|échu|âg|situ|sis|ven)(?:é|i|t|u)?e?s?$"
)
_ENDS_LIKE_PARTICIPLE = re.compile(r"(?:é|i|u|is|it|ert|eint|aint|oint|os|us)e?s?$")
_STOPS = frozenset('.;:,?!()«»“”"') | frozenset("qui que dont où et ou mais car".split())
_NO_AGENT = frozenset(
    "voie courrier courriel mail téléphone lettre écrit exemple ailleurs conséquent rapport moyen biais "
    "intermédiaire défaut an jour mois semaine heure personne habitant foyer mètre litre tonne fax "
    "internet ordre suite avance procuration correspondance application téléservice plateforme "
    "certificat formulaire procédé affichage site signature télécopie tirage hasard erreur nature "
    "définition ordonnance tranche lot groupe virement chèque".split()
)
_DETERMINERS = frozenset(
    "le la les l' l’ un une des du ce cet cette ces son sa ses leur leurs notre nos votre vos chaque "
    "tout toute tous toutes plusieurs deux trois".split()
)
_NO_DOER = re.compile(
    r"(?:remplac|complét|accompagn|suivi|constitu|compos|caractéris|sépar|délimit|bord|matérialis|concern|isol|aliment)"
)
"""Participles after which "par" brings a thing, not one who acts: "remplacés par des lampes"."""
_ACTING = frozenset(
    "association direction administration commission inspection préfecture mairie département gouvernement "
    "établissement organisation fédération délégation corporation parlement juridiction section régiment "
    "institution rédaction".split()
)
"""Words with the suffix of an action or a thing that name people who act."""
_THING = re.compile(
    r"(?:\w+(?:tion|sion|ment|ure|age|ance)|article|arrêté|décret|loi|code|droit|règlement|plan|texte|contrat|convention"
    r"|programme|mesure|seuil|paroi|dispositif|système|équipement|moyen|gaz|commande|alinéa|annexe|norme|cadre|chapitre"
    r"|document|clause|disconnecteur|piquage|clôture|mur|appareil|réseau|pluie|orage|incendie|tempête|virus|feu|eau|vent"
    r"|crise|travail|travaux|titre|délai|site)s?$"
)
"""Heads after "par" that do not act: "définis par l'arrêté", "isolé par des parois"."""
_AGENT_ENDS = _STOPS | frozenset(
    "sans contre chez vers comme si lorsque quand en dans pour avec depuis lors afin sur sous à au aux "
    "selon conformément".split()
)
_REACH = 9
"""How many words after the participle "par" is looked for."""


@dataclass(frozen=True, slots=True)
class Passive:
    """A passive and, where it is said, who acts."""

    span: Span
    """From "être" to the participle, or to the end of the agent."""
    verb: str
    agent: str = ""


def passives(text: str) -> tuple[Passive, ...]:
    """The passives of a French sentence, in order."""
    tokens = list(_TOKEN.finditer(text))
    return tuple(_passives(text, tokens))


def _passives(text: str, tokens: list[re.Match[str]]) -> Iterator[Passive]:
    words = [token.group().lower().replace("’", "'") for token in tokens]
    for place, word in enumerate(words):
        if word not in _BE or _is_reflexive(words, place):
            continue
        participle = _participle(words, place)
        if participle is None:
            continue
        start, verb = tokens[_first(words, place)].start(), tokens[participle].group()
        agent = _agent(text, tokens, words, participle)
        end = agent[1] if agent else tokens[participle].end()
        yield Passive((start, end), verb, text[agent[0] : agent[1]] if agent else "")


def _first(words: list[str], place: int) -> int:
    """Where the verb begins: at "a" in "a été fermé"."""
    return place - 1 if place > 0 and words[place] == "été" and words[place - 1] in _HAVE else place


def _is_reflexive(words: list[str], place: int) -> bool:
    """ "S'est tenue", "se sont rendus"; and "l'été", which is a season."""
    return place > 0 and (
        words[place - 1] in _REFLEXIVE or (words[place] == "été" and words[place - 1] in ("l'", "cet"))
    )


def _participle(words: list[str], place: int) -> int | None:
    for index in range(place + 1, min(place + 4, len(words))):
        word = words[index]
        if word == "été" or word in _BE:
            return None
        if word in _BETWEEN or (word.endswith("ment") and len(word) > 6 and "p" not in word_tags(word)):
            continue
        is_participle = (
            "p" in word_tags(word) and _ENDS_LIKE_PARTICIPLE.search(word) and not _ACTIVE.match(word)
        )
        return index if is_participle else None
    return None


def _agent(text: str, tokens: list[re.Match[str]], words: list[str], participle: int) -> Span | None:
    """The span of "par" and who acts; None where "par" brings a means or a place, or does not come."""
    if _NO_DOER.match(words[participle]):
        return None
    for place in range(participle + 1, min(participle + _REACH, len(words) - 1)):
        if words[place] in _STOPS or _is_nearer(words[place]):
            return None
        if words[place] == "par":
            if place - 1 > participle and _is_participle_of_noun(words, place - 1):
                return None
            return _agent_after(text, tokens, words, place)
    return None


def _is_nearer(word: str) -> bool:
    """Another participle, to which "par" belongs: "en fonction des objectifs poursuivis par le service"."""
    tags = word_tags(word)
    return "p" in tags and "n" not in tags and "a" not in tags and bool(_ENDS_LIKE_PARTICIPLE.search(word))


def _is_participle_of_noun(words: list[str], place: int) -> bool:
    """ "Du pictogramme défini par": "par" belongs to a participle right after its noun."""
    word = words[place]
    return (
        "p" in word_tags(word)
        and bool(_ENDS_LIKE_PARTICIPLE.search(word))
        and "n" in word_tags(words[place - 1])
    )


def _is_thing(words: list[str], place: int) -> bool:
    """The first noun after the determiners is no one who acts."""
    while place < len(words) - 1 and words[place] in _DETERMINERS | {"même", "autre", "présent", "présente"}:
        place += 1
    head = words[place]
    single = head.removesuffix("s")
    return single not in _ACTING and head not in _ACTING and bool(_THING.match(head))


def _agent_after(text: str, tokens: list[re.Match[str]], words: list[str], par: int) -> Span | None:
    following = tokens[par + 1].group()
    named = following[0].isupper()
    if not named and words[par + 1] not in _DETERMINERS:
        return None
    if not named and _is_thing(words, par + 1):
        return None
    if any(word in _NO_AGENT for word in words[par + 1 : par + 4]):
        return None
    last = par + 1
    while last + 1 < len(words) and last - par < 12 and not _agent_ends(words, last + 1):
        last += 1
    return tokens[par].start(), tokens[last].end()


def _agent_ends(words: list[str], place: int) -> bool:
    """A preposition, a verb, or "de" with an infinitive goes on with the sentence, not with the agent."""
    word = words[place]
    if word in _AGENT_ENDS:
        return True
    if word in ("de", "d'"):
        return place + 1 < len(words) and "i" in word_tags(words[place + 1])
    tags = word_tags(word)
    return "v" in tags and "n" not in tags and "a" not in tags
