"""Reason, aim and date leave a long sentence and stand behind it: "Cause : ...", "But : ...", "C'était
le ...".

They are moved from the beginning or the end of a simple sentence only, where they can belong to nothing
but its verb.
"""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.wording.cutting.adverbials import DONE
from notices.wording.grammar import comma_parts, finite_verbs, has_finite_verb, is_plural, tokens, words_in
from notices.wording.joints import capital, is_tied, without_a, without_de

_AIM = (
    r"(?:afin\s+(?:de\s+|d['’])|en\s+vue\s+(?:de\s+|d['’])|dans\s+(?:le\s+but|l['’]optique|"
    r"l['’]objectif)\s+(?:de\s+|d['’]))"
)
_CAUSE = (
    r"(?:en\s+raison|à\s+cause|du\s+fait|compte\s+tenu|par\s+suite|en\s+conséquence)\s+(?=de\s"
    r"|du\s|des\s|d['’])|"
    r"(?:suite|(?<!faire )(?<!fait )(?<!font )face|eu\s+égard)\s+(?=à\s|au\s|aux\s)"
)
_DATE = (
    r"(?:le\s+)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?\d{1,2}(?:er)?\s+"
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?:\s+\d{4})?(?"
    r":\s+à\s+\d{1,2}\s?h\s?(?:\d{2})?)?"
)
_PAST = re.compile(
    r"\b(?:a|ont|avait|avaient)\s+(?:été\s+|alors\s+|également\s+)?[a-zà-ÿ]+(?:é|i|u|is|it|"
    r"ert|és|ées?|us|ies?)\b|\b(?:est|sont)\s+(?:décédée?s?|mort|morte|né|née|devenu|venu|"
    r"arrivée?s?)\b"
)
_FUTURE = re.compile(r"\b[a-zà-ÿ]+(?:ra|ront)\b")


def split(sentence: str) -> tuple[str, ...] | None:
    """The sentence without its reason, aim or date, which follow it; None where there is none that is
    safe."""
    rules = (
        _being,
        _first_day,
        _first,
        _charge,
        _period,
        _inner_period,
        _last_aim,
        _last_for,
        _last_cause,
        _since,
        _date,
    )
    return next((parts for rule in rules if (parts := rule(sentence))), None)


def _first(sentence: str) -> tuple[str, ...] | None:
    """ "Afin de ..., le conseil a décidé ..." """
    parts = comma_parts(sentence)
    for i in range(1, min(len(parts), 4)):
        head, rest = ", ".join(parts[:i]), ", ".join(parts[i:])
        if has_finite_verb(head):
            return None
        if not _main_clause(parts[i]):
            continue
        aim = re.match(rf"(?i){_AIM}(.+)$", head)
        if aim:
            return (capital(rest), f"But : {aim[1]}")
        cause = re.match(rf"(?i)(?:{_CAUSE})(.+)$", head)
        if cause and words_in(head) > 3:
            return (capital(rest), f"Cause : {_bare(cause[1])}")
    return None


def _last_aim(sentence: str) -> tuple[str, ...] | None:
    matches = list(re.finditer(rf",?\s+{_AIM}", sentence))
    if len(matches) != 1:
        return None
    before, after = sentence[: matches[0].start()], sentence[matches[0].end() :]
    if not simple(before) or is_tied(before) or words_in(before) < 5 or re.search(r"[;:]", after):
        return None
    return (before, f"But : {after}")


_OFFENCE = re.compile(r"(?i)\b(?:infraction|délit|crime|peine|amende|chef|qualification)s?\b")
_FOR = re.compile(
    r",?\s+pour\s+(?=(?:ne pas |le |la |les |l['’]|leur |y |en |s['’]|se )?([a-zà-ÿ]+(?:er|ir|re|oir))\b)"
)


def _last_for(sentence: str) -> tuple[str, ...] | None:
    """ "a réuni le comité pour faire un état des lieux" in a long sentence; never within the name of
    an offence."""
    found = [m for m in _FOR.finditer(sentence) if "i" in word_tags(m[1])]
    if (
        len(found) != 1
        or words_in(sentence) < 16
        or _OFFENCE.search(sentence)
        or DONE.match(sentence[found[0].end() :])
        or re.search(r"\d\d \d\d|@", sentence)
    ):
        return None
    before, after = sentence[: found[0].start()], sentence[found[0].end() :]
    if re.search(r"(?:,|\bet)\s+(?:à|de|d['’])\s*(?:ne\s+pas\s+)?[a-zà-ÿ]+(?:er|ir|re)\b", before):
        return None
    if not simple(before) or is_tied(before) or words_in(before) < 5 or re.search(r"[;:]", after):
        return None
    return (before, f"But : {after}")


