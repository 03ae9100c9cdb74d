"""Batches: where each notice goes, what is skipped, and that one bad notice never stops the others."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from notices import batch
from notices.batch import plan, run
from notices.errors import NotARegularFile, NoticeMissing, OutputUnwritable, Unforeseen, WorkerDied
from notices.settings import Settings
from notices.visible import UNSEEN

TEXT = "La mairie sera fermée le 3 mai 2024. Les habitants peuvent écrire à la mairie.\n"
ONLY_FRENCH = Settings(editions=("original", "plain"), audio=False)


def write(path: Path, text: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(jobs: list[batch.Job]) -> list[str]:
    return [job.target.name for job in jobs]


def test_a_bundle_is_named_after_its_notice(tmp_path: Path) -> None:
    """One notice, one folder with the notice's stem."""
    assert names(plan([write(tmp_path / "eau.txt")], tmp_path / "out")) == ["eau"]


def test_equal_stems_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    """Two notices called `notice` get their folders' names before them; a third keeps its own."""
    paths = [write(tmp_path / f) for f in ("eau/notice.txt", "feu/notice.txt", "feu/arrete.txt")]
    assert names(plan(paths, tmp_path)) == ["eau-notice", "feu-notice", "arrete"]


def test_equal_stems_in_one_folder_are_told_apart_by_their_suffixes(tmp_path: Path) -> None:
    """`avis.txt` and `avis.md` beside each other do not overwrite each other's bundle."""
    paths = [write(tmp_path / "d" / f) for f in ("avis.txt", "avis.md")]
    assert names(plan(paths, tmp_path)) == ["d-avis-txt", "d-avis-md"]


def test_names_stay_apart_on_file_systems_that_ignore_case(tmp_path: Path) -> None:
    """`Avis` and `avis` would be one folder on some disks."""
    paths = [write(tmp_path / f) for f in ("a/Avis.txt", "b/avis.txt")]
    assert len({name.casefold() for name in names(plan(paths, tmp_path))}) == 2


def test_a_folder_bears_nothing_that_a_terminal_obeys(tmp_path: Path) -> None:
    """Control characters and bytes that are no text do not get into the name of a bundle; none is lost."""
    files = [
        write(tmp_path / f) for f in ("a\x1b[31m.txt", "a\n[31m.txt", "\udce9t\udce9.txt", "txt\u202egpj.txt")
    ]
    made = names(plan(files, tmp_path / "out"))
    assert len(set(made)) == 4
    assert not UNSEEN.search("".join(made))
    outcomes = list(run(plan(files, tmp_path / "out"), ONLY_FRENCH))
    assert {outcome.status for outcome in outcomes} == {"made"}
    page = (tmp_path / "out" / "_t_" / "index.html").read_text(encoding="utf-8")
    assert "\\xe9t\\xe9.txt" in page


def test_a_name_that_is_too_long_for_the_disk_is_told(tmp_path: Path) -> None:
    """As an output that cannot be written."""
    (outcome,) = run(plan([write(tmp_path / "a.txt")], tmp_path / ("n" * 300)), ONLY_FRENCH)
    assert isinstance(outcome.error, OutputUnwritable)


def test_the_words_of_a_result_are_the_notices_own(tmp_path: Path) -> None:
    """What we say of the notice ourselves is not counted."""
    (outcome,) = run(plan([write(tmp_path / "a.txt")], tmp_path / "out"), ONLY_FRENCH)
    assert outcome.figures["words"] == len(TEXT.split())


def test_no_two_jobs_ever_share_a_folder(tmp_path: Path) -> None:
    """Whatever the names, each notice has a folder of its own."""
    files = ["a/x/n.txt", "b/x/n.txt", "c/x-n.txt", "b/x/n.md", "x-n.txt"]
    jobs = plan([write(tmp_path / f) for f in files], tmp_path)
    assert len(set(names(jobs))) == len(files)


def test_a_folder_stands_for_the_notices_in_it(tmp_path: Path) -> None:
    """Hidden files, unreadable formats and bundles made before are no notices."""
    for file in ("n/b.txt", "n/a.md", "n/.cache.txt", "n/photo.jpg", "n/sub/c.html"):
        write(tmp_path / file)
    write(tmp_path / "n/bundle/manifest.json", '{"schema": "notices-bundle/1", "files": {}}')
    write(tmp_path / "n/bundle/plain.fr.md")
    assert names(plan([tmp_path / "n"], tmp_path / "out")) == ["a", "b", "c"]


def test_the_same_notice_named_twice_is_made_once(tmp_path: Path) -> None:
    """A file, and the folder that holds it."""
    write(tmp_path / "n/a.txt")
    assert names(plan([tmp_path / "n" / "a.txt", tmp_path / "n"], tmp_path / "out")) == ["a"]


