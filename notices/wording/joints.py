"""Where two French words meet: elision (`d'`, `qu'`), contraction (`du`, `aux`), capitals, full stops."""

from __future__ import annotations

import re
from functools import lru_cache

VOWEL = re.compile(
    r"^[«“\"(\s]*(?:[aeiouyàâäéèêëîïôöùûüœæ]|h(?!aut|ors|uit|éros|onte|asard|andicap|amac|"
    r"angar|aricot|ausse|ongr|olland|aie|arcèle|urle|eurt|ollande))",
    re.IGNORECASE,
)
"""Begins with a vowel or a silent h. ("onze", "oui" and "yaourt" are left aside: rare after an elision.)"""

_FULL = {
    "d'": "de ",
    "qu'": "que ",
    "n'": "ne ",
    "s'": "se ",
    "m'": "me ",
    "j'": "je ",
    "t'": "te ",
    "lorsqu'": "lorsque ",
    "puisqu'": "puisque ",
}
_SHORT = {full.strip(): short for short, full in _FULL.items()}
_CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}


def begins_with_vowel(text: str) -> bool:
    """True where `de` before this text would become `d'`."""
    return bool(VOWEL.match(text)) and not re.match(r"(?:onz|oui\b|yaourt|un\b(?= \d))", text, re.IGNORECASE)


def join(before: str, after: str) -> str:
    """The two texts side by side, the last word of `before` elided or made full as `after` asks.

    ValueError where it cannot be told (`l'` before a consonant).
    """
    tail = re.search(r"(?i)(?<!\w)((?:d|qu|n|s|m|j|t|l|c|lorsqu|puisqu|jusqu|quoiqu)['’])$", before)
    if tail and not begins_with_vowel(after):
        full = _FULL.get(tail[1].lower().replace("’", "'"))
        if full is None:
            raise ValueError(before)
        return before[: tail.start()] + _like(full, tail[1]) + after
    word = re.search(r"(?i)(?<![\w'’])(de|que|ne|se|me|je|te)\s+$", before)
    if word and begins_with_vowel(after):
        return before[: word.start()] + _like(_SHORT[word[1].lower()], word[1]) + after
    return before + after


def with_de(noun_phrase: str) -> str:
    """`de` before a noun phrase: "du site", "des voisins", "de la ville", "d'un homme"."""
    return _with("de", noun_phrase)


def with_a(noun_phrase: str) -> str:
    """`à` before a noun phrase: "au site", "aux voisins", "à la ville"."""
    return _with("à", noun_phrase)


def _with(preposition: str, noun_phrase: str) -> str:
    article = re.match(r"(?i)(le|les)\s+", noun_phrase)
    if article:
        return f"{_CONTRACTED[preposition, article[1].lower()]} {noun_phrase[article.end() :]}"
    if preposition == "de" and re.match(r"(?i)(des|du)\s", noun_phrase):
        return re.sub(
            r"(?i)^(des|du)\s+", "d'" if begins_with_vowel(noun_phrase.split()[1]) else "de ", noun_phrase
        )
    first = (
        noun_phrase[:1].lower() + noun_phrase[1:]
        if re.match(r"(L'|La |Un |Une |Ce |Cette |Ces )", noun_phrase)
        else noun_phrase
    )
    return join(f"{preposition} ", first)


def without_de(phrase: str) -> str:
    """A phrase that began with `de`, standing alone: "du vent" -> "le vent", "de travaux" -> "travaux"."""
    for pattern, article in ((r"du\s+", "le "), (r"des\s+", "les "), (r"d['’]", ""), (r"de\s+", "")):
        match = re.match(pattern, phrase, re.IGNORECASE)
        if match:
            return article + phrase[match.end() :]
    return phrase


def without_a(phrase: str) -> str:
    """A phrase that began with `à`, standing alone: "au vent" -> "le vent"."""
    for pattern, article in ((r"au\s+", "le "), (r"aux\s+", "les "), (r"à\s+", "")):
        match = re.match(pattern, phrase, re.IGNORECASE)
        if match:
            return article + phrase[match.end() :]
    return phrase


def capital(text: str) -> str:
    """With a capital at its beginning, behind an opening quotation mark too."""
    return text if text[:1].isupper() else _FIRST.sub(lambda m: m[1] + m[2].upper(), text, count=1)


_FIRST = re.compile(r"^([«“\"(\s]*)(\w)")


_KEEPS_CAPITAL = re.compile(r"^(?:[A-ZÉÈÀÂÊÎÔÛÇ]{2}|[A-Z]\d|[A-Z]['’]?[A-Z]|M\.|Mme|MM\.)")
_SMALL = re.compile(
    r"^(?:[LDNJ]['’](?=\w)|(?:Le|La|Les|Un|Une|Des|Du|De|Au|Aux|À|A|En|Ce|Cet|Cette|Ces|Cela|Cet|Il|"
    r"Elle|Ils|Elles|On|Je|Nous|Vous|"
    r"Son|Sa|Ses|Leur|Leurs|Notre|Nos|Votre|Vos|Pour|Par|Sur|Dans|Avec|Sans|Selon|Si|Quand|"
    r"Lorsque|Toute?s?|Tous|"
    r"Chaque|Aucune?|Plusieurs|Plus|Moins|Depuis|Pendant|Avant|Après|Dès|Jusqu|Entre|Et|"
    r"Mais|Ou|Où|Qui|Que|Qu)(?=\W))"
)


def small(text: str) -> str:
    """Fit to stand inside a sentence: the capital of an article or another small word goes, a name's
    stays."""
    return text[:1].lower() + text[1:] if _SMALL.match(text) else text


def stop(text: str) -> str:
    """Ended as a sentence: one full stop, no loose comma before it."""
    text = text.strip().rstrip(",;: ").strip()
    return text if text.rstrip('»”")').endswith((".", "!", "?", "…")) else text + "."


def unstop(text: str) -> str:
    """Without the full stop, comma or semicolon at its end."""
    return _END.sub("", text.strip())


_END = re.compile(r"(?<!\betc)[\s.;,:]+$")


@lru_cache(maxsize=8192)
def tidy(text: str) -> str:
    """One space between words, none before a comma, no comma doubled."""
    text = _SPACES.sub(" ", text)
    text = _SPACE_BEFORE.sub(r"\1", text)
    text = _COMMAS.sub(",", text)
    return _OPENED.sub("(", text).strip()


_SPACES = re.compile(r"[\t\n]+[ \t\n]*|[ ][ \t\n]+")
_SPACE_BEFORE = re.compile(r"\s+([,.])(?=\s|$)")
_COMMAS = re.compile(r",(\s*,)+")
_OPENED = re.compile(r"\(\s+")


def _like(word: str, model: str) -> str:
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


_TIED = re.compile(
    r"(?i)(?<![\w-])(?:vraisemblablement|probablement|peut-être|sans\s+doute|principalement|essentiellement|"
    r"surtout|en\s+partie|non|uniquement|seulement)\s*$"
)


def is_tied(before: str) -> bool:
    """True where the last words are said of what follows and go with it: "vraisemblablement en raison des
    pluies"."""
    return bool(_TIED.search(before))
