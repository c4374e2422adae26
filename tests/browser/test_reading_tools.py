"""Notes on a page, the size of its text, and reading without a network, with hand, keyboard and a cut line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.test_every_screen import PAST_THE_EDGE, breaches

pytestmark = pytest.mark.browser
PATH, WORDS = "/course/pretrial/who-may", "Бір негіз жеткілікті"
SELECT = """(words) => {
  const walker = document.createTreeWalker(document.querySelector("article.text"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return;
  }
}"""
DRAWN = "() => [...(CSS.highlights.get('kept') ?? [])].map(String)"
KEPT = "async () => (await (await caches.open('pages')).keys()).map((one) => new URL(one.url).pathname)"


def until(page: Page, script: str, wanted: Callable[[object], bool]) -> None:
    """Ask the page again until it says what is wanted; our policy refuses playwright's own way of waiting."""
    for _ in range(100):
        if wanted(page.evaluate(script)):
            return
        page.wait_for_timeout(100)
    raise AssertionError(page.evaluate(script))


def test_words_are_marked_by_hand_and_drawn_again(visit: Callable[..., Page]) -> None:
    page = visit(PATH, size=PHONE)
    page.evaluate(SELECT, WORDS)
    page.locator("[data-mark-words]").click()
    expect(page.locator(".kept__quote")).to_have_text(WORDS)
    until(page, DRAWN, lambda found: found == [WORDS])
    page.reload()
    until(page, DRAWN, lambda found: found == [WORDS])
    page.locator(".kept button[type=submit]").click()
    expect(page.locator(".kept")).to_have_count(0)
    until(page, DRAWN, lambda found: found == [])


def test_a_note_is_written_by_keyboard_and_its_draft_is_forgotten(visit: Callable[..., Page]) -> None:
    page = visit(PATH, size=DESK)
    page.evaluate(SELECT, WORDS)
    expect(page.locator("[data-marker]")).to_be_visible()
    for key in ("Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("#note-text")).to_be_focused()
    page.keyboard.type("Емтиханға")
    page.wait_for_timeout(600)
    page.reload()
    expect(page.locator("#note-text")).to_have_value("Емтиханға")
    page.locator("[data-note-form] button[type=submit]").click()
    expect(page.locator(".kept__text")).to_have_text("Емтиханға")
    expect(page.locator("#note-text")).to_have_value("")
    page.reload()
    expect(page.locator("#note-text")).to_have_value("")


def test_a_note_needs_no_script(visit: Callable[..., Page]) -> None:
    page = visit(PATH, scripts=False)
    page.locator("#note-text").fill("Қолмен жазылған")
    page.locator("[data-note-form] button[type=submit]").click()
    expect(page.locator(".kept__text")).to_have_text("Қолмен жазылған")
    page.locator("#bookmark button").click()
    expect(page.locator("#bookmark button")).to_have_text("Бетбелгіні алу")


def test_home_offers_the_page_read_last(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    page.goto("/ru/")
    expect(page.locator("[data-last-page] a")).to_have_attribute("href", f"/ru{PATH}")


def ready(page: Page, *paths: str) -> None:
    """Wait until the worker keeps these pages."""
    until(page, KEPT, lambda found: set(paths) <= set(found))  # type: ignore[call-overload]


def test_pages_that_were_opened_are_read_without_a_network(visit: Callable[..., Page]) -> None:
    page = visit(PATH)
    ready(page, PATH)
    page.goto("/course/pretrial/aims")
    ready(page, PATH, "/course/pretrial/aims")
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("[data-kept-line]")).to_be_visible()
    page.goto(PATH)
    expect(page.locator("article.text")).to_contain_text(WORDS)
    expect(page.locator("[data-while-offline]")).to_be_visible()
    page.goto("/course/pretrial/report")
    expect(page.locator("h1")).to_have_text("Байланыс жоқ")
    page.context.set_offline(False)
    page.goto(PATH)
    expect(page.locator("[data-kept-line]")).to_be_hidden()


def test_an_answer_given_on_a_copy_is_not_lost(visit: Callable[..., Page]) -> None:
    page = visit("/course/pretrial/aims")
    ready(page, "/course/pretrial/aims")
    first, second = (page.locator(".task--choice").nth(n) for n in (0, 1))
    answer(first)
    expect(first.locator(".verdict")).to_be_visible()
    page.reload()
    page.wait_for_timeout(500)
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("[data-kept-line]")).to_be_visible()
    chosen = answer(first, 1)
    expect(first.locator("[data-send-state]")).to_be_visible()
    page.context.set_offline(False)
    expect(page.locator("[data-while-online]")).to_be_visible()
    first.locator("button[type=submit]").click()
    expect(first.locator(".trouble")).to_contain_text("Бет ескірген")
    first.locator("button[type=submit]").click()
    expect(first.locator(".trouble")).to_have_count(0)
    page.reload()
    expect(first.locator(f"input[value={chosen}]")).to_be_checked()
    answer(second)
    expect(second.locator(".verdict")).to_be_visible()


def answer(task: Locator, which: int = 0) -> str:
    """Choose and send; what was chosen."""
    option = task.locator("input[type=radio]").nth(which)
    option.check()
    task.locator("button[type=submit]").click()
    return str(option.get_attribute("value"))


def test_a_module_is_saved_and_gone_when_the_device_is_released(visit: Callable[..., Page]) -> None:
    page = visit("/course/pretrial")
    page.locator("[data-save-offline] button").click()
    expect(page.locator("[data-save-offline] [role=status]")).to_contain_text("Сақталды", timeout=60_000)
    links = [link.get_attribute("href") for link in page.locator("main .toc a").all()]
    ready(page, *[str(link) for link in links])
    page.context.set_offline(True)
    page.goto(str(links[-1]))
    expect(page.locator("[data-kept-line]")).to_be_visible()
    page.context.set_offline(False)
    page.goto(PATH)
    page.locator("#bookmark button").click()
    expect(page.locator("#bookmark button")).to_have_text("Бетбелгіні алу")
    page.goto("/account/mine")
    page.locator("main form button[type=submit]").click()
    page.wait_for_load_state()
    until(page, KEPT, lambda found: found == [])
    assert page.evaluate("localStorage.getItem('last-page')") is None


@pytest.mark.parametrize("path", [PATH, "/", "/course/pretrial", "/notes", "/cases/pretrial-07"])
def test_the_largest_text_fits_every_width_and_is_kept(visit: Callable[..., Page], path: str) -> None:
    page = visit(path, size=DESK)
    largest = page.locator("[data-text-size='150']")
    before = page.evaluate("getComputedStyle(document.body).fontSize")
    largest.focus()
    page.keyboard.press("Enter")
    expect(largest).to_have_attribute("aria-pressed", "true")
    page.reload()
    assert float(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")) == float(before[:-2]) * 1.5
    expect(largest).to_have_attribute("aria-pressed", "true")
    # 720 is a wide screen at a zoom of 200 %
    for size in ("115", "130", "150"):
        page.locator(f"[data-text-size='{size}']").click()
        for width in (390, 720, 820, 1100, 1240, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            assert not page.evaluate(PAST_THE_EDGE), (size, width)
    page.locator("[data-text-size='100']").click()
    assert page.evaluate("getComputedStyle(document.body).fontSize") == before


@pytest.mark.parametrize(("size", "dark"), [(PHONE, False), (DESK, True)], ids=["phone-light", "desk-dark"])
def test_notes_and_the_book_shut_nobody_out(visit: Callable[..., Page], size: dict[str, int], dark: bool) -> None:
    page = visit(PATH, size=size, dark=dark, bypass_csp=True)
    page.evaluate(SELECT, WORDS)
    assert not breaches(page)
    page.locator("[data-mark-words]").click()
    expect(page.locator(".kept__quote")).to_have_text(WORDS)
    page.locator("#note-text").fill("Емтиханға")
    page.locator("[data-note-form] button[type=submit]").click()
    expect(page.locator(".kept__text")).to_have_text("Емтиханға")
    assert not breaches(page)
    for path in ("/notes", "/course/book", "/offline", "/course/book.pdf"):
        page.goto(path)
        assert not breaches(page), path
    page.goto("/notes")
    page.locator(".kept a").first.click()
    assert not breaches(page)
