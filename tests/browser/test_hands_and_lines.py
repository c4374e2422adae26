"""Keyboard alone, no scripts, a cut line, two tabs, a hurried hand: nothing typed is lost, nothing is stored twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.test_main_path import check, sign_up, solve_first_task, to_tasks

pytestmark = pytest.mark.browser
FOCUS_SEEN = """() => { const one = document.activeElement; const box = one.closest(".choice") ?? one;
  return [getComputedStyle(one), getComputedStyle(box)].some((style) => parseFloat(style.outlineWidth) >= 2 &&
    style.outlineStyle !== "none"); }"""


def test_tab_goes_through_a_page_in_order_and_is_always_seen(visit: Callable[..., Page]) -> None:
    page = visit("/cases/pretrial-07", size=DESK)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    seen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_SEEN), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        seen.append(page.evaluate("document.activeElement.closest('header.masthead, #file, #tasks, main, footer')?.id"))
    assert seen == sorted(seen, key=["", "main", "file", "tasks"].index)


def test_the_skip_link_leads_to_the_content(visit: Callable[..., Page]) -> None:
    page = visit("/cases", size=DESK)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_a_case_is_solved_by_keyboard(visit: Callable[..., Page]) -> None:
    page = visit("/cases/pretrial-07", size=DESK)
    page.locator("#task-t1 [name=verdict]").first.focus()
    for key in ("ArrowDown", "ArrowDown", "Tab", "Space", "Tab", "Enter"):
        page.keyboard.press(key)
    verdict = page.locator("#task-t1 .verdict")
    expect(verdict).to_be_focused()
    expect(verdict.locator(".verdict__word")).to_contain_text("1/2")
    page.locator("#file [role=tab]").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#file [role=tab]").nth(1)).to_be_focused()
    expect(page.locator("#file .paper").nth(1)).to_be_visible()


def test_items_are_put_in_order_by_keyboard(visit: Callable[..., Page]) -> None:
    page = visit("/cases/pretrial-07", size=DESK)
    task = page.locator("#task-t6")
    wanted = ["applies", "lists", "studies", "reports", "hands"]
    for place, name in enumerate(wanted):
        item = task.locator(f"li:has([name=place-{name}])")
        item.locator("[data-move=up]").focus() if item.locator("[data-move=up]").is_enabled() else None
        for _ in range(len(wanted)):
            if int(item.locator("[data-place]").input_value()) <= place + 1:
                break
            page.keyboard.press("Enter")
        assert item.locator("[data-place]").input_value() == str(place + 1)
    expect(task.locator("[data-order-said]")).to_contain_text("орын")
    expect(check(task).locator(".verdict__word")).to_contain_text("10/10")


def test_everything_works_without_scripts(visit: Callable[..., Page]) -> None:
    page = visit("/", size=PHONE, scripts=False)
    page.locator("#task-bar-01 [name=option]").first.check()
    page.locator("#task-bar-01 button[type=submit]").click()
    expect(page.locator("#task-bar-01 .verdict")).to_be_visible()
    page.goto("/cases/pretrial-07")
    expect(page.locator("#file .paper")).to_have_count(2)
    expect(page.locator("#file .paper").nth(1)).to_be_visible()
    task = page.locator("#task-t1")
    task.locator("button[type=submit]").click()
    expect(page.locator("#task-t1 .trouble").first).to_be_visible()
    task.locator("[name=verdict][value=undecided]").check()
    task.locator("[name=missing][value=child_born]").check()
    task.locator("button[type=submit]").click()
    expect(page.locator("#task-t1 .verdict__word")).to_contain_text("2/2")
    order = page.locator("#task-t6")
    for place, name in enumerate(("applies", "lists", "studies", "reports", "hands"), start=1):
        order.locator(f"[name=place-{name}]").fill(str(place))
    order.locator("button[type=submit]").click()
    expect(page.locator("#task-t6 .verdict__word")).to_contain_text("10/10")
    page.goto("/practice/pretrial/next")
    expect(page.locator(".task button[type=submit]")).to_be_visible()
    sign_up(page)
    page.goto("/cases")
    expect(page.locator(".caselist")).to_contain_text("2 тапсырмаға жауап берілді")


def test_what_was_typed_survives_a_reload_and_a_cut_line(visit: Callable[..., Page]) -> None:
    page = visit("/cases/pretrial-08", size=PHONE)
    to_tasks(page)
    task = page.locator("#task-q1")
    task.locator("textarea").fill("Әділдік үшін")
    expect(task.locator("[data-draft-state]")).to_have_text("Осы құрылғыда сақталды")
    page.reload()
    to_tasks(page)
    expect(task.locator("textarea")).to_have_value("Әділдік үшін")
    expect(task.locator("[data-draft-state]")).to_contain_text("қайтарылды")
    page.context.set_offline(True)
    task.locator("textarea").fill("Әділдік үшін керек")
    task.locator("button[type=submit]").click()
    expect(task.locator("[data-send-state]")).to_contain_text("Байланыс жоқ")
    page.context.set_offline(False)
    page.reload()
    to_tasks(page)
    expect(task.locator("textarea")).to_have_value("Әділдік үшін керек")
    expect(check(task)).to_contain_text("Үлгі жауап")
    page.reload()
    to_tasks(page)
    expect(task.locator("textarea")).to_have_value("Әділдік үшін керек")
    expect(task.locator("[data-draft-state]")).to_be_hidden()


def test_the_row_of_letters_writes_where_the_caret_stands(visit: Callable[..., Page]) -> None:
    page = visit("/cases/pretrial-01", size=PHONE)
    to_tasks(page)
    field = page.locator("#task-t5 [name=citation]")
    field.fill("за")
    page.locator("#task-t5 [data-letter=ң]").click()
    expect(field).to_have_value("заң")
    expect(field).to_be_focused()


def test_a_double_press_stores_one_answer(visit: Callable[..., Page]) -> None:
    page = visit("/cases/pretrial-07", size=DESK)
    sent = []
    page.on("request", lambda asked: sent.append(asked.url) if asked.method == "POST" else None)
    task = page.locator("#task-t2")
    task.locator("[name=option]").first.check()
    task.locator("button[type=submit]").dblclick()
    expect(task.locator(".verdict")).to_be_visible()
    assert len(sent) == 1
    assert len(page.request.get("/account/mine.json").json()["attempts"]) == 1


def test_the_same_task_in_two_tabs_is_said(visit: Callable[..., Page]) -> None:
    page = visit("/cases/pretrial-07", size=DESK)
    solve_first_task(page, right=True)
    other = page.context.new_page()
    other.goto("/cases/pretrial-07")
    expect(page.locator("#task-t2 [data-two-tabs]")).to_be_visible()
    expect(other.locator("#task-t2 [data-two-tabs]")).to_be_visible()
    other.close(run_before_unload=True)
    expect(page.locator("#task-t2 [data-two-tabs]")).to_be_hidden()


def test_a_reload_and_the_way_back_keep_the_side_of_a_case(visit: Callable[..., Page]) -> None:
    page = visit("/cases/pretrial-07#task-t3", size=PHONE)
    expect(page.locator("#tasks")).to_be_visible()
    expect(page.locator("#task-t3")).to_be_in_viewport()
    page.locator("#task-t3 [name=verdict]").first.check()
    page.locator("#task-t3 [name=reason]").first.check()
    check(page.locator("#task-t3"))
    page.goto("/about")
    page.go_back()
    expect(page.locator("#task-t3 .verdict")).to_be_visible()


def test_the_night_is_kept_from_page_to_page(visit: Callable[..., Page]) -> None:
    page = visit("/", size=DESK)
    day = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.locator(".head [data-theme-switch]").click()
    page.goto("/cases")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != day


def test_a_shared_computer_can_be_released(visit: Callable[..., Page]) -> None:
    page = visit("/", size=DESK)
    solve_first_task(page, right=True)
    page.goto("/account/mine")
    page.locator("form[action='/account/release'] button").click()
    page.goto("/cases/pretrial-07")
    expect(page.locator("#task-t1 .verdict")).to_have_count(0)
