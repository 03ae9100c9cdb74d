"""Batches, learning rate, averages, calibration: the laws that hold whatever is trained."""

from __future__ import annotations

import math
import random

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.training.averaging import keep_share, mean_of, move_towards
from notices.training.batches import STEP, Encoded, batches, encode, joined, padded
from notices.training.calibration import FEWEST, fit
from notices.training.schedule import Course

widths = st.lists(st.integers(1, 20).map(lambda n: n * STEP), min_size=1, max_size=80).map(numpy.array)


class TestBatches:
    @given(widths, st.integers(8, 500), st.none() | st.integers(0, 9))
    def test_every_pair_comes_once(self, widths: numpy.ndarray, tokens: int, seed: int | None) -> None:
        """None is lost, none comes twice, in whatever order."""
        places = [place for batch in batches(widths, tokens, seed) for place in batch.places]
        assert sorted(places) == list(range(len(widths)))

    @given(widths, st.integers(8, 500))
    def test_a_batch_has_one_width_and_fits(self, widths: numpy.ndarray, tokens: int) -> None:
        """No more padded pieces than allowed, unless a single pair has more."""
        for batch in batches(widths, tokens, 1):
            assert {int(widths[place]) for place in batch.places} == {batch.width}
            assert len(batch.places) == 1 or len(batch.places) * batch.width <= tokens

    def test_the_seed_alone_decides_the_order(self) -> None:
        """The same one, the same batches; another, others."""
        some = numpy.array([8, 16] * 50)

        def order(seed: int) -> list[list[int]]:
            return [list(batch.places) for batch in batches(some, 64, seed)]

        assert order(1) == order(1) != order(2)

    def test_rows_are_padded_with_nothing_else(self) -> None:
        """Each row is its sentence and zeros."""
        some = Encoded(numpy.array([5, 6, 7, 8, 9, 4], numpy.uint16), numpy.array([0, 2, 6]))
        assert padded(some, numpy.array([1, 0]), 5).tolist() == [[7, 8, 9, 4, 0], [5, 6, 0, 0, 0]]

    def test_encoding_in_parts_is_encoding_at_once(self) -> None:
        """Sentences end with their end, English ones begin with their beginning; misfits are left out."""

        class Letters:
            def encode(self, texts: list[str], num_threads: int) -> list[list[int]]:
                return [[ord(letter) for letter in text] for text in texts]

        pairs = [("ab", "cd"), ("", "x"), ("a" * 9, "b" * 30), ("abc", "d"), ("a", "b" * 50)]
        whole = encode(Letters(), pairs, 40)
        parts = joined([encode(Letters(), pairs[:2], 40), encode(Letters(), pairs[2:], 40)])
        assert len(whole) == len(parts) == 3
        assert whole.french.pieces.tolist() == parts.french.pieces.tolist()
        assert whole.english.starts.tolist() == parts.english.starts.tolist()
        assert padded(whole.english, numpy.array([0]), 5).tolist() == [[2, 99, 100, 3, 0]]
        assert whole.target_pieces == 3 + 31 + 2
        assert whole.widths.tolist() == [8, 32, 8]


class TestRate:
    @given(st.floats(0, 1), st.integers(0, 10_000), st.integers(0, 5_000))
    def test_it_stays_between_nothing_and_its_peak(self, share: float, step: int, warmup: int) -> None:
        """Whatever the step and the time."""
        assert 0 <= Course(0.5, warmup, minutes=1).rate(step, share) <= 0.5

    def test_it_is_zero_at_the_end_and_nowhere_before(self) -> None:
        """So that a run ends on its best."""
        course = Course(1e-3, 100, minutes=2)
        assert course.share(120, 5) == 1
        assert course.rate(5_000, 1.0) == 0
        assert course.rate(5_000, 0.999) > 0

    @given(st.floats(0, 1), st.floats(0, 1))
    def test_after_the_warm_up_it_only_falls(self, one: float, other: float) -> None:
        """It never rises again."""
        course = Course(1e-3, 10, minutes=1)
        early, late = sorted((one, other))
        assert course.rate(50, early) >= course.rate(60, late)

    def test_the_warm_up_takes_a_tenth_of_a_short_run_at_most(self) -> None:
        """A run of seconds gets to learn, too."""
        course = Course(1e-3, warmup=100_000, minutes=1)
        assert course.rate(10, 0.05) == pytest.approx(0.5e-3 * math.sqrt(0.95))
        assert course.rate(20, 0.1) == pytest.approx(1e-3 * math.sqrt(0.9))

    def test_steps_may_end_a_run_as_time_does(self) -> None:
        """Whichever comes first."""
        assert Course(steps=10).share(1e9, 5) == 0.5
        assert Course(steps=10, minutes=1).share(45, 5) == 0.75
        assert Course(minutes=1).share(600, 0) == 1

    def test_a_run_without_an_end_keeps_its_rate(self) -> None:
        """It learns on until it is stopped."""
        course = Course(1e-3, 10)
        assert not course.ends
        assert course.share(1e9, 10**9) == 0
        assert course.rate(10**6, 0.0) == 1e-3


class TestAverages:
    def test_the_mean_of_runs_is_their_mean(self) -> None:
        """Name by name."""
        mean = mean_of([{"a": numpy.array([1.0, 3.0])}, {"a": numpy.array([3.0, 5.0])}])
        assert mean["a"].tolist() == [2, 4]

    @pytest.mark.parametrize("other", [{"b": numpy.zeros(2)}, {"a": numpy.zeros(3)}, {}])
    def test_weights_of_different_networks_have_no_mean(self, other: dict[str, numpy.ndarray]) -> None:
        """Other names or shapes are refused."""
        with pytest.raises(ValueError, match="different"):
            mean_of([{"a": numpy.zeros(2)}, other])

    def test_the_running_mean_comes_to_what_stays(self) -> None:
        """And it is moved in place."""
        mean = {"a": numpy.array([0.0])}
        for step in range(10, 3_000, 10):
            move_towards(mean, {"a": numpy.array([1.0])}, step)
        assert mean["a"][0] == pytest.approx(1, abs=0.01)

    @given(st.integers(1, 10**7))
    def test_it_keeps_more_of_itself_the_longer_the_run(self, step: int) -> None:
        """Little at first, never all."""
        assert 0 <= keep_share(step) <= keep_share(step + 10) < 1


class TestCalibration:
    def test_the_curve_that_made_the_sentences_is_found(self) -> None:
        """From enough of them."""
        chance = random.Random(4)
        scores = [chance.uniform(-2, 0) for _ in range(5_000)]
        usable = [chance.random() < 1 / (1 + math.exp(-(2.4 + 4.5 * score))) for score in scores]
        found = fit(scores, usable)
        assert found
        assert found == pytest.approx((2.4, 4.5), abs=0.35)

    def test_where_nothing_can_be_told_there_is_none(self) -> None:
        """Too few sentences, or all of a kind."""
        assert fit([-1.0] * (FEWEST - 1), [True, False] * (FEWEST // 2) + [True]) is None
        assert fit([-1.0] * FEWEST, [True] * FEWEST) is None

    def test_a_clean_cut_stays_finite(self) -> None:
        """All good above, all bad below."""
        scores = [-1.0] * FEWEST + [-0.1] * FEWEST
        found = fit(scores, [score > -0.5 for score in scores])
        assert found
        assert all(math.isfinite(value) for value in found)
        assert found[1] > 0
