"""`index.html`: one file that reads along, works from disk, and needs neither a network nor a framework.

Without scripts all editions stand one after the other with the browser's own sound controls; the script adds
tabs, the highlight, and two editions side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from notices.document import Lang
from notices.edition import Bundle, Edition, EditionId
from notices.labels import written_date
from notices.phrases import say
from notices.publishing.findings import findings
from notices.publishing.fragments import printable
from notices.publishing.hardwords import Explanation, hard_words
from notices.publishing.layout import Unit, units
from notices.publishing.manifest import to_proofread
from notices.publishing.picture import Measure
from notices.publishing.readability import annotated, measures, picture_of
from notices.publishing.templating import policy, verbatim
from notices.publishing.theme import OURS, Theme
from notices.publishing.view import View

if TYPE_CHECKING:
    from notices.advice import Advice

_HEADING_ABOVE = 2
"""An edition's own headings stand under its name, which is an <h2>."""

_PASSAGES_SHOWN = 150
"""Of a very long notice, the page marks this many passages; the report of `notices score` has all."""

_LEFT_OUT_SHOWN = 200
"""So many sentences that were left out are listed for an edition; the manifest has all."""

_COUNTERPARTS: dict[EditionId, tuple[EditionId, ...]] = {
    "original": ("translation", "plain"),
    "plain": ("plain-en", "original"),
    "translation": ("original", "plain-en"),
    "plain-en": ("plain", "translation"),
}
"""What an edition can stand beside. The first is aligned with it block by block, for it says the same."""

_SPEEDS = ("0.75", "1", "1.25", "1.5", "2")

_MEDIA_TYPES = {
    ".md": "text/markdown",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".pdf": "application/pdf",
    ".mp3": "audio/mpeg",
    ".opus": "audio/ogg",
    ".flac": "audio/flac",
    ".m4b": "audio/mp4",
    ".wav": "audio/wav",
}


@dataclass(frozen=True)
class Panel:
    """One edition as the page shows it."""

    id: EditionId
    lang: Lang
    name: str
    audio: str
    """The sound file, from the page; empty where nothing is spoken."""
    audio_type: str
    duration: str
    units: tuple[Unit, ...]
    view: View
    explanations: tuple[Explanation, ...]
    besides: tuple[Counterpart, ...]

    @property
    def aligned(self) -> str:
        """The edition that says the same in the other language; empty where it was not made."""
        first = _COUNTERPARTS[self.id][0]
        return first if any(other.id == first for other in self.besides) else ""

    @property
    def speeds(self) -> tuple[tuple[str, str], ...]:
        """The speeds on offer, as the script and as the reader know them."""
        point = "," if self.lang == "fr" else "."
        return tuple((speed, speed.replace(".", point) + "\u00a0×") for speed in _SPEEDS)

    def say(self, key: str, **values: object) -> str:
        """Our own words in the edition's language."""
        return say(key, self.lang, **values)


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Another edition that can stand beside one."""

    id: EditionId
    name: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the bundle."""

    path: str
    lang: Lang
    media_type: str
    words: str
    format: str
    size: str


def page(bundle: Bundle, folder: Path, advice: Sequence[Advice] = (), theme: Theme = OURS) -> str:
    """The page of the bundle whose other files already stand in `folder`."""
    style = Markup(theme.style("page.css"))  # noqa: S704 - ours, and the body's, which closes no element
    script = Markup(verbatim("page.js"))  # noqa: S704 - our own file
    source = bundle.source
    original = bundle.edition("original")
    passages = annotated(original.document, advice) if original else ()
    plain = bundle.edition("plain")
    measured = (
        measures(original.scores, plain.scores if plain else None) if original and original.scores else ()
    )
    return theme.fill(
        "page.html",
        keep=[s.id for edition in bundle.editions for s in edition.document.sentences()],
        page={
            "title": printable(source.title),
            "issuer": printable(source.issuer),
            "date": source.date,
            "written_date": written_date(source.date, "fr"),
            "description": say("book.machine-made", "fr"),
            "policy": policy(style, script),
            "style": style,
            "script": script,
            "panels": [_panel(bundle, edition) for edition in bundle.editions],
            "measures": measured,
            "picture": picture_of(measured),
            "passages": passages[:_PASSAGES_SHOWN],
            "passages_left_out": len(passages[_PASSAGES_SHOWN:]),
            "findings": findings(bundle),
            "left_out_shown": _LEFT_OUT_SHOWN,
            "gist_only": bool(bundle.package and bundle.package.gist_only),
            "proofread": tuple(to_proofread(bundle)),
            "downloads": tuple(_downloads(bundle, folder)),
            "file": printable(source.file),
            "sha256": source.sha256,
            "signature": printable(str(bundle.made_with.get("signature", ""))),
        },
    )


