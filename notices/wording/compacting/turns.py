"""Turns of phrase of a table, each with the shorter turn that says the same.

A table is a file of rows: what is found, what is said instead, and where it may be said. In a row, `{de}`
is "de", "du", "des", "de la", "de l'" or "d'"; `{à}` is "à", "au", "aux", "à la" or "à l'"; `{le}` the
article that is left of either; `{n}` a number that follows; `{v}` an infinitive, `{mois}` the name of a
month, `{an}` a year, `{le_la}` an article or another word that determines a noun. `(a|b)` is a choice,
`<a|b>` one that is kept and stands for `{}` in what is said instead, and a word in `[ ]` may be missing.
What stands in quotation marks, in an address or in a legal term is never touched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from notices.lexicon import find_terms, word_tags
from notices.wording.figures import MONTHS, NUMBER_WORDS
from notices.wording.joints import capital, join, tidy

_APOSTROPHE = "['’]"
_NUMBER_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_DETERMINER = (
    r"(?:la |le |les |l['’]|une? |ce |cet |cette |ces |son |sa |ses |leurs? |notre |nos |votre |vos |"
    r"chaque |tout |toute |tous |toutes )"
)
_HOLES = {
    "{de}": r"(?P<de>de la |de l['’]|du |des |de |d['’])",
    "{à}": r"(?P<a>à la |à l['’]|au |aux |à )",
    "{n}": rf"(?P<n>(?=\d|(?:{_NUMBER_WORDS}|une?)\b))",
    "{v}": r"(?P<v>(?:[sl]['’]|se |en |y |les? |la )?[a-zà-ÿœ-]+(?:er|ir|re|oir)\b)",
    "{mois}": rf"(?P<mois>(?:{'|'.join(MONTHS)})\b)",
    "{an}": r"(?P<an>(?:19|20)\d\d\b(?![/-]))",
    "{le_la}": rf"(?P<le_la>{_DETERMINER})",
}
_HOLE = re.compile("|".join(re.escape(hole) for hole in _HOLES))
_LEFT = {"de la ": "la ", "de l'": "l'", "du ": "le ", "des ": "les ", "de ": "", "d'": ""}
_LEFT |= {"à la ": "la ", "à l'": "l'", "au ": "le ", "aux ": "les ", "à ": ""}
_DE = {"la ": "de la ", "l'": "de l'", "le ": "du ", "les ": "des ", "": "de "}
_A = {"la ": "à la ", "l'": "à l'", "le ": "au ", "les ": "aux ", "": "à "}
_BARE = frozenset("avec contre en par pour sans selon entre".split())
"""Words behind which a noun may stand without an article."""
_DETERMINED = re.compile(
    rf"(?:{_DETERMINER}|plus |moins |plusieurs |quelques |certaine?s |\d|[A-ZÀ-Ý]|(?:{_NUMBER_WORDS})\b)"
)
_PROTECTED = re.compile(
    r"«[^»]*»|“[^”]*”|\"[^\"]*\"|\S+@\S+|\b\w+\.(?:fr|com|org|gouv|gg|net|eu)\b\S*|https?://\S+|www\.\S+"
)
_WORD = re.compile(r"(?<![\w-])[^\W\d_]{1,4}")
_KEY = 4
"""So many letters of the first word lead to a turn of phrase."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A row of a table: how a turn of phrase is found, and what is said instead."""

    pattern: re.Pattern[str]
    plain: str
    where: str


