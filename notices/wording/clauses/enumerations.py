"""Three things and more become a list: the words before it, and its items."""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.wording.clauses import imperatives
from notices.wording.framing.members import goes_for_all, names_an_institution
from notices.wording.grammar import comma_parts, finite_verbs, has_finite_verb, tokens, words_in


def enumeration(sentence: str) -> tuple[str, tuple[str, ...]] | None:
    """The head of a list and its items, where a sentence ends in three like things or more; else None."""
    body = sentence.rstrip(". ")
    return _after_colon(body) or imperatives.listed(body) or _asked(body) or _at_end(body)


def _after_colon(body: str) -> tuple[str, tuple[str, ...]] | None:
    """ "tout public : demandeurs d'emploi, salariés, étudiants" """
    head, colon, rest = body.partition(" : ")
    parts = _listed(rest.rstrip("…. "))
    if not colon or len(parts) < 3 or not finite_verbs(head):
        return None
    most = _most_words(parts)
    return None if any(has_finite_verb(p) or words_in(p) > most for p in parts) else (head, tuple(parts))


def _listed(text: str) -> list[str]:
    """The things of a list "A, B et C"; the last "et" is a joint where like stands on both its sides."""
    parts = list(comma_parts(text))
    last = re.match(r"(.+?)\s+et\s+(.+)$", parts[-1])
    if last and (_kind(last[1]) == _kind(last[2]) or len(parts) > 2):
        return [*parts[:-1], last[1], last[2]]
    return [*parts[:-1], re.sub(r"^et\s+", "", parts[-1])]


def _most_words(parts: list[str]) -> int:
    """Like things may be longer than unlike ones."""
    kinds = {_kind(part) for part in parts}
    return 20 if len(kinds) == 1 and None not in kinds else 8


_ASKED = re.compile(
    r"(?i)\b(?:demandé|invitée?s?|priée?s?|recommandé|conseillé|interdit|tenue?s?|chargée?s?|"
    r"prévu|important|obligatoire|nécessaire)\b"
)
_TO_DO = (
    r"(?:de\s+|d['’]|à\s+)(?:ne\s+pas\s+)?(?:(?:le|la|les|leur|lui|se|y|en)\s+|[ls]['’])?[a-zà-ÿ]+(?:er"
    r"|ir|re|oir)\b"
)


def _asked(body: str) -> tuple[str, tuple[str, ...]] | None:
    """ "Il est demandé de ne pas les consommer et de les rapporter": one thing to do an item."""
    openers = (m for m in re.finditer(rf"\s(?={_TO_DO})", body) if _ASKED.search(body[: m.start()]))
    first = next(openers, None)
    if not first or words_in(body[: first.start()]) < 3:
        return None
    rest = body[first.end() :]
    items = [
        part.strip(" ,")
        for part in re.split(rf"(?:,\s*|(?<!\sou)\s+)(?:(?:et|puis)\s+)?(?=(?:ou\s+)?{_TO_DO})", rest)
    ]
    if any("i" not in word_tags(_verb(item)) for item in items):
        return None
    if (
        len(items) < 2
        or (len(items) > 2 and re.search(r"\bou\s+(?:de|d['’]|à)", rest))
        or any(words_in(item) < 2 for item in items)
    ):
        return None
    return body[: first.start()], tuple(items)


def _verb(item: str) -> str:
    """The infinitive that opens a thing to do: "de ne pas les consommer" -> "consommer"."""
    match = re.search(r"[a-zà-ÿ]+(?:er|ir|re|oir)\b", item)
    return match[0] if match else ""


_LEADS_ON = re.compile(r"\b(?:pour|par|de|du|des|à|au|aux|et|ou|en|sur|dans|avec|sans|le|la|les)$")
_LEADS_ELSEWHERE = re.compile(r"\b(?:de|du|des|à|au|aux|et|ou|en|sur|le|la|les)$")
"""What no list stands behind; "pour" may lead to "les associations, les écoles"."""
_FOR_ALL = re.compile(r"(?i)\b(?:pour|par|dans|avec|sans|chez)$")
_LEAST_MEMBER = 2
"""A bare noun may share what follows the last one: "d'efficacité et de fiabilité éprouvées"."""


