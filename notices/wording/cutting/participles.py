"""A participle behind a comma becomes a sentence about its noun: ", situé à Lyon" -> "Ce hangar est situé à
Lyon", ", agissant sous ..." -> "La brigade agit sous ..."."""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.syntax import Token, Tree
from notices.wording.cutting.antecedents import in_main_clause, is_female, is_many, nouns_before
from notices.wording.cutting.scope import attribution
from notices.wording.cutting.shapes import comma_before, comma_for, quoted, sound
from notices.wording.cutting.signs import participle_behind_comma
from notices.wording.cutting.subjects import determiners_of, is_open, said_again
from notices.wording.cutting.verbs import main_time
from notices.wording.grammar import (
    cut,
    has_finite_verb,
    participle_agreement,
    present,
    starts_finite,
    words_in,
)
from notices.wording.joints import small, tidy

_HEDGE = re.compile(r"(?i)^(?:soupçonn|suspect|présum|accus|mis|poursuivi|prévenu)")
_STATE = re.compile(
    r"(?i)^(?:n|âg|connu|situ|implant|install|destin|consacr|compos|équip|réserv|domicili|charg|concern|"
    r"intéress|inscrit|titulaire|originaire|atteint|muni|dot|port|vêtu|employ|mari|retrait|dénomm|intitul|baptis|bas|"
    r"sis|constitu|financ|estim|évalu|prévu|tenu|autoris|interdit|puni|passible|fix|limit|jug|immatricul|lié|"
    r"décéd|mort|surven|venu|arriv|reconnu|assort)(?:é|i|u|t|s)?e?s?$"
)
_SUBORDINATE = re.compile(r"(?i)\b(?:sans qu|alors qu|qui\b|dont\b|où\b)")
_INSERTED = re.compile(
    r"(?i)^(?:qui|dont|où|(?:non\s)?coupables?|responsables?|[a-zà-ÿ]+(?:é|ée|és|ées)(?=\s))"
)
"""What begins another insertion behind a comma."""
_NEW = frozenset({"un", "une", "des"})
_LEAST = 3
"""A participle with fewer words is left where it is."""
_BE = {
    ("present", False): "est",
    ("present", True): "sont",
    ("past", False): "a été",
    ("past", True): "ont été",
}
_CLEARED = re.compile(r"(?i)\b(?:relax|acquitt|disculp)")
_OPEN = re.compile(r"(?i)^(?:ouvert|fermé)e?s?$")
"""How something was found, perhaps: "a été retrouvé, fermé à clé"."""
_DATED = re.compile(
    r"\d|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|\bhier\b"
)
_WAS = re.compile(
    r"(?i)^(?:vend|commercialis|fabriqu|distribu|produi|organis|réalis|effectu|tenu|interpell|retrouv|découv)"
)
_ALIVE = re.compile(
    r"(?i)^(?:né|mort|décédé|survenu|venu|arrivé|parti|âgé|titulaire|originaire|passible)e?s?$"
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The sentence without its participle, and what the participle says; None where unsure."""
    if not participle_behind_comma(tree.text):
        return None
    found = [t for t in tree.tokens[2:] if comma_before(tree, t) and _is_any_participle(t)]
    return next((pieces for one in found if (pieces := _apart(tree, one))), None)


def _is_any_participle(token: Token) -> bool:
    low = token.text.lower()
    return low == token.text and (
        (low.endswith("ant") and "g" in word_tags(low)) or participle_agreement(low) is not None
    )


def _apart(tree: Tree, participle: Token) -> tuple[str, ...] | None:
    noun, end = _noun_of(tree, participle), _end(tree, participle)
    if noun is None or end is None or quoted(tree, participle):
        return None
    if is_open(tree, noun) or not in_main_clause(tree, noun):
        return None
    said = tree.text[participle.start : end].strip(" ,")
    verb = _said(tree, noun, participle)
    again = said_again(tree, noun, pronoun=noun.dep.startswith(("nsubj", "vocative"))) if verb else None
    if verb is None or again is None or words_in(said) < _LEAST:
        return None
    after = tree.text[end:].lstrip(" ,")
    left = tree.text[: participle.start].rstrip(" ,")
    comma = "," if "," in left[noun.end :] and starts_finite(after) else comma_for(after)
    rest = tidy(f"{left}{comma} {after}")
    told = f"{again} {verb}{tree.text[participle.end : end]}"
    head = attribution(tree.text)
    told = f"{head}{small(told)}" if head else told
    pieces = (rest, told)
    if noun.dep.startswith(("nsubj", "vocative")) and not head and starts_finite(after):
        name = tree.text[: participle.start].rstrip(" ,")
        if not has_finite_verb(name) and (
            _HEDGE.match(participle.text) or verb.startswith(("a été", "ont été"))
        ):
            pieces = (f"{name} {verb}{tree.text[participle.end : end]}", f"{again} {after}")
    return pieces if all(map(sound, pieces)) else None


def _end(tree: Tree, participle: Token) -> int | None:
    """Where it ends: before the main verb, before another insertion, or with the sentence; None where a
    clause stands within."""
    parts = cut(tree.text[participle.start :], ",")
    main = next((n for n in range(1, len(parts)) if starts_finite(parts[n])), None)
    if main is None:
        main = next((n for n in range(1, len(parts)) if _is_inserted(parts[n])), len(parts))
    said = ", ".join(parts[:main]) if any(map(_SUBORDINATE.search, parts[:main])) else parts[0]
    if main == len(parts):
        said = tree.text[participle.start :]
    if (has_finite_verb(said) and not _SUBORDINATE.search(said)) or _goes_back(said):
        return None
    return participle.start + len(said)


_AS_WELL = re.compile(r",\s+ainsi\s+qu(?:e\s|['’])")
_AND_VERB = re.compile(r",\s+et\s+(?=\w)")


def _goes_back(said: str) -> bool:
    """True where what follows may go on with the main clause: "portée à 150 euros, ainsi qu'à une visite",
    "et oblige à partir"."""
    return bool(_AS_WELL.search(said)) or any(
        set(word_tags(said[joint.end() :].split()[0])) & {"v", "w"} for joint in _AND_VERB.finditer(said)
    )


def _is_inserted(part: str) -> bool:
    """True for a relative, or for another participle: "disparue depuis lundi"."""
    return bool(_INSERTED.match(part)) or participle_agreement(part.split(maxsplit=1)[0]) is not None


def _noun_of(tree: Tree, participle: Token) -> Token | None:
    """The noun that a participle belongs to: the only one before the comma that agrees with it."""
    shown = participle_agreement(participle.text.lower())
    nouns = nouns_before(tree, participle.place - 1)
    if shown is None:
        return nouns[0] if len(nouns) == 1 else None
    fits = [
        n
        for n in nouns
        if is_many(tree, n) in (None, shown[1] == "p") and is_female(tree, n) in (None, shown[0] == "f")
    ]
    return fits[0] if len(fits) == 1 else _new_one(tree, participle, fits)


def _new_one(tree: Tree, participle: Token, fits: list[Token]) -> Token | None:
    """Of several nouns, the only one that is new ("une aide") where the tree chooses it, too: what is new is
    described."""
    new = [n for n in fits if _NEW & set(determiners_of(tree, n))]
    return new[0] if len(new) == 1 and tree.head(participle) == new[0] else None


def _said(tree: Tree, noun: Token, participle: Token) -> str | None:
    """The participle as a finite verb; None where its time is not sure."""
    many = is_many(tree, noun)
    time = main_time(tree)
    low = participle.text.lower()
    if low.endswith("ant") and "g" in word_tags(low):
        return _active(low, time, many) if noun.dep.startswith(("nsubj", "vocative")) else None
    shown = participle_agreement(low)
    if shown is None:
        return None
    if (many is not None and many != (shown[1] == "p")) or is_female(tree, noun) not in (
        None,
        shown[0] == "f",
    ):
        return None
    plural = shown[1] == "p"
    if _OPEN.match(low) or (_HEDGE.match(low) and _CLEARED.search(tree.text)):
        return None
    if _HEDGE.match(low) or _STATE.match(low) or _ALIVE.match(low):
        return f"{_BE['present', plural]} {participle.text}"
    if time == "past":
        return f"{_BE['past', plural]} {participle.text}"
    lasting = time == "present" and not _DATED.search(tree.words(participle))
    return f"{_BE['present', plural]} {participle.text}" if lasting and not _WAS.match(low) else None


def _active(low: str, time: str | None, many: bool | None) -> str | None:
    if many is None or low in ("suivant", "durant", "concernant", "s'agissant"):
        return None
    if time == "past":
        stem = {"ayant": "av", "sachant": "sav"}.get(low, low[:-3])
        return None if low == "ayant" else f"{stem}{'aient' if many else 'ait'}"
    if low.endswith("issant") and not many and "v" in word_tags(f"{low[:-6]}it"):
        return f"{low[:-6]}it"
    return present(low, many)
