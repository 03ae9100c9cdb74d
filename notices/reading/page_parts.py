"""Tells the notice on a page from what stands around it: menus, banners, footers, forms, scripts.

Losing text is worse than keeping a menu: what could be content stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_NEVER_TEXT = (
    "script, style, noscript, template, iframe, object, embed, svg, math, canvas, audio, video, map, "
    "select, option, datalist, button, input, textarea, progress, meter, head, link, meta, "
    "[hidden], del, s, strike"
)
_ASIDE_FOR_EARS = "[aria-hidden=true]"
_MENUS = (
    "nav, menu, [role=navigation], [role=search], [role=dialog], [role=alertdialog], "
    "[role=menu], [role=menubar]"
)
_AROUND_A_PAGE = "header, footer, aside, [role=banner], [role=contentinfo], [role=complementary]"
"""Around a page these are furniture; inside an article they belong to it."""
_CONTENT = "main, article, [role=main]"
_NAMED = "div, ul, ol, section, p, span, form, table"
_NAME = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|fil-?d?-?ariane|navbar|nav|navigation|menus?|submenu|sidebar|skip-?links?|"
    r"skiplinks|evitement|share|sharing|partage|social|pagination|pager|toolbar|header|footer|newsletter)(?:$|[\s_-])",
    re.I,
)
_COOKIES = re.compile(r"cookie|consent|tarteaucitron|didomi|axeptio|onetrust|rgpd-banner", re.I)
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_HIDING_STYLES = "[style*=none], [style*=hidden]"
_MOSTLY_LINKS = 0.5
_FEW_WORDS = 25
_BANNER_WORDS = 60  # a page header with more words, or with a main heading, is part of the notice
_FORM_WORDS = 40  # some sites put the whole page into a form
_HALF = 0.5


def without_boilerplate(body: LexborNode) -> LexborNode:
    """The page's body without its furniture; the tree is changed in place."""
    _remove(form for form in body.css("form") if _words(form) < _FORM_WORDS)
    drop_never_text(body)
    whole = _words(body)
    content = _ids(body.css(_CONTENT))
    doomed = [
        node for node in _suspects(body, content) if _words(node) < _HALF * whole or _link_share(node) > 0.9
    ]
    outer = _outermost(doomed)
    lost = sum(map(_words, outer))
    _remove(outer if whole - lost >= _FEW_WORDS or lost < _FEW_WORDS else _certain(outer))
    return body


def drop_never_text(body: LexborNode) -> None:
    """Removes what no reader of the page sees as its text."""
    _remove(_outermost(body.css(_NEVER_TEXT)))
    _remove(
        _outermost(n for n in body.css(_HIDING_STYLES) if _HIDING.search(n.attributes.get("style") or ""))
    )
    _remove(_outermost(n for n in body.css(_ASIDE_FOR_EARS) if _words(n) < _FEW_WORDS))


def _suspects(body: LexborNode, content: set[int]) -> Iterator[LexborNode]:
    for node in body.css(_MENUS):
        if not _has_main_heading(node):
            yield node
    for node in body.css(_AROUND_A_PAGE):
        if not _has_ancestor(node, content) and _is_furniture(node, bool(content)):
            yield node
    for node in body.css(_NAMED):
        name = _name(node)
        if _COOKIES.search(name) or (_NAME.search(name) and _link_share(node) >= _MOSTLY_LINKS):
            yield node


def _is_furniture(node: LexborNode, page_has_content: bool) -> bool:
    if node.tag == "footer" or _link_share(node) >= _MOSTLY_LINKS:
        return not _has_main_heading(node)
    if node.tag == "aside":
        return page_has_content
    return not _has_main_heading(node) and _words(node) < _BANNER_WORDS


def _certain(nodes: Iterable[LexborNode]) -> list[LexborNode]:
    """Those that are no content even on a page that has little else."""
    return [node for node in nodes if node.tag == "nav" or _COOKIES.search(_name(node))]


def _has_main_heading(node: LexborNode) -> bool:
    return node.css_first("h1") is not None


def _name(node: LexborNode) -> str:
    return f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"


def _words(node: LexborNode) -> int:
    return len(node.text(separator=" ").split())


def _link_share(node: LexborNode) -> float:
    return sum(map(_words, node.css("a"))) / max(_words(node), 1)


def _ids(nodes: Iterable[LexborNode]) -> set[int]:
    return {node.mem_id for node in nodes}


def _outermost(nodes: Iterable[LexborNode]) -> list[LexborNode]:
    """Those that lie in none of the others."""
    unique = list({node.mem_id: node for node in nodes}.values())
    ids = _ids(unique)
    return [node for node in unique if not _has_ancestor(node, ids)]


def _has_ancestor(node: LexborNode, ids: set[int]) -> bool:
    above = node.parent
    while above is not None:
        if above.mem_id in ids:
            return True
        above = above.parent
    return False


def _remove(nodes: Iterable[LexborNode]) -> None:
    for node in nodes:
        node.decompose()