def test_a_path_that_leads_nowhere_fails_and_does_not_stop_the_others(tmp_path: Path) -> None:
    """A missing file and an empty folder are reported; the good notice is made."""
    (tmp_path / "vide").mkdir()
    paths = [tmp_path / "absent.txt", write(tmp_path / "eau.txt"), tmp_path / "vide"]
    outcomes = {o.job.target.name: o for o in run(plan(paths, tmp_path / "out"), ONLY_FRENCH)}
    assert isinstance(outcomes["absent"].error, NoticeMissing)
    assert isinstance(outcomes["vide"].error, NotARegularFile)
    assert outcomes["eau"].status == "made"
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["eau"]


def test_where_nothing_is_made_no_folder_is_left(tmp_path: Path) -> None:
    """A run that only fails leaves no empty output folder behind."""
    list(run(plan([tmp_path / "absent.txt"], tmp_path / "out"), ONLY_FRENCH))
    assert not (tmp_path / "out").exists()


def test_an_unchanged_notice_is_not_made_again(tmp_path: Path) -> None:
    """The second run says so and touches nothing; a change of text or of settings makes it again."""
    notice = write(tmp_path / "eau.txt")
    jobs = plan([notice], tmp_path / "out")

    def status(settings: Settings = ONLY_FRENCH) -> str:
        return next(run(jobs, settings)).status

    assert status() == "made"
    before = (tmp_path / "out/eau/manifest.json").stat().st_mtime_ns
    assert status() == "unchanged"
    assert (tmp_path / "out/eau/manifest.json").stat().st_mtime_ns == before
    write(notice, TEXT + "Elle ouvrira le 4 mai 2024.\n")
    assert status() == "made"
    assert status(Settings(editions=("original",), audio=False)) == "made"


class BreakingExecutor(Executor):
    """Runs jobs at once, and dies as a pool of processes does on the notices named in `deadly`."""

    def __init__(self, deadly: set[str]) -> None:
        self.deadly = deadly
        self.broken = False

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.broken = self.broken or args[0].path.stem in self.deadly
        if self.broken:
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result(fn(*args, **kwargs))
        return future


@pytest.mark.parametrize("deadly", ["a", "b", "c"])
def test_a_notice_that_kills_its_worker_costs_only_itself(tmp_path: Path, deadly: str) -> None:
    """A broken pool takes all its jobs down; each is then tried alone, and one is named."""
    jobs = plan([write(tmp_path / f"{name}.txt") for name in "abc"], tmp_path / "out")
    outcomes = list(run(jobs, ONLY_FRENCH, executor=lambda workers: BreakingExecutor({deadly})))
    failed = [o for o in outcomes if o.status == "failed"]
    assert [o.job.path.stem for o in failed] == [deadly]
    assert isinstance(failed[0].error, WorkerDied)
    assert len(outcomes) == 3


def test_each_step_of_each_notice_is_told(tmp_path: Path) -> None:
    """From worker processes too: by the bundle's name, in their order; nothing for what is unchanged."""
    jobs = plan([write(tmp_path / f"{name}.txt") for name in "abc"], tmp_path / "out")
    told: list[tuple[str, str]] = []

    def tell(name: str, step: str) -> None:
        told.append((name, step))
        raise RuntimeError("a screen that fails stops no notice")

    outcomes = list(run(jobs, ONLY_FRENCH, workers=2, tell=tell))
    assert [o.status for o in outcomes] == ["made"] * 3
    for name in "abc":
        assert [step for said, step in told if said == name] == ["read", "summarise", "publish"]
    told.clear()
    assert [o.status for o in run(jobs, ONLY_FRENCH, workers=2, tell=tell)] == ["unchanged"] * 3
    assert told == []


def test_a_single_notice_tells_its_steps_in_this_process(tmp_path: Path) -> None:
    """By the same name."""
    told: list[tuple[str, str]] = []
    jobs = plan([write(tmp_path / "eau.txt")], tmp_path / "out")
    list(run(jobs, ONLY_FRENCH, tell=lambda name, step: told.append((name, step))))
    assert told == [("eau", "read"), ("eau", "summarise"), ("eau", "publish")]


def test_a_fault_of_ours_costs_its_own_notice_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told with its place, the others are made, and what was half made is gone."""
    real = batch.pipeline.make_bundle

    def faulty(path: Path, *rest: Any) -> Any:
        if path.stem == "a":
            raise KeyError("nobody thought of this")
        return real(path, *rest)

    monkeypatch.setattr(batch.pipeline, "make_bundle", faulty)
    jobs = plan([write(tmp_path / f"{name}.txt") for name in "ab"], tmp_path / "out")
    outcomes = [batch.make_one(job, ONLY_FRENCH) for job in jobs]
    assert isinstance(outcomes[0].error, Unforeseen)
    assert "test_batch.py" in outcomes[0].error.words("fr")
    assert outcomes[1].status == "made"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b"]
