"""Several runs as one: the mean of their weights, which often translates better than any of them.

For runs that share their beginning: of different beginnings, the mean is noise (Wortsman et al.,
"Model soups", 2022).
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from notices.errors import WeightsUnreadable
from notices.phrases import Phrase
from notices.training.averaging import mean_of
from notices.training.files import unwritable
from notices.training.keeping import MODEL, RUN, keep_weights, pieces_of, read_weights
from notices.training.pieces import PIECES_FILE


def average_runs(run: Path, others: Sequence[Path]) -> None:
    """Write the mean of the weights of `others` into the folder `run`, with the first one's vocabulary.

    Raises `WeightsUnreadable` where one of them is no run, or of another vocabulary or other sizes.
    """
    pieces = [pieces_of(other) for other in others]
    read = [read_weights(other / MODEL) for other in others]
    try:
        if len({file.read_bytes() for file in pieces}) > 1 or len({sizes for _, sizes in read}) > 1:
            raise ValueError("other vocabularies or sizes")
        mean = mean_of([weights for weights, _ in read])
    except ValueError:
        raise WeightsUnreadable(file=run, detail=Phrase.of("training.not-alike")) from None
    with unwritable(run):
        run.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(pieces[0], run / PIECES_FILE)
        if (others[0] / RUN).is_file():
            shutil.copyfile(others[0] / RUN, run / RUN)
    keep_weights(mean, read[0][1], run / MODEL)
