"""The settings of a voice: between which bounds they may lie, and how a signature tells them."""

from __future__ import annotations

from voices.errors import SettingRefused
from voices.speech import VoiceSettings

BOUNDS: dict[str, tuple[float, float]] = {
    "rate": (80, 450),  # eSpeak would quietly do something else below and above
    "pitch": (0, 100),
    "volume": (0.01, 1),
    "pauses": (0, 10),
}
"""Lowest and highest value of each setting that is a number."""

SILENCE_BOUNDS = (0, 10)
"""Seconds."""


def check(settings: VoiceSettings) -> None:
    """Raises `SettingRefused` where a setting is out of its bounds."""
    for name, (low, high) in BOUNDS.items():
        _within(name, getattr(settings, name), low, high)
    for kind, seconds in settings.silences:
        _within(f"pauses.{kind}", seconds, *SILENCE_BOUNDS)


def _within(setting: str, value: float, low: float, high: float) -> None:
    if not low <= value <= high:
        raise SettingRefused(
            f"{setting} {value} is not between {low} and {high}.",
            setting=setting,
            value=value,
            bounds=f"{low}-{high}",
        )


def told(settings: VoiceSettings) -> str:
    """The settings that shape a sound, without the voice: `rate:160|pitch:50`; usual ones are left out."""
    parts = [f"rate:{settings.rate}", f"pitch:{settings.pitch}"]
    if settings.volume != 1:
        parts.append(f"volume:{settings.volume:g}")
    if settings.pauses != 1:
        parts.append(f"pauses:{settings.pauses:g}")
    parts += [f"{kind}:{seconds:g}" for kind, seconds in sorted(settings.silences)]
    return "|".join(parts)
