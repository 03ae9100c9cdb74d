"""What the product promises as a whole: offline, the same bytes each time, only what changed done again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from notices import Settings, make

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "coco" / "notice.md"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a bundle, by its name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed's whole bundle, made alone."""
    out = tmp_path_factory.mktemp("alone")
    (outcome,) = make([SEED], out)
    assert outcome.status == "made", outcome.error
    return outcome.job.target


def test_the_bundle_is_what_the_contract_says(alone: Path) -> None:
    """Every file of the contract is there, and no other."""
    texts = ["original.fr", "plain.fr", "translation.en", "plain.en"]
    expected = {f"{stem}.md" for stem in texts} | {f"audio/{s}.{x}" for s in texts for x in ("mp3", "vtt")}
    expected |= {"index.html", "notice.fr.epub", "notice.en.epub", "manifest.json"}
    assert set(contents(alone)) == expected


def test_made_in_a_batch_elsewhere_and_later_it_is_the_same_byte_for_byte(
    alone: Path, tmp_path: Path
) -> None:
    """As the second of two notices, in another process, in another folder: nothing but the notice counts."""
    other = ROOT / "seeds" / "delestage" / "notice.md"
    elsewhere = tmp_path / "une autre fois"
    elsewhere.mkdir()
    shutil.copy(SEED, elsewhere / "notice.md")
    command = [sys.executable, "-m", "notices", "make", other, elsewhere / "notice.md"]
    command += ["--jobs", "2", "--output", tmp_path / "out"]
    subprocess.run(list(map(str, command)), check=True, capture_output=True, cwd=tmp_path)
    assert contents(tmp_path / "out" / "une autre fois-notice") == contents(alone)


@pytest.mark.skipif(not shutil.which("unshare"), reason="needs unshare, to cut the network")
def test_with_the_network_cut_and_no_home_the_bundle_is_the_same(alone: Path, tmp_path: Path) -> None:
    """No network, a home that cannot be written: the same bundle."""
    probe = subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False)
    if probe.returncode:
        pytest.skip("this machine does not let us cut the network")
    home = tmp_path / "home"
    home.mkdir(mode=0o555)
    env = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "ARGOS_"))}
    env |= {"HOME": "/proc/nowhere", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [
        "unshare",
        "-rn",
        sys.executable,
        "-m",
        "notices",
        "make",
        str(SEED),
        "-o",
        str(tmp_path / "o"),
    ]
    made = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
    assert made.returncode == 0, made.stderr
    assert contents(tmp_path / "o" / "notice") == contents(alone)


def test_after_one_changed_sentence_only_that_one_is_translated_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are remembered; and the bundle is the one that a fresh run makes."""
    from notices.ctranslate import PackageTranslator

    asked: list[str] = []
    real = PackageTranslator.translate

    def counted(self: PackageTranslator, sentences: list[str], hypotheses: int = 4) -> object:
        asked.extend(sentences)
        return real(self, sentences, hypotheses)

    monkeypatch.setattr(PackageTranslator, "translate", counted)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    settings = Settings(editions=("translation",), audio=False)
    notice = tmp_path / "avis.txt"
    text = "Les arbres du parc seront taillés le 3 mai.\n\nLe marché est ouvert.\n\nL'école reste ouverte.\n"

    def made(text: str, cache: str) -> dict[str, bytes]:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / cache))
        notice.write_text(text, encoding="utf-8")
        asked.clear()
        (outcome,) = make([notice], tmp_path / "out", settings)
        assert outcome.status == "made", outcome.error
        return contents(outcome.job.target)

    made(text, "cache")
    assert len(asked) >= 3
    changed = text.replace("Le marché est ouvert", "Le marché est fermé")
    once_more = made(changed, "cache")
    assert len(asked) == 1
    assert "fermé" in asked[0]
    shutil.rmtree(tmp_path / "out")
    assert made(changed, "fresh") == once_more
