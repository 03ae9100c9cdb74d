"""Whether the items of a list are things of one kind, none torn from what it belongs to."""

from __future__ import annotations

import re

from notices.lexicon import word_tags

_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_DAY = re.compile(
    rf"(?i)^(?:(?:le|les|du|au|dès le|à partir du|jusqu['’]au)\s+)?"
    rf"(?:{_WEEKDAY}\b|(?:\d{{1,2}}|1er)\s+{_MONTH}\b|{_MONTH}\s+\d{{4}})"
)
_HOUR = re.compile(r"(?i)^(?:(?:à|de|dès|vers)\s+)?\d{1,2}\s?(?:h\b|h\d|heures?\b)")
_POSTAL = re.compile(
    r"(?i)^(?:(?:BP|CS|TSA)\s?\d|\d{5}\s+[A-ZÀ-Ý]|\d{1,4}\s?(?:bis|ter)?,?\s+(?:rue|avenue|boulevard|place|chemin|route|"
    r"allée|impasse|quai|cours|square)\b)|\bcedex\b"
)
_BARE_NUMBER = re.compile(r"(?i)(?:^|\s)(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)$")
_NUMBER_FIRST = re.compile(r"^\d+\s+[a-zà-ÿ]")
_MEASURE = re.compile(
    r"(?i)^(?:de\s+)?\d[\d\s.,]*\s?(?:mètres?|m[²³]?|km|kilomètres?|hectares?|ha|kg|tonnes?|litres?|euros?|€|%|[kMG]W|volts?|"
    r"degrés?|°C?|ans|mois|jours|heures|minutes)(?![\w²³])"
)
_DIGITS = re.compile(r"^[\d\s.,%€]+$")
_EITHER = re.compile(r"^(?:ou\s+|et\s+)?(?:soit\s+)?")
_INFINITIVE = re.compile(
    r"(?i)^(?:(?:de|à|pour)\s+|d['’])?(?:ne\s+(?:pas|plus)\s+)?(?:(?:les?|la|leur|lui|se|y|en)\s+|[ls]['’])?"
    r"(?P<verb>[a-zà-ÿ]+(?:er|ir|re|oir))\b"
)
_LAST_INFINITIVE = re.compile(r"\s(?P<verb>[a-zà-ÿ]+(?:er|ir|oir))$")
_OPENERS = {
    "de": re.compile(r"(?i)^(?:de|du|des)\s|^d['’]"),
    "à": re.compile(r"(?i)^(?:à|aux?)\s"),
    "noun": re.compile(
        r"(?i)^(?:les?|la|une?|des|ce(?:s|t|tte|ux|lles?|lui)?|ses|son|sa|leurs?|nos|notre|vos|votre|plusieurs|toute?s?|tous|"
        r"certaine?s|chaque|aucune?|plus\s+de|moins\s+de|près\s+de|environ|quelque|\d+|deux|trois|quatre|cinq|six|sept|huit|"
        r"neuf|dix|M\.|Mme)\s|^l['’]"
    ),
    "other": re.compile(
        r"(?i)^(?P<word>pour|par|dans|avec|sans|chez|sur|sous|en|auprès|directement|contre|entre|vers|depuis|lors|afin|"
        r"en\s+cas|qui|que|dont|où|si)\b|^qu['’]"
    ),
}
_WAYS = frozenset("par sur en à auprès directement dans chez avec".split())
"""Ways to reach somebody, and places where to go, stand in one list."""


def are_alike(items: tuple[str, ...]) -> bool:
    """True where all are of one kind (to do, things, behind one preposition, ways, days), and none is half
    of a thing: a day, an address or a number on its own among other things, a verb without its object."""
    bare = tuple(_EITHER.sub("", item.strip(" .;,")) for item in items)
    if (
        any(map(_POSTAL.search, bare))
        or _is_torn(bare)
        or _are_the_first(bare)
        or any(map(_HANGS.search, bare))
    ):
        return False
    return all(re.match(r"(?:ou\s+)?soit\s", item) for item in items) or _is_one_kind(bare)


_COUNTED = re.compile(
    r"(?i)^(?:(?:les?|ces|ses|leurs|aux|des)\s+)?(?P<count>\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\s+\w"
)
_NUMBERS = "zéro un deux trois quatre cinq six sept huit neuf dix".split()
_ONE = re.compile(
    r"(?i)^(?:(?:et|ou)\s+)?(?:(?:d['’]|de\s+|à\s+)?une?|l['’](?:une?|autre)|M\.|Mme|le\s+(?:premier|second))\s"
)


_HANGS = re.compile(r"(?i)\s(?:et|ou|ni|mais)$")


def _are_the_first(items: tuple[str, ...]) -> bool:
    """True where the first item is told again by the others: "les deux prévenus, un homme de 29 ans et une
    femme" are two persons and no three things."""
    counted = _COUNTED.match(items[0]) if len(items) > 2 else None
    if counted is None or not all(map(_ONE.match, items[1:])):
        return False
    count = counted["count"].lower()
    number = int(count) if count.isdigit() else _NUMBERS.index(count)
    return number == len(items) - 1


def _is_torn(items: tuple[str, ...]) -> bool:
    numbers = [bool(_BARE_NUMBER.search(item)) for item in items]
    days = [bool(_DAY.match(item) or _HOUR.match(item)) for item in items]
    sizes = [bool(_MEASURE.match(item)) for item in items]
    return (
        any(map(_DIGITS.match, items))
        or (any(sizes) and not all(sizes))
        or any(a and _NUMBER_FIRST.match(b) for a, b in zip(numbers, items[1:], strict=False))
        or (any(days) and not all(days))
        or any(map(_lacks_object, items[:-1]))
    )


def _lacks_object(item: str) -> bool:
    """ "les enquêteurs à interpeller": the verb that ends it has its object in another item."""
    last = _LAST_INFINITIVE.search(item)
    return bool(last and _OPENERS["noun"].match(item) and word_tags(last["verb"]) == "i")


def _is_one_kind(items: tuple[str, ...]) -> bool:
    kinds = {_kind(item) for item in items}
    if kinds == {"noun", "de"}:
        return all(item.lower().startswith("des ") for item in items if _kind(item) == "de")
    return len(kinds) == 1 or kinds <= _WAYS


def _kind(item: str) -> str:
    """What an item opens with: a verb to do, a day, an article, a preposition, a bare noun."""
    verb = _INFINITIVE.match(item)
    if verb and "i" in word_tags(verb["verb"].lower()):
        return f"to do {_preposition(item)}"
    if _DAY.match(item) or _HOUR.match(item):
        return "day"
    for kind, pattern in _OPENERS.items():
        if found := pattern.match(item):
            return kind if kind != "other" else found[0].split()[0].lower()
    return "bare"


def _preposition(item: str) -> str:
    match = re.match(r"(?i)(?P<of>de\s|d['’])|(?P<word>à|pour)\s", item)
    return "" if match is None else "de" if match["of"] else match["word"].lower()