def _measured(bundle: Bundle) -> tuple[Measure, ...]:
    original, plain = bundle.edition("original"), bundle.edition("plain")
    if original is None or original.scores is None:
        return ()
    return measures(original.scores, plain.scores if plain else None)


def _panel(bundle: Bundle, edition: Edition) -> Panel:
    recording = edition.recording
    words = hard_words(edition)
    return Panel(
        id=edition.id,
        lang=edition.lang,
        name=_name(edition.id, edition.lang),
        audio=f"audio/{recording.file.name}" if recording else "",
        audio_type=_MEDIA_TYPES[recording.file.suffix] if recording else "",
        duration=spoken_length(recording.duration_s, edition.lang) if recording else "",
        units=units(edition.document),
        view=View(
            edition.lang,
            base=_HEADING_ABOVE,
            cues={cue.id: cue for cue in recording.cues} if recording else {},
            linked=True,
            terms=words.links,
        ),
        explanations=words.explanations,
        besides=tuple(
            Counterpart(other, _name(other, edition.lang))
            for other in _COUNTERPARTS[edition.id]
            if bundle.edition(other)
        ),
    )


def _name(edition: EditionId, lang: Lang) -> str:
    return say(f"edition.{edition}", lang)


def spoken_length(duration_s: float, lang: Lang) -> str:
    """A duration as it is said: "2 minutes 14 secondes"."""
    minutes, rest = divmod(round(duration_s), 60)
    return say("page.minutes" if minutes else "page.seconds", lang, minutes=minutes, seconds=rest)


def _downloads(bundle: Bundle, folder: Path) -> Iterator[Download]:
    for edition in bundle.editions:
        name = _name(edition.id, edition.lang)
        text = say("page.download.text", edition.lang, name=name)
        yield _download(folder, f"{edition.stem}.md", edition.lang, text)
        if (folder / f"{edition.stem}.docx").exists():
            word = say("page.download.word", edition.lang, name=name)
            yield _download(folder, f"{edition.stem}.docx", edition.lang, word)
        if edition.recording:
            sound = say("page.download.audio", edition.lang, name=name)
            yield _download(folder, f"audio/{edition.recording.file.name}", edition.lang, sound)
    for lang in dict.fromkeys(edition.lang for edition in bundle.editions):
        yield _download(folder, f"notice.{lang}.epub", lang, say("page.download.book", lang))
        for size in ("", ".large"):
            if (folder / f"notice.{lang}{size}.pdf").exists():
                yield _download(
                    folder, f"notice.{lang}{size}.pdf", lang, say(f"page.download.pdf{size}", lang)
                )
    if (folder / "notice.fr-en.epub").exists():
        yield _download(folder, "notice.fr-en.epub", "fr", say("page.download.both", "fr"))


def _download(folder: Path, path: str, lang: Lang, words: str) -> Download:
    suffix = Path(path).suffix
    name = {".md": "Markdown"}.get(suffix, suffix[1:].upper())
    size = _size((folder / path).stat().st_size)
    return Download(path, lang, _MEDIA_TYPES[suffix], words, name, size)


def _size(size: int) -> str:
    """A file's size as French writes it."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}\u00a0ko"
    return f"{size / 1_000_000:.1f}".replace(".", ",") + "\u00a0Mo"
