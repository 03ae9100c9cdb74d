"""Narration: an edition is spoken into a sound file. The one bridge to the voices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notices.document import Block, Document, Lang
from notices.edition import FILE_STEMS, LANGS, EditionId
from notices.errors import (
    EngineNotHere,
    LexiconNotReadable,
    NarrationError,
    SentenceNotSpoken,
    SettingNotPossible,
    SoundNotEncoded,
    VoiceNotHere,
    VoiceNotInstalled,
)
from notices.phrases import Phrase, say
from notices.system_faults import reason

if TYPE_CHECKING:
    from notices.settings import Settings
    from voices import Engine, Recording, Tags, Utterance, VoiceError, VoiceSettings
    from voices.speech import PauseKind

AT_ONCE = 2
"""Editions that are narrated at the same time: each keeps one processor busy."""

LONG = 8_000
"""Words; a longer document is narrated alone: it is an hour of sound, and 300 MB of memory."""


def narrate_editions(
    documents: Mapping[EditionId, Document],
    folder: Path,
    settings: Settings,
    *,
    also: Sequence[str] = (),
    engine: Engine | None = None,
) -> dict[EditionId, Recording]:
    """Narrate several editions of a notice into `folder`, two at a time, as `settings` say.

    Each is written in the settings' format, and besides in those that `also` names. Raises `NarrationError`,
    and OSError where the folder cannot be written.
    """

    def narrated(edition: EditionId) -> Recording:
        return narrate(
            documents[edition],
            edition,
            folder,
            voices={lang: voice_settings(lang, settings) for lang in LANGS.values()},
            audio_format=settings.audio_format,
            also=also,
            lexicon=settings.lexicon,
            engine=engine,
        )

    alone = any(document.word_count() > LONG for document in documents.values())
    threads = ThreadPoolExecutor(1 if alone else AT_ONCE)
    try:
        return dict(zip(documents, threads.map(narrated, documents), strict=True))
    finally:  # after an error the editions that have not begun are not begun
        threads.shutdown(cancel_futures=True)


def narrate(
    document: Document,
    edition: EditionId,
    folder: Path,
    *,
    voices: Mapping[str, VoiceSettings] | None = None,
    audio_format: str = "mp3",
    also: Sequence[str] = (),
    lexicon: Path | None = None,
    engine: Engine | None = None,
) -> Recording:
    """Speak a document, sentence by sentence, into `folder`, as `plain.fr.mp3` and the like.

    The recording has a cue for each sentence, by its id. `voices` are the settings of each language: a
    sentence of an English edition that could not be translated is said by the French voice. With `also`, the
    same sound is written in those formats too (`recording.also`). Raises `NarrationError`, and OSError where
    the folder cannot be written.
    """
    from voices import VoiceSettings, catalog, speak

    chosen = voices or {}
    with _told():
        track = speak(
            utterances(document),
            engine or catalog.ByVoice(),
            chosen.get(document.lang, VoiceSettings()),
            document.lang,
            pronounce=_pronounce(lexicon),
            others=chosen,
        )
        tags = _tags(document, edition, track.voice)
        names = dict.fromkeys([audio_format, *also])
        recordings = [_write(track, folder / FILE_STEMS[edition], name, tags) for name in names]
    return replace(recordings[0], also=tuple(recordings[1:]))


def _write(track: Any, stem: Path, audio_format: str, tags: Tags) -> Recording:
    from voices import write

    return write(track, stem.with_name(f"{stem.name}.{audio_format}"), audio_format, tags)


def utterances(document: Document) -> tuple[Utterance, ...]:
    """What is said of a document: each sentence, with the silence after it; a heading begins a chapter."""
    return tuple(_utterances(document))


def _utterances(document: Document) -> Iterator[Utterance]:
    from voices import Utterance

    for number, block in enumerate(document.blocks):
        following = document.blocks[number + 1] if number + 1 < len(document.blocks) else None
        for place, sentence in enumerate(block.sentences, 1):
            last = place == len(block.sentences)
            yield Utterance(
                id=sentence.id,
                text=sentence.text,
                pause=_pause(block, following) if last else "sentence",
                chapter=block.kind == "heading" and place == 1,
                lang="fr" if "untranslated" in sentence.flags else document.lang,
            )


def _pause(block: Block, following: Block | None) -> PauseKind:
    """The silence between a block and the one that follows."""
    if following is None:
        return "end"
    if block.kind == "heading":
        return "title" if block.level == 1 else "heading"
    if following.kind == "heading":
        return "section"
    return "item" if block.kind == following.kind in ("item", "row") else "paragraph"


def _tags(document: Document, edition: EditionId, voice: str) -> Tags:
    from voices import Tags

    kind = say(f"narration.edition.{edition}", document.lang)
    return Tags(
        title=document.title,
        publisher=document.issuer,
        date=document.date,
        comment=say("narration.comment", document.lang, voice=voice, edition=kind),
        lyrics="\n".join(sentence.text for sentence in document.sentences()),
    )


def voice_settings(lang: Lang, settings: Settings) -> VoiceSettings:
    """How a language is spoken: as the body's voices file says, but for what a person chose this time.

    Raises `VoicesUnreadable`.
    """
    from notices.voices_file import read_voice_settings
    from voices import VoiceSettings

    own = read_voice_settings(settings.voices) if settings.voices else {}
    usual = own.get(lang, VoiceSettings())
    voice = settings.french_voice if lang == "fr" else settings.english_voice
    return replace(usual, voice=voice or usual.voice, rate=settings.rate or usual.rate)


def voice_signature(lang: Lang, settings: Settings) -> str:
    """The line that says which voice speaks a language and how.

    Raises `NarrationError` where it is not here.
    """
    from voices import catalog

    with _told():
        return catalog.signature(catalog.ByVoice(), lang, voice_settings(lang, settings))


def try_voice(text: str, lang: Lang, settings: Settings) -> bytes:
    """The sound file of a text as an edition would sound with these settings. Raises `NarrationError`."""
    from voices import Voice, catalog, preview

    chosen = voice_settings(lang, settings)
    voice = Voice(catalog.engine_of(chosen.voice), chosen.voice, lang, chosen.voice)
    with _told():
        return preview(
            voice,
            text,
            chosen,
            audio_format=settings.audio_format,
            pronounce=_pronounce(settings.lexicon),
            comment=say("narration.trial", lang, voice=chosen.voice or lang),
        )


def say_lines(lines: Iterable[str], lang: str, lexicon: Path | None = None) -> Iterator[str]:
    """Each line as it will be said: so that a body can check its lexicon. Raises `LexiconNotReadable`."""
    with _told():
        pronounce = _pronounce(lexicon)
    for line in lines:
        yield pronounce(line.rstrip("\n"), lang)


def _pronounce(lexicon: Path | None) -> Callable[[str, str], str]:
    from voices import read_lexicon, spoken

    words = read_lexicon(lexicon) if lexicon else None
    return lambda text, lang: spoken(text, lang, words)


@contextmanager
def _told() -> Iterator[None]:
    """What a voice raises, as an error of the product."""
    from voices import VoiceError

    try:
        yield
    except VoiceError as error:
        raise _ours(error) from error


def _reason(value: object) -> object:
    return reason(value) if isinstance(value, Exception) else value


def _ours(error: VoiceError) -> NarrationError:
    from notices.voice_shelf import find_known

    values = error.values
    match error.kind:
        case "EngineMissing":
            packages = '"notices[piper]"' if values["engine"] == "piper" else "pyttsx3 espeakng-loader"
            return EngineNotHere(engine=values["engine"], detail=values["detail"], packages=packages)
        case "VoiceMissing":
            if find_known(str(values["voice"])):
                return VoiceNotInstalled(voice=values["voice"])
            return VoiceNotHere(voice=values["voice"], language=values["lang"], known=values["known"])
        case "SpeechFailed":
            return SentenceNotSpoken(
                sentence=values.get("id", ""), text=values.get("text", ""), detail=values.get("detail", error)
            )
        case "LexiconUnreadable":
            place = f"{values['file']}:{values['line']}" if values["line"] else values["file"]
            fault = {name: _reason(value) for name, value in values.items()}
            return LexiconNotReadable(file=place, detail=Phrase(f"lexicon.{values['fault']}", fault))
        case "SettingRefused":
            return SettingNotPossible(**values)
        case "EncodingFailed":
            return SoundNotEncoded(format=values["format"], detail=values["detail"])
    return NarrationError(detail=str(error))
