"""The story of one notice, on one screen: the only place that knows the order of the steps."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from notices.document import PROVEN, Document, Written
from notices.edition import LANGS, Bundle, Edition, EditionId, PackageInfo, Source
from notices.errors import GistOnly, NotFrench, NoticeTooLong, Unproven
from notices.labels import ID_PREFIXES, introduce
from notices.settings import CaptionFormat, Settings
from notices.signature import made_with

if TYPE_CHECKING:
    from notices.publishing.theme import Theme
    from notices.raw import RawNotice
    from notices.rewriting.endpoint import LanguageModel
    from voices import Recording

Tell = Callable[[str], None]
"""Told the key of each step as it begins: read, summarise, reword, translate, narrate, publish."""


def make_bundle(
    path: Path,
    name: str,
    folder: Path,
    settings: Settings,
    tell: Tell = lambda step: None,
    accept: Callable[[Document], None] = lambda notice: None,
) -> Bundle:
    """Make the bundle of the notice at `path` in the empty `folder`. Raises `NoticesError`, and what `accept`
    raises of the notice that was read."""
    theme = _theme(settings)  # first of all: a theme that cannot serve is told before the work
    model = _model(settings)  # so is a language model that is not there
    tell("read")
    raw, original = open_notice(path, settings)
    accept(original)
    texts, package = write_texts(original, settings, tell, model)
    bundle = Bundle(
        name=name,
        source=_source(path, raw, original),
        editions=tuple(_edition(e, texts, raw, package) for e in settings.editions),
        made_with=made_with(
            settings, package, model=model.name if model else "", silent=bool(_silence(texts))
        ),
        package=package,
    )
    if settings.strict:
        _refuse_unproven(bundle)
    with ExitStack() as stack:
        books: dict[EditionId, Recording] = {}
        if settings.audio:
            tell("narrate")
            bundle, books = stack.enter_context(narrated(bundle, folder / "audio", settings))
        tell("publish")
        _publish(bundle, original, folder, books, theme, settings)
    return bundle


def _theme(settings: Settings) -> Theme:
    from notices.publishing.theme import OURS, read_theme

    return read_theme(settings.theme) if settings.theme else OURS


def _model(settings: Settings) -> LanguageModel | None:
    """The language model that was asked for, where there is anything for it to do. Raises `RewriterError`."""
    if not (settings.rewriter and settings.needs_plain):
        return None
    from notices.rewriting.endpoint import open_model

    return open_model(settings.rewriter, settings.rewriter_model, remote=settings.allow_remote)


def _silence(texts: dict[EditionId, Written]) -> str:
    from notices.rewriting import silence

    return silence(texts["plain"]) if "plain" in texts else ""


def open_notice(path: Path, settings: Settings) -> tuple[RawNotice, Document]:
    """Read a notice and find its structure. Raises `InputError` where it cannot or must not be read."""
    from notices.reading import Limits, read
    from notices.structure import build_document

    limits = Limits(max_mb=settings.max_mb, words=settings.max_words)
    raw = read(path, limits, ocr=settings.ocr)
    document = build_document(raw)
    words = document.word_count()
    if words > settings.max_words:
        raise NoticeTooLong(file=path, words=words, limit=settings.max_words)
    if not settings.force:
        _refuse_other_languages(document, path)
    return raw, document


def _refuse_other_languages(document: Document, path: Path) -> None:
    from notices.language import detect

    language = detect("\n".join(sentence.text for sentence in document.sentences()))
    if language not in ("fr", "und"):
        raise NotFrench(file=path, language=language)


def write_texts(
    original: Document,
    settings: Settings,
    tell: Tell = lambda step: None,
    model: LanguageModel | None = None,
) -> tuple[dict[EditionId, Written], PackageInfo | None]:
    """Every text that the settings' editions need, and the package that wrote the English."""
    from notices.summary import summarise

    texts: dict[EditionId, Written] = {"original": Written(original)}
    if settings.needs_plain:
        tell("summarise")
        texts["plain"] = summarise(original)
    if model:
        from notices.rewriting import reword

        tell("reword")
        texts["plain"] = reword(texts["plain"], original, model)
    if not settings.needs_english:
        return texts, None
    tell("translate")
    english, package = _write_english(texts, settings)
    return texts | english, package


_FRENCH_OF: dict[EditionId, EditionId] = {"translation": "original", "plain-en": "plain"}


