"""The page of the shelf in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from notices.serving.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PATHS = ["", "?lang=en", "?q=coco&lang=fr", "?q=introuvable&lang=en", "nothing"]


@pytest.fixture
def page(chromium: Browser, server: Server) -> Iterator[Page]:
    """A page whose complaints fail the test: what a policy forbids is logged too."""
    context = chromium.new_context()
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert [c for c in complaints if "404" not in c] == []


def violations(page: Page, axe: str) -> list[str]:
    """What axe-core finds."""
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing(path: str, scheme: str, page: Page, server: Server, axe: str) -> None:
    """In every state, with everything unfolded."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(server.address + path)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert violations(page, axe) == []


def test_a_reader_finds_and_opens_a_notice_by_keyboard(page: Page, server: Server) -> None:
    """Types, sends, follows the link to the very sentence; the bundle's page works as from disk."""
    page.goto(server.address + "?lang=fr")
    page.focus("#q")
    page.keyboard.type("denonces")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=denonces*")
    assert "denonces" in page.title()
    page.focus(".found a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/b/coco/index.html#s4")
    assert page.locator("#s4").is_visible()
    assert page.locator("#versions[role=tablist]").count() == 1  # its script ran


def test_a_listener_can_jump(page: Page, server: Server) -> None:
    """The sound can be sought in, so pieces of it are sent."""
    page.goto(server.address + "?lang=fr&q=coco")
    page.click("details >> nth=0")
    page.evaluate("document.querySelector('audio').preload = 'metadata'")
    for _ in range(200):
        if page.evaluate("document.querySelector('audio').readyState > 0"):
            break
        page.wait_for_timeout(25)
    page.evaluate("document.querySelector('audio').currentTime = 3")
    for _ in range(200):
        if page.evaluate("(a => !a.seeking && a.readyState > 1)(document.querySelector('audio'))"):
            break
        page.wait_for_timeout(25)
    assert page.evaluate("document.querySelector('audio').currentTime") == pytest.approx(3, abs=0.1)


@pytest.mark.parametrize("width", [320, 640])
def test_nothing_is_cut_off_on_a_small_screen(width: int, page: Page, server: Server) -> None:
    """No scrolling sideways (WCAG 1.4.10)."""
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(server.address + "?q=coco")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
