"""A noun that takes up what was said, behind a comma: ", heure à laquelle elle a été vue" -> "À cette heure,
elle a été vue"; ", ce qui réduit le bruit" -> "Cela réduit le bruit"; ", auquel cas" -> "Dans ce cas"."""

from __future__ import annotations

import re

from notices.lexicon import noun_gender
from notices.syntax import Tree
from notices.wording.cutting.scope import attribution, conditioned
from notices.wording.cutting.shapes import sound
from notices.wording.grammar import has_finite_verb, participle_agreement, starts_finite
from notices.wording.joints import begins_with_vowel, capital, small

_TIME = re.compile(
    r",\s+(?P<noun>date|heure|jour|période|époque)\s+(?P<by>à|pendant|durant)\s+la?quel(?:le)?\s+(?P<said>.+)$"
)
_FACTS = re.compile(r",\s+(?P<noun>faits|motifs?)\s+pour\s+les?quels?\s+(?P<said>.+)$")
_NOUN = re.compile(
    r",\s+(?P<noun>infraction|délit|crime|décision|mesure|document|opération|dispositif|somme|aide)\s+(?P<said>.+)$"
)
_CASE = re.compile(r",\s+auquel\s+cas\s+(?P<said>.+)$")
_NEEDED = re.compile(
    r",\s+(?P<noun>préalable|condition|étape|formalité)\s+(?P<said>(?:obligatoire|nécessaire|indispensable)\s+[^,;:]+)$"
)
_WHICH = re.compile(r",\s+ce\s+qui\s+(?P<said>.+)$")
_WHAT = re.compile(r",\s+ce\s+qu(?:e\s+|['’])(?P<who>ils?|elles?)\s+(?P<verb>[a-zà-ÿ]+(?:e|ent|it|ient))$")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The sentence, then what takes it up; None where it does not stand alone."""
    text = tree.text
    for rule in (_needed, _of_time, _of_facts, _of_noun, _of_case, _which, _what):
        found = rule(text)
        if found is None:
            continue
        left, told = found
        head = attribution(text)
        pieces = (left, f"{head}{small(told)}" if head and rule is not _what else capital(told))
        if all(map(sound, pieces)) and not (conditioned(text) and rule not in (_of_case, _needed)):
            return pieces
    return None


def _of_time(text: str) -> tuple[str, str] | None:
    match = _TIME.search(text)
    if not match or not has_finite_verb(match["said"]):
        return None
    this = "ce" if noun_gender(match["noun"]) == "m" else "cette"
    return text[: match.start()], f"{match['by']} {this} {match['noun']}, {match['said']}"


def _needed(text: str) -> tuple[str, str] | None:
    """ ", préalable obligatoire à toute action" -> "c'est un préalable obligatoire à toute action" """
    match = _NEEDED.search(text)
    if not match or has_finite_verb(match["said"]):
        return None
    a = "un" if noun_gender(match["noun"]) == "m" else "une"
    return text[: match.start()], f"c'est {a} {match['noun']} {match['said']}"


def _of_facts(text: str) -> tuple[str, str] | None:
    match = _FACTS.search(text)
    if not match or not has_finite_verb(match["said"]):
        return None
    this = "ces" if match["noun"].endswith("s") else "ce"
    return text[: match.start()], f"pour {this} {match['noun']}, {match['said']}"


def _of_noun(text: str) -> tuple[str, str] | None:
    """ ", infraction punie de cinq ans" -> "Cette infraction est punie de cinq ans" """
    match = _NOUN.search(text)
    shown = participle_agreement(match["said"].split()[0]) if match else None
    if not match or shown not in ("ms", "fs") or has_finite_verb(match["said"]):
        return None
    this = "cette" if shown == "fs" else "cet" if begins_with_vowel(match["noun"]) else "ce"
    return text[: match.start()], f"{this} {match['noun']} est {match['said']}"


def _of_case(text: str) -> tuple[str, str] | None:
    match = _CASE.search(text)
    return (text[: match.start()], f"dans ce cas, {match['said']}") if match else None


def _which(text: str) -> tuple[str, str] | None:
    match = _WHICH.search(text)
    return (
        (text[: match.start()], f"cela {match['said']}") if match and starts_finite(match["said"]) else None
    )


def _what(text: str) -> tuple[str, str] | None:
    match = _WHAT.search(text)
    return (text[: match.start()], f"{match['who']} {match['verb']} cela") if match else None
