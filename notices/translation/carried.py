"""What needs no model: dates, figures, addresses and numbered headings, written the English way by rule.

A text is carried over only where all of it is understood; else the model has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from notices.facts import Fact, find_facts
from notices.phrases import say

_KEPT = frozenset({"phone", "email", "url"})
_SMALL_WORDS = {
    "article": "article",
    "articles": "articles",
    "art.": "art.",
    "annexe": "annex",
    "annexes": "annexes",
    "chapitre": "chapter",
    "titre": "title",
    "section": "section",
    "page": "page",
    "pages": "pages",
    "n°": "no.",
    "no": "no.",
    "le": "",
    "du": "from",
    "au": "to",
    "de": "from",
    "à": "to",
    "et": "and",
    "ou": "or",
    "h": "h",
    "km": "km",
    "m": "m",
    "m²": "m²",
    "ha": "ha",
    "kg": "kg",
    "mg": "mg",
}
_RANGES = frozenset({("du", "au"), ("de", "à")})
_ORDINALS = {"1er": "1", "1ère": "1", "premier": "1", "unique": "only"}
_TEL = re.compile(
    r"(?i)(t[ée]l(?:[ée]phone)?|courriel|e-?mail|m[ée]l|site(?: internet| web)?|fax|standard)\.?\s*:\s*"
)
_TEL_WORDS = {"t": "Phone", "c": "E-mail", "e": "E-mail", "m": "E-mail", "s": "Website", "f": "Fax"}

_CODE = re.compile(r"(?<![\w])\d+(?:[ \u00a0]\d+)+[ \u00a0][A-Z](?![\w'’])")
"""The number of a lot or a series, "25 098 A": no figure that is counted with."""
_EVERY_WEEK = re.compile(r"(?i)\ble (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!\w| \d)")
"""A day that comes every week: an expression of time, no date."""
_JOINTS = re.compile(r"(?:\s|,|\bet\b|\bou\b|\.)*")


def carried(text: str) -> str | None:
    """The text in English, or None where it holds words that no rule here knows."""
    label = _TEL.match(text)
    if label and (rest := carried(text[label.end() :])):
        word = "Switchboard" if label[1].lower() == "standard" else _TEL_WORDS[label[1][0].lower()]
        return f"{word}: {rest}"
    if _EVERY_WEEK.search(text):
        return None
    if _CODE.search(text):
        rest = _CODE.sub("", text)
        return re.sub(r"\bet\b", "and", re.sub(r"\bou\b", "or", text)) if _JOINTS.fullmatch(rest) else None
    pieces = list(_pieces(text))
    words = [piece.lower() for piece, fact in pieces if fact is None and re.search(r"\w", piece)]
    if not _known(words):
        return None
    return _joined(_said(piece, fact) for piece, fact in pieces)


def _known(words: list[str]) -> bool:
    """Nothing but figures and small words; "de ... à" and "du ... au" in pairs: alone they are anything."""
    if not all(
        word in _SMALL_WORDS or word in _ORDINALS or re.fullmatch(r"[\d.,/-]+|[ivxlc]+|[a-z]", word)
        for word in words
    ):
        return False
    bound = [word for word in words if word in ("du", "au", "de", "à")]
    return not bound or tuple(bound) in _RANGES


def _pieces(text: str) -> Iterator[tuple[str, Fact | None]]:
    """Facts that can be written by rule, and the words and signs between them."""
    end = 0
    for fact in find_facts(text, "fr"):
        if fact.start >= end and (fact.kind in _KEPT or fact.kind in _WRITERS) and not fact.weak:
            yield from ((piece, None) for piece in _between(text[end : fact.start]))
            yield fact.text, fact
            end = fact.end
    yield from ((piece, None) for piece in _between(text[end:]))


def _between(text: str) -> list[str]:
    return re.findall(
        r"n°|[^\W_]+(?:[.](?=\s|$))?²?|[^\w\s]+|\s+", text.replace("\u00a0", " ").replace("\u202f", " ")
    )


def _said(piece: str, fact: Fact | None) -> str:
    if fact is not None:
        writer = _WRITERS.get(fact.kind)
        return piece if writer is None else writer(fact)
    small = piece.lower()
    if small in _ORDINALS:
        return _ORDINALS[small]
    if small not in _SMALL_WORDS:
        return piece
    english = _SMALL_WORDS[small]
    if piece.isupper() and len(piece) > 1:
        return english.upper()
    return english.capitalize() if piece[0].isupper() else english


def _joined(pieces: Iterator[str]) -> str:
    text = re.sub(r"\s+", " ", "".join(pieces)).strip()
    return re.sub(r"\s+([;:!?,.»])", r"\1", text)


def english_date(iso: str) -> str:
    """`2024-06-28` as "28 June 2024", `2024-06` as "June 2024"; other values as they are."""
    match = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", iso)
    if not match:
        return iso
    year, month, day = match.groups()
    name = say(f"month.{int(month)}", "en")
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"


def _date(fact: Fact) -> str:
    if re.fullmatch(r"\d{4}", fact.text) or not fact.value[0].isdigit():
        return _WEEKDAYS.get(fact.text.lower(), fact.text)
    return english_date(fact.value)


_WEEKDAYS = dict(
    zip(
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        strict=True,
    )
)


def _figure(fact: Fact) -> str:
    """1 250,50 as 1,250.50; the digits after the comma as they are printed."""
    return re.sub(
        r"(\d)[\s\u00a0\u202f.](?=\d{3})", r"\1,", re.sub(r"(?<=\d),(?=\d+)", "\0", fact.text)
    ).replace("\0", ".")


def _number(fact: Fact) -> str:
    return _figure(fact) if re.fullmatch(r"[\d\s\u00a0\u202f.,]+", fact.text) else fact.text


def _amount(fact: Fact) -> str:
    match = re.fullmatch(r"([\d\s\u00a0\u202f.,]+?)[\s\u00a0\u202f]*(?:€|euros?|EUR)", fact.text)
    return f"€{_number(Fact('number', '', 0, 0, match[1]))}" if match else fact.text


def _percent(fact: Fact) -> str:
    return re.sub(r"[\s\u00a0\u202f]*%", "%", _figure(fact))


def _value(fact: Fact) -> str:
    return fact.value


def _printed(fact: Fact) -> str:
    return fact.text


def _ordinal(fact: Fact) -> str:
    return _ORDINALS.get(fact.text.lower(), fact.text)


_WRITERS: dict[str, Callable[[Fact], str]] = {
    "date": _date,
    "time": _value,
    "number": _number,
    "amount": _amount,
    "percent": _percent,
    "reference": _printed,
    "ordinal": _ordinal,
}
