"""Placing: whole or nothing, and never over something that is not ours or that a person edited."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from notices.errors import BundleEdited, DiskFull, NotOurBundle, OutputUnwritable
from notices.placing import building, changed_files, read_manifest, recover, sha256


def fill(folder: Path, text: str) -> None:
    """Write the smallest bundle that tells whose it is."""
    (folder / "plain.fr.md").write_text(text)
    files = {"plain.fr.md": sha256(folder / "plain.fr.md")}
    (folder / "manifest.json").write_text(json.dumps({"schema": "notices-bundle/1", "files": files}))


def make(target: Path, text: str, *, force: bool = False) -> None:
    with building(target, force=force) as workshop:
        fill(workshop, text)


def leftovers(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir() if p.name.startswith(".notices"))


def test_a_finished_bundle_stands_at_its_target_and_nothing_else_does(tmp_path: Path) -> None:
    """After a good run there is the bundle, and no trace of the making."""
    make(tmp_path / "out" / "avis", "un")
    assert (tmp_path / "out" / "avis" / "plain.fr.md").read_text() == "un"
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["avis"]


def test_a_failure_leaves_the_old_bundle_untouched(tmp_path: Path) -> None:
    """An error while the new bundle is built changes nothing."""
    make(tmp_path / "avis", "ancien")

    def fail_half_way() -> None:
        with building(tmp_path / "avis") as workshop:
            fill(workshop, "nouveau")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert (tmp_path / "avis" / "plain.fr.md").read_text() == "ancien"
    assert leftovers(tmp_path) == []


def test_a_bundle_of_ours_is_replaced(tmp_path: Path) -> None:
    """An untouched bundle gives way to the new one, without a trace of the old."""
    make(tmp_path / "avis", "ancien")
    make(tmp_path / "avis", "nouveau")
    assert (tmp_path / "avis" / "plain.fr.md").read_text() == "nouveau"
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("change", ["edit", "add", "remove"])
def test_what_a_person_changed_is_never_replaced(tmp_path: Path, change: str) -> None:
    """Edited, added and missing files all stop a replacement, and the message names them."""
    target = tmp_path / "avis"
    make(target, "ancien")
    named = {"edit": "plain.fr.md", "add": "notes.txt", "remove": "plain.fr.md"}[change]
    if change == "remove":
        (target / named).unlink()
    else:
        (target / named).write_text("relu par Mme Martin")
    with pytest.raises(BundleEdited) as caught:
        make(target, "nouveau")
    assert named in caught.value.words("fr")
    make(target, "nouveau", force=True)
    assert changed_files(target, read_manifest(target) or {}) == []


def test_a_folder_that_is_not_ours_is_never_replaced(tmp_path: Path) -> None:
    """A folder of somebody's own files stays, unless --force."""
    (tmp_path / "avis").mkdir()
    (tmp_path / "avis" / "these.docx").write_text("mon travail")
    with pytest.raises(NotOurBundle):
        make(tmp_path / "avis", "nouveau")
    assert (tmp_path / "avis" / "these.docx").exists()
    make(tmp_path / "avis", "nouveau", force=True)
    assert not (tmp_path / "avis" / "these.docx").exists()


def test_a_link_is_replaced_by_force_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    """--force removes the link, never the folder behind it."""
    (tmp_path / "ailleurs").mkdir()
    (tmp_path / "ailleurs" / "a.txt").write_text("a")
    (tmp_path / "avis").symlink_to(tmp_path / "ailleurs")
    with pytest.raises(NotOurBundle):
        make(tmp_path / "avis", "nouveau")
    make(tmp_path / "avis", "nouveau", force=True)
    assert (tmp_path / "ailleurs" / "a.txt").exists()
    assert not (tmp_path / "avis").is_symlink()


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from test_placing import fill
import notices.placing as placing
target = Path({target!r})
if {moment!r} == "building":
    with placing.building(target) as workshop:
        fill(workshop, "nouveau")
        os.kill(os.getpid(), signal.SIGKILL)
rename = Path.rename
def die_between(self, to):
    if self.name.startswith(".notices-new"):
        os.kill(os.getpid(), signal.SIGKILL)
    return rename(self, to)
Path.rename = die_between
with placing.building(target) as workshop:
    fill(workshop, "nouveau")
"""


@pytest.mark.parametrize("moment", ["building", "between the two moves"])
def test_a_killed_run_never_costs_the_old_bundle(tmp_path: Path, moment: str) -> None:
    """kill -9 while building or while moving in: the next look finds the old bundle, whole, and no rests."""
    target = tmp_path / "avis"
    make(target, "ancien")
    script = KILLED.format(tests=str(Path(__file__).parent), target=str(target), moment=moment)
    killed = subprocess.run([sys.executable, "-c", script], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert leftovers(tmp_path)
    recover(target)
    assert (target / "plain.fr.md").read_text() == "ancien"
    assert changed_files(target, read_manifest(target) or {}) == []
    assert leftovers(tmp_path) == []


def test_a_living_run_keeps_its_workshop(tmp_path: Path) -> None:
    """Putting leftovers right does not touch what another run is building."""
    target = tmp_path / "avis"
    with building(target) as workshop:
        recover(target)
        assert workshop.exists()
        fill(workshop, "un")
    assert (target / "plain.fr.md").read_text() == "un"


def test_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    """ENOSPC becomes an error that says that the old bundle is intact."""
    with pytest.raises(DiskFull), building(tmp_path / "avis"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_folder_should_go_is_told(tmp_path: Path) -> None:
    """An output that is a file gives an error of ours, not a traceback."""
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputUnwritable):
        make(tmp_path / "out" / "avis", "un")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"schema": 3}', '{"schema": "notices-bundle/1"}'])
def test_a_manifest_that_is_none_is_not_ours(tmp_path: Path, text: str) -> None:
    """A file that happens to bear the name does not make a folder ours."""
    (tmp_path / "manifest.json").write_text(text)
    assert read_manifest(tmp_path) is None
