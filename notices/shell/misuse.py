"""Tells a wrong command line in the reader's language: the option parser speaks English alone."""

from __future__ import annotations

from typing import Any, cast

import typer

from notices.phrases import recognise, say
from notices.visible import visible

Misuse = cast(type[Exception], typer.BadParameter.__base__)
"""What the parser raises for a line that it cannot use; Typer has it from Click, or from a copy of Click."""

CODE = 2


def told(error: Any, lang: str) -> str:
    """How the command is used, where its help is, and what is wrong with this line."""
    context = error.ctx
    message = error.format_message()
    if context is None:
        return say("parser.error", lang, message=in_words(message, lang))
    if message == context.get_help():  # it was called without a word
        return str(message)
    command = f"{context.command_path} {context.help_option_names[0]}"
    lines = (context.get_usage(), say("parser.try", lang, command=command), "")
    return "\n".join((*lines, say("parser.error", lang, message=in_words(message, lang))))


def in_words(message: str, lang: str) -> str:
    """The parser's message in the reader's language; as it is where the table does not know it."""
    text = visible(" ".join(message.split()))
    phrase = recognise(text, ("parser.",), "en")
    if phrase is None:
        return text
    reason = str(phrase.values.get("reason", ""))
    values = phrase.values | ({"reason": in_words(reason, lang)} if reason else {})
    return say(phrase.key, lang, **values)
