"""Frames between the product and its speaking process."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voices.frames import MAX_HEAD, receive, send

heads = st.dictionaries(st.text().filter(lambda key: key != "body"), st.none() | st.integers() | st.text())


@given(st.lists(st.tuples(heads, st.binary())))
def test_frames_come_out_as_they_went_in(frames: list[tuple[dict[str, object], bytes]]) -> None:
    """Heads and bodies survive the pipe, in order, with nothing between them."""
    pipe = io.BytesIO()
    for head, body in frames:
        send(pipe, head, body)
    pipe.seek(0)
    assert [receive(pipe) for _ in frames] == frames
    assert not pipe.read()


@given(heads, st.binary(), st.data())
def test_a_frame_cut_short_is_the_end(head: dict[str, object], body: bytes, data: st.DataObject) -> None:
    """A process that dies while it writes leaves no half frame behind."""
    pipe = io.BytesIO()
    send(pipe, head, body)
    whole = pipe.getvalue()
    kept = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(EOFError):
        receive(io.BytesIO(whole[:kept]))


@pytest.mark.parametrize(
    "wild",
    [
        struct.pack(">I", MAX_HEAD + 1),
        struct.pack(">I", 2) + b"[]",
        struct.pack(">I", 2) + b"{}",
        struct.pack(">I", 12) + b'{"body": -1}',
        struct.pack(">I", 22) + b'{"body": 999999999999}',
        struct.pack(">I", 3) + b"\xff\xfe\x00",
    ],
)
def test_what_is_no_frame_is_refused(wild: bytes) -> None:
    """No length is believed that would fill the memory, and nothing but JSON is read."""
    with pytest.raises(ValueError, match=r"."):
        receive(io.BytesIO(wild + bytes(100)))
