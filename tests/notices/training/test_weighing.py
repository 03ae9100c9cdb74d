"""What matters is learned from rated notices, and the table that is shipped says what one would expect."""

from __future__ import annotations

from pathlib import Path

import pytest

from notices.errors import CorpusUnreadable
from notices.extraction import worth
from notices.training.__main__ import main
from notices.training.weighing.fitting import examples, fitted
from notices.training.weighing.rated import read
from notices.training.weighing.storing import store

NOTICE = """\tT\tVaccination à {town}
\tD\tLe 3 mai 2026
\tP\tLe maire remercie les agents du service.
3\tS\tLa vaccination est entièrement gratuite.
\tH\tSéances
2,3\tI\tLe lundi 4 mai de 9 h à 12 h à la mairie.
\tI\tLe président salue les agents du service.
"""


def _file(folder: Path, text: str, name: str = "avis.tsv") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_importances_belong_to_their_sentences(tmp_path: Path) -> None:
    """Two sentences of one paragraph have each its own; a heading has none."""
    rated = read(_file(tmp_path, NOTICE.format(town="Brou")))
    told = {s.text: rated.importances(s.text) for s in rated.document.sentences()}
    assert told["La vaccination est entièrement gratuite."] == (3,)
    assert told["Le maire remercie les agents du service."] == ()
    assert told["Le lundi 4 mai de 9 h à 12 h à la mairie."] == (2, 3)
    assert told["Séances"] == ()


def test_what_is_always_rated_weighs_more_than_what_never_is(tmp_path: Path) -> None:
    """Of ten notices that say the same, the words of what matters are learned, and of what does not."""
    towns = "Brou Cluis Diou Épineuil Feux Giroux Héry Ids Jouet Lury".split()
    files = [_file(tmp_path, NOTICE.format(town=town), f"{town}.tsv") for town in towns]
    weights = fitted(list(examples(map(read, files))))
    assert weights["word:gratuit"] > 0 > weights["word:agents"]
    store(tmp_path / "weights.tsv", weights)
    assert "word:gratuit\t" in (tmp_path / "weights.tsv").read_text(encoding="utf-8")


def test_the_command_writes_the_table_and_tells_what_it_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rated notices in, a table of weights out, half of them the editor's."""
    rated = [str(_file(tmp_path, NOTICE.format(town=town), f"{town}.tsv")) for town in ("Brou", "Cluis")]
    with pytest.raises(SystemExit) as exited:
        main(["--lang", "en", "weights", *rated, "--out", str(tmp_path / "weights.tsv")])
    assert exited.value.code == 0
    assert "2 notices" in capsys.readouterr().out
    assert "fact:prohibition\t" in (tmp_path / "weights.tsv").read_text(encoding="utf-8")


@pytest.mark.parametrize("line", ["4\tP\tUne phrase.", "\tX\tUne phrase.", "Une phrase.", "3\tP"])
def test_a_wrong_line_is_named(tmp_path: Path, line: str) -> None:
    """The error tells the file and the line."""
    with pytest.raises(CorpusUnreadable) as found:
        read(_file(tmp_path, f"\tT\tTitre\n{line}\n"))
    assert found.value.values["line"] == 2


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("L'eau du robinet ne doit pas être consommée.", "L'eau du robinet vient de la source."),
        ("Le dossier doit être déposé avant le 12 mai 2026.", "Le dossier a été examiné avec soin."),
        (
            "Un homme, soupçonné d'avoir mis le feu, a été mis en examen.",
            "Le maire salue l'engagement des agents.",
        ),
    ],
)
def test_the_shipped_weights_know_what_a_reader_needs(more: str, less: str) -> None:
    """A ban, a deadline, a suspicion weigh more than scenery and thanks."""
    assert worth(more) > worth(less) + 0.3
