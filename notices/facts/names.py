"""Names of people, places and bodies, acronyms and quotations.

A name is a capitalised word, with those that belong to it, where the capital is not owed to the
beginning of a sentence. Places and nationalities have one value in both languages ("Allemagne",
"allemand" and "German" are germany); every other name is its letters without accents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from notices.facts.fact import Fact
from notices.facts.phrases import PhraseBook
from notices.facts.tables import rows
from notices.facts.tokens import Token, fold, side, tokenise

_QUOTATION = re.compile(r"«\s*([^«»]{1,400}?)\s*»|“\s*([^“”]{1,400}?)\s*”|\"\s*([^\"]{1,400}?)\s*\"")
_OPENERS = frozenset(
    {".", "!", "?", ":", "…", "«", "“", '"', "-", "–", "—", "•", "*", "(", "[", "/", ";", "|", "‘"}
)
_TITLES = frozenset(
    "m mm mme mmes mlle mr mrs ms miss dr pr me monsieur madame messieurs maitre".split()
    + "professeur docteur sir lord lady".split()
)
_NEVER = frozenset(
    "i i'm i'll i'd the a an el je".split()
    + "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
    + "monday tuesday wednesday thursday friday saturday sunday".split()
    + "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()
    + "january february march april may june july august september october november december".split()
    + "madame monsieur messieurs mesdames article articles section act loi code".split()
)
_ROMAN = re.compile(r"[IVXLC]+$")


def find_names(
    text: str, lang: str, tokens: Sequence[Token], taken: Iterable[tuple[int, int]] = ()
) -> tuple[Fact, ...]:
    """Names, acronyms and quotations; names and acronyms only outside the spans that are `taken`."""
    lang = side(lang)
    busy = tuple(taken)
    found = list(_quotations(text))
    placed = [f for f in _places(tokens, lang, text) if not any(f.start < e and s < f.end for s, e in busy)]
    found += placed
    covered = {i for f in placed for i, t in enumerate(tokens) if f.start <= t.start < f.end}
    shouted = _shouted(tokens)
    for at, token in enumerate(tokens):
        if (
            not token.is_word
            or not token.is_capital
            or at in covered
            or token.fold in _NEVER
            or "'" in token.text
        ):
            continue
        if any(token.start < e and s < token.end for s, e in busy):
            continue
        if sum(c.isupper() for c in token.text) > 1:
            found.append(_capitals(token, shouted))
        elif len(token.text) > 1 and token.fold not in _TITLES:
            weak = (_opens(tokens, at) and not _named(tokens, at)) or shouted
            found.append(Fact("name", token.fold, token.start, token.end, token.text, weak))
    return tuple(found)


def _capitals(token: Token, shouted: bool) -> Fact:
    """An acronym; a surname where it is long ("Laure BECCUAU"); nothing sure in a line of capitals."""
    kind = "acronym" if len(token.text) <= 6 else "name"
    value = fold(token.text[:-1]) if token.text.endswith("s") else token.fold
    return Fact(kind, value, token.start, token.end, token.text, shouted or bool(_ROMAN.match(token.text)))


def _shouted(tokens: Sequence[Token]) -> bool:
    """True for a line in capitals: there a capital means nothing."""
    words = [t for t in tokens if t.is_word and len(t.text) > 1]
    capitals = sum(t.is_capital for t in words)
    return bool(words) and (
        sum(t.text.isupper() for t in words) * 2 > len(words)
        or (len(words) > 2 and capitals * 10 > len(words) * 8)
    )


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """True where a capital is owed to the place: at the beginning, after a full stop, an opening quote."""
    if at == 0:
        return True
    if (
        tokens[at - 1].text == "."
        and at > 1
        and (tokens[at - 2].fold in _TITLES or len(tokens[at - 2].text) == 1)
    ):
        return False
    if tokens[at - 1].text in _OPENERS:
        return True
    return tokens[at - 1].text == ")" and at < 6


def _named(tokens: Sequence[Token], at: int) -> bool:
    """A first word is a name where another capitalised word follows at once ("Laure Beccuau")."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        False
        if following is None
        else bool(
            following.is_word
            and following.is_capital
            and following.fold not in _NEVER
            and not tokens[at].low.endswith("'")
            and _unknown(tokens[at].fold)
        )
    )


def _unknown(word: str) -> bool:
    return word not in common_words()


@cache
def common_words() -> frozenset[str]:
    """Beginnings of French and English words that are not names in the first place."""
    return frozenset(row[0] for row in rows("pairs.tsv"))


def _quotations(text: str) -> Iterator[Fact]:
    for m in _QUOTATION.finditer(text):
        words = m.group(1) or m.group(2) or m.group(3)
        value = " ".join(t.fold for t in tokenise(words, "fr") if t.is_word or t.text.isdigit())
        if value:
            yield Fact("quotation", value, m.start(), m.end(), m.group())


@cache
def place_values() -> frozenset[str]:
    """The values of all places and bodies of the table."""
    return frozenset(row[0] for row in rows("places.tsv"))


@cache
def _book(lang: str) -> PhraseBook:
    column = 1 if lang == "fr" else 2
    lines = []
    for row in rows("places.tsv"):
        for form in row[column].split("|"):
            words = re.findall(r"[^\W\d_]+'?\*?|[-.]", fold(form).replace("’", "'"))
            lines.append((" ".join(words), row[0] if form[0].isupper() else f"{row[0]} "))
    return PhraseBook(lines)


def _places(tokens: Sequence[Token], lang: str, text: str) -> Iterator[Fact]:
    for found in _book(lang).find(tokens):
        first, last = found.places[0], found.places[-1]
        capital = any(tokens[p].is_capital for p in found.places)
        if not capital and not found.meaning.endswith(" "):
            continue
        start, end = tokens[first].start, tokens[last].end
        yield Fact("name", found.meaning.strip(), start, end, text[start:end])