def _last_cause(sentence: str) -> tuple[str, ...] | None:
    sentence = re.sub(rf"[\"«“]\s?((?:{_CAUSE})[^\"»”]+?)\s?[\"»”]", r"\1", sentence)
    match = re.search(rf",?\s+(notamment\s+)?(?:{_CAUSE})(.+)$", sentence)
    before = re.sub(r"^Selon [^,]+, ", "", sentence[: match.start()]) if match else ""
    if not match or not simple(before) or is_tied(before) or re.search(r"[;:]", match[2]):
        return None
    if re.search(r"\b(?:et|ou|mais)\s+(?:de\s)?[^,]*\b(?:afin|pour)\b", match[2]) or has_finite_verb(
        match[2].split(" qui ")[0]
    ):
        return None
    label = "Cause, entre autres" if match[1] else "Cause"
    return (sentence[: match.start()], f"{label} : {_bare(match[2])}")


_HOURS = r"(?:de |entre )?\d{1,2} ?h(?: ?\d{2})?(?: ?(?:-|–|à|et) ?\d{1,2} ?h(?: ?\d{2})?)"
_PERIOD = re.compile(
    rf",?\s+(?P<dates>(?:du\s+{_DATE}\s+au\s+{_DATE}|(?:à (?:partir|compter) du|entre "
    rf"le)\s+(?:le\s+)?{_DATE}"
    rf"(?:\s+(?:au|et(?:\s+jusqu['’]au)?|jusqu['’]au)\s+{_DATE})?|jusqu['’]au\s+{_DATE})(?:\s+inclus)?)$|"
    rf",?\s+(?P<hours>{_HOURS}(?:(?:,| et)\s+{_HOURS})*)$"
)


def _period(sentence: str) -> tuple[str, ...] | None:
    """Days or hours at the end of a long sentence: "Dates : du 5 juin au 7 juillet", "Horaires : de 8
    h à 13 h"."""
    match = _PERIOD.search(sentence)
    if not match or words_in(sentence) < 16 or not simple(sentence[: match.start()]):
        return None
    if re.search(r"\b(?:et|ou|arrêté|loi|décret)$", sentence[: match.start()]):
        return None
    if BARE_EVENT.search(sentence[: match.start()]):
        return None
    if match["hours"] and re.search(r"\d ?h\b", sentence[: match.start()]):
        return None
    label = "Dates" if match["dates"] else "Horaires"
    return (sentence[: match.start()], f"{label} : {match['dates'] or match['hours']}")


BARE_EVENT = re.compile(
    r"\b(?:se\s+(?:déroule|déroulent|tient|tiennent)|se\s+(?:tiendr|dérouler)(?:a|ont)|aura(?:ient|"
    r"it)?\s+lieu|auront\s+lieu|"
    r"a\s+lieu|ont\s+lieu|s['’]est\s+tenue?|a\s+eu\s+lieu|débuter(?:a|ont)|commencer(?:a|ont))$"
)
"""A verb that says nothing without its time."""
_INNER = re.compile(
    rf"\b(?P<verb>(?:aura|auront)\s+lieu|se\s+(?:tiendra|tiendront|déroulera|dérouleront)|(?:a|"
    rf"ont|sera|seront|est|sont)\s+(?:été\s+)?(?:ouverte?s?|[a-zà-ÿ]+(?:é|ée|és|ées|us?|ues?|is|ises?)))\s+"
    rf"(?P<dates>(?:du\s+(?:{_DATE}|\d{{1,2}})\s+au|entre\s+le\s+(?:{_DATE}|\d{{1,2}})\s+et|"
    rf"depuis|jusqu['’]au)\s+{_DATE})\s+(?=(?:dans|sur|à|au|aux|en|par|chez)\b)(?!à\s+\d)"
)


def _inner_period(sentence: str) -> tuple[str, ...] | None:
    """ "ont été vendus entre le 3 et le 24 octobre dans les magasins ..." """
    match = _INNER.search(sentence)
    if not match or words_in(sentence) < 16 or not simple(sentence):
        return None
    rest = f"{sentence[: match.start('dates')]}{sentence[match.end() :]}"
    return (rest, f"Dates : {match['dates']}")


_FIRST_DAY = re.compile(
    rf"^(?P<day>(?=[Ll]e\s){_DATE.replace('(?:le', '(?:[Ll]e')}(?:,?\s+vers\s+\d{{1,2}}\s?h\s?(?:\d{{2}})?)?)"
    rf",\s+(?P<rest>.+)$"
)


def _first_day(sentence: str) -> tuple[str, ...] | None:
    """ "Le 17 mars 2023, le préfet a réuni ..." -> "... C'était le 17 mars 2023"."""
    match = _FIRST_DAY.match(sentence)
    if not match or words_in(sentence) < 16 or not has_finite_verb(match["rest"]):
        return None
    day = match["day"][0].lower() + match["day"][1:]
    if _FUTURE.search(match["rest"]) and not _PAST.search(match["rest"]):
        return (capital(match["rest"]), f"Ce sera {day}")
    past = _PAST.search(match["rest"]) or re.search(r"\b[a-zà-ÿ]+(?:ait|aient)\b", match["rest"])
    return (capital(match["rest"]), f"C'était {day}") if past and not _FUTURE.search(match["rest"]) else None


_CHARGE = re.compile(
    r"^(?P<before>.*\b(?:condamnée?s?|poursuivie?s?|jugée?s?|en examen)\b.*?)\s+(?:pour|des "
    r"chefs? d(?:e\s+|['’])|du chef d(?:e\s+|['’]))\s*(?P<what>[^,;:]+)$"
)


