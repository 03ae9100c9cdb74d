"""Names and acronyms: none lost, none invented, none in another's place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from notices.facts import Fact, find_facts
from notices.facts.names import common_words, place_values
from notices.facts.tokens import Token, stem, tokenise
from notices.gate.coverage import small_words
from notices.gate.doubt import Doubt, DoubtSide, Severity
from notices.gate.licence import by_idiom, free_words
from notices.gate.own import phrases_in
from notices.gate.text import Text, alike, back_translations, clip, counterparts, unique


def unknown_names(
    written: Text, source: Text, side: DoubtSide, context: Text | None = None
) -> Iterator[Doubt]:
    """Names of `written` that neither `source` nor its context holds. Swap the two to find what is lost."""
    for fact in unique(written.of("name", "acronym")):
        if (
            fact.weak
            or _own_or_small(fact, written, source)
            or _held(fact, written, source)
            or (context is not None and _held(fact, written, context))
        ):
            continue
        severity = _severity(fact, written, source)
        if severity:
            yield Doubt(fact.kind, clip(fact.text), side, severity)


def _own_or_small(fact: Fact, written: Text, source: Text) -> bool:
    """True for a word that one language writes with a capital by its place alone: "Vers", "Cause :"."""
    if not written.lang == source.lang == "fr":
        return False
    if fact.value in free_words() or any(
        start <= fact.start < end for s in written.sentences for start, end in phrases_in(s)
    ):
        return True
    words = tokenise(fact.text, "fr")
    return len(words) == 1 and by_idiom(words[0], written, source)


def _held(fact: Fact, written: Text, source: Text) -> bool:
    if any(f.value == fact.value for f in source.of("name", "acronym")):
        return True
    if fact.value in source.words or stem(fact.value) in source.stems:
        return True
    if fact.value != fact.text.lower() and set(_words(fact)) <= source.words:
        return True
    if written.lang == source.lang:
        return fact.kind == "acronym" and _initials(fact.value, source)
    if not counterparts(fact.value, written.lang).isdisjoint(source.stems):
        return True
    return any(alike(fact.value, f.value) for f in source.of("name", "acronym")) or any(
        alike(fact.value, t.fold)
        for t in source.tokens
        if t.is_word and len(t.fold) > 3 and t.fold[0] == fact.value[0]
    )


def _words(fact: Fact) -> list[str]:
    return [t.fold for t in tokenise(fact.text, "fr") if t.is_word]


def _initials(acronym: str, source: Text) -> bool:
    """True where the source writes its words out ("Office national antifraude", ONAF)."""
    words = [t.fold for t in source.tokens if t.is_word and len(t.fold) > 2]
    return len(acronym) > 2 and any(_spelled(acronym, words[i : i + len(acronym)]) for i in range(len(words)))


def _spelled(letters: str, words: list[str]) -> bool:
    """True where each word gives its first letter, and up to two more ("antifraude" gives AF)."""
    if not letters:
        return True
    if not words or words[0][0] != letters[0]:
        return False
    return any(
        _within(letters[1:size], words[0][1:]) and _spelled(letters[size:], words[1:])
        for size in (1, 2, 3)
        if size <= len(letters)
    )


def _within(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _severity(fact: Fact, written: Text, source: Text) -> Severity | None:
    if written.lang == source.lang:
        return "block"
    if fact.text.islower():  # "coréens", "américains": what they go with may be gone for a good reason
        return "warn"
    if fact.kind == "acronym":
        return "warn"
    if "-" in fact.value or (fact.value.isalpha() and _is_place(fact)):
        return "block"
    ordinary = common_words() if written.lang == "fr" else back_translations()
    if stem(fact.value) in ordinary:
        return None
    return "warn" if _in_dictionary(fact.value, written.lang) else "block"


@lru_cache(maxsize=4096)
def _in_dictionary(word: str, lang: str) -> bool:
    """True for a word that is written with a capital by choice ("Squadron Leader")."""
    import simplemma  # its dictionaries take a quarter of a second to open, and few sentences ask

    return bool(simplemma.is_known(word, lang=lang))


def _is_place(fact: Fact) -> bool:
    return fact.value in place_values()


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of several words that stands in both texts, by its first and last word in each."""

    here: tuple[int, int]
    there: tuple[int, int]


