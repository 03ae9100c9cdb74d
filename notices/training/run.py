"""One training run: as long as it may be, ending on its best, to be taken up again where it was stopped.

At eight places of the run the averaged weights are measured on the validation part. model.pt always holds the
best so far: a run on a small memory that begins to learn it by heart leaves what it had before.
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from notices.errors import TrainingError, WeightsUnreadable
from notices.phrases import Phrase
from notices.training.augmentation import REPORT as AUGMENTED_REPORT
from notices.training.batches import EncodedPairs, batches
from notices.training.files import read_report, writing
from notices.training.keeping import MODEL, RUN, STATE, keep, keep_weights, need_torch, read_kept
from notices.training.learner import Learner, Triple, ahead
from notices.training.material import beginning, material
from notices.training.network import parameters
from notices.training.preparing import REPORT as PREPARED_REPORT
from notices.training.stopping import told_to_stop
from notices.training.wishes import Wishes

LOOKS = 8
"""Measurements on the validation part in a run with an end."""

LOOK_EVERY_S = 600.0
"""Seconds between them in a run without one."""

SAY_EVERY_S = 10.0

_APART = 19
"""Times of a look that pass between two: a twentieth of a run goes into looking at most."""

ENOUGH_TERMS = 1_000
"""Pairs with handed terms from which on a model is said to take terms."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is."""

    step: int
    share: float
    """Of the run, 0 to 1."""
    loss: float
    rate: float
    per_second: float
    """Pieces of English a second since the last report."""
    left_s: float
    """Seconds to come; infinite for a run without an end."""
    validation: float | None = None
    """Mean cross-entropy of a piece, in nats, where it was measured."""


Tell = Callable[[Progress], None]


def train(
    folder: Path,
    run: Path,
    wishes: Wishes,
    tell: Tell = lambda progress: None,
    clock: Callable[[], float] = time.monotonic,
) -> dict[str, Any]:
    """Train on a prepared folder, into the folder `run`; answers what stands in its run.json then.

    A run that was stopped (SIGTERM, Ctrl-C, a crash) goes on from its end or its last measurement; one that
    was finished begins another course from there. Raises `ExtraMissing`, `NothingToTrainOn`,
    `WeightsUnreadable`, `CorpusUnreadable`, `OutputUnwritable`, `DiskFull`; `TrainingError` where
    the device's memory is too small, or nothing came of it but infinities.
    """
    torch = need_torch()
    torch.manual_seed(wishes.seed)
    if wishes.threads:
        torch.set_num_threads(wishes.threads)
    device = wishes.device or ("cuda" if torch.cuda.is_available() else "cpu")
    weights, sizes = beginning(folder, run, wishes)
    learning, validation = material(folder, run, sizes, wishes)
    learner = Learner(weights, sizes, device, smoothing=wishes.smoothing, compiled=wishes.compiled)
    running = _Run(run, learner, learning, validation, wishes, tell, clock)
    running.take_up()
    try:
        running.go()
    except torch.OutOfMemoryError:
        raise TrainingError(detail=Phrase.of("training.no-memory", tokens=wishes.tokens)) from None
    if not (run / MODEL).is_file():
        raise TrainingError(detail=Phrase.of("training.diverged"))
    report = running.report(folder)
    with writing(run / RUN) as written:
        written.write(json.dumps(report, ensure_ascii=False, indent=1) + "\n")
    return report


