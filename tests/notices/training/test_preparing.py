"""From files to a training set."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest

from notices.errors import CorpusUnreadable, GlossaryUnreadable, NothingToTrainOn
from notices.training.cleaning import RULES, clean, flaw
from notices.training.corpus import Source, read_pairs, source
from notices.training.preparing import REPORT as REPORT_FILE
from notices.training.preparing import TERMS, TRAIN, VALID, prepare

FLAWS = Path(__file__).parents[2] / "fixtures" / "training" / "flaws.tsv"
ROWS = [
    line.split("\t") for line in FLAWS.read_text(encoding="utf-8").splitlines() if not line.startswith("# ")
]


@pytest.mark.parametrize(("french", "english", "rule"), ROWS)
def test_a_pair_is_left_out_for_the_reason_that_is_told(french: str, english: str, rule: str) -> None:
    """The table says which rule a pair breaks, or that it breaks none."""
    assert flaw(clean((french, english))) == rule


def test_every_rule_has_its_words() -> None:
    """A person is told in words why pairs were left out."""
    from notices.phrases import keys

    assert {f"training.flaw.{rule}" for rule in (*RULES, "seen", "kept-out", "like-validation")} <= keys()


def test_typographic_variants_are_what_the_product_hands_over() -> None:
    """One apostrophe, one space, one hyphen."""
    assert clean(("L’avis\u00a0: 23\u202f000", "The notice ‑ 23,000 ")) == (
        "L'avis : 23 000",
        "The notice - 23,000",
    )


WORDS = "mairie école police gare place église poste rue route piscine".split()
PLACES = "fermée ouverte rénovée signalée surveillée".split()


def pairs() -> list[str]:
    return [
        f"La {noun} du quartier est {state}.\tThe {noun} is {state}." for noun in WORDS for state in PLACES
    ]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    file = tmp_path / "ours.tsv"
    file.write_text("\n".join([*pairs(), *pairs()[:7], "vide\t", ""]), encoding="utf-8")
    return file


def lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def test_each_pair_comes_once_and_the_report_counts_all(corpus: Path, tmp_path: Path) -> None:
    """What was read is what is there and what was left out; the report on the disk says the same."""
    report = prepare(tmp_path / "data", [Source(corpus)], lexicon=False)
    assert report.left_out == {"empty": 1, "seen": 7}
    assert report.read == 58 == report.train + report.valid + sum(report.left_out.values())
    train, valid = lines(tmp_path / "data" / TRAIN), lines(tmp_path / "data" / VALID)
    assert sorted(train + valid) == sorted(pairs())
    assert len(valid) == 5
    assert json.loads((tmp_path / "data" / REPORT_FILE).read_text())["train"] == 45


def test_the_part_set_aside_does_not_depend_on_the_order(corpus: Path, tmp_path: Path) -> None:
    """The same pairs are set aside from a shuffled file."""
    other = tmp_path / "other.tsv"
    other.write_text("\n".join(reversed(pairs())), encoding="utf-8")
    prepare(tmp_path / "a", [Source(corpus)], lexicon=False)
    prepare(tmp_path / "b", [Source(other)], lexicon=False)
    assert lines(tmp_path / "a" / VALID) == lines(tmp_path / "b" / VALID)


def test_nothing_that_is_measured_on_is_learned(corpus: Path, tmp_path: Path) -> None:
    """A pair with the French or the English of a set kept out, in whatever case and signs, is left out."""
    held = tmp_path / "held.tsv"
    held.write_text("LA MAIRIE DU QUARTIER EST FERMÉE\tno\nnon\tthe école is ouverte\n", encoding="utf-8")
    report = prepare(tmp_path / "data", [Source(corpus)], lexicon=False, keep_out=[held])
    assert report.left_out["kept-out"] == 4  # each of them stands in the file twice
    assert "La mairie du quartier est fermée." not in "".join(lines(tmp_path / "data" / TRAIN))


def test_a_file_weighs_what_its_name_says(corpus: Path, tmp_path: Path) -> None:
    """`ours.tsv@3`: each pair three times to learn from, once to measure on."""
    report = prepare(tmp_path / "data", [source(f"{corpus}@3")], lexicon=False)
    assert report.lines == 3 * report.train == len(lines(tmp_path / "data" / TRAIN))
    assert len(set(lines(tmp_path / "data" / VALID))) == report.valid


@pytest.mark.parametrize("wish", ["ours.tsv@0", "ours.tsv@1000"])
def test_a_weight_out_of_bounds_is_refused(wish: str) -> None:
    """A slip of the finger must not fill the disk."""
    with pytest.raises(CorpusUnreadable):
        source(wish)


def test_a_name_with_an_at_sign_is_a_name(tmp_path: Path) -> None:
    """A file that is there under that very name is meant."""
    file = tmp_path / "mairie@5"
    file.write_text("oui\tyes\n")
    assert source(str(file)) == Source(file)


def test_terms_of_lists_come_before_those_of_the_product(corpus: Path, tmp_path: Path) -> None:
    """Each French term once, a body's own English first."""
    own = tmp_path / "own.csv"
    own.write_text("français;anglais\nparquet;prosecution service\nCoco;\n", encoding="utf-8")
    prepare(tmp_path / "data", [Source(corpus), Source(own)], terms=[own])
    listed = dict(line.split("\t") for line in lines(tmp_path / "data" / TERMS))
    assert listed["parquet"] == "prosecution service"
    assert listed["information judiciaire"]
    assert "Coco" not in listed
    assert "parquet\tprosecution service" in lines(tmp_path / "data" / TRAIN)


def test_packed_files_are_read(tmp_path: Path) -> None:
    """`.xz`, as large sets are handed on."""
    file = tmp_path / "a.tsv.xz"
    file.write_bytes(lzma.compress(b"oui\tyes\nnon\tno\n"))
    assert list(read_pairs(file)) == [("oui", "yes"), ("non", "no")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("one.tsv", b"seulement une colonne\n"),
        ("latin.tsv", "été\tsummer\n".encode("latin-1")),
        ("a.tsv.xz", b"no archive"),
        ("long.tsv", b"a\t" + b"b" * 30_000),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(name: str, content: bytes, tmp_path: Path) -> None:
    """One error of our own for every fault of a file."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CorpusUnreadable, match=rf"{name}.*1"):
        list(read_pairs(tmp_path / name))


def test_a_term_list_of_no_known_form_is_told(tmp_path: Path) -> None:
    """As for glossaries."""
    (tmp_path / "terms.doc").write_text("x")
    with pytest.raises(GlossaryUnreadable):
        list(read_pairs(tmp_path / "terms.doc"))


def test_too_few_pairs_are_no_training_set(tmp_path: Path) -> None:
    """And nothing half is left behind."""
    file = tmp_path / "few.tsv"
    file.write_text("\n".join(pairs()[:5]))
    with pytest.raises(NothingToTrainOn):
        prepare(tmp_path / "data", [Source(file)])
    assert not list((tmp_path / "data").iterdir())


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """With its name."""
    with pytest.raises(CorpusUnreadable, match=r"nowhere\.tsv"):
        prepare(tmp_path / "data", [Source(tmp_path / "nowhere.tsv")])
