"""The way of a student: a first mark at once, a case wrong and right, practice, an account, another device."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.test_every_screen import breaches

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize(("size", "dark"), [(PHONE, False), (DESK, True)], ids=["phone-light", "desk-dark"])
PASSWORD = "төрт сөзден тұратын құпиясөз"
NUMBERS = count(1)


def check(task: Locator) -> Locator:
    """Press the main button of the task; the verdict that comes."""
    before = task.locator("[data-receipt]")
    old = before.get_attribute("data-receipt") if before.count() else ""
    task.locator("button[type=submit]").click()
    expect(task.locator(f"[data-receipt]:not([data-receipt='{old}'])")).to_be_visible()
    return task.locator(".verdict")


def to_tasks(page: Page) -> None:
    """On a phone the tasks of a case are the second tab."""
    tab = page.get_by_role("tab", name="Тапсырма", exact=True)
    if tab.is_visible():
        tab.click()


def solve_first_task(page: Page, *, right: bool) -> Locator:
    """The first task of the case of the lone father: nothing can be decided before the child's birthday is known."""
    page.goto("/cases/pretrial-07")
    to_tasks(page)
    task = page.locator("#task-t1")
    task.locator(f"[name=verdict][value={'undecided' if right else 'yes'}]").check()
    name, value = ("missing", "child_born") if right else ("reason", "probation-law/13/1/4")
    task.locator(f"[name='{name}'][value='{value}']").check()
    return check(task)


def sign_up(page: Page) -> str:
    login = f"student-{next(NUMBERS)}"
    page.goto("/account/sign-up")
    page.get_by_label("Атыңыз").fill("Әсел")
    page.get_by_label("Логин").fill(login)
    page.get_by_label("Құпиясөз", exact=True).fill(PASSWORD)
    page.get_by_label("Құпиясөзді қайталаңыз").fill(PASSWORD)
    page.locator("main button[type=submit]").first.click()
    expect(page.locator(".who")).to_have_text("Әсел")
    return login


def sign_in(page: Page, login: str) -> None:
    page.goto("/account/sign-in")
    page.get_by_label("Логин").fill(login)
    page.get_by_label("Құпиясөз", exact=True).fill(PASSWORD)
    page.locator("main form.flow button[type=submit]").click()
    expect(page.locator(".who")).to_have_text("Әсел")


@SIZES
def test_a_first_mark_takes_two_taps(visit: Callable[..., Page], size: dict[str, int], dark: bool) -> None:
    page = visit("/", size=size, dark=dark, bypass_csp=True)
    task = page.locator("#task-bar-01")
    task.get_by_label("Жоқ, себебі үйқамақ пробацияны болдырмайды").check()
    verdict = check(task)
    expect(verdict.locator(".verdict__word")).to_contain_text("Дұрыс")
    expect(verdict.locator(".rung")).to_have_count(1)
    assert page.url.endswith("/") and not breaches(page)


@SIZES
def test_a_case_solved_wrong_then_right_opens_the_step(
    visit: Callable[..., Page], size: dict[str, int], dark: bool
) -> None:
    page = visit("/", size=size, dark=dark, bypass_csp=True)
    verdict = solve_first_task(page, right=False)
    expect(verdict.locator(".verdict__word")).to_contain_text("Дұрыс емес")
    parted = verdict.locator(".rung--parted")
    expect(parted).to_have_count(1)
    expect(parted).to_contain_text("баланың 3 жасқа толғаны не толмағаны белгісіз")
    expect(verdict).to_contain_text("Қайта оқыңыз")
    folded = verdict.locator("details").first
    folded.locator("summary").click()
    expect(folded.locator(".rung__rest")).to_be_visible()
    assert not breaches(page)
    verdict = solve_first_task(page, right=True)
    expect(verdict.locator(".verdict__word")).to_contain_text("2/2")
    expect(verdict.locator(".rung--parted")).to_have_count(0)


