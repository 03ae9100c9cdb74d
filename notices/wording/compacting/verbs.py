"""French verbs as far as a shorter turn needs them: orders, and the tense of the verb that goes."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from notices.lexicon import word_tags

_ORDERS = (
    ("être", "soyez"), ("avoir", "ayez"), ("savoir", "sachez"), ("vouloir", "veuillez"), ("aller", "allez"),
    ("prendre", "prenez"), ("faire", "faites"), ("lire", "lisez"), ("crire", "crivez"), ("redire", "redites"),
    ("dire", "dites"), ("indre", "ignez"), ("suivre", "suivez"), ("vivre", "vivez"), ("naître", "naissez"),
    ("uire", "uisez"), ("boire", "buvez"), ("cevoir", "cevez"), ("voir", "voyez"), ("asseoir", "asseyez"),
    ("courir", "courez"), ("venir", "venez"), ("tenir", "tenez"), ("vrir", "vrez"), ("frir", "frez"),
    ("dormir", "dormez"), ("partir", "partez"), ("sortir", "sortez"), ("servir", "servez"),
    ("sentir", "sentez"),
    ("cueillir", "cueillez"), ("fuir", "fuyez"), ("croire", "croyez"), ("extraire", "extrayez"),
    ("clore", "closez"),
)  # fmt: skip
"""Ends of infinitives with the ends of the order to "vous"."""


def order(infinitive: str) -> str | None:
    """The order to "vous" of a verb: "remplir" -> "remplissez"; None where the form is not known."""
    low = infinitive.lower()
    if "i" not in word_tags(low):
        return None
    for end, form in _ORDERS:
        if low == end or (len(low) > len(end) and low.endswith(end) and len(end) > _WHOLE):
            return low[: -len(end)] + form
    if low.endswith("er"):
        return low[:-1] + "z"
    if low.endswith("ir") and _is_second_group(low):
        return low[:-1] + "ssez"
    form = low[:-2] + "ez"
    return form if word_tags(form) else None


_WHOLE = 3
"""An end of so few letters is a verb of its own."""


def _is_second_group(infinitive: str) -> bool:
    """True for "munir", whose stem grows: "munissant"."""
    return any(word_tags(infinitive[:-1] + end) for end in ("ssez", "ssent", "ssant", "ssait", "t"))


_ENDINGS = {
    "er": "er", "e": "e", "ent": "ent", "a": "era", "ont": "eront", "ait": "ait", "aient": "aient",
    "é": "é", "ant": "ant", "rait": "erait", "raient": "eraient",
}  # fmt: skip
_LIGHT_ENDINGS = {
    "eraient": "raient", "erait": "rait", "eront": "ont", "era": "a", "aient": "aient",
    "ait": "ait", "ant": "ant",
    "ent": "ent", "er": "er", "é": "é", "e": "e",
}  # fmt: skip


def ending_of(form: str) -> str:
    """The ending of a regular verb in -er: "procèdera" -> "a", "procédé" -> "é"; "" where it is none."""
    return next((name for end, name in _LIGHT_ENDINGS.items() if form.lower().endswith(end)), "")


def with_ending(infinitive: str, ending: str) -> str | None:
    """The verb in the form that an ending of the first group names: ("évacuer", "a") -> "évacuera",
    ("vendre", "é") -> "vendu"; None where the form is not sure."""
    if ending == "er":
        return infinitive
    if not ending:
        return None
    if infinitive in _irregular():
        return _irregular()[infinitive].get(ending)
    if infinitive.endswith("er"):
        return _first_group(infinitive[:-2], ending)
    if infinitive.endswith("ir") and _is_second_group(infinitive):
        return _second_group(infinitive[:-1], ending)
    return None


@cache
def _irregular() -> dict[str, dict[str, str]]:
    """The forms of the verbs of `verbs.tsv` by their endings."""
    text = (files(__package__) / "verbs.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {
        infinitive: {end: form for end, form in zip(_COLUMNS, forms, strict=True) if form != "-"}
        for infinitive, *forms in lines
    }


_COLUMNS = ("e", "ent", "a", "ont", "é", "ant")
_MUTE = frozenset("e ent era eront erait eraient".split())


def _first_group(stem: str, ending: str) -> str | None:
    full = _ENDINGS[ending]
    mute = full in _MUTE
    if full[0] in "aâ" and stem.endswith("c"):
        stem = stem[:-1] + "ç"
    if full[0] in "aâ" and stem.endswith("g"):
        stem += "e"
    if mute and stem.endswith(("oy", "uy")):
        stem = stem[:-1] + "i"
    if stem.endswith("envoi") and full.startswith("er"):
        return None
    forms = [stem + full]
    if mute and re.search(r"[eé][bcdfghjklmnpqrstvxz]+$", stem):
        grave = re.sub(r"[eé]([bcdfghjklmnpqrstvxz]+)$", r"è\1", stem)
        forms = (
            [grave + full, stem + full]
            if re.search(r"e[^aeiouéè]$", stem) or full in ("e", "ent")
            else [stem + full]
        )
    return next((form for form in forms if word_tags(form)), forms[0] if len(forms) == 1 else None)


def _second_group(stem: str, ending: str) -> str | None:
    forms = {
        "e": "t",
        "ent": "ssent",
        "a": "ra",
        "ont": "ront",
        "é": "",
        "ant": "ssant",
        "ait": "ssait",
        "aient": "ssaient",
    }
    return stem + forms[ending] if ending in forms else None


def agreed(participle: str, gender: str, plural: bool) -> str:
    """A past participle with the ending of what it agrees with."""
    feminine = participle + "e" if gender == "f" else participle
    return feminine + "s" if plural and not feminine.endswith("s") else feminine
