"""Administrative turns of phrase in plain words, with elision, contraction and conjugation kept right.

Only idioms of mode `auto` and `del` are used: those of mode `sug` are for the drafter to decide.
What stands in quotation marks, in an address or in a legal term is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from notices.lexicon import Idiom, find_terms, idioms, word_tags
from notices.wording.joints import begins_with_vowel, capital, join, tidy

_ENDINGS = "eraient|erait|eront|erons|erez|aient|ions|ées|ent|ons|ait|ant|era|ont|iez|ez|ée|és|er|es|e|é|a"
_ARTICLE_AFTER = {"de": "", "d'": "", "du": "le ", "des": "les ", "à": "", "au": "le ", "aux": "les "}
_BARE_IS_FINE = frozenset("sans avec pour sauf contre selon plusieurs pendant malgré comme par".split())
_DETERMINED = re.compile(
    r"(?:l['’]|\d|[A-ZÀ-Ý]|(?:la|le|les|une?|ce|cet|cette|ces|son|sa|ses|leurs?|notre|nos|"
    r"votre|vos|tout|toute|tous|"
    r"toutes|chaque|plusieurs|plus|moins|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\b)"
)
_PROTECTED = re.compile(
    r"«[^»]*»|“[^”]*”|\"[^\"]*\"|\S+@\S+|\b\w+\.(?:fr|com|org|gouv|gg|net|eu)\b\S*|https?://\S+|www\.\S+"
)


def plain_idioms(text: str) -> str:
    """The text with its idioms made plain; what cannot be replaced in good French stays."""
    text = _said_of(_without_as_for(_one_de(text)))
    protected = _protected(text)
    out = ""
    position = 0
    for idiom, match in _found(_low(text)):
        tail, ending = _read(idiom, match)
        written = text[match.start() : match.end()]
        if match.start() < position or _harms(idiom, match, text, protected):
            continue
        rest = text[match.end() :]
        if not _may_stand(idiom.note, text[: match.start()].rstrip(), rest.lstrip()):
            continue
        if tail and not idiom.plain.endswith((" de", " à")) and _goes_on(tail, rest):
            continue
        new = _plain_form(idiom, tail, ending, rest)
        if new is None:
            continue
        if written[0].isupper() and not written.isupper():
            new = capital(new)
        try:
            out = join(_seam(out, text[position : match.start()]), new)
        except ValueError:
            continue
        position = match.end()
    return without_padding(_seam(out, text[position:]))


def _harms(idiom: Idiom, match: re.Match[str], text: str, protected: list[tuple[int, int]]) -> bool:
    """True where an idiom would change what is protected; "faire appel" keeps its term "appel"."""
    return any(
        start < match.end()
        and match.start() < end
        and not (match.start() <= start and end <= match.end() and text[start:end] in idiom.plain.split())
        for start, end in protected
    )


_PERSON = r"(?:lui|elles?|eux)"
_AS_FOR = re.compile(rf"(?i),?\s+quant à {_PERSON}(?:[- ]mêmes?)?(?:,(?=\s)|(?=\s|[.;]))")
_AS_FOR_FIRST = re.compile(rf"^Quant à {_PERSON},?\s+")


def _without_as_for(text: str) -> str:
    """ "Le pont, quant à lui, reste ouvert" -> "Le pont reste ouvert": it takes up what is said beside it."""
    if "«" in text:
        return text
    headless = _AS_FOR_FIRST.sub("", text)
    return _AS_FOR.sub("", text if headless == text else capital(headless))


_NOT_TO_DO = re.compile(
    r"^Aucune? (?P<what>[a-zà-ÿ]+) n['’]est (?:à (?:effectuer|faire|accomplir|réaliser)) par "
    r"(?P<who>(?:(?P<one>(?:le|la|ce|cette|un|une)\s|l['’])|(?:les|ces|des)\s)[^,;:.]+)(?P<end>\.?)$"
)


def _said_of(text: str) -> str:
    """ "Aucune démarche n'est à faire par les élus" -> "Les élus n'ont aucune démarche à faire"."""
    if not (found := _NOT_TO_DO.match(text)):
        return text
    verb = "a" if found["one"] else "ont"
    determiner = text.split(" ", 1)[0].lower()
    return capital(f"{found['who']} n'{verb} {determiner} {found['what']} à faire{found['end']}")


_JOINS_A_PARTICIPLE = re.compile(
    r"\b(?:et|ou|être|été|est|sont|soi(?:t|ent)|ser(?:a|ont)|étai(?:t|ent)|sembl\w+)$"
)


def _may_stand(note: str, before: str, after: str) -> bool:
    """True where the place of an idiom is one that its note allows."""
    if note == "not after a comma":
        return not before.endswith(",")
    if note == "only at the head of a sentence":
        return not before
    if note == "only as an apposition":
        return not _JOINS_A_PARTICIPLE.search(before)
    if note == "only before a figure":
        return bool(re.match(r"\d|midi|minuit", after))
    if note == "only before a stop":
        return bool(re.match(r"[.,;:!]|$", after))
    if note == "alone":
        return not re.match(r"[^.;:]*(?:\bet|,) (?:l[ae]s? |l['’]|des? )", after)
    if note == "only of money":
        return bool(_MONEY.match(after))
    if note == "only after a noun":
        return _ends_in_a_noun(before)
    if note == "only where nothing is followed up":
        return not _FOLLOWED_UP.search(before)
    if note == "only before its noun":
        return bool(re.match(r"[\w'’]", after))  # "votre vie durant, "
    if note == "not behind a choice":
        return not re.search(r"(?i)(?:^|[\s,])(?:ou|et|ni)$", before)
    if note == "not of itself":
        return not before.lower().endswith((" se", " s'", " s’"))
    return True


_FOLLOWED_UP = re.compile(
    r"(?i)(?<![\w-])(?:donn[a-zà-ÿ]*|fai[a-zà-ÿ]*|fer(?:a|ait|ont|aient)|fasse(?:nt)?|réserv[a-zà-ÿ]+)"
    r"(?:\s+(?:pas|plus|aucune|une|de|la))*$"
)
"""\"Donner suite à une demande" is to grant it; "faire suite à" is to come after."""


_MONEY = re.compile(
    r"(?i)(?:[\w'’-]+\s+){0,3}(?:[ldn]['’])?(?:aides?|allocations?|bourses?|droits?|indemnités?|loyers?|montants?|"
    r"pensions?|prestations?|primes?|rémunérations?|retraites?|revenus?|rsa|salaires?|sommes?|subventions?|"
    r"\d[\d ]*\s?(?:€|euros))\b"
)
"""What is received as money is: "percevoir l'allocation", but not "percevoir la structure d'un texte"."""


def _ends_in_a_noun(before: str) -> bool:
    last = re.search(r"([A-Za-zà-ÿœ-]+)$", before)
    tags = word_tags(last[1]) if last else ""
    return (
        "n" in tags
        and "v" not in tags
        and last is not None
        and last[1].lower() not in ("être", "pas", "plus")
    )


def _seam(before: str, after: str) -> str:
    """The text with what follows a turn of phrase, elided: "a le droit d'exploiter"."""
    if not before or not after.startswith(" "):
        return before + after
    return join(f"{before} ", after.lstrip())


_SET_FREE = re.compile(
    r"(?i)(?P<duty>\b(?:tenue?s?|il\s+convient|il\s+y\s+a\s+lieu|l['’]obligation|il\s+est\s+(?:nécessaire|"
    r"indispensable|impératif|obligatoire))\s+(?:de\s+|d['’]))(?P<rest>[^.;:]+)"
)
_NEXT = re.compile(
    r"(?P<joint>(?:,|\bet|\bou)\s+)(?:de\s+|d['’])(?=(?:ne\s+(?:pas|plus|rien|jamais)\s+)?(?:l[ea]s?\s+|l['’]|y\s+|se\s+|s['’])?"
    r"[a-zà-ÿ]+(?:er|ir|re|oir)\b)"
)


def _one_de(text: str) -> str:
    """ "tenu de V et de W" -> "tenu de V et W": the turn of phrase will go, and its second "de" with it."""
    return _SET_FREE.sub(lambda m: m["duty"] + _NEXT.sub(r"\g<joint>", m["rest"]), text)


def _goes_on(tail: str, rest: str) -> bool:
    """True where a second "de" (or "à") hangs on the same turn of phrase."""
    clause = re.split(r"[.;:]", rest, maxsplit=1)[0]
    own = r"(?:de|du|des|d['’])" if tail.startswith("d") else r"(?:à|au|aux)"
    return bool(re.search(rf"(?:,\s+(?:et\s+|ou\s+)?|\b(?:et|ou)\s+){own}(?:\s|(?<=['’]))", clause))


Candidate = tuple[Idiom, re.Pattern[str]]

_WORD = re.compile(r"(?<![\w-])[^\W\d_]{1,3}")
"""The first letters of a word, by which the turns of phrase that may begin there are found."""


def _found(low: str) -> Iterator[tuple[Idiom, re.Match[str]]]:
    """The idioms of a text in small letters, from left to right; of several, the first of the list."""
    end = 0
    for word in _WORD.finditer(low):
        if word.start() < end:
            continue
        for idiom, pattern in _by_beginning().get(word.group(), ()):
            if match := pattern.match(low, word.start()):
                end = match.end()
                yield idiom, match
                break


@cache
def _by_beginning() -> dict[str, tuple[Candidate, ...]]:
    """The idioms by the first letters of their first word. (One search for all of them, with a group each,
    takes seven times as long.)"""
    known: dict[str, list[Candidate]] = {}
    for idiom in idioms():
        if idiom.mode == "auto" and (beginning := _WORD.match(idiom.pattern.lower())):
            known.setdefault(beginning.group(), []).append((idiom, re.compile(_pattern(idiom.pattern))))
    return {beginning: tuple(candidates) for beginning, candidates in known.items()}


def _low(text: str) -> str:
    """The text in small letters, each in its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _pattern(pattern: str) -> str:
    pattern = pattern.lower()
    body, tail = pattern, ""
    if pattern.endswith(" de"):
        body, tail = pattern[:-3], r"\s+(?:(?:du|des|de)(?!\w)|d['’](?=\w))"
    elif pattern.endswith(" à"):
        body, tail = pattern[:-2], r"\s+(?:aux|au|à)(?!\w)"
    words = [
        re.escape(word).replace(r"\{\}", f"(?:{_ENDINGS})").replace("'", "['’]") for word in body.split()
    ]
    return r"\s+".join(words) + (tail or r"(?![\w-])")


