"""The shapes of days, hours and prepositions that more than one rule looks for."""

from __future__ import annotations

LONG = 15
"""A sentence of so many words keeps what hangs on it."""
_DAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?(?:1er|\d{1,2})"
_MONTH = (
    r"\s+(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
    r"(?:\s+\d{4})?"
)
DATE = rf"{_DAY}(?:{_MONTH})?"
"""A day, without its article; its month and year may stand later ("du 3 au 7 mars 2025")."""
FULL_DATE = rf"{_DAY}{_MONTH}"
PART_OF_DAY = (
    r"(?:\s+(?:au\s+matin|au\s+soir|dans\s+l['’]après-midi|dans\s+la\s+(?:nuit|matinée|soirée|journée)))?"
)
HOUR = r"(?:\d{1,2}\s?(?:h|heures?)(?:\s?\d{2})?|midi|minuit)"
DE = r"(?=d[ue]s?\s|d['’])"
"""What follows a preposition that ends in "de"."""
A = r"(?=à\s|aux?\s)"
INFINITIVE = (
    r"(?=(?:ne\s+pas\s+|[ls]['’]|les?\s+|la\s+|leur\s+|se\s+|y\s+|en\s+|mieux\s+)?"
    r"[a-zà-ÿ]+(?:er|ir|re|oir)\b)"
)
ELSEWHERE = (
    r"(?:sauf|excepté|hormis|hors|à\s+l['’]exce\w+\s+d|afin\s+d|en\s+vue\s+d|sous\s+(?:peine|réserve)|"
    r"pour\s+une\s+(?:durée|période)|à\s+(?:compter|partir)\s+d|jusqu['’]|du\s+" + DATE + r"\s+au\s|"
    r"en\s+(?:application|vertu|raison)\s+d|conformément\s+à|préalablement\s+à|après\s+avis|"
    r"sur\s+(?:proposition|demande|avis)|dans\s+(?:le\s+cadre|un\s+délai|la\s+limite)|compte\s+tenu|"
    r"y\s+compris|notamment|ainsi\s+que|en\s+particulier|à\s+(?:la\s+)?condition|de\s+\d+\s?h|"
    r"de\s+(?:manière|façon)|avant\s+d[e'’]|pendant|durant|tous\s+les|au\s+plus\s+tard|à\s+l['’]occasion|"
    r"par\s+arrêté|avant\s+le\s+\d|le\s+" + FULL_DATE + r"|entre\s+\d|entre\s+le\s+\d|dans\s+(?:tout|tous)|"
    r"sur\s+(?:tout|l['’]ensemble))"
)
"""Words that open the next phrase, which hangs on the verb as this one does."""
