"""Two statements in one sentence become two sentences: at ", et ...", at a comma splice.

A clause that hangs on "que", "si" or "quand" is never cut from what governs it.
"""

from __future__ import annotations

import re

from notices.wording.cutting.scope import opposes
from notices.wording.grammar import (
    cut,
    finite_verbs,
    has_finite_verb,
    starts_finite,
    starts_noun_phrase,
    tokens,
    words_in,
)
from notices.wording.joints import capital, small

_GOVERNED = re.compile(
    r"(?i)\b(?:que|qu['’]|si|s['’]il|quand|lorsque|lorsqu['’]|tant que|sauf|bien que|pour "
    r"que|afin que|à condition|comme\s+(?:il|elle|ils|elles|on|la|le|les|cela))\b"
)
_OPENS_SUBORDINATE = re.compile(
    r"(?i)^(?:si\b|s['’]il|quand\b|lorsqu|comme\b|bien qu|alors qu|dès (?:lors )?qu|parce "
    r"qu|puisqu|pour qu|afin qu|"
    r"tant qu|sauf|en cas|à condition|sous réserve|dans (?:le|ce) cas|le cas échéant|selon|d['’]après|pour\s)"
)
_CONDITION = re.compile(
    r"(?i)^(?:le cas échéant|dans ce cas|si\s[^,]+|s['’]ils?\s[^,]+|en cas d[eu'’][^,]+|"
    r"quand\s[^,]+|lorsqu['’e][^,]+),\s+"
)
_JOINT = re.compile(r"(?:,\s+|\s+)(et|mais|puis)\s+|,\s+(alors que)\s+")


_NO_SUBJECT = frozenset({"qui", "que", "qu'", "dont", "où", "si", ",", ":"})
"""What stands before no verb of a clause of its own."""
_OBJECTS = frozenset({"l'", "le", "la", "les"})
"""Right before a verb it is whom or what the verb is about: "et l'a blessé" has no subject of its own."""
_LEAST = 4
"""So many words at least stand before a comma splice."""


def split(sentence: str) -> tuple[str, ...] | None:
    """The two statements of a sentence, or None."""
    rules = (_gapped, _at_joint, _at_comma)
    return next((parts for rule in rules if (parts := rule(sentence))), None)


def _at_joint(sentence: str) -> tuple[str, ...] | None:
    """ ", et le nom de domaine a été saisi" """
    for match in _JOINT.finditer(sentence):
        left, right = sentence[: match.start()], sentence[match.end() :]
        if not _outside(sentence, match.start()):
            continue
        condition = _CONDITION.match(left)
        if condition and not _GOVERNED.search(left[condition.end() :]):
            if has_finite_verb(left[condition.end() :]) and _own_clause(right):
                return (left, capital(right) if opposes(left) else f"Dans ce cas, {small(right)}")
            continue
        if _GOVERNED.search(left) or _OPENS_SUBORDINATE.match(left):
            continue
        if _stands(left) and (
            _own_clause(right) or (match[2] and starts_noun_phrase(right) and has_finite_verb(right))
        ):
            head = "Mais " if match[1] == "mais" else ""
            return (left, head + right) if head else (left, capital(right))
    return None


def _at_comma(sentence: str) -> tuple[str, ...] | None:
    """A comma splice: two whole sentences with a comma between them."""
    parts = cut(sentence, ",")
    for i in range(1, len(parts)):
        left, right = ", ".join(parts[:i]), ", ".join(parts[i:])
        if _OPENS_SUBORDINATE.match(left) or _GOVERNED.search(left) or not _stands(left):
            continue
        if _NO_CLAUSE.search(left) or _only_soit(left):
            continue
        if (
            words_in(left) >= _LEAST
            and re.match(r"(?i)(?:le|la|les|l['’]|cette|ce|cet|ces|il|elle|ils|elles|nous|vous)\b", parts[i])
            and _own_clause(parts[i])
        ):
            return (left, capital(right))
    return None


_NO_CLAUSE = re.compile(r"(?i)^[^,]*?\s(?:n['’])?(?:étant|ayant)\s")
"""A participle with its subject is no clause: "Le sol étant gelé, les travaux attendent"."""


def _only_soit(left: str) -> bool:
    """True where the only verb is the "soit" of "soit neuf au total"."""
    return all(tokens(left)[place].low == "soit" for place in finite_verbs(left))


def _gapped(sentence: str) -> tuple[str, ...] | None:
    """ "La DNEF a procédé à des perquisitions, et l'Office aux investigations" : the verb is said again."""
    match = re.match(
        r"(?P<left>.+?\b(?:a|ont) procédé (?:à|au|aux)\s[^,]+?),?\s+et\s+(?P<who>(?:le|la|"
        r"les|l['’])\s*[^,]+?)\s+(?P<what>(?:au|aux|à)\s.+)$",
        sentence,
    )
    if not match or has_finite_verb(match["who"] + " " + match["what"]):
        return None
    auxiliary = "ont" if match["who"].lower().startswith("les ") else "a"
    return (match["left"], f"{capital(match['who'])} {auxiliary} procédé {match['what']}")


def _stands(clause: str) -> bool:
    """True where the clause can be a sentence: it has a verb, and is no subordinate."""
    return (
        has_finite_verb(clause)
        and not _OPENS_SUBORDINATE.match(clause)
        and not re.match(r"(?i)(?:qui|que|dont|où)\b", clause)
    )


def _own_clause(clause: str) -> bool:
    """True where the clause has a subject of its own and its verb is not that of a relative."""
    subject_pronoun = re.match(r"(?i)(?:il|elle|ils|elles|nous|vous|cela|ce)\s+(.+)", clause)
    if subject_pronoun:
        return starts_finite(subject_pronoun[1])
    if not starts_noun_phrase(clause):
        return False
    verbs = finite_verbs(clause)
    if not verbs:
        return False
    words = tokens(clause)
    before = {w.low for w in words[: verbs[0]]}
    if verbs[0] == 1 and words[0].low.replace("’", "'") in _OBJECTS:
        return False
    return not before & _NO_SUBJECT and words[verbs[0]].low not in ("soit", "soient") and verbs[0] <= 14


def _outside(sentence: str, position: int) -> bool:
    """True where a position stands outside brackets and quotations."""
    before = sentence[:position]
    return (
        before.count("«") == before.count("»")
        and before.count("(") == before.count(")")
        and before.count('"') % 2 == 0
    )
