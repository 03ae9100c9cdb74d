"""Lines that say whom to reach and how: names, numbers and addresses as they stand, small words by rule.

"Mme Chloé Vasseur, 04 00 67 12 85, ou par e-mail : voirie@mairie.fr"
"Ms Chloé Vasseur, 04 00 67 12 85, or by e-mail: voirie@mairie.fr"
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from notices.facts import find_facts
from notices.lexicon import word_tags
from notices.translation.moments import moment

_REACHED = frozenset({"phone", "email", "url"})
_TITLES = {"M.": "Mr", "MM.": "Messrs", "Mme": "Ms", "Mmes": "Mses", "Mlle": "Ms", "Dr": "Dr", "Me": "Maître"}
_NAME = re.compile(
    r"(?:(?P<title>M\.|MM\.|Mme|Mmes|Mlle|Dr|Me) )?"
    r"(?P<name>[A-ZÀ-Ý][\w'-]*(?: (?:de|du|des|d'|la|le|les|et)(?= ?[A-ZÀ-Ý])| ?[A-ZÀ-Ý][\w'-]*)*)(?!\w)"
)

FREE_NUMBER = re.compile(r"(?<!\d)0[ \u00a0]?8\d\d(?:[ \u00a0]?\d\d){3}(?![ \u00a0]?\d)")
"""A number for the public, "0 805 00 12 34"."""


def contact(text: str) -> str | None:
    """The English of a line with a number or address in it; None where it holds words that no rule knows."""
    reached = sorted(
        {(fact.start, fact.end) for fact in find_facts(text, "fr") if fact.kind in _REACHED}
        | {match.span() for match in FREE_NUMBER.finditer(text)}
    )
    pieces: list[str | None] = []
    end = 0
    for start, after in reached:
        if start >= end:
            pieces += [_small_words(text[end:start]), text[start:after]]
            end = after
    pieces.append(_small_words(text[end:]))
    if not reached or None in pieces:
        return None
    joined = "".join(piece for piece in pieces if piece is not None)
    return re.sub(r"\s+([:;,.)])", r"\1", joined)


def _small_words(text: str) -> str | None:
    """What stands between two addresses, piece by piece: a time, a word of the table, a name."""
    rest = re.sub(r"\s+", " ", text.replace("’", "'"))
    written = ""
    while rest:
        taken = _sign(rest) or _word(rest) or _time(rest) or _named(rest)
        if taken is None:
            return None
        said, length = taken
        written, rest = written + said, rest[length:]
    return written


def _sign(rest: str) -> tuple[str, int] | None:
    match = re.match(r"[\s:;,.()/–—-]+", rest)
    return (match.group(), match.end()) if match else None


def _word(rest: str) -> tuple[str, int] | None:
    for french, english in _table():
        if rest[: len(french)].lower() == french and not rest[len(french) : len(french) + 1].isalnum():
            capital = rest[0].isupper() and english
            return (english[:1].upper() + english[1:] if capital else english), len(french)
    return None


def _time(rest: str) -> tuple[str, int] | None:
    """The longest beginning, up to a sign, that is an expression of time."""
    for end in sorted(
        {len(rest), *(match.start() for match in re.finditer(r"\s?[;:,.()]", rest))}, reverse=True
    ):
        if said := moment(rest[:end].strip()):
            return said + (" " if rest[:end].endswith(" ") else ""), end
    return None


def _named(rest: str) -> tuple[str, int] | None:
    """A name as it stands; its title in English."""
    match = _NAME.match(rest)
    if match is None or not (match["title"] or all(map(_is_no_word, match["name"].split()))):
        return None
    title = _TITLES[match["title"]] + " " if match["title"] else ""
    return title + match["name"], match.end()


def _is_no_word(word: str) -> bool:
    """An acronym, or what no dictionary knows: "Ouvert" before a number is no name."""
    return word.isupper() or not word_tags(word)


@cache
def _table() -> tuple[tuple[str, str], ...]:
    text = files(__package__).joinpath("contacts.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(sorted(((fr, en) for fr, en in rows), key=lambda row: -len(row[0])))
