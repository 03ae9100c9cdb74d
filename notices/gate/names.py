"""Names and acronyms: none lost, none invented, none in another's place."""

from __future__ import annotations

from collections.abc import Iterator

from notices.facts import Fact, find_facts
from notices.facts.names import common_words, place_values
from notices.facts.tokens import Token, stem, tokenise
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
    return None if stem(fact.value) in ordinary else "block"


def _is_place(fact: Fact) -> bool:
    return fact.value in place_values()


def swapped(written: Text, source: Text) -> Iterator[Doubt]:
    """Two names that changed places: each stands in the other's surroundings."""
    pairs = _anchors(written, source)
    for i, (w1, s1) in enumerate(pairs):
        for w2, s2 in pairs[i + 1 :]:
            if (w1 < w2) == (s1 < s2):
                continue
            if written.lang != source.lang and _compound(written, (w1, w2), source, (s1, s2)):
                continue
            straight = _affinity(written, w1, source, s1) + _affinity(written, w2, source, s2)
            crossed = _affinity(written, w1, source, s2) + _affinity(written, w2, source, s1)
            if crossed > straight or (crossed == straight and written.lang == source.lang):
                names = f"{written.tokens[w1].text}, {written.tokens[w2].text}"
                yield Doubt("order", clip(names), "changed")
                return


def _compound(written: Text, at: tuple[int, int], source: Text, where: tuple[int, int]) -> bool:
    """ "RSC du RCGP" is "RCGP RSC": English puts first what belongs."""
    between = [
        {t.fold for t in text.tokens[min(places) + 1 : max(places)]}
        for text, places in ((written, at), (source, where))
    ]
    return any(b <= _BELONGING for b in between) and all(len(b) <= 4 for b in between)


_BELONGING = frozenset("de du des l' la le les of the ' s 's -".split())


def _anchors(written: Text, source: Text) -> list[tuple[int, int]]:
    """Where names that stand once in each text stand in both."""
    here, there = _places_of_names(written), _places_of_names(source)
    pairs = []
    for value, at in here.items():
        if len(at) != 1:
            continue
        for other, where in there.items():
            if len(where) == 1 and (value == other or (written.lang != source.lang and _same_name(value, other, written.lang))):
                pairs.append((at[0], where[0]))
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
            if fact.kind in {"name", "acronym"}:
                found.setdefault(fact.value, []).append(offset + index[fact.start])
        offset += len(tokens)
    return found


_NEAR = 3


def _affinity(written: Text, at: int, source: Text, where: int) -> float:
    """How much the surroundings of one place of a text are those of another."""
    score = 0.0
    there = _neighbours(source, where)
    for distance, token in _neighbours(written, at):
        for other_distance, other in there:
            if (distance < 0) == (other_distance < 0) and _same_word(token, other, written.lang, source.lang):
                score += 1 / max(abs(distance), abs(other_distance))
                break
    return score


def _neighbours(text: Text, at: int) -> list[tuple[int, Token]]:
    tokens = text.tokens
    near = []
    for step in (-1, 1):
        place, seen = at + step, 0
        while 0 <= place < len(tokens) and seen < _NEAR:
            if tokens[place].is_word:
                seen += 1
                near.append((step * seen, tokens[place]))
            place += step
    return near


def _same_word(one: Token, other: Token, lang: str, other_lang: str) -> bool:
    if stem(one.fold) == stem(other.fold):
        return True
    return lang != other_lang and stem(other.fold) in counterparts(one.fold, lang)
