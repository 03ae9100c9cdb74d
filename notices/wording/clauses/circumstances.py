"""What opens a long sentence follows it: "Dans le cadre de sa gestion, le conseil ..." -> "... Contexte :
sa gestion."."""

from __future__ import annotations

import re

from notices.wording.grammar import comma_parts, has_finite_verb, starts_noun_phrase, words_in
from notices.wording.joints import capital, small, without_a, without_de

_NAMED: tuple[tuple[str, str], ...] = (
    (r"dans (?:un|le) contexte (?=d[eu'’]|des)", "Contexte"),
    (r"(?:à la )?suite (?=à\s|aux?\s|d[eu'’]|des)", "Contexte"),
    (r"à l['’]occasion (?=d[eu'’]|des)", "Occasion"),
    (r"en (?:partenariat|accord|lien|collaboration) (?=avec\s)", "Avec"),
    (r"(?=après (?:le|la|les|l['’]|un|une)\b)", "Quand"),
)
"""Circumstances and the names under which they follow."""
_TIME = re.compile(
    r"(?i)^(?:(?:à partir|à compter|depuis|durant|pendant)\s.*(?:\d|jour|mois|semaine|soir|matin)|"
    r"(?:tous les|toutes les|chaque|du|dès le|les?)\s(?:\d|jours?\b|mois\b|semaines?\b|soirs?\b|matins?\b|"
    r"lundis?\b|mardis?\b|mercredis?\b|jeudis?\b|vendredis?\b|samedis?\b|dimanches?\b))"
)
"""Days behind an article: "les personnes présentes à 17 heures" are none."""
_VICTIMS = re.compile(
    r",?\s+au préjudice d(?:e\s|['’])((?:plus de |moins de |environ |près de )?\d[\d\s]* (?:victimes|"
    r"personnes))$"
)


def split(sentence: str) -> tuple[str, ...] | None:
    """The main clause, then its circumstance; None where there is none that may move."""
    return _opening(sentence) or _victims(sentence)


def _opening(sentence: str) -> tuple[str, ...] | None:
    parts = comma_parts(sentence)
    if len(parts) < 2 or words_in(sentence) < 16:
        return None
    head, rest = parts[0], ", ".join(parts[1:])
    if (
        has_finite_verb(head)
        or not has_finite_verb(parts[1])
        or not (starts_noun_phrase(parts[1]) or re.match(r"(?:nous|vous|on)\s", parts[1]))
    ):
        return None
    if re.match(r"(?i)malgré\s", head) and words_in(head) > 3:
        return (capital(rest), f"Et cela {small(head[0].lower() + head[1:])}")
    if _TIME.match(head) and words_in(head) > 5:
        return (capital(rest), f"Quand : {head[0].lower() + head[1:]}")
    context = re.match(r"(?i)dans le cadre (?=d[eu'’]|des)(.+)$", head)
    if context and words_in(head) > 4:
        return (capital(rest), f"Contexte : {without_de(context[1])}")
    text = re.match(r"(?i)par (arrêté\b.+)$", head) or re.match(
        r"(?i)(?:conformément à|en application d[e']|en vertu d[e'])\s*((?:l['’]|la |le |"
        r"les )?(?:article|arrêté|loi|décret|code|"
        r"délibération)s?\b.+)$",
        head.replace("’", "'").replace("du ", "de le ", 1) if "du " in head[:18] else head,
    )
    if text:
        return (capital(rest), f"Texte : {text[1]}")
    return _named(head, rest)


def _named(head: str, rest: str) -> tuple[str, ...] | None:
    """The main clause and its circumstance under its name; None where it has none that reads well."""
    for pattern, label in _NAMED:
        match = re.match(f"(?i){pattern}(.+)$", head)
        if match and words_in(head) > 4:
            what = re.sub(r"(?i)^avec\s+", "", match[1])
            what = what if label == "Quand" else without_a(without_de(what))
            return (capital(rest), f"{label} : {what[0].lower() + what[1:] if label == 'Quand' else what}")
    return None


def _victims(sentence: str) -> tuple[str, ...] | None:
    match = _VICTIMS.search(sentence)
    return (sentence[: match.start()], f"Il y a {match[1]}") if match else None
