"""The audio side: speaks what it is handed, and tells when each sentence is heard."""

from voices import catalog
from voices.bounds import check as check_settings
from voices.captions import captioned, srt, webvtt
from voices.errors import (
    EncodingFailed,
    EngineMissing,
    LexiconUnreadable,
    SettingRefused,
    SpeechFailed,
    VoiceError,
    VoiceMissing,
)
from voices.pronunciation import Lexicon, read_lexicon, spoken
from voices.recording import Pronounce, as_printed, record, speak, write
from voices.speech import (
    Clip,
    Cue,
    Engine,
    PauseKind,
    Recording,
    Speaker,
    Tags,
    Track,
    Utterance,
    Voice,
    VoiceSettings,
    Word,
)
from voices.trial import preview

__all__ = [
    "Clip",
    "Cue",
    "EncodingFailed",
    "Engine",
    "EngineMissing",
    "Lexicon",
    "LexiconUnreadable",
    "PauseKind",
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
    "captioned",
    "catalog",
    "check_settings",
    "preview",
    "read_lexicon",
    "record",
    "speak",
    "spoken",
    "srt",
    "webvtt",
    "write",
]
