"""Finds the encoding of a text file.

Order: a byte-order mark; UTF-16 without one (every second byte is null); UTF-8; then the eight-bit
encoding in which most characters above ASCII are those of French. A file with UTF-8 and Windows-1252
side by side (pasted together) is read piece by piece.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from notices.errors import UndecodableNotice

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the mark of UTF-16: asked first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EIGHT_BIT = ("windows-1252", "iso-8859-15", "mac-roman", "cp850")
_FRENCH = frozenset("éèàùçâêîôûëïüœæÉÈÀÙÇÂÊÎÔÛËÏÜŒÆ«»’‘“”–—…•·°€²³§º ½")
_UTF8_SEQUENCE = re.compile(
    rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+"
)
_HIGH = re.compile(r"[^\x00-\x7f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_DOUBLY_ENCODED = re.compile("Ã[\x80-\xbf©¨ªª«§®´»¹¢¯‰€ˆŠ]|â€[™œ\x9d“”¦]|Â[\xa0°«»§²³]")
_BINARY_SHARE = 0.005  # control characters in a thousand: more than five is no text
_SAMPLE = 200_000
_SURE = 0.6


def decode(data: bytes, declared: str = "") -> str:
    """The text of the bytes, line ends as `\\n`. `declared` is an encoding that the file itself names.

    Raises UndecodableNotice where it is no text in any encoding that we know.
    """
    text = _decode(data, declared)
    if len(_CONTROL.findall(text[:_SAMPLE])) > _BINARY_SHARE * len(text[:_SAMPLE]):
        raise UndecodableNotice
    return _once(text).replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, declared: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if encoding := _utf16(data):
        return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end >= len(data) and error.start >= len(data) - 3:  # cut off in the last character
            return data.decode("utf-8", errors="ignore")
    return _eight_bit(data, declared)


def _utf16(data: bytes) -> str:
    """UTF-16 without a mark: Latin text has a null as every second byte."""
    sample = data[:4000]
    half = len(sample) // 2
    if half < 2:
        return ""
    if sample[1::2].count(0) > 0.7 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _eight_bit(data: bytes, declared: str) -> str:
    if b"\0" in data:
        raise UndecodableNotice
    if text := _mixed(data):
        return text
    candidates = tuple(_decoded(data, (_known(declared), *_EIGHT_BIT)))
    best = max(candidates, key=_frenchness, default="")
    if candidates and _frenchness(best) >= _SURE:
        return best
    return _by_statistics(data)


def _mixed(data: bytes) -> str:
    """UTF-8 with stray Windows-1252, where the UTF-8 is clearly no accident; else nothing."""
    sequences = _UTF8_SEQUENCE.findall(data)
    good = b"".join(sequences)
    stray = sum(byte > 0x7F for byte in data) - len(good)
    if not sequences or stray >= len(good):
        return ""
    parts, place = list[str](), 0
    for match in _UTF8_SEQUENCE.finditer(data):
        parts += (_windows(data[place : match.start()]), match[0].decode("utf-8", errors="replace"))
        place = match.end()
    return "".join((*parts, _windows(data[place:])))


def _windows(data: bytes) -> str:
    return data.decode("windows-1252", errors="replace")


def _known(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        return ""
    return "" if name == "iso8859-1" else name  # browsers read Latin-1 as Windows-1252, and so do we


def _decoded(data: bytes, encodings: tuple[str, ...]) -> Iterator[str]:
    for encoding in filter(None, encodings):
        try:
            yield data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue


def _frenchness(text: str) -> float:
    """Share of the characters above ASCII that French uses, most of them small letters."""
    high = _HIGH.findall(text[:_SAMPLE])
    if not high:
        return 1.0
    odd_capitals = sum(len(m) for m in re.findall(r"(?<=[a-zà-ÿ])[ÉÈÀÙÇÂÊÎÔÛ](?=[a-zà-ÿ])", text[:_SAMPLE]))
    return (sum(character in _FRENCH for character in high) - odd_capitals) / len(high)


def _by_statistics(data: bytes) -> str:
    from charset_normalizer import from_bytes

    match = from_bytes(data[:_SAMPLE]).best()
    if match is None:
        raise UndecodableNotice
    return data.decode(match.encoding, errors="replace")


def _once(text: str) -> str:
    """Text that was encoded twice ("Ã©" for "é") as it was meant."""
    if len(_DOUBLY_ENCODED.findall(text)) < 2:
        return text
    try:
        return text.encode("windows-1252").decode("utf-8")
    except UnicodeError:
        return text
