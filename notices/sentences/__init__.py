"""Where a French or English sentence ends: `art. L. 123-4`, `M. Dupont`, `n° 12`, `coco.gg`.

A run of `.`, `?`, `!` or `…` is a candidate; `split` asks of each whether a sentence can end there. The
questions are asked of the language, in small functions; the words that they need stand in
`abbreviations.tsv`. In doubt nothing is split: a sentence that is too long is still true, half a
sentence may not be.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from notices.document import Span
from notices.sentences.habits import Habits, habits

_MARK = re.compile(r"[.?!…]+(?:[\s\u00a0\u202f]?[.?!…]+)*")
_CLOSERS = re.compile(r"(?:[ \u00a0\u202f]?[»”]|[\"’)\]]|[*_]{1,3}(?=\s|$))*")
"""Signs that belong to the sentence that has ended; stars and low lines are marks of emphasis."""
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_ENCLOSED = re.compile(r"\([^()]{1,400}\)|\[[^\[\]]{1,400}\]")
_QUOTED = re.compile(r"«[^«»]+»|“[^“”]+”|\"[^\"]{1,600}\"")
_TOKEN = re.compile(r"[\w°.’'-]*$")
_WORD = re.compile(r"[\wÀ-ÿ]+")
_ALNUM = re.compile(r"[^\W_]")
_ENUMERATOR = re.compile(r"[\W_]*(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-Za-z])$")
_HEADING_NUMBER = re.compile(
    r"[\W_]*(?:A(?:rticle|RTICLE|rt\.|RT\.|nnexe|NNEXE)|C(?:hapitre|HAPITRE|hapter)|T(?:itre|ITRE|itle)"
    r"|S(?:ection|ECTION)|P(?:artie|ARTIE|art)|§)\s*(?:n°\s*)?"
    r"(?:[\dIVXLC]+(?:[-.][\dA-Z]+)*|1er|1ER|premier|unique)$"
)
_GLUED_HEADING = re.compile(
    r"(?<!['’])\b(?:A(?:rticle|RTICLE)|C(?:hapitre|HAPITRE)|T(?:itre|ITRE)|S(?:ection|ECTION))\s+"
    r"(?:[\dIVXLC]+(?:[-.][\dA-Z]+)*)$"
)
_ACRONYM = re.compile(r"(?:[A-ZÀ-Ý]\.-?)+[A-ZÀ-Ý]$")
_IMPERATIVE = re.compile(r"(?:[a-zà-ÿ]+ez|faites|dites)\b")
_LIST_LETTER = re.compile(r"(?:[a-z]|\d{1,2})(?:\)|°)")
_ROMAN = re.compile(r"[IVXLC]+\b(?!['’])")
_GLUED = re.compile(r"[A-ZÀ-Ý](?:[a-zà-ÿ]|['’])")
_NEVER_BEFORE = frozenset(",;:)]}»”/=%&+<")
_BULLETS = frozenset("-–—•▪◦●■*→►=")
_HEAD = 32
"""Longer than any number or abbreviation that stands at the head of a sentence."""
_LONG_QUOTE = 300
"""A quotation longer than this is speech, wherever it stands."""


def split(text: str, lang: str = "fr") -> tuple[Span, ...]:
    """The sentences of a text as spans: trimmed, in order, covering all that is not white space.

    `text` is a paragraph, an item or a heading; a blank line always ends a sentence.
    """
    spans: list[Span] = []
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        spans += _split_paragraph(text, start, blank.start(), lang)
        start = blank.end()
    spans += _split_paragraph(text, start, len(text), lang)
    return tuple(spans)


def _split_paragraph(text: str, start: int, end: int, lang: str) -> list[Span]:
    paragraph = _Paragraph.of(text[start:end], habits(lang))
    spans: list[Span] = []
    sentence = 0
    for stop in _stops(paragraph):
        _add(spans, text, start + sentence, start + stop)
        sentence = stop
    _add(spans, text, start + sentence, end)
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    """Add the trimmed span; marks without a letter or figure belong to the sentence before them."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    if spans and not _ALNUM.search(text, start, end):
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A text with its parentheses and quotations found once."""

    text: str
    habits: Habits
    enclosed: tuple[Span, ...]
    quoted: tuple[Span, ...]

    @classmethod
    def of(cls, text: str, known: Habits) -> _Paragraph:
        return cls(text, known, _spans(_ENCLOSED, text, "(["), _spans(_QUOTED, text, '«“"'))


def _spans(pattern: re.Pattern[str], text: str, signs: str) -> tuple[Span, ...]:
    if not any(sign in text for sign in signs):
        return ()
    return tuple(match.span() for match in pattern.finditer(text))


def _around(spans: tuple[Span, ...], position: int) -> Span | None:
    """The span that holds this position, if any."""
    found = bisect_right(spans, (position, 1 << 60)) - 1
    return spans[found] if found >= 0 and position < spans[found][1] else None


def _stops(paragraph: _Paragraph) -> Iterator[int]:
    """Where a sentence ends and another begins, after its closing marks."""
    text = paragraph.text
    sentence = 0
    for mark in _MARK.finditer(text):
        closed = _CLOSERS.match(text, mark.end())
        stop = closed.end() if closed else mark.end()
        if stop < len(text) and _ends(paragraph, sentence, mark, stop):
            yield stop
            sentence = stop


def _ends(paragraph: _Paragraph, sentence: int, mark: re.Match[str], stop: int) -> bool:
    """Whether the sentence that began at `sentence` ends at this mark."""
    text = paragraph.text
    if not text[stop].isspace():
        return stop == mark.end() and _glued(text, mark)
    following = text[stop:].lstrip() if len(text) - stop < 200 else text[stop : stop + 200].lstrip()
    return (
        _can_open(following, mark.group())
        and not _inside(paragraph, sentence, mark.start(), stop)
        and not _leader(mark.group(), following)
        and not (mark.group() == "." and _abbreviated(paragraph, sentence, mark.start(), following))
    )


def _glued(text: str, mark: re.Match[str]) -> bool:
    """A space was forgotten: `claire.Le maire`, `gratuit !Venez`; but not `node.js`, `Socket.IO`, `U.S.`."""
    if len(mark.group()) > 1 or not _GLUED.match(text, mark.end()):
        return False
    if mark.group() != ".":
        return True
    before = _last_token(text, mark.start())
    return len(before) > 2 and before[-3:].isalpha() and before[-3:].islower() and "." not in before


def _can_open(following: str, mark: str) -> bool:
    """Whether a sentence can begin with this text."""
    if not following or following[0] in _NEVER_BEFORE:
        return False
    first = _ALNUM.search(following, 0, 8)
    if first is None:
        return following[0] in _BULLETS
    letter = first.group()
    if letter.isupper() or letter.isdigit() or following[first.end() : first.end() + 1].isupper():
        return True
    if following[0] in "-•▪◦●■→►" or _LIST_LETTER.match(following):
        return True
    return mark[-1] in "?!" and first.start() == 0 and _IMPERATIVE.match(following) is not None


def _inside(paragraph: _Paragraph, sentence: int, position: int, stop: int) -> bool:
    """Within a parenthesis, or a title in quotation marks, that the sentence goes on after."""
    bracket = _around(paragraph.enclosed, position)
    if bracket and bracket[1] > stop - 1 and not _opens_sentence(paragraph.text, sentence, bracket[0]):
        return True
    quote = _around(paragraph.quoted, position)
    return quote is not None and quote[1] > stop and not _is_speech(paragraph, sentence, quote)


def _opens_sentence(text: str, sentence: int, position: int) -> bool:
    return position - sentence < _HEAD and not text[sentence:position].strip()


def _is_speech(paragraph: _Paragraph, sentence: int, quote: Span) -> bool:
    """Speech follows a colon, opens the sentence, or is long; a title does none of these."""
    if quote[1] - quote[0] > _LONG_QUOTE:
        return True
    before = paragraph.text[max(sentence, quote[0] - _HEAD) : quote[0]].rstrip()
    return not before or before.endswith(":")


def _leader(mark: str, following: str) -> bool:
    """The dots that lead to a page number in a table of contents."""
    return mark.count(".") > 3 and following[0].isdigit()


def _last_token(text: str, position: int) -> str:
    token = _TOKEN.search(text, max(0, position - 24), position)
    return token.group() if token else ""


def _abbreviated(paragraph: _Paragraph, sentence: int, dot: int, following: str) -> bool:
    """Whether the full stop belongs to an abbreviation or a number and the sentence goes on."""
    text, known = paragraph.text, paragraph.habits
    head = text[sentence:dot].lstrip() if dot - sentence < _HEAD else ""
    if _ENUMERATOR.match(head) or _HEADING_NUMBER.match(head):
        return True
    if _GLUED_HEADING.search(text, max(0, dot - _HEAD), dot):
        return True
    token = re.split(r"['’]", _last_token(text, dot))[-1]
    if not token:
        return False
    if _is_known(token, known.never):
        return True
    if _is_known(token, known.number) and _is_number(following):
        return True
    if _is_known(token, known.opener):
        return head == token or not _is_opener(following, known)
    if _ACRONYM.match(token):
        return head == token or _names(following, known)
    return len(token) == 1 and token.isupper() and _is_initial(text, dot, following, known)


def _is_number(following: str) -> bool:
    return following[0].isdigit() or following.startswith("n°") or _ROMAN.match(following) is not None


def _is_known(token: str, words: frozenset[str]) -> bool:
    """A single letter counts as it is written, since `M.` is not `m.`; longer words in any case."""
    return token in words if len(token) == 1 else token in words or token.lower() in words


def _is_initial(text: str, dot: int, following: str, known: Habits) -> bool:
    """`J. Martin` and `art. L. 123-4`, but not `le plan B. Il`."""
    if following[0].isdigit():
        return True
    before = _WORD.findall(text[max(0, dot - 30) : dot - 1])
    if before and before[-1].lower() in known.designator:
        return False
    return _names(following, known)


def _names(following: str, known: Habits) -> bool:
    """A name comes next (`Martin`, `Le Goff`), not a word that opens a sentence (`Le maire`, `L'Office`)."""
    words = following.split(maxsplit=2)
    article_of_name = len(words) > 1 and words[1][:1].isupper() and words[0].isalpha()
    return article_of_name or not _is_opener(following, known)


def _is_opener(following: str, known: Habits) -> bool:
    word = _WORD.search(following)
    return word is not None and word.group().lower() in known.opens
