"""The door to PDFium: words, ruled lines and pictures of each page, upright, in points, y upwards."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, NamedTuple

from notices.errors import DamagedNotice, LockedNotice
from notices.phrases import Phrase
from notices.reading.inline import raised
from notices.reading.text import clean

_LINE_END_HYPHENS = "\x02\ufffe\u00ad"
_RAISABLE = frozenset("0123456789o")
_BOLD_WEIGHT = 600
_THIN = 3.0
_SHORTEST_RULE = 6.0
_MOST_SEGMENTS = 4000  # a map, not a table
_MOST_OBJECTS = 40_000
_FORM_DEPTH = 5
_LARGE_PICTURE = 0.08  # of the page
_FEW_WORDS = 5
_SCALE = 0.5
_WHITE = 225
_PAPER = (0.65, 0.985)  # sixty scanned pages had 0.70 to 0.98 of white, maps and photographs under 0.60


class Word(NamedTuple):
    """A word and where it stands: `base` is its baseline, `size` its font size."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool


class Rule(NamedTuple):
    """A drawn line: at `at` (x of an upright one, y of a level one) from `start` to `end`."""

    upright: bool
    at: float
    start: float
    end: float


class Box(NamedTuple):
    """A rectangle, y upwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def area(self) -> float:
        """In square points."""
        return max(self.x1 - self.x0, 0) * max(self.y1 - self.y0, 0)


@dataclass(frozen=True, slots=True)
class Page:
    """What lies on one page."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    sideways: tuple[Word, ...] = ()
    """Words that run in another direction than the others, in the order of the file."""
    rules: tuple[Rule, ...] = ()
    pictures: tuple[Box, ...] = ()
    pictures_of_text: bool = False
    """True where a picture beside the words looks like printed paper: dark signs on white."""
    drawings: int = 0
    """How many paths are drawn: text that was turned into outlines is thousands."""

    @property
    def picture_share(self) -> float:
        """How much of the page its largest pictures cover, 0 to 1."""
        return min(sum(p.area for p in self.pictures) / max(self.width * self.height, 1), 1)


@dataclass(frozen=True, slots=True)
class Paper:
    """All pages, and what the file says of itself."""

    pages: tuple[Page, ...]
    title: str


def open_paper(data: bytes) -> Paper:
    """The pages of a PDF. Raises LockedNotice where it asks for a password, DamagedNotice if broken."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise LockedNotice from error
        raise DamagedNotice(detail=Phrase.of("reading.broken_pages")) from error
    try:
        pages = tuple(_page(document[i], i + 1, pdfium) for i in range(len(document)))
        title = (document.get_metadata_dict().get("Title") or "").strip()
    except pypdfium2.PdfiumError as error:
        raise DamagedNotice(detail=Phrase.of("reading.broken_pages")) from error
    return Paper(pages, title)


def _page(page: Any, number: int, pdfium: Any) -> Page:
    width, height = page.get_size()
    turn = page.get_rotation()
    if turn in (90, 270):  # PDFium gives the size as seen, the text as stored
        width, height = height, width
    rules, pictures, drawings = _drawn(page, pdfium)
    words = tuple(_words(page.get_textpage(), pdfium))
    bare = [p for p in pictures if p.area >= _LARGE_PICTURE * width * height and not _has_words(p, words)]
    on_paper = bool(bare) and not turn and any(_looks_like_paper(page, picture) for picture in bare)
    made = Page(number, width, height, (), (), rules, pictures, on_paper, drawings)
    return _upright(made, words)


def _has_words(box: Box, words: Sequence[tuple[Word, int]]) -> bool:
    """True where the picture lies under words: a background, or paper that was recognised."""
    inside = sum(
        box.x0 <= w.x0 <= box.x1 and box.y0 <= w.base <= box.y1 for w, quarter in words if not quarter
    )
    return inside >= _FEW_WORDS


def _looks_like_paper(page: Any, box: Box) -> bool:
    """White for the most part and not altogether: a picture of a text, not a photograph or a map."""
    height = page.get_height()
    bitmap = page.render(scale=_SCALE, grayscale=True)
    left, right = (max(int(x * _SCALE), 0) for x in (box.x0, box.x1))
    top, bottom = (max(int((height - y) * _SCALE), 0) for y in (box.y1, box.y0))
    rows = range(top, min(bottom, bitmap.height))
    data = bytes(bitmap.buffer)
    pixels = b"".join(data[row * bitmap.stride :][left : min(right, bitmap.width)] for row in rows)
    white = sum(pixel >= _WHITE for pixel in pixels)
    return _PAPER[0] * len(pixels) <= white <= _PAPER[1] * len(pixels)


def _upright(page: Page, turned: tuple[tuple[Word, int], ...]) -> Page:
    """The page turned so that most of its words run from left to right."""
    weights = [sum(len(w.text) for w, quarter in turned if quarter == q) for q in range(4)]
    quarter = weights.index(max(weights))
    words = tuple(w for w, q in turned if q == quarter)
    sideways = tuple(w for w, q in turned if q != quarter)
    page = replace(page, words=words, sideways=sideways)
    if not quarter:
        return page
    swapped = quarter % 2 == 1
    return replace(
        page,
        width=page.height if swapped else page.width,
        height=page.width if swapped else page.height,
        rules=tuple(_turned_rule(rule, quarter) for rule in page.rules),
    )


def _turned_rule(rule: Rule, quarter: int) -> Rule:
    start, end = (
        ((rule.at, rule.start), (rule.at, rule.end))
        if rule.upright
        else ((rule.start, rule.at), (rule.end, rule.at))
    )
    (xa, ya), (xb, yb) = _turned(*start, quarter), _turned(*end, quarter)
    if abs(xa - xb) < abs(ya - yb):
        return Rule(True, xa, min(ya, yb), max(ya, yb))
    return Rule(False, ya, min(xa, xb), max(xa, xb))


def _turned(x: float, y: float, quarter: int) -> tuple[float, float]:
    """The point as it lies when text that runs at `quarter` right angles is made level."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarter]


