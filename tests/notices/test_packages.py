"""Packages: which one translates, and that nothing harmful or half comes onto the shelf."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import stat
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from notices.errors import (
    IndexUnreadable,
    PackageDamaged,
    PackageError,
    PackageMissing,
    PackageUnsafe,
    ShelfUnwritable,
)
from notices.packages import (
    add,
    bundled,
    choose,
    install,
    installed,
    places,
    read_package,
    remove,
    use,
    used_name,
)
from notices.packages.archive import Bounds, unpack
from notices.packages.index import find_offer, read_index
from notices.packages.places import Places

sys.path.insert(0, str(Path(__file__).parent))
from http_server import QUICK, Server, no_sleep, running, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.fixture
def here(tmp_path: Path) -> Places:
    """A home of its own."""
    return places({"HOME": str(tmp_path / "home")})


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled package as Argos packs one: a zip with one folder."""
    file = tmp_path_factory.mktemp("archives") / "translate-fr_en.argosmodel"
    folder = bundled().folder
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for path in sorted(folder.rglob("*")):
            zipped.write(path, f"fr_en/{path.relative_to(folder)}")
        zipped.writestr("fr_en/stanza/fr/tokenize/gsd.pt", b"a pickled model that nobody here opens")
    return file


def with_metadata(folder: Path, **changes: object) -> Path:
    """A copy of the bundled package with other metadata; None takes a key away."""
    shutil.copytree(bundled().folder, folder)
    file = folder / "metadata.json"
    data = json.loads(file.read_text()) | changes
    file.write_text(json.dumps({key: value for key, value in data.items() if value is not None}))
    return folder


