"""Which thing is meant and what it did, one after the other: "L'incendie qui s'est déclaré mercredi dans
l'entrepôt a détruit 4 200 m²" -> "L'incendie s'est déclaré mercredi dans l'entrepôt. Il a détruit 4 200 m²."

Only for what has happened to one thing, or to things that are counted or new: a rule for "the persons
who ..." would become a rule for all.
"""

from __future__ import annotations

import re

from notices.syntax import Token, Tree
from notices.wording.cutting.antecedents import in_main_clause, is_female, is_many
from notices.wording.cutting.scope import attribution, conditioned
from notices.wording.cutting.shapes import before, quoted, reaches_end, sound
from notices.wording.cutting.signs import narrowed_noun
from notices.wording.cutting.subjects import determiners_of, is_open, pointed, said_again, subject_of
from notices.wording.cutting.verbs import main_time, negated, time_of
from notices.wording.grammar import has_finite_verb, participle_agreement, starts_finite, words_in
from notices.wording.joints import capital, small

_LONG = 15
_HEAVY = 7
"""A subject of so many words is told in a sentence of its own."""
_LEAST = 3
_NEW = frozenset("un une des deux trois quatre cinq six sept huit neuf dix".split())
_BE = {
    ("present", False): "est",
    ("present", True): "sont",
    ("past", False): "a été",
    ("past", True): "ont été",
}
_MODAL = re.compile(r"(?i)^(?:peu|doi|fau|dev)")
_STATE = re.compile(
    r"(?i)^(?:situ|implant|install|destin|consacr|compos|équip|réserv|domicili|âg|dénomm|intitul|dot|assort|fix|limit|"
    r"estim|évalu|immatricul|vêtu|bas|sis)(?:é|i|u|t|s)?e?s?$"
)
_CONCRETE = re.compile(
    r"(?i:\b(?:\d+|rue|place|avenue|janvier|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre|lundi|"
    r"mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b)|\b[A-ZÀ-Ý]"
)
"""What ties an event to a day or a place."""


def split(tree: Tree) -> tuple[str, ...] | None:
    """What the noun is or did, and the rest; None where it may be a rule, or the noun is not sure."""
    if words_in(tree.text) <= _LONG or conditioned(tree.text) or not narrowed_noun(tree.text):
        return None
    if main_time(tree) is None:
        return None
    return _subject(tree) or _last(tree)


def _subject(tree: Tree) -> tuple[str, ...] | None:
    subject = subject_of(tree, tree.root)
    if subject is None or is_open(tree, subject) or main_time(tree) != "past" or subject.pos != "NOUN":
        return None
    clause = next((t for t in tree.children(subject, "acl", "amod") if t.place > subject.place), None)
    if (
        clause is None
        or not tree.is_whole(clause)
        or words_in(tree.words(subject)) < _HEAVY
        or quoted(tree, clause)
    ):
        return None
    start, end = tree.span(clause)
    first = next(t for t in tree.tokens if t.start == start)
    rest = tree.text[end:].lstrip(" ,")
    said = _finite(tree, subject, clause, first, end)
    again = (
        (pointed(tree, subject) if is_many(tree, subject) else said_again(tree, subject)) if said else None
    )
    name = before(tree, first)
    if said is None or again is None or tree.tokens[first.place - 1].text == "," or not starts_finite(rest):
        return None
    if has_finite_verb(name) or not _CONCRETE.search(said) or (is_many(tree, subject) and first != clause):
        return None
    head = attribution(tree.text)
    pieces = (f"{name} {said}", f"{head}{small(again) if head else again} {rest}")
    return pieces if all(map(sound, pieces)) else None


def _last(tree: Tree) -> tuple[str, ...] | None:
    """ "dans un immeuble de quatre étages situé rue des Tanneurs" -> "Cet immeuble est situé ..." """
    if main_time(tree) not in ("past", "present") or negated(tree, tree.root) or _MODAL.match(tree.root.text):
        return None
    return next((p for t in tree.tokens if (p := _hanging(tree, t))), None)


def _hanging(tree: Tree, clause: Token) -> tuple[str, ...] | None:
    noun = tree.head(clause)
    if noun is None or noun.pos != "NOUN" or not clause.dep.startswith("acl") or noun.place > clause.place:
        return None
    if (
        determiners_of(tree, noun)[:1] not in ([one] for one in _NEW)
        or not in_main_clause(tree, noun)
        or quoted(tree, clause)
    ):
        return None
    start, end = tree.span(clause)
    first = next(t for t in tree.tokens if t.start == start)
    if _may_be_nearer(tree, noun, clause, first) or _is_of_a_rule(tree, noun):
        return None
    if not reaches_end(tree, clause) or not tree.is_whole(clause) or tree.tokens[first.place - 1].text == ",":
        return None
    if words_in(tree.text[start:end]) <= _LEAST or noun.dep.startswith("nsubj"):
        return None
    said, again = _finite(tree, noun, clause, first, end), pointed(tree, noun)
    if said is None or again is None or tree.tokens[first.place - 1].pos == "ADV":
        return None
    head = attribution(tree.text)
    told = f"{again} {said}"
    pieces = (before(tree, first), f"{head}{small(told)}" if head else capital(told))
    return pieces if all(map(sound, pieces)) else None


_KIND = frozenset({"les", "des", "tout", "toute", "tous", "toutes", "chaque", "aucun", "aucune"})


def _is_of_a_rule(tree: Tree, noun: Token) -> bool:
    """True for what only says which ones are meant of a kind, or of what somebody shall do: "interdire les
    véhicules d'un poids supérieur à 3 tonnes"."""
    at: Token | None = noun
    while at is not None and at != tree.root:
        head = tree.head(at)
        if at.dep.startswith("nmod") and head is not None and _KIND & set(determiners_of(tree, head)):
            return True
        at = head
    return False


def _may_be_nearer(tree: Tree, noun: Token, clause: Token, first: Token) -> bool:
    """True where a later noun may be meant: "un mode de calcul fixé par la loi"."""
    shown = participle_agreement(clause.text.lower()) if first == clause else None
    if shown is None:
        return False
    return any(
        t.pos == "NOUN"
        and is_many(tree, t) in (None, shown[1] == "p")
        and t.text.endswith(("s", "x")) == (shown[1] == "p")
        and is_female(tree, t) in (None, shown[0] == "f")
        for t in tree.tokens[noun.place + 1 : first.place]
    )


def _finite(tree: Tree, noun: Token, clause: Token, first: Token, end: int) -> str | None:
    """The clause as a predicate: without "qui", or the participle with "être"."""
    if first.text.lower() == "qui" and time_of(tree, clause) is not None:
        said = tree.text[first.end : end].strip()
        return said if starts_finite(said) else None
    if first != clause:
        return None
    shown = participle_agreement(clause.text.lower())
    if shown is None or is_many(tree, noun) not in (None, shown[1] == "p"):
        return None
    if is_female(tree, noun) not in (None, shown[0] == "f"):
        return None
    time = main_time(tree)
    if _STATE.match(clause.text):
        return f"{_BE['present', shown[1] == 'p']} {tree.text[clause.start : end]}"
    return f"{_BE['past', shown[1] == 'p']} {tree.text[clause.start : end]}" if time == "past" else None
