"""The best tree that the scores of heads allow: one root, no circle.

Chu and Liu (1965) and Edmonds (1967): take each word's best head; where these run in a circle, take the
circle as one word, solve the smaller problem, and open the circle where its best head enters.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

NEVER = -1e9
"""The score of what may not be."""


def best_tree(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """(n + 1,) the head of each word, from the (n + 1, n + 1) scores of heads (columns) for words (rows).
    Place 0 is above the root: its own entry is 0, and exactly one word has it as head."""
    own = np.array(scores, dtype=np.float64)
    np.fill_diagonal(own, NEVER)
    own[0] = NEVER
    heads = _tree(own)
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) == 1:
        return heads
    return max((_tree(_rooted(own, int(root))) for root in roots), key=lambda h: _total(own, h))


def _rooted(scores: NDArray[np.float64], root: int) -> NDArray[np.float64]:
    only = scores.copy()
    only[1:, 0] = NEVER
    only[root, 0] = scores[root, 0]
    return only


def _total(scores: NDArray[np.float64], heads: NDArray[np.int64]) -> float:
    return float(sum(scores[word, heads[word]] for word in range(1, len(heads))))


def _tree(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    heads: NDArray[np.int64] = scores.argmax(-1)
    heads[0] = 0
    circle = _circle(heads)
    if circle is None:
        return heads
    return _opened(scores, heads, circle)


def _circle(heads: NDArray[np.int64]) -> list[int] | None:
    """The words of one circle; None where there is none."""
    seen = np.zeros(len(heads), dtype=np.int64)
    for start in range(1, len(heads)):
        word, path = start, []
        while word != 0 and seen[word] == 0:
            seen[word] = start
            path.append(word)
            word = int(heads[word])
        if word != 0 and seen[word] == start:
            return path[path.index(word) :]
    return None


def _opened(scores: NDArray[np.float64], heads: NDArray[np.int64], circle: list[int]) -> NDArray[np.int64]:
    """The tree with the circle as one word, put back in its place."""
    rest = [word for word in range(len(heads)) if word not in set(circle)]
    joined = len(rest)
    smaller = np.full((joined + 1, joined + 1), NEVER)
    smaller[:joined, :joined] = scores[np.ix_(rest, rest)]
    kept = scores[circle, heads[circle]]
    out_of = scores[np.ix_(rest, circle)]
    smaller[:joined, joined] = out_of.max(-1)
    into = scores[np.ix_(circle, rest)] - kept[:, None]
    smaller[joined, :joined] = into.max(0)
    smaller[0] = NEVER
    found = _tree(smaller)
    best = heads.copy()
    for place, word in enumerate(rest[1:], start=1):
        head = int(found[place])
        best[word] = circle[int(out_of[place].argmax())] if head == joined else rest[head]
    entry = int(found[joined])
    best[circle[int(into[:, entry].argmax())]] = rest[entry]
    return best
