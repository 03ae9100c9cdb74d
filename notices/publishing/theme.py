"""A body's own look for the page and the books: a folder with style sheets and templates of its own.

`page.css` and `book.css` come after ours, so that what they say counts. A template (`TEMPLATES`) takes the
place of ours of the same name, and is given the same values; take a copy of ours, in the folder `templates`
beside this file, to begin with. Other files of the folder, a licence or a note, do not matter.

A theme changes looks and nothing else. It cannot switch escaping off, fetch anything, loosen the page's
security policy or leave a sentence out: each of these ends in `ThemeUnusable`, and no bundle is made.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notices.errors import ThemeUnusable
from notices.phrases import Phrase
from notices.publishing.templating import environment, fill, verbatim
from notices.system_faults import reason

if TYPE_CHECKING:
    from jinja2 import Environment

STYLES = ("page.css", "book.css")
TEMPLATES = ("page.html", "findings.html", "readability.html", "units.html", "content.xhtml", "nav.xhtml")
"""What a theme may bring. What players and checkers read (package, overlays) stays ours."""

_LARGEST = 500_000
"""Bytes of a file of a theme."""

_UNESCAPED = ("safe", "tojson")
"""Filters whose result is not escaped."""

_FETCHES = re.compile(r"url\s*\(|@import", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Theme:
    """Files of a body by name; without any, everything looks as ours do."""

    folder: Path = Path()
    files: tuple[tuple[str, str], ...] = ()

    @property
    def sha256(self) -> str:
        """Of all its files, by which a bundle tells how it was made; empty where there are none."""
        if not self.files:
            return ""
        whole = hashlib.sha256()
        for name, text in self.files:
            whole.update(f"{name} {len(text)}\n{text}".encode())
        return whole.hexdigest()

    def style(self, name: str) -> str:
        """Our style sheet of this name, with the body's after it."""
        own = dict(self.files).get(name, "")
        return f"{verbatim(name)}\n{own}" if own else verbatim(name)

    def fill(self, template: str, keep: Iterable[str] = (), **values: Any) -> str:
        """The template filled with `values`, each escaped. `keep` are ids that must stand in the result.

        Raises `ThemeUnusable` where a template of the theme fails, or leaves one of them out.
        """
        if not self.files:
            return fill(template, **values)
        from jinja2 import TemplateError

        try:
            text = _themed(self).get_template(template).render(**values).rstrip("\n") + "\n"
        except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise self._unusable(template, "theme.fails", detail=str(error)) from error
        self._refuse_changes(template, text, keep)
        return text

    def _refuse_changes(self, template: str, text: str, keep: Iterable[str]) -> None:
        if template.endswith(".xhtml"):
            from lxml import etree

            try:
                etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
            except etree.XMLSyntaxError as error:
                raise self._unusable(template, "theme.not_xml", detail=str(error)) from error
        lost = [name for name in keep if text.count(f' id="{name}"') != 1]
        if lost:
            raise self._unusable(template, "theme.lost", sentences=", ".join(lost[:5]))

    def _unusable(self, file: str, why: str, **values: object) -> ThemeUnusable:
        return ThemeUnusable(folder=self.folder, file=file, detail=Phrase.of(why, **values))


OURS = Theme()
"""The neutral look."""


def read_theme(folder: Path) -> Theme:
    """The theme in this folder. Raises `ThemeUnusable`, with the file and the reason."""
    if not folder.is_dir():
        raise ThemeUnusable(folder=folder, file=".", detail=Phrase.of("theme.no_folder"))
    known = STYLES + TEMPLATES
    for file in sorted(folder.iterdir()):
        if file.suffix in (".css", ".html", ".xhtml") and file.name not in known:
            detail = Phrase.of("theme.unknown", known=", ".join(known))
            raise ThemeUnusable(folder=folder, file=file.name, detail=detail)
    theme = Theme(folder, tuple((name, _text(folder, name)) for name in known if (folder / name).exists()))
    if not theme.files:
        raise ThemeUnusable(folder=folder, file=".", detail=Phrase.of("theme.empty", known=", ".join(known)))
    for name, text in theme.files:
        fault = next(_faults(theme, name, text), None)
        if fault:
            raise ThemeUnusable(folder=folder, file=name, detail=fault)
    return theme


def _text(folder: Path, name: str) -> str:
    try:
        if (folder / name).stat().st_size > _LARGEST:
            detail = Phrase.of("theme.large", kilobytes=_LARGEST // 1000)
            raise ThemeUnusable(folder=folder, file=name, detail=detail)
        return (folder / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ThemeUnusable(folder=folder, file=name, detail=reason(error)) from error


def _faults(theme: Theme, name: str, text: str) -> Iterator[Phrase]:
    if name in STYLES:
        if _FETCHES.search(text):
            yield Phrase.of("theme.fetches")
        if "</" in text:
            yield Phrase.of("theme.no_style")
        return
    if name == "page.html" and "page.policy" not in text:
        yield Phrase.of("theme.no_policy")
    yield from _template_faults(_themed(theme), text)


def _template_faults(jinja: Environment, text: str) -> Iterator[Phrase]:
    """What is wrong with a template before it is ever filled."""
    from jinja2 import TemplateSyntaxError, nodes

    try:
        tree = jinja.parse(text)
    except TemplateSyntaxError as error:
        yield Phrase.of("theme.syntax", line=error.lineno, detail=error.message or "")
        return
    unescaped = any(True for _ in tree.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)))
    if unescaped or any(node.name in _UNESCAPED for node in tree.find_all(nodes.Filter)):
        yield Phrase.of("theme.unescaped")


@cache
def _themed(theme: Theme) -> Environment:
    """The theme's templates before ours, in a sandbox: no way to markup that was not escaped."""
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    own: Mapping[str, str] = dict(theme.files)

    def text_of(name: str) -> str | None:
        """Nothing but templates: a name with `..` in it leads nowhere."""
        return own.get(name) or (verbatim(name) if name in TEMPLATES else None)

    jinja = environment(ImmutableSandboxedEnvironment, text_of)
    for name in _UNESCAPED:
        jinja.filters.pop(name)
    return jinja
