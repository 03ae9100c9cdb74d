"""Fetches a package from the index and puts it on our shelf."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

from notices.download import PATIENCE, Patience, Progress, download, sha256_of
from notices.errors import DownloadFailed, PackageDamaged, PackageUnsafe, ShelfUnwritable
from notices.packages.index import Offer, find_offer, index_url
from notices.packages.package import Package
from notices.packages.places import Places
from notices.packages.placing import add, own_shelf
from notices.shelving import parking, written


def install(
    from_code: str,
    to_code: str,
    *,
    index: str = "",
    where: Places | None = None,
    progress: Progress | None = None,
    patience: Patience = PATIENCE,
    sleep: Callable[[float], None] = time.sleep,
) -> Package:
    """Fetch the newest package for this pair and put it on our shelf; it is not used until `use` says so.

    The archive's address and SHA-256 are recorded beside it (`Package.origin`). Raises `IndexUnreadable`,
    `PackageMissing`, `DownloadFailed` (the next call goes on where this one stopped), `PackageDamaged`,
    `PackageUnsafe`, `ShelfUnwritable`.
    """
    shelf = own_shelf(where)
    offer = find_offer(from_code, to_code, index_url(index), patience=patience, sleep=sleep)
    archive = _parking(shelf, offer)
    failure: Exception = DownloadFailed(url=index_url(index), detail="")
    for mirror in offer.links:
        try:
            with written(archive.parent, ShelfUnwritable):
                download([mirror], archive, progress=progress, patience=patience, sleep=sleep)
            origin = {"url": mirror, "sha256": sha256_of(archive)}
            return add(archive, where, origin=origin)
        except (DownloadFailed, PackageDamaged, PackageUnsafe) as error:
            failure = error  # garbage from one mirror is no reason not to ask the next
        finally:
            archive.unlink(missing_ok=True)
    raise failure


def _parking(shelf: Path, offer: Offer) -> Path:
    """Where the archive grows: on the shelf, hidden, the same for the next call."""
    version = re.sub(r"[^\w.-]", "_", offer.version)[:40]
    with written(shelf, ShelfUnwritable):
        return parking(shelf) / f"{offer.from_code}_{offer.to_code}-{version}.argosmodel"
