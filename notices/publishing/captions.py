"""WebVTT: which sentence is heard when, beside each sound file."""

from __future__ import annotations

from notices.publishing.fragments import printable
from voices import Cue, Recording


def webvtt(recording: Recording) -> str:
    """The cues of a recording as WebVTT, one for each sentence, named by the sentence's id."""
    return "\n\n".join(["WEBVTT", *(_cue(cue) for cue in recording.cues)]) + "\n"


def _cue(cue: Cue) -> str:
    return f"{cue.id}\n{clock(cue.start_s)} --> {clock(cue.end_s)}\n{_text(cue.text)}"


def _text(text: str) -> str:
    """On one line, and without a sign of WebVTT: players know these three entities, and not all know more."""
    line = " ".join(printable(text).split())
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def clock(seconds: float) -> str:
    """Seconds as WebVTT writes a time: 00:01:02.345."""
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"
