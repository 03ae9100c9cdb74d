"""A toy of a model, trained in seconds: every step of the workshop is walked, up to the product's own door.

Neither command of the README installs PyTorch, so these tests run only where the extra `training` is.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
torch = pytest.importorskip(
    "torch", reason="PyTorch is not here (pip install '.[training]'): NOTHING of training itself is tested"
)

from notices.ctranslate import open_translator  # noqa: E402  after the skip
from notices.errors import NothingToTrainOn, OutputUnwritable, TrainingError, WeightsUnreadable  # noqa: E402
from notices.packages import bundled, read_package  # noqa: E402
from notices.training.augmentation import augment  # noqa: E402
from notices.training.corpus import Source  # noqa: E402
from notices.training.exporting import export  # noqa: E402
from notices.training.joining import average_runs  # noqa: E402
from notices.training.keeping import MODEL, keep_weights, read_weights  # noqa: E402
from notices.training.network import Sizes, new_weights, parameters, positions, predict  # noqa: E402
from notices.training.packing import Label, archive, package  # noqa: E402
from notices.training.pieces import END, open_pieces, piece_names  # noqa: E402
from notices.training.preparing import prepare  # noqa: E402
from notices.training.reopening import open_weights  # noqa: E402
from notices.training.run import Progress, train  # noqa: E402
from notices.training.schedule import Course  # noqa: E402
from notices.training.wishes import Wishes  # noqa: E402

WHO = {
    "La mairie": "The town hall",
    "L'école": "The school",
    "La piscine": "The pool",
    "La gare": "The station",
}
WHAT = {"est fermée": "is closed", "est ouverte": "is open", "sera rénovée": "will be renovated"}
WHEN = {
    "lundi": "on Monday",
    "le 3 mai 2024": "on 3 May 2024",
    "à 250 mètres": "250 metres away",
    "ici": "here",
}
SENTENCES = [
    (f"{who} {what} {when}.", f"{WHO[who]} {WHAT[what]} {WHEN[when]}.")
    for who in WHO
    for what in WHAT
    for when in WHEN
]
TOY = Sizes(vocab=400, d=64, h=4, ff=128, enc=2, dec=1, drop=0.0, max_len=64)


def wishes(steps: int, **more: Any) -> Wishes:
    return Wishes(
        Course(4e-3, 20, steps=steps), TOY, tokens=600, smoothing=0.0, device="cpu", threads=1, **more
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A prepared folder with extra pairs."""
    folder = tmp_path_factory.mktemp("training")
    corpus = folder / "ours.tsv"
    corpus.write_text("\n".join("\t".join(pair) for pair in SENTENCES), encoding="utf-8")
    prepare(folder / "data", [Source(corpus, 2)], lexicon=False)
    augment(folder / "data")
    return folder / "data"


@pytest.fixture(scope="module")
def run(data: Path) -> Path:
    """A run that has learned its sentences by heart."""
    folder = data.parent / "run"
    told: list[Progress] = []
    train(data, folder, wishes(300), told.append)
    assert [progress.validation is not None for progress in told].count(True) >= 8
    assert told[-1].share == 1
    assert told[-1].validation < told[0].validation
    return folder


@pytest.fixture(scope="module")
def packed(run: Path) -> Path:
    """Its package."""
    label = Label("0.9", "2026-11-25", data="Sentences of our own, CC0.", weaknesses="It knows nothing else.")
    package(run, run.parent / "fr_en", label, "float32")
    return run.parent / "fr_en"


def test_the_product_opens_the_package_and_knows_the_sentences(data: Path, packed: Path) -> None:
    """What was learned by heart is said by heart, typographic apostrophes and all."""
    lines = (data / "train.tsv").read_text(encoding="utf-8").splitlines()
    learned = sorted({tuple(line.split("\t")) for line in lines})
    with open_translator(packed) as translator:
        answers = translator.translate([french.replace("'", "’") for french, _ in learned])
        assert not translator.takes_terms
    right = sum(answer[0].text == english for answer, (_, english) in zip(answers, learned, strict=True))
    assert right >= 0.8 * len(learned)


