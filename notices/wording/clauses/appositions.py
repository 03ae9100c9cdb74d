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
    if len(participles) == 1 and (sold := _SOLD.match(participles[0])):
        label = _SALE[sold[1].lower()]
        return (f"{subject} {', '.join(rest)}", f"{label} : {participles[0][sold.end() :].strip()}")
    forms = [_being(p, be, ", ".join(rest)) for p in ordered]
    if None in forms:
        return None
    first, *others = forms
    return (
        f"{subject} {first}",
        *(f"{pronoun} {other}" for other in others),
        f"{pronoun} {', '.join(rest)}",
    )


_BORN = re.compile(
    r"(?i)^(?:né|mort|décédé|survenu|arrivé|parti|venu|devenu|tombé|resté|disparu|paru|entré|sorti)e?s?\b"
)
_STATE = re.compile(
    r"(?i)^(?:âgé|connu|situé|implanté|installé|destiné|consacré|composé|équipé|réservé|ouvert|fermé|domicilié|chargé|"
    r"intéressé|concerné|inscrit|titulaire|originaire|accompagné|atteint|muni|doté|porté|vêtu|absent|présent|employé|"
    r"marié|retraité|défavorablement|déjà)e?s?\b"
)
_WAS = re.compile(
    r"\b(?:a|ont|avait|avaient)\s+(?:été\s+)?[a-zà-ÿ]+(?:é|i|u|is|it)[es]{0,2}\b|\b[a-zà-ÿ]+(?:ait|aient)\b"
)
_SALE = {
    "vendu": "Vente", "commercialisé": "Vente", "fabriqué": "Fabrication", "distribué": "Distribution",
    "produit": "Production",
}  # fmt: skip
_SOLD = re.compile(r"(?i)^(vendu|commercialisé|fabriqué|distribué|produit)e?s?\b(?=\s)")


def _being(participle: str, be: str, rest: str) -> str | None:
    """ "âgé de 3 ans" -> "est âgé ...", "vendus en mai" -> "ont été vendus ..."; None where the tense is not
    sure."""
    if _HEDGE.match(participle) or _BORN.match(participle) or _STATE.match(participle):
        return f"{be} {participle}"
    if _WAS.search(rest):
        return f"{'ont' if be == 'sont' else 'a'} été {participle}"
    return None


_NAMED = re.compile(
    r"^(?P<before>.*\b(?:M\.|Mme|Monsieur|Madame)\s[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’.-]*)*),\s+(?P<said>[^:"
    r";]+)$"
)


def split_named(sentence: str) -> tuple[str, ...] | None:
    """ "recherche Mme Morel, âgée de 78 ans, disparue depuis lundi" -> "Elle est âgée ... Elle est
    disparue ..."."""
    match = _NAMED.match(sentence)
    if not match or not has_finite_verb(match["before"]) or _ANOTHER.search(match["said"]):
        return None
    parts = list(comma_parts(match["said"]))
    which = parts.pop()[4:] if len(parts) > 1 and re.match(r"qui\s", parts[-1]) else None
    agreements = {participle_agreement(part.split()[0]) for part in parts if part}
    if len(agreements) != 1 or None in agreements or any(has_finite_verb(part) for part in parts):
        return None
    if which and not starts_finite(which):
        return None
    agreement = agreements.pop() or "ms"
    before = match["before"]
    if re.match(r"âgée?\s+d", parts[0]) and len(parts) > 1 and len(f"{before} {parts[0]}".split()) <= _ROOM:
        before = f"{before}, {parts.pop(0)}"
    parts += [f"qui {which}"] if which else []
    return (
        before,
        *(
            f"{PRONOUNS[agreement]} {part[4:]}"
            if part.startswith("qui ")
            else f"{PRONOUNS[agreement]} {BE_PRESENT[agreement]} {part}"
            for part in sorted(parts, key=lambda p: not _HEDGE.match(p))
        ),
    )


_ANOTHER = re.compile(r"\b(?:et|ou|puis)\s+(?:M\.|Mme|Monsieur|Madame)\s")
"""Somebody else is named behind the first: the verb is told of both."""
_ROOM = 15
"""So many words hold a name and an age."""
_OPENING = re.compile(
    r"^(?:ouvert|fermé|du |de \d|le |sur rendez-vous|tél|mail|courriel|site|adresse|accès)", re.IGNORECASE
)


_AIM = re.compile(r"(?:But|Cause|Motif|Contexte|Cas|Raison) : ")
"""Its days are told with it."""


def split_hours(sentence: str) -> tuple[str, ...] | None:
    """ "Service Éducation : 01 60 00 00 30, ouvert du lundi au vendredi, fermé le jeudi" : a sentence
    each."""
    parts = comma_parts(sentence)
    if len(parts) < 2 or has_finite_verb(sentence) or not all(_OPENING.match(part) for part in parts[1:]):
        return None
    return None if _AIM.match(sentence) else tuple(parts)
