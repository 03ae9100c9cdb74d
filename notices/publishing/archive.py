"""ZIP archives whose bytes depend on nothing but what is in them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from notices.publishing.moment import UNKNOWN


def write_archive(
    file: Path, time: datetime, parts: Iterable[tuple[str, bytes]], *, stored: str = ""
) -> None:
    """Write the parts in the order given, each with this time; the one named `stored` is not compressed.

    Neither is sound, which is compressed already.
    """
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts:
            plain = name == stored or name.endswith(".mp3")
            compression = zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED
            archive.writestr(_entry(name, max(time, UNKNOWN)), content, compression)


def _entry(name: str, time: datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, time.timetuple()[:6])
    entry.create_system = 3  # Unix, wherever it is made: the byte is part of the archive
    entry.external_attr = 0o100644 << 16
    return entry