def swapped(written: Text, source: Text) -> Iterator[Doubt]:
    """Two names that changed places: each stands in the other's surroundings."""
    abroad = written.lang != source.lang
    names = _joined(_anchors(written, source), written, source)
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            if abroad and (
                _common(written.tokens[one.here[0]], written.lang, source)
                or _common(written.tokens[other.here[0]], written.lang, source)
            ):
                continue
            right = _belongs(written, source, one, other) if abroad else None
            if right is None:
                right = (one.here < other.here) == (one.there < other.there) or not _exchanged(
                    written, source, one, other
                )
            if not right:
                values = (
                    " ".join(t.text for t in written.tokens[n.here[0] : n.here[1] + 1]) for n in (one, other)
                )
                yield Doubt("order", clip(", ".join(values)), "changed")
                return


def _joined(anchors: list[tuple[int, int]], written: Text, source: Text) -> list[_Name]:
    """Words that follow each other in both texts are one name ("Jean", "Dupont")."""
    names: list[_Name] = []
    for here, there in anchors:
        last = names[-1] if names else None
        if last and _next(written, last.here[1], here) and _next(source, last.there[1], there):
            names[-1] = _Name((last.here[0], here), (last.there[0], there))
        else:
            names.append(_Name((here, here), (there, there)))
    return names


def _next(text: Text, before: int, after: int) -> bool:
    between = {t.fold for t in text.tokens[before + 1 : after]}
    return 0 < after - before <= 3 and between <= {"-", "de", "du", "la", "le", "d'", "of", "'"}


def _common(token: Token, lang: str, source: Text) -> bool:
    """True for a word that is no name ("Commission"); what both texts spell alike is one."""
    ordinary = common_words() if lang == "fr" else back_translations()
    if stem(token.fold) not in ordinary or any(t.text == token.text for t in source.tokens):
        return False
    return not _place(token, lang)


def _place(token: Token, lang: str) -> bool:
    return any(f.kind == "name" and f.value in place_values() for f in find_facts(token.text, lang))


def _exchanged(written: Text, source: Text, one: _Name, other: _Name) -> bool:
    if not (
        _said_between(written, one.here, other.here) or _said_between(source, one.there, other.there)
    ):  # "de San Francisco à Los Angeles", "Jagr and Lemieux": only the order tells who is who
        return True
    straight = _affinity(written, one.here, source, one.there, other) + _affinity(
        written, other.here, source, other.there, one
    )
    crossed = _affinity(written, one.here, source, other.there, other) + _affinity(
        written, other.here, source, one.there, one
    )
    return crossed >= straight


_NAMES = frozenset({"name", "acronym"})
_OF = frozenset({"de", "du", "des"})
_FRENCH_JOINTS = _OF | {"l'", "la", "le", "les", "-"}
_ENGLISH_JOINTS = frozenset({"of", "the", "'s", "'", "-"})
_CLOSE, _COMPOUND = 4, 8


def _belongs(written: Text, source: Text, one: _Name, other: _Name) -> bool | None:
    """ "A de B" is "A of B" or "B's A", and may be "B A": right, wrong, or (None) not of this form."""
    gaps = {
        written.lang: _gap(written, one.here, other.here),
        source.lang: _gap(source, one.there, other.there),
    }
    french, english = gaps["fr"], gaps["en"]
    if len(french) <= _COMPOUND and _compound(
        *((written, one.here, other.here) if written.lang == "en" else (source, one.there, other.there))
    ):
        return True
    if len(french) >= _CLOSE or len(english) >= _CLOSE or not french & _OF or french - _FRENCH_JOINTS:
        return None
    same = (one.here < other.here) == (one.there < other.there)
    if english <= _ENGLISH_JOINTS and "of" in english:
        return same
    if english <= _ENGLISH_JOINTS and "'s" in english:
        return not same
    return None


