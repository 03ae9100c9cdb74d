"""Captions: what is heard when, as WebVTT and SubRip."""

from __future__ import annotations

from voices.sayable import printable
from voices.speech import Cue, Recording

FORMATS = ("vtt", "srt")
"""By the suffix of their files."""


def captioned(recording: Recording, lang: str, name: str) -> str:
    """The captions of a recording in a format of `FORMATS`; KeyError for another."""
    return {"vtt": lambda: webvtt(recording, lang), "srt": lambda: srt(recording)}[name]()


def webvtt(recording: Recording, lang: str) -> str:
    """WebVTT, a cue for each utterance, named by its id (W3C, "WebVTT", 4)."""
    blocks = [f"WEBVTT\nLanguage: {lang}", *(_vtt_cue(cue) for cue in recording.cues)]
    return "\n\n".join(blocks) + "\n"


def srt(recording: Recording) -> str:
    """SubRip, numbered from 1; its players know neither ids nor escapes."""
    blocks = [_srt_cue(number, cue) for number, cue in enumerate(recording.cues, 1)]
    return "\n\n".join(blocks) + "\n"


def _vtt_cue(cue: Cue) -> str:
    text = printable(cue.text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if cue.lang:
        text = f"<lang {cue.lang}>{text}</lang>"
    return f"{cue.id}\n{_clock(cue.start_s, '.')} --> {_clock(cue.end_s, '.')}\n{text}".rstrip("\n")


def _srt_cue(number: int, cue: Cue) -> str:
    return f"{number}\n{_clock(cue.start_s, ',')} --> {_clock(cue.end_s, ',')}\n{printable(cue.text)}".rstrip(
        "\n"
    )


def _clock(seconds: float, point: str) -> str:
    minutes, thousandths = divmod(round(seconds * 1000), 60_000)
    whole, part = divmod(thousandths, 1000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{whole:02}{point}{part:03}"
