"""WebVTT and SubRip."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from voices import Cue, Recording, captioned, srt, webvtt
from voices.captions import FORMATS
from voices.sayable import printable

TIMING = re.compile(r"\d\d:[0-5]\d:[0-5]\d\.\d{3} --> \d\d:[0-5]\d:[0-5]\d\.\d{3}")


def recording(*cues: Cue) -> Recording:
    return Recording(Path("sound.mp3"), "mp3", 9000.0, cues, "voice")


def test_a_caption_for_each_cue() -> None:
    """Named by the sentence's id, with hours, in thousandths, escaped."""
    cues = (Cue("s1", 0.2, 1.9996, "Article 1er : M. & Mme <Dupont>"), Cue("s2", 3661.5, 3662.25, "a --> b"))
    assert webvtt(recording(*cues), "fr") == (
        "WEBVTT\nLanguage: fr\n\n"
        "s1\n00:00:00.200 --> 00:00:02.000\nArticle 1er : M. &amp; Mme &lt;Dupont&gt;\n\n"
        "s2\n01:01:01.500 --> 01:01:02.250\na --&gt; b\n"
    )
    assert srt(recording(*cues)) == (
        "1\n00:00:00,200 --> 00:00:02,000\nArticle 1er : M. & Mme <Dupont>\n\n"
        "2\n01:01:01,500 --> 01:01:02,250\na --> b\n"
    )


def test_a_sentence_in_another_language_says_so() -> None:
    """So that a player that reads captions aloud changes its voice (W3C, "WebVTT", 4.2.2); SubRip cannot."""
    made = recording(Cue("t1", 0.2, 1, "Hello"), Cue("t2", 2, 3, "M. & Mme", lang="fr"))
    assert webvtt(made, "en").endswith(
        "00:00:01.000\nHello\n\nt2\n00:00:02.000 --> 00:00:03.000\n<lang fr>M. &amp; Mme</lang>\n"
    )
    assert "lang" not in srt(made)


@given(st.lists(st.text(), max_size=5), st.floats(0, 10_000))
def test_no_text_breaks_the_captions(texts: list[str], start_s: float) -> None:
    """Whatever a sentence holds: one block a cue, of one line of text, with no markup and no arrow in it."""
    cues = [Cue(f"s{n}", start_s + n, start_s + n + 0.5, text) for n, text in enumerate(texts)]
    head, *blocks = webvtt(recording(*cues), "fr").removesuffix("\n").split("\n\n")
    assert head == "WEBVTT\nLanguage: fr"
    assert len(blocks) == len(texts)
    for number, block in enumerate(blocks):
        name, timing, *text = block.split("\n")
        assert len(text) == bool(printable(texts[number]))
        assert name == f"s{number}"
        assert TIMING.fullmatch(timing)
        assert not set("<>") & set("".join(text))


def test_each_format_is_found_by_its_suffix() -> None:
    """As a person names it."""
    made = recording(Cue("s1", 0.2, 1, "Bonjour"))
    assert [captioned(made, "fr", name) for name in FORMATS] == [webvtt(made, "fr"), srt(made)]
