"""Clauses that hang on the main verb: aims, causes and what happens beside it.

A condition is never cut from what it binds.
"""

from __future__ import annotations

import re

from notices.syntax import Token, Tree
from notices.wording.cutting.scope import attribution, conditioned, widely_bound
from notices.wording.cutting.shapes import begins, comma_before, quoted, reaches_end, sound, without
from notices.wording.cutting.verbs import is_infinitive, negated
from notices.wording.grammar import words_in
from notices.wording.joints import capital

_LONG = 15
_AIM = re.compile(
    r"(?i)^(?:afin\s+d(?:e\s+|['’])|pour\s+|en\s+vue\s+d(?:e\s+|['’])|dans\s+le\s+but\s+d(?:e\s+|['’]))"
)
_CAUSE = re.compile(
    r"(?i)^(?:parce\s+qu(?:e\s+|['’])|car\s+|puisqu(?:e\s+|['’])|étant\s+donné\s+qu(?:e\s+|['’]))"
)
_BESIDE = re.compile(r"(?i)^(?:tandis\s+qu(?:e\s+|['’])|alors\s+qu(?:e\s+|['’]))")
_OTHER = re.compile(r"(?i)^(?:l['’]autre|les\s+autres|l[ea]\s+(?:seconde?|deuxième))\b")
"""Who stands against the one before: no comma is needed."""
_OPENS = re.compile(
    r"(?i)(?<!\w)(?:afin\s+d|pour\s|en\s+vue\s+d|dans\s+le\s+but|parce\s+qu|car\s|puisqu|étant\s+donné|"
    r"tandis\s+qu|alors\s+qu)"
)
"""Words without which none of them begins."""
_INFINITIVE = re.compile(
    r"(?i)^(?:ne\s+(?:pas|plus)\s+)?(?:(?:l[ea]s?|y|en|s[e'’]|leur)\s*|l['’])?[a-zà-ÿ]+(?:er|ir|re|oir)\b"
)
_IN_THAT_CASE = re.compile(r"(?i)^(?:mais )?dans ce cas,")
"""The condition was told before: what the sentence binds is told with it."""
_SAYS_NOTHING = re.compile(r"(?i)^pour\s+(?:commencer|finir|terminer|conclure|mémoire|en savoir|toute?s?)\b")
_NEEDS_AIM = re.compile(
    r"(?i)\b(?:suffi|fau[td]|nécessaire|conçu|aménag|rendez|requis|trop|assez|délai|mois|jours|heures|peine|amende|condamn|poursuiv|servi|"
    r"utilis|mandat|compétent|habilit|prévu|rendez-vous|conditions?|invit|appel|autoris)\w*\b"
)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The main clause, then the other one under its name; None where there is none that may leave."""
    if words_in(tree.text) <= _LONG or not _OPENS.search(tree.text):
        return None
    found = [
        t
        for t in tree.tokens
        if t.dep.startswith(("advcl", "obl", "acl", "conj", "parataxis", "xcomp", "ccomp"))
    ]
    return next((pieces for one in found if (pieces := _apart(tree, one))), None)


def _apart(tree: Tree, verb: Token) -> tuple[str, ...] | None:
    head, first = tree.head(verb), begins(tree, verb)
    if head is None or quoted(tree, first) or not tree.is_whole(verb):
        return None
    if head != tree.root and not (tree.head(head) == tree.root and head.dep.startswith(("xcomp", "conj"))):
        return None
    told = _named(tree, verb, tree.words(verb), comma_before(tree, first))
    rest = without(tree, verb)
    if told is None or widely_bound(told) or not sound(rest):
        return None
    pieces = (capital(rest), told)
    return pieces if all(map(sound, pieces)) else None


DONE = re.compile(
    r"(?i)(?:ne\s+pas\s+|n['’])?(?:avoir|être|s['’]être)(?:,|\s+(?:pas\s+)?(?:été\s+)?[a-zà-ÿ]+(?:é|i|u|is|it|ert)e?s?\b)"
)
"""What was done is no aim: "condamné pour avoir volé"."""


_AND_TO_DO = re.compile(r"(?i),\s+(?:[ls]['’]|les?\s|la\s|se\s)?[a-zà-ÿ]{2,}(?:er|ir|oir|dre|tre)\s")
"""What the main verb wants, perhaps: "entend, afin d'éviter les rumeurs, porter à la connaissance"."""


def _named(tree: Tree, verb: Token, clause: str, comma: bool) -> str | None:
    at_edge = begins(tree, verb).place == 0 or reaches_end(tree, verb)
    if not at_edge or negated(tree, tree.root):
        return None
    if aim := _AIM.match(clause):
        wanted = (
            aim.group().lower().startswith("pour")
            and not comma
            and _NEEDS_AIM.search(tree.text[: verb.start])
        )
        told_first = comma and _IN_THAT_CASE.match(tree.text)
        goes = is_infinitive(verb) and not wanted and (told_first or not conditioned(tree.text))
        if not _INFINITIVE.match(clause[aim.end() :]) or _SAYS_NOTHING.match(clause):
            return None
        if DONE.match(clause[aim.end() :]) or _AND_TO_DO.search(clause):
            return None
        return f"But : {clause[aim.end() :]}" if goes else None
    if cause := _CAUSE.match(clause):
        return f"Cause : {clause[cause.end() :]}"
    beside = _BESIDE.match(clause)
    opposed = bool(beside and _OTHER.match(clause[beside.end() :]))
    if beside and (comma or opposed) and tree.children(verb, "nsubj") and reaches_end(tree, verb):
        head = attribution(tree.text)
        return f"{head}{clause[beside.end() :]}" if head else capital(clause[beside.end() :])
    return None