class Table:
    """The turns of phrase of one file, asked together."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, text: str) -> str:
        """The text with each turn of phrase in its shorter form, where that is good French."""
        out, position = "", 0
        for start, turns in _found(text, _turns(self._name)):
            if start < position:
                continue
            done = _first(turns, text, start, out + text[position:start])
            if done is not None:
                out, position = done
        return _spaced(out + text[position:]) if position else text


def untouchable(text: str, span: tuple[int, int], plain: str = "") -> bool:
    """True where a place lies in a quotation or an address, or would lose a legal term."""
    start, end = span
    if any(m.start() < end and start < m.end() for m in _PROTECTED.finditer(text)):
        return True
    low = plain.lower()
    return any(
        text[max(start, found.start) : min(end, found.end)].lower() not in low
        for found in find_terms(text)
        if found.start < end and start < found.end and not found.term.easy
    )


def _found(text: str, turns: dict[str, tuple[Turn, ...]]) -> Iterator[tuple[int, tuple[Turn, ...]]]:
    """The words of a text that turns may begin with, from left to right."""
    low = text.lower()
    low = low if len(low) == len(text) else text
    for word in _WORD.finditer(low):
        if candidates := turns.get(word.group()):
            yield word.start(), candidates


def _first(turns: tuple[Turn, ...], text: str, start: int, before: str) -> tuple[str, int] | None:
    """The text up to the end of the first turn that may stand here, in its shorter form, and that end."""
    for turn in turns:
        match = turn.pattern.match(text, start)
        plain = _plain(turn, match, text) if match else None
        if match is None or plain is None or untouchable(text, match.span(), plain):
            continue
        sewn = _sewn(before, plain, match.group(), text[match.end() :])
        if sewn is not None:
            return sewn, match.end()
    return None


@cache
def _turns(name: str) -> dict[str, tuple[Turn, ...]]:
    """The turns of a table by the first letters of their first word, the longer ones first."""
    known: dict[str, list[Turn]] = {}
    for found, plain, where in sorted(rows(name), key=lambda row: -len(row[0])):
        turn = Turn(re.compile(_pattern(found), re.IGNORECASE), plain, where)
        for key in dict.fromkeys(_keys(found)):
            known.setdefault(key, []).append(turn)
    return {key: tuple(turns) for key, turns in known.items()}


def rows(name: str) -> list[tuple[str, str, str]]:
    """The rows of a table: what is found, what is said instead, where."""
    text = (files(__package__) / name).read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return [(line[0], line[1] if len(line) > 1 else "", line[2] if len(line) > 2 else "") for line in lines]


def _keys(found: str) -> Iterator[str]:
    """What the words that a turn may begin with begin with."""
    choice = re.match(r"[(<]([^()<>]*)[)>]", found)
    for word in choice[1].split("|") if choice else [found]:
        first = re.match(r"[^\W\d_]+", word.lower())
        if first is None:
            raise ValueError(f"{found}: a turn of phrase begins with a word")
        yield first.group()[:_KEY]


def _pattern(found: str) -> str:
    """The regular expression of a row."""
    parts = re.split(_HOLE, found)
    holes = [_HOLES[hole] for hole in _HOLE.findall(found)]
    written = [_literal(part) for part in parts]
    body = written[0] + "".join(hole + part for hole, part in zip(holes, written[1:], strict=True))
    open_end = found.endswith(("{de}", "{à}", "{n}", "{le_la}", "'"))
    return body if open_end else body + r"(?![\w-])"


def _literal(part: str) -> str:
    """What stands between two holes, with its choices and its words that may be missing."""
    body = re.escape(part).replace("\\ ", " ")
    for mark, meaning in (
        ("\\(", "(?:"),
        ("\\)", ")"),
        ("\\|", "|"),
        ("\\[", "(?:"),
        ("\\]", ")?"),
        ("<", "("),
        (">", ")"),
    ):
        body = body.replace(mark, meaning)
    return body.replace("'", _APOSTROPHE)


def _plain(turn: Turn, match: re.Match[str], text: str) -> str | None:
    """What is said instead, its holes filled; None where it may not be said here."""
    rest = text[match.end() :]
    if not _may_stand(turn.where, text[: match.start()], match.group(), rest):
        return None
    values = {name: value for name, value in match.groupdict().items() if value is not None}
    joint = (values.get("de") or values.get("a") or "").lower().replace("’", "'")
    left = _LEFT.get(joint, "")
    if "v" in values and "i" not in word_tags(re.split(r"[ '’]", values["v"])[-1]):
        return None
    if "{le}" in turn.plain and _goes_on("à" if "a" in values else "de", rest):
        return None
    last = turn.plain.removesuffix("{le}").split()[-1:]
    bare = joint in ("de ", "d'", "à ") and "{le}" in turn.plain
    if bare and turn.where == "some" and _is_plural(rest):
        left, bare = "des ", False
    if bare and not _DETERMINED.match(rest) and (not last or last[0] not in _BARE):
        first = re.match(r"[\w-]+", rest)
        if not first or "i" not in word_tags(first.group()):
            return None
    if bare and last == ["avec"] and _is_plural(rest):
        left = "des "
    plain = turn.plain.replace("{le}", left).replace("{n}", "")
    if "{de}" in plain:
        plain = plain.replace("{de}", joint if joint in _DE.values() or joint == "d'" else _DE[left])
    if "{à}" in plain:
        plain = plain.replace("{à}", joint if joint in _A.values() else _A[left])
    for kept in (value for value in _kept(match) if "{}" in plain):
        plain = plain.replace("{}", kept, 1)
    for name in ("v", "mois", "an", "le_la"):
        plain = plain.replace("{" + name + "}", values.get(name, ""))
    return plain


_MORE = {
    "de": re.compile(r"[^.;:]*?(?:,|\b(?:et|ou)) (?:de |du |des |d['’])"),
    "à": re.compile(r"[^.;:]*?(?:,|\b(?:et|ou)) (?:à |au |aux )"),
}


def _goes_on(preposition: str, rest: str) -> bool:
    """True where a second "de" (or "à") may hang on the turn that goes."""
    return bool(_MORE[preposition].match(rest))


def _is_plural(rest: str) -> bool:
    """True where the next word is a noun in the plural: "prescriptions", and not "toux"."""
    word = re.match(r"([a-zà-ÿœ-]+)s\b", rest)
    return word is not None and (word[1].endswith("e") or bool(word_tags(word[1])))


def _kept(match: re.Match[str]) -> list[str]:
    """The choices of a turn that are kept."""
    named = set(match.re.groupindex.values())
    return [match[n] for n in range(1, match.re.groups + 1) if n not in named and match[n] is not None]


def _may_stand(where: str, before: str, found: str, after: str) -> bool:
    """True where the place of a turn of phrase is one that its row allows."""
    test = _PLACES.get(where)
    return test is None or test(before.rstrip(), found, after)


def _ends_in_noun(before: str) -> bool:
    last = re.search(r"([^\W\d_][\w’'-]*)$", before)
    if last is None:
        return bool(re.search(r"[»)]$", before))
    word = re.sub(r"^\w{1,2}['’]", "", last[1])
    if word.lower() in _NEEDS_MORE:
        return False
    tags = word_tags(word.lower())
    if not tags:
        return word[0].isupper() or len(word) > _SHORT
    return word[0].isupper() or (bool(set("na") & set(tags)) and not set("vi") & set(tags))


_SHORT = 4
"""An unknown word of more letters is a noun."""
_NEEDS_MORE = frozenset("chef chefs cas conditions dispositions faits être".split())
"""Nouns that say nothing without what stands at them."""


def _starts_sentence(before: str, found: str, after: str) -> bool:
    return not before or before[-1] in ".!?:;"


_AUXILIARY = re.compile(
    r"\b(?:est|sont|a|ont|était|étaient|avait|avaient|sera|seront|aura|auront|serait|seraient|peut|peuvent|"
    r"pourra|pourront|doit|doivent|devra|devront|avez|êtes|pouvez|devez)$"
)
_OF_RULES = re.compile(
    r"[^.;:]{0,80}\b(?:relatives|applicables|prévues|fixées|portant|concernant|définies|dont)\b"
)
"""What is said of rules that are left out."""
_OF_A_TIME = re.compile(
    r"(?!une? )[^,.;]{0,25}\b(?:renouvelable|prorogeable|reconductible)\b|"
    r"[^,.;]{0,25}, ?(?:[a-zà-ÿœ]+ées?\b|[^,.;]{0,20}\blaquelle\b)"
)
"""What is said of a time that is left out."""
_PLACE = re.compile(
    r"\s*(?:à|au|aux|dans|sur|en|chez|place|rue|près|derrière|devant|hors|entre)\b(?! [a-zà-ÿ]+ant\b)"
)
_WISHED = re.compile(
    r"\b(?:condition|pour|afin|bien|avant|sans|ce|réserve|pourvu|faut|faudra|sorte) qu(?:e\b|['’])[^,;]*$"
)
"""Behind these a verb stands in the subjunctive."""
_CLAUSE = re.compile(
    r"\s*(?:ils?|elles?|on|nous|vous|je|ce|cela|c['’]|(?:l['’]|le |la |les )?(?:a|ont|est|sont|prévoit|"
    r"prévoient|indique|exige|demande|précise|"
    r"rappelle|permet)\b)"
)
_QUANTITY = re.compile(
    rf"\s*(?:\d[\d ,]*|(?:{_NUMBER_WORDS}|une?) )\s*(?:%|€|(?:euros?|litres?|kg|kilos?|mois|jours?|ans|"
    rf"heures?|fois|mètres?)\b)"
)
_OFFICE = re.compile(
    r"(?:la |le |les |l['’]|nos |ses )?(?:préfecture|préfet|préfète|mairie|maire|ville|commune|communauté|"
    r"département|région|"
    r"rectorat|direction|agence|service|services|parquet|gendarmerie|police|État|association|office|syndicat|"
    r"[A-ZÀ-Ý]{2,}|conseil|caisse|centre|école|écoles|bibliothèque|médiathèque|Ville|Région|Département|État)"
)
"""Whom one works with."""
_PLACES: dict[str, Callable[[str, str, str], bool]] = {
    "head": _starts_sentence,
    "after a noun": lambda before, found, after: _ends_in_noun(before),
    "before a figure": lambda before, found, after: bool(
        re.match(rf"\s*(?:\d|(?:{_NUMBER_WORDS})\b)", after)
    ),
    "before a stop": lambda before, found, after: not after.strip() or after.lstrip()[0] in ".,;:)",
    "before an infinitive": lambda before, found, after: (
        "i"
        in word_tags(
            (
                re.match(r"\s*(?:ne pas |n['’]y |[sl]['’]|se |les? |la |en |y )?([a-zà-ÿœ-]+)", after)
                or [""] * 2
            )[1]
        )
    ),
    "before a quantity": lambda before, found, after: bool(_QUANTITY.match(after)),
    "after a noun, without article": lambda before, found, after: (
        _ends_in_noun(before) and bool(re.search(r"(?: de|d['’]) ?$", found))
    ),
    "after a noun, not before a participle": lambda before, found, after: (
        _ends_in_noun(before) and "p" not in word_tags((re.match(r"\s*([a-zà-ÿœ-]+)", after) or [""] * 2)[1])
    ),
    "with its article": lambda before, found, after: not re.search(r"(?: de|d['’]) ?$", found),
    "after an auxiliary": lambda before, found, after: bool(_AUXILIARY.search(before)),
    "nothing agrees with them": lambda before, found, after: not _OF_RULES.match(after),
    "nothing agrees with it": lambda before, found, after: not _OF_A_TIME.match(after),
    "not before par": lambda before, found, after: (
        _ends_in_noun(before) and not after.lstrip().startswith("par ")
    ),
    "before a place": lambda before, found, after: bool(_PLACE.match(after) and not _WISHED.search(before)),
    "before a name": lambda before, found, after: after[:1].isupper(),
    "before a plural": lambda before, found, after: bool(re.match(r"\s*[a-zà-ÿœ-]+[sx]\b", after)),
    "not before a clause": lambda before, found, after: not _CLAUSE.match(after),
    "after a determiner": lambda before, found, after: bool(
        re.search(r"\b(?:leur|votre|son|notre|un|le)$", before)
    ),
    "after a comma": lambda before, found, after: before.endswith(","),
    "before an office": lambda before, found, after: bool(_OFFICE.match(after)),
}


_NO_COMMA = "\1"
"""Where a phrase stood between two commas: neither is left."""
_LOST_HEAD = "\0"
"""Where a sentence lost its first words: the next one gets the capital."""


def _sewn(before: str, plain: str, found: str, after: str) -> str | None:
    """The text before with the new words, elided and with a capital where it begins a sentence; None where
    it cannot be told."""
    if not plain:
        nothing_left = not after.strip(" .,;:") and not before.strip()
        if nothing_left or (not before.strip() and re.match(r"[ ,]*(?:et|ou|mais|ni)\b", after)):
            return None
        if before.endswith(", ") and after.startswith(", "):
            before = before[:-2] + _NO_COMMA
        return before + (_LOST_HEAD if found[:1].isupper() else "")
    if found[:1].isupper():
        plain = capital(plain)
    try:
        return join(before, plain)
    except ValueError:
        return None


def _spaced(text: str) -> str:
    """One space between words, no comma doubled; a capital where a sentence lost its first words."""
    text = re.sub(rf"{_NO_COMMA},?", "", text)
    text = re.sub(rf"{_LOST_HEAD}[\s,:]*(\w)", lambda m: m[1].upper(), text).replace(_LOST_HEAD, "")
    return tidy(re.sub(r",(?=\s*[.;:])", "", re.sub(r"^\s*[,;]\s*", "", text)))
