"""What a new thing can or may do is told of it again: "une amende de 135 euros pouvant être portée à 750
euros" -> "Cette amende peut être portée à 750 euros"; "un défaut susceptible de provoquer un incendie" ->
"Ce défaut est susceptible de provoquer un incendie"."""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.syntax import Token, Tree
from notices.wording.cutting.antecedents import is_many, nouns_before
from notices.wording.cutting.scope import attribution, conditioned, widely_bound
from notices.wording.cutting.shapes import quoted, sound
from notices.wording.cutting.subjects import determiners_of, is_open, pointed
from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import capital, small

_LONG = 15
_NEW = frozenset("un une deux trois quatre cinq six sept huit neuf dix".split())
_ABLE = re.compile(r"(?i)^(?:pouvant|susceptibles?)$")
_SIGN = re.compile(r"(?i)\b(?:pouvant|susceptibles?)\b")
_LABEL = re.compile(r"^(?:Cause|Raison|Contexte|Durée|Sanction possible) : ")
_ORDER = re.compile(r"(?i)^[a-zà-ÿ-]+ez\b")
"""What somebody is asked to make must be told whole."""
_UNSURE = re.compile(
    r"(?i)(?<![\w-])(?:ne|n['’]|aucune?|sans|pas|si|tout|toute|chaque|qui|que|qu['’]|dont|où)(?![\w-])"
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The sentence up to the word, and what the thing can do; None where it may say which thing is meant."""
    if words_in(tree.text) <= _LONG or conditioned(tree.text) or not _SIGN.search(tree.text):
        return None
    return next(
        (pieces for t in tree.tokens[3:-2] if _ABLE.match(t.text) and (pieces := _apart(tree, t))), None
    )


def _apart(tree: Tree, able: Token) -> tuple[str, ...] | None:
    nouns = [n for n in nouns_before(tree, able.place) if n.pos == "NOUN"]
    left, said = tree.text[: able.start].rstrip(" ,"), tree.text[able.end :].strip()
    if len(nouns) != 1 or quoted(tree, able) or has_finite_verb(said) or widely_bound(said):
        return None
    noun = nouns[0]
    if is_open(tree, noun) or determiners_of(tree, noun)[:1] not in ([one] for one in _NEW):
        return None
    if _UNSURE.search(left) or _ORDER.match(left) or not (has_finite_verb(left) or _LABEL.match(left)):
        return None
    many = bool(is_many(tree, noun))
    verb, again = _verb(able.text.lower(), many, said), pointed(tree, noun)
    if verb is None or again is None or re.search(r",\s+(?:a|ont|est|sont)\s", said):
        return None
    head = attribution(tree.text)
    told = f"{again} {verb} {said}"
    pieces = (left, f"{head}{small(told)}" if head else capital(told))
    return pieces if all(map(sound, pieces)) else None


def _verb(able: str, many: bool, said: str) -> str | None:
    infinitive = re.sub(r"^(?:d(?:e\s+|['’]))", "", said).split()[0]
    if able == "pouvant":
        return ("peuvent" if many else "peut") if "i" in word_tags(infinitive) else None
    return f"{'sont' if many else 'est'} {able}" if many == able.endswith("s") else None
