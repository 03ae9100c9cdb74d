"""Two infinitives of one verb become a sentence each: "peut vendre le terrain et signer l'acte" -> "Le maire
peut signer l'acte"."""

from __future__ import annotations

import re

from notices.syntax import Token, Tree
from notices.wording.cutting.scope import bound, only_condition, widely_bound
from notices.wording.cutting.shapes import before, quoted, sound
from notices.wording.cutting.subjects import is_open, said_again, subject_of
from notices.wording.cutting.verbs import is_infinitive, main_verb, negated
from notices.wording.grammar import words_in
from notices.wording.joints import capital, small

_LONG = 15
"""A sentence of so many words keeps its infinitives together."""
_MOST = 7
"""So many words at most are said again before an infinitive."""
_AND_INFINITIVE = re.compile(r"(?i)\bet\s+(?:\S+\s+){0,3}\S*(?:er|ir|re|oir)(?!\w)")
_DENIES = frozenset({"ne", "n'", "n’", "pas", "plus", "sans"})
_MARKS = {"de": "de", "d'": "de", "d’": "de", "à": "à"}
_BREAKS = frozenset("qui que qu' qu’ dont où pour afin sans avant si lorsque quand ou ni".split())


def split(tree: Tree) -> tuple[str, ...] | None:
    """The sentence up to the second infinitive, and that with the main verb said again; None where unsure."""
    if words_in(tree.text) <= _LONG or not _AND_INFINITIVE.search(tree.text):
        return None
    verb = main_verb(tree)
    if verb is None or negated(tree, verb):
        return None
    if only_condition(tree.text, verb.start):
        return None
    subject = subject_of(tree, verb) or next(iter(tree.children(verb, "expl")), None)
    one = _first(tree, verb)
    if one is None or subject is None or is_open(tree, subject):
        return None
    joints = [t for t in tree.tokens[one.place + 2 : -1] if t.text.lower() == "et"]
    return next((p for joint in joints if (p := _apart(tree, verb, subject, one, joint))), None)


def _first(tree: Tree, verb: Token) -> Token | None:
    """The infinitive right behind the main verb: "est tenu d'évaluer", "doit fermer"."""
    for token in tree.tokens[verb.place + 1 : verb.place + 1 + _MOST]:
        if token.text.lower() in _BREAKS or token.text in ",;:":
            return None
        if token.pos in ("VERB", "AUX") and is_infinitive(token):
            return token
    return None


def _apart(tree: Tree, verb: Token, subject: Token, one: Token, joint: Token) -> tuple[str, ...] | None:
    two = _second(tree, joint)
    if any(t.text.lower() in _DENIES for t in tree.tokens[verb.place : one.place]):
        return None  # "de ne plus fermer les yeux et d'ignorer": both are denied
    if two is None or _mark(tree, two) != _mark(tree, one) or quoted(tree, joint):
        return None
    between = tree.tokens[one.place + 1 : joint.place]
    if any(t.text.lower() in _BREAKS or (is_infinitive(t) and t.pos == "VERB") for t in between):
        return None
    again = said_again(tree, subject)
    frame = _frame(tree, verb, one)
    rest = tree.text[joint.end :].strip()
    if again is None or frame is None or widely_bound(rest):
        return None
    left = before(tree, joint)
    pieces = (
        left,
        capital(bound(left, small(f"{again} {frame} {rest}") if "," in left else f"{again} {frame} {rest}")),
    )
    return tuple(map(capital, pieces)) if all(map(sound, pieces)) else None


def _second(tree: Tree, joint: Token) -> Token | None:
    """The infinitive behind "et", with its preposition and small words."""
    for token in tree.tokens[joint.place + 1 : joint.place + 5]:
        if token.pos in ("VERB", "AUX") and is_infinitive(token):
            return token
        if token.text.lower() not in _MARKS and token.pos not in ("PRON", "ADV"):
            return None
    return None


def _mark(tree: Tree, infinitive: Token) -> str:
    """The preposition before an infinitive, or nothing."""
    for token in reversed(tree.tokens[max(0, infinitive.place - 4) : infinitive.place]):
        if token.text.lower() in _MARKS:
            return _MARKS[token.text.lower()]
        if token.pos not in ("PRON", "ADV"):
            return ""
    return ""


def _frame(tree: Tree, verb: Token, one: Token) -> str | None:
    """The main verb with what carries it, up to the preposition of the first infinitive."""
    carried = [
        t for t in (verb, *tree.children(verb, "aux", "cop", "expl", "iobj", "obj")) if t.place <= verb.place
    ]
    start = min(t.start for t in carried if t.pos != "NOUN" and not re.match(r"(?i)ils?$|elles?$", t.text))
    mark = next(
        (t for t in reversed(tree.tokens[verb.place + 1 : one.place]) if t.text.lower() in _MARKS), one
    )
    stop = mark.start
    frame = tree.text[start:stop].strip()
    return frame if frame and words_in(frame) <= _MOST and "," not in frame else None
