"""Whom to ask, with telephone and e-mail each in a sentence of its own."""

from __future__ import annotations

import re

from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import capital

_PHONE = r"(?:0\d(?:[ .]?\d\d){4}|0 ?8\d\d(?: ?\d\d\d?){2,3}|\+33 ?\d(?:[ .]?\d\d){4})"
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_WAYS = (
    rf",?\s+(?:soit\s+)?(?:par\s+téléphone\s+)?(?:au|en\s+appelant\s+le)\s+(?:numéro\s+(?:vert\s+)?)?(?P<phone>{_PHONE})"
    rf"(?:\s*(?:,|et|ou|,\s*ou)\s*(?:soit\s+)?(?:par\s+(?:courriel|e-?mail|mail|courrier\s+électronique)\s*)?"
    rf"(?:à\s+l['’]adresse\s*:?\s*|à\s+|:\s*)?(?P<mail>{_MAIL}))?$"
)
_TAIL = re.compile(_WAYS)
_MAIL_TAIL = re.compile(
    rf",?\s+(?:par\s+(?:courriel|e-?mail|mail|courrier\s+électronique)\s*(?:à\s+l['’]adresse\s*:?\s*|à\s+|:\s*)|"
    rf"à\s+l['’]adresse\s+(?:suivante|e-?mail|électronique)?\s*:?\s*)(?P<mail>{_MAIL})$"
)
_FRAME = re.compile(
    r"(?i)^(?:pour\s+(?:tout(?:e|s|es)?\s+|plus\s+d(?:e\s+|['’]))?(?:autres?\s+)?"
    r"(?P<what>renseignements?|informations?|questions?|demandes?)(?:\s+(?:complémentaires?|supplémentaires?|utiles?))?,?\s+)"
    r"(?:vous\s+pouvez\s+|il\s+est\s+possible\s+de\s+|veuillez\s+|merci\s+de\s+)?"
    r"(?:contacte[rz]|appele[rz]|joindre|s['’]adresser\s+à|adressez-vous\s+à)\s+(?P<who>[^,;:]+)$"
)


def split(sentence: str) -> tuple[str, ...] | None:
    """What is said, then "Téléphone : ..." and "E-mail : ..."; None where a sentence has none of them or
    is short."""
    if words_in(sentence) <= 12:
        return None
    match = _TAIL.search(sentence) or _MAIL_TAIL.search(sentence)
    if not match:
        return None
    before = sentence[: match.start()]
    if re.search(r"(?:\b(?:ou|et|par|soit)|,)$", before):
        return None
    if not has_finite_verb(before) and not _FRAME.match(before):
        return None
    found = match.groupdict()
    told = [_whom(before)]
    if found.get("phone"):
        told.append(f"Téléphone : {found['phone']}")
    if found.get("mail"):
        told.append(f"E-mail : {found['mail']}")
    return tuple(told)


_TO_REACH = re.compile(r"(?i),\s+(?:qui\s+est\s+)?(?:joignables?|disponibles?|accessibles?|à\s+joindre)$")
"""What only leads to the number."""


def _whom(before: str) -> str:
    if (leads := _TO_REACH.search(before)) and has_finite_verb(before[: leads.start()]):
        before = before[: leads.start()]
    match = _FRAME.match(before)
    if not match or has_finite_verb(match["who"]):
        return before
    return f"{capital(match['what'].lower())} : {match['who']}"
