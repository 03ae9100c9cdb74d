"""Acronyms that a text spells out: "la Juridiction nationale de lutte contre la criminalité organisée
(JUNALCO)"."""

from __future__ import annotations

import re
import unicodedata

_BRACKETED = re.compile(r"\s*\(\s*([A-ZÀ-Ý][A-Za-zÀ-ÿ]*[A-ZÀ-Ý][A-Za-z0-9]*)\s*\)")
_LITTLE = frozenset("de du des la le les l' d' et à au aux en pour contre sur par".split())
_LONGEST = 12


def spelled_out(text: str) -> dict[str, str]:
    """The acronyms of a text and what they stand for, as it says itself."""
    return {acronym: long for acronym, long, _, _ in _found(text)}


def shortened(text: str) -> str:
    """The text with the acronym alone where it stood behind its long form: "la JUNALCO"."""
    for acronym, _, start, end in reversed(_found(text)):
        text = text[:start] + acronym + text[end:]
    return text


def _found(text: str) -> list[tuple[str, str, int, int]]:
    found = []
    for match in _BRACKETED.finditer(text):
        start = _beginning(text[: match.start()], match[1])
        if start is not None:
            found.append((match[1], text[start : match.start()].strip(), start, match.end()))
    return found


def _beginning(before: str, acronym: str) -> int | None:
    """Where the long form begins: the words whose initials are the acronym, else the shortest run that
    may be meant."""
    words = list(re.finditer(r"[\wÀ-ÿ-]+['’]?", before))[-_LONGEST:]
    letters = [c for c in _plain(acronym) if c.isalpha()]
    likely: int | None = None
    for first in range(len(words) - 1, -1, -1):
        run = [w.group().lower().replace("’", "'") for w in words[first:]]
        if run[0] in _LITTLE or len(run) < 2 or _plain(run[0])[0] != letters[0].lower():
            continue
        if "".join(_plain(w)[0] for w in run if w not in _LITTLE) == "".join(letters).lower():
            return words[first].start()
        if likely is None and _covers(run, letters):
            likely = words[first].start()
    return likely


def _covers(run: list[str], letters: list[str]) -> bool:
    """True where most letters of the acronym begin, in order, words of the run."""
    wanted = [c.lower() for c in letters]
    hits, position = 0, 0
    for word in (w for w in run if w not in _LITTLE):
        if position < len(wanted) and _plain(word)[0] in wanted[position:]:
            position += wanted[position:].index(_plain(word)[0]) + 1
            hits += 1
    content = [w for w in run if w not in _LITTLE]
    return hits >= max(2, len(content) - 1) and len(content) >= 2


def _plain(text: str) -> str:
    return unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode() or "?"
