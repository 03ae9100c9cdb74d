"""The page in a real browser: by keyboard, by ear, small, enlarged, without scripts, in print."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from notices.edition import EDITIONS, Bundle

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

Open = Callable[..., "Page"]
Axe = Callable[..., list[str]]
PLAYING = "id => { const a = document.querySelector(`#${id} audio`); return !a.paused && a.currentTime > 0; }"
FOCUSED = "document.activeElement.id || document.activeElement.dataset.do || document.activeElement.tagName"


@pytest.fixture
def open_page(chromium: Browser, published: tuple[Bundle, Path]) -> Iterator[Open]:
    """Opens the page from disk as a reader with these settings would; its complaints fail the test."""
    complaints: list[str] = []
    contexts = []

    def open_it(
        file: Path | None = None, width: int = 1280, height: int = 900, at: str = "", **reader: Any
    ) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, **reader)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url.startswith("file:") else complaints.append(request.url),
        )
        page.goto((file or published[1] / "index.html").as_uri() + at)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert complaints == []


def eventually(page: Page, truth: str, *values: str) -> None:
    """Wait until this is true in the page. (The browser driver's own way of waiting needs `eval`, which the
    page's policy forbids.)"""
    for _ in range(200):
        if page.evaluate(truth, *values):
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"never true: {truth}")


def shown(page: Page) -> list[str]:
    """The editions that can be seen."""
    ids: list[str] = page.evaluate(
        "[...document.querySelectorAll('.edition')].filter(e => !e.hidden).map(e => e.id)"
    )
    return ids


# ---- axe-core: no violation in any edition and state

STATES: dict[str, Callable[[Page], object]] = {
    **{edition: lambda page, e=edition: page.click(f"#tab-{e}") for edition in EDITIONS},
    "a sentence highlighted": lambda page: page.click("#p4"),
    "choosing a sentence": lambda page: page.click("#plain [data-do=choose]"),
    "a word explained": lambda page: page.click("#plain .term"),
    "side by side": lambda page: page.select_option("#plain [data-do=beside]", "plain-en"),
    "plain beside original": lambda page: page.select_option("#plain [data-do=beside]", "original"),
    "all opened": lambda page: page.evaluate(
        "document.querySelectorAll('details').forEach(d => d.open = true)"
    ),
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(state: str, open_page: Open, violations: Axe) -> None:
    """In every edition and state, in the light theme and in the dark one."""
    page = open_page(bypass_csp=True)
    STATES[state](page)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, "color-contrast") == []


def test_axe_finds_nothing_without_scripts(
    published: tuple[Bundle, Path], open_page: Open, violations: Axe, tmp_path: Path
) -> None:
    """All editions one after the other."""
    text = (published[1] / "index.html").read_text(encoding="utf-8")
    still = tmp_path / "index.html"
    still.write_text(re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL), encoding="utf-8")
    (tmp_path / "audio").symlink_to(published[1] / "audio")
    assert violations(open_page(still, bypass_csp=True)) == []


def test_axe_finds_nothing_on_a_hostile_notice(
    hostile: tuple[Bundle, Path], open_page: Open, violations: Axe
) -> None:
    """Nor does anything of it run."""
    page = open_page(hostile[1] / "index.html", bypass_csp=True)
    assert violations(page) == []
    assert page.title().startswith("<script>document.title = 'taken'</script>")
    assert (
        page.evaluate("document.querySelectorAll('script, img, .text svg, [onmouseover], [onfocus]').length")
        == 1
    )


# ---- editions as tabs


def test_one_edition_is_shown_and_arrows_choose_another(open_page: Open) -> None:
    """The plain version first; arrow keys go round, Home and End to the ends."""
    page = open_page()
    assert shown(page) == ["plain"]
    page.focus("#tab-plain")
    for key, edition in [
        ("ArrowRight", "translation"),
        ("End", "plain-en"),
        ("ArrowRight", "original"),
        ("ArrowLeft", "plain-en"),
        ("Home", "original"),
    ]:
        page.keyboard.press(key)
        assert shown(page) == [edition]
        assert page.evaluate(FOCUSED) == f"tab-{edition}"
        assert page.get_attribute(f"#tab-{edition}", "aria-selected") == "true"


