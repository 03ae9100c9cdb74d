"""The engine over a long run; `tests/bench/bench_narration.py --soak 10000` goes further."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from voices import VoiceSettings, catalog


@pytest.mark.slow
def test_a_thousand_utterances() -> None:
    """None is lost, none is empty, and neither process grows."""
    texts = [f"Article {n}. La préfecture a reçu {n % 97} demandes." for n in range(1000)]
    memory = []
    heard = 0
    with catalog.engine().open("fr", VoiceSettings(rate=450)) as speaker:
        for clip in speaker.speak(texts):
            heard += 1
            assert np.abs(clip.samples.astype(int)).max() > 3000
            if heard % 450 == 100:
                memory.append(_memory_kb())
    assert heard == len(texts)
    assert memory[-1] - memory[0] < 6000


def _memory_kb() -> int:
    """Resident memory of this process and of those that it started; 0 where it cannot be told."""
    own = Path(f"/proc/self/task/{os.getpid()}/children")
    processes = ["self", *own.read_text().split()] if own.exists() else []
    statuses = [Path(f"/proc/{process}/status").read_text() for process in processes]
    return sum(int(text.split("VmRSS:")[1].split()[0]) for text in statuses)
