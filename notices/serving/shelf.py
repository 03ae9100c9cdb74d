"""The finished bundles in a folder, known by their manifests."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notices.serving.searching import folded

_LONGEST_MANIFEST = 64 * 1024 * 1024
_MOST_BUNDLES = 10_000


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an edition, as it can be found."""

    id: str
    lang: str
    text: str
    folded: str


@dataclass(frozen=True, slots=True)
class Version:
    """An edition of a shelved notice."""

    id: str
    lang: str
    audio: str
    """The sound file, from the bundle; empty where nothing is spoken."""
    duration_s: float


@dataclass(frozen=True, slots=True)
class Shelved:
    """A finished bundle."""

    name: str
    """Of its folder."""
    title: str
    date: str
    versions: tuple[Version, ...]
    files: frozenset[str]
    """All that may be sent, from the bundle's folder."""
    passages: tuple[Passage, ...]


class Shelf:
    """Reads each manifest once, and again when it has changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._read: dict[str, tuple[tuple[int, int], Shelved | None]] = {}

    def bundles(self) -> tuple[Shelved, ...]:
        """All bundles, the latest notice first."""
        found = [bundle for name in self._names() if (bundle := self.bundle(name))]
        return tuple(sorted(sorted(found, key=lambda b: b.name), key=lambda b: b.date, reverse=True))

    def bundle(self, name: str) -> Shelved | None:
        """The bundle in the folder of this name; None where there is none."""
        manifest = self._inside(name, "manifest.json")
        if manifest is None:
            self._read.pop(name, None)
            return None
        status = manifest.stat()
        stamp = (status.st_mtime_ns, status.st_size)
        if name not in self._read or self._read[name][0] != stamp:
            self._read[name] = stamp, _shelved(name, manifest)
        return self._read[name][1]

    def file(self, name: str, path: str) -> Path | None:
        """A file of a bundle; None unless the bundle's manifest names it and it lies where it says."""
        bundle = self.bundle(name)
        return self._inside(name, path) if bundle and path in bundle.files else None

    def _names(self) -> Iterator[str]:
        entries = sorted(entry.name for entry in self._folder.iterdir() if entry.is_dir())
        yield from entries[:_MOST_BUNDLES]

    def _inside(self, name: str, path: str) -> Path | None:
        """The regular file at this very place: no link leads out of the folder, or to another file in it.

        A folder whose name begins with a dot is hidden, or a bundle that is being made.
        """
        if name.startswith(".") or not all(map(_is_plain, (name, *path.split("/")))):
            return None
        file = self._folder.joinpath(name, *path.split("/"))
        try:
            stays = self._folder in file.parents and file.resolve() == file
            return file if stays and file.is_file() else None
        except (OSError, ValueError):
            return None


def _is_plain(part: str) -> bool:
    """One name, and neither a way up nor what some system takes for several."""
    return part not in ("", ".", "..") and re.search(r"[\x00-\x1f/\\]", part) is None


def _shelved(name: str, manifest: Path) -> Shelved | None:
    """The bundle that this manifest describes; None where it is none of ours, or not whole."""
    try:
        if manifest.stat().st_size > _LONGEST_MANIFEST:
            return None
        data = json.loads(manifest.read_bytes())
        if not str(data["schema"]).startswith("notices-bundle/"):
            return None
        return Shelved(
            name=name,
            title=str(data["notice"]["title"]),
            date=str(data["notice"]["date"]),
            versions=tuple(_version(edition) for edition in data["editions"]),
            files=frozenset({"manifest.json", *map(str, data["files"])}),
            passages=tuple(_passages(data)),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _version(edition: dict[str, Any]) -> Version:
    audio, duration = edition["audio"], edition["duration_s"]
    return Version(
        id=str(edition["id"]),
        lang=_lang(edition),
        audio=str(audio or ""),
        duration_s=float(duration or 0),
    )


def _lang(edition: dict[str, Any]) -> str:
    return "en" if edition["lang"] == "en" else "fr"


def _passages(data: dict[str, Any]) -> Iterator[Passage]:
    for edition in data["editions"]:
        for sentence in edition["sentences"]:
            if sentence["kind"] != "label":
                lang = "fr" if "untranslated" in sentence["flags"] else _lang(edition)
                text = str(sentence["text"])
                yield Passage(str(sentence["id"]), lang, text, folded(text))