def _compound(text: Text, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """ "Birmingham Crown Court": nothing but capitals and hyphens between."""
    first, second = sorted((one, other))
    between = text.tokens[first[1] + 1 : second[0]]
    return len(between) < _CLOSE and all(t.is_capital or t.text in "-()" for t in between)


def _said_between(text: Text, one: tuple[int, int], other: tuple[int, int]) -> bool:
    return any(word.isalnum() and len(word) > 1 for word in _gap(text, one, other) - small_words(text.lang))


def _gap(text: Text, one: tuple[int, int], other: tuple[int, int]) -> set[str]:
    first, second = sorted((one, other))
    return {t.fold for t in text.tokens[first[1] + 1 : second[0]]}


def _anchors(written: Text, source: Text) -> list[tuple[int, int]]:
    """Where names stand that stand equally often in both texts: the first with the first, and so on."""
    here, there = _places_of_names(written), _places_of_names(source)
    pairs: list[tuple[int, int]] = []
    for value, at in here.items():
        where = there.get(value) or _translated(value, written, source, there)
        if len(where) == len(at):
            pairs.extend(zip(at, where, strict=True))
    return sorted(pairs)


def _translated(value: str, written: Text, source: Text, names: dict[str, list[int]]) -> list[int]:
    """Where the other language has a name or, for a capitalised common word ("Commission"), that word."""
    if written.lang == source.lang:
        return []
    for other, where in names.items():
        if alike(value, other):
            return where
    known = counterparts(value, written.lang) | {stem(value)}
    return [i for i, t in enumerate(source.tokens) if t.is_word and stem(t.fold) in known]


def _places_of_names(text: Text) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    offset = 0
    for sentence in text.sentences:
        tokens = tokenise(sentence, text.lang)
        index = {t.start: i for i, t in enumerate(tokens)}
        for fact in find_facts(sentence, text.lang):
            if fact.kind in _NAMES and index.get(fact.start, 0) + offset:
                found.setdefault(fact.value, []).append(offset + index[fact.start])
        offset += len(tokens)
    return found


_NEAR = 3


def _affinity(
    written: Text, here: tuple[int, int], source: Text, there: tuple[int, int], besides: _Name
) -> float:
    """How much the surroundings of one place of a text are those of another, the other name left out."""
    score = 0.0
    same_language = written.lang == source.lang
    around = _neighbours(source, there, besides.there, every=same_language)
    for distance, token in _neighbours(written, here, besides.here, every=same_language):
        for other_distance, other in around:
            if same_language and distance * other_distance < 0:
                continue
            if _same_word(token, other, written.lang, source.lang):
                score += 1 / max(abs(distance), abs(other_distance))
                break
    return score


def _neighbours(
    text: Text, name: tuple[int, int], besides: tuple[int, int], *, every: bool
) -> list[tuple[int, Token]]:
    tokens, small = text.tokens, small_words(text.lang)
    near = []
    for step, place in ((-1, name[0] - 1), (1, name[1] + 1)):
        seen = 0
        while 0 <= place < len(tokens) and seen < _NEAR:
            token = tokens[place]
            inside = besides[0] <= place <= besides[1]
            if not inside and (
                token.text.isdigit() or (token.is_word and (every or token.fold not in small))
            ):
                seen += 1
                near.append((step * seen, token))
            place += step
    return near


def _same_word(one: Token, other: Token, lang: str, other_lang: str) -> bool:
    if stem(one.fold) == stem(other.fold):
        return True
    return lang != other_lang and stem(other.fold) in counterparts(one.fold, lang)