class _Run:
    """A run with what is counted on the way."""

    def __init__(
        self,
        folder: Path,
        learner: Learner,
        learning: EncodedPairs,
        validation: EncodedPairs,
        wishes: Wishes,
        tell: Tell,
        clock: Callable[[], float],
    ) -> None:
        self._folder, self._learner, self._wishes, self._tell = folder, learner, wishes, tell
        self._learning, self._validation, self._clock = learning, validation, clock
        self._step = self._first_step = self._pieces = 0
        self._earlier_s = 0.0  # of this course, before an interruption
        self._best = math.inf
        self._loss: Any = math.nan
        self._rate = 0.0
        self._began = self._said = self._looked = clock()
        self._said_pieces = self._looks = 0
        self._looked_step, self._look_s = -1, 0.0

    def take_up(self) -> None:
        """Go on where an earlier run stood; its time counts unless it had come to its end.

        The weights that are there are measured first: only better ones take their place.
        """
        state = self._folder / STATE
        if state.is_file() or self._wishes.init:
            self._best = self._learner.measure(self._validation, self._wishes.tokens)
        if state.is_file():
            kept = read_kept(state, self._learner.device)
            try:
                self._learner.go_on_from(kept)
                self._step, self._pieces = int(kept["step"]), int(kept["tok"])
                under_way = bool(kept.get("under_way"))
                self._first_step = int(kept["first_step"]) if under_way else self._step
                self._earlier_s = float(kept["spent"]) if under_way else 0.0
            except (KeyError, ValueError, RuntimeError, TypeError) as error:
                raise WeightsUnreadable(file=state, detail=" ".join(str(error).split())[:200]) from None
        elif self._wishes.init:
            keep_weights(self._learner.mean, self._learner.sizes, self._folder / MODEL)

    def go(self) -> None:
        """Step after step until the course is run or the process is told to stop; then measure and keep."""
        self._began = self._said = self._looked = self._clock()
        self._said_pieces, self._looks = self._pieces, int(self._share * LOOKS)
        with told_to_stop() as stopped:
            while self._share < 1 and not stopped():
                self._pass(stopped)
            if self._step != self._looked_step or not (self._folder / STATE).is_file():
                self._look()

    def _pass(self, stopped: Callable[[], bool]) -> None:
        """Once over all pairs, or until the end."""
        to_come = batches(self._learning.widths, self._wishes.tokens, self._wishes.seed + self._step)
        for batch, triple in ahead(to_come, self._learner, self._learning):
            share = self._share
            if share >= 1 or stopped():
                return
            self._learn(triple, share)
            self._pieces += int(self._learning.english.lengths[batch.places].sum()) - len(batch.places)
            if self._look_is_due(share):
                self._look()
            elif self._clock() - self._said > SAY_EVERY_S:
                self._say(self._speed)

    def _learn(self, triple: Triple, share: float) -> None:
        self._rate = self._wishes.course.rate(self._step - self._first_step, share)
        self._loss = self._learner.learn(triple, self._rate, self._step)
        self._step += 1

    @property
    def _spent_s(self) -> float:
        return self._earlier_s + self._clock() - self._began

    @property
    def _share(self) -> float:
        return self._wishes.course.share(self._spent_s, self._step - self._first_step)

    def _look_is_due(self, share: float) -> bool:
        """By the share of the run; less often in a short one, whose time is for learning."""
        course, since = self._wishes.course, self._clock() - self._looked
        if not course.ends:
            return since > LOOK_EVERY_S
        return share * LOOKS >= self._looks + 1 and (bool(course.steps) or since > _APART * self._look_s)

    def _look(self) -> None:
        """Measure the averaged weights; keep them where they are the best so far, and the state always."""
        began, share, speed = self._clock(), self._share, self._speed
        self._looks, self._looked_step = int(share * LOOKS), self._step
        measured = self._learner.measure(self._validation, self._wishes.tokens)
        if measured <= self._best:
            self._best = measured
            keep_weights(self._learner.mean, self._learner.sizes, self._folder / MODEL)
        if math.isfinite(measured):
            counts: dict[str, float] = {
                "step": self._step,
                "first_step": self._first_step,
                "tok": self._pieces,
            }
            counts |= {"spent": self._spent_s, "under_way": share < 1}
            keep(self._learner.state() | counts, self._folder / STATE)
        self._looked = self._clock()
        self._look_s = self._looked - began
        self._say(speed, measured)

    @property
    def _speed(self) -> float:
        """Pieces of English a second since the last report."""
        return (self._pieces - self._said_pieces) / max(self._clock() - self._said, 1e-9)

    def _say(self, speed: float, validation: float | None = None) -> None:
        share, spent = self._share, self._spent_s
        left = spent * (1 - share) / share if share else math.inf
        self._tell(Progress(self._step, share, float(self._loss), self._rate, speed, left, validation))
        self._said, self._said_pieces = self._clock(), self._pieces

    def report(self, prepared: Path) -> dict[str, Any]:
        """What the model card tells of a run; the minutes of courses before it are added up."""
        torch = need_torch()
        wishes, sizes = self._wishes, self._learner.sizes
        earlier = read_report(self._folder / RUN)
        augmented = read_report(prepared / AUGMENTED_REPORT).get("pairs", {})
        cuda = self._learner.device == "cuda"
        return {
            "sizes": sizes.to_json(),
            "parameters": parameters(sizes),
            "steps": self._step,
            "target_pieces": self._pieces,
            "minutes": round(float(earlier.get("minutes", 0)) + (self._spent_s - self._earlier_s) / 60, 2),
            "device": torch.cuda.get_device_name() if cuda else f"{torch.get_num_threads()} CPU threads",
            "validation": round(self._best, 4),
            "pairs": len(self._learning),
            "prepared": read_report(prepared / PREPARED_REPORT),
            "augmented": augmented,
            "takes_terms": augmented.get("terms", 0) >= ENOUGH_TERMS,
            "began_with": wishes.init.name if wishes.init else "",
            "course": asdict(wishes.course),
            "seed": wishes.seed,
            "smoothing": wishes.smoothing,
            "tokens": wishes.tokens,
            "torch": str(torch.__version__),
        }
