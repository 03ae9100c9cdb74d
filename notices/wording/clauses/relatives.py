"""Relative clauses between commas become sentences of their own, where the antecedent is certain.

A relative clause without a comma before it says which one is meant: it is never cut off.
"""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.wording.grammar import (
    comma_parts,
    has_finite_verb,
    starts_finite,
    starts_noun_phrase,
    words_in,
)
from notices.wording.joints import begins_with_vowel, capital, small, with_de


def split(sentence: str) -> tuple[str, ...] | None:
    """The sentence without its relative clause, and the clause as a sentence; None where unsure."""
    rules = (_subject_relative, _dont, _during)
    return next((parts for rule in rules if (parts := rule(sentence))), None)


def _subject_relative(sentence: str) -> tuple[str, ...] | None:
    """ "Le préfet, qui préside le comité, a décidé ..." """
    parts = comma_parts(sentence)
    if len(parts) < 3 or has_finite_verb(parts[0]) or not starts_noun_phrase(parts[0]):
        return None
    if not re.match(r"qui\s", parts[1]) or not starts_finite(parts[2]) or any(map(starts_finite, parts[3:])):
        return None
    subject = parts[0]
    again = _again(subject)
    if again is None or _may_be_the_last(subject, parts[1]):
        return None
    return (f"{subject} {', '.join(parts[2:])}", f"{again} {parts[1][4:]}")


_INNER = re.compile(
    r"(?i)\s(?:(?P<many>des|aux)|du|au|(?:de|à)\s+(?:la|l['’]|cette|cet?|une?)|d['’]une?)[\s'’]?"
)
_MANY = re.compile(r"(?:ne\s+|n['’]|se\s+|s['’]|les?\s+|la\s+|y\s+|en\s+)*(?:[a-zà-ÿ]+(?:ent|ont))(?![\w-])")


def _may_be_the_last(subject: str, clause: str) -> bool:
    """True where the clause may be about a later noun of the subject: "Les travaux des ponts, qui sont
    achevés"."""
    many = bool(_MANY.match(clause[4:]))
    return any(bool(inner["many"]) == many for inner in _INNER.finditer(subject))


def _dont(sentence: str) -> tuple[str, ...] | None:
    """ "Le site, dont deux serveurs étaient en Allemagne, a été fermé" """
    parts = comma_parts(sentence)
    if len(parts) < 3 or has_finite_verb(parts[0]) or not starts_noun_phrase(parts[0]):
        return None
    clause = re.match(
        r"dont\s+((?:le|la|les|l['’]|deux|trois|quatre|cinq|six|\d+|plusieurs|certaine?s)\s*[\w-]+)\s+(.+)$",
        parts[1],
    )
    if not clause or not starts_finite(parts[2]) or not starts_finite(clause[2]):
        return None
    subject = parts[0]
    return (
        f"{subject} {', '.join(parts[2:])}",
        f"{capital(clause[1])} {with_de(small(subject))} {clause[2]}",
    )


_PLACE = re.compile(
    r"(?:salle|mairie|place|rue|école|église|gare|préfecture|commune|ville|site|lieu|centre|stade|parc|gymnase|hôtel)$"
)
"""Nothing happens "during" one."""
_DURING = re.compile(
    r"^(?P<before>.*?\b(?P<article>un|une|le|la)\s+(?P<noun>[a-zà-ÿ-]+)(?:\s+[^\s,;:]+){0,3}?),?\s+"
    r"(?:pendant|durant|au cours de|lors de|au cours du|lors du)\s*(?:la|le)?quel(?:le)?\s+(?P<said>.+)$"
)


def _during(sentence: str) -> tuple[str, ...] | None:
    """ "une opération durant laquelle chacun compte" -> "Pendant cette opération, chacun compte"."""
    match = _DURING.match(sentence)
    if not match or not has_finite_verb(match["before"]) or not has_finite_verb(match["said"]):
        return None
    if _PLACE.match(match["noun"]):
        return None
    this = _demonstrative(match["article"], match["noun"])
    return (match["before"], f"Pendant {this.lower()} {match['noun']}, {match['said']}") if this else None


def _demonstrative(article: str, noun: str) -> str | None:
    if article in ("une", "la", "cette"):
        return "Cette"
    if article in ("un", "le", "ce"):
        return "Cet" if begins_with_vowel(noun) else "Ce"
    return "Ces" if article in ("les", "des", "ces") else None


def _again(subject: str) -> str | None:
    """A subject said a second time by its noun, never by a pronoun: something else may have come between."""
    if words_in(subject) <= 4 and not re.match(r"(?i)(?:un|une|des|plusieurs)\b", subject):
        return subject
    match = re.match(r"(?i)(un|une|le|la|les|des|ce|cette|ces)\s+([a-zà-ÿ-]+)", subject)
    if not match or "n" not in word_tags(match[2]):
        return None
    return f"{_demonstrative(match[1].lower(), match[2])} {match[2]}"
