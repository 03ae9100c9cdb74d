"""What is added at the end: ", notamment les biberons" -> "Notamment : les biberons"; ", ainsi que sur le
site" -> "Et aussi : sur le site"; ", y compris aux cycles" -> "Y compris : aux cycles"."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.clause import is_clause, without
from notices.wording.framing.hanging import announces, binds, hangs_last
from notices.wording.framing.openers import alone
from notices.wording.framing.reach import at
from notices.wording.framing.shapes import LONG
from notices.wording.grammar import has_finite_verb, words_in

_ADDED = (
    (re.compile(r"(?i)(?:et\s+)?(?<![\w-])notamment\s+"), "Notamment", False),
    (re.compile(r"(?i)(?:et\s+)?(?<![\w-])en\s+particulier\s+"), "En particulier", False),
    (
        re.compile(
            r"(?i)(?:et\s+)?(?<![\w-])principalement\s+(?=(?:dans|en|sur|à|aux?|par|pour|des?|les?|la)\s)"
        ),
        "Principalement",
        False,
    ),
    (re.compile(r"(?i)(?<![\w-])ainsi\s+que\s+"), "Et aussi", True),
    (re.compile(r"(?i)(?<![\w-])y\s+compris\s+"), "Y compris", True),
    (re.compile(r"(?i)(?<![\w-])c['’]est-à-dire\s+"), "C'est-à-dire", False),
)
_LONGEST = 25
_OF = re.compile(r"(?:du|des|de\s+l[a'’])(?:\s|(?<=['’]))")
""" "Est passible de sanctions, notamment de l'amende" -> "Notamment : l'amende"."""
_NOT_AN_EXAMPLE = re.compile(
    r"(?i)(?:en|à)\s+(?:raison|cause|vue)\b|pour\s+[a-zà-ÿ]+(?:er|ir|re)\b|lorsqu|si\b|quand\b|afin\b|"
    r"d['’]en\b|de\s+(?:manière|façon)\b"
)


_EXAMPLES = re.compile(
    r",\s+(?:(?:tels?|telles?)\s+(?:que\s+|qu['’])|(?P<notably>notamment\s+))(?P<what>[^;:()]+?),\s+"
    r"(?=(?:doi|peu|pour|dev|est\b|sont\b|ser|ne\b|a\b|ont\b)\w*)"
)


def split_examples(tree: Tree) -> tuple[str, ...] | None:
    """ "Tout changement, tel qu'un mariage ou une naissance, doit être signalé" -> "Par exemple : un mariage
    ou une naissance"."""
    match = _EXAMPLES.search(tree.text)
    if words_in(tree.text) <= LONG or not match or has_finite_verb(match["what"]):
        return None
    rest = f"{tree.text[: match.start()]} {tree.text[match.end() :]}"
    name = "Notamment" if match["notably"] else "Par exemple"
    return (rest, f"{name} : {match['what']}") if is_clause(rest) else None


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then what is added to it; None where the clause is negated, or the addition goes on."""
    if words_in(tree.text) <= LONG or announces(tree.text):
        return None
    for pattern, name, bound in _ADDED:
        found = list(pattern.finditer(tree.text))
        if len(found) != 1:
            continue
        match = found[0]
        what = tree.text[match.end() :].rstrip(". ")
        token = at(tree, match.start())
        if token is None or not _is_plain(what) or (name == "Y compris" and "," in what):
            continue
        if not hangs_last(tree, token):
            continue
        rest = without(tree, match.start(), len(tree.text))
        if rest and not (bound and binds(rest)):
            return rest, f"{name} : {alone(what) if _OF.match(what) else what}"
    return None


def _is_plain(what: str) -> bool:
    return (
        2 <= words_in(what) <= _LONGEST
        and not has_finite_verb(what)
        and not re.search(r"[;:]", what)
        and what.count("(") == what.count(")")
        and not _NOT_AN_EXAMPLE.match(what)
    )
