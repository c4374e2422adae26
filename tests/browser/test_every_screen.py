"""Every main page on a phone and on a desk, by day and by night: access, width, weight, nothing that jumps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESK, PHONE

pytestmark = pytest.mark.browser
AXE = Path("node_modules/axe-core/axe.min.js")
PAGES = (
    "/", "/course", "/course/pretrial", "/course/pretrial/who-may", "/course/pretrial/test-stages", "/glossary",
    "/cases", "/cases/pretrial-07", "/cases/pretrial-03", "/cases/pretrial-08", "/cases/pretrial-07/sheet", "/practice",
    "/practice/pretrial", "/practice/pretrial/eligibility-01", "/law", "/law/order-511", "/law/probation-law/13/1",
    "/law/rules", "/law/rules/pretrial-list", "/law/conventions", "/about", "/scoring", "/privacy", "/account/sign-in",
    "/account/sign-up", "/account/mine", "/styleguide", "/nowhere",
)  # fmt: skip
FEW = (
    "/", "/course/pretrial/who-may", "/cases/pretrial-07", "/practice/pretrial/eligibility-01",
    "/law/rules/pretrial-list",
)  # fmt: skip
SOME = (*FEW, "/course/pretrial", "/cases", "/law/order-511", "/practice")
# a second page of the same template says nothing new about access
TWINS = {"/course/pretrial/test-stages", "/cases/pretrial-03", "/law/conventions", "/scoring", "/account/mine"}
ONE_OF_EACH = tuple(path for path in PAGES if path not in TWINS)
WIDTHS = (320, 390, 720, 820, 1440)
SHIFT_AT_MOST = 0.05
BYTES_AT_MOST = 150_000
BROKEN = """async () => (await axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"],
})).violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(" | ")}`)"""
# once the fonts are here and two frames are drawn
SHIFTED = """async () => { await document.fonts.ready;
  await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))); return window.shifted; }"""
PAST_THE_EDGE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
    .slice(0, 3).map((one) => `${one.tagName}.${one.className}`).concat("wide")"""


def breaches(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA on the page as it stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    found: list[str] = page.evaluate(BROKEN)
    return found


@pytest.mark.parametrize(
    ("size", "dark", "paths"),
    [(PHONE, False, ONE_OF_EACH), (DESK, True, SOME), (PHONE, True, FEW[1:3]), (DESK, False, FEW[:3])],
    ids=["phone-light", "desk-dark", "phone-dark", "desk-light"],
)
def test_no_page_shuts_anybody_out(
    visit: Callable[..., Page], size: dict[str, int], dark: bool, paths: tuple[str, ...]
) -> None:
    page = visit("/", size=size, dark=dark, bypass_csp=True)
    found: dict[str, Any] = {}
    for path in paths:
        page.goto(path)
        if broken := breaches(page):
            found[path] = broken
    assert not found


def test_nothing_scrolls_sideways_at_any_width(visit: Callable[..., Page]) -> None:
    page = visit("/", size=DESK)
    wide = {}
    for path in PAGES[:-1]:
        answer = page.goto(path)
        assert answer and answer.ok, path
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if past := page.evaluate(PAST_THE_EDGE):
                wide[f"{path} at {width}"] = past
    assert not wide


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_jumps_and_nothing_is_heavy(visit: Callable[..., Page], size: dict[str, int]) -> None:
    page = visit("/", size=size)
    weights: dict[str, int] = {}
    page.on("response", lambda answer: weights.__setitem__(answer.url, _weight(answer)))
    for path in (*FEW, "/course/pretrial", "/cases/pretrial-03"):
        page.context.clear_cookies()
        page.goto(path, wait_until="load")
        shifted = page.evaluate(SHIFTED)
        assert shifted < SHIFT_AT_MOST, f"{path} moved by {shifted}"
        assert page.evaluate("performance.getEntriesByType('resource').length") > 5
    files = sum(weight for url, weight in weights.items() if "/static/" in url)
    heaviest = max(weight for url, weight in weights.items() if "/static/" not in url)
    assert 20_000 < files + heaviest < BYTES_AT_MOST


def _weight(answer: Any) -> int:
    is_font = "font" in answer.headers.get("content-type", "")
    return 0 if is_font else int(answer.headers.get("content-length", "0"))
