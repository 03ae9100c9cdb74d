"""Pieces of files, as RFC 9110 has them."""

from __future__ import annotations

import pytest

from notices.serving.ranges import NoSuchPiece, piece_of

PIECES = [
    ("bytes=0-0", (0, 0)),
    ("bytes=2-5", (2, 5)),
    ("bytes=2-", (2, 9)),
    ("bytes=2-99", (2, 9)),
    ("bytes=-3", (7, 9)),
    ("bytes=-99", (0, 9)),
    (" bytes=9-9 ", (9, 9)),
]
WHOLE = ["", "bytes=-", "bytes=5-2", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b", "bytes=0x1-2", "bytes= 1-2"]


@pytest.mark.parametrize(("header", "piece"), PIECES)
def test_a_piece(header: str, piece: tuple[int, int]) -> None:
    """First and last byte of ten, both included."""
    assert piece_of(header, 10) == piece


@pytest.mark.parametrize("header", [*WHOLE, "bytes=" + "9" * 40 + "-"])
def test_what_cannot_be_understood_gives_the_whole(header: str) -> None:
    """A server may ignore a range."""
    assert piece_of(header, 10) is None


@pytest.mark.parametrize(
    ("header", "size"), [("bytes=10-", 10), ("bytes=10-12", 10), ("bytes=-0", 10), ("bytes=-3", 0)]
)
def test_a_piece_behind_the_end_is_refused(header: str, size: int) -> None:
    """A player that asks for it has an older file in mind."""
    with pytest.raises(NoSuchPiece):
        piece_of(header, size)
