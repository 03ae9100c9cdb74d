"""A measure whose unit says what is measured: "d'une puissance de 500 watts" -> "de 500 watts"; its bound is
said at the number: "d'un montant maximal de 1 500 euros" -> "de 1 500 euros au maximum"."""

from __future__ import annotations

import re

from notices.wording.figures import NUMBER_WORDS

_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_NUMBER = rf"(?:\d[\d ]*(?:,\d+)?(?: (?:millions?|milliards?) d['’e]?)?|(?:{_WORDS})\b)"
_UNITS = {
    "puissance": r"(?:k?watts?|k?W|MW|kilowatts?|mégawatts?|kilovoltampères|kVA)",
    "superficie|surface": r"(?:hectares?|ha|m²|m2|mètres carrés|km²|kilomètres carrés)",
    "capacité|jauge": r"(?:places?|lits?|personnes|spectateurs|litres?)",
    "masse|poids": r"(?:kg|kilos?|kilogrammes?|tonnes?|grammes?|g|t)",
    "vitesse": r"km/h",
    "volume|contenance": r"(?:m3|m³|litres?|mètres cubes)",
    "durée": r"(?:jours?|mois|ans|années?|semaines?|heures?|minutes?)",
    "montant|valeur|somme|coût|budget": r"(?:€|euros?)",
    "population": r"habitants",
    "distance": r"(?:mètres|kilomètres|km|m)",
}
_WHAT = re.compile(
    r"(?P<before>\w) d['’]une? (?:"
    + "|".join(
        rf"(?:{nouns})(?P<q{n}> totale?| globale?| maximale?| minimale?| minimum| maximum)?(?: "
        rf"(?P<more{n}>supérieure? à|inférieure? à|de plus de|de moins de) | (?:de |d['’](?=une? "
        rf"))(?P<mod{n}>(?:plus|moins) de |environ |près de )?)(?P<long{n}>(?:{_NUMBER}|une?) "
        rf"{unit}(?![\w-]))"
        for n, (nouns, unit) in enumerate(_UNITS.items())
    )
    + ")"
)
_BOUND = {
    f" {word}": f" au {said}"
    for said, words in {
        "maximum": "maximal maximale maximum",
        "minimum": "minimal minimale minimum",
        "total": "total totale global globale",
    }.items()
    for word in words.split()
}  # fmt: skip
_MORE = {"supérieur": "plus de ", "inférieur": "moins de ", "de plus": "plus de ", "de moins": "moins de "}


def rule(text: str) -> str:
    """The text with its measures as their numbers."""
    return _WHAT.sub(_measured, text) if " d'un" in text.replace("’", "'") else text


def _measured(match: re.Match[str]) -> str:
    groups = match.groupdict()
    n = next(n for n in range(len(_UNITS)) if groups[f"long{n}"])
    more = groups[f"more{n}"] or ""
    bound = _BOUND.get(groups[f"q{n}"] or "", "")
    if bound and (more or groups[f"mod{n}"]):
        return match.group()
    modifier = next(
        (said for found, said in _MORE.items() if more.startswith(found)), groups[f"mod{n}"] or ""
    )
    long = groups[f"long{n}"]
    of = (
        "d'"
        if not modifier and re.match(r"une? |onze (?!)", long)
        else "d'"
        if modifier.startswith("environ")
        else "de "
    )
    return f"{match['before']} {of}{modifier}{long}{bound}"
