"""Where packages lie on this machine, without making any folder."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

BUNDLED = Path(__file__).parent.parent / "models"
"""Packages that come with the product, each in a folder of its own; the first by name is used."""


@dataclass(frozen=True, slots=True)
class Places:
    """Folders that may or may not exist; None where there is no home."""

    own: Path | None
    """Packages that `add` and `install` put in place."""
    argospm: tuple[Path, ...] = ()
    """Where argostranslate keeps its own."""
    choice: Path | None = None
    """The file that holds the name set by `use`."""
    bundled: Path = BUNDLED


def places(environment: Mapping[str, str] = os.environ) -> Places:
    """The folders that this environment names, by the XDG rules that argostranslate follows too."""
    home = _home(environment)
    data = _folder(environment, "XDG_DATA_HOME", home, ".local/share")
    config = _folder(environment, "XDG_CONFIG_HOME", home, ".config")
    return Places(
        own=data / "notices" / "packages" if data else None,
        argospm=_argospm(environment, data, config),
        choice=config / "notices" / "package.json" if config else None,
    )


def _home(environment: Mapping[str, str]) -> Path | None:
    named = environment.get("HOME") or environment.get("USERPROFILE")
    return Path(named) if named else None


def _folder(environment: Mapping[str, str], variable: str, home: Path | None, beneath: str) -> Path | None:
    named = environment.get(variable)
    if named:
        return Path(named)
    return home / beneath if home else None


def _argospm(environment: Mapping[str, str], data: Path | None, config: Path | None) -> tuple[Path, ...]:
    """As `argostranslate.settings` has it: the environment, then its settings file, then the data folder."""
    named = environment.get("ARGOS_PACKAGES_DIR") or _argos_setting(config)
    if named:
        return (Path(named),)
    return (data / "argos-translate" / "packages",) if data else ()


def _argos_setting(config: Path | None) -> str:
    if config is None:
        return ""
    try:
        settings = json.loads((config / "argos-translate" / "settings.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    named = settings.get("ARGOS_PACKAGES_DIR") if isinstance(settings, dict) else None
    return named if isinstance(named, str) else ""
