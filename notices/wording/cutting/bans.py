"""What somebody may not do, or must do, from then on is a sentence of its own: "placé sous contrôle
judiciaire, avec interdiction de quitter le pays" -> "Il a interdiction de quitter le pays"."""

from __future__ import annotations

import re

from notices.syntax import Token, Tree
from notices.wording.cutting.scope import attribution, conditioned, widely_bound
from notices.wording.cutting.shapes import sound
from notices.wording.cutting.subjects import is_open, pronoun_for, said_again, subject_of
from notices.wording.cutting.verbs import is_plural, main_time, main_verb, negated
from notices.wording.grammar import words_in
from notices.wording.joints import small

_LONG = 15
_SHORT = 4
_WITH = re.compile(
    r",?\s+avec\s+(?P<what>(?:interdiction|obligation)\s+(?:d['’]|de\s+)(?:ne\s+pas\s+)?"
    r"(?:se\s+|s['’]|l['’]|les?\s+|la\s+|y\s+|en\s+)?[a-zà-ÿ]+(?:er|ir|re|oir)\b[^;:()]*)$"
)
_HAVE = {False: "a", True: "ont"}


def split(tree: Tree) -> tuple[str, ...] | None:
    """The measure, then the ban or the duty; None where it is not taken, or its subject is not sure."""
    match = _WITH.search(tree.text) if words_in(tree.text) > _LONG else None
    verb = main_verb(tree) if match else None
    subject = subject_of(tree, verb) if verb else None
    if match is None or verb is None or subject is None or is_open(tree, subject) or negated(tree, verb):
        return None
    left = tree.text[: match.start()]
    if main_time(tree) not in ("past", "present") or conditioned(left) or widely_bound(match["what"]):
        return None
    again = said_again(tree, subject) or pronoun_for(tree, subject) or _short(tree, subject)
    head = attribution(tree.text)
    if again is None:
        return None
    duty = "l'" if match["what"].startswith("obligation") else ""
    ban = f"{again} {_HAVE[is_plural(tree, verb)]} {duty}{match['what']}"
    pieces = (left, f"{head}{small(ban)}" if head else ban)
    return pieces if all(map(sound, pieces)) else None


def _short(tree: Tree, subject: Token) -> str | None:
    """ "Le plus jeune", said again whole."""
    name = tree.words(subject)
    return name if words_in(name) <= _SHORT and re.match(r"(?:Le|La|Les)\s", name) else None
