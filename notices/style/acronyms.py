"""Acronyms, and whether a text says what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import combining, normalize

from notices.document import Span
from notices.lexicon import word_tags

_ACRONYM = re.compile(
    r"(?<![\w.@/-])(?:[A-Z]{2,9}|(?:[A-Z]\.){2,6}|[A-Z]{2,4}[a-z]{2,6}|[A-Z]{1,3}[a-z][A-Z]{1,4})(?![\w@/-])"
)
_ROMAN = re.compile(r"[IVXLC]+$")
_ARTICLE_BEFORE = re.compile(r"(?:\b(?:le|la|les|du|des|de la|au|aux|une?)\s|[ld]['’])$", re.IGNORECASE)
_NAME_BEFORE = re.compile(
    r"(?:(?:\bM|\bMme|\bMM|\bDr|\bMe)\.?|\b[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)*|\b[A-ZÀ-Ý]{3,})\s$"
)
_NAME_AFTER = re.compile(r"\s[A-ZÀ-Ý]{3,}\b")
_EVERYDAY = frozenset(
    "TVA SMS PDF CV GPS ADN TV EDF SNCF RATP HLM BTS CAP PACS WC OK CD DVD USB WIFI VTT ONU UE OTAN QR "
    "PME CDD CDI NB PS SARL SAS SA SCI EURL URL HTML IP JO RER TGV SAMU PV FAQ CEDEX BP CS KO MO GO KW "
    "MW".split()
)
_LONG = 5
"""Longer capitals are acronyms only after an article: "le SICTOMU", but "BOLBEC" is a town."""


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym where it stands in a sentence."""

    text: str
    span: Span


def acronyms(text: str) -> Iterator[Acronym]:
    """The acronyms of a sentence; a sentence set all in capitals has none that can be told."""
    if text.isupper():
        return
    for match in _ACRONYM.finditer(text):
        if _is_acronym(text, match):
            yield Acronym(match.group(), match.span())


def _is_acronym(text: str, match: re.Match[str]) -> bool:
    word = match.group()
    before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 24]
    if "." in word:
        return len(word) > 4
    if (
        word.upper() in _EVERYDAY
        or _ROMAN.match(word)
        or word in ("VU", "ET", "LE", "LA", "LES", "DE", "DU", "DES")
    ):
        return False
    if len(word) > 2 and any(tag in word_tags(word) for tag in "vwpind"):
        return False
    in_brackets = before.endswith("(") and after.startswith(")")
    if _ARTICLE_BEFORE.search(before) or in_brackets:
        return True
    return len(word) <= _LONG and not _NAME_BEFORE.search(before) and not _NAME_AFTER.match(after)


def unexplained(texts: Iterable[str]) -> frozenset[str]:
    """The acronyms of a text that it nowhere spells out, neither before nor after them."""
    texts = list(texts)
    whole = "\n".join(texts)
    found = {acronym.text for text in texts for acronym in acronyms(text)}
    return frozenset(acronym for acronym in found if not _is_explained(acronym, whole))


def _is_explained(acronym: str, text: str) -> bool:
    name = re.escape(acronym)
    for match in re.finditer(rf"\(\s*(?:l['’]|la |le |ci-après )?[«“\"]?\s*{name}\s*[»”\"]?\s*[,);]", text):
        if _spells(acronym, text[max(0, match.start() - 160) : match.start()]):
            return True
    for match in re.finditer(
        rf"(?<!\w){name}\s*(?:\(([^()]{{6,160}})\)|[:=]\s*([^.\n]{{6,120}})|,\s+([^,.\n]{{6,120}}),)", text
    ):
        if _spells(acronym, next(group for group in match.groups() if group)):
            return True
    return False


def _spells(acronym: str, words: str) -> bool:
    """Whether the first letters of these words hold the acronym's letters in order, most of them."""
    capitals = "".join(letter for letter in acronym if letter.isupper())
    wanted = _plain(acronym if acronym.isupper() else capitals)
    initials = "".join(word[0] for word in re.findall(r"\w+", _plain(words.replace("’", "'"))))
    place = matched = 0
    for letter in wanted:
        found = initials.find(letter, place)
        if found >= 0:
            matched, place = matched + 1, found + 1
    return matched >= max(2, len(wanted) - len(wanted) // 2)


@cache
def _plain(text: str) -> str:
    return "".join(sign for sign in normalize("NFD", text.lower()) if not combining(sign) and sign != ".")