def _write_english(
    texts: dict[EditionId, Written], settings: Settings
) -> tuple[dict[EditionId, Written], PackageInfo]:
    from notices.ctranslate import open_translator
    from notices.glossary import read_glossary
    from notices.packages import choose
    from notices.translation import translate

    wanted: list[EditionId] = [edition for edition in settings.editions if LANGS[edition] == "en"]
    french = [(texts[_FRENCH_OF[edition]].document, ID_PREFIXES[edition]) for edition in wanted]
    package = choose(settings.package)
    if settings.strict and package.info.gist_only:
        raise GistOnly(package=package.info.name)
    with open_translator(package) as translator:
        written = translate(french, translator, glossary=read_glossary(settings.glossary))
    return dict(zip(wanted, written, strict=True)), package.info


def write_edition(path: Path, edition: EditionId, settings: Settings) -> Edition:
    """One edition of a notice, without sound. Raises `NoticesError`."""
    settings = replace(settings, editions=(edition,))
    model = _model(settings)
    raw, original = open_notice(path, settings)
    texts, package = write_texts(original, settings, model=model)
    return _edition(edition, texts, raw, package)


def _source(path: Path, raw: RawNotice, original: Document) -> Source:
    return Source(
        title=original.title,
        file=raw.file,
        path=path,
        sha256=raw.sha256,
        language=original.lang,
        date=original.date,
        issuer=original.issuer,
        from_picture=raw.from_picture,
        unread_pages=raw.unread_pages,
    )


def _edition(
    edition: EditionId, texts: dict[EditionId, Written], raw: RawNotice, package: PackageInfo | None
) -> Edition:
    from notices.readability import measure

    written = texts[edition]
    document = introduce(
        written.document,
        edition,
        gist_only=package is not None and package.gist_only,
        from_picture=raw.from_picture,
        unread_pages=raw.unread_pages,
        reworded=sum("reworded" in s.flags for s in texts["plain"].document.sentences())
        if "plain" in texts
        else 0,
    )
    return Edition(
        id=edition,
        document=document,
        scores=measure(document),
        checks=written.checks,
        compared=written.compared,
    )


def _refuse_unproven(bundle: Bundle) -> None:
    unproven = sum(
        not PROVEN.issuperset(s.flags) for edition in bundle.editions for s in edition.document.sentences()
    )
    if unproven or bundle.source.unread_pages:
        raise Unproven(file=bundle.source.file, count=unproven, pages=len(bundle.source.unread_pages))


@contextmanager
def narrated(
    bundle: Bundle, folder: Path, settings: Settings
) -> Iterator[tuple[Bundle, dict[EditionId, Recording]]]:
    """The bundle with its sound in `folder`, and the MP3s for its books, which last while the block does."""
    from notices.narration import narrate_editions

    documents = {edition.id: edition.document for edition in bundle.editions}
    folder.mkdir()
    with tempfile.TemporaryDirectory() as scratch:
        spoken = narrate_editions(documents, Path(scratch), settings, also=("mp3",))
        kept = {edition: _moved(recording, folder) for edition, recording in spoken.items()}
        editions = tuple(replace(e, recording=kept[e.id]) for e in bundle.editions)
        yield replace(bundle, editions=editions), {e: next(iter(kept[e].also), kept[e]) for e in kept}


def _moved(recording: Recording, folder: Path) -> Recording:
    return replace(recording, file=Path(shutil.move(recording.file, folder / recording.file.name)))


def narrate_edition(path: Path, settings: Settings) -> tuple[bytes, dict[CaptionFormat, str]]:
    """The sound of the one edition that the settings name, and its captions. Raises `NoticesError`."""
    (edition,) = settings.editions
    document = write_edition(path, edition, settings).document
    from notices.narration import narrate_editions
    from voices import captioned

    with tempfile.TemporaryDirectory() as scratch:
        recording = narrate_editions({edition: document}, Path(scratch), settings)[edition]
        told = {name: captioned(recording, document.lang, name) for name in settings.captions}
        return recording.file.read_bytes(), told


def _publish(
    bundle: Bundle,
    original: Document,
    folder: Path,
    books: dict[EditionId, Recording],
    theme: Theme,
    settings: Settings,
) -> None:
    from notices.advice import advise
    from notices.publishing import Extras, publish

    extras = Extras(
        daisy=settings.daisy,
        docx=settings.docx,
        bilingual=settings.bilingual,
        pdf=settings.pdf,
        certified_by=settings.certified_by,
        captions=settings.captions,
        theme=theme,
    )
    publish(bundle, folder, advise(original), books, extras)


def signature_of(settings: Settings) -> str:
    """The line that a bundle made with these settings would carry, found without making it."""
    from notices.packages import choose

    package = choose(settings.package).info if settings.needs_english else None
    return str(made_with(settings, package)["signature"])
