"""What can go wrong with a voice.

VoiceError
|- EngineMissing    the engine's library is not installed
|- VoiceMissing     the engine has no such voice
|- SpeechFailed     no sound, or not the right sound, after every retry
`- EncodingFailed   the sound file could not be written
"""

from __future__ import annotations


class VoiceError(Exception):
    """What happened and what to do now, in English; `kind` names it for a table of messages."""

    @property
    def kind(self) -> str:
        """The error's name."""
        return type(self).__name__


class EngineMissing(VoiceError):
    """The engine's library is not installed."""


class VoiceMissing(VoiceError):
    """The engine has no such voice."""


class SpeechFailed(VoiceError):
    """No sound, or not the right sound, after every retry."""


class EncodingFailed(VoiceError):
    """The sound file could not be written."""
