"""A derivation, a step on two days and the board of deadlines in the browser: by hand, by keyboard, without scripts."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from werkzeug.serving import make_server

from app import create_app
from library.loading import load
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_every_screen import breaches
from tests.browser.test_main_path import check, to_tasks
from tests.conftest import close, settings_in
from web import pages
from web.db import session

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize(("size", "dark"), [(PHONE, False), (DESK, True)], ids=["phone-light", "desk-dark"])
FILE = """
id: board-of-days
title: "Тақта"
kind_of_probation: pretrial
minutes: 5
days: ours
cover: "Сот күні белгілі."
documents:
  - {id: d1, title: "Хат", text: "Сот [2025 жылғы 6 қарашада](fact:report.trial_day) басталады."}
facts:
  report: {trial_day: 2025-11-06, handed_day: 2025-10-24}
tasks:
  - id: t1
    kind: board
    ask: "Соңғы күндерді қойыңыз."
    deadlines:
      - {id: report, ask: "Баяндаманы тапсыру", rule: report-last-day}
      - {id: notice, ask: "Хабарлау", rule: works-local-notice, takes: {start_day: report.handed_day}}
    passes: [{report: 2025-10-31, notice: 2025-11-03}]
    fails: [{answer: {report: 2025-11-05, notice: 2025-11-03}, step: report, mutation: day-before-trial}]
twins:
  - id: later
    turns: {report.trial_day: 2025-11-13}
    words: {report.trial_day: "2025 жылғы 13 қарашада"}
    changes: [t1]
"""


def _folded() -> str:
    """The same file with its events early in November: October is folded."""
    text = FILE
    for old, new in (
        ("board-of-days", "board-of-folds"), ("2025-11-03", "2025-11-10"), ("2025-11-05", "2025-11-03"),
        ("2025-10-31", "2025-10-29"), ("2025-11-06", "2025-11-04"), ("2025-10-24", "2025-11-03"),
        ("6 қарашада", "4 қарашада"),
    ):  # fmt: skip
        text = text.replace(old, new)
    return text


@pytest.fixture(scope="module")
def board_site(loaded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with one more case, whose only task is a board."""
    folder = tmp_path_factory.mktemp("board")
    shutil.copy(loaded_file, folder / "site.sqlite3")
    (folder / "more/cases").mkdir(parents=True)
    (folder / "more/cases/board-of-days.yaml").write_text(FILE, "utf-8")
    (folder / "more/cases/board-of-folds.yaml").write_text(_folded(), "utf-8")
    app = create_app(settings_in(folder))
    with app.app_context():
        load(session(), folder / "more")
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    pages.forget()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    close(app)
    pages.forget()


@pytest.fixture(params=[(PHONE, False), (DESK, True)], ids=["phone-light", "desk-dark"])
def board(request: pytest.FixtureRequest, board_site: str, chromium: Browser) -> Iterator[Page]:
    size, dark = request.param
    context = chromium.new_context(base_url=board_site, viewport=size, color_scheme="dark" if dark else "light")
    page = context.new_page()
    page.goto("/cases/board-of-days")
    to_tasks(page)
    yield page
    context.close()


def day(page: Page, iso: str) -> Locator:
    return page.locator(f"td[data-day='{iso}']")


def test_a_day_is_picked_in_the_calendar_and_moved(board: Page) -> None:
    expect(board.get_by_role("gridcell", name="2025 жылғы 6 қараша, бейсенбі, жұмыс күні")).to_be_visible()
    assert breaches(board) == []
    day(board, "2025-11-04").click()
    expect(board.locator("[name=day-report]")).to_have_value("04.11.2025")
    day(board, "2025-10-31").click()
    expect(board.locator("[name=day-report]")).to_have_value("31.10.2025")
    expect(board.locator("td[aria-selected]")).to_have_count(1)
    board.locator(".due__pick").nth(1).click()
    day(board, "2025-11-03").click()
    expect(board.locator("[name=day-notice]")).to_have_value("03.11.2025")
    expect(board.locator("[data-board-said]")).to_have_text("2-мерзім: 2025 жылғы 3 қараша, дүйсенбі, жұмыс күні")
    expect(check(board.locator("#task-t1"))).to_contain_text("2/2")


