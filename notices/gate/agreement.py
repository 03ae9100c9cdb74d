"""One language: a subject and its verb in one number, as far as their words show it.

Only what stands side by side is compared: "Ce câble ne présentent", "Les écoles du département est". What has
an "et", a comma or a relative clause between subject and verb is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from notices.facts.tokens import fold
from notices.gate.coverage import small_words
from notices.lexicon import word_tags

Number = Literal["one", "many", ""]


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a figure or a mark; an elided word keeps its apostrophe ("l'")."""

    text: str
    low: str
    """In lower case."""
    tags: str
    """What the word can be, from the lexicon."""
    finite: bool
    """True where it can be a finite verb, in whatever sentence."""


_WORD = re.compile(
    r"aujourd'hui|[^\W\d_]+'(?=\w)|\d+(?:[ .,]\d+)*|[^\W_]+(?:-[^\W_]+)*|[^\w\s]", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def words_of(sentence: str) -> tuple[Word, ...]:
    """The words and marks of a sentence with straight apostrophes."""
    return tuple(map(word_of, _WORD.findall(sentence)))


@lru_cache(maxsize=32768)
def word_of(text: str) -> Word:
    """A word with what is known about it."""
    low, tags = text.lower(), word_tags(text)
    return Word(text, low, tags, _may_be_finite(text, low, tags))


_ONE = frozenset(
    "est a était avait sera aura serait aurait fut eut doit peut va fait devra pourra devrait pourrait "
    "devait pouvait faisait faut veut".split()
)
_MANY = frozenset(
    "sont ont étaient avaient seront auront seraient auraient furent eurent font vont doivent peuvent".split()
)
_FINITE = (
    _ONE
    | _MANY
    | frozenset(
        "soit soient ait aient fallait faudra faudrait suis es sommes êtes ai avons avez court courent "
        "vaut valent plaît offre part sort meurt".split()
    )
)
_ONE_IN_ENT = re.compile(r"(?:[vt]ient|^(?:re|con|pres)?sent|^(?:dé)?ment|^repent)$")


_LIKE_A_VERB = re.compile(r"^[a-zà-ÿœ]{2,}(?:[et]|es|er[ao]|er?ont|ent|ez|ons)$")


_JOINED = re.compile(r"-(?:t-)?(?:ils?|elles?|on|vous|nous|l[ea]s?|en|y|ce|toi|moi|leur|lui)$")


def _may_be_finite(text: str, low: str, tags: str) -> bool:
    return (
        low in _FINITE
        or "v" in tags
        or "w" in tags
        or (low.endswith("ez") and len(low) > 4)
        or (not tags and bool(_LIKE_A_VERB.search(text)) and fold(low) not in small_words("fr"))
        or ("-" in low and bool(_JOINED.search(low)))
    )


def verb_number(word: Word) -> Number:
    """The number of a word that can be nothing but a finite verb; empty where it is not sure."""
    low = word.low
    if low in _ONE:
        return "one"
    if low in _MANY:
        return "many"
    if "v" not in word.tags or set("na") & set(word.tags):
        return ""
    if low.endswith("ent"):
        return "one" if _ONE_IN_ENT.search(low) else "many"
    if low.endswith(("ront", "aient", "ont")):
        return "many"
    if low.endswith(("ra", "ait", "it", "ît", "ut")) and low != "soit":
        return "one"
    return "one" if low.endswith("e") and "p" not in word.tags else ""


_SINGULAR = frozenset("le la l' un une ce cet cette chaque aucun aucune son sa votre notre".split())
_PLURAL = frozenset("les des ces ses leurs nos vos plusieurs certains certaines quelques".split())
_OF = frozenset("de du des d'".split())
_ARTICLES = frozenset("le la les l' un une ce cet cette ces son sa ses leur leurs".split())
_CLITICS = frozenset("ne n' se s' y en le la les l' lui leur me m' nous vous".split())
_MANY_IN_ONE = re.compile(
    r"^(?:majorité|plupart|nombre|totalité|ensemble|part|partie|moitié|tiers|quart|groupe|série|million|milliard|millier|"
    r"foule|quantité|poignée|minorité|multitude|infinité|couple|reste|type|sorte|espèce|peu|\w+aine|total|pourcentage|"
    r"centième|dixième|autre|même|un|une)$"
)
"""Singular nouns behind which the verb may be plural: "la majorité des habitants sont"."""
_TIMES = re.compile(r"^(?:jours?|semaines?|mois|ans?|années?|heures?|minutes?|nuits?|uns|unes|autres|fois)$")
_OPENS = frozenset("lorsque lorsqu' quand si car mais".split())
_SINGULAR_PRONOUNS = frozenset("il elle on cela ceci".split())
_PLURAL_PRONOUNS = frozenset("ils elles".split())
_BEFORE_NO_SUBJECT = frozenset(
    "de d' avec pour chez entre sur par sans sous à contre parmi et ou ni comme qu'à derrière devant selon "
    "vers malgré sauf que".split()
)
_SIDES = frozenset("et ou ouest sud nord , . ; ) - du de des d'".split())


def disagreements(sentence: str) -> Iterator[str]:
    """Subjects and verbs side by side of two numbers; pronouns with a noun in the place of the verb."""
    words = words_of(sentence)
    starts = [0, *(i + 1 for i, word in enumerate(words) if word.low in _OPENS)]
    for start in starts:
        yield from _noun_and_verb(words, start)
    yield from _pronoun_and_verb(words)


def _noun_and_verb(words: Sequence[Word], at: int) -> Iterator[str]:
    while at < len(words) and words[at].low in ("«", '"', "(", "“"):
        at += 1
    if at >= len(words):
        return
    number: Number = "one" if words[at].low in _SINGULAR else "many" if words[at].low in _PLURAL else ""
    head, end = _group(words, at + 1)
    if not number or head is None:
        return
    verb = end
    while verb < len(words) and words[verb].low in _CLITICS:
        verb += 1
    if verb >= len(words):
        return
    found = verb_number(words[verb])
    if not found or found == number or _may_differ(words, head, verb, number):
        return
    yield " ".join(w.text for w in words[at : verb + 1])


def _may_differ(words: Sequence[Word], head: int, verb: int, number: Number) -> bool:
    """True where the numbers differ rightly, or the words may be others than they seem."""
    noun = words[head]
    after = words[verb + 1].low if verb + 1 < len(words) else "."
    if noun.text[0].isupper() or _TIMES.match(noun.low) or (words[verb].low == "est" and after in _SIDES):
        return True
    return number == "one" and bool(_MANY_IN_ONE.match(noun.low))


def _group(words: Sequence[Word], at: int) -> tuple[int | None, int]:
    """The head of the noun group that begins here, and the place behind all that hangs on it by "de"."""
    first = at
    while at < len(words) and _is_nominal(words[at]) and at - first < 4:
        at += 1
    if at == first or not any("n" in w.tags or not w.tags for w in words[first:at]):
        return None, at
    head = next(i for i in range(first, at) if "n" in words[i].tags or not words[i].tags)
    while at + 1 < len(words) and words[at].low in _OF:
        inner = at + 1
        if words[inner].low in _ARTICLES:
            inner += 1
        behind = inner
        while behind < len(words) and _is_nominal(words[behind]) and behind - inner < 3:
            behind += 1
        if behind == inner:
            return None, at
        at = behind
    return head, at


def _is_nominal(word: Word) -> bool:
    if not word.text[0].isalpha() or word.low in _CLITICS or word.low in _FINITE or word.low in _NO_NOUNS:
        return False
    if not word.tags:
        return word.text[0].isupper() or len(word.text) > 3
    return bool(set("nap") & set(word.tags)) and not ({"v", "i", "g"} & set(word.tags))


_NO_NOUNS = frozenset(
    "et ou ni que qui dont où si mais car donc or de du des à au aux en par pour sur sans sous dans avec "
    "chez entre contre vers lorsque quand comme puis afin selon dès depuis pendant durant suivant jusque "
    "voire soit plus moins sauf hormis pas point tous toutes".split()
)
_NO_VERBS = frozenset(
    "même seul seule seuls seules aussi non ici ensemble toutes tous tout rien y en plus pas jamais".split()
)


def _pronoun_and_verb(words: Sequence[Word]) -> Iterator[str]:
    for i, word in enumerate(words[:-1]):
        low = word.low
        if low not in _SINGULAR_PRONOUNS and low not in _PLURAL_PRONOUNS:
            continue
        if low not in ("il", "ils", "on") and i and words[i - 1].low in _BEFORE_NO_SUBJECT:
            continue
        verb = i + 1
        while verb < len(words) - 1 and words[verb].low in _CLITICS:
            verb += 1
        found = verb_number(words[verb])
        wanted = "many" if low in _PLURAL_PRONOUNS else "one"
        if (found and found != wanted) or (low in ("il", "ils") and _is_no_verb(words[verb])):
            yield " ".join(w.text for w in words[i : verb + 1])


def _is_no_verb(word: Word) -> bool:
    """True for a noun or an adjective that is no verb: "Il siège social"."""
    return (
        bool(set("ni") & set(word.tags))
        and not (set("vwd") & set(word.tags))
        and word.low not in _NO_VERBS
        and word.low not in _FINITE
        and word.text[0].islower()
    )
