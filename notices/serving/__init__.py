"""`notices serve`: finished bundles on a page that lists, searches, plays and hands them out.

For one machine or one office: no accounts, no encryption, nothing is written, and only files that a manifest
names are ever sent.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from notices.errors import AddressNotFree, NothingToServe
from notices.phrases import Phrase
from notices.system_faults import reason

__all__ = ["serve"]

PORT = 8420


def serve(
    folder: Path,
    *,
    host: str = "127.0.0.1",
    port: int = PORT,
    lang: str = "",
    ready: Callable[[str], None] = lambda address: None,
) -> None:
    """Serve the bundles in `folder` until Ctrl-C, telling `ready` the address. Port 0: any that is free.

    `lang` is the language of the page, "fr" or "en"; empty: the one that the reader's browser asks for.
    Raises NothingToServe where there is no such folder, AddressNotFree where nothing can listen there.
    """
    from notices.serving.server import open_server

    if not folder.is_dir():
        fault = "no_folder" if folder.exists() else "not_there"
        raise NothingToServe(folder=folder, detail=Phrase.of(f"serve.{fault}"))
    try:
        server = open_server(folder, host, port, lang)
    except (OSError, OverflowError) as error:
        raise AddressNotFree(address=f"{host}:{port}", detail=reason(error)) from error
    with server:
        try:
            ready(server.address)  # inside: whoever reads the address may already press Ctrl-C
            server.serve_forever()
        except KeyboardInterrupt:
            return
