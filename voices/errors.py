"""What can go wrong with a voice.

VoiceError
|- EngineMissing     the engine's library is not installed
|- VoiceMissing      the engine has no such voice
|- SettingRefused    a rate, a pitch, a volume, a format that cannot be
|- SpeechFailed      no sound, or not the right sound, after every retry
|- EncodingFailed    the sound file could not be encoded
`- LexiconUnreadable a lexicon of pronunciations is not one
"""

from __future__ import annotations


class VoiceError(Exception):
    """What happened and what to do now, in English; `kind` and `values` serve a table of messages."""

    def __init__(self, words: str = "", **values: object) -> None:
        super().__init__(words)
        self.values = values

    @property
    def kind(self) -> str:
        """The error's name."""
        return type(self).__name__


class EngineMissing(VoiceError):
    """The engine's library is not installed. Values: `engine`, `detail`."""


class VoiceMissing(VoiceError):
    """The engine has no such voice. Values: `voice`, `lang`, `known`."""


class SettingRefused(VoiceError):
    """A setting is out of its bounds. Values: `setting`, `value`, `bounds`."""


class SpeechFailed(VoiceError):
    """No sound, or not the right sound, after every retry. Values: `position`, `text`, `detail`."""


class EncodingFailed(VoiceError):
    """The sound file could not be encoded. Values: `format`, `detail`."""


class LexiconUnreadable(VoiceError):
    """A lexicon of pronunciation is not TSV or PLS that we can use. Values: `file`, `line` (or 0),
    `fault` (its name), and what the fault speaks of: `limit`, `error`, `lang` or `word`."""
