"""Help in the reader's language, and options that may stand anywhere on the line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
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
        elif word == "--lang" and queue and _command(rest) != TAKES_LANG:
            front += [word, queue.pop(0)]
        elif word.startswith("--lang=") and _command(rest) != TAKES_LANG:
            front += ["--lang", word.removeprefix("--lang=")]
        else:
            rest.append(word)
    return front + rest


def _command(words: Sequence[str]) -> str:
    return next((word for word in words if not word.startswith("-")), "")


def language_asked(words: list[str]) -> str:
    """The value of a hoisted `--lang`, the last where there are several; empty where there is none."""
    asked = ""
    queue = list(words)
    while queue and (queue[0] in FLAGS or queue[0] == "--lang"):
        if queue.pop(0) == "--lang" and queue:
            asked = queue.pop(0)
    return asked


def in_language(command: Any, lang: str) -> Any:
    """The command and its subcommands with their help taken from the table of phrases."""
    known = keys()
    if command.help in known:
        command.help = _bound(say(command.help, lang))
    for parameter in command.params:
        if getattr(parameter, "help", None) in known:
            parameter.help = _bound(say(parameter.help, lang))
    command.context_class = _speaking(command.context_class, lang)
    for subcommand in getattr(command, "commands", {}).values():
        in_language(subcommand, lang)
    return command


def _bound(text: str) -> str:
    """French marks stay on the line of their word."""
    return re.sub(r"(?<=«) | (?=[»:;?!])", "\N{NO-BREAK SPACE}", text)


def _speaking(context: Any, lang: str) -> Any:
    """The parser's class of contexts, with a formatter that writes help pages in `lang`."""
    english = context.formatter_class

    def usage(page: Any, program: str, words: str = "", prefix: str | None = None) -> None:
        begin = prefix or f"{_bound(say('parser.usage', lang) + _colon(lang))} "
        english.write_usage(page, program, _parts(words, lang), begin)

    def heading(page: Any, words: str) -> None:
        english.write_heading(page, _heading(words, lang))

    def terms(page: Any, rows: Sequence[tuple[str, str]], *widths: int, **named: int) -> None:
        told = [(_kinds(term, lang), _parts(text, lang)) for term, text in rows]
        english.write_dl(page, told, *widths, **named)

    methods = {"write_usage": usage, "write_heading": heading, "write_dl": terms}
    formatter = type("HelpPage", (english,), methods)
    return type("Context", (context,), {"formatter_class": formatter})


def _colon(lang: str) -> str:
    return " :" if lang == "fr" else ":"


def _heading(heading: str, lang: str) -> str:
    key = f"parser.{heading.lower()}"
    words = say(key, lang) if key in keys() else heading
    return _bound(f"{words}{_colon(lang)}").removesuffix(":")  # the formatter writes the colon itself


def _replaced(area: str, text: str, lang: str) -> str:
    """The parser's own words of an area in `lang`; longest first, for some are a part of others."""
    own = [(say(key, "en"), say(key, lang)) for key in keys() if key.startswith(area)]
    for english, words in sorted(own, key=lambda pair: (-len(pair[0]), pair)):
        text = text.replace(english, _bound(words))
    return text


_parts = partial(_replaced, "parser.part.")
_kinds = partial(_replaced, "parser.kind.")
