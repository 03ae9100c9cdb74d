"""What is to be done besides is an order of its own: "sont invités à consulter leur médecin en lui signalant
cette consommation" -> "Ils sont invités à lui signaler cette consommation"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.cutting.scope import bound, widely_bound
from notices.wording.cutting.shapes import sound
from notices.wording.cutting.subjects import is_open, pronoun_for, said_again, subject_of
from notices.wording.grammar import words_in
from notices.wording.joints import capital, join

_LONG = 15
_BESIDES = {
    "apportant": "apporter",
    "avertissant": "avertir",
    "indiquant": "indiquer",
    "informant": "informer",
    "joignant": "joindre",
    "mentionnant": "mentionner",
    "précisant": "préciser",
    "présentant": "présenter",
    "prévenant": "prévenir",
    "rappelant": "rappeler",
    "respectant": "respecter",
    "signalant": "signaler",
    "veillant": "veiller",
    "évitant": "éviter",
}
"""Gerunds of what is done besides; "en remplissant le formulaire" is the way how."""
_GERUND = re.compile(
    r",?\s+(?:et\s+)?(?:tout\s+)?en\s+(?P<clitic>(?:lui|leur|y|les?|la)\s+|l['’])?"
    rf"(?P<verb>{'|'.join(_BESIDES)})\s(?P<rest>[^;:()]+)$"
)
_LEANS = re.compile(r"(?i)\bcel(?:ui|le|les)-(?:ci|là)\b|\bceux-(?:ci|là)\b|\bderni(?:er|ère)s?\b")
""" "Le motif de celle-ci": what it means stands in the sentence before."""
_FRAME = re.compile(
    r"(?P<frame>(?:(?P<it>[Ii]l)\s+(?:est\s+(?:conseillé|recommandé|demandé|important|nécessaire|obligatoire)|convient)"
    r"(?:\s+(?:aux?|à\s+la|à\s+l['’]|à\s+chaque)\s?[^,;:]{2,40}?(?=\s+d))?|"
    r"(?P<who>.+?)\s+(?P<verb>(?:est|sont|seront|sera)\s+(?:invitée?s?|priée?s?|tenue?s?)|doi(?:t|vent)|devr(?:a|ont)|"
    r"peu(?:t|vent)|pourr(?:a|ont)))(?:\s+(?P<to>à|de)(?=\s)|\s+d['’])?)\s*"
    r"(?!ne\s)(?:se\s+|s['’])?[a-zà-ÿ]+(?:er|ir|re)\b"
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The order, then what is to be done with it; None where the order denies, or its subject is not sure."""
    match = _GERUND.search(tree.text) if words_in(tree.text) > _LONG else None
    if match is None or widely_bound(match["rest"]) or _LEANS.search(match["rest"]):
        return None
    left = tree.text[: match.start()].rstrip(" ,")
    frame = _frame(tree, left)
    if frame is None or re.search(r"(?i)\bne\b|(?<!\w)n['’]|[;:]", left):
        return None
    todo = f"{match['clitic'] or ''}{_BESIDES[match['verb']]} {match['rest']}"
    pieces = (left, capital(bound(left, join(f"{frame} ", todo))))
    return pieces if all(map(sound, pieces)) else None


def _frame(tree: Tree, left: str) -> str | None:
    """What governs the order, its subject said again."""
    found = _FRAME.search(left)
    if found is None:
        return None
    if found["it"]:
        governs = re.sub(r" d['’]$", "", found["frame"])
        return governs if found["to"] else f"{governs} de"
    subject = subject_of(tree, tree.root)
    if subject is None or is_open(tree, subject) or subject.start > found.end("who"):
        return None
    again = said_again(tree, subject) if subject.pos == "PRON" else pronoun_for(tree, subject)
    return f"{again} {found['verb']}{' ' + found['to'] if found['to'] else ''}" if again else None
