"""What hangs at the end of a long sentence is told behind it under its own name: "Durée : 3 mois",
"Délai : au plus tard le 5 juin", "Contexte : la rénovation du pont".

Only where the sentence before is whole without it, and one simple clause.
"""

from __future__ import annotations

import re

from notices.wording.grammar import finite_verbs, has_finite_verb, words_in
from notices.wording.joints import without_de

LONG = 15
"""A sentence of so many words keeps its circumstances in place."""

_DE = r"(?=d[ue]s?\s|de\s|d['’])"
_WHERE = (
    r"(?:rues?|places?|avenues?|boulevards?|quais?|ponts?|routes?|rocade|périphérique|chemins?|carrefours?|rond-point|"
    r"ronds-points|giratoires?|gares?|stations?|sorties?|échangeurs?|écluses?|bourg|communes?|villes?|villages?|"
    r"hameaux?|lieu-dit|lieux-dits|parking|écoles?|mairie|église|port|plages?|bornes?|numéros?|croisements?|"
    r"intersections?|limites?|D|RD|RN|A)\b"
)
"""What lies at the ends of a stretch; "entre les employeurs et les salariés" is no place."""
_TAILS: tuple[tuple[str, str], ...] = (
    (r"(?:pour\s+|d['’])une\s+durée\s+maximale\s+" + _DE, "Durée maximale"),
    (r"(?:pour\s+|d['’]|pendant\s+)une\s+(?:durée|période)\s+" + _DE, "Durée"),
    (r"dans\s+(?:un|le)\s+délai\s+(?:maximal|maximum)\s+" + _DE, "Délai maximal"),
    (r"dans\s+(?:un|le)\s+délai\s+" + _DE, "Délai"),
    (r"sous\s+(?:un\s+)?délai\s+" + _DE, "Délai"),
    (r"(?=au\s+moins\s+\d+\s+(?:jours|semaines|mois|heures)\s+avant\b)", "Délai"),
    (r"sous\s+réserve\s+" + _DE, "Sous réserve"),
    (r"sous\s+peine\s+" + _DE, "Sanction possible"),
    (r"dans\s+le\s+cadre\s+" + _DE, "Contexte"),
    (r"à\s+l['’]occasion\s+" + _DE, "Occasion"),
    (r"par\s+(?=arrêté\s)", "Texte"),
    (rf"(?=entre\s+(?:la|le|les|l['’])\s*{_WHERE}[^,\d]+\set\s(?:la|le|les|l['’]))", "Lieu"),
    (r"dans\s+la\s+limite\s+" + _DE, "Limite"),
    (
        r"(?:pour\s+|d['’]|pendant\s+)une\s+(?:durée|période)\s+(?:prévisionnelle|prévue|estimée)\s+(?:à\s+)?"
        + r"(?=\d|d[ue]s?\s|d['’]|une?\b)",
        "Durée prévue",
    ),
    (
        r"à\s+(?:la\s+)?condition\s+d(?:e\s+|['’])(?=(?:ne\s+pas\s+|l['’]|les?\s+|la\s+)?[a-zà-ÿ]+(?:er|"
        r"ir|re|oir)\b)",
        "Condition",
    ),
)
_COMPILED = tuple((re.compile(rf",?\s+{pattern}(?P<what>.+)$"), label) for pattern, label in _TAILS)
_QUANTITY = re.compile(r",?\s+(?:à\s+raison\s+d(?:e\s+|['’])|soit\s+(?:pendant\s+)?)(?P<what>.+)$")
_REPEATED = re.compile(r",?\s+portée?s?\s+à\s+(?P<what>[^,;:]+?)\s+en\s+cas\s+de\s+récidive$")
_IN_BETWEEN = re.compile(r"(?:le|la|les|l['’]|une?|des|de|d['’]|à|au|aux|que|qu['’])(?:\s|(?<=['’]))")
_LATEST = re.compile(
    r",?\s+(?P<what>au\s+plus\s+tard\s+(?:le\s+)?(?:\w+di\s+)?\d{1,2}(?:er)?\s+[a-zéû]+(?:\s+\d{4})?"
    r"(?:\s+à\s+(?:\d{1,2} ?(?:heures?|h)(?: ?\d{2})?|midi|minuit))?),?(?=\s|$)"
)
_UNTIL = re.compile(r",\s+soit\s+(?P<what>(?:jusqu['’]|à\s+partir|du\s+\d|d[èe]s\s|le\s+\w+\s*\d).+)$")
_MEASURE = re.compile(
    r",\s+d['’]une?\s+(?P<kind>montant|durée|superficie|surface|capacité|longueur|hauteur|coût|valeur|"
    r"poids|profondeur)"
    r"(?P<most>\s+(?:maximale?|minimale?|totale?|moyenne?|globale?))?\s+d(?:e\s+|"
    r"['’])(?P<what>[^,;:]+?)(?:,(?=\s)|$)"
)
_ADVICE = re.compile(
    r",\s+(?:sur\s+(?:la\s+)?proposition|après\s+avis|après\s+consultation|sur\s+rapport)\s+d[^,]+(?=,|$)"
)
_SUBORDINATE = re.compile(r"(?i)\b(?:que|qu['’]|qui|si|s['’]ils?|quand|lorsque|lorsqu['’]|dont|où)\b")
_BINDS = re.compile(r"(?i)(?:\b(?:et|ou|de|du|des|à|arrêté|décret|loi|non|pas|même)|:)$")