def _at_end(body: str) -> tuple[str, tuple[str, ...]] | None:
    parts = list(comma_parts(body))
    if len(parts) < 2 or " : " in body:
        return None
    tail = re.match(r"(.+?)\s+et\s+(.+)$", parts[-1]) if not re.match(r"(?:et|ou)\s", parts[-1]) else None
    items = [
        *parts[1:-1],
        *((tail[1], tail[2]) if tail else (re.sub(r"^(?:et|ou)\s+(?:enfin\s+)?", "", parts[-1]),)),
    ]
    if re.search(r"\bou\b", parts[-1]):
        return None
    opener = _common_opener(items)
    if opener is None:
        return None
    first = _first_item(parts[0], opener)
    leads_on = _LEADS_ELSEWHERE if opener == "article" else _LEADS_ON
    if first is None or leads_on.search(first[0]):
        return None
    head, item = first
    everything = (item, *items)
    if names_an_institution(head, item) or (_FOR_ALL.search(head) and goes_for_all(everything)):
        return None
    if opener in ("du", "de") and (
        all(words_in(i) <= 2 for i in everything) or any(words_in(i) < _LEAST_MEMBER for i in everything)
    ):
        return None
    if len(everything) < 3 or any(has_finite_verb(i) for i in everything) or not finite_verbs(head):
        return None
    return head, everything


def _common_opener(items: list[str]) -> str | None:
    """The kind of word that opens every item: "à", "du", an article, a number, a day."""
    common = set(_STARTS)
    for item in items:
        common &= {kind for kind, pattern in _STARTS.items() if re.match(pattern, item)}
    return next((kind for kind in _STARTS if kind in common), None)


def _kind(item: str) -> str | None:
    return next((kind for kind, pattern in _STARTS.items() if re.match(pattern, item)), None)


_NUMBER = (
    r"\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|plus\s+de|une\s+(?:dizaine|quarantaine|"
    r"centaine)"
)
_STARTS = {
    "day": r"(?:les?\s+)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+\d",
    "à": r"(?:à|au|aux)\s",
    "du": r"(?:du|des|de\s+la|d['’]une?|de\s+\d)\s|de\s+l['’]",
    "de": r"(?:de|du|des)\s|d['’]",
    "«": "«",
    "sur": r"sur\s",
    "dans": r"dans\s",
    "en": r"en\s",
    "pour": r"pour\s",
    "par": r"par\s",
    "article": rf"(?:le|la|les|une?|des|{_NUMBER})\s|l['’]",
}
"""How the items of a list may begin; the first kind that all have in common is theirs."""


_WANTS_IT = re.compile(r"(?i)(?:\bde\s|\bd['’])(?:[a-zà-ÿ]+(?:er|ir|re|oir)\s)?$")
"""What stands before a noun that is no item itself: "l'interdiction d'exercer un métier, un suivi"."""


def _first_item(part: str, kind: str) -> tuple[str, str] | None:
    """The head and the first item: cut at the last opener of the kind behind the verb."""
    words, verbs = tokens(part), finite_verbs(part)
    after = words[verbs[-1]].end if verbs else 0
    pattern = _STARTS[kind] if kind == "«" else rf"(?<![\w'’-])(?:{_STARTS[kind]})"
    starts = [m.start() for m in re.finditer(pattern, part) if m.start() > after]
    while kind == "article" and len(starts) > 1 and _WANTS_IT.search(part[: starts[-1]]):
        starts.pop()
    if not starts:
        return None
    start = starts[-1]
    head, item = part[:start].strip(), part[start:].strip()
    return (head, item) if words_in(head) >= 2 and words_in(item) <= 12 else None
