"""What the product and its speaking process say to each other over pipes: frames of a head and a body.

A frame is four bytes (the head's length, big-endian), the head in JSON, and as many bytes of body as its
`body` says. Lengths are bounded: a process gone wild cannot make the other allocate without end.
"""

from __future__ import annotations

import json
import struct
from typing import IO, Any

MAX_HEAD = 16 * 2**20
MAX_BODY = 512 * 2**20

_LENGTH = struct.Struct(">I")


def send(stream: IO[bytes], head: dict[str, Any], body: bytes = b"") -> None:
    """Write one frame. Raises OSError where nobody reads."""
    data = json.dumps({**head, "body": len(body)}).encode()
    stream.write(_LENGTH.pack(len(data)) + data + body)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """Read one frame. Raises EOFError where the stream ends, ValueError where it holds no frame."""
    (length,) = _LENGTH.unpack(_read(stream, _LENGTH.size))
    if length > MAX_HEAD:
        raise ValueError(f"a head of {length} bytes")
    head = json.loads(_read(stream, length))
    size = head.pop("body", None) if isinstance(head, dict) else None
    if not isinstance(size, int) or not 0 <= size <= MAX_BODY:
        raise ValueError(f"a body of {size} bytes")
    return head, _read(stream, size)


def _read(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
