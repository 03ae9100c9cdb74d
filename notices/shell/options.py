"""Reads the values of options that the parser takes as text."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from notices.edition import EDITIONS, LANGS, EditionId
from notices.settings import AUDIO_FORMATS, CAPTION_FORMATS, AudioFormat, CaptionFormat
from notices.shell.terminal import Terminal, system_language


def language_of_messages(asked: str) -> str:
    """The language of messages that was asked for; empty where none was."""
    return language_of_text(asked, Terminal(system_language())) if asked else ""


def language_of_text(asked: str, terminal: Terminal) -> str:
    """A language that the product speaks."""
    if asked not in LANGS.values():
        known = ", ".join(dict.fromkeys(LANGS.values()))
        misused(terminal.say("shell.bad_language", value=asked, known=known))
    return asked


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


def format_wish(text: str, output: Path | None) -> str:
    """The audio format that is asked for: by name, else by the output's suffix, else MP3."""
    return text or (output.suffix[1:].lower() if output else "") or "mp3"


def captions(text: str, terminal: Terminal) -> tuple[CaptionFormat, ...]:
    """`vtt,srt` as formats of captions, each once; none where the text is empty."""
    asked = [name.strip().lower() for name in text.split(",") if name.strip()]
    for name in asked:
        if name not in CAPTION_FORMATS:
            misused(terminal.say("shell.bad_captions", value=name, known=", ".join(CAPTION_FORMATS)))
    return tuple(name for name in CAPTION_FORMATS if name in asked)


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
