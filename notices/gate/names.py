"""Names and acronyms: none lost, none invented, none in another's place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from notices.facts import Fact, find_facts
from notices.facts.names import common_words, place_values
from notices.facts.tokens import Token, stem, tokenise
from notices.gate.coverage import small_words
from notices.gate.doubt import Doubt, DoubtSide, Severity
from notices.gate.text import Text, alike, back_translations, clip, counterparts, unique


def unknown_names(written: Text, source: Text, side: DoubtSide, context: Text | None = None) -> Iterator[Doubt]:
    """Names of `written` that neither `source` nor its context holds. Swap the two to find what is lost."""
    for fact in unique(written.of("name", "acronym")):
        if fact.weak or _held(fact, written, source) or (context is not None and _held(fact, written, context)):
            continue
        severity = _severity(fact, written, source)
        if severity:
            yield Doubt(fact.kind, clip(fact.text), side, severity)


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
        alike(fact.value, t.fold) for t in source.tokens if t.is_word and len(t.fold) > 3 and t.fold[0] == fact.value[0]
    )


def _words(fact: Fact) -> list[str]:
    return [t.fold for t in tokenise(fact.text, "fr") if t.is_word]


def _initials(acronym: str, source: Text) -> bool:
    """True where the acronym is that of words written out in the source ("Office national antifraude", ONAF)."""
    initials = "".join(t.fold[0] for t in source.tokens if t.is_word and len(t.fold) > 2)
    return len(acronym) > 2 and acronym in initials


def _severity(fact: Fact, written: Text, source: Text) -> Severity | None:
    if written.lang == source.lang:
        return "block"
    if fact.kind == "acronym":
        return "warn"
    if "-" in fact.value or fact.value.isalpha() and _is_place(fact):
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


def swapped(written: Text, source: Text) -> Iterator[Doubt]:
    """Two names that changed places: each stands in the other's surroundings."""
    pairs = _anchors(written, source)
    for i, (w1, s1) in enumerate(pairs):
        for w2, s2 in pairs[i + 1 :]:
            belongs = _belongs(written, (w1, w2), source, (s1, s2)) if written.lang != source.lang else None
            if belongs is None:
                belongs = (w1 < w2) == (s1 < s2) or not _exchanged(written, (w1, w2), source, (s1, s2))
            if not belongs:
                names = f"{written.tokens[w1].text}, {written.tokens[w2].text}"
                yield Doubt("order", clip(names), "changed")
                return


def _exchanged(written: Text, here: tuple[int, int], source: Text, there: tuple[int, int]) -> bool:
    (w1, w2), (s1, s2) = here, there
    straight = _affinity(written, w1, source, s1) + _affinity(written, w2, source, s2)
    crossed = _affinity(written, w1, source, s2) + _affinity(written, w2, source, s1)
    return crossed > straight or (crossed == straight and written.lang == source.lang)


_NAMES = frozenset({"name", "acronym"})
_OF = frozenset({"de", "du", "des"})
_FRENCH_JOINTS = _OF | {"l'", "la", "le", "les", "-"}
_ENGLISH_JOINTS = frozenset({"of", "the", "'s", "'", "-"})
_CLOSE = 4


def _belongs(written: Text, here: tuple[int, int], source: Text, there: tuple[int, int]) -> bool | None:
    """ "A de B" is "A of B" or "B's A", and may be "B A": right, wrong, or (None) not of this form."""
    sides = {
        text.lang: (sorted(places), {t.fold for t in text.tokens[min(places) + 1 : max(places)]})
        for text, places in ((written, here), (source, there))
    }
    (french, joints), (english, between) = sides["fr"], sides["en"]
    if french[1] - french[0] > _CLOSE or english[1] - english[0] > _CLOSE or not joints & _OF or joints - _FRENCH_JOINTS:
        return None
    same = (here[0] < here[1]) == (there[0] < there[1])
    if between <= _ENGLISH_JOINTS and "of" in between:
        return same
    if between <= _ENGLISH_JOINTS and "'s" in between:
        return not same
    return True if between.isdisjoint(small_words("en")) else None


def _anchors(written: Text, source: Text) -> list[tuple[int, int]]:
    """Where names stand that stand equally often in both texts: the first with the first, and so on."""
    here, there = _places_of_names(written), _places_of_names(source)
    pairs: list[tuple[int, int]] = []
    for value, at in here.items():
        for other, where in there.items():
            if len(where) == len(at) and (value == other or (written.lang != source.lang and _same_name(value, other, written.lang))):
                pairs.extend(zip(at, where, strict=True))
                break
    return sorted(pairs)


def _same_name(value: str, other: str, lang: str) -> bool:
    return alike(value, other) or stem(other) in counterparts(value, lang)


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


def _affinity(written: Text, at: int, source: Text, where: int) -> float:
    """How much the surroundings of one place of a text are those of another."""
    score = 0.0
    same_language = written.lang == source.lang
    there = _neighbours(source, where, every=same_language)
    for distance, token in _neighbours(written, at, every=same_language):
        for other_distance, other in there:
            if same_language and distance * other_distance < 0:
                continue
            if _same_word(token, other, written.lang, source.lang):
                score += 1 / max(abs(distance), abs(other_distance))
                break
    return score


def _neighbours(text: Text, at: int, *, every: bool) -> list[tuple[int, Token]]:
    tokens, small = text.tokens, small_words(text.lang)
    near = []
    for step in (-1, 1):
        place, seen = at + step, 0
        while 0 <= place < len(tokens) and seen < _NEAR:
            token = tokens[place]
            if token.text.isdigit() or (token.is_word and (every or token.fold not in small)):
                seen += 1
                near.append((step * seen, token))
            place += step
    return near


def _same_word(one: Token, other: Token, lang: str, other_lang: str) -> bool:
    if stem(one.fold) == stem(other.fold):
        return True
    return lang != other_lang and stem(other.fold) in counterparts(one.fold, lang)
