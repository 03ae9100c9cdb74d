"""Puts a voice of Piper on our own shelf, whole and checked or not at all, and takes it off again."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from notices.download import PATIENCE, Patience, Progress, download, fetch_small
from notices.errors import (
    DownloadFailed,
    NoticesError,
    VoiceDamaged,
    VoiceNotInstalled,
    VoiceShelfUnwritable,
)
from notices.phrases import Phrase
from notices.shelving import discard, incoming, move_in, parking, written
from notices.system_faults import reason
from notices.voice_shelf.offers import COLLECTIONS, Offer, Part, find_known, listed_offer, own_offer

CARD = "MODEL_CARD"
"""Who spoke, and under which licence: kept beside a voice where its collection has it."""

_MAX_CARD_BYTES = 100_000
_LEAST_MODEL_BYTES = 64


def install(
    name: str,
    origin: str = "",
    *,
    shelf: Path | None = None,
    progress: Progress | None = None,
    patience: Patience = PATIENCE,
    sleep: Callable[[float], None] = time.sleep,
) -> Path:
    """Fetch the voice `name`, check it and put it on the shelf; answers its model's path there.

    `origin` is a collection's address, the address or path of a model (`.onnx`, with its `.onnx.json` beside
    it), or a folder that holds it; empty: Piper's own collection. A known voice must have the known sums,
    wherever it comes from; another must have those that its collection lists; from a file of one's own it is
    taken as it is. Raises `VoiceUnknown`, `IndexUnreadable`, `DownloadFailed` (the next call goes on where
    this one stopped), `VoiceDamaged`, `VoiceShelfUnwritable`.
    """
    shelf = shelf or own_shelf()
    offer = find_known(name) or own_offer(name)
    with written(shelf, VoiceShelfUnwritable), incoming(shelf) as folder:
        if origin and "://" not in origin:
            _copy(offer, Path(origin).expanduser(), folder)
        else:
            _fetch(offer, origin, parking(shelf), folder, progress, patience, sleep)
        _refuse_unusable(offer, folder / offer.model.name)
        move_in(folder, shelf / name)
    return shelf / name / offer.model.name


def own_shelf() -> Path:
    """The folder of installed voices, which may not exist. Raises `VoiceShelfUnwritable` without a home."""
    from voices import catalog

    shelf = catalog.own_piper_folder()
    if shelf is None:
        raise VoiceShelfUnwritable(folder="HOME", detail=Phrase.of("packages.no-home"))
    return shelf


def installed(shelf: Path | None = None) -> tuple[str, ...]:
    """The names of the voices on the shelf."""
    shelf = shelf or own_shelf()
    return tuple(sorted(model.parent.name for model in shelf.glob("[!.]*/*.onnx")))


def remove(name: str, shelf: Path | None = None) -> None:
    """Take a voice off the shelf. Raises `VoiceNotInstalled`, `VoiceShelfUnwritable`."""
    shelf = shelf or own_shelf()
    if name not in installed(shelf):
        raise VoiceNotInstalled(voice=name)
    with written(shelf, VoiceShelfUnwritable):
        discard(shelf / name)


def _copy(offer: Offer, origin: Path, folder: Path) -> None:
    """Both files from this machine."""
    model = origin / offer.model.name if origin.is_dir() else origin
    for part, file in ((offer.settings, Path(f"{model}.json")), (offer.model, model)):
        try:
            size = file.stat().st_size
            if size > part.max_bytes:
                raise _damaged(offer, "download.too-large", limit=max(1, part.max_bytes // 1_000_000))
            shutil.copyfile(file, folder / part.name)
        except (FileNotFoundError, NotADirectoryError, PermissionError, IsADirectoryError) as error:
            raise _damaged(offer, "voice-shelf.no-file", file=file, reason=reason(error)) from None
        _check(offer, part, folder / part.name)


def _fetch(
    offer: Offer,
    origin: str,
    parked: Path,
    folder: Path,
    progress: Progress | None,
    patience: Patience,
    sleep: Callable[[float], None],
) -> None:
    """Both files from the first collection that gives them as they should be, and its card of the voice."""
    failure: NoticesError = DownloadFailed(url=origin, detail="")
    for collection in (origin.rstrip("/"),) if origin else COLLECTIONS:
        try:
            found = offer
            if not offer.model.digest:
                found = listed_offer(offer.name, collection, patience=patience, sleep=sleep)
            for part in (found.settings, found.model):  # a wrong collection is found out by the small one
                url = _address(collection, part)
                limits = replace(patience, max_bytes=part.max_bytes)
                download([url], parked / part.name, progress=progress, patience=limits, sleep=sleep)
                (parked / part.name).replace(folder / part.name)
                _check(found, part, folder / part.name)
            with contextlib.suppress(DownloadFailed):
                card = f"{_address(collection, found.model).rpartition('/')[0]}/{CARD}"
                once = replace(patience, tries=1)
                (folder / CARD).write_bytes(fetch_small(card, _MAX_CARD_BYTES, patience=once, sleep=sleep))
            return
        except NoticesError as error:
            failure = error  # garbage from one collection is no reason not to ask the next
    raise failure


def _address(collection: str, part: Part) -> str:
    """Of a file in a collection; the address of a model names its two files itself."""
    if collection.endswith(".onnx"):
        return collection + (".json" if part.path.endswith(".json") else "")
    return f"{collection}/{part.path}"


def _check(offer: Offer, part: Part, file: Path) -> None:
    have = file.stat().st_size
    if part.size is not None and have != part.size:
        raise _damaged(offer, "download.wrong-size", have=have, wanted=part.size)
    kind, _, wanted = part.digest.partition(":")
    if kind:
        with file.open("rb") as stream:
            found = hashlib.file_digest(stream, kind).hexdigest()
        if found != wanted:
            raise _damaged(offer, "download.wrong-sum", name=part.name)


def _refuse_unusable(offer: Offer, model: Path) -> None:
    """A voice that cannot speak must not be found out at the first notice; tried where Piper is here."""
    from voices import VoiceError, VoiceSettings, catalog

    if catalog.piper_language(model) != offer.lang or model.stat().st_size < _LEAST_MODEL_BYTES:
        raise _damaged(offer, "voice-shelf.not-a-voice", language=offer.lang)
    if catalog.piper_is_here():
        try:
            catalog.signature(catalog.engine("piper"), offer.lang, VoiceSettings(voice=str(model)))
        except VoiceError as error:
            raise _damaged(offer, "voice-shelf.does-not-open", reason=error.values["detail"]) from None


def _damaged(offer: Offer, phrase: str, **values: object) -> VoiceDamaged:
    return VoiceDamaged(voice=offer.name, detail=Phrase.of(phrase, **values))
