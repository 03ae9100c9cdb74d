"""Acronyms, and whether a text says what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import combining, normalize

from notices.document import Span
from notices.lexicon import word_tags
from notices.sentences.habits import habits
from notices.style.words import letters

_ACRONYM = re.compile(
    r"(?<![\w.@/-])(?:[A-Z]{2,9}|(?:[A-Z]\.){2,6}|[A-Z]{2,4}[a-z]{2,6}|[A-Z]{1,3}[a-z][A-Z]{1,4})(?![\w@/-])"
)
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
_ROMAN = re.compile(r"[IVXLC]+$")
_ARTICLE_BEFORE = re.compile(r"(?:\b(?:le|la|les|du|des|au|aux|une?)\s|[ld]['’]|^(?:Le|La|Les)\s|^L['’])$")
_NAME_BEFORE = re.compile(
    r"(?:(?:\bM|\bMme|\bMM|\bDr|\bMe)\.?|\b[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)*|\b[A-ZÀ-Ý]{3,})\s$"
)
_NAME_AFTER = re.compile(r"[\s-]+(?:(?:DE|DU|DES|LA|LE|LES|ET|EN)\b|[A-ZÀ-Ý]{3,}\b)")
_FIRST_NAME_AFTER = re.compile(r"\s[A-ZÀ-Ý][a-zà-ÿ]+")
_CAPITALS_BEFORE = re.compile(r"(?:\b[A-ZÀ-Ý]{2,}|\b\d{5})[\s-]+$")
_EVERYDAY = frozenset(
    "TVA SMS PDF CV GPS ADN TV EDF SNCF RATP HLM BTS CAP PACS WC OK CD DVD USB WIFI VTT ONU UE OTAN QR "
    "PME CDD CDI NB PS SARL SAS SA SCI EURL URL HTML IP JO RER TGV SAMU PVC PV FAQ CEDEX BP CS KO MO GO "
    "KW MW NF EN ISO HTTP HTTPS OSX HT TTC FR".split()
)
_OPENED = re.compile(r"\(\s*(?:l['’]|la |le |ci-après )?[«“\"]?\s*$")
_CLOSED = re.compile(r"\s*[»”\"]?\s*[,);]")
_SAID_AFTER = re.compile(r"\s*(?:\(([^()]{6,160})\)|[:=]\s*([^.\n]{6,120})|,\s+([^,.\n]{6,120}),)")
_OF_ENGLISH = re.compile(r"\s*[»”\"]\s*en anglais\b")
_OR = re.compile(r"\s*[»”\"]?\s+(?:ou|dit|dite)\s*$")
_LITTLE = frozenset("de du des d la le les l et a au aux en sur pour".split())
_REACH = 170
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
    addresses = [address.span() for address in _ADDRESS.finditer(text)]
    for match in _ACRONYM.finditer(text):
        in_address = any(start <= match.start() < end for start, end in addresses)
        if not in_address and _is_acronym(text, match):
            yield Acronym(match.group(), match.span())


def _is_acronym(text: str, match: re.Match[str]) -> bool:
    word = match.group()
    before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 24]
    if "." in word:
        return len(word) > 4
    if word.upper() in _EVERYDAY or _ROMAN.match(word) or _is_word(word.lower()):
        return False
    if before.endswith("(") and after.startswith(")"):
        return True
    if _CAPITALS_BEFORE.search(before) or _NAME_AFTER.match(after):
        return False
    if _ARTICLE_BEFORE.search(before):
        return True
    surname = len(word) > 3 and _FIRST_NAME_AFTER.match(after) is not None
    return len(word) <= _LONG and not surname and not _NAME_BEFORE.search(before)


def _is_word(word: str) -> bool:
    """An ordinary word or abbreviation set in capitals: "ATTENTION", "SUR", "TEL"."""
    known = habits("fr")
    if (
        word in known.opens
        or word in known.never
        or word in known.number
        or word in ("tel", "vs", "ou", "et")
    ):
        return True
    return len(word) > 2 and any(tag in word_tags(word) for tag in "vwpinad")


def unexplained(texts: Iterable[str]) -> frozenset[str]:
    """The acronyms of a text that it nowhere spells out, neither before nor after them."""
    texts = list(texts)
    whole = "\n".join(texts)
    found = {acronym.text for text in texts for acronym in acronyms(text)}
    written = set(letters(whole))
    return frozenset(a for a in found if a.capitalize() not in written and not _is_explained(a, whole))


def _is_explained(acronym: str, text: str) -> bool:
    place = text.find(acronym)
    while place >= 0:
        if _explained_here(acronym, text, place, place + len(acronym)):
            return True
        place = text.find(acronym, place + len(acronym))
    return False


def _explained_here(acronym: str, text: str, start: int, end: int) -> bool:
    """ "Direction régionale (DR)" or "DR (direction régionale)", "DR : direction régionale"."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if _stands_for(acronym, before) or _OF_ENGLISH.match(after):
        return True
    opened = _OPENED.search(before)
    if opened and _CLOSED.match(after) and _spells(acronym, before[: opened.start()]):
        return True
    said = _SAID_AFTER.match(after)
    return said is not None and _spells(acronym, next(group for group in said.groups() if group))


def _stands_for(acronym: str, before: str) -> bool:
    """ "Le parc naturel régional PNR", "(agence - A)": the words before begin with its letters."""
    before = _OR.sub("", before)
    initials = [
        word[0] for word in re.findall(r"\w+", _plain(before.replace("’", "'"))) if word not in _LITTLE
    ]
    wanted = _plain(acronym)
    return before.rstrip(" -–—(\u00a0")[-1:].isalpha() and "".join(initials[-len(wanted) :]) == wanted


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
