"""A rule says how one kind of written thing is read aloud; a language is a table of them, in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """Wherever `pattern` is found, `say` gives what is heard.

    `needs` names characters one of which any match must hold: a text without them skips the rule.
    Every pattern starts at a word's edge and repeats a bounded number of times, so that a rule
    reads a text of any length once.
    """

    name: str
    pattern: re.Pattern[str]
    say: Callable[[Match], str] | str
    needs: str = ""

    def __call__(self, text: str) -> str:
        """The text with each match said."""
        if self.needs and not any(char in text for char in self.needs):
            return text
        return self.pattern.sub(self.say, text)


def apply(rules: Iterable[Rule], text: str) -> str:
    """The text after each rule in turn."""
    for rule in rules:
        text = rule(text)
    return text


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of these words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) + ")"
