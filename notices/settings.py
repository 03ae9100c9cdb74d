"""What a person may choose about a bundle, and the part of it that shapes the output."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from notices.edition import EDITIONS, LANGS, EditionId

AudioFormat = Literal["mp3", "opus", "flac", "m4b", "wav"]

AUDIO_FORMATS: tuple[AudioFormat, ...] = ("mp3", "opus", "flac", "m4b", "wav")

CaptionFormat = Literal["vtt", "srt"]

CAPTION_FORMATS: tuple[CaptionFormat, ...] = ("vtt", "srt")


@dataclass(frozen=True, slots=True)
class Settings:
    """How a notice is made into a bundle."""

    editions: tuple[EditionId, ...] = EDITIONS
    audio: bool = True
    audio_format: AudioFormat = "mp3"
    captions: tuple[CaptionFormat, ...] = ("vtt",)
    """Written beside each sound file."""
    french_voice: str = ""
    """The engine's id of a French voice; empty: its default."""
    english_voice: str = ""
    rate: int | None = None
    """Speed of speech, words a minute; None: the voices file's, or the usual 160."""
    voices: Path | None = None
    """A body's own voice settings, `voices.toml`."""
    package: str = ""
    """Folder or name of a translation package; empty: the one in use."""
    glossary: Path | None = None
    lexicon: Path | None = None
    """A body's own pronunciations."""
    daisy: bool = False
    """A DAISY 2.02 talking book for each language, for players of libraries for the blind."""
    docx: bool = False
    """A Word document of each edition, for those who must edit it."""
    bilingual: bool = False
    """An EPUB with both languages beside the two others."""
    pdf: bool = False
    """A tagged PDF for each language, in normal and large print (needs the extra `pdf`)."""
    certified_by: str = ""
    """Who vouches for the accessibility of the books; nothing is claimed where nobody does."""
    theme: Path | None = None
    """A body's own look for the page and the books: a folder of style sheets and templates."""
    rewriter: str = ""
    """Address of a language model that may reword hard sentences of the plain French; empty: none."""
    rewriter_model: str = ""
    """Its name there; empty: the only one."""
    allow_remote: bool = False
    """Whether the language model may be on another machine, which then reads the notice's sentences."""
    ocr: bool = False
    strict: bool = False
    force: bool = False
    max_words: int = 30_000
    """A longer notice is refused: above this, a bundle takes more than a minute."""
    max_mb: int = 50

    @property
    def needs_english(self) -> bool:
        """Whether any edition is to be translated."""
        return any(LANGS[edition] == "en" for edition in self.editions)

    @property
    def needs_plain(self) -> bool:
        """Whether the plain French has to be written, for itself or to be translated."""
        return "plain" in self.editions or "plain-en" in self.editions