def test_the_calendar_is_worked_by_keys_alone(board: Page) -> None:
    day(board, "2025-11-05").focus()
    for key, stands in (
        ("ArrowLeft", "2025-11-04"), ("ArrowUp", "2025-10-28"), ("ArrowDown", "2025-11-04"), ("Home", "2025-11-03"),
        ("End", "2025-11-09"), ("PageUp", "2025-10-09"), ("PageDown", "2025-11-09"), ("ArrowRight", "2025-11-10"),
    ):  # fmt: skip
        board.keyboard.press(key)
        expect(day(board, stands)).to_be_focused()
    board.keyboard.press("Enter")
    expect(board.locator("[name=day-report]")).to_have_value("10.11.2025")
    expect(board.locator("td[tabindex='0']")).to_have_count(1)


def test_keys_open_the_months_that_are_folded(board: Page) -> None:
    board.goto("/cases/board-of-folds")
    to_tasks(board)
    month = board.locator(".months__rest").first
    expect(day(board, "2025-10-31")).to_be_hidden()
    expect(month.locator("td[tabindex='0']")).to_have_count(0)
    day(board, "2025-11-01").focus()
    board.keyboard.press("ArrowLeft")
    expect(day(board, "2025-10-31")).to_be_focused()
    expect(day(board, "2025-10-31")).to_be_visible()
    month.locator("summary").click()
    expect(month.locator("td[tabindex='0']")).to_have_count(0)
    expect(board.locator("td[tabindex='0']")).to_be_visible()


def test_the_count_is_shown_after_the_answer(board: Page) -> None:
    board.locator("[name=day-report]").fill("5 қараша 2025")
    board.locator("[name=day-notice]").fill("03.11.2025")
    told = check(board.locator("#task-t1"))
    expect(told.locator(".step details[open]")).to_have_count(1)
    expect(told.locator(".step details[open] .count__last")).to_contain_text("31.10.2025")
    assert breaches(board) == []


def test_without_scripts_the_months_are_read_and_the_days_typed(board_site: str, chromium: Browser) -> None:
    context = chromium.new_context(base_url=board_site, viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto("/cases/board-of-days")
    expect(page.locator(".month")).to_have_count(3)
    expect(page.locator("[role=gridcell]")).to_have_count(0)
    page.locator("[name=day-report]").fill("31.10.2025")
    page.locator("[name=day-notice]").fill("ертең")
    page.locator("#task-t1 button[type=submit]").click()
    expect(page.locator(".trouble")).to_be_visible()
    expect(page.locator("[name=day-report]")).to_have_value("31.10.2025")
    expect(page.locator("[name=day-notice]")).to_have_value("ертең")
    page.locator("[name=day-notice]").fill("2025-11-03")
    page.locator("#task-t1 button[type=submit]").click()
    expect(page.locator("#task-t1 .verdict")).to_contain_text("2/2")
    context.close()


CHAIN = {
    "norm-last-day": "order-90/report/9", "fact-last-day": "trial_day", "norm-three-days": "order-90/report/9",
    "fact-three-days": "handed_day", "conclusion-three-days": "no", "norm-before-trial": "probation-law/13/4",
    "fact-before-trial": "handed_day", "conclusion-before-trial": "yes",
}  # fmt: skip


@SIZES
def test_a_derivation_opens_at_the_first_wrong_step(visit, size, dark) -> None:
    page = visit("/cases/pretrial-03", size=size, dark=dark)
    to_tasks(page)
    task = page.locator("#task-t9")
    for name, value in CHAIN.items():
        task.locator(f"[name='{name}'][value='{value}']").check()
    task.locator("button[type=submit]").click()
    expect(task.locator(".trouble")).to_be_visible()
    expect(task.locator("[name='fact-three-days'][value='handed_day']")).to_be_checked()
    task.locator("[name='conclusion-last-day']").fill("05.11.2025")
    told = check(task)
    expect(told).to_contain_text("2/3")
    expect(told.locator(".step details[open]")).to_have_count(1)
    expect(told.locator(".step").first.locator("details")).to_have_attribute("open", "")
    expect(told.locator(".step").nth(1)).to_contain_text("Өз қорытындыңыздан дұрыс шыққан")
    assert breaches(page) == []


@SIZES
def test_one_step_on_two_days_names_what_changed(visit, size, dark) -> None:
    page = visit("/cases/pretrial-11", size=size, dark=dark)
    to_tasks(page)
    task = page.locator("#task-t9")
    for name, value in (("before", "no"), ("after", "yes"), ("norm", "none")):
        task.locator(f"[name={name}][value={value}]").check()
    told = check(task)
    expect(told).to_contain_text("2/3")
    expect(told.locator(".verdict__key")).to_contain_text("98-т. 3)")
    assert breaches(page) == []
