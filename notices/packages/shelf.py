"""The shelf: which packages are here, and which one translates.

The order of choice: the package that a command names (`--package`), the one set with `notices packages use`,
the bundled one. A package that merely lies on the machine changes nothing.
"""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path

from notices.errors import PackageDamaged, PackageError, PackageMissing, ShelfUnwritable
from notices.packages.package import Package, Place, is_folder, read_package
from notices.packages.places import Places, places
from notices.phrases import Phrase

ARGOSPM_PREFIX = "argospm:"
"""Before the names of argospm's packages, so that none of them is taken for one of ours."""


def installed(where: Places | None = None) -> tuple[Package, ...]:
    """Every whole package here: the bundled ones, ours, argospm's. Damaged ones are passed over."""
    where = where or places()
    found = [
        *_in_folder(where.bundled, "bundled"),
        *_in_folder(where.own, "own"),
        *(package for folder in where.argospm for package in _in_folder(folder, "argospm")),
    ]
    return tuple(found)


def _in_folder(folder: Path | None, place: Place) -> list[Package]:
    prefix = ARGOSPM_PREFIX if place == "argospm" else ""
    found = []
    for entry in _entries(folder):
        with contextlib.suppress(PackageError):
            found.append(read_package(entry, place, prefix + entry.name))
    return found


def _entries(folder: Path | None) -> list[Path]:
    """The folders in it by name; those that begin with a dot are being written or removed."""
    try:
        entries = sorted(folder.iterdir()) if folder else []
    except OSError:
        return []
    return [entry for entry in entries if not entry.name.startswith(".") and is_folder(entry)]


def bundled(where: Places | None = None) -> Package:
    """The package that comes with the product. Raises `PackageMissing` where the product is incomplete."""
    for package in _in_folder((where or places()).bundled, "bundled"):
        return package
    raise PackageMissing(package="bundled")


def choose(wish: str = "", where: Places | None = None) -> Package:
    """The package to translate with: `wish` (a folder or a name), else the one in use, else the bundled one.

    Raises `PackageMissing` where there is none of that name, `PackageDamaged` where it is not whole:
    a choice is never silently replaced by another.
    """
    where = where or places()
    wish = wish or used_name(where)
    return named(wish, where) if wish else bundled(where)


def named(wish: str, where: Places | None = None) -> Package:
    """The package that lies in the folder `wish`, or is listed under that name."""
    where = where or places()
    for package in installed(where):
        if package.name == wish:
            return package
    path = Path(wish)
    if is_folder(path):
        return read_package(path, "path", path.resolve().name)
    if path.is_file():
        raise PackageDamaged(package=wish, detail=Phrase.of("packages.is-archive", file=wish))
    raise PackageMissing(package=wish)


def used_name(where: Places | None = None) -> str:
    """The name set by `use`; empty where none is set or the setting cannot be read."""
    choice = (where or places()).choice
    try:
        data = json.loads(choice.read_text(encoding="utf-8")) if choice else {}
    except (OSError, ValueError):
        return ""
    name = data.get("package", "") if isinstance(data, dict) else ""
    return name if isinstance(name, str) else ""


def use(wish: str, where: Places | None = None) -> Package:
    """Translate with this package from now on; the bundled one's name goes back to it.

    A folder is remembered by its full path. Raises `PackageMissing`, `PackageDamaged`, and `ShelfUnwritable`
    where the choice cannot be written down.
    """
    where = where or places()
    package = named(wish, where)
    if where.choice is None:
        raise ShelfUnwritable(folder="HOME", detail=Phrase.of("packages.no-home"))
    try:
        if package.place == "bundled":
            where.choice.unlink(missing_ok=True)
        else:
            name = str(package.folder.resolve()) if package.place == "path" else package.name
            _write(where.choice, json.dumps({"package": name}))
    except OSError as error:
        raise ShelfUnwritable(folder=where.choice.parent, detail=error.strerror or error) from error
    return package


def _write(file: Path, text: str) -> None:
    """Whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.{os.getpid()}")
    new.write_text(text + "\n", encoding="utf-8")
    new.replace(file)
