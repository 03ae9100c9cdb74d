"""What stands between commas behind a subject becomes a sentence of its own.

"Un homme, né en janvier 1980, soupçonné d'être l'administrateur, a été entendu" ->
"Un homme est soupçonné d'être l'administrateur. Il est né en janvier 1980. Il a été entendu."
The suspicion comes first: no act of the person stands before it.
"""

from __future__ import annotations

import re

from notices.wording.grammar import (
    BE_PRESENT,
    PRONOUNS,
    comma_parts,
    has_finite_verb,
    participle_agreement,
    starts_finite,
    starts_noun_phrase,
)

_HEDGE = re.compile(r"(?i)^(?:soupçonn|suspect|présum|accus|mise?s? en (?:cause|examen)|poursuivi|prévenu)")
_APPOSED = re.compile(r"(?i)^(?:trois|deux|quatre|cinq|six|\d+|tous|toutes|des|une?|l['’]un|l['’]une)\s")


def split(sentence: str) -> tuple[str, ...] | None:
    """The sentence with its participles between commas set free, or None."""
    parts = comma_parts(sentence)
    subject = parts[0]
    if len(parts) < 3 or has_finite_verb(subject) or not starts_noun_phrase(subject):
        return None
    participles: list[str] = []
    for part in parts[1:]:
        agreement = participle_agreement(part.split()[0]) if part else None
        if agreement is None or has_finite_verb(part):
            break
        participles.append(part)
    rest = parts[1 + len(participles) :]
    if not participles or not rest or not starts_finite(rest[0]):
        return None
    agreement = participle_agreement(participles[0].split()[0]) or "ms"
    if any(participle_agreement(p.split()[0]) != agreement for p in participles):
        return None
    pronoun, be = PRONOUNS[agreement], BE_PRESENT[agreement]
    ordered = sorted(participles, key=lambda p: not _HEDGE.match(p))
    first, *others = ordered
    return (
        f"{subject} {be} {first}",
        *(f"{pronoun} {be} {other}" for other in others),
        f"{pronoun} {', '.join(rest)}",
    )


_NAMED = re.compile(
    r"^(?P<before>.*\b(?:M\.|Mme|Monsieur|Madame)\s[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’.-]*)*),\s+(?P<said>[^:"
    r";]+)$"
)


def split_named(sentence: str) -> tuple[str, ...] | None:
    """ "recherche Mme Morel, âgée de 78 ans, disparue depuis lundi" -> "Elle est âgée ... Elle est
    disparue ..."."""
    match = _NAMED.match(sentence)
    if not match or not has_finite_verb(match["before"]):
        return None
    parts = comma_parts(match["said"])
    agreements = {participle_agreement(part.split()[0]) for part in parts if part}
    if len(agreements) != 1 or None in agreements or any(has_finite_verb(part) for part in parts):
        return None
    agreement = agreements.pop() or "ms"
    return (
        match["before"],
        *(
            f"{PRONOUNS[agreement]} {BE_PRESENT[agreement]} {part}"
            for part in sorted(parts, key=lambda p: not _HEDGE.match(p))
        ),
    )


_OPENING = re.compile(
    r"^(?:ouvert|fermé|du |de \d|le |sur rendez-vous|tél|mail|courriel|site|adresse|accès)", re.IGNORECASE
)


def split_hours(sentence: str) -> tuple[str, ...] | None:
    """ "Service Éducation : 01 60 00 00 30, ouvert du lundi au vendredi, fermé le jeudi" : a sentence
    each."""
    parts = comma_parts(sentence)
    if len(parts) < 2 or has_finite_verb(sentence) or not all(_OPENING.match(part) for part in parts[1:]):
        return None
    return tuple(parts)


def split_last(sentence: str) -> tuple[str, ...] | None:
    """ ", trois associations qui réclamaient..." behind a list of names: "Ce sont trois associations
    qui ..."."""
    parts = comma_parts(sentence)
    if len(parts) < 2 or not re.match(
        r"(?i)(?:deux|trois|quatre|cinq|six|sept|huit|\d+)\s+[a-zà-ÿ]+\s+qui\s", parts[-1]
    ):
        return None
    if not re.search(r"[»A-ZÀ-Ý][^\s,]*$|»$", parts[-2]):
        return None
    return (", ".join(parts[:-1]), f"Ce sont {parts[-1]}")


def split_meaning(sentence: str) -> tuple[str, ...] | None:
    """ ", c'est-à-dire le jour ..." -> "C'est le jour ..."."""
    match = re.search(
        r",\s+(?:c['’]est-à-dire|soit|à savoir)\s+((?:le|la|les|un|une|l['’])\b[^:;]+)$", sentence
    )
    if not match or has_finite_verb(match[1].split(" qui ")[0]):
        return None
    be = "Ce sont" if match[1].lower().startswith("les ") else "C'est"
    return (sentence[: match.start()], f"{be} {match[1]}")
