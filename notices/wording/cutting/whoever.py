"""Who is meant, told as a case: "L'allocataire qui conteste une décision a 2 mois pour saisir la commission"
-> "Cas : un allocataire conteste une décision. Dans ce cas, il a 2 mois pour saisir la commission"."""

from __future__ import annotations

import re

from notices.lexicon import noun_gender
from notices.syntax import Token, Tree
from notices.wording.cutting.antecedents import is_female
from notices.wording.cutting.scope import widely_bound
from notices.wording.cutting.shapes import quoted, sound
from notices.wording.cutting.verbs import time_of
from notices.wording.grammar import cut, has_finite_verb, starts_finite, words_in
from notices.wording.joints import capital

_LONG = 15
_LEAST = 4
_WHO = re.compile(r"(?i)^(?:l['’]|le\s+|la\s+|une?\s+)(?P<noun>[a-zà-ÿ-]+)\s+qui\s+")
_ROLES = re.compile(
    r"(?i)^(?:allocataire|locataire|propriétaire|candidate?|demandeur|demandeuse|usager|usagère|assurée?|contribuable|"
    r"employeur|salariée?|exploitante?|bénéficiaire|consommateur|consommatrice|client|cliente|élève|étudiante?|agent|"
    r"titulaire|voyageur|voyageuse|électeur|électrice|conducteur|conductrice|riverain|riveraine|habitante?|personne|"
    r"entreprise|association|commerçant|commerçante|parent|patiente?|requérant|requérante|déclarant|abonnée?)$"
)
"""Whoever is this: one of many, and no single person."""


def split(tree: Tree) -> tuple[str, ...] | None:
    """What the person does, then what holds for them; None where it may be one known person."""
    who = _WHO.match(tree.text) if words_in(tree.text) > _LONG else None
    if who is None or not _ROLES.match(who["noun"]):
        return None
    noun, pronoun = _token(tree, who.start("noun")), _token(tree, who.end("noun") + 1)
    if noun is None or pronoun is None or quoted(tree, noun):
        return None
    verb = next(
        (t for t in tree.tokens[pronoun.place :] if time_of(tree, t) and t.dep.startswith("acl")), None
    )
    if (
        verb is None
        or time_of(tree, verb) != "present"
        or time_of(tree, tree.root) not in ("present", "future")
    ):
        return None
    main = _main(tree, verb)
    if main is None:
        return None
    said, rest = tree.text[pronoun.end : main].strip(" ,"), tree.text[main:].strip()
    female = is_female(tree, noun)
    female = noun_gender(noun.text) == "f" if female is None else female
    pieces = (
        f"Cas : un{'e' if female else ''} {noun.text} {said}",
        f"Dans ce cas, {'elle' if female else 'il'} {rest}",
    )
    good = (
        words_in(said) >= _LEAST - 1
        and starts_finite(said)
        and starts_finite(rest)
        and not widely_bound(said)
    )
    return tuple(map(capital, pieces)) if good and all(map(sound, pieces)) else None


def _token(tree: Tree, start: int) -> Token | None:
    return next((t for t in tree.tokens if t.start == start), None)


def _main(tree: Tree, verb: Token) -> int | None:
    """Where the main predicate begins, its small words with it."""
    if tree.root.place <= verb.place:
        return None
    own = [
        t
        for t in (tree.root, *tree.children(tree.root, "aux", "cop", "expl", "advmod", "iobj", "obj"))
        if verb.place < t.place <= tree.root.place
    ]
    start = min(t.start for t in own)
    return (
        start
        if len(cut(tree.text[verb.end : start], ",")) == 1
        and not has_finite_verb(tree.text[verb.end : start])
        else None
    )
