"""A body's own voices: `voices.toml`, a table for each language.

    [fr]
    voice = "fr+f3"
    rate = 150                # words a minute
    pitch = 45                # 0 to 100
    volume = 0.9              # up to 1
    pauses = 1.2              # all silences, against the usual

    [en.pauses]               # or each by what it stands for, in seconds
    sentence = 0.5
    paragraph = 0.9

What is left out is as usual.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from notices import system_faults
from notices.document import Lang
from notices.errors import VoicesUnreadable
from notices.phrases import Phrase

if TYPE_CHECKING:
    from voices import VoiceSettings

MAX_BYTES = 10_000

_TYPES: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "whole": (int,),
    "number": (int, float),
    "table": (dict,),
    "pauses": (int, float, dict),
}
"""What a value may be; each has its words in the table of phrases."""

_KEYS = {"voice": "text", "rate": "whole", "pitch": "whole", "volume": "number", "pauses": "pauses"}


def read_voice_settings(path: Path) -> dict[str, VoiceSettings]:
    """The settings of each language that the file names. Raises `VoicesUnreadable`, with the line."""
    text = _text(path)
    try:
        tables = _checked(tomllib.loads(text), dict.fromkeys(get_args(Lang), "table"))
        return {lang: _settings(lang, table) for lang, table in tables.items()}
    except _Mistake as mistake:
        line = _line_of(mistake.key, text)
        raise VoicesUnreadable(file=path, line=line, detail=mistake.detail) from None
    except (ValueError, RecursionError) as error:  # tomllib's own, and those of Python on absurd values
        raise _syntax(path, text, str(error)) from None


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _refusal(path, 1, "unreadable", reason=system_faults.reason(error)) from None
    if len(data) > MAX_BYTES:
        raise _refusal(path, 1, "too-large", bytes=MAX_BYTES)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _refusal(path, data[: error.start].count(b"\n") + 1, "not-text") from None


def _syntax(path: Path, text: str, reason: str) -> VoicesUnreadable:
    """tomllib tells the line in its words only, and none where the text ends too soon."""
    words, _, place = reason.partition(" (at ")
    found = re.match(r"line (\d+)", place)
    line = int(found[1]) if found else text.rstrip("\n").count("\n") + 1
    return _refusal(path, line, "syntax", reason=words)


def _refusal(path: Path, line: int, phrase: str, **values: object) -> VoicesUnreadable:
    return VoicesUnreadable(file=path, line=line, detail=Phrase.of(f"voices-file.{phrase}", **values))


class _Mistake(Exception):
    """What is wrong with a key, which is named after the tables that hold it."""

    def __init__(self, key: tuple[str, ...], phrase: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.detail = Phrase.of(f"voices-file.{phrase}", name=".".join(key), **values)


def _checked(table: Mapping[str, Any], types: Mapping[str, str], *inside: str) -> dict[str, Any]:
    """The table, when each of its keys is known and each value of its type."""
    for name, value in table.items():
        key = (*inside, name)
        if name not in types:
            raise _Mistake(key, "unknown-key", known=", ".join(types))
        if isinstance(value, bool) or not isinstance(value, _TYPES[types[name]]):
            raise _Mistake(key, "wrong-type", wanted=Phrase.of(f"voices-file.type.{types[name]}"))
    return dict(table)


def _settings(lang: str, table: Mapping[str, Any]) -> VoiceSettings:
    from voices import PauseKind, SettingRefused, VoiceSettings, check_settings

    values = _checked(table, _KEYS, lang)
    if isinstance(lengths := values.get("pauses"), dict):
        del values["pauses"]
        kinds = dict.fromkeys(get_args(PauseKind), "number")
        values["silences"] = tuple(_checked(lengths, kinds, lang, "pauses").items())
    settings = VoiceSettings(**values)
    try:
        check_settings(settings)
    except SettingRefused as error:
        key = (lang, *str(error.values["setting"]).split("."))
        bounds = error.values["bounds"]
        raise _Mistake(key, "out-of-bounds", value=error.values["value"], bounds=bounds) from None
    return settings


def _line_of(key: tuple[str, ...], text: str) -> int:
    """The first line with which the text holds the key: exact for every way of writing TOML."""
    lines = text.split("\n")
    return next(n for n in range(1, len(lines) + 1) if _holds("\n".join(lines[:n]), key))


def _holds(text: str, key: tuple[str, ...]) -> bool:
    try:
        value: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    for name in key:
        if not isinstance(value, dict) or name not in value:
            return False
        value = value[name]
    return True
