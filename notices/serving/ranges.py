"""Pieces of files: what lets a reader jump in a recording (RFC 9110, section 14)."""

from __future__ import annotations

import re

_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")


class NoSuchPiece(ValueError):
    """The piece lies behind the end of the file."""


def piece_of(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte that a Range header asks for, of a file of `size` bytes.

    None where it asks for several pieces or in a way that we do not know: then the whole file is sent, as
    section 14.2 allows. Raises NoSuchPiece.
    """
    asked = _RANGE.fullmatch(header.strip())
    if asked is None or asked[1] == asked[2] == "":
        return None
    if not asked[1]:
        if int(asked[2]) == 0 or size == 0:
            raise NoSuchPiece
        return max(0, size - int(asked[2])), size - 1
    first, last = int(asked[1]), min(int(asked[2] or size), size - 1)
    if asked[2] and int(asked[2]) < first:
        return None
    if first >= size:
        raise NoSuchPiece
    return first, last
