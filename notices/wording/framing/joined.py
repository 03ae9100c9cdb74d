"""A second verb of the same subject gets a sentence: "La limite est de 10 et sera ramenée à 5" -> "La limite
est de 10. Elle sera ramenée à 5"."""

from __future__ import annotations

import re

from notices.syntax import Token, Tree
from notices.wording.cutting.scope import attribution, conditioned, widely_bound
from notices.wording.cutting.subjects import pronoun_for, subject_of
from notices.wording.cutting.verbs import time_of
from notices.wording.framing.shapes import LONG
from notices.wording.framing.standing import reports, stands
from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import capital

_VERB = (
    r"(?:ne\s+|n['’]|s['’]y\s+|y\s+|en\s+|se\s+|s['’]|les?\s+|la\s+|l['’]|leur\s+)?"
    r"(?:est|sont|était|étaient|sera|seront|a|ont|avait|avaient|aura|auront|doi(?:t|vent)|devra|devront|peu(?:t|vent)|pourra|"
    r"pourront|reste(?:nt)?|demeure(?:nt)?|prend|prennent|bénéficie(?:nt)?|comprend|comprennent|permet|permettent|vaut|valent|"
    r"fait|font|va|vont|porte(?:nt)?|donne(?:nt)?|dispose(?:nt)?|concerne(?:nt)?|[a-zà-ÿ]{3,}(?:era|eront|ira|iront|dra|dront))\b"
)
_JOINT = re.compile(rf",?\s+(?P<joint>et|mais|puis)\s+(?P<said>{_VERB}.+)$")
_RELATIVE = re.compile(r"(?i)\b(?:qui|que|dont|où|lequel|laquelle|lesquel\w+|auquel|si)\b|\bqu['’]")
_PERSON = re.compile(r"(?i)^(?:vous|nous|on|il|elle|ils|elles)\b")


def split(tree: Tree) -> tuple[str, ...] | None:
    """Both sentences; None where another verb or subject may be meant."""
    text = tree.text
    if words_in(text) <= LONG or attribution(text):
        return None
    for match in reversed(list(_joints(text))):
        left, said = text[: match.start()], match["said"]
        if widely_bound(said) or reports(left) or not _is_open(tree, left):
            continue
        subject = _subject(tree, left)
        if subject is None or conditioned(text) or not stands(left) or not stands(f"{subject} {said}"):
            continue
        told = f"{subject} {said}"
        if match["joint"] == "mais":
            told = f"Mais {told}"
        elif match["joint"] == "puis":
            told = f"Ensuite, {told}"
        return left, capital(told)
    return None


def _joints(text: str) -> list[re.Match[str]]:
    return [
        m for at in re.finditer(r",?\s+(?=(?:et|mais|puis)\s)", text) if (m := _JOINT.match(text, at.start()))
    ]


def _is_open(tree: Tree, left: str) -> bool:
    """True where no subordinate clause stands before the joint, whose verb could be joined."""
    behind = left[tree.root.start :] if tree.root.start < len(left) else left
    return not _RELATIVE.search(behind) and not _RELATIVE.search(left.partition(",")[0][: tree.root.start])


def _subject(tree: Tree, left: str) -> str | None:
    """The pronoun for the subject of the main verb."""
    verb = tree.root
    if verb.end > len(left):
        return None
    subject: Token | None = subject_of(tree, verb)
    if subject is None or subject.start > verb.start:
        return None
    if _PERSON.match(subject.text):
        return subject.text.lower() if time_of(tree, verb) and has_finite_verb(left) else None
    return pronoun_for(tree, subject)