class TestChoice:
    def test_the_bundled_package_is_used_where_nothing_else_is_said(self, here: Places) -> None:
        """It is there from the first minute."""
        assert choose("", here).place == "bundled"
        assert installed(here) == (bundled(),)

    def test_a_package_that_merely_lies_on_the_machine_changes_nothing(
        self, here: Places, archive: Path
    ) -> None:
        """Neither ours nor argospm's."""
        add(archive, here)
        with_metadata(here.argospm[0] / "translate-fr_en-1_9")
        assert [p.place for p in installed(here)] == ["bundled", "own", "argospm"]
        assert choose("", here).place == "bundled"

    def test_the_order_of_choice(self, here: Places, archive: Path) -> None:
        """A command's wish, then the one in use, then the bundled one."""
        added = add(archive, here)
        use(added.name, here)
        assert used_name(here) == added.name
        assert choose("", here).place == "own"
        assert choose(bundled().name, here).place == "bundled"
        assert choose(str(bundled().folder), here).folder == bundled().folder
        use(bundled().name, here)
        assert choose("", here).place == "bundled"

    def test_a_choice_is_never_silently_replaced(self, here: Places, archive: Path) -> None:
        """A package in use that is gone is an error, not another package."""
        added = add(archive, here)
        use(added.name, here)
        shutil.rmtree(added.folder)
        with pytest.raises(PackageMissing):
            choose("", here)

    def test_removing_the_package_in_use_goes_back_to_the_bundled_one(
        self, here: Places, archive: Path
    ) -> None:
        """`remove` says what it did; the next run works."""
        use(add(archive, here).name, here)
        remove(used_name(here), here)
        assert choose("", here).place == "bundled"

    def test_only_our_own_packages_are_removed(self, here: Places) -> None:
        """The bundled one belongs to the product, argospm's to argospm."""
        with_metadata(here.argospm[0] / "translate-fr_en-1_9")
        for package in installed(here):
            with pytest.raises(PackageMissing):
                remove(package.name, here)

    def test_argospms_folder_is_found_as_argostranslate_does(self, tmp_path: Path) -> None:
        """Environment, then its settings file, then its data folder."""
        home = {"HOME": str(tmp_path)}
        assert places(home).argospm == (tmp_path / ".local/share/argos-translate/packages",)
        assert places(home | {"XDG_DATA_HOME": "/data"}).argospm == (Path("/data/argos-translate/packages"),)
        settings = tmp_path / ".config/argos-translate/settings.json"
        settings.parent.mkdir(parents=True)
        settings.write_text('{"ARGOS_PACKAGES_DIR": "/set"}')
        assert places(home).argospm == (Path("/set"),)
        assert places(home | {"ARGOS_PACKAGES_DIR": "/env"}).argospm == (Path("/env"),)

    def test_listing_makes_no_folder(self, here: Places, tmp_path: Path) -> None:
        """Looking changes nothing."""
        installed(here)
        choose("", here)
        assert not (tmp_path / "home").exists()

    def test_a_home_that_cannot_be_written_still_translates(self, tmp_path: Path, archive: Path) -> None:
        """Only what must write fails, with words."""
        (tmp_path / "home").write_text("a file where a folder should be")
        nowhere = places({"HOME": str(tmp_path / "home")})
        assert choose("", nowhere).place == "bundled"
        assert choose("", places({})).place == "bundled"
        with pytest.raises(ShelfUnwritable):
            add(archive, nowhere)
        with pytest.raises(ShelfUnwritable):
            use(str(with_metadata(tmp_path / "p")), nowhere)
        with pytest.raises(ShelfUnwritable):
            install("fr", "en", where=places({}))

    def test_damaged_packages_are_passed_over_in_the_list_and_told_by_name(self, here: Places) -> None:
        """One bad package does not hide the others."""
        broken = with_metadata(here.argospm[0] / "broken")
        (broken / "model" / "model.bin").unlink()
        with_metadata(here.argospm[0] / "whole")
        assert [p.name for p in installed(here)] == ["fr_en", "argospm:whole"]
        with pytest.raises(PackageDamaged):
            choose(str(broken), here)

    @pytest.mark.parametrize(
        "metadata",
        ["", "[]", "{", '{"from_code": "fr"}', '{"from_code": "../..", "to_code": "en"}', "[" * 100_000],
    )
    def test_metadata_of_garbage_is_refused(self, tmp_path: Path, metadata: str) -> None:
        """No foreign error gets through."""
        folder = with_metadata(tmp_path / "p")
        (folder / "metadata.json").write_text(metadata)
        with pytest.raises(PackageDamaged):
            read_package(folder)


class TestQuality:
    @pytest.mark.parametrize(
        ("quality", "draft", "gist_only"),
        [
            ({"flores-dev": {"chrf": 57.0}}, None, False),
            ({"flores-devtest": {"chrf": 50.0}}, None, False),
            ({"flores-dev": {"chrf": 49.9}}, None, True),
            ({"flores-dev": {"chrf": 57.0}}, True, True),
            ({"flores-dev": {"chrf": 57.0}, "flores-devtest": {"chrf": 40.0}}, None, True),
            ({"tico19-dev": {"chrf": 70.0}}, None, True),
            ({"flores-dev": {"bleu": 40.0}}, None, True),
            ({"flores-dev": "excellent"}, None, True),
            ("excellent", None, True),
            (None, None, True),
        ],
    )
    def test_unknown_or_low_quality_is_for_the_gist_only(
        self, tmp_path: Path, quality: object, draft: object, gist_only: bool
    ) -> None:
        """Fifty chrF on FLORES is the bar."""
        package = read_package(with_metadata(tmp_path / "p", quality=quality, draft=draft))
        assert package.info.gist_only is gist_only

    def test_the_hash_is_of_what_shapes_the_output(self, tmp_path: Path) -> None:
        """The model card may change, the model may not."""
        package = bundled()
        copy = with_metadata(tmp_path / "copy")
        shutil.copy(package.folder / "metadata.json", copy)
        (copy / "README.md").write_text("another card")
        assert read_package(copy).sha256 == package.sha256
        model = bytearray((copy / "model" / "model.bin").read_bytes())
        model[-1] ^= 1
        (copy / "model" / "model.bin").write_bytes(model)
        assert read_package(copy).sha256 != package.sha256


