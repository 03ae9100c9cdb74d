"""The line that says how a bundle was made: the same line and the same source give the same bundle."""

from __future__ import annotations

import os
from typing import Any

from notices import __version__
from notices.edition import LANGS, PackageInfo
from notices.placing import sha256
from notices.settings import Settings


def made_with(settings: Settings, package: PackageInfo | None) -> dict[str, Any]:
    """Everything that shapes the output, as plain data, with its `signature` line.

    Raises `NarrationError` where a voice that was asked for is not here.
    """
    made: dict[str, Any] = {
        "notices": __version__,
        "editions": list(settings.editions),
        "package": _package_line(package),
        "voices": _voices(settings),
        "audio_format": settings.audio_format if settings.audio else "none",
        "glossary": sha256(settings.glossary) if settings.glossary else "",
        "lexicon": sha256(settings.lexicon) if settings.lexicon else "",
        "ocr": settings.ocr,
        "date": os.environ.get("SOURCE_DATE_EPOCH", ""),
    }
    return made | {"signature": _line(made)}


def _package_line(package: PackageInfo | None) -> str:
    return f"{package.name}:{package.version}:{package.sha256}" if package else ""


def _voices(settings: Settings) -> dict[str, str]:
    if not settings.audio:
        return {}
    from notices.narration import voice_signature

    langs = sorted({LANGS[edition] for edition in settings.editions})
    return {lang: voice_signature(lang, settings) for lang in langs}


def _line(made: dict[str, Any]) -> str:
    voices = ",".join(f"{lang}={voice}" for lang, voice in made["voices"].items())
    parts = {
        "notices": made["notices"],
        "editions": ",".join(made["editions"]),
        "fr-en": made["package"],
        "voices": voices,
        "audio": made["audio_format"],
        "glossary": made["glossary"][:16],
        "lexicon": made["lexicon"][:16],
        "ocr": "yes" if made["ocr"] else "",
        "date": made["date"],
    }
    return "|".join(f"{key}:{value}" for key, value in parts.items() if value)