def test_the_package_says_what_it_is(packed: Path) -> None:
    """Version, data, weaknesses and its own hash, and that it was not measured: a gist until it is."""
    made = read_package(packed)
    card = (packed / "README.md").read_text(encoding="utf-8")
    assert made.version == "0.9"
    assert made.gist_only
    for part in (made.sha256, "CC0", "It knows nothing else", "2026-11-25", "300 steps", "Not measured"):
        assert part in card


def test_argostranslate_reads_the_package_too(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An .argosmodel file of ours is one of Argos'; and it is the same file each time."""
    archive(packed, tmp_path / "a.argosmodel")
    archive(packed, tmp_path / "b.argosmodel")
    assert (tmp_path / "a.argosmodel").read_bytes() == (tmp_path / "b.argosmodel").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.argosmodel") as zipped:
        assert "fr_en/model/model.bin" in zipped.namelist()
        zipped.extractall(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    argos = pytest.importorskip("argostranslate.package", reason="argostranslate is not here")
    theirs = argos.Package(tmp_path / "fr_en")
    assert (theirs.from_code, theirs.to_code) == ("fr", "en")
    assert theirs.tokenizer.encode("La gare est fermée.")


def test_the_engine_computes_what_the_network_does(run: Path, packed: Path) -> None:
    """In single precision the log-probability of a sentence is PyTorch's."""
    weights, sizes = read_weights(run / MODEL)
    processor = open_pieces(run / "pieces.model")
    french, english = SENTENCES[0]
    source = torch.tensor([[*processor.encode(french), END]])
    target = torch.tensor([[2, *processor.encode(english), END]])
    scores = predict(weights, positions(64, 64), sizes, source, target[:, :-1]).log_softmax(-1)
    ours = scores[0].gather(1, target[0, 1:, None]).flatten().tolist()
    import ctranslate2

    engine = ctranslate2.Translator(str(packed / "model"), compute_type="float32")
    (theirs,) = engine.score_batch(
        [processor.encode_as_pieces(french)], [processor.encode_as_pieces(english)]
    )
    assert theirs.log_probs == pytest.approx(ours, abs=1e-4)


def test_a_package_of_ours_can_be_taken_up_again(run: Path, packed: Path) -> None:
    """Its weights are those of its run; in int8, those of its run to a step of the rounding."""
    ours, sizes = read_weights(run / MODEL)
    theirs, their_sizes, pieces = open_weights(packed)
    assert their_sizes == Sizes.of(sizes.to_json() | {"drop": 0.0})
    assert pieces.read_bytes() == (run / "pieces.model").read_bytes()
    for name, value in ours.items():
        torch.testing.assert_close(theirs[name], value)
    label = Label("0.9", "2026-11-25")
    package(run, run.parent / "small", label)
    rounded, _, _ = open_weights(run.parent / "small")
    for name, value in ours.items():
        step = value.abs().amax() / 127
        assert float((rounded[name] - value).abs().max()) <= 0.51 * float(step) + 1e-6, name


def test_the_bundled_package_can_be_taken_up_again(tmp_path: Path) -> None:
    """Taken out and exported once more, it is the same file: nothing is lost on the way."""
    weights, sizes, pieces = open_weights(bundled().folder)
    assert sum(value.numel() for value in weights.values()) == parameters(sizes)
    export(weights, sizes, piece_names(open_pieces(pieces)), tmp_path, "int8")
    again = (tmp_path / "model.bin").read_bytes()
    assert len(again) == (bundled().folder / "model" / "model.bin").stat().st_size
    once_more, _, _ = open_weights_of(tmp_path, pieces)
    for name, value in weights.items():
        torch.testing.assert_close(once_more[name], value, atol=1e-5, rtol=1e-5)


def open_weights_of(model: Path, pieces: Path) -> tuple[Any, Sizes, Path]:
    from notices.training.reopening import read_engine_weights

    weights, sizes = read_engine_weights(model / "model.bin")
    return weights, sizes, pieces


def test_a_package_of_another_making_is_told(tmp_path: Path) -> None:
    """Not a traceback, whatever stands in the file."""
    (tmp_path / "model").mkdir()
    for content in (b"", b"\x06\0\0\0" + b"\xff" * 40, b"PK" * 100):
        (tmp_path / "model" / "model.bin").write_bytes(content)
        with pytest.raises(WeightsUnreadable):
            open_weights(tmp_path)
    with pytest.raises(WeightsUnreadable):
        open_weights(tmp_path / "nowhere")


def test_a_run_of_steps_can_be_repeated_exactly(data: Path, tmp_path: Path) -> None:
    """The same seed, the same weights; another seed, others."""
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        train(data, tmp_path / name, wishes(6, seed=seed))
    a, b, c = (read_weights(tmp_path / name / MODEL)[0] for name in "abc")
    assert all(torch.equal(a[name], b[name]) for name in a)
    assert not all(torch.equal(a[name], c[name]) for name in a)


def test_a_finished_run_begins_another_course(data: Path, tmp_path: Path) -> None:
    """It goes on from its weights, and its steps and minutes are added up."""
    first = train(data, tmp_path, wishes(6))
    second = train(data, tmp_path, wishes(4))
    assert (first["steps"], second["steps"]) == (6, 10)
    assert second["target_pieces"] > first["target_pieces"]


def test_a_run_that_is_told_to_stop_keeps_what_it_has_and_goes_on(data: Path, tmp_path: Path) -> None:
    """SIGTERM: it measures, keeps, ends well; the next call takes up the same course."""

    sent: list[int] = []

    def stop(progress: Progress) -> None:
        sent.append(progress.step)
        if len(sent) == 2:
            os.kill(os.getpid(), signal.SIGTERM)

    stopped = train(data, tmp_path, wishes(80), stop)
    assert 10 <= stopped["steps"] < 80
    assert (tmp_path / MODEL).is_file()
    told: list[Progress] = []
    finished = train(data, tmp_path, wishes(80), told.append)
    assert finished["steps"] == 80
    assert told[0].share > stopped["steps"] / 80


def test_a_run_never_ends_worse_than_its_beginning(data: Path, run: Path, tmp_path: Path) -> None:
    """A rate that ruins everything leaves the weights that were there."""
    ruinous = Wishes(Course(5.0, 0, steps=10), TOY, tokens=600, init=run, device="cpu", threads=1)
    report = train(data, tmp_path / "ruined", ruinous)
    ours, kept = read_weights(run / MODEL)[0], read_weights(tmp_path / "ruined" / MODEL)[0]
    assert report["began_with"] == "run"
    assert all(torch.equal(ours[name], kept[name]) for name in ours)


def test_a_run_that_diverges_says_so(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And leaves no weights that look like any."""
    monkeypatch.setattr("notices.training.learner.Learner.measure", lambda *anything: float("nan"))
    with pytest.raises(TrainingError, match="--rate"):
        train(data, tmp_path, wishes(2))
    assert not (tmp_path / MODEL).exists()


def test_time_ends_a_run(data: Path, tmp_path: Path) -> None:
    """By a clock that we hold, a minute is over after as many steps as it has looks."""
    ticks = iter(range(10**6))
    short = Wishes(Course(1e-3, 5, minutes=2), TOY, tokens=600, device="cpu", threads=1)
    report = train(data, tmp_path, short, clock=lambda: float(next(ticks)))
    assert report["minutes"] >= 2
    assert 0 < report["steps"] < 60


def test_the_mean_of_two_runs_is_a_run(data: Path, run: Path, tmp_path: Path) -> None:
    """It can be packed; runs of other sizes have no mean."""
    average_runs(tmp_path / "mean", [run, run])
    ours, mean = read_weights(run / MODEL)[0], read_weights(tmp_path / "mean" / MODEL)[0]
    assert all(torch.allclose(ours[name], mean[name]) for name in ours)
    package(tmp_path / "mean", tmp_path / "fr_en", Label("1", "2026-11-25"))
    other = tmp_path / "other"
    other.mkdir()
    (other / "pieces.model").write_bytes((run / "pieces.model").read_bytes())
    sizes = Sizes.of(TOY.to_json() | {"d": 32, "vocab": open_pieces(run / "pieces.model").get_piece_size()})
    keep_weights(new_weights(sizes, 1), sizes, other / MODEL)
    with pytest.raises(WeightsUnreadable):
        average_runs(tmp_path / "bad", [run, other])


def test_a_folder_with_something_else_is_not_replaced(run: Path, tmp_path: Path) -> None:
    """A slip in a path costs nothing."""
    (tmp_path / "letters.txt").write_text("important")
    with pytest.raises(OutputUnwritable):
        package(run, tmp_path, Label("1", "2026-11-25"))
    assert [file.name for file in tmp_path.iterdir()] == ["letters.txt"]


def test_weights_that_would_run_code_are_refused(tmp_path: Path) -> None:
    """A file from a stranger is read as data, or not at all."""

    class Evil:
        def __reduce__(self) -> tuple[Any, ...]:
            return (os.mkdir, (str(tmp_path / "owned"),))

    torch.save({"state": Evil(), "cfg": {}}, tmp_path / MODEL)
    with pytest.raises(WeightsUnreadable):
        read_weights(tmp_path / MODEL)
    assert not (tmp_path / "owned").exists()


def test_training_needs_prepared_pairs(tmp_path: Path) -> None:
    """The error names the folder and the command to give."""
    with pytest.raises(NothingToTrainOn, match="prepare"):
        train(tmp_path, tmp_path / "run", wishes(1))


def test_a_measured_package_says_how_good_it_is(packed: Path, data: Path) -> None:
    """The figures stand in its metadata and its card, with a command that names no folder of this machine."""
    pytest.importorskip("sacrebleu", reason="sacrebleu is not here (pip install '.[evaluate]')")
    from notices.training.measuring import glossary_of, measure

    measure(packed, [data / "valid.tsv"], glossary=glossary_of([]), date="2026-11-26")
    metadata = json.loads((packed / "metadata.json").read_text())
    card = (packed / "README.md").read_text(encoding="utf-8")
    scores = metadata["quality"]["valid"]
    assert scores["sentences"] == 4
    assert scores["chrf"] > 30
    assert read_package(packed).sha256 in card
    assert f"| valid | 4 | {scores['bleu']} | {scores['chrf']} |" in card
    assert "python -m notices.training evaluate fr_en valid.tsv" in card
    assert "Not measured" not in card
    assert "CC0" in card
    assert str(data) not in card


def test_the_commands_walk_the_whole_way(data: Path, tmp_path: Path) -> None:
    """As a person types them; every word on standard error, the result on standard output."""

    def ran(*words: object) -> str:
        command = [sys.executable, "-m", "notices.training", "--lang", "en", *map(str, words)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    toy = "--steps 3 --d 16 --heads 2 --inner 32 --encoder 1 --decoder 1 --vocabulary 300 --tokens 400"
    assert "Pairs read: 48" in ran("prepare", "data", data.parent / "ours.tsv", "--valid", 20)
    assert "numbers" in ran("augment", "data", "--numbers", 1)
    assert "3 steps" in ran("train", "data", "run", *toy.split(), "--device", "cpu", "--threads", 1)
    assert "mean of 2 runs" in ran("average", "mean", "run", "run")
    assert "Model written" in ran("export", "run", "model", "--quantization", "float32")
    assert "Package written" in ran("package", "mean", "fr_en", "--draft", "--archive", "ours.argosmodel")
    assert read_package(tmp_path / "fr_en").gist_only
    assert (tmp_path / "ours.argosmodel").is_file()
