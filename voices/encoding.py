"""A track becomes a sound file: MP3, Opus, FLAC, M4B or WAV, by PyAV, the same bytes each time.

No clock and no chance: FFmpeg's `bitexact` leaves out its version, the date of an MP4 and the random serial
number of an Ogg stream. Times are exact: encoders put some silence before the sound, and each format tells
its players how much (MP3 in its Xing header, which only a muxer that can seek back writes; MP4 in an edit
list; Ogg Opus in its pre-skip).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, Literal

import av
import numpy as np

from voices import id3
from voices.errors import EncodingFailed, SettingRefused
from voices.speech import Cue, Tags, Track

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container.core import Chapter
    from av.container.output import OutputContainer

    from voices.speech import Samples


@dataclass(frozen=True, slots=True)
class Format:
    """How a track is written."""

    suffix: str
    container: str
    codec: Literal["libmp3lame", "libopus", "flac", "aac", "pcm_s16le"]
    bit_rate: int = 0
    """Bits a second; 0 for what loses nothing."""
    sample_rate: int = 0
    """0: that of the track."""
    frame: int = 1
    """Where the format cannot end within a frame, the track is lengthened with silence to a multiple of so
    many samples: else decoders would find more sound than the file says."""
    gain: float = 1.0
    """What the encoder takes away from every sample, given back beforehand."""
    options: dict[str, str] = field(default_factory=dict)
    container_options: dict[str, str] = field(default_factory=dict)


FORMATS: dict[str, Format] = {
    "mp3": Format(
        ".mp3",
        "mp3",
        "libmp3lame",
        64_000,  # at 48,000 the echo of a word reaches 14 ms into a pause
        gain=1 / 0.95,  # LAME turns all sound down to 0.95 against clipping; our limiter has seen to that
        options={"compression_level": "7"},  # twice as fast as 5, with less echo
        container_options={"id3v2_version": "0"},  # ours comes before it
    ),
    "opus": Format(
        ".opus",
        "ogg",
        "libopus",
        48_000,
        24_000,
        # for speech, not below 48,000, in frames of 10 ms: else words ring up to 30 ms into a pause
        options={"compression_level": "5", "application": "voip", "frame_duration": "10"},
    ),
    "flac": Format(".flac", "flac", "flac"),
    "m4b": Format(".m4b", "ipod", "aac", 64_000, frame=1024, options={"aac_coder": "fast"}),
    "wav": Format(".wav", "wav", "pcm_s16le"),
}
"""By the name that a person gives; all are mono."""

_CHUNK = 2**16


def format_named(name: str) -> Format:
    """The format of this name. Raises `SettingRefused`."""
    if name not in FORMATS:
        bounds = ", ".join(FORMATS)
        words = f"{name!r} is no format. There are: {bounds}."
        raise SettingRefused(words, setting="format", value=name, bounds=bounds)
    return FORMATS[name]


def length_s(track: Track, name: str) -> float:
    """How long the sound of a track is in the format `name`, in seconds."""
    length = len(track.samples) + _padding(track, format_named(name))
    return length / track.sample_rate if track.sample_rate else 0.0


def _padding(track: Track, target: Format) -> int:
    return -len(track.samples) % target.frame


def _pieces(track: Track, target: Format) -> Iterator[Samples]:
    for start in range(0, len(track.samples), _CHUNK):
        piece = track.samples[start : start + _CHUNK]
        if target.gain != 1:
            louder = np.multiply(piece, target.gain, dtype=np.float32)
            piece = np.clip(np.rint(louder), -32768, 32767).astype(np.int16)
        yield piece
    yield np.zeros(_padding(track, target), np.int16)


def encode(track: Track, name: str, tags: Tags) -> bytes:
    """The whole file in the format `name`. Raises `EncodingFailed`, `SettingRefused`."""
    target = format_named(name)
    chapters = chapters_of(track, tags.title)
    try:
        sound = _encoded(track, target, {} if name == "mp3" else _metadata(track, tags), chapters)
    except av.FFmpegError as error:
        raise EncodingFailed(
            f"The sound could not be written as {name}: {error}", format=name, detail=str(error)
        ) from error
    return id3.tag(tags, track.lang, chapters) + sound if name == "mp3" else sound


def chapters_of(track: Track, title: str) -> tuple[id3.Chapter, ...]:
    """The chapters of a track: each begins with a cue that says so, the first at the very beginning."""
    starts = [cue for cue in track.cues if cue.chapter]
    if not starts:
        return ()
    if starts[0] is not track.cues[0]:
        starts.insert(0, Cue("", 0.0, 0.0, title or track.cues[0].text))
    begins = [0.0, *(cue.start_s for cue in starts[1:])]
    ends = [*begins[1:], track.duration_s]
    return tuple(
        id3.Chapter(cue.text, round(begin * 1000), round(end * 1000))
        for cue, begin, end in zip(starts, begins, ends, strict=True)
    )


def _metadata(track: Track, tags: Tags) -> dict[str, str]:
    fields = {
        "title": tags.title,
        "artist": tags.publisher,
        "publisher": tags.publisher,
        "language": id3.LANGUAGES.get(track.lang, track.lang),
        "date": tags.date,
        "genre": "Speech",
        "comment": tags.comment,
        "lyrics": tags.lyrics,
    }
    return {key: value for key, value in fields.items() if value}


def _encoded(
    track: Track, target: Format, metadata: dict[str, str], chapters: tuple[id3.Chapter, ...]
) -> bytes:
    file = io.BytesIO()
    options = {"fflags": "+bitexact", **target.container_options}
    with av.open(file, "w", format=target.container, container_options=options) as container:
        rate = target.sample_rate or track.sample_rate
        stream = container.add_stream(target.codec, rate, {"flags": "+bitexact", **target.options})
        stream.layout = "mono"
        if target.bit_rate:
            stream.bit_rate = target.bit_rate
        container.metadata.update(metadata)
        if target.container == "ogg":
            stream.metadata.update(metadata)  # Ogg keeps its tags with the stream
        if target.container == "ipod":
            stream.metadata["language"] = metadata.get("language", "und")
        if chapters:
            container.set_chapters(_chapters(chapters))
        _pour(_pieces(track, target), track.sample_rate, rate, stream, container)
    return file.getvalue()


def _chapters(chapters: tuple[id3.Chapter, ...]) -> list[Chapter]:
    return [
        {
            "id": number,
            "start": chapter.start_ms,
            "end": chapter.end_ms,
            "time_base": Fraction(1, 1000),
            "metadata": {"title": chapter.title},
        }
        for number, chapter in enumerate(chapters)
    ]


def _pour(
    pieces: Iterator[Samples], from_rate: int, to_rate: int, stream: AudioStream, container: OutputContainer
) -> None:
    resampler = av.AudioResampler(format=stream.codec_context.format, layout="mono", rate=to_rate)
    for frame in chain(_frames(pieces, from_rate), (None,)):
        for part in resampler.resample(frame):
            container.mux(stream.encode(part))
    container.mux(stream.encode(None))


def _frames(pieces: Iterator[Samples], rate: int) -> Iterator[av.AudioFrame]:
    position = 0
    for piece in pieces:
        if len(piece):
            frame = av.AudioFrame.from_ndarray(piece[None, :], format="s16", layout="mono")
            frame.sample_rate = rate
            frame.pts = position
            yield frame
            position += len(piece)
