"""The same in fewer words: what a noun or a figure says already is not said twice.

"Un homme âgé de 24 ans" is "un homme de 24 ans"; "dans un délai de dix jours à compter du jugement" is "dans
les dix jours à compter du jugement". Only words that carry no news go; a quotation stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from notices.lexicon import word_tags
from notices.wording.figures import NUMBER_WORDS
from notices.wording.joints import begins_with_vowel, capital, tidy

Change = Callable[[re.Match[str]], str]

_NUMBER = (
    rf"(?:\d+(?: \d{{3}})*(?:,\d+)?|(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})(?![\w-]))"
)
_UNIT = r"(?:jours?|mois|ans|années|semaines?|heures?|minutes?)\b"
_STREET = r"(?:rue|avenue|boulevard|place|quai|chemin|impasse|allée|esplanade)\s"
_TOWN = r"(?!L(?:e|a|es)\s|L['’])[A-ZÀ-ÝŒ][\w’'-]+"
_NOUN = r"(?P<noun>[^\W\d_][\w’'-]*)"
_CARRIES = frozenset(
    "être est sont était étaient sera seront serait seraient soit soient été étant et ou non moins plus "
    "pas".split()
)
"""Words behind which a participle says something of its own."""
_HAS = {"dispose": "a", "disposent": "ont", "disposera": "aura", "disposeront": "auront", "disposez": "avez"}
_HAS |= {form: form for form in ("a", "ont", "aura", "auront", "avez", "aurez", "avoir")} | {
    "disposer": "avoir"
}
_BE = {"est": "a", "sont": "ont", "être": "avoir", "sera": "aura", "seront": "auront"}
_OF = {"de la": "la ", "de l'": "l'", "du": "le ", "des": "des ", "d'": ""}
_WITH_ARTICLE = {"à": "au", "de": "du"}


def _of_a_noun(new: Change) -> Change:
    """The change, only where a noun, a name or an adjective stands before."""

    def changed(match: re.Match[str]) -> str:
        noun = match["noun"]
        tags = word_tags(noun.lower())
        said = noun.lower() in _CARRIES or not (noun[0].isupper() or not tags or set("na") & set(tags))
        return match.group() if said else f"{noun}{new(match)}"

    return changed


def _aged(match: re.Match[str]) -> str:
    """ "un homme âgé de 24 ans" -> "un homme de 24 ans"; "Mme Aubry, âgée de 68 ans," -> "Mme Aubry, 68
    ans,"."""
    if not match["comma"]:
        return f" {match['of']}{match['age']}"
    named = match["noun"][0].isupper() and re.match(r"[,.]|$", match.string[match.end() :])
    return f", {match['age']}" if named else match.group().removeprefix(match["noun"])


def _in_town(match: re.Match[str]) -> str:
    """ "sur le territoire de la commune d'Aubin" -> "à Aubin"; "le maire de la commune d'Aubin" -> "le maire
    d'Aubin"."""
    name = match["name"]
    if match["before"].lower().startswith("de"):
        return f"d'{name}" if begins_with_vowel(name) else f"de {name}"
    return f"{'À' if match['before'][0].isupper() else 'à'} {name}"


def _without_title(match: re.Match[str]) -> str:
    """ "à Monsieur le maire" -> "au maire"; "Madame la préfète" -> "la préfète"."""
    before, article = match["before"] or "", match["article"]
    if before and article == "le":
        short = _WITH_ARTICLE[before.strip().lower()]
        return f"{capital(short) if before[0].isupper() else short} "
    return f"{before}{capital(article) if not match.start() else article}{match['gap']}"


