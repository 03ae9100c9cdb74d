"""A rule for some people only: who they are, then what they may or must do: "Pour qui : les parents dont les
enfants entrent à l'école. Ces parents doivent ..."."""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.wording.grammar import finite_verbs, words_in
from notices.wording.joints import begins_with_vowel

_LONG = 17
_WHO = re.compile(
    r"^(?P<every>Les|Toute|Tout|Toutes\s+les|Tous\s+les)\s+(?P<noun>[a-zà-ÿ-]+)\s+(?P<which>(?:qui|dont|ayant|n['’]ayant|souhaitant|"
    r"désirant|possédant|présentant|s['’]estimant|susceptibles?\s+de|disposant)\b.+)$"
)
_MAIN = re.compile(
    r",?\s+(?P<main>(?:ne\s+)?(?:(?:sont|est)\s+(?:(?:donc|également|aussi|vivement)\s+)?(?:invitée?s?|priée?s?|tenue?s?|"
    r"autorisée?s?)|doit|doivent|devra|devront|peut|peuvent|pourra|pourront)\s.+)$"
)


def split(sentence: str) -> tuple[str, ...] | None:
    """Whom a rule is for, then the rule; None where the sentence is short or its verb is not sure."""
    who = _WHO.match(sentence)
    if not who or words_in(sentence) <= _LONG or "n" not in word_tags(who["noun"]):
        return None
    mains = [m for m in _main_verbs(who["which"]) if _relative_ends(who["which"], m)]
    if len(mains) != 1:
        return None
    main = mains[0]
    people = f"{who['every'].lower()} {who['noun']} {who['which'][: main.start()]}"
    if words_in(people) < 6:
        return None
    return (f"Pour qui : {people}", f"{_again(who['every'], who['noun'])} {main['main']}")


def _main_verbs(which: str) -> list[re.Match[str]]:
    found, start = [], 0
    while match := _MAIN.search(which, start):
        found.append(match)
        start = match.start("main") + 1
    return found


def _relative_ends(which: str, main: re.Match[str]) -> bool:
    """True where the clause before the verb is whole: a relative has a verb of its own."""
    before = which[: main.start()]
    return bool(finite_verbs(before)) if re.match(r"(?:qui|dont)\b", which) else True


def _again(every: str, noun: str) -> str:
    if noun == "personnes":
        return "Elles"
    if every in ("Toute", "Tout"):
        return f"{'Cette' if every == 'Toute' else 'Cet' if begins_with_vowel(noun) else 'Ce'} {noun}"
    return f"Ces {noun}"
