"""Verbs of one subject become a sentence each, the subject and what carries the verb said again.

"Un homme a été mis en examen et placé en détention" -> "Il a été placé en détention."
"""

from __future__ import annotations

from notices.syntax import Token, Tree
from notices.wording.cutting.scope import bound, widely_bound
from notices.wording.cutting.shapes import before, begins, quoted, reaches_end, sound
from notices.wording.cutting.subjects import is_open, said_again, subject_of
from notices.wording.cutting.verbs import auxiliary, is_participle, is_plural, negated, time_of
from notices.wording.grammar import participle_agreement, starts_finite
from notices.wording.joints import capital, small


def split(tree: Tree) -> tuple[str, ...] | None:
    """The first verb's sentence and the rest with its subject; None where the subject is not sure."""
    subject = subject_of(tree, tree.root)
    if subject is None or is_open(tree, subject) or time_of(tree, tree.root) is None:
        return None
    return next(
        (p for second in tree.children(tree.root, "conj") if (p := _apart(tree, subject, second))), None
    )


def _apart(tree: Tree, subject: Token, second: Token) -> tuple[str, ...] | None:
    if tree.children(second, "nsubj") or quoted(tree, second):
        return None
    first = begins(tree, second)
    if first.text.lower() not in ("et", "puis", "mais") and tree.tokens[first.place - 1].text != ",":
        return None
    rest = _verb_phrase(tree, second, first)
    again = said_again(tree, subject)
    if rest is None or again is None or widely_bound(rest):
        return None
    left = before(tree, first)
    sentence = f"{again} {rest}"
    if first.text.lower() == "mais":
        sentence = f"Mais {small(sentence)}"
    pieces = (left, capital(bound(left, sentence)))
    return pieces if all(map(sound, pieces)) and not _bare(tree, second) else None


def _verb_phrase(tree: Tree, second: Token, first: Token) -> str | None:
    """The second verb with what carries it, to the end of the sentence."""
    start = first.end if first.pos == "CCONJ" else first.start
    text = tree.text[start:].lstrip(" ,")
    if not _goes_to_end(tree, second):
        return None
    if time_of(tree, second) is not None and starts_finite(text):
        return text if is_plural(tree, second) == is_plural(tree, tree.root) else None
    carried = auxiliary(tree, tree.root)
    if carried is None or not is_participle(second) or negated(tree, tree.root) or not _agrees(tree, second):
        return None
    return f"{carried} {text}" if text.lower().startswith(second.text.lower()) else None


def _goes_to_end(tree: Tree, second: Token) -> bool:
    """True where what stands behind the second verb is its own or that of a further verb."""
    others = [t for t in tree.children(tree.root, "conj") if t.place > second.place]
    return reaches_end(tree, others[-1] if others else second)


def _agrees(tree: Tree, second: Token) -> bool:
    """True where both participles show one gender and number, or the first hides its own."""
    first = participle_agreement(tree.root.text)
    return first is None or first == participle_agreement(second.text)


def _bare(tree: Tree, second: Token) -> bool:
    """True where the first verb has its object only behind the second: "annule et remplace celui du 20"."""
    between = [
        t
        for t in tree.tokens[tree.root.place + 1 : begins(tree, second).place]
        if t.pos not in ("PUNCT", "ADV", "CCONJ")
    ]
    return not between and auxiliary(tree, tree.root) is None
