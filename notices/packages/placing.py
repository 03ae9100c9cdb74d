"""Puts a package on our own shelf, whole or not at all, and takes it off again."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from notices.errors import (
    ArchiveMissing,
    PackageDamaged,
    PackageMissing,
    PackageNotOurs,
    ShelfUnwritable,
)
from notices.packages.archive import BOUNDS, Bounds, unpack
from notices.packages.package import ORIGIN_FILE, Package, read_package
from notices.packages.places import Places, places
from notices.packages.shelf import installed, used_name
from notices.phrases import Phrase
from notices.shelving import discard, incoming, move_in, written


def add(
    archive: Path,
    where: Places | None = None,
    *,
    origin: Mapping[str, str] | None = None,
    bounds: Bounds = BOUNDS,
) -> Package:
    """Put the package of an `.argosmodel` file on our shelf, named by its languages and version.

    A package of the same name is replaced. Raises `ArchiveMissing` where there is no such file,
    `PackageDamaged`, `PackageUnsafe`, and `ShelfUnwritable` where the shelf cannot be written.
    """
    if not archive.is_file():
        raise ArchiveMissing(file=archive)
    shelf = own_shelf(where)
    with written(shelf, ShelfUnwritable), incoming(shelf) as folder:
        package = read_package(unpack(archive, folder, bounds), "own", archive.name)
        _refuse_unusable(package)
        if origin:
            (folder / ORIGIN_FILE).write_text(json.dumps(dict(origin), indent=1) + "\n", encoding="utf-8")
        name = _name(package)
        move_in(folder, shelf / name)
    return read_package(shelf / name, "own")


def own_shelf(where: Places | None = None) -> Path:
    """The folder of our own packages, which may not exist yet. Raises `ShelfUnwritable` without a home."""
    shelf = (where or places()).own
    if shelf is None:
        raise ShelfUnwritable(folder="HOME", detail=Phrase.of("packages.no-home"))
    return shelf


def remove(name: str, where: Places | None = None) -> Package:
    """Take a package off our shelf; if it was in use, the bundled one is used again.

    Raises `PackageMissing` where there is none of this name, `PackageNotOurs` where it is not for us to
    remove: the bundled one stays, argospm's are argospm's.
    """
    where = where or places()
    package = next((p for p in installed(where) if p.name == name), None)
    if package is None and name != "bundled":
        raise PackageMissing(package=name)
    if package is None or package.place != "own":
        keeper = "argospm's" if package and package.place == "argospm" else "bundled"
        raise PackageNotOurs(package=name, detail=Phrase.of(f"packages.is-{keeper}"))
    with written(package.folder.parent, ShelfUnwritable):
        discard(package.folder)
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