_RULES: tuple[tuple[str, re.Pattern[str], Change], ...] = (
    (
        " âgé",
        re.compile(
            rf"{_NOUN}(?P<comma>,?) âgée?s? (?P<of>de |d['’])"
            rf"(?P<age>(?:(?:plus|moins) de |au (?:plus|moins) |environ )?{_NUMBER}(?:[^.;:]{{0,12}}? ans)?)"
        ),
        _of_a_noun(_aged),
    ),
    (
        " situé",
        re.compile(
            rf"{_NOUN}(?:(?P<comma>,) située?s? (?=(?:\d+(?: ?(?:bis|ter))?,? )?{_STREET}|à [A-ZÀ-Ý])|"
            rf" située?s? (?={_STREET}|à [A-ZÀ-Ý]))"
        ),
        _of_a_noun(lambda m: f"{m['comma'] or ''} "),
    ),
    (
        "article",
        re.compile(
            rf"{_NOUN} (?:prévu|visé|mentionné|défini|fixé|énoncé|édicté|indiqué)e?s? "
            r"(?:(?P<one>à l['’]|par l['’])|(?:aux|par les) )(?=articles? (?:\d|[LRD]\.))"
        ),
        _of_a_noun(lambda m: " de l'" if m["one"] else " des "),
    ),
    (
        "'un délai ",
        re.compile(
            rf"(?i)\b(?P<has>disposer|{'|'.join(_HAS)}) d['’]un délai (?:de |d['’](?=une? ))"
            rf"(?={_NUMBER} {_UNIT}|un )"
        ),
        lambda m: f"{_HAS[m['has'].lower()]} ",
    ),
    (
        " un délai ",
        re.compile(
            rf"\b(?P<has>a|ont|aura|auront|avoir) un délai (?:de |d['’](?=une? ))(?={_NUMBER} {_UNIT}|un )"
        ),
        lambda m: f"{m['has']} ",
    ),
    (
        " délai de ",
        re.compile(
            rf"(?i)\b(?P<dans>dans) (?:un|le) délai de (?P<long>{_NUMBER} {_UNIT}) "
            r"(?=suivant|à compter|à partir|après|qui suiv)"
        ),
        lambda m: f"{m['dans']} les {m['long']} ",
    ),
    ("d'un montant de ", re.compile(rf"(?<=\w) d['’]un montant de (?={_NUMBER})"), lambda m: " de "),
    ("d'une durée de ", re.compile(rf"(?<=\w) d['’]une durée de (?={_NUMBER})"), lambda m: " de "),
    ("somme de ", re.compile(rf"\b(?P<to>à|de) (?:la|une) somme de (?={_NUMBER})"), lambda m: f"{m['to']} "),
    (
        "'adresse",
        re.compile(
            r"à l['’]adresse(?: électronique| mail| e-mail| internet)?(?: suivante)? ?:? ?"
            r"(?=\S+@|www\.|https?:)"
        ),
        lambda m: "à ",
    ),
    (
        "au numéro ",
        re.compile(r"au numéro(?: de téléphone)?(?: suivant)? ?:? ?(?=0\d)"),
        lambda m: "au ",
    ),
    ("site internet ", re.compile(r"\bsite internet (?=d[eu]s?\b|d['’]|www\.|https?:)"), lambda m: "site "),
    (
        " commune",
        re.compile(
            rf"\b(?P<before>(?:[sS]ur|[dD]ans) (?:le territoire de )?|[dD]e )la (?:commune|ville) "
            rf"(?:de |d['’])(?P<name>{_TOWN})"
        ),
        _in_town,
    ),
    (
        "territoire des",
        re.compile(r"\b(?P<on>[sS])ur le territoire des communes de "),
        lambda m: f"{'D' if m['on'] == 'S' else 'd'}ans les communes de ",
    ),
    (
        "le ",
        re.compile(r"(?P<before>\b(?:[àÀ]|[dD]e) )?\b(?:Monsieur|M\.) (?P<article>le)(?P<gap> )(?=[a-zA-Z])"),
        _without_title,
    ),
    (
        " la ",
        re.compile(r"(?P<before>\b(?:[àÀ]|[dD]e) )?\b(?:Madame|Mme) (?P<article>la)(?P<gap> )(?=[a-zA-Z])"),
        _without_title,
    ),
    (
        " sens de circulation",
        re.compile(r"\bdans les deux sens de circulation\b"),
        lambda m: "dans les deux sens",
    ),
    (
        "é",
        re.compile(r"(?<=\d{4}),? (?:susvisée?s?|susmentionnée?s?|précitée?s?)\b,?"),
        lambda m: "",
    ),
    (
        " et qui ",
        re.compile(
            r"(?P<first>\bqui (?:(?!\bqui\b|\bdont\b|\boù\b|\bque\b)[^,;:.()]){3,80}?) et qui (?=[a-zà-ÿ])"
        ),
        lambda m: f"{m['first']} et ",
    ),
    (
        " titulaire",
        re.compile(
            r"\b(?P<be>est|sont|être|sera|seront) titulaires? (?P<of>de la |de l['’]|du |des |d['’](?=une? ))"
        ),
        lambda m: f"{_BE[m['be']]} {_OF[m['of'].replace('’', chr(39)).strip()]}",
    ),
)
_OPENING = frozenset({"le ", " la "})
"""Rules that give a capital to what begins a sentence."""


_QUOTED = re.compile(r"(«[^»]*»?|“[^”]*”?)")


@lru_cache(maxsize=4096)
def briefer(text: str) -> str:
    """The text with what it says twice said once; what it quotes stays as it is."""
    pieces = _QUOTED.split(text)
    said = [piece if number % 2 else _briefer(piece, not number) for number, piece in enumerate(pieces)]
    return tidy("".join(said)) if said != pieces else text


def _briefer(text: str, opens: bool) -> str:
    """The piece in fewer words. `opens`: a sentence may begin with it."""
    low = text.replace("’", "'")
    for needle, pattern, change in _RULES:
        if needle in low and (opens or needle not in _OPENING):
            text = pattern.sub(change, text)
            low = text.replace("’", "'")
    return text
