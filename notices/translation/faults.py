"""What can be seen wrong with a translation without understanding it: loops, copies, gaps, made-up words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Literal

from notices.facts import find_facts
from notices.gate import Doubt
from notices.lexicon import word_tags
from notices.translation.contacts import FREE_NUMBER
from notices.translation.english import is_english, is_french

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PIECE = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")

_LONGEST_LOOP = 8
_LONG_WORD = 5
_SHORTEST_RATIO, _LONGEST_RATIO = 0.4, 2.2
"""Characters of English to characters of French: 99.9 % of human translations lie between."""
_MEASURABLE = 40
"""Characters below which a ratio of lengths says nothing."""
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»")
_BETWEEN_NAMES = frozenset(
    "de du des d la le les l en et sur sous aux au à rue avenue place quai chemin route".split()
)


def find_faults(written: str, source: str) -> tuple[Doubt, ...]:
    """Everything that is visibly wrong with an English text as a translation of a French one."""
    if not _TOKEN.search(written):
        return (Doubt("empty", source[:60], "lost"),) if _TOKEN.search(source) else ()
    return tuple(doubt for check in _checks() for doubt in check(written, source))


def _checks() -> tuple[Callable[[str, str], Iterator[Doubt]], ...]:
    return _loops, _copies, _lengths, _made_up, _numbers_to_call


def _loops(written: str, source: str) -> Iterator[Doubt]:
    """A run of words said again at once, or one of five words anywhere, or two long words side by side.

    More often than in the source: of two words that are repeated there, five may be in English.
    """
    words, originals = _tokens(written), _tokens(source)
    for size in range(1, _LONGEST_LOOP + 1):
        if _stutters(words, size) > _stutters(originals, size):
            yield Doubt("loop", " ".join(_stuttered(words, size)), "invented")
            return
    if _repeats(words, 5) > _repeats(originals, 2):
        yield Doubt("loop", " ".join(_most_repeated(words, 5)), "invented")
    elif (pair := _repeated_pair(words)) and not _repeats([w for w in originals if len(w) >= _LONG_WORD], 1):
        yield Doubt("loop", " ".join(pair), "invented")


def _repeated_pair(words: list[str]) -> tuple[str, str] | None:
    """Two long words that stand side by side twice."""
    pairs = Counter((a, b) for a, b in pairwise(words) if len(a) >= _LONG_WORD <= len(b))
    return next((pair for pair, count in pairs.items() if count > 1), None)


def _tokens(text: str) -> list[str]:
    return [token.lower() for token in _TOKEN.findall(text)]


def _stutters(words: list[str], size: int) -> int:
    """How often a run of `size` words is followed by itself; "10 10" may be two figures, "a a" a list."""
    return sum(
        words[i : i + size] == words[i + size : i + 2 * size] and any(map(_is_word, words[i : i + size]))
        for i in range(len(words) - 2 * size + 1)
    )


def _is_word(token: str) -> bool:
    return len(token) > 1 and not token.isdigit()


def _stuttered(words: list[str], size: int) -> list[str]:
    places = range(len(words) - 2 * size + 1)
    return next(
        (words[i : i + 2 * size] for i in places if words[i : i + size] == words[i + size : i + 2 * size]), []
    )


def _repeats(words: list[str], size: int) -> int:
    """Runs of `size` words that were there before."""
    runs = Counter(tuple(words[i : i + size]) for i in range(len(words) - size + 1))
    return sum(count - 1 for count in runs.values())


def _most_repeated(words: list[str], size: int) -> list[str]:
    runs = Counter(tuple(words[i : i + size]) for i in range(len(words) - size + 1))
    return list(runs.most_common(1)[0][0]) if runs else []


def _copies(written: str, source: str) -> Iterator[Doubt]:
    """French that was left standing: a whole sentence, or words that are no English, names apart."""
    if _tokens(written) == _tokens(source) and (left := _common_words(written)):
        yield Doubt("copy", " ".join(left[:8]), "lost")
        return
    for word in dict.fromkeys(_leftovers(_without_addresses(written), source)):
        yield Doubt("copy", word, "lost")


def _common_words(text: str) -> list[str]:
    """French words that are no English ones; in capitals too, where all of the text is."""
    words = _WORD.findall(_without_addresses(text))
    return [
        word for word in words if (word.islower() or text.isupper()) and is_french(word) and _is_common(word)
    ]


def _is_common(word: str) -> bool:
    return bool(word_tags(word)) or word.lower() in _BETWEEN_NAMES


def _without_addresses(text: str) -> str:
    for fact in reversed([fact for fact in find_facts(text, "en") if fact.kind in ("url", "email")]):
        text = text[: fact.start] + " " + text[fact.end :]
    return text


def _leftovers(written: str, source: str) -> list[str]:
    """Words of the source that stand in the translation and are French alone.

    The "rue de la" of "12 rue de la Paix" belongs to the name beside it; what stands between quotation marks
    may be a title.
    """
    originals = set(_WORD.findall(source.replace("’", "'")))
    quoted = set(_WORD.findall(" ".join(_QUOTED.findall(source))))
    words = _WORD.findall(_QUOTED.sub(" ", written))
    return [
        word
        for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False)
        if word.islower()
        and len(word) > 1
        and word in originals - quoted
        and is_french(word)
        and not (
            word in _BETWEEN_NAMES
            and (before[:1].isupper() or before in _BETWEEN_NAMES or after[:1].isupper())
        )
    ]


def _lengths(written: str, source: str) -> Iterator[Doubt]:
    ratio = len(written) / max(1, len(source))
    if len(source) >= _MEASURABLE and not _SHORTEST_RATIO <= ratio <= _LONGEST_RATIO:
        side: Literal["lost", "invented"] = "lost" if ratio < _SHORTEST_RATIO else "invented"
        yield Doubt("length", f"{ratio:.2f}", side)


def _numbers_to_call(written: str, source: str) -> Iterator[Doubt]:
    """A number for the public that is not there figure by figure, with spaces or nothing between."""
    kept = re.sub(r"[\s\u00a0]", "", written)
    for match in FREE_NUMBER.finditer(source):
        if re.sub(r"[\s\u00a0]", "", match.group()) not in kept:
            yield Doubt("phone", match.group(), "lost")


def _made_up(written: str, source: str) -> Iterator[Doubt]:
    """Words neither English nor in the source: what a model makes of pieces that it does not know.

    Acronyms are the gate's; a name may be spelt the English way ("Encelade", "Enceladus").
    """
    originals = {word.lower() for word in _PIECE.findall(source)}
    names = {_beginning(word) for word in _PIECE.findall(source) if word[0].isupper() and not word_tags(word)}
    for word in dict.fromkeys(_PIECE.findall(_without_addresses(written))):
        foreign = word[1:].islower() and word.lower() not in originals and not is_english(word)
        if foreign and not (word[0].isupper() and _beginning(word) in names):
            yield Doubt("made-up", word, "invented")


def _beginning(word: str) -> str:
    """Four letters without accents, by which a name is known in both languages."""
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))[:4]
