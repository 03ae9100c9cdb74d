"""The page that lists, searches and plays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import get_args
from urllib.parse import quote, urlencode

from markupsafe import Markup

from notices.document import Lang
from notices.edition import EDITIONS
from notices.labels import written_date
from notices.phrases import say
from notices.publishing.fragments import printable
from notices.publishing.moment import is_date
from notices.publishing.templating import digest, fill, verbatim
from notices.publishing.webpage import spoken_length
from notices.serving.searching import LONGEST, Hit
from notices.serving.shelf import Passage, Shelved, Version

ON_A_PAGE = 25
_LONGEST_PASSAGE = 300
_HANDED_OUT = (".epub", ".docx", ".pdf", ".md", ".brf")
"""What is offered besides the page and the sound, in this order."""
LANGS: tuple[Lang, ...] = get_args(Lang)


@dataclass(frozen=True, slots=True)
class Sound:
    """A recording that can be played."""

    name: str
    lang: str
    href: str
    length: str


@dataclass(frozen=True, slots=True)
class Link:
    """A file that can be fetched."""

    href: str
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that holds what was asked for."""

    href: str
    lang: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A bundle in the list."""

    number: int
    title: str
    href: str
    date: str
    written_date: str
    sounds: tuple[Sound, ...]
    links: tuple[Link, ...]
    found: tuple[Found, ...]


def listing(hits: Sequence[Hit], question: str, page: int, lang: Lang) -> str:
    """The page with these bundles, `ON_A_PAGE` at a time; `page` counts from 1."""
    last = max(1, -(-len(hits) // ON_A_PAGE))
    page = min(max(page, 1), last)
    shown = hits[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    question = printable(question)
    return fill(
        "shelf.html",
        lang=lang,
        others=[other for other in LANGS if other != lang],
        style=_style(),
        question=question,
        longest=LONGEST,
        count=len(hits),
        page=page,
        last=last,
        entries=[_entry(number, hit, lang) for number, hit in enumerate(shown, 1)],
        address=lambda **changed: _address({"q": question, "lang": lang, "page": page} | changed),
    )


def missing(lang: Lang) -> str:
    """The page that says that there is nothing at this address."""
    return fill("shelf-missing.html", lang=lang, style=_style())


def policy() -> str:
    """The security policy of both pages: their own style, and sound and answers from here."""
    return (
        f"default-src 'none'; style-src '{digest(_style())}'; media-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def _style() -> Markup:
    return Markup(verbatim("page.css") + verbatim("shelf.css"))  # noqa: S704 - our own files


def _address(values: dict[str, object]) -> str:
    kept = {name: value for name, value in values.items() if value not in ("", 1)}
    return "/?" + urlencode(kept)


def _entry(number: int, hit: Hit, lang: Lang) -> Entry:
    bundle = hit.bundle
    date = bundle.date if is_date(bundle.date) else ""
    return Entry(
        number=number,
        title=printable(bundle.title) or printable(bundle.name),
        href=_href(bundle, "index.html"),
        date=date,
        written_date=written_date(date, lang) or date,
        sounds=tuple(_sound(bundle, v, lang) for v in bundle.versions if v.audio in bundle.files),
        links=tuple(_links(bundle, lang)),
        found=tuple(_found(bundle, passage) for passage in hit.passages),
    )


def _href(bundle: Shelved, path: str) -> str:
    return f"/b/{quote(bundle.name, safe='')}/{quote(path)}"


def _sound(bundle: Shelved, version: Version, lang: Lang) -> Sound:
    return Sound(
        name=_edition(version.id, lang),
        lang=version.lang,
        href=_href(bundle, version.audio),
        length=spoken_length(version.duration_s, lang),
    )


def _edition(edition_id: str, lang: Lang) -> str:
    return say(f"edition.{edition_id}", lang) if edition_id in EDITIONS else printable(edition_id)


def _links(bundle: Shelved, lang: Lang) -> Iterator[Link]:
    """The documents of the bundle's own folder: a talking book in a folder is copied, not clicked."""
    files = sorted(path for path in bundle.files if "/" not in path)
    for suffix in _HANDED_OUT:
        for path in (PurePosixPath(path) for path in files if path.endswith(suffix)):
            yield Link(_href(bundle, path.name), say("serve.download", lang, file=printable(path.name)))


def _found(bundle: Shelved, passage: Passage) -> Found:
    text = printable(passage.text)
    shortened = text if len(text) <= _LONGEST_PASSAGE else text[:_LONGEST_PASSAGE].rstrip() + "…"
    return Found(_href(bundle, "index.html") + "#" + quote(passage.id), passage.lang, shortened)
