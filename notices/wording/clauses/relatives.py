"""Relative clauses between commas become sentences of their own, where the antecedent is certain.

A relative clause without a comma before it says which one is meant: it is never cut off.
"""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.wording.figures import NUMBER_WORDS
from notices.wording.grammar import (
    comma_parts,
    has_finite_verb,
    starts_finite,
    starts_noun_phrase,
    words_in,
)
from notices.wording.joints import begins_with_vowel, capital, small, with_a, with_de


def split(sentence: str) -> tuple[str, ...] | None:
    """The sentence without its relative clause, and the clause as a sentence; None where unsure."""
    rules = (_subject_relative, _oblique, _dont, _last_relative, _person, _several, _during, _new_thing)
    return next((parts for rule in rules if (parts := rule(sentence))), None)


def _subject_relative(sentence: str) -> tuple[str, ...] | None:
    """ "Le préfet, qui préside le comité, a décidé ..." """
    parts = comma_parts(sentence)
    if len(parts) < 3 or has_finite_verb(parts[0]) or not starts_noun_phrase(parts[0]):
        return None
    if not re.match(r"qui\s", parts[1]) or not starts_finite(parts[2]):
        return None
    subject = parts[0]
    again = _again(subject)
    if again is None:
        return None
    return (f"{subject} {', '.join(parts[2:])}", f"{again} {parts[1][4:]}")


_OBLIQUE = re.compile(
    r"(?:(?P<by>contre|pour|avec|dans|sur|sous|chez|envers|à\s+l['’]encontre\s+de)\s+(?:lequel|laquelle|lesquels|"
    r"lesquelles|qui)|(?P<to>auquel|auxquels|auxquelles|à\s+laquelle|à\s+qui))\s+(?P<said>.+)$"
)
_BESIDE = 12
"""Words of a clause behind which its object still belongs to its verb."""


def _oblique(sentence: str) -> tuple[str, ...] | None:
    """ "La femme, contre laquelle aucune charge n'a été retenue, a été libérée" -> "Aucune charge n'a été
    retenue contre la femme. La femme a été libérée." """
    parts = comma_parts(sentence)
    if len(parts) < 3 or has_finite_verb(parts[0]) or not starts_noun_phrase(parts[0]):
        return None
    end = next((i for i in range(2, len(parts)) if starts_finite(parts[i])), None)
    clause = _OBLIQUE.match(", ".join(parts[1:end])) if end else None
    again = _again(parts[0])
    if clause is None or again is None or re.search(r"(?i)\b(?:qui|que|dont|où)\b", clause["said"]):
        return None
    subject = small(again if words_in(parts[0]) > 4 or _NEW.match(parts[0]) else parts[0])
    by = "contre" if (clause["by"] or "").startswith("à") else clause["by"]
    with_subject = f"{by} {subject}" if by else with_a(subject)
    told = _ordered(clause["said"], with_subject)
    if told is None:
        return None
    rest = f"{', '.join(parts[end:])}"
    if _NEW.match(parts[0]):
        return (f"{parts[0]} {rest}", told)
    return (told, f"{parts[0]} {rest}")


_NEW = re.compile(r"(?i)(?:un|une|des|plusieurs|deux|trois|\d+)\b")


def _ordered(said: str, with_subject: str) -> str | None:
    """The clause with its object behind its verb; before it, where its own subject stands behind: "Aux
    recherches participent 40 bénévoles"."""
    if has_finite_verb(said) and starts_noun_phrase(said):
        short = "," not in said and words_in(said) <= _BESIDE
        return capital(f"{said} {with_subject}") if short else None
    inverted = _INVERTED.match(said)
    if not inverted or has_finite_verb(inverted["who"]):
        return None
    if not starts_noun_phrase(inverted["who"]) and inverted["who"].split()[0] not in NUMBER_WORDS:
        return None
    return capital(f"{with_subject} {said}") if starts_finite(said) else None


_INVERTED = re.compile(r"(?:se\s+|s['’])?[a-zà-ÿ]{4,}\s+(?P<who>.+)$")


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


def _last_relative(sentence: str) -> tuple[str, ...] | None:
    """ "... une plateforme, qui détruirait 30 hectares." : the noun phrase before the comma is named
    again."""
    match = re.search(r",\s+qui\s+([^,;:]+)$", sentence)
    if not match or not starts_finite(match[1]):
        return None
    before = sentence[: match.start()]
    if re.search(r"\b(?:que|qu['’]|si|quand|lorsque|dont|où)\b", before):
        return None
    noun = re.search(
        r"(?i)\b(un|une|le|la|ce|cette|les|des|ces|l['’])\s*([a-zà-ÿ-]+)((?:\s+(?:[a-zà-ÿ-]+|\d{4}))*)$",
        before,
    )
    if noun and any(w.isalpha() and "a" not in word_tags(w) for w in noun[3].split()):
        return None
    if not noun or re.search(
        r"\b(?:de|du|des|d['’]|au|aux|à|et|ou)\s*(?:la\s|l['’])?$", before[: noun.start()] + " "
    ):
        return None
    demonstrative = _demonstrative(noun[1].lower(), noun[2])
    return (before, f"{demonstrative} {noun[2]} {match[1]}") if demonstrative else None


