"""Clips become a track: joined sample by sample, with pauses that fit, and levelled."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import numpy as np
import pytest

from voices import Clip, SpeechFailed, Track, Utterance, VoiceSettings, catalog, speak
from voices.audio import CEILING_DBFS, LEAD_IN_S, LOUDNESS_LUFS, PAUSES, join, level
from voices.clips import silent_clip
from voices.limiter import true_peak_db
from voices.loudness import integrated
from voices.speech import PauseKind

RATE = 22_050


def burst(seconds: float, seed: int = 0) -> Clip:
    samples = np.random.default_rng(seed).integers(2000, 9000, round(seconds * RATE)).astype(np.int16)
    return Clip(samples, RATE)


def joined(clips: list[Clip], kinds: list[PauseKind], pauses: float = 1.0) -> Track:
    utterances = [Utterance(f"s{n}", "x", kind) for n, kind in enumerate(kinds)]
    return join(utterances, ["x"] * len(kinds), clips, lang="fr", voice="v", pauses=pauses)


def test_each_clip_stands_where_its_cue_says() -> None:
    """Sample by sample: the track at a cue is the clip, and everything else is silence."""
    clips = [burst(0.3 + n / 7, n) for n in range(9)]
    track = joined(clips, ["sentence"] * 9)
    rest = track.samples.copy()
    for clip, cue in zip(clips, track.cues, strict=True):
        start = round(cue.start_s * RATE)
        near = range(start - 12, start + 12)  # times are told in whole thousandths
        place = next(
            p for p in near if np.array_equal(track.samples[p : p + len(clip.samples)], clip.samples)
        )
        rest[place : place + len(clip.samples)] = 0
    assert not rest.any()


@pytest.mark.parametrize("kind", get_args(PauseKind))
@pytest.mark.parametrize("stretch", [0.5, 1.0, 2.0])
def test_every_pause_has_its_length(kind: PauseKind, stretch: float) -> None:
    """The silence after an utterance is that of its kind, stretched as asked; one stands first, too."""
    track = joined([burst(0.5), burst(0.5)], [kind, kind], stretch)
    one, two = track.cues
    assert one.start_s == pytest.approx(LEAD_IN_S, abs=0.001)
    assert two.start_s - one.end_s == pytest.approx(PAUSES[kind] * stretch, abs=0.002)
    assert track.duration_s - two.end_s == pytest.approx(PAUSES[kind] * stretch, abs=0.002)


def test_pauses_have_the_lengths_that_are_asked_for() -> None:
    """By kind, stretched like the others; the kinds that are not named keep theirs."""
    utterances = [Utterance("s1", "x", "item"), Utterance("s2", "x", "end")]
    clips = [burst(0.5), burst(0.5)]
    track = join(utterances, "xx", clips, lang="fr", voice="v", pauses=2, silences=[("item", 1.1)])
    one, two = track.cues
    assert two.start_s - one.end_s == pytest.approx(2.2, abs=0.002)
    assert track.duration_s - two.end_s == pytest.approx(2 * PAUSES["end"], abs=0.002)


def test_pauses_grow_with_the_break_in_the_text() -> None:
    """Sentence, item, paragraph, then before a heading: each is longer than the one before."""
    lengths = [PAUSES[kind] for kind in ("sentence", "item", "paragraph", "section")]
    assert lengths == sorted(set(lengths))


def test_a_changing_sample_rate_is_refused() -> None:
    """Joined as they are, the second clip would be heard at the wrong pitch."""
    with pytest.raises(SpeechFailed, match="22050 to 16000"):
        joined([burst(0.3), Clip(burst(0.3).samples, 16_000)], ["sentence", "sentence"])


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("settings", [VoiceSettings(), VoiceSettings(rate=240, pitch=20)])
def test_each_language_is_as_loud(lang: str, settings: VoiceSettings) -> None:
    """eSpeak's French and English differ by some LU; both come out at -19 LUFS, below -1.5 dBFS."""
    texts = ["Une information judiciaire est ouverte.", "The court has ordered the sale.", "Attention !"]
    utterances = [Utterance(f"s{n}", text) for n, text in enumerate(texts)]
    track = speak(utterances, catalog.engine(), settings, lang)
    sound = track.samples.astype(np.float32) / 32768
    assert integrated([sound], track.sample_rate) == pytest.approx(LOUDNESS_LUFS, abs=0.1)
    assert true_peak_db(sound) <= CEILING_DBFS + 0.05


def test_volume_is_a_share_of_the_full_level() -> None:
    """Half the volume is 6 LU less."""
    track = speak([Utterance("s", "Bonjour à tous")], catalog.engine(), VoiceSettings(volume=0.5), "fr")
    sound = track.samples.astype(np.float32) / 32768
    assert integrated([sound], track.sample_rate) == pytest.approx(LOUDNESS_LUFS - 6.02, abs=0.1)


def test_levelling_in_pieces_leaves_no_seam() -> None:
    """A sound of several pieces is multiplied by one gain throughout, where the limiter has nothing to do."""
    samples = np.random.default_rng(5).integers(-3000, 3000, 200_000).astype(np.int16)
    before = samples.copy()
    level(samples, RATE)
    heard = np.abs(before) > 1500
    gains = samples[heard] / before[heard]
    assert gains.std() < 0.001


@pytest.mark.parametrize("samples", [np.zeros(0, np.int16), np.zeros(90_000, np.int16)])
def test_silence_stays_silence(samples: np.ndarray) -> None:
    """Nothing is made louder where nothing is heard."""
    level(samples, RATE)
    assert not samples.any()


def test_a_silent_utterance_keeps_its_place() -> None:
    """A sentence that says nothing has a cue of its own, and the next one follows it."""
    track = joined([burst(0.4), silent_clip(0.3), burst(0.4)], ["sentence"] * 3)
    assert all(one.end_s < two.start_s for one, two in pairwise(track.cues))
    assert track.cues[1].end_s - track.cues[1].start_s == pytest.approx(0.3, abs=0.002)
