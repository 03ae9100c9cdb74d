"""Help in the reader's language, and options that may stand anywhere on the line."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from notices.phrases import keys, say

FLAGS = ("--plain", "--quiet", "-q")
TAKES_LANG = "spoken"
"""The command whose own `--lang` is the language of its text."""


def hoisted(words: list[str]) -> list[str]:
    """The command line with the options of every command moved before the command's name."""
    front: list[str] = []
    rest: list[str] = []
    queue = list(words)
    while queue:
        word = queue.pop(0)
        if word == "--":
            rest += [word, *queue]
            break
        if word in FLAGS:
            front.append(word)
        elif word == "--lang" and queue and TAKES_LANG not in rest:
            front += [word, queue.pop(0)]
        elif word.startswith("--lang=") and TAKES_LANG not in rest:
            front += ["--lang", word.removeprefix("--lang=")]
        else:
            rest.append(word)
    return front + rest


def language_asked(words: list[str]) -> str:
    """The value of a hoisted `--lang`; empty where there is none."""
    return next((value for word, value in pairwise(words) if word == "--lang"), "")


def in_language(command: Any, lang: str) -> Any:
    """The command and its subcommands with their help taken from the table of phrases."""
    known = keys()
    if command.help in known:
        command.help = say(command.help, lang)
    for parameter in command.params:
        if getattr(parameter, "help", None) in known:
            parameter.help = say(parameter.help, lang)
    for subcommand in getattr(command, "commands", {}).values():
        in_language(subcommand, lang)
    return command