_NEW_THING = re.compile(
    r"^(?P<before>.*?\b(?P<article>un|une)\s+(?P<adjective>(?:grande?|petite?|nouvelle|nouveau|"
    r"vaste|gigantesque|seconde?|première?|premier)\s+)?"
    r"(?P<noun>[a-zà-ÿ-]+)(?:\s+(?!qui\b)[^\s,;:]+){0,4}?)\s+qui\s+(?P<said>[^:;]+)$"
)
_TAKES_PLACE = re.compile(
    r"^(?P<before>.*?\b(?P<article>la|une|le|un|cette|ce)\s+(?P<noun>[a-zà-ÿ-]+)(?:\s+(?!qui\b)[^\s"
    r",;:]+){0,4}?)\s+qui\s+"
    r"(?P<said>(?:aura\s+lieu|se\s+(?:tiendra|déroulera)|a\s+eu\s+lieu|sera\s+organisée?)\b[^:;]+)$"
)


_SEVERAL = re.compile(
    r"^(?P<before>.*\b(?P<number>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+)\s+(?P<noun>(?!ans\b|"
    r"jours\b|mois\b|heures\b|euros\b)[a-zà-ÿ-]+s)\b[^;:]*?),\s+qui\s+(?P<said>(?:ont|sont|"
    r"seront|étaient)\s[^;:]+)$"
)


_PERSON = re.compile(
    r"^(?P<before>.*\b(?P<article>un|une)\s+(?:jeune\s+)?(?P<noun>homme|femme|personne|enfant|"
    r"adolescente?|garçon|fillette|conducteur|conductrice|"
    r"piéton|cycliste|motard|passager|passagère|policier|pompier|gendarme|individu|suspect)\b[^;:]*?),\s+qui"
    r"\s+(?P<said>[^;:]+)$"
)


def _person(sentence: str) -> tuple[str, ...] | None:
    """ "un homme âgé de 24 ans, blessé au thorax, qui décédait à 4h40" -> "Cet homme décédait à 4h40"."""
    match = _PERSON.match(sentence)
    if not match or not has_finite_verb(match["before"]) or not starts_finite(match["said"]):
        return None
    if len(re.findall(r"\b(?:homme|femme|personne|enfant)s?\b", match["before"])) > 1:
        return None
    if _joined(match["before"], match.end("noun")):
        return None
    return (
        match["before"],
        f"{_demonstrative(match['article'], match['noun'])} {match['noun']} {match['said']}",
    )


def _several(sentence: str) -> tuple[str, ...] | None:
    """ "trois hommes âgés de 19, 22 et 25 ans, qui ont été placés" -> "Ces trois hommes ont été placés"."""
    match = _SEVERAL.match(sentence)
    if not match or not has_finite_verb(match["before"]) or _joined(match["before"], match.end("noun")):
        return None
    return (match["before"], f"Ces {match['number']} {match['noun']} {match['said']}")


def _joined(before: str, end: int) -> bool:
    """True where another person or thing stands beside the noun: "deux hommes, ainsi qu'une femme"."""
    return bool(
        re.search(r"\b(?:et|ou|ainsi\s+qu['’e]|avec)\s*(?:une?|deux|trois|des|les?|la|l['’])\b", before[end:])
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


def _new_thing(sentence: str) -> tuple[str, ...] | None:
    """ "... une plateforme qui détruirait 30 hectares" : a thing told of for the first time is told of
    twice."""
    if words_in(sentence) < 18:
        return None
    match = _TAKES_PLACE.match(sentence) or _NEW_THING.match(sentence)
    if not match or not starts_finite(match["said"]) or not has_finite_verb(match["before"]):
        return None
    if re.search(
        r"\b(?:que|qu['’]|si|qui|pas|aucune?|sans|toute?)\b", match["before"]
    ) or "n" not in word_tags(match["noun"]):
        return None
    if re.search(r"\bet\s+(?:qui|que|dont|où)\b", match["said"]) or re.search(
        r"\b(?:est|sont)\s+une?\s+[\w-]+$", match["before"]
    ):
        return None
    if (
        re.search(r"(?:\bde|\bd['’])\s*$", match["before"][: match.start("article")])
        and match.re is _TAKES_PLACE
    ):
        return None
    return (
        match["before"],
        f"{_demonstrative(match['article'], match['noun'])} {match['noun']} {match['said']}",
    )


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
