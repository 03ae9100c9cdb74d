"""The voices that can be fetched: those known by their sums, and those that a collection lists.

A collection is a folder on the web that is laid out as rhasspy/piper-voices is: each voice has two files in
`fr/fr_FR/siwis/medium/`, and `voices.json` at the top tells the size and the MD5 sum of every file.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from notices.document import Lang
from notices.download import PATIENCE, Patience, fetch_index
from notices.errors import VoiceUnknown

COLLECTIONS = (
    "https://huggingface.co/rhasspy/piper-voices/resolve/c10ece1aade47bb51c153c893d14e5bf8e5b7117",
    "https://huggingface.co/rhasspy/piper-voices/resolve/main",
)
"""Where the voices lie: the state of the collection that the sums were taken from, then the present one."""

LIST = "voices.json"
MAX_LIST_BYTES = 10_000_000
MAX_MODEL_BYTES = 500_000_000
"""The largest voice of the collection has 137 MB."""
MAX_SETTINGS_BYTES = 1_000_000

_NAME = re.compile(r"(?P<code>(?P<family>fr|en)_[A-Z]{2})-(?P<speaker>\w{1,60})-(?P<quality>\w{1,20})", re.A)


@dataclass(frozen=True, slots=True)
class Part:
    """One of a voice's two files."""

    path: str
    """Below the top of a collection."""
    max_bytes: int
    size: int | None = None
    """Bytes; None where only the bound is known."""
    digest: str = ""
    """`sha256:` or `md5:` and the sum in hexadecimal; empty where none is known."""

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Offer:
    """A voice that can be fetched."""

    name: str
    model: Part
    settings: Part
    licence: str = ""
    """Of the recordings that the voice learned from, in the words of its own card; empty: not known here."""

    @property
    def lang(self) -> Lang:
        """What it speaks."""
        return "fr" if self.name.startswith("fr") else "en"


@cache
def known() -> tuple[Offer, ...]:
    """The voices in `known.tsv`, French ones first."""
    table = files(__package__).joinpath("known.tsv").read_text(encoding="utf-8")
    return tuple(_known(line) for line in table.splitlines() if not line.startswith("#"))


def _known(line: str) -> Offer:
    name, licence, size, model, settings = line.split("\t")
    path = path_of(name)
    return Offer(
        name,
        Part(path, int(size), int(size), f"sha256:{model}"),
        Part(f"{path}.json", MAX_SETTINGS_BYTES, None, f"sha256:{settings}"),
        licence,
    )


def path_of(name: str) -> str:
    """Where the model of the voice `name` lies in a collection. Raises `VoiceUnknown` where it is no name."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise VoiceUnknown(voice=name, known=known_names())
    return "{family}/{code}/{speaker}/{quality}/".format(**found.groupdict()) + f"{name}.onnx"


def known_names() -> str:
    """The names of the known voices, to be read."""
    return ", ".join(offer.name for offer in known())


def find_known(name: str) -> Offer | None:
    """The known voice of this name; None where there is none."""
    return next((offer for offer in known() if offer.name == name), None)


def own_offer(name: str) -> Offer:
    """A voice of which nothing is known but its name. Raises `VoiceUnknown` where it is no name."""
    path = path_of(name)
    return Offer(name, Part(path, MAX_MODEL_BYTES), Part(f"{path}.json", MAX_SETTINGS_BYTES))


def listed_offer(
    name: str,
    collection: str,
    *,
    patience: Patience = PATIENCE,
    sleep: Callable[[float], None] = time.sleep,
) -> Offer:
    """The voice `name` with the sums that the collection's own list tells.

    Raises `IndexUnreadable`, or `VoiceUnknown` where the list does not hold it.
    """
    path = path_of(name)
    url = f"{collection}/{LIST}"
    listed = fetch_index(url, MAX_LIST_BYTES, dict, patience=patience, sleep=sleep)
    parts = _dict(_dict(listed.get(name)).get("files"))
    model = _part(path, parts.get(path), MAX_MODEL_BYTES)
    settings = _part(f"{path}.json", parts.get(f"{path}.json"), MAX_SETTINGS_BYTES)
    if model is None or settings is None:
        raise VoiceUnknown(voice=name, known=known_names())
    return Offer(name, model, settings)


def _part(path: str, told: object, limit: int) -> Part | None:
    size, digest = (_dict(told).get(key) for key in ("size_bytes", "md5_digest"))
    if not isinstance(size, int) or not 0 < size <= limit:
        return None
    if not isinstance(digest, str) or not re.fullmatch(r"[0-9a-f]{32}", digest):
        return None
    return Part(path, size, size, f"md5:{digest}")


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
