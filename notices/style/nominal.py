"""Nouns that name actions: counted where they stand, and found beside the light verb that carries them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from notices.document import Span
from notices.lexicon import word_tags
from notices.style.words import letters

_SUFFIXES = ("tion", "sion", "ement", "age", "ance")
_THINGS = frozenset(
    "situation population position fonction station condition disposition administration commission "
    "direction association habitation circonstance assurance établissement département gouvernement "
    "environnement logement bâtiment emplacement équipement village voyage page passage ouvrage "
    "avantage usage distance ordonnance créance résistance connaissance importance urgence relation "
    "attention occasion version portion".split()
)
"""Words with the suffix of an action that name a thing or a state."""
_LIGHT = (
    r"(?P<verb>proc[éè]d(?:er|e|ent|ant|a|era|eront|erait|ait|aient|é)\s+(?:(?P<to>à|au|aux)(?!\w))"
    r"|effectu(?:er|e|ent|ant|a|era|eront|ait|aient|é)|réalis(?:er|e|ent|ant|a|era|eront|ait|aient|é)"
    r"|assur(?:er|e|ent|ant|a|era|eront|ait|aient|é)|opér(?:er|e|ent|ant|é)"
    r"|(?:fai(?:re|t|sant|sait)|font|fera|feront|ferait)\s+l['’]objet)"
)
_NOUN = (
    r"\s+(?:(?P<det>à\s+la|à\s+l['’]|la|le|les|l['’]|une?|des|d['’](?:une?\s+)?|de)\s*)?(?<![\w])"
    r"(?P<noun>[a-zà-ÿœ]+)(?![\w'’-])"
)
_OF = (
    r"(?P<of>\s+(?:du|des|de\s+la|de\s+l['’]|d['’]une?|de\s+(?:ces|cette|cet|ce|leurs?|ses|son|sa))"
    r"(?![a-zà-ÿ]))"
)
_PHRASE = re.compile(rf"(?<![\w-]){_LIGHT}{_NOUN}{_OF}?", re.IGNORECASE)
_OF_LAW = re.compile(r"\s+(?:publique|préliminaire|administrative|parcellaire)s?\b", re.IGNORECASE)
"""After "enquête": a procedure with a name, which no verb replaces."""
_WITHOUT_OF = (("de l'", "l'"), ("d'un", "un"), ("de ", ""), ("du", "le"), ("des", "les"))


@dataclass(frozen=True, slots=True)
class LightVerb:
    """ "Procéder à la vérification": the span, the noun, its verb, and the plain form where it is sure."""

    span: Span
    noun: str
    verb: str
    plain: str = ""


def count_nominals(text: str) -> int:
    """How many nouns name an action: those of the table, and those made from a verb by a suffix."""
    return sum(_names_action(word.lower()) for word in letters(text))


@cache
def nominals() -> dict[str, str]:
    """Nouns of action with their verbs, from `nominals.tsv`."""
    table = files(__package__).joinpath("nominals.tsv").read_text(encoding="utf-8")
    lines = (line for line in table.splitlines() if line and not line.startswith("#"))
    return dict(line.split("\t")[:2] for line in lines)


def light_verbs(text: str) -> Iterator[LightVerb]:
    """The light verbs of a sentence that carry a noun of action."""
    for match in _PHRASE.finditer(text):
        noun = match["noun"].lower()
        verb = nominals().get(noun) or nominals().get(noun.rstrip("s"))
        if verb and _fits(match, noun):
            yield _light_verb(match, noun, verb)


def _fits(match: re.Match[str], noun: str) -> bool:
    """ "Assurer" carries a definite noun ("la surveillance"); "les mesures" are things."""
    verb, article = match["verb"].lower(), (match["det"] or "").lower()
    if noun == "enquête" and _OF_LAW.match(match.string, match.end("noun")):
        return False
    if noun in (
        "mesure",
        "mesures",
        "étude",
        "études",
        "demande",
        "enquête",
        "usage",
        "formation",
        "visite",
        "visites",
    ):
        return verb.startswith("proc")
    if verb.startswith("assur"):
        return article in ("la", "le", "l'", "l’") and match["of"] is not None
    if verb.startswith(("réalis", "effectu", "opér")):
        return match["of"] is not None and article != "de"
    return bool(article) or verb.startswith("proc")


def _light_verb(match: re.Match[str], noun: str, verb: str) -> LightVerb:
    plain = ""
    infinitive = re.match(r"(?:procéder|effectuer|réaliser|assurer|opérer)\b", match["verb"].lower())
    if infinitive and match["of"] and not noun.endswith("s"):
        plain = f"{verb} {_object(match['of'].strip())}"
    end = match.end() if plain else match.end("noun")
    return LightVerb((match.start(), end), match["noun"], verb, plain)


def _object(of: str) -> str:
    """ "Du site" after a noun is "le site" after a verb."""
    of = re.sub(r"\s+", " ", of.replace("’", "'"))
    for before, after in _WITHOUT_OF:
        if of.lower().startswith(before):
            return after + of[len(before) :]
    return of


@cache
def _names_action(word: str) -> bool:
    single = word.rstrip("s")
    if single in nominals():
        return "v" not in word_tags(word)
    if single in _THINGS:
        return False
    for suffix in _SUFFIXES:
        if single.endswith(suffix) and len(single) > len(suffix) + 3 and "n" in word_tags(single):
            return any("i" in word_tags(verb) for verb in _verbs(single, suffix))
    return False


def _verbs(noun: str, suffix: str) -> tuple[str, ...]:
    """Infinitives that a noun with this suffix may come from."""
    stem = noun[: -len(suffix)]
    if suffix == "tion":
        return (stem[:-1] + "er" if stem.endswith("a") else stem + "ter", stem + "r", stem[:-1] + "re")
    if suffix == "sion":
        return (stem + "ser", stem + "der", stem + "re")
    if suffix == "ement":
        return (stem + "er", stem + "re", stem.removesuffix("ss") + "r")
    return (stem + "er", stem + "ir")
