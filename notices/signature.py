"""The line that says how a bundle was made: the same line and the same source give the same bundle."""

from __future__ import annotations

import os
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from notices import __version__
from notices.document import Lang
from notices.edition import LANGS, PackageInfo
from notices.errors import NoticeMissing
from notices.placing import sha256
from notices.settings import Settings

LIBRARIES = (
    "av",
    "charset-normalizer",
    "ctranslate2",
    "espeakng-loader",
    "lxml",
    "markdown-it-py",
    "num2words",
    "py3langid",
    "pyphen",
    "pypdfium2",
    "pyttsx3",
    "selectolax",
    "sentencepiece",
    "simplemma",
    "textstat",
    "weasyprint",
)
"""Libraries whose version can change a text, a figure or a sound."""


def made_with(
    settings: Settings, package: PackageInfo | None, *, model: str = "", silent: bool = False
) -> dict[str, Any]:
    """Everything that shapes the output, as plain data, with its `signature` line.

    `model` is the language model that was asked; one that fell `silent` makes another line, so that the next
    run tries again.

    Raises `NarrationError` where a voice that was asked for is not here, and `NoticeMissing` where a
    glossary or lexicon is not, `ThemeUnusable` where a theme cannot serve.
    """
    made: dict[str, Any] = {
        "version": __version__,
        "translation": _translation(package),
        "voices": _voices(settings),
        "settings": {
            "editions": list(settings.editions),
            "audio": settings.audio_format if settings.audio else "none",
            "captions": list(settings.captions) if settings.audio else [],
            "glossary": _sum(settings, "glossary"),
            "lexicon": _sum(settings, "lexicon"),
            "voices": _sum(settings, "voices"),
            "extras": [name for name in ("daisy", "docx", "bilingual", "pdf") if getattr(settings, name)],
            "certified_by": settings.certified_by,
            "theme": _theme(settings),
            "rewriter": settings.rewriter if settings.needs_plain else "",
            "rewriter_model": settings.rewriter_model if settings.rewriter and settings.needs_plain else "",
            "ocr": settings.ocr,
            "date": os.environ.get("SOURCE_DATE_EPOCH", ""),
        },
        "rewriter": {"model": model, "silent": silent} if model else None,
        "libraries": {name: _version(name) for name in LIBRARIES},
    }
    return made | {"signature": _line(made)}


def _translation(package: PackageInfo | None) -> dict[str, Any] | None:
    if package is None:
        return None
    return {
        "name": package.name,
        "version": package.version,
        "sha256": package.sha256,
        "gist_only": package.gist_only,
        "quality": package.quality,
    }


def _voices(settings: Settings) -> dict[str, str]:
    if not settings.audio:
        return {}
    from notices.narration import voice_signature

    # French is heard in English editions too: what could not be translated is said by the French voice
    langs: list[Lang] = sorted({"fr", *(LANGS[edition] for edition in settings.editions)})
    return {lang: voice_signature(lang, settings) for lang in langs}


def _sum(settings: Settings, name: str) -> str:
    file = getattr(settings, name)
    if file is None:
        return ""
    if not file.is_file():
        raise NoticeMissing(file=file)
    return sha256(file)


def _theme(settings: Settings) -> str:
    if settings.theme is None:
        return ""
    from notices.publishing.theme import read_theme

    return read_theme(settings.theme).sha256


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:  # espeakng-loader is for Linux alone, weasyprint an extra
        return ""


def _line(made: dict[str, Any]) -> str:
    chosen, package = made["settings"], made["translation"]
    parts = {
        "notices": made["version"],
        "editions": ",".join(chosen["editions"]),
        "fr-en": f"{package['name']}:{package['version']}:{package['sha256']}" if package else "",
        "voices": ",".join(f"{lang}={voice}" for lang, voice in made["voices"].items()),
        "audio": chosen["audio"],
        "captions": ",".join(chosen["captions"]),
        "glossary": chosen["glossary"],
        "lexicon": chosen["lexicon"],
        "voices file": chosen["voices"],
        "extras": ",".join(chosen["extras"]),
        "certified by": _words(chosen["certified_by"]),
        "theme": chosen["theme"],
        "rewriter": _words(chosen["rewriter"], chosen["rewriter_model"], _silent(made["rewriter"])),
        "ocr": "yes" if chosen["ocr"] else "",
        "date": chosen["date"],
        "libraries": ",".join(f"{name}:{number}" for name, number in made["libraries"].items() if number),
    }
    return "|".join(f"{key}:{value}" for key, value in parts.items() if value)


def _silent(rewriter: dict[str, Any] | None) -> str:
    return "silent" if rewriter and rewriter["silent"] else ""


def _words(*texts: str) -> str:
    """All on one line."""
    return " ".join(" ".join(texts).split())