def _read(idiom: Idiom, match: re.Match[str]) -> tuple[str, str]:
    """The preposition that ends the idiom, and the ending of its verb."""
    text = match.group().replace("’", "'")
    tail = ""
    if idiom.pattern.endswith((" de", " à")):
        tail = re.sub(r".*\s", "", text)
    ending = ""
    if "{}" in idiom.pattern:
        stem = idiom.pattern.lower().split("{}")[0]
        ending = re.sub(rf"^{re.escape(stem)}", "", text)
    return tail, ending


def _plain_form(idiom: Idiom, tail: str, ending: str, rest: str) -> str | None:
    new = idiom.plain
    if ending:
        return _conjugated(new.replace("{}", ""), ending)
    following = rest.lstrip()
    if not tail:
        return f"{new}t" if re.search(r"\bce$", new) and begins_with_vowel(following) else new
    if new.endswith((" de", " à")):
        return _with_preposition(idiom, new, tail, following)
    bare = tail in ("de", "d'") and not _DETERMINED.match(following)
    first = re.match(r"[\w'’-]+", following)
    if bare and first and "i" not in word_tags(first[0]) and new.split()[-1] not in _BARE_IS_FINE:
        return None
    if bare and first and new.endswith("avec") and first[0].endswith(("s", "x")):
        return f"{new} des "
    if bare and first and new == "pour" and "i" not in word_tags(first[0]):
        return None
    article = _ARTICLE_AFTER[tail]
    return f"{new} {article}".rstrip() if not tail.endswith("'") else f"{new} "


