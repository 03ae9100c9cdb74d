"""One language: a plan stays a plan, a fact a fact.

Each predicate of a written sentence ("sera fermé", "a ouvert", "pourrait être") must stand in one of its
sources in the same time and mood: what "sera fermé" has not been closed, and what "pourrait être" is not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Literal

from notices.facts.tokens import Token, fold, tokenise
from notices.gate.binding import PERSONS
from notices.gate.coverage import small_words
from notices.gate.doubt import Doubt
from notices.gate.families import keys, lemma
from notices.gate.own import phrases_in
from notices.gate.text import Text, clip
from notices.lexicon import word_tags

Time = Literal["past", "present", "future", "conditional", "can", "must", "wish", "infinitive", "bare"]
"""When and how a predicate holds; `bare`: a word that stands without a verb of its own."""

_WORDS: dict[Time, str] = {
    "present": "est sont suis es sommes etes a ont ai as avons avez",
    "past": "etait etaient avait avaient fut furent eut eurent etions etiez avions aviez ayant",
    "future": "sera seront serez serons aura auront aurez aurons serai aurai va vont allez allons",
    "conditional": "serait seraient aurait auraient pourrait pourraient devrait devraient pourriez devriez",
    "can": "peut peuvent pourra pourront pouvait pouvaient pouvez pourrez puisse puissent pouvons pourrons "
    "susceptible susceptibles pouvant",
    "must": "doit doivent devra devront devait devaient devez devrez devons devrons",
    "wish": "soit soient ait aient",
}
_AUXILIARIES: dict[str, Time] = {word: time for time, words in _WORDS.items() for word in words.split()}
_HAVE = frozenset("a ont ai as avons avez".split())
_HAVING = _HAVE | frozenset(
    "avait avaient avions aviez aura auront aurez aurons aurait auraient ayant".split()
)
_GOING = frozenset("va vont allez allons".split())
_DOING = frozenset("fait faits faite faites faire".split())
_CLAUSE = frozenset("que qu' qui si dont et ou mais".split())
"""Words behind which another verb begins."""
_OPENS_A_CLAUSE = frozenset("que qu' qui si dont lorsque lorsqu' quand puisque comme".split())
_JOINTS = frozenset("et puis ou mais".split())
_STOPS = frozenset(".;:!?()")
_LEADS_IN = frozenset("en a au par de du sans avec pour des sur dans sous ainsi".split())
"""What begins a phrase that stands between an auxiliary and its participle: "a en conséquence ouvert"."""
_REACH = 6
_NOMINAL = frozenset(
    "le la les l' un une des du de d' au aux ce cet cette ces son sa ses leur leurs mon ma mes notre nos "
    "votre vos en par pour sur sans sous dans avec chaque tout toute tous toutes aucun aucune quelques "
    "plusieurs entre contre vers chez".split()
)
"""What stands before a noun."""


def auxiliaries() -> Collection[str]:
    """Forms of "être", "avoir", "pouvoir", "devoir", "aller", without accents."""
    return _AUXILIARIES.keys()


def shifted(written: Text, source: Text) -> Iterator[Doubt]:
    """Predicates of the written text that no source has in their time and mood."""
    theirs = _times(source)
    kinds = frozenset(f.kind for f in source.facts)
    every = frozenset[Time]().union(*theirs.values())
    hedged = any(not f.weak and f.text.lower() not in PERSONS for f in written.of("hedge"))
    dated = any(f.kind in ("date", "time") for f in written.facts)
    for token, time in _predicates(written):
        if time in ("bare", "infinitive"):
            continue
        found = {t for key in keys(token.low) for t in theirs.get(key, ())} or every
        if hedged and "conditional" in found:
            found = found | {"present", "past", "future"}
        if dated and "future" in found:
            found = found | {"present"}
        if found and not any(_allowed(t, time, every, kinds) for t in found):
            yield Doubt("tense", clip(token.text), "changed")


_SAID_OTHERWISE: dict[Time, frozenset[str]] = {
    "can": frozenset({"permission", "hedge"}),
    "must": frozenset({"duty", "prohibition", "negation"}),
}
"""Marks of a source that bear out what may, or must, be done."""


def _allowed(source: Time, written: Time, every: frozenset[Time], kinds: frozenset[str]) -> bool:
    """What a predicate of the source may become; what has a time of its own keeps it."""
    if source == "bare":  # "né en 1980, soupçonné de vol": "est né", "est soupçonné", or as its neighbours
        return written == "present" or written in every
    if (
        source == "infinitive" and written in _SAID_OTHERWISE
    ):  # "il est interdit de fumer", "est tenu de payer"
        return not kinds.isdisjoint(_SAID_OTHERWISE[written])
    return source == written


@lru_cache(maxsize=512)
def _times(text: Text) -> dict[str, frozenset[Time]]:
    found: dict[str, set[Time]] = {}
    for token, time in _predicates(text):
        for key in keys(token.low):
            found.setdefault(key, set()).add(time)
    return {key: frozenset(times) for key, times in found.items()}


def _predicates(text: Text) -> Iterator[tuple[Token, Time]]:
    for sentence in text.sentences:
        yield from _told_by(sentence)


@lru_cache(maxsize=2048)
def _told_by(sentence: str) -> tuple[tuple[Token, Time], ...]:
    """The predicates of one sentence, its writer's own phrases left out."""
    spans = phrases_in(sentence)
    tokens = tokenise(sentence, "fr")
    return tuple(_of_sentence([t for t in tokens if not any(s <= t.start < e for s, e in spans)]))


