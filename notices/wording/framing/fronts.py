"""Two circumstances before a clause: "Dans le cadre de X, et avant Y, des travaux seront entrepris" -> the
clause, then "Contexte : X" and "Quand : avant Y"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.clause import is_clause
from notices.wording.framing.hanging import announces
from notices.wording.framing.openers import alone
from notices.wording.framing.reach import SUBJECT
from notices.wording.framing.shapes import LONG
from notices.wording.grammar import words_in
from notices.wording.joints import capital

_TIME = (
    r"(?:avant|après|pendant|durant|lors\s+d[eu]s?|à\s+l['’]issue\s+d[eu]s?|au\s+cours\s+d[eu]s?|en\s+attendant|dès|"
    r"depuis)\b"
)
_CONTEXT = r"dans\s+le\s+(?:cadre|contexte)\s+(?=d[eu]s?\s|d['’])"
_TWO = re.compile(
    rf"(?i)(?P<one>(?:{_CONTEXT}|{_TIME}|en\s+conséquence)[^;:()]*?),?\s+et\s+"
    rf"(?P<two>(?:{_CONTEXT}|{_TIME})[^,;:()]+),\s+(?P<rest>.+)$"
)
_CONSEQUENCE = re.compile(r"(?i)en\s+conséquence,?$")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then what stood before it; that first where a list follows."""
    match = _TWO.match(tree.text)
    if words_in(tree.text) <= LONG or not match or _has_clause(tree, match.start("rest")):
        return None
    rest = match["rest"]
    if not SUBJECT.match(rest) or not (is_clause(rest) or announces(rest)):
        return None
    if _CONSEQUENCE.match(match["one"]):
        told, rest = [_told(match["two"])], f"En conséquence, {rest}"
    else:
        told, rest = [_told(match["one"]), _told(match["two"])], capital(rest)
    return (*told, rest) if announces(rest) else (rest, *told)


def _has_clause(tree: Tree, end: int) -> bool:
    """True where more than participles stands before a character."""
    before = [t for t in tree.tokens if t.end <= end and t.pos in ("VERB", "AUX")]
    return any(
        (not t.dep.startswith(("acl", "amod", "nmod")) or t.dep == "acl:relcl") and not t.text.endswith("ant")
        for t in before
    )


def _told(phrase: str) -> str:
    context = re.match(rf"(?i){_CONTEXT}", phrase)
    return (
        f"Contexte : {alone(phrase[context.end() :])}"
        if context
        else f"Quand : {phrase[0].lower()}{phrase[1:]}"
    )
