"""Text with bold parts, white space put in order."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from notices.document import Span

_DROPPED = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\xad"  # soft hyphen
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # invisible and bidirectional controls (CVE-2021-42574)
    "\ud800-\udfff\ufff9-\ufffb\ufffe\uffff"  # surrogates, interlinear marks, no characters
    "]"
)
_LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"})
_SYMBOL_FONT = re.compile("[\ue000-\uf8ff]")
_BULLETS = "\uf0b7\uf0a7\uf0d8\uf076\uf0a8\uf06e\uf071\uf0d2\uf02d\uf0f0\uf0be\uf06c\uf09f"
_SYMBOLS = dict.fromkeys(_BULLETS, "•") | {  # of the fonts Symbol and Wingdings
    "\uf0e0": "→", "\uf0e8": "→", "\uf0fc": "✓", "\uf0fe": "☑", "\uf06f": "☐", "\uf0b0": "°", "\uf0b1": "±",
    "\uf0b3": "≥", "\uf0a3": "≤", "\uf0b4": "×", "\uf0b5": "µ", "\uf028": "☎", "\uf02a": "✉",
}  # fmt: skip
_LONE_SYMBOL = re.compile(
    f"^(?![{''.join(_SYMBOLS)}])[\ue000-\uf8ff](?=\\s|$)"
)  # a bullet of an unknown font
_SPACES = re.compile(
    "[ \t\r\f\v\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000\xa0\u202f\u2007]+"
)
_STRAY_SPACE = re.compile(  # "l'environnement , et", "l' arrêté": left by elements that begin on a new line
    r"(?<=\S) (?=[,)\]](?!\d)|\.(?: |$))"
    r"|(?<=\b[LlDdJjNnSsMmTtCc]['’]) (?=[^\W\d_])|(?<=\b[Qq]u['’]) (?=[^\W\d_])"
)
_RING = re.compile("(?<=[nN])\u030a")  # how some fonts write n°
_NO_BREAK = frozenset("\xa0\u202f\u2007")
BLANKS = " \t\r\n\f\v\xa0\u202f\u2007"


class Run(NamedTuple):
    """A stretch of text in one weight. A line feed in it is a line break that the writer made."""

    text: str
    bold: bool = False


class Line(NamedTuple):
    """A line of text with the spans of it that are bold."""

    text: str
    emphasis: tuple[Span, ...] = ()

    @property
    def all_bold(self) -> bool:
        """True where nothing but signs stands outside the bold spans."""
        outside, place = "", 0
        for start, end in self.emphasis:
            outside += self.text[place:start]
            place = end
        return bool(self.emphasis) and not any(map(str.isalnum, outside + self.text[place:]))


def clean(text: str) -> str:
    """The text composed (NFC), without invisible characters, ligatures and symbol fonts as plain signs."""
    if text.isascii() and text.isprintable():
        return text
    text = _RING.sub("°", _DROPPED.sub("", text)).translate(_LIGATURES)
    text = _SYMBOL_FONT.sub(lambda m: _SYMBOLS.get(m[0], ""), _LONE_SYMBOL.sub("•", text))
    return unicodedata.normalize("NFC", text)


def one_space(text: str) -> str:
    """Each run of blanks as one space; a lone no-break space stays what it is."""
    return _SPACES.sub(lambda m: m[0] if len(m[0]) == 1 and m[0] in _NO_BREAK else " ", text)


def lines(runs: Iterable[Run]) -> list[Line]:
    """The lines of the runs, cleaned, without empty ones."""
    found: list[Line] = []
    current: list[Run] = []
    for run in runs:
        first, *rest = clean(run.text).split("\n")
        current.append(Run(first, run.bold))
        for piece in rest:
            found.append(_line(current))
            current = [Run(piece, run.bold)]
    found.append(_line(current))
    return [line for line in found if line.text]


def line(runs: Iterable[Run]) -> Line:
    """All runs on one line."""
    return join(lines(runs))


def join(parts: Sequence[Line]) -> Line:
    """The lines on one line, a space between them."""
    if len(parts) == 1:
        return parts[0]
    text, spans = "", list[Span]()
    for part in parts:
        text += " " if text else ""
        spans += [(start + len(text), end + len(text)) for start, end in part.emphasis]
        text += part.text
    return Line(text, _merged(spans, text))


def _line(runs: Sequence[Run]) -> Line:
    text, spans = "", list[Span]()
    for run in runs:
        piece = one_space(run.text)
        if not text or text[-1] == " ":
            piece = piece.lstrip(BLANKS if not text else " ")
        elif piece[:1] == " " and text[-1] in _NO_BREAK:
            piece = piece[1:]
        if run.bold and piece.strip(BLANKS):
            start = len(text) + len(piece) - len(piece.lstrip(BLANKS))
            spans.append((start, len(text) + len(piece.rstrip(BLANKS))))
        text += piece
    return _without_stray_spaces(text.rstrip(BLANKS), _merged(spans, text))


def _without_stray_spaces(text: str, spans: tuple[Span, ...]) -> Line:
    stray = [match.start() for match in _STRAY_SPACE.finditer(text)]
    if not stray:
        return Line(text, spans)
    moved = tuple((start - bisect_left(stray, start), end - bisect_left(stray, end)) for start, end in spans)
    return Line(_STRAY_SPACE.sub("", text), moved)


def _merged(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Spans with nothing but blanks between them are one."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and not text[merged[-1][1] : start].strip(BLANKS):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)
