"""The best tree: held against trying every tree there is."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from notices.syntax.decoding import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    """True for one root and no circle; place 0 is above the root."""
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen = set()
        while word != 0:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]
    return True


def best_by_trial(scores: np.ndarray) -> float:
    n = len(scores) - 1
    return max(
        sum(scores[word, head] for word, head in enumerate(heads, start=1))
        for heads in product(range(n + 1), repeat=n)
        if is_tree(heads)
    )


@given(
    st.integers(1, 4).flatmap(
        lambda n: arrays(np.float32, (n + 1, n + 1), elements=st.floats(-9, 9, width=16))
    )
)
def test_no_tree_is_better(scores: np.ndarray) -> None:
    """What comes out is a tree, and no tree has a higher score."""
    heads = best_tree(scores)
    assert is_tree(tuple(int(h) for h in heads[1:]))
    total = sum(float(scores[word, heads[word]]) for word in range(1, len(heads)))
    assert total >= best_by_trial(scores) - 1e-3