def test_a_twin_changes_the_documents_and_the_answer(visit: Callable[..., Page]) -> None:
    page = visit("/cases/pretrial-07", size=DESK)
    told = page.locator("#file").inner_text()
    solve_first_task(page, right=True)
    seen = set()
    for _ in range(4):
        page.get_by_role("button", name="Істі басқа фактілермен шешу").click()
        expect(page).to_have_url(re.compile(r"shape="))
        expect(page.locator(".case-head")).to_contain_text("басқа нұсқасы")
        assert page.locator("#file").inner_text() != told
        expect(page.locator("#task-t1 .verdict")).to_have_count(0)
        task = page.locator("#task-t1")
        task.locator("[name=verdict][value=undecided]").check()
        task.locator("[name=missing][value=child_born]").check()
        seen.add(check(task).locator(".verdict__points").inner_text()[:3])
    assert seen == {"0/2", "2/2"}


def test_the_end_of_a_case_is_told_with_the_last_answer(visit: Callable[..., Page]) -> None:
    page = visit("/cases/pretrial-08", size=DESK)
    for number in range(1, 6):
        expect(page.locator("#summary")).to_have_count(0)
        page.locator(f"#task-q{number} textarea").fill("Менің ойым мынадай")
        check(page.locator(f"#task-q{number}"))
    expect(page.locator("#summary")).to_be_visible()


def test_a_question_inside_a_page_keeps_the_place(visit: Callable[..., Page]) -> None:
    page = visit("/course/pretrial/who-may", size=PHONE)
    task = page.locator(".embed .task").first
    task.locator("[name=verdict][value=no]").check()
    task.locator("[name=reason]").first.check()
    task.locator("button[type=submit]").scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    verdict = check(task)
    assert page.url.endswith("/course/pretrial/who-may")
    expect(verdict.locator(".verdict__word")).to_be_in_viewport()
    assert abs(page.evaluate("scrollY") - before) < PHONE["height"] / 2


def test_practice_goes_on_and_brings_back_what_was_wrong(visit: Callable[..., Page]) -> None:
    page = visit("/practice/pretrial/bar-01", size=PHONE)
    page.get_by_label("Иә, себебі жүктілік бұл кедергіні жояды").check()
    expect(check(page.locator(".task")).locator(".verdict__word")).to_contain_text("Дұрыс емес")
    met = []
    for _ in range(8):
        page.get_by_role("link", name="Келесі сұрақ").click()
        met.append(page.url.partition("?")[0].rpartition("/")[2])
        if met[-1] == "bar-01":
            break
        _answer_anything(page)
    assert "bar-01" in met[1:] and len(met) == len(set(met))


def _answer_anything(page: Page) -> None:
    task = page.locator(".task")
    for name in ("verdict", "option", "body", "edition", "reason", "options"):
        one = task.locator(f"[name={name}]").first
        if one.count() and one.is_visible():
            one.check()
    if (missing := task.locator("[name=missing]").first).count() and missing.is_visible():
        missing.check()
    for name, text in {"day": "14.10.2025", "amount": "5", "citation": "Қылмыстық кодекс, 44-бап"}.items():
        if (field := task.locator(f"[name={name}]")).count():
            field.fill(text)
    check(task)


def test_an_account_keeps_the_work_and_another_device_joins_it(visit: Callable[..., Page]) -> None:
    phone = visit("/", size=PHONE)
    solve_first_task(phone, right=True)
    login = sign_up(phone)
    phone.goto("/cases/pretrial-07")
    to_tasks(phone)
    expect(phone.locator("#task-t1 .verdict__word")).to_contain_text("2/2")
    desk = visit("/practice/pretrial/bar-01", size=DESK)
    desk.get_by_label("Жоқ, себебі үйқамақ пробацияны болдырмайды").check()
    check(desk.locator(".task"))
    sign_in(desk, login)
    desk.goto("/")
    expect(desk.locator(".opening__next")).to_contain_text("1/6")
    expect(desk.locator(".map:has(#map-pretrial) .map__ways")).to_contain_text("1/50")
    expect(desk.locator(".map:has(#map-pretrial) .map__ways")).to_contain_text("1/12")
    desk.goto("/account")
    desk.get_by_role("button", name="Сайттан шығу").click()
    desk.goto("/cases/pretrial-07")
    expect(desk.locator("#task-t1 .verdict")).to_have_count(0)
