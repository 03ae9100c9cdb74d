"""Puts a package on our own shelf, whole or not at all, and takes it off again."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from notices.errors import PackageDamaged, PackageMissing, ShelfUnwritable
from notices.packages.archive import BOUNDS, Bounds, unpack
from notices.packages.package import ORIGIN_FILE, Package, read_package
from notices.packages.places import Places, places
from notices.packages.shelf import installed, used_name
from notices.phrases import Phrase

_LEFTOVER_AGE_S = 24 * 3600


def add(
    archive: Path,
    where: Places | None = None,
    *,
    origin: Mapping[str, str] | None = None,
    bounds: Bounds = BOUNDS,
) -> Package:
    """Put the package of an `.argosmodel` file on our shelf, named by its languages and version.

    A package of the same name is replaced. Raises `PackageMissing` where there is no such file,
    `PackageDamaged`, `PackageUnsafe`, and `ShelfUnwritable` where the shelf cannot be written.
    """
    if not archive.is_file():
        raise PackageMissing(package=archive)
    shelf = own_shelf(where)
    with _written(shelf), _incoming(shelf) as folder:
        package = read_package(unpack(archive, folder, bounds), "own", archive.name)
        _refuse_unusable(package)
        if origin:
            (folder / ORIGIN_FILE).write_text(json.dumps(dict(origin), indent=1) + "\n", encoding="utf-8")
        name = _name(package)
        _move_in(folder, shelf / name)
    return read_package(shelf / name, "own")


def own_shelf(where: Places | None = None) -> Path:
    """The folder of our own packages, which may not exist yet. Raises `ShelfUnwritable` without a home."""
    shelf = (where or places()).own
    if shelf is None:
        raise ShelfUnwritable(folder="HOME", detail=Phrase.of("packages.no-home"))
    return shelf


def remove(name: str, where: Places | None = None) -> Package:
    """Take a package off our shelf; if it was in use, the bundled one is used again.

    Raises `PackageMissing` where the name is none of ours: the bundled one stays, argospm's are argospm's.
    """
    where = where or places()
    package = next((p for p in installed(where) if p.name == name and p.place == "own"), None)
    if package is None:
        raise PackageMissing(package=name)
    with _written(package.folder.parent):
        _discard(package.folder)
        if used_name(where) == name and where.choice:
            where.choice.unlink(missing_ok=True)
    return package


def _refuse_unusable(package: Package) -> None:
    """Open it once: a model that CTranslate2 cannot read must not be found out at the first notice."""
    from notices.ctranslate import open_translator
    from notices.errors import TranslationFailed

    try:
        with open_translator(package, threads=1) as translator:
            translator.translate(["Bonjour."], hypotheses=1)
    except TranslationFailed as error:
        raise PackageDamaged(package=package.name, detail=error.values["detail"]) from None


def _name(package: Package) -> str:
    version = re.sub(r"[^\w.-]", "_", package.version)[:40] or "0"
    return f"{package.from_code}_{package.to_code}-{version}"


@contextlib.contextmanager
def _incoming(shelf: Path) -> Iterator[Path]:
    """An empty hidden folder on the shelf, gone afterwards unless it was moved."""
    shelf.mkdir(parents=True, exist_ok=True)
    _sweep(shelf)
    folder = Path(tempfile.mkdtemp(prefix=".incoming-", dir=shelf))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(shelf: Path) -> None:
    """Remove what a killed run left more than a day ago."""
    for leftover in [*shelf.glob(".incoming-*"), *shelf.glob(".old-*")]:
        if time.time() - leftover.stat().st_mtime > _LEFTOVER_AGE_S:
            shutil.rmtree(leftover, ignore_errors=True)


def _move_in(folder: Path, target: Path) -> None:
    folder.chmod(0o755)  # mkdtemp makes it private
    _discard(target)
    folder.rename(target)


def _discard(folder: Path) -> None:
    """Off the shelf in one move, then deleted: a killed run never leaves half a package under its name."""
    if folder.exists():
        aside = Path(tempfile.mkdtemp(prefix=".old-", dir=folder.parent))
        folder.rename(aside / folder.name)
        shutil.rmtree(aside, ignore_errors=True)


@contextlib.contextmanager
def _written(shelf: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ShelfUnwritable(folder=shelf, detail=os.strerror(error.errno or 0)) from error
