"""A rule says how one kind of written thing is read aloud; a language is a table of them, in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Match = re.Match[str]

_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """Wherever `pattern` is found, `say` gives what is heard.

    `needs` names characters one of which any match must hold, `words` words one of which must be in
    the text (as runs of letters, in small letters): a text without them skips the rule.
    Every pattern starts at a word's edge and repeats a bounded number of times, so that a rule
    reads a text of any length once.
    """

    name: str
    pattern: re.Pattern[str]
    say: Callable[[Match], str] | str
    needs: str = ""
    words: frozenset[str] = frozenset()
    signs: frozenset[str] = field(init=False)
    """`needs`, as a set."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "signs", frozenset(self.needs))


def apply(rules: Iterable[Rule], text: str) -> str:
    """The text after each rule in turn.

    What a text holds is found once, and again after each rule that changed it: most rules are skipped.
    """
    held, words = set(text), None
    for rule in rules:
        if rule.signs and rule.signs.isdisjoint(held):
            continue
        if rule.words:
            if words is None:
                words = set(_WORDS.findall(text.lower()))
            if rule.words.isdisjoint(words):
                continue
        said = rule.pattern.sub(rule.say, text)
        if said != text:
            text, held, words = said, set(said), None
    return text


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of these words, the longest first; grouped by first letter, to fail early."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        by_letter.setdefault(word[:1], []).append(re.escape(word[1:]))
    groups = (f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return f"(?:{'|'.join(groups)})"


def first_words(written: Iterable[str]) -> frozenset[str]:
    """The first run of letters of each, in small letters, for `Rule.words`."""
    return frozenset(found[0].lower() for one in written if (found := _WORDS.search(one)))
