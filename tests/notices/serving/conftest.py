"""A shelf of finished bundles, served for real; the bundle itself is that of the publishing tests."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from notices.edition import Bundle
from notices.serving.server import Server, open_server


def _publishing_conftest() -> ModuleType:
    spec = spec_from_file_location("publishing_samples", Path(__file__).parents[1] / "publishing/conftest.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


_samples = _publishing_conftest()
published, hostile = _samples.published, _samples.hostile


@pytest.fixture(scope="session")
def shelf_folder(
    published: tuple[Bundle, Path], hostile: tuple[Bundle, Path], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Two bundles, and much beside them that must never be seen. Tests only read it."""
    folder = tmp_path_factory.mktemp("shelf")
    bundles = folder / "out"
    shutil.copytree(published[1], bundles / "coco")
    shutil.copytree(hostile[1], bundles / "héla <b>&")
    secret = folder / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    (bundles / "secret.txt").write_text("SECRET", encoding="utf-8")
    (bundles / "coco" / "notes.txt").write_text("SECRET", encoding="utf-8")
    (bundles / "coco" / "audio" / "plain.fr.vtt").unlink()
    (bundles / "coco" / "audio" / "plain.fr.vtt").symlink_to(secret)
    shutil.copytree(published[1], bundles / ".coco-new")
    (folder / "elsewhere").mkdir()
    shutil.copytree(published[1], folder / "elsewhere" / "linked")
    (bundles / "linked").symlink_to(folder / "elsewhere" / "linked")
    (bundles / "unfinished").mkdir()
    (bundles / "broken").mkdir()
    (bundles / "broken" / "manifest.json").write_text('{"schema": "notices-bundle/1", ', encoding="utf-8")
    (bundles / "foreign").mkdir()
    (bundles / "foreign" / "manifest.json").write_text('{"name": "an app"}', encoding="utf-8")
    return bundles


@pytest.fixture(scope="session")
def server(shelf_folder: Path) -> Iterator[Server]:
    """A server on a free port of this machine."""
    with open_server(shelf_folder, "127.0.0.1", 0) as opened:
        thread = threading.Thread(target=opened.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield opened
        opened.shutdown()
        thread.join()
