"""Answering through the site, on both databases: what is stored, once, for whom, and from which paper it is judged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from accounts.models import Device, Learner
from attempts.models import Answer, Attempt, Mark, Told
from library import loading
from library.canonical import written
from library.models import Document
from library.reading import read_yaml
from tests.browsing import Form, Page, Visitor
from tests.conftest import small_content
from web import pages

CASE = "/cases/pretrial-07"
RIGHT = {"verdict": "undecided", "missing": "child_born"}
WRONG = {"verdict": "yes", "reason": "probation-law/13/1/4"}


@pytest.fixture
def browser(any_app: Flask) -> Callable[[], Visitor]:
    """New browsers on either database."""
    return lambda: Visitor(any_app)


def form_of(visitor: Visitor, task: str = "t1") -> Form:
    return visitor.get(CASE).form(CASE, task=task)


def answer(visitor: Visitor, task: str = "t1", **typed: str) -> Page:
    return visitor.send(form_of(visitor, task), **(typed or RIGHT))


def rows(session: Session, *tables: type) -> list[int]:
    session.rollback()
    return [session.scalar(select(func.count()).select_from(table)) or 0 for table in tables]


def test_reading_alone_stores_nothing(browser: Callable[[], Visitor], any_session: Session) -> None:
    visitor = browser()
    for path in ("/", "/cases", CASE, f"{CASE}/sheet", "/practice", "/practice/pretrial/next", "/course", "/glossary"):
        visitor.get(path)
    assert rows(any_session, Learner, Device, Attempt, Answer, Mark) == [0] * 5
    assert "tarmaq_learner" not in visitor.cookies()


def test_the_first_answer_makes_a_learner_an_attempt_an_answer_and_a_mark(
    browser: Callable[[], Visitor], any_session: Session
) -> None:
    visitor = browser()
    page = answer(visitor)
    assert page.status_code == 303 and page.headers["Location"] == f"{CASE}#task-t1"
    assert rows(any_session, Learner, Device, Attempt, Answer, Mark, Told) == [1] * 6
    mark = any_session.scalars(select(Mark)).one()
    assert (mark.points, mark.of) == (2, 2) and mark.law and mark.checks
    cookie = page.headers["Set-Cookie"]
    assert all(part in cookie for part in ("tarmaq_learner=", "HttpOnly", "SameSite=Lax", "Path=/"))


def test_a_cookie_is_stored_only_as_a_hash(browser: Callable[[], Visitor], any_session: Session) -> None:
    visitor = browser()
    answer(visitor)
    token = visitor.cookies()["tarmaq_learner"]
    device = any_session.scalars(select(Device)).one()
    assert token not in device.token_hash and len(token) > 30


def test_the_verdict_is_shown_with_its_receipt_after_the_answer(
    browser: Callable[[], Visitor], any_session: Session
) -> None:
    visitor = browser()
    answer(visitor, **WRONG)
    shown = visitor.get(CASE).text
    any_session.rollback()
    assert any_session.scalars(select(Answer)).one().id in shown


def test_a_doubled_submit_is_one_answer_with_one_receipt(browser: Callable[[], Visitor], any_session: Session) -> None:
    visitor = browser()
    answer(visitor, "t3", verdict="no", reason="probation-law/13/2")
    form = form_of(visitor)
    first, second = visitor.send(form, **RIGHT), visitor.send(form, **WRONG)
    assert first.status_code == second.status_code == 303
    assert rows(any_session, Attempt, Answer, Mark) == [1, 2, 2]
    kept = any_session.scalars(select(Answer).where(Answer.task == "t1")).one()
    assert kept.given == RIGHT


def test_a_doubled_first_submit_of_a_newcomer_is_one_answer(
    browser: Callable[[], Visitor], any_session: Session
) -> None:
    """The page is the same for all newcomers; the second submit already carries the cookie of the first."""
    visitor = browser()
    form = form_of(visitor)
    assert visitor.send(form, **RIGHT).status_code == 303
    assert visitor.send(form, **RIGHT).status_code == 303
    assert rows(any_session, Learner, Attempt, Answer, Mark) == [1, 1, 1, 1]


def test_two_newcomers_with_the_same_page_have_answers_of_their_own(
    browser: Callable[[], Visitor], any_session: Session
) -> None:
    for visitor in (browser(), browser()):
        answer(visitor)
    assert rows(any_session, Learner, Attempt, Answer) == [2, 2, 2]


def test_answers_of_two_tabs_are_both_kept(browser: Callable[[], Visitor], any_session: Session) -> None:
    visitor = browser()
    answer(visitor, "t3", verdict="no", reason="probation-law/13/2")
    one, other = form_of(visitor), form_of(visitor)
    assert visitor.send(one, **WRONG).status_code == 303
    assert visitor.send(other, **RIGHT).status_code == 303
    kept = any_session.scalars(select(Answer).where(Answer.task == "t1").order_by(Answer.stored_at)).all()
    assert [found.given for found in kept] == [WRONG, RIGHT]
    assert rows(any_session, Attempt) == [1]


def test_a_tab_of_an_attempt_that_ended_is_told_so_and_keeps_what_was_typed(
    browser: Callable[[], Visitor], any_session: Session
) -> None:
    visitor = browser()
    answer(visitor)
    old = form_of(visitor, "t3")
    again = visitor.get(CASE).form(f"{CASE}/next")
    assert visitor.send(again).status_code == 303
    page = visitor.send(old, verdict="no", reason="probation-law/13/2")
    assert page.status_code == 422
    assert page.form(CASE, task="t3").chosen == {"verdict": ["no"], "reason": ["probation-law/13/2"]}
    assert rows(any_session, Attempt, Answer) == [1, 1]
    assert visitor.send(page.form(CASE, task="t3")).status_code == 303
    assert rows(any_session, Attempt, Answer) == [2, 2]


def test_another_try_has_another_shape_and_keeps_the_first(
    browser: Callable[[], Visitor], any_session: Session
) -> None:
    visitor = browser()
    answer(visitor)
    place = visitor.send(visitor.get(CASE).form(f"{CASE}/next")).headers["Location"]
    shaped = visitor.get(place).form(CASE, task="t3")
    assert shaped.hidden["shape"] != "base"
    assert visitor.send(shaped, verdict="no", reason="probation-law/13/2").status_code == 303
    any_session.rollback()
    first, second = any_session.scalars(select(Attempt).order_by(Attempt.started_at)).all()
    assert first.ended_at is not None and second.ended_at is None
    assert (first.variant, second.variant) == ("base", shaped.hidden["shape"])


def test_a_foreign_attempt_is_invisible_and_takes_no_answer(
    browser: Callable[[], Visitor], any_session: Session
) -> None:
    owner, stranger = browser(), browser()
    answer(owner, **WRONG)
    attempt = any_session.scalars(select(Attempt)).one()
    form = form_of(stranger)
    page = stranger.send(form, attempt=attempt.id, **RIGHT)
    assert page.status_code == 422
    receipt = any_session.scalars(select(Answer)).one().id
    assert receipt not in page.text and receipt not in stranger.get(CASE).text
    assert rows(any_session, Answer) == [1]


def change_case(folder: Path, session: Session) -> None:
    """Load a later state of the case: another title, and the child already three, so that the key of t1 is `no`."""
    path = folder / "content" / "cases" / "pretrial-07.yaml"
    case = read_yaml(path, path.name)
    case["title"] = "Басқа атау"
    case["facts"]["request"]["form"] = "written"
    tasks = [task for task in case["tasks"] if task["id"] == "t1"]
    case |= {"tasks": tasks, "twins": [], "variants": []}
    path.write_text(written(case), "utf-8")
    loading.load(session, folder / "content")
    pages.forget()


@pytest.fixture
def later(tmp_path: Path, any_session: Session) -> Callable[[], None]:
    """Loads a later state of the case, in which only its first task is left."""
    small_content(tmp_path)
    return lambda: change_case(tmp_path, any_session)


def test_nothing_changes_under_somebody_who_is_working(
    browser: Callable[[], Visitor], any_session: Session, later: Callable[[], None]
) -> None:
    visitor = browser()
    answer(visitor)
    begun = any_session.scalars(select(Attempt)).one()
    later()
    page = visitor.get(CASE)
    assert "Жалғыз басты әке" in page.text and "Басқа атау" not in page.text
    oral = page.form(CASE, task="t3")
    assert visitor.send(oral, verdict="no", reason="probation-law/13/2").status_code == 303
    any_session.rollback()
    answers = any_session.scalars(select(Answer)).all()
    marks = any_session.scalars(select(Mark)).all()
    assert {a.attempt_id for a in answers} == {begun.id} and all(m.points == m.of for m in marks)


def test_a_page_opened_before_a_change_is_answered_as_it_was_read(
    browser: Callable[[], Visitor], any_session: Session, later: Callable[[], None]
) -> None:
    visitor = browser()
    form = form_of(visitor, "t3")
    later()
    assert visitor.send(form, verdict="no", reason="probation-law/13/2").status_code == 303
    any_session.rollback()
    begun = any_session.scalars(select(Attempt)).one()
    assert begun.revision_id == form.hidden["revision"]
    assert begun.paper["facts"]["request"]["form"] == "oral"


def test_a_newcomer_after_a_change_has_the_new_state(
    browser: Callable[[], Visitor], any_session: Session, later: Callable[[], None]
) -> None:
    later()
    visitor = browser()
    assert "Басқа атау" in visitor.get(CASE).text
    answer(visitor)
    any_session.rollback()
    document = any_session.scalars(select(Document).where(Document.name == "pretrial-07")).one()
    assert any_session.scalars(select(Attempt)).one().revision_id == document.revision_id


def test_a_paper_holds_facts_order_keys_and_days(browser: Callable[[], Visitor], any_session: Session) -> None:
    visitor = browser()
    answer(visitor)
    paper = any_session.scalars(select(Attempt)).one().paper
    assert paper["facts"]["request"]["child_born"] == "unknown"
    assert paper["keys"]["t1"]["verdict"] == ["undecided"]
    assert sorted(paper["order"]["t6"]) == ["applies", "hands", "lists", "reports", "studies"]
    assert paper["days"] == {"e1": "2025-11-10"}
