"""Two statements in one sentence become two sentences: at a semicolon, at ", et ...", at a comma splice.

A clause that hangs on "que", "si" or "quand" is never cut from what governs it.
"""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.wording.grammar import (
    PRONOUNS,
    cut,
    finite_verbs,
    has_finite_verb,
    is_plural,
    noun_agreement,
    participle_agreement,
    starts_finite,
    starts_noun_phrase,
    tokens,
    words_in,
)
from notices.wording.joints import capital, small

_GOVERNED = re.compile(
    r"(?i)\b(?:que|qu['’]|si|s['’]il|quand|lorsque|lorsqu['’]|tant que|sauf|bien que|pour "
    r"que|afin que|à condition)\b"
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
_TURNS = re.compile(r"(?:a|ont)\s+(?:repris|rouvert|recommencé|redémarré)\b")
"""What ended a stop is told with it: "ont été suspendues et ont repris le 12"."""
_JOINT = re.compile(r"(?:,\s+|\s+)(et|mais|puis)\s+|,\s+(alors que)\s+")


def split(sentence: str) -> tuple[str, ...] | None:
    """The two statements of a sentence, or None."""
    rules = (_at_semicolon, _gapped, _at_joint, _ellipted, _shared, _at_comma)
    return next((parts for rule in rules if (parts := rule(sentence))), None)


def _at_semicolon(sentence: str) -> tuple[str, ...] | None:
    parts = cut(sentence, ";")
    if len(parts) > 1 and all(_stands(part) for part in parts):
        return tuple(capital(part) for part in parts)
    return None


def _at_joint(sentence: str) -> tuple[str, ...] | None:
    """ ", et le nom de domaine a été saisi" """
    for match in _JOINT.finditer(sentence):
        left, right = sentence[: match.start()], sentence[match.end() :]
        if not _outside(sentence, match.start()):
            continue
        condition = _CONDITION.match(left)
        if condition and not _GOVERNED.search(left[condition.end() :]):
            if has_finite_verb(left[condition.end() :]) and _own_clause(right):
                return (left, f"Dans ce cas, {small(right)}")
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
        if re.match(
            r"(?i)(?:le|la|les|l['’]|cette|ce|cet|ces|il|elle|ils|elles|nous|vous)\b", parts[i]
        ) and _own_clause(parts[i]):
            return (left, capital(right))
    return None


def _ellipted(sentence: str) -> tuple[str, ...] | None:
    """ "ont été entendus en France, et laissés libres" : the auxiliary is said again, the subject is a
    pronoun."""
    match = re.search(r"(?:,?\s+(?:et|puis|et puis))\s+([a-zà-ÿœ]+)((?:\s+\S+){2,})$", sentence)
    if not match:
        return None
    left = sentence[: match.start()]
    agreement = participle_agreement(match[1])
    auxiliary = re.search(
        r"\b((?:a|ont) été|est|sont|était|étaient|sera|seront)\s+(?:\w+ment\s+)?([a-zà-ÿœ]+)", left
    )
    if agreement is None or auxiliary is None or not _agree(agreement, auxiliary):
        return None
    if has_finite_verb(match[2]) or _GOVERNED.search(left):
        return None
    return (left, f"{PRONOUNS[agreement]} {auxiliary[1]} {match[1]}{match[2]}")


def _agree(agreement: str, auxiliary: re.Match[str]) -> bool:
    """True where the first participle may have this gender and number ("mis" shows no number)."""
    first = participle_agreement(auxiliary[2])
    if first is None and "p" in word_tags(auxiliary[2]):
        plural = auxiliary[1].startswith(("ont", "sont", "étaient", "seront"))
        return agreement == ("mp" if plural else "ms")
    return first == agreement


def _shared(sentence: str) -> tuple[str, ...] | None:
    """ "commence le 14 octobre et se poursuivra jusqu'au 31 janvier" : the subject is said again."""
    for match in re.finditer(r"(?:,?\s+et\s+|,\s+)(?=(?:ne |n['’]|se |s['’])?[a-zà-ÿ]+)", sentence):
        left, right = sentence[: match.start()], sentence[match.end() :]
        if not starts_finite(right) or not _outside(sentence, match.start()) or _GOVERNED.search(left):
            continue
        if _TURNS.match(right) or _is_noun(right):
            continue
        if len(finite_verbs(left)) != 1 or re.search(r"\b(?:qui|que|dont|où)(?=\s)|:\s", left):
            continue
        if finite_verbs(left)[0] == len(tokens(left)) - 1:
            continue
        subject = left[: tokens(left)[finite_verbs(left)[0]].start].strip()
        again = said_again(subject, left)
        if again:
            return (left, f"{again} {right}")
    return None


def _is_noun(right: str) -> bool:
    """True for "siège de l'enquête": a noun that a verb looks like."""
    first = re.match(r"([a-zà-ÿ]+)\s+d(?:[eu]s?\s|['’])", right)
    return first is not None and "n" in word_tags(first[1])


def said_again(subject: str, left: str) -> str | None:
    """The subject a second time: a pronoun whose gender shows, or its own few words."""
    subject = re.sub(r"\s+(?:ne|n['’]|se|s['’]|en|y)$", "", subject)
    if subject.lower() in ("il", "elle", "ils", "elles", "nous", "vous", "on"):
        return capital(subject)
    participle = re.search(r"\b(?:est|sont|été|être|sera|seront)\s+([a-zà-ÿœ]+)", left)
    agreement = participle_agreement(participle[1]) if participle else None
    agreement = agreement or (None if is_plural(subject) else noun_agreement(subject))
    if not starts_noun_phrase(subject):
        return None
    if agreement:
        return PRONOUNS[agreement]
    return (
        subject
        if words_in(subject) <= 6 and re.match(r"(?:Les|Ces|L['’]|Le|La|Cette|Ce|M\.|Mme|[A-ZÀ-Ý])", subject)
        else None
    )


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
    return not before & {"qui", "que", "qu'", "dont", "où", ",", ":"} and verbs[0] <= 14


def _outside(sentence: str, position: int) -> bool:
    """True where a position stands outside brackets and quotations."""
    before = sentence[:position]
    return (
        before.count("«") == before.count("»")
        and before.count("(") == before.count(")")
        and before.count('"') % 2 == 0
    )
