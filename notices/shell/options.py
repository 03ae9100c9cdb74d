"""Reads the values of options that the parser takes as text."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

from notices.edition import EDITIONS, LANGS, EditionId
from notices.settings import AUDIO_FORMATS, AudioFormat
from notices.shell.terminal import Terminal


def editions(text: str, terminal: Terminal) -> tuple[EditionId, ...]:
    """`original,plain` as edition ids, in the order in which a reader meets them."""
    asked = [name.strip() for name in text.split(",") if name.strip()]
    for name in asked:
        if name not in EDITIONS:
            misused(terminal.say("shell.bad_edition", value=name, known=", ".join(EDITIONS)))
    if not asked:
        misused(terminal.say("shell.bad_edition", value=text, known=", ".join(EDITIONS)))
    return tuple(edition for edition in EDITIONS if edition in asked)


def audio_format(text: str, terminal: Terminal) -> AudioFormat:
    """The audio format of this name."""
    for known in AUDIO_FORMATS:
        if text.lower() == known:
            return known
    misused(terminal.say("shell.bad_format", value=text, known=", ".join(AUDIO_FORMATS)))


def voice(lang: str, choices: Sequence[str] | None, terminal: Terminal) -> str:
    """The voice that `fr=fr-be` or `en=en-us` chooses for a language; the last one counts, empty if none."""
    chosen = ""
    for choice in choices or ():
        language, _, name = choice.partition("=")
        if language not in LANGS.values() or not name:
            misused(terminal.say("shell.bad_voice", value=choice))
        if language == lang:
            chosen = name
    return chosen


def misused(message: str) -> NoReturn:
    """Exit as the option parser does."""
    sys.stderr.write(message + "\n")
    sys.exit(2)
