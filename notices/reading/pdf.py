"""PDF with text: lines become paragraphs again, what each page repeats is left out.

pypdfium2 reads the arrêté of 58 pages in two seconds, where pdfplumber takes half a minute; and it tells
size and weight of each letter.
"""

from __future__ import annotations

import re

from notices.errors import ScannedNotice
from notices.reading.building import finished
from notices.reading.content import Content
from notices.reading.limits import Limits
from notices.reading.pdf_layout import blocks_of
from notices.reading.pdf_pages import Page, open_paper

MEDIA_TYPE = "application/pdf"
_FEW_WORDS = 15
_PICTURE = 0.25  # of the page
_OUTLINES = 400
_JUNK_TITLE = re.compile(
    r"microsoft|untitled|sans titre|^default$|^modèle|^présentation powerpoint|^print|^document\d*$|^titre$|"
    r"\.(?:docx?|odt|pdf|indd|pub|pptx?|xlsx?|qxp|rtf|dotx?)\b|^[\W\d_]*$",
    re.I,
)
_TOKEN = re.compile(r"\S+")
_COMMON = frozenset(
    "le la les de des du un une et à au aux en est sont par pour dans sur que qui ne pas ce cette il "
    "elle se son sa ses ou d l n s the of and to in is for der die das und von zu el los del las y di "
    "che e il per van het een".split()
)
_FEWEST_TO_JUDGE = 30
_STRANGE = 0.4
_COMMON_SHARE = 0.06


def read(data: bytes, limits: Limits) -> Content:
    """The content of a PDF.

    Raises ScannedNotice where half of its pages or more are pictures, or its text layer is noise (then
    with `noise`); LockedNotice; DamagedNotice. Other pages with pictures of text are in `unread_pages`.
    """
    paper = open_paper(data)
    scanned = {page.number for page in paper.pages if is_picture(page)}
    blank = sum(not page.words and page.number not in scanned for page in paper.pages)
    if scanned and 2 * len(scanned) >= len(paper.pages) - blank:
        raise ScannedNotice
    unread = tuple(page.number for page in paper.pages if page.number in scanned or page.pictures_of_text)
    if is_noise(" ".join(word.text for page in paper.pages for word in page.words)):
        raise ScannedNotice(noise=True)
    title = "" if _JUNK_TITLE.search(paper.title) else " ".join(paper.title.split())
    blocks = finished(blocks_of(paper.pages))
    return Content(MEDIA_TYPE, blocks, title, pages=len(paper.pages), unread_pages=unread)


def is_picture(page: Page) -> bool:
    """True for a page with next to no text under a large picture, or with text drawn as outlines."""
    if len(page.words) + len(page.sideways) >= _FEW_WORDS:
        return False
    return page.picture_share >= _PICTURE or page.drawings >= _OUTLINES


def is_noise(text: str) -> bool:
    """True for a text layer that is no language: letters and signs mixed, no common small words."""
    tokens = _TOKEN.findall(text)
    if len(tokens) < _FEWEST_TO_JUDGE:
        return False
    common = sum(part in _COMMON for token in tokens for part in re.split(r"['’]", token.lower()))
    return common < _COMMON_SHARE * len(tokens) and sum(map(_is_strange, tokens)) > _STRANGE * len(tokens)


def _is_strange(token: str) -> bool:
    """True for what is neither a word nor a number nor a reference such as L.511-1."""
    core = token.strip(".,;:!?()[]«»“”\"'’…•-–—/")
    letters = [c for c in core if c.isalpha()]
    if not core or core.isdigit() or not letters:
        return bool(core) and not any(map(str.isdigit, core))
    if any(0xE000 <= ord(c) <= 0xF8FF or c == "\ufffd" for c in core):
        return True
    inner = sum(not (c.isalpha() or c in "'’-.") for c in core)
    has_vowel = any(c in "aeiouyàâäéèêëîïôöùûüœæ" for c in core.lower())
    mixed_case = bool(re.search(r"[a-zà-ÿ][A-ZÀ-Ý]", core))
    return inner > 0.25 * len(core) or (len(letters) > 3 and not has_vowel) or mixed_case