def _charge(sentence: str) -> tuple[str, ...] | None:
    """What somebody is charged with or sentenced for, behind a long sentence: "Motif : escroquerie"."""
    match = _CHARGE.match(sentence)
    if (
        not match
        or words_in(sentence) < 16
        or has_finite_verb(match["what"])
        or re.search(r",\s+\w+$", match["before"])
        or re.search(r"\b(?:et|puis)\s+[a-zà-ÿ]+(?:ée?s?|ise?s?)\b", match["what"])
        or not has_finite_verb(match["before"])
    ):
        return None
    return (match["before"], f"Motif : {match['what']}")


def _being(sentence: str) -> tuple[str, ...] | None:
    """ "Cette contamination étant dangereuse, le préfet a pris un arrêté" """
    match = re.match(r"((?:selon [^,]+, )?[^,]+?) étant ([^,]+), (.+)$", sentence, re.IGNORECASE)
    if not match or has_finite_verb(match[1]) or not _main_clause(match[3]):
        return None
    be = "sont" if is_plural(re.sub(r"(?i)^selon [^,]+, ", "", match[1])) else "est"
    return (f"{match[1]} {be} {match[2]}", capital(match[3]))


def _since(sentence: str) -> tuple[str, ...] | None:
    """ ", depuis le 26 février 2023" at the end of a long sentence: "Depuis : le 26 février 2023"."""
    match = re.search(rf",\s+(depuis|à partir|à compter)\s+(?:du\s+|de\s+)?({_DATE})$", sentence)
    if not match or words_in(sentence) < 16 or not simple(sentence[: match.start()]):
        return None
    if match[1] == "depuis":
        return (sentence[: match.start()], f"Depuis : {match[2]}")
    return (sentence[: match.start()], f"Dates : à partir du {re.sub('^le ', '', match[2])}")


def _date(sentence: str) -> tuple[str, ...] | None:
    """A day behind the verb of the only clause: "C'était le 28 juin 2024", "Ce sera le 5 juin"."""
    if not simple(sentence) or words_in(sentence) < 16:
        return None
    found = list(re.finditer(rf"(?:,\s+|\s+)({_DATE}),?(?=\s|$)", sentence))
    if len(found) != 1 or not found[0][1].startswith("le "):
        return None
    match = found[0]
    before, after = sentence[: match.start()], sentence[match.end() :]
    directly = re.search(r"\b(?:a|ont|est|sont|été|lieu)\s+(?:[a-zà-ÿ]+)?$|\b(?:aura|auront) lieu$", before)
    if (
        (after.strip() and not directly)
        or not finite_verbs(before)
        or re.search(r"\b(?:du|de|au|jusqu['’]|avant|après|dès|depuis|et|ou)$", before)
    ):
        return None
    if re.search(r"\b(?:arrêté|décret|loi|datée?|publiée?|entrée?)\b[^,]*$", before) and not directly:
        return None
    if re.match(r"\s*(?:de|entre|à|au|et|ou|dès|jusqu)\b", after):
        return None
    if _PAST.search(before) and not _FUTURE.search(before):
        return (before + after, f"C'était {match[1]}")
    if _FUTURE.search(before) and not _PAST.search(before):
        return (before + after, f"Ce sera {match[1]}")
    return None


def _bare(phrase: str) -> str:
    """The phrase without its preposition, with its article: "du vent et des pluies" -> "le vent et les
    pluies"."""
    if re.match(r"(?i)(?:à|au|aux)\s", phrase):
        return without_a(phrase)
    phrase = re.sub(
        r"(?i)(\b(?:et|ou)\s+)(de\s+la\s|de\s+l['’]|du\s|des\s|d['’])",
        lambda m: m[1] + _article(m[2]),
        phrase,
    )
    return without_de(phrase)


def _article(preposition: str) -> str:
    return {"du ": "le ", "des ": "les ", "d'": "", "d’": ""}.get(
        preposition, re.sub(r"^de\s+", "", preposition)
    )


def simple(clause: str) -> bool:
    """One clause only: one or two finite verbs, nothing subordinate, no list of clauses."""
    clause = re.sub(r"\b(?:ainsi|tels?|telles?|plus|moins|autant) que\b", "et", clause)
    clause = re.sub(
        r"\bne\s+(?:pas|plus)\s+(?=(?:l[ea]s?\s+|l['’]|y\s+)?[a-zà-ÿ]+(?:er|ir|re|oir)\b)", "", clause
    )
    words = tokens(clause)
    verbs = finite_verbs(clause)
    subordinate = {
        "que",
        "qu'",
        "qui",
        "si",
        "quand",
        "lorsque",
        "lorsqu'",
        "dont",
        "où",
        ";",
        ":",
        "parce",
        "car",
        "mais",
    }
    return (
        len(verbs) == 1 and not subordinate & {w.low for w in words} and not re.search(r"\bn['’e]\b", clause)
    )


def _main_clause(part: str) -> bool:
    return has_finite_verb(part) or bool(re.match(r"(?i)(?:nous|vous|il|elle|ils|elles|on)\s", part))
