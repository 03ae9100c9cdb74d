"""Administrative turns of phrase where they stand, with a replacement where it is good French as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from notices.document import Span
from notices.lexicon import Idiom, idioms, word_tags

_ENDINGS = "eraient|erait|eront|erons|erez|aient|ions|ées|ent|ons|ait|ant|era|ont|iez|ez|ée|és|er|es|e|é|a"
_TAILS = {
    " de": r"\s+(?:(?:du|des|de)(?!\w)|d['’](?=\w))",
    " à": r"\s+(?:aux|au|à)(?!\w)",
    " que": r"\s+(?:que(?!\w)|qu['’](?=\w))",
}
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”")
_VOWELS = "aeiouyhàâéèêëîïôùûœ"
_LITTLE = re.compile(r"\b(?:de|que|le|la|se|ne|je|du|au|ce)\s$", re.IGNORECASE)
_DETERMINED = re.compile(
    r"(?:l['’]|\d|[A-ZÀ-Ý]|(?:la|le|les|une?|ce|cet|cette|ces|son|sa|ses|leurs?|notre|nos|votre|vos|tout|toute|tous"
    r"|toutes|chaque|plusieurs|plus|moins)\b)"
)
_WITHOUT_TAIL = {"de": "", "d'": "", "du": "le", "des": "les", "à": "", "au": "le", "aux": "les"}


@dataclass(frozen=True, slots=True)
class IdiomFound:
    """An idiom in a sentence; `replacement` is None where the drafter must decide, "" where it says nothing."""

    idiom: Idiom
    span: Span
    replacement: str | None


def found_idioms(text: str) -> Iterator[IdiomFound]:
    """The idioms of a French sentence outside quotation marks, in order; the longer of two that overlap."""
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for match in _finder().finditer(text):
        if any(start < match.end() and match.start() < end for start, end in quoted):
            continue
        idiom = idioms()[int(str(match.lastgroup)[1:])]
        yield IdiomFound(idiom, match.span(), _replacement(text, match, idiom))


@cache
def _finder() -> re.Pattern[str]:
    groups = "|".join(f"(?P<i{place}>{_pattern(idiom.pattern)})" for place, idiom in enumerate(idioms()))
    return re.compile(rf"(?<![\w-])(?:{groups})", re.IGNORECASE)


def _pattern(pattern: str) -> str:
    ending = next((ending for ending in _TAILS if pattern.endswith(ending) and pattern != ending), "")
    body = pattern.removesuffix(ending) if ending else pattern
    words = (
        re.escape(word).replace(r"\{\}", f"(?:{_ENDINGS})").replace("'", "['’]") for word in body.split()
    )
    return r"\s+".join(words) + (_TAILS[ending] if ending else r"(?![\w-])")


def _replacement(text: str, match: re.Match[str], idiom: Idiom) -> str | None:
    """The plain form that fits as it is; None where it is a matter of judgement or of grammar."""
    if idiom.mode == "del":
        return ""
    if idiom.mode != "auto" or "{}" in idiom.pattern:
        return None
    plain = _with_tail(match.group().lower().replace("’", "'"), idiom, text[match.end() :].lstrip())
    if plain is None or not _joins(text[: match.start()], plain):
        return None
    return plain[0].upper() + plain[1:] if match.group()[0].isupper() else plain


def _with_tail(found: str, idiom: Idiom, following: str) -> str | None:
    tail = re.split(r"\s", found)[-1]
    tail = re.sub(r"'.*", "'", tail)
    if idiom.pattern.endswith(" que"):
        return None if tail != "que" else idiom.plain
    if not idiom.pattern.endswith((" de", " à")):
        return idiom.plain
    if idiom.plain.endswith((" de", " à")):
        return f"{idiom.plain.rsplit(' ', 1)[0]} {tail}"
    if tail in ("de", "d'", "à") and not _DETERMINED.match(following):
        first = re.match(r"[\w-]+", following)
        if first is None or "i" not in word_tags(first.group()):
            return None
    return f"{idiom.plain} {_WITHOUT_TAIL[tail]}".rstrip()


def _joins(before: str, plain: str) -> bool:
    """No elision would be wrong: "qu'afin de" cannot become "qu'pour", nor "de ainsi" stand."""
    if before.endswith(("'", "’")):
        return plain[0].lower() in _VOWELS
    return not (_LITTLE.search(before) and plain[0].lower() in _VOWELS)
