"""Two infinitives of one verb become a sentence each: "peut vendre le terrain et signer l'acte" -> "Le maire
peut signer l'acte"."""

from __future__ import annotations

import re

from notices.syntax import Token, Tree
from notices.wording.cutting.scope import bound, widely_bound
from notices.wording.cutting.shapes import before, begins, quoted, reaches_end, sound
from notices.wording.cutting.subjects import is_open, said_again, subject_of
from notices.wording.cutting.verbs import is_infinitive, negated, time_of
from notices.wording.grammar import words_in
from notices.wording.joints import capital, join

_LONG = 15
"""A sentence of so many words keeps its infinitives together."""
_MOST = 6
"""So many words at most are said again before an infinitive."""


def split(tree: Tree) -> tuple[str, ...] | None:
    """The sentence up to the second infinitive, and that with the main verb said again; None where unsure."""
    if words_in(tree.text) <= _LONG or time_of(tree, tree.root) is None or negated(tree, tree.root):
        return None
    governed = [tree.root, *tree.children(tree.root, "xcomp", "ccomp", "csubj", "obl", "advcl", "dep", "obj")]
    found = [(one, two) for one in governed if is_infinitive(one) for two in tree.children(one, "conj")]
    return next((pieces for one, two in found if (pieces := _apart(tree, one, two))), None)


def _apart(tree: Tree, one: Token, two: Token) -> tuple[str, ...] | None:
    first = begins(tree, two)
    if not is_infinitive(two) or quoted(tree, two) or not reaches_end(tree, tree.children(one, "conj")[-1]):
        return None
    if first.text.lower() == "et":
        rest = tree.text[first.end :].strip()
    elif tree.tokens[first.place - 1].text == ",":
        rest = tree.text[first.start :]
    else:
        return None
    frame = _frame(tree, one, rest)
    if frame is None or widely_bound(rest) or re.search(r"(?i)\b(?:pas|plus|ni)\b", frame):
        return None
    left = before(tree, first)
    pieces = (left, capital(bound(left, frame)))
    return pieces if all(map(sound, pieces)) else None


def _frame(tree: Tree, one: Token, rest: str) -> str | None:
    """Subject, main verb and preposition, with the second infinitive."""
    subject = subject_of(tree, tree.root) or next(iter(tree.children(tree.root, "expl")), None)
    if subject is None or is_open(tree, subject):
        return None
    again = said_again(tree, subject)
    after = tree.tokens[max(t.place for t in tree.below(subject)) + 1]
    between = tree.text[after.start : begins(tree, one).start].strip()
    mark = next((t for t in tree.children(one, "mark", "case") if t.place < one.place), None)
    between = tree.text[after.start : (mark or one).start].strip()
    if again is None or not between or words_in(between) > _MOST or "," in between:
        return None
    marked = re.match(r"(?i)(?:de\s|d['’]|à\s)", rest)
    if mark is not None and not marked:
        rest = join(f"{mark.text} ", rest) if not mark.text.endswith(("'", "’")) else join(mark.text, rest)
    return f"{again} {between} {rest}" if (mark is None) != bool(marked) or mark is not None else None