_OTHER = {"à": "de", "au": "du", "aux": "des", "de": "à", "d'": "à", "du": "au", "des": "aux"}


def _with_preposition(idiom: Idiom, new: str, tail: str, following: str) -> str | None:
    """The plain form with the contraction found: "à l'issue du" -> "à la fin du"."""
    body, preposition = new.rsplit(" ", 1)
    if idiom.pattern.endswith(f" {preposition}"):
        return f"{body} {tail}"
    first = re.match(r"[\w'’-]+", following)
    if first is None or "i" not in word_tags(first[0]):
        return None
    return f"{body} {_OTHER[tail]}" + (" " if tail.endswith("'") else "")


def _conjugated(stem: str, ending: str) -> str:
    if stem.endswith("c") and ending[0] in "aâo":
        stem = stem[:-1] + "ç"
    if stem.endswith("g") and ending[0] in "aâo":
        stem += "e"
    return stem + ending


@cache
def _empty_phrases() -> re.Pattern[str]:
    phrases = (i.pattern.rstrip(",") for i in idioms() if i.mode == "del")
    return re.compile(
        "|".join(re.escape(p).replace(r"\ ", r"\s+").replace("'", "['’]") for p in phrases), re.IGNORECASE
    )


def without_padding(text: str) -> str:
    """Without the phrases that say nothing, at the head of the sentence or between two commas."""
    head = re.match(rf"(?:{_empty_phrases().pattern})\s*[,:]?\s+(?:que\s+)?(?=\S)", text, re.IGNORECASE)
    if head and (
        head.group().rstrip().endswith((",", ":", "que"))
        or head.group().strip().lower().startswith(("c'est", "c’est"))
    ):
        return capital(without_padding(text[head.end() :]))
    text = re.sub(rf",\s+(?:{_empty_phrases().pattern}),", "", text, flags=re.IGNORECASE)
    return tidy(text)


def _protected(text: str) -> list[tuple[int, int]]:
    quoted = [match.span() for match in _PROTECTED.finditer(text)]
    return quoted + [found.span for found in find_terms(text) if not found.term.easy]
