"""Administrative turns of phrase where they stand, with a replacement where it is good French as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from notices.document import Span
from notices.lexicon import Idiom, core_vocabulary, idioms, word_tags

_ENDINGS = "eraient|erait|eront|erons|erez|aient|ions|ées|ent|ons|ait|ant|era|ont|iez|ez|ée|és|er|es|e|é|a"
_TAILS = {
    " de": r"\s+(?:(?:du|des|de)(?!\w)|d['’](?=\w))",
    " à": r"\s+(?:aux|au|à)(?!\w)",
    " que": r"\s+(?:que(?!\w)|qu['’](?=\w))",
}
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”")
_OF_ACTS = re.compile(r"relati[fv]e?s?\b|portant\b|fixant\b|concernant\b|en application\b", re.IGNORECASE)
_ACT = re.compile(
    r"\b(?:arrêtés?|lois?|décrets?|ordonnances?|codes?|règlements?|circulaires?|directives?|décisions?"
    r"|conventions?|délibérations?|livres?|titres?|chapitres?|articles?)\b[^.;:]*$",
    re.IGNORECASE,
)
_LEFT_ALONE = frozenset(
    {
        "merci de",
        "veuillez",
        "il n'est pas nécessaire de",
        "en possession de",
        "face à",
        "la voie publique",
        "initi{}",
        "considérant que",
        "dispositif",
        "chaque année",
        "indispensable",
        "indispensables",
        "gratuitement",
        "éventuellement",
        "disponible",
        "disponibles",
        "obligatoirement",
        "automobilistes",
        "riverains",
        "usagers",
        "usager",
        "numéro de téléphone",
        "décès",
        "courriel",
        "par courriel",
        "dès maintenant",
        "c'est pourquoi",
        "dysfonctionnement",
        "modalités",
        "dans un délai de",
        "au plus tard le",
        "sans préjudice de",
        "au titre de",
        "à raison de",
        "au-delà de",
        "porte sur",
        "bénéficier de",
        "bénéfici{} de",
        "lors de",
        "nécessit{}",
        "en cas de nécessité",
        "en cas d'urgence",
        "en fin de",
        "hausse",
        "obtention",
        "pour une durée de",
        "de manière bénévole",
        "fait l'objet de",
        "font l'objet de",
        "en matière de",
        "mise en œuvre",
        "poursuiv{}",
    }
)
"""Idioms whose plain form is plainer only in some contexts, which a drafter sees and we do not."""
_BE = re.compile(
    r"\b(?:être|est|sont|était|étaient|sera|seront|serait|seraient|soit|soient|été|semblent?)\s+\w*\s*$"
)
_MODALS = frozenset({"peut", "peuvent", "pouvez", "doit", "doivent", "devez", "il faut", "on peut"})
"""Plain forms that an infinitive must follow: "se réserve le droit de modification" has none."""
_DONE = re.compile(r"(?:réalisé|effectué)e?s?$", re.IGNORECASE)
_BY = re.compile(r"(?:par|en|le|du|au|à|pour|depuis)\b")
_EVERYDAY_CASE = re.compile(
    r"(?:besoin|doute|urgence|problèmes?|question|retard|absence|nécessité|force majeure|bonne foi)\b"
)
_REFERENCE = re.compile(r"(?:à|au|aux|ci|dans|sur|en|par|plus)\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:\bet\b|,)[^.;:]*$")
_GIVES = ("donner", "donne", "donné", "donnée", "faire", "fait", "faisant")
"""Verbs that "suite à" belongs to: "pour donner suite à votre demande"."""
_WORD_START = re.compile(r"(?<![\w-])\w")
_KEY = 3
"""Letters by which idioms are looked up; every idiom has at least as many before an ending."""
_VOWELS = "aeiouyhàâéèêëîïôùûœ"
_LITTLE = re.compile(r"\b(?:de|que|le|la|se|ne|je|du|au|ce)\s$", re.IGNORECASE)
_DETERMINED = re.compile(
    r"(?:l['’]|\d|[A-ZÀ-Ý]|(?:la|le|les|une?|ce|cet|cette|ces|son|sa|ses|leurs?|notre|nos|votre|vos|tout|toute|tous"
    r"|toutes|chaque|plusieurs|plus|moins)\b)"
)
_WITHOUT_TAIL = {"de": "", "d'": "", "du": "le", "des": "les", "à": "", "au": "le", "aux": "les"}


@dataclass(frozen=True, slots=True)
class IdiomFound:
    """An idiom where it stands in a sentence."""

    idiom: Idiom
    span: Span
    replacement: str | None
    """None where the drafter must decide; "" where the idiom says nothing."""


def found_idioms(text: str) -> Iterator[IdiomFound]:
    """The idioms of a French sentence outside quotations and titles; the longer of two that overlap."""
    if text.startswith("Ne pas jeter"):
        return
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for idiom, match in _matches(text):
        in_quotes = any(start < match.end() and match.start() < end for start, end in quoted)
        if not in_quotes and not match.group().isupper() and _is_heavy_here(text, match, idiom):
            yield IdiomFound(idiom, match.span(), _replacement(text, match, idiom))


@cache
def _heavy_idioms() -> tuple[Idiom, ...]:
    """The idioms but for single words that schoolchildren know ("incendie"), and polite forms."""
    core = core_vocabulary()
    return tuple(
        idiom
        for idiom in idioms()
        if (" " in idiom.pattern or "'" in idiom.pattern or idiom.pattern.rstrip(",") not in core)
        and not (idiom.pattern.endswith("{}") and idiom.pattern[:-2] + "er" in core)
        and idiom.pattern not in _LEFT_ALONE
    )


def _is_heavy_here(text: str, match: re.Match[str], idiom: Idiom) -> bool:
    """Not in the name of an act; not "de plus en plus"; not "il s'agit de nommer", which is an order."""
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    if idiom.mode == "del":
        return not before or before.endswith((",", ";", ":", ".")) or after.startswith(",")
    if idiom.pattern == "suite à" and before.lower().endswith(_GIVES):
        return False
    if idiom.pattern.startswith("il s'agit"):
        if before.lower().endswith(("s'", "s’", "qu'", "qu’")):
            return False
        first = re.match(r"[\w-]+", after)
        return first is None or "i" not in word_tags(first.group())
    if not _fits_in(idiom, match, before, after):
        return False
    return not _in_title_of_act(text, match)


def _fits_in(idiom: Idiom, match: re.Match[str], before: str, after: str) -> bool:
    """Whether the plain form may stand here, for idioms that have a second use where it may not."""
    pattern = idiom.pattern
    if pattern == "ainsi que":
        return not _JOINED.search(before[-80:]) and not after.startswith(("le ", "l'")) and bool(after)
    if pattern in ("ce dernier", "cette dernière", "ces derniers", "ces dernières"):
        first = re.match(r"[\w-]+", after)
        return first is None or "n" not in word_tags(first.group())
    if pattern.endswith(" à") and after.startswith("ce qu"):
        return False
    if pattern == "en conséquence":
        return not after.startswith(("du ", "de ", "des ", "d'", "d’"))
    if pattern in ("personne physique", "personne morale"):
        return not ("personne physique" in match.string and "personne morale" in match.string)
    if idiom.plain.endswith(" droit de") and pattern.endswith(" à"):
        return match.group().endswith(" à")
    if idiom.plain in _MODALS and pattern.endswith((" de", " à")):
        first = re.match(r"[\w-]+", after)
        tags = word_tags(first.group()) if first else ""
        return "i" in tags or "n" not in tags
    if pattern == "quant à":
        return not after.startswith(("lui", "elle", "eux"))
    if pattern == "en cas de":
        return not _EVERYDAY_CASE.match(after)
    if pattern == "mentionn{}":
        return not _REFERENCE.match(after)
    if pattern in ("de nature à", "susceptible de", "susceptibles de"):
        return not _BE.search(f"{before} ")
    if pattern.endswith("toute la durée de"):
        return not after.startswith("vie")
    if _DONE.match(pattern):
        return before.endswith((" été", " est", " sont", " être")) and not _BY.match(after)
    return True


def _in_title_of_act(text: str, match: re.Match[str]) -> bool:
    """ "L'arrêté du 23 mai 2016 relatif à la préparation ..." is a name, and stays as it is."""
    if not _OF_ACTS.match(match.group()):
        return False
    return _ACT.search(text, max(0, match.start() - 90), match.start()) is not None


def _matches(text: str) -> Iterator[tuple[Idiom, re.Match[str]]]:
    """At each word the longest idiom that begins there, and none within another."""
    end = 0
    for word in _WORD_START.finditer(text):
        place = word.start()
        if place < end:
            continue
        beginning = text[place : place + _KEY].lower().replace("’", "'")
        for idiom, pattern in _by_beginning().get(beginning, ()):
            match = pattern.match(text, place)
            if match:
                end = match.end()
                yield idiom, match
                break


@cache
def _by_beginning() -> dict[str, list[tuple[Idiom, re.Pattern[str]]]]:
    """The idioms by their first letters, longest first: a regular expression of all of them is slow."""
    table: dict[str, list[tuple[Idiom, re.Pattern[str]]]] = {}
    for idiom in _heavy_idioms():
        pattern = re.compile(_pattern(idiom.pattern), re.IGNORECASE)
        table.setdefault(idiom.pattern[:_KEY], []).append((idiom, pattern))
    return table


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
    own = next((ending.strip() for ending in (" de", " à") if idiom.plain.endswith(ending)), "")
    if own and idiom.pattern.endswith(f" {own}"):
        return f"{idiom.plain.rsplit(' ', 1)[0]} {tail}"
    if own:
        return _with_own_tail(idiom.plain, own, tail, following)
    if tail in ("de", "d'", "à") and not _DETERMINED.match(following):
        first = re.match(r"[\w-]+", following)
        if first is None or "i" not in word_tags(first.group()):
            return None
    return f"{idiom.plain} {_WITHOUT_TAIL[tail]}".rstrip()


def _with_own_tail(plain: str, own: str, tail: str, following: str) -> str | None:
    """ "Est autorisée à" is "a le droit de": the plain form has a preposition of its own."""
    if tail not in ("de", "d'", "à"):
        return None
    before_vowel = following[:1].lower() in _VOWELS
    if own == "de" and before_vowel:
        return None
    return plain


def _joins(before: str, plain: str) -> bool:
    """No elision would be wrong: "qu'afin de" cannot become "qu'pour", nor "de ainsi" stand."""
    if before.endswith(("'", "’")):
        return plain[0].lower() in _VOWELS
    return not (_LITTLE.search(before) and plain[0].lower() in _VOWELS)
