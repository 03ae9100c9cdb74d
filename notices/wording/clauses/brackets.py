"""Long brackets become sentences or go; short ones stay: "(JUNALCO)", "(500 €)"."""

from __future__ import annotations

import re

from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import capital

_PENALTY = re.compile(
    r"(?i)(?:faisant encourir|puni(?:e|s|es)? de|passible(?:s)? de|peine encourue\s*:?|encourant|"
    r"encourt|encourue?s?\s*:?)\s*(.+)"
)
_BRACKET = re.compile(r"\s*\(([^()]*)\)")


def split(sentence: str) -> tuple[str, ...] | None:
    """The sentence without its bracket about a penalty, and the penalty that the law allows."""
    for match in _BRACKET.finditer(sentence):
        penalty = _PENALTY.match(match[1])
        if penalty and re.search(r"\d|an|mois|amende|prison", penalty[1]):
            rest = sentence[: match.start()] + sentence[match.end() :]
            return (rest, f"Peine possible : {_und(penalty[1])}")
    return _voters(sentence) or _last(sentence)


_POSSIBLE = re.compile(r"(?i)\d.*\b(?:emprisonnement|prison|réclusion|amende)\b")
_VOTERS = re.compile(r"(?<=\w)\s*\((?:M\.|MM\.|Mme|Mmes|Monsieur|Madame|Messieurs|Mesdames)\s[^()]*\)")
_VOTE = re.compile(r"(?i)\b(?:\d+|une?|deux|trois|quatre|cinq)\s+(?:voix\s+)?(?:pour|contre|abstentions?)\b")


def _voters(sentence: str) -> tuple[str, ...] | None:
    """ "4 contre (MM. Nègre et Serres)" -> "4 contre": the counts tell the vote."""
    shorter = _VOTERS.sub("", sentence)
    return (shorter,) if shorter != sentence and _VOTE.search(sentence) else None


_HANGS = re.compile(
    r"(?i)^(?:voir|cf|ex|par exemple|sauf|hors|dont|de|du|des|d['’]|à|au|aux|en|par|pour|sur|"
    r"dans|avec|sans|et|ou|y compris|notamment|soit|qui|que|si)\b"
)


def _last(sentence: str) -> tuple[str, ...] | None:
    """A remark in brackets at the end of a long sentence: "(liste mise à jour en janvier 2023)"."""
    match = re.search(r"\s*\(([^()]*)\)$", sentence)
    if not match or words_in(sentence) < 18 or words_in(match[1]) < 4 or _HANGS.match(match[1]):
        return None
    if re.match(r"(?i)(?:articles?|arrêté|loi|décret)\s", match[1]):
        return (sentence[: match.start()], f"Texte : {match[1]}")
    if re.match(r"0\d(?:[ .]?\d\d){4}$", match[1]):
        return (sentence[: match.start()], f"Téléphone : {match[1]}")
    if has_finite_verb(match[1]):
        return (sentence[: match.start()], capital(match[1]))
    if _POSSIBLE.search(match[1]):
        return None
    etc = re.search(r",?\s+etc\.?$", match[1])
    return (
        sentence[: match.start()],
        f"{'Par exemple' if etc else 'Précision'} : {match[1][: etc.start()] if etc else match[1]}",
    )


def _und(penalty: str) -> str:
    """Mends "10 ans d'emprisonnement en 500 000 euros d'amende", a common slip for "et"."""
    return re.sub(r"(?<=emprisonnement) en (?=\d[\d\s]* euros d['’]amende)", " et ", penalty)
