"""The audio side: speaks what it is handed, and tells when each sentence is heard."""

from voices import catalog
from voices.captions import srt, webvtt
from voices.errors import (
    EncodingFailed,
    EngineMissing,
    SettingRefused,
    SpeechFailed,
    VoiceError,
    VoiceMissing,
)
from voices.recording import Pronounce, as_printed, record, speak, write
from voices.speech import (
    Clip,
    Cue,
    Engine,
    Recording,
    Speaker,
    Tags,
    Track,
    Utterance,
    Voice,
    VoiceSettings,
    Word,
)

__all__ = [
    "Clip",
    "Cue",
    "EncodingFailed",
    "Engine",
    "EngineMissing",
    "Pronounce",
    "Recording",
    "SettingRefused",
    "Speaker",
    "SpeechFailed",
    "Tags",
    "Track",
    "Utterance",
    "Voice",
    "VoiceError",
    "VoiceMissing",
    "VoiceSettings",
    "Word",
    "as_printed",
    "catalog",
    "record",
    "speak",
    "srt",
    "webvtt",
    "write",
]