def _words(textpage: Any, pdfium: Any) -> Iterator[tuple[Word, int]]:
    """Words with the number of right angles at which they run."""
    handle = textpage.raw
    letters: list[tuple[int, str]] = []
    for index in range(textpage.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(handle, index))
        if character in _LINE_END_HYPHENS:
            character = "-"
        if character.isspace() or character == "\0":
            yield from _word(letters, handle, pdfium)
            letters = []
        else:
            letters.append((index, character))
    yield from _word(letters, handle, pdfium)


def _word(letters: list[tuple[int, str]], handle: Any, pdfium: Any) -> Iterator[tuple[Word, int]]:
    """The word of these letters; several where they do not stand side by side."""
    if not letters:
        return
    first = letters[0][0]
    size, quarter = _size_and_direction(first, handle, pdfium)
    bold = _is_bold(first, handle, pdfium)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(handle, first, x, y)
    base = _turned(x.value, y.value, quarter)[1]
    text, left, right = "", math.inf, -math.inf
    for place, (index, character) in enumerate(letters):
        box = _turned_box(_box(index, handle, pdfium), quarter)
        if text and _elsewhere(box, right, base, size):
            yield from _word(letters[place:], handle, pdfium)
            break
        low, high = box.y0 - base, box.y1 - box.y0
        is_raised = character in _RAISABLE and text and low > 0.2 * size and high < 0.6 * size
        text += raised(text, character) if is_raised else character
        left, right = min(left, box.x0), max(right, box.x1)
    if text := clean(text):
        yield Word(text, left, right, base, size, bold), quarter


def _elsewhere(box: Box, right: float, base: float, size: float) -> bool:
    """True for a letter after a gap without a blank, or on another line: PDFium glues divided words."""
    if box.area == 0:
        return False
    return abs(box.x0 - right) > 1.2 * size or box.y1 < base - 0.4 * size or box.y0 > base + 1.1 * size


def _size_and_direction(index: int, handle: Any, pdfium: Any) -> tuple[float, int]:
    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(handle, index)
    if pdfium.FPDFText_GetMatrix(handle, index, matrix):
        size *= math.hypot(matrix.c, matrix.d) or 1.0
        angle = math.atan2(matrix.b, matrix.a)
        return size or 1.0, round(angle / (math.pi / 2)) % 4
    return size or 1.0, 0


