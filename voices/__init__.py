"""The audio side: speaks what it is handed, and tells when each sentence is heard."""

from voices.errors import EncodingFailed, EngineMissing, SpeechFailed, VoiceError, VoiceMissing
from voices.speech import Clip, Cue, Engine, Recording, Speaker, Utterance, Voice, VoiceSettings, Word

__all__ = [
    "Clip",
    "Cue",
    "EncodingFailed",
    "Engine",
    "EngineMissing",
    "Recording",
    "Speaker",
    "SpeechFailed",
    "Utterance",
    "Voice",
    "VoiceError",
    "VoiceMissing",
    "VoiceSettings",
    "Word",
]