def test_a_link_to_a_sentence_opens_its_edition(open_page: Open) -> None:
    """From the checks, or from another document."""
    page = open_page(at="#t4", reduced_motion="reduce")
    assert shown(page) == ["translation"]
    page.press("#checks a[href='#p6']", "Enter")
    eventually(page, "!document.querySelector('#plain').hidden")
    assert shown(page) == ["plain"]
    assert page.evaluate("document.querySelector('.now').id") == "p6"


def test_without_scripts_everything_is_there(open_page: Open) -> None:
    """All editions with the browser's own sound controls, and no control that would do nothing."""
    page = open_page(java_script_enabled=False)
    for edition in EDITIONS:
        assert page.locator(f"#{edition} .text").is_visible()
        assert page.locator(f"#{edition} audio").is_visible()
    assert page.locator(".controls:visible, .hint:visible").count() == 0


# ---- reading along


def test_a_click_plays_from_the_sentence_and_the_highlight_moves_on(open_page: Open) -> None:
    """The highlight follows the sound through the sentences, and focus stays where it was."""
    page = open_page()
    page.focus("#plain [data-do=speed]")
    page.evaluate("document.querySelector('#p3').click()")
    eventually(page, PLAYING, "plain")
    eventually(page, "document.querySelector('.now').id === 'p5'")
    assert page.evaluate(FOCUSED) == "speed"
    assert page.locator(".now").count() == 1


def test_previous_and_next_sentence(open_page: Open) -> None:
    """Buttons that go through the text sentence by sentence."""
    page = open_page()
    page.click("#plain [data-do=next]")
    assert page.evaluate("document.querySelector('.now').id") == "p1"
    page.evaluate("document.querySelector('#plain audio').pause()")
    page.click("#plain [data-do=next]")
    page.evaluate("document.querySelector('#plain audio').pause()")
    page.click("#plain [data-do=previous]")
    assert page.evaluate("document.querySelector('.now').id") == "p1"


def test_another_speed(open_page: Open) -> None:
    """The browser's own playback rate."""
    page = open_page()
    page.select_option("#plain [data-do=speed]", "1.5")
    assert page.evaluate("document.querySelector('#plain audio').playbackRate") == 1.5


def test_another_edition_silences_the_first(open_page: Open) -> None:
    """No sound without its controls in sight."""
    page = open_page()
    page.click("#p1")
    eventually(page, PLAYING, "plain")
    page.click("#tab-original")
    assert page.evaluate("document.querySelector('#plain audio').paused")


# ---- by keyboard


def test_sentences_are_no_tab_stops(open_page: Open) -> None:
    """A reader who tabs through the page meets controls and links, not every sentence."""
    assert open_page().locator(".s[tabindex]").count() == 0


def test_choosing_a_sentence_by_keyboard(open_page: Open) -> None:
    """Arrows move, Enter plays from there, Escape leads back to the button; one tab stop at a time."""
    page = open_page()
    page.focus("#plain [data-do=choose]")
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "p1"
    for key, sentence in [
        ("ArrowDown", "p-label1"),
        ("ArrowDown", "p2"),
        ("End", "p8"),
        ("ArrowDown", "p8"),
        ("Home", "p1"),
        ("ArrowRight", "p-label1"),
    ]:
        page.keyboard.press(key)
        assert page.evaluate(FOCUSED) == sentence
        assert page.locator(".s[tabindex]").count() == 1
    page.keyboard.press("Enter")
    eventually(page, PLAYING, "plain")
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED) == "choose"
    assert page.locator(".s[tabindex], span[role=button]").count() == 0
    assert page.locator("#plain .term[href]").count() == 1


def test_a_word_is_explained_where_it_stands(open_page: Open) -> None:
    """Enter opens the explanation, Escape closes it and leads back."""
    page = open_page()
    page.focus("#plain .term")
    page.keyboard.press("Enter")
    box = page.locator("#explanation")
    assert box.is_visible()
    assert "juge d'instruction" in box.inner_text()
    assert page.evaluate("document.activeElement.textContent") == "Fermer"
    page.keyboard.press("Escape")
    assert not box.is_visible()
    assert page.evaluate("document.activeElement.className") == "term"


def test_the_first_tab_stop_skips_to_the_content(open_page: Open) -> None:
    """The skip link is seen when it is reached."""
    page = open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0


