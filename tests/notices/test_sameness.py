"""Another notice never takes the place of a bundle in silence; a new version of its own does."""

from __future__ import annotations

from pathlib import Path

import pytest

from notices.batch import Outcome, plan, run
from notices.edition import EditionId
from notices.errors import AnotherNotice
from notices.placing import read_manifest
from notices.sameness import shared
from notices.settings import Settings

SEEDS = Path(__file__).parents[2] / "seeds"
WATER = """Coupure d'eau rue des Vignes

L'eau sera coupée le 3 mai 2024 de 8 h à 12 h, rue des Vignes et place de l'Église, pour des travaux.
Les habitants peuvent retirer des bouteilles à la mairie. Contact : 03 84 00 00 00.
"""
CORRECTED = """Coupure d'eau rue des Vignes et rue Haute

L'eau sera coupée le 4 mai 2024 de 9 h à 12 h, rue des Vignes et rue Haute, pour des travaux.
Les habitants peuvent retirer des bouteilles à la mairie. Contact : 03 84 00 00 00.
"""
POOL = """Ouverture de la piscine

La piscine intercommunale ouvrira ses portes samedi prochain. Les enfants de moins de six ans
entrent gratuitement, accompagnés d'un adulte. Les abonnements s'achètent au guichet.
"""
SAME_TITLE = POOL.replace("Ouverture de la piscine", "Coupure d'eau rue des Vignes")


def make(folder: Path, text: str, *, force: bool = False, editions: tuple[EditionId, ...] = ()) -> Outcome:
    """Make `avis.txt` with this text into the same output as every time."""
    (folder / "avis.txt").write_text(text, encoding="utf-8")
    settings = Settings(editions=editions or ("original", "plain"), audio=False, force=force)
    return next(run(plan([folder / "avis.txt"], folder / "out"), settings))


def title(folder: Path) -> str:
    return str((read_manifest(folder / "out" / "avis") or {})["notice"]["title"])


def test_a_new_version_of_a_notice_takes_its_place(tmp_path: Path) -> None:
    """Other dates, other streets, another title: still the same cut."""
    assert make(tmp_path, WATER).status == "made"
    assert make(tmp_path, CORRECTED).status == "made"
    assert "rue Haute" in title(tmp_path)


@pytest.mark.parametrize("other", [POOL, SAME_TITLE])
@pytest.mark.parametrize("editions", [("original",), ("plain",)])
def test_another_notice_does_not(tmp_path: Path, other: str, editions: tuple[EditionId, ...]) -> None:
    """Both are named, the old bundle stays, and --force goes on; the same title makes no same notice."""
    make(tmp_path, WATER, editions=editions)
    before = read_manifest(tmp_path / "out" / "avis")
    refused = make(tmp_path, other, editions=editions).error
    assert isinstance(refused, AnotherNotice)
    assert "Coupure d'eau" in refused.words("fr")
    assert other.splitlines()[0] in refused.words("fr")
    assert read_manifest(tmp_path / "out" / "avis") == before
    assert make(tmp_path, other, editions=editions, force=True).status == "made"


def test_with_english_alone_the_titles_tell(tmp_path: Path) -> None:
    """There is no French text to compare with."""
    make(tmp_path, WATER, editions=("translation",))
    assert isinstance(make(tmp_path, POOL, editions=("translation",)).error, AnotherNotice)
    assert make(tmp_path, SAME_TITLE, editions=("translation",)).status == "made"


def test_the_share_of_words_is_a_share() -> None:
    """Of two texts: none, all, and between."""
    assert shared("Piscine ouverte", "Eau coupée") == 0
    assert shared("", "") == 1
    assert shared("la piscine ouverte", "Piscine ouverte") == 1
    assert 0 < shared("piscine ouverte", "piscine fermée") < 1