def _of_sentence(tokens: Sequence[Token]) -> Iterator[tuple[Token, Time]]:
    governed: dict[int, Time] = {}
    for at, token in enumerate(tokens):
        time = _auxiliary(token)
        if time and not (at and governed.get(at)):
            place = _predicate_of(tokens, at)
            if place is not None:
                governed.setdefault(place, _time(tokens, at, place, time))
    if governed:
        _share(tokens, governed)
    for at, token in enumerate(tokens):
        small = token.fold in small_words("fr") and token.fold not in _DOING
        if token.is_word and not small and token.fold not in _AUXILIARIES:
            yield token, governed.get(at) or _alone(tokens, at)


def _share(tokens: Sequence[Token], governed: dict[int, Time]) -> None:
    """An auxiliary holds for each of the participles that are joined: "a ouvert la porte et pris un sac"."""
    held: Time | None = None
    for at, token in enumerate(tokens):
        if at in governed:
            held = governed[at] if "p" in word_tags(token.low) else None
        elif held and (token.text in _STOPS or _takes_over(tokens, at)):
            held = None
        elif held and "p" in word_tags(token.low) and _joined(tokens, at):
            governed[at] = held


def _takes_over(tokens: Sequence[Token], at: int) -> bool:
    """True where a clause of its own begins, or a verb with a time of its own stands."""
    token = tokens[at]
    if token.fold in _OPENS_A_CLAUSE or _auxiliary(token):
        return True
    tags = word_tags(token.low)
    return "v" in tags and not set("pna") & set(tags)


def _joined(tokens: Sequence[Token], at: int) -> bool:
    """True for a word that a conjunction joins to what stands before, adverbs aside."""
    place = at - 1
    while place >= 0 and tokens[place].is_word and word_tags(tokens[place].low) == "d":
        place -= 1
    return place >= 0 and tokens[place].fold in _JOINTS


def _auxiliary(token: Token) -> Time | None:
    return None if token.low == "à" else _AUXILIARIES.get(token.fold)


def _predicate_of(tokens: Sequence[Token], at: int) -> int | None:
    """The first word that means something behind an auxiliary; what is put in between is passed over."""
    for place in range(_behind_phrase(tokens, at), min(at + 1 + _REACH, len(tokens))):
        token = tokens[place]
        if not token.is_word or _auxiliary(token):
            return None
        if token.fold in _CLAUSE:
            return None
        if not (token.fold in small_words("fr") and token.fold not in _DOING) and word_tags(token.low) != "d":
            return place
    return None


