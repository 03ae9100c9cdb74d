"""Media overlays: which text of a content document is heard when (EPUB 3.3, section 9)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from voices import Recording


@dataclass(frozen=True, slots=True)
class Moment:
    """A piece of the sound file that belongs to one sentence, in milliseconds."""

    id: str
    begin_ms: int
    end_ms: int

    @property
    def begin(self) -> str:
        """As SMIL writes it: 1.234s."""
        return seconds(self.begin_ms)

    @property
    def end(self) -> str:
        """As SMIL writes it: 1.234s."""
        return seconds(self.end_ms)


def moments(recording: Recording, written: Collection[str]) -> tuple[Moment, ...]:
    """The whole sound file cut into contiguous pieces, one for each cue whose id is `written`.

    A pause belongs to the sentence before it, so that nothing of the sound is skipped.
    """
    return tuple(_moments(recording, written))


def _moments(recording: Recording, written: Collection[str]) -> Iterator[Moment]:
    cues = [cue for cue in recording.cues if cue.id in written]
    begin = 0
    for cue, following in zip(cues, [*cues[1:], None], strict=True):
        until = following.start_s if following else recording.duration_s
        end = max(begin, milliseconds(until))
        yield Moment(cue.id, begin, end)
        begin = end


def milliseconds(duration_s: float) -> int:
    """Whole milliseconds, rounded down: a clip must not end after its file does."""
    return int(duration_s * 1000 + 1e-6)


def seconds(thousandths: int) -> str:
    """Milliseconds as SMIL writes seconds: 62.345s."""
    return f"{thousandths // 1000}.{thousandths % 1000:03}s"


def clock(thousandths: int) -> str:
    """Milliseconds as a full clock value: 0:01:02.345."""
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"