def split(sentence: str) -> tuple[str, ...] | None:
    """The sentence without its last circumstance, then that under its name; None where there is none."""
    if words_in(sentence) <= LONG:
        return None
    found = [f for pattern, label in _COMPILED if (f := _cut(sentence, pattern, label))]
    if found:
        return max(found, key=lambda parts: len(parts[0]))
    return (
        _repeated(sentence)
        or _latest(sentence)
        or _quantity(sentence)
        or _measure(sentence)
        or _advised(sentence)
    )


def _cut(sentence: str, pattern: re.Pattern[str], label: str) -> tuple[str, str] | None:
    for match in pattern.finditer(sentence):
        before, what = sentence[: match.start()], match["what"]
        inserted = re.match(r"([^,]+),\s+(.+)$", what) if sentence[match.start()] == "," else None
        if inserted and _IN_BETWEEN.match(inserted[2]) and has_finite_verb(before):
            return f"{before} {inserted[2]}", f"{label} : {_bare(inserted[1])}"
        if _whole(before) and _hangs(what):
            return before, f"{label} : {_bare(what)}"
    return None


def _whole(before: str) -> bool:
    return (
        bool(finite_verbs(before))
        and words_in(before) >= 4
        and not _SUBORDINATE.search(before)
        and not _BINDS.search(before)
        and before.count("(") == before.count(")")
        and before.count("«") == before.count("»")
    )


_GOES_ON = re.compile(
    r"(?i)(?:d['’]|de\s+)?(?:[\w-]+\s+){1,2}(?:heures?|jours?|semaines?|mois|ans?|années?|minutes?)\s+"
    r"(?:(?:le|la|les|une?|des|ces|cette|cet?|son|sa|ses|leurs?|toute?s?|tous)\s|l['’])"
)
"""What the verb asks for stands behind the time: "cesser dans un délai de dix jours les travaux"."""


def _hangs(what: str) -> bool:
    """True for words that are one circumstance: no verb, nothing that goes back to the main clause."""
    return (
        not has_finite_verb(what)
        and not _GOES_ON.match(what)
        and not re.search(r"[;:]", what)
        and not re.search(r",\s+(?:sauf|mais|et\s+(?:à|aux?|les?|la)\b)", what)
        and words_in(what) <= 25
    )


def _bare(what: str) -> str:
    return without_de(what) if re.match(r"(?i)d(?:e\s|u\s|es\s|['’])", what) else what


def _repeated(sentence: str) -> tuple[str, str] | None:
    """ "une amende de 1 500 euros, portée à 3 000 euros en cas de récidive" -> "En cas de récidive : 3 000
    euros"."""
    match = _REPEATED.search(sentence)
    if not match or not has_finite_verb(sentence[: match.start()]):
        return None
    return sentence[: match.start()], f"En cas de récidive : {match['what']}"


def _latest(sentence: str) -> tuple[str, str] | None:
    """ "au plus tard le 30 avril 2025", wherever it stands behind the verb."""
    match = _LATEST.search(sentence)
    if not match or not _whole(sentence[: match.start()]):
        return None
    rest = f"{sentence[: match.start()]}{sentence[match.end() :]}"
    return rest, f"Délai : {match['what']}"


def _quantity(sentence: str) -> tuple[str, str] | None:
    until = _UNTIL.search(sentence)
    if until and _whole(sentence[: until.start()]):
        return sentence[: until.start()], f"Dates : {until['what']}"
    match = _QUANTITY.search(sentence)
    if not match or not _whole(sentence[: match.start()]) or not re.match(r"\d|une?\b|deux", match["what"]):
        return None
    return sentence[: match.start()], f"Cela fait {match['what']}"


def _measure(sentence: str) -> tuple[str, str] | None:
    """ "L'aide, d'un montant maximal de 1 200 euros, est réservée" -> "Montant maximal : 1 200 euros"."""
    match = _MEASURE.search(sentence)
    if not match:
        return None
    rest = f"{sentence[: match.start()]}{sentence[match.end() :]}"
    kind = f"{match['kind']}{match['most'] or ''}".capitalize()
    return (rest, f"{kind} : {match['what']}") if has_finite_verb(rest) else None


def _advised(sentence: str) -> tuple[str, ...] | None:
    """Who proposed or was asked for advice goes: a reader needs who decides."""
    shorter = _ADVICE.sub("", sentence)
    return (shorter,) if shorter != sentence and has_finite_verb(shorter) else None