def _behind_phrase(tokens: Sequence[Token], at: int) -> int:
    """Where the words of an auxiliary go on: behind "en conséquence" and a participle, or ", dès lundi,"."""
    first, end = at + 1, min(at + 1 + _REACH, len(tokens))
    in_commas = first < end and tokens[first].text == ","
    led_in = first < end and tokens[first].fold in _LEADS_IN and tokens[at].fold in _HAVING
    if not in_commas and not led_in:
        return first
    for place in range(first + 1, end):
        token = tokens[place]
        if in_commas and token.text == ",":
            return place + 1
        if not token.is_word or _auxiliary(token) or token.fold in _CLAUSE:
            return first
        if not in_commas and "p" in word_tags(token.low) and tokens[place - 1].fold not in _NOMINAL:
            return place
    return first


def _time(tokens: Sequence[Token], at: int, place: int, time: Time) -> Time:
    between = {t.fold for t in tokens[at + 1 : place]}
    tags = word_tags(tokens[place].low)
    if tokens[at].fold in _GOING:
        return "future" if "i" in tags or "etre" in between else "bare"
    if tokens[at].fold == "ayant":  # "la commission ayant émis un avis" : it has done so
        return "past" if "p" in tags else "bare"
    if tokens[at].fold in _HAVE:
        return "past" if "p" in tags or "ete" in between else "present"
    return time


def _alone(tokens: Sequence[Token], at: int) -> Time:
    """The time of a verb without an auxiliary, from its ending."""
    token = tokens[at]
    tags = word_tags(token.low)
    if "i" in tags and "n" not in tags:
        return "infinitive"
    nominal = at > 0 and tokens[at - 1].fold in _NOMINAL and not _clitic(tokens, at)
    if not {"v", "w"} & set(tags) or nominal or (token.is_capital and at > 0) or "p" in tags:
        return "bare"
    if ("v" not in tags and not _after_subject(tokens, at)) or (
        token.fold.endswith("ez") and _opens(tokens, at)
    ):
        return "bare"
    return _ending(token.fold)


def _after_subject(tokens: Sequence[Token], at: int) -> bool:
    """True where a word that may be a noun ("mesure") stands as a verb: behind a pronoun or a noun."""
    if not at or not tokens[at - 1].is_word:
        return False
    before = tokens[at - 1]
    return before.fold in _SUBJECTS or bool({"n"} & set(word_tags(before.low)))


_SUBJECTS = frozenset("il elle ils elles on qui nous vous cela ca se s' ne n'".split())


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """At the head of a sentence, where a verb in -ez asks for something; another that is joined to it asks
    too: "Remplissez le coupon et ne le perdez pas"."""
    place = at
    while place and tokens[place - 1].fold in _NOT_ORDERED:
        place -= 1
    if place == 0 or not tokens[place - 1].is_word:
        return True
    return tokens[place - 1].fold in _JOINTS and any(
        token.fold.endswith("ez") and "v" in word_tags(token.low) and _opens(tokens, earlier)
        for earlier, token in enumerate(tokens[: place - 1])
    )


_NOT_ORDERED = frozenset("ne n' le la les l' y en".split())
"""What may stand before an order that says no."""


def _clitic(tokens: Sequence[Token], at: int) -> bool:
    """ "il le ferme": the article is a pronoun."""
    return at > 1 and tokens[at - 2].fold in {"il", "elle", "ils", "elles", "on", "nous", "vous", "ne", "qui"}


def _ending(word: str) -> Time:
    if word.endswith(("rait", "raient", "riez", "rions")) and lemma(word) != word[:-3]:
        return "conditional"
    if word.endswith(("ra", "ront", "rez", "rons", "rai")) and _is_future(word):
        return "future"
    if word.endswith(("ait", "aient", "erent", "irent", "urent")):
        return "past"
    if word.endswith("a") and fold(lemma(word)).endswith("er"):
        return "past"
    return "present"


def _is_future(word: str) -> bool:
    """ "montrez" and "montrons" are present: there the r belongs to the stem."""
    stem = fold(lemma(word))
    return not word.endswith(("rez", "rons")) or not stem.removesuffix("er").endswith("r") or "rer" in word