# ---- side by side


def test_french_and_english_stand_side_by_side(open_page: Open) -> None:
    """Block beside block, and a sentence lights up the one that it corresponds to."""
    page = open_page()
    page.click("#tab-original")
    page.select_option("#original [data-do=beside]", "translation")
    assert shown(page) == ["original", "translation"]
    tops = "ids => ids.map(i => document.getElementById(i).closest('.text > *').getBoundingClientRect().top)"
    for french, english in [("s1", "t1"), ("s3", "t3"), ("s6", "t6"), ("s14", "t14")]:
        left, right = page.evaluate(tops, [french, english])
        assert left == right
    page.click("#s4")
    assert page.evaluate("[...document.querySelectorAll('.twin')].map(e => e.id)") == ["t4"]
    page.click("#t14")
    assert page.evaluate("[...document.querySelectorAll('.twin')].map(e => e.id)") == ["s14"]


def test_plain_beside_the_original_shows_where_a_sentence_comes_from(open_page: Open) -> None:
    """Each column scrolls by itself; the origin is brought into sight."""
    page = open_page()
    page.select_option("#plain [data-do=beside]", "original")
    page.click("#p6")
    assert page.evaluate("[...document.querySelectorAll('.twin')].map(e => e.id)") == ["s14"]


def test_a_narrow_window_shows_one_text(open_page: Open) -> None:
    """Where there is no room for two, none is offered."""
    page = open_page()
    page.select_option("#plain [data-do=beside]", "plain-en")
    page.set_viewport_size({"width": 700, "height": 900})
    eventually(page, "document.querySelector('#plain-en').hidden")
    assert page.locator(".beside:visible").count() == 0


# ---- small, large, calm, high contrast, print


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_sideways_scrolling_at_320_pixels(edition: str, open_page: Open) -> None:
    """WCAG 1.4.10, with everything opened."""
    page = open_page(width=320, height=640)
    page.click(f"#tab-{edition}")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_flag_in_a_table_is_not_cut_off(open_page: Open) -> None:
    """Its words are wrapped within its cell, however narrow the window."""
    page = open_page(width=320, height=640)
    page.click("#tab-original")
    inside = """() => {
        const cell = document.querySelector("#original tbody td:last-child");
        const flag = document.createElement("small");
        flag.className = "tag";
        flag.textContent = "uncertain translation ".repeat(9);
        cell.append(flag);
        return flag.getBoundingClientRect().right <= cell.getBoundingClientRect().right
            && cell.getBoundingClientRect().right <= innerWidth;
    }"""
    assert page.evaluate(inside)


@pytest.mark.parametrize("width", [640, 1280])
def test_text_at_200_percent(width: int, open_page: Open) -> None:
    """WCAG 1.4.4: nothing is cut off and nothing needs sideways scrolling."""
    page = open_page(width=width, bypass_csp=True)
    page.add_style_tag(content="html { font-size: 200% }")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    cut = """[...document.querySelectorAll('button, select')]
        .filter(e => e.scrollWidth > e.clientWidth + 1).length"""
    assert page.evaluate(cut) == 0


def test_reduced_motion(open_page: Open) -> None:
    """No smooth scrolling for those who asked for none."""
    motion = "getComputedStyle(document.documentElement).scrollBehavior"
    assert open_page(reduced_motion="reduce").evaluate(motion) == "auto"
    assert open_page(reduced_motion="no-preference").evaluate(motion) == "smooth"


def test_the_highlight_is_seen_in_forced_colours(open_page: Open) -> None:
    """It takes the system's own colour of what is selected."""
    page = open_page(forced_colors="active")
    page.click("#p4")
    background = "e => getComputedStyle(e).backgroundColor"
    assert page.eval_on_selector(".now", background) != page.eval_on_selector("body", background)


def test_in_print_all_editions_are_there_and_no_control(open_page: Open) -> None:
    """The whole bundle on paper."""
    with pypdfium2.PdfDocument(io.BytesIO(open_page().pdf(format="A4"))) as pdf:
        text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    for words in (
        "Texte d'origine",
        "Français simple",
        "English translation",
        "Plain English",
        "Ce qui a été vérifié",
    ):
        assert words in text
    assert "Phrase suivante" not in text
