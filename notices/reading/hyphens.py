"""Puts together words that were divided at the end of a line, and leaves compound words their hyphen."""

from __future__ import annotations

import re
from collections.abc import Container

HYPHENS = "-\u2010\u00ad\ufffe\x02"
"""Also the soft hyphen, and what PDFium gives for a hyphen at a line's end."""

_FIRST_PARTS = frozenset(
    "abat après arc arrière au auto avant bas beau beaux belle bien bloc c'est chef chefs ci "
    "cinquante contre court crédit-bail cyber demi deux dit dix dessous dessus e elle elles est-ce "
    "eux ex extra franco garde gardes grand grande grands gratte haut haute huit ici il ils inter là "
    "laissez libre lui ma main mi micro mini moi moins mort mot multi néo neuf nord non nous nu on "
    "ouest outre par pare passe petit petite petits peut peut-être plate plein plus point porte post "
    "pour pré presque prêt prud propre quarante quatre quelques qu'est rendez sans savoir sept semi "
    "six soi soit soixante sous sud sur taille tenez toi tout toute tous trente trois un une vice "
    "vingt vis vous wagon week".split()
)
_SECOND_PARTS = frozenset(
    "ci là je tu il elle on nous vous ils elles ce moi toi lui leur leurs même mêmes t y en".split()
)
_LAST_WORD = re.compile(r"([\w'’-]*[^\W_])[" + HYPHENS + r"]$")
_FIRST_WORD = re.compile(r"[\w'’-]+")


def glued(before: str, after: str, words: Container[str]) -> str | None:
    """Two lines as one, where the first ends in a divided word; None where it does not.

    `words` are words of the same text in lower case: they tell "com-\\nmune" from "avant-\\nprojet".
    """
    first, second = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if not first or not second:
        return None
    hyphen = "-" if keeps_hyphen(first[1], second[0], words) else ""
    return before[:-1] + hyphen + after


def keeps_hyphen(first: str, second: str, words: Container[str]) -> bool:
    """True where `first-second` is a compound word."""
    compound, whole = f"{first}-{second}".lower(), (first + second).lower()
    if compound in words or whole in words:
        return compound in words
    if first[-1].isdigit() or (second[0].isupper() and not (first.isupper() and second.isupper())):
        return True
    if _is_word(whole):
        return False
    last = first.lower().replace("’", "'").rsplit("'", maxsplit=1)[-1]
    return last in _FIRST_PARTS or second.lower() in _SECOND_PARTS


def _is_word(word: str) -> bool:
    from simplemma import is_known  # a dictionary of half a second: only asked where a line ends in a hyphen

    return bool(is_known(re.split(r"['’]", word)[-1], lang="fr"))


def is_cut_word(first: str, second: str) -> bool:
    """True where two pieces are no words and their whole is one, in French."""
    first = re.split(r"['’]", first)[-1].lower()
    both_words = _is_word(first) and _is_word(second) and len(second) > 2
    return first.isalpha() and _is_word(first + second) and not both_words
