"""One verb with two objects or two times becomes two sentences, the verb said again: "a été condamnée à une
amende et à l'interdiction d'exercer" -> "La société a été condamnée à l'interdiction d'exercer"."""

from __future__ import annotations

import re

from notices.syntax import Token, Tree
from notices.wording.cutting.scope import attribution, conditioned, widely_bound
from notices.wording.cutting.shapes import before, quoted, sound
from notices.wording.cutting.subjects import is_open, said_again, subject_of
from notices.wording.cutting.verbs import carriers, main_verb, negated
from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import capital, small

_LONG = 17
"""A sentence of so many words keeps its two objects."""
_LEAST = 4
"""So many words each part must have."""
_MOST = 8
"""So many words of verb at most are said again."""
_DAY = r"le\s+(?:\w+di\s+)?\d{1,2}(?:er)?\s+[a-zéû]+"
_SHAPES: tuple[re.Pattern[str], ...] = (
    re.compile(rf"^{_DAY}\b"),
    re.compile(r"^(?:à\s+(?:la\s|l['’]|une?\s|\d)|au\s(?!moins|plus)|aux\s)"),
)
"""How both parts begin."""
_AND_LIKE = re.compile(r"(?i)\bet\s+(?:le|à|au|aux)\s")
_BOUND = re.compile(r"(?i)\b(?:entre|ainsi|soit|ou|ni|tant|total|ensemble|respectivement|chacun|mêmes?)\b")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The sentence with the first, then with the second; None where they may count together only."""
    if words_in(tree.text) <= _LONG or not _AND_LIKE.search(tree.text):
        return None
    verb = main_verb(tree)
    subject = subject_of(tree, verb) if verb else None
    if verb is None or subject is None or is_open(tree, subject):
        return None
    if negated(tree, verb) or conditioned(tree.text):
        return None
    joints = [t for t in tree.tokens[verb.place + 2 : -2] if t.text.lower() == "et"]
    return next((p for joint in joints if (p := _apart(tree, verb, subject, joint))), None)


def _apart(tree: Tree, verb: Token, subject: Token, joint: Token) -> tuple[str, ...] | None:
    first = tree.text[verb.end : joint.start].strip(" ,")
    second = tree.text[joint.end :].strip()
    if not any(shape.match(first) and shape.match(second) for shape in _SHAPES) or quoted(tree, joint):
        return None
    if min(words_in(first), words_in(second)) < _LEAST or _BOUND.search(first) or _BOUND.search(second):
        return None
    if has_finite_verb(first) or has_finite_verb(second) or widely_bound(second) or "," in first:
        return None
    small_words = [t for t in tree.children(verb, "expl", "iobj", "obj") if t.pos == "PRON"]
    start = min(
        (t.start for t in (*carriers(tree, verb), *small_words) if t.place < verb.place), default=verb.start
    )
    again = said_again(tree, subject)
    said = tree.text[start : verb.end]
    if again is None or words_in(said) > _MOST:
        return None
    head = attribution(tree.text)
    told = f"{again} {said} {second}"
    pieces = (before(tree, joint), f"{head}{small(told)}" if head else capital(told))
    return pieces if all(map(sound, pieces)) else None
