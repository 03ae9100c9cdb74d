"""The index of Argos packages: which there are for a pair of languages, and where they lie."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from notices.download import PATIENCE, Patience, fetch_index
from notices.errors import PackageMissing

ARGOS_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
"""What argostranslate reads itself; `NOTICES_PACKAGE_INDEX` or an option names another."""

MAX_INDEX_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that can be fetched."""

    from_code: str
    to_code: str
    version: str
    links: tuple[str, ...]
    """Its mirrors, http and https only."""


def index_url(wish: str = "") -> str:
    """The address of the index: `wish`, else the environment's, else Argos' own."""
    return wish or os.environ.get("NOTICES_PACKAGE_INDEX", "") or ARGOS_INDEX


def find_offer(
    from_code: str,
    to_code: str,
    url: str,
    *,
    patience: Patience = PATIENCE,
    sleep: Callable[[float], None] = time.sleep,
) -> Offer:
    """The newest package for this pair. Raises `IndexUnreadable`, or `PackageMissing` where there is none."""
    offers = [o for o in read_index(url, patience, sleep) if (o.from_code, o.to_code) == (from_code, to_code)]
    if not offers:
        raise PackageMissing(package=f"{from_code} → {to_code}")
    return max(offers, key=lambda offer: _ordered(offer.version))


def read_index(
    url: str,
    patience: Patience = PATIENCE,
    sleep: Callable[[float], None] = time.sleep,
) -> tuple[Offer, ...]:
    """Every translation package that the index offers over http or https. Raises `IndexUnreadable`."""
    data = fetch_index(url, MAX_INDEX_BYTES, list, patience=patience, sleep=sleep)
    return tuple(offer for entry in data if isinstance(entry, dict) and (offer := _offer(entry)))


def _offer(entry: dict[str, Any]) -> Offer | None:
    links = entry.get("links")
    links = [link for link in links if isinstance(link, str)] if isinstance(links, list) else []
    links = [link for link in links if re.match(r"https?://", link)]
    codes = entry.get("from_code"), entry.get("to_code")
    if (
        entry.get("type", "translate") != "translate"
        or not links
        or not all(isinstance(c, str) for c in codes)
    ):
        return None
    return Offer(str(codes[0]), str(codes[1]), str(entry.get("package_version", "")), tuple(links))


def _ordered(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d{1,9}", version))
