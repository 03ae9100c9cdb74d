"""One Argos package: a folder with `metadata.json`, a CTranslate2 model and its tokenizer."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from notices.edition import PackageInfo
from notices.errors import PackageDamaged, PackageMissing
from notices.phrases import Phrase

Place = Literal["bundled", "own", "argospm", "path"]
"""Where a package lies: in this product, in its own folder, in argospm's folder, or where a person says."""

TOKENIZERS = ("sentencepiece.model", "bpe.model")

PUBLISHABLE_CHRF = 50.0
"""chrF on FLORES below which a package is good for the gist only."""

MAX_METADATA_BYTES = 1_000_000

ORIGIN_FILE = "notices-origin.json"
"""Written beside a package's own files when we install it: from where, and the archive's SHA-256."""


@dataclass(frozen=True)
class Package:
    """A package that lies in a folder and is complete."""

    name: str
    folder: Path
    place: Place
    metadata: dict[str, Any] = field(repr=False)

    @property
    def version(self) -> str:
        """The version that the package gives itself; empty where it gives none."""
        return str(self.metadata.get("package_version", ""))

    @property
    def from_code(self) -> str:
        """ISO 639 code of the language that it reads."""
        return str(self.metadata["from_code"])

    @property
    def to_code(self) -> str:
        """ISO 639 code of the language that it writes."""
        return str(self.metadata["to_code"])

    @property
    def quality(self) -> dict[str, Any]:
        """Measured scores by test set: {"flores-dev": {"bleu": 17.4, "chrf": 45.2, ...}}."""
        return dict(_dict(self.metadata.get("quality")))

    @property
    def takes_terms(self) -> bool:
        """Whether it was trained to keep an English term that stands in its French source."""
        return self.metadata.get("glossary") is True

    @property
    def target_prefix(self) -> str:
        """The token that chooses the language of a package that writes several; else empty."""
        return str(self.metadata.get("target_prefix", ""))

    @property
    def calibration(self) -> tuple[float, float] | None:
        """Intercept and slope of the logistic curve from model score to confidence, where it was fitted."""
        given = _dict(self.metadata.get("calibration"))
        try:
            return float(given["intercept"]), float(given["slope"])
        except (KeyError, TypeError, ValueError):
            return None

    @property
    def origin(self) -> dict[str, Any]:
        """From where we installed it: `url` and `sha256` of the archive; empty for other packages."""
        try:
            return _dict(json.loads((self.folder / ORIGIN_FILE).read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return {}

    @property
    def flores_chrf(self) -> float | None:
        """The lowest chrF on a FLORES set that its metadata gives; None where it gives none."""
        scores = [
            _dict(s).get("chrf") for name, s in self.quality.items() if name.lower().startswith("flores")
        ]
        numbers = [float(s) for s in scores if isinstance(s, int | float)]
        return min(numbers, default=None)

    @property
    def gist_only(self) -> bool:
        """Not for publication: a draft, without scores, or below `PUBLISHABLE_CHRF` on FLORES."""
        chrf = self.flores_chrf
        return self.metadata.get("draft") is True or chrf is None or chrf < PUBLISHABLE_CHRF

    @cached_property
    def sha256(self) -> str:
        """Over everything that shapes its output: names and contents of metadata, model and tokenizer."""
        digest = hashlib.sha256()
        for file in self.files():
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            digest.update(f"{file.relative_to(self.folder).as_posix()}\0{content}\n".encode())
        return digest.hexdigest()

    @property
    def size(self) -> int:
        """Bytes of metadata, model and tokenizer."""
        return sum(file.stat().st_size for file in self.files())

    def files(self) -> tuple[Path, ...]:
        """Metadata, model and tokenizer, in sorted order."""
        alone = [self.folder / name for name in ("metadata.json", *TOKENIZERS)]
        model = [file for file in (self.folder / "model").rglob("*") if file.is_file()]
        return tuple(sorted([file for file in alone if file.is_file()] + model))

    @property
    def info(self) -> PackageInfo:
        """What a bundle records of it."""
        return PackageInfo(
            name=self.name,
            version=self.version,
            sha256=self.sha256,
            gist_only=self.gist_only,
            quality=self.quality,
        )

    def to_json(self) -> dict[str, Any]:
        """Plain data for a program that lists packages."""
        return {
            "name": self.name,
            "place": self.place,
            "folder": str(self.folder),
            "from": self.from_code,
            "to": self.to_code,
            "version": self.version,
            "size": self.size,
            "sha256": self.sha256,
            "gist_only": self.gist_only,
            "takes_terms": self.takes_terms,
            "quality": self.quality,
            "origin": self.origin,
        }


def read_package(folder: Path, place: Place = "path", name: str = "") -> Package:
    """The package in `folder`, named like the folder unless `name` is given.

    Raises `PackageMissing` where there is no folder, `PackageDamaged` where it is not a whole package.
    """
    name = name or folder.name
    if not is_folder(folder):
        raise PackageMissing(package=name)
    metadata = read_metadata(folder, name)
    if not exists(folder / "model" / "model.bin"):
        raise PackageDamaged(package=name, detail=Phrase.of("packages.part-missing", part="model/model.bin"))
    if not any(exists(folder / tokenizer) for tokenizer in TOKENIZERS):
        raise PackageDamaged(package=name, detail=Phrase.of("packages.part-missing", part=TOKENIZERS[0]))
    return Package(name, folder, place, metadata)


def read_metadata(folder: Path, name: str) -> dict[str, Any]:
    """The metadata of the package in `folder`. Raises `PackageDamaged` where it has none that is usable."""
    file = folder / "metadata.json"
    try:
        if file.stat().st_size > MAX_METADATA_BYTES:
            raise PackageDamaged(package=name, detail=Phrase.of("packages.metadata-unreadable"))
        metadata = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PackageDamaged(
            package=name, detail=Phrase.of("packages.part-missing", part=file.name)
        ) from None
    except (OSError, ValueError, RecursionError):
        raise PackageDamaged(package=name, detail=Phrase.of("packages.metadata-unreadable")) from None
    if not _translates(metadata):
        raise PackageDamaged(package=name, detail=Phrase.of("packages.metadata-unreadable"))
    return _dict(metadata)


def _translates(metadata: object) -> bool:
    """Whether it names one language to read and one to write, by codes that are fit for a file name."""
    codes = [_dict(metadata).get(key) for key in ("from_code", "to_code")]
    kind = _dict(metadata).get("type", "translate")
    return kind == "translate" and all(
        isinstance(c, str) and re.fullmatch(r"[A-Za-z-]{2,12}", c) for c in codes
    )


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def is_folder(path: Path) -> bool:
    """Whether `path` is a folder that can be looked into; False rather than an error."""
    try:
        return path.is_dir()
    except OSError:
        return False


def exists(path: Path) -> bool:
    """Whether there is a file at `path`; False rather than an error."""
    try:
        return path.is_file()
    except OSError:
        return False
