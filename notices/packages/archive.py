"""Unpacks an `.argosmodel` file: a zip from a stranger.

Every name and size is checked before anything is written.
Only the parts that translation needs are unpacked: metadata, model, tokenizer, model card and licence.
"""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from notices.errors import PackageDamaged, PackageUnsafe
from notices.phrases import Phrase

_WANTED = re.compile(
    r"(?:metadata\.json|sentencepiece\.model|bpe\.model|README(?:\.md)?|LICEN[CS]E(?:\.\w+)?|model/[\w.-]+)"
)
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an honest package stays within; Argos' largest has some 300 MB and 60 entries."""

    entries: int = 5_000
    total_bytes: int = 2_000_000_000
    ratio: float = 50.0
    """Unpacked bytes to packed bytes, of any entry above `small_bytes`; weights pack to about 0.8."""
    small_bytes: int = 5_000_000


BOUNDS = Bounds()


def unpack(archive: Path, folder: Path, bounds: Bounds = BOUNDS) -> Path:
    """Unpack the package in `archive` into the empty `folder`; answers the folder that holds its metadata.

    Raises `PackageDamaged` where it is no package, `PackageUnsafe` where it would do harm; what was written
    until then stays in `folder`, which is the caller's to remove.
    """
    name = archive.name
    try:
        with zipfile.ZipFile(archive) as zipped:
            entries = zipped.infolist()
            _refuse_unsafe(name, entries, bounds)
            parts = list(_parts(name, entries))
            for entry, inside in parts:
                _write(zipped, entry, folder.joinpath(*inside.parts))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError):
        raise PackageDamaged(package=name, detail=Phrase.of("packages.not-a-zip")) from None
    except RuntimeError:  # zipfile's word for a password
        raise PackageDamaged(package=name, detail=Phrase.of("packages.locked")) from None
    return folder


def _refuse_unsafe(name: str, entries: list[zipfile.ZipInfo], bounds: Bounds) -> None:
    if len(entries) > bounds.entries:
        raise _unsafe(name, "packages.too-many-entries", limit=bounds.entries)
    if sum(entry.file_size for entry in entries) > bounds.total_bytes:
        raise _unsafe(name, "packages.too-large", limit=bounds.total_bytes // 1_000_000)
    seen: set[str] = set()
    for entry in entries:
        if not _safe_name(entry):
            raise _unsafe(name, "packages.bad-name", entry=_shown(entry))
        if entry.filename.casefold() in seen:
            raise _unsafe(name, "packages.same-name", entry=_shown(entry))
        if not _plain_file(entry):
            raise _unsafe(name, "packages.link", entry=_shown(entry))
        if entry.file_size > max(bounds.small_bytes, bounds.ratio * entry.compress_size):
            raise _unsafe(name, "packages.bomb", entry=_shown(entry))
        seen.add(entry.filename.casefold())


def _unsafe(name: str, phrase: str, **values: object) -> PackageUnsafe:
    return PackageUnsafe(package=name, detail=Phrase.of(phrase, **values))


def _safe_name(entry: zipfile.ZipInfo) -> bool:
    """Relative, without `..`, drive, backslash or control character, as the archive itself wrote it."""
    original = entry.orig_filename
    parts = PurePosixPath(original).parts
    return (
        bool(parts)
        and len(original) <= 255
        and not original.startswith("/")
        and ".." not in original.split("/")
        and not re.search(r"[\\:*?\"<>|\x00-\x1f\x7f]", original)
    )


def _plain_file(entry: zipfile.ZipInfo) -> bool:
    """A file or a folder; archives made on Windows say neither."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    return kind in (0, stat.S_IFREG, stat.S_IFDIR)


def _shown(entry: zipfile.ZipInfo) -> str:
    """A stranger's name, fit for a terminal."""
    return entry.orig_filename.encode("unicode_escape").decode("ascii")[:80]


def _parts(name: str, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[zipfile.ZipInfo, PurePosixPath]]:
    """The entries to unpack, with their paths below the folder that holds the metadata."""
    metadata = [
        PurePosixPath(e.filename) for e in entries if PurePosixPath(e.filename).name == "metadata.json"
    ]
    top = min(metadata, key=lambda path: len(path.parts), default=None)
    if top is None or len(top.parts) > 2:
        raise PackageDamaged(package=name, detail=Phrase.of("packages.part-missing", part="metadata.json"))
    for entry in entries:
        path = PurePosixPath(entry.filename)
        if entry.is_dir() or not path.is_relative_to(top.parent):
            continue
        inside = path.relative_to(top.parent)
        if _WANTED.fullmatch(inside.as_posix()):
            yield entry, inside


def _write(zipped: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> None:
    """Unpack one entry; zipfile stops at the size that the entry declares, and checks its CRC."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipped.open(entry) as source, target.open("xb") as out:
        while chunk := source.read(_CHUNK):
            out.write(chunk)
