"""What stands on the shelf."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from notices.edition import Bundle
from notices.serving.shelf import Shelf


def test_only_finished_bundles_stand_on_it(shelf_folder: Path) -> None:
    """Nothing unfinished, broken, foreign, hidden or linked to from outside."""
    assert {bundle.name for bundle in Shelf(shelf_folder).bundles()} == {"coco", "héla <b>&"}


def test_a_bundle_knows_its_versions(shelf_folder: Path) -> None:
    """In the order of the manifest."""
    bundle = Shelf(shelf_folder).bundle("coco")
    assert bundle
    assert [(v.id, v.lang, v.audio) for v in bundle.versions] == [
        ("original", "fr", "audio/original.fr.mp3"),
        ("plain", "fr", "audio/plain.fr.mp3"),
        ("translation", "en", "audio/translation.en.mp3"),
        ("plain-en", "en", "audio/plain.en.mp3"),
    ]


def test_a_bundle_that_is_made_anew_is_read_anew(published: tuple[Bundle, Path], tmp_path: Path) -> None:
    """And one that was removed is gone."""
    shutil.copytree(published[1], tmp_path / "coco")
    shelf = Shelf(tmp_path)
    before = shelf.bundle("coco")
    assert before is shelf.bundle("coco")
    manifest = tmp_path / "coco" / "manifest.json"
    data = json.loads(manifest.read_text(encoding="utf-8"))
    data["notice"]["title"] = "Autre"
    manifest.write_text(json.dumps(data), encoding="utf-8")
    os.utime(manifest, ns=(1, 1))
    after = shelf.bundle("coco")
    assert after
    assert after.title == "Autre"
    shutil.rmtree(tmp_path / "coco")
    assert shelf.bundles() == ()


@pytest.mark.parametrize(
    "damage",
    [
        {"schema": "something/1"},
        {"notice": None},
        {"editions": [{"id": "plain"}]},
        {"editions": "plain"},
        {"files": None},
    ],
)
def test_a_manifest_of_another_shape_is_no_bundle(
    damage: dict[str, object], published: tuple[Bundle, Path], tmp_path: Path
) -> None:
    """One bad bundle hides itself, not the others."""
    (tmp_path / "coco").mkdir()
    data = json.loads((published[1] / "manifest.json").read_text(encoding="utf-8")) | damage
    (tmp_path / "coco" / "manifest.json").write_text(json.dumps(data), encoding="utf-8")
    assert Shelf(tmp_path).bundles() == ()


@pytest.mark.parametrize(
    "path", ["../secret.txt", "../../secret.txt", "/etc/hostname", "audio/../../secret.txt", "a\\b"]
)
def test_a_manifest_cannot_name_files_outside(
    path: str, published: tuple[Bundle, Path], tmp_path: Path
) -> None:
    """A bundle may come from anywhere: what it claims to hold must lie in it."""
    (tmp_path / "secret.txt").write_text("SECRET", encoding="utf-8")
    (tmp_path / "coco").mkdir()
    data = json.loads((published[1] / "manifest.json").read_text(encoding="utf-8"))
    data["files"] = {path: "00"}
    (tmp_path / "coco" / "manifest.json").write_text(json.dumps(data), encoding="utf-8")
    assert Shelf(tmp_path).bundle("coco")
    assert Shelf(tmp_path).file("coco", path) is None