class TestAdding:
    def test_an_archive_becomes_a_package(self, here: Places, archive: Path) -> None:
        """With the parts that translation needs, and no others."""
        added = add(archive, here)
        name = f"fr_en-{bundled().version}"
        assert (added.name, added.place, added.sha256) == (name, "own", bundled().sha256)
        assert not (added.folder / "stanza").exists()
        assert [entry.name for entry in added.folder.parent.iterdir()] == [added.name]

    def test_a_package_of_the_same_name_is_replaced_whole(self, here: Places, archive: Path) -> None:
        """No part of the old one stays."""
        added = add(archive, here)
        (added.folder / "old").write_text("")
        assert not (add(archive, here).folder / "old").exists()

    def test_there_must_be_a_file(self, here: Places, tmp_path: Path) -> None:
        """A name is not enough."""
        with pytest.raises(PackageMissing):
            add(tmp_path / "nothing.argosmodel", here)

    def test_an_archive_is_no_package_to_translate_with(self, here: Places, archive: Path) -> None:
        """The message tells what to type."""
        with pytest.raises(PackageDamaged, match="notices packages add"):
            choose(str(archive), here)

    @pytest.mark.parametrize("left", ["metadata.json", "model/model.bin", "sentencepiece.model"])
    def test_a_part_that_is_missing_is_named(
        self, here: Places, archive: Path, tmp_path: Path, left: str
    ) -> None:
        """And nothing is on the shelf."""
        file = repacked(archive, tmp_path, lambda name: None if name == f"fr_en/{left}" else name)
        with pytest.raises(PackageDamaged, match=Path(left).name):
            add(file, here)
        assert list(here.own.iterdir()) == []  # type: ignore[union-attr]

    def test_a_model_that_does_not_open_is_refused(self, here: Places, archive: Path, tmp_path: Path) -> None:
        """Better now than at the first notice."""
        file = tmp_path / "p.argosmodel"
        with zipfile.ZipFile(archive) as old, zipfile.ZipFile(file, "w") as new:
            for entry in old.infolist():
                data = old.read(entry)
                new.writestr(entry.filename, data[:5000] if entry.filename.endswith("model.bin") else data)
        with pytest.raises(PackageDamaged):
            add(file, here)

    @pytest.mark.parametrize("cut", [0, 10, 1000, 100_000])
    def test_half_an_archive_is_refused(self, here: Places, archive: Path, tmp_path: Path, cut: int) -> None:
        """A download that broke off, kept by hand."""
        file = tmp_path / "half.argosmodel"
        file.write_bytes(archive.read_bytes()[:cut])
        with pytest.raises(PackageDamaged):
            add(file, here)

    def test_a_flipped_bit_is_noticed(self, here: Places, archive: Path, tmp_path: Path) -> None:
        """Every entry has its checksum."""
        data = bytearray(archive.read_bytes())
        data[len(data) // 2] ^= 0xFF
        file = tmp_path / "flipped.argosmodel"
        file.write_bytes(data)
        with pytest.raises(PackageDamaged):
            add(file, here)


def repacked(archive: Path, folder: Path, rename: Callable[[str], str | None]) -> Path:
    """The archive with its entries renamed, or left out where the new name is None."""
    file = folder / "repacked.argosmodel"
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if name := rename(entry.filename):
                new.writestr(name, old.read(entry))
    return file


def zip_of(folder: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    file = folder / "made.argosmodel"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in entries:
            zipped.writestr(name, data)
    return file


def link_to(target: str) -> tuple[zipfile.ZipInfo, bytes]:
    entry = zipfile.ZipInfo("fr_en/model/model.bin")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry, target.encode()


class TestHostileArchives:
    @pytest.mark.parametrize(
        "name",
        ["../evil", "fr_en/../../evil", "/etc/evil", "C:/evil", "fr_en\\..\\evil", "fr_en/a\nb", "x" * 300],
    )
    def test_names_that_leave_the_folder_are_refused(self, tmp_path: Path, name: str) -> None:
        """Before anything is written."""
        (tmp_path / "out").mkdir()
        file = zip_of(tmp_path, ("fr_en/metadata.json", b"{}"), (name, b"evil"))
        with pytest.raises(PackageUnsafe):
            unpack(file, tmp_path / "out")
        assert sorted(p.name for p in tmp_path.rglob("*")) == ["made.argosmodel", "out"]

    def test_links_are_refused(self, tmp_path: Path) -> None:
        """A model that is a link to another file."""
        file = zip_of(tmp_path, ("fr_en/metadata.json", b"{}"), link_to("/etc/passwd"))
        with pytest.raises(PackageUnsafe):
            unpack(file, tmp_path / "out")

    def test_two_entries_of_one_name_are_refused(self, tmp_path: Path) -> None:
        """On some disks `Model` and `model` are one."""
        file = zip_of(tmp_path, ("fr_en/metadata.json", b"{}"), ("fr_en/Metadata.json", b"{}"))
        with pytest.raises(PackageUnsafe):
            unpack(file, tmp_path / "out")

    def test_a_bomb_is_refused(self, tmp_path: Path) -> None:
        """A thousand times its size."""
        file = zip_of(tmp_path, ("fr_en/metadata.json", b"{}"), ("fr_en/model/model.bin", b"\0" * 20_000_000))
        with pytest.raises(PackageUnsafe):
            unpack(file, tmp_path / "out")

    @pytest.mark.parametrize("bounds", [Bounds(entries=1), Bounds(total_bytes=10)])
    def test_entries_and_bytes_are_bounded(self, tmp_path: Path, bounds: Bounds) -> None:
        """As declared."""
        file = zip_of(tmp_path, ("fr_en/metadata.json", b"{}"), ("fr_en/README.md", b"0123456789"))
        with pytest.raises(PackageUnsafe):
            unpack(file, tmp_path / "out", bounds)

    def test_a_size_that_lies_gains_nothing(self, tmp_path: Path) -> None:
        """zipfile reads no more than the entry declares, and its checksum then fails."""
        file = zip_of(tmp_path, ("fr_en/metadata.json", b"{}"), ("fr_en/model/model.bin", b"\0" * 6_000_000))
        data = bytearray(file.read_bytes())
        size = (6_000_000).to_bytes(4, "little")
        while size in data:
            at = data.index(size)
            data[at : at + 4] = (1000).to_bytes(4, "little")
        file.write_bytes(data)
        with pytest.raises(PackageError):
            unpack(file, tmp_path / "out")
        assert all(p.stat().st_size <= 1000 for p in (tmp_path / "out").rglob("*.bin"))

    def test_messages_carry_no_control_characters_of_a_stranger(self, tmp_path: Path) -> None:
        """A name may hold the codes that rule a terminal."""
        file = zip_of(tmp_path, ("fr_en/metadata.json", b"{}"), ("fr_en/\x1b[2Jevil", b""))
        with pytest.raises(PackageUnsafe) as error:
            unpack(file, tmp_path / "out")
        assert "\x1b" not in error.value.words("fr") + error.value.words("en")


def index_of(server: Server, *packages: dict[str, object]) -> str:
    server.answers["/index.json"] = serving(json.dumps(packages).encode())
    return server.url + "/index.json"


def entry(*links: str, version: str = "1.9", from_code: str = "fr", **more: object) -> dict[str, object]:
    return {"from_code": from_code, "to_code": "en", "package_version": version, "links": list(links), **more}


class TestIndex:
    def test_the_newest_package_of_the_pair_is_found(self, server: Server) -> None:
        """1.10 is newer than 1.9."""
        url = index_of(
            server,
            entry("http://a"),
            entry("http://b", version="1.10"),
            entry("http://c", from_code="de", version="2"),
        )
        assert find_offer("fr", "en", url, patience=QUICK).links == ("http://b",)

    def test_only_http_links_count(self, server: Server) -> None:
        """IPFS, file and torrent links are passed over."""
        url = index_of(
            server, entry("ipfs://x", "file:///etc/passwd", "https://a/f"), entry("ipfs://y", version="2")
        )
        assert [offer.links for offer in read_index(url, QUICK)] == [("https://a/f",)]

    def test_a_pair_that_nobody_offers(self, server: Server) -> None:
        """Its own error."""
        with pytest.raises(PackageMissing):
            find_offer("fr", "xx", index_of(server, entry("http://a")), patience=QUICK)

    @pytest.mark.parametrize("data", [b"", b"<html>", b"{}", b"\xff\xfe\x00", b"[" * 200_000])
    def test_garbage_is_told(self, server: Server, data: bytes) -> None:
        """A captive portal answers with a page."""
        server.answers["/i"] = serving(data)
        with pytest.raises(IndexUnreadable):
            read_index(server.url + "/i", QUICK, no_sleep)

    @pytest.mark.parametrize(
        "wrong", [[None, 3, "x", []], [{"links": 5}], [{"from_code": 1, "to_code": 2, "links": ["http://a"]}]]
    )
    def test_entries_of_garbage_are_passed_over(self, server: Server, wrong: list[object]) -> None:
        """The others stand."""
        server.answers["/i"] = serving(json.dumps([*wrong, entry("http://a")]).encode())
        assert len(read_index(server.url + "/i", QUICK)) == 1

    def test_no_server_is_told(self) -> None:
        """Port 9 of this machine is closed."""
        with pytest.raises(IndexUnreadable):
            read_index("http://127.0.0.1:9/i", QUICK, no_sleep)


class TestInstalling:
    def install(self, server: Server, here: Places, *paths: str):
        url = index_of(server, entry(*(server.url + path for path in paths)))
        return install("fr", "en", index=url, where=here, patience=QUICK, sleep=no_sleep)

    def test_a_package_comes_onto_the_shelf_and_is_not_used(
        self, server: Server, here: Places, archive: Path
    ) -> None:
        """Address and SHA-256 of the archive are recorded."""
        data = archive.read_bytes()
        server.answers["/p"] = serving(data, break_at=len(data) // 3)
        package = self.install(server, here, "/p")
        assert package.origin == {"url": server.url + "/p", "sha256": hashlib.sha256(data).hexdigest()}
        assert choose("", here).place == "bundled"
        assert list((here.own / ".downloads").iterdir()) == []  # type: ignore[operator]

    def test_garbage_from_one_mirror_leads_to_the_next(
        self, server: Server, here: Places, archive: Path
    ) -> None:
        """A page of words, an archive with a trap, a length that lies low."""
        data = archive.read_bytes()
        trap = io.BytesIO()
        with zipfile.ZipFile(trap, "w") as zipped:
            zipped.writestr("../evil", b"evil")
        server.answers["/page"] = serving(b"<html>Please log in</html>")
        server.answers["/trap"] = serving(trap.getvalue())
        server.answers["/short"] = serving(data, length=len(data) // 2)
        server.answers["/good"] = serving(data)
        assert self.install(server, here, "/page", "/trap", "/short", "/good").origin["url"].endswith("/good")

    def test_nothing_is_on_the_shelf_where_all_fail(self, server: Server, here: Places) -> None:
        """Whole or nothing."""
        server.answers["/page"] = serving(b"<html>Please log in</html>")
        with pytest.raises(PackageDamaged):
            self.install(server, here, "/page")
        assert [p.place for p in installed(here)] == ["bundled"]
