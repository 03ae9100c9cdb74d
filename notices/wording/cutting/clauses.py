"""Two clauses with a subject each become two sentences: "A est fermé et B reste ouvert"."""

from __future__ import annotations

from notices.syntax import Token, Tree
from notices.wording.cutting.scope import bound, only_condition, widely_bound
from notices.wording.cutting.shapes import before, begins, quoted, reaches_end, sound
from notices.wording.cutting.signs import two_clauses
from notices.wording.cutting.subjects import subject_of
from notices.wording.cutting.verbs import time_of
from notices.wording.joints import capital, small


def split(tree: Tree) -> tuple[str, ...] | None:
    """The two clauses, or None."""
    if not two_clauses(tree.text):
        return None
    return next((pieces for second in _seconds(tree) if (pieces := _apart(tree, second))), None)


def _seconds(tree: Tree) -> tuple[Token, ...]:
    return tree.children(tree.root, "conj", "parataxis")


def _apart(tree: Tree, second: Token) -> tuple[str, ...] | None:
    if time_of(tree, second) is None or subject_of(tree, second) is None or not reaches_end(tree, second):
        return None
    first = _first(tree, second)
    if (
        only_condition(tree.text, tree.root.start)
        or time_of(tree, tree.root) is None
        or quoted(tree, first)
        or first.place <= tree.root.place
    ):
        return None
    left, right, joint = before(tree, first), tree.text[first.start :], ""
    if first.pos == "CCONJ":
        joint = first.text.lower()
        right = tree.text[first.end :].lstrip(" ,")
    elif tree.tokens[first.place - 1].text not in {",", ";"}:
        return None
    if joint not in {"", "et", "mais", "puis"} or widely_bound(right):
        return None
    right = capital(right if tree.tokens[first.place - 1].text == ";" else bound(left, right))
    pieces = (left, f"Mais {small(right)}" if joint == "mais" else right)
    return pieces if all(map(sound, pieces)) else None


def _first(tree: Tree, second: Token) -> Token:
    """The first word of the second clause: what stands behind a semicolon is its own."""
    first = begins(tree, second)
    semicolons = [t.place for t in tree.tokens[tree.root.place : first.place] if t.text == ";"]
    return tree.tokens[semicolons[-1] + 1] if semicolons else first