def _is_bold(index: int, handle: Any, pdfium: Any) -> bool:
    """By the font's name, else by its weight, which is often guessed: a regular Calibri's is over 3000."""
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(handle, index, buffer, 128, flags)
    name = buffer.value.lower()
    if name:
        return any(word in name for word in (b"bold", b"black", b"heavy", b"demi"))
    return bool(pdfium.FPDFText_GetFontWeight(handle, index) >= _BOLD_WEIGHT)


def _box(index: int, handle: Any, pdfium: Any) -> Box:
    left, right, bottom, top = ctypes.c_double(), ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
    return Box(left.value, bottom.value, right.value, top.value)


def _turned_box(box: Box, quarter: int) -> Box:
    if not quarter:
        return box
    (xa, ya), (xb, yb) = _turned(box.x0, box.y0, quarter), _turned(box.x1, box.y1, quarter)
    return Box(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))


def _drawn(page: Any, pdfium: Any) -> tuple[tuple[Rule, ...], tuple[Box, ...], int]:
    rules: list[Rule] = []
    pictures: list[Box] = []
    drawings = 0
    kinds = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING)
    for count, thing in enumerate(page.get_objects(max_depth=_FORM_DEPTH)):
        if count > _MOST_OBJECTS:
            break
        if thing.type == kinds[0]:
            drawings += 1
            rules += _rules(thing, pdfium)
        elif thing.type == kinds[1]:
            pictures.append(_bounds(thing))
    return tuple(rules), tuple(pictures), drawings


def _bounds(thing: Any) -> Box:
    x0, y0, x1, y1 = thing.get_bounds()
    return Box(x0, y0, x1, y1)


def _rules(path: Any, pdfium: Any) -> Iterator[Rule]:
    """Level and upright lines of a path; a thin rectangle is a line, and so is each side of a drawn one."""
    box = _bounds(path)
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if height <= _THIN and width >= _SHORTEST_RULE:
        yield Rule(False, (box.y0 + box.y1) / 2, box.x0, box.x1)
    elif width <= _THIN and height >= _SHORTEST_RULE:
        yield Rule(True, (box.x0 + box.x1) / 2, box.y0, box.y1)
    elif width > _THIN and height > _THIN and _is_stroked(path, pdfium):
        yield from _sides(path, pdfium)


def _is_stroked(path: Any, pdfium: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path.raw, fill, stroke)) and bool(stroke.value)


def _sides(path: Any, pdfium: Any) -> Iterator[Rule]:
    count = pdfium.FPDFPath_CountSegments(path.raw)
    if not 2 <= count <= _MOST_SEGMENTS:
        return
    matrix = path.get_matrix()
    points = [_point(path, i, matrix, pdfium) for i in range(count)]
    beginning = points[0][:2]
    for (xa, ya, _, closes), (xb, yb, kind, _) in pairwise(points):
        if kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _side(xa, ya, xb, yb)
        elif kind == pdfium.FPDF_SEGMENT_MOVETO:
            if closes:
                yield from _side(xa, ya, *beginning)
            beginning = (xb, yb)
    xa, ya, _, closes = points[-1]
    if closes:
        yield from _side(xa, ya, *beginning)


def _point(path: Any, index: int, matrix: Any, pdfium: Any) -> tuple[float, float, int, bool]:
    segment = pdfium.FPDFPath_GetPathSegment(path.raw, index)
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    px, py = matrix.on_point(x.value, y.value)
    return px, py, pdfium.FPDFPathSegment_GetType(segment), bool(pdfium.FPDFPathSegment_GetClose(segment))


def _side(xa: float, ya: float, xb: float, yb: float) -> Iterator[Rule]:
    if abs(ya - yb) <= _THIN / 2 and abs(xa - xb) >= _SHORTEST_RULE:
        yield Rule(False, (ya + yb) / 2, min(xa, xb), max(xa, xb))
    elif abs(xa - xb) <= _THIN / 2 and abs(ya - yb) >= _SHORTEST_RULE:
        yield Rule(True, (xa + xb) / 2, min(ya, yb), max(ya, yb))
